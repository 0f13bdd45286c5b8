/** The exporter's door: everything a shell (command or screen) needs. */
export { exportRecords, fileNameOf, isExported } from './export-records.ts';
export type { ExportRequest, ExportedFile } from './export-records.ts';
export { contactsOfRecords } from './contacts.ts';
export { EXPORT_CRS, EXPORT_FORMATS, EXPORT_KINDS, FORMATS, formatsOf } from './types.ts';
export type { ExportCrs, ExportFormat, ExportKind, ReadContext } from './types.ts';
