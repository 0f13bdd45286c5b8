import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../../core/model/index.ts';
import type { DrawnAnswer } from '../../state/answer.ts';
import type { Selection, Theme } from '../../state/session.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { whenIdle } from '../../ui/loading/when-idle.ts';
import { remember } from '../features/remember.ts';
import type { MapDatum } from '../features/shift.ts';
import { ANSWER_LOOKS, answerLines } from './answer-lines.ts';
import type { AnswerOverlay } from './answer-overlay.ts';

export interface AnswerScene {
  shown: DrawnAnswer | null;
  hover: Selection | null;
  selection: Selection | null;
  theme: Theme;
  datum: MapDatum;
  /** The stretch of a route that is read in a list. */
  step: readonly LngLat[] | null;
}

const overlayPart = lazyPart(() => import('./answer-overlay.ts'));

/** Why the lines are not drawn: what draws them has not come yet, or the graphics card dropped the map's drawing. */
export type LinesMissing = 'not-loaded' | 'context-lost';

interface AnswerLines {
  /** Make ready what draws the lines, so that they come at once and also when the server is gone by then. */
  prepare(): void;
  draw(scene: AnswerScene): void;
  stop(): void;
}

/** Draws the answer's lines. deck.gl does not come with the map: in a quiet moment, or with the first answer. */
export function startAnswer(
  map: MapLibreMap,
  onMissing: (why: LinesMissing | null) => void,
): AnswerLines {
  let overlay: AnswerOverlay | null = null;
  let wanted: AnswerScene | null = null;
  let stopWaiting: (() => void) | null = null;
  let stopWanting: (() => void) | null = null;
  const lines = remember(answerLines);
  // A new overlay has drawn nothing yet: what is shown is remembered for each.
  const show = remember(
    (on: AnswerOverlay, drawn: ReturnType<typeof answerLines>, theme: Theme): void =>
      void on.draw(drawn, ANSWER_LOOKS[theme]),
  );

  function drawWanted(): void {
    if (overlay === null || wanted === null) return;
    const { shown, hover, selection, theme, datum, step } = wanted;
    const isShown = shown !== null;
    show(
      overlay,
      lines(
        shown,
        isShown ? hover : null,
        isShown ? selection : null,
        datum,
        isShown ? step : null,
      ),
      theme,
    );
  }

  function load(): void {
    stopWanting ??= overlayPart.want(
      ({ createAnswerOverlay }) => {
        overlay = createAnswerOverlay(map);
        onMissing(null);
        drawWanted();
      },
      () => onMissing(wanted?.shown == null ? null : 'not-loaded'),
    );
  }

  // Said until the card is back; then a new map takes the place of this one (see map-view).
  const onLost = (): void => onMissing('context-lost');
  map.on('webglcontextlost', onLost);

  return {
    prepare() {
      stopWaiting ??= whenIdle(load);
    },
    draw(scene) {
      wanted = scene;
      if (overlay !== null) drawWanted();
      else if (scene.shown !== null) load();
    },
    stop() {
      map.off('webglcontextlost', onLost);
      stopWaiting?.();
      stopWanting?.();
      overlay?.remove();
    },
  };
}
