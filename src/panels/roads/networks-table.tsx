import { Button } from '@mantine/core';
import { useState } from 'react';
import { removeRoadNetwork, showRoadReport } from '../../actions/roads/networks/list-networks.ts';
import type { KeptRoadNetwork } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useRoadNetworks } from '../../state/road-networks.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import { sizeText } from '../parts/files/file-text.ts';
import { kilometresText } from './road-text.ts';
import kit from '../../ui/form/form.module.css';
import { useSaving } from '../../ui/form/use-saving.ts';
import frame from './roads.module.css';
import styles from './networks.module.css';

const COLUMNS = ['district', 'km', 'imported', 'source', 'act'] as const;

/** One line for each network: whose, how much, of when, from where. */
export function NetworksTable({ networks }: { networks: readonly KeptRoadNetwork[] }) {
  return (
    <table className={styles.table} aria-label={t('roadNetworks.list')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`roadNetworks.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {networks.map((network) => (
          <NetworkRow key={network.id} network={network} />
        ))}
      </tbody>
    </table>
  );
}

function NetworkRow({ network }: { network: KeptRoadNetwork }) {
  const [asking, setAsking] = useState(false);
  const chosen = useRoadNetworks((state) => state.shown?.network.id === network.id);
  const zone = useZone();
  const district = useDistrictText();
  const { state, edition, length, bytes, source, dataTime, importedAt, byName } = network;
  const sending = state === 'sending';
  return (
    <>
      <tr data-chosen={chosen} data-network={network.id}>
        <th scope="row">
          {district(network.districtCode)}
          <div className={sending ? frame.fault : styles.small}>
            {sending ? t('roadNetworks.unfinished') : t('roadNetworks.edition', { edition })}
          </div>
        </th>
        <td className={styles.number}>
          {kilometresText(length)}
          <div className={styles.small}>{sizeText(bytes)}</div>
        </td>
        <td>
          <time dateTime={importedAt}>{formatFullClock(importedAt, zone)}</time>
          <div className={styles.small}>{byName ?? t('roadNetworks.tool')}</div>
        </td>
        <td className={styles.source}>
          {source}
          <div className={styles.small}>
            {t('roadNetworks.column.dataTime')}{' '}
            {dataTime === null ? t('roadNetworks.unknown') : formatFullClock(dataTime, zone)}
          </div>
        </td>
        <td>
          <div className={styles.acts}>
            {!sending && (
              <Button
                size="compact-xs"
                variant="default"
                aria-pressed={chosen}
                onClick={() => void showRoadReport(chosen ? null : network)}
              >
                {t('roadNetworks.report')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              {sending ? t('roadNetworks.giveUp') : t('roadNetworks.remove')}
            </Button>
          </div>
        </td>
      </tr>
      {asking && (
        <tr>
          <td colSpan={COLUMNS.length}>
            <RemoveAsk network={network} onLeave={() => setAsking(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

function RemoveAsk({ network, onLeave }: { network: KeptRoadNetwork; onLeave: () => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const { saving, once } = useSaving();
  const district = useDistrictText();
  const sending = network.state === 'sending';
  const remove = (): Promise<void> =>
    once(async () => {
      const why = await removeRoadNetwork(network);
      if (why !== null)
        setFault(t('roadNetworks.notRemoved', { why: t(`importing.server.${why}`, { code: '' }) }));
    });
  return (
    <div
      className={styles.ask}
      role="group"
      aria-label={sending ? t('roadNetworks.giveUp') : t('roadNetworks.remove')}
    >
      <p>
        {sending
          ? t('roadNetworks.giveUpAsk')
          : t('roadNetworks.removeAsk', { district: district(network.districtCode) })}
      </p>
      {fault !== null && (
        <p className={frame.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={kit.buttons}>
        <Button size="compact-sm" loading={saving} onClick={() => void remove()}>
          {sending ? t('roadNetworks.giveUpYes') : t('roadNetworks.removeYes')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onLeave}>
          {t('roadNetworks.cancel')}
        </Button>
      </div>
    </div>
  );
}
