import { Button } from '@mantine/core';
import { commitImport } from '../../../actions/importing/commit-import.ts';
import { decideImport } from '../../../actions/importing/compare-import.ts';
import { passFile } from '../../../actions/importing/queue.ts';
import { backToUnderstood } from '../../../actions/importing/read-import.ts';
import type { DifferenceGroup } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import frame from '../frame.module.css';
import styles from './difference.module.css';
import { TotalsLine } from '../totals-line.tsx';
import { warningText } from '../import-text.ts';
import { DifferenceTable } from './difference-table.tsx';
import { GroupTabs } from './group-tabs.tsx';
import { SettleDepots } from './settle-depots.tsx';

/** What the file would change, in groups, every line to be taken or left. */
export function DifferenceView() {
  const difference = useImport((state) => state.difference);
  const group = useImport((state) => state.group);
  const kind = useImport((state) => state.understood?.kind ?? null);
  if (difference === null) return null;
  const { accepted, archived } = difference.totals;
  return (
    <>
      <GroupTabs difference={difference} group={group} />
      <div className={styles.groupHint}>
        <span>
          {t(`importing.groupHint.${group}`, {
            kind: kind === null ? '' : t(`kinds.record.${kind}`),
          })}
        </span>
        <GroupButtons group={group} />
      </div>
      {difference.warnings.map((warning) => (
        <p key={warning.code} className={tone.note}>
          {warningText(warning)}
        </p>
      ))}
      <SettleDepots open={difference.open} />
      {kind === 'district' && <p className={tone.note}>{t('districts.undoExplain')}</p>}
      <DifferenceTable key={group} group={group} count={difference.groups[group]} />
      <footer className={frame.foot}>
        <TotalsLine totals={difference.totals} />
        <span className={frame.spring} />
        <Button variant="default" onClick={backToUnderstood}>
          {t('importing.backToCheck')}
        </Button>
        <WriteButton accepted={accepted} archived={archived} />
      </footer>
    </>
  );
}

/** Writes what is accepted; where more files wait, the next one comes with the same press. */
function WriteButton({ accepted, archived }: { accepted: number; archived: number }) {
  const waits = useImport((state) => state.queue.length > 0);
  const several = useImport((state) => state.outcomes.length > 0);
  if (accepted + archived === 0)
    return waits || several ? (
      <Button onClick={() => void passFile()}>
        {t(waits ? 'importQueue.nothingNext' : 'importQueue.nothingLast')}
      </Button>
    ) : (
      <Button disabled>{t('importing.nothing')}</Button>
    );
  const count = formatNumber(accepted);
  const text =
    archived > 0
      ? t('importing.commitArchive', { count, archived: formatNumber(archived) })
      : t('importing.commit', { count });
  return (
    <Button onClick={() => void commitImport()}>
      {waits ? t('importQueue.andNext', { text }) : text}
    </Button>
  );
}

const BUTTONS: Partial<
  Record<DifferenceGroup, readonly (readonly ['take' | 'leave' | 'same', string])[]>
> = {
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
    <span className={tone.buttons}>
      {(BUTTONS[group] ?? []).map(([decision, word]) => (
        <Button
          key={decision}
          size="compact-sm"
          variant="default"
          onClick={() => void decideImport(group, decision)}
        >
          {t(`importing.table.${word as 'takeAll'}`)}
        </Button>
      ))}
    </span>
  );
}
