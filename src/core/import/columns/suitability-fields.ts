/** Columns that say whether a shelter suits a kind of hazard, as Japan's designated sites and similar lists have them. */
import type { EventKind } from '../../model/index.ts';

export interface SuitabilityField {
  name: string;
  kinds: readonly EventKind[];
  /** Folded titles, separated by spaces. */
  words: string;
  /** Together with another column of the same kind the worse answer counts, instead of the one that says more. */
  both?: boolean;
}

export const SUITABILITY_FIELDS: readonly SuitabilityField[] = [
  { name: 'suitability.flood', kinds: ['flood'], words: '洪水 洪灾 洪涝 水灾 floodl1 flood' },
  // 想定最大规模: the rarer, greater flood; a place suits floods when it suits both.
  {
    name: 'suitability.flood_greatest',
    kinds: ['flood'],
    words: 'floodl2 洪水l2 洪水想定最大规模 洪水最大规模',
    both: true,
  },
  {
    name: 'suitability.waterlogging',
    kinds: ['waterlogging'],
    words: '内水泛滥 内水 内涝 inlandflooding inundation waterlogging',
  },
  {
    name: 'suitability.landslide',
    kinds: ['landslide', 'debris_flow'],
    words:
      '崖崩れ土石流及び地滑り 崖崩れ土石流地滑り 土砂灾害 土砂崩れ 地质灾害 滑坡泥石流 坡地灾害 sedimentdisaster landslide',
  },
  { name: 'suitability.debris_flow', kinds: ['debris_flow'], words: '泥石流 土石流 debrisflow' },
  {
    name: 'suitability.storm_surge',
    kinds: ['storm_surge'],
    words: '高潮 风暴潮 hightide stormsurge',
  },
  { name: 'suitability.earthquake', kinds: ['earthquake'], words: '地震 震灾 earthquake' },
  { name: 'suitability.tsunami', kinds: ['tsunami'], words: '津波 海啸 tsunami tunami' },
  {
    name: 'suitability.fire',
    kinds: ['fire'],
    words: '大规模な火事 大规模火灾 火灾 largefire fire',
  },
  { name: 'suitability.wildfire', kinds: ['wildfire'], words: '森林火灾 山火 wildfire' },
  {
    name: 'suitability.volcano',
    kinds: ['volcano'],
    words: '火山现象 火山 volcanicphenomenon volcano',
  },
  { name: 'suitability.typhoon', kinds: ['typhoon'], words: '台风 风灾 typhoon' },
];

/** What the standard municipal tables of Japan put before the name of a hazard (災害種別_洪水). */
const PREFIXES = ['灾害种别', '对象灾害', '适用灾害'];

/** Folded titles with and without those prefixes. */
export const withPrefixes = (words: string): string =>
  words
    .split(' ')
    .flatMap((word) =>
      /[a-z]/.test(word) ? [word] : [word, ...PREFIXES.map((prefix) => `${prefix}${word}`)],
    )
    .join(' ');
