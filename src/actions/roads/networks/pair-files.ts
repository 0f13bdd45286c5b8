/** Which of some dropped files are road data, and which only belong to one of them. */

const BESIDE = /\.(dbf|shx|prj|cpg|sbn|sbx|qix|qmd|shp\.xml)$/i;
const stemOf = (name: string): string => name.replace(/(\.shp)?\.[^.]+$/i, '').toLowerCase();

export interface GivenRoadFile<Named> {
  file: Named;
  companions: readonly Named[];
}

/** Sheets of one map may come together; every file that can stand alone is one of them. */
export function pairFiles<Named extends { name: string }>(
  files: readonly Named[],
): GivenRoadFile<Named>[] {
  const beside = files.filter(({ name }) => BESIDE.test(name));
  return files
    .filter(({ name }) => !BESIDE.test(name))
    .map((file) => ({
      file,
      companions: beside.filter(({ name }) => stemOf(name) === stemOf(file.name)),
    }));
}
