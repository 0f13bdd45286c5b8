/**
 * Real extracts (OpenStreetMap contributors, ODbL). Oracle: another reader of the same files, osm-pbf-parser-node, and
 * counts of its elements by a rule written here a second time.
 */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createOSMStream } from 'osm-pbf-parser-node';
import { describe, expect, it } from 'vitest';
import type { ElementSink } from '../../../../src/core/roads/osm/elements.ts';
import { readOsmRoads } from '../../../../src/core/roads/osm/read-osm-roads.ts';
import { readOsm } from '../../../../src/core/roads/osm/read/open.ts';
import { reportRoads } from '../../../../src/core/roads/report.ts';
import { hasSharedData, sharedData } from '../../../support/shared-data.ts';

const file = (name: string): string => resolve(sharedData, 'osm', name);

/** What the other reader gives, which its own types leave open. */
type Item = { id: number; tags?: Record<string, string> } & (
  | { type: 'node'; lon: number; lat: number }
  | { type: 'way'; refs: number[] }
  | { type: 'relation'; members: { type: string; ref: number; role: string }[] }
);

/** A checksum of numbers that depends on their order. */
const mix = (sum: number, value: number): number =>
  (sum * 31 + (value % 1_000_003)) % 1_000_000_007;

describe.skipIf(!hasSharedData)('real extracts', () => {
  it.each([
    ['andorra.osm.pbf', 853.4],
    ['baltimore.osm.pbf', 741.3],
    ['campo-grande.osm.gz', 1483.6],
    ['harrisburg.osm.pbf', 936],
    ['heidelberg.test.pbf', 3785],
    ['krems.osm.gz', 226],
    ['legazpi/legazpi.osm.pbf', 579.2],
    ['liechtenstein-latest.osm.pbf', 1137.9],
    ['monaco.osm.gz', 83.5],
    ['nky/streets.osm.pbf', 2335.8],
  ])(
    '%s: %f km, nearly all of it in one piece',
    async (name, kilometres) => {
      const read = await readOsmRoads([createReadStream(file(name))], name);
      const report = reportRoads(read);
      expect(report.kilometres).toBeCloseTo(kilometres, 0);
      expect(report.largestShare).toBeGreaterThan(0.95);
      const used = new Set(read.origins.map((origin) => origin));
      const left = read.leftOut
        .filter(({ reason }) => ['not_a_road', 'closed_to_all', 'no_geometry'].includes(reason))
        .reduce((sum, { count }) => sum + count, 0);
      const pieces = read.leftOut.find(({ reason }) => reason === 'nodes_missing')?.count ?? 0;
      // Every way is a road or has its reason; one that lost all its nodes at the border has that one.
      expect(used.size + left).toBeLessThanOrEqual(read.lines);
      expect(used.size + left + pieces).toBeGreaterThanOrEqual(read.lines);
      for (const { kind, from, to, via, modes } of read.input.restrictions) {
        expect(['no', 'only']).toContain(kind);
        expect(modes.length).toBeGreaterThan(0);
        for (const one of [from, to].map((index) => read.input.edges[index]))
          expect([one?.from, one?.to]).toContain(via);
      }
    },
    60_000,
  );

  it.each(['andorra.osm.pbf', 'harrisburg.osm.pbf', 'heidelberg.test.pbf', 'nky/streets.osm.pbf'])(
    '%s: the same elements as another reader finds',
    async (name) => {
      const own = { nodes: 0, ways: 0, relations: 0, sum: 7 };
      const sink: ElementSink = {
        node: (id, lng, lat, tags) => {
          own.nodes++;
          own.sum = mix(mix(mix(mix(own.sum, id), lng + 2e9), lat + 1e9), tags.size);
        },
        way: (id, refs, tags) => {
          own.ways++;
          own.sum = mix(mix(own.sum, id), tags.size + (tags.get('highway')?.length ?? 0));
          for (const ref of refs) own.sum = mix(own.sum, ref);
        },
        relation: (id, members, tags) => {
          own.relations++;
          own.sum = mix(mix(own.sum, id), tags.size);
          for (const { ref, role, type } of members)
            own.sum = mix(own.sum, ref + role.length + type.length);
        },
      };
      await readOsm(createReadStream(file(name)), sink);
      const other = { nodes: 0, ways: 0, relations: 0, sum: 7 };
      for await (const found of createOSMStream(file(name), { withTags: true, withInfo: false })) {
        if (!('type' in found)) continue;
        const item = found as Item;
        const count = Object.keys(item.tags ?? {}).length;
        if (item.type === 'node') {
          other.nodes++;
          const [lng, lat] = [Math.round(item.lon * 1e7), Math.round(item.lat * 1e7)];
          other.sum = mix(mix(mix(mix(other.sum, item.id), lng + 2e9), lat + 1e9), count);
        } else if (item.type === 'way') {
          other.ways++;
          other.sum = mix(mix(other.sum, item.id), count + (item.tags?.highway?.length ?? 0));
          for (const ref of item.refs) other.sum = mix(other.sum, ref);
        } else {
          other.relations++;
          other.sum = mix(mix(other.sum, item.id), count);
          for (const { ref, role, type } of item.members)
            other.sum = mix(other.sum, ref + role.length + type.length);
        }
      }
      expect(own).toEqual(other);
      expect(own.nodes).toBeGreaterThan(10_000);
    },
    60_000,
  );
});
