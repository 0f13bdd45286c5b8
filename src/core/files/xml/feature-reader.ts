import type { FileFormat, SourceRow } from '../source-row.ts';
import type { FeatureRows } from '../feature-columns.ts';
import type { XmlHandler } from './read-xml.ts';

/** Gathers features of one XML format while it is read. */
export interface FeatureReader extends XmlHandler {
  readonly format: FileFormat;
  readonly rows: FeatureRows;
  /** Rows completed since they were last taken. */
  readonly ready: SourceRow[];
  /** Rows whose geometry was reduced to one kind. */
  readonly mixed: number[];
  /** Elements that are shown but not data, by name. */
  readonly ignored: ReadonlyMap<string, number>;
  /** Links to other files, which are never followed. */
  readonly links: number;
}
