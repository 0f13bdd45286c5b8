import type { LngLat } from '../core/model/index.ts';
import { useSession } from '../state/session.ts';

/** Let the map go to a place; `zoom` null keeps the scale unless it is too far out to see anything. */
export function focusPlace(place: LngLat, zoom: number | null = null): void {
  useSession.setState({ flyTo: { place, zoom } });
}

/** The map has gone where it was asked to go. */
export function arrived(): void {
  if (useSession.getState().flyTo !== null) useSession.setState({ flyTo: null });
}
