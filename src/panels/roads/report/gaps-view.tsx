import { Button } from '@mantine/core';
import { markGapSeen, saveGaps, showGap } from '../../../actions/roads/networks/gaps.ts';
import type { Gap } from '../../../core/roads/incoming.ts';
import type { RoadReport } from '../../../core/roads/report.ts';
import { writeDecimal } from '../../../core/search/write-coordinates.ts';
import { t } from '../../../messages/index.ts';
import { gapKey, useRoadNetworks } from '../../../state/road-networks.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { PickBox } from '../../../ui/pick-box.tsx';
import kit from '../../../ui/form/form.module.css';
import frame from '../roads.module.css';
import styles from './report.module.css';

const centimetres = (meters: number): string => t('units.meters', { value: meters.toFixed(2) });

/** Where two dead ends nearly touch: gone to by a click, ticked off, taken out for repair. */
export function GapsView({ report }: { report: RoadReport }) {
  const seen = useRoadNetworks((state) => state.seen);
  const lit = useRoadNetworks((state) => state.gap);
  const { within, count, listed } = report.gaps;
  const seenHere = listed.filter((gap) => seen.has(gapKey(gap))).length;
  return (
    <section className={styles.block} aria-label={t('roadNetworks.gapsTitle')}>
      <h4>{t('roadNetworks.gapsTitle')}</h4>
      {count === 0 ? (
        <p className={frame.soft}>{t('roadNetworks.gapsNone', { within })}</p>
      ) : (
        <>
          <p className={frame.soft}>{t('roadNetworks.gapsExplain', { within })}</p>
          {count > listed.length && (
            <p className={frame.stale}>
              {t('roadNetworks.gapsMore', {
                count: formatNumber(count),
                listed: formatNumber(listed.length),
              })}
            </p>
          )}
          <div className={kit.buttons}>
            {(['geojson', 'csv'] as const).map((format) => (
              <Button
                key={format}
                size="compact-xs"
                variant="default"
                onClick={() => saveGaps(report, format)}
              >
                {t(`roadNetworks.gapsSave.${format}`)}
              </Button>
            ))}
            <span className={frame.soft}>
              {t('roadNetworks.gapsSeen', {
                seen: formatNumber(seenHere),
                listed: formatNumber(listed.length),
              })}
            </span>
          </div>
          <ol className={styles.gaps} tabIndex={0} aria-label={t('roadNetworks.gapsTitle')}>
            {listed.map((gap, i) => (
              <GapRow
                key={gapKey(gap)}
                gap={gap}
                number={i + 1}
                isSeen={seen.has(gapKey(gap))}
                isLit={gap === lit}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function GapRow({
  gap,
  number,
  isSeen,
  isLit,
}: {
  gap: Gap;
  number: number;
  isSeen: boolean;
  isLit: boolean;
}) {
  return (
    <li data-lit={isLit} data-seen={isSeen}>
      <PickBox
        checked={isSeen}
        aria-label={t('roadNetworks.gapSeen', { number })}
        onChange={({ currentTarget }) => markGapSeen(gap, currentTarget.checked)}
      />
      <button
        type="button"
        className={styles.link}
        aria-pressed={isLit}
        onClick={() => void showGap(gap)}
      >
        {t('roadNetworks.gapName', { number, distance: centimetres(gap.distance) })}
      </button>
      <span className={styles.coordinates}>{writeDecimal(gap.a)}</span>
    </li>
  );
}
