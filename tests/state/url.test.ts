import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_EVENT_KINDS, RECORD_KINDS } from '../../src/core/model/index.ts';
import type { Level } from '../../src/core/model/index.ts';
import { TABLE_KINDS } from '../../src/core/schema/index.ts';
import { MAP_LAYERS } from '../../src/state/session.ts';
import type { AnswerTab, Mode } from '../../src/state/session.ts';
import { plainPicture, readUrl, writeUrl } from '../../src/state/url.ts';
import type { Picture, UrlFocus } from '../../src/state/url.ts';

const rounded = (least: number, most: number, digits: number) =>
  fc
    .double({ min: least, max: most, noNaN: true })
    .map((value) => Number(value.toFixed(digits)) + 0);
const id = fc.uuid();
const text = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .filter((s) => s.trim() === s && s.length <= 60);
const kind = fc.constantFrom(...ALL_EVENT_KINDS);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const focus: fc.Arbitrary<UrlFocus> = fc.oneof(
  fc.constant({ tag: 'none' } as const),
  id.map((saved) => ({ tag: 'saved' as const, id: saved })),
  fc
    .record({
      lng: rounded(-180, 180, 7),
      lat: rounded(-90, 90, 7),
      kind: maybe(kind),
      level: maybe(fc.constantFrom<Level>(1, 2, 3, 4)),
    })
    .map(({ lng, lat, ...rest }) => ({
      tag: 'draft' as const,
      place: [lng, lat] as const,
      ...rest,
    })),
);

const picture: fc.Arbitrary<Picture> = fc.record({
  mode: fc.constantFrom<Mode>('command', 'records', 'people'),
  table: fc.constantFrom(...TABLE_KINDS),
  view: maybe(
    fc.record({
      zoom: rounded(0, 24, 2),
      lat: rounded(-90, 90, 5),
      lng: rounded(-180, 180, 5),
      bearing: rounded(-180, 180, 1),
    }),
  ),
  selection: maybe(fc.record({ kind: fc.constantFrom(...RECORD_KINDS), id })),
  focus,
  tab: fc.constantFrom<AnswerTab>('team', 'depot', 'shelter', 'hazard'),
  layers: fc
    .tuple(...MAP_LAYERS.map(() => fc.boolean()))
    .map(
      (on) =>
        Object.fromEntries(MAP_LAYERS.map((layer, at) => [layer, on[at]])) as Picture['layers'],
    ),
  baseMapId: fc.constantFrom('local', 'tianditu-img', 'a_b:c'),
  filters: fc.record({
    count: maybe(fc.integer({ min: 1, max: 500 })),
    radius: maybe(fc.integer({ min: 1, max: 20_000_000 })),
    capability: maybe(text),
    onlyAvailable: fc.boolean(),
    item: maybe(text),
    itemQuantity: maybe(fc.integer({ min: 0, max: 1_000_000 })),
    freeCapacity: maybe(fc.integer({ min: 0, max: 1_000_000 })),
  }),
  rain: fc.boolean(),
  timeBands: fc.boolean(),
});

describe('the address of a picture', () => {
  it('comes back as the same picture, nothing ignored', () => {
    fc.assert(
      fc.property(picture, (shown) => {
        expect(readUrl(writeUrl(shown))).toEqual({ picture: shown, ignored: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is stable: reading and writing again changes no letter', () => {
    fc.assert(
      fc.property(picture, (shown) => {
        const address = writeUrl(shown);
        expect(writeUrl(readUrl(address).picture)).toBe(address);
      }),
    );
  });

  it('survives what browsers and messengers do to it', () => {
    fc.assert(
      fc.property(picture, (shown) => {
        const address = new URL(`http://x/${writeUrl(shown)}`);
        expect(readUrl(address.hash).picture).toEqual(shown);
      }),
    );
  });

  it('never fails, whatever someone types', () => {
    const names = [
      'map',
      'sel',
      'in',
      'at',
      'mode',
      'table',
      'tab',
      'off',
      'base',
      'k',
      'r',
      'cap',
      'ready',
      'item',
      'qty',
      'free',
      '__proto__',
      'x',
    ];
    const parts = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ maxLength: 100 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(parts, fc.string(), (known, wild) => {
        const typed = `#${known.map(([name, value]) => `${name}=${value}`).join('&')}${wild}`;
        const read = readUrl(typed);
        expect(readUrl(writeUrl(read.picture)).ignored).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is short and can be read', () => {
    const shown: Picture = {
      ...plainPicture,
      view: { zoom: 13.5, lat: 29.35712, lng: 113.12903, bearing: 0 },
      focus: { tag: 'draft', place: [113.1, 29.3], kind: 'flood', level: 2 },
      layers: { ...plainPicture.layers, settlement: false },
      tab: 'depot',
      filters: { ...plainPicture.filters, item: '帐篷', itemQuantity: 200 },
    };
    expect(decodeURIComponent(writeUrl(shown))).toBe(
      '#map=13.5/29.35712/113.12903&at=113.1,29.3,flood,2&tab=depot&off=settlement&item=帐篷&qty=200',
    );
    expect(writeUrl(plainPicture)).toBe('');
  });

  it.each([
    ['#map=x/1/2', 'map'],
    ['#map=13/91/2', 'map'],
    ['#map=0x10/1/2', 'map'],
    ['#sel=castle.1', 'sel'],
    ['#sel=team.<script>', 'sel'],
    ['#at=113.1', 'at'],
    ['#at=113.1,29.3,flood,7', 'at'],
    ['#at=113.1,29.3,party', 'at'],
    ['#at=,,', 'at'],
    ['#tab=cake', 'tab'],
    ['#off=team,cake', 'off'],
    ['#k=0', 'k'],
    ['#k=2.5', 'k'],
    ['#qty=-3', 'qty'],
    ['#ready=yes', 'ready'],
    ['#colour=red', 'colour'],
    ['#__proto__=1', '__proto__'],
  ])('ignores %s and names it', (address, part) => {
    expect(readUrl(address)).toEqual({ picture: plainPicture, ignored: [part] });
  });

  it('keeps the good parts beside a bad one', () => {
    const { picture: read, ignored } = readUrl('#tab=depot&map=9/99/9');
    expect([read.tab, ignored]).toEqual(['depot', ['map']]);
  });
});
