import { useState } from 'react';
import { hover } from '../../actions/hover.ts';
import { selectAndFrame } from '../../actions/select.ts';
import type { Answer, LeftOut } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import panel from './answer.module.css';
import styles from './left-out.module.css';
import { leftOutTotal } from './answer-text.ts';
import { becauseText, leftOutGroups } from './left-out-view.ts';
import type { LeftOutGroup } from './left-out-view.ts';
import { moveInRows } from '../../ui/move-in-rows.ts';

/** Rows shown of a reason at first, and how many more one press shows. */
const FIRST = 20;
const STEP = 50;
/** A reason with so few rows is open from the start: reading them costs less than opening. */
const OPEN_UP_TO = 3;

/** Everything that was left out, by reason: nothing disappears without saying why. */
export function LeftOutList({ answer, now }: { answer: Answer; now: number }) {
  const groups = leftOutGroups(answer.leftOut);
  const total = leftOutTotal(answer);
  return (
    <section className={styles.leftOut} aria-labelledby="left-out-title">
      <h3 id="left-out-title" className={styles.leftOutTitle}>
        {t('answer.leftOut.title')}
        <span className={styles.count}>{t('answer.leftOut.count', { count: total })}</span>
      </h3>
      {total === 0 && <p className={panel.soft}>{t('answer.leftOut.none')}</p>}
      {groups.map((group) => (
        <Group
          key={`${answer.kind} ${group.reason}`}
          group={group}
          count={answer.leftOutBy[group.reason]}
          now={now}
        />
      ))}
    </section>
  );
}

function Group({ group, count, now }: { group: LeftOutGroup; count: number; now: number }) {
  const [open, setOpen] = useState(count <= OPEN_UP_TO);
  const [shown, setShown] = useState(FIRST);
  const rows = group.rows.slice(0, shown);
  const rest = group.rows.length - rows.length;
  return (
    <details
      className={styles.group}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{group.title}</span>
        <span className={styles.count}>{t('answer.leftOut.count', { count })}</span>
      </summary>
      {open && (
        <>
          <ul className={styles.leftOutRows} aria-label={group.title} onKeyDown={moveInRows}>
            {rows.map((row) => (
              <LeftOutRow key={row.id} row={row} now={now} />
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

function LeftOutRow({ row, now }: { row: LeftOut; now: number }) {
  const { kind, id } = row;
  return (
    <li
      className={styles.leftOutRow}
      onPointerEnter={() => hover({ kind, id })}
      onPointerLeave={() => hover(null)}
    >
      <button
        type="button"
        className={styles.name}
        data-row
        onClick={() => selectAndFrame({ kind, id }, row.place)}
        onFocus={() => hover({ kind, id })}
        onBlur={() => hover(null)}
      >
        {row.name}
      </button>
      <span className={styles.because}>{becauseText(row.because, now)}</span>
      <span className={styles.leftOutDistance}>
        {row.distance === null
          ? ''
          : t('answer.leftOut.distance', { distance: formatDistance(row.distance) })}
      </span>
    </li>
  );
}
