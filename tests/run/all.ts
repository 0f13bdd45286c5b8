/**
 * `npm test`: types, lint, format, unit, database, gateway and end-to-end tests, and one honest sum at the end.
 *
 *   --fast            what needs neither database, server nor browser
 *   --nothing-skipped a skipped test counts as failed (CI has everything)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Sum {
  passed: number;
  failed: number;
  skipped: string[];
}

const root = resolve(import.meta.dirname, '../..');
const reports = mkdtempSync(join(tmpdir(), 'muster-reports-'));
const fast = process.argv.includes('--fast');
const nothingSkipped = process.argv.includes('--nothing-skipped');
const SLOW_FOLDERS = ['tests/database/**', 'tests/local/**', 'tests/tools/**', 'tests/demo/**'];

/** Run a program of this project's node_modules with this very Node. */
function run(script: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  const result = spawnSync(process.execPath, [resolve(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

const check = (ok: boolean): Sum => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

function vitest(): Sum {
  const file = join(reports, 'vitest.json');
  const exclude = fast ? SLOW_FOLDERS.flatMap((folder) => ['--exclude', folder]) : [];
  const ok = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...exclude,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed').length;
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    // A file that does not even load has no tests to count, but has failed.
    failed: Math.max(failed, ok ? 0 : 1),
    skipped: tests
      .filter((test) => ['pending', 'skipped', 'todo'].includes(test.status))
      .map((test) => test.fullName),
  };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

function e2e(): Sum {
  const file = join(reports, 'playwright.json');
  const ok = run(
    '@playwright/test/cli.js',
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter', 'line,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  try {
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
    const failed = Math.max(stats.unexpected + stats.flaky, ok ? 0 : 1);
    return {
      passed: stats.expected,
      failed,
      skipped: Array.from({ length: stats.skipped }, () => 'end-to-end test'),
    };
  } catch {
    return check(false);
  }
}

const steps: [name: string, step: () => Sum][] = [
  ['types', () => check(run('typescript/bin/tsc', ['--noEmit', '-p', '.']))],
  ['lint', () => check(run('eslint/bin/eslint.js', ['.', '--max-warnings', '0']))],
  [
    'format',
    () => check(run('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
  ],
  ['tests', vitest],
  ...(fast
    ? []
    : ([
        ['page', () => check(run('vite/bin/vite.js', ['build', '--logLevel', 'warn']))],
        ['end-to-end', e2e],
      ] satisfies [string, () => Sum][])),
];

const total: Sum = { passed: 0, failed: 0, skipped: [] };
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  const sum = step();
  total.passed += sum.passed;
  total.failed += sum.failed;
  total.skipped.push(...sum.skipped);
}
rmSync(reports, { recursive: true, force: true });

if (total.skipped.length > 0)
  console.log(`\nskipped:\n${[...new Set(total.skipped)].map((name) => `  ${name}`).join('\n')}`);
if (nothingSkipped && total.skipped.length > 0) {
  console.log('Nothing may be skipped here: each skipped test counts as failed.');
  total.failed += total.skipped.length;
  total.skipped = [];
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped.length ? `, ${total.skipped.length} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
