/** One save at a time, and a form that is free again whatever came of it. */
import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../src/ui/form/use-saving.ts';

describe('work that is done once at a time', () => {
  it('leaves out what is asked for while something is on its way', async () => {
    const busy: boolean[] = [];
    const once = oneAtATime((now) => busy.push(now));
    let free: () => void = () => undefined;
    let done = 0;
    const first = once(async () => {
      await new Promise<void>((resolve) => (free = resolve));
      done += 1;
    });
    await once(() => Promise.resolve(void (done += 10)));
    expect([done, busy]).toEqual([0, [true]]);
    free();
    await first;
    await once(() => Promise.resolve(void (done += 100)));
    expect([done, busy]).toEqual([101, [true, false, true, false]]);
  });

  it('is free again after work that failed', async () => {
    const busy: boolean[] = [];
    const once = oneAtATime((now) => busy.push(now));
    await expect(once(() => Promise.reject(new Error('no line')))).rejects.toThrow('no line');
    await once(() => Promise.resolve());
    expect(busy).toEqual([true, false, true, false]);
  });
});
