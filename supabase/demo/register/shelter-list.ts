/** Shelters of the county: the town's named ones here, the townships' and villages' by pattern. */
import { townships } from '../land/places.ts';
import { randomFor } from '../random.ts';
import type { County } from './county.ts';

export interface ListedShelter {
  name: string;
  kind: string;
  at: string;
  /** Square metres people can use, outdoors and indoors; null = nobody measured. */
  outdoorM2: number | null;
  indoorM2: number | null;
  facilities: readonly string[];
  /** Metres between the site's heart and the shelter, least and most. */
  away: readonly [number, number];
}

const shelter = (
  name: string,
  kind: string,
  at: string,
  outdoorM2: number | null,
  indoorM2: number | null,
  facilities: readonly string[],
  away: readonly [number, number] = [90, 300],
): ListedShelter => ({ name, kind, at, outdoorM2, indoorM2, facilities, away });

const FULL = ['应急供水', '应急供电', '应急厕所', '医疗救护点', '应急广播', '物资储备间'] as const;
const SOME = ['应急供水', '应急厕所', '应急广播'] as const;

const TOWN: readonly ListedShelter[] = [
  shelter('云洄县体育馆', '体育场馆', '东风', 14_000, 5_200, [...FULL, '停机坪']),
  shelter('人民广场', '广场', '米市街', 18_500, 0, [...SOME, '应急指挥点']),
  shelter('滨江公园', '公园绿地', '滨江', 22_000, 0, SOME),
  shelter('云洄一中操场', '学校操场', '育才', 16_800, 2_400, FULL),
  shelter('云洄二中操场', '学校操场', '学府', 13_600, 1_800, FULL),
  shelter('城北小学操场', '学校操场', '城北', 5_400, 900, SOME),
  shelter('江南小学操场', '学校操场', '江南', 4_800, 700, SOME),
  shelter('桑园小学操场', '学校操场', '桑园', 4_200, 600, SOME),
  shelter('南苑文化广场', '广场', '南苑', 7_600, 0, SOME),
  shelter('县职业技术学校操场', '学校操场', '工业园', 11_900, 3_100, FULL),
  shelter('钟楼社区服务中心', '社区用房', '钟楼', 0, 420, ['应急供水', '应急照明']),
];

/** Townships large enough for a school that teaches to grade nine. */
const hasMiddleSchool = (name: string): boolean => name.endsWith('镇');

export function listedShelters(county: County): ListedShelter[] {
  const random = randomFor('shelter list');
  const rural = townships.flatMap(({ name, shortName }, t): ListedShelter[] => {
    if (t === 0) return [];
    const square = (low: number, high: number): number => random.whole(low / 100, high / 100) * 100;
    const list = [
      shelter(
        `${name}中心小学操场`,
        '学校操场',
        shortName,
        square(3_000, 6_500),
        square(400, 1_200),
        SOME,
      ),
    ];
    if (hasMiddleSchool(name))
      list.push(
        shelter(
          `${name}中学操场`,
          '学校操场',
          shortName,
          square(5_500, 9_800),
          square(700, 1_900),
          FULL,
          [200, 480],
        ),
      );
    if (random.chance(0.5))
      list.push(
        shelter(`${name}文化站`, '文化活动中心', shortName, square(600, 1_600), square(300, 700), [
          '应急照明',
        ]),
      );
    const villages = random.shuffled(county.villagesOf(t)).slice(0, random.whole(1, 3));
    for (const { name: village } of villages)
      list.push(
        random.chance(0.5)
          ? shelter(
              `${village}小学操场`,
              '学校操场',
              village,
              square(900, 2_400),
              square(120, 360),
              ['应急厕所'],
              [60, 200],
            )
          : shelter(
              `${village}村部`,
              '村级用房',
              village,
              square(200, 700),
              square(120, 300),
              [],
              [40, 150],
            ),
      );
    return list;
  });
  return [...TOWN, ...rural];
}
