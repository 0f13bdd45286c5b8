export { placesToReach, rankCandidates } from './rank-candidates.ts';
export type { PlacesToReach } from './rank-candidates.ts';
export { limitByDistrict, settingFor } from './settings.ts';
export * from './types.ts';
