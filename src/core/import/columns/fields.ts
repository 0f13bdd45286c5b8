/**
 * The fields a file can fill, per kind of record, and the column titles that mean them: data, not code. Titles are
 * written folded (simplified characters, lower case, no punctuation; see fold.ts); `*word` and `word*` match the end
 * or beginning of a title. Earlier words win over later ones.
 */
import type { ImportKind } from '../types.ts';
import type { Field, FieldType } from './field.ts';
import { EXPORTED_FIELDS, EXPORTED_OF_KIND } from './export-fields.ts';
import { PAIR_FIELDS } from './designated-sites.ts';
import { SUITABILITY_FIELDS, withPrefixes } from './suitability-fields.ts';
import { LOT_FIELDS } from './lot-fields.ts';

export type { Field, FieldType } from './field.ts';

const field = (name: string, type: FieldType, words: string): Field => ({
  name,
  type,
  words: words.split(' '),
});

/** Where a row is, in every kind. */
export const PLACE_FIELDS: readonly Field[] = [
  field(
    'lng',
    'coordinate',
    '经度 lng lon long longitude 东经 gps经度 wgs84经度 *经度 经度* x x坐标 坐标x 横坐标 xcoord xcoordinate pointx coordx twd97x x坐标twd97 lonx *longitude xcode centerlng 中心经度 geolon geolng',
  ),
  field(
    'lat',
    'coordinate',
    '纬度 lat latitude 北纬 gps纬度 wgs84纬度 *纬度 纬度* y y坐标 坐标y 纵坐标 ycoord ycoordinate pointy coordy twd97y y坐标twd97 laty *latitude ycode centerlat 中心纬度 geolat',
  ),
  field(
    'lnglat',
    'coordinate',
    '经纬度 坐标 位置坐标 gps坐标 经纬度坐标 经度纬度 坐标经纬度 中心点坐标 中心坐标 坐标位置 地理坐标 经纬坐标 lnglat latlng lonlat latlon coordinates coordinate coord gps *经纬度',
  ),
  field('wkt', 'coordinate', 'wkt geom geometry thegeom shape geojson 几何'),
];

const NAME =
  '名称 name 场所名称 设施名称 施设名称 施设场所名 施设名 单位名称 机构名称 stationname *名称 title label 企业 公司 company locname';
const CONTACT: readonly Field[] = [
  field(
    'contactName',
    'text',
    '联系人 负责人 责任人 联络人 管理人 管理者 担当者 联系人姓名 负责人姓名 contact contactname contactperson',
  ),
  field(
    'contactPhone',
    'text',
    '联系电话 联络电话 电话 电话号码 电话番号 手机 手机号 联系方式 负责人电话 责任人电话 值班电话 连络先 phone tel telephone mobile contactphone telephonenumber *及电话 *及联系电话 *及手机 *及联系方式 *和电话 *与电话 *电话',
  ),
  field('contactDuty', 'text', '职务 联系人职务 duty contactduty'),
];

/** Fields of everything that is registered (not of districts, closures and drawing data). */
const REGISTERED: readonly Field[] = [
  field(
    'externalId',
    'code',
    'externalid uuid guid 统一编号 资源编号 设施编号 场所编号 隐患点编号 队伍编号 编号 识别码 编码 代码 代号 共通id 施设id 施设番号 id code',
  ),
  field(
    'address',
    'text',
    '详细地址 地址 住所 所在地 所在地址 具体位置 地理位置 建筑地点 地点 位置 所在位置 address addr location 发生场所 *地址 *住所 所在地连结表记 所在地表记 engloc',
  ),
  field(
    'note',
    'text',
    '备注 备考 说明 note notes remark remarks comment comments description desc',
  ),
  field('source', 'text', '来源 数据来源 资料来源 出处 source datasource'),
  field(
    'observedAt',
    'instant',
    'observedat 观测时间 调查时间 调查日期 排查时间 排查日期 统计时间 数据时间 采集时间 时点 基准日 基准日时 现在日时 调查年月日 更新年月日 surveydate 更新日期 更新时间 登记日期 rectime observed updatedat updated lastupdate time',
  ),
  field('verifiedAt', 'instant', 'verifiedat 核实时间 核实日期 核查时间 确认日'),
  field(
    'districtName',
    'text',
    '行政区 区域 乡镇 乡镇街道 镇街 所属乡镇 所在乡镇 区县 县区 市区町村名 市区町村 区 ptname tname townname town township district dist municipality muni *行政区 adm1name adm2name adm3name adm4name',
  ),
  ...CONTACT,
];

