import { useState } from 'react';
import { takeUp } from '../../actions/register/place-queue.ts';
import type { Unplaced } from '../../core/locating/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import styles from '../../ui/form/form.module.css';
import own from './locating.module.css';
import { PlaceTools } from './place-tools.tsx';
import { useGazetteer } from './use-gazetteer.ts';

const STEP = 50;

/** The queue: the record in hand with the ways to place it, the others to be taken up. */
export function LocatingList({
  items,
  mayPlace,
}: {
  items: readonly Unplaced[];
  mayPlace: boolean;
}) {
  const [shown, setShown] = useState(STEP);
  const gazetteer = useGazetteer();
  const districts = useRecordMap('district');
  const selection = useSession((state) => state.selection);
  const at = items.findIndex(({ kind, id }) => selection?.kind === kind && selection.id === id);
  // The one in hand may have been found farther down.
  const rows = items.slice(0, Math.max(shown, at + 1));
  return (
    <>
      <ol className={own.queue} aria-label={t('locating.list')}>
        {rows.map((item, i) => {
          const { kind, id, name, address, districtCode } = item;
          const district = districts.get(districtCode)?.name ?? districtCode;
          return (
            <li key={id} data-id={id} aria-current={i === at ? 'true' : undefined}>
              <div className={own.row}>
                <KindSymbol kind={kind} size={24} state="unknown" marks={[]} />
                <div className={own.what}>
                  <button type="button" className={own.name} onClick={() => takeUp({ kind, id })}>
                    {name}
                  </button>
                  <div>
                    {address ?? <span className={styles.soft}>{t('locating.noAddress')}</span>}
                  </div>
                  <div className={styles.soft}>
                    {t(`kinds.record.${kind}`)} · {district}
                  </div>
                </div>
              </div>
              {i === at && mayPlace && (
                <PlaceTools
                  key={id}
                  item={item}
                  next={items[i + 1] ?? items[i - 1] ?? null}
                  gazetteer={gazetteer}
                />
              )}
            </li>
          );
        })}
      </ol>
      {items.length > rows.length && (
        <button type="button" className={styles.quiet} onClick={() => setShown(rows.length + STEP)}>
          {t('verification.queue.more', {
            count: formatNumber(Math.min(STEP, items.length - rows.length)),
          })}
        </button>
      )}
    </>
  );
}
