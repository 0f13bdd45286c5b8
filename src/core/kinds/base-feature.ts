import { districtName, placed, registered, stored, STORED_IN_FILES } from './registered.ts';
import type { KindDescription } from './types.ts';

/** Drawing data: roads, rivers, names of places. */
export const baseFeature: KindDescription<'base_feature', 'districtName' | 'externalId'> = {
  columns: {
    name: { type: 'line', titles: '路名 道路名称 河流名称 名称 name roadname rnm', dbf: 'name' },
    layer: { type: 'base_layer', always: true, titles: '图层', dbf: 'layer' },
    class: {
      type: 'line',
      always: true,
      titles: '道路等级 等级 类别 类型 class fclass highway waterway type',
      dbf: 'class',
      heading: 'roadClass',
    },
    externalId: { type: 'code', onlyInFiles: true, titles: registered.externalId.titles },
    districtName,
    districtCode: stored.districtCode,
    archivedAt: stored.archivedAt,
    id: stored.id,
    ...placed,
  },
  file: ['name', 'layer', 'class', ...STORED_IN_FILES],
};
