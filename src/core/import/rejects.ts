/** Rejected and repeated rows as a file of the same form, with why and which row, to be corrected and imported again. */
import { REJECTS_COLUMNS } from '../files/row-source.ts';
import type { ImportPlan, Rejection } from './types.ts';

/** The text of one reason, as a person reads it. */
type Describe = (rejection: Rejection) => string;

/** What a spreadsheet would run as a formula is shown as text; the importer takes the apostrophe off again. */
const harmless = (cell: string): string => (/^[=@\t\r]/.test(cell) ? `'${cell}` : cell);

function quoted(cell: string, delimiter: string): string {
  return /["\n\r]/.test(cell) || cell.includes(delimiter)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}

function lineOf(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
}

/** As many cells as there are columns; what stood beyond the last column is kept in it. */
function fitted(cells: readonly string[], width: number, delimiter: string): string[] {
  if (cells.length <= width)
    return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
  return [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
}

function asTable(plan: ImportPlan, rejections: readonly Rejection[], describe: Describe): string {
  const delimiter = plan.understanding.delimiter ?? ',';
  const { columns, header } = plan.understanding;
  const width = columns.length;
  const lines = rejections.map((rejection) => {
    const cells = fitted(rejection.raw as readonly string[], width, delimiter).map(harmless);
    return lineOf([...cells, describe(rejection), String(rejection.row)], delimiter);
  });
  if (header) lines.unshift(lineOf([...columns, ...REJECTS_COLUMNS], delimiter));
  // The byte order mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

interface RawFeature {
  type?: unknown;
  properties?: object | null;
}

/** Features of binary formats are put together when they are needed; see read/feature-columns.ts. */
function plainFeature(raw: Rejection['raw']): RawFeature {
  const made =
    'toJSON' in raw && typeof raw.toJSON === 'function' ? (raw.toJSON as () => object)() : raw;
  return made as RawFeature;
}

function asFeatures(
  plan: ImportPlan,
  rejections: readonly Rejection[],
  describe: Describe,
  fileName: string,
): string {
  const features = rejections.map((rejection) => {
    const feature = plainFeature(rejection.raw);
    const [reason, row] = REJECTS_COLUMNS;
    const own = { [reason]: describe(rejection), [row]: rejection.row };
    if (feature.type !== 'Feature')
      return JSON.stringify({
        type: 'Feature',
        properties: { ...feature, ...own },
        geometry: null,
      });
    return JSON.stringify({ ...feature, properties: { ...feature.properties, ...own } });
  });
  const head = { type: 'FeatureCollection', muster: { rejectsOf: fileName }, ...plan.head };
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
}

/** The rejects file of a plan, or null when every row was taken. */
export function rejectsText(plan: ImportPlan, describe: Describe, fileName: string): string | null {
  // What became part of another row's record did come in.
  const repeated = plan.duplicates.filter(({ reason }) => reason !== 'part_joined');
  const rejections = [...plan.rejected, ...repeated].sort((a, b) => a.row - b.row);
  if (rejections.length === 0) return null;
  return rejections.every(({ raw }) => Array.isArray(raw))
    ? asTable(plan, rejections, describe)
    : asFeatures(plan, rejections, describe, fileName);
}
