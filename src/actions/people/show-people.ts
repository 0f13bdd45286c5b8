/** Which part of the people's screen is open. */
import type { ThresholdKey } from '../../core/model/index.ts';
import { usePeople } from '../../state/people.ts';
import type { PeopleView } from '../../state/people.ts';
import { setMode } from '../console/set-mode.ts';

export const showPeople = (view: PeopleView): void => usePeople.setState({ view });

/** Thresholds of which district to show (null = one's own). */
export const lookAtThresholds = (districtCode: string | null): void =>
  usePeople.setState(({ thresholds }) => ({ thresholds: { ...thresholds, districtCode } }));

/** Open one threshold, or close it. */
export const openThreshold = (key: ThresholdKey | null): void =>
  usePeople.setState(({ thresholds }) => ({ thresholds: { ...thresholds, key } }));

/** Show one threshold of a district, from wherever one is. */
export function showThreshold(key: ThresholdKey, districtCode: string): void {
  lookAtThresholds(districtCode);
  openThreshold(key);
  // The part first: people's mode with another one, for a moment, would be the end of the question in hand.
  showPeople('thresholds');
  setMode('people');
}
