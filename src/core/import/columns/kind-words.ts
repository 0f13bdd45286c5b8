/** Folded words that name a kind of record, in names of files, sheets, layers and columns. */
import type { ImportKind } from '../types.ts';
import { foldCharacters } from '../../text/fold.ts';

export const KIND_WORDS: Readonly<Partial<Record<ImportKind, RegExp>>> = {
  evacuation_route: /转移路线|疏散路线|避难路线|避难路|evacuation.?route|route/,
  shelter:
    /避难|收容|安置点|安置场所|shelter|refuge|hinan|evacuation.?(site|place|center)|designate/,
  depot: /仓库|物资|储备|备蓄|机具|器材|沙包|土嚢|土のう|depot|warehouse|stock|machinery|sandbag/,
  stock_lot:
    /台账|库存|盘点|物资.{0,4}(清单|明细|登记表|一览)|stock.?(list|ledger)|inventory.?list/,
  team: /队伍|救援队|消防队|消防团|消防署|分队|署所|分団|brigade|team|fire.?station|squad/,
  hazard:
    /隐患|风险|危险|易涝|淹水|积水|浸水|滑坡|泥石流|土石流|管线|堤防|hazard|risk|flood|landslide|pipeline|levee/,
  incident: /灾情|事件|警情|incident|disaster.?case/,
  closure: /封路|封闭|中断|管制|closure|blocked/,
  settlement: /居民点|聚落|自然村|村里|人口|village|settlement|population/,
};

/** How well a layer's name fits a kind: 1 = it names that kind, -1 = it names another one, 0 = it names none. */
export function fitOfName(kind: ImportKind, name: string): number {
  const folded = foldCharacters(name);
  if (KIND_WORDS[kind]?.test(folded) === true) return 1;
  return Object.values(KIND_WORDS).some((words) => words.test(folded)) ? -1 : 0;
}
