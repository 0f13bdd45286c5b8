/** The server's clock as this tab knows it: every age on the screen is measured with it. */
import { create } from 'zustand';
import { useRecords } from './records.ts';

/** Milliseconds since 1970 by the server's clock. */
export const serverNow = (): number => Date.now() + useRecords.getState().clockOffsetMs;

const useClock = create<{ now: number }>(() => ({ now: serverNow() }));

/** The server's time in milliseconds, renewed every second so that ages on the screen grow. */
export const useServerNow = (): number => useClock((clock) => clock.now);

/** The same, renewed only when `stepMs` has gone by: for parts that show minutes and need not draw each second. */
export const useServerNowEvery = (stepMs: number): number =>
  useClock((clock) => Math.floor(clock.now / stepMs) * stepMs);

/** The value of `useServerNowEvery` outside of a component. */
export const serverNowEvery = (stepMs: number): number =>
  Math.floor(useClock.getState().now / stepMs) * stepMs;

/** Call `listener` whenever another step of `stepMs` begins; returns what stops it. */
export const onServerNowEvery = (stepMs: number, listener: () => void): (() => void) =>
  useClock.subscribe(({ now }, before) => {
    if (Math.floor(now / stepMs) !== Math.floor(before.now / stepMs)) listener();
  });

/** Start the ticking; returns what stops it. */
export function startClock(): () => void {
  const tick = () => useClock.setState({ now: serverNow() });
  tick();
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}
