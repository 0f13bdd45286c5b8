/** Joins the map to the state: subscribes, and hands each change to the one place that applies it. */
import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { BaseMapConfig } from '../../core/model/index.ts';
import { useAnswer } from '../../state/answer.ts';
import { serverNow } from '../../state/clock.ts';
import { useImport } from '../../state/import.ts';
import { useMapPrint } from '../../state/map-print.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import type { ImportState } from '../../state/import.ts';
import { reportShown, useRoadKeeping } from '../../state/road-keeping.ts';
import type { RoadKeepingState } from '../../state/road-keeping.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import type { Mode } from '../../state/session.ts';
import { useLitStep } from '../../state/step.ts';
import { useTimeMap } from '../../state/time-map.ts';
import { startAnswer } from '../answer/start-answer.ts';
import type { LinesMissing } from '../answer/start-answer.ts';
import { loadBase } from '../base/configured.ts';
import type { ConfiguredBase } from '../base/configured-base.ts';
import { boundsOf } from '../features/bounds.ts';
import { createPainter } from '../features/picture.ts';
import type { MapPicture, ShownGaps } from '../features/picture.ts';
import type { MapDatum } from '../features/shift.ts';
import { createDraftTables } from '../features/with-draft.ts';
import { startDraw } from '../draw/start-draw.ts';
import { createApplier } from './apply-picture.ts';
import { createCamera } from './camera.ts';
import type { Camera } from './camera.ts';
import { createMap } from './create-map.ts';
import { listen } from './pointing.ts';
import type { PointingReports } from './pointing.ts';

export interface MapReports extends PointingReports {
  /** The records are here and on screen (true), or something is still to be loaded or drawn (false). */
  idle(isIdle: boolean): void;
  /** What the base map on screen asks to have written beside it, as plain text. */
  attributions(texts: readonly string[]): void;
  /** The configured base map does not come; the local ground is shown. null = all is well. */
  baseFailed(config: BaseMapConfig | null): void;
  /** Why the answer's lines are not drawn; null = they are, or none are wanted. */
  linesMissing(why: LinesMissing | null): void;
}

export interface RunningMap {
  map: MapLibreMap;
  camera: Camera;
  showAll(): void;
  stop(): void;
}

const datumOf = (config: BaseMapConfig | null): MapDatum =>
  config?.gcj02 === true ? 'gcj02' : 'wgs84';

/** How often ages are looked at again, in ms. */
const AGE_STEP = 30_000;

