import { useUpkeep } from '../../state/upkeep.ts';
import type { QueueChoice, UpkeepState, UpkeepView, WatchList } from '../../state/upkeep.ts';

/** Choose what the records mode shows. */
export const setUpkeepView = (view: UpkeepView): void => useUpkeep.setState({ view });

/** Whose facts, of which district and kind, are to be verified. */
export const setQueue = (change: Partial<QueueChoice>): void =>
  useUpkeep.setState(({ queue }) => ({ queue: { ...queue, ...change } }));

export const setWatchList = (watchList: WatchList): void => useUpkeep.setState({ watchList });

/** Look at the movements of a lot, or at none. */
export const lookAtLot = (lotId: string | null): void => useUpkeep.setState({ lotId });

/** The year and district of the report. */
export const setReport = (change: Partial<UpkeepState['report']>): void =>
  useUpkeep.setState(({ report }) => ({ report: { ...report, ...change } }));
