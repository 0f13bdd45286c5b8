/** What the map shows now, as a picture with the facts that a sheet of paper needs beside it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import { prepareMapPrint, printMap } from '../../actions/printing/print-map.ts';
import { serverNow } from '../../state/clock.ts';
import { scaleOf } from './scale-of.ts';

export function printView(map: MapLibreMap): void {
  prepareMapPrint();
  // Once everything is drawn in the colours of paper: the picture of one further frame.
  requestAnimationFrame(() => {
    map.once('idle', () => takePicture(map));
    map.triggerRepaint();
  });
}

function takePicture(map: MapLibreMap): void {
  // A drawing buffer is only full while a frame is being drawn.
  map.once('render', () => {
    const canvas = map.getCanvas();
    const { clientWidth: width, clientHeight: height } = canvas;
    const scale = scaleOf(map.getCenter().lat, map.getZoom());
    const bounds = map.getBounds();
    printMap({
      image: canvas.toDataURL('image/png'),
      width,
      height,
      across: (scale.meters / scale.pixels) * width,
      bearing: map.getBearing(),
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      at: new Date(serverNow()).toISOString(),
    });
  });
  map.triggerRepaint();
}
