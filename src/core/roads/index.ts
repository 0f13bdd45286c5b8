/** The road network and its router; see layout.ts for the data, router.ts for the questions it answers. */
export * from './types.ts';
export { buildNetwork } from './build/index.ts';
export { RoadDataError } from './layout.ts';
export type { RoadDataFault } from './layout.ts';
export {
  classOf,
  isOnGround,
  lengthOf,
  lineOf,
  nameOf,
  openNetwork,
  structureOf,
  waterOn,
} from './network.ts';
export type { RoadStructure } from './network.ts';
export type { RoadNetwork, RoadPlace } from './network.ts';
export { EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT, PROFILES } from './profiles.ts';
export type { RoadProfile } from './profiles.ts';
export { makeRouter } from './router.ts';
export type { Router } from './router.ts';
export type { Direction, RoadEnd, RoadSpot } from './search/engine.ts';
export { UNREACHED } from './search/many.ts';
export type { RoadTargets } from './search/targets.ts';
export type { RoadRoute } from './search/route.ts';
export { flatLineOf, routeLine, routeMeters } from './search/routes.ts';
export type { KeptSearch } from './search/routes.ts';
export { placeOn } from './geometry.ts';
export { edgesAt } from './meeting.ts';
export { edgesTouching, touchesLine } from './touching.ts';
export { snapToRoads } from './snap.ts';
export type { RoadSnap } from './snap.ts';
export { barredOn, heedless } from './barred.ts';
export type { Barred } from './barred.ts';
export { limitOnRoute } from './limits.ts';
export { routeWithSteps } from './steps.ts';
export type { PlacedStep } from './steps.ts';
export { driven, reachedAt } from './search/reach.ts';
export type { ReachStart, RoadReach } from './search/reach.ts';
export { bandsOf, isochronesOf } from './isochrone.ts';
export { WalkGround } from './barriers/walk-ground.ts';
export type { BarrierInput, GroundBarrier, WalkBarrier } from './barriers/kinds.ts';
export { cutsOf, isCutBetween, joined, shareCut } from './cuts.ts';
export type { Cut } from './cuts.ts';
