import type { District } from '../../../core/model/index.ts';
import { districtText } from './district-text.ts';

/** A full-width space: options of a list take no style. */
const INDENT = '\u3000';
const depth = ({ path }: District): number => path.split('/').length;

/** Districts as options of a select, each below and to the right of the one it hangs under. */
export function DistrictOptions({ districts }: { districts: Iterable<District> }) {
  const sorted = [...districts].sort((a, b) => (a.path < b.path ? -1 : 1));
  const least = Math.min(...sorted.map(depth));
  return sorted.map((district) => (
    <option key={district.code} value={district.code}>
      {`${INDENT.repeat(depth(district) - least)}${districtText(district)}`}
    </option>
  ));
}
