/**
 * Barriers as bytes, about four a vertex, because a walk is looked up in memory while the bytes travel to every console:
 *
 *   1 (this form), then per barrier: number of its kind × 2, + 1 for an area; count of its lines; per line its count of
 *   vertices and each vertex as the step from the one before it, of whatever line, in 1e-7 degree: x, y.
 *
 * All are whole numbers of seven bits a byte, the lowest first, 128 added to all but the last; steps have their sign in
 * the lowest bit. No byte at all means that nobody gathered barriers.
 */
import { spatialOrder } from '../../nearest/index.ts';
import { toUnits, wrapped } from '../build/shapes.ts';
import { GROUND_BARRIERS } from './kinds.ts';
import type { BarrierInput } from './kinds.ts';

const FORM = 1;

/** Segments of a piece: a long river is looked up by pieces whose boxes are small. */
const PIECE = 8;

/** Nothing where nothing was gathered; barriers near to each other lie near in the bytes. */
export function packBarriers(barriers: readonly BarrierInput[] | undefined): Uint8Array {
  if (barriers === undefined) return new Uint8Array(0);
  const usable = barriers.filter(
    ({ lines }) => lines.length > 0 && lines.every((line) => line.length > 1),
  );
  const place = (axis: 0 | 1): Float64Array =>
    Float64Array.from(usable, ({ lines }) =>
      axis === 0 ? wrapped(lines[0]![0]![0]) : lines[0]![0]![1],
    );
  const bytes: number[] = [FORM];
  let [x, y] = [0, 0];
  for (const index of spatialOrder(place(0), place(1))) {
    const { kind, lines, isArea } = usable[index]!;
    putNumber(bytes, 2 * GROUND_BARRIERS.indexOf(kind) + (isArea ? 1 : 0));
    putNumber(bytes, lines.length);
    for (const line of lines) {
      putNumber(bytes, line.length);
      for (const [lng, lat] of line) {
        const [toX, toY] = [toUnits(wrapped(lng)), toUnits(lat)];
        putNumber(bytes, signed(toX - x));
        putNumber(bytes, signed(toY - y));
        [x, y] = [toX, toY];
      }
    }
  }
  return Uint8Array.from(bytes);
}

const signed = (step: number): number => (step < 0 ? -2 * step - 1 : 2 * step);

function putNumber(bytes: number[], value: number): void {
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  bytes.push(value);
}

/** Barriers laid out for looking up: lines cut into pieces of a few segments, an area's pieces in a row. */
export interface BarrierPieces {
  /** Piece → its first vertex in `shape`; one more at the end. A vertex between two pieces stands in both. */
  start: Uint32Array;
  /** Vertices x, y in 1e-7 degree. */
  shape: Int32Array;
  /** Piece → number of its kind. */
  kind: Uint8Array;
  /** Per area: its first piece and the one after its last. */
  areas: readonly { kind: number; from: number; to: number }[];
}

/** null = nobody gathered barriers, or they are in a form of a later time. */
export function unpackBarriers(bytes: Uint8Array): BarrierPieces | null {
  if (bytes[0] !== FORM) return null;
  let at = 1;
  const take = (): number => {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const step = (): number => {
    const value = take();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  const shape: number[] = [];
  const start: number[] = [];
  const kinds: number[] = [];
  const areas: { kind: number; from: number; to: number }[] = [];
  let [x, y] = [0, 0];
  while (at < bytes.length) {
    const head = take();
    const kind = head >> 1;
    const from = start.length;
    for (let lines = take(); lines > 0; lines--) {
      const vertices = take();
      for (let v = 0; v < vertices; v++) {
        x += step();
        y += step();
        if (v % PIECE === 0 && v < vertices - 1) {
          // The piece before ends where the next begins.
          if (v > 0) shape.push(x, y);
          start.push(shape.length / 2);
          kinds.push(kind);
        }
        shape.push(x, y);
      }
    }
    if ((head & 1) === 1) areas.push({ kind, from, to: start.length });
  }
  start.push(shape.length / 2);
  return {
    start: Uint32Array.from(start),
    shape: Int32Array.from(shape),
    kind: Uint8Array.from(kinds),
    areas,
  };
}
