import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Geometry } from 'geojson';
import { useMemo } from 'react';
import { KINDS } from '../../../core/kinds/index.ts';
import { EVENT_CLASSES, EVENT_KINDS, fieldOf } from '../../../core/model/index.ts';
import type { EquipmentInput } from '../../../core/register/index.ts';
import { t } from '../../../messages/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { wordsOf, wordText } from '../register/register-text.ts';
import { commonOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';
import { DistrictField } from './district-field.tsx';
import { EquipmentField } from './equipment-field.tsx';
import { InstantField } from './instant-field.tsx';
import { PlaceField } from './place-field.tsx';
import { ReferenceField } from './reference-field.tsx';
import { SuitabilityField } from './suitability-field.tsx';

/** Free words that repeat from record to record: those in use are offered. */
const REPEATED = ['kind', 'unit', 'item', 'source', 'rectification_owner', 'spec'];

/** One field, by what the database says its column holds. */
export function Field(props: FieldProps) {
  const { kind, column, input, onChange } = props;
  if (column.type === 'geometry') return <PlaceField {...props} input={input as Geometry | null} />;
  if (column.name === 'district_code' || column.refers === 'district')
    return <DistrictField {...props} input={input as string} />;
  if (column.refers !== undefined) return <ReferenceField {...props} input={input as string} />;
  if (column.form === 'suitability')
    return <SuitabilityField {...props} input={input as Readonly<Record<string, string>>} />;
  if (column.form === 'equipment')
    return <EquipmentField {...props} input={input as readonly EquipmentInput[]} />;
  if (column.type === 'texts') return <ListField {...props} input={input as readonly string[]} />;
  const text = input as string;
  if (column.type === 'instant') return <InstantField {...props} input={text} />;
  if (column.form === 'event-kind') return <EventKindField {...props} input={text} />;
  const words = wordsOf(kind, column.name);
  const common = commonOf(props);
  if (words !== null) {
    const unknown = column.name === 'level' ? t('units.noLevel') : t('register.unknownChoice');
    return (
      <NativeSelect
        {...common}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {!column.required && <option value="">{unknown}</option>}
        {words.map((word) => (
          <option key={word} value={word}>
            {wordText(kind, column.name, word)}
          </option>
        ))}
      </NativeSelect>
    );
  }
  if (KINDS[kind].columns[fieldOf(column.name)]?.type === 'text')
    return (
      <Textarea
        {...common}
        rows={2}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (REPEATED.includes(column.name)) return <RepeatedField {...props} input={text} />;
  const numeric = column.type === 'integer' || column.type === 'number';
  return (
    <TextInput
      {...common}
      type={column.type === 'date' ? 'date' : 'text'}
      inputMode={numeric ? 'decimal' : undefined}
      placeholder={numeric ? t('register.unknown') : undefined}
      value={text}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function EventKindField(props: FieldProps & { input: string }) {
  const groups = EVENT_CLASSES.map((eventClass) => (
    <optgroup key={eventClass} label={t(`kinds.eventClass.${eventClass}`)}>
      {EVENT_KINDS[eventClass].map((event) => (
        <option key={event} value={event}>
          {t(`kinds.event.${event}`)}
        </option>
      ))}
    </optgroup>
  ));
  return (
    <NativeSelect
      {...commonOf(props)}
      value={props.input}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      {props.input === '' && <option value="">{t('register.bulk.choose')}</option>}
      {groups}
    </NativeSelect>
  );
}

const MOST_OFFERED = 200;

/** A free word, with those that other records of the kind use offered below it. */
function RepeatedField(props: FieldProps & { input: string }) {
  const { kind, column, input, onChange } = props;
  const table = useRecordMap(kind) as ReadonlyMap<string, object>;
  const used = useMemo(() => {
    const words = new Set<string>();
    for (const record of table.values()) {
      const word = (record as Readonly<Record<string, unknown>>)[fieldOf(column.name)];
      if (typeof word === 'string' && word !== '') words.add(word);
      if (words.size >= MOST_OFFERED) break;
    }
    return [...words].sort();
  }, [table, column.name]);
  return (
    <Autocomplete {...commonOf(props)} data={used} limit={12} value={input} onChange={onChange} />
  );
}

function ListField(props: FieldProps & { input: readonly string[] }) {
  const { input, onChange } = props;
  return (
    <Textarea
      {...commonOf(props)}
      rows={Math.min(6, Math.max(2, input.length))}
      value={input.join('\n')}
      onChange={(event) =>
        onChange(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))
      }
    />
  );
}
