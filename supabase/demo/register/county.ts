/** What every list of the register needs to know of the county: its clock, its places, and room to put things. */
import { isInside } from '../geometry/lines.ts';
import { distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import type { Clock } from '../clock.ts';
import type { Geography } from '../geography.ts';
import { COUNTY, townships } from '../land/places.ts';
import type { Site } from '../roads/sites.ts';
import { mainRiver, riverHalfWidth } from '../land/rivers.ts';
import { isReservoir } from '../land/terrain.ts';
import { networkOf } from '../roads/network.ts';
import type { Network } from '../roads/network.ts';
import { personNames, phoneNumbers } from '../names.ts';
import { randomFor } from '../random.ts';
import type { Random } from '../random.ts';

export interface County {
  readonly clock: Clock;
  readonly geography: Geography;
  readonly network: Network;
  /** Code of the township a place lies in; the county's own when in none. */
  districtAt(place: PlanePoint): string;
  /** The site of that name; 社区 and 村 may be left out. */
  siteNamed(name: string): Site;
  /** The seat of a township, or for the county town its community of that name. */
  seatOf(shortName: string): Site;
  villagesOf(township: number): Site[];
  heartOf(site: Site): PlanePoint;
  /** A dry place `near` … `far` metres from a site where nothing else of the register stands yet. */
  roomAt(site: Site, near: number, far: number): PlanePoint;
  /** `source`, `observed_at`, `verified_at` of a fact that is about so many days old; null = nobody recorded when. */
  provenance(
    register: string,
    daysOld: number | null,
  ): { source: string; observed_at: string | null; verified_at: string | null };
  readonly personName: () => string;
  readonly phone: () => string;
  readonly random: Random;
}

/** Every text that says where a demo record is from begins like this. */
export const DEMO = '演示数据';

export function countyOf(geography: Geography, clock: Clock): County {
  const random = randomFor('register');
  const { sites, hearts } = geography;
  const taken: PlanePoint[] = [];
  const heartOf = (site: Site): PlanePoint => hearts[sites.indexOf(site)] ?? site.place;
  const isDry = (place: PlanePoint): boolean => {
    const { distance, along } = mainRiver.nearest(place);
    return distance > riverHalfWidth(along) + 25 && !isReservoir(place);
  };
  const siteNamed = (name: string): Site => {
    const site = sites.find(
      (own) => own.name === name || own.name === `${name}社区` || own.name === `${name}村`,
    );
    if (!site) throw new Error(`no such place: ${name}`);
    return site;
  };
  return {
    clock,
    geography,
    network: networkOf(geography.roads),
    districtAt: (place) =>
      townships[geography.borders.townships.findIndex((ring) => isInside(place, ring))]?.code ??
      COUNTY.code,
    siteNamed,
    seatOf: (shortName) => siteNamed(shortName === '云洄' ? '文庙' : shortName),
    villagesOf: (township) =>
      sites.filter((site) => site.township === township && site.kind === 'village'),
    heartOf,
    roomAt: (site, near, far) => {
      const heart = heartOf(site);
      for (let apart = 45, tries = 0; ; tries += 1) {
        const turn = random.between(0, 2 * Math.PI);
        const away = random.between(near, far + tries * 2);
        const place: PlanePoint = [
          heart[0] + Math.cos(turn) * away,
          heart[1] + Math.sin(turn) * away,
        ];
        if (isDry(place) && taken.every((other) => distanceBetween(other, place) > apart)) {
          taken.push(place);
          return place;
        }
        apart *= 0.99;
      }
    },
    provenance: (register, daysOld) => {
      const observed = daysOld === null ? null : clock.daysAgo(daysOld, random);
      const isVerified = daysOld !== null && daysOld > 20 && random.chance(0.6);
      return {
        source: `${DEMO}·${register}`,
        observed_at: observed,
        verified_at: isVerified
          ? clock.daysAgo(random.whole(2, Math.floor(daysOld * 0.8)), random)
          : null,
      };
    },
    personName: personNames(),
    phone: phoneNumbers(),
    random,
  };
}

export const townshipCode = (site: Site): string => townships[site.township]?.code ?? '';
export const townshipName = (site: Site): string => townships[site.township]?.name ?? '';
