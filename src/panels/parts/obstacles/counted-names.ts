import { t } from '../../../messages/index.ts';

/** What obstacles are called, each name once: six landslides of one name are "塌方（6 处）" and not six words. */
export function countedNames(
  ids: readonly string[],
  nameOf: (id: string) => string,
): { text: string; names: number } {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const name = nameOf(id);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const counted = [...counts].map(([name, count]) =>
    count === 1 ? name : t('areas.times', { name, count }),
  );
  return { text: counted.join(t('areas.comma')), names: counts.size };
}
