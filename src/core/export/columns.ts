/** The columns of every kind, in the order of the file. */
import type { RecordOf } from '../model/index.ts';
import { durationText, equipmentText, instantText, listText, suitabilityText } from './values.ts';
import type { AnyRecord, CellValue, ExportColumn, ExportKind, ReadContext } from './types.ts';
import { CRS_NAMES } from './types.ts';

type Read<K extends ExportKind> = (record: RecordOf[K], context: ReadContext) => CellValue;
type Plain<K extends ExportKind> = readonly [
  field: string,
  dbf: string,
  read: Read<K>,
  title?: string,
];
const time = (at: string | null | undefined, { timezone }: ReadContext): CellValue =>
  instantText(at ?? null, timezone);

/** What is said of a record's people, one after the other; an empty part keeps the columns in step. The importer reads it back. */
function contactsText(
  id: string,
  { contactsOf }: ReadContext,
  what: 'name' | 'phone' | 'duty',
): CellValue {
  const said = (contactsOf?.(id) ?? []).map((contact) =>
    (contact[what] ?? '').replaceAll('；', '、'),
  );
  return said.every((text) => text === '') ? null : said.join('；');
}

const registered: readonly Plain<
  'settlement' | 'hazard' | 'shelter' | 'depot' | 'team' | 'evacuation_route'
>[] = [
  ['address', 'address', (r) => r.address],
  ['note', 'note', (r) => r.note],
  ['source', 'source', (r) => r.source],
  ['observedAt', 'observ_at', (r, c) => time(r.observedAt, c)],
  ['verifiedAt', 'verif_at', (r, c) => time(r.verifiedAt, c)],
  ['disputedAt', 'disput_at', (r, c) => time(r.disputedAt, c)],
  ['disputeReason', 'disput_why', (r) => r.disputeReason],
  ['contactName', 'cont_name', (r, c) => contactsText(r.id, c, 'name')],
  ['contactPhone', 'cont_phone', (r, c) => contactsText(r.id, c, 'phone')],
  ['contactDuty', 'cont_duty', (r, c) => contactsText(r.id, c, 'duty')],
  ['externalId', 'ext_id', (r) => r.externalId],
];

const stored: readonly Plain<Exclude<ExportKind, 'district'>>[] = [
  ['districtName', 'distr_name', (r, c) => c.nameOf('district', r.districtCode)],
  ['districtCode', 'distr_code', (r) => r.districtCode],
  ['archivedAt', 'archiv_at', (r, c) => time(r.archivedAt, c)],
  ['recordId', 'record_id', (r) => r.id],
];

/** How deep water stands there. */
const depth: readonly Plain<'hazard' | 'incident'>[] = [
  ['depthMinM', 'depth_min', (r) => r.depthMinM],
  ['depthMaxM', 'depth_max', (r) => r.depthMaxM],
];

const name: Plain<Exclude<ExportKind, 'incident' | 'closure' | 'stock_lot'>> = [
  'name',
  'name',
  (r) => r.name,
];

