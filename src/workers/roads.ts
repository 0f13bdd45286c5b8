/** Roads off the page's own thread: a thin shell over src/core/arrival. Every question brings what is closed with it. */
import { RoadDesk, firstUnder, roadAnswer, routesUnder } from '../core/arrival/index.ts';
import type {
  FirstQuestion,
  Obstacle,
  OtherCases,
  RoadQuestion,
  Under,
} from '../core/arrival/index.ts';
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
  answer: (_: never, question: Under<RoadQuestion>, others: OtherCases) =>
    roadAnswer(onDesk(), question, others),
  routes: (_: never, question: Under<RoadQuestion>, which: readonly number[]) =>
    routesUnder(onDesk(), question, which),
  first: (_: never, question: Under<FirstQuestion>) => firstUnder(onDesk(), question),
  effects: (_: never, obstacles: readonly Obstacle[]) => onDesk().effects(obstacles),
  closedLines: (_: never, obstacles: readonly Obstacle[]) => onDesk().closedLines(obstacles),
  stretchAt: (_: never, place: LngLat, within: Meters) => onDesk().stretchAt(place, within),
} satisfies Offer;

export type RoadOffer = typeof offer;

serve(self, offer);
