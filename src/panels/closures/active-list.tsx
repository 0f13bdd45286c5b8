import { endHazard } from '../../actions/areas/set-area.ts';
import { hover } from '../../actions/hover.ts';
import { selectAndShow } from '../../actions/select.ts';
import type { ActiveArea } from '../../core/arrival/active-areas.ts';
import { mayChangeColumn } from '../../core/rights/records.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import { useRole } from '../../state/role.ts';
import { moveInRows } from '../../ui/move-in-rows.ts';
import kit from '../../ui/form/form.module.css';
import styles from './closures.module.css';
import { areaRuleText } from '../parts/obstacles/area-text.ts';

/** Active areas beside the closures: whom each stops by which limit, and the end of it in one press. */
export function ActiveAreaList() {
  const areas = useRoads((state) => state.areas);
  if (areas.length === 0) return null;
  return (
    <div>
      <h3>{t('areas.card.title')}</h3>
      <ul className={styles.rows} aria-label={t('areas.card.title')} onKeyDown={moveInRows}>
        {areas.map((area) => (
          <Row key={area.id} area={area} />
        ))}
      </ul>
    </div>
  );
}

function Row({ area }: { area: ActiveArea }) {
  const { of: kind, id, name } = area;
  const role = useRole();
  const hazard = useRecordMap('hazard').get(id);
  const incident = useRecordMap('incident').get(id);
  const { lng, lat } = hazard ?? incident ?? { lng: null, lat: null };
  const light = (): void => hover({ kind, id });
  return (
    <li data-id={id} onPointerEnter={light} onPointerLeave={() => hover(null)}>
      <button
        type="button"
        className={styles.name}
        data-row
        onClick={() =>
          selectAndShow({ kind, id }, lng === null || lat === null ? null : [lng, lat])
        }
        onFocus={light}
        onBlur={() => hover(null)}
      >
        {name}
      </button>
      {hazard !== undefined && mayChangeColumn(role, 'hazard', 'active_until') && (
        <button
          type="button"
          className={styles.quiet}
          aria-label={`${t('areas.card.end')}: ${name}`}
          onClick={() => void endHazard(hazard)}
        >
          {t('areas.card.end')}
        </button>
      )}
      <span className={kit.soft}>{areaRuleText(area)}</span>
    </li>
  );
}
