import { hover } from '../../actions/hover.ts';
import { liftClosure } from '../../actions/closures/lift-closure.ts';
import { selectAndShow } from '../../actions/select.ts';
import { nameOf } from '../../core/model/index.ts';
import type { LngLat } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { ActiveAreaList } from './active-list.tsx';
import { useRights } from '../parts/register/rights.ts';
import { moveInRows } from '../../ui/move-in-rows.ts';
import { phaseText, spanText } from './closure-text.ts';
import kit from '../../ui/form/form.module.css';
import { nameText } from '../parts/register/name-text.ts';
import styles from './closures.module.css';
import { EffectLine } from './effect-line.tsx';
import type { ListedClosure } from './use-closures.ts';

type Shelf = 'drafts' | 'inForce' | 'upcoming' | 'over';
const SHELVES: readonly Shelf[] = ['drafts', 'inForce', 'upcoming', 'over'];
const PHASE_SHELF = { 'in-force': 'inForce', upcoming: 'upcoming', over: 'over' } as const;
const shelfOf = ({ draft, phase }: ListedClosure): Shelf => (draft ? 'drafts' : PHASE_SHELF[phase]);

/** What is closed, what will be, and what was lately. */
export function ClosureList({ closures }: { closures: readonly ListedClosure[] }) {
  return (
    <div className={styles.shelves}>
      {SHELVES.map((shelf) => {
        const rows = closures.filter((one) => shelfOf(one) === shelf);
        if (rows.length === 0 && shelf !== 'inForce') return null;
        return (
          <div key={shelf}>
            <h3>{t(`closure.list.${shelf}`)}</h3>
            {rows.length === 0 ? (
              <p className={`${kit.soft} ${styles.none}`}>{t('closure.list.noneInForce')}</p>
            ) : (
              <ul
                className={styles.rows}
                aria-label={t(`closure.list.${shelf}`)}
                onKeyDown={moveInRows}
              >
                {rows.map((one) => (
                  <Row key={one.closure.id} listed={one} />
                ))}
              </ul>
            )}
          </div>
        );
      })}
      <ActiveAreaList />
    </div>
  );
}

function Row({ listed }: { listed: ListedClosure }) {
  const { closure, phase, draft } = listed;
  const { id, lng, lat } = closure;
  const now = useServerNowEvery(5000);
  const zone = useZone();
  const { change } = useRights('closure');
  const name = nameText(nameOf('closure', closure), 'closure');
  const place: LngLat | null = lng === null || lat === null ? null : [lng, lat];
  const light = () => hover({ kind: 'closure', id });
  return (
    <li data-id={id} onPointerEnter={light} onPointerLeave={() => hover(null)}>
      <button
        type="button"
        className={styles.name}
        data-row
        onClick={() => selectAndShow({ kind: 'closure', id }, place)}
        onFocus={light}
        onBlur={() => hover(null)}
      >
        {name}
      </button>
      {!draft && phase !== 'over' && change === 'all' && (
        <button
          type="button"
          className={styles.quiet}
          aria-label={`${t('closure.card.lift')}: ${name}`}
          onClick={() => void liftClosure(id)}
        >
          {t('closure.card.lift')}
        </button>
      )}
      <span className={kit.soft}>
        {draft ? t('closure.phase.draft') : phaseText(phase, closure, now, zone)}
        {phase !== 'over' && ` · ${spanText(closure, now, zone)}`}
      </span>
      {phase !== 'over' && <EffectLine {...listed} />}
    </li>
  );
}
