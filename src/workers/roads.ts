/** Roads off the page's own thread: a thin shell over src/core/arrival. */
import { RoadDesk } from '../core/arrival/index.ts';
import type { FirstQuestion, Obstacle, RoadQuestion } from '../core/arrival/index.ts';
import type { LngLat, Meters } from '../core/model/index.ts';
import { serve } from './port.ts';
import type { Offer } from './port.ts';

let desk: RoadDesk | null = null;

function onDesk(): RoadDesk {
  if (desk === null) throw new Error('no road network is loaded');
  return desk;
}

const offer = {
  load: (_: never, graph: ArrayBuffer): void => {
    desk = new RoadDesk(graph);
  },
  close: (_: never, obstacles: readonly Obstacle[]) => onDesk().close(obstacles),
  times: (_: never, question: RoadQuestion) => onDesk().times(question),
  ways: (_: never, question: RoadQuestion, which: readonly number[]) =>
    onDesk().ways(question, which),
  first: (_: never, question: FirstQuestion) => onDesk().first(question),
  compare: (
    _: never,
    question: RoadQuestion,
    before: readonly Obstacle[],
    now: readonly Obstacle[],
  ) => onDesk().compare(question, before, now),
  groundAt: (_: never, place: LngLat) => onDesk().groundAt(place),
  effects: (_: never, obstacles: readonly Obstacle[]) => onDesk().effects(obstacles),
  closedLines: (_: never, obstacles: readonly Obstacle[]) => onDesk().closedLines(obstacles),
  stretchAt: (_: never, place: LngLat, within: Meters) => onDesk().stretchAt(place, within),
} satisfies Offer;

export type RoadOffer = typeof offer;

serve(self, offer);
