import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useRecordMap } from '../../state/records.ts';

export interface DistrictChoiceProps {
  label: string;
  /** The choice that leaves nothing out. */
  all: string;
  value: string | null;
  onChoose: (code: string | null) => void;
}

/** A full-width space: options of a list take no style. */
const INDENT = '\u3000';

/** A district and everything below it; indented as the districts hang below one another. */
export function DistrictChoice({ label, all, value, onChoose }: DistrictChoiceProps) {
  const table = useRecordMap('district');
  const districts = useMemo(
    () => [...table.values()].filter(({ level }) => level !== 'root').sort((a, b) => (a.path < b.path ? -1 : 1)),
    [table],
  );
  const depth = (path: string): number => path.split('/').length;
  const least = Math.min(...districts.map(({ path }) => depth(path)));
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value === '' ? null : currentTarget.value)}
    >
      <option value="">{all}</option>
      {districts.map(({ code, name, path }) => (
        <option key={code} value={code}>
          {`${INDENT.repeat(depth(path) - least)}${name}`}
        </option>
      ))}
    </NativeSelect>
  );
}
