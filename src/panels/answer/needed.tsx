import { useMemo } from 'react';
import { setFilters } from '../../actions/set-filters.ts';
import type { EventKind } from '../../core/model/index.ts';
import { covers } from '../../core/ranking/capabilities.ts';
import { needsOf } from '../../core/ranking/needs.ts';
import type { RankingTables } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import styles from './needed.module.css';

/** What this kind of incident usually asks for: offered as a choice, with what the register lacks. Never chosen by itself. */
export function Needed({ kind, tables }: { kind: EventKind | null; tables: RankingTables }) {
  const chosen = useSession((state) => state.filters.capability);
  const needs = useMemo(
    () => (kind === null ? [] : needsOf(kind, tables.team.values())),
    [kind, tables.team],
  );
  if (needs.length === 0) return null;
  const lacking = needs.filter(({ teams }) => teams === 0);
  return (
    <div
      className={styles.needed}
      role="group"
      aria-label={t('answer.needs.title')}
      title={t('answer.needs.note')}
    >
      <span className={styles.title}>{t('answer.needs.title')}</span>
      {needs
        .filter(({ teams }) => teams > 0)
        .map(({ id, teams }) => {
          const capability = t(`kinds.capability.${id}`);
          const pressed = chosen !== null && covers([chosen], capability);
          return (
            <button
              key={id}
              type="button"
              className={styles.chip}
              aria-pressed={pressed}
              title={t('answer.needs.chipHelp', { teams, capability })}
              onClick={() => setFilters({ capability: pressed ? null : capability })}
            >
              {t('answer.needs.chip', { capability, teams })}
            </button>
          );
        })}
      {lacking.length > 0 && (
        <span className={styles.lacking}>
          {t('answer.needs.lacking', {
            capabilities: lacking
              .map(({ id }) => t(`kinds.capability.${id}`))
              .join(t('answer.text.comma')),
          })}
        </span>
      )}
    </div>
  );
}
