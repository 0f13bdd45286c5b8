import { Button } from '@mantine/core';
import { Fragment, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { clearFilters, setFilters } from '../../actions/set-filters.ts';
import type { RowChange } from '../../core/ranking/changes.ts';
import type { Answer, RankingTables } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AnswerRow, symbolIn } from './answer-row.tsx';
import styles from './answer.module.css';
import { isNarrowed, radiusText, unheardText, widerRadius } from './limits-view.ts';
import { moveInRows } from '../../ui/move-in-rows.ts';
import type { RowView } from './row-view.ts';
import { UnreachableList, UnreachableNote } from './unreachable-list.tsx';
import { notedAt } from './unreachable-view.ts';
import type { UnreachableView } from './unreachable-view.ts';

interface AnswerListProps {
  answer: Answer;
  rows: readonly RowView[];
  unreachable: readonly UnreachableView[];
  changes: readonly RowChange[];
  tables: RankingTables;
  now: number;
}

/** How many more rows one press lists. */
const STEP = 10;

/** The ranked list: an ordered list, one Tab stop, arrows inside. */
export function AnswerList({ answer, rows, unreachable, changes, tables, now }: AnswerListProps) {
  const keys = useId();
  const [current, setCurrent] = useState<string | null>(null);
  const kind = t(`answer.tab.${answer.kind}`);
  const unheard = unheardText(answer);
  if (rows.length === 0) return <NothingListed answer={answer} />;
  const noted = notedAt(unreachable, rows.length);
  const reached = rows.some((row) => row.id === current) ? current : rows[0]?.id;
  return (
    <>
      {unheard !== null && (
        <p role="status" className={styles.kept}>
          {unheard}
        </p>
      )}
      <p id={keys} className="m-visually-hidden">
        {t('answer.listKeys')}
      </p>
      <ol
        className={styles.list}
        role="list"
        aria-label={t('answer.list', { kind })}
        aria-describedby={keys}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => moveInRows(event)}
        onFocus={(event) => setCurrent(event.target.closest('li')?.dataset['id'] ?? null)}
      >
        {answer.ranked.map((ranked, i) => {
          const view = rows[i];
          return (
            view && (
              <Fragment key={ranked.id}>
                <Notes views={noted.get(i)} />
                <AnswerRow
                  ranked={ranked}
                  view={view}
                  change={changes.find(({ id }) => id === ranked.id) ?? null}
                  symbol={symbolIn(tables, ranked, now)}
                  tabbable={ranked.id === reached}
                />
              </Fragment>
            )
          );
        })}
        <Notes views={noted.get(rows.length)} />
      </ol>
      <UnreachableList key={answer.kind} views={unreachable} />
      {answer.farther > 0 && (
        <div className={styles.farther}>
          <span>{t('answer.farther', { count: answer.farther })}</span>
          <button
            type="button"
            className={styles.quiet}
            onClick={() => setFilters({ count: answer.ranked.length + STEP })}
          >
            {t('answer.showMore')}
          </button>
        </div>
      )}
    </>
  );
}

function Notes({ views = [] }: { views: readonly UnreachableView[] | undefined }) {
  return views.map((view) => <UnreachableNote key={view.id} view={view} />);
}

function NothingListed({ answer }: { answer: Answer }) {
  const filters = useSession((state) => state.filters);
  const kind = t(`answer.tab.${answer.kind}`);
  const title = t('answer.emptyTitle', { kind });
  if (answer.total === 0) return <EmptyState title={title} detail={t('answer.emptyRegister')} />;
  const wider = widerRadius(answer);
  return (
    <EmptyState
      title={title}
      detail={t('answer.emptyFiltered')}
      action={
        <>
          {wider !== null && (
            <Button size="xs" variant="default" onClick={() => setFilters({ radius: wider })}>
              {t('answer.widen', { radius: radiusText(wider) })}
            </Button>
          )}
          {isNarrowed(answer.kind, filters) && (
            <Button size="xs" variant="default" onClick={clearFilters}>
              {t('answer.clearFilters')}
            </Button>
          )}
        </>
      }
    />
  );
}
