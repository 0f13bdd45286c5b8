/** A small writer of `.osm.pbf` for tests, by the letter of fileformat.proto and osmformat.proto. */
import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

export interface PbfSample {
  granularity?: number;
  lonOffset?: number;
  latOffset?: number;
  /** Dense nodes when true, single ones otherwise. */
  dense?: boolean;
  /** Blobs as they are, or packed. */
  packed?: boolean;
  features?: readonly string[];
  nodes: readonly {
    id: number;
    lon: number;
    lat: number;
    tags?: Readonly<Record<string, string>>;
  }[];
  ways: readonly { id: number; refs: readonly number[]; tags: Readonly<Record<string, string>> }[];
  seconds?: number;
}

const deltas = (values: readonly number[]): number[] =>
  values.map((value, i) => value - (values[i - 1] ?? 0));

function message(write: (writer: PbfWriter) => void): Uint8Array {
  const writer = new PbfWriter();
  write(writer);
  return writer.finish().slice();
}

function frame(type: string, data: Uint8Array, packed: boolean): Uint8Array {
  const blob = message((writer) => {
    if (packed) {
      writer.writeVarintField(2, data.length);
      writer.writeBytesField(3, zlibSync(data));
    } else writer.writeBytesField(1, data);
  });
  const header = message((writer) => {
    writer.writeStringField(1, type);
    writer.writeVarintField(3, blob.length);
  });
  const bytes = new Uint8Array(4 + header.length + blob.length);
  new DataView(bytes.buffer).setUint32(0, header.length);
  bytes.set(header, 4);
  bytes.set(blob, 4 + header.length);
  return bytes;
}

export function writePbf(sample: PbfSample): Uint8Array {
  const { granularity = 100, lonOffset = 0, latOffset = 0, packed = true, nodes, ways } = sample;
  const strings = [''];
  const stringOf = (text: string): number => {
    const known = strings.indexOf(text);
    return known > 0 ? known : strings.push(text) - 1;
  };
  const units = (degrees: number, origin: number): number =>
    Math.round((degrees * 1e9 - origin) / granularity);
  const groups: Uint8Array[] = [];
  if (sample.dense === true)
    groups.push(
      message((group) =>
        group.writeMessage(
          2,
          (_, dense) => {
            dense.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
            dense.writePackedSVarint(8, deltas(nodes.map(({ lat }) => units(lat, latOffset))));
            dense.writePackedSVarint(9, deltas(nodes.map(({ lon }) => units(lon, lonOffset))));
            if (nodes.some(({ tags }) => tags !== undefined))
              dense.writePackedVarint(
                10,
                nodes.flatMap(({ tags = {} }) => [
                  ...Object.entries(tags).flatMap(([k, v]) => [stringOf(k), stringOf(v)]),
                  0,
                ]),
              );
          },
          null,
        ),
      ),
    );
  else
    groups.push(
      message((group) => {
        for (const { id, lon, lat, tags = {} } of nodes)
          group.writeMessage(
            1,
            (_, node) => {
              node.writeSVarintField(1, id);
              node.writePackedVarint(2, Object.keys(tags).map(stringOf));
              node.writePackedVarint(3, Object.values(tags).map(stringOf));
              node.writeSVarintField(8, units(lat, latOffset));
              node.writeSVarintField(9, units(lon, lonOffset));
            },
            null,
          );
      }),
    );
  groups.push(
    message((group) => {
      for (const { id, refs, tags } of ways)
        group.writeMessage(
          3,
          (_, way) => {
            way.writeVarintField(1, id);
            way.writePackedVarint(2, Object.keys(tags).map(stringOf));
            way.writePackedVarint(3, Object.values(tags).map(stringOf));
            way.writePackedSVarint(8, deltas(refs));
          },
          null,
        );
    }),
  );
  const block = message((writer) => {
    writer.writeMessage(
      1,
      (_, table) => strings.forEach((text) => table.writeStringField(1, text)),
      null,
    );
    for (const group of groups) writer.writeBytesField(2, group);
    writer.writeVarintField(17, granularity);
    writer.writeVarintField(19, latOffset);
    writer.writeVarintField(20, lonOffset);
  });
  const header = message((writer) => {
    for (const feature of sample.features ?? ['OsmSchema-V0.6', 'DenseNodes'])
      writer.writeStringField(4, feature);
    if (sample.seconds !== undefined) writer.writeVarintField(32, sample.seconds);
  });
  const frames = [frame('OSMHeader', header, packed), frame('OSMData', block, packed)];
  const bytes = new Uint8Array(frames.reduce((sum, one) => sum + one.length, 0));
  bytes.set(frames[0] ?? [], 0);
  bytes.set(frames[1] ?? [], frames[0]?.length);
  return bytes;
}
