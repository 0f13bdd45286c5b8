/** A run is remembered for exactly one tree: whatever a test can see and that changes makes it run again. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { recall, remember, treeHash } from './remembered.ts';

let folder = '';
let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-remembered-'));
  root = join(folder, 'project');
  mkdirSync(root);
  execFileSync('git', ['init', '-q'], { cwd: root });
  write('.gitignore', 'node_modules/\n');
  write('src/a.ts', 'export const a = 1;\n');
  execFileSync('git', ['add', '.'], { cwd: root });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is the same for the same tree, whatever is ignored', () => {
  const before = treeHash(root, {});
  write('node_modules/.cache/x', 'anything');
  write('src/a.ts', 'export const a = 1;\n');
  expect(treeHash(root, { HOME: '/elsewhere' })).toBe(before);
});

it.each<[string, () => NodeJS.ProcessEnv | void]>([
  ['a byte of a file', () => write('src/a.ts', 'export const a = 2;\n')],
  ['a file that git does not know yet', () => write('src/b.ts', '')],
  ['a file that is deleted', () => rmSync(join(root, 'src/a.ts'))],
  ['another package', () => write('node_modules/.package-lock.json', '{}')],
  ['a setting', () => ({ MUSTER_MIGRATIONS: 'elsewhere' })],
  ['the shared data', () => write('../shared/data/roads.pbf', 'x')],
])('is another one after %s', (_, change) => {
  const before = treeHash(root, {});
  expect(treeHash(root, change() ?? {})).not.toBe(before);
});

it('is recalled with what passed, and for no other tree', () => {
  const file = join(folder, 'cache/passed.json');
  expect(recall(file, 'one')).toBeNull();
  remember(file, 'one', { passed: 3, skipped: ['x'], at: '2026-11-30T04:00:00Z' });
  expect(recall(file, 'one')).toMatchObject({ passed: 3, skipped: ['x'] });
  expect(recall(file, 'two')).toBeNull();
});
