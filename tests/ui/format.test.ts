import { beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../src/messages/index.ts';
import { formatDistance, formatDuration, formatNumber } from '../../src/ui/format/numbers.ts';
import { formatAge, formatAgo, formatClock, formatFullClock } from '../../src/ui/format/times.ts';

const now = Date.parse('2026-11-22T09:05:00Z');
const zone = 'Asia/Shanghai';
const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();

beforeEach(() => speak('zh-CN'));

describe('numbers', () => {
  it.each([
    [0, '0 米'],
    [7.4, '7 米'],
    [99.4, '99 米'],
    [854, '850 米'],
    [994, '990 米'],
    [996, '1.0 公里'],
    [1234, '1.2 公里'],
    [9940, '9.9 公里'],
    [9960, '10 公里'],
    [34_499, '34 公里'],
    [1_234_000, '1,234 公里'],
  ])('says %d metres as %s', (meters, said) => expect(formatDistance(meters)).toBe(said));

  it.each([
    [45, '45 秒'],
    [89, '89 秒'],
    [90, '2 分钟'],
    [480, '8 分钟'],
    [5400, '1.5 小时'],
    [259_200, '3 天'],
  ])('says %d seconds as %s', (seconds, said) => expect(formatDuration(seconds)).toBe(said));

  it('groups digits and keeps two decimals', () => {
    expect([40_000, 2.5, 0.333].map(formatNumber)).toEqual(['40,000', '2.5', '0.33']);
  });
});

describe('times', () => {
  it.each([
    [0, '刚刚'],
    [59, '刚刚'],
    [60, '1 分钟前'],
    [3599, '59 分钟前'],
    [3 * 3600, '3 小时前'],
    [86_400 * 59, '59 天前'],
    [86_400 * 100, '3 个月前'],
    [86_400 * 900, '2 年前'],
    [-7200, '2 小时后'],
  ])('says %d s as %s', (seconds, said) => expect(formatAgo(before(seconds), now)).toBe(said));

  it('tells the clock of the district: time today, date before, year long before', () => {
    expect(formatClock(before(3600), now, zone)).toBe('16:05');
    expect(formatClock(before(20 * 3600), now, zone)).toBe('11-21 21:05');
    expect(formatClock('2023-03-01T00:00:00Z', now, zone)).toBe('2023-03-01');
    expect(formatClock('2026-11-21T16:00:00Z', now, zone)).toBe('00:00');
    expect(formatFullClock(now, 'UTC')).toBe('2026-11-22 09:05');
  });

  it('tells both, and an unknown time as unknown', () => {
    expect(formatAge(before(3 * 3600), now, zone)).toBe('3 小时前 · 14:05');
    expect(formatAge(null, now, zone)).toBe('时间不详');
    speak('en');
    expect(formatAge(before(3 * 3600), now, zone)).toBe('3 h ago · 14:05');
  });
});
