/** Command lines, read strictly: what is not understood is said, not ignored. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { Refusal } from '../local/speech.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws Refusal for an option that does not exist or lacks its value */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Refusal('tools.argumentUnknown', { argument: error instanceof Error ? error.message : String(error) });
  }
}
