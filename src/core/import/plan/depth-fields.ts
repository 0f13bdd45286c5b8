/** How deep water stands in an area: a range in one column, or its ends in two. */
import { readLength, readLengthRange } from '../values/numbers.ts';
import type { FieldReader } from './field-reader.ts';
import type { RowReader } from './row-reader.ts';
import type { Step } from './row-facts.ts';

/** The register's own bound, in metres. */
const DEEPEST = 100;

const end = (field: FieldReader | null): number | null =>
  field?.read(readLength, (metres) => metres <= DEEPEST) ?? null;

/** Fields `depthMinM` and `depthMaxM`, where the file speaks about depth. Ends that contradict each other are both unknown. */
export function depthSteps(reader: RowReader): readonly (Step | null)[] {
  const [both, least, most] = ['depth', 'depthMinM', 'depthMaxM'].map((name) => reader.field(name));
  if (both == null && least == null && most == null) return [];
  return [
    ({ fields }) => {
      const range =
        both?.read(readLengthRange, ({ min, max }) => Math.max(min ?? 0, max ?? 0) <= DEEPEST) ??
        null;
      const min = range?.min ?? end(least ?? null);
      const max = range?.max ?? end(most ?? null);
      const fits = min === null || max === null || min <= max;
      if (!fits) most?.miss(`${min} > ${max}`);
      fields.depthMinM = fits ? min : null;
      fields.depthMaxM = fits ? max : null;
    },
  ];
}
