/** Paints a kind's symbol on a canvas, from the same paths as the inline pictures of lists and the legend. */
import {
  BAR_ACROSS,
  HATCH,
  inkOf,
  KIND_SHAPES,
  LEVEL_NUMERALS,
  MARK_SHAPES,
  NO_LEVEL_NUMERAL,
  OVERDUE_RING,
  PAPER,
} from '../../core/symbols/index.ts';
import type { Ink, SymbolKind, SymbolMark } from '../../core/symbols/index.ts';
import type { Level } from '../../core/model/index.ts';
import { translate } from '../../messages/index.ts';
import type { Language } from '../../state/session.ts';
import type { Icon } from './icon-name.ts';

/** Images are painted for screens with two pixels per CSS pixel. */
export const PIXEL_RATIO = 2;
const GRID = 24;
const MARGIN = 5;
/** CSS pixels per grid unit at scale 1. */
const UNIT = 1;

const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

export function glyphOf(kind: SymbolKind, level: Level | null, language: Language): string | null {
  if (kind === 'incident') return level === null ? NO_LEVEL_NUMERAL : LEVEL_NUMERALS[level];
  if (kind === 'hazard' || kind === 'shelter' || kind === 'depot' || kind === 'team')
    return translate(language, `map.glyph.${kind}`);
  return null;
}

interface Sheet {
  pen: CanvasRenderingContext2D;
  finish(): ImageData;
}

/** A canvas whose pen draws in grid units with (12, 12) in the middle. */
function sheet(scale: number): Sheet {
  const edge = Math.ceil((GRID + 2 * MARGIN) * UNIT * scale * PIXEL_RATIO);
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no 2d canvas');
  pen.translate(edge / 2, edge / 2);
  pen.scale(UNIT * scale * PIXEL_RATIO, UNIT * scale * PIXEL_RATIO);
  pen.translate(-GRID / 2, -GRID / 2);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  return { pen, finish: () => pen.getImageData(0, 0, edge, edge) };
}

function about(pen: CanvasRenderingContext2D, scale: number, draw: () => void): void {
  pen.save();
  pen.translate(GRID / 2, GRID / 2);
  pen.scale(scale, scale);
  pen.translate(-GRID / 2, -GRID / 2);
  draw();
  pen.restore();
}

function stroke(pen: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
}

/** `halo`: the paper behind a letter that stands on a hatch. */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
  { colour, halo }: { colour: string; halo: string | null },
): void {
  pen.font = `700 ${size}px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  const box = pen.measureText(text);
  // Centred by what is inked, not by the font's box, so that every letter sits in the middle on every machine.
  const base = y + (box.actualBoundingBoxAscent - box.actualBoundingBoxDescent) / 2;
  if (halo !== null) {
    pen.strokeStyle = halo;
    pen.lineWidth = 3;
    pen.strokeText(text, x, base);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, base);
}

/** The ring of an overdue hazard, behind the body. */
function paintRing(pen: CanvasRenderingContext2D, ink: Ink, paper: string): void {
  const ring = new Path2D(OVERDUE_RING);
  stroke(pen, ring, paper, 3.6);
  stroke(pen, ring, ink.fill, 1.9);
}

/** A badge at its corner, over the body. */
function paintBadge(
  pen: CanvasRenderingContext2D,
  mark: Exclude<SymbolMark, 'overdue'>,
  ink: Ink,
  paper: string,
): void {
  const { body, sign, solid, at } = MARK_SHAPES[mark];
  const path = new Path2D(body);
  pen.save();
  pen.translate(at.x, at.y);
  stroke(pen, path, paper, 4);
  pen.fillStyle = solid ? ink.fill : paper;
  pen.fill(path);
  stroke(pen, path, ink.fill, 1.5);
  if (sign !== null) stroke(pen, new Path2D(sign), solid ? ink.onFill : ink.fill, 1.6);
  pen.restore();
}

/** The symbol of a record. */
export function paintSymbol(icon: Extract<Icon, { tag: 'symbol' }>): ImageData {
  const { kind, state, age, level, theme, language, marks } = icon;
  const shape = KIND_SHAPES[kind];
  const ink = inkOf(kind, level, marks)[theme];
  const paper = PAPER[theme];
  const { pen, finish } = sheet(shape.scale);
  const body = new Path2D(shape.body);
  const solid = state === 'plain' || state === 'ringed';
  if (marks.includes('overdue')) paintRing(pen, ink, paper);
  if (state === 'ringed') {
    about(pen, 1.16, () => {
      stroke(pen, body, paper, 5);
      stroke(pen, body, ink.fill, 2);
      pen.fillStyle = paper;
      pen.fill(body);
    });
  } else stroke(pen, body, paper, 4.2);
  about(pen, state === 'ringed' ? 0.84 : 1, () => {
    pen.fillStyle = solid ? ink.fill : paper;
    pen.fill(body);
    if (state === 'unknown') {
      pen.save();
      pen.clip(body);
      pen.globalAlpha = 0.5;
      stroke(pen, new Path2D(HATCH), ink.fill, 1.5);
      pen.restore();
    }
    if (age === 'undated') pen.setLineDash([3, 3]);
    stroke(pen, body, age === 'undated' && solid ? paper : ink.fill, solid ? 1 : 2);
    pen.setLineDash([]);
    if (state === 'barred') stroke(pen, new Path2D(BAR_ACROSS), ink.fill, 1.8);
    if (shape.mark !== null)
      stroke(pen, new Path2D(shape.mark), solid ? ink.onFill : ink.fill, 4.4);
    const glyph = glyphOf(kind, level, language);
    if (shape.glyph === null || glyph === null) return;
    write(pen, glyph, shape.glyph, {
      colour: solid ? ink.onFill : ink.fill,
      halo: solid ? null : paper,
    });
  });
  for (const mark of marks) if (mark !== 'overdue') paintBadge(pen, mark, ink, paper);
  return finish();
}

/** The body of a cluster: the kind's shape, larger and in outline twice over, so that it is not mistaken for one record. */
export function paintCluster({ kind, theme }: Extract<Icon, { tag: 'cluster' }>): ImageData {
  const shape = KIND_SHAPES[kind];
  const ink = inkOf(kind, null)[theme];
  const { pen, finish } = sheet(shape.scale * 1.34);
  const body = new Path2D(shape.body);
  stroke(pen, body, PAPER[theme], 4.4);
  stroke(pen, body, ink.fill, 2.4);
  pen.fillStyle = PAPER[theme];
  pen.fill(body);
  about(pen, 0.84, () => {
    pen.fillStyle = PAPER[theme];
    pen.fill(body);
    stroke(pen, body, ink.fill, 1);
  });
  return finish();
}
