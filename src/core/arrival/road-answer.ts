/**
 * Road questions as a shell asks them: what is closed is part of the question, so that nobody can ask under the obstacles
 * of somebody else's question.
 */
import type { ByRoad, GroundAt } from '../ranking/types.ts';
import type { RoadQuestion, Route } from './asked.ts';
import type { UnderBefore } from './compare.ts';
import type { FirstQuestion, FirstTeams } from './first-team.ts';
import type { Obstacle } from './obstacle.ts';
import type { RouterService } from './router-service.ts';

/** A question under what closes roads when it is asked. */
export type Under<Question> = Question & { obstacles: readonly Obstacle[] };

/** What is closed in other cases, each compared with the question's own obstacles; null = not asked. */
export interface OtherCases {
  /** As if water of unknown depth stopped the traveller, and as if it did not. */
  ifClosed: readonly Obstacle[] | null;
  ifOpen: readonly Obstacle[] | null;
  /** As it was before something else was closed or opened. */
  before: readonly Obstacle[] | null;
}

/** Times are per candidate, in the order of the question's others. */
interface RoadAnswer {
  times: ByRoad[];
  ground: GroundAt;
  /** null = not asked. */
  ifClosed: ByRoad[] | null;
  ifOpen: ByRoad[] | null;
  before: UnderBefore | null;
}

export function roadAnswer(
  service: RouterService,
  question: Under<RoadQuestion>,
  { ifClosed, ifOpen, before }: OtherCases,
): RoadAnswer {
  const { obstacles } = question;
  service.close(obstacles);
  const compared = (others: readonly Obstacle[] | null): UnderBefore | null =>
    others === null ? null : service.compare(question, others, obstacles);
  return {
    times: service.times(question),
    ground: service.groundAt(question.place),
    ifClosed: compared(ifClosed)?.times ?? null,
    ifOpen: compared(ifOpen)?.times ?? null,
    before: compared(before),
  };
}

/** The routes of some of the question's others, in the order of `which`; null where there is none. */
export function routesUnder(
  service: RouterService,
  question: Under<RoadQuestion>,
  which: readonly number[],
): (Route | null)[] {
  service.close(question.obstacles);
  return service.routes(question, which);
}

/** When the first of many cars is anywhere. */
export function firstUnder(service: RouterService, question: Under<FirstQuestion>): FirstTeams {
  service.close(question.obstacles);
  return service.first(question);
}
