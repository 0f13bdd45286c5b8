import { useSession } from '../state/session.ts';

/** Say that it rains, or no more: roads take longer by the district's factor. */
export const setRain = (rain: boolean): void => useSession.setState({ rain });
