import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { setMode } from '../../../actions/console/set-mode.ts';
import {
  editRecordOnTop,
  saveChosen,
  takeTheirRecord,
} from '../../../actions/register/settle-record.ts';
import type { RecordOf } from '../../../core/model/index.ts';
import { compareVersions } from '../../../core/register/index.ts';
import type { FieldDifference, Input, Side } from '../../../core/register/index.ts';
import { columnOf } from '../../../core/schema/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useServerNowEvery } from '../../../state/clock.ts';
import type { RecordDraft } from '../../../state/register.ts';
import { useSession } from '../../../state/session.ts';
import { formatAgo } from '../../../ui/format/times.ts';
import { useTextContext } from '../register/use-text-context.ts';
import { fieldLabel, inputText } from '../register/register-text.ts';
import kit from '../../../ui/form/form.module.css';
import styles from './form.module.css';

const CHANGED_BY = {
  mine: 'register.conflict.byMe',
  theirs: 'register.conflict.byThem',
  both: 'register.conflict.byBoth',
} as const;

/** Someone saved first: both versions side by side, and nothing happens until the person has chosen. */
export function RecordConflict({
  draft,
  theirs,
}: {
  draft: RecordDraft;
  theirs: RecordOf[RegisterKind];
}) {
  const now = useServerNowEvery(10_000);
  const differences = compareVersions(draft.kind, draft.inputs, draft.base, theirs);
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const allMine = Object.fromEntries(differences.map(({ column }) => [column, 'mine' as const]));
  return (
    <section className={styles.conflict} role="alert" aria-label={t('register.conflict.region')}>
      <h3>{t('register.conflict.title')}</h3>
      <p>{t('register.conflict.explain')}</p>
      {theirs.archivedAt !== null && (
        <p className={styles.warning}>{t('register.conflict.theyArchived')}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('register.conflict.field')}</th>
            <th scope="col">
              {t('register.conflict.theirs', { ago: formatAgo(theirs.updatedAt, now) })}
            </th>
            <th scope="col">{t('register.conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow
              key={difference.column}
              kind={draft.kind}
              difference={difference}
              chosen={choices[difference.column] ?? difference.suggested}
              onChoose={(side) => setChoices({ ...choices, [difference.column]: side })}
            />
          ))}
        </tbody>
      </table>
      <div className={`${kit.line} ${styles.answers}`}>
        <Button size="xs" onClick={() => void saveChosen(draft.id, choices)}>
          {t('register.conflict.saveChosen')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            editRecordOnTop(draft.id, choices);
            // On a card there is no form to go on in.
            if (useSession.getState().mode !== 'records') setMode('records');
          }}
        >
          {t('register.conflict.edit')}
        </Button>
        <Button size="xs" variant="default" onClick={() => takeTheirRecord(draft.id)}>
          {t('register.conflict.keepTheirs')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void saveChosen(draft.id, allMine)}>
          {t('register.conflict.overwrite')}
        </Button>
      </div>
    </section>
  );
}

interface DifferenceRowProps {
  kind: RegisterKind;
  difference: FieldDifference;
  chosen: Side;
  onChoose: (side: Side) => void;
}

function DifferenceRow({ kind, difference, chosen, onChoose }: DifferenceRowProps) {
  const name = useId();
  const words = useTextContext();
  const column = columnOf(kind, difference.column);
  const cell = (side: Side, input: Input) => {
    const text = column === null ? '' : inputText(kind, column, input, words);
    return (
      <td data-chosen={chosen === side}>
        <label>
          <input
            type="radio"
            name={name}
            checked={chosen === side}
            onChange={() => onChoose(side)}
          />
          <span>{text === '' ? t('register.conflict.empty') : text}</span>
        </label>
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">
        {fieldLabel(difference.column)}
        <span>{t(CHANGED_BY[difference.changedBy])}</span>
      </th>
      {cell('theirs', difference.theirs)}
      {cell('mine', difference.mine)}
    </tr>
  );
}
