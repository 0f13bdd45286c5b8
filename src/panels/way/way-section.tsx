import { useEffect } from 'react';
import { copyText } from '../../actions/copy-text.ts';
import { focusPlace } from '../../actions/focus-place.ts';
import { lightStep } from '../../actions/light-step.ts';
import type { Way } from '../../core/arrival/index.ts';
import type { RecordKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useAnswer } from '../../state/answer.ts';
import { moveInRows } from '../../ui/move-in-rows.ts';
import { toldWay, wayLines, wayWords } from '../parts/ranking/way-words.ts';
import styles from './way.module.css';

/** How a ranked candidate comes, step by step; nothing where the answer knows no way of it. */
export function WaySection({ kind, id }: { kind: RecordKind; id: string }) {
  const shown = useAnswer((state) => state.shown);
  const ranked =
    shown?.answer.kind === kind ? shown.answer.ranked.find((row) => row.id === id) : undefined;
  const told = ranked === undefined ? null : toldWay(ranked, shown?.ways?.get(id));
  useEffect(() => () => lightStep(null), []);
  if (ranked === undefined || told === null || told.way.steps.length === 0) return null;
  const words = wayWords(ranked.name, told);
  return (
    <details className={styles.way}>
      <summary>
        <span>{t('way.summary')}</span>
        <span
          className={styles.total}
        >{`${words.total} · ${t('way.stepsCount', { count: words.steps.length })}`}</span>
      </summary>
      {words.before !== null && <p className={styles.walk}>{words.before}</p>}
      <ol className={styles.steps} aria-label={t('way.list')} onKeyDown={moveInRows}>
        {words.steps.map((text, i) => (
          <li key={i}>
            <StepButton way={told.way} step={i} text={text} />
          </li>
        ))}
      </ol>
      <p className={styles.walk}>{words.after}</p>
      <p className={styles.note}>{t('way.mayBeOld')}</p>
      <button
        type="button"
        className={styles.copy}
        onClick={() => void copyText(wayLines(words).join('\n'), 'list')}
      >
        {t('way.copy')}
      </button>
    </details>
  );
}

function StepButton({ way, step, text }: { way: Way; step: number; text: string }) {
  const first = way.steps[step]?.first ?? 0;
  const next = way.steps[step + 1]?.first ?? way.line.length - 1;
  const light = () => lightStep(way.line.slice(first, next + 1));
  const begin = way.line[first];
  return (
    <button
      type="button"
      data-row
      tabIndex={step === 0 ? 0 : -1}
      title={t('way.keys')}
      onPointerEnter={light}
      onPointerLeave={() => lightStep(null)}
      onFocus={light}
      onBlur={() => lightStep(null)}
      onClick={() => begin !== undefined && focusPlace(begin)}
    >
      {text}
    </button>
  );
}
