/** What a process says of itself: time of its processor, and the most memory it ever held. */
import { readFileSync } from 'node:fs';

export interface Taken {
  /** Processor time of the process (its collector's threads too), and time on the clock, in milliseconds. */
  cpu: number;
  ms: number;
}

/** Time one call. */
export async function taken(task: () => unknown): Promise<Taken & { result: unknown }> {
  globalThis.gc?.();
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  const result = await task();
  const [used, ms] = [process.cpuUsage(cpu), performance.now() - started];
  return { cpu: (used.user + used.system) / 1000, ms, result };
}

/**
 * Largest resident size of this process so far, in MB. Where the system tells it for the program that runs (Linux), that
 * is taken: `maxRSS` also counts what the parent held at the moment it started this one.
 */
export function peakMemory(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Another system.
  }
  return process.resourceUsage().maxRSS / 1024;
}
