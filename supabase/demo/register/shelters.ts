/** Shelters, and the people who went in and out of some of them. */
import type { EventKind, ShelterState, Suitability } from '../../../src/core/model/index.ts';
import { toPoint, toPolygon } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import { TOWN_ALONG } from '../land/places.ts';
import { mainRiver, riverHalfWidth } from '../land/rivers.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';
import type { OccupancyMovementRow, ShelterRow } from '../rows.ts';
import type { County } from './county.ts';
import { floodArea } from './hazard-shapes.ts';
import { listedShelters } from './shelter-list.ts';
import type { ListedShelter } from './shelter-list.ts';
import { floodSuitability, slopeSuitability } from './shelter-ground.ts';

const shelterId = (name: string): string => demoId('shelter', name);

/** Square metres a person needs for a short stay, outdoors and indoors: the demo's own figures, from no standard. */
const OUTDOOR_M2 = 2;
const INDOOR_M2 = 3;

export const RIVERSIDE_SHELTER = '双汊镇滨河文化广场';
/** One school twice: two offices registered it under two names, a few steps apart, with different capacities. */
export const TWINS = ['望渡镇中学操场', '望渡中学运动场'] as const;

export interface PlacedShelter {
  row: ShelterRow;
  place: PlanePoint;
}

const STATES: Record<string, ShelterState> = {
  双汊镇中学操场: 'open',
  双汊镇中心小学操场: 'open',
  白鹤镇中学操场: 'closed',
  钟楼社区服务中心: 'unknown',
  石梁镇中学操场: 'unknown',
};
const NOTES: Record<string, string> = {
  白鹤镇中学操场: '操场改造施工中，停止使用，完工日期待定。',
  双汊镇中心小学操场: '已满，新到人员请转往双汊镇中学操场。',
  [RIVERSIDE_SHELTER]: '紧邻洄江，洪水时不可用。',
  [TWINS[1]]: '县教育局另报，疑与“望渡镇中学操场”为同一处，待核。',
};

/** A playing field or square as an area: a rectangle of the given size, turned. */
function field([east, north]: PlanePoint, squareMetres: number, turn: number): PlanePoint[] {
  const long = Math.sqrt(squareMetres * 1.6) / 2;
  const wide = squareMetres / (4 * long);
  return [
    [-long, -wide],
    [long, -wide],
    [long, wide],
    [-long, wide],
  ].map(([x = 0, y = 0]): PlanePoint => [
    east + x * Math.cos(turn) - y * Math.sin(turn),
    north + x * Math.sin(turn) + y * Math.cos(turn),
  ]);
}

function suitabilityOf(
  listed: ListedShelter,
  place: PlanePoint,
  flood: readonly PlanePoint[],
): ShelterRow['suitability'] {
  const slope = slopeSuitability(place);
  const isOutdoors = (listed.outdoorM2 ?? 0) > 1000;
  const known: Partial<Record<EventKind, Suitability>> = {
    flood: floodSuitability(place, flood),
    earthquake: isOutdoors ? 'yes' : 'unknown',
    landslide: slope,
    debris_flow: slope,
    wildfire: slope === 'yes' ? 'yes' : 'unknown',
  };
  return (listed.indoorM2 ?? 0) >= 400 ? { ...known, cold_wave: 'yes', typhoon: 'yes' } : known;
}

/** The listed shelters, and the two that are wrong on purpose. */
function allListed(county: County): ListedShelter[] {
  const room = { away: [0, 0], facilities: [] } as const;
  return [
    ...listedShelters(county),
    {
      ...room,
      name: RIVERSIDE_SHELTER,
      kind: '广场',
      at: '双汊',
      outdoorM2: 6_400,
      indoorM2: 0,
      facilities: ['应急广播'],
    },
    { ...room, name: TWINS[1], kind: '学校操场', at: '望渡', outdoorM2: 5_200, indoorM2: null },
  ];
}

/** Asked in the order of the list: two lie by the river, the twin beside its other, and each of the rest takes free room. */
function placing(county: County): (listed: ListedShelter) => PlanePoint {
  const river = mainRiver.nearest(county.heartOf(county.seatOf('双汊'))).along + 250;
  const riverside = mainRiver.aside(river, riverHalfWidth(river) + 95);
  const park = TOWN_ALONG + 1950;
  const places = new Map<string, PlanePoint>([
    [RIVERSIDE_SHELTER, riverside],
    ['滨江公园', mainRiver.aside(park, riverHalfWidth(park) + 115)],
  ]);
  return ({ name, at, away }) => {
    const twin = name === TWINS[1] ? places.get(TWINS[0]) : undefined;
    if (twin) return [twin[0] + 34, twin[1] - 21];
    const place = places.get(name) ?? county.roomAt(county.siteNamed(at), ...away);
    places.set(name, place);
    return place;
  };
}

