export { NEAR_ROAD } from './first-team.ts';
export type { FirstQuestion } from './first-team.ts';
export type { RoadQuestion, Route } from './asked.ts';
export { POINT_CLOSES_WITHIN } from './closed-roads.ts';
export {
  closureGeometry,
  closuresAsWritten,
  closuresInForce,
  isRecent,
  obstaclesAsWritten,
  phaseOf,
} from './closures.ts';
export type { ClosurePhase } from './closures.ts';
export { comesSame } from './compare.ts';
export type { Compared, UnderBefore } from './compare.ts';
export type { ClosedLines, ClosureEffect } from './effect.ts';
export { measured } from './measured.ts';
export { closesSame, sameObstacles } from './obstacle.ts';
export type { Obstacle, Obstacles } from './obstacle.ts';
export { reachTable } from './reach-table.ts';
export type { FirstByRoad, ReachPlace, ReachRow } from './reach-table.ts';
export { firstUnder, roadAnswer, routesUnder } from './road-answer.ts';
export type { OtherCases, Under } from './road-answer.ts';
export { RouterService } from './router-service.ts';
export type { RoadStretch } from './stretch.ts';
export * from './active-areas.ts';
export * from './area-obstacles.ts';
export { bothCases } from './unknown-water.ts';
export { notBy, tallyTimes } from './uncovered.ts';
export type { Tally, Uncovered } from './uncovered.ts';
