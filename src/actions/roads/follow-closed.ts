/**
 * Follows what is closed: keeps what closes roads right at every moment (records, closures in hand, the clock), and asks
 * the roads what is drawn and said of it.
 */
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import { askWhatIsClosed, forgetWhatIsClosed } from './ask-closed.ts';
import { bringObstaclesUp } from './obstacles-now.ts';

/** Timers count in 32 bits. */
const LONGEST_WAIT = 3_600_000;

/** Of the roads that are there to be asked; null = none are. */
function networkNow(): string | null {
  const { status } = useRoads.getState();
  return status.tag === 'ready' ? status.network.checksum : null;
}

/** Follow what is closed from now on, at every change of a record or a draft and when a time is over. Returns what stops it. */
export function followClosed(): () => void {
  let next: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let network = networkNow();
  const look = (): void => {
    clearTimeout(next);
    next = setTimeout(look, Math.min(LONGEST_WAIT, Math.max(0, bringObstaclesUp())) + 1);
  };
  // Several stores change in one go; asking once afterwards is enough.
  const ask = (): void => {
    clearTimeout(asking);
    asking = setTimeout(() => void askWhatIsClosed(), 0);
  };
  const stops = [
    useRecords.subscribe((state, before) => {
      if (state.tables !== before.tables || state.clockOffsetMs !== before.clockOffsetMs) look();
      // What is said of a closure may change although the same is closed.
      if (state.tables.closure !== before.tables.closure) ask();
    }),
    useRegister.subscribe((state, before) => {
      if (state.drafts === before.drafts && state.drawing?.sketch === before.drawing?.sketch)
        return;
      look();
      ask();
    }),
    useSession.subscribe((state, before) => {
      if (state.focus !== before.focus) look();
    }),
    useRoads.subscribe((state, before) => {
      const there = networkNow();
      if (state.obstacles !== before.obstacles || (there !== null && there !== network)) ask();
      network = there ?? network;
    }),
  ];
  look();
  ask();
  return () => {
    stops.forEach((stop) => stop());
    clearTimeout(next);
    clearTimeout(asking);
    forgetWhatIsClosed();
    useRoads.setState({ obstacles: [], areas: [], comparedWith: null });
  };
}
