import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useRecordMap } from '../../../state/records.ts';
import { DistrictOptions } from './district-options.tsx';

interface DistrictChoiceProps {
  label: string;
  /** Label of the choice that stands for all districts. */
  all: string;
  value: string | null;
  onChoose: (code: string | null) => void;
}

/** A district and everything below it; indented as the districts hang below one another. */
export function DistrictChoice({ label, all, value, onChoose }: DistrictChoiceProps) {
  const table = useRecordMap('district');
  const districts = useMemo(
    () => [...table.values()].filter(({ level }) => level !== 'root'),
    [table],
  );
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChoose(currentTarget.value === '' ? null : currentTarget.value)
      }
    >
      <option value="">{all}</option>
      <DistrictOptions districts={districts} />
    </NativeSelect>
  );
}
