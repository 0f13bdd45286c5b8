import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import {
  changeMovement,
  dropMovement,
  startMovement,
} from '../../../actions/upkeep/enter-movement.ts';
import { needsReason, readAmount, readEntry } from '../../../core/stock/index.ts';
import type { EntryFault, MovementSubject, StockAct } from '../../../core/stock/index.ts';
import { t } from '../../../messages/index.ts';
import type { EntryDraft } from '../../../state/upkeep.ts';
import { quantityText } from '../../../ui/format/numbers.ts';
import { Acts } from '../../../ui/form/acts.tsx';
import { SubForm } from '../../../ui/form/sub-form.tsx';
import styles from '../../../ui/form/form.module.css';
import { faultField, faultText } from './entry-text.ts';

interface MovementFormProps {
  /** The lot or shelter. */
  of: string;
  name: string;
  unit: string;
  subject: MovementSubject;
  acts: readonly StockAct[];
  actLabel: (act: StockAct) => string;
  /** Where a transfer may go. */
  depots: readonly { id: string; name: string }[];
  draft: EntryDraft;
  onSave: () => void;
}

/** What came in, went out, was counted or moved elsewhere. It stays typed until the server has taken it. */
export function MovementForm(props: MovementFormProps) {
  const { of, name, unit, subject, acts, actLabel, depots, draft, onSave } = props;
  const { entry, save, tried } = draft;
  const read = readEntry(entry, subject);
  const faults = tried && read.tag === 'faulty' ? read.faults : [];
  const error = (field: ReturnType<typeof faultField>): string | null => {
    const found = faults.find((fault) => faultField(fault) === field);
    return found === undefined ? null : faultText(found, unit);
  };
  const amount = useRef<HTMLInputElement>(null);
  useEffect(() => amount.current?.focus(), []);
  const busy = save.tag === 'saving';
  return (
    <SubForm label={t('stock.form', { name })} onSubmit={onSave}>
      <Acts
        legend={t('stock.which')}
        acts={acts}
        chosen={entry.act}
        label={actLabel}
        disabled={busy}
        onChoose={(act) => startMovement(of, act)}
      />
      <TextInput
        ref={amount}
        size="sm"
        inputMode="decimal"
        autoComplete="off"
        label={entry.act === 'count' ? t('stock.counted', { unit }) : t('stock.amount', { unit })}
        value={entry.amount}
        error={error('amount')}
        readOnly={busy}
        onChange={(event) => changeMovement(of, { amount: event.currentTarget.value })}
      />
      <Afterwards
        entry={entry}
        subject={subject}
        unit={unit}
        faults={read.tag === 'faulty' ? read.faults : []}
      />
      {entry.act === 'transfer' && (
        <NativeSelect
          size="sm"
          label={t('stock.toDepot')}
          value={entry.toDepotId ?? ''}
          error={error('depot')}
          disabled={busy}
          onChange={(event) => changeMovement(of, { toDepotId: event.currentTarget.value || null })}
        >
          <option value="">{t('stock.chooseDepot')}</option>
          {depots.map((depot) => (
            <option key={depot.id} value={depot.id}>
              {depot.name}
            </option>
          ))}
        </NativeSelect>
      )}
      <Textarea
        size="sm"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1000}
        label={needsReason(entry.act) ? t('stock.reason') : t('stock.reasonOptional')}
        placeholder={t('stock.reasonHint')}
        value={entry.reason}
        error={error('reason')}
        readOnly={busy}
        onChange={(event) => changeMovement(of, { reason: event.currentTarget.value })}
      />
      <NotSaved save={save} unit={unit} />
      <div className={styles.buttons}>
        <Button size="xs" loading={busy} onClick={onSave}>
          {save.tag === 'failed' ? t('stock.again') : t('stock.save')}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => dropMovement(of)}>
          {t('stock.fold')}
        </Button>
      </div>
    </SubForm>
  );
}

interface AfterwardsProps {
  entry: EntryDraft['entry'];
  subject: MovementSubject;
  unit: string;
  faults: readonly EntryFault[];
}

/** What there is after an entry: a count is all there is, other entries add to it or take from it. */
function countAfter(act: EntryDraft['entry']['act'], amount: number, has: number): number {
  if (act === 'count') return amount;
  return act === 'in' ? has + amount : has - amount;
}

/** What there is, and what there will be. */
function Afterwards({ entry, subject: { has }, unit, faults }: AfterwardsProps) {
  const amount = readAmount(entry.amount);
  const wrong = faults.some((fault) => faultField(fault) === 'amount');
  const after = amount === null || wrong ? null : countAfter(entry.act, amount, has ?? 0);
  return (
    <p className={styles.numbers}>
      <span>
        {has === null ? t('stock.hasUnknown') : t('stock.has', { has: quantityText(has, unit) })}
      </span>
      {after !== null && (
        <strong>{t('stock.afterwards', { after: quantityText(after, unit) })}</strong>
      )}
    </p>
  );
}

function NotSaved({ save, unit }: { save: EntryDraft['save']; unit: string }) {
  if (save.tag !== 'failed' && save.tag !== 'short') return null;
  return (
    <p role="alert" className={styles.alert}>
      {save.tag === 'failed'
        ? t(`stock.failed.${save.reason}`)
        : t('stock.short', {
            has: quantityText(save.has, unit),
            asked: quantityText(save.asked, unit),
          })}
    </p>
  );
}
