import { provenance, stored, STORED_IN_FILES } from './registered.ts';
import type { RegisteredInFilesOnly } from './registered.ts';
import type { KindDescription } from './types.ts';

/** A stock list (物资台账) has titles of its own even for what every file says. */
export const stockLot: KindDescription<
  'stock_lot',
  RegisteredInFilesOnly | 'depotName' | 'acquiredOn'
> = {
  columns: {
    depotName: {
      type: 'line',
      onlyInFiles: true,
      titles:
        '储备库名称 储备库 仓库名称 仓库 物资库名称 物资库 所在仓库 所属仓库 存放仓库 存放地点 储存地点 存储地点 储备地点 存放位置 储备点 库点 库房 depotname depot warehouse',
      dbf: 'depot_name',
    },
    depotId: { type: 'uuid', always: true, titles: 'depotid 储备库id', dbf: 'depot_id' },
    item: {
      type: 'line',
      always: true,
      fileName: 'name',
      titles:
        '物资名称 物品名称 品名 装备名称 器材名称 设备名称 名称 物资 物品 品目 item itemname name material goods *名称',
      dbf: 'item',
      heading: 'item',
    },
    spec: {
      type: 'line',
      titles: '规格型号 型号规格 规格及型号 规格 型号 技术参数 spec specification model',
      dbf: 'spec',
    },
    // The sum of movements: a file states a count.
    quantity: {
      type: 'number',
      titles:
        '现有数量 库存数量 结存数量 实有数量 实存数量 账面数量 储备数量 在库数量 盘点数量 数量 库存量 库存 结存 现存量 quantity qty amount onhand',
      dbf: 'quantity',
    },
    unit: { type: 'line', always: true, titles: '计量单位 单位 unit uom', dbf: 'unit' },
    batch: { type: 'line', titles: '批号 批次号 批次 生产批号 batch lot batchno', dbf: 'batch' },
    // Stands in the name of the batch.
    acquiredOn: {
      type: 'date',
      onlyInFiles: true,
      titles:
        '购置日期 购置时间 购入日期 采购日期 采购时间 入库日期 入库时间 购买日期 acquiredon purchasedate',
    },
    expiresOn: {
      type: 'date',
      titles:
        '有效期至 有效期限 有效日期 有效期 到期日期 到期时间 失效日期 过期日期 保质期至 保质期 expireson expiry expires gooduntil',
      dbf: 'expires_on',
    },
    minimum: {
      type: 'number',
      titles: '最低储备量 最低储备 最低库存 储备下限 库存下限 储备定额 minimum minimumstock min',
      dbf: 'minimum',
    },
    externalId: { type: 'code', titles: 'externalid 批次编号 资产编号' },
    observedAt: {
      ...provenance.observedAt,
      titles:
        'observedat 观测时间 observat 盘点时间 盘点日期 清点时间 清点日期 统计时间 统计日期 数据时间 更新时间 更新日期 登记日期 observed',
    },
    // When the number was last said. What comes in again is a new count.
    quantityAt: {
      type: 'instant',
      cell: 'remark',
      titles: '数量时间 quantityat',
      dbf: 'quant_at',
    },
    verifiedAt: { ...provenance.verifiedAt, titles: 'verifiedat 核实时间 核实日期' },
    source: { ...provenance.source, titles: '来源 数据来源 资料来源 source' },
    ...stored,
    districtName: {
      ...stored.districtName,
      titles: '所属乡镇 乡镇街道 乡镇 镇街 行政区 区县 township district *行政区',
    },
    contactName: {
      type: 'line',
      onlyInFiles: true,
      titles: '保管员 保管人 库管员 仓管员 管理员 管理人 责任人 负责人 联系人 keeper contactname',
    },
    contactPhone: {
      type: 'line',
      onlyInFiles: true,
      titles: '保管员电话 保管人电话 联系电话 联系方式 电话 手机 手机号 phone tel contactphone',
    },
    contactDuty: { type: 'line', onlyInFiles: true, titles: '职务 duty contactduty' },
    verifiedBy: provenance.verifiedBy,
    disputedAt: { type: 'instant' },
    disputedBy: provenance.disputedBy,
    disputeReason: { type: 'text' },
  },
  form: {
    facts: ['depotId', 'item', 'unit', 'spec', 'batch', 'expiresOn', 'minimum'],
    place: [],
    origin: ['source', 'observedAt', 'externalId'],
  },
  table: ['item', 'depotId', 'quantity', 'unit', 'minimum', 'expiresOn', 'batch', 'quantityAt'],
  kept: ['quantity', 'quantityAt', 'verifiedAt', 'updatedAt'],
  file: [
    'depotName',
    'item',
    'quantity',
    'unit',
    'quantityAt',
    'spec',
    'batch',
    'expiresOn',
    'minimum',
    'source',
    'observedAt',
    'verifiedAt',
    'depotId',
    ...STORED_IN_FILES,
  ],
};
