/** Which files belong together by their names. */

const PARTS = /\.(shp|dbf|prj|cpg)$/i;
const stemOf = (name: string): string => name.replace(/\.[^.]+$/, '').toLowerCase();

/** Of the names in a folder (or of files dropped together) those that belong to a .shp or .dbf. */
export const companionNames = (fileName: string, names: readonly string[]): string[] =>
  names.filter(
    (name) => name !== fileName && PARTS.test(name) && stemOf(name) === stemOf(fileName),
  );
