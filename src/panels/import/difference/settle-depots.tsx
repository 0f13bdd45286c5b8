import { NativeSelect } from '@mantine/core';
import { settleDepot } from '../../../actions/importing/compare-import.ts';
import { MAKE_DEPOT } from '../../../core/import/difference/lots.ts';
import type { OpenDepot } from '../../../core/import/difference/lots.ts';
import { t } from '../../../messages/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import styles from './difference.module.css';

/** Names of depots that stand for none, or for several: whose stock is this? Their rows wait until it is said. */
export function SettleDepots({ open }: { open: readonly OpenDepot[] }) {
  const districts = useRecordMap('district');
  if (open.length === 0) return null;
  return (
    <ul className={styles.settle} aria-label={t('importOffers.depots.label')}>
      {open.map(({ name, rows, why, candidates }) => (
        <li key={name}>
          <span>
            <strong>{name === '' ? t('importOffers.depots.nameless') : name}</strong>{' '}
            <span className={tone.soft}>
              {t(`importOffers.depots.${why}`, { count: formatNumber(rows) })}
            </span>
          </span>
          <NativeSelect
            size="xs"
            aria-label={t('importOffers.depots.choose', { name })}
            value=""
            onChange={({ currentTarget: { value } }) => void settleDepot(name, value)}
          >
            <option value="">{t('importOffers.depots.which')}</option>
            {name !== '' && why === 'unknown' && (
              <option value={MAKE_DEPOT}>{t('importOffers.depots.make', { name })}</option>
            )}
            {candidates.map(({ id, name: other, districtCode }) => (
              <option key={id} value={id}>
                {`${other} · ${districts.get(districtCode)?.name ?? districtCode}`}
              </option>
            ))}
          </NativeSelect>
        </li>
      ))}
    </ul>
  );
}
