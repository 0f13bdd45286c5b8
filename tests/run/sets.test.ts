/** The fast tests stay fast: nothing they import, however far, can boot a database or a server. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LEFT_OUT } from './sets.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Whoever imports one of these as a value can boot something. */
const BOOTS = [
  'supabase/local/pglite.ts',
  'supabase/local/server-engine.ts',
  'supabase/local/app.ts',
  'tests/support/postgres.ts',
  'tests/support/app-process.ts',
];

const IMPORT =
  /^\s*(?:import|export) (?!type\b)(?:[^'";]*? from )?'(\.[^']+)'|import\('(\.[^']+)'\)/gm;

function matches(pattern: string, path: string): boolean {
  const form = pattern
    .replaceAll('.', '\\.')
    .replaceAll(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`)
    .replaceAll('**/', '(.+/)?')
    .replaceAll('**', '.+')
    .replaceAll(/(?<!\.)\*/g, '[^/]*');
  return new RegExp(`^${form}$`).test(path);
}

/** The registry of benchmarks names them all and loads only the one that is asked for. */
const ASKS_LATER = join(ROOT, 'tests/bench/registry.ts');

const imports = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known) return known;
  const text = file !== ASKS_LATER && /\.tsx?$/.test(file) ? readFileSync(file, 'utf8') : '';
  const found = [...text.matchAll(IMPORT)]
    .map(([, named, asked]) => join(dirname(file), (named ?? asked ?? '').replace(/\?.*$/, '')))
    .filter((path) => existsSync(path));
  imports.set(file, found);
  return found;
}

/** What a file of the project brings along as values, itself included. */
function reach(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const imported of importsOf(file)) reach(imported, known);
  return known;
}

const testFiles = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => /\.test\.tsx?$/.test(path) && !/^tests\/(e2e|bench)\//.test(path));

it.each(['fast', 'newest-node'] as const)('%s leaves out only what is there', (run) => {
  for (const pattern of LEFT_OUT[run])
    expect(
      testFiles.filter((path) => matches(pattern, path)),
      pattern,
    ).not.toEqual([]);
});

it('boots nothing among the fast tests', () => {
  const fast = testFiles.filter((path) => !LEFT_OUT.fast.some((one) => matches(one, path)));
  expect(fast.length).toBeGreaterThan(100);
  const heavy = fast.flatMap((path) => {
    const far = [...reach(join(ROOT, path))].map((file) => relative(ROOT, file));
    return BOOTS.filter((boots) => far.includes(boots)).map((boots) => `${path} → ${boots}`);
  });
  expect(heavy).toEqual([]);
  // The rule sees what it is to see.
  expect(
    [...reach(join(ROOT, 'tests/local/gateway.test.ts'))].map((file) => relative(ROOT, file)),
  ).toContain('supabase/local/pglite.ts');
});

it('keeps what the files of a worker share as it is', () => {
  // They run unisolated (vite.config.ts): what one replaced or set would stay so for the next.
  const pure = testFiles.filter((path) => /^tests\/(core|messages)\//.test(path));
  expect(pure.length).toBeGreaterThan(100);
  const changing = pure.filter((path) =>
    /\bvi\.|process\.(env\.\w+ =|chdir)|globalThis\.\w+ =/.test(
      readFileSync(join(ROOT, path), 'utf8'),
    ),
  );
  expect(changing).toEqual([]);
});
