/**
 * What a row says about its record, per kind. Keys are the fields of the record types; a field the file does not speak
 * about is left out (so that an import never wipes what others know), one it leaves empty is null.
 */
import type { ImportKind } from '../types.ts';
import type { RegisterKind } from '../../schema/index.ts';
import { readBaseLayer, readIncidentState } from '../values/enum-words.ts';
import { itemsInJson } from '../values/equipment.ts';
import { readInventory } from '../values/inventory.ts';
import { depthSteps } from './depth-fields.ts';
import { eventOf } from './event-kind.ts';
import { lotSteps } from './lot-fields.ts';
import { otherSteps, plainSteps, REGISTERED } from './plain-fields.ts';
import type { RowReader } from './row-reader.ts';
import { designatedKind } from './designated-kind.ts';
import { shelterSteps } from './shelter-fields.ts';
import { endAfter, noFacts, put } from './row-facts.ts';
import type { FileContext, Step, Steps, RowFacts } from './row-facts.ts';

/** Stated by a column or an option; the file's name says it only for what is new or changed. */
const sourceOf: Steps = (reader, { statedSource, fileName }) => {
  const field = reader.field('source');
  return [
    (facts) => {
      const stated = field?.line() ?? statedSource;
      if (stated === null) facts.madeUp.push('source');
      facts.fields.source = stated ?? fileName;
    },
  ];
};

const registered =
  (kind: RegisterKind): Steps =>
  (reader, context) => [...plainSteps(reader, kind, REGISTERED), ...sourceOf(reader, context)];

/** Kinds of shelters and teams are the office's own words. */
const kindInWords: Steps = (reader, { words }) => {
  const field = reader.field('kind');
  return [
    (facts) => {
      const kind = field?.line(100) ?? null;
      if (kind === null) facts.madeUp.push('kind');
      facts.fields.kind = kind ?? words.unclassified;
    },
  ];
};

const event: Steps = (reader, { inferredKind }) => [
  (facts) => {
    const found = eventOf(reader, inferredKind);
    if (found === null) facts.undecided = true;
    else Object.assign(facts.fields, found);
  },
];

const settlement: Steps = (reader, context) => [
  ...registered('settlement')(reader, context),
  ...otherSteps(reader, 'settlement', ['peopleNeedHelp']),
  put(reader, 'peopleNeedHelp', (field, { fields: { people } }) =>
    field.count(typeof people === 'number' ? people : undefined),
  ),
];

const hazard: Steps = (reader, context) => [
  ...registered('hazard')(reader, context),
  ...event(reader, context),
  ...otherSteps(reader, 'hazard', ['depthMinM', 'depthMaxM', 'activeFrom', 'activeUntil']),
  ...depthSteps(reader),
  put(reader, 'activeFrom', (field) => field.instant(true)),
  endAfter(reader, 'activeUntil', 'activeFrom'),
];

const shelter: Steps = (reader, context) => [
  ...registered('shelter')(reader, context),
  ...(context.designation === null
    ? kindInWords(reader, context)
    : designatedKind(reader, context)),
  ...shelterSteps(reader, context),
];

/** The list as written, and the stock that it says there is. */
const inventory = (reader: RowReader): Step | null => {
  const field = reader.field('inventory');
  if (field === null) return null;
  return (facts) => {
    const text = field.text();
    facts.fields.inventoryText = text;
    facts.stock = readInventory(text ?? '').map((item) => ({
      ...item,
      item: item.item.slice(0, 500),
      spec: item.spec?.slice(0, 500) ?? null,
    }));
  };
};

const depot: Steps = (reader, context) => [
  ...registered('depot')(reader, context),
  inventory(reader),
  ...otherSteps(reader, 'depot'),
];

/** Items of an equipment text; exports write as JSON what the text could not say exactly. */
export function equipmentIn(
  text: string,
): { item: string; quantity: number | null; unit: string | null }[] {
  return (
    itemsInJson(text)?.map(({ item, quantity, unit }) => ({ item, quantity, unit })) ??
    readInventory(text).map(({ item, quantity, unit, spec }) => ({
      item: spec === null ? item : `${item}（${spec}）`,
      quantity,
      unit,
    }))
  );
}

/** The text as written and its items; an export that lists the items wins over what is read from the text. */
const equipment = (reader: RowReader): Step => {
  const [written, items] = [reader.field('equipment'), reader.field('equipmentItems')];
  return ({ fields }) => {
    if (written !== null) {
      const text = written.text();
      fields.equipmentText = text;
      fields.equipment = equipmentIn(text ?? '');
    }
    const listed = items?.text() ?? null;
    if (listed !== null) fields.equipment = equipmentIn(listed);
    // An export that lists the items and leaves the list empty says that there is none written down.
    else if (items !== null) delete fields.equipment;
  };
};

