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

export const evacuationRoute: KindDescription<
  'evacuation_route',
  RegisteredInFilesOnly | 'settlementName' | 'shelterName'
> = {
  columns: {
    name: { type: 'line', always: true, titles: `路线名称 ${NAME_TITLES}`, dbf: 'name' },
    settlementName: {
      type: 'line',
      onlyInFiles: true,
      titles: '居民点 起点 出发点 转移对象 村组 settlement from',
      dbf: 'from_name',
    },
    shelterName: {
      type: 'line',
      onlyInFiles: true,
      titles: '避难场所 安置点 终点 避难所 转移地点 shelter to',
      dbf: 'to_name',
    },
    widthM: {
      type: 'length',
      titles: '路宽 道路宽度 宽度 widthm width wid',
      dbf: 'width_m',
      cardLabel: 'width',
    },
    state: {
      type: 'passable',
      always: true,
      titles: '通行状态 状态 state status',
      dbf: 'state',
      heading: 'passable',
      cardLabel: 'passable',
    },
    ...registered,
    // As the register's own files have them.
    settlementId: {
      type: 'uuid',
      titles: '居民点id settlementid',
      dbf: 'from_id',
      cardLabel: 'settlement',
    },
    shelterId: { type: 'uuid', titles: '避难场所id shelterid', dbf: 'to_id', cardLabel: 'shelter' },
  },
  form: {
    facts: ['name', 'settlementId', 'shelterId', 'state', 'widthM'],
    place: PLACE_IN_FORM,
    origin: ORIGIN_IN_FORM,
  },
  table: ['name', 'settlementId', 'shelterId', 'state', 'widthM', 'districtCode', 'observedAt'],
  card: ['state', 'settlementId', 'shelterId', 'widthM'],
  file: [
    'name',
    'settlementName',
    'shelterName',
    'widthM',
    'state',
    ...REGISTERED_IN_FILES,
    'settlementId',
    'shelterId',
    ...STORED_IN_FILES,
  ],
};
