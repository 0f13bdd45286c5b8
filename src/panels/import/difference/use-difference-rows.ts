import { useEffect, useRef, useState } from 'react';
import { differenceRows } from '../../../actions/importing/compare-import.ts';
import type { DifferenceGroup, DifferenceRow } from '../../../core/import/session/types.ts';
import { useImport } from '../../../state/import.ts';

/** Lines are fetched from the worker by the block. */
const BLOCK = 100;
/** Blocks kept; more would only be memory. */
const KEPT = 20;

type Blocks = ReadonlyMap<number, readonly DifferenceRow[]>;

/** The lines of a group in a window, as far as they are here; blocks that are missing are fetched. */
export function useDifferenceRows(
  group: DifferenceGroup,
  from: number,
  to: number,
): (at: number) => DifferenceRow | null {
  const revision = useImport((state) => state.revision);
  const [held, setHeld] = useState<{ revision: number; blocks: Blocks }>({
    revision: -1,
    blocks: new Map(),
  });
  const asked = useRef(new Set<string>());
  const first = Math.floor(from / BLOCK);
  const last = Math.floor(Math.max(from, to) / BLOCK);
  useEffect(() => {
    for (let block = first; block <= last; block++) {
      const key = `${revision} ${block}`;
      if (asked.current.has(key)) continue;
      asked.current.add(key);
      differenceRows(group, block * BLOCK, BLOCK).then(
        (rows) =>
          setHeld((before) => {
            if (revision < before.revision) return before;
            // Until the new ones come, lines stand as they were: nothing flickers.
            const kept = [...before.blocks].filter(([one]) => one !== block).slice(1 - KEPT);
            for (const [one] of before.blocks)
              if (!kept.some(([other]) => other === one))
                asked.current.delete(`${revision} ${one}`);
            return { revision, blocks: new Map([...kept, [block, rows]]) };
          }),
        () => asked.current.delete(key),
      );
    }
  }, [group, first, last, revision]);
  return (at) => held.blocks.get(Math.floor(at / BLOCK))?.[at % BLOCK] ?? null;
}
