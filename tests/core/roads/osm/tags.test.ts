/** What a way's tags mean for a car on duty, a truck and people on foot. */
import { describe, expect, it } from 'vitest';
import { pointLimitOf } from '../../../../src/core/roads/osm/tags/barriers.ts';
import { speedLimitOf } from '../../../../src/core/roads/osm/tags/speed-limits.ts';
import { wayFacts } from '../../../../src/core/roads/osm/tags/way.ts';
import type { WayFacts } from '../../../../src/core/roads/osm/tags/way.ts';
import { HIGHWAY_RULES } from '../../../../src/core/roads/osm/tags/classes.ts';
import { MODE_BIT, ROAD_CLASSES } from '../../../../src/core/roads/types.ts';

const { car, truck, foot } = MODE_BIT;
const all = car + truck + foot;

const factsOf = (tags: Record<string, string>): ReturnType<typeof wayFacts> =>
  wayFacts(new Map(Object.entries(tags)));
function masks(tags: Record<string, string>): [number, number] | string {
  const facts = factsOf(tags);
  return typeof facts === 'string' ? facts : [facts.forward, facts.backward];
}
const known = (tags: Record<string, string>): WayFacts => {
  const facts = factsOf(tags);
  if (typeof facts === 'string') throw new Error(facts);
  return facts;
};

describe('who may pass', () => {
  it.each<[Record<string, string>, [number, number] | string]>([
    [{ highway: 'residential' }, [all, all]],
    [{ highway: 'motorway' }, [car + truck, 0]],
    [{ highway: 'motorway', oneway: 'no' }, [car + truck, car + truck]],
    [{ highway: 'motorway_link' }, [car + truck, car + truck]],
    [{ highway: 'residential', oneway: 'yes' }, [all, foot]],
    [{ highway: 'residential', oneway: '1' }, [all, foot]],
    [{ highway: 'residential', oneway: '-1' }, [foot, all]],
    [{ highway: 'residential', oneway: 'reverse' }, [foot, all]],
    [{ highway: 'residential', oneway: 'reversible' }, [all, all]],
    [{ highway: 'residential', oneway: 'yes; no' }, [all, foot]],
    [{ highway: 'primary', junction: 'roundabout' }, [all, foot]],
    [{ highway: 'primary', junction: 'circular' }, [all, foot]],
    [{ highway: 'primary', junction: 'roundabout', oneway: 'no' }, [all, all]],
    [{ highway: 'residential', oneway: 'yes', 'oneway:emergency': 'no' }, [all, foot + car]],
    [{ highway: 'footway' }, [foot, foot]],
    [{ highway: 'footway', emergency: 'yes' }, [foot + car, foot + car]],
    [{ highway: 'steps', motor_vehicle: 'yes' }, [foot, foot]],
    [{ highway: 'pedestrian' }, [car + foot, car + foot]],
    [{ highway: 'pedestrian', motor_vehicle: 'no' }, [foot, foot]],
    [{ highway: 'service', access: 'private' }, [car + truck, car + truck]],
    [{ highway: 'service', access: 'no' }, 'closed_to_all'],
    [{ highway: 'service', access: 'no', foot: 'yes' }, [foot, foot]],
    [{ highway: 'service', access: 'no', emergency: 'designated' }, [car, car]],
    [{ highway: 'residential', access: 'military' }, 'closed_to_all'],
    [{ highway: 'residential', hgv: 'no' }, [car + foot, car + foot]],
    [{ highway: 'residential', motor_vehicle: 'no' }, [foot, foot]],
    [
      { highway: 'residential', motor_vehicle: 'no', hgv: 'delivery' },
      [truck + foot, truck + foot],
    ],
    [{ highway: 'residential', 'motor_vehicle:backward': 'no' }, [all, foot]],
    [{ highway: 'track', motor_vehicle: 'agricultural;forestry' }, [all, all]],
    [{ highway: 'residential', motor_vehicle: 'unbekannt' }, [all, all]],
    [{ highway: 'trunk', motorroad: 'yes' }, [car + truck, car + truck]],
    [{ highway: 'construction' }, 'not_a_road'],
    [{ highway: 'proposed' }, 'not_a_road'],
    [{ route: 'bus' }, 'not_a_road'],
    [{ route: 'ferry' }, [all, all]],
    [{ route: 'ferry', foot: 'yes' }, [foot, foot]],
    [{ route: 'ferry', motor_vehicle: 'yes' }, [all, all]],
    [{ route: 'ferry', motor_vehicle: 'no' }, [foot, foot]],
  ])('%j', (tags, expected) => {
    expect(masks(tags)).toEqual(expected);
  });
});

