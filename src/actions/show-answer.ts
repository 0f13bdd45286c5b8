import { useAnswer } from '../state/answer.ts';
import type { ShownAnswer } from '../state/answer.ts';

/** Let the map draw this answer's lines and ranks, or none (null) when the panel that asked goes away. */
export function showAnswer(shown: ShownAnswer | null): void {
  if (useAnswer.getState().shown !== shown) useAnswer.setState({ shown });
}
