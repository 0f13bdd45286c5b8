/** Joins the drawing to the state: what the register asks for is drawn on the map, and becomes a draft's place. */
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  cancelDrawing,
  placeDrawn,
  placeMoved,
  sketchDrawn,
} from '../../actions/register/draw-place.ts';
import { draftGeometry } from '../../actions/register/draft-geometry.ts';
import { isClick, useRegister } from '../../state/register.ts';
import type { Drawing } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { whenIdle } from '../../ui/loading/when-idle.ts';
import { fromMap, moveGeometry, toMap } from '../features/shift.ts';
import type { MapDatum } from '../features/shift.ts';

const terra = lazyPart(() => import('./terra.ts'));
const ACCENT = { day: '#0d5c56', night: '#2f8f84' } as const;

/** Draws while the register asks for it; returns what stops it. `datum` answers in which system the map is drawn. */
export function startDraw(map: MapLibreMap, datum: () => MapDatum): () => void {
  let asked: Drawing | null = null;
  let stops: (() => void)[] = [];

  const out = (geometry: Geometry): Geometry =>
    moveGeometry(geometry, ([lng = NaN, lat = NaN]: Position) => [...fromMap([lng, lat], datum())]);
  const onto = (geometry: Geometry): Geometry =>
    moveGeometry(geometry, ([lng = NaN, lat = NaN]: Position) => toMap([lng, lat], datum()));

  function follow(drawing: Drawing | null): void {
    if (drawing?.id === asked?.id && drawing?.tool === asked?.tool) return;
    asked = drawing;
    stops.forEach((stop) => stop());
    stops = [];
    if (drawing === null || isClick(drawing.tool)) return;
    const { tool, id, kind } = drawing;
    const stopWanting = terra.want(({ drawOn }) => {
      const before = draftGeometry(kind, id);
      const end = drawOn(
        map,
        tool,
        before === null ? null : onto(before),
        ACCENT[useSession.getState().theme],
        {
          ended: (geometry) => placeDrawn(out(geometry)),
          sketched: (geometry) => sketchDrawn(out(geometry)),
          changed: (geometry) => placeMoved(out(geometry)),
        },
      );
      map.getContainer().dataset.drawing = tool;
      stops.push(end, () => delete map.getContainer().dataset.drawing);
    }, cancelDrawing);
    stops.push(stopWanting);
  }

  // At hand when somebody draws, also without a server by then.
  const stopWaiting = whenIdle(() => terra.fetchAhead());
  const stop = useRegister.subscribe((state) => follow(state.drawing));
  return () => {
    stop();
    stopWaiting();
    stops.forEach((end) => end());
  };
}
