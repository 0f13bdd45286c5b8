/** Suspicious gaps of a report: gone to on the map, remembered as looked at, taken out for repair. */
import type { Gap } from '../../../core/roads/incoming.ts';
import type { RoadReport } from '../../../core/roads/report.ts';
import { gapsAsCsv, gapsAsGeoJson } from '../../../core/roads/report/gap-files.ts';
import { t } from '../../../messages/index.ts';
import { gapKey, useRoadNetworks } from '../../../state/road-networks.ts';
import { focusPlace } from '../../focus-place.ts';
import { backend } from '../../../backend/index.ts';
import type { Box } from '../../../core/roads/import-session.ts';
import { roadImporter } from './import-worker.ts';
import type { LngLat } from '../../../core/model/index.ts';
import { handOver } from '../../exporting/hand-over.ts';

const SEEN = 'muster.road-gaps-seen';
const MOST_SEEN = 5000;
const ISLAND_ZOOM = 14;

/** Metres of a screen pixel at zoom 0 on the equator (tiles of 512 pixels). */
const PIXEL = 78_271.5;
/** Pixels between the two ends on the map, at least. */
const APART = 44;

/** Near enough to tell the two ends apart, far enough to see which roads they are of. */
function zoomFor({ a, distance }: Gap): number {
  const zoom = Math.log2(
    (PIXEL * Math.cos((a[1] * Math.PI) / 180) * APART) / Math.max(distance, 0.5),
  );
  return Math.min(20, Math.max(16, zoom));
}

/** Half the height of the box in which roads are drawn, degrees (about 400 m). */
const AROUND = 0.0036;

/** Go to a gap and draw the roads around it. */
export async function showGap(gap: Gap): Promise<void> {
  const [lng, lat] = [(gap.a[0] + gap.b[0]) / 2, (gap.a[1] + gap.b[1]) / 2];
  useRoadNetworks.setState({ gap, around: [] });
  focusPlace([lng, lat], { zoom: zoomFor(gap) });
  const width = AROUND / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const around = await linesIn([lng - width, lat - AROUND, lng + width, lat + AROUND]);
  if (useRoadNetworks.getState().gap === gap) useRoadNetworks.setState({ around });
}

async function linesIn(box: Box): Promise<readonly (readonly LngLat[])[]> {
  const { importing, result, shown } = useRoadNetworks.getState();
  try {
    if (importing) return result === null ? [] : await (await roadImporter()).call('near', [box]);
    if (shown === null) return [];
    const lines = await backend().roadLines(shown.network.id, box);
    return lines.tag === 'ok' ? lines.value : [];
  } catch {
    // The worker with the files was closed meanwhile, so there is nothing to draw.
    return [];
  }
}

export const showIsland = (place: LngLat): void => focusPlace(place, { zoom: ISLAND_ZOOM });

/** What was looked at on this computer. */
export function recallSeenGaps(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SEEN) ?? '[]');
    if (Array.isArray(kept))
      useRoadNetworks.setState({ seen: new Set(kept.filter((one) => typeof one === 'string')) });
  } catch {
    // Storage may be forbidden, or hold something else: nothing was looked at.
  }
}

export function markGapSeen(gap: Gap, isSeen: boolean): void {
  const seen = new Set(useRoadNetworks.getState().seen);
  if (isSeen) seen.add(gapKey(gap));
  else seen.delete(gapKey(gap));
  useRoadNetworks.setState({ seen });
  try {
    localStorage.setItem(SEEN, JSON.stringify([...seen].slice(-MOST_SEEN)));
  } catch {
    // The mark then lasts as long as the tab.
  }
}

/** Hand the listed gaps over as a file for a desktop GIS. */
export function saveGaps({ gaps }: RoadReport, format: 'geojson' | 'csv'): void {
  const { seen } = useRoadNetworks.getState();
  const isSeen = (gap: Gap): boolean => seen.has(gapKey(gap));
  const text =
    format === 'csv' ? gapsAsCsv(gaps.listed, isSeen) : gapsAsGeoJson(gaps.listed, isSeen);
  handOver(
    new Blob([text], {
      type: format === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json',
    }),
    `${t('roadNetworks.gapFile')}.${format}`,
  );
}
