/**
 * Every threshold a district can set: in which unit a person reads and types it, and what it may be. The database holds
 * seconds, metres and plain numbers, and checks what it can; a test compares the two.
 */
import type { ThresholdKey } from '../model/index.ts';

export const THRESHOLD_GROUPS = [
  'flood',
  'areas',
  'arrival',
  'paces',
  'nearest',
  'ages',
  'doubts',
] as const;
type ThresholdGroup = (typeof THRESHOLD_GROUPS)[number];

type PersonUnit =
  'minute' | 'day' | 'kilometre' | 'metre' | 'percent' | 'times' | 'count' | 'kilometrePerHour';

export type ThresholdForm =
  /** `per`: how much of the stored unit one of the person's is. Limits are in the person's unit, included. */
  | { as: 'number'; unit: PersonUnit; per: number; least: number; most: number; decimals: number }
  /** A time of the day, stored as seconds since midnight. */
  | { as: 'clock' }
  /** Whom an area stops, stored as a sum: 1 = a car, 2 = a heavy truck, 4 = people on foot. */
  | { as: 'stops' };

export interface ThresholdSpec {
  key: ThresholdKey;
  group: ThresholdGroup;
  /** As the database keeps it. */
  unit: 's' | 'm' | '1' | 'km/h';
  form: ThresholdForm;
}

const number = (
  unit: PersonUnit,
  per: number,
  [least, most]: readonly [number, number],
  decimals: number,
): ThresholdForm => ({ as: 'number', unit, per, least, most, decimals });

const depth = number('metre', 1, [0, 20], 2);
const minutes = number('minute', 60, [0, 24 * 60], 1);
/** Nobody who moves at all is slower than the least; nobody walks faster for long than the most. */
const pace = number('kilometrePerHour', 1, [0.3, 8], 2);
const rule = (
  key: ThresholdKey,
  group: ThresholdGroup,
  unit: ThresholdSpec['unit'],
  form: ThresholdForm,
): ThresholdSpec => ({
  key,
  group,
  unit,
  form,
});

/** The bands of the first team, the nearest first as they are by default. */
export const BAND_KEYS = ([1, 2, 3, 4, 5] as const).map((n) => `first_team_band_${n}` as const);

export const THRESHOLDS: readonly ThresholdSpec[] = [
  rule('flood_stops_car', 'flood', 'm', depth),
  rule('flood_stops_truck', 'flood', 'm', depth),
  rule('flood_stops_foot', 'flood', 'm', depth),
  rule('flood_stops_shelter', 'flood', 'm', depth),
  rule('flood_unknown_depth', 'flood', '1', { as: 'stops' }),
  rule('area_stops_ground', 'areas', '1', { as: 'stops' }),
  rule('area_stops_fire', 'areas', '1', { as: 'stops' }),
  rule('area_stops_toxic', 'areas', '1', { as: 'stops' }),
  rule('area_stops_collapse', 'areas', '1', { as: 'stops' }),
  rule('area_stops_other', 'areas', '1', { as: 'stops' }),
  rule('mobilisation_manned_fast', 'arrival', 's', minutes),
  rule('mobilisation_manned', 'arrival', 's', minutes),
  rule('mobilisation_fast', 'arrival', 's', minutes),
  rule('mobilisation_default', 'arrival', 's', minutes),
  rule('loading_fast', 'arrival', 's', minutes),
  rule('loading_default', 'arrival', 's', minutes),
  rule('near_tie', 'arrival', 's', minutes),
  rule('night_begins', 'arrival', 's', { as: 'clock' }),
  rule('night_ends', 'arrival', 's', { as: 'clock' }),
  rule('night_road_factor', 'arrival', '1', number('times', 1, [0.1, 10], 2)),
  rule('rain_road_factor', 'arrival', '1', number('times', 1, [0.1, 10], 2)),
  ...BAND_KEYS.map((key) => rule(key, 'arrival', 's', number('minute', 60, [1, 24 * 60], 1))),
  rule('pace_slow', 'paces', 'km/h', pace),
  rule('pace_ordinary', 'paces', 'km/h', pace),
  rule('pace_impaired', 'paces', 'km/h', pace),
  rule('pace_wheelchair', 'paces', 'km/h', pace),
  rule('pace_night_factor', 'paces', '1', number('times', 1, [0.1, 1], 2)),
  rule('pace_team', 'paces', 'km/h', pace),
  rule('nearest_count', 'nearest', '1', number('count', 1, [1, 1000], 0)),
  rule('nearest_radius', 'nearest', 'm', number('kilometre', 1000, [0.1, 20_000], 2)),
  rule('position_max_age', 'ages', 's', number('minute', 60, [1, 60 * 24 * 30], 1)),
  rule('fact_max_age', 'ages', 's', number('day', 86_400, [1, 3650], 1)),
  rule('expiry_notice', 'ages', 's', number('day', 86_400, [0, 3650], 0)),
  rule('twin_distance', 'doubts', 'm', number('metre', 1, [0, 100_000], 0)),
  rule('twin_likeness', 'doubts', '1', number('percent', 0.01, [0, 100], 0)),
  rule('closure_on_line', 'doubts', 'm', number('metre', 1, [0, 10_000], 0)),
];

/** What a stored value is in the person's unit, without the dust of division. */
export function shownValue(value: number, form: ThresholdForm): number {
  return form.as === 'number' ? Number((value / form.per).toFixed(6)) : value;
}

/** `20:30` ↔ seconds since midnight. */
export function clockText(value: number): string {
  const minutesOfDay = Math.floor(value / 60);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minutesOfDay / 60) % 24)}:${two(minutesOfDay % 60)}`;
}

export type ThresholdFault =
  'missing' | 'not-a-number' | 'out-of-range' | 'too-fine' | 'not-a-time';

/** What was typed as the stored value, or what is wrong with it. */
export function readThreshold(
  typed: string,
  form: ThresholdForm,
): { value: number } | { fault: ThresholdFault } {
  const text = typed.trim();
  if (text === '') return { fault: 'missing' };
  if (form.as === 'clock') {
    const match = /^(\d{1,2}):(\d{2})$/.exec(text);
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
    return match === null || hour > 23 || minute > 59
      ? { fault: 'not-a-time' }
      : { value: hour * 3600 + minute * 60 };
  }
  const number = Number(text);
  if (!Number.isFinite(number)) return { fault: 'not-a-number' };
  if (form.as === 'stops')
    return Number.isInteger(number) && number >= 0 && number <= 7
      ? { value: number }
      : { fault: 'out-of-range' };
  if (number < form.least || number > form.most) return { fault: 'out-of-range' };
  if (Number(number.toFixed(form.decimals)) !== number) return { fault: 'too-fine' };
  return { value: Number((number * form.per).toFixed(6)) };
}
