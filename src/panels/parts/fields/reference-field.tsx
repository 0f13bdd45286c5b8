import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useRecords } from '../../../state/records.ts';
import { commonOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

const REFERRED = ['depot', 'shelter', 'settlement'] as const;

/** Another record, found by typing a part of its name. */
export function ReferenceField(props: FieldProps & { input: string }) {
  const { column, input, onChange } = props;
  const referred = REFERRED.find((kind) => kind === column.refers) ?? 'depot';
  const table = useRecords((state) => state.tables[referred]) as ReadonlyMap<
    string,
    { id: string; name: string }
  >;
  const data = useMemo(
    () => [...table.values()].map(({ id, name }) => ({ value: id, label: name })),
    [table],
  );
  return (
    <Select
      {...commonOf(props)}
      data={data}
      searchable
      clearable={!column.required}
      limit={30}
      value={input === '' ? null : input}
      onChange={(value) => onChange(value ?? '')}
    />
  );
}
