/** What every record carries, and what is registered of each resource and settlement. */
import type { Placed, Provenance, Resource, Stored } from '../model/index.ts';
import type { Columns } from './types.ts';

/** Titles that mean the name of anything. */
export const NAME_TITLES =
  '名称 name 场所名称 设施名称 施设名称 施设场所名 施设名 单位名称 机构名称 stationname *名称 title label 企业 公司 company locname';

/** Kept by the computer; `archivedAt` and the id are understood in the register's own exports alone. */
export const stored: Columns<Stored & { districtCode: string }, 'districtName'> = {
  districtName: { type: 'line', onlyInFiles: true, dbf: 'distr_name' },
  districtCode: { type: 'line', always: true, dbf: 'distr_code' },
  archivedAt: { type: 'instant', dbf: 'archiv_at' },
  id: { type: 'uuid', always: true, fileName: 'recordId', dbf: 'record_id' },
  version: { type: 'integer', always: true },
  createdAt: { type: 'instant', always: true },
  updatedAt: { type: 'instant', always: true },
  updatedBy: { type: 'uuid' },
};

/** Where files show it: behind everything else. */
export const STORED_IN_FILES = ['districtName', 'districtCode', 'archivedAt', 'id'] as const;

export const placed: Columns<Placed, never> = {
  lng: { type: 'coordinate' },
  lat: { type: 'coordinate' },
  geometry: { type: 'geometry' },
};

/** Columns that say where a fact is from; how old it is and who looked at it again. */
export const provenance: Columns<Provenance, never> = {
  source: {
    type: 'line',
    always: true,
    titles: '来源 数据来源 资料来源 出处 source datasource',
    dbf: 'source',
  },
  observedAt: {
    type: 'instant',
    titles:
      'observedat 观测时间 调查时间 调查日期 排查时间 排查日期 统计时间 数据时间 采集时间 时点 基准日 基准日时 现在日时 调查年月日 更新年月日 surveydate 更新日期 更新时间 登记日期 rectime observed updatedat updated lastupdate time',
    dbf: 'observ_at',
  },
  verifiedAt: {
    type: 'instant',
    titles: 'verifiedat 核实时间 核实日期 核查时间 确认日',
    dbf: 'verif_at',
  },
  verifiedBy: { type: 'uuid' },
  disputedAt: { type: 'instant', dbf: 'disput_at' },
  disputedBy: { type: 'uuid' },
  disputeReason: { type: 'text', dbf: 'disput_why' },
};

/** The name of the district as other files have it. */
export const districtName = {
  type: 'line',
  onlyInFiles: true,
  titles:
    '行政区 区域 乡镇 乡镇街道 镇街 所属乡镇 所在乡镇 区县 县区 市区町村名 市区町村 区 ptname tname townname town township district dist municipality muni *行政区 adm1name adm2name adm3name adm4name',
  dbf: 'distr_name',
} as const;

const contacts: Columns<object, 'contactName' | 'contactPhone' | 'contactDuty'> = {
  contactName: {
    type: 'line',
    onlyInFiles: true,
    titles:
      '联系人 负责人 责任人 联络人 管理人 管理者 担当者 联系人姓名 负责人姓名 contact contactname contactperson',
    dbf: 'cont_name',
  },
  contactPhone: {
    type: 'line',
    onlyInFiles: true,
    titles:
      '联系电话 联络电话 电话 电话号码 电话番号 手机 手机号 联系方式 负责人电话 责任人电话 值班电话 连络先 phone tel telephone mobile contactphone telephonenumber *及电话 *及联系电话 *及手机 *及联系方式 *和电话 *与电话 *电话',
    dbf: 'cont_phone',
  },
  contactDuty: {
    type: 'line',
    onlyInFiles: true,
    titles: '职务 联系人职务 duty contactduty',
    dbf: 'cont_duty',
  },
};

/** What files say of a resource beside its columns. */
export type RegisteredInFilesOnly = 'districtName' | 'contactName' | 'contactPhone' | 'contactDuty';

export const registered: Columns<Omit<Resource, 'name'>, RegisteredInFilesOnly> = {
  externalId: {
    type: 'code',
    titles:
      'externalid uuid guid 统一编号 资源编号 设施编号 场所编号 隐患点编号 队伍编号 编号 识别码 编码 代码 代号 共通id 施设id 施设番号 id code',
    dbf: 'ext_id',
  },
  address: {
    type: 'line',
    titles:
      '详细地址 地址 住所 所在地 所在地址 具体位置 地理位置 建筑地点 地点 位置 所在位置 address addr location 发生场所 *地址 *住所 所在地连结表记 所在地表记 engloc',
    dbf: 'address',
  },
  note: {
    type: 'text',
    titles: '备注 备考 说明 note notes remark remarks comment comments description desc',
    dbf: 'note',
  },
  ...provenance,
  ...stored,
  districtName,
  ...contacts,
  ...placed,
};

export const REGISTERED_IN_FILES = [
  'address',
  'note',
  'source',
  'observedAt',
  'verifiedAt',
  'disputedAt',
  'disputeReason',
  'contactName',
  'contactPhone',
  'contactDuty',
  'externalId',
] as const;

export const PLACE_IN_FORM = ['geom', 'districtCode', 'address'] as const;
export const ORIGIN_IN_FORM = ['source', 'observedAt', 'externalId', 'note'] as const;
