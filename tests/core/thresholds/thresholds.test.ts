/** Every threshold can be read, typed and inherited; what the console takes the database takes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  THRESHOLDS,
  clockText,
  readThreshold,
  thresholdInForce,
  shownValue,
} from '../../../src/core/thresholds/index.ts';
import type { ThresholdForm } from '../../../src/core/thresholds/index.ts';
import { setting, tables } from '../ranking/register.ts';

const migrations = join(import.meta.dirname, '../../../supabase/migrations');
const sql = readdirSync(migrations)
  .map((file) => readFileSync(join(migrations, file), 'utf8'))
  .join('\n');
/** The last word of the database on which keys there are. */
const keys =
  [...sql.matchAll(/constraint district_setting_key_check check \(key in \(([^)]*)\)\)/g)].at(
    -1,
  )?.[1] ?? '';

const form = (key: string): ThresholdForm => THRESHOLDS.find((rule) => rule.key === key)!.form;

describe('the list of rules', () => {
  it('names every key of the database, each once', () => {
    const known = [...keys.matchAll(/'(\w+)'/g)].map((match) => match[1]);
    expect(known.length).toBeGreaterThan(20);
    expect(THRESHOLDS.map(({ key }) => key).sort()).toEqual(known.sort());
  });

  it('has a root default for every one of them', () => {
    for (const { key, unit } of THRESHOLDS) {
      const row = new RegExp(`\\('0', '${key}', ([\\d.]+), '([^']+)'`).exec(sql);
      expect(row, key).not.toBeNull();
      expect(row?.[2], key).toBe(unit);
    }
  });
});

describe('what is typed', () => {
  it('is read in the person’s unit', () => {
    expect(readThreshold('30', form('position_max_age'))).toEqual({ value: 1800 });
    expect(readThreshold(' 0.3 ', form('flood_stops_car'))).toEqual({ value: 0.3 });
    expect(readThreshold('70', form('twin_likeness'))).toEqual({ value: 0.7 });
    expect(readThreshold('20:30', form('night_begins'))).toEqual({ value: 73_800 });
    expect(readThreshold('5', form('area_stops_fire'))).toEqual({ value: 5 });
  });

  it('is refused with what is wrong', () => {
    expect(readThreshold('', form('nearest_count'))).toEqual({ fault: 'missing' });
    expect(readThreshold('ten', form('nearest_count'))).toEqual({ fault: 'not-a-number' });
    expect(readThreshold('0', form('nearest_count'))).toEqual({ fault: 'out-of-range' });
    expect(readThreshold('2.5', form('nearest_count'))).toEqual({ fault: 'too-fine' });
    expect(readThreshold('-0.1', form('flood_stops_car'))).toEqual({ fault: 'out-of-range' });
    expect(readThreshold('24:00', form('night_begins'))).toEqual({ fault: 'not-a-time' });
    expect(readThreshold('8', form('area_stops_fire'))).toEqual({ fault: 'out-of-range' });
  });

  it('comes back as it was typed', () => {
    for (const { key, form: as } of THRESHOLDS) {
      if (as.as !== 'number') continue;
      const steps = 10 ** as.decimals;
      fc.assert(
        fc.property(
          fc.integer({ min: Math.ceil(as.least * steps), max: Math.floor(as.most * steps) }),
          (n) => {
            const typed = String(Number((n / steps).toFixed(as.decimals)));
            const reading = readThreshold(typed, as);
            expect(reading, key).toHaveProperty('value');
            if ('value' in reading) expect(String(shownValue(reading.value, as))).toBe(typed);
          },
        ),
        { numRuns: 50 },
      );
    }
    expect(clockText(0)).toBe('00:00');
    expect(clockText(86_399)).toBe('23:59');
  });
});

describe('what holds in a district', () => {
  const held = tables({
    district_setting: [
      setting('0', 'flood_stops_car', 0.3),
      setting('4306', 'flood_stops_car', 0.8),
    ],
  });
  it('is its own, else the nearest above; and what would hold without it is known', () => {
    const at = (code: string) => {
      const { own, inherited } = thresholdInForce(held, 'flood_stops_car', code);
      return [own?.value ?? null, inherited?.value ?? null];
    };
    expect(at('0')).toEqual([0.3, null]);
    expect(at('43')).toEqual([null, 0.3]);
    expect(at('4306')).toEqual([0.8, 0.3]);
    expect(at('430611')).toEqual([null, 0.8]);
    expect(thresholdInForce(held, 'flood_stops_truck', '43')).toEqual({
      own: null,
      inherited: null,
    });
  });
});
