/** The report of a road import as lines for people. */
import { FileFailure } from '../../../src/core/files/failure.ts';
import { RoadsFailure } from '../../../src/core/roads/failure.ts';
import type { RoadReport } from '../../../src/core/roads/report.ts';
import { Refusal, say } from '../../local/text.ts';

const SHOWN = 10;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const km = (kilometres: number): string =>
  kilometres.toLocaleString('en', { maximumFractionDigits: 1 });
const whole = (count: number): string => count.toLocaleString('en');
const place = ([lng, lat]: readonly [number, number]): string =>
  `${lng.toFixed(7)},${lat.toFixed(7)}`;

export function reportLines(report: RoadReport): string[] {
  const { islands, gaps, known } = report;
  const lines = [
    say('roads.size', {
      lines: whole(report.lines),
      km: km(report.kilometres),
      nodes: whole(report.nodes),
      edges: whole(report.edges),
      directed: whole(report.directedEdges),
      restrictions: whole(report.restrictions),
    }),
    say('roads.together', {
      components: whole(report.components),
      share: percent(report.largestShare),
      islands: whole(islands.count),
      islandKm: km(islands.kilometres),
    }),
    say('roads.facts', {
      oneWay: percent(report.oneWayShare),
      speed: percent(known.speed),
      width: percent(known.width),
    }),
  ];
  for (const { note, params } of report.notes) lines.push(`· ${say(`roads.note.${note}`, params)}`);
  for (const { reason, count, examples } of report.leftOut)
    lines.push(
      say('roads.leftOut', {
        count: whole(count),
        reason: say(`roads.reason.${reason}`),
        examples: examples.slice(0, 3).join('、'),
      }),
    );
  for (const island of islands.listed.slice(0, SHOWN))
    lines.push(
      say('roads.island', {
        km: km(island.kilometres),
        edges: whole(island.edges),
        place: place(island.place),
      }),
    );
  if (islands.count > SHOWN) lines.push(say('roads.more', { count: whole(islands.count - SHOWN) }));
  if (gaps.count > 0)
    lines.push(say('roads.gaps', { count: whole(gaps.count), within: gaps.within }));
  for (const { a, b, distance } of gaps.listed.slice(0, SHOWN))
    lines.push(say('roads.gap', { meters: distance.toFixed(3), a: place(a), b: place(b) }));
  if (gaps.count > SHOWN) lines.push(say('roads.more', { count: whole(gaps.count - SHOWN) }));
  return lines;
}

/** A file that cannot be read becomes one line for people. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof RoadsFailure)
    return new Refusal(`roads.failure.${error.code}`, error.params);
  return error instanceof FileFailure
    ? new Refusal(`importer.failure.${error.code}`, error.params)
    : error;
}
