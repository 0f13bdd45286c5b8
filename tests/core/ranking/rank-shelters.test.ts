import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { Filters } from '../../../src/core/ranking/types.ts';
import type { EventKind, Shelter } from '../../../src/core/model/index.ts';
import { DAY, YEAR, ago, question, shelter, tables } from './register.ts';

function asked(
  given: Partial<Shelter>,
  filters: Partial<Filters> = {},
  eventKind: EventKind | null = null,
) {
  const answer = rankCandidates(
    question('shelter', filters, { eventKind }),
    tables({ shelter: [shelter('s', given)] }),
  );
  return { row: answer.ranked[0] ?? null, because: answer.leftOut[0]?.because ?? null };
}

describe('a shelter of which nothing is known', () => {
  it('ranks whatever is asked, and all of it is said', () => {
    const { row } = asked({}, { freeCapacity: 300 }, 'flood');
    expect(row?.unknowns).toEqual([
      { fact: 'shelter-state', why: 'never-recorded' },
      { fact: 'occupancy', why: 'never-recorded' },
      { fact: 'capacity', why: 'never-recorded' },
      { fact: 'suitability', why: 'never-recorded' },
    ]);
  });
});

describe('state', () => {
  it('recorded closed leaves out, unless that is too old', () => {
    expect(asked({ state: 'closed' }).because).toEqual({
      reason: 'unavailable',
      state: 'closed',
      at: ago(DAY),
    });
    expect(asked({ state: 'closed', observedAt: ago(2 * YEAR) }).row?.unknowns).toContainEqual({
      fact: 'shelter-state',
      why: 'too-old',
      at: ago(2 * YEAR),
      seconds: 2 * YEAR,
    });
    expect(asked({ state: 'standby' }).row?.facts).toContainEqual({
      tag: 'shelter-state',
      value: 'standby',
    });
  });
});

describe('room', () => {
  it('is capacity minus occupancy', () => {
    const given = { capacity: 300, occupancy: 120, occupancyAt: ago(60) };
    const free = { tag: 'free-capacity', free: 180, capacity: 300, occupancy: 120, at: ago(60) };
    expect(asked(given, { freeCapacity: 180 }).row?.facts).toContainEqual(free);
    expect(asked(given, { freeCapacity: 181 }).because).toEqual({
      reason: 'full',
      asked: 181,
      free: 180,
      capacity: 300,
      occupancy: 120,
    });
  });

  it('recorded as none leaves out whatever was asked', () => {
    expect(asked({ capacity: 30, occupancy: 30 }).because).toMatchObject({
      reason: 'full',
      asked: null,
      free: 0,
    });
    expect(asked({ capacity: 30, occupancy: 45 }).because).toMatchObject({
      reason: 'full',
      free: -15,
    });
    expect(asked({ capacity: 30, occupancy: 29 }).row).not.toBeNull();
  });

  it('with people never counted is unknown, unless the whole capacity is too small', () => {
    const { row } = asked({ capacity: 300 }, { freeCapacity: 300 });
    expect(row?.unknowns).toContainEqual({ fact: 'occupancy', why: 'never-recorded' });
    expect(row?.facts).toContainEqual({ tag: 'capacity', capacity: 300 });
    expect(asked({ capacity: 300 }, { freeCapacity: 301 }).because).toEqual({
      reason: 'full',
      asked: 301,
      free: 300,
      capacity: 300,
      occupancy: null,
    });
  });

  it('with a count that is too old is unknown', () => {
    const { row } = asked(
      { capacity: 30, occupancy: 30, occupancyAt: ago(2 * YEAR) },
      { freeCapacity: 20 },
    );
    expect(row?.unknowns).toContainEqual({
      fact: 'occupancy',
      why: 'too-old',
      at: ago(2 * YEAR),
      seconds: 2 * YEAR,
    });
  });

  it('with a capacity that is unknown or too old is unknown, whatever the count', () => {
    expect(asked({ occupancy: 500 }, { freeCapacity: 20 }).row).not.toBeNull();
    const { row } = asked({
      capacity: 10,
      occupancy: 10,
      occupancyAt: ago(60),
      observedAt: ago(2 * YEAR),
    });
    expect(row?.unknowns).toContainEqual({
      fact: 'capacity',
      why: 'too-old',
      at: ago(2 * YEAR),
      seconds: 2 * YEAR,
    });
  });
});

describe('suitability', () => {
  const unfit: Partial<Shelter> = {
    suitability: { flood: 'no', earthquake: 'yes', typhoon: 'unknown' },
  };

  it('recorded no leaves out, unless that is too old', () => {
    expect(asked(unfit, {}, 'flood').because).toEqual({ reason: 'unsuitable', eventKind: 'flood' });
    expect(asked({ ...unfit, observedAt: ago(2 * YEAR) }, {}, 'flood').row).not.toBeNull();
  });

  it('recorded yes or unknown ranks', () => {
    expect(asked(unfit, {}, 'earthquake').row?.facts).toContainEqual({
      tag: 'suitability',
      eventKind: 'earthquake',
      value: 'yes',
    });
    const unknown = { fact: 'suitability', why: 'never-recorded' };
    expect(asked(unfit, {}, 'typhoon').row?.unknowns).toContainEqual(unknown);
    expect(asked(unfit, {}, 'landslide').row?.unknowns).toContainEqual(unknown);
  });

  it('is not asked after where it is never recorded: other kinds of incident, or none said', () => {
    expect(asked(unfit, {}, 'traffic').row?.unknowns).not.toContainEqual(
      expect.objectContaining({ fact: 'suitability' }),
    );
    expect(asked(unfit, {}, null).row).not.toBeNull();
  });
});

it('says the first of several reasons in their order', () => {
  const all: Partial<Shelter> = {
    state: 'closed',
    capacity: 1,
    occupancy: 9,
    suitability: { flood: 'no' },
  };
  const filters = { radius: 1, freeCapacity: 5 };
  expect(asked({ ...all, lng: 114 }, filters, 'flood').because?.reason).toBe('unavailable');
  expect(asked({ ...all, lng: 114, state: 'open' }, filters, 'flood').because?.reason).toBe('full');
  expect(
    asked({ ...all, lng: 114, state: 'open', capacity: null }, filters, 'flood').because?.reason,
  ).toBe('unsuitable');
  expect(asked({ lng: 114 }, filters, 'flood').because?.reason).toBe('outside-radius');
  expect(asked({ ...all, lng: null }, filters, 'flood').because?.reason).toBe('no-place');
});

describe('a place of temporary refuge', () => {
  it('ranks like any other: the ranking asks nothing about it', () => {
    const known: Partial<Shelter> = { state: 'open', capacity: 500, occupancy: 20 };
    const plain = asked(known, { freeCapacity: 300 }, 'flood');
    for (const refuge of [true, false])
      expect(asked({ ...known, refuge }, { freeCapacity: 300 }, 'flood')).toEqual(
        JSON.parse(JSON.stringify(plain).replaceAll('"refuge":null', `"refuge":${refuge}`)),
      );
  });
});
