import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ShownAnswer } from '../../state/answer.ts';
import type { Selection, Theme } from '../../state/session.ts';
import { remember } from '../features/remember.ts';
import type { MapDatum } from '../features/shift.ts';
import { ANSWER_LOOKS, answerLines } from './answer-lines.ts';
import type { AnswerOverlay } from './answer-overlay.ts';

export interface AnswerScene {
  shown: ShownAnswer | null;
  hover: Selection | null;
  selection: Selection | null;
  theme: Theme;
  datum: MapDatum;
}

/** Draws the answer's lines; deck.gl is loaded only when there is a first answer to draw. */
export function startAnswer(map: MapLibreMap): { draw(scene: AnswerScene): void; stop(): void } {
  let overlay: AnswerOverlay | null = null;
  let isLoading = false;
  let wanted: AnswerScene | null = null;
  let isStopped = false;
  const lines = remember(answerLines);
  const show = remember((drawn: ReturnType<typeof answerLines>, theme: Theme): void =>
    overlay?.draw(drawn, ANSWER_LOOKS[theme]),
  );

  function drawWanted(): void {
    if (overlay === null || wanted === null) return;
    const { shown, hover, selection, theme, datum } = wanted;
    show(lines(shown, shown === null ? null : hover, shown === null ? null : selection, datum), theme);
  }

  async function load(): Promise<void> {
    isLoading = true;
    const { createAnswerOverlay } = await import('./answer-overlay.ts');
    if (isStopped) return;
    overlay = createAnswerOverlay(map);
    drawWanted();
  }

  return {
    draw(scene) {
      wanted = scene;
      if (overlay !== null) drawWanted();
      else if (scene.shown !== null && !isLoading) void load();
    },
    stop() {
      isStopped = true;
      overlay?.remove();
    },
  };
}
