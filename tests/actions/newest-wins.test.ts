import { expect, it } from 'vitest';
import { newestWins } from '../../src/actions/newest-wins.ts';

it('only the newest run counts, and none once nobody waits', () => {
  const runs = newestWins();
  const first = runs.begin();
  expect(first()).toBe(false);
  const second = runs.begin();
  expect([first(), second()]).toEqual([true, false]);
  const elsewhere = newestWins().begin();
  runs.drop();
  expect([second(), elsewhere()]).toEqual([true, false]);
});
