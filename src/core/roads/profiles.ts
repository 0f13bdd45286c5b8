/**
 * How fast and how large someone is, as data. Speeds are km/h by class of road where the road itself has none; 0 means
 * that this class is not used. Districts may replace any of it.
 */
import type { Meters } from '../model/index.ts';
import type { RoadClass, TravelMode } from './types.ts';

export interface RoadProfile {
  id: string;
  mode: TravelMode;
  /** km/h where a road has no speed of its own. */
  speeds: Readonly<Record<RoadClass, number>>;
  /** Share of a road's own (signed) speed that is really driven. */
  signedShare: number;
  /** km/h that are never exceeded. */
  topKmh: number;
  /** Whether turn restrictions bind. */
  obeysTurns: boolean;
  /** Size; null = does not matter. A road whose limit is unknown is never excluded. */
  widthM: Meters | null;
  weightT: number | null;
  heightM: Meters | null;
  /**
   * Milliseconds that a road costs on top which this profile may not use, in either direction; absent = it is not used. Its
   * route is then the one with the fewest of them: it tells what somebody's route is barred by.
   */
  barredMs?: number;
  /** Where the numbers come from. */
  source: string;
}

/** Class speeds of OSRM's profile car.lua (BSD-2-Clause), which also drives 80 % of the signed speed. */
const CAR_SPEEDS: Readonly<Record<RoadClass, number>> = {
  motorway: 90,
  trunk: 85,
  primary: 65,
  secondary: 55,
  tertiary: 40,
  unclassified: 25,
  residential: 25,
  living_street: 10,
  service: 15,
  track: 12,
  pedestrian: 5,
  cycleway: 0,
  path: 0,
  steps: 0,
  ferry: 5,
};

const capped = (speeds: typeof CAR_SPEEDS, top: number, share: number): typeof CAR_SPEEDS =>
  Object.fromEntries(
    Object.entries(speeds).map(([name, kmh]) => [name, Math.min(top, kmh * share)]),
  ) as Record<RoadClass, number>;

export const EMERGENCY_CAR: RoadProfile = {
  id: 'emergency-car',
  mode: 'car',
  speeds: CAR_SPEEDS,
  signedShare: 0.8,
  topKmh: 130,
  obeysTurns: true,
  widthM: null,
  weightT: null,
  heightM: null,
  source:
    'class speeds and share of the signed speed: OSRM car.lua; track and pedestrian streets: product default',
};

export const HEAVY_TRUCK: RoadProfile = {
  id: 'heavy-truck',
  mode: 'truck',
  speeds: capped(CAR_SPEEDS, 80, 0.8),
  signedShare: 0.7,
  topKmh: 80,
  obeysTurns: true,
  widthM: 2.55,
  weightT: 18,
  heightM: 3.8,
  source:
    'size: a two-axle fire engine within GB 1589-2016 (2.55 m, 18 t); height and speeds (80 % of a car, at most 80 km/h): product default',
};

/**
 * km/h the roads are searched with for people on foot. Every walk has the same shape whatever the pace, so that a time
 * is turned into one at a real pace by a factor: `atPace` in core/ranking, with paces that are thresholds.
 */
export const WALKING_KMH = 5;

export const ON_FOOT: RoadProfile = {
  id: 'foot',
  mode: 'foot',
  speeds: {
    ...capped(CAR_SPEEDS, WALKING_KMH, 1),
    motorway: 0,
    cycleway: WALKING_KMH,
    path: WALKING_KMH,
    steps: WALKING_KMH / 2,
  },
  signedShare: 1,
  topKmh: WALKING_KMH,
  obeysTurns: false,
  widthM: null,
  weightT: null,
  heightM: null,
  source:
    'searched at 5 km/h (OSRM foot.lua), timed at the paces of the district; steps at half of it: product default',
};

export const PROFILES: readonly RoadProfile[] = [EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT];
