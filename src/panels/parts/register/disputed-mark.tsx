import type { SymbolKind } from '../../../core/symbols/index.ts';
import { t } from '../../../messages/index.ts';
import { MarkBadge } from '../../../ui/kind-symbol.tsx';
import styles from '../../../ui/form/form.module.css';

/** Why a record is disputed; null = nobody disputes it. */
export function disputeOf(record: object): string | null {
  const { disputedAt = null, disputeReason = null } = record as {
    disputedAt?: unknown;
    disputeReason?: string | null;
  };
  return disputedAt === null ? null : (disputeReason ?? '');
}

/** Beside what a record says: that somebody says it is not true, and why; the badge is the map's. */
export function DisputedMark({ kind, record }: { kind: SymbolKind; record: object }) {
  const reason = disputeOf(record);
  if (reason === null) return null;
  return (
    <span className={styles.mark} data-mark="disputed">
      <MarkBadge kind={kind} mark="disputed" />
      <span>{t('answer.unknown.record', { reason })}</span>
    </span>
  );
}
