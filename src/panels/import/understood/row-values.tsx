import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { setImportValue } from '../../../actions/importing/read-import.ts';
import type { StoredKind } from '../../../core/import/difference/tables.ts';
import type { Understood } from '../../../core/import/session/types.ts';
import { ALL_EVENT_KINDS, BASE_LAYERS, columnNameOf } from '../../../core/model/index.ts';
import type { BaseLayer } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { wordsOf, wordText } from '../../parts/register/register-text.ts';
import tone from '../tone.module.css';
import styles from './understood.module.css';
import { importFieldLabel } from '../import-text.ts';

/** Values the file does not state but that hold for all its rows: the kind of hazard, the source, a district … */
export function RowValues({ understood }: { understood: Understood }) {
  const set = useImport((state) => state.settings.set);
  // What blocks for want of a value is asked for.
  const blockers = new Set(understood.blockers.map(({ code }) => code));
  const askedLayer = blockers.has('layer_unknown') ? 'layer' : '';
  const asked = blockers.has('kind_unknown') ? 'kind' : askedLayer;
  const [field, setField] = useState('');
  const free = understood.settable.filter((name) => !(name in set));
  const kind = understood.kind;
  return (
    <section>
      <div className={tone.sectionHead}>
        <h3>{t('importing.values.heading')}</h3>
        <span className={tone.soft}>{t('importing.values.hint')}</span>
      </div>
      {Object.entries(set).map(([name, value]) => (
        <div key={name} className={styles.value}>
          <span>{importFieldLabel(name)}</span>
          <strong>{choicesOf(kind, name) === null ? value : choiceText(kind, name, value)}</strong>
          <CloseButton
            size="sm"
            aria-label={t('importing.values.remove', { field: importFieldLabel(name) })}
            onClick={() => void setImportValue(name, null)}
          />
        </div>
      ))}
      <NewValue
        key={`${field} ${asked}`}
        kind={kind}
        field={field === '' ? asked : field}
        free={free}
        onField={setField}
      />
    </section>
  );
}

function choiceText(kind: StoredKind, field: string, word: string): string {
  return kind === 'base_feature'
    ? t(`exporter.baseLayer.${word as BaseLayer}`)
    : wordText(kind, columnNameOf(field), word);
}

/** The few words a field may hold; null = anything. */
function choicesOf(kind: StoredKind, field: string): readonly string[] | null {
  if (kind === 'base_feature') return field === 'layer' ? BASE_LAYERS : null;
  if (field === 'kind' && (kind === 'hazard' || kind === 'incident')) return ALL_EVENT_KINDS;
  return wordsOf(kind, columnNameOf(field));
}

interface NewValueProps {
  kind: StoredKind;
  field: string;
  free: readonly string[];
  onField: (field: string) => void;
}

function NewValue({ kind, field, free, onField }: NewValueProps) {
  const choices = field === '' ? null : choicesOf(kind, field);
  const [value, setValue] = useState(choices?.[0] ?? '');
  return (
    <form
      className={styles.value}
      onSubmit={(event) => {
        event.preventDefault();
        if (field === '' || value.trim() === '') return;
        void setImportValue(field, value.trim());
        onField('');
      }}
    >
      <select
        aria-label={t('importing.values.field')}
        value={field}
        onChange={(event) => onField(event.currentTarget.value)}
      >
        <option value="">{t('importing.values.field')}</option>
        {free.map((name) => (
          <option key={name} value={name}>
            {importFieldLabel(name)}
          </option>
        ))}
      </select>
      {choices === null ? (
        <input
          aria-label={t('importing.values.value')}
          placeholder={t('importing.values.value')}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      ) : (
        <select
          aria-label={t('importing.values.value')}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        >
          {choices.map((word) => (
            <option key={word} value={word}>
              {choiceText(kind, field, word)}
            </option>
          ))}
        </select>
      )}
      <Button
        size="compact-sm"
        variant="default"
        type="submit"
        disabled={field === '' || value.trim() === ''}
      >
        {t('importing.values.add')}
      </Button>
    </form>
  );
}
