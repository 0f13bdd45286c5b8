import type { Answer } from '../../core/ranking/index.ts';
import { useAnswer } from '../../state/answer.ts';
import { useSession } from '../../state/session.ts';
import { toldWay, wayWords } from '../parts/ranking/way-words.ts';
import type { WayWords } from '../parts/ranking/way-words.ts';

/** The first so many that come are written out. */
const FIRST = 3;

/** The ways of the first to come and of the selected one, in words, in the order of the list. */
export function usePrintedWays(answer: Answer): WayWords[] {
  const ways = useAnswer((state) =>
    state.shown?.answer.kind === answer.kind ? state.shown.ways : null,
  );
  const selected = useSession((state) =>
    state.selection?.kind === answer.kind ? state.selection.id : null,
  );
  return answer.ranked.flatMap((ranked, i) => {
    if (i >= FIRST && ranked.id !== selected) return [];
    const told = toldWay(ranked, ways?.get(ranked.id));
    return told === null || told.way.steps.length === 0 ? [] : [wayWords(ranked.name, told)];
  });
}
