import { afterEach, expect, it } from 'vitest';
import { speak } from '../../../src/messages/index.ts';
import { elapsedText } from '../../../src/panels/parts/incident/elapsed.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

afterEach(() => speak('zh-CN'));

it('tells how long an incident has gone on, in whole minutes, and never more than has passed', () => {
  expect(elapsedText(before(20), NOW).text).toBe('刚刚发生');
  expect(elapsedText(before(60), NOW).text).toBe('已过 1 分钟');
  expect(elapsedText(before(12 * 60 + 59), NOW).text).toBe('已过 12 分钟');
  expect(elapsedText(before(3 * 3600), NOW).text).toBe('已过 3 小时');
  speak('en');
  expect(elapsedText(before(12 * 60), NOW).text).toBe('12 min since');
});

it('says that a time ahead of the clock is wrong, beyond what typing takes', () => {
  expect(elapsedText(before(-30), NOW)).toEqual({ text: '刚刚发生', isWrong: false });
  const { text, isWrong } = elapsedText(before(-600), NOW);
  expect([isWrong, text.includes('10 分钟'), text.includes('核对')]).toEqual([true, true, true]);
});
