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

export const shelter: KindDescription<
  'shelter',
  RegisteredInFilesOnly | 'accessible' | 'suitabilityList'
> = {
  columns: {
    name: {
      type: 'line',
      always: true,
      titles: `避难场所名称 避难所名称 避难所名 ${NAME_TITLES}`,
      dbf: 'name',
    },
    kind: {
      type: 'line',
      always: true,
      titles: '场所类型 避难场所类型 避难所类型 施设种别 类型 类别 种类 种别 建物用途 kind type',
      dbf: 'kind',
      heading: 'shelterKind',
    },
    state: {
      type: 'shelter_state',
      always: true,
      titles: '启用状态 开放状态 状态 state status',
      dbf: 'state',
      heading: 'shelterState',
    },
    refuge: {
      type: 'flag',
      titles:
        '临时避险点 是否临时避险点 是否为临时避险点 临时避险场所 是否临时避险场所 是否为临时避险场所 临时避险 temporaryrefuge istemporaryrefuge refugeonly',
      dbf: 'refuge',
      heading: null,
      whereKnown: true,
      explained: true,
    },
    capacityIndoor: {
      type: 'integer',
      titles: '室内容纳人数 室内收容人数 屋内收容人数 capacityindoor indoorcapacity',
      dbf: 'cap_indoor',
    },
    capacityOutdoor: {
      type: 'integer',
      titles: '室外容纳人数 室外收容人数 屋外收容人数 capacityoutdoor outdoorcapacity',
      dbf: 'cap_outdr',
    },
    capacity: {
      type: 'integer',
      cell: 'capacity',
      titles:
        '容纳人数 容留人数 收容人数 可容纳人数 避难人数 想定收容人数 收容可能人数 设计容量 容量 capacity 收容人数* *容纳人数 *收容人数',
      dbf: 'capacity',
      cardLabel: 'capacity',
    },
    // The sum of movements: a file states a count.
    occupancy: {
      type: 'integer',
      titles:
        '当前安置人数 在场人数 现有人数 实有人数 现有安置人数 已安置人数 已收容人数 已入住人数 入住人数 安置人数 当前人数 避难者数 收容者数 currentoccupancy currentpopulation evacuees occupants',
      dbf: 'occupancy',
      cardLabel: 'occupancy',
    },
    occupancyAt: {
      type: 'instant',
      titles:
        '安置人数时间 在场人数时间 人数时间 人数统计时间 occupancytime occupancydate occupancyat',
      dbf: 'occup_at',
    },
    effectiveAreaM2: {
      type: 'area',
      titles: '有效面积 有效避难面积 可用面积 面积 effectiveaream2 effectivearea area user面积',
      dbf: 'eff_area',
    },
    facilities: { type: 'list', titles: '配套设施 应急设施 设施 设备', dbf: 'facilities' },
    // Becomes one of the facilities.
    accessible: { type: 'flag', onlyInFiles: true, titles: '无障碍设施 无障碍 accessible' },
    serviceArea: {
      type: 'text',
      titles:
        '服务里别 服务范围 服务区域 服务村 覆盖范围 对象地区 对象地域 对象となる町会 对象となる町会自治会 对象町会 对象自治会 对象町内会 residentsassociation servicearea',
      dbf: 'serv_area',
      whereKnown: true,
    },
    suitabilityList: {
      type: 'suitability_list',
      onlyInFiles: true,
      titles: '适用灾害 适用灾种 适用灾害类别 适用灾害类型 hazards disasters',
    },
    ...registered,
    // As the register's own files have them.
    capacityText: {
      type: 'text',
      titles: '容纳人数原文 capacityaswritten',
      dbf: 'cap_text',
      whereKnown: true,
      asWritten: true,
      cardLabel: 'capacityText',
    },
    suitability: { type: 'suitability', titles: '灾害适用性 suitability', dbf: 'suits' },
  },
  form: {
    facts: [
      'name',
      'kind',
      'state',
      'refuge',
      'capacity',
      'capacityIndoor',
      'capacityOutdoor',
      'effectiveAreaM2',
      'facilities',
      'suitability',
      'serviceArea',
      'capacityText',
    ],
    place: PLACE_IN_FORM,
    origin: ORIGIN_IN_FORM,
  },
  table: [
    'name',
    'kind',
    'state',
    'capacity',
    'occupancy',
    'effectiveAreaM2',
    'districtCode',
    'geom',
    'observedAt',
  ],
  kept: ['occupancy', 'verifiedAt', 'updatedAt'],
  card: [
    'state',
    'refuge',
    'capacity',
    'capacityParts',
    'capacityText',
    'occupancy',
    'free',
    'effectiveAreaM2',
    'facilities',
    'serviceArea',
  ],
  file: [
    'name',
    'kind',
    'state',
    'refuge',
    'capacity',
    'capacityIndoor',
    'capacityOutdoor',
    'capacityText',
    'effectiveAreaM2',
    'occupancy',
    'occupancyAt',
    'facilities',
    'suitability',
    'serviceArea',
    ...REGISTERED_IN_FILES,
    ...STORED_IN_FILES,
  ],
};
