import type { ActiveArea } from '../../core/arrival/active-areas.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { formatSource } from '../../ui/format/sources.ts';
import styles from '../../ui/form/form.module.css';
import own from './areas.module.css';
import { areaRuleText } from '../parts/obstacles/area-text.ts';

/** What an area does by which rule, and where the rule is from. */
export function RuleLines({ area }: { area: ActiveArea }) {
  const districts = useRecordMap('district');
  const language = useSession((state) => state.language);
  const settings = [
    ...new Set(area.rules.flatMap(({ setting }) => (setting === null ? [] : [setting]))),
  ];
  const sources = new Map(
    settings.map((setting) => [`${setting.source} ${setting.districtCode}`, setting]),
  );
  return (
    <>
      <p className={area.stops.length > 0 ? own.stops : undefined}>{areaRuleText(area)}</p>
      <details className={own.origin}>
        <summary>{t('areas.ruleOrigin')}</summary>
        <ul className={own.sources}>
          {[...sources].map(([key, { source, clause, districtCode }]) => (
            <li key={key} className={styles.soft}>
              {t('areas.rule', {
                source: [formatSource(source, language), clause ?? ''].join(' ').trim(),
                district: districts.get(districtCode)?.name ?? districtCode,
              })}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
