/** What a row of a stock list says of its lot. The quantity is no field of a lot: it becomes a count. */
import { readQuantity } from '../values/quantity.ts';
import { otherSteps, plainSteps } from './plain-fields.ts';
import type { Step, Steps } from './row-facts.ts';
import { put } from './row-facts.ts';

const UNIT_LENGTH = 20;
const MOST = 1e12;

const value = (text: string): number | null => readQuantity(text)?.value ?? null;

/** `200把` is 200 and 把; a column of units says it for cells that do not. A cell and a column that differ are said. */
const quantity: Steps = (reader, { words }) => {
  const [count, unit] = [reader.field('quantity'), reader.field('unit')];
  return [
    (facts) => {
      const held = count?.measure(value, (number) => number >= 0 && number < MOST) ?? null;
      const inCell = count === null ? null : (readQuantity(count.text() ?? '')?.unit ?? null);
      const inColumn = unit?.line(UNIT_LENGTH) ?? null;
      if (inCell !== null && inColumn !== null && inCell !== inColumn)
        unit?.miss(`${inColumn} / ${inCell}`);
      const stated = inCell ?? inColumn;
      if (stated === null) facts.madeUp.push('unit');
      facts.fields.unit = (stated ?? words.unitUnstated).slice(0, UNIT_LENGTH);
      facts.stock = [{ item: '', quantity: held, unit: stated, spec: null }];
    },
  ];
};

/**
 * Lots bought on different days are different lots. The register keeps no day of purchase of its own: it stands in the
 * name of the batch, where a person reads it.
 */
const batch: Steps = (reader) => {
  const [named, bought] = [reader.field('batch'), reader.field('acquiredOn')];
  if (named === null && bought === null) return [];
  const step: Step = ({ fields }) => {
    const day = bought?.date() ?? null;
    const name = named?.line(400) ?? null;
    if (day === null) fields.batch = name;
    else fields.batch = name === null ? `购置 ${day}` : `${name}（购置 ${day}）`;
  };
  return [step];
};

export const lotSteps: Steps = (reader, context) => [
  put(reader, 'depotName', (field) => field.line()),
  ...plainSteps(reader, 'stock_lot', ['depotId', 'spec']),
  ...quantity(reader, context),
  ...batch(reader, context),
  ...otherSteps(reader, 'stock_lot', ['depotId', 'spec', 'unit', 'batch']),
  put(reader, 'minimum', (field) => field.measure(value, (number) => number >= 0 && number < MOST)),
  ...plainSteps(reader, 'stock_lot', ['observedAt', 'verifiedAt']),
];
