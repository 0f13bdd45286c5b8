export { answerChanges } from './changes.ts';
export type { RowChange, Standing } from './changes.ts';
export { placesToReach, rankCandidates } from './rank-candidates.ts';
export type { PlacesToReach } from './rank-candidates.ts';
export { limitByDistrict, settingFor } from './settings.ts';
export { roadFactor, slowings } from './arrival.ts';
export { teamsToStart } from './teams-to-start.ts';
export type { TeamsToStart } from './teams-to-start.ts';
export * from './types.ts';
