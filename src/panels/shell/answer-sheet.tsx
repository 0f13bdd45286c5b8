import { useLayoutEffect, useRef } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { toggleSheet } from '../../actions/toggle-sheet.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import styles from './shell.module.css';

const SWIPE_PX = 24;

/**
 * On a phone the card stands above the list in the same sheet: selecting shows its top, closing it goes back to the
 * row one came from.
 */
function useCardInView() {
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(0);
  const selected = useSession((state) =>
    state.selection === null ? null : `${state.selection.kind} ${state.selection.id}`,
  );
  const last = useRef(selected);
  useLayoutEffect(() => {
    const element = body.current;
    const was = last.current;
    last.current = selected;
    if (element === null || was === selected || !window.matchMedia('(max-width: 760px)').matches)
      return;
    if (was === null) before.current = element.scrollTop;
    element.scrollTop = selected === null ? before.current : 0;
  }, [selected]);
  return body;
}

/** The answer: a panel at the right, on a phone a sheet that the thumb raises and lowers. */
export function AnswerSheet({ card, children }: { card: ReactNode; children: ReactNode }) {
  const open = useSession((state) => state.sheetOpen);
  const from = useRef<number | null>(null);
  const body = useCardInView();

  function release(event: PointerEvent) {
    const moved = from.current === null ? 0 : event.clientY - from.current;
    from.current = null;
    if (Math.abs(moved) > SWIPE_PX) toggleSheet(moved < 0);
  }

  return (
    <aside
      id="answer"
      tabIndex={-1}
      className={styles.answer}
      aria-label={t('shell.region.answer')}
    >
      <button
        type="button"
        className={styles.handle}
        aria-expanded={open}
        aria-controls="answer-body"
        onPointerDown={(event) => (from.current = event.clientY)}
        onPointerUp={release}
        onClick={() => toggleSheet()}
      >
        <span className="m-visually-hidden">
          {open ? t('shell.sheet.lower') : t('shell.sheet.raise')}
        </span>
      </button>
      <div
        id="answer-body"
        ref={body}
        className={styles.answerBody}
        onFocus={() => toggleSheet(true)}
      >
        <div className={styles.card} data-over-map>
          {card}
        </div>
        {children}
      </div>
    </aside>
  );
}
