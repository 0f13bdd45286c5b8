/** Columns that say whether a shelter suits a kind of hazard, as Japan's designated sites and similar lists have them. */
import type { EventKind } from '../../model/index.ts';

export interface SuitabilityField {
  name: string;
  kinds: readonly EventKind[];
  /** Folded titles, separated by spaces. */
  words: string;
}

export const SUITABILITY_FIELDS: readonly SuitabilityField[] = [
  { name: 'suitability.flood', kinds: ['flood'], words: '洪水 洪灾 洪涝 水灾 flood' },
  { name: 'suitability.waterlogging', kinds: ['waterlogging'], words: '内水泛滥 内涝 inlandflooding waterlogging' },
  {
    name: 'suitability.landslide',
    kinds: ['landslide', 'debris_flow'],
    words: '崖崩れ土石流及び地滑り 崖崩れ土石流地滑り 土砂灾害 土砂崩れ 地质灾害 滑坡泥石流 坡地灾害 landslide',
  },
  { name: 'suitability.debris_flow', kinds: ['debris_flow'], words: '泥石流 土石流 debrisflow' },
  { name: 'suitability.storm_surge', kinds: ['storm_surge'], words: '高潮 风暴潮 hightide stormsurge' },
  { name: 'suitability.earthquake', kinds: ['earthquake'], words: '地震 震灾 earthquake' },
  { name: 'suitability.tsunami', kinds: ['tsunami'], words: '津波 海啸 tsunami' },
  { name: 'suitability.fire', kinds: ['fire'], words: '大规模な火事 大规模火灾 火灾 largefire fire' },
  { name: 'suitability.wildfire', kinds: ['wildfire'], words: '森林火灾 山火 wildfire' },
  { name: 'suitability.volcano', kinds: ['volcano'], words: '火山现象 火山 volcanicphenomenon volcano' },
  { name: 'suitability.typhoon', kinds: ['typhoon'], words: '台风 风灾 typhoon' },
];
