import type {
  Closure,
  District,
  EquipmentItem,
  EvacuationRoute,
  Hazard,
  Incident,
  Instant,
  RecordKind,
  RecordOf,
  Seconds,
  Settlement,
  Shelter,
  Team,
} from '../../core/model/index.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { formatDuration, formatNumber, quantityText } from '../../ui/format/numbers.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';

/** One line of a card. `value` null = unknown, and said so; `tone` 'old' = recorded, but too long ago to count. */
export interface CardFact {
  label: string;
  value: string | null;
  tone?: 'old' | 'bad';
  /** Written by others, perhaps in several lines: shown as it is. */
  isText?: boolean;
}

export interface CardContext {
  /** The server's clock in milliseconds. */
  now: number;
  zone: string;
  /** `fact_max_age` and `position_max_age` of the record's district; Infinity = no limit. */
  factMaxAge: Seconds;
  positionMaxAge: Seconds;
  settlement: ReadonlyMap<string, Settlement>;
  shelter: ReadonlyMap<string, Shelter>;
}

const listed = (words: readonly string[]): string | null =>
  words.length === 0 ? null : words.join(t('answer.text.comma'));
const numbered = (value: number | null): string | null =>
  value === null ? null : formatNumber(value);
const people = (value: number | null): string | null =>
  value === null ? null : t('card.value.people', { people: formatNumber(value) });

/** Lines that stand only where something is recorded: their absence says nothing a person waits for. */
const optional = (label: string, value: string | null, isText = false): CardFact[] =>
  value === null || value.trim() === '' ? [] : [{ label, value, isText }];

const isOlder = (at: Instant | null, limit: Seconds, now: number): boolean =>
  at !== null && now - Date.parse(at) > limit * 1000;

/** A stated value with its own time; too old a statement is marked. */
function dated(
  label: string,
  value: string | null,
  at: Instant | null,
  context: CardContext,
): CardFact {
  if (value === null || at === null) return { label, value };
  const text = t('card.value.dated', { value, ago: formatAgo(at, context.now) });
  return isOlder(at, context.factMaxAge, context.now)
    ? { label, value: text, tone: 'old' }
    : { label, value: text };
}

export function equipmentText(items: readonly EquipmentItem[]): string | null {
  return listed(
    items.map(({ item, quantity, unit }) =>
      quantity === null ? item : `${item} ${quantityText(quantity, unit)}`,
    ),
  );
}

function mobilisation({ mobilisationDayS: day, mobilisationNightS: night }: Team): string | null {
  if (day === null && night === null) return null;
  const said = (seconds: Seconds | null): string =>
    seconds === null ? t('units.unknown') : formatDuration(seconds);
  return t('card.value.mobilisation', { day: said(day), night: said(night) });
}

function position(team: Team, { now, positionMaxAge }: CardContext): CardFact[] {
  if (team.positionLng === null || team.positionLat === null) return [];
  const place = writeDecimal([team.positionLng, team.positionLat]);
  const label = t('card.field.position');
  if (team.positionAt === null) return [{ label, value: place, tone: 'old' }];
  const value = t('card.value.positionAged', { place, ago: formatAgo(team.positionAt, now) });
  return [
    isOlder(team.positionAt, positionMaxAge, now)
      ? { label, value, tone: 'old' }
      : { label, value },
  ];
}

function teamFacts(team: Team, context: CardContext): CardFact[] {
  const availability =
    team.availability === 'unknown' ? null : t(`kinds.availability.${team.availability}`);
  return [
    dated(t('card.field.availability'), availability, team.availabilityAt, context),
    { label: t('card.field.people'), value: people(team.people) },
    { label: t('card.field.capabilities'), value: listed(team.capabilities) },
    { label: t('card.field.equipment'), value: equipmentText(team.equipment) },
    ...optional(t('card.field.equipmentText'), team.equipmentText, true),
    { label: t('card.field.mobilisation'), value: mobilisation(team) },
    ...position(team, context),
  ];
}

function shelterFacts(shelter: Shelter, context: CardContext): CardFact[] {
  const { capacity, occupancy, capacityIndoor: indoor, capacityOutdoor: outdoor } = shelter;
  const said = (value: number | null): string => numbered(value) ?? t('units.unknown');
  const parts =
    indoor === null && outdoor === null ? null : { indoor: said(indoor), outdoor: said(outdoor) };
  const free = capacity === null || occupancy === null ? null : Math.max(0, capacity - occupancy);
  return [
    {
      label: t('card.field.state'),
      value: shelter.state === 'unknown' ? null : t(`kinds.shelterState.${shelter.state}`),
    },
    { label: t('card.field.capacity'), value: people(capacity) },
    ...optional(
      t('card.field.capacityParts'),
      parts === null ? null : t('card.value.parts', parts),
    ),
    ...optional(t('card.field.capacityText'), shelter.capacityText, true),
    occupancy !== null && shelter.occupancyAt === null
      ? {
          label: t('card.field.occupancy'),
          value: t('card.value.undated', { value: people(occupancy) ?? '' }),
          tone: 'old',
        }
      : dated(t('card.field.occupancy'), people(occupancy), shelter.occupancyAt, context),
    { label: t('card.field.free'), value: people(free) },
    {
      label: t('card.field.area'),
      value:
        shelter.effectiveAreaM2 === null
          ? null
          : t('card.value.area', { area: formatNumber(shelter.effectiveAreaM2) }),
    },
    { label: t('card.field.facilities'), value: listed(shelter.facilities) },
    ...optional(t('card.field.serviceArea'), shelter.serviceArea),
  ];
}

