import { districtName, placed, registered, stored, STORED_IN_FILES } from './registered.ts';
import type { KindDescription } from './types.ts';

export const closure: KindDescription<'closure', 'districtName' | 'externalId' | 'address'> = {
  columns: {
    reason: {
      type: 'text',
      always: true,
      fileName: 'name',
      titles: '中断原因 封闭原因 封路原因 原因 reason 名称',
      dbf: 'name',
      heading: 'closureReason',
    },
    fromAt: {
      type: 'instant',
      always: true,
      titles: '开始时间 封闭时间 起始时间 中断时间 fromat from start starttime',
      dbf: 'from_at',
    },
    untilAt: {
      type: 'instant',
      titles: '结束时间 预计恢复时间 恢复时间 截止时间 untilat until end endtime',
      dbf: 'until_at',
    },
    liftedAt: { type: 'instant', titles: '解除时间', dbf: 'lifted_at' },
    externalId: { type: 'code', beside: true, titles: registered.externalId.titles },
    address: { type: 'line', beside: true, titles: registered.address.titles },
    source: registered.source,
    ...stored,
    districtName,
    ...placed,
  },
  file: ['reason', 'fromAt', 'untilAt', 'liftedAt', 'source', ...STORED_IN_FILES],
};
