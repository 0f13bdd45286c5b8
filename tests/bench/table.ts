/** A benchmark's report as a table for people. */
import type { BenchReport } from './bench.ts';

const number = (value: number): string =>
  Number.isInteger(value)
    ? value.toLocaleString('en')
    : Number(value.toPrecision(3)).toLocaleString('en');

function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows
    .map(
      (row) =>
        '  ' +
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}

export function tableOf(name: string, { cases, targets }: BenchReport): string {
  const lines = [`\n${name}`];
  for (const one of cases) {
    lines.push(`\n${one.case}  (wrong answers: ${one.wrong})`);
    lines.push(
      columns(Object.entries(one.figures).map(([figure, value]) => [figure, number(value)])),
    );
    const ratios = Object.entries(one.ratios).map(([peer, ratio]) => [
      `${number(ratio)} ×`,
      `as fast as ${peer}`,
    ]);
    if (ratios.length > 0) lines.push(columns(ratios));
    for (const [peer, why] of Object.entries(one.skipped ?? {}))
      lines.push(`  skipped: ${peer} (${why})`);
  }
  lines.push('\ntargets');
  lines.push(
    columns(
      targets.map(({ what, target, got, met }) => [
        met ? 'met' : 'MISSED',
        what,
        target,
        got === null ? 'not measured' : number(got),
      ]),
    ),
  );
  return lines.join('\n');
}
