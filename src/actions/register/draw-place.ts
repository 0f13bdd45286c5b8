import type { Geometry } from 'geojson';
import type { LngLat } from '../../core/model/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { serverNow } from '../../state/clock.ts';
import { useRegister } from '../../state/register.ts';
import type { DrawTool } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { changeField, heldRecord, newRecord } from './edit-record.ts';

/** Let the map take the place of a record: by the next click, or by a line or area drawn on it. Again = stop. */
export function startDrawing(kind: RegisterKind, id: string, tool: DrawTool): void {
  const { drawing } = useRegister.getState();
  const again = drawing?.id === id && drawing.tool === tool;
  useRegister.setState({ drawing: again ? null : { kind, id, tool } });
  if (!again) useSession.setState({ sheetOpen: false });
}

/** Leave the map without a place; what was there before stays. */
export function cancelDrawing(): void {
  if (useRegister.getState().drawing === null) return;
  useRegister.setState({ drawing: null });
  useSession.setState({ sheetOpen: true });
}

/** What was drawn (WGS-84) becomes the place of the record in hand, not yet saved. */
export function placeDrawn(geometry: Geometry): void {
  const { drawing } = useRegister.getState();
  if (drawing === null) return;
  const { kind, id } = drawing;
  useRegister.setState({ drawing: null });
  useSession.setState({ sheetOpen: true });
  if (columnOf(kind, 'geom') === null) return;
  // A closure begins with its place: there is no record and no draft of it before.
  const isNew =
    kind === 'closure' && heldRecord(kind, id) === null && !useRegister.getState().drafts.has(id);
  if (isNew) newRecord(kind, { from_at: new Date(serverNow()).toISOString(), geom: geometry }, id);
  else changeField(kind, id, 'geom', geometry);
}

/** What is drawn so far, before it is ended: what would be closed can be counted already. */
export function sketchDrawn(geometry: Geometry): void {
  const { drawing } = useRegister.getState();
  if (drawing !== null) useRegister.setState({ drawing: { ...drawing, sketch: geometry } });
}

/** Something of the place was dragged; the map goes on being drawn on. */
export function placeMoved(geometry: Geometry): void {
  const { drawing } = useRegister.getState();
  if (drawing !== null) changeField(drawing.kind, drawing.id, 'geom', geometry);
}

/** A click is a place: `[lng, lat]`, WGS-84. */
export const placeClicked = (place: LngLat): void =>
  placeDrawn({ type: 'Point', coordinates: [place[0], place[1]] });
