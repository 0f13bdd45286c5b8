/** Unsaved incidents under the pointer: the one in hand is dragged to its place, another one is taken up by a click. */
import { Marker } from 'maplibre-gl';
import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { changeDraft } from '../../actions/change-draft.ts';
import { notify } from '../../actions/notify.ts';
import type { LngLat } from '../../core/model/index.ts';
import { useSession } from '../../state/session.ts';
import type { IncidentDraft } from '../../state/session.ts';
import { fromMap, toMap } from '../features/shift.ts';
import type { MapDatum } from '../features/shift.ts';

/** How far from its point a symbol is taken, in CSS pixels: half its width. */
const GRASP = 16;
/** A hand that trembles while it presses moves nothing. */
const LEAST_PULL = 6;

type Point = Pick<MapMouseEvent['point'], 'x' | 'y'>;

const isAt = (map: MapLibreMap, place: LngLat, { x, y }: Point, datum: MapDatum): boolean => {
  const at = map.project(toMap(place, datum));
  return Math.hypot(at.x - x, at.y - y) <= GRASP;
};

/** The unsaved incident beside the one in hand that stands at a point of the screen; null = none. */
export function heldAt(map: MapLibreMap, point: Point, datum: MapDatum): string | null {
  const held = useSession
    .getState()
    .otherDrafts.find(({ draft }) => isAt(map, draft.place, point, datum));
  return held?.draft.id ?? null;
}

/** The draft in hand when it stands at a point and nothing else is wanted of the map. */
export function draftAt(map: MapLibreMap, point: Point, datum: MapDatum): IncidentDraft | null {
  const { focus, save } = useSession.getState();
  if (focus.tag !== 'draft' || save.tag === 'saving') return null;
  return isAt(map, focus.draft.place, point, datum) ? focus.draft : null;
}

/** Let the draft in hand be dragged with mouse or finger; its answer follows when it is let go. Returns what stops it. */
export function letDraftBeDragged(
  map: MapLibreMap,
  datum: () => MapDatum,
  isBusy: () => boolean,
): () => void {
  let dragged: { draft: IncidentDraft; from: Point; ghost: Marker | null } | null = null;

  function onPress(event: MapMouseEvent | MapTouchEvent): void {
    if (isBusy() || ('points' in event && event.points.length > 1)) return;
    const draft = draftAt(map, event.point, datum());
    if (draft === null) return;
    event.preventDefault();
    dragged = { draft, from: event.point, ghost: null };
  }
  function onPull({ point, lngLat }: MapMouseEvent | MapTouchEvent): void {
    if (dragged === null) return;
    const isPulled = Math.hypot(point.x - dragged.from.x, point.y - dragged.from.y) >= LEAST_PULL;
    if (dragged.ghost === null && isPulled)
      dragged.ghost = new Marker().setLngLat(lngLat).addTo(map);
    dragged.ghost?.setLngLat(lngLat);
  }
  function onRelease(): void {
    const done = dragged;
    dragged = null;
    if (done?.ghost == null) return;
    const { lng, lat } = done.ghost.getLngLat();
    done.ghost.remove();
    const { focus } = useSession.getState();
    if (focus.tag !== 'draft' || focus.draft.id !== done.draft.id) return;
    changeDraft({ place: fromMap([lng, lat], datum()) });
    notify({ tag: 'draft-moved', draftId: done.draft.id, from: done.draft.place });
  }
  const letGo = (): void => {
    dragged?.ghost?.remove();
    dragged = null;
  };

  map.on('mousedown', onPress);
  map.on('touchstart', onPress);
  map.on('mousemove', onPull);
  map.on('touchmove', onPull);
  map.on('mouseup', onRelease);
  map.on('touchend', onRelease);
  map.on('touchcancel', letGo);
  window.addEventListener('blur', letGo);
  return () => {
    letGo();
    window.removeEventListener('blur', letGo);
  };
}
