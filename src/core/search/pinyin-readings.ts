import { pinyin } from 'pinyin-pro';

/** Every reading of a Chinese character without tones (`重` → zhong, chong; ü as v); null for anything else. */
export type ReadingsOf = (character: string) => readonly string[] | null;

/**
 * Readings from pinyin-pro, each character asked once. All readings of a polyphone are kept, so that 重庆 is found
 * by `chongqing` and 长沙 by `changsha` without guessing which word a name is made of. The dictionary is the heavy
 * part: load this module when a person first searches.
 */
export function createReadings(): ReadingsOf {
  const known = new Map<string, readonly string[] | null>();
  return (character) => {
    const seen = known.get(character);
    if (seen !== undefined) return seen;
    const readings = character < '〇' ? null : lookUp(character);
    known.set(character, readings);
    return readings;
  };
}

function lookUp(character: string): readonly string[] | null {
  const found = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
  const latin = found
    .map((reading) => reading.toLowerCase().replace(/ü/g, 'v'))
    .filter((r) => /^[a-z]+$/.test(r));
  return latin.length === 0 ? null : [...new Set(latin)];
}
