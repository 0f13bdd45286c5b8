import { useMemo, useState } from 'react';
import { toggleLayer } from '../../actions/toggle-layer.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import type { MapLayer } from '../../state/session.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { ExportMenu } from '../parts/export/export-menu.tsx';
import { MapSheet } from './map-sheet.tsx';
import { BaseMapChoice } from './base-map-choice.tsx';
import { layerCounts } from './layer-counts.ts';
import type { LayerCount } from './layer-counts.ts';
import styles from './legend.module.css';
import { SymbolKey } from './symbol-key.tsx';
import { TimeMapLegend } from './time-map-legend.tsx';
import { useTimeMapKept } from './use-time-map.ts';

/** On a phone the map is small: the legend begins folded there. */
const startsOpen = (): boolean => !window.matchMedia('(max-width: 760px)').matches;

/** What is drawn, how many there are, and what a ring, a bar, a hatch and a faded symbol say. */
export function Legend() {
  const [open, setOpen] = useState(startsOpen);
  useTimeMapKept();
  return (
    <section className={styles.legend} aria-label={t('legend.title')}>
      <button
        type="button"
        className={styles.title}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('legend.title')}
      </button>
      <MapSheet />
      {open && (
        <div className={styles.body}>
          <Layers />
          <TimeMapLegend />
          <States />
          <BaseMapChoice />
        </div>
      )}
    </section>
  );
}

function useLayerCounts(): LayerCount[] {
  const hazard = useRecordMap('hazard');
  const shelter = useRecordMap('shelter');
  const depot = useRecordMap('depot');
  const team = useRecordMap('team');
  const evacuation_route = useRecordMap('evacuation_route');
  const settlement = useRecordMap('settlement');
  const incident = useRecordMap('incident');
  const closure = useRecordMap('closure');
  return useMemo(
    () =>
      layerCounts({
        hazard,
        shelter,
        depot,
        team,
        evacuation_route,
        settlement,
        incident,
        closure,
      }),
    [hazard, shelter, depot, team, evacuation_route, settlement, incident, closure],
  );
}

function Layers() {
  const counts = useLayerCounts();
  const shown = useSession((state) => state.layers);
  return (
    <fieldset className={styles.layers}>
      <legend className="m-visually-hidden">{t('legend.layers')}</legend>
      {counts.map(({ layer, count, withoutPlace }) => (
        <div key={layer} className={styles.row}>
          <label className={styles.layer} data-shown={shown[layer]}>
            <input type="checkbox" checked={shown[layer]} onChange={() => toggleLayer(layer)} />
            <KindSymbol kind={layer} size={20} />
            <span className={styles.layerName}>{t(`kinds.record.${layer}`)}</span>
            <span className={styles.count}>
              {formatNumber(count)}
              {withoutPlace > 0 && (
                <span className={styles.without}>
                  {t('legend.withoutPlace', { without: formatNumber(withoutPlace) })}
                </span>
              )}
            </span>
          </label>
          {count > 0 && <LayerExport layer={layer} />}
        </div>
      ))}
    </fieldset>
  );
}

/** What a layer shows, as a file. */
function LayerExport({ layer }: { layer: MapLayer }) {
  const records = useRecordMap(layer);
  const list = useMemo(() => [...records.values()], [records]);
  return <ExportMenu<MapLayer> kind={layer} records={list} compact />;
}

function States() {
  return (
    <details className={styles.states}>
      <summary>{t('legend.states')}</summary>
      <SymbolKey size={20} />
    </details>
  );
}
