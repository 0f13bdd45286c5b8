/** Words by which files name kinds of events, folded (see columns/fold.ts): data, tried in this order. */
import { EVENT_CLASSES, isEventKind } from '../../model/index.ts';
import type { EventClass, EventKind } from '../../model/index.ts';
import { foldCharacters, foldPattern } from '../../text/fold.ts';
import { isDoubtful } from './doubt.ts';

/** A Latin word that is not part of another; names of files and layers put what it is the area of behind it. */
const latin = (words: string): string =>
  `(?<![a-z])(?:${words})(?:.?(?:areas?|zones?|points?|risks?|hazards?))?(?![a-z])`;
const any = (han: string, words: string): RegExp => foldPattern(`${han}|${latin(words)}`);

/** By kind: Han and kana anywhere in the text, Latin words as words of their own. */
export const EVENT_WORDS: readonly (readonly [EventKind, RegExp])[] = [
  ['other_natural', /^其他自然|^other natural/],
  ['other_accident', /^其他事故|^other accident/],
  ['other_health', /^其他公共卫生|^other public health/],
  ['other_social', /^其他社会安全|^other social/],
  ['debris_flow', any('泥石流|土石流', 'debris(?:.?flows?)?|mud.?flows?')],
  ['dam_break', any('溃坝|溃堤|决堤|溃口', 'dam.?(?:breaks?|failures?)')],
  ['storm_surge', any('风暴潮|高潮位|^高潮$', 'storm.?surges?|high.?tides?')],
  ['tsunami', any('海啸|津波', 'tsunamis?')],
  [
    'waterlogging',
    any(
      '内涝|积水|积淹水|淹水|(?<![国省市县区境])内水|下水道',
      'waterlogging|inland.?flood(?:s|ing)?|urban.?flood(?:s|ing)?|sewers?',
    ),
  ],
  // 洪湖, 洪山 and the like are places.
  [
    'flood',
    any(
      '洪(?![湖山江泽洞家口雅])|浸水|泛滥|水灾',
      '(?:flash.?)?flood(?:s|ing|ed|waters?|plains?)?|inundations?',
    ),
  ],
  [
    'landslide',
    any(
      '滑坡|崩塌|地滑|崖崩|がけ崩れ|土砂|山崩|边坡|坡地|山坡|不稳定斜坡|地质灾害',
      'land.?slides?|rock.?falls?|slopes?|landslips?',
    ),
  ],
  ['earthquake', any('地震|震灾|液化(?!气|石油|天然)', 'liquefaction|(?:earth)?quakes?|seismic')],
  ['typhoon', any('台风|飓风|风灾|强风', 'typhoons?|hurricanes?|cyclones?')],
  ['volcano', any('火山', 'volcan(?:o|oes|os|ic)')],
  ['wildfire', any('森林火|林火|山火|草原火', 'wild.?fires?|forest.?fires?|bush.?fires?')],
  ['drought', any('干旱|旱灾', 'droughts?')],
  ['cold_wave', any('寒潮|低温|冰冻|雪灾|冻雨|暴雪', 'cold.?waves?|blizzards?')],
  [
    'pipeline',
    any('管线|管道|燃气管|煤气|液化气|天然气|输油|瓦斯', 'gas.?leaks?|pp?lines?|pipelines?'),
  ],
  ['hazardous_chemical', any('危化|危险化学|化学品|毒化物', 'hazmat|(?:petro)?chemicals?')],
  ['explosion', any('爆炸|烟花|民爆', 'explosions?|explosives?')],
  ['mine', any('(?<!非)矿(?!泉)|非煤矿|尾矿|煤(?!气)', 'mines?|mining|tailings?')],
  [
    'building_collapse',
    any(
      '坍塌|倒塌|危房|危楼|危老|建物毁损|建筑物|黄单|红单',
      '(?:building.?)?collapses?|condemned|danger.?buildings?|dangerous.?buildings?',
    ),
  ],
  ['traffic', any('交通|车祸|道路运输|水上', 'traffic|road.?accidents?')],
  ['drowning', any('溺水', 'drown(?:s|ed|ing|ings)?')],
  ['fire', any('火灾|火警|消防|狭小巷道|火事', 'fires?')],
  ['food_poisoning', any('食物中毒|食品安全', 'food(?:.?poisoning)?')],
  ['animal_epidemic', any('动物疫|禽流感|猪瘟', 'animal(?:.?(?:epidemics?|diseases?))?')],
  ['water_pollution', any('水污染|饮水|水源污染', 'water.?pollution')],
  ['epidemic', any('疫情|传染病', 'epidemics?|pandemics?')],
  ['mass_incident', any('群体性', 'mass.?incidents?')],
  ['crowd', any('人群|踩踏|大型活动', 'crowds?|stampedes?')],
  ['public_security', any('治安|恐怖|刑事', 'public.?security|terror(?:ism|ist)?')],
];

export const EVENT_CLASS_WORDS: readonly (readonly [EventClass, RegExp])[] = [
  ['natural', any('自然', 'natural')],
  ['accident', any('事故', 'accidents?')],
  ['public_health', any('公共卫生|卫生', 'health')],
  ['social_security', any('社会安全', 'social')],
];

const spelled = (text: string): EventKind | null => {
  const code = text.trim().toLowerCase();
  return isEventKind(code) ? code : null;
};

/** Blanks for what joins words in names of files and codes. */
const words = (text: string): string => foldCharacters(text).replace(/_/g, ' ');

/**
 * The kind a cell states: one of ours as it is spelt in the register, or by its words; null when it names none, or
 * negates, plans, excepts or asks (非洪水, 洪水以外, flood?).
 */
export function readEventKind(text: string): EventKind | null {
  const exact = spelled(text);
  if (exact !== null) return exact;
  if (isDoubtful(text)) return null;
  const folded = words(text);
  return EVENT_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** What takes a kind back where it is named in passing. */
const EXCEPTED = foldPattern('以外|除外|之外|を除|\\b(?:except|excluding|other than|without)\\b');
const NEGATED_BEFORE = /(?:[不未非无没勿停除]|\b(?:no|non|not)[ -]?)$/;

/** The kind that a name (of a file, a layer, a place) speaks of: names hold 不, 未 and 无 for other reasons than to negate. */
export function eventKindInName(text: string): EventKind | null {
  const folded = words(text);
  if (EXCEPTED.test(folded)) return null;
  for (const [kind, pattern] of EVENT_WORDS) {
    const match = pattern.exec(folded);
    if (match !== null) return NEGATED_BEFORE.test(folded.slice(0, match.index)) ? null : kind;
  }
  return null;
}

/** The class a text names, or null. */
export function readEventClass(text: string): EventClass | null {
  const code = text.trim().toLowerCase();
  const exact = EVENT_CLASSES.find((one) => one === code);
  if (exact !== undefined) return exact;
  if (isDoubtful(text)) return null;
  const folded = words(text);
  return EVENT_CLASS_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** The kind that stands for "some other" of a class. */
export const otherKindOf = (one: EventClass): EventKind =>
  (
    ({
      natural: 'other_natural',
      accident: 'other_accident',
      public_health: 'other_health',
      social_security: 'other_social',
    }) as const
  )[one];
