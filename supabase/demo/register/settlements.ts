/** Villages and communities with their people: about 200,000, of whom some need help to leave. */
import { toPoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import { townships } from '../land/places.ts';
import type { Site } from '../roads/sites.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';
import type { SettlementRow } from '../rows.ts';
import { townshipCode, townshipName } from './county.ts';
import type { County } from './county.ts';

export const settlementId = (site: Site): string => demoId('settlement', site.name);

/** How many people live in a site of each kind, as against a village. */
const WEIGHTS: Record<Site['kind'], number> = { town: 6.4, seat: 3.4, village: 1 };

/** Splits a township's people over its sites: communities of the county town are large, villages differ. */
function peopleOf(sites: readonly Site[]): Map<Site, number> {
  const random = randomFor('people');
  const people = new Map<Site, number>();
  townships.forEach((township, t) => {
    const own = sites.filter((site) => site.township === t);
    const weights = own.map(({ kind }) => WEIGHTS[kind] * Math.exp(0.3 * random.bell()));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let left = township.people;
    own.forEach((site, i) => {
      const count =
        i === own.length - 1 ? left : Math.round((township.people * (weights[i] ?? 0)) / total);
      people.set(site, count);
      left -= count;
    });
  });
  return people;
}

/** null = nobody noted when they were counted. */
function daysOldOf(i: number, random: Random): number | null {
  if (i % 37 === 20) return null;
  return i % 23 === 7 ? random.whole(420, 1500) : random.whole(15, 320);
}

export function settlements(county: County): SettlementRow[] {
  const random = randomFor('settlements');
  const people = peopleOf(county.geography.sites);
  return county.geography.sites.map((site, i) => {
    const count = people.get(site) ?? 0;
    // Nobody has counted the people of one village since it was merged.
    const isUncounted = i === county.geography.sites.length - 5;
    const daysOld = isUncounted ? null : daysOldOf(i, random);
    const needHelp =
      i % 19 === 4 || isUncounted ? null : Math.round(count * random.between(0.045, 0.125));
    return {
      id: settlementId(site),
      district_code: townshipCode(site),
      name: site.name,
      address: `${townshipName(site)}${site.name}`,
      external_id: `JMD-${String(i + 1).padStart(3, '0')}`,
      note: isUncounted ? '两村合并后未重新统计人口，人数未知。' : null,
      ...county.provenance(
        daysOld === null ? '村（社区）人口台账，未注明统计日期' : '村（社区）人口台账',
        daysOld,
      ),
      geom: toPoint(county.heartOf(site)),
      people: isUncounted ? null : count,
      people_need_help: needHelp,
      households: isUncounted ? null : Math.round(count / random.between(2.7, 3.6)),
      door: random.chance(0.6)
        ? `${random.whole(1, 12)}组${random.whole(1, 40)}号（${site.kind === 'village' ? '村部' : '社区服务中心'}）`
        : null,
    };
  });
}
