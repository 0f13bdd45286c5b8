/**
 * What a row says about its record, per kind. Keys are the fields of the record types; a field the file does not speak
 * about is left out (so that an import never wipes what others know), one it leaves empty is null.
 */
import type { EventKind, Suitability } from '../../model/index.ts';
import { SUITABILITY_FIELDS } from '../columns/suitability-fields.ts';
import type { RejectReason } from '../codes.ts';
import type { FieldValue, ImportKind, ImportWords, InventoryItem, Params } from '../types.ts';
import { readCapacity } from '../values/capacity.ts';
import {
  readAvailability,
  readBaseLayer,
  readFlag,
  readIncidentState,
  readLevel,
  readPassable,
  readRectification,
  readShelterState,
  readSuitability,
} from '../values/enum-words.ts';
import { readEventKind } from '../values/event-words.ts';
import { itemsInJson } from '../values/equipment.ts';
import { readInventory } from '../values/inventory.ts';
import { partsOf } from '../values/text.ts';
import { eventOf } from './event-kind.ts';
import type { RowReader } from './row-reader.ts';

export interface FileContext {
  /** Kind of event that the file as a whole is about. */
  inferredKind: EventKind | null;
  /** Layer of drawing data that the file as a whole holds. */
  inferredLayer: string | null;
  /** Where the person says the data is from. */
  statedSource: string | null;
  fileName: string;
  words: ImportWords;
}

export interface Told {
  fields: Record<string, FieldValue>;
  /** Fields filled with a word that only says that the file says nothing. */
  madeUp: string[];
  stock: InventoryItem[];
  /** The row lacks what a record cannot be without. */
  missing: { reason: RejectReason; params: Params } | null;
  /** The file does not say what kind of event (or layer) this is: nothing can be written before a person does. */
  undecided: boolean;
}

type Fill = (reader: RowReader, context: FileContext, told: Told) => void;

/** Sets a field when the file speaks about it. */
function put(reader: RowReader, told: Told, field: string, value: () => FieldValue): void {
  if (reader.has(field)) told.fields[field] = value();
}

/** Stated by a column or an option; the file's name says it only for what is new or changed. */
const sourceOf: Fill = (reader, context, told) => {
  const stated = (reader.has('source') ? reader.line('source') : null) ?? context.statedSource;
  if (stated === null) told.madeUp.push('source');
  told.fields.source = stated ?? context.fileName;
};

const registered: Fill = (reader, context, told) => {
  put(reader, told, 'address', () => reader.line('address', 1000));
  put(reader, told, 'note', () => reader.text('note'));
  put(reader, told, 'observedAt', () => reader.instant('observedAt'));
  put(reader, told, 'verifiedAt', () => reader.instant('verifiedAt'));
  sourceOf(reader, context, told);
};

/** Kinds of shelters and teams are the office's own words. */
const kindInWords: Fill = (reader, context, told) => {
  const kind = reader.has('kind') ? reader.line('kind', 100) : null;
  if (kind === null) told.madeUp.push('kind');
  told.fields.kind = kind ?? context.words.unclassified;
};

const event: Fill = (reader, context, told) => {
  const found = eventOf(reader, context.inferredKind);
  if (found === null) told.undecided = true;
  else Object.assign(told.fields, found);
  put(reader, told, 'level', () => reader.read('level', readLevel));
};

const settlement: Fill = (reader, context, told) => {
  registered(reader, context, told);
  put(reader, told, 'people', () => reader.count('people'));
  put(reader, told, 'households', () => reader.count('households'));
  put(reader, told, 'door', () => reader.line('door'));
  put(reader, told, 'peopleNeedHelp', () => {
    const people = told.fields.people;
    return reader.read('peopleNeedHelp', (text) => {
      const count = Number(text);
      return Number.isInteger(count) && count >= 0 && (typeof people !== 'number' || count <= people) ? count : null;
    });
  });
};

const hazard: Fill = (reader, context, told) => {
  registered(reader, context, told);
  event(reader, context, told);
  put(reader, told, 'peopleAtRisk', () => reader.count('peopleAtRisk'));
  put(reader, told, 'rectificationState', () => reader.read('rectificationState', readRectification));
  put(reader, told, 'rectificationOwner', () => reader.line('rectificationOwner'));
  put(reader, told, 'rectificationDeadline', () => reader.date('rectificationDeadline'));
};

/** `no` is worse than not sure (△ is one of these), which is worse than `yes`. */
const worseOf = (a: Suitability, b: Suitability): Suitability =>
  a === 'no' || b === 'no' ? 'no' : a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';