const eventText = ({ class: c, kind }: Pick<Hazard, 'class' | 'kind'>): string =>
  `${t(`kinds.eventClass.${c}`)} · ${t(`kinds.event.${kind}`)}`;
const levelText = ({ level }: Pick<Hazard, 'level'>): string | null =>
  level === null ? null : t(`kinds.level.${level}`);

function deadline(
  { rectificationDeadline: date, rectificationState: state }: Hazard,
  { now, zone }: CardContext,
): CardFact {
  const label = t('card.field.deadline');
  if (date === null) return { label, value: null };
  const today = formatFullClock(now, zone).slice(0, 10);
  if (state === 'closed' || date >= today) return { label, value: date };
  return { label, value: t('card.value.overdue', { date }), tone: 'bad' };
}

function hazardFacts(hazard: Hazard, context: CardContext): CardFact[] {
  const { rectificationState: state } = hazard;
  return [
    { label: t('card.field.what'), value: eventText(hazard) },
    { label: t('card.field.level'), value: levelText(hazard) },
    { label: t('card.field.peopleAtRisk'), value: people(hazard.peopleAtRisk) },
    {
      label: t('card.field.rectification'),
      value: state === null ? null : t(`kinds.rectification.${state}`),
    },
    { label: t('card.field.owner'), value: hazard.rectificationOwner },
    deadline(hazard, context),
  ];
}

function routeFacts(route: EvacuationRoute, { settlement, shelter }: CardContext): CardFact[] {
  const nameIn = (
    table: ReadonlyMap<string, { name: string }>,
    id: string | null,
  ): string | null => (id === null ? null : (table.get(id)?.name ?? null));
  return [
    {
      label: t('card.field.passable'),
      value: route.state === 'unknown' ? null : t(`kinds.passable.${route.state}`),
    },
    { label: t('card.field.settlement'), value: nameIn(settlement, route.settlementId) },
    { label: t('card.field.shelter'), value: nameIn(shelter, route.shelterId) },
    {
      label: t('card.field.width'),
      value:
        route.widthM === null ? null : t('card.value.width', { width: formatNumber(route.widthM) }),
    },
  ];
}

function settlementFacts(place: Settlement): CardFact[] {
  const { households } = place;
  return [
    { label: t('card.field.people'), value: people(place.people) },
    { label: t('card.field.needHelp'), value: people(place.peopleNeedHelp) },
    {
      label: t('card.field.households'),
      value:
        households === null
          ? null
          : t('card.value.households', { households: formatNumber(households) }),
    },
    ...optional(t('card.field.door'), place.door),
  ];
}

function incidentFacts(incident: Incident, { zone, now }: CardContext): CardFact[] {
  const clock = (at: Instant): string =>
    t('card.value.asOfRecord', { value: formatAgo(at, now), clock: formatFullClock(at, zone) });
  return [
    { label: t('card.field.state'), value: t(`incident.state.${incident.state}`) },
    { label: t('card.field.what'), value: eventText(incident) },
    { label: t('card.field.level'), value: levelText(incident) },
    { label: t('incident.field.occurredAt'), value: clock(incident.occurredAt) },
    ...optional(t('incident.field.note'), incident.note, true),
  ];
}

function closureFacts(closure: Closure, { zone }: CardContext): CardFact[] {
  const clock = (at: Instant): string => formatFullClock(at, zone);
  return [
    { label: t('card.field.reason'), value: closure.reason, isText: true },
    { label: t('card.field.from'), value: clock(closure.fromAt) },
    {
      label: t('card.field.until'),
      value: closure.untilAt === null ? t('card.value.untilLifted') : clock(closure.untilAt),
    },
    ...optional(t('card.field.lifted'), closure.liftedAt === null ? null : clock(closure.liftedAt)),
  ];
}

const districtFacts = (district: District): CardFact[] => [
  { label: t('card.field.code'), value: district.code },
  { label: t('card.field.districtLevel'), value: t(`card.districtLevel.${district.level}`) },
  { label: t('card.field.timezone'), value: district.timezone },
];

/** What is known about a record of any kind, the most asked first. */
export function cardFacts<K extends RecordKind>(
  kind: K,
  record: RecordOf[K],
  context: CardContext,
): CardFact[] {
  switch (kind) {
    case 'team':
      return teamFacts(record as Team, context);
    case 'shelter':
      return shelterFacts(record as Shelter, context);
    case 'depot':
      return optional(
        t('card.field.inventoryText'),
        (record as RecordOf['depot']).inventoryText,
        true,
      );
    case 'hazard':
      return hazardFacts(record as Hazard, context);
    case 'evacuation_route':
      return routeFacts(record as EvacuationRoute, context);
    case 'settlement':
      return settlementFacts(record as Settlement);
    case 'incident':
      return incidentFacts(record as Incident, context);
    case 'closure':
      return closureFacts(record as Closure, context);
    case 'district':
      return districtFacts(record as District);
    default:
      return [];
  }
}
