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
  room: Pick<ListedShelter, 'outdoorM2' | 'indoorM2' | 'facilities'>,
  away: readonly [number, number] = [90, 300],
): ListedShelter => ({ name, kind, at, ...room, away });

const FULL = ['应急供水', '应急供电', '应急厕所', '医疗救护点', '应急广播', '物资储备间'] as const;
const SOME = ['应急供水', '应急厕所', '应急广播'] as const;

const TOWN: readonly ListedShelter[] = [
  shelter('云洄县体育馆', '体育场馆', '东风', {
    outdoorM2: 14_000,
    indoorM2: 5_200,
    facilities: [...FULL, '停机坪'],
  }),
  shelter('人民广场', '广场', '米市街', {
    outdoorM2: 18_500,
    indoorM2: 0,
    facilities: [...SOME, '应急指挥点'],
  }),
  shelter('滨江公园', '公园绿地', '滨江', { outdoorM2: 22_000, indoorM2: 0, facilities: SOME }),
  shelter('云洄一中操场', '学校操场', '育才', {
    outdoorM2: 16_800,
    indoorM2: 2_400,
    facilities: FULL,
  }),
  shelter('云洄二中操场', '学校操场', '学府', {
    outdoorM2: 13_600,
    indoorM2: 1_800,
    facilities: FULL,
  }),
  shelter('城北小学操场', '学校操场', '城北', {
    outdoorM2: 5_400,
    indoorM2: 900,
    facilities: SOME,
  }),
  shelter('江南小学操场', '学校操场', '江南', {
    outdoorM2: 4_800,
    indoorM2: 700,
    facilities: SOME,
  }),
  shelter('桑园小学操场', '学校操场', '桑园', {
    outdoorM2: 4_200,
    indoorM2: 600,
    facilities: SOME,
  }),
  shelter('南苑文化广场', '广场', '南苑', { outdoorM2: 7_600, indoorM2: 0, facilities: SOME }),
  shelter('县职业技术学校操场', '学校操场', '工业园', {
    outdoorM2: 11_900,
    indoorM2: 3_100,
    facilities: FULL,
  }),
  shelter('钟楼社区服务中心', '社区用房', '钟楼', {
    outdoorM2: 0,
    indoorM2: 420,
    facilities: ['应急供水', '应急照明'],
  }),
];

/** Townships large enough for a school that teaches to grade nine. */
const hasMiddleSchool = (name: string): boolean => name.endsWith('镇');

export function listedShelters(county: County): ListedShelter[] {
  const random = randomFor('shelter list');
  const rural = townships.flatMap(({ name, shortName }, t): ListedShelter[] => {
    if (t === 0) return [];
    const square = (low: number, high: number): number => random.whole(low / 100, high / 100) * 100;
    const list = [
      shelter(`${name}中心小学操场`, '学校操场', shortName, {
        outdoorM2: square(3_000, 6_500),
        indoorM2: square(400, 1_200),
        facilities: SOME,
      }),
    ];
    if (hasMiddleSchool(name))
      list.push(
        shelter(
          `${name}中学操场`,
          '学校操场',
          shortName,
          { outdoorM2: square(5_500, 9_800), indoorM2: square(700, 1_900), facilities: FULL },
          [200, 480],
        ),
      );
    if (random.chance(0.5))
      list.push(
        shelter(`${name}文化站`, '文化活动中心', shortName, {
          outdoorM2: square(600, 1_600),
          indoorM2: square(300, 700),
          facilities: ['应急照明'],
        }),
      );
    const villages = random.shuffled(county.villagesOf(t)).slice(0, random.whole(1, 3));
    for (const { name: village } of villages)
      list.push(
        random.chance(0.5)
          ? shelter(
              `${village}小学操场`,
              '学校操场',
              village,
              {
                outdoorM2: square(900, 2_400),
                indoorM2: square(120, 360),
                facilities: ['应急厕所'],
              },
              [60, 200],
            )
          : shelter(
              `${village}村部`,
              '村级用房',
              village,
              { outdoorM2: square(200, 700), indoorM2: square(120, 300), facilities: [] },
              [40, 150],
            ),
      );
    return list;
  });
  return [...TOWN, ...rural];
}
