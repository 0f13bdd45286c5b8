/** The short cuts of the importer say just what the long ways would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprintOf, uuidOf } from '../../../src/core/import/identity/hash.ts';
import { HashCounts } from '../../../src/core/import/identity/hash-counts.ts';
import { hashLoosely, keyGroupOf } from '../../../src/core/import/identity/identify.ts';
import { SeenRows } from '../../../src/core/import/identity/same-row.ts';
import type { SourceRow } from '../../../src/core/files/source-row.ts';
import type { Cell } from '../../../src/core/text/cell.ts';
import { canonicalDecimal, plainDecimal } from '../../../src/core/import/values/numbers.ts';

const rowOf = (row: number, cells: Cell[]): SourceRow => ({
  row,
  cells,
  geometry: null,
  id: null,
  fault: null,
  raw: {},
});

describe('numbers as JavaScript writes them', () => {
  it('are taken for that only when they are', () => {
    const decimal = fc.stringMatching(/^-?\d{0,17}(\.\d{0,9})?$/);
    fc.assert(
      fc.property(fc.oneof(decimal, fc.double({ noNaN: true }).map(String)), (text) => {
        const value = canonicalDecimal(text);
        if (Number.isNaN(value)) return;
        expect(String(value)).toBe(text);
        expect(plainDecimal(text)).toBe(value);
      }),
      { numRuns: 5000 },
    );
    expect(['113.25', '0', '-7', '29.1234567'].map(canonicalDecimal)).toEqual([
      113.25, 0, -7, 29.1234567,
    ]);
    expect(
      ['113.250', '0113', '-0', '.5', '5.', '1e3', '', '1.2.3', '12345678901234567'].map(
        canonicalDecimal,
      ),
    ).toEqual(Array.from({ length: 9 }, () => NaN));
  });
});

describe('keys', () => {
  it('of parts are those of the parts joined', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (parts) => {
        expect(fingerprintOf(parts)).toBe(fingerprint(parts.join('\u001f')));
        expect(fingerprintOf(parts)).toMatch(/^[0-9a-f]{28}$/);
      }),
    );
    // As they are stored in registers: these must never change.
    expect(fingerprint('')).toBe('0bdcb81aee8d831c4425d7d009e1');
    expect(fingerprint('一号\u001f人民路\u001f113,29')).toBe('1392abd9e96d59104a2f9eaf16b2');
    expect(uuidOf('incident\u001fx')).toBe('055b71d3-5b72-8a1d-8fbd-72eced15020e');
    expect(keyGroupOf(' 一号 ', '人民路', '113,29')).toBe(keyGroupOf('一号', '人民路 ', '113,29'));
  });

  it('that differ in blanks alone share a loose hash', () => {
    expect(hashLoosely('一 号', '', '113,29')).toBe(hashLoosely('一号', '　', '113,29'));
    expect(hashLoosely('一', '号', '')).not.toBe(hashLoosely('一号', '', ''));
  });
});

describe('tables of hashes', () => {
  it('count like a Map, numbers that fall on one place among them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer()), { maxLength: 300 }),
        (hashes) => {
          const counts = new HashCounts(hashes.length);
          const plain = new Map<number, number>();
          for (const hash of hashes) {
            expect(counts.at(counts.add(hash))).toBe((plain.get(hash) ?? 0) + 1);
            plain.set(hash, (plain.get(hash) ?? 0) + 1);
          }
          for (const hash of [...hashes, 7, 0]) expect(counts.of(hash)).toBe(plain.get(hash) ?? 0);
        },
      ),
    );
  });

  it('know every earlier row however many there are, and tell what may have been lost', () => {
    const most = 10_000;
    const seen = new SeenRows(2, most);
    for (let i = 0; i < most; i++) {
      const row = rowOf(i + 1, [`名${i}`, i]);
      expect(seen.look(row)).toBe(false);
      expect(seen.earlier(row)).toBeNull();
    }
    for (const i of [0, 1023, 1024, 4096, most - 1]) {
      const again = rowOf(most + i, [`名${i}`, i]);
      seen.look(again);
      expect(seen.earlier(again)?.row).toBe(i + 1);
    }
    expect(seen.look(rowOf(1, ['坏\uFFFD']))).toBe(true);
    expect(seen.look(rowOf(1, ['好', '坏\uFFFD', '坏\uFFFD']))).toBe(true);
    expect(seen.look(rowOf(1, [{ name: '?' }]))).toBe(true);
  });
});
