/** What a run did, in the form that `--json` prints and a screen shows. */
import type { RejectReason, RepairCode, WarningCode } from './codes.ts';
import type { FailureCode } from '../files/failure.ts';
import type { ImportKind, ImportPlan, Warning } from './types.ts';
import type { Params } from '../files/source-row.ts';

/** Turns codes into sentences; the shell knows the language. */
export interface Speaker {
  reason(code: RejectReason, params: Params): string;
  repair(code: RepairCode, params: Params): string;
  warning(code: WarningCode, params: Params): string;
  failure(code: FailureCode, params: Params): string;
}

interface ReportedWarning {
  code: WarningCode;
  message: string;
  params: Params;
  rows?: readonly number[];
}

export interface ImportReport {
  kind: ImportKind;
  read: number;
  /** New or changed records. */
  accepted: number;
  unchanged: number;
  duplicates: number;
  repaired: { row: number; what: string }[];
  rejected: { row: number; reason: RejectReason; message: string }[];
  warnings: ReportedWarning[];
  encoding: string;
  crs: string;
  rejectsFile: string | null;
}

interface Outcome {
  unchanged: number;
  /** Warnings that arose while comparing with what is stored. */
  warnings?: readonly Warning[];
  rejectsFile: string | null;
}

/** The accounting of a run: read = accepted + unchanged + duplicates + rejected. @throws when it does not add up */
export function makeReport(plan: ImportPlan, outcome: Outcome, speaker: Speaker): ImportReport {
  const accepted = plan.records.length - outcome.unchanged;
  const sum = accepted + outcome.unchanged + plan.duplicates.length + plan.rejected.length;
  if (sum !== plan.read) throw new Error(`${plan.read} rows were read, ${sum} accounted for`);
  return {
    kind: plan.kind,
    read: plan.read,
    accepted,
    unchanged: outcome.unchanged,
    duplicates: plan.duplicates.length,
    repaired: plan.repaired.map(({ row, code, params }) => ({
      row,
      what: speaker.repair(code, params),
    })),
    rejected: plan.rejected.map(({ row, reason, params }) => ({
      row,
      reason,
      message: speaker.reason(reason, params),
    })),
    warnings: [...plan.warnings, ...plan.blockers, ...(outcome.warnings ?? [])].map(
      ({ code, params, rows }) => ({
        code,
        message: speaker.warning(code, params),
        params,
        ...(rows === undefined ? {} : { rows }),
      }),
    ),
    encoding: plan.understanding.encoding,
    crs: plan.understanding.crs,
    rejectsFile: outcome.rejectsFile,
  };
}
