/** Facts of a card that say more than the value of one column: several columns, a time beside a value, a name. */
import type { DescribedKind } from '../../core/kinds/index.ts';
import type { Hazard, Incident, Instant, RecordOf, Seconds, Team } from '../../core/model/index.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { formatDuration, formatNumber } from '../../ui/format/numbers.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import { dated, isOlder, people } from './card-fact.ts';
import type { CardContext, CardFact } from './card-fact.ts';

type Says<Kind extends DescribedKind> = (
  record: RecordOf[Kind],
  context: CardContext,
  /** The label of its column. */
  label: string,
) => CardFact | null;

type SpecialFacts = { readonly [Kind in DescribedKind]?: Readonly<Record<string, Says<Kind>>> };

function mobilisation({ mobilisationDayS: day, mobilisationNightS: night }: Team): string | null {
  if (day === null && night === null) return null;
  const said = (seconds: Seconds | null): string =>
    seconds === null ? t('units.unknown') : formatDuration(seconds);
  return t('card.value.mobilisation', { day: said(day), night: said(night) });
}

function position(team: Team, { now, positionMaxAge }: CardContext): CardFact | null {
  if (team.positionLng === null || team.positionLat === null) return null;
  const place = writeDecimal([team.positionLng, team.positionLat]);
  const label = t('card.field.position');
  if (team.positionAt === null) return { label, value: place, tone: 'old' };
  const value = t('card.value.positionAged', { place, ago: formatAgo(team.positionAt, now) });
  return isOlder(team.positionAt, positionMaxAge, now)
    ? { label, value, tone: 'old' }
    : { label, value };
}

const team: SpecialFacts['team'] = {
  availability: ({ availability, availabilityAt }, context, label) =>
    dated(
      label,
      availability === 'unknown' ? null : t(`kinds.availability.${availability}`),
      availabilityAt,
      context,
    ),
  mobilisation: (record) => ({
    label: t('card.field.mobilisation'),
    value: mobilisation(record),
  }),
  position,
};

const shelter: SpecialFacts['shelter'] = {
  capacityParts: ({ capacityIndoor: indoor, capacityOutdoor: outdoor }) => {
    if (indoor === null && outdoor === null) return null;
    const said = (value: number | null): string =>
      value === null ? t('units.unknown') : formatNumber(value);
    const parts = { indoor: said(indoor), outdoor: said(outdoor) };
    return { label: t('card.field.capacityParts'), value: t('card.value.parts', parts) };
  },
  occupancy: ({ occupancy, occupancyAt }, context, label) => {
    const value = people(occupancy);
    return value !== null && occupancyAt === null
      ? { label, value: t('card.value.undated', { value }), tone: 'old' }
      : dated(label, value, occupancyAt, context);
  },
  free: ({ capacity, occupancy }) => ({
    label: t('card.field.free'),
    value:
      capacity === null || occupancy === null ? null : people(Math.max(0, capacity - occupancy)),
  }),
};

const what = ({ class: c, kind }: Pick<Hazard, 'class' | 'kind'>): CardFact => ({
  label: t('card.field.what'),
  value: `${t(`kinds.eventClass.${c}`)} · ${t(`kinds.event.${kind}`)}`,
});

const hazard: SpecialFacts['hazard'] = {
  what,
  rectificationDeadline: (
    { rectificationDeadline: date, rectificationState: state },
    { now, zone },
    label,
  ) => {
    if (date === null) return { label, value: null };
    const today = formatFullClock(now, zone).slice(0, 10);
    if (state === 'closed' || date >= today) return { label, value: date };
    return { label, value: t('card.value.overdue', { date }), tone: 'bad' };
  },
};

const nameIn = (table: ReadonlyMap<string, { name: string }>, id: string | null): string | null =>
  id === null ? null : (table.get(id)?.name ?? null);

const evacuationRoute: SpecialFacts['evacuation_route'] = {
  settlementId: ({ settlementId }, { settlement }, label) => ({
    label,
    value: nameIn(settlement, settlementId),
  }),
  shelterId: ({ shelterId }, context, label) => ({
    label,
    value: nameIn(context.shelter, shelterId),
  }),
};

const withAge = (at: Instant, { zone, now }: CardContext): string =>
  t('card.value.asOfRecord', { value: formatAgo(at, now), clock: formatFullClock(at, zone) });

const incident: SpecialFacts['incident'] = {
  what,
  occurredAt: ({ occurredAt }: Incident, context) => ({
    label: t('incident.field.occurredAt'),
    value: withAge(occurredAt, context),
  }),
};

const closure: SpecialFacts['closure'] = {
  untilAt: ({ untilAt }, { zone }, label) => ({
    label,
    value: untilAt === null ? t('card.value.untilLifted') : formatFullClock(untilAt, zone),
  }),
};

/** By kind and by the name under which the description lists the fact. */
export const SPECIAL_FACTS: SpecialFacts = {
  team,
  shelter,
  hazard,
  evacuation_route: evacuationRoute,
  incident,
  closure,
};