const OWN: { readonly [K in ExportKind]: readonly Plain<K>[] } = {
  district: [
    ['code', 'code', (r) => r.code],
    name,
    ['parentCode', 'parent_cd', (r) => r.parentCode],
    ['level', 'level', (r, c) => c.say(`exporter.districtLevel.${r.level}`), 'districtLevel'],
    ['timezone', 'timezone', (r) => r.timezone],
    ['source', 'source', (r) => r.source],
    ['observedAt', 'observ_at', (r, c) => time(r.observedAt, c)],
    ['archivedAt', 'archiv_at', (r, c) => time(r.archivedAt, c)],
  ],
  settlement: [
    name,
    ['people', 'people', (r) => r.people],
    ['peopleNeedHelp', 'need_help', (r) => r.peopleNeedHelp],
    ['households', 'households', (r) => r.households],
    ['door', 'door', (r) => r.door],
    ...registered,
    ...stored,
  ],
  hazard: [
    name,
    ['class', 'class', (r, c) => c.say(`kinds.eventClass.${r.class}`)],
    ['kind', 'kind', (r, c) => c.say(`kinds.event.${r.kind}`), 'hazardKind'],
    [
      'level',
      'level',
      (r, c) => (r.level === null ? null : c.say(`kinds.level.${r.level}`)),
      'riskLevel',
    ],
    ['peopleAtRisk', 'at_risk', (r) => r.peopleAtRisk],
    [
      'rectificationState',
      'rect_state',
      (r, c) =>
        r.rectificationState === null ? null : c.say(`kinds.rectification.${r.rectificationState}`),
    ],
    ['rectificationOwner', 'rect_owner', (r) => r.rectificationOwner],
    ['rectificationDeadline', 'rect_due', (r) => r.rectificationDeadline],
    ['activeFrom', 'active_fr', (r, c) => time(r.activeFrom, c)],
    ['activeUntil', 'active_to', (r, c) => time(r.activeUntil, c)],
    ...depth,
    ...registered,
    ...stored,
  ],
  shelter: [
    name,
    ['kind', 'kind', (r) => r.kind, 'shelterKind'],
    ['state', 'state', (r, c) => c.say(`kinds.shelterState.${r.state}`), 'shelterState'],
    ['capacity', 'capacity', (r) => r.capacity],
    ['capacityIndoor', 'cap_indoor', (r) => r.capacityIndoor],
    ['capacityOutdoor', 'cap_outdr', (r) => r.capacityOutdoor],
    ['capacityText', 'cap_text', (r) => r.capacityText],
    ['effectiveAreaM2', 'eff_area', (r) => r.effectiveAreaM2],
    ['occupancy', 'occupancy', (r) => r.occupancy],
    ['occupancyAt', 'occup_at', (r, c) => time(r.occupancyAt, c)],
    ['facilities', 'facilities', (r) => listText(r.facilities)],
    ['suitability', 'suits', (r, c) => suitabilityText(r.suitability, c.say)],
    ['serviceArea', 'serv_area', (r) => r.serviceArea],
    ...registered,
    ...stored,
  ],
  depot: [name, ['inventory', 'inventory', (r) => r.inventoryText], ...registered, ...stored],
  team: [
    name,
    ['kind', 'kind', (r) => r.kind, 'teamKind'],
    ['capabilities', 'capab', (r) => listText(r.capabilities)],
    ['people', 'people', (r) => r.people, 'members'],
    ['equipment', 'equip_text', (r) => r.equipmentText],
    ['equipmentItems', 'equip_list', (r) => equipmentText(r.equipment)],
    ['mobilisationDayS', 'mob_day', (r, c) => durationText(r.mobilisationDayS, c.say)],
    ['mobilisationNightS', 'mob_night', (r, c) => durationText(r.mobilisationNightS, c.say)],
    ['availability', 'avail', (r, c) => c.say(`kinds.availability.${r.availability}`)],
    ['availabilityAt', 'avail_at', (r, c) => time(r.availabilityAt, c)],
    ...registered,
    ...stored,
  ],
  evacuation_route: [
    name,
    [
      'settlementName',
      'from_name',
      (r, c) => (r.settlementId === null ? null : c.nameOf('settlement', r.settlementId)),
    ],
    [
      'shelterName',
      'to_name',
      (r, c) => (r.shelterId === null ? null : c.nameOf('shelter', r.shelterId)),
    ],
    ['widthM', 'width_m', (r) => r.widthM],
    ['state', 'state', (r, c) => c.say(`kinds.passable.${r.state}`), 'passable'],
    ...registered,
    ['settlementId', 'from_id', (r) => r.settlementId],
    ['shelterId', 'to_id', (r) => r.shelterId],
    ...stored,
  ],
  incident: [
    ['name', 'name', (r) => r.title, 'incidentTitle'],
    ['class', 'class', (r, c) => c.say(`kinds.eventClass.${r.class}`)],
    ['kind', 'kind', (r, c) => c.say(`kinds.event.${r.kind}`), 'incidentKind'],
    [
      'level',
      'level',
      (r, c) => (r.level === null ? null : c.say(`kinds.level.${r.level}`)),
      'incidentLevel',
    ],
    ['occurredAt', 'occurr_at', (r, c) => time(r.occurredAt, c)],
    ['state', 'state', (r, c) => c.say(`incident.state.${r.state}`), 'incidentState'],
    ['closedAt', 'closed_at', (r, c) => time(r.closedAt, c)],
    ...depth,
    ['areaRadiusM', 'area_rad', (r) => r.areaRadiusM],
    ['note', 'note', (r) => r.note],
    ['source', 'source', (r) => r.source],
    ...stored,
  ],
  closure: [
    ['name', 'name', (r) => r.reason, 'closureReason'],
    ['fromAt', 'from_at', (r, c) => time(r.fromAt, c)],
    ['untilAt', 'until_at', (r, c) => time(r.untilAt, c)],
    ['liftedAt', 'lifted_at', (r, c) => time(r.liftedAt, c)],
    ['source', 'source', (r) => r.source],
    ...stored,
  ],
  base_feature: [
    name,
    ['layer', 'layer', (r, c) => c.say(`exporter.baseLayer.${r.layer}`)],
    ['class', 'class', (r) => r.class, 'roadClass'],
    ...stored,
  ],
  stock_lot: [
    ['depotName', 'depot_name', (r, c) => c.nameOf('depot', r.depotId)],
    ['name', 'item', (r) => r.item, 'item'],
    ['quantity', 'quantity', (r) => r.quantity],
    ['unit', 'unit', (r) => r.unit],
    ['quantityAt', 'quant_at', (r, c) => time(r.quantityAt, c)],
    ['spec', 'spec', (r) => r.spec],
    ['batch', 'batch', (r) => r.batch],
    ['expiresOn', 'expires_on', (r) => r.expiresOn],
    ['minimum', 'minimum', (r) => r.minimum],
    ['source', 'source', (r) => r.source],
    ['observedAt', 'observ_at', (r, c) => time(r.observedAt, c)],
    ['verifiedAt', 'verif_at', (r, c) => time(r.verifiedAt, c)],
    ['depotId', 'depot_id', (r) => r.depotId],
    ...stored,
  ],
  contact: [
    ['contactName', 'cont_name', (r) => r.name],
    ['contactDuty', 'cont_duty', (r) => r.duty],
    ['contactPhone', 'cont_phone', (r) => r.phone],
    ['lastAnsweredAt', 'answer_at', (r, c) => time(r.lastAnsweredAt, c)],
    ['resourceKind', 'res_kind', (r, c) => c.say(`kinds.record.${r.resourceKind}`)],
    ['resourceId', 'res_id', (r) => r.resourceId],
    ...stored,
  ],
};

