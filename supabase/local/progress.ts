/** What a person at the console hears while something takes its time. */
import type { AppProgress } from './app.ts';
import { say } from './text.ts';

/**
 * Tells the progress of a start line by line. On a terminal, what has a share or takes long stays on one line that
 * counts along; in a log only its beginning and end appear.
 */
export function showProgress(progress: AppProgress): void {
  switch (progress.step) {
    case 'preparing':
      return count(say('gateway.preparing'), progress.share);
    case 'demo':
      return count(say('gateway.loadingDemo'), progress.share);
    case 'loading':
      return line(say('gateway.loading'));
    case 'opening':
      return line(say('gateway.opening'));
    case 'migrated':
      return line(say('gateway.migrated', { files: progress.files.join(', ') }));
    case 'demo-accounts-removed':
      return line(say('gateway.demoAccountsRemoved', { count: progress.count }));
  }
}

/** The share of one piece of work that a command does, on a terminal; a log gets its beginning alone, on stderr. */
export function showShare(text: string, share: number): void {
  if (process.stdout.isTTY) return count(text, share);
  if (counting?.text === text) return;
  console.error(text);
  counting = {
    text,
    since: Date.now(),
    share,
    timer: setInterval(() => undefined, 60_000).unref(),
  };
}

let counting: { text: string; since: number; share: number; timer: NodeJS.Timeout } | null = null;

function line(text: string): void {
  endCount();
  console.log(text);
}

function count(text: string, share: number): void {
  if (counting?.text !== text) {
    endCount();
    if (!process.stdout.isTTY) console.log(text);
    counting = { text, since: Date.now(), share, timer: setInterval(draw, 1000).unref() };
  }
  counting.share = share;
  draw();
  if (share >= 1) endCount();
}

/** The thread that prepares is busy and cannot say how far it is, so the seconds count as well. */
function draw(): void {
  if (!counting || !process.stdout.isTTY) return;
  const seconds = Math.round((Date.now() - counting.since) / 1000);
  process.stdout.write(`\r${counting.text} ${Math.round(counting.share * 100)}% · ${seconds} s `);
}

function endCount(): void {
  if (!counting) return;
  clearInterval(counting.timer);
  if (process.stdout.isTTY) process.stdout.write('\n');
  counting = null;
}
