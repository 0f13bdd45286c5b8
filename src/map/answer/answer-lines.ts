/** Which lines an answer has: one per ranked candidate, the first ones stronger, the pointed-at one strongest. */
import type { LngLat } from '../../core/model/index.ts';
import type { DrawnAnswer } from '../../state/answer.ts';
import type { Selection, Theme } from '../../state/session.ts';
import { toMap } from '../features/shift.ts';
import type { MapDatum } from '../features/shift.ts';

/** Widths of the lines, in pixels: of the one that is pointed at, and of the others by their place in the answer. */
const LIT_WEIGHT = 4.5;

function weightOf(place: number): number {
  if (place === 0) return 3.6;
  return place < 3 ? 2.8 : 2;
}

export interface AnswerLine {
  /** The route by road, or a straight line of two places. */
  path: readonly LngLat[];
  /** Width in CSS pixels. */
  weight: number;
  alpha: number;
}

/** The closed road beyond the end of a route: thin, since nobody drives it. */
const REST_WEIGHT = 1.2;

type Rgb = readonly [red: number, green: number, blue: number];
export interface AnswerLook {
  line: Rgb;
  halo: Rgb;
}

export const ANSWER_LOOKS: Readonly<Record<Theme, AnswerLook>> = {
  day: { line: [16, 33, 44], halo: [255, 255, 255] },
  night: { line: [255, 255, 255], halo: [11, 16, 20] },
};

const isSame = (a: Selection | null, kind: string, id: string): boolean =>
  a?.kind === kind && a.id === id;

/** Lines on a map in `datum`, farthest first so that the nearest lie on top; over them the `step` that is read in a list. */
export function answerLines(
  shown: DrawnAnswer | null,
  pointed: Selection | null,
  selected: Selection | null,
  datum: MapDatum,
  step: readonly LngLat[] | null = null,
): AnswerLine[] {
  if (shown === null) return [];
  const from = toMap(shown.from, datum);
  const lit =
    step === null || step.length < 2
      ? []
      : [{ path: step.map((at) => toMap(at, datum)), weight: 9, alpha: 1 }];
  const lines = shown.answer.ranked
    .map(({ kind, id, place }, i): AnswerLine[] => {
      const { line: route = [], rest = [] } = shown.routes?.get(id) ?? {};
      const isLit = isSame(pointed, kind, id) || isSame(selected, kind, id);
      const line: AnswerLine = {
        path: route.length > 1 ? route.map((at) => toMap(at, datum)) : [from, toMap(place, datum)],
        weight: isLit ? LIT_WEIGHT : weightOf(i),
        alpha: isLit ? 1 : Math.max(0.55, 0.95 - 0.06 * i),
      };
      if (rest.length < 2) return [line];
      const driven = route.length > 1 ? [line] : [];
      return [
        ...driven,
        { path: rest.map((at) => toMap(at, datum)), weight: REST_WEIGHT, alpha: line.alpha },
      ];
    })
    .reverse()
    .flat();
  return [...lines, ...lit];
}
