/**
 * What the register's own exports say beyond other files, and the titles they use (Chinese, English, and the short
 * names that dBASE files allow), so that an export comes back as what it was. Same form as fields.ts.
 */
import type { Field, FieldType } from './field.ts';

const field = (name: string, type: FieldType, words: string): Field => ({
  name,
  type,
  words: words.split(' '),
});

/** Columns of every exported table. Those of type `remark` are for people: they are understood and not taken over. */
export const EXPORTED_FIELDS: readonly Field[] = [
  field('recordId', 'code', '登记id recordid'),
  field('districtCode', 'code', '所属辖区代码 districtcode distrcode'),
  field('districtName', 'text', '所属辖区 distrname'),
  field('crs', 'text', '坐标系 coordinatesystem crs'),
  field('shape', 'text', '几何类型 geometrytype geomtype'),
  field('wkt', 'coordinate', 'geometry'),
  field('asOf', 'remark', '数据截至 dataasof'),
  field('archivedAt', 'remark', '归档时间 archivedat archivat'),
  field('disputedAt', 'remark', '存疑时间 disputedat disputat'),
  field('disputeReason', 'remark', '存疑原因 disputereason disputwhy'),
  field('externalId', 'code', 'externalid extid'),
  field('observedAt', 'instant', 'observat'),
  field('verifiedAt', 'instant', 'verifat'),
  field('contactName', 'text', 'contname'),
  field('contactPhone', 'text', 'contactphone contphone'),
  field('contactDuty', 'text', 'contactduty contduty'),
];

const AREA: readonly Field[] = [
  field('depthMinM', 'length', 'depthmin leastdepth'),
  field('depthMaxM', 'length', 'depthmax greatestdepth'),
];

/** Further columns by kind of record. */
export const EXPORTED_OF_KIND: Readonly<Record<string, readonly Field[]>> = {
  district: [
    field('parentCode', 'code', 'parentcd'),
    field('level', 'district_level', 'districtlevel'),
  ],
  settlement: [
    field('peopleNeedHelp', 'integer', '需帮助人数 peopleneedinghelp needhelp'),
    field('door', 'text', 'doorplate'),
  ],
  hazard: [
    field('peopleAtRisk', 'integer', 'atrisk'),
    field('rectificationState', 'rectification', 'rectification rectstate'),
    field('rectificationOwner', 'text', 'rectowner'),
    field('rectificationDeadline', 'date', 'rectdue'),
    ...AREA,
    field('activeFrom', 'instant', 'activefr'),
    field('activeUntil', 'instant', 'activeto'),
  ],
  shelter: [
    field('capacityIndoor', 'integer', 'capindoor'),
    field('capacityOutdoor', 'integer', 'capoutdr'),
    field('capacityText', 'text', '容纳人数原文 capacityaswritten captext'),
    field('effectiveAreaM2', 'area', 'effarea'),
    field('serviceArea', 'text', 'servarea'),
    field('suitability', 'suitability', '灾害适用性 suitability suits'),
    field('occupancy', 'integer', 'occupancy'),
    field('occupancyAt', 'instant', 'occupancyat occupat'),
  ],
  depot: [field('inventory', 'inventory', 'inventory')],
  stock_lot: [],
  team: [
    field('capabilities', 'list', 'capab'),
    field('equipment', 'inventory', 'equiptext'),
    field('equipmentItems', 'inventory', '装备清单 equipmentlist equiplist'),
    field('mobilisationDayS', 'duration', 'mobilisationbyday mobday'),
    field('mobilisationNightS', 'duration', 'mobilisationbynight mobnight'),
    field('availability', 'availability', 'avail'),
    field('availabilityAt', 'instant', 'availat'),
  ],
  evacuation_route: [
    field('settlementName', 'text', 'fromname'),
    field('settlementId', 'code', '居民点id settlementid fromid'),
    field('shelterName', 'text', 'toname'),
    field('shelterId', 'code', '避难场所id shelterid toid'),
  ],
  incident: [
    field('occurredAt', 'instant', 'occurrat'),
    field('closedAt', 'instant', '办结时间 closedat'),
    ...AREA,
    field('areaRadiusM', 'length', 'arearadius arearad'),
  ],
  closure: [],
  base_feature: [],
};
