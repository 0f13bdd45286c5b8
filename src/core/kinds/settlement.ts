import {
  NAME_TITLES,
  registered,
  ORIGIN_IN_FORM,
  PLACE_IN_FORM,
  REGISTERED_IN_FILES,
  STORED_IN_FILES,
} from './registered.ts';
import type { RegisteredInFilesOnly } from './registered.ts';
import type { KindDescription } from './types.ts';

export const settlement: KindDescription<'settlement', RegisteredInFilesOnly> = {
  columns: {
    name: {
      type: 'line',
      always: true,
      titles: `vname villagename villagenam 村里 村里名 村里名称 sname 地域名 町丁字名 町丁目名 regionname 居民点 自然村 村名 里名 聚落名称 vil village settlement ${NAME_TITLES}`,
      dbf: 'name',
    },
    people: {
      type: 'integer',
      titles:
        '人口 人口数 常住人口 总人口 人口总数 人数 people population totalpopulation jinko pop popu',
      dbf: 'people',
    },
    peopleNeedHelp: {
      type: 'integer',
      titles:
        '需帮助人数 需援助人数 特殊人群 弱势人口 老弱病残 要配虑者 peopleneedhelp vulnerable 需帮助人数 peopleneedinghelp',
      dbf: 'need_help',
      cardLabel: 'needHelp',
    },
    households: {
      type: 'integer',
      titles: '户数 总户数 世带数 总世带数 setai numberofhouseholds',
      dbf: 'households',
    },
    door: {
      type: 'line',
      titles: '门牌 门牌号 door doorplate',
      dbf: 'door',
      whereKnown: true,
      cardLabel: 'door',
    },
    ...registered,
    externalId: {
      ...registered.externalId,
      titles: `cptvid villageid villagecode keycode 地域コード regioncode 村里代码 ${registered.externalId.titles}`,
    },
  },
  form: {
    facts: ['name', 'people', 'peopleNeedHelp', 'households', 'door'],
    place: PLACE_IN_FORM,
    origin: ORIGIN_IN_FORM,
  },
  table: ['name', 'people', 'peopleNeedHelp', 'households', 'districtCode', 'geom', 'observedAt'],
  card: ['people', 'peopleNeedHelp', 'households', 'door'],
  file: [
    'name',
    'people',
    'peopleNeedHelp',
    'households',
    'door',
    ...REGISTERED_IN_FILES,
    ...STORED_IN_FILES,
  ],
};
