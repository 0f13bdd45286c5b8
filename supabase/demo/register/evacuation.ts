/** Evacuation routes: from a settlement along the county's roads to a shelter of its township. */
import type { PassableState } from '../../../src/core/model/index.ts';
import { courseOf } from '../geometry/course.ts';
import { distanceBetween, toLine } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import { townships } from '../land/places.ts';
import { mainRiver } from '../land/rivers.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';
import type { EvacuationRouteRow } from '../rows.ts';
import { townshipCode } from './county.ts';
import type { County } from './county.ts';
import { settlementId } from './settlements.ts';
import type { PlacedShelter } from './shelters.ts';
import { RIVERSIDE_SHELTER } from './shelters.ts';

/** A longer route over the roads is no evacuation route, metres. */
const LONGEST = 9_000;

export function evacuationRoutes(
  county: County,
  list: readonly PlacedShelter[],
): EvacuationRouteRow[] {
  const random = randomFor('evacuation');
  const rows: EvacuationRouteRow[] = [];
  const byRiver = (place: PlanePoint): number => mainRiver.nearest(place).distance;
  townships.forEach(({ code }, t) => {
    const own = list.filter(({ row }) => row.district_code === code && row.state !== 'closed');
    const sites = county.geography.sites
      .filter((site) => site.township === t)
      .sort((a, b) => byRiver(a.place) - byRiver(b.place));
    for (const site of sites.slice(0, t === 0 ? 9 : 5)) {
      const heart = county.heartOf(site);
      const target = own
        .filter(({ place }) => distanceBetween(place, heart) > 150)
        .sort((a, b) => distanceBetween(a.place, heart) - distanceBetween(b.place, heart))[0];
      const route = target && county.network.route(heart, target.place);
      if (!target || !route || courseOf(route).length > LONGEST) continue;
      const number = rows.length + 1;
      const state = stateOf(number);
      rows.push({
        id: demoId('evacuation_route', site.name),
        district_code: townshipCode(site),
        name: `${site.name}—${target.row.name}疏散路线`,
        address: null,
        external_id: `SS-${String(number).padStart(3, '0')}`,
        note: noteOf(state, target.row.name),
        ...county.provenance('应急疏散预案', daysOldOf(number, random)),
        geom: toLine([...route, target.place]),
        settlement_id: settlementId(site),
        shelter_id: target.row.id,
        width_m: random.chance(0.12) ? null : random.pick([3.5, 4, 4.5, 5, 6, 7]),
        state,
      });
    }
  });
  return rows;
}

function stateOf(number: number): PassableState {
  if (number % 19 === 7) return 'blocked';
  return number % 7 === 3 ? 'unknown' : 'open';
}

/** null = nobody noted when it was looked at. */
function daysOldOf(number: number, random: Random): number | null {
  if (number % 16 === 9) return null;
  return number % 12 === 5 ? 510 : random.whole(10, 260);
}

function noteOf(state: PassableState, shelter: string): string | null {
  if (shelter === RIVERSIDE_SHELTER) return '终点在易淹区内，洪水时不可用，预案待修订。';
  return state === 'blocked' ? '路面塌陷，绕行方案未定。' : null;
}
