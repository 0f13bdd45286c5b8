/** Values of records as cells that the importer reads back as exactly the same. */
import { equipmentIn } from '../import/plan/record-fields.ts';
import { partsOf } from '../text/clean.ts';
import type { EquipmentItem, EventKind, Instant, Seconds, Suitability } from '../model/index.ts';
import type { Say } from './types.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Offsets change at most every quarter of an hour; asking Intl for every cell would take most of an export's time. */
const offsets = new Map<string, number>();
const QUARTER = 900_000;

/** Minutes east of Greenwich. */
function offsetOf(ms: number, timezone: string): number {
  const key = `${timezone} ${Math.floor(ms / QUARTER)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  let format = formats.get(timezone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' });
    formats.set(timezone, format);
  }
  const said = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(said) ?? [];
  const offset =
    sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-22 15:33:21+08:00`: the clock of the district with its offset; milliseconds only where there are any. */
export function instantText(at: Instant | null, timezone: string): string | null {
  if (at === null) return null;
  const ms = Date.parse(at);
  if (!Number.isFinite(ms)) return at;
  const offset = offsetOf(ms, timezone);
  const local = new Date(ms + offset * 60_000).toISOString();
  const fraction = local.slice(19, 23) === '.000' ? '' : local.slice(19, 23);
  const away = Math.abs(offset);
  return `${local.slice(0, 10)} ${local.slice(11, 19)}${fraction}${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/** `8分20秒`, `8 min 20 s`: a bare number would come back as minutes. */
export function durationText(seconds: Seconds | null, say: Say): string | null {
  if (seconds === null) return null;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - minutes * 60;
  return rest === 0
    ? say('exporter.value.minutes', { minutes })
    : say('exporter.value.minutesSeconds', { minutes, seconds: rest });
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

/** `水域救援、山地救援`; as JSON where a part holds a separator itself. */
export function listText(list: readonly string[]): string | null {
  if (list.length === 0) return null;
  const plain = list.join('、');
  return sameTexts(partsOf(plain), list) ? plain : JSON.stringify(list);
}

/** `洪水：适用；地震：不适用；海啸：未知`: kinds nobody said anything about are left out. */
export function suitabilityText(
  suitability: Partial<Record<EventKind, Suitability>>,
  say: Say,
): string | null {
  const entries = Object.entries(suitability) as [EventKind, Suitability][];
  if (entries.length === 0) return null;
  return entries
    .map(([kind, answer]) =>
      say('exporter.value.pair', {
        left: say(`kinds.event.${kind}`),
        right: say(`kinds.suitability.${answer}`),
      }),
    )
    .join(say('exporter.value.separator'));
}

/** Items as words where the words come back as the same items, otherwise as JSON. */
export function equipmentText(items: readonly EquipmentItem[]): string | null {
  if (items.length === 0) return null;
  const plain = items
    .map(({ item, quantity, unit }) => `${item}${quantity ?? ''}${unit ?? ''}`)
    .join('、');
  const back = equipmentIn(plain);
  const same =
    back.length === items.length &&
    back.every(({ item, quantity, unit }, i) => {
      const one = items[i];
      return (
        item === one?.item && quantity === (one.quantity ?? null) && unit === (one.unit ?? null)
      );
    });
  return same
    ? plain
    : JSON.stringify(
        items.map(({ item, quantity, unit }) => ({
          item,
          quantity: quantity ?? null,
          unit: unit ?? null,
        })),
      );
}
