/**
 * What a reader is willing to hold: data. Every reader asks here before it allocates, so that a hostile or broken
 * file ends in a sentence and not in a full memory. Generous against real registers (a county has thousands of rows).
 */
export const LIMITS = {
  /** Bytes of a file that has to be held whole (everything but text). */
  fileBytes: 512 * 2 ** 20,
  /** Bytes that all entries read from one archive may unpack to. */
  unpackedBytes: 768 * 2 ** 20,
  /** Unpacked against packed bytes of one entry; small entries may pack better. */
  ratio: 250,
  ratioFromBytes: 16 * 2 ** 20,
  /** Entries of an archive. */
  entries: 10_000,
  /** Archives within archives (a KMZ in a ZIP is two). */
  nesting: 3,
  /** Sheets, layers or files of one container. */
  layers: 500,
  /** Rows or features. */
  rows: 2_000_000,
  /** Columns of a table, properties of a feature. */
  columns: 2_048,
  /** Cells of a sheet, blank ones at the end of a row left out. */
  cells: 60_000_000,
  /** Characters of a cell or property. */
  cellCharacters: 1_000_000,
  /** Places of one geometry. */
  positions: 5_000_000,
  /** Parts (lines, rings, polygons) of one geometry. */
  parts: 200_000,
  /** Geometries within geometries. */
  geometryNesting: 8,
  /** Elements within elements of an XML file. */
  xmlDepth: 200,
  /** Attributes of one XML element. */
  xmlAttributes: 500,
  /** Steps spent on finding out which hole belongs to which ring of one polygon. */
  ringSteps: 20_000_000,
} as const;
