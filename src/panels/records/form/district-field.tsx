import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { t } from '../../../messages/index.ts';
import { useHomeDistrict } from '../../../state/districts.ts';
import { useRecordMap } from '../../../state/records.ts';
import { commonOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** The district a record belongs to: those in which the person acts, as a tree. */
export function DistrictField(props: FieldProps & { input: string }) {
  const districts = useRecordMap('district');
  const home = useHomeDistrict();
  const choices = useMemo(() => {
    const within = [...districts.values()].filter(({ path }) => home === null || path.startsWith(home.path));
    within.sort((a, b) => (a.path < b.path ? -1 : 1));
    const top = Math.min(...within.map(({ path }) => path.split('/').length));
    return within.map(({ code, name, path, level }) => ({
      code,
      label: `${'\u3000'.repeat(path.split('/').length - top)}${level === 'root' ? t('shell.wholeRegister') : name}`,
    }));
  }, [districts, home]);
  const known = choices.some(({ code }) => code === props.input);
  return (
    <NativeSelect
      {...commonOf(props)}
      value={props.input}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      {!known && <option value={props.input}>{props.input}</option>}
      {choices.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </NativeSelect>
  );
}
