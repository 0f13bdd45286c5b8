/**
 * What teams can do, in the words registers use for it. Capabilities are free words in a register; what several words mean
 * together has one id here, so that a question can be asked in any of them.
 */
import { foldName } from './names.ts';

export const CAPABILITY_IDS = [
  'firefighting',
  'wildfire',
  'extrication',
  'water_rescue',
  'diving',
  'hazmat',
  'medical',
  'casualty_transport',
  'evacuation',
  'flood_defence',
  'drainage',
  'road_clearing',
  'snow_clearing',
  'earthworks',
  'mountain_rescue',
  'mine_rescue',
  'gas_repair',
  'power_supply',
  'communications',
  'epidemic_control',
  'water_testing',
  'animal_disease',
  'public_order',
] as const;
export type CapabilityId = (typeof CAPABILITY_IDS)[number];

/**
 * Words that a capability's text bears, folded (`foldName`): simplified, with no blanks at the ends. Words in `not` take
 * it back: 森林灭火 is no work for a fire engine, and 矿山救援 none for divers.
 */
const WORDS: Readonly<Record<CapabilityId, { bears: readonly string[]; not?: readonly string[] }>> =
  {
    firefighting: {
      bears: [
        '灭火',
        '消防',
        '火灾扑救',
        '消火',
        'firefighting',
        'fire fighting',
        'fire suppression',
      ],
      not: ['森林', '草原', '山火', '林火', 'wild', 'forest'],
    },
    wildfire: {
      bears: [
        '森林灭火',
        '森林防火',
        '森林消防',
        '森林扑火',
        '草原灭火',
        '山火',
        '林火',
        'wildfire',
        'wildland',
        'forest fire',
      ],
    },
    extrication: {
      bears: [
        '破拆',
        '坍塌',
        '废墟',
        '建筑物救援',
        '地震救援',
        '重型救援',
        '城市搜救',
        '车辆救援',
        '救助',
        'extrication',
        'urban search',
        'usar',
        'collapse rescue',
      ],
      not: ['水难'],
    },
    water_rescue: {
      bears: [
        '水域',
        '水上',
        '水面',
        '水难',
        '涉水',
        '激流',
        '冲锋舟',
        '救生艇',
        '舟艇',
        'water rescue',
        'swiftwater',
        'boat',
        'lifeboat',
      ],
    },
    diving: { bears: ['潜水', '打捞', 'diving', 'diver', 'salvage'] },
    hazmat: {
      bears: [
        '危化',
        '危险化学品',
        '化学品',
        '化学灾害',
        '侦检',
        '洗消',
        '堵漏',
        'hazmat',
        'hazardous',
        'chemical',
        'cbrn',
      ],
    },
    medical: {
      bears: [
        '医疗',
        '急救',
        '救护',
        '医护',
        '救急',
        'medical',
        'ambulance',
        'ems',
        'first aid',
        'paramedic',
      ],
      not: ['转运', '后送'],
    },
    casualty_transport: {
      bears: [
        '伤员转运',
        '伤员后送',
        '病人转运',
        '医疗转运',
        '急救转运',
        'casualty',
        'patient transport',
        'ambulance',
      ],
    },
    evacuation: {
      bears: ['人员转移', '群众转移', '疏散', '避险转移', '避难引导', '避难诱导', 'evacuat'],
    },
    flood_defence: {
      bears: ['抗洪', '防汛', '防洪', '堤防', '抢险', '水防', 'flood', 'sandbag', 'levee'],
      not: ['抢险抢通', '道路抢险', '电力抢险', '燃气抢险'],
    },
    drainage: { bears: ['排水', '排涝', '抽水', '内涝', 'drain', 'pump', 'dewater'] },
    road_clearing: {
      bears: [
        '抢通',
        '道路抢修',
        '道路抢险',
        '桥梁抢修',
        '公路抢修',
        '清障',
        '道路启开',
        'road clear',
        'road repair',
        'debris removal',
      ],
    },
    snow_clearing: { bears: ['除雪', '除冰', '融雪', 'snow', 'de-ic', 'deic'] },
    earthworks: {
      bears: [
        '土石方',
        '挖掘',
        '挖土',
        '工程机械',
        '重机',
        'excavat',
        'earthmov',
        'earthwork',
        'heavy equipment',
      ],
    },
    mountain_rescue: {
      bears: ['山地', '山岳', '高山', '绳索', '悬崖', 'mountain', 'rope rescue', 'cliff'],
    },
    mine_rescue: { bears: ['矿山', '矿井', '井下', '煤矿', 'mine rescue', 'mining rescue'] },
    gas_repair: {
      bears: ['燃气', '天然气', '煤气', '管道抢修', 'gas repair', 'gas leak', 'pipeline repair'],
    },
    power_supply: { bears: ['电力', '供电', '发电', '应急电源', 'power', 'generator', 'electric'] },
    communications: { bears: ['通信', '通讯', '卫星电话', 'communicat', 'radio', 'satellite'] },
    epidemic_control: {
      bears: [
        '防疫',
        '疾控',
        '流行病',
        '消杀',
        '传染病',
        'epidemic',
        'disease control',
        'disinfect',
      ],
      not: ['动物'],
    },
    water_testing: {
      bears: ['水质', '饮水检测', '饮用水检测', '水检测', 'water test', 'water quality'],
    },
    animal_disease: { bears: ['动物防疫', '动物疫', '兽医', '畜牧', 'veterinar', 'animal'] },
    public_order: {
      bears: [
        '治安',
        '警戒',
        '交通管制',
        '秩序维护',
        '公安',
        '巡逻',
        'police',
        'security',
        'crowd control',
        'traffic control',
      ],
    },
  };

const known = new Map<string, readonly CapabilityId[]>();

/** What a register's word for a capability means; several for 抗洪抢险、人员转移 in one cell, none for an unheard word. */
export function capabilitiesIn(text: string): readonly CapabilityId[] {
  const folded = foldName(text);
  let found = known.get(folded);
  if (found === undefined) {
    found = CAPABILITY_IDS.filter((id) => {
      const { bears, not = [] } = WORDS[id];
      return (
        bears.some((word) => bearsAt(folded, word)) && !not.some((word) => folded.includes(word))
      );
    });
    known.set(folded, found);
  }
  return found;
}

/** A Han word anywhere; a Latin one where a word begins, so that `ems` is not found in `systems`. */
function bearsAt(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[a-z]/.test(text.charAt(at - 1))) return true;
  return false;
}

/** Whether what a team is recorded to be able to do covers what is asked, in whichever words. */
export function covers(has: readonly string[], asked: string): boolean {
  const wanted = foldName(asked);
  if (has.some((one) => foldName(one) === wanted)) return true;
  const ids = capabilitiesIn(asked);
  return ids.length > 0 && ids.every((id) => has.some((one) => capabilitiesIn(one).includes(id)));
}
