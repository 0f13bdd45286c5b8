/** The tree of districts as lines of a list. */
import type { District } from '../../core/model/index.ts';

export interface DistrictRow {
  district: District;
  /** How many levels it lies below the first row; it is indented by them. */
  depth: number;
  hasBelow: boolean;
  isOpen: boolean;
}

/** More than this are folded at first. */
const MOST_UNFOLDED = 120;

const depthOf = ({ path }: District): number => path.split('/').length;

/** Codes whose lines are unfolded at first: all of a small tree, the two upper steps of a large one. */
export function firstUnfolded(districts: readonly District[]): ReadonlySet<string> {
  const least = Math.min(...districts.map(depthOf));
  const shown =
    districts.length <= MOST_UNFOLDED
      ? districts
      : districts.filter((one) => depthOf(one) < least + 1);
  return new Set(shown.map(({ code }) => code));
}

/**
 * @param districts in the order of their paths
 * @param words lower case; with them every line that says them is shown, with the lines above it
 */
export function districtRows(
  districts: readonly District[],
  unfolded: ReadonlySet<string>,
  words: string,
): readonly DistrictRow[] {
  const least = Math.min(...districts.map(depthOf));
  const withBelow = new Set(districts.map(({ parentCode }) => parentCode));
  const wanted = words === '' ? null : new Set<string>();
  for (const { name, code, path } of districts)
    if (wanted !== null && `${name} ${code}`.toLowerCase().includes(words))
      for (const above of path.split('/')) wanted.add(above);
  const rows: DistrictRow[] = [];
  const shownCodes = new Set<string>();
  for (const district of districts) {
    const { code, parentCode } = district;
    const depth = depthOf(district) - least;
    const isOpen = wanted !== null || unfolded.has(code);
    const above =
      depth === 0 ||
      parentCode === null ||
      (shownCodes.has(parentCode) && unfolded.has(parentCode));
    if (wanted === null ? !above : !wanted.has(code)) continue;
    shownCodes.add(code);
    rows.push({ district, depth, hasBelow: withBelow.has(code), isOpen });
  }
  return rows;
}
