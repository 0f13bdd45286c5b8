/** What the local base map draws of the demo county: land, relief, woods, water, roads, railway and place names. */
import type { Geometry } from 'geojson';
import type { BaseLayer } from '../../src/core/model/index.ts';
import { curveThrough, thinned } from './geometry/lines.ts';
import { toLine, toPoint, toPolygon } from './geometry/plane.ts';
import type { PlanePoint } from './geometry/plane.ts';
import type { Geography } from './geography.ts';
import { demoId } from './identity.ts';
import { lakes, reservoir } from './land/lakes.ts';
import { COUNTY, TOWN_ALONG, townships } from './land/places.ts';
import { reliefAndWoods } from './land/relief.ts';
import {
  mainRiver,
  RIVER_NAME,
  riverBanks,
  riverHalfWidth,
  sandbank,
  tributaries,
} from './land/rivers.ts';
import type { BaseFeatureRow } from './rows.ts';

const SOURCE = '演示数据·虚构底图（程序生成，不是任何真实地形）';

/** An invented branch line on the right bank. */
const RAILWAY: readonly PlanePoint[] = [
  [-27_500, -7_600],
  [-22_000, -5_600],
  [-15_500, -5_900],
  [-9_000, -4_300],
  [-3_200, -4_700],
  [2_500, -4_100],
  [8_200, -6_300],
  [14_600, -8_900],
  [17_800, -14_200],
  [19_500, -20_500],
];

/** A strip of green between the riverside road and the river, below the second bridge. */
function riversidePark(): PlanePoint[] {
  const ring: PlanePoint[] = [];
  const bank = (along: number, away: number): PlanePoint =>
    mainRiver.aside(along, riverHalfWidth(along) + away);
  for (let along = TOWN_ALONG + 1650; along <= TOWN_ALONG + 2250; along += 100)
    ring.push(bank(along, 18));
  for (let along = TOWN_ALONG + 2250; along >= TOWN_ALONG + 1650; along -= 100)
    ring.push(bank(along, 210));
  return ring;
}

export function baseFeatures({ borders, roads, sites }: Geography): BaseFeatureRow[] {
  const rows: BaseFeatureRow[] = [];
  const counts = new Map<BaseLayer, number>();
  const draw = (layer: BaseLayer, of: string, name: string | null, geom: Geometry): void => {
    const number = (counts.get(layer) ?? 0) + 1;
    counts.set(layer, number);
    const key = `${layer}-${number}`;
    rows.push({
      id: demoId('base_feature', key),
      district_code: COUNTY.code,
      layer,
      class: of,
      name,
      external_id: key,
      source: SOURCE,
      geom,
    });
  };

  draw('land', 'county', null, toPolygon(borders.county));
  const { relief, woods } = reliefAndWoods(borders.county);
  for (const { class: of, name, rings } of relief) draw('relief', of, name, toPolygon(...rings));
  for (const { class: of, name, rings } of woods) draw('green', of, name, toPolygon(...rings));
  draw('green', 'park', '滨江公园', toPolygon(riversidePark()));

  draw('water', 'river', null, toPolygon(riverBanks(), sandbank(TOWN_ALONG + 2900, 900)));
  const basin = reservoir();
  draw('water', basin.class, basin.name, toPolygon(...basin.rings));
  for (const { class: of, name, rings } of lakes(roads))
    draw('water', of, name, toPolygon(...rings));

  draw('waterway', 'river', RIVER_NAME, toLine(thinned(mainRiver.points, 8)));
  for (const { class: of, name, course } of tributaries)
    draw('waterway', of, name, toLine(course.points));

  for (const { class: of, name, points } of roads) draw('road', of, name, toLine(points));
  draw('railway', 'rail', '洄中铁路', toLine(thinned(curveThrough(RAILWAY, 160), 5)));

  draw('place', 'county', COUNTY.name, toPoint([-3_400, 6_600]));
  townships.forEach(({ name, seat }, t) => {
    const own = sites.find(({ township, kind }) => township === t && kind === 'seat');
    draw('place', 'town', name, toPoint(own?.place ?? seat));
  });
  return rows;
}
