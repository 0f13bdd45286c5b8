/** What the reach command found, in words and as a table. */
import type { ReachRow } from '../../../src/core/arrival/reach-table.ts';
import type { WalkBarrier } from '../../../src/core/roads/barriers/kinds.ts';
import { csvLine } from '../../../src/core/export/write/csv.ts';
import type { CellValue } from '../../../src/core/export/types.ts';
import { say } from '../../local/text.ts';
import type { ReachCommand } from './options.ts';
import type { ReachResult } from './run.ts';

/** Whether the road names another one than the straight line. */
export const isOther = ({ straight, open }: ReachRow): boolean => straight?.other !== open?.other;
/** Whether what is closed makes another one the first, or leaves nobody. */
export const isChanged = ({ open, now }: ReachRow): boolean => open?.other !== now?.other;

const km = (meters: number): number => Math.round(meters) / 1000;
const minutes = (seconds: number): number => Math.round(seconds / 6) / 10;

export function summary({ of, nearest, by }: ReachCommand, result: ReachResult): string[] {
  const { rows, threats, places, others, unplaced, closures, areas, source, pace, unchecked } =
    result;
  const count = (test: (row: ReachRow, i: number) => boolean): number => rows.filter(test).length;
  const ratios = rows
    .flatMap(({ straight, open }) =>
      straight !== null && open !== null && straight.meters > 0
        ? [open.meters / straight.meters]
        : [],
    )
    .sort((a, b) => a - b);
  const lines = [
    say('reach.asked', {
      count: places.length,
      of: say(`kinds.record.${of}`),
      others: others.length,
      nearest: say(`kinds.record.${nearest}`),
      by: say(`areas.who.${by}`),
      source,
    }),
    say('reach.open', {
      reached: count(({ open }) => open !== null),
      differing: count(isOther),
      ratio: (ratios[ratios.length >> 1] ?? NaN).toFixed(2),
    }),
  ];
  if (closures + areas.length > 0)
    lines.push(
      say('reach.now', {
        closures,
        areas: areas.length,
        changed: count(isChanged),
        edge: count(({ now }) => now !== null && now.upTo.length > 0),
        lost: count(({ open, now }) => open !== null && now === null),
        slower: count(
          ({ open, now }) => open !== null && now !== null && now.seconds > open.seconds,
        ),
        threatened: threats.filter((threat) => threat !== null).length,
      }),
    );
  const crossing = count((row) => crossed(row).length > 0);
  if (crossing > 0) lines.push(say('reach.across', { count: crossing }));
  if (unchecked.length > 0) {
    const what = unchecked
      .map((one) => say(`answer.unmapped.${one}`))
      .join(say('answer.text.comma'));
    lines.push(say('answer.ground.unchecked', { what }));
  }
  if (pace !== null) lines.push(say('reach.pace', { pace }));
  if (unplaced > 0) lines.push(say('reach.unplaced', { count: unplaced }));
  return lines;
}

type Column =
  | 'name'
  | 'straight'
  | 'straightKm'
  | 'open'
  | 'openKm'
  | 'openMinutes'
  | 'across'
  | 'now'
  | 'nowMinutes'
  | 'nowEdge'
  | 'nowOther'
  | 'threat';

/** What the walks of whoever is first now cross. */
const crossed = ({ open, now }: ReachRow): readonly WalkBarrier[] => (now ?? open)?.across ?? [];

/** A line per place; what is closed now, or lies between a place and its road, has columns only where something is. */
export function tableOf(
  result: ReachResult,
  onlyDiffering: boolean,
): { titles: string[]; lines: CellValue[][] } {
  const { rows, places, others, threats, closures, areas } = result;
  const columns: Column[] = ['name', 'straight', 'straightKm', 'open', 'openKm', 'openMinutes'];
  if (closures + areas.length > 0)
    columns.push('now', 'nowMinutes', 'nowEdge', 'nowOther', 'threat');
  if (rows.some((row) => crossed(row).length > 0)) columns.push('across');
  const lines: CellValue[][] = [];
  rows.forEach((row, i) => {
    const { straight, open, now } = row;
    if (onlyDiffering && !isOther(row) && !isChanged(row) && open !== null && threats[i] === null)
      return;
    const cells: Record<Column, CellValue> = {
      name: places[i]!.name,
      straight: straight === null ? null : others[straight.other]!.name,
      straightKm: straight === null ? null : km(straight.meters),
      open: open === null ? say('reach.nobody') : others[open.other]!.name,
      openKm: open === null ? null : km(open.meters),
      openMinutes: open === null ? null : minutes(open.seconds),
      across: acrossText(crossed(row)),
      now: now === null ? say('reach.nobody') : others[now.other]!.name,
      nowEdge: now === null || now.upTo.length === 0 ? null : Math.round(now.offRoad),
      nowOther: now === null || now.otherRoad === null ? null : Math.round(now.otherRoad),
      nowMinutes: now === null ? null : minutes(now.seconds),
      threat: threats[i]?.name ?? null,
    };
    lines.push(columns.map((column) => cells[column]));
  });
  return { titles: columns.map((column) => say(`reach.column.${column}`)), lines };
}

const acrossText = (across: readonly WalkBarrier[]): string | null =>
  across.length === 0
    ? null
    : across.map((one) => say(`answer.barrier.${one}`)).join(say('answer.text.comma'));

const inCell = (value: CellValue): string =>
  value === null ? '' : String(value).replaceAll('|', '\\|');

export const asMarkdown = ({ titles, lines }: ReturnType<typeof tableOf>): string =>
  [titles, titles.map(() => '---'), ...lines]
    .map((line) => `| ${line.map(inCell).join(' | ')} |\n`)
    .join('');

export const asCsv = ({ titles, lines }: ReturnType<typeof tableOf>): string =>
  `\uFEFF${[titles, ...lines].map(csvLine).join('')}`;