const team: Steps = (reader, context) => [
  ...registered('team')(reader, context),
  ...kindInWords(reader, context),
  ...plainSteps(reader, 'team', ['capabilities', 'people']),
  equipment(reader),
  ...otherSteps(reader, 'team', ['kind', 'capabilities', 'people']),
];

const route: Steps = (reader, context) => [
  ...registered('evacuation_route')(reader, context),
  put(reader, 'settlementName', (field) => field.line()),
  put(reader, 'shelterName', (field) => field.line()),
  ...plainSteps(reader, 'evacuation_route', ['settlementId', 'shelterId']),
  ...otherSteps(reader, 'evacuation_route', ['settlementId', 'shelterId']),
];

/** The moment without which a record of this kind cannot be. */
const needed = (reader: RowReader, name: string, ahead = false): Step => {
  const field = reader.field(name);
  return (facts) => {
    const at = field?.instant(ahead) ?? null;
    if (at === null)
      facts.missing = {
        reason: 'value_refused',
        params: { field: name, text: reader.raw(name).slice(0, 40) },
      };
    facts.fields[name] = at;
  };
};

const incident: Steps = (reader, context) => {
  const [address, note] = [reader.field('address'), reader.field('note')];
  const [state, closedAt] = [reader.field('state'), reader.field('closedAt')];
  return [
    ...event(reader, context),
    ...plainSteps(reader, 'incident', ['level']),
    needed(reader, 'occurredAt'),
    ({ fields }) => {
      const texts = [address?.line(1000) ?? null, note?.text() ?? null].filter(
        (text) => text !== null,
      );
      if (texts.length > 0) fields.note = texts.join('\n');
    },
    ({ fields }) => {
      // A list of what happened is history: an incident is open only when the file says so.
      const unread = state !== null && state.text() !== null;
      const stated = state?.read(readIncidentState) ?? null;
      // A word that is not understood must not end an incident.
      fields.state = stated ?? (unread ? 'open' : 'closed');
      const at = fields.occurredAt as string | null;
      const closed = closedAt?.instant() ?? null;
      if (fields.state === 'closed')
        fields.closedAt = closed !== null && at !== null && closed >= at ? closed : at;
    },
    ...depthSteps(reader),
    ...otherSteps(reader, 'incident', [
      'level',
      'occurredAt',
      'closedAt',
      'depthMinM',
      'depthMaxM',
    ]),
    ...sourceOf(reader, context),
  ];
};

const closure: Steps = (reader, context) => {
  return [
    needed(reader, 'fromAt', true),
    endAfter(reader, 'untilAt', 'fromAt'),
    endAfter(reader, 'liftedAt', 'fromAt', false),
    ...otherSteps(reader, 'closure', ['fromAt', 'untilAt', 'liftedAt']),
    ...sourceOf(reader, context),
  ];
};

const stockLot: Steps = (reader, context) => [
  ...lotSteps(reader, context),
  ...sourceOf(reader, context),
];

const baseFeature: Steps = (reader, context) => {
  const [layer, kind] = [reader.field('layer'), reader.field('class')];
  return [
    (facts) => {
      const found = layer?.read(readBaseLayer) ?? context.inferredLayer;
      if (found === null) facts.undecided = true;
      else facts.fields.layer = found;
      facts.fields.class = kind?.line(60) ?? 'unclassified';
    },
    ...sourceOf(reader, context),
  ];
};

const STEPS: Readonly<Record<Exclude<ImportKind, 'district'>, Steps>> = {
  settlement,
  hazard,
  shelter,
  depot,
  stock_lot: stockLot,
  team,
  evacuation_route: route,
  incident,
  closure,
  base_feature: baseFeature,
};

/** What a row says beyond its numbers (约12人) goes into its note; where the file has none, only into that of a new record. */
function keepRemarks({ fields, madeUp }: RowFacts, remarks: readonly string[]): void {
  if (fields.note === undefined) madeUp.push('note');
  const note = typeof fields.note === 'string' ? [fields.note] : [];
  fields.note = [...note, ...remarks].join('\n');
}

/** What the rows of a file say about records of a kind: the answer is for the row that the reader was turned to. */
export function factsReader(
  kind: Exclude<ImportKind, 'district'>,
  reader: RowReader,
  context: FileContext,
): () => RowFacts {
  const steps = STEPS[kind](reader, context).filter((step) => step !== null);
  const hasNote = kind !== 'closure' && kind !== 'base_feature';
  return () => {
    const facts = noFacts();
    for (let i = 0; i < steps.length; i++) steps[i]?.(facts);
    if (hasNote && reader.remarksOfRow().length > 0) keepRemarks(facts, reader.remarksOfRow());
    return facts;
  };
}
