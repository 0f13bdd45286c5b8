import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  INCIDENT_FIELDS,
  mergeVersions,
  sameField,
  suggestedChoices,
} from '../../../src/panels/incident/versions.ts';
import type { Choices, IncidentVersion } from '../../../src/panels/incident/versions.ts';

type Placed = IncidentVersion & { place: readonly [number, number] };
const base: Placed = {
  title: '内涝',
  class: 'natural',
  kind: 'waterlogging',
  level: 4,
  occurredAt: '2026-11-22T04:00:00Z',
  note: '',
  place: [113, 29],
};
const changedBy = (mine: IncidentVersion, theirs: IncidentVersion, from: IncidentVersion | null) =>
  Object.fromEntries(
    compareVersions(mine, theirs, from).map(({ field, changedBy: who }) => [field, who]),
  );

describe('two versions of one incident', () => {
  it('tell who changed what', () => {
    const mine = { ...base, title: '严重内涝', level: 3 as const };
    const theirs = { ...base, note: '水深 1 米', level: 2 as const };
    expect(changedBy(mine, theirs, base)).toEqual({
      title: 'mine',
      what: 'nobody',
      level: 'both',
      occurredAt: 'nobody',
      place: 'nobody',
      note: 'theirs',
    });
  });

  it('without a common ancestor every difference is by both', () => {
    expect(changedBy({ ...base, title: 'x' }, base, null)['title']).toBe('both');
  });

  it('do not differ by the way a time, a place or a blank is written', () => {
    const theirs: Placed = {
      ...base,
      occurredAt: '2026-11-22T12:00:00.000+08:00',
      place: [113.00000000001, 29],
      title: ' 内涝 ',
    };
    expect(
      compareVersions(base, theirs, base).every((difference) => difference.changedBy === 'nobody'),
    ).toBe(true);
  });

  it('suggest what keeps both people’s work: theirs where only they changed, mine where I did', () => {
    const mine = { ...base, title: '严重内涝', level: 3 as const };
    const theirs = { ...base, note: '水深 1 米', level: 2 as const };
    const choices = suggestedChoices(compareVersions(mine, theirs, base));
    expect(mergeVersions(mine, theirs, choices)).toEqual({
      ...base,
      title: '严重内涝',
      level: 3,
      note: '水深 1 米',
    });
  });

  it('keep class and kind together', () => {
    const theirs: Placed = { ...base, class: 'accident', kind: 'fire' };
    const choices = {
      ...suggestedChoices(compareVersions(base, theirs, base)),
      what: 'theirs',
    } as Choices;
    expect(mergeVersions(base, theirs, choices)).toMatchObject({ class: 'accident', kind: 'fire' });
  });

  it('never lose a place: where theirs has none, mine stays', () => {
    const theirs: IncidentVersion = { ...base, place: null };
    const choices = Object.fromEntries(
      INCIDENT_FIELDS.map((field) => [field, 'theirs']),
    ) as Choices;
    expect(mergeVersions(base, theirs, choices).place).toEqual([113, 29]);
  });

  it('merged field by field, every field is exactly that of the chosen side', () => {
    const version: fc.Arbitrary<Placed> = fc.record({
      title: fc.constantFrom('a', 'b', 'c'),
      class: fc.constant('natural' as const),
      kind: fc.constantFrom('flood' as const, 'landslide' as const),
      level: fc.constantFrom(1 as const, 4 as const, null),
      occurredAt: fc.constantFrom('2026-11-22T04:00:00Z', '2026-11-22T05:00:00Z'),
      note: fc.constantFrom('', 'x'),
      place: fc.constantFrom([113, 29] as const, [114, 30] as const),
    });
    const side = fc.constantFrom('mine' as const, 'theirs' as const);
    const choice = fc.record(
      Object.fromEntries(INCIDENT_FIELDS.map((f) => [f, side])),
    ) as fc.Arbitrary<Choices>;
    fc.assert(
      fc.property(version, version, choice, (mine, theirs, choices) => {
        const merged = mergeVersions(mine, theirs, choices);
        for (const field of INCIDENT_FIELDS)
          expect(sameField(field, merged, choices[field] === 'mine' ? mine : theirs)).toBe(true);
      }),
    );
  });
});
