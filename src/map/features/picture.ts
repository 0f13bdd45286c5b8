/** The map as a function of state: what every source holds and how everything looks, with same data = same reference. */
import type { FeatureCollection } from 'geojson';
import { GROUND } from '../style/ground-colours.ts';
import type { Look } from '../style/layer.ts';
import { MAP_LAYERS } from '../../state/session.ts';
import type { Language, MapLayer, Theme } from '../../state/session.ts';
import type { RecordTables } from '../../state/records.ts';
import { markerFor, ownMarks, withUnusable } from '../../core/symbols/index.ts';
import type { Marker, RecordOfSymbol } from '../../core/symbols/index.ts';
import type { DrawnAnswer } from '../../state/answer.ts';
import type { TimeMap } from '../../state/time-map.ts';
import type { LngLat } from '../../core/model/index.ts';
import type { Gap } from '../../core/roads/incoming.ts';
import { thresholdByDistrict } from '../../core/thresholds/index.ts';
import type { Answer } from '../../core/ranking/types.ts';
import { unusableShelters } from '../../core/ranking/unusable.ts';
import type { ActiveArea } from '../../core/arrival/active-areas.ts';
import { iconPrefix } from '../symbols/icon-name.ts';
import type { ClosedLines } from '../../core/arrival/effect.ts';
import type { RoadStretch } from '../../core/arrival/stretch.ts';
import { closedFeatures } from './closed-features.ts';
import { bandFeatures } from './band-features.ts';
import { focusFeatures, focusShapes, rankFeatures } from './focus-features.ts';
import type { FocusInput } from './focus-features.ts';
import { gapFeatures } from './gap-features.ts';
import { areaFeatures } from './area-features.ts';
import {
  boundaryFeatures,
  groundFeatures,
  outsideFeatures,
  placeFeatures,
} from './ground-features.ts';
import { pointFeatures } from './point-features.ts';
import type { DrawingContext } from './point-features.ts';
import { remember, rememberUntil } from './remember.ts';
import { shapeFeatures } from './shape-features.ts';
import { onMap } from './shift.ts';
import type { MapDatum } from './shift.ts';

/** Kinds whose records can be lines or areas. */
const SHAPED = [
  'hazard',
  'shelter',
  'depot',
  'settlement',
  'evacuation_route',
  'closure',
  'incident',
] as const;

export type SourceName =
  | 'boundaries'
  | 'outside'
  | 'ground'
  | 'places'
  | 'focus'
  | 'focus-shapes'
  | 'sample'
  | 'gaps'
  | 'bands'
  | 'closed-roads'
  | 'active-areas'
  | 'ranks'
  | `point-${MapLayer}`
  | `shape-${(typeof SHAPED)[number]}`;

export interface PictureInput extends FocusInput {
  /** Closed stretches of road, and the one being aimed at; null = none. */
  closed?: ClosedLines | null;
  aimedAt?: RoadStretch | null;
  /** Hazards and incidents whose area is active; absent = none. */
  areas?: readonly ActiveArea[];
  /** The server's clock, ms since 1970. */
  now: number;
  theme: Theme;
  language: Language;
  layers: Look['layers'];
  shown: DrawnAnswer | null;
  /** A configured base map is on screen and writes its own names. */
  covered: boolean;
  /** An answer is read: what is not part of it steps back. */
  answering?: boolean;
  datum: MapDatum;
  /** Places of a file that is being imported; null = none. */
  sample?: FeatureCollection | null;
  /** Gaps of a road network that is looked after; null = none. */
  gaps?: ShownGaps | null;
  /** In how many minutes the first team is anywhere; null = not shown. */
  timeMap?: TimeMap | null;
}

export interface ShownGaps {
  gaps: readonly Gap[];
  /** The gap that the person chose in the list; it is drawn brighter. */
  lit: Gap | null;
  /** Lines of the roads around that gap. */
  around: readonly (readonly LngLat[])[];
}

export interface MapPicture {
  look: Look;
  sources: ReadonlyMap<SourceName, FeatureCollection>;
}

const NO_AREAS: readonly ActiveArea[] = [];
const NO_GAPS: readonly Gap[] = [];
const NO_LINES: readonly (readonly LngLat[])[] = [];
const NO_SAMPLE: FeatureCollection = { type: 'FeatureCollection', features: [] };

function* values<T>(map: ReadonlyMap<string, T>, keep: (value: T) => boolean): Generator<T> {
  for (const value of map.values()) if (keep(value)) yield value;
}

/** A route drawn as a line needs no symbol of its own. */
const hasNoLine = ({ geometry }: { geometry: unknown }): boolean => geometry === null;

function pointsOf<K extends MapLayer>(kind: K) {
  return rememberUntil(
    (
      now,
      table: ReadonlyMap<string, RecordOfSymbol[K]>,
      maxAgeOf: DrawingContext['maxAgeOf'],
      marksOf: Marker,
    ) => {
      const records = kind === 'evacuation_route' ? values(table, hasNoLine) : table.values();
      return pointFeatures(kind, records, { now, maxAgeOf, marksOf });
    },
  );
}

function shapesOf<K extends (typeof SHAPED)[number]>(kind: K) {
  return rememberUntil(
    (now, table: ReadonlyMap<string, RecordOfSymbol[K]>, maxAgeOf: DrawingContext['maxAgeOf']) =>
      shapeFeatures(kind, table.values(), { now, maxAgeOf }),
  );
}

type Draw = (
  now: number,
  table: unknown,
  maxAgeOf: DrawingContext['maxAgeOf'],
  marksOf: Marker,
) => { data: FeatureCollection };