describe('what a road is like', () => {
  it('folds every highway value onto a class of the network', () => {
    for (const { class: own } of HIGHWAY_RULES.values()) expect(ROAD_CLASSES).toContain(own);
    expect(known({ highway: 'trunk_link' }).class).toBe('trunk');
    expect(known({ highway: 'footway', emergency: 'yes' }).class).toBe('track');
  });

  it.each([
    [{ maxspeed: '50' }, 50],
    [{ maxspeed: '30 mph' }, 48.28032],
    [{ maxspeed: 'walk' }, 5],
    [{ maxspeed: 'CN:urban' }, 50],
    [{ maxspeed: 'zh:rural' }, 70],
    [{ maxspeed: 'DE:zone:30' }, 30],
    [{ 'zone:maxspeed': 'DE:30' }, 30],
    [{ 'source:maxspeed': 'AT:rural' }, 100],
    [{ 'zone:maxspeed': 'DE:urban' }, 50],
    [{ maxspeed: 'DE:motorway' }, null],
    [{ maxspeed: 'signals', 'source:maxspeed': 'DE:urban' }, null],
    [{ 'source:maxspeed': 'sign' }, null],
    [{ 'maxspeed:forward': '70', 'maxspeed:backward': '50' }, 50],
    [{ maxspeed: '500 parrots' }, null],
    [{}, null],
  ])('speed of %j is %s', (tags, expected) => {
    const found = speedLimitOf(new Map(Object.entries(tags)));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 6);
  });

  it('lets the ground slow a road, never quicken it', () => {
    expect(known({ highway: 'residential', maxspeed: '50', surface: 'gravel' }).speedKmh).toBe(40);
    expect(known({ highway: 'residential', surface: 'mud' }).speedKmh).toBe(10);
    expect(known({ highway: 'track', surface: 'gravel' }).speedKmh).toBeNull();
    expect(known({ highway: 'residential', surface: 'asphalt' }).speedKmh).toBeNull();
  });

  it('keeps limits, layers, bridges and names', () => {
    expect(
      known({
        highway: 'primary',
        maxweight: '7.5',
        maxheight: '3.8',
        'maxheight:physical': '3.6 m',
        maxwidth: '2.2',
        width: '6',
        bridge: 'viaduct',
        layer: '1',
        name: '人民路',
      }),
    ).toMatchObject({
      maxWeightT: 7.5,
      maxHeightM: 3.6,
      widthM: 2.2,
      bridge: true,
      tunnel: false,
      layer: 1,
      name: '人民路',
    });
    expect(
      known({ highway: 'primary', tunnel: 'no', bridge: 'no', layer: 'deep', ref: 'G107' }),
    ).toMatchObject({
      bridge: false,
      tunnel: false,
      layer: 0,
      name: 'G107',
      widthM: null,
      maxWeightT: null,
      maxHeightM: null,
    });
  });
});

describe('how large one may be', () => {
  const limits = (tags: Record<string, string>): unknown[] => {
    const { maxHeightM, widthM, maxWeightT } = known({ highway: 'primary', ...tags });
    return [maxHeightM, widthM, maxWeightT];
  };

  it.each<[Record<string, string>, (number | null)[]]>([
    [{ 'maxheight:forward': '3.5' }, [3.5, null, null]],
    [{ 'maxheight:backward': `11'6"` }, [expect.closeTo(3.5052, 4) as number, null, null]],
    [
      { maxheight: '4.2', 'maxheight:forward': '3.5', 'maxheight:backward': '4' },
      [3.5, null, null],
    ],
    [{ 'maxheight:physical:forward': '3.4' }, [3.4, null, null]],
    [{ 'maxwidth:forward': '2.5', width: '6' }, [null, 2.5, null]],
    [{ 'maxwidth:backward': '限宽2.2米' }, [null, 2.2, null]],
    [{ 'maxweight:backward': '10 tons' }, [null, null, 10]],
    [{ 'maxweight:hgv': '7.5' }, [null, null, 7.5]],
    [{ 'maxweightrating:hgv': '3.5 t' }, [null, null, 3.5]],
    [{ maxweight: '30', maxweightrating: '12', 'maxweightrating:hgv': '18' }, [null, null, 12]],
    [{ 'maxweight:hgv:forward': '7.5' }, [null, null, 7.5]],
    [{ maxheight: '限高3.5米', maxweight: '限重10吨', maxwidth: '限宽2.5米' }, [3.5, 2.5, 10]],
    [{ maxheight: 'default', maxweight: 'none', maxwidth: 'unsigned' }, [null, null, null]],
    [{ maxheight: 'below_default', 'maxheight:physical': '3.9' }, [3.9, null, null]],
    [
      { 'maxweight:conditional': '7.5 @ (22:00-06:00)', 'maxheight:lanes': '3|4' },
      [null, null, null],
    ],
    // People on foot walk against it, and are none too high.
    [{ oneway: 'yes', 'maxheight:backward': '3' }, [null, null, null]],
    [{ oneway: 'yes', 'maxheight:forward': '3' }, [3, null, null]],
  ])('%j', (tags, expected) => {
    expect(limits(tags)).toEqual(expected);
  });

  it('holds at a point too', () => {
    const at = (tags: Record<string, string>): unknown =>
      pointLimitOf(new Map(Object.entries(tags)));
    expect(at({ barrier: 'height_restrictor', maxheight: '限高2.1米' })).toMatchObject({
      maxHeightM: 2.1,
    });
    expect(at({ 'maxweightrating:hgv': '3.5' })).toMatchObject({ maxWeightT: 3.5 });
    expect(at({ maxheight: '2.5', 'maxheight:physical': '2.7' })).toMatchObject({
      maxHeightM: 2.5,
    });
  });
});
