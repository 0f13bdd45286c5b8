import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { paintImagesOnDemand } from '../symbols/symbol-images.ts';

setWorkerUrl(workerUrl);

/** Chinese labels are drawn from the machine's own fonts; nothing is fetched. */
const LOCAL_FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export const prefersStillness = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches;

/** An empty flat map; throws where the machine has no WebGL 2. */
export function createMap(container: HTMLElement, label: string): MapLibreMap {
  const still = prefersStillness() || navigator.webdriver;
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    attributionControl: false,
    localIdeographFontFamily: LOCAL_FONTS,
    locale: { 'Map.Title': label },
    fadeDuration: still ? 0 : 180,
    maxPitch: 0,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: true,
    minZoom: 3,
    maxZoom: 20,
    center: [105, 35],
    zoom: 3.5,
  });
  paintImagesOnDemand(map);
  return map;
}
