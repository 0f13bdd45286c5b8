export { CANDIDATE_TO_ROAD, INCIDENT_TO_ROAD } from './asked.ts';
export type { RoadQuestion, Way } from './asked.ts';
export { POINT_CLOSES_WITHIN, RoadDesk } from './road-desk.ts';
export type { Obstacle } from './road-desk.ts';
