import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinates } from '../../../src/core/search/coordinates.ts';
import { writeDecimal, writeDms } from '../../../src/core/search/write-coordinates.ts';

/** The single reading of a text, rounded to 1e-6 degree. */
function only(text: string): [number, number] {
  const answer = readCoordinates(text);
  if (answer.tag !== 'read') throw new Error(`${text}: ${JSON.stringify(answer)}`);
  expect(answer.readings, text).toHaveLength(1);
  const [lng, lat] = answer.readings[0]!.place;
  return [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
}

const LNG = 113.12;
const LAT = 29.37;

describe('notations of one place', () => {
  it.each([
    ['113.12, 29.37'],
    ['113.12,29.37'],
    ['113.12 29.37'],
    ['113.12  \t 29.37'],
    ['113.12，29.37'],
    ['113.12；29.37'],
    ['113.12、29.37'],
    ['113.12/29.37'],
    ['１１３．１２，２９．３７'],
    ['113。12，29。37'],
    ['(113.12, 29.37)'],
    ['（113.12，29.37）'],
    ['[113.12,29.37]'],
    ['【113.12, 29.37】'],
    ['POINT(113.12 29.37)'],
    ['geo:29.37,113.12'],
    ['29.37, 113.12'],
    ['29.37 113.12'],
    ['+29.37 +113.12'],
    ['lng=113.12&lat=29.37'],
    ['lat: 29.37, lon: 113.12'],
    ['{"lng":113.12,"lat":29.37}'],
    ['latitude 29.37 longitude 113.12'],
    ['经度113.12 纬度29.37'],
    ['经度：113.12，纬度：29.37'],
    ['坐标：113.12，29.37'],
    ['东经113.12 北纬29.37'],
    ['东经113.12度，北纬29.37度'],
    ['北纬29.37°，东经113.12°'],
    ['東經113.12度 北緯29.37度'],
    ['東経113.12 北緯29.37'],
    ['E113.12 N29.37'],
    ['E113.12N29.37'],
    ['e113.12,n29.37'],
    ['113.12E 29.37N'],
    ['113.12°E, 29.37°N'],
    ['29.37°N 113.12°E'],
    ['N 29.37 E 113.12'],
    ['N29.37, 113.12E'],
    ['113.12º 29.37º'],
    ['113,12 29,37'],
    ['113,12; 29,37'],
    ['113°07′12″E 29°22′12″N'],
    ['113°07\'12"E 29°22\'12"N'],
    ["113°07'12''E 29°22'12''N"],
    ['113° 07’ 12.0” E, 29° 22’ 12.0” N'],
    ['E113°07′12″ N29°22′12″'],
    ['E113°07′12″，N29°22′12″'],
    ['东经113°07′12″ 北纬29°22′12″'],
    ['北纬29度22分12秒，东经113度07分12秒'],
    ['东经113度7分12秒北纬29度22分12秒'],
    ['113度7.2分，29度22.2分'],
    ["113°07.2'E 29°22.2'N"],
    ['113 07 12 E 29 22 12 N'],
    ['113 07 12, 29 22 12'],
    ['113 07 12 29 22 12'],
    ['113,07,12,29,22,12'],
    ['113:07:12 29:22:12'],
    ['113-07-12, 29-22-12'],
    ['113-07-12E 29-22-12N'],
    ['113 07.2 29 22.2'],
    ['29d22m12sN 113d07m12sE'],
    ['29d22m12s, 113d07m12s'],
    ['2922.2000,N,11307.2000,E'],
    ['292212N 1130712E'],
    ['N292212 E1130712'],
  ])('%s', (text) => {
    expect(only(text)).toEqual([LNG, LAT]);
  });

  it('reads south and west from letters, words and signs', () => {
    expect(only('33°52′04″S 151°12′36″E')).toEqual([151.21, -33.867778]);
    expect(only('33.5s, 151.25e')).toEqual([151.25, -33.5]);
    expect(only('-33.5, 151.25')).toEqual([151.25, -33.5]);
    expect(only('−33.5, 151.25')).toEqual([151.25, -33.5]);
    expect(only('33.5 -151.25')).toEqual([-151.25, 33.5]);
    expect(only('南纬33.5 西经151.25')).toEqual([-151.25, -33.5]);
    expect(only('-151.25 -33.5')).toEqual([-151.25, -33.5]);
    expect(only('-33 30 0, 151 15 0')).toEqual([151.25, -33.5]);
  });
});

describe('the order of two numbers', () => {
  it('is told by the size when one is over 90', () => {
    expect(only('113.1 29.3')).toEqual([113.1, 29.3]);
    expect(only('29.3 113.1')).toEqual([113.1, 29.3]);
  });

  it('is a question when both fit both axes: two readings, longitude first by default', () => {
    const answer = readCoordinates('8.69, 49.41');
    expect(answer).toMatchObject({
      tag: 'read',
      readings: [
        { place: [8.69, 49.41], order: 'lng-lat' },
        { place: [49.41, 8.69], order: 'lat-lng' },
      ],
    });
  });

  it('puts the reading inside the loaded district first', () => {
    const isInside = ([lng, lat]: readonly [number, number]): boolean =>
      lng > 8 && lng < 9 && lat > 49 && lat < 50;
    for (const text of ['8.69, 49.41', '49.41, 8.69']) {
      const answer = readCoordinates(text, { isInside });
      expect(answer.tag === 'read' && answer.readings.map((reading) => reading.place)).toEqual([
        [8.69, 49.41],
        [49.41, 8.69],
      ]);
    }
  });

  it('asks nothing when a letter or a word names an axis', () => {
    expect(only('N8.69 E49.41')).toEqual([49.41, 8.69]);
    expect(only('8.69E 49.41')).toEqual([8.69, 49.41]);
    expect(only('8.69, N49.41')).toEqual([8.69, 49.41]);
    expect(only('8.69 N, 49.41')).toEqual([49.41, 8.69]);
    expect(only('纬度 49.41, 8.69')).toEqual([8.69, 49.41]);
  });

  it('asks nothing when both readings are the same place', () => {
    expect(only('30, 30')).toEqual([30, 30]);
  });
});

describe('refusals say why', () => {
  it.each([
    ['113.12', 'one-number'],
    ['113°07′12″E', 'too-many-numbers-or-one'],
    ['113°67′12″E 29°22′12″N', 'minutes-over-59'],
    ['113°07′62″E 29°22′12″N', 'seconds-over-59'],
    ['113.5°07′E 29°22′N', 'fraction-inside'],
    ['N29.3 N30.1', 'same-axis-twice'],
    ['-29.3N 113.1E', 'sign-and-letter'],
    ['N95.2 E113.1', 'latitude-out-of-range'],
    ['N29.2 E213.1', 'longitude-out-of-range'],
    ['95.2, 113.1', 'out-of-range'],
    ['213.1, 29.3', 'out-of-range'],
    ['38512345.2, 3251234.8', 'projected-metres'],
    ['512345 3251234', 'projected-metres'],
    ['113.1 29.3 55 12 13 14 15 16', 'too-many-numbers'],
  ])('%s', (text, why) => {
    const answer = readCoordinates(text);
    expect(answer.tag).toBe('refused');
    if (answer.tag === 'refused' && why !== 'too-many-numbers-or-one') expect(answer.why).toBe(why);
  });

  it.each([
    '0730-1234567',
    '0730 1234567',
    '(0730) 1234567',
    '13812345678',
    '138-1234-5678',
    '+86 138 1234 5678',
  ])('is a telephone number: %s', (text) => {
    expect(readCoordinates(text)).toEqual({ tag: 'none' });
  });

  it.each([
    '',
    '   ',
    '城中分队',
    'lixing',
    'A-113',
    '430611A',
    'E',
    '北纬',
    'N/A',
    '113.1 米 29.3 米',
    '???',
  ])('is no coordinate at all: %s', (text) => {
    expect(readCoordinates(text)).toEqual({ tag: 'none' });
  });
});

describe('stated and chosen datum', () => {
  // 113.12, 29.37 on earth is shown by 高德 about 500 m away.
  it.each([
    ['GCJ-02 113.125428,29.366654', 'gcj02'],
    ['gcj02: 113.125428, 29.366654', 'gcj02'],
    ['ＧＣＪ－０２ 113.125428，29.366654', 'gcj02'],
    ['高德 113.125428 29.366654', 'gcj02'],
    ['高德坐标：113.125428，29.366654', 'gcj02'],
    ['腾讯地图 29.366654,113.125428', 'gcj02'],
    ['113.125428,29.366654（火星坐标系）', 'gcj02'],
    ['BD-09 113.131906,29.372800', 'bd09'],
    ['bd09ll 113.131906,29.372800', 'bd09'],
    ['百度 113.131906,29.372800', 'bd09'],
    ['百度地图坐标 29.372800 113.131906', 'bd09'],
  ])('%s', (text, datum) => {
    const answer = readCoordinates(text);
    if (answer.tag !== 'read') throw new Error(JSON.stringify(answer));
    const reading = answer.readings[0]!;
    expect(answer.statedDatum).toBe(datum);
    expect(reading.datum).toBe(datum);
    expect(Math.abs(reading.place[0] - LNG)).toBeLessThan(1e-3);
    expect(Math.abs(reading.place[1] - LAT)).toBeLessThan(1e-3);
    expect(reading.place).not.toEqual(reading.typed);
  });

  it('uses the chosen datum unless the text states one', () => {
    const chosen = readCoordinates('113.125428,29.366654', { datum: 'gcj02' });
    const stated = readCoordinates('CGCS2000 113.125428,29.366654', { datum: 'gcj02' });
    expect(chosen.tag === 'read' && chosen.readings[0]?.datum).toBe('gcj02');
    expect(stated.tag === 'read' && stated.readings[0]?.place).toEqual([113.125428, 29.366654]);
  });
});

describe('round trips', () => {
  const places = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );

  it('reads what it writes as DMS, within half a tenth of a second', () => {
    fc.assert(
      fc.property(places, (place) => {
        const answer = readCoordinates(writeDms(place));
        if (answer.tag !== 'read') throw new Error(writeDms(place));
        expect(answer.readings).toHaveLength(1);
        const [lng, lat] = answer.readings[0]!.place;
        expect(Math.abs(lng - place[0])).toBeLessThanOrEqual(0.051 / 3600);
        expect(Math.abs(lat - place[1])).toBeLessThanOrEqual(0.051 / 3600);
      }),
    );
  });

  it('always offers the place written as plain decimals, in either order', () => {
    fc.assert(
      fc.property(places, fc.boolean(), (place, swap) => {
        const text = swap ? `${place[1].toFixed(6)} ${place[0].toFixed(6)}` : writeDecimal(place);
        const answer = readCoordinates(text);
        if (answer.tag !== 'read') throw new Error(`${text} ${JSON.stringify(answer)}`);
        const hit = answer.readings.some(
          (reading) =>
            Math.abs(reading.place[0] - place[0]) < 1e-6 &&
            Math.abs(reading.place[1] - place[1]) < 1e-6,
        );
        expect(hit, text).toBe(true);
      }),
    );
  });

  it('never throws and never leaves the earth, whatever is typed', () => {
    const soup = fc.array(
      fc.constantFrom(
        ...'0123456789.,-+°′″\'" NSEWdms:;/，。、度分秒北纬东经()'.split(''),
        '113',
        '29.3',
      ),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const answer = readCoordinates(parts.join(''));
        if (answer.tag !== 'read') return;
        for (const { place } of answer.readings) {
          expect(Math.abs(place[0])).toBeLessThanOrEqual(180);
          expect(Math.abs(place[1])).toBeLessThanOrEqual(90);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
