import { placed, provenance, stored } from './registered.ts';
import type { KindDescription } from './types.ts';

/** Known by its code, which everything in it refers to; its id is for the history alone. */
export const district: KindDescription<'district', 'parentName'> = {
  columns: {
    code: {
      type: 'code',
      always: true,
      titles:
        'cptvid keycode villageid villagecode cpid townid towncode countyid countycode 区划代码 行政区划代码 行政区代码 行政代码 地区代码 代码 adcode',
      dbf: 'code',
    },
    name: {
      type: 'line',
      always: true,
      titles:
        'vname sname villagename villagenam tname townname countyname 行政区名称 区划名称 地区名称 村里 名称 name *名称 pname',
      dbf: 'name',
    },
    parentCode: {
      type: 'code',
      titles: '上级代码 上级区划代码 父级代码 parentcode parent parentid cpid',
      dbf: 'parent_cd',
    },
    parentName: {
      type: 'line',
      onlyInFiles: true,
      titles: '上级名称 上级区划 父级名称 parentname tname townname pname countyname',
    },
    level: {
      type: 'district_level',
      always: true,
      titles: '行政级别 区划级别 级别 level districtlevel',
      dbf: 'level',
      heading: 'districtLevel',
      cardLabel: 'districtLevel',
    },
    timezone: { type: 'line', always: true, titles: '时区 timezone tz', dbf: 'timezone' },
    source: { type: 'line', titles: provenance.source.titles, dbf: 'source' },
    observedAt: provenance.observedAt,
    id: { type: 'uuid', always: true },
    districtCode: { type: 'line', always: true },
    version: stored.version,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
    updatedBy: stored.updatedBy,
    archivedAt: stored.archivedAt,
    path: { type: 'line', always: true },
    isDemo: { type: 'flag', always: true },
    ...placed,
  },
  form: {
    facts: ['name', 'code', 'level', 'parentCode', 'timezone'],
    place: ['geom'],
    origin: ['source', 'observedAt'],
  },
  // What everything in it refers to.
  saidOnce: ['code'],
  table: ['name', 'code', 'level', 'parentCode', 'geom', 'source', 'observedAt'],
  kept: ['updatedAt'],
  card: ['code', 'level', 'timezone'],
  file: ['code', 'name', 'parentCode', 'level', 'timezone', 'source', 'observedAt', 'archivedAt'],
};
