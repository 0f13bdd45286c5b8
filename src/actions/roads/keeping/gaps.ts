/** Suspicious gaps of a report: gone to on the map, remembered as looked at, taken out for repair. */
import type { Gap } from '../../../core/roads/incoming.ts';
import type { RoadReport } from '../../../core/roads/report.ts';
import { gapsAsCsv, gapsAsGeoJson } from '../../../core/roads/report/gap-files.ts';
import { t } from '../../../messages/index.ts';
import { gapKey, useRoadKeeping } from '../../../state/road-keeping.ts';
import { focusPlace } from '../../focus-place.ts';
import type { LngLat } from '../../../core/model/index.ts';
import { handOver } from '../../exporting/hand-over.ts';

const SEEN = 'muster.road-gaps-seen';
const MOST_SEEN = 5000;
/** Near enough to see two ends a few metres apart. */
const GAP_ZOOM = 18.5;
const ISLAND_ZOOM = 14;

export function showGap(gap: Gap): void {
  useRoadKeeping.setState({ gap });
  focusPlace([(gap.a[0] + gap.b[0]) / 2, (gap.a[1] + gap.b[1]) / 2], { zoom: GAP_ZOOM });
}

export const showIsland = (place: LngLat): void => focusPlace(place, { zoom: ISLAND_ZOOM });

/** What was looked at on this computer. */
export function recallSeenGaps(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SEEN) ?? '[]');
    if (Array.isArray(kept)) useRoadKeeping.setState({ seen: new Set(kept.filter((one) => typeof one === 'string')) });
  } catch {
    // Storage may be forbidden, or hold something else: nothing was looked at.
  }
}

export function markGapSeen(gap: Gap, isSeen: boolean): void {
  const seen = new Set(useRoadKeeping.getState().seen);
  if (isSeen) seen.add(gapKey(gap));
  else seen.delete(gapKey(gap));
  useRoadKeeping.setState({ seen });
  try {
    localStorage.setItem(SEEN, JSON.stringify([...seen].slice(-MOST_SEEN)));
  } catch {
    // The mark then lasts as long as the tab.
  }
}

/** Hand the listed gaps over as a file for a desktop GIS. */
export function saveGaps({ gaps }: RoadReport, format: 'geojson' | 'csv'): void {
  const { seen } = useRoadKeeping.getState();
  const isSeen = (gap: Gap): boolean => seen.has(gapKey(gap));
  const text = format === 'csv' ? gapsAsCsv(gaps.listed, isSeen) : gapsAsGeoJson(gaps.listed, isSeen);
  handOver(
    new Blob([text], { type: format === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json' }),
    `${t('roadKeeping.gapFile')}.${format}`,
  );
}
