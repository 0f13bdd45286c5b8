import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { mergeTwo } from '../../../actions/register/merge-records.ts';
import type { MergeOutcome } from '../../../actions/register/merge-records.ts';
import type { DuplicatePair } from '../../../core/duplicates/find-duplicates.ts';
import { nameOf } from '../../../core/model/index.ts';
import type { MergedKind, RecordOf } from '../../../core/model/index.ts';
import { compareVersions, SAID_ONCE, valueOf } from '../../../core/register/index.ts';
import type { FieldDifference } from '../../../core/register/index.ts';
import { columnOf } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useRecord } from '../../../state/records.ts';
import kit from '../../../ui/form/form.module.css';
import { useSaving } from '../../../ui/form/use-saving.ts';
import formStyles from '../../parts/fields/form.module.css';
import { useTextContext } from '../../parts/register/use-text-context.ts';
import { fieldLabel, inputText } from '../../parts/register/register-text.ts';

/** What belongs to a record alone and is not taken over. */
const OWN = ['external_id'];

interface MergePanelProps {
  kind: MergedKind;
  pair: DuplicatePair;
  onBack: () => void;
}

/** Two records side by side: which one stays, and for every field in which they differ, what stays. */
export function MergePanel({ kind, pair, onBack }: MergePanelProps) {
  const [keepFirst, setKeepFirst] = useState(true);
  const first = useRecord(kind, pair.a);
  const second = useRecord(kind, pair.b);
  if (first === null || second === null)
    return (
      <div className={formStyles.body}>
        <p>{t('register.gone.title')}</p>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('register.duplicates.back')}
        </Button>
      </div>
    );
  return (
    <MergeTwo
      key={String(keepFirst)}
      kind={kind}
      keep={keepFirst ? first : second}
      drop={keepFirst ? second : first}
      onSwap={() => setKeepFirst(!keepFirst)}
      onBack={onBack}
    />
  );
}

interface MergeTwoProps<K extends MergedKind> {
  kind: K;
  keep: RecordOf[K];
  drop: RecordOf[K];
  onSwap: () => void;
  onBack: () => void;
}

function MergeTwo<K extends MergedKind>({ kind, keep, drop, onSwap, onBack }: MergeTwoProps<K>) {
  const differences = compareVersions(kind, {}, keep, drop).filter(
    ({ column }) => !OWN.includes(column) && !SAID_ONCE[kind].includes(column),
  );
  // A gap in the one that stays is filled from the one that goes; anything else stays as it is.
  const gap = ({ column }: FieldDifference): boolean => isEmpty(valueOf(keep, column));
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(differences.filter(gap).map(({ column }) => column)),
  );
  const [why, setWhy] = useState<Exclude<MergeOutcome, 'done'> | null>(null);
  const { saving, once } = useSaving();
  const take = (column: string, fromDrop: boolean) => {
    const next = new Set(taken);
    if (fromDrop) next.add(column);
    else next.delete(column);
    setTaken(next);
  };
  function merge(): void {
    setWhy(null);
    const columns = Object.fromEntries([...taken].map((column) => [column, valueOf(drop, column)]));
    if ('kind' in columns && columnOf(kind, 'class') !== null)
      columns.class = valueOf(drop, 'class');
    void once(async () => {
      const outcome = await mergeTwo(kind, keep, drop, columns);
      if (outcome === 'done') onBack();
      else setWhy(outcome);
    });
  }
  return (
    <>
      <div className={`${formStyles.body} ${formStyles.conflict}`}>
        <p className={kit.small}>{t('register.duplicates.mergeExplain')}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('register.duplicates.field')}</th>
              <th scope="col">
                <strong>{nameOf(kind, keep)}</strong>
                <br />
                {t('register.duplicates.stays')}
              </th>
              <th scope="col">
                <strong>{nameOf(kind, drop)}</strong>
                <br />
                {t('register.duplicates.goes')}
                <br />
                <Button size="compact-xs" variant="default" onClick={onSwap}>
                  {t('register.duplicates.swap')}
                </Button>
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <MergeRow
                key={difference.column}
                kind={kind}
                difference={difference}
                fromDrop={taken.has(difference.column)}
                onTake={(fromDrop) => take(difference.column, fromDrop)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer className={formStyles.foot}>
        {why !== null && (
          <p className={formStyles.warning} role="alert">
            {t('register.duplicates.failed', { why: t(`register.bulk.result.${why}`) })}
          </p>
        )}
        <Button size="xs" loading={saving} onClick={merge}>
          {saving ? t('register.duplicates.merging') : t('register.duplicates.merge')}
        </Button>
        <Button size="xs" variant="default" onClick={onBack}>
          {t('register.duplicates.back')}
        </Button>
      </footer>
    </>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

interface MergeRowProps {
  kind: MergedKind;
  difference: FieldDifference;
  fromDrop: boolean;
  onTake: (fromDrop: boolean) => void;
}

function MergeRow({ kind, difference, fromDrop, onTake }: MergeRowProps) {
  const group = useId();
  const words = useTextContext();
  const column = columnOf(kind, difference.column);
  const cell = (isDrop: boolean) => {
    const input = isDrop ? difference.theirs : difference.mine;
    const text = column === null ? '' : inputText(kind, column, input, words);
    return (
      <td data-chosen={fromDrop === isDrop}>
        <label>
          <input
            type="radio"
            name={group}
            checked={fromDrop === isDrop}
            onChange={() => onTake(isDrop)}
          />
          <span>{text === '' ? t('register.conflict.empty') : text}</span>
        </label>
      </td>
    );
  };
  return (
    <tr>
      <th scope="row">{fieldLabel(difference.column)}</th>
      {cell(false)}
      {cell(true)}
    </tr>
  );
}