const CONTACT_FIELDS: ReadonlySet<string> = new Set(['contactName', 'contactPhone', 'contactDuty']);
/** Columns that say something only about some tables; left out where no record has them. */
const WHERE_ANY: ReadonlySet<string> = new Set(['archivedAt', 'disputedAt', 'disputeReason']);

/** The columns of a kind; without people to call unless they were asked for. */
export function columnsOf<K extends ExportKind>(
  kind: K,
  context: ReadContext,
  records: readonly RecordOf[K][],
): ExportColumn[] {
  const own: readonly Plain<K>[] = OWN[kind];
  const asOf = instantText(context.asOf, context.timezone);
  return [
    ...own
      .filter(
        ([field]) =>
          kind === 'contact' || context.contactsOf !== null || !CONTACT_FIELDS.has(field),
      )
      .filter(
        ([field, , read]) =>
          !WHERE_ANY.has(field) || records.some((record) => read(record, context) !== null),
      ),
    ...(kind === 'stock_lot' || kind === 'contact'
      ? []
      : [['crs', 'crs', () => CRS_NAMES[context.crs]] as const]),
    ['asOf', 'data_as_of', () => asOf] as const,
  ].map(([field, dbf, read, title]) => ({
    field,
    dbf,
    title: context.say(`exporter.column.${title ?? field}`),
    read: (record: AnyRecord) => (read as Read<K>)(record as RecordOf[K], context),
  }));
}
