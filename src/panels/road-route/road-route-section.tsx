import { useEffect } from 'react';
import { copyText } from '../../actions/copy-text.ts';
import { focusPlace } from '../../actions/focus-place.ts';
import { lightStep } from '../../actions/light-step.ts';
import type { Route } from '../../core/arrival/asked.ts';
import type { RecordKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useAnswer } from '../../state/answer.ts';
import { moveInRows } from '../../ui/move-in-rows.ts';
import { shownRoute, routeLines, routeText } from '../parts/ranking/route-text.ts';
import styles from './road-route.module.css';

/** How a ranked candidate comes, step by step; nothing where the answer knows no route of it. */
export function RoadRouteSection({ kind, id }: { kind: RecordKind; id: string }) {
  const shown = useAnswer((state) => state.shown);
  const ranked =
    shown?.answer.kind === kind ? shown.answer.ranked.find((row) => row.id === id) : undefined;
  const route = ranked === undefined ? null : shownRoute(ranked, shown?.routes?.get(id));
  useEffect(() => () => lightStep(null), []);
  if (ranked === undefined || route === null || route.route.steps.length === 0) return null;
  const words = routeText(ranked.name, route);
  return (
    <details className={styles.route}>
      <summary>
        <span>{t('route.summary')}</span>
        <span
          className={styles.total}
        >{`${words.total} · ${t('route.stepsCount', { count: words.steps.length })}`}</span>
      </summary>
      {words.before !== null && <p className={styles.walk}>{words.before}</p>}
      <ol className={styles.steps} aria-label={t('route.list')} onKeyDown={moveInRows}>
        {words.steps.map((text, i) => (
          <li key={i}>
            <StepButton route={route.route} step={i} text={text} />
          </li>
        ))}
      </ol>
      <p className={styles.walk}>{words.after}</p>
      <p className={styles.note}>{t('route.mayBeOld')}</p>
      <button
        type="button"
        className={styles.copy}
        onClick={() => void copyText(routeLines(words).join('\n'), 'list')}
      >
        {t('route.copy')}
      </button>
    </details>
  );
}

function StepButton({ route, step, text }: { route: Route; step: number; text: string }) {
  const first = route.steps[step]?.first ?? 0;
  const next = route.steps[step + 1]?.first ?? route.line.length - 1;
  const light = () => lightStep(route.line.slice(first, next + 1));
  const begin = route.line[first];
  return (
    <button
      type="button"
      data-row
      tabIndex={step === 0 ? 0 : -1}
      title={t('route.keys')}
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
