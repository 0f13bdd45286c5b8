/** Standing water: the reservoir behind its dam, and two small lakes in the low land away from roads. */
import { areasAbove, gridOf } from '../geometry/contours.ts';
import { areaOf, thinned } from '../geometry/lines.ts';
import { noise } from '../geometry/noise.ts';
import { distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { dammed, mainRiver, tributaries } from './rivers.ts';
import { depthInReservoir, heightAt } from './terrain.ts';

interface Lake {
  class: 'reservoir' | 'lake';
  name: string;
  rings: PlanePoint[][];
}

const LAKES = [
  { name: '镜湖', length: 620, width: 260, near: [-6_000, -1_500] },
  { name: '菱角湖', length: 480, width: 230, near: [14_000, -500] },
] as const;

export function reservoir(): Lake {
  const [east, north] = dammed.course.at((dammed.tail + dammed.dam) / 2);
  const around = {
    west: east - 4500,
    south: north - 6000,
    east: east + 4500,
    north: north + 6000,
  };
  const grid = gridOf(around, 110, depthInReservoir);
  const largest =
    areasAbove(grid, 0, 20_000).sort((a, b) => areaOf(b[0] ?? []) - areaOf(a[0] ?? []))[0] ?? [];
  const light = (ring: PlanePoint[]): PlanePoint[] =>
    thinned([...ring, ring[0] as PlanePoint], 9).slice(0, -1);
  return { class: 'reservoir', name: dammed.name, rings: largest.map(light) };
}

export function lakes(roads: readonly { points: readonly PlanePoint[] }[]): Lake[] {
  const built = roads.flatMap(({ points }) => points);
  const room = (place: PlanePoint): number =>
    Math.min(
      ...built.map((point) => distanceBetween(point, place)),
      ...tributaries.map(({ course }) => course.nearest(place).distance),
      mainRiver.nearest(place).distance - 100,
    );
  return LAKES.map(({ name, length, width, near }) => {
    let best: PlanePoint = near;
    let most = -Infinity;
    for (let east = -2400; east <= 2400; east += 300)
      for (let north = -2400; north <= 2400; north += 300) {
        const place: PlanePoint = [near[0] + east, near[1] + north];
        if (heightAt(place) > 190) continue;
        const worth = room(place);
        if (worth > most) [best, most] = [place, worth];
      }
    const scale = Math.min(1, (most - 80) / length);
    const ring: PlanePoint[] = [];
    for (let i = 0; i < 30; i += 1) {
      const turn = (i / 30) * 2 * Math.PI;
      const wave = 0.72 + 0.56 * noise(Math.cos(turn) * 1.6 + 9, Math.sin(turn) * 1.6, length);
      ring.push([
        best[0] + Math.cos(turn) * length * scale * wave,
        best[1] + (Math.sin(turn) * width + Math.cos(turn) * 90) * scale * wave,
      ]);
    }
    return { class: 'lake', name, rings: [ring] };
  });
}
