/** Reads what pgTAP says (the Test Anything Protocol). */

export interface TapReport {
  /** How many assertions were announced; null = no plan. */
  planned: number | null;
  passed: number;
  /** Each failed assertion with its diagnosis, as a person wants to read it. */
  failures: string[];
}

export function readTap(lines: readonly string[]): TapReport {
  const report: TapReport = { planned: null, passed: 0, failures: [] };
  let open = false;
  for (const line of lines) {
    const plan = /^1\.\.(\d+)/.exec(line);
    if (plan) report.planned = Number(plan[1]);
    else if (/^ok \d+/.test(line)) {
      report.passed += 1;
      open = false;
    } else if (/^not ok \d+/.test(line)) {
      report.failures.push(line);
      open = true;
    } else if (line.startsWith('#') && open && !line.startsWith('# Looks like'))
      report.failures.push(`${report.failures.pop() ?? ''}\n    ${line}`);
  }
  const ran = report.passed + report.failures.length;
  if (report.planned !== ran)
    report.failures.push(`planned ${report.planned ?? 'nothing'}, ran ${ran}`);
  return report;
}
