import { Button, Checkbox, Popover, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { downloadExport } from '../../../actions/exporting/download-export.ts';
import type { ExportOutcome } from '../../../actions/exporting/download-export.ts';
import { EXPORT_FORMATS, formatsOf } from '../../../core/export/types.ts';
import type { ExportCrs, ExportFormat, ExportKind } from '../../../core/export/types.ts';
import type { RecordOf } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { useZone } from '../../../state/districts.ts';
import { useMay } from '../../../state/role.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { HostedNote } from '../hosted/hosted-note.tsx';
import styles from './export.module.css';

interface ExportMenuProps<K extends ExportKind> {
  kind: K;
  /** What is found or shown now. */
  records: readonly RecordOf[K][];
  /** Rows a person ticked; when there are any, these are exported unless the person chooses otherwise. */
  chosen?: readonly RecordOf[K][];
  /** In words, what `records` are out of all (a filter, a layer); null = all. */
  part?: string | null;
  /** A small button without words, for the rows of a legend. */
  compact?: boolean;
}

type Stage = { tag: 'asking' } | { tag: 'writing'; share: number } | ExportOutcome;

/** Takes a table, a selection or a map layer out as a file. */
export function ExportMenu<K extends ExportKind>(props: ExportMenuProps<K>) {
  const [open, setOpen] = useState(false);
  const { kind, compact = false } = props;
  const label = t('exporter.menu.open', { kind: t(`kinds.record.${kind}`) });
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={320}
      trapFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        {compact ? (
          <button
            type="button"
            className={styles.small}
            aria-label={label}
            title={label}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">⤓</span>
          </button>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('exporter.menu.button')}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        {open && <ExportForm {...props} onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function ExportForm<K extends ExportKind>({
  kind,
  records,
  chosen = [],
  part = null,
  onClose,
}: ExportMenuProps<K> & { onClose: () => void }) {
  const zone = useZone();
  const seesContacts = useMay('contacts');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [crs, setCrs] = useState<ExportCrs>('wgs84');
  const [onlyChosen, setOnlyChosen] = useState(chosen.length > 0);
  const [contacts, setContacts] = useState(false);
  const [stage, setStage] = useState<Stage>({ tag: 'asking' });
  const taken = onlyChosen ? chosen : records;
  const busy = stage.tag === 'writing';
  const start = async (): Promise<void> => {
    setStage({ tag: 'writing', share: 0 });
    setStage(
      await downloadExport({
        kind,
        format,
        crs,
        contacts,
        records: taken,
        part: onlyChosen ? t('exporter.menu.partChosen') : part,
        timezone: zone,
        onProgress: (done, total) =>
          setStage({ tag: 'writing', share: total === 0 ? 1 : done / total }),
      }),
    );
  };
  const allowed = formatsOf(kind);
  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>
        {t('exporter.menu.open', { kind: t(`kinds.record.${kind}`) })}
      </h2>
      {chosen.length > 0 && (
        <Choice
          label={t('exporter.menu.which')}
          value={onlyChosen ? 'chosen' : 'all'}
          choices={[
            ['chosen', t('exporter.menu.chosen', { rows: formatNumber(chosen.length) })],
            ['all', t('exporter.menu.found', { rows: formatNumber(records.length) })],
          ]}
          onChange={(value) => setOnlyChosen(value === 'chosen')}
        />
      )}
      <Select
        size="xs"
        label={t('exporter.menu.format')}
        data={EXPORT_FORMATS.filter((one) => allowed.includes(one)).map((one) => ({
          value: one,
          label: t(`exporter.menu.formats.${one}`),
        }))}
        value={format}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => setFormat((value ?? 'xlsx') as ExportFormat)}
      />
      <Choice
        label={t('exporter.menu.crs')}
        value={crs}
        choices={[
          ['wgs84', t('exporter.menu.wgs84')],
          ['gcj02', t('exporter.menu.gcj02')],
        ]}
        onChange={(value) => setCrs(value as ExportCrs)}
      />
      {seesContacts && (
        <Checkbox
          size="xs"
          label={t('exporter.menu.contacts')}
          checked={contacts}
          onChange={(event) => setContacts(event.currentTarget.checked)}
        />
      )}
      <p className={styles.soft}>{t('exporter.menu.noted')}</p>
      <HostedNote about="gis" className={styles.soft} />
      {busy && (
        <progress
          className={styles.progress}
          value={stage.share}
          aria-label={t('exporter.menu.writing')}
        />
      )}
      <p role="status" className={stage.tag === 'not-noted' ? styles.failed : styles.soft}>
        {stageText(stage)}
      </p>
      <div className={styles.buttons}>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('exporter.menu.close')}
        </Button>
        <Button size="xs" disabled={busy || taken.length === 0} onClick={() => void start()}>
          {t('exporter.menu.take', { rows: formatNumber(taken.length) })}
        </Button>
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {choices.map(([one, text]) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function stageText(stage: Stage): string {
  switch (stage.tag) {
    case 'asking':
      return '';
    case 'writing':
      return t('exporter.menu.writing');
    case 'not-noted':
      return t(`exporter.menu.notNoted.${stage.reason}`);
    case 'done':
      return stage.leftOut === 0
        ? t('exporter.menu.done', { rows: formatNumber(stage.rows), name: stage.name })
        : t('exporter.menu.doneWithout', {
            rows: formatNumber(stage.rows),
            name: stage.name,
            without: formatNumber(stage.leftOut),
          });
  }
}
