export { POINT_CLOSES_WITHIN, RoadDesk, SNAP_LIMIT } from './road-desk.ts';
export type { Obstacle, RoadQuestion, Way } from './road-desk.ts';