/** Start the map in an element; throws where the machine cannot draw one. */
export function runMap(container: HTMLElement, label: string, reports: MapReports): RunningMap {
  const map = createMap(container, label);
  const camera = createCamera(map);
  const applier = createApplier(map);
  const paint = createPainter();
  const draftTables = createDraftTables();
  const answer = startAnswer(map, reports.linesMissing);
  const stops: (() => void)[] = [];
  let picture: MapPicture | null = null;
  let base: { config: BaseMapConfig; theme: string; ready: ConfiguredBase | null } | null = null;
  let isReady = false;
  /** Nothing has been changed since the map last finished drawing. */
  let isStill = false;
  let frame = 0;
  /** The import sample the map has turned to already. */
  let seenSample: FeatureCollection | null = null;

  const datum = (): MapDatum => datumOf(base?.ready == null ? null : base.config);

  function chooseBase(): void {
    const { config, baseMapId, theme } = useSession.getState();
    const wanted = config?.baseMaps.find(({ id }) => id === baseMapId) ?? null;
    const isNew =
      wanted?.id !== base?.config.id || (wanted?.kind === 'pmtiles' && theme !== base?.theme);
    if (!isNew) return;
    const pending =
      wanted === null ? null : { config: wanted, theme, ready: null as ConfiguredBase | null };
    base = pending;
    reports.baseFailed(null);
    reports.attributions([]);
    if (pending === null) return;
    loadBase(pending.config, theme).then(
      (ready) => {
        if (base !== pending) return;
        pending.ready = ready;
        reports.attributions(ready.attributions);
        schedule();
      },
      () => {
        if (base === pending) reports.baseFailed(pending.config);
      },
    );
  }

  function update(): void {
    frame = 0;
    if (!isReady) return;
    chooseBase();
    const { tables: held, status } = useRecords.getState();
    const session = useSession.getState();
    const { drafts, archived } = useRegister.getState();
    const tables = draftTables(held, session.selection, drafts, archived);
    const { shown } = useAnswer.getState();
    const drawnIn = datum();
    const { language, layers, selection, hover, focus, otherDrafts } = session;
    // Paper is white, whatever the hour.
    const { taking } = useMapPrint.getState();
    const theme = taking ? 'day' : session.theme;
    const covered = base?.ready != null;
    const now = serverNow();
    const sample = sampleOf(useImport.getState());
    const gaps = gapsOf(session.mode, useRoadKeeping.getState());
    const time = useTimeMap.getState().state;
    const { closing, aimedAt, areas } = useRoads.getState();
    const timeMap = time.tag === 'ready' ? time.map : null;
    const looks = {
      theme,
      language,
      layers,
      selection,
      hover,
      focus,
      otherDrafts,
      shown,
      covered,
      answering: shown !== null && session.mode === 'command' && !taking,
      sample,
      gaps,
      timeMap,
      closed: closing.lines,
      aimedAt,
      areas,
    };
    picture = paint({ tables, now, datum: drawnIn, ...looks });
    if (applier.apply(picture, base?.ready ?? null)) isStill = false;
    if (status.tag === 'live') answer.prepare();
    answer.draw({
      shown,
      hover,
      selection,
      theme,
      datum: drawnIn,
      step: useLitStep.getState().line,
    });
    camera.follow(session, drawnIn);
    camera.followAnswer(shown);
    if (sample !== seenSample) {
      seenSample = sample;
      camera.showAll(boundsOf([picture.sources.get('sample') ?? NOTHING]));
    }
    if (hasBoundaries(picture) || status.tag === 'live') camera.settle(home(picture));
    // Whatever was changed is drawn in a further frame, after which the map says that it is idle.
    if (!isStill) map.triggerRepaint();
    sayIdle();
  }

  function sayIdle(): void {
    const hasRecords = useRecords.getState().lastSyncAt !== null;
    reports.idle(hasRecords && isReady && isStill && frame === 0);
  }

  function schedule(): void {
    if (frame === 0) frame = requestAnimationFrame(update);
  }

  map.on('load', () => {
    isReady = true;
    container.dataset.mapReady = 'true';
    update();
  });
  map.on('movestart', () => {
    isStill = false;
    sayIdle();
  });
  map.on('idle', () => {
    isStill = true;
    sayIdle();
  });
  map.on('error', (event) => {
    const failed =
      'sourceId' in event &&
      typeof event.sourceId === 'string' &&
      event.sourceId.startsWith('base:');
    if (failed && base !== null) reports.baseFailed(base.config);
  });
  const ages = setInterval(schedule, AGE_STEP);
  stops.push(
    useRecords.subscribe(schedule),
    useSession.subscribe(schedule),
    useRegister.subscribe(schedule),
    useAnswer.subscribe(schedule),
    useImport.subscribe(schedule),
    useRoadKeeping.subscribe(schedule),
    useMapPrint.subscribe(schedule),
    useTimeMap.subscribe(schedule),
    useLitStep.subscribe(schedule),
    useRoads.subscribe(schedule),
    listen(map, datum, reports),
    startDraw(map, datum),
    () => clearInterval(ages),
    () => cancelAnimationFrame(frame),
    () => answer.stop(),
    () => map.remove(),
  );
  return {
    map,
    camera,
    showAll: () => camera.showAll(picture === null ? null : home(picture)),
    stop: () => stops.forEach((stop) => stop()),
  };
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What a file that is being imported has to show, while it is on the screen. */
const sampleOf = ({ open, list, stage, understood }: ImportState): FeatureCollection | null =>
  open && !list && stage.tag !== 'done' && stage.tag !== 'unreadable'
    ? (understood?.sample ?? null)
    : null;

/** The suspicious gaps of the report on the screen. */
function gapsOf(mode: Mode, keeping: RoadKeepingState): ShownGaps | null {
  const report = mode === 'roads' ? reportShown(keeping) : null;
  return report === null
    ? null
    : { gaps: report.gaps.listed, lit: keeping.gap, around: keeping.around };
}

const hasBoundaries = ({ sources }: MapPicture): boolean =>
  (sources.get('boundaries')?.features.length ?? 0) > 0;

/** What "everything" is, as it is drawn: the districts, or failing them whatever has a place. */
function home(picture: MapPicture): ReturnType<typeof boundsOf> {
  const prefix = hasBoundaries(picture) ? 'boundaries' : 'point-';
  return boundsOf(
    [...picture.sources].flatMap(([name, data]) => (name.startsWith(prefix) ? [data] : [])),
  );
}
