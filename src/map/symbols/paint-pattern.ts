/** Small repeating images: the hatch of areas, the arrow along a route, the cross on a closed road. */
import { BEYOND_INK, KIND_INKS, PAPER } from '../../core/symbols/index.ts';
import type { Icon } from './icon-name.ts';
import { PIXEL_RATIO } from './paint-symbol.ts';

function blank(edge: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = edge * PIXEL_RATIO;
  canvas.height = edge * PIXEL_RATIO;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no 2d canvas');
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  return pen;
}

const read = (pen: CanvasRenderingContext2D): ImageData =>
  pen.getImageData(0, 0, pen.canvas.width, pen.canvas.height);

/** Diagonal lines that join at the edges of the tile. */
function hatch(colour: string, edge: number, width: number): ImageData {
  const pen = blank(edge);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  for (const shift of [-edge, 0, edge]) {
    pen.moveTo(shift - 1, edge + 1);
    pen.lineTo(shift + edge + 1, -1);
  }
  pen.stroke();
  return read(pen);
}

/** Small crosses set apart: unlike any hatch. */
function crosses(colour: string, edge: number): ImageData {
  const pen = blank(edge);
  const [near, far] = [edge / 2 - 2.2, edge / 2 + 2.2];
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  pen.moveTo(near, near);
  pen.lineTo(far, far);
  pen.moveTo(far, near);
  pen.lineTo(near, far);
  pen.stroke();
  return read(pen);
}

/** Diagonal lines both ways. */
function crossed(colour: string, edge: number, width: number): ImageData {
  const pen = blank(edge);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  for (const shift of [-edge, 0, edge]) {
    pen.moveTo(shift - 1, edge + 1);
    pen.lineTo(shift + edge + 1, -1);
    pen.moveTo(shift - 1, -1);
    pen.lineTo(shift + edge + 1, edge + 1);
  }
  pen.stroke();
  return read(pen);
}

function arrow(fill: string, halo: string): ImageData {
  const pen = blank(16);
  const head = new Path2D('M4.5 3.5 11.5 8 4.5 12.5');
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = halo;
  pen.lineWidth = 5;
  pen.stroke(head);
  pen.strokeStyle = fill;
  pen.lineWidth = 2.4;
  pen.stroke(head);
  return read(pen);
}

function cross(fill: string, halo: string): ImageData {
  const pen = blank(16);
  const bars = new Path2D('M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5');
  pen.lineCap = 'round';
  pen.strokeStyle = halo;
  pen.lineWidth = 5.4;
  pen.stroke(bars);
  pen.strokeStyle = fill;
  pen.lineWidth = 2.6;
  pen.stroke(bars);
  return read(pen);
}

export function paintPattern({ pattern, theme }: Extract<Icon, { tag: 'pattern' }>): ImageData {
  switch (pattern) {
    case 'hazard-area':
      return hatch(KIND_INKS.hazard[theme].fill, 10, 1.1);
    case 'active-area':
      return crossed(KIND_INKS.hazard[theme].fill, 14, 1.1);
    case 'unknown-area':
      return hatch(KIND_INKS.settlement[theme].fill, 8, 0.9);
    case 'beyond-area':
      return crosses(BEYOND_INK[theme], 12);
    case 'closed-cross':
      return cross(KIND_INKS.closure[theme].fill, PAPER[theme]);
    case 'route-arrow':
      return arrow(KIND_INKS.evacuation_route[theme].fill, PAPER[theme]);
  }
}
