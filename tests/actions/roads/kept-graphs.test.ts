/** Graphs kept on this computer: good for their checksum, and only for whom the server shows them. */
import { describe, expect, it } from 'vitest';
import { KeptGraphs } from '../../../src/actions/roads/kept-graphs.ts';
import type { KeyStore } from '../../../src/actions/roads/kept-graphs.ts';
import type { RoadNetworkInfo } from '../../../src/core/model/index.ts';

const network = (id: string, checksum = `sum of ${id}`): RoadNetworkInfo => ({
  id,
  districtCode: id,
  version: 1,
  checksum,
  source: '试验',
  importedAt: '2026-11-22T00:00:00Z',
  bbox: [113, 29, 114, 30],
  length: 1000,
});

function memory(): KeyStore & { held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: (key) => Promise.resolve(held.get(key)),
    set: (key, value) => Promise.resolve(void held.set(key, value)),
    del: (key) => Promise.resolve(void held.delete(key)),
    keys: () => Promise.resolve([...held.keys()]),
  };
}

const bytes = (value: number): ArrayBuffer => Uint8Array.of(value).buffer;

describe('kept graphs', () => {
  it('are there under the checksum they were fetched under, and no other', async () => {
    const kept = new KeptGraphs(memory());
    expect(await kept.graph(network('a'))).toBeNull();
    await kept.keep(network('a'), bytes(7));
    expect(new Uint8Array((await kept.graph(network('a'))) ?? bytes(0))).toEqual(Uint8Array.of(7));
    expect(await kept.graph(network('a', 'another edition'))).toBeNull();
    await kept.drop(network('a'));
    expect(await kept.graph(network('a'))).toBeNull();
  });

  it('go when the server shows them to the account no more, with what it said to others', async () => {
    const store = memory();
    const kept = new KeptGraphs(store);
    await kept.heard('li', [network('a'), network('b')]);
    await kept.keep(network('a'), bytes(1));
    await kept.keep(network('b'), bytes(2));
    expect(await kept.list('li')).toHaveLength(2);
    await kept.heard('wang', [network('b')]);
    expect(await kept.graph(network('a'))).toBeNull();
    expect(await kept.graph(network('b'))).not.toBeNull();
    expect(await kept.list('li')).toBeNull();
    expect(await kept.list('wang')).toEqual([network('b')]);
    expect([...store.held.keys()].sort()).toEqual(['graph b', 'list wang']);
  });

  it('are not missed where nothing can be kept', async () => {
    const refuse = (): Promise<never> => Promise.reject(new Error('quota'));
    const kept = new KeptGraphs({ get: refuse, set: refuse, del: refuse, keys: refuse });
    await kept.keep(network('a'), bytes(1));
    await kept.heard('li', [network('a')]);
    await kept.drop(network('a'));
    expect(await kept.graph(network('a'))).toBeNull();
    expect(await kept.list('li')).toBeNull();
  });
});
