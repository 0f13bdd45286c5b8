/** Teams: one militia team of 40 to 60 people per township, and the county's professional teams. */
import type { Availability } from '../../../src/core/model/index.ts';
import { lengthOf } from '../geometry/lines.ts';
import { between, distanceBetween, toPoint } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import { COUNTY, townships } from '../land/places.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';
import type { TeamRow } from '../rows.ts';
import type { County } from './county.ts';
import { COUNTY_TEAMS, equipmentOf } from './team-list.ts';
import type { ListedTeam } from './team-list.ts';

const teamId = (name: string): string => demoId('team', name);

function militia(): ListedTeam[] {
  const random = randomFor('militia');
  return townships.map(({ name, shortName, code }) => ({
    name: `${name}应急民兵分队`,
    kind: '应急民兵',
    at: shortName === '云洄' ? '钟楼' : shortName,
    people: random.whole(40, 60),
    capabilities: [
      '抗洪抢险',
      '人员转移',
      ...(code.endsWith('200') || random.chance(0.65) ? ['森林灭火'] : []),
      ...(random.chance(0.4) ? ['道路抢通'] : []),
    ],
    equipment: [
      ['捞刀', random.whole(12, 40), '把'],
      ['扑火拖把', random.whole(10, 30), '把'],
      ['铁铲', random.whole(15, 40), '把'],
      ['手锯', random.whole(5, 15), '把'],
      ['救生衣', random.whole(10, 30), '件'],
      ['手抬机动泵', random.whole(1, 3), '台'],
    ],
    mobilisation: [random.whole(4, 8) * 5, random.whole(7, 14) * 5],
  }));
}

/** What is known of today: [availability, minutes since it was said]. Everyone else is available since this morning. */
const TODAY: Record<string, readonly [Availability, number | null]> = {
  县公路养护应急队: ['busy', 95],
  双汊镇应急民兵分队: ['busy', 140],
  白鹤镇森林消防半专业队: ['off_duty', 600],
  县中医医院医疗救护队: ['busy', 25],
  晨曦志愿救援队: ['unknown', null],
  石梁镇山地搜救队: ['unknown', null],
  长冲乡应急民兵分队: ['unknown', null],
  龙须坪乡应急民兵分队: ['available', 60 * 24 * 41],
};

/** Last reported positions: [between the base and which place, share of the route, minutes ago]. */
const POSITIONS: Record<string, readonly [towards: string, share: number, minutes: number]> = {
  县公路养护应急队: ['麻塘', 0.82, 6],
  县水上救援队: ['双汊', 0.55, 3],
  县人民医院急救站: ['金竹', 0.3, 11],
  县综合应急救援大队: ['双汊', 0.9, 50],
  // Switched off three days ago somewhere in the hills.
  县森林防灭火大队: ['龙须坪', 0.7, 3 * 24 * 60 + 130],
  双汊镇应急民兵分队: ['黄沙渡', 0.08, 18],
  '省矿山救护驻点小组（演示）': ['枫林坳', 1, 5 * 60],
};

/** They go by boat; everybody else is seen on a road. */
const AFLOAT = '县水上救援队';

function onTheRoute(
  county: County,
  name: string,
  from: PlanePoint,
  to: PlanePoint,
  share: number,
): PlanePoint {
  const route = name === AFLOAT ? null : county.network.route(from, to);
  if (route === null) return between(from, to, share);
  let left = lengthOf(route) * share;
  for (const [i, end] of route.slice(1).entries()) {
    const start = route[i] as PlanePoint;
    const length = distanceBetween(start, end);
    if (length > 0 && left <= length) return between(start, end, left / length);
    left -= length;
  }
  return route.at(-1) ?? to;
}

const daysOldOf = (i: number, random: Random): number =>
  i % 13 === 6 ? random.whole(400, 700) : random.whole(3, 160);

export function teams(county: County): TeamRow[] {
  const random = randomFor('teams');
  const { clock } = county;
  return [...militia(), ...COUNTY_TEAMS].map((listed, i) => {
    const site = listed.at === null ? null : county.siteNamed(listed.at);
    const base = site && county.roomAt(site, 60, 260);
    const [availability, minutes] = TODAY[listed.name] ?? ['available', random.whole(20, 9 * 60)];
    const seen = POSITIONS[listed.name];
    const target: PlanePoint | undefined = seen && county.heartOf(county.seatOf(seen[0]));
    const position =
      seen && target ? onTheRoute(county, listed.name, base ?? target, target, seen[1]) : null;
    const isBare = listed.capabilities.length === 0;
    const [day, night] = listed.mobilisation;
    return {
      id: teamId(listed.name),
      district_code: base ? county.districtAt(base) : COUNTY.code,
      name: listed.name,
      address: site ? site.name : null,
      external_id: `DW-${String(i + 1).padStart(3, '0')}`,
      note: base ? null : '随任务移动，未登记驻地。',
      ...county.provenance('救援力量登记', isBare ? null : daysOldOf(i, random)),
      geom: base && toPoint(base),
      kind: listed.kind,
      capabilities: [...listed.capabilities],
      people: listed.people,
      equipment: equipmentOf(listed.equipment),
      equipment_text:
        listed.equipment
          .map(([item, quantity, unit]) => `${item}${quantity ?? ''}${unit}`)
          .join('、') || null,
      mobilisation_day_s: day === null ? null : day * 60,
      mobilisation_night_s: night === null ? null : night * 60,
      availability,
      availability_at: minutes === null ? null : clock.minutesAgo(minutes),
      position: position && toPoint(position),
      position_at: seen ? clock.minutesAgo(seen[2]) : null,
    };
  });
}
