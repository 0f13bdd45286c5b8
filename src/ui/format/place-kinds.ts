import { knownPlaceKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';

/** The kind of a shelter or team in the person's language where the register knows it, otherwise in the office's own words. */
export function placeKindText(text: string): string {
  const known = knownPlaceKind(text);
  return known === null ? text : t(`kinds.placeKind.${known}`);
}
