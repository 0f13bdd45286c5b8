import { t } from '../../messages/index.ts';
import { useRecord } from '../../state/records.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import type { Pointed } from '../engine/pointing.ts';
import css from './map-view.module.css';

/** What the pointer rests on. Imported names are text nodes, never markup. */
export function PointerTip({ pointed: { x, y, hit } }: { pointed: Pointed }) {
  const incident = useRecord(
    'incident',
    hit.tag === 'record' && hit.kind === 'incident' ? hit.selection.id : null,
  );
  const kind = t(`kinds.record.${hit.kind}`);
  return (
    <div className={css.tip} style={{ left: x + 14, top: y + 14 }} role="presentation">
      <div className={css.tipName}>
        <KindSymbol kind={hit.kind} level={incident?.level ?? null} size={18} />
        {hit.tag === 'cluster' ? t('map.cluster', { kind, count: hit.count }) : hit.name}
      </div>
      <div className={css.tipMore}>{hit.tag === 'cluster' ? t('map.clusterHint') : kind}</div>
    </div>
  );
}
