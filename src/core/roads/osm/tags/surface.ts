/**
 * What the ground allows, in km/h: the most a vehicle does on it, whatever the class. Rounded from the tables of two
 * routers that publish theirs (OSRM profiles/car.lua `surface_speeds`, `tracktype_speeds`, `smoothness_speeds`); estimates,
 * not measurements. Surfaces not listed (asphalt, concrete, paving stones …) do not slow anybody.
 */
import type { Tags } from '../elements.ts';

const SURFACE_LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  surface: {
    cement: 80,
    compacted: 80,
    fine_gravel: 80,
    'paving_stones:30': 60,
    metal: 60,
    grass_paver: 50,
    cobblestone: 30,
    unhewn_cobblestone: 20,
    sett: 50,
    gravel: 40,
    pebblestone: 40,
    unpaved: 40,
    ground: 40,
    dirt: 40,
    earth: 40,
    grass: 40,
    clay: 40,
    rock: 40,
    stone: 30,
    sand: 40,
    woodchips: 30,
    mud: 10,
  },
  tracktype: { grade1: 60, grade2: 40, grade3: 30, grade4: 25, grade5: 20 },
  smoothness: {
    intermediate: 80,
    bad: 40,
    very_bad: 20,
    horrible: 10,
    very_horrible: 5,
    impassable: 5,
  },
};

/** km/h, or null where the ground is not known to slow anybody. */
export function surfaceLimitOf(tags: Tags): number | null {
  const found: number[] = [];
  for (const [key, table] of Object.entries(SURFACE_LIMITS))
    for (const part of (tags.get(key) ?? '').split(';')) {
      const limit = table[part.trim()];
      if (limit !== undefined) found.push(limit);
    }
  return found.length === 0 ? null : Math.min(...found);
}
