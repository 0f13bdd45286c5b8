/** What was not taken, as a file to be corrected and imported again. */
import type { RejectReason } from '../codes.ts';
import { rejectsText } from '../rejects.ts';
import type { ImportPlan, Rejection } from '../types.ts';

/** A sentence per reason, with `{{slots}}` for what is special about a row. */
export type RejectTexts = Readonly<Record<RejectReason, string>>;

export interface RejectsFile {
  name: string;
  type: string;
  text: string;
}

const filled = (template: string, params: Rejection['params']): string =>
  template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, slot: string) => String(params[slot] ?? ''));

/** @param leftOut rows that a person or the register did not let in */
export function rejectsFile(
  plan: ImportPlan,
  leftOut: readonly Rejection[],
  texts: RejectTexts,
  fileName: string,
): RejectsFile | null {
  const whole: ImportPlan = { ...plan, rejected: [...plan.rejected, ...leftOut] };
  const text = rejectsText(
    whole,
    ({ reason, params }) => `${reason}: ${filled(texts[reason], params)}`,
    fileName,
  );
  if (text === null) return null;
  const isFeatures = plan.understanding.format === 'geojson';
  const isTabbed = plan.understanding.delimiter === '\t';
  const stem = fileName.replace(/\.[^.]+$/, '').replace(/\.rejects(-\d+)?$/, '');
  const tableEnding = isTabbed ? 'tsv' : 'csv';
  return {
    name: `${stem}.rejects.${isFeatures ? 'geojson' : tableEnding}`,
    type: isFeatures ? 'application/geo+json' : 'text/csv;charset=utf-8',
    text,
  };
}
