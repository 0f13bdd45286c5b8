import type { KeyboardEvent } from 'react';
import { showGroup } from '../../../actions/importing/compare-import.ts';
import type { Difference, DifferenceGroup } from '../../../core/import/session/types.ts';
import { DIFFERENCE_GROUPS } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import styles from './difference.module.css';

/** The groups with how many lines each holds; empty ones cannot be opened. */
export function GroupTabs({
  difference,
  group,
}: {
  difference: Difference;
  group: DifferenceGroup;
}) {
  const filled = DIFFERENCE_GROUPS.filter((one) => difference.groups[one] > 0 || one === group);

  function onKey(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = filled[(filled.indexOf(group) + step + filled.length) % filled.length] ?? group;
    showGroup(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-group="${next}"]`)?.focus();
    event.preventDefault();
  }

  return (
    <div
      role="tablist"
      aria-label={t('importing.groups')}
      className={styles.groups}
      onKeyDown={onKey}
    >
      {DIFFERENCE_GROUPS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-group={one}
          aria-selected={one === group}
          aria-controls="import-difference"
          tabIndex={one === group ? 0 : -1}
          disabled={!filled.includes(one)}
          onClick={() => showGroup(one)}
        >
          {t(`importing.group.${one}`)}{' '}
          <span className={tone.badge}>{formatNumber(difference.groups[one])}</span>
        </button>
      ))}
    </div>
  );
}
