/** The lines from the incident to its ranked candidates, drawn by deck.gl among MapLibre's own layers. */
import { PathLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { ANSWER_BELOW } from '../layers/draw-order.ts';
import type { AnswerLine, AnswerLook } from './answer-lines.ts';

export interface AnswerOverlay {
  draw(lines: readonly AnswerLine[], look: AnswerLook): void;
  remove(): void;
}

/** Puts itself on the map; the caller keeps `lines` the same reference while they are the same. */
export function createAnswerOverlay(map: MapLibreMap): AnswerOverlay {
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
  });
  map.addControl(overlay);

  const strand = (
    id: string,
    lines: readonly AnswerLine[],
    colour: AnswerLook['line'],
    extra: number,
  ) =>
    new PathLayer<AnswerLine, { beforeId: string }>({
      id,
      beforeId: ANSWER_BELOW,
      data: lines,
      getPath: ({ path }) => path.map(([lng, lat]): [number, number] => [lng, lat]),
      jointRounded: true,
      capRounded: true,
      getWidth: ({ weight }) => weight + extra,
      widthUnits: 'pixels',
      getColor: ({ alpha }) => [...colour, Math.round(255 * alpha)],
      updateTriggers: { getColor: colour },
      pickable: false,
    });

  return {
    draw(lines, { line, halo }) {
      overlay.setProps({
        layers: [strand('answer-halo', lines, halo, 2.4), strand('answer-line', lines, line, 0)],
      });
    },
    remove() {
      map.removeControl(overlay);
    },
  };
}
