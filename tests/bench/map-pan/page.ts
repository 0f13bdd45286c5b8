/** The page of the bench: the console's own map with nothing else, and one function that pans it and times each frame. */
import { runMap } from '../../../src/map/engine/run-map.ts';
import { useRecords } from '../../../src/state/records.ts';
import { useSession } from '../../../src/state/session.ts';
import { crowd } from './crowd.ts';

export interface PanQuestion {
  /** How many records stand on the map; 0 = an empty map. */
  records: number;
  zoom: number;
  frames: number;
}

declare global {
  interface Window {
    /** Time of each frame in ms: move by a few pixels, draw all of it, wait until the pixels are there. */
    panFrames: (question: PanQuestion) => Promise<number[]>;
    drawnRecords: () => number;
  }
}

const CENTRE = [110.94, 28.02] as const;
const still = { pointed: () => undefined, centred: () => undefined, attributions: () => undefined };

let isIdle = false;
const running = runMap(document.getElementById('map') as HTMLElement, 'bench', {
  ...still,
  baseFailed: () => undefined,
  linesMissing: () => undefined,
  idle: (now) => {
    isIdle = now;
  },
});
const { map } = running;

async function atRest(): Promise<void> {
  // The state is applied in the next frame; until then the map still believes it is at rest.
  await new Promise((resolve) => setTimeout(resolve, 100));
  while (!isIdle) await new Promise((resolve) => setTimeout(resolve, 20));
}

window.drawnRecords = () =>
  map.queryRenderedFeatures().filter(({ source }) => source.startsWith('point-')).length;

window.panFrames = async ({ records, zoom, frames }) => {
  const [lng, lat] = CENTRE;
  useSession.setState({ view: { lng, lat, zoom, bearing: 0 } });
  useRecords.setState(({ tables }) => ({
    tables: { ...tables, ...crowd(records) },
    status: { tag: 'live' },
    lastSyncAt: new Date().toISOString(),
  }));
  await atRest();
  const gl = map.getCanvas().getContext('webgl2');
  const pixel = new Uint8Array(4);
  const times: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const before = performance.now();
    // There and back, so that every frame shows the same tiles.
    map.panBy([frame % 20 < 10 ? 6 : -6, 0], { animate: false });
    map.redraw();
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    times.push(performance.now() - before);
    // Let workers and the map's own frames in between, as while a hand moves it.
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return times;
};
