/** A plan as plain data: columns with samples, counts, a sample for the map. */
import type { Feature } from 'geojson';
import type { RecordKind } from '../../model/index.ts';
import { PLACED_LATER } from '../place/places-of-rows.ts';
import type { RejectReason } from '../codes.ts';
import { fieldsOf } from '../columns/fields.ts';
import type { StoredKind } from '../difference/tables.ts';
import { anchorOf } from '../../geo/positions.ts';
import { fingerprint } from '../identity/hash.ts';
import { SAMPLE_ROWS, sampleText, samplesOf } from '../samples.ts';
import type { ImportPlan } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import type { ColumnSeen, ImportSettings, Understood } from './types.ts';

const ON_MAP = 600;
const REFUSED_SHOWN = 20;

/** The cell of a row as the file has it, whatever the format. */
function cellOf(raw: SourceRow['raw'], index: number, title: string): unknown {
  if (Array.isArray(raw)) return (raw as readonly unknown[])[index];
  const properties = (raw as { properties?: Record<string, unknown> | null }).properties;
  return (properties ?? (raw as Record<string, unknown>))[title];
}

function columnsSeen(plan: ImportPlan, settings: ImportSettings): ColumnSeen[] {
  const { columns, joined, mapping } = plan.understanding;
  const fieldAt = new Map(mapping.map(({ field, column }) => [column - 1, field]));
  const raws = Array.from({ length: Math.min(plan.read, SAMPLE_ROWS) }, (_, i) =>
    plan.rawOf(i + 1),
  );
  return [...columns, ...joined].map((title, index) => {
    const own = index < columns.length ? raws : [];
    const samples = samplesOf(own.map((raw) => cellOf(raw, index, title)));
    const field = fieldAt.get(index) ?? null;
    const guess = field === null ? null : 'guess';
    const by = index in settings.columns ? 'person' : guess;
    return { index, title, samples, field, by, joined: index >= columns.length };
  });
}

/** What a row says, in one line. */
export const rowText = (raw: SourceRow['raw']): string => {
  const properties = Array.isArray(raw)
    ? raw
    : ((raw as { properties?: object | null }).properties ?? raw);
  return Object.values(properties)
    .map(sampleText)
    .filter((text) => text !== '')
    .slice(0, 6)
    .join(' · ');
};

function sampleOf(plan: ImportPlan): Pick<Understood, 'sample' | 'bounds'> {
  const step = Math.max(1, Math.floor(plan.records.length / ON_MAP));
  const features: Feature[] = [];
  let bounds: [number, number, number, number] | null = null;
  plan.records.forEach(({ geometry, name, row }, i) => {
    if (geometry === null) return;
    const [lng, lat] = anchorOf(geometry);
    bounds =
      bounds === null
        ? [lng, lat, lng, lat]
        : [
            Math.min(bounds[0], lng),
            Math.min(bounds[1], lat),
            Math.max(bounds[2], lng),
            Math.max(bounds[3], lat),
          ];
    if (i % step === 0 && features.length < ON_MAP)
      features.push({ type: 'Feature', geometry, properties: { name, row } });
  });
  return { sample: { type: 'FeatureCollection', features }, bounds };
}

function countBy(rejected: ImportPlan['rejected']): Understood['refusedBy'] {
  const counts: Partial<Record<RejectReason, number>> = {};
  for (const { reason } of rejected) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function needsOf(plan: ImportPlan, kind: StoredKind): RecordKind[] {
  const needs: RecordKind[] = [kind];
  if (kind === 'stock_lot') needs.push('depot');
  if (kind === 'evacuation_route') needs.push('settlement', 'shelter');
  if (plan.records.some(({ contacts }) => contacts.length > 0)) needs.push('contact');
  if (kind === 'depot' && plan.records.some(({ stock }) => stock.length > 0))
    needs.push('stock_lot');
  return needs;
}

/** Describes a plan. */
export function describePlan(
  plan: ImportPlan,
  kind: StoredKind,
  settings: ImportSettings,
): Omit<Understood, 'kindSeen'> {
  const fields = fieldsOf(kind);
  return {
    kind,
    understanding: plan.understanding,
    columns: columnsSeen(plan, settings),
    fields: fields.map(({ name }) => name),
    settable: fields.filter(({ type }) => type !== 'coordinate').map(({ name }) => name),
    fingerprint: fingerprint(plan.understanding.columns.join('\u001f')),
    counts: {
      read: plan.read,
      usable: plan.records.length,
      duplicates: plan.duplicates.length,
      rejected: plan.rejected.length,
      repaired: plan.repaired.length,
    },
    warnings: plan.warnings,
    blockers: plan.blockers,
    refused: plan.rejected
      .slice(0, REFUSED_SHOWN)
      .map(({ row, raw, reason, params }) => ({ row, reason, params, text: rowText(raw) })),
    refusedBy: countBy(plan.rejected),
    mayLackPlace: PLACED_LATER.has(kind),
    ...sampleOf(plan),
    needs: needsOf(plan, kind),
  };
}
