import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aheadOf, instantOf, wallTime } from '../../src/ui/format/zone-time.ts';

describe('a wall clock of a zone', () => {
  it('reads and writes the district’s time, wherever the browser is', () => {
    expect(wallTime('2026-11-22T06:05:00Z', 'Asia/Shanghai')).toBe('2026-11-22T14:05');
    expect(instantOf('2026-11-22T14:05', 'Asia/Shanghai')).toBe('2026-11-22T06:05:00.000Z');
    expect(instantOf('2026-11-22T00:05', 'Asia/Shanghai')).toBe('2026-11-21T16:05:00.000Z');
  });

  it('knows the clock changes of zones that have them', () => {
    expect(instantOf('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
    expect(instantOf('2026-12-01T12:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00.000Z');
    expect(instantOf('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
    expect(instantOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('comes back to the same minute', () => {
    const minutes = fc
      .integer({ min: 0, max: 60 * 24 * 365 * 30 })
      .map((n) => Date.UTC(2010, 0, 1) + n * 60_000);
    fc.assert(
      fc.property(
        minutes,
        fc.constantFrom('Asia/Shanghai', 'Asia/Kathmandu', 'UTC', 'Asia/Taipei'),
        (ms, zone) => {
          const at = new Date(ms).toISOString();
          expect(instantOf(wallTime(at, zone), zone)).toBe(at);
        },
      ),
    );
  });

  it.each([
    '',
    '2026-11-22',
    '2026-13-01T00:00',
    '2026-02-30T00:00',
    '2026-11-22T24:00',
    '2026-11-22T10:60',
    'now',
  ])('refuses %j', (text) => {
    expect(instantOf(text, 'Asia/Shanghai')).toBeNull();
  });
});

describe('a time in the future', () => {
  const now = Date.parse('2026-11-22T04:00:00Z');
  it('is questioned by the server’s clock, with a minute of grace', () => {
    expect(aheadOf('2026-11-22T06:00:00Z', now)).toBe(7_200_000);
    expect(aheadOf('2026-11-22T04:00:40Z', now)).toBeNull();
    expect(aheadOf('2026-11-22T03:00:00Z', now)).toBeNull();
  });
});
