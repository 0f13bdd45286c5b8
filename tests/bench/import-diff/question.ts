/** A register of a hundred thousand shelters and a file that says the same of most, something else of some, and not all. */
import type { Shelter } from '../../../src/core/model/index.ts';
import { ROWS, shelters } from '../export/shelters.ts';

export const DISTRICT = '430611';
export const SOURCE = '县台账';

/** Every so many records are changed in the file, left out of it, or there for the first time. */
const CHANGED = 5;
const LEFT_OUT = 10;

export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  missing: number;
}

export interface Question {
  stored: Shelter[];
  /** The file, a table in UTF-8. */
  file: Uint8Array;
  expected: Counts;
}

export function question(): Question {
  const stored = shelters().map((one, i): Shelter => ({
    ...one,
    externalId: `避-${String(i).padStart(6, '0')}`,
    districtCode: DISTRICT,
    source: SOURCE,
    lng: Number(one.lng?.toFixed(6)),
    lat: Number(one.lat?.toFixed(6)),
  }));
  const expected: Counts = { new: 0, changed: 0, unchanged: 0, missing: 0 };
  const lines = ['统一编号,名称,地址,经度,纬度,容纳人数,来源'];
  const line = (id: string, one: Shelter, capacity: number): string =>
    [id, one.name, one.address, one.lng, one.lat, capacity, SOURCE].join(',');
  stored.forEach((one, i) => {
    const capacity = one.capacity ?? 0;
    if (i % LEFT_OUT === 3) {
      expected.missing++;
      // In its place a new one, under another name, number and place.
      lines.push(
        line(`新-${i}`, { ...one, name: `新建点${i}`, lat: (one.lat ?? 0) + 0.0001 }, capacity),
      );
      expected.new++;
    } else if (i % CHANGED === 0) {
      lines.push(line(one.externalId ?? '', one, capacity + 1));
      expected.changed++;
    } else {
      lines.push(line(one.externalId ?? '', one, capacity));
      expected.unchanged++;
    }
  });
  if (lines.length !== ROWS + 1) throw new Error('the question is not of the size it says');
  return { stored, file: new TextEncoder().encode(`${lines.join('\n')}\n`), expected };
}
