/** What the ground says about a shelter: how near the water, how steep around it. */
import type { Suitability } from '../../../src/core/model/index.ts';
import { isInside } from '../geometry/lines.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { mainRiver, riverHalfWidth, tributaries } from '../land/rivers.ts';
import { heightAt } from '../land/terrain.ts';

/** Beside the river or in the mapped flood area: no. A little farther, or by a tributary: nobody has worked it out. */
export function floodSuitability(place: PlanePoint, floodArea: readonly PlanePoint[]): Suitability {
  const { distance, along } = mainRiver.nearest(place);
  if (isInside(place, floodArea) || distance - riverHalfWidth(along) < 160) return 'no';
  const byTributary = tributaries.some(
    ({ class: of, course }) => of === 'river' && course.nearest(place).distance < 130,
  );
  return byTributary || distance - riverHalfWidth(along) < 420 ? 'unknown' : 'yes';
}

/** Judged by the difference of height within 350 m. */
export function slopeSuitability(place: PlanePoint): Suitability {
  const here = heightAt(place);
  let rise = 0;
  for (let turn = 0; turn < 2 * Math.PI; turn += 0.5)
    rise = Math.max(
      rise,
      heightAt([place[0] + 350 * Math.cos(turn), place[1] + 350 * Math.sin(turn)]) - here,
    );
  if (rise > 110) return 'no';
  return rise > 60 ? 'unknown' : 'yes';
}
