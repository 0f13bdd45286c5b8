/** The text that the server and the command-line tools show: in the language of the console, Chinese first. */
import { translate } from '../../src/messages/index.ts';
import type { Language, MessageKey, MessageParams } from '../../src/messages/index.ts';

/** `MUSTER_LANG` decides; otherwise a console set to English gets English, every other one Chinese. */
export function consoleLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const wish = env.MUSTER_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(wish) ? 'en' : 'zh-CN';
}

/** One message in the console's language. */
export function say(key: MessageKey, params: MessageParams = {}): string {
  return translate(consoleLanguage(), key, params);
}

/** Something a person has to know and can act on: it is shown as one line, without a stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly key: MessageKey;
  readonly params: MessageParams;

  constructor(key: MessageKey, params: MessageParams = {}) {
    super(say(key, params));
    this.key = key;
    this.params = params;
  }
}

/** Somebody asked how a command is used: that is told, and is no failure. */
export class HelpRequested extends Error {
  override readonly name = 'HelpRequested';
  constructor(usage: MessageKey) {
    super(say(usage));
  }
}

/** Runs a command to its end: a refusal becomes one line on stderr and exit code 1, anything else shows its stack. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof HelpRequested) return console.log(error.message);
    const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
    if (error instanceof Refusal) console.error(error.message);
    // A disk can be full wherever something is written.
    else if (code === 'ENOSPC' || code === '53100')
      console.error(say('gateway.diskFull', { folder: path ?? '' }));
    else console.error(error);
    process.exitCode = 1;
  }
}
