import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  changeRoadSettings,
  chooseRoadLayer,
  readRoadFiles,
  setRoadDistrict,
} from '../../../actions/roads/keeping/read-files.ts';
import type { RoadLook } from '../../../core/roads/import-session.ts';
import { JOIN_TOLERANCE, LINE_FIELDS } from '../../../core/roads/lines/options.ts';
import type { LineField } from '../../../core/roads/lines/options.ts';
import { GAP_METERS } from '../../../core/roads/report.ts';
import { t } from '../../../messages/index.ts';
import { useOwnDistricts } from '../../../state/districts.ts';
import { useRoadKeeping } from '../../../state/road-keeping.ts';
import { DistrictOptions } from '../../parts/districts/district-options.tsx';
import kit from '../../../ui/form/form.module.css';
import frame from '../roads.module.css';
import styles from './importing.module.css';

/** What a person says before the files are read: for OpenStreetMap little, for a layer of lines what its columns mean. */
export function RoadOptions() {
  const look = useRoadKeeping((state) => state.look);
  const source = useRoadKeeping((state) => state.settings.source);
  const gap = useRoadKeeping((state) => state.settings.gap);
  return (
    <form
      className={styles.options}
      aria-label={t('roadKeeping.settings')}
      onSubmit={(event) => {
        event.preventDefault();
        void readRoadFiles();
      }}
    >
      <h3>{t('roadKeeping.settings')}</h3>
      {look?.tag === 'osm' && <p className={frame.soft}>{t('roadKeeping.osm')}</p>}
      <div className={styles.grid}>
        <DistrictField />
        <TextInput
          size="sm"
          required
          label={t('roadKeeping.source')}
          maxLength={200}
          value={source}
          onChange={({ currentTarget }) => changeRoadSettings({ source: currentTarget.value })}
        />
        {look?.tag === 'lines' && <LineFields look={look} />}
        <NumberField
          label={t('roadKeeping.gap')}
          usual={GAP_METERS}
          value={gap}
          onSay={(said) => changeRoadSettings({ gap: said })}
        />
      </div>
      {look?.tag === 'lines' && <Crossings />}
      <div className={kit.buttons}>
        <Button type="submit" size="sm" disabled={source.trim() === ''}>
          {t('roadKeeping.read')}
        </Button>
      </div>
    </form>
  );
}

/** Whose roads these are: the admin's district or one below it. */
export function DistrictField() {
  const district = useRoadKeeping((state) => state.district);
  const districts = useOwnDistricts();
  return (
    <NativeSelect
      size="sm"
      label={t('roadKeeping.district')}
      value={district}
      onChange={({ currentTarget }) => setRoadDistrict(currentTarget.value)}
    >
      <DistrictOptions districts={districts} />
    </NativeSelect>
  );
}

function LineFields({ look }: { look: Extract<RoadLook, { tag: 'lines' }> }) {
  const settings = useRoadKeeping((state) => state.settings);
  const say = (field: LineField, column: string): void => {
    const others = Object.entries(settings.columns).filter(([name]) => name !== field);
    changeRoadSettings({
      columns: Object.fromEntries(column === '' ? others : [...others, [field, column]]),
    });
  };
  return (
    <>
      {look.layers.length > 1 && (
        <NativeSelect
          size="sm"
          label={t('roadKeeping.layer')}
          value={look.layer ?? ''}
          data={[...look.layers]}
          onChange={({ currentTarget }) => void chooseRoadLayer(currentTarget.value)}
        />
      )}
      {LINE_FIELDS.map((field) => (
        <NativeSelect
          key={field}
          size="sm"
          label={t(`roadKeeping.field.${field}`)}
          value={settings.columns[field] ?? ''}
          data={[
            {
              value: '',
              label: t('roadKeeping.columnAuto', {
                column: look.guessed[field] ?? t('roadKeeping.columnNone'),
              }),
            },
            ...look.columns.map((column) => ({ value: column, label: column })),
          ]}
          onChange={({ currentTarget }) => say(field, currentTarget.value)}
        />
      ))}
      <TextInput
        size="sm"
        label={t('roadKeeping.crs')}
        placeholder={t('roadKeeping.crsHint')}
        value={settings.crs ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeRoadSettings({ crs: value.trim() === '' ? null : value })
        }
      />
      <TextInput
        size="sm"
        label={t('roadKeeping.encoding')}
        placeholder={t('roadKeeping.encodingHint')}
        value={settings.encoding ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeRoadSettings({ encoding: value.trim() === '' ? null : value })
        }
      />
      <NumberField
        label={t('roadKeeping.tolerance')}
        usual={JOIN_TOLERANCE}
        value={settings.tolerance}
        onSay={(tolerance) => changeRoadSettings({ tolerance })}
      />
    </>
  );
}

function Crossings() {
  const split = useRoadKeeping((state) => state.settings.splitCrossings);
  return (
    <Checkbox
      size="sm"
      label={t('roadKeeping.split')}
      description={t('roadKeeping.splitWarning')}
      checked={split}
      onChange={({ currentTarget }) =>
        changeRoadSettings({ splitCrossings: currentTarget.checked })
      }
    />
  );
}

interface NumberFieldProps {
  label: string;
  /** What holds when nothing is said. */
  usual: number;
  value: number | null;
  onSay: (value: number | null) => void;
}

const plain = (value: number): string => value.toFixed(7).replace(/\.?0+$/, '');

function NumberField({ label, usual, value, onSay }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? '' : plain(value));
  const said = text.trim() === '' ? null : Number(text);
  const wrong = said !== null && !(Number.isFinite(said) && said > 0);
  return (
    <TextInput
      size="sm"
      inputMode="decimal"
      label={label}
      placeholder={plain(usual)}
      value={text}
      error={wrong}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const next = currentTarget.value.trim() === '' ? null : Number(currentTarget.value);
        onSay(next !== null && Number.isFinite(next) && next > 0 ? next : null);
      }}
    />
  );
}
