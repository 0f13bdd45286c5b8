/** Writes the rejects of a run next to the person, never over a file that somebody may have corrected. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { rejectsText } from '../../../src/core/import/rejects.ts';
import type { ImportPlan } from '../../../src/core/import/types.ts';
import { personFolder } from './options.ts';
import { importTexts } from './text.ts';

/** `shelters.csv` → `shelters.rejects.csv`, with a number when that name holds something else. */
function freeName(file: string, ending: string, text: string): string {
  const stem = basename(file, extname(file)).replace(/\.rejects(-\d+)?$/, '');
  for (let number = 1; ; number++) {
    const name = `${stem}.rejects${number === 1 ? '' : `-${number}`}${ending}`;
    if (name === basename(file)) continue;
    const path = join(personFolder(), name);
    if (!existsSync(path) || readFileSync(path, 'utf8') === text) return path;
  }
}

function endingOf({ understanding: { format, delimiter } }: ImportPlan): string {
  if (format === 'geojson') return '.geojson';
  return delimiter === '\t' ? '.tsv' : '.csv';
}

/** @returns the path written, or null when nothing was rejected */
export function writeRejects(plan: ImportPlan, file: string, wish: string | null): string | null {
  const text = rejectsText(
    plan,
    ({ reason, params }) => `${reason}: ${importTexts.reason(reason, params)}`,
    basename(file),
  );
  if (text === null) return null;
  const path = wish ?? freeName(file, endingOf(plan), text);
  // It may hold telephone numbers: for nobody else on this machine.
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
