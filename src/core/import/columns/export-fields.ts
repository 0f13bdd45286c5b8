/**
 * What every table of the register's own exports says, whatever its kind, and the titles it uses (Chinese, English, and
 * the short names that dBASE files allow), so that an export comes back as what it was.
 */
import { field } from './field.ts';
import type { Field } from './field.ts';

/** Those of type `remark` are for people: they are understood and not taken over. */
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
