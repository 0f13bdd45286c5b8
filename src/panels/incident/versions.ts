import type { Incident, LngLat } from '../../core/model/index.ts';
import { changedSince } from '../../core/register/index.ts';
import type { Side } from '../../core/register/index.ts';
import type { IncidentDraft } from '../../state/session.ts';

/** What a person can change about an incident, in the order of the form. */
export const INCIDENT_FIELDS = ['title', 'what', 'level', 'occurredAt', 'place', 'note'] as const;
export type IncidentField = (typeof INCIDENT_FIELDS)[number];

/** One field of two versions, and who changed it since the version both began with. */
export interface FieldDifference {
  field: IncidentField;
  changedBy: 'nobody' | Side | 'both';
  /** What is kept unless the person chooses otherwise: a change nobody contradicts, else mine. */
  suggested: Side;
}

/** The editable content of either version. */
export type IncidentVersion = Pick<
  IncidentDraft,
  'title' | 'class' | 'kind' | 'level' | 'occurredAt' | 'note'
> & {
  place: LngLat | null;
};

export const versionOfDraft = ({
  title,
  class: c,
  kind,
  level,
  occurredAt,
  note,
  place,
}: IncidentDraft): IncidentVersion => ({
  title,
  class: c,
  kind,
  level,
  occurredAt,
  note,
  place,
});

export const versionOfIncident = (incident: Incident): IncidentVersion => ({
  title: incident.title,
  class: incident.class,
  kind: incident.kind,
  level: incident.level,
  occurredAt: incident.occurredAt,
  note: incident.note ?? '',
  place: incident.lng === null || incident.lat === null ? null : [incident.lng, incident.lat],
});

/** A coordinate travels as text and may come back with other last digits; 1e-7 degree is a centimetre. */
const SAME_DEGREES = 1e-7;

function samePlace(a: LngLat | null, b: LngLat | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a[0] - b[0]) < SAME_DEGREES && Math.abs(a[1] - b[1]) < SAME_DEGREES;
}

export function sameField(field: IncidentField, a: IncidentVersion, b: IncidentVersion): boolean {
  switch (field) {
    case 'what':
      return a.class === b.class && a.kind === b.kind;
    case 'place':
      return samePlace(a.place, b.place);
    case 'occurredAt':
      return Date.parse(a.occurredAt) === Date.parse(b.occurredAt);
    case 'title':
    case 'note':
      return a[field].trim() === b[field].trim();
    case 'level':
      return a.level === b.level;
  }
}

/** Compare two versions field by field with the one both began with (null = unknown: then every difference is by both). */
export function compareVersions(
  mine: IncidentVersion,
  theirs: IncidentVersion,
  base: IncidentVersion | null,
): FieldDifference[] {
  return INCIDENT_FIELDS.map((field) => {
    if (sameField(field, mine, theirs)) return { field, changedBy: 'nobody', suggested: 'theirs' };
    const byMe = base === null || !sameField(field, mine, base);
    const byThem = base === null || !sameField(field, theirs, base);
    return { field, ...changedSince(byMe, byThem) };
  });
}

export type Choices = Readonly<Record<IncidentField, Side>>;

export const suggestedChoices = (differences: readonly FieldDifference[]): Choices =>
  Object.fromEntries(differences.map(({ field, suggested }) => [field, suggested])) as Choices;

/** The version made of the chosen fields. Mine always has a place; theirs may have none, then mine is kept. */
export function mergeVersions(
  mine: IncidentVersion & { place: LngLat },
  theirs: IncidentVersion,
  choices: Choices,
): IncidentVersion & { place: LngLat } {
  const from = (field: IncidentField): IncidentVersion =>
    choices[field] === 'mine' ? mine : theirs;
  return {
    title: from('title').title,
    class: from('what').class,
    kind: from('what').kind,
    level: from('level').level,
    occurredAt: from('occurredAt').occurredAt,
    note: from('note').note,
    place: from('place').place ?? mine.place,
  };
}
