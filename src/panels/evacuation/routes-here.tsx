import { select } from '../../actions/select.ts';
import { sumPeople } from '../../core/evacuation/index.ts';
import type { RecordOf } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { Unknown } from '../../ui/quantities.tsx';
import styles from '../../ui/form/form.module.css';
import own from './evacuation.module.css';

/** The routes that begin at a settlement, or that lead to a shelter, and for a shelter how many people they bring. */
export function RoutesHere({
  kind,
  record,
}: {
  kind: 'settlement' | 'shelter';
  record: RecordOf['settlement' | 'shelter'];
}) {
  const table = useRecordMap('evacuation_route');
  const settlements = useRecordMap('settlement');
  const shelters = useRecordMap('shelter');
  const from = kind === 'settlement';
  const routes = [...table.values()].filter(
    (route) => (from ? route.settlementId : route.shelterId) === record.id,
  );
  const otherEnd = ({ shelterId, settlementId }: RecordOf['evacuation_route']): string | null => {
    const end = from ? shelters.get(shelterId ?? '') : settlements.get(settlementId ?? '');
    return end?.name ?? null;
  };
  const origins = new Set(routes.map(({ settlementId }) => settlementId));
  const people = sumPeople(
    [...origins].flatMap((id) => (id === null ? [] : (settlements.get(id) ?? []))),
  );
  return (
    <section className={styles.section} aria-label={t('upkeep.route.routesHere')}>
      <h3>{t('upkeep.route.routesHere')}</h3>
      {routes.length === 0 ? (
        <p>
          <Unknown label={from ? t('upkeep.route.noRoutes') : t('upkeep.route.noRoutesTo')} />
        </p>
      ) : (
        <ul className={own.routes}>
          {routes.map((route) => (
            <li key={route.id}>
              <button
                type="button"
                className={styles.quiet}
                onClick={() => select({ kind: 'evacuation_route', id: route.id })}
              >
                {route.name}
              </button>
              <div className={styles.soft}>
                {from ? t('upkeep.route.to') : t('upkeep.route.from')}{' '}
                {otherEnd(route) ?? t('units.unknown')} · {t(`kinds.passable.${route.state}`)}
              </div>
            </li>
          ))}
        </ul>
      )}
      {!from && routes.length > 0 && (
        <p className={styles.soft}>
          {t('upkeep.route.peopleTo', {
            people: formatNumber(people.people),
            needHelp: formatNumber(people.needHelp),
          })}
          {people.unknown > 0 &&
            ` · ${t('upkeep.route.peopleToUnknown', { count: people.unknown })}`}
        </p>
      )}
    </section>
  );
}
