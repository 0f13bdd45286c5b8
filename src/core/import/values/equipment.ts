/** Equipment as exports write it where words would not come back exactly: a JSON array of items. */
import type { EquipmentItem } from '../../model/index.ts';

const isItem = (value: unknown): value is EquipmentItem => {
  if (typeof value !== 'object' || value === null) return false;
  const { item, quantity, unit } = value as Record<string, unknown>;
  return (
    typeof item === 'string' &&
    (quantity === null || typeof quantity === 'number') &&
    (unit === null || typeof unit === 'string')
  );
};

/** The items, or null when the text is no such array. */
export function itemsInJson(text: string): EquipmentItem[] | null {
  if (!text.startsWith('[{')) return null;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every(isItem)
      ? list.map(({ item, quantity, unit }) => ({ item, quantity, unit }))
      : null;
  } catch {
    return null;
  }
}
