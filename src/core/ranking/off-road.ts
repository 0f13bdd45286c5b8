/** What is left of a way where the road is left: how near counts as beside it, and how metres weigh against minutes. */
import type { Meters, Seconds } from '../model/index.ts';

/** Metres that count as beside the road. */
export const BESIDE: Meters = 30;

/** Metres per second on foot over open ground: 4 km/h, product default, not from a standard. */
const OFF_ROAD_SPEED = 4 / 3.6;

export const onFoot = (meters: Meters): Seconds => meters / OFF_ROAD_SPEED;

/**
 * What metres of a road that active areas close weigh against driving on. No time: nobody knows whether one wades, takes a
 * boat or waits. A hundred metres are worth six minutes round; product default, not from a standard.
 */
export const closedRoadWeight = (meters: Meters): Seconds => meters * 3.6;
