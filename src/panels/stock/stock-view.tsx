import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { lookAtLot, setWatchList } from '../../actions/upkeep/views.ts';
import type { StockLot } from '../../core/model/index.ts';
import { thresholdByDistrict } from '../../core/thresholds/index.ts';
import type { StockWatch, WatchedLot } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useHomeDistrict } from '../../state/districts.ts';
import { useRecordMap } from '../../state/records.ts';
import { useUpkeep, WATCH_LISTS } from '../../state/upkeep.ts';
import type { WatchList } from '../../state/upkeep.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { Acts } from '../../ui/form/acts.tsx';
import styles from '../../ui/form/form.module.css';
import { LotTable } from './lot-table.tsx';
import { useStockWatch } from './use-stock-watch.ts';

const label = (list: WatchList): string =>
  list === 'all' ? t('stock.watch.all') : t(`stock.mark.${list}`);

/** Days before the last good day from which a lot counts as expiring at home; null = nobody has set any. */
function useNoticeDays(): number | null {
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  const home = useHomeDistrict()?.code ?? null;
  const seconds = thresholdByDistrict({ district, district_setting }, 'expiry_notice')(home);
  return Number.isFinite(seconds) ? Math.floor(seconds / 86_400) : null;
}

function useListed(watch: StockWatch, list: WatchList, text: string): readonly WatchedLot[] {
  const depots = useRecordMap('depot');
  return useMemo(() => {
    const found = list === 'all' ? [...watch.all].sort(byItem) : watch[list];
    const wanted = text.trim().toLowerCase();
    const says = ({ item, batch, depotId }: StockLot): boolean =>
      `${item} ${batch ?? ''} ${depots.get(depotId)?.name ?? ''}`.toLowerCase().includes(wanted);
    return wanted === '' ? found : found.filter(({ lot }) => says(lot));
  }, [watch, list, text, depots]);
}

const byItem = (a: WatchedLot, b: WatchedLot): number =>
  a.lot.item.localeCompare(b.lot.item, 'zh-Hans-CN') || (a.lot.id < b.lot.id ? -1 : 1);

/** 库存: what is expired, short, expiring or uncounted, and the movements of one lot. */
export function StockView() {
  const watch = useStockWatch();
  const days = useNoticeDays();
  const list = useUpkeep((state) => state.watchList);
  const lotId = useUpkeep((state) => state.lotId);
  const total = useRecordMap('stock_lot').size;
  const [text, setText] = useState('');
  const rows = useListed(watch, list, text);
  const counts: Record<WatchList, number> = {
    expired: watch.expired.length,
    low: watch.low.length,
    expiring: watch.expiring.length,
    uncounted: watch.uncounted.length,
    all: total,
  };
  return (
    <div className={styles.view}>
      <div className={styles.viewHead}>
        <h2>{t('stock.watch.title')}</h2>
        <p className={styles.soft}>
          {days === null
            ? t('stock.watch.explainUnset')
            : t('stock.watch.explain', { days: formatNumber(days) })}
        </p>
        <Acts
          legend={t('stock.watch.lists')}
          acts={WATCH_LISTS}
          chosen={list}
          label={(one) =>
            t('stock.watch.count', { name: label(one), count: formatNumber(counts[one]) })
          }
          onChoose={setWatchList}
        />
        <TextInput
          size="xs"
          type="search"
          aria-label={t('stock.watch.search')}
          placeholder={t('stock.watch.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={total === 0 ? t('stock.watch.noLots') : t(`stock.watch.none.${list}`)} />
      ) : (
        <>
          <p className={styles.soft}>{t('stock.watch.choose')}</p>
          <LotTable
            rows={rows}
            chosen={lotId}
            label={label(list)}
            onChoose={(id) => lookAtLot(id === lotId ? null : id)}
          />
        </>
      )}
    </div>
  );
}
