import { depth, event } from './event.ts';
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

export const hazard: KindDescription<'hazard', RegisteredInFilesOnly | 'depth'> = {
  columns: {
    name: {
      type: 'line',
      always: true,
      titles: `隐患点名称 隐患名称 风险点名称 巷道名称 reservoirname ${NAME_TITLES}`,
      dbf: 'name',
    },
    class: event.class,
    kind: { ...event.kind, heading: 'hazardKind' },
    level: { ...event.level, heading: 'riskLevel' },
    peopleAtRisk: {
      type: 'integer',
      titles: '威胁人数 受威胁人数 影响人数 危害人数 peopleatrisk',
      dbf: 'at_risk',
    },
    rectificationState: {
      type: 'rectification',
      titles: '整改状态 整改情况 治理状态 rectificationstate 状态 rectification',
      dbf: 'rect_state',
      cardLabel: 'rectification',
    },
    rectificationOwner: {
      type: 'line',
      titles: '整改责任人 整改责任单位 责任单位 rectificationowner',
      dbf: 'rect_owner',
      cardLabel: 'owner',
    },
    rectificationDeadline: {
      type: 'date',
      titles: '整改期限 整改时限 完成时限 rectificationdeadline',
      dbf: 'rect_due',
      cardLabel: 'deadline',
    },
    ...depth,
    activeFrom: { type: 'instant', titles: '生效时间 启用时间 activefrom', dbf: 'active_fr' },
    activeUntil: { type: 'instant', titles: '解除时间 失效时间 activeuntil', dbf: 'active_to' },
    ...registered,
  },
  form: {
    facts: [
      'name',
      'kind',
      'level',
      'peopleAtRisk',
      'rectificationState',
      'rectificationOwner',
      'rectificationDeadline',
      'depthMinM',
      'depthMaxM',
    ],
    place: PLACE_IN_FORM,
    origin: ORIGIN_IN_FORM,
  },
  // Afterwards the steps of a rectification change it.
  saidOnce: ['rectificationState'],
  table: [
    'name',
    'kind',
    'level',
    'peopleAtRisk',
    'rectificationState',
    'rectificationDeadline',
    'districtCode',
    'geom',
    'observedAt',
  ],
  card: [
    'what',
    'level',
    'peopleAtRisk',
    'rectificationState',
    'rectificationOwner',
    'rectificationDeadline',
  ],
  file: [
    'name',
    'class',
    'kind',
    'level',
    'peopleAtRisk',
    'rectificationState',
    'rectificationOwner',
    'rectificationDeadline',
    'activeFrom',
    'activeUntil',
    'depthMinM',
    'depthMaxM',
    ...REGISTERED_IN_FILES,
    ...STORED_IN_FILES,
  ],
};
