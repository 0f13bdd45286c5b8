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

export const team: KindDescription<'team', RegisteredInFilesOnly> = {
  columns: {
    name: {
      type: 'line',
      always: true,
      titles: `队伍名称 救援队名称 队名 分队名称 团体名 ${NAME_TITLES}`,
      dbf: 'name',
    },
    kind: {
      type: 'line',
      always: true,
      titles: '队伍类型 救援类型 类型 类别 种类 种别 kind type',
      dbf: 'kind',
      heading: 'teamKind',
    },
    capabilities: {
      type: 'list',
      titles: '专长 救援专长 救援能力 能力 业务范围 capabilities capability skills',
      dbf: 'capab',
    },
    people: {
      type: 'integer',
      titles: '队员人数 队伍人数 人员数 人员数量 总人数 人数 团员数 people members size',
      dbf: 'people',
      heading: 'members',
    },
    equipmentText: {
      type: 'text',
      cell: 'inventory',
      fileName: 'equipment',
      titles: '主要装备 装备 设备 器材 车辆 equipment',
      dbf: 'equip_text',
      whereKnown: true,
      asWritten: true,
      cardLabel: 'equipmentText',
    },
    mobilisationDayS: {
      type: 'duration',
      titles:
        '集结时间 出动时间 响应时间 准备时间 预计准备时间 白天集结时间 日间集结时间 mobilisationdays mobilisationday mobilisation mobilization mobilisationbyday',
      dbf: 'mob_day',
    },
    mobilisationNightS: {
      type: 'duration',
      titles:
        '夜间集结时间 夜间出动时间 夜间准备时间 mobilisationnights mobilisationnight mobilisationbynight',
      dbf: 'mob_night',
    },
    availability: {
      type: 'availability',
      always: true,
      titles: '值勤状态 可用状态 待命状态 状态 availability status',
      dbf: 'avail',
      cardLabel: 'availability',
    },
    availabilityAt: { type: 'instant', titles: '状态时间 availabilityat', dbf: 'avail_at' },
    // Reported from where the team is; files do not carry it.
    positionLng: { type: 'coordinate' },
    positionLat: { type: 'coordinate' },
    positionAt: { type: 'instant' },
    ...registered,
    // Where a team stays is where to go for it; a 地址 beside it goes first.
    address: {
      ...registered.address,
      titles: `${registered.address.titles} 驻地 驻地地址 队伍驻地 驻扎地 驻防地点 营地 站址 基地 baseaddress`,
    },
    // As the register's own files have it.
    equipment: {
      type: 'equipment',
      cell: 'inventory',
      fileName: 'equipmentItems',
      titles: '装备清单 equipmentlist',
      dbf: 'equip_list',
    },
  },
  form: {
    facts: [
      'name',
      'kind',
      'availability',
      'people',
      'capabilities',
      'equipment',
      'mobilisationDayS',
      'mobilisationNightS',
      'equipmentText',
    ],
    place: PLACE_IN_FORM,
    origin: ORIGIN_IN_FORM,
  },
  table: [
    'name',
    'kind',
    'availability',
    'people',
    'capabilities',
    'mobilisationDayS',
    'districtCode',
    'geom',
    'observedAt',
  ],
  card: [
    'availability',
    'people',
    'capabilities',
    'equipment',
    'equipmentText',
    'mobilisation',
    'position',
  ],
  file: [
    'name',
    'kind',
    'capabilities',
    'people',
    'equipmentText',
    'equipment',
    'mobilisationDayS',
    'mobilisationNightS',
    'availability',
    'availabilityAt',
    ...REGISTERED_IN_FILES,
    ...STORED_IN_FILES,
  ],
};
