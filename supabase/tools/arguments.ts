/** Command lines, read strictly: what is not understood is said, not ignored. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { MessageKey } from '../../src/messages/index.ts';
import { HelpRequested, Refusal } from '../local/text.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** @param usage what `--help` tells.
 * @throws Refusal for an option that does not exist or lacks its value */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
  usage?: MessageKey,
): ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
> {
  if (usage !== undefined && args.some((arg) => arg === '--help' || arg === '-h'))
    throw new HelpRequested(usage);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Node's sentence is English: the option it quotes is enough.
    throw new Refusal('tools.argumentUnknown', {
      argument: /'(-[^'\s]*)/.exec(reason)?.[1] ?? reason,
    });
  }
}
