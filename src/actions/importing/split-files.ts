/** Which of some dropped files is the data, and which only belong to it. */

/** Files that mean nothing by themselves. */
const COMPANION = /\.(dbf|shx|prj|cpg|sbn|sbx|qix|qmd|xml)$/i;
const stemOf = (name: string): string => name.replace(/(\.shp)?\.[^.]+$/i, '').toLowerCase();

interface SplitFiles<Named> {
  main: Named | null;
  companions: Named[];
  /** Others: one import is one file, but a table's columns can be joined to it. */
  others: Named[];
}

/** Files that hold places; a table given with one is about the same things. */
const PLACES = /\.(geojson|json|kml|kmz|gpkg|gpx|fgb|zip)$/i;

/** The first file of places, or else the first that can stand alone, is the data; those of its stem belong to it. */
export function splitFiles<Named extends { name: string }>(
  files: readonly Named[],
): SplitFiles<Named> {
  const main =
    files.find(({ name }) => /\.shp$/i.test(name)) ??
    files.find(({ name }) => PLACES.test(name)) ??
    files.find(({ name }) => !COMPANION.test(name)) ??
    files[0];
  if (main === undefined) return { main: null, companions: [], others: [] };
  const rest = files.filter((file) => file !== main);
  const belongs = ({ name }: Named): boolean =>
    COMPANION.test(name) && stemOf(name) === stemOf(main.name);
  return { main, companions: rest.filter(belongs), others: rest.filter((file) => !belongs(file)) };
}
