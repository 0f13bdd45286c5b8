import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { changeMany, closeMany, previewMany } from '../../../actions/register/change-many.ts';
import { letGoOfRows } from '../../../actions/register/choose-rows.ts';
import { showTask } from '../../../actions/register/show-task.ts';
import { formColumns, inputOf } from '../../../core/register/index.ts';
import type { Input } from '../../../core/register/index.ts';
import { columnOf } from '../../../core/schema/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useRegister } from '../../../state/register.ts';
import type { Many } from '../../../state/register.ts';
import { readMany } from '../../../actions/register/read-many.ts';
import { mayChangeColumn } from '../../../core/rights/records.ts';
import { useRole } from '../../../state/role.ts';
import { Field } from '../../parts/fields/field.tsx';
import kit from '../../../ui/form/form.module.css';
import formStyles from '../../parts/fields/form.module.css';
import { useRights } from '../../parts/register/rights.ts';
import { faultText, fieldHead } from '../../parts/register/register-text.ts';
import { BulkResults } from './bulk-results.tsx';
import { PastEdits } from './past-edits.tsx';

/** Fields that are each record's own: the same for many makes no sense. */
const OWN = ['name', 'title', 'geom', 'external_id'];

/** One field of many records: what will change is said before, what became of each is said after. */
export function BulkPanel() {
  const open = useRegister((state) => state.kind);
  const chosen = useRegister((state) => state.chosen);
  const many = useRegister((state) => state.many);
  const kind = many?.kind ?? open;
  const close = () => {
    closeMany();
    showTask('record');
  };
  return (
    <section className={formStyles.form} aria-label={t('register.bulk.open')}>
      <header className={formStyles.head}>
        <div>
          <h2>{headingText(many, chosen.size, kind)}</h2>
        </div>
        <CloseButton aria-label={t('register.close')} onClick={close} />
      </header>
      {many === null ? (
        <BulkChoice kind={kind} chosen={chosen} />
      ) : (
        <BulkResults
          many={many}
          onDone={() => {
            letGoOfRows();
            close();
          }}
        />
      )}
    </section>
  );
}

function headingText(many: Many | null, chosen: number, kind: RegisterKind): string {
  const params = {
    count: many === null ? chosen : many.results.size,
    kind: t(`register.kind.${kind}`),
  };
  if (many?.change.tag === 'back') return t('register.bulk.backHeading', params);
  if (many?.change.tag === 'archive') return t('register.bulk.archiveHeading', params);
  if (many?.change.tag === 'restore') return t('register.bulk.restoreHeading', params);
  return params.count === 0 ? t('register.bulk.open') : t('register.bulk.heading', params);
}

function BulkChoice({ kind, chosen }: { kind: RegisterKind; chosen: ReadonlySet<string> }) {
  const rights = useRights(kind);
  const role = useRole();
  const archived = useRegister((state) => state.views[kind].archived);
  const [name, setName] = useState('');
  const [input, setInput] = useState<Input>('');
  const free = formColumns(kind).filter(
    (column) => !OWN.includes(column) && mayChangeColumn(role, kind, column),
  );
  const column = columnOf(kind, name);
  const fault = column === null ? null : readMany(column, input);
  const preview = column === null ? null : previewMany(kind, chosen, name, input);
  const ids = [...chosen];
  if (ids.length === 0)
    return (
      <div className={formStyles.body}>
        <p className={kit.small}>{t('register.bulk.noneChosen')}</p>
        <PastEdits kind={kind} />
      </div>
    );
  return (
    <>
      <div className={formStyles.body}>
        {!archived && (
          <div className={formStyles.group}>
            <div className={formStyles.wide}>
              <NativeSelect
                size="xs"
                label={t('register.bulk.field')}
                value={name}
                onChange={(event) => {
                  const next = event.currentTarget.value;
                  const spec = columnOf(kind, next);
                  setName(next);
                  setInput(spec === null ? '' : inputOf(null, spec));
                }}
              >
                <option value="">{t('register.bulk.choose')}</option>
                {free.map((one) => (
                  <option key={one} value={one}>
                    {fieldHead(kind, one)}
                  </option>
                ))}
              </NativeSelect>
            </div>
            {column !== null && (
              <div className={formStyles.wide}>
                <p className={kit.small}>{t('register.bulk.value')}</p>
                <Field
                  kind={kind}
                  id=""
                  column={column}
                  input={input}
                  error={fault === null ? null : faultText(column, fault)}
                  onChange={setInput}
                />
              </div>
            )}
            {preview !== null && fault === null && (
              <p className={formStyles.wide} role="status">
                {t('register.bulk.preview', preview)}
              </p>
            )}
          </div>
        )}
        <PastEdits kind={kind} />
      </div>
      <footer className={formStyles.foot}>
        {!archived && (
          <Button
            size="xs"
            disabled={preview === null || fault !== null || preview.change === 0}
            onClick={() => void changeMany(kind, ids, { tag: 'field', column: name, input })}
          >
            {t('register.bulk.apply', { count: preview?.change ?? 0 })}
          </Button>
        )}
        <span className={formStyles.spring} />
        {rights.change === 'all' && (
          <Button
            size="xs"
            variant={archived ? 'filled' : 'default'}
            onClick={() => void changeMany(kind, ids, { tag: archived ? 'restore' : 'archive' })}
          >
            {archived
              ? t('register.bulk.restore', { count: ids.length })
              : t('register.bulk.archive', { count: ids.length })}
          </Button>
        )}
      </footer>
    </>
  );
}
