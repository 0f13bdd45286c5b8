/** Closures as obstacles: which are in force at a moment, what one in hand would be, and when that changes by itself. */
import type { Geometry } from 'geojson';
import type { Closure } from '../model/index.ts';
import { sketchRecord } from '../register/index.ts';
import type { Inputs } from '../register/index.ts';
import type { Obstacle, Obstacles } from './obstacle.ts';

export type ClosurePhase = 'upcoming' | 'in-force' | 'over';

/** When a closure ends, in milliseconds since 1970; Infinity = nobody has said. */
const endOf = ({ untilAt, liftedAt }: Pick<Closure, 'untilAt' | 'liftedAt'>): number =>
  Math.min(...[untilAt, liftedAt].map((at) => (at === null ? Infinity : Date.parse(at))));

/** What a closure is at a moment: it holds from its first instant on, and no longer at its last. */
export function phaseOf(
  closure: Pick<Closure, 'fromAt' | 'untilAt' | 'liftedAt'>,
  now: number,
): ClosurePhase {
  if (endOf(closure) <= now) return 'over';
  return Date.parse(closure.fromAt) > now ? 'upcoming' : 'in-force';
}

/** Where a closure is; null = nobody has said, and it closes nothing. */
export function closureGeometry({
  geometry,
  lng,
  lat,
}: Pick<Closure, 'geometry' | 'lng' | 'lat'>): Geometry | null {
  return (
    geometry ?? (lng === null || lat === null ? null : { type: 'Point', coordinates: [lng, lat] })
  );
}

/** What the closures close at a moment: begun, not over, not lifted, not archived, and somewhere. */
export function closuresInForce(closures: Iterable<Closure>, now: number): Obstacles {
  const obstacles: Obstacle[] = [];
  let holdsUntil = Infinity;
  for (const closure of closures) {
    if (closure.archivedAt !== null) continue;
    const phase = phaseOf(closure, now);
    if (phase === 'over') continue;
    holdsUntil = Math.min(
      holdsUntil,
      phase === 'upcoming' ? Date.parse(closure.fromAt) : endOf(closure),
    );
    const geometry = closureGeometry(closure);
    if (phase === 'in-force' && geometry !== null)
      obstacles.push({ id: closure.id, version: closure.version, geometry });
  }
  return { obstacles, holdsUntil };
}

function instantIn(input: unknown, otherwise: string | null): string | null {
  if (typeof input !== 'string') return otherwise;
  return Number.isNaN(Date.parse(input)) ? null : input;
}

/** A closure as it would be if what is written were saved (`base` null = a new one). A time nobody can read is none. */
function closureAsWritten(id: string, base: Closure | null, inputs: Inputs, now: number): Closure {
  const place =
    'geom' in inputs || base === null ? sketchRecord('closure', id, base, inputs) : base;
  return {
    ...place,
    version: base?.version ?? 0,
    archivedAt: base?.archivedAt ?? null,
    fromAt: instantIn(inputs.from_at, base?.fromAt ?? null) ?? new Date(now).toISOString(),
    untilAt: instantIn(inputs.until_at, base?.untilAt ?? null),
    liftedAt: instantIn(inputs.lifted_at, base?.liftedAt ?? null),
  };
}

/** A half-written closure. */
export interface ClosureInHand {
  id: string;
  base: Closure | null;
  inputs: Inputs;
}

const MATTERS = ['geom', 'from_at', 'until_at', 'lifted_at'] as const;

/** The closures as they would be with what is in hand, and which of them differ by it. */
export interface WrittenClosures {
  closures: ReadonlyMap<string, Closure>;
  drafts: ReadonlySet<string>;
}

/**
 * The closures with those in hand in place of what they change; `versionOf` numbers a geometry that no record has
 * (another number for another one, never one of a record).
 */
export function closuresAsWritten(
  closures: ReadonlyMap<string, Closure>,
  inHand: Iterable<ClosureInHand>,
  now: number,
  versionOf: (geometry: Geometry) => number,
): WrittenClosures {
  const written = new Map<string, Closure>();
  for (const { id, base, inputs } of inHand) {
    if (!MATTERS.some((column) => column in inputs)) continue;
    // Somebody may have changed the record meanwhile; what is not written here is as the record now has it.
    const closure = closureAsWritten(id, closures.get(id) ?? base, inputs, now);
    const place = 'geom' in inputs ? (inputs.geom as Geometry | null) : null;
    written.set(id, place === null ? closure : { ...closure, version: versionOf(place) });
  }
  if (written.size === 0) return { closures, drafts: new Set() };
  return { closures: new Map([...closures, ...written]), drafts: new Set(written.keys()) };
}

/** What all of them close at a moment; what is not saved is marked. */
export function obstaclesAsWritten({ closures, drafts }: WrittenClosures, now: number): Obstacles {
  const { obstacles, holdsUntil } = closuresInForce(closures.values(), now);
  return {
    obstacles: obstacles.map((one) => (drafts.has(one.id) ? { ...one, draft: true } : one)),
    holdsUntil,
  };
}

const WEEK_MS = 7 * 86_400_000;

/** Closures worth telling about: all but those that ended long ago. */
export const isRecent = (closure: Closure, now: number): boolean =>
  closure.archivedAt === null && endOf(closure) > now - WEEK_MS;
