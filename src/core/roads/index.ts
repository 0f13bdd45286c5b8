/** The road network and its router; see layout.ts for the data, router.ts for the questions it answers. */
export * from './types.ts';
export { buildNetwork } from './build/index.ts';
export { LAYOUT_VERSION, RoadDataError } from './layout.ts';
export type { RoadDataFault } from './layout.ts';
export { classOf, lengthOf, lineOf, nameOf, nodePlace, openNetwork } from './network.ts';
export type { RoadNetwork, RoadPlace } from './network.ts';
export { EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT, PROFILES } from './profiles.ts';
export type { RoadProfile } from './profiles.ts';
export { makeRouter } from './router.ts';
export type { NearestOptions, Router } from './router.ts';
export type { Direction, RoadEnd } from './search/engine.ts';
export { UNREACHED } from './search/many.ts';
export type { NearestByRoad } from './search/many.ts';
export type { RoadTargets } from './search/targets.ts';
export type { RoadPath } from './search/path.ts';
export { flatLineOf, wayLine } from './search/ways.ts';
export type { TimesAndWays } from './search/ways.ts';
export { placeOn } from './geometry.ts';
