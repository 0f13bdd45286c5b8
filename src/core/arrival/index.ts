export { CANDIDATE_TO_ROAD, INCIDENT_TO_ROAD, POINT_CLOSES_WITHIN, RoadDesk } from './road-desk.ts';
export type { Obstacle, RoadQuestion, Way } from './road-desk.ts';