const EVENT: readonly Field[] = [
  field('class', 'event_class', '事件类别 突发事件类别 灾害大类 eventclass class'),
  field(
    'kind',
    'event_kind',
    '灾害类型 隐患类型 灾种 事件类型 灾害种类 风险类型 隐患种类 主灾情类型名称 灾害种别 类型 种类 类别 hazardtype eventtype kind hazard type',
  ),
  field('level', 'level', '风险等级 隐患等级 事件等级 事件级别 响应级别 等级 级别 level'),
];

/** Where water stands how deep: one column with a range, or two. */
const DEPTH: readonly Field[] = [
  field(
    'depth',
    'depth',
    '水深 淹水深度 淹没水深 淹没深度 积水深度 浸水深 浸水深度 depth fdepth waterdepth',
  ),
  field('depthMinM', 'length', '最小水深 水深下限 depthminm mindepth'),
  field('depthMaxM', 'length', '最大水深 水深上限 depthmaxm maxdepth'),
];

export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  district: [
    field(
      'code',
      'code',
      'cptvid keycode villageid villagecode cpid townid towncode countyid countycode 区划代码 行政区划代码 行政区代码 行政代码 地区代码 代码 adcode code',
    ),
    field(
      'name',
      'text',
      'vname sname villagename villagenam tname townname countyname 行政区名称 区划名称 地区名称 村里 名称 name *名称 pname',
    ),
    field('parentCode', 'code', '上级代码 上级区划代码 父级代码 parentcode parent parentid cpid'),
    field(
      'parentName',
      'text',
      '上级名称 上级区划 父级名称 parentname tname townname pname countyname',
    ),
    field('level', 'district_level', '行政级别 区划级别 级别 level'),
    field('timezone', 'text', '时区 timezone tz'),
    ...REGISTERED.filter(({ name }) => name === 'source' || name === 'observedAt'),
  ],
  settlement: [
    field(
      'name',
      'text',
      `vname villagename villagenam 村里 村里名 村里名称 sname 地域名 町丁字名 町丁目名 regionname 居民点 自然村 村名 里名 聚落名称 vil village settlement ${NAME}`,
    ),
    field(
      'people',
      'integer',
      '人口 人口数 常住人口 总人口 人口总数 人数 people population totalpopulation jinko pop popu',
    ),
    field(
      'peopleNeedHelp',
      'integer',
      '需帮助人数 需援助人数 特殊人群 弱势人口 老弱病残 要配虑者 peopleneedhelp vulnerable',
    ),
    field(
      'households',
      'integer',
      '户数 总户数 世带数 总世带数 setai numberofhouseholds households',
    ),
    field('door', 'text', '门牌 门牌号 door'),
    field(
      'externalId',
      'code',
      'cptvid villageid villagecode keycode 地域コード regioncode 村里代码',
    ),
    ...REGISTERED,
  ],
  hazard: [
    field('name', 'text', `隐患点名称 隐患名称 风险点名称 巷道名称 reservoirname ${NAME}`),
    ...EVENT,
    field('peopleAtRisk', 'integer', '威胁人数 受威胁人数 影响人数 危害人数 peopleatrisk'),
    field(
      'rectificationState',
      'rectification',
      '整改状态 整改情况 治理状态 rectificationstate 状态',
    ),
    field('rectificationOwner', 'text', '整改责任人 整改责任单位 责任单位 rectificationowner'),
    field('rectificationDeadline', 'date', '整改期限 整改时限 完成时限 rectificationdeadline'),
    ...DEPTH,
    field('activeFrom', 'instant', '生效时间 启用时间 activefrom'),
    field('activeUntil', 'instant', '解除时间 失效时间 activeuntil'),
    ...REGISTERED,
  ],
  shelter: [
    field('name', 'text', `避难场所名称 避难所名称 避难所名 ${NAME}`),
    field(
      'kind',
      'text',
      '场所类型 避难场所类型 避难所类型 施设种别 类型 类别 种类 种别 建物用途 kind type',
    ),
    field('state', 'shelter_state', '启用状态 开放状态 状态 state status'),
    field(
      'capacityIndoor',
      'integer',
      '室内容纳人数 室内收容人数 屋内收容人数 capacityindoor indoorcapacity',
    ),
    field(
      'capacityOutdoor',
      'integer',
      '室外容纳人数 室外收容人数 屋外收容人数 capacityoutdoor outdoorcapacity',
    ),
    field(
      'capacity',
      'capacity',
      '容纳人数 容留人数 收容人数 可容纳人数 避难人数 想定收容人数 收容可能人数 设计容量 容量 capacity 收容人数* *容纳人数 *收容人数',
    ),
    field(
      'occupancy',
      'integer',
      '当前安置人数 在场人数 现有人数 实有人数 现有安置人数 已安置人数 已收容人数 已入住人数 入住人数 安置人数 当前人数 避难者数 收容者数 currentoccupancy currentpopulation evacuees occupants',
    ),
    field(
      'occupancyAt',
      'instant',
      '安置人数时间 在场人数时间 人数时间 人数统计时间 occupancytime occupancydate',
    ),
    field(
      'effectiveAreaM2',
      'area',
      '有效面积 有效避难面积 可用面积 面积 effectiveaream2 effectivearea area user面积',
    ),
    field('facilities', 'list', '配套设施 应急设施 设施 设备 facilities'),
    field('accessible', 'flag', '无障碍设施 无障碍 accessible'),
    field(
      'serviceArea',
      'text',
      '服务里别 服务范围 服务区域 服务村 覆盖范围 对象地区 对象地域 对象となる町会 对象となる町会自治会 对象町会 对象自治会 对象町内会 residentsassociation servicearea',
    ),
    field(
      'suitabilityList',
      'suitability_list',
      '适用灾害 适用灾种 适用灾害类别 适用灾害类型 hazards disasters',
    ),
    ...SUITABILITY_FIELDS.map(({ name, words }) => field(name, 'suitability', withPrefixes(words))),
    ...PAIR_FIELDS,
    ...REGISTERED,
  ],
  depot: [
    field('name', 'text', `仓库名称 储备库名称 物资库名称 储备点名称 仓库 ${NAME}`),
    field(
      'inventory',
      'inventory',
      '物资清单 储备物资 存放物资 库存物资 物资种类及数量 物资 库存 机具名称 机具 设备 装备 器材 备蓄品 资机材 inventory stock items supplies engname',
    ),
    ...REGISTERED,
  ],
  stock_lot: LOT_FIELDS,
  team: [
    field('name', 'text', `队伍名称 救援队名称 队名 分队名称 团体名 ${NAME}`),
    field('kind', 'text', '队伍类型 救援类型 类型 类别 种类 种别 kind type'),
    field(
      'capabilities',
      'list',
      '专长 救援专长 救援能力 能力 业务范围 capabilities capability skills',
    ),
    field(
      'people',
      'integer',
      '队员人数 队伍人数 人员数 人员数量 总人数 人数 团员数 people members size',
    ),
    field('equipment', 'inventory', '主要装备 装备 设备 器材 车辆 equipment'),
    field(
      'mobilisationDayS',
      'duration',
      '集结时间 出动时间 响应时间 准备时间 预计准备时间 白天集结时间 日间集结时间 mobilisationdays mobilisationday mobilisation mobilization',
    ),
    field(
      'mobilisationNightS',
      'duration',
      '夜间集结时间 夜间出动时间 夜间准备时间 mobilisationnights mobilisationnight',
    ),
    field('availability', 'availability', '值勤状态 可用状态 待命状态 状态 availability status'),
    field('availabilityAt', 'instant', '状态时间 availabilityat'),
    ...REGISTERED,
    // Where a team stays is where to go for it; a 地址 beside it goes first.
    field('address', 'text', '驻地 驻地地址 队伍驻地 驻扎地 驻防地点 营地 站址 基地 baseaddress'),
  ],
  evacuation_route: [
    field('name', 'text', `路线名称 ${NAME}`),
    field('settlementName', 'text', '居民点 起点 出发点 转移对象 村组 settlement from'),
    field('shelterName', 'text', '避难场所 安置点 终点 避难所 转移地点 shelter to'),
    field('widthM', 'length', '路宽 道路宽度 宽度 widthm width wid'),
    field('state', 'passable', '通行状态 状态 state status'),
    ...REGISTERED,
  ],
  incident: [
    field('name', 'text', `事件名称 事件标题 标题 title 灾情细项 灾情描述 专案名称 ${NAME}`),
    field(
      'occurredAt',
      'instant',
      'occurredat 发生时间 事发时间 事件时间 灾情发生时间 发生日时 发生日期 *发生时间 occurred time date 时间 日期',
    ),
    field('state', 'incident_state', '处置状态 事件状态 状态 state'),
    field('closedAt', 'instant', '结束时间 办结时间 closedat'),
    ...DEPTH,
    field('areaRadiusM', 'length', '影响半径 影响范围半径 arearadiusm radius'),
    ...EVENT,
    ...REGISTERED.filter(({ name }) => !/^(observedAt|verifiedAt|contact)/.test(name)),
  ],
  closure: [
    field('name', 'text', '中断原因 封闭原因 封路原因 原因 reason 名称 name'),
    field('fromAt', 'instant', '开始时间 封闭时间 起始时间 中断时间 fromat from start starttime'),
    field(
      'untilAt',
      'instant',
      '结束时间 预计恢复时间 恢复时间 截止时间 untilat until end endtime',
    ),
    field('liftedAt', 'instant', '解除时间 liftedat'),
    ...REGISTERED.filter(({ name }) =>
      ['externalId', 'address', 'source', 'districtName'].includes(name),
    ),
  ],
  base_feature: [
    field('name', 'text', '路名 道路名称 河流名称 名称 name roadname rnm'),
    field('layer', 'base_layer', '图层 layer'),
    field('class', 'text', '道路等级 等级 类别 类型 class fclass highway waterway type'),
    ...REGISTERED.filter(({ name }) => ['externalId', 'districtName'].includes(name)),
  ],
};

const IN_DISTRICTS: ReadonlySet<string> = new Set([
  'crs',
  'shape',
  'wkt',
  'asOf',
  'archivedAt',
  'observedAt',
]);

/** Every field of a kind, its place fields first; the first definition of a name gives its type. */
export function fieldsOf(kind: ImportKind): readonly Field[] {
  const byName = new Map<string, Field>();
  const exported =
    kind === 'district'
      ? EXPORTED_FIELDS.filter(({ name }) => IN_DISTRICTS.has(name))
      : EXPORTED_FIELDS;
  for (const one of [
    ...PLACE_FIELDS,
    ...FIELDS[kind],
    ...(EXPORTED_OF_KIND[kind] ?? []),
    ...exported,
  ]) {
    const known = byName.get(one.name);
    byName.set(
      one.name,
      known === undefined ? one : { ...known, words: [...known.words, ...one.words] },
    );
  }
  return [...byName.values()];
}
