import type { LngLat, RecordKind } from '../../core/model/index.ts';
import type { CoordinateAnswer, CoordinateReading } from '../../core/search/coordinates.ts';
import { DATUMS } from '../../core/crs/datum.ts';
import type { Datum } from '../../core/crs/datum.ts';
import type { SearchHit, SearchResult } from '../../core/search/search-index.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import { orderText } from '../parts/places/order-text.ts';

/** What choosing an option does. */
export type SearchAction =
  | { tag: 'show'; kind: RecordKind; id: string; name: string; place: LngLat | null }
  | { tag: 'mark'; place: LngLat }
  | { tag: 'go'; place: LngLat }
  | { tag: 'datum'; datum: Datum };

export interface SearchOption {
  key: string;
  action: SearchAction;
  label: string;
  /** `[start, end)` of the label to point at. */
  mark: readonly [number, number] | null;
  detail: string;
}

export interface SearchGroup {
  title: string;
  options: SearchOption[];
}

export interface SearchAsked {
  coordinates: CoordinateAnswer;
  /** null while names cannot be searched yet. */
  result: SearchResult | null;
  /** What searching for names needs did not come from the server. */
  missing: boolean;
  /** The datum the person chose for typed coordinates. */
  datum: Datum;
  isInside: (place: LngLat) => boolean;
}

/** Everything the list offers, in groups, in the order it is drawn and walked through. */
export function searchGroups(asked: SearchAsked): SearchGroup[] {
  return [
    ...coordinateGroups(asked),
    ...(asked.result === null ? [] : hitGroups(asked.result.hits)),
  ];
}

function coordinateGroups({ coordinates, datum, isInside }: SearchAsked): SearchGroup[] {
  if (coordinates.tag !== 'read') return [];
  const { readings, statedDatum } = coordinates;
  const title = readings.length > 1 ? t('search.group.order') : t('search.group.coordinates');
  const groups = [
    { title, options: readings.flatMap((reading) => readingOptions(reading, isInside)) },
  ];
  if (statedDatum !== null) return groups;
  const others = DATUMS.filter((other) => other !== datum).map((other) => ({
    key: `datum ${other}`,
    action: { tag: 'datum', datum: other } as const,
    label: t('search.coordinates.as', { datum: t(`search.datum.${other}`) }),
    mark: null,
    detail: '',
  }));
  return [...groups, { title: t('search.group.datum'), options: others }];
}

function readingOptions(
  reading: CoordinateReading,
  isInside: (place: LngLat) => boolean,
): SearchOption[] {
  const { place, datum, order } = reading;
  const parts = [
    datum === 'wgs84'
      ? writeDecimal(place)
      : t('search.coordinates.shifted', { place: writeDecimal(place) }),
    t('search.coordinates.detail', { order: orderText(order), datum: t(`search.datum.${datum}`) }),
    ...(isInside(place) ? [] : [t('search.coordinates.outside')]),
  ];
  const detail = parts.join(' · ');
  return [
    {
      key: `mark ${order}`,
      action: { tag: 'mark', place },
      label: t('search.coordinates.mark'),
      mark: null,
      detail,
    },
    {
      key: `go ${order}`,
      action: { tag: 'go', place },
      label: t('search.coordinates.go'),
      mark: null,
      detail,
    },
  ];
}

/** One group per kind; the kind with the best hit comes first, the order inside a kind is kept. */
function hitGroups(hits: readonly SearchHit[]): SearchGroup[] {
  const groups = new Map<RecordKind, SearchGroup>();
  for (const hit of hits) {
    const group = groups.get(hit.kind) ?? { title: t(`kinds.record.${hit.kind}`), options: [] };
    group.options.push(hitOption(hit));
    groups.set(hit.kind, group);
  }
  return [...groups.values()];
}

function hitOption({
  kind,
  id,
  name,
  place,
  address,
  mark,
  distance,
  way,
}: SearchHit): SearchOption {
  const details = [
    ...(way === 'sounds-alike' ? [t('search.soundsAlike')] : []),
    ...(kind === 'district' ? [id] : []),
    ...(address === null ? [] : [address]),
    ...(distance === null ? [] : [t('search.distance', { distance: formatDistance(distance) })]),
    ...(place === null ? [t('search.noPlace')] : []),
  ];
  return {
    key: `${kind} ${id}`,
    action: { tag: 'show', kind, id, name, place },
    label: name,
    mark,
    detail: details.join(' · '),
  };
}

/** The line below the list: how much was found, what is missing, or why nothing can be. */
export function searchNote(
  { coordinates, result, missing }: SearchAsked,
  query: string,
): string | null {
  if (query.trim() === '') return null;
  const found = result?.found ?? 0;
  if (found === 0 && coordinates.tag === 'refused') return t(`search.refused.${coordinates.why}`);
  if (result === null && coordinates.tag === 'read') return null;
  if (result === null) return missing ? t('search.missing') : t('search.preparing');
  if (!result.complete) return t('search.partial');
  if (found > result.hits.length)
    return t('search.foundMore', { count: found, shown: result.hits.length });
  if (found > 0) return t('search.found', { count: found });
  return coordinates.tag === 'read'
    ? null
    : `${t('search.none', { query: query.trim() })} ${t('search.noneHint')}`;
}
