/** The few records in the centre of attention: drawn above everything, never clustered, always named. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { closureIsOver, SYMBOL_KINDS } from '../../core/symbols/index.ts';
import type { Closure } from '../../core/model/index.ts';
import type { RecordTables } from '../../state/records.ts';
import type {
  HeldDraft,
  IncidentDraft,
  IncidentFocus,
  MapLayer,
  Selection,
} from '../../state/session.ts';
import type { DrawnAnswer } from '../../state/answer.ts';
import { iconName } from '../symbols/icon-name.ts';
import { pointFeature } from './point-features.ts';
import type { DrawingContext, PointFeature } from './point-features.ts';

type FocusRole = 'selected' | 'hover' | 'incident' | 'held';

export interface FocusInput {
  tables: RecordTables;
  selection: Selection | null;
  hover: Selection | null;
  focus: IncidentFocus;
  /** Unsaved incidents beside the one in question. */
  otherDrafts?: readonly HeldDraft[];
}

export const isDrawnKind = (kind: string): kind is MapLayer =>
  (SYMBOL_KINDS as readonly string[]).includes(kind);

function recordPoint(
  tables: RecordTables,
  { kind, id }: Selection,
  context: DrawingContext,
): PointFeature | null {
  if (!isDrawnKind(kind)) return null;
  const record = tables[kind].get(id);
  return record === undefined ? null : (pointFeature(kind, record, context)?.feature ?? null);
}

/** A draft stands on the map before it is saved: dashed, because nobody has recorded it yet. */
function draftPoint({ id, place, title, level, base }: IncidentDraft): PointFeature {
  const age = base === null ? 'undated' : 'fresh';
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [place[0], place[1]] },
    properties: {
      id,
      kind: 'incident',
      name: title,
      icon: iconName({ kind: 'incident', state: 'plain', age, level, marks: [] }),
      state: 'plain',
      age,
      weight: 0,
    },
  };
}

/** The incident in question: a draft (also while its place is being moved) or a saved one. */
function incidentPoint(
  { tables, focus }: FocusInput,
  context: DrawingContext,
): PointFeature | null {
  switch (focus.tag) {
    case 'none':
      return null;
    case 'placing':
      return focus.draft === null ? null : draftPoint(focus.draft);
    case 'draft':
      return draftPoint(focus.draft);
    case 'saved':
      return recordPoint(tables, { kind: 'incident', id: focus.id }, context);
  }
}

export function focusFeatures(input: FocusInput, context: DrawingContext): FeatureCollection {
  const features: Feature[] = [];
  const add = (role: FocusRole, point: PointFeature | null): void => {
    if (point !== null) features.push({ ...point, properties: { ...point.properties, role } });
  };
  const { selection, hover, tables } = input;
  if (selection !== null) add('selected', recordPoint(tables, selection, context));
  if (hover !== null && !isSame(hover, selection))
    add('hover', recordPoint(tables, hover, context));
  for (const { draft } of input.otherDrafts ?? []) add('held', draftPoint(draft));
  add('incident', incidentPoint(input, context));
  return { type: 'FeatureCollection', features };
}

const isSame = (a: Selection, b: Selection | null): boolean => a.kind === b?.kind && a.id === b.id;

interface FocusShapeProperties {
  role: FocusRole;
  /** A closure that holds no more: it must look neither closed nor like a route. */
  isOver: boolean;
}

/** The lines and areas of the selected and the pointed-at record, to be traced. */
export function focusShapes(
  { tables, selection, hover }: Omit<FocusInput, 'focus'>,
  now: number,
): FeatureCollection<Geometry, FocusShapeProperties> {
  const features: Feature<Geometry, FocusShapeProperties>[] = [];
  const add = (role: FocusRole, wanted: Selection | null): void => {
    if (wanted === null || (wanted.kind !== 'district' && !isDrawnKind(wanted.kind))) return;
    const record = tables[wanted.kind].get(wanted.id);
    const geometry: Geometry | null = record?.geometry ?? null;
    if (geometry === null || geometry.type === 'Point') return;
    const isOver = wanted.kind === 'closure' && closureIsOver(record as Closure, now);
    features.push({ type: 'Feature', geometry, properties: { role, isOver } });
  };
  add('hover', hover);
  add('selected', selection);
  return { type: 'FeatureCollection', features };
}

/** The ranked candidates with their rank, where the distance was measured to. */
export function rankFeatures(
  shown: DrawnAnswer | null,
  tables: RecordTables,
  context: DrawingContext,
): FeatureCollection {
  const features = (shown?.answer.ranked ?? []).map((row, i): Feature => {
    const point = recordPoint(tables, { kind: row.kind, id: row.id }, context);
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [row.place[0], row.place[1]] },
      properties: { ...point?.properties, id: row.id, kind: row.kind, rank: String(i + 1) },
    };
  });
  return { type: 'FeatureCollection', features };
}
