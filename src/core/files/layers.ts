/** Sheets and layers as a person names them. */
import { FileFailure } from './failure.ts';

/** 0-based place of a layer by its name (case and spaces aside) or 1-based number. @throws FileFailure unknown_layer */
export function indexOfLayer(names: readonly string[], wish: string): number {
  const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
  const exact = names.indexOf(wish);
  if (exact >= 0) return exact;
  const alike = names.findIndex((name) => plain(name) === plain(wish));
  if (alike >= 0) return alike;
  const number = /^\d+$/.test(wish.trim()) ? Number(wish) : 0;
  if (number >= 1 && number <= names.length) return number - 1;
  throw new FileFailure('unknown_layer', { layer: wish, layers: names.join('、').slice(0, 500) });
}
