import { GROUND } from '../style/ground-colours.ts';
import type { Disc, Icon } from './icon-name.ts';
import { PIXEL_RATIO } from './paint-symbol.ts';

interface DiscLook {
  /** CSS pixels. */
  radius: number;
  edge: number;
  /** How much of the fill covers what lies below. */
  cover: number;
  /** Dark with a light edge (a rank is written on it), else light with a dark one (a symbol stands on it). */
  solid: boolean;
}

const LOOKS: Readonly<Record<Disc, DiscLook>> = {
  rank: { radius: 7.5, edge: 1.2, cover: 1, solid: true },
  incident: { radius: 24, edge: 2.2, cover: 0.6, solid: false },
  selected: { radius: 19, edge: 2.2, cover: 0.6, solid: false },
  hover: { radius: 18, edge: 1.2, cover: 0.75, solid: false },
};

/** A round ground: behind what the person looks at, or under a rank. */
export function paintDisc({ disc, theme }: Extract<Icon, { tag: 'disc' }>): ImageData {
  const { radius, edge, cover, solid } = LOOKS[disc];
  const { accent, accentHalo } = GROUND[theme];
  const size = Math.ceil(2 * (radius + edge) + 2) * PIXEL_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no 2d canvas');
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.arc(size / 2 / PIXEL_RATIO, size / 2 / PIXEL_RATIO, radius + edge / 2, 0, 2 * Math.PI);
  pen.globalAlpha = cover;
  pen.fillStyle = solid ? accent : accentHalo;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = solid ? accentHalo : accent;
  pen.lineWidth = edge;
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}
