/** The importer's door: everything a shell (command or screen) needs. */
export { importFile } from './import-file.ts';
export { inspectFile } from './inspect-file.ts';
export type { InspectedColumn, InspectOptions, Inspection } from './inspect-file.ts';
export type { FileInput } from './read/whole-input.ts';
export { DEFAULT_RADIUS } from './place/belonging.ts';
export {
  ImportFailure,
  FAILURE_CODES,
  REJECT_REASONS,
  REPAIR_CODES,
  WARNING_CODES,
} from './codes.ts';
export type { FailureCode, RejectReason, RepairCode, WarningCode } from './codes.ts';
export { fieldsOf } from './columns/fields.ts';
export { companionNames } from './read/companions.ts';
export { LIMITS } from './limits.ts';
export { makeReport } from './report.ts';
export type { ImportReport, Outcome, Speaker } from './report.ts';
export { rejectsText } from './rejects.ts';
export { assignDistricts } from './plan/assign-districts.ts';
export type { DistrictArea } from './plan/assign-districts.ts';
export { changesOf, sameValue } from './plan/compare.ts';
export type { Changes, StoredRecord } from './plan/compare.ts';
export { missingParents } from './plan/parents.ts';
export type { PlannedParent } from './plan/parents.ts';
export { levelBelow } from './plan/district-fields.ts';
export { rekeyReimported } from './plan/rekey.ts';
export { idKey } from './plan/build-records.ts';
export { fingerprint, uuidOf } from './identity/hash.ts';
export * from './difference/index.ts';
export { PLACED_LATER } from './check-places.ts';
export { Belongings } from './desk/belongings.ts';
export { entryOf } from './desk/entries.ts';
export type { Entry } from './desk/entries.ts';
export { LikenessIndex } from './desk/likeness.ts';
export type { Like } from './desk/likeness.ts';
export { pointOf } from './geometry/positions.ts';
export { foldTitle } from '../text/fold.ts';
export { asRefusedRow } from './desk/refused.ts';
export type { Refusal as RegisterRefusal } from './desk/refused.ts';
export { StoredRegister } from './desk/stored.ts';
export type { VersionedItem } from './desk/stored.ts';
export type { RefusedRow, Totals, Write } from './desk/types.ts';
export { writesOf } from './desk/writes.ts';
export { IMPORT_KINDS } from './types.ts';
export type * from './types.ts';