function suitabilityOf(reader: RowReader): Partial<Record<EventKind, Suitability>> | null {
  const suits: Partial<Record<EventKind, Suitability>> = {};
  let spoken = false;
  for (const { name, kinds, both } of reader.among(SUITABILITY_FIELDS)) {
    spoken = true;
    const text = reader.text(name);
    const answer = readSuitability(text ?? '');
    for (const kind of kinds) {
      const other = suits[kind];
      if (other === undefined) suits[kind] = answer;
      else if (both === true) suits[kind] = text === null ? other : worseOf(other, answer);
      else if (answer !== 'unknown') suits[kind] = answer;
    }
  }
  if (reader.has('suitabilityList')) {
    spoken = true;
    for (const part of partsOf(reader.text('suitabilityList') ?? '')) {
      const kind = readEventKind(part);
      if (kind === null) reader.miss('suitabilityList', part);
      else suits[kind] = 'yes';
    }
  }
  // `洪水：适用；地震：不适用`, as exports write it: each kind with its answer.
  const stated = reader.has('suitability') ? reader.text('suitability') : null;
  for (const part of stated === null ? [] : stated.split(/[;；]/)) {
    const [word = '', answer = ''] = part.split(/[:：=]/);
    const kind = readEventKind(word.trim());
    if (kind === null) reader.miss('suitability', part);
    else suits[kind] = readSuitability(answer);
    spoken = true;
  }
  return spoken ? suits : null;
}

const MOST_IN_SHELTER = 10_000_000;

const shelter: Fill = (reader, context, told) => {
  registered(reader, context, told);
  kindInWords(reader, context, told);
  put(reader, told, 'state', () => reader.read('state', readShelterState) ?? 'unknown');
  put(reader, told, 'capacity', () => {
    const text = reader.text('capacity', 1000);
    const { total, indoor, outdoor } = readCapacity(text ?? '');
    const fits = (value: number | null): number | null => (value !== null && value <= MOST_IN_SHELTER ? value : null);
    told.fields.capacityText = text !== null && /^\d+$/.test(text) ? null : text;
    if (indoor !== null) told.fields.capacityIndoor = fits(indoor);
    if (outdoor !== null) told.fields.capacityOutdoor = fits(outdoor);
    if (text !== null && (fits(total) ?? fits(indoor) ?? fits(outdoor)) === null) reader.miss('capacity', text);
    return fits(total);
  });
  // What the source wrote stands beside the number in exports.
  const written = reader.has('capacityText') ? reader.text('capacityText', 1000) : null;
  if (written !== null) told.fields.capacityText = written;
  put(reader, told, 'capacityIndoor', () => reader.count('capacityIndoor', MOST_IN_SHELTER));
  put(reader, told, 'capacityOutdoor', () => reader.count('capacityOutdoor', MOST_IN_SHELTER));
  put(reader, told, 'effectiveAreaM2', () => reader.area('effectiveAreaM2'));
  put(reader, told, 'serviceArea', () => reader.text('serviceArea', 2000));
  if (reader.has('facilities') || reader.has('accessible')) {
    const listed = reader.has('facilities') ? partsOf(reader.text('facilities') ?? '') : [];
    const accessible = reader.has('accessible') ? (reader.text('accessible', 500) ?? '') : '';
    const flag = readFlag(accessible);
    if (accessible !== '' && flag !== false) listed.push(flag === true ? reader.titleOf('accessible') : accessible);
    told.fields.facilities = listed.map((facility) => facility.slice(0, 500));
  }
  const suitability = suitabilityOf(reader);
  if (suitability !== null) told.fields.suitability = suitability;
};

const depot: Fill = (reader, context, told) => {
  registered(reader, context, told);
  if (!reader.has('inventory')) return;
  const text = reader.text('inventory');
  told.fields.inventoryText = text;
  told.stock = readInventory(text ?? '').map((item) => ({
    ...item,
    item: item.item.slice(0, 500),
    spec: item.spec?.slice(0, 500) ?? null,
  }));
};

/** Items of an equipment text; exports write as JSON what the text could not say exactly. */
export function equipmentIn(text: string): { item: string; quantity: number | null; unit: string | null }[] {
  return (
    itemsInJson(text)?.map(({ item, quantity, unit }) => ({ item, quantity, unit })) ??
    readInventory(text).map(({ item, quantity, unit, spec }) => ({
      item: spec === null ? item : `${item}（${spec}）`,
      quantity,
      unit,
    }))
  );
}

