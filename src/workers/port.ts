/** Calls across the border of a worker: one answer per call, progress on the way, errors. */

interface Call {
  id: number;
  method: string;
  args: readonly unknown[];
}

type Reply =
  | { id: number; tag: 'progress'; progress: unknown }
  | { id: number; tag: 'value'; value: unknown }
  | { id: number; tag: 'error'; message: string };

/** What a worker offers: functions of plain data; the first argument tells progress. */
export type Offer = Readonly<Record<string, (report: never, ...args: never[]) => unknown>>;

type Arguments<Method> = Method extends (report: never, ...args: infer Args) => unknown
  ? Args
  : never;
type ProgressOf<Method> = Method extends (
  report: (progress: infer Progress) => void,
  ...args: never[]
) => unknown
  ? Progress
  : never;
type Answer<Method> = Method extends (...args: never[]) => infer Value ? Awaited<Value> : never;

export interface Port<Offered extends Offer> {
  call<Name extends keyof Offered & string>(
    method: Name,
    args: Arguments<Offered[Name]>,
    onProgress?: (progress: ProgressOf<Offered[Name]>) => void,
  ): Promise<Answer<Offered[Name]>>;
  /** End the worker at once, whatever it is doing; calls without an answer fail, and so do later ones. */
  close(): void;
}

/** The worker was ended before it answered. */
export class PortClosed extends Error {}

/** In the page: calls the functions of a worker. */
export function openPort<Offered extends Offer>(worker: Worker): Port<Offered> {
  interface Waiting {
    done: (value: unknown) => void;
    fail: (error: Error) => void;
    report: ((progress: unknown) => void) | undefined;
  }
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isClosed = false;
  const failAll = (error: Error): void => {
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const call = waiting.get(data.id);
    if (call === undefined) return;
    if (data.tag === 'progress') {
      call.report?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if (data.tag === 'value') call.done(data.value);
    else call.fail(new Error(data.message));
  };
  // A script that does not come, or an error outside a call, answers nobody by itself.
  worker.onerror = (event) => {
    event.preventDefault();
    failAll(new Error(event.message || 'worker failed'));
  };
  return {
    call: (method, args, onProgress) =>
      new Promise((done, fail) => {
        // Whoever got the port before it was closed would wait for ever.
        if (isClosed) return fail(new PortClosed('closed'));
        const id = ++last;
        waiting.set(id, {
          done: done as Waiting['done'],
          fail,
          report: onProgress as Waiting['report'],
        });
        worker.postMessage({ id, method, args } satisfies Call);
      }),
    close() {
      isClosed = true;
      worker.terminate();
      failAll(new PortClosed('closed'));
    },
  };
}

/** The part of a worker's own scope that is needed here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Call>) => void) | null;
  postMessage(message: Reply): void;
}

/** In the worker: answers calls, one after the other. */
export function serve(scope: WorkerScope, offer: Offer): void {
  let turn: Promise<void> = Promise.resolve();
  const answer = async ({ id, method, args }: Call): Promise<void> => {
    try {
      const work = offer[method];
      if (work === undefined) throw new Error(`no method ${method}`);
      const report = (progress: unknown): void =>
        scope.postMessage({ id, tag: 'progress', progress });
      scope.postMessage({
        id,
        tag: 'value',
        value: await work(report as never, ...(args as never[])),
      });
    } catch (error) {
      scope.postMessage({
        id,
        tag: 'error',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  };
  scope.onmessage = ({ data }) => {
    turn = turn.then(() => answer(data));
  };
}
