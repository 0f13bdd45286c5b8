import { bearsWord } from '../../core/ranking/names.ts';
import type { RankingTables } from '../../core/ranking/types.ts';

/** Words that differ only in width, case or blanks are one choice; the more common spelling is offered. */
function distinct(words: Iterable<string>): string[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const word of words) {
    const key = word.normalize('NFKC').trim().toLowerCase();
    if (key === '') continue;
    const known = spellings.get(key) ?? new Map<string, number>();
    known.set(word.trim(), (known.get(word.trim()) ?? 0) + 1);
    spellings.set(key, known);
  }
  const chosen = [...spellings.values()].map(
    (known) => [...known].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '',
  );
  return chosen.sort((a, b) => a.localeCompare(b, 'zh-Hans-CN'));
}

/** Every capability some team has. */
export function capabilityChoices(teams: RankingTables['team']): string[] {
  return distinct([...teams.values()].flatMap((team) => team.capabilities));
}

/** Every item some depot holds a lot of. */
export function itemChoices(lots: RankingTables['stock_lot']): string[] {
  return distinct([...lots.values()].map((lot) => lot.item));
}

/** The units an item is counted in: a quantity asked for is compared within each. */
export function unitsOf(lots: RankingTables['stock_lot'], item: string): string[] {
  const same = [...lots.values()].filter((lot) => bearsWord(lot.item, item));
  return distinct(same.map((lot) => lot.unit));
}