const team: Fill = (reader, context, told) => {
  registered(reader, context, told);
  kindInWords(reader, context, told);
  put(reader, told, 'capabilities', () => partsOf(reader.text('capabilities') ?? '').map((part) => part.slice(0, 500)));
  put(reader, told, 'people', () => reader.count('people', 1_000_000));
  if (reader.has('equipment')) {
    const text = reader.text('equipment');
    told.fields.equipmentText = text;
    told.fields.equipment = equipmentIn(text ?? '');
  }
  const listed = reader.has('equipmentItems') ? reader.text('equipmentItems') : null;
  if (listed !== null) told.fields.equipment = equipmentIn(listed);
  // An export that lists the items and leaves the list empty says that there is none written down.
  else if (reader.has('equipmentItems')) delete told.fields.equipment;
  put(reader, told, 'mobilisationDayS', () => reader.duration('mobilisationDayS'));
  put(reader, told, 'mobilisationNightS', () => reader.duration('mobilisationNightS'));
  put(reader, told, 'availability', () => reader.read('availability', readAvailability) ?? 'unknown');
  put(reader, told, 'availabilityAt', () => reader.instant('availabilityAt'));
};

const route: Fill = (reader, context, told) => {
  registered(reader, context, told);
  put(reader, told, 'settlementName', () => reader.line('settlementName'));
  put(reader, told, 'shelterName', () => reader.line('shelterName'));
  put(reader, told, 'settlementId', () => reader.uuid('settlementId'));
  put(reader, told, 'shelterId', () => reader.uuid('shelterId'));
  put(reader, told, 'widthM', () => reader.length('widthM'));
  put(reader, told, 'state', () => reader.read('state', readPassable) ?? 'unknown');
};

const incident: Fill = (reader, context, told) => {
  event(reader, context, told);
  const occurredAt = reader.has('occurredAt') ? reader.instant('occurredAt') : null;
  if (occurredAt === null)
    told.missing = {
      reason: 'value_refused',
      params: { field: 'occurredAt', text: reader.raw('occurredAt').slice(0, 40) },
    };
  told.fields.occurredAt = occurredAt;
  const note = [reader.line('address', 1000), reader.text('note')].filter((text) => text !== null);
  if (note.length > 0) told.fields.note = note.join('\n');
  // A list of what happened is history: an incident is open only when the file says so.
  const state = reader.has('state') ? reader.read('state', readIncidentState) : null;
  told.fields.state = state ?? 'closed';
  const closedAt = reader.has('closedAt') ? reader.instant('closedAt') : null;
  if (told.fields.state === 'closed')
    told.fields.closedAt = closedAt !== null && occurredAt !== null && closedAt >= occurredAt ? closedAt : occurredAt;
  sourceOf(reader, context, told);
};

const closure: Fill = (reader, context, told) => {
  const fromAt = reader.has('fromAt') ? reader.instant('fromAt', true) : null;
  if (fromAt === null)
    told.missing = { reason: 'value_refused', params: { field: 'fromAt', text: reader.raw('fromAt').slice(0, 40) } };
  told.fields.fromAt = fromAt;
  const after = (field: string, ahead: boolean): FieldValue => {
    const at = reader.instant(field, ahead);
    return at !== null && fromAt !== null && at > fromAt ? at : null;
  };
  put(reader, told, 'untilAt', () => after('untilAt', true));
  put(reader, told, 'liftedAt', () => after('liftedAt', false));
  sourceOf(reader, context, told);
};

const baseFeature: Fill = (reader, context, told) => {
  const layer = (reader.has('layer') ? reader.read('layer', readBaseLayer) : null) ?? context.inferredLayer;
  if (layer === null) told.undecided = true;
  else told.fields.layer = layer;
  told.fields.class = (reader.has('class') ? reader.line('class', 60) : null) ?? 'unclassified';
  sourceOf(reader, context, told);
};

const FILLS: Readonly<Record<Exclude<ImportKind, 'district'>, Fill>> = {
  settlement,
  hazard,
  shelter,
  depot,
  team,
  evacuation_route: route,
  incident,
  closure,
  base_feature: baseFeature,
};

/** What the reader's current row says about a record of this kind. */
export function tellFields(kind: Exclude<ImportKind, 'district'>, reader: RowReader, context: FileContext): Told {
  const told: Told = { fields: {}, madeUp: [], stock: [], missing: null, undecided: false };
  FILLS[kind](reader, context, told);
  return told;
}
