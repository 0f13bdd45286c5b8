import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lazyPart } from '../../src/ui/loading/lazy-part.ts';

describe('a part that comes over the line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const failing = (times: number) => {
    let left = times;
    return vi.fn(() => (left-- > 0 ? Promise.reject(new Error('gone')) : Promise.resolve('part')));
  };

  it('is fetched once, however many want it', async () => {
    const fetchPart = failing(0);
    const part = lazyPart(fetchPart);
    const got: string[] = [];
    part.want((value) => got.push(value));
    part.fetchAhead();
    part.want((value) => got.push(value));
    await vi.runAllTimersAsync();
    expect(got).toEqual(['part', 'part']);
    expect(fetchPart).toHaveBeenCalledTimes(1);
    // Once here it is given at once: nothing on the screen has to wait a moment for it.
    part.want((value) => got.push(value));
    expect(got).toHaveLength(3);
  });

  it('is asked for again when it did not come, and each failure is told', async () => {
    const fetchPart = failing(3);
    const part = lazyPart(fetchPart);
    const onMissing = vi.fn();
    const onHere = vi.fn();
    part.want(onHere, onMissing);
    await vi.advanceTimersByTimeAsync(0);
    expect(onMissing).toHaveBeenCalledTimes(1);
    expect(onHere).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onMissing).toHaveBeenCalledTimes(3);
    expect(onHere).toHaveBeenCalledExactlyOnceWith('part');
  });

  it('is fetched ahead without a complaint, and a later wish tries anew', async () => {
    const fetchPart = failing(1);
    const part = lazyPart(fetchPart);
    part.fetchAhead();
    await vi.advanceTimersByTimeAsync(0);
    expect(part.isHere()).toBe(false);
    const onHere = vi.fn();
    part.want(onHere);
    await vi.advanceTimersByTimeAsync(0);
    expect(onHere).toHaveBeenCalledExactlyOnceWith('part');
  });

  it('is no longer asked for when nobody wants it', async () => {
    const fetchPart = failing(99);
    const stop = lazyPart(fetchPart).want(vi.fn());
    await vi.advanceTimersByTimeAsync(0);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });
});