type Capacity = Pick<
  ShelterRow,
  'capacity' | 'capacity_indoor' | 'capacity_outdoor' | 'capacity_text' | 'effective_area_m2'
>;

/** How many people a shelter takes in, by its measures. */
function capacityOf({ outdoorM2, indoorM2 }: ListedShelter): Capacity {
  const outdoor = outdoorM2 === null ? null : Math.round(outdoorM2 / OUTDOOR_M2);
  const indoor = indoorM2 === null ? null : Math.round(indoorM2 / INDOOR_M2);
  const isKnown = outdoor !== null || indoor !== null;
  return {
    capacity: isKnown ? (outdoor ?? 0) + (indoor ?? 0) : null,
    capacity_indoor: indoor,
    capacity_outdoor: outdoor,
    capacity_text: isKnown ? `屋内${indoor ?? 0}人／屋外${outdoor ?? 0}人` : null,
    effective_area_m2: (outdoorM2 ?? 0) + (indoorM2 ?? 0),
  };
}

const UNMEASURED: Capacity = {
  capacity: null,
  capacity_indoor: null,
  capacity_outdoor: null,
  capacity_text: '约五百至八百人，未实测',
  effective_area_m2: null,
};

/** null = nobody noted when it was looked at. */
function daysOldOf(i: number, random: Random): number | null {
  if (i % 15 === 11) return null;
  return i % 10 === 4 ? random.whole(400, 1_300) : random.whole(8, 300);
}

export function shelters(county: County): PlacedShelter[] {
  const random = randomFor('shelters');
  const flood = floodArea(county);
  const placeOf = placing(county);
  return allListed(county).map((listed, i) => {
    const site = county.siteNamed(listed.at);
    const place = placeOf(listed);
    const isTwin = listed.name === TWINS[1];
    const isUnmeasured = i % 17 === 12;
    const isUnassessed = i % 9 === 5;
    const daysOld = daysOldOf(i, random);
    const isArea = (listed.outdoorM2 ?? 0) >= 5_000 && !isTwin;
    const row: ShelterRow = {
      id: shelterId(listed.name),
      district_code: county.districtAt(place),
      name: listed.name,
      address: site.name,
      external_id: `BN-${String(i + 1).padStart(3, '0')}`,
      note: NOTES[listed.name] ?? null,
      ...county.provenance(isTwin ? '县教育局报送' : '应急避难场所普查', daysOld),
      geom: isArea
        ? toPolygon(field(place, listed.outdoorM2 ?? 0, random.between(0, 1.5)))
        : toPoint(place),
      kind: listed.kind,
      state: STATES[listed.name] ?? 'standby',
      ...(isUnmeasured ? UNMEASURED : capacityOf(listed)),
      facilities: [...listed.facilities],
      suitability: isUnassessed ? {} : suitabilityOf(listed, place, flood),
      service_area: site.kind === 'village' ? site.name : `${site.name}及周边`,
    };
    return { row, place };
  });
}

/** People in shelters: two filled by today's flood, one remembered from last year, one counted and then forgotten. */
export function occupancy(list: readonly PlacedShelter[], county: County): OccupancyMovementRow[] {
  const rows: OccupancyMovementRow[] = [];
  const { clock } = county;
  const move = (
    name: string,
    movement: OccupancyMovementRow['movement'],
    people: number,
    minutes: number,
    reason: string,
  ): void => {
    rows.push({
      id: demoId('occupancy_movement', `${name}/${rows.length + 1}`),
      shelter_id: shelterId(name),
      movement,
      people,
      at: clock.minutesAgo(minutes),
      reason,
    });
  };
  const full = list.find(({ row }) => row.name === '双汊镇中心小学操场')?.row.capacity ?? 300;
  const early = Math.round(full * 0.4);
  const DAY = 24 * 60;
  move('双汊镇中心小学操场', 'count', 0, 200, '启用前清点');
  move('双汊镇中心小学操场', 'in', early, 165, '沿河院落第一批转移');
  move('双汊镇中心小学操场', 'in', full - early, 90, '沿河院落第二批转移');
  move('双汊镇中学操场', 'count', 0, 150, '启用前清点');
  move('双汊镇中学操场', 'in', 286, 80, '低洼片区转移');
  move('双汊镇中学操场', 'in', 147, 42, '由中心小学分流');
  move('双汊镇中学操场', 'out', 21, 15, '投亲靠友');
  move('云洄县体育馆', 'in', 640, 402 * DAY, '寒潮滞留旅客安置');
  move('云洄县体育馆', 'out', 640, 399 * DAY, '返程');
  move('云坳乡中心小学操场', 'count', 35, 88 * DAY, '演练后未登记撤离');
  move('金竹镇中学操场', 'in', 210, 61 * DAY, '水库泄洪避险转移');
  move('金竹镇中学操场', 'out', 210, 60 * DAY, '解除避险');
  return rows;
}
