import { useEffect, useState } from 'react';
import { forgetChanges } from '../../actions/roads/compare-closures.ts';
import type { RowChange } from '../../core/ranking/changes.ts';
import type { Answer } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useRoads } from '../../state/roads.ts';
import { useObstacleName } from '../parts/obstacles/obstacle-names.ts';
import styles from './change.module.css';
import { arrivalText, changeText, isWorse } from './change-text.ts';
import { totalText } from './row-text.ts';

/** Those who changed and are not on the list any more, told one by one; the rest is counted. */
const MOST_NAMED = 3;
/** While somebody draws, the last of many changes is read out, not each. */
const ANNOUNCE_AFTER_MS = 1200;

/** That other roads are closed than when the answer was first read, and who is first because of it. Gone once read. */
export function ChangeNote({ answer, changes }: { answer: Answer; changes: readonly RowChange[] }) {
  const isPreview = useRoads((state) => state.obstacles.some(({ draft }) => draft === true));
  const nameOf = useObstacleName();
  const announced = changes.length === 0 ? '' : headline(answer, changes);
  const listed = new Set(answer.ranked.map(({ id }) => id));
  const gone = changes.filter(
    ({ id, before }) => !listed.has(id) && before.rank > 1 && before.rank <= answer.ranked.length,
  );
  const dethroned = changes.find(({ before, now }) => before.rank === 1 && now.rank > 1);
  return (
    <>
      <Announced text={announced} />
      {changes.length === 0 && isPreview && (
        <p className={styles.note} data-preview="true">
          {t('closure.change.preview')}
        </p>
      )}
      {changes.length > 0 && (
        <section
          className={styles.note}
          aria-label={t('closure.change.title')}
          data-preview={isPreview}
        >
          <div className={styles.noteHead}>
            <strong>{isPreview ? t('closure.change.preview') : t('closure.change.title')}</strong>
            <button type="button" className={styles.quiet} onClick={forgetChanges}>
              {t('closure.change.dismiss')}
            </button>
          </div>
          <p>{announced}</p>
          {dethroned !== undefined && (
            <p>
              {t('closure.change.dethroned', {
                name: dethroned.name,
                text: changeText(dethroned, nameOf),
              })}
            </p>
          )}
          {gone.slice(0, MOST_NAMED).map((change) => (
            <p key={change.id} className={styles.soft}>
              {t('closure.change.notListed', {
                name: change.name,
                text: changeText(change, nameOf),
              })}
            </p>
          ))}
          {gone.length > MOST_NAMED && (
            <p className={styles.soft}>
              {t('closure.change.others', { count: gone.length - MOST_NAMED })}
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** Who is there first now, and how many come at another time. */
function headline({ ranked }: Answer, changes: readonly RowChange[]): string {
  const [first] = ranked;
  const moved = changes.find(({ id }) => id === first?.id);
  const others = changes.filter((change) => arrivalText(change) !== null).length;
  const count = others === 0 ? [] : [t('closure.change.count', { count: others })];
  if (first === undefined || first.unreached !== null)
    return [t('closure.change.nobody'), ...count].join(t('closure.change.semicolon'));
  const who =
    moved === undefined || moved.before.rank === 1
      ? t('closure.change.firstSame', { name: first.name })
      : t('closure.change.first', {
          name: first.name,
          now: totalText(first),
          before: moved.before.rank,
        });
  return [who, ...count].join(t('closure.change.semicolon'));
}

/** Read out once it has stood for a moment. */
function Announced({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), ANNOUNCE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="m-visually-hidden" role="status">
      {said}
    </p>
  );
}

/** The change of one row, under what the row says. */
export function RowChangeLine({ change }: { change: RowChange }) {
  const nameOf = useObstacleName();
  return (
    <p className={styles.row} data-worse={isWorse(change)}>
      {changeText(change, nameOf)}
    </p>
  );
}
