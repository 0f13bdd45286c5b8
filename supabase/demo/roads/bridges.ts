/** Where the river is bridged outside the county town, and the two bridge heads of each. */
import { mainRiver, riverHalfWidth } from '../land/rivers.ts';
import type { PlanePoint } from '../geometry/plane.ts';

interface BridgeSite {
  name: string;
  left: PlanePoint;
  right: PlanePoint;
}

/** How far a bridge head stands back from the water, metres. */
export const SETBACK = 55;

const SITES: readonly (readonly [name: string, near: PlanePoint])[] = [
  ['石壁滩大桥', [-22_600, 8_000]],
  ['望渡大桥', [-14_700, 7_000]],
  ['蕉溪大桥', [-6_900, 4_400]],
  ['双汊大桥', [10_700, 200]],
  ['黄沙渡大桥', [18_600, -6_200]],
];

export function bridgeSites(): BridgeSite[] {
  return SITES.map(([name, near]) => {
    const { along } = mainRiver.nearest(near);
    const reach = riverHalfWidth(along) + SETBACK;
    return { name, left: mainRiver.aside(along, reach), right: mainRiver.aside(along, -reach) };
  });
}
