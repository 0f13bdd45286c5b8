/** Where the map looks: what the session says, what the person does, and back. All places in the session are WGS-84. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { arrived } from '../../actions/focus-place.ts';
import { setView } from '../../actions/set-view.ts';
import type { LngLat } from '../../core/model/index.ts';
import type { DrawnAnswer } from '../../state/answer.ts';
import type { MapView, SessionState } from '../../state/session.ts';
import { boundsAround } from '../features/bounds.ts';
import type { Bounds } from '../features/bounds.ts';
import { fromMap, toMap } from '../features/shift.ts';
import type { MapDatum } from '../features/shift.ts';
import { paddingNow } from './padding.ts';
import { prefersStillness } from './create-map.ts';

/** Nearer than this a place is not left behind when the map is asked to show it. */
const CLOSE_ENOUGH = 12;
/** Farther than so many screens the map jumps: a long flight explains nothing. */
const FAR_SCREENS = 4;

export interface Camera {
  /** Follow the session; called whenever it or the base map's system has changed. */
  follow(session: SessionState, datum: MapDatum): void;
  /** Show the answer that was waited for, with everyone in it. */
  followAnswer(shown: DrawnAnswer | null): void;
  /** Show all of these bounds (as drawn, in the base map's system) once, unless someone has said where to look. */
  settle(bounds: Bounds | null): void;
  showAll(bounds: Bounds | null): void;
  centre(): LngLat;
  zoomBy(levels: number): void;
  faceNorth(): void;
}

const isSamePlace = (a: LngLat, b: LngLat): boolean => a[0] === b[0] && a[1] === b[1];

export function createCamera(map: MapLibreMap): Camera {
  let datum: MapDatum = 'wgs84';
  let published: MapView | null = null;
  let settled = false;
  let sheetOpen = false;
  /** Where a question was asked whose answer shall be shown when it stands. */
  let awaited: LngLat | null = null;

  const centre = (): LngLat => {
    const { lng, lat } = map.getCenter();
    return fromMap([lng, lat], datum);
  };
  const isUnderSheet = (): boolean => sheetOpen && matchMedia('(max-width: 760px)').matches;
  const still = (): boolean => prefersStillness() || navigator.webdriver;

  map.on('moveend', () => {
    if (!settled) return;
    const [lng, lat] = centre();
    const view = { lng, lat, zoom: map.getZoom(), bearing: map.getBearing() };
    published = view;
    setView(view);
  });
  map.on('movestart', (event) => {
    // A hand on the map is someone saying where to look.
    if ('originalEvent' in event && event.originalEvent !== undefined) {
      settled = true;
      awaited = null;
    }
  });

  function moveTo(place: LngLat, zoom: number | null): void {
    const { clientWidth, clientHeight } = map.getContainer();
    const target = {
      center: toMap(place, datum),
      zoom: zoom ?? Math.max(map.getZoom(), CLOSE_ENOUGH),
      // An open sheet covers the lower part of a phone: what is shown stands above it.
      offset: [0, isUnderSheet() ? -0.3 * clientHeight : 0] as [number, number],
    };
    const { x, y } = map.project(target.center);
    const isFar = Math.hypot(x - clientWidth / 2, y - clientHeight / 2) > FAR_SCREENS * clientWidth;
    map.easeTo({ ...target, duration: still() || isFar ? 0 : 450 });
  }

  function fit(bounds: Bounds, duration: number): void {
    const [west, south, east, north] = bounds;
    map.fitBounds([west, south, east, north], {
      padding: paddingNow(map.getContainer()),
      maxZoom: 15,
      duration,
    });
  }

  return {
    centre,
    follow({ view, flyTo, ...session }, nextDatum) {
      sheetOpen = session.sheetOpen;
      if (nextDatum !== datum) {
        const kept = centre();
        datum = nextDatum;
        map.jumpTo({ center: toMap(kept, datum) });
      }
      if (view !== null && view !== published) {
        published = view;
        settled = true;
        map.jumpTo({
          center: toMap([view.lng, view.lat], datum),
          zoom: view.zoom,
          bearing: view.bearing,
        });
      }
      if (flyTo !== null) {
        settled = true;
        awaited = flyTo.withAnswer === true ? flyTo.place : null;
        if (flyTo.around !== undefined)
          fit(boundsAround(flyTo.around.map((place) => toMap(place, datum))), still() ? 0 : 450);
        else moveTo(flyTo.place, flyTo.zoom);
        arrived();
      }
    },
    followAnswer(shown) {
      if (shown === null || awaited === null || !isSamePlace(shown.from, awaited)) return;
      const places = [shown.from, ...shown.answer.ranked.map(({ place }) => place)];
      awaited = null;
      if (places.length > 1)
        fit(boundsAround(places.map((place) => toMap(place, datum))), still() ? 0 : 450);
    },
    settle(bounds) {
      if (settled || bounds === null) return;
      settled = true;
      fit(bounds, 0);
    },
    showAll(bounds) {
      settled = true;
      if (bounds !== null) fit(bounds, still() ? 0 : 450);
    },
    zoomBy(levels) {
      map.zoomTo(Math.round(map.getZoom() + levels), { duration: still() ? 0 : 200 });
    },
    faceNorth() {
      map.easeTo({ bearing: 0, duration: still() ? 0 : 200 });
    },
  };
}
