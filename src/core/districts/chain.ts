/** The way up the tree of districts: what is set or said for a district holds in those below it. */
import type { District } from '../model/index.ts';

/** The root of every register; what is set there holds where nothing nearer does. */
const ROOT_CODE = '0';

/** Codes from a district up to the root, the root always last; an unknown code (or null) has only the root above it. */
export function districtChain(
  districts: ReadonlyMap<string, District>,
  code: string | null,
): string[] {
  const chain: string[] = [];
  for (
    let at = code;
    at !== null && !chain.includes(at);
    at = districts.get(at)?.parentCode ?? null
  )
    chain.push(at);
  if (!chain.includes(ROOT_CODE)) chain.push(ROOT_CODE);
  return chain;
}
