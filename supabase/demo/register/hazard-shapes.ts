/** Hazards that are more than a point: low land by the river, a slope, a gully, a pipeline and a stretch of road. */
import type { Geometry } from 'geojson';
import { courseOf } from '../geometry/course.ts';
import { thinned } from '../geometry/lines.ts';
import { noise } from '../geometry/noise.ts';
import { between, distanceBetween, toLine, toPoint, toPolygon } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { TOWN_ALONG } from '../land/places.ts';
import { dammed, mainRiver, riverHalfWidth, tributaries } from '../land/rivers.ts';
import { heightAt } from '../land/terrain.ts';
import type { County } from './county.ts';

interface Shaped {
  geom: Geometry;
  /** A point of the shape, to know its township. */
  place: PlanePoint;
}

/** Left-bank land that the river reaches at a flood, round the seat of 双汊. */
export function floodArea(county: County): PlanePoint[] {
  const { along } = mainRiver.nearest(county.heartOf(county.seatOf('双汊')));
  const ring: PlanePoint[] = [];
  const [from, to] = [along - 900, along + 1500];
  for (let at = from; at <= to; at += 150) ring.push(mainRiver.aside(at, riverHalfWidth(at) + 6));
  for (let at = to; at >= from; at -= 150) {
    const share = (at - from) / (to - from);
    const reach = Math.sin(Math.PI * share) * (430 + 520 * noise(at / 420, 1.5, 95)) + 40;
    ring.push(mainRiver.aside(at, riverHalfWidth(at) + reach));
  }
  return ring;
}

/** A patch on the steepest ground within 1.5 km of a seat, long axis down the slope. */
function slope(county: County, seat: string): PlanePoint[] {
  const heart = county.heartOf(county.seatOf(seat));
  let best: PlanePoint = heart;
  let steepest = 0;
  let down = 0;
  for (let turn = 0; turn < 2 * Math.PI; turn += 0.2)
    for (const away of [350, 550, 800]) {
      const place: PlanePoint = [
        heart[0] + Math.cos(turn) * away,
        heart[1] + Math.sin(turn) * away,
      ];
      const east = heightAt([place[0] + 200, place[1]]) - heightAt([place[0] - 200, place[1]]);
      const north = heightAt([place[0], place[1] + 200]) - heightAt([place[0], place[1] - 200]);
      const steepness = Math.hypot(east, north);
      if (steepness > steepest)
        [best, steepest, down] = [place, steepness, Math.atan2(-north, -east)];
    }
  const ring: PlanePoint[] = [];
  for (let i = 0; i < 20; i += 1) {
    const turn = (i / 20) * 2 * Math.PI;
    const wave = 0.75 + 0.5 * noise(Math.cos(turn) * 2 + 5, Math.sin(turn) * 2, 96);
    const [long, wide] = [Math.cos(turn) * 230 * wave, Math.sin(turn) * 130 * wave];
    ring.push([
      best[0] + long * Math.cos(down) - wide * Math.sin(down),
      best[1] + long * Math.sin(down) + wide * Math.cos(down),
    ]);
  }
  return ring;
}

/** A narrow area along a brook above a seat, widening into a fan. */
function gully(county: County, brook: string, seat: string): PlanePoint[] {
  const course = tributaries.find(({ name }) => name === brook)?.course ?? mainRiver;
  const foot = course.nearest(county.heartOf(county.seatOf(seat))).along;
  const left: PlanePoint[] = [];
  const right: PlanePoint[] = [];
  for (let back = 0; back <= 1700; back += 140) {
    const wide = 55 + (back < 420 ? (420 - back) * 0.32 : 0) + 25 * noise(back / 300, 0.5, 97);
    left.push(course.aside(foot - back, wide));
    right.push(course.aside(foot - back, -wide));
  }
  return [...left, ...right.reverse()];
}

/** A line that follows the roads between two seats a little to their left. */
function alongRoads(county: County, from: string, to: string): PlanePoint[] {
  const route =
    county.network.route(county.heartOf(county.seatOf(from)), county.heartOf(county.seatOf(to))) ??
    [];
  const course = courseOf(route);
  const line: PlanePoint[] = [];
  for (let at = 0; at <= course.length; at += 420) line.push(course.aside(at, 70));
  return thinned(line, 12);
}

/** The longest stretch of a named road near a seat. */
function stretch(county: County, road: string, seat: string): PlanePoint[] {
  const heart = county.heartOf(county.seatOf(seat));
  const near = county.geography.roads
    .filter(
      ({ name, points }) => name === road && distanceBetween(points[0] as PlanePoint, heart) < 5000,
    )
    .sort((a, b) => courseOf(b.points).length - courseOf(a.points).length);
  return near[0]?.points ?? [heart, between(heart, [0, 0], 0.01)];
}

/** The edge of the water on the left bank. */
function riverside(from: number, to: number): PlanePoint[] {
  const points: PlanePoint[] = [];
  for (let at = from; at <= to; at += 100) points.push(mainRiver.aside(at, riverHalfWidth(at) + 4));
  return points;
}

function bankNear(place: PlanePoint): PlanePoint {
  const { along } = mainRiver.nearest(place);
  return mainRiver.aside(along, -riverHalfWidth(along) + 8);
}

const atBank = (place: PlanePoint): Shaped => ({ geom: toPoint(place), place });
const area = (ring: PlanePoint[]): Shaped => ({
  geom: toPolygon(ring),
  place: ring[0] as PlanePoint,
});
const line = (points: PlanePoint[]): Shaped => ({
  geom: toLine(points),
  place: points[Math.floor(points.length / 2)] as PlanePoint,
});

/** By hazard name; everything else is a point. */
export function hazardShapes(county: County): ReadonlyMap<string, Shaped> {
  const dam = dammed.course.at(dammed.dam + 30);
  return new Map<string, Shaped>([
    [
      '洄江双汊段低洼易淹区',
      { ...area(floodArea(county)), place: county.heartOf(county.seatOf('双汊')) },
    ],
    ['石梁镇后山滑坡体', area(slope(county, '石梁'))],
    ['云坳溪左岸泥石流沟', area(gully(county, '云坳溪', '云坳'))],
    ['洄江天然气支线管道（望渡—双汊段）', line(alongRoads(county, '望渡', '双汊'))],
    ['X902 县道临水临崖路段', line(stretch(county, 'X902 县道', '上源'))],
    ['洄江龙舟赛观赛河段', line(riverside(TOWN_ALONG - 300, TOWN_ALONG + 1100))],
    [
      '县自来水厂洄江取水口',
      atBank(mainRiver.aside(TOWN_ALONG - 1900, riverHalfWidth(TOWN_ALONG - 1900) - 12)),
    ],
    ['黄沙渡老渡口野泳水域', atBank(bankNear(county.heartOf(county.seatOf('黄沙渡'))))],
    ['云坳水库大坝', { geom: toPoint(dam), place: dam }],
  ]);
}
