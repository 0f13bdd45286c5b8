/** What a benchmark reports. `--json` prints exactly this, so that figures can be compared between machines and days. */

export interface CaseReport {
  case: string;
  /** Answers that differ from the oracle's; anything but 0 makes the run fail. */
  wrong: number;
  /** Numbers with their unit in the name: `muster_us`, `build_ms`. */
  figures: Record<string, number>;
  /** How many times faster than each peer. */
  ratios: Record<string, number>;
  /** Peers that were not there, with the reason. */
  skipped?: Record<string, string>;
}

export interface TargetReport {
  what: string;
  /** As written in the plan: `>= 2.5`. */
  target: string;
  /** null = not measured, for the reason given in `what` or the case's `skipped`. */
  got: number | null;
  met: boolean;
}

export interface BenchReport {
  cases: CaseReport[];
  targets: TargetReport[];
}

/** Runs a benchmark; `progress` says on stderr what is being done. */
export type Bench = (progress: (text: string) => void) => Promise<BenchReport> | BenchReport;

/** A target that a number reaches or exceeds. */
export function atLeast(what: string, least: number, got: number | null): TargetReport {
  return { what, target: `>= ${least}`, got, met: got !== null && got >= least };
}

/** A target that a number stays within. */
export function atMost(what: string, most: number, got: number | null): TargetReport {
  return { what, target: `<= ${most}`, got, met: got !== null && got <= most };
}
