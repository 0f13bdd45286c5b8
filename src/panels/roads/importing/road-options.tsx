import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  changeRoadSettings,
  chooseRoadLayer,
  readRoadFiles,
  setRoadDistrict,
} from '../../../actions/roads/networks/read-files.ts';
import type { RoadLook } from '../../../core/roads/import-session.ts';
import { JOIN_TOLERANCE, LINE_FIELDS } from '../../../core/roads/lines/options.ts';
import type { LineField } from '../../../core/roads/lines/options.ts';
import { GAP_METERS } from '../../../core/roads/report.ts';
import { t } from '../../../messages/index.ts';
import { useOwnDistricts } from '../../../state/districts.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import { DistrictOptions } from '../../parts/districts/district-options.tsx';
import kit from '../../../ui/form/form.module.css';
import frame from '../roads.module.css';
import styles from './importing.module.css';

/** What a person says before the files are read: for OpenStreetMap little, for a layer of lines what its columns mean. */
export function RoadOptions() {
  const look = useRoadNetworks((state) => state.look);
  const source = useRoadNetworks((state) => state.settings.source);
  const gap = useRoadNetworks((state) => state.settings.gap);
  return (
    <form
      className={styles.options}
      aria-label={t('roadNetworks.settings')}
      onSubmit={(event) => {
        event.preventDefault();
        void readRoadFiles();
      }}
    >
      <h3>{t('roadNetworks.settings')}</h3>
      {look?.tag === 'osm' && <p className={frame.soft}>{t('roadNetworks.osm')}</p>}
      <div className={styles.grid}>
        <DistrictField />
        <TextInput
          size="sm"
          required
          label={t('roadNetworks.source')}
          maxLength={200}
          value={source}
          onChange={({ currentTarget }) => changeRoadSettings({ source: currentTarget.value })}
        />
        {look?.tag === 'lines' && <LineFields look={look} />}
        <NumberField
          label={t('roadNetworks.gap')}
          usual={GAP_METERS}
          value={gap}
          onSay={(said) => changeRoadSettings({ gap: said })}
        />
      </div>
      {look?.tag === 'lines' && <Crossings />}
      <div className={kit.buttons}>
        <Button type="submit" size="sm" disabled={source.trim() === ''}>
          {t('roadNetworks.read')}
        </Button>
      </div>
    </form>
  );
}

/** Whose roads these are: the admin's district or one below it. */
export function DistrictField() {
  const district = useRoadNetworks((state) => state.district);
  const districts = useOwnDistricts();
  return (
    <NativeSelect
      size="sm"
      label={t('roadNetworks.district')}
      value={district}
      onChange={({ currentTarget }) => setRoadDistrict(currentTarget.value)}
    >
      <DistrictOptions districts={districts} />
    </NativeSelect>
  );
}

function LineFields({ look }: { look: Extract<RoadLook, { tag: 'lines' }> }) {
  const settings = useRoadNetworks((state) => state.settings);
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
          label={t('roadNetworks.layer')}
          value={look.layer ?? ''}
          data={[...look.layers]}
          onChange={({ currentTarget }) => void chooseRoadLayer(currentTarget.value)}
        />
      )}
      {LINE_FIELDS.map((field) => (
        <NativeSelect
          key={field}
          size="sm"
          label={t(`roadNetworks.field.${field}`)}
          value={settings.columns[field] ?? ''}
          data={[
            {
              value: '',
              label: t('roadNetworks.columnAuto', {
                column: look.guessed[field] ?? t('roadNetworks.columnNone'),
              }),
            },
            ...look.columns.map((column) => ({ value: column, label: column })),
          ]}
          onChange={({ currentTarget }) => say(field, currentTarget.value)}
        />
      ))}
      <TextInput
        size="sm"
        label={t('roadNetworks.crs')}
        placeholder={t('roadNetworks.crsHint')}
        value={settings.crs ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeRoadSettings({ crs: value.trim() === '' ? null : value })
        }
      />
      <TextInput
        size="sm"
        label={t('roadNetworks.encoding')}
        placeholder={t('roadNetworks.encodingHint')}
        value={settings.encoding ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeRoadSettings({ encoding: value.trim() === '' ? null : value })
        }
      />
      <NumberField
        label={t('roadNetworks.tolerance')}
        usual={JOIN_TOLERANCE}
        value={settings.tolerance}
        onSay={(tolerance) => changeRoadSettings({ tolerance })}
      />
    </>
  );
}

function Crossings() {
  const split = useRoadNetworks((state) => state.settings.splitCrossings);
  return (
    <Checkbox
      size="sm"
      label={t('roadNetworks.split')}
      description={t('roadNetworks.splitWarning')}
      checked={split}
      onChange={({ currentTarget }) =>
        changeRoadSettings({ splitCrossings: currentTarget.checked })
      }
    />
  );
}

interface NumberFieldProps {
  label: string;
  /** The value that is used while the field is empty. */
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
