import type { Geometry } from 'geojson';
import { closuresAsWritten } from '../../core/arrival/closures.ts';
import type { ClosureInHand, WrittenClosures } from '../../core/arrival/closures.ts';
import type { RecordMap } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';

/** Geometries that no record has get numbers below 0, so that none is a record's version. */
const numbers = new WeakMap<Geometry, number>();
let lastNumber = 0;
function versionOf(geometry: Geometry): number {
  const known = numbers.get(geometry) ?? --lastNumber;
  numbers.set(geometry, known);
  return known;
}

/** The closures with what is half written or half drawn in the place of what it changes; `now` in milliseconds. */
export function closuresInHand(closures: RecordMap<'closure'>, now: number): WrittenClosures {
  const { drafts, drawing } = useRegister.getState();
  const inHand = [...drafts.values()]
    .filter(({ kind }) => kind === 'closure')
    .map(({ id, base, inputs }): ClosureInHand => ({
      id,
      base: base as ClosureInHand['base'],
      inputs,
    }));
  if (drawing?.kind === 'closure' && drawing.sketch !== undefined) {
    const { id, sketch } = drawing;
    const held = inHand.find((one) => one.id === id);
    inHand.push({ id, base: held?.base ?? null, inputs: { ...held?.inputs, geom: sketch } });
  }
  return closuresAsWritten(closures, inHand, now, versionOf);
}
