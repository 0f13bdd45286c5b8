import type { ImportState } from '../../../state/import.ts';

/** Whether the columns of a file that waits come in with the one in hand: then it has no turn of its own. */
export const isJoined = ({ settings }: Pick<ImportState, 'settings'>, name: string): boolean =>
  settings.join?.file === name;
