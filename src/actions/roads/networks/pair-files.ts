/** Which of some dropped files are road data, and which only belong to one of them. */

const COMPANION = /\.(dbf|shx|prj|cpg|sbn|sbx|qix|qmd|shp\.xml)$/i;
const stemOf = (name: string): string => name.replace(/(\.shp)?\.[^.]+$/i, '').toLowerCase();

export interface GivenRoadFile<Named> {
  file: Named;
  companions: readonly Named[];
}

/** Sheets of one map may come together; every file that can stand alone is one of them. */
export function pairFiles<Named extends { name: string }>(
  files: readonly Named[],
): GivenRoadFile<Named>[] {
  const companions = files.filter(({ name }) => COMPANION.test(name));
  return files
    .filter(({ name }) => !COMPANION.test(name))
    .map((file) => ({
      file,
      companions: companions.filter(({ name }) => stemOf(name) === stemOf(file.name)),
    }));
}
