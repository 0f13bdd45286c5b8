/**
 * `npm test`: types, lint, format, unit, database, gateway and end-to-end tests, the minutes of each, and one honest sum
 * at the end.
 *
 *   --fast            what needs neither database, server nor browser; where it passed on this very tree, that is recalled
 *   --again           with --fast: nothing is recalled, and property tests draw new cases
 *   --newest-node     the fast tests and what a new Node could break; sets.ts says what and why
 *   --nothing-skipped a skipped test counts as failed (CI has everything)
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CACHE, ROOT, run, runQuietly } from './program.ts';
import { recall, remember, treeHash } from './remembered.ts';
import { LEFT_OUT } from './sets.ts';
import type { TestRun } from './sets.ts';

interface Sum {
  passed: number;
  failed: number;
  skipped: string[];
}

const reports = mkdtempSync(join(tmpdir(), 'muster-reports-'));
const nothingSkipped = process.argv.includes('--nothing-skipped');
const wanted: TestRun =
  (['fast', 'newest-node'] as const).find((name) => process.argv.includes(`--${name}`)) ?? 'all';

const check = (ok: boolean): Sum => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });

/** How many passed an earlier time. */
let recalled = 0;

/** Wall-clock minutes per step, in the order in which they ended. */
const minutes: string[] = [];

async function timed<T>(name: string, step: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await step();
  } finally {
    minutes.push(`${((performance.now() - began) / 60_000).toFixed(1).padStart(6)}  ${name}`);
  }
}

/** Each looks again only at what has changed since, told by content: a copied tree has new times. */
const CHECKS: [name: string, script: string, args: string[]][] = [
  [
    'types',
    'typescript/bin/tsc',
    ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', `${CACHE}/types.tsbuildinfo`],
  ],
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0', ...cached(`${CACHE}/eslint.json`)]],
  [
    'format',
    'prettier/bin/prettier.cjs',
    ['--check', '--log-level', 'warn', '.', ...cached(`${CACHE}/prettier.json`)],
  ],
];

function cached(place: string): string[] {
  return ['--cache', '--cache-strategy', 'content', '--cache-location', place];
}

/** Types, lint and format beside each other; each is shown whole when it ends. */
async function checks(): Promise<Sum> {
  mkdirSync(resolve(ROOT, CACHE), { recursive: true });
  const ended = await Promise.all(
    CHECKS.map(async ([name, script, args]) => {
      const { ok, printed } = await timed(name, () => runQuietly(script, args));
      console.log(`${name}: ${ok ? 'in order' : 'NOT IN ORDER'}`);
      if (printed.trim() !== '') console.log(printed.trimEnd());
      return check(ok);
    }),
  );
  return added(ended);
}

function added(sums: readonly Sum[]): Sum {
  return {
    passed: sums.reduce((sum, { passed }) => sum + passed, 0),
    failed: sums.reduce((sum, { failed }) => sum + failed, 0),
    skipped: sums.flatMap(({ skipped }) => skipped),
  };
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

async function vitest(): Promise<Sum> {
  const file = join(reports, 'vitest.json');
  const ok = await run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...LEFT_OUT[wanted].flatMap((pattern) => ['--exclude', pattern]),
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

const PASSED = resolve(ROOT, CACHE, 'passed.json');

/** The fast tests, or what they said of this very tree. Never in CI, where a run is a run. */
async function vitestOrRecalled(): Promise<Sum> {
  const hash = wanted === 'fast' && !process.env.CI ? treeHash(ROOT) : null;
  if (hash === null) return vitest();
  const before = process.argv.includes('--again') ? null : recall(PASSED, hash);
  if (before !== null) {
    recalled = before.passed;
    console.log(`${before.passed} passed on this very tree at ${before.at}; --again runs them.`);
    return { passed: before.passed, failed: 0, skipped: before.skipped };
  }
  const sum = await vitest();
  // What was edited while they ran was not tested as it is now.
  if (sum.failed === 0 && treeHash(ROOT) === hash)
    remember(PASSED, hash, { ...sum, at: new Date().toISOString() });
  return sum;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

async function e2e(): Promise<Sum> {
  const file = join(reports, 'playwright.json');
  const ok = await run(
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

const page = async (): Promise<Sum> =>
  check(await run('vite/bin/vite.js', ['build', '--logLevel', 'warn']));

const sums: Sum[] = [];
console.log('\n── types, lint and format');
sums.push(await checks());
const steps: [name: string, step: () => Promise<Sum>][] = [
  ['tests', vitestOrRecalled],
  ...(wanted === 'all'
    ? ([
        ['page', page],
        ['end-to-end', e2e],
      ] satisfies [string, () => Promise<Sum>][])
    : []),
];
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  sums.push(await timed(name, step));
}
rmSync(reports, { recursive: true, force: true });

const total = added(sums);
if (total.skipped.length > 0)
  console.log(`\nskipped:\n${[...new Set(total.skipped)].map((name) => `  ${name}`).join('\n')}`);
if (nothingSkipped && total.skipped.length > 0) {
  console.log('Nothing may be skipped here: each skipped test counts as failed.');
  total.failed += total.skipped.length;
  total.skipped = [];
}
console.log(`\nminutes\n${minutes.join('\n')}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped.length ? `, ${total.skipped.length} skipped` : ''}${recalled ? `, ${recalled} recalled` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
