import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { applyMapping, saveMapping } from '../../../actions/importing/mappings.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import styles from './understood.module.css';

/** Readings kept for files of the same columns, and the way to keep this one. */
export function MappingBar() {
  const mappings = useImport((state) => state.mappings);
  const fingerprint = useImport((state) => state.understood?.fingerprint ?? null);
  const touched = useImport(
    ({ settings: { columns, set, crs, encoding, header, layer, join } }) =>
      Object.keys({ ...columns, ...set }).length > 0 ||
      [crs, encoding, header, layer, join ?? null].some((said) => said !== null),
  );
  const [naming, setNaming] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const known =
    fingerprint === null ? [] : mappings.filter((one) => one.columnsFingerprint === fingerprint);
  if (fingerprint === null) return null;

  async function save(): Promise<void> {
    const name = (naming ?? '').trim();
    if (name === '') return;
    await saveMapping(name);
    setNaming(null);
    setSaved(name);
  }

  return (
    <div className={styles.mapping}>
      {known.length > 0 && !touched && (
        <>
          <span>{t('importing.mapping.known')}</span>
          {known.map((mapping) => (
            <Button
              key={mapping.id}
              size="compact-sm"
              variant="light"
              onClick={() => void applyMapping(mapping)}
            >
              {t('importing.mapping.apply', { name: mapping.name })}
            </Button>
          ))}
        </>
      )}
      {saved !== null && <span role="status">{t('importing.mapping.saved', { name: saved })}</span>}
      {touched && naming === null && saved === null && (
        <Button size="compact-sm" variant="subtle" onClick={() => setNaming('')}>
          {t('importing.mapping.open')}
        </Button>
      )}
      {naming !== null && (
        <form
          className={styles.value}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('importing.mapping.name')}
            placeholder={t('importing.mapping.name')}
            value={naming}
            data-autofocus
            onChange={(event) => setNaming(event.currentTarget.value)}
          />
          <Button size="compact-sm" type="submit" disabled={naming.trim() === ''}>
            {t('importing.mapping.save')}
          </Button>
        </form>
      )}
    </div>
  );
}
