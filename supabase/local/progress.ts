/** What a person at the console hears while something takes its time. */
import type { AppProgress } from './app.ts';
import { say } from './speech.ts';

/** Tells a person what takes its time; steps of a share overwrite their line on a terminal. */
export function tellProgress(progress: AppProgress): void {
  if (progress === 'preparing') console.log(say('gateway.preparing'));
  else if (progress === 'loading') console.log(say('gateway.loading'));
  else if (progress === 'opening') console.log(say('gateway.opening'));
  else if ('migrated' in progress) console.log(say('gateway.migrated', { files: progress.migrated.join(', ') }));
  else if ('demoAccountsRemoved' in progress)
    console.log(say('gateway.demoAccountsRemoved', { count: progress.demoAccountsRemoved }));
  else if (process.stdout.isTTY || progress.demo >= 1) {
    const line = say('gateway.loadingDemo', { percent: Math.round(progress.demo * 100) });
    process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}${line}${progress.demo >= 1 ? '\n' : ''}`);
  }
}
