/** Giving places to records that have none, one after the other. */
import type { LocatedKind } from '../../core/locating/index.ts';
import type { LngLat } from '../../core/model/index.ts';
import { useRegister } from '../../state/register.ts';
import { useUpkeep } from '../../state/upkeep.ts';
import { focusPlace } from '../focus-place.ts';
import { select } from '../select.ts';
import { cancelDrawing, startDrawing } from './draw-place.ts';
import { changeField } from './edit-record.ts';
import { saveRecord } from './save-record.ts';

interface QueuedRecord {
  kind: LocatedKind;
  id: string;
}

/** A route is a line; everything else begins as a point and may be drawn as an area in its form. */
const toolOf = (kind: LocatedKind): 'line' | 'point' =>
  kind === 'evacuation_route' ? 'line' : 'point';

/** Take a record in hand. Drawing waits until it is asked for: on a small screen the map takes the place of the hints. */
export function takeUp(record: QueuedRecord | null): void {
  cancelDrawing();
  select(record);
}

/** The next click on the map (or Enter on its cross) is the place of the record in hand, not yet saved. */
export function placeByClick({ kind, id }: QueuedRecord): void {
  if (useRegister.getState().drafts.has(id)) return;
  startDrawing(kind, id, toolOf(kind));
}

/** Look where a suggestion points; the next click there is the place. */
export function lookThere(record: QueuedRecord, place: LngLat): void {
  const { drawing } = useRegister.getState();
  if (drawing?.id !== record.id) startDrawing(record.kind, record.id, toolOf(record.kind));
  focusPlace(place, { zoom: 15 });
}

/** A place said otherwise than by a click; not yet saved. */
export function putAt({ kind, id }: QueuedRecord, place: LngLat): void {
  useRegister.setState({ drawing: null });
  changeField(kind, id, 'geom', { type: 'Point', coordinates: [place[0], place[1]] });
  focusPlace(place);
}

/** Save the place and go on; a save that fails keeps the record in hand. @param next the one after it */
export async function savePlace(record: QueuedRecord, next: QueuedRecord | null): Promise<void> {
  await saveRecord(record.id);
  if (!useRegister.getState().drafts.has(record.id)) takeUp(next);
}

export const setLocating = (
  change: Partial<{ districtCode: string | null; kind: LocatedKind | null }>,
): void => useUpkeep.setState(({ locating }) => ({ locating: { ...locating, ...change } }));
