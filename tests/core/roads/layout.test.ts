import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WalkGround } from '../../../src/core/roads/barriers/walk-ground.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadDataFault } from '../../../src/core/roads/layout.ts';
import { lengthOf, lineOf, nameOf, openNetwork } from '../../../src/core/roads/network.ts';
import { checksum, RoadDataError } from '../../../src/core/roads/layout.ts';
import { roadEdge } from './road-edge.ts';

const edges = [
  roadEdge(
    7,
    9_000_000_001,
    [
      [113.1, 29.4],
      [113.2, 29.4],
    ],
    { name: '巴陵大桥', bridge: true, layer: 1 },
  ),
  roadEdge(
    9_000_000_001,
    8,
    [
      [113.2, 29.4],
      [113.2, 29.5],
    ],
    { name: '巴陵大桥', widthM: 3.5 },
  ),
  roadEdge(
    8,
    7,
    [
      [113.2, 29.5],
      [113.15, 29.46],
      [113.1, 29.4],
    ],
    { maxWeightT: 10, maxHeightM: 2.8 },
  ),
];
const bytes = buildNetwork({ edges, restrictions: [], source: '岳阳, 2026-11' });

const faultOf = (buffer: ArrayBuffer): RoadDataFault | null => {
  try {
    openNetwork(buffer);
    return null;
  } catch (error) {
    if (error instanceof RoadDataError) return error.code;
    throw error;
  }
};

const changed = (change: (words: Uint32Array) => void): ArrayBuffer => {
  const copy = bytes.slice(0);
  change(new Uint32Array(copy));
  return copy;
};

/** As it was stored before its last section, which is empty here, came to be; the checksum is what the reader expects. */
function withoutLastSection(buffer: ArrayBuffer): ArrayBuffer {
  const words = [...new Uint32Array(buffer)];
  const [HEAD, ENTRY] = [8, 4];
  const count = words[2]!;
  const table = words.slice(HEAD, HEAD + ENTRY * (count - 1));
  // The table loses four words; whole multiples of 8 bytes, so that what follows only moves.
  for (let i = 0; i < table.length; i += ENTRY) table[i + 1]! -= 4 * ENTRY;
  const rest = words.slice(HEAD + ENTRY * count);
  const old = Uint32Array.from([...words.slice(0, HEAD), ...table, ...rest]);
  old.set([count - 1, old.byteLength], 2);
  old[4] = checksum(old);
  return old.buffer;
}

describe('the network in one buffer', () => {
  it('gives back what was put in', () => {
    const network = openNetwork(bytes);
    expect(network.nodes).toBe(3);
    const byOrigin = [0, 1, 2].map((origin) => network.edgeOrigin.indexOf(origin));
    expect(byOrigin.map((e) => nameOf(network, e))).toEqual(['巴陵大桥', '巴陵大桥', null]);
    expect(byOrigin.map((e) => lineOf(network, e))).toEqual(edges.map(({ line }) => line));
    expect(lengthOf(network, byOrigin[1]!)).toBeCloseTo(11_119.5, 0);
    expect(network.edgeWidth[byOrigin[1]!]).toBe(350);
    expect(network.edgeLayer[byOrigin[0]!]).toBe(1);
    expect(new TextDecoder().decode(network.source)).toBe('岳阳, 2026-11');
    // A ring that nothing joins: one junction, one chain.
    expect([network.junctions, network.chains]).toEqual([1, 1]);
  });

  it('is the same bytes for the same input, and may be moved', () => {
    const again = buildNetwork({ edges, restrictions: [], source: '岳阳, 2026-11' });
    expect(new Uint8Array(again)).toEqual(new Uint8Array(bytes));
    const moved = structuredClone(again, { transfer: [again] });
    expect(openNetwork(moved).edges).toBe(3);
  });

  it('lies on the given bytes without copying them', () => {
    expect(openNetwork(bytes).shape.buffer).toBe(bytes);
  });

  it('refuses what is no network, of another version, or cut short', () => {
    expect(faultOf(new ArrayBuffer(0))).toBe('not-a-network');
    expect(
      faultOf(new TextEncoder().encode('{"type":"FeatureCollection","features":[]}').buffer),
    ).toBe('not-a-network');
    expect(faultOf(changed((words) => (words[1] = 2)))).toBe('other-version');
    expect(faultOf(changed((words) => (words[1] = 0)))).toBe('other-version');
    expect(faultOf(bytes.slice(0, bytes.byteLength - 8))).toBe('cut-short');
    expect(faultOf(bytes.slice(0, 40))).toBe('cut-short');
  });

  it('notices any single flipped bit', () => {
    fc.assert(
      fc.property(fc.nat(bytes.byteLength * 8 - 1), (bit) => {
        // The last three words of the head are spare.
        if (bit >= 5 * 32 && bit < 8 * 32) return;
        const copy = bytes.slice(0);
        new Uint8Array(copy)[bit >> 3]! ^= 1 << (bit & 7);
        expect(faultOf(copy)).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a network that was stored before barriers were kept, and knows that it knows none', () => {
    const old = withoutLastSection(bytes);
    const network = openNetwork(old);
    expect([network.edges, network.barriers.length]).toEqual([3, 0]);
    expect(new WalkGround(network).unchecked).toEqual(['water', 'railway', 'wall']);
    expect(new WalkGround(network).across([113.15, 29.45], [113.1, 29.4])).toEqual([]);
  });

  it('is empty when there are no roads', () => {
    const network = openNetwork(buildNetwork({ edges: [], restrictions: [], source: '' }));
    expect([network.edges, network.nodes, network.chains]).toEqual([0, 0, 0]);
  });
});

describe('input that cannot be used is refused by number', () => {
  const build = (other: Partial<(typeof edges)[0]>) => () =>
    buildNetwork({ edges: [edges[0]!, { ...edges[1]!, ...other }], restrictions: [], source: '' });
  it.each([
    ['one place', { line: [[113, 29] as const] }],
    ['no number', { line: [[113, 29] as const, [NaN, 29] as const] }],
    ['off the earth', { line: [[113, 29] as const, [113, 91] as const] }],
    ['a node key that is no whole number', { from: 1.5 }],
  ])('%s', (_, other) => {
    expect(build(other)).toThrow(/^edge 1/);
  });

  it('a restriction that is not at its node', () => {
    const restrictions = [{ kind: 'no' as const, from: 0, via: 8, to: 1, modes: ['car' as const] }];
    expect(() => buildNetwork({ edges, restrictions, source: '' })).toThrow(/^restriction 0/);
  });
});
