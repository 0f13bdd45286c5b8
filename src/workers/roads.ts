/** Roads off the page's own thread: a thin shell over src/core/arrival. Every question brings what is closed with it. */
import type { RoadQuestion } from '../core/arrival/asked.ts';
import type { FirstQuestion } from '../core/arrival/first-team.ts';
import type { Obstacle } from '../core/arrival/obstacle.ts';
import { firstUnder, roadAnswer, routesUnder } from '../core/arrival/road-answer.ts';
import type { OtherCases, Under } from '../core/arrival/road-answer.ts';
import { RouterService } from '../core/arrival/router-service.ts';
import type { LngLat, Meters } from '../core/model/index.ts';
import { serve } from './port.ts';
import type { Offer } from './port.ts';

let service: RouterService | null = null;

function openedService(): RouterService {
  if (service === null) throw new Error('no road network is loaded');
  return service;
}

const offer = {
  load: (_: never, graph: ArrayBuffer): void => {
    service = new RouterService(graph);
  },
  answer: (_: never, question: Under<RoadQuestion>, others: OtherCases) =>
    roadAnswer(openedService(), question, others),
  routes: (_: never, question: Under<RoadQuestion>, which: readonly number[]) =>
    routesUnder(openedService(), question, which),
  first: (_: never, question: Under<FirstQuestion>) => firstUnder(openedService(), question),
  effects: (_: never, obstacles: readonly Obstacle[]) => openedService().effects(obstacles),
  closedLines: (_: never, obstacles: readonly Obstacle[]) => openedService().closedLines(obstacles),
  stretchAt: (_: never, place: LngLat, within: Meters) => openedService().stretchAt(place, within),
} satisfies Offer;

export type RoadOffer = typeof offer;

serve(self, offer);
