import { useState } from 'react';
import { hover } from '../../actions/hover.ts';
import { selectAndFrame } from '../../actions/select.ts';
import { t } from '../../messages/index.ts';
import panel from './answer.module.css';
import styles from './left-out.module.css';
import arrival from './arrival.module.css';
import { moveInRows } from '../../ui/move-in-rows.ts';
import { noteText } from './unreachable-view.ts';
import type { UnreachableView } from './unreachable-view.ts';

/** Rows shown at first, and how many more one press shows. */
const FIRST = 20;
const STEP = 50;
/** So few are open from the start: reading them costs less than opening. */
const OPEN_UP_TO = 3;

/** Those without a route by road, nearest by straight line first, each with its reason: none of them just disappears. */
export function UnreachableList({ views }: { views: readonly UnreachableView[] }) {
  const [open, setOpen] = useState(views.length <= OPEN_UP_TO);
  const [shown, setShown] = useState(FIRST);
  if (views.length === 0) return null;
  const rest = views.length - Math.min(shown, views.length);
  const title = t('answer.unreachable.title');
  return (
    <details
      className={styles.group}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{title}</span>
        <span className={styles.count}>{t('answer.leftOut.count', { count: views.length })}</span>
      </summary>
      {open && (
        <>
          <ul className={styles.leftOutRows} aria-label={title} onKeyDown={moveInRows}>
            {views.slice(0, shown).map((view) => (
              <Row key={view.id} view={view} />
            ))}
          </ul>
          {rest > 0 && (
            <button type="button" className={panel.quiet} onClick={() => setShown(shown + STEP)}>
              {t('answer.leftOut.more', { count: Math.min(STEP, rest) })}
            </button>
          )}
        </>
      )}
    </details>
  );
}

const pointing = ({ kind, id, place }: UnreachableView) => ({
  onClick: () => selectAndFrame({ kind, id }, place),
  onFocus: () => hover({ kind, id }),
  onBlur: () => hover(null),
});

function Row({ view }: { view: UnreachableView }) {
  const { kind, id } = view;
  return (
    <li
      className={styles.leftOutRow}
      onPointerEnter={() => hover({ kind, id })}
      onPointerLeave={() => hover(null)}
    >
      <button type="button" className={styles.name} data-row {...pointing(view)}>
        {view.name}
      </button>
      <span className={styles.because}>{view.because}</span>
      <span className={styles.leftOutDistance}>{view.distance}</span>
    </li>
  );
}

/** One of them in a line, at the place it would have by the straight line. */
export function UnreachableNote({ view }: { view: UnreachableView }) {
  return (
    <li className={arrival.noted}>
      <button type="button" data-row tabIndex={-1} {...pointing(view)}>
        {noteText(view)}
      </button>
    </li>
  );
}
