import { useMemo, useState } from 'react';
import { toggleLayer } from '../../actions/toggle-layer.ts';
import type { Level } from '../../core/model/index.ts';
import { SYMBOL_MARKS } from '../../core/symbols/index.ts';
import type { SymbolAge, SymbolKind, SymbolMark, SymbolState } from '../../core/symbols/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import type { MapLayer } from '../../state/session.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { MapSheet } from '../print/map-sheet.tsx';
import { BaseMapChoice } from './base-map-choice.tsx';
import { layerCounts } from './layer-counts.ts';
import type { LayerCount } from './layer-counts.ts';
import styles from './legend.module.css';
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
      <button type="button" className={styles.title} aria-expanded={open} onClick={() => setOpen(!open)}>
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
    () => layerCounts({ hazard, shelter, depot, team, evacuation_route, settlement, incident, closure }),
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

const SAMPLES: readonly { key: SymbolState | 'old' | 'undated'; state: SymbolState; age: SymbolAge }[] = [
  { key: 'plain', state: 'plain', age: 'fresh' },
  { key: 'ringed', state: 'ringed', age: 'fresh' },
  { key: 'barred', state: 'barred', age: 'fresh' },
  { key: 'hollow', state: 'hollow', age: 'fresh' },
  { key: 'unknown', state: 'unknown', age: 'fresh' },
  { key: 'old', state: 'plain', age: 'old' },
  { key: 'undated', state: 'plain', age: 'undated' },
];

/** Whose symbol shows a mark in the legend. */
const MARKED_KIND: Partial<Record<SymbolMark, SymbolKind>> = {
  unusable: 'shelter',
  disputed: 'team',
  overdue: 'hazard',
};

const LEVELS: readonly (Level | null)[] = [1, 2, 3, 4, null];

function States() {
  return (
    <details className={styles.states}>
      <summary>{t('legend.states')}</summary>
      <ul>
        {SAMPLES.map(({ key, state, age }) => (
          <li key={key}>
            <KindSymbol kind="team" size={20} state={state} age={age} />
            {t(`legend.state.${key}`)}
          </li>
        ))}
      </ul>
      <ul aria-label={t('legend.marks')}>
        {SYMBOL_MARKS.map((mark) => (
          <li key={mark}>
            <KindSymbol kind={MARKED_KIND[mark] ?? 'depot'} size={20} marks={[mark]} />
            {t(`legend.mark.${mark}`)}
          </li>
        ))}
      </ul>
      <h4>{t('legend.levels')}</h4>
      <ul>
        {LEVELS.map((level) => (
          <li key={level ?? 0}>
            <KindSymbol kind="incident" size={20} level={level} />
            {level === null ? t('units.noLevel') : t(`kinds.level.${level}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
