/** A pointer or the keyboard on the map becomes an intent: light, select, or say where the incident is. */
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { draftIncidentAt } from '../../actions/draft-incident-at.ts';
import { placeClicked } from '../../actions/register/draw-place.ts';
import { aimAtRoad, pickRoad } from '../../actions/closures/pick-road.ts';
import { hover } from '../../actions/hover.ts';
import { takeUpDraft } from '../../actions/take-up-draft.ts';
import { select } from '../../actions/select.ts';
import { greatCircle } from '../../core/geo/distance.ts';
import type { Meters } from '../../core/model/index.ts';
import { isClick, useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { fromMap } from '../features/shift.ts';
import type { MapDatum } from '../features/shift.ts';
import { draftAt, heldAt, letDraftBeDragged } from './drafts-on-map.ts';
import { prefersStillness } from './create-map.ts';
import { COARSE_REACH, hitsAt, nextHit, openCluster, POINTER_REACH } from './picking.ts';
import type { Hit } from './picking.ts';

export interface Pointed {
  /** CSS pixels from the map's upper left corner. */
  x: number;
  y: number;
  hit: Hit;
}

export interface PointingReports {
  /** What the pointer rests on; null = nothing. */
  pointed(at: Pointed | null): void;
  /** What lies under the cross in the middle while the keyboard is on the map; null = nothing. */
  centred(hit: Hit | null): void;
}

const isPlacing = (): boolean => {
  const { drawing } = useRegister.getState();
  return (
    useSession.getState().focus.tag === 'placing' || (drawing !== null && isClick(drawing.tool))
  );
};
const isPicking = (): boolean => useRegister.getState().drawing?.tool === 'road';
/** While lines and areas are drawn, clicks belong to the drawing. */
const isDrawing = (): boolean => {
  const { drawing } = useRegister.getState();
  return drawing !== null && !isClick(drawing.tool);
};
/** Roads are thin: they are taken from a little farther than symbols, in CSS pixels. */
const roadReach = (reach: number): number => reach + 8;
/** How many metres some pixels are at a point of the map. */
function metersAt(map: MapLibreMap, { x, y }: { x: number; y: number }, pixels: number): Meters {
  const [a, b] = [map.unproject([x, y]), map.unproject([x + pixels, y])];
  return greatCircle([a.lng, a.lat], [b.lng, b.lat]);
}
const isTouch = (event: MapMouseEvent): boolean =>
  'pointerType' in event.originalEvent && event.originalEvent.pointerType === 'touch';

/** What the pointer looks like over a hit, or over a draft that can be dragged. */
function cursorOver(hit: Hit | null, isGrasped: boolean): string {
  if (isPlacing()) return 'crosshair';
  if (isGrasped) return 'move';
  return hit === null ? '' : 'pointer';
}

/** Listen to the map; returns what stops it. `datum` answers in which system the map is drawn now. */
export function listen(
  map: MapLibreMap,
  datum: () => MapDatum,
  reports: PointingReports,
): () => void {
  const canvas = map.getCanvas();

  /** One meaning for a click and for Enter on the cross. */
  function act(point: { x: number; y: number }, reach: number): void {
    if (isDrawing()) return;
    if (isPlacing()) {
      const { lng, lat } = map.unproject([point.x, point.y]);
      const place = fromMap([lng, lat], datum());
      if (isPicking()) void pickRoad(place, metersAt(map, point, roadReach(reach)));
      else if (useRegister.getState().drawing === null) draftIncidentAt(place);
      else placeClicked(place);
      return;
    }
    const held = heldAt(map, point, datum());
    if (held !== null) return takeUpDraft(held);
    const hit = nextHit(hitsAt(map, point, reach), useSession.getState().selection);
    if (hit?.tag === 'cluster')
      void openCluster(map, hit, prefersStillness() || navigator.webdriver);
    else select(hit?.selection ?? null);
  }

  // The click that ends a drawing belongs to it, though nothing is being drawn any more when it is told here.
  let pressedDrawing = false;
  const onPress = (): void => {
    pressedDrawing = isDrawing();
  };
  const onClick = (event: MapMouseEvent): void => {
    if (!pressedDrawing) act(event.point, isTouch(event) ? COARSE_REACH : POINTER_REACH);
  };

  const onMove = ({ point }: MapMouseEvent): void => {
    if (isDrawing()) return;
    if (isPicking()) return aim(point, POINTER_REACH);
    const hit = map.isMoving() ? null : (hitsAt(map, point, POINTER_REACH)[0] ?? null);
    const isGrasped = draftAt(map, point, datum()) !== null;
    canvas.style.cursor = cursorOver(hit, isGrasped);
    hover(hit?.tag === 'record' ? hit.selection : null);
    reports.pointed(hit === null ? null : { x: point.x, y: point.y, hit });
  };
  const aim = (point: { x: number; y: number }, reach: number): void => {
    canvas.style.cursor = 'crosshair';
    const { lng, lat } = map.unproject([point.x, point.y]);
    void aimAtRoad(fromMap([lng, lat], datum()), metersAt(map, point, roadReach(reach)));
  };
  const onLeave = (): void => {
    hover(null);
    reports.pointed(null);
  };

  const middle = (): { x: number; y: number } => ({
    x: canvas.clientWidth / 2,
    y: canvas.clientHeight / 2,
  });
  const sayCentre = (): void => {
    if (document.activeElement !== canvas) return;
    if (isPicking()) aim(middle(), COARSE_REACH);
    else reports.centred(hitsAt(map, middle(), COARSE_REACH)[0] ?? null);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      act(middle(), COARSE_REACH);
    }
  };

  const stopDragging = letDraftBeDragged(map, datum, () => isDrawing() || isPlacing());
  canvas.addEventListener('pointerdown', onPress, { capture: true });
  map.on('click', onClick);
  map.on('mousemove', onMove);
  map.on('mouseout', onLeave);
  map.on('movestart', onLeave);
  map.on('moveend', sayCentre);
  map.on('idle', sayCentre);
  canvas.addEventListener('keydown', onKey);
  canvas.addEventListener('focus', sayCentre);
  return () => {
    stopDragging();
    canvas.removeEventListener('pointerdown', onPress, { capture: true });
    canvas.removeEventListener('keydown', onKey);
    canvas.removeEventListener('focus', sayCentre);
  };
}
