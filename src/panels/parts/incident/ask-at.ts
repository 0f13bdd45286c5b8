import { draftIncidentAt } from '../../../actions/draft-incident-at.ts';
import { focusPlace } from '../../../actions/focus-place.ts';
import type { LngLat } from '../../../core/model/index.ts';
import { focusPart } from '../../../ui/focus-part.ts';

/** The list of who is nearest, as a part of the page. */
const ANSWER = '#nearest';

/** Ask who is near a place that was typed: the map shows the whole answer, and the keyboard goes on in it. */
export function askAt(place: LngLat): void {
  draftIncidentAt(place);
  focusPlace(place, { withAnswer: true });
  focusPart(ANSWER);
}
