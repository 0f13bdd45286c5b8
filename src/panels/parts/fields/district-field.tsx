import { NativeSelect } from '@mantine/core';
import { useOwnDistricts } from '../../../state/districts.ts';
import { DistrictOptions } from '../districts/district-options.tsx';
import { commonOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** The district a record belongs to: those in which the person acts, as a tree. */
export function DistrictField(props: FieldProps & { input: string }) {
  const own = useOwnDistricts();
  // A district does not hang below itself.
  const below = `/${props.id}/`;
  const districts =
    props.kind === 'district' ? own.filter(({ path }) => !path.includes(below)) : own;
  const known = districts.some(({ code }) => code === props.input);
  return (
    <NativeSelect
      {...commonOf(props)}
      value={props.input}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      {!known && <option value={props.input}>{props.input}</option>}
      <DistrictOptions districts={districts} />
    </NativeSelect>
  );
}
