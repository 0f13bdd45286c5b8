import { Button } from '@mantine/core';
import type { StockLot } from '../../core/model/index.ts';
import { startDispute } from '../../actions/upkeep/verify-record.ts';
import { SYMBOL_KINDS } from '../../core/symbols/index.ts';
import type { SymbolKind } from '../../core/symbols/index.ts';
import type { QueueItem, Trust } from '../../core/trust/index.ts';
import { t } from '../../messages/index.ts';
import { useRecord } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { openItem } from './open-item.ts';
import { DisputeForm, NotTaken } from './verification-bar.tsx';
import styles from '../../ui/form/form.module.css';
import own from './verification.module.css';

interface QueueRowProps {
  item: QueueItem;
  now: number;
  canRecord: boolean;
  tabbable: boolean;
  onVerify: () => void;
  /** Called after the server has recorded a dispute. */
  onDone: () => void;
}

/** One fact to look at again: what it is, why it is here, and the two answers. */
export function QueueRow({ item, now, canRecord, tabbable, onVerify, onDone }: QueueRowProps) {
  const { kind, id, name, districtCode, trust } = item;
  const district = useRecord('district', districtCode)?.name ?? districtCode;
  const lot = useRecord('stock_lot', kind === 'stock_lot' ? id : null);
  const depot = useRecord('depot', lot?.depotId ?? null)?.name ?? null;
  const selected = useSession(
    (state) => state.selection?.kind === kind && state.selection.id === id,
  );
  const verifying = useKept('verifying', id);
  const dispute = useKept('disputes', id);
  return (
    <li data-id={id} data-selected={selected}>
      <div className={own.row}>
        <RowSymbol item={item} />
        <div className={own.what}>
          <button
            type="button"
            className={own.name}
            data-row={id}
            tabIndex={tabbable ? 0 : -1}
            aria-keyshortcuts={canRecord ? 'Y N Enter' : 'Enter'}
            onClick={() => openItem(item)}
          >
            {name}
          </button>
          <div className={styles.soft}>
            {[t(`kinds.record.${kind}`), depot, district]
              .filter((part) => part !== null)
              .join(' · ')}
          </div>
          {lot !== null && <div>{lotText(lot, now)}</div>}
          <Why trust={trust} now={now} />
        </div>
        {canRecord && (
          <div className={styles.buttons}>
            <Button
              size="compact-sm"
              variant="default"
              loading={verifying?.tag === 'saving'}
              onClick={onVerify}
            >
              {t('verification.stillTrue')}
            </Button>
            {dispute === null && (
              <Button size="compact-sm" variant="subtle" onClick={() => startDispute(id)}>
                {t('verification.dispute')}
              </Button>
            )}
          </div>
        )}
      </div>
      <NotTaken save={verifying} />
      {dispute !== null && <DisputeForm kind={kind} id={id} draft={dispute} onDone={onDone} />}
    </li>
  );
}

/** How much a lot is said to hold and when it was counted: without it nobody can say whether it is still so. */
function lotText({ quantity, unit, quantityAt, expiresOn }: StockLot, now: number): string {
  const held =
    quantity === null
      ? t('verification.queue.uncounted')
      : t('units.quantity', { value: formatNumber(quantity), unit });
  const counted =
    quantity === null
      ? []
      : [
          quantityAt === null
            ? t('verification.queue.countUndated')
            : t('verification.queue.counted', { ago: formatAgo(quantityAt, now) }),
        ];
  const expires = expiresOn === null ? [] : [t('verification.queue.expires', { date: expiresOn })];
  return [held, ...counted, ...expires].join(' · ');
}

function RowSymbol({ item: { kind, trust } }: { item: QueueItem }) {
  const drawn: SymbolKind = (SYMBOL_KINDS as readonly string[]).includes(kind)
    ? (kind as SymbolKind)
    : 'depot';
  return (
    <KindSymbol
      kind={drawn}
      size={24}
      state={trust.class === 'disputed' || trust.class === 'too-old' ? 'unknown' : 'plain'}
      marks={trust.class === 'disputed' ? ['disputed'] : []}
    />
  );
}

/** Why it is in the queue, in words. */
function Why({ trust, now }: { trust: Trust; now: number }) {
  const facts = trust.unknowns
    .map((fact) => t(`verification.fact.${fact}`))
    .join(t('answer.text.comma'));
  return (
    <div className={own.why}>
      <span
        className={styles.mark}
        data-mark={trust.class === 'disputed' ? 'disputed' : 'uncounted'}
      >
        {t(`verification.class.${trust.class}`)}
      </span>
      {trust.reason !== null && <span>{trust.reason}</span>}
      <span className={styles.soft}>
        {trust.statedAt === null
          ? t('verification.queue.undated')
          : t('verification.queue.said', { ago: formatAgo(trust.statedAt, now) })}
      </span>
      {facts !== '' && <span className={styles.soft}>{t('verification.missing', { facts })}</span>}
    </div>
  );
}
