import { CloseButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { closeRecord } from '../../../actions/register/open-table.ts';
import { readRecordDraft, saveRecord } from '../../../actions/register/save-record.ts';
import { fixedColumns } from '../../../core/districts/faults.ts';
import { nameColumnOf, nameOf } from '../../../core/model/index.ts';
import type { District, Role } from '../../../core/model/index.ts';
import { FORM_GROUPS, FORM_FIELDS, inputOf } from '../../../core/register/index.ts';
import type { Input } from '../../../core/register/index.ts';
import { columnOf } from '../../../core/schema/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { changeField } from '../../../actions/register/edit-record.ts';
import { mayChangeColumn } from '../../../core/rights/records.ts';
import { t } from '../../../messages/index.ts';
import { useServerNowEvery } from '../../../state/clock.ts';
import { useHomeDistrict } from '../../../state/districts.ts';
import type { RecordDraft } from '../../../state/register.ts';
import { formatAgo } from '../../../ui/format/times.ts';
import type { AnyRecord } from '../table/columns.ts';
import { useTextContext } from '../../parts/register/use-text-context.ts';
import { faultText, fieldLabel, inputText } from '../../parts/register/register-text.ts';
import { RecordConflict } from '../../parts/fields/conflict.tsx';
import { Field } from '../../parts/fields/field.tsx';
import kit from '../../../ui/form/form.module.css';
import styles from '../../parts/fields/form.module.css';
import { nameText } from '../../parts/register/name-text.ts';
import { FormFoot } from './form-foot.tsx';
import { RightsNote } from './rights-note.tsx';

/** Fields that need the whole width. */
const WIDE = [
  'name',
  'title',
  'reason',
  'geom',
  'note',
  'address',
  'suitability',
  'facilities',
  'capabilities',
  'equipment',
  'equipment_text',
  'inventory_text',
  'service_area',
  'capacity_text',
  'source',
  'depot_id',
  'settlement_id',
  'shelter_id',
];

interface RecordFormProps {
  kind: RegisterKind;
  id: string;
  /** As the console holds it; null = not saved yet. */
  record: AnyRecord | null;
  draft: RecordDraft | null;
  role: Role;
  /** What is said of a saved record above its fields, and what else is known of it below them. */
  above: ReactNode;
  below: ReactNode;
}

/** One record: what is known of it, and for whoever may change it, the fields to do so. */
export function RecordForm({ kind, id, record, draft, role, above, below }: RecordFormProps) {
  const [tried, setTried] = useState(false);
  const home = useHomeDistrict();
  const form = useRef<HTMLFormElement>(null);
  const conflict = draft?.save.tag === 'conflict' ? draft.save.theirs : null;
  const faults = draft === null ? {} : readRecordDraft(draft).faults;
  const base = draft === null ? record : draft.base;

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    const [first] = Object.keys(faults);
    setTried(first !== undefined);
    if (first === undefined) void saveRecord(id);
    else
      form.current
        ?.querySelector<HTMLElement>(
          `[data-column="${first}"] :is(input, select, textarea, button), [data-column="${first}"]`,
        )
        ?.focus();
  }

  const fixed =
    kind === 'district' ? fixedColumns(record as District | null, home?.code ?? '') : [];
  const mayWrite = (column: string): boolean =>
    (record === null && draft !== null) ||
    (record?.archivedAt === null && mayChangeColumn(role, kind, column) && !fixed.includes(column));
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={t('register.region.form')}
      noValidate
      onSubmit={submit}
    >
      <FormHead kind={kind} record={record} draft={draft} />
      <div className={styles.body}>
        {conflict !== null && draft !== null ? (
          <RecordConflict key={conflict.version} draft={draft} theirs={conflict} />
        ) : (
          <>
            {above}
            <RightsNote kind={kind} record={record} role={role} isNew={record === null} />
            {FORM_GROUPS.map((group) => {
              const names = FORM_FIELDS[kind][group];
              if (names.length === 0) return null;
              const written = names.filter(mayWrite);
              const read = names.filter((name) => !mayWrite(name));
              return (
                <div
                  key={group}
                  className={styles.group}
                  role="group"
                  aria-label={t(`register.group.${group}`)}
                >
                  {group !== 'facts' && <h3>{t(`register.group.${group}`)}</h3>}
                  {written.map((name) => {
                    const column = columnOf(kind, name);
                    if (column === null) return null;
                    const fault = faults[name];
                    const asked = tried || fault?.tag !== 'required';
                    return (
                      <div key={name} className={WIDE.includes(name) ? styles.wide : undefined}>
                        <Field
                          kind={kind}
                          id={id}
                          column={column}
                          input={fieldInput(draft, base, kind, name)}
                          error={fault !== undefined && asked ? faultText(column, fault) : null}
                          onChange={(input) => changeField(kind, id, name, input)}
                        />
                      </div>
                    );
                  })}
                  {read.length > 0 && <Facts kind={kind} names={read} record={base} />}
                </div>
              );
            })}
            {below}
          </>
        )}
      </div>
      {conflict === null && (
        <FormFoot
          kind={kind}
          id={id}
          record={record}
          draft={draft}
          faults={tried ? Object.keys(faults).length : 0}
          role={role}
        />
      )}
    </form>
  );
}

function fieldInput(
  draft: RecordDraft | null,
  base: AnyRecord | null,
  kind: RegisterKind,
  name: string,
): Input {
  if (draft !== null && name in draft.inputs) return draft.inputs[name] ?? null;
  const column = columnOf(kind, name);
  if (column === null) return '';
  if (name !== 'district_code' || draft === null) return inputOf(base, column);
  // Where nobody chose, the district follows the place.
  const follows = readRecordDraft(draft).changes.district_code;
  return typeof follows === 'string' ? follows : inputOf(base, column);
}

function FormHead({ kind, record, draft }: Pick<RecordFormProps, 'kind' | 'record' | 'draft'>) {
  const now = useServerNowEvery(10_000);
  const typed = draft?.inputs[nameColumnOf(kind)];
  const stored = record === null ? '' : nameOf(kind, record);
  const name = typeof typed === 'string' && typed.trim() !== '' ? typed : stored;
  const heading = nameText(name, kind);
  return (
    <header className={styles.head}>
      <div>
        <h2>
          {record === null
            ? t('register.newHeading', { kind: t(`register.kind.${kind}`) })
            : heading}
        </h2>
        {record !== null && (
          <p className={kit.small}>
            {t('register.version', {
              version: record.version,
              ago: formatAgo(record.updatedAt, now),
            })}
          </p>
        )}
      </div>
      <CloseButton aria-label={t('register.close')} onClick={closeRecord} />
    </header>
  );
}

/** What is only read: each fact by its name, the unknown said. */
function Facts({
  kind,
  names,
  record,
}: {
  kind: RegisterKind;
  names: readonly string[];
  record: AnyRecord | null;
}) {
  const words = useTextContext();
  return (
    <dl className={styles.facts}>
      {names.map((name) => {
        const column = columnOf(kind, name);
        const text = column === null ? '' : inputText(kind, column, inputOf(record, column), words);
        return <FactLine key={name} label={fieldLabel(name)} text={text} />;
      })}
    </dl>
  );
}

function FactLine({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {text === '' ? <span className={styles.unknown}>{t('register.unknown')}</span> : text}
      </dd>
    </>
  );
}
