/** A call to a worker always ends: with its answer, or because the worker was ended. */
import { expect, it } from 'vitest';
import { PortClosed, openPort } from '../../src/workers/port.ts';

/** A worker that never answers. */
const silent = (): Worker => ({ postMessage: () => {}, terminate: () => {} }) as unknown as Worker;

it('fails what waits when the worker is ended, and whatever is asked of it afterwards', async () => {
  const port = openPort<{ add: (report: never, a: number) => number }>(silent());
  const waiting = port.call('add', [1]);
  port.close();
  await expect(waiting).rejects.toBeInstanceOf(PortClosed);
  await expect(port.call('add', [2])).rejects.toBeInstanceOf(PortClosed);
});
