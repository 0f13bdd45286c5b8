/** What is left of a route where the road is left: how near counts as beside it, and how metres weigh against minutes. */
import type { Meters, Seconds } from '../model/index.ts';

/** Who stands no farther from a road counts as at it, metres. */
export const AT_THE_ROAD: Meters = 30;

/** km/h of a rescue team on foot over open ground where no district says so: the product default of `pace_team`. */
const TEAM_KMH = 4;

/** Seconds for a walk as the crow flies. @param kmh the pace; a rescue team's where it is left out */
export const onFoot = (meters: Meters, kmh: number = TEAM_KMH): Seconds => (meters / kmh) * 3.6;

/**
 * What metres of a road that active areas close weigh against driving on. No time: nobody knows whether one wades, takes a
 * boat or waits. A hundred metres are worth six minutes round; product default, not from a standard.
 */
export const closedRoadWeight = (meters: Meters): Seconds => meters * 3.6;
