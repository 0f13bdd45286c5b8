/** A Chromium trace of one action, read: how long the main thread's tasks were and whose code its time went to. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { basename, join } from 'node:path';
import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  id?: string;
  ts: number;
  dur?: number;
  args?: { name?: string; data?: ProfileChunk };
}

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url?: string; lineNumber?: number; columnNumber?: number };
}

interface ProfileChunk {
  cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
  timeDeltas?: number[];
}

/** Self-time in ms; what belongs to nobody's script (style, layout, paint, idle) is in none of them. */
export interface Traced {
  ownMs: number;
  /** Self-time by file of ours, greatest first. */
  ownFiles: readonly (readonly [file: string, ms: number])[];
  libraryMs: number;
  longestTaskMs: number;
}

const CATEGORIES = ['devtools.timeline', 'toplevel', 'v8', 'disabled-by-default-v8.cpu_profiler'];

/** Everything Chromium says between the start of `action` and its end. */
export async function traced(
  session: CDPSession,
  action: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = (chunk: { value: object[] }): void => {
    for (const event of chunk.value) events.push(event as TraceEvent);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await action();
  const complete = new Promise<void>((done) =>
    session.once('Tracing.tracingComplete', () => done()),
  );
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Names the source file of a place in a built script; null for what no source map tells. */
export class Sources {
  readonly #maps = new Map<string, SourceMap | null>();
  readonly #folder: string;

  /** @param folder where the built page's scripts and their maps lie */
  constructor(folder: string) {
    this.#folder = folder;
  }

  fileOf({ url, lineNumber, columnNumber }: ProfileNode['callFrame']): string | null {
    if (!url?.startsWith('http')) return null;
    const entry = this.#mapOf(basename(new URL(url).pathname))?.findEntry(
      lineNumber ?? 0,
      columnNumber ?? 0,
    );
    return entry && 'originalSource' in entry ? entry.originalSource : null;
  }

  #mapOf(script: string): SourceMap | null {
    const known = this.#maps.get(script);
    if (known !== undefined) return known;
    let map: SourceMap | null = null;
    try {
      map = new SourceMap(
        JSON.parse(readFileSync(join(this.#folder, `${script}.map`), 'utf8')) as SourceMapPayload,
      );
    } catch {
      // A script without a map (the worker of a library) is nobody's file.
    }
    this.#maps.set(script, map);
    return map;
  }
}

/** Where a path of a source map lies in this project: `src/…`, or null for a library. */
function ownFile(source: string): string | null {
  const path = source.replaceAll('\\', '/');
  const at = path.lastIndexOf('/src/');
  return at >= 0 && !path.includes('node_modules') ? path.slice(at + 1) : null;
}

/** @throws Error when the trace holds no page or no samples: a figure of nothing would look like speed */
export function readTrace(events: readonly TraceEvent[], sources: Sources): Traced {
  const main = events.find(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  if (!main) throw new Error('the trace names no page');
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === main.pid && tid === main.tid,
  );
  const nodes = new Map<string, ProfileNode>();
  const own = new Map<string, number>();
  let libraryMs = 0;
  let samples = 0;
  for (const event of events) {
    if (event.name !== 'ProfileChunk' || event.pid !== main.pid) continue;
    const { cpuProfile, timeDeltas = [] } = event.args?.data ?? {};
    for (const node of cpuProfile?.nodes ?? []) nodes.set(`${event.id}/${node.id}`, node);
    cpuProfile?.samples?.forEach((id, i) => {
      samples++;
      const node = nodes.get(`${event.id}/${id}`);
      const source = node && sources.fileOf(node.callFrame);
      if (!source) return;
      const ms = (timeDeltas[i] ?? 0) / 1000;
      const file = ownFile(source);
      if (file) own.set(file, (own.get(file) ?? 0) + ms);
      else libraryMs += ms;
    });
  }
  if (samples === 0 || tasks.length === 0) throw new Error('the trace holds no samples');
  const ownFiles = [...own].sort(([, a], [, b]) => b - a);
  return {
    ownMs: ownFiles.reduce((sum, [, ms]) => sum + ms, 0),
    ownFiles,
    libraryMs,
    longestTaskMs: Math.max(...tasks.map(({ dur }) => dur ?? 0)) / 1000,
  };
}
