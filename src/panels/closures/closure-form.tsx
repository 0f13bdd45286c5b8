import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { changeField, discardRecord } from '../../actions/register/edit-record.ts';
import { readRecordDraft, saveRecord } from '../../actions/register/save-record.ts';
import type { Closure } from '../../core/model/index.ts';
import { inputOf } from '../../core/register/index.ts';
import { columnOf } from '../../core/schema/index.ts';
import { t } from '../../messages/index.ts';
import type { RecordDraft } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { RecordConflict } from '../parts/fields/conflict.tsx';
import { Field } from '../parts/fields/field.tsx';
import kit from '../../ui/form/form.module.css';
import formStyles from '../parts/fields/form.module.css';
import { notSavedText } from '../parts/register/not-saved-text.ts';
import { faultText } from '../parts/register/register-text.ts';
import styles from './closures.module.css';
import { EffectLine } from './effect-line.tsx';
import type { ListedClosure } from './use-closures.ts';

interface ClosureFormProps {
  id: string;
  saved: Closure | null;
  draft: RecordDraft | null;
  listed: ListedClosure | null;
  onDone: () => void;
}

const FIELDS = ['reason', 'geom', 'from_at', 'until_at', 'source'] as const;
const WIDE: readonly string[] = ['reason', 'geom', 'source'];

/** Why, where, since when, until when and who says so. It stays in hand until the server has it. */
export function ClosureForm({ id, saved, draft, listed, onDone }: ClosureFormProps) {
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = draft === null ? {} : readRecordDraft(draft).faults;
  const base = draft === null ? saved : draft.base;
  if (draft?.save.tag === 'conflict')
    return (
      <div className={styles.body}>
        <RecordConflict key={draft.save.theirs.version} draft={draft} theirs={draft.save.theirs} />
      </div>
    );

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (draft === null) return onDone();
    const [first] = Object.keys(faults);
    setTried(first !== undefined);
    if (first === undefined) void saveRecord(id).then(onDone);
    else
      form.current
        ?.querySelector<HTMLElement>(
          `[data-column="${first}"]:is(input, textarea), [data-column="${first}"] :is(input, button)`,
        )
        ?.focus();
  }

  return (
    <form ref={form} aria-label={t('closure.card.newHeading')} noValidate onSubmit={submit}>
      <div className={styles.body}>
        {draft !== null && listed !== null && <Preview listed={listed} />}
        <div className={`${formStyles.group} ${styles.fields}`}>
          {FIELDS.map((name) => {
            const column = columnOf('closure', name);
            if (column === null) return null;
            const fault = faults[name];
            const isSaid = fault !== undefined && (tried || fault.tag !== 'required');
            return (
              <div key={name} className={WIDE.includes(name) ? formStyles.wide : undefined}>
                <Field
                  kind="closure"
                  id={id}
                  column={column}
                  input={
                    draft !== null && name in draft.inputs
                      ? (draft.inputs[name] ?? null)
                      : inputOf(base as never, column)
                  }
                  error={isSaid ? faultText(column, fault) : null}
                  onChange={(input) => changeField('closure', id, name, input)}
                />
              </div>
            );
          })}
        </div>
        <Who />
      </div>
      <Foot id={id} draft={draft} isNew={saved === null} onDone={onDone} />
    </form>
  );
}

/** That the answer counts it already, or why not; and what it closes. */
function Preview({ listed }: { listed: ListedClosure }) {
  const { draft, phase, hasPlace } = listed;
  if (!draft) return null;
  if (!hasPlace) return <p className={styles.preview}>{t('closure.card.previewNoPlace')}</p>;
  return (
    <div className={styles.preview}>
      <p>{phase === 'in-force' ? t('closure.card.preview') : t('closure.card.previewWaiting')}</p>
      <EffectLine {...listed} />
    </div>
  );
}

function Who() {
  const who = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.displayName : '',
  );
  return <span className={kit.soft}>{t('closure.card.author', { who })}</span>;
}

function Foot({
  id,
  draft,
  isNew,
  onDone,
}: {
  id: string;
  draft: RecordDraft | null;
  isNew: boolean;
  onDone: () => void;
}) {
  const failed = draft?.save.tag === 'failed' ? draft.save : null;
  const saving = draft?.save.tag === 'saving';
  const saveLabel = isNew ? t('register.saveNew') : t('register.save');
  const discardLabel = isNew ? t('register.discardNew') : t('register.discard');
  return (
    <footer className={styles.foot}>
      {failed !== null && (
        <p className={styles.warning} role="alert">
          {notSavedText('closure', failed)}
        </p>
      )}
      <Button type="submit" size="xs" loading={saving} disabled={draft === null}>
        {failed === null ? saveLabel : t('register.retry')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={saving}
        onClick={() => {
          discardRecord(id);
          onDone();
        }}
      >
        {draft === null ? t('closure.list.back') : discardLabel}
      </Button>
    </footer>
  );
}