/** Kinds whose marks depend on the day and on the stock; the others are not drawn anew when those change. */
const MARKED_BY_DAY: readonly MapLayer[] = ['depot', 'hazard'];

/** A painter keeps what it made last, so that unchanged records give the very same collections. */
export function createPainter(): (input: PictureInput) => MapPicture {
  const boundaries = remember((district: RecordTables['district']) =>
    boundaryFeatures(district.values()),
  );
  const outside = remember((district: RecordTables['district']) =>
    outsideFeatures(district.values()),
  );
  const ground = remember((base: RecordTables['base_feature']) => groundFeatures(base.values()));
  const places = remember(
    (
      base: RecordTables['base_feature'],
      district: RecordTables['district'],
      settlement: RecordTables['settlement'],
    ) => placeFeatures(base.values(), district.values(), settlement.values()),
  );
  const points = MAP_LAYERS.map((kind) => [kind, pointsOf(kind) as Draw] as const);
  const shapes = SHAPED.map((kind) => [kind, shapesOf(kind) as Draw] as const);
  const attended = remember(
    (
      selection: PictureInput['selection'],
      hover: PictureInput['hover'],
      focus: PictureInput['focus'],
      otherDrafts: PictureInput['otherDrafts'],
    ): Omit<FocusInput, 'tables'> => ({
      selection,
      hover,
      focus,
      ...(otherDrafts && { otherDrafts }),
    }),
  );
  const attention = remember(
    (tables: RecordTables, attend: Omit<FocusInput, 'tables'>, context: DrawingContext) =>
      focusFeatures({ tables, ...attend }, context),
  );
  const traced = remember(
    (
      tables: RecordTables,
      selection: PictureInput['selection'],
      hover: PictureInput['hover'],
      minute: number,
    ) => focusShapes({ tables, selection, hover }, minute * 60_000),
  );
  const ranks = remember(rankFeatures);
  const gaps = remember(gapFeatures);
  const bands = remember(bandFeatures);
  const closed = remember(closedFeatures);
  const active = remember(areaFeatures);
  const unusable = remember(
    (table: RecordTables['shelter'], areas: readonly ActiveArea[], answer: Answer | null) =>
      unusableShelters(table.values(), areas, answer),
  );
  const marked = remember(withUnusable);
  const markedShelters = remember(withUnusable);
  /** What else is on the map, which decides what the layers leave to it. */
  const besides = remember((hasLand: boolean, covered: boolean, answering: boolean) => ({
    hasLand,
    covered,
    answering,
  }));
  const lookOf = remember(
    (
      theme: Theme,
      language: Language,
      layers: Look['layers'],
      others: Pick<Look, 'hasLand' | 'covered' | 'answering'>,
    ): Look => ({
      theme,
      language,
      ground: GROUND[theme],
      iconPrefix: iconPrefix(theme, language),
      layers,
      ...others,
    }),
  );
  const contextOf = remember(
    (minute: number, maxAgeOf: DrawingContext['maxAgeOf'], marksOf: Marker): DrawingContext => ({
      now: minute * 60_000,
      maxAgeOf,
      marksOf,
    }),
  );

  return (input) => {
    const { tables, selection, hover, focus, now, datum, shown } = input;
    const maxAgeOf = thresholdByDistrict(tables, 'fact_max_age');
    const areas = input.areas ?? NO_AREAS;
    const noUse = unusable(
      tables.shelter,
      areas,
      shown?.answer.kind === 'shelter' ? shown.answer : null,
    );
    const marksOf = marked(markerFor(tables, now), noUse);
    const shelterMarks = markedShelters(ownMarks, noUse);
    const marksFor = (kind: MapLayer): Marker => {
      if (MARKED_BY_DAY.includes(kind)) return marksOf;
      return kind === 'shelter' ? shelterMarks : ownMarks;
    };
    const minute = Math.floor(now / 60_000);
    const context = contextOf(minute, maxAgeOf, marksOf);
    const drawn: [SourceName, FeatureCollection][] = [
      ['boundaries', boundaries(tables.district)],
      ['outside', outside(tables.district)],
      ['ground', ground(tables.base_feature)],
      ['places', places(tables.base_feature, tables.district, tables.settlement)],
      ...shapes.map(([kind, draw]): [SourceName, FeatureCollection] => [
        `shape-${kind}`,
        draw(now, tables[kind], maxAgeOf, ownMarks).data,
      ]),
      ...points.map(([kind, draw]): [SourceName, FeatureCollection] => [
        `point-${kind}`,
        draw(now, tables[kind], maxAgeOf, marksFor(kind)).data,
      ]),
      ['focus-shapes', traced(tables, selection, hover, minute)],
      ['sample', input.sample ?? NO_SAMPLE],
      [
        'gaps',
        gaps(input.gaps?.gaps ?? NO_GAPS, input.gaps?.lit ?? null, input.gaps?.around ?? NO_LINES),
      ],
      ['bands', bands(input.timeMap ?? null)],
      ['active-areas', active(areas)],
      ['closed-roads', closed(input.closed ?? null, input.aimedAt ?? null)],
      ['focus', attention(tables, attended(selection, hover, focus, input.otherDrafts), context)],
      ['ranks', ranks(shown, tables, context)],
    ];
    const hasLand = boundaries(tables.district).features.length > 0;
    return {
      look: lookOf(
        input.theme,
        input.language,
        input.layers,
        besides(hasLand, input.covered, input.answering ?? false),
      ),
      sources: new Map(drawn.map(([name, data]) => [name, onMap(data, datum)])),
    };
  };
}
