/** The township seats: code, name, where (metres in the plane), and what makes each its own. Invented names. */
import type { PlanePoint } from '../geometry/plane.ts';
import { mainRiver } from './rivers.ts';

export const COUNTY = { code: '990101', name: '云洄县（演示）', plainName: '云洄县' } as const;
/** Codes outside GB/T 2260: no province has 99. */
export const ANCESTORS = [
  { code: '99', parent: '0', name: '演示省（虚构）', level: 'province' },
  { code: '9901', parent: '99', name: '演示市（虚构）', level: 'prefecture' },
] as const;

interface Township {
  code: string;
  name: string;
  /** Its name without 镇/乡, for naming what belongs to it. */
  shortName: string;
  seat: PlanePoint;
  /** People who live in it, before villages round it. */
  people: number;
  villages: number;
}

/** Along the river at the county town's oldest bridge, metres from the western end. */
export const TOWN_ALONG = mainRiver.nearest([600, -1_800]).along;

/** @param code without the county's @param seat kilometres from the county town */
const township = (
  code: string,
  name: string,
  seat: { readonly east: number; readonly north: number },
  people: number,
  villages: number,
): Township => ({
  code: `${COUNTY.code}${code}`,
  name,
  shortName: name.slice(0, -1),
  seat: [seat.east * 1000, seat.north * 1000],
  people,
  villages,
});

export const townships: readonly Township[] = [
  {
    ...township('100', '云洄镇', { east: 0, north: 0 }, 61_800, 20),
    seat: mainRiver.aside(TOWN_ALONG, 520),
  },
  township('101', '望渡镇', { east: -15.2, north: 8.1 }, 15_100, 13),
  township('102', '双汊镇', { east: 10.6, north: 2.1 }, 17_600, 14),
  township('103', '黄沙渡镇', { east: 18.2, north: -6.7 }, 14_900, 13),
  township('104', '桐坪镇', { east: -7.6, north: -7.6 }, 14_200, 13),
  township('105', '石梁镇', { east: -15.6, north: -13.9 }, 9_800, 12),
  township('106', '金竹镇', { east: 4.9, north: 8.2 }, 13_300, 12),
  township('107', '麻塘镇', { east: 12.9, north: -12.0 }, 12_400, 12),
  township('108', '白鹤镇', { east: 17.6, north: 6.6 }, 9_600, 11),
  township('200', '云坳乡', { east: -1.0, north: 12.0 }, 5_300, 9),
  township('201', '枫林坳乡', { east: 1.4, north: -13.4 }, 7_700, 11),
  township('202', '龙须坪乡', { east: -11.5, north: 14.3 }, 6_100, 10),
  township('203', '上源乡', { east: -19.4, north: -2.7 }, 6_800, 10),
  township('204', '长冲乡', { east: -6.9, north: 8.6 }, 6_200, 9),
];
