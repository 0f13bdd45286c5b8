import type { Answer } from '../../core/ranking/types.ts';
import { useAnswer } from '../../state/answer.ts';
import { useSession } from '../../state/session.ts';
import { shownRoute, routeText } from '../parts/ranking/route-text.ts';
import type { RouteText } from '../parts/ranking/route-text.ts';

/** The first so many that come are written out. */
const FIRST = 3;

/** The routes of the first to come and of the selected one, in words, in the order of the list. */
export function usePrintedRoutes(answer: Answer): RouteText[] {
  const routes = useAnswer((state) =>
    state.shown?.answer.kind === answer.kind ? state.shown.routes : null,
  );
  const selected = useSession((state) =>
    state.selection?.kind === answer.kind ? state.selection.id : null,
  );
  return answer.ranked.flatMap((ranked, i) => {
    if (i >= FIRST && ranked.id !== selected) return [];
    const shown = shownRoute(ranked, routes?.get(ranked.id));
    return shown === null || shown.route.steps.length === 0 ? [] : [routeText(ranked.name, shown)];
  });
}
