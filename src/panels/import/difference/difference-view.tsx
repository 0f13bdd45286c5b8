import { Button } from '@mantine/core';
import { commitImport } from '../../../actions/importing/commit-import.ts';
import { decideImport } from '../../../actions/importing/compare-import.ts';
import { backToUnderstood } from '../../../actions/importing/read-import.ts';
import type { DifferenceGroup } from '../../../core/import/desk/index.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import styles from '../import.module.css';
import { TotalsLine } from '../totals-line.tsx';
import { warningText } from '../words.ts';
import { DifferenceTable } from './difference-table.tsx';
import { GroupTabs } from './group-tabs.tsx';

/** What the file would change, in groups, every line to be taken or left. */
export function DifferenceView() {
  const difference = useImport((state) => state.difference);
  const group = useImport((state) => state.group);
  if (difference === null) return null;
  const { accepted, archived } = difference.totals;
  const count = formatNumber(accepted);
  return (
    <>
      <GroupTabs difference={difference} group={group} />
      <div className={styles.groupHint}>
        <span>{t(`importing.groupHint.${group}`)}</span>
        <GroupButtons group={group} />
      </div>
      {difference.warnings.map((warning) => (
        <p key={warning.code} className={styles.note}>
          {warningText(warning)}
        </p>
      ))}
      <DifferenceTable key={group} group={group} count={difference.groups[group]} />
      <footer className={styles.foot}>
        <TotalsLine totals={difference.totals} />
        <span className={styles.spring} />
        <Button variant="default" onClick={backToUnderstood}>
          {t('importing.backToCheck')}
        </Button>
        <Button disabled={accepted + archived === 0} onClick={() => void commitImport()}>
          {accepted + archived === 0
            ? t('importing.nothing')
            : archived > 0
              ? t('importing.commitArchive', { count, archived: formatNumber(archived) })
              : t('importing.commit', { count })}
        </Button>
      </footer>
    </>
  );
}

const BUTTONS: Partial<Record<DifferenceGroup, readonly (readonly ['take' | 'leave' | 'same', string])[]>> = {
  alike: [
    ['same', 'allSame'],
    ['leave', 'takeNone'],
  ],
  changed: [
    ['take', 'takeAll'],
    ['leave', 'takeNone'],
  ],
  new: [
    ['take', 'takeAll'],
    ['leave', 'takeNone'],
  ],
  missing: [
    ['take', 'archiveAll'],
    ['leave', 'archiveNone'],
  ],
};

/** Decide about a whole group at once. */
function GroupButtons({ group }: { group: DifferenceGroup }) {
  return (
    <span className={styles.buttons}>
      {(BUTTONS[group] ?? []).map(([decision, word]) => (
        <Button key={decision} size="compact-sm" variant="default" onClick={() => void decideImport(group, decision)}>
          {t(`importing.table.${word as 'takeAll'}`)}
        </Button>
      ))}
    </span>
  );
}
