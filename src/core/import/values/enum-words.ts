/** Words for the register's closed vocabularies, folded: data. What matches none stays unknown. */
import type {
  Availability,
  BaseLayer,
  DistrictLevel,
  IncidentState,
  Level,
  PassableState,
  RectificationState,
  ShelterState,
  Suitability,
} from '../../model/index.ts';
import { BASE_LAYERS, DISTRICT_LEVELS } from '../../model/index.ts';
import { foldCharacters } from '../columns/fold.ts';

type Words<T> = readonly (readonly [T, RegExp])[];

const YES = /^(?:1|1\.0|y|yes|true|t|是|有|○|◯|〇|●|◎|√|✓|✔|适用|可|可以|合格|対応|对応|o|suitable)$/;
const NO = /^(?:0|0\.0|n|no|false|f|否|不|×|✕|✗|x|不适用|不可|不合格|not suitable|unsuitable)$/;

const SHELTER_STATE: Words<ShelterState> = [
  ['closed', /关闭|停用|撤销|closed/],
  ['standby', /待启用|待用|备用|未启用|平时|standby/],
  ['open', /启用|开放|使用中|开设|open/],
];
const AVAILABILITY: Words<Availability> = [
  ['off_duty', /休|下勤|off/],
  ['busy', /出动|出勤|任务中|忙|busy|deployed/],
  ['available', /待命|值勤|在岗|可用|备勤|available|ready/],
];
const PASSABLE: Words<PassableState> = [
  ['blocked', /不可|不通|中断|封闭|阻断|blocked|closed|impassable/],
  ['open', /可通行|畅通|正常|通行|open|^passable/],
];
const RECTIFICATION: Words<RectificationState> = [
  ['closed', /销号|已整改|完成|已治理|closed|done/],
  ['recheck', /复查|复核|验收|re-?check/],
  ['rectifying', /^整改$|整改中|正在|治理中|进行中|未完成|rectifying/],
  ['identified', /排查|未整改|未治理|新增|identified/],
];
const INCIDENT_STATE: Words<IncidentState> = [
  ['closed', /办结|结束|完成|已处理|解除|closed|done/],
  ['open', /处置中|处理中|未|进行|open/],
];
const LEVEL: Words<Level> = [
  [1, /ⅰ|^i(?:级)?$|^1级?$|一级|特别重大|特大|红/],
  [2, /ⅱ|^ii(?:级)?$|^2级?$|二级|重大|橙/],
  [3, /ⅲ|^iii(?:级)?$|^3级?$|三级|较大|黄/],
  [4, /ⅳ|^iv(?:级)?$|^4级?$|四级|一般|蓝/],
];
const DISTRICT_LEVEL: Words<DistrictLevel> = [
  ['province', /省|province/],
  ['prefecture', /地级|地区|prefecture|^市$|^city$/],
  ['county', /县|区|县级市|county/],
  ['township', /乡|镇|街道|town/],
  ['village', /村|社区|里|village/],
];

function read<T>(words: Words<T>, text: string): T | null {
  // NFKC would turn Ⅰ into I, which is also read.
  const folded = foldCharacters(text);
  return words.find(([, pattern]) => pattern.test(folded) || pattern.test(text.toLowerCase()))?.[0] ?? null;
}

/** ○, 1, 是 → true; ×, 0, 否 → false; anything else, △ and blanks included, is not known. */
export function readFlag(text: string): boolean | null {
  const folded = foldCharacters(text).trim();
  return YES.test(folded) ? true : NO.test(folded) ? false : null;
}

/** Suitability from a flag: △ (with conditions) and blanks are unknown, which never excludes. */
export function readSuitability(text: string): Suitability {
  const flag = readFlag(text);
  return flag === null ? 'unknown' : flag ? 'yes' : 'no';
}

export const readShelterState = (text: string): ShelterState | null => read(SHELTER_STATE, text);
export const readAvailability = (text: string): Availability | null => read(AVAILABILITY, text);
export const readPassable = (text: string): PassableState | null => read(PASSABLE, text);
export const readRectification = (text: string): RectificationState | null => read(RECTIFICATION, text);
export const readIncidentState = (text: string): IncidentState | null => read(INCIDENT_STATE, text);
export const readLevel = (text: string): Level | null => read(LEVEL, text);

export function readDistrictLevel(text: string): DistrictLevel | null {
  const code = text.trim().toLowerCase();
  return DISTRICT_LEVELS.find((one) => one === code) ?? read(DISTRICT_LEVEL, text);
}

const LAYER_WORDS: Words<BaseLayer> = [
  ['railway', /铁路|铁道|railway/],
  ['road', /道路|公路|road/],
  ['waterway', /河流|水系|河道|溪|river|stream|waterway/],
  ['water', /水面|湖|水库|lake|water/],
  ['green', /绿地|公园|林地|green|park|forest/],
  ['relief', /山|地形|relief|hill/],
  ['place', /地名|居民地|place/],
  ['land', /陆地|land/],
];

export function readBaseLayer(text: string): BaseLayer | null {
  const code = text.trim().toLowerCase();
  return BASE_LAYERS.find((one) => one === code) ?? read(LAYER_WORDS, text);
}
