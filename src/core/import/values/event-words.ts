/** Words by which files name kinds of events, folded (see columns/fold.ts): data, tried in this order. */
import { EVENT_CLASSES, EVENT_KINDS } from '../../model/index.ts';
import type { EventClass, EventKind } from '../../model/index.ts';
import { foldCharacters } from '../columns/fold.ts';

const WORDS: readonly (readonly [EventKind, RegExp])[] = [
  ['other_natural', /^其他自然|^other natural/],
  ['other_accident', /^其他事故|^other accident/],
  ['other_health', /^其他公共卫生|^other public health/],
  ['other_social', /^其他社会安全|^other social/],
  ['debris_flow', /泥石流|土石流|debris/],
  ['dam_break', /溃坝|溃堤|决堤|溃口|dam.?break/],
  ['storm_surge', /风暴潮|高潮位|^高潮$|storm.?surge|high.?tide/],
  ['tsunami', /海啸|津波|tsunami/],
  ['waterlogging', /内涝|积水|积淹水|淹水|内水|下水道|waterlogging|inland.?flood|sewer/],
  ['flood', /洪|浸水|泛滥|水灾|flood|inundation/],
  ['landslide', /滑坡|崩塌|地滑|崖崩|がけ崩れ|土砂|山崩|边坡|坡地|山坡|地质灾害|landslide|rockfall|slope/],
  ['earthquake', /地震|震灾|液化|liquefaction|earthquake|quake/],
  ['typhoon', /台风|飓风|风灾|强风|typhoon|hurricane/],
  ['volcano', /火山|volcan/],
  ['wildfire', /森林火|林火|山火|草原火|wild.?fire|forest.?fire/],
  ['drought', /干旱|旱灾|drought/],
  ['cold_wave', /寒潮|低温|冰冻|雪灾|冻雨|暴雪|cold.?wave|blizzard/],
  ['pipeline', /管线|管道|燃气管|天然气|输油|瓦斯|gas.?leak|pp?lines?|pipeline/],
  ['hazardous_chemical', /危化|危险化学|化学品|毒化物|hazmat|chemical/],
  ['explosion', /爆炸|烟花|民爆|explosion/],
  ['mine', /矿|尾矿|煤|mine(?!r)|mining/],
  ['building_collapse', /坍塌|倒塌|危房|危楼|危老|建物毁损|建筑物|黄单|红单|collapse|condemned|danger.?building/],
  ['traffic', /交通|车祸|道路运输|水上|traffic|road.?accident/],
  ['drowning', /溺水|drown/],
  ['fire', /火灾|火警|消防|狭小巷道|火事|(?:^|[^a-z])fires?(?:[^a-z]|$)/],
  ['food_poisoning', /食物中毒|食品安全|food/],
  ['animal_epidemic', /动物疫|禽流感|猪瘟|animal/],
  ['water_pollution', /水污染|饮水|水源污染|water.?pollution/],
  ['epidemic', /疫情|传染病|epidemic|pandemic/],
  ['mass_incident', /群体性|mass.?incident/],
  ['crowd', /人群|踩踏|大型活动|crowd/],
  ['public_security', /治安|恐怖|刑事|public.?security|terror/],
];

const CLASS_WORDS: readonly (readonly [EventClass, RegExp])[] = [
  ['natural', /自然|natural/],
  ['accident', /事故|accident/],
  ['public_health', /公共卫生|卫生|health/],
  ['social_security', /社会安全|social/],
];

const CLASS_OF = new Map<EventKind, EventClass>(
  EVENT_CLASSES.flatMap((one) => EVENT_KINDS[one].map((kind): [EventKind, EventClass] => [kind, one])),
);

/** The class a kind belongs to. */
export const classOfKind = (kind: EventKind): EventClass => CLASS_OF.get(kind) ?? 'natural';

/** The kind a text names: one of ours as it is spelt in the register, or by its words; null when it names none. */
export function readEventKind(text: string): EventKind | null {
  const code = text.trim().toLowerCase() as EventKind;
  if (CLASS_OF.has(code)) return code;
  const folded = foldCharacters(text);
  return WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** The class a text names, or null. */
export function readEventClass(text: string): EventClass | null {
  const code = text.trim().toLowerCase();
  const exact = EVENT_CLASSES.find((one) => one === code);
  if (exact !== undefined) return exact;
  const folded = foldCharacters(text);
  return CLASS_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
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
