import { depth, event } from './event.ts';
import {
  districtName,
  NAME_TITLES,
  placed,
  registered,
  stored,
  STORED_IN_FILES,
} from './registered.ts';
import type { KindDescription } from './types.ts';

export const incident: KindDescription<
  'incident',
  'districtName' | 'depth' | 'externalId' | 'address'
> = {
  columns: {
    title: {
      type: 'line',
      always: true,
      fileName: 'name',
      titles: `事件名称 事件标题 标题 title 灾情细项 灾情描述 专案名称 ${NAME_TITLES}`,
      dbf: 'name',
      heading: 'incidentTitle',
    },
    occurredAt: {
      type: 'instant',
      always: true,
      titles:
        'occurredat 发生时间 事发时间 事件时间 灾情发生时间 发生日时 发生日期 *发生时间 occurred time date 时间 日期',
      dbf: 'occurr_at',
    },
    state: {
      type: 'incident_state',
      always: true,
      titles: '处置状态 事件状态 状态',
      dbf: 'state',
      heading: 'incidentState',
    },
    closedAt: {
      type: 'instant',
      titles: '结束时间 办结时间 closedat 办结时间 closedat',
      dbf: 'closed_at',
    },
    ...depth,
    areaRadiusM: {
      type: 'length',
      titles: '影响半径 影响范围半径 arearadiusm radius arearadius',
      dbf: 'area_rad',
    },
    class: event.class,
    kind: { ...event.kind, heading: 'incidentKind' },
    level: { ...event.level, heading: 'incidentLevel' },
    externalId: { type: 'code', onlyInFiles: true, titles: registered.externalId.titles },
    // Goes into the note.
    address: { type: 'line', onlyInFiles: true, titles: registered.address.titles },
    note: { ...registered.note, whereKnown: true, asWritten: true },
    source: registered.source,
    ...stored,
    districtName,
    ...placed,
  },
  form: {
    facts: [
      'title',
      'kind',
      'level',
      'state',
      'occurredAt',
      'note',
      'areaRadiusM',
      'depthMinM',
      'depthMaxM',
    ],
    place: ['geom', 'districtCode'],
    origin: ['source'],
  },
  table: ['title', 'kind', 'level', 'state', 'occurredAt', 'districtCode', 'geom'],
  kept: ['updatedAt'],
  card: ['state', 'what', 'level', 'occurredAt', 'note'],
  file: [
    'title',
    'class',
    'kind',
    'level',
    'occurredAt',
    'state',
    'closedAt',
    'depthMinM',
    'depthMaxM',
    'areaRadiusM',
    'note',
    'source',
    ...STORED_IN_FILES,
  ],
};
