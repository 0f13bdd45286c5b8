/** Designated sites keep what they are for: to flee to at once, to stay, or both. */
import { DESIGNATED_KINDS } from '../../model/index.ts';
import { readFlag } from '../values/enum-words.ts';
import type { Steps } from './row-facts.ts';

/** The kind of a row of an official list; with `pairsAsOne` a place of both lists is left to the list of where to flee. */
export const designatedKind: Steps = (reader, { designation, pairsAsOne, designated }) => {
  const kind = reader.field('kind');
  const other = reader.field(designation === 'flee' ? 'alsoToStay' : 'alsoToFlee');
  return [
    (facts) => {
      designated.rows++;
      const isPair = other?.read(readFlag) === true;
      if (isPair) designated.pairs++;
      const single = designation === 'flee' ? 'flee' : 'stay';
      const name = isPair ? 'both' : single;
      facts.fields.kind = kind?.line(100) ?? DESIGNATED_KINDS[name];
      if (isPair && designation === 'stay' && pairsAsOne)
        facts.missing = { reason: 'pair_left_out', params: {} };
    },
  ];
};
