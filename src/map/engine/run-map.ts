/** Joins the map to the state: subscribes, and hands each change to the one place that applies it. */
import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useAnswer } from '../../state/answer.ts';
import { serverNow } from '../../state/clock.ts';
import { useImport } from '../../state/import.ts';
import { useMapPrint } from '../../state/map-print.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import type { ImportState } from '../../state/import.ts';
import { reportShown, useRoadNetworks } from '../../state/road-networks.ts';
import type { RoadNetworksState } from '../../state/road-networks.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import type { Mode } from '../../state/session.ts';
import { useLitStep } from '../../state/step.ts';
import { useTimeMap } from '../../state/time-map.ts';
import { startAnswer } from '../answer/start-answer.ts';
import type { LinesMissing } from '../answer/start-answer.ts';
import { boundsOf } from '../features/bounds.ts';
import { createPainter } from '../features/picture.ts';
import type { MapPicture, PictureInput, ShownGaps } from '../features/picture.ts';
import type { MapDatum } from '../features/shift.ts';
import { createDraftTables } from '../features/with-draft.ts';
import { startDraw } from '../draw/start-draw.ts';
import { createApplier } from './apply-picture.ts';
import { createChosenBase } from './chosen-base.ts';
import type { BaseReports } from './chosen-base.ts';
import { createCamera } from './camera.ts';
import type { Camera } from './camera.ts';
import { createMap } from './create-map.ts';
import { listen } from './pointing.ts';
import type { PointingReports } from './pointing.ts';

interface MapReports extends PointingReports, BaseReports {
  /** The records are here and on screen (true), or something is still to be loaded or drawn (false). */
  idle(isIdle: boolean): void;
  /** Why the answer's lines are not drawn; null = they are, or none are wanted. */
  linesMissing(why: LinesMissing | null): void;
}

export interface RunningMap {
  map: MapLibreMap;
  camera: Camera;
  showAll(): void;
  stop(): void;
}

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
  let isReady = false;
  /** Nothing has been changed since the map last finished drawing. */
  let isStill = false;
  let frame = 0;
  /** The import sample the map has turned to already. */
  let seenSample: FeatureCollection | null = null;

  const base = createChosenBase(reports, schedule);

  function update(): void {
    frame = 0;
    if (!isReady) return;
    base.follow();
    const { status } = useRecords.getState();
    const session = useSession.getState();
    const { shown } = useAnswer.getState();
    const sample = sampleOf(useImport.getState());
    const drawnIn = base.datum();
    const wanted = pictureWanted(draftTables, drawnIn, base.ready() !== null);
    picture = paint(wanted);
    if (applier.apply(picture, base.ready())) isStill = false;
    if (status.tag === 'live') answer.prepare();
    answer.draw({
      shown,
      hover: session.hover,
      selection: session.selection,
      theme: wanted.theme,
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
    const isOfBase =
      'sourceId' in event &&
      typeof event.sourceId === 'string' &&
      event.sourceId.startsWith('base:');
    if (isOfBase) base.fail();
  });
  const ages = setInterval(schedule, AGE_STEP);
  stops.push(
    useRecords.subscribe(schedule),
    useSession.subscribe(schedule),
    useRegister.subscribe(schedule),
    useAnswer.subscribe(schedule),
    useImport.subscribe(schedule),
    useRoadNetworks.subscribe(schedule),
    useMapPrint.subscribe(schedule),
    useTimeMap.subscribe(schedule),
    useLitStep.subscribe(schedule),
    useRoads.subscribe(schedule),
    listen(map, base.datum, reports),
    startDraw(map, base.datum),
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

/** What is to be painted now, as the state has it. */
function pictureWanted(
  draftTables: ReturnType<typeof createDraftTables>,
  datum: MapDatum,
  covered: boolean,
): PictureInput {
  const session = useSession.getState();
  const { language, layers, selection, hover, focus, otherDrafts, mode } = session;
  const { drafts, archived } = useRegister.getState();
  const { shown } = useAnswer.getState();
  const { taking } = useMapPrint.getState();
  const time = useTimeMap.getState().state;
  const { closures, aimedAt, areas } = useRoads.getState();
  return {
    tables: draftTables(useRecords.getState().tables, selection, drafts, archived),
    now: serverNow(),
    datum,
    // Paper is white, whatever the hour.
    theme: taking ? 'day' : session.theme,
    language,
    layers,
    selection,
    hover,
    focus,
    otherDrafts,
    shown,
    covered,
    answering: shown !== null && mode === 'command' && !taking,
    sample: sampleOf(useImport.getState()),
    gaps: gapsOf(mode, useRoadNetworks.getState()),
    timeMap: time.tag === 'ready' ? time.map : null,
    closed: closures.lines,
    aimedAt,
    areas,
  };
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What a file that is being imported has to show, while it is on the screen. */
const sampleOf = ({ open, list, stage, understood }: ImportState): FeatureCollection | null =>
  open && !list && stage.tag !== 'done' && stage.tag !== 'unreadable'
    ? (understood?.sample ?? null)
    : null;

/** The suspicious gaps of the report on the screen. */
function gapsOf(mode: Mode, networks: RoadNetworksState): ShownGaps | null {
  const report = mode === 'roads' ? reportShown(networks) : null;
  return report === null
    ? null
    : { gaps: report.gaps.listed, lit: networks.gap, around: networks.around };
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
