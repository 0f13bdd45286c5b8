import { useSession } from '../state/session.ts';

/** Show on the map in how many minutes the first team is anywhere, or no more. */
export const toggleTimeBands = (): void =>
  useSession.setState(({ timeBands }) => ({ timeBands: !timeBands }));
