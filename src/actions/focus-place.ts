import type { LngLat } from '../core/model/index.ts';
import { useSession } from '../state/session.ts';

interface FocusPlace {
  /** null keeps the scale unless it is too far out to see anything. */
  zoom?: number | null;
  /** A question is asked here: as soon as its answer stands, the map shows the place and everyone who was found. */
  withAnswer?: boolean;
}

/** Let the map go to a place. */
export function focusPlace(
  place: LngLat,
  { zoom = null, withAnswer = false }: FocusPlace = {},
): void {
  useSession.setState({ flyTo: { place, zoom, withAnswer } });
}

/** The map has gone where it was asked to go. */
export function arrived(): void {
  if (useSession.getState().flyTo !== null) useSession.setState({ flyTo: null });
}
