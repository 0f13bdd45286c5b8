import { districtName, placed, registered, stored, STORED_IN_FILES } from './registered.ts';
import type { KindDescription } from './types.ts';

export const closure: KindDescription<'closure', 'districtName' | 'externalId' | 'address'> = {
  columns: {
    reason: {
      type: 'line',
      always: true,
      fileName: 'name',
      titles: '中断原因 封闭原因 封路原因 原因 reason 名称',
      dbf: 'name',
      heading: 'closureReason',
      asWritten: true,
    },
    fromAt: {
      type: 'instant',
      always: true,
      titles: '开始时间 封闭时间 起始时间 中断时间 fromat from start starttime',
      dbf: 'from_at',
      cardLabel: 'from',
    },
    untilAt: {
      type: 'instant',
      titles: '结束时间 预计恢复时间 恢复时间 截止时间 untilat until end endtime',
      dbf: 'until_at',
      cardLabel: 'until',
    },
    liftedAt: {
      type: 'instant',
      titles: '解除时间',
      dbf: 'lifted_at',
      whereKnown: true,
      cardLabel: 'lifted',
    },
    externalId: { type: 'code', onlyInFiles: true, titles: registered.externalId.titles },
    address: { type: 'line', onlyInFiles: true, titles: registered.address.titles },
    source: registered.source,
    ...stored,
    districtName,
    ...placed,
  },
  form: {
    facts: ['reason', 'fromAt', 'untilAt', 'liftedAt'],
    place: ['geom', 'districtCode'],
    origin: ['source'],
  },
  table: ['reason', 'fromAt', 'untilAt', 'liftedAt', 'districtCode', 'geom', 'source'],
  kept: ['updatedAt'],
  card: ['reason', 'fromAt', 'untilAt', 'liftedAt'],
  file: ['reason', 'fromAt', 'untilAt', 'liftedAt', 'source', ...STORED_IN_FILES],
};
