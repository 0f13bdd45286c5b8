/** Distance from a place to a line's or an area's edge: great-circle metres, 0 inside an area. */
import type { Geometry, Position } from 'geojson';
import type { LngLat, Meters } from '../model/index.ts';
import { EARTH_RADIUS, greatCircle } from './distance.ts';
import { RUN_LENGTH, angleTo, edgesOf, unitX, unitY, unitZ, unwrap } from './edges.ts';
import type { Chain, Ring } from './edges.ts';

interface NearestOnGeometry {
  meters: Meters;
  /** Where on the geometry; the asked place itself when it lies inside. */
  place: LngLat;
  inside: boolean;
}

/**
 * Rounding room in radians (about 60 cm) for bounds that may skip work but never an answer: near the antipode
 * haversine itself is exact to some decimetres only.
 */
const SLACK = 1e-7;
const DEGREES = 180 / Math.PI;

/** Metres from `place` to the nearest edge of `geometry`, 0 inside an area; Infinity when the geometry is empty. */
export const distanceToGeometry = (place: LngLat, geometry: Geometry): Meters =>
  nearestOnGeometry(place, geometry)?.meters ?? Infinity;

/** The nearest point of `geometry` to `place`; null when the geometry is empty. Areas hold what is inside their outer ring and outside their holes. */
export function nearestOnGeometry(place: LngLat, geometry: Geometry): NearestOnGeometry | null {
  const edges = edgesOf(geometry);
  if (edges.polygons.some((rings) => isInside(place, rings)))
    return { meters: 0, place, inside: true };
  const search = new EdgeSearch(place);
  for (const chain of edges.chains) search.scan(chain);
  if (search.found === null) return null;
  return { meters: greatCircle(place, search.found), place: search.found, inside: false };
}

/** Whether a geometry is anywhere: false for an empty one, or one without a single number that is a place. */
export const isSomewhere = (geometry: Geometry): boolean =>
  edgesOf(geometry).chains.some(({ xyz }) =>
    xyz.some((_, i) => i % 3 === 0 && !Number.isNaN(xyz[i]! + xyz[i + 2]!)),
  );

/** No point of `geometry` is nearer to `place` than this many metres: cheap, and 0 when nothing can be said. */
export function atLeast(place: LngLat, geometry: Geometry): Meters {
  const { cap } = edgesOf(geometry);
  if (cap === null) return Infinity;
  const [lng, lat] = place;
  const gap = angleTo(unitX(lng, lat), unitY(lng, lat), unitZ(lat), cap, 0) - (cap[3] ?? 0) - SLACK;
  return gap > 0 ? gap * EARTH_RADIUS : 0;
}

function isInside(place: LngLat, rings: readonly Ring[]): boolean {
  const [outer, ...holes] = rings;
  return (
    outer !== undefined &&
    windsAround(place, outer) &&
    !holes.some((hole) => windsAround(place, hole))
  );
}

/** Even-odd along the meridian from the place to the north pole, with great-circle edges. */
function windsAround([lng, lat]: LngLat, ring: Ring): boolean {
  let inside = ring.holdsNorthPole;
  const tanLat = Math.tan(lat / DEGREES);
  const n = ring.lng.length;
  for (let i = 1; i < n; i++) {
    const from = ring.lng[i - 1] ?? 0;
    const to = ring.lng[i] ?? 0;
    const west = from < to ? from : to;
    const east = from < to ? to : from;
    const at = lng + 360 * Math.ceil((west - lng) / 360);
    if (at < west || at >= east) continue;
    const latFrom = ring.lngLat[i - 1]?.[1] ?? 0;
    const latTo = ring.lngLat[i]?.[1] ?? 0;
    const tanEdge =
      (Math.tan(latFrom / DEGREES) * Math.sin((to - at) / DEGREES) +
        Math.tan(latTo / DEGREES) * Math.sin((at - from) / DEGREES)) /
      Math.sin((to - from) / DEGREES);
    if (tanEdge > tanLat) inside = !inside;
  }
  return inside;
}

/** Keeps the nearest point found so far; distances are compared as squared chords of the unit sphere. */
class EdgeSearch {
  found: LngLat | null = null;
  private best = Infinity;
  private readonly x: number;
  private readonly y: number;
  private readonly z: number;

  constructor(private readonly place: LngLat) {
    const [lng, lat] = place;
    this.x = unitX(lng, lat);
    this.y = unitY(lng, lat);
    this.z = unitZ(lat);
  }

  /** Looks first at the run whose cap begins nearest, so that the others can mostly be passed over. */
  scan(chain: Chain): void {
    const gaps = new Float64Array(chain.runs);
    let first = 0;
    for (let run = 0; run < chain.runs; run++) {
      const apart = angleTo(this.x, this.y, this.z, chain.caps, 4 * run);
      const gap = apart - (chain.caps[4 * run + 3] ?? 0) - SLACK;
      gaps[run] = gap;
      if (gap < (gaps[first] ?? Infinity)) first = run;
    }
    if (this.reaches(gaps[first])) this.scanRun(chain, first);
    for (let run = 0; run < chain.runs; run++)
      if (run !== first && this.reaches(gaps[run])) this.scanRun(chain, run);
  }

  private reaches(gap: number | undefined): boolean {
    if (gap === undefined || gap <= 0) return true;
    const chord = 2 * Math.sin(gap / 2);
    return chord * chord <= this.best;
  }

  private scanRun({ xyz, lngLat }: Chain, run: number): void {
    const last = lngLat.length - 1;
    this.vertex(xyz, lngLat, run * RUN_LENGTH);
    for (let i = run * RUN_LENGTH; i < Math.min(last, (run + 1) * RUN_LENGTH); i++) {
      this.vertex(xyz, lngLat, i + 1);
      this.edge(xyz, i);
    }
  }

  private vertex(xyz: Float64Array, lngLat: readonly Position[], i: number): void {
    const chord2 = this.chord2(xyz[3 * i] ?? 0, xyz[3 * i + 1] ?? 0, xyz[3 * i + 2] ?? 0);
    const [lng = NaN, lat = NaN] = lngLat[i] ?? [];
    if (chord2 < this.best) this.keep(chord2, [lng, lat]);
  }

  /** The foot of the perpendicular on the great circle a-b, if it falls between a and b. */
  private edge(xyz: Float64Array, i: number): void {
    const ax = xyz[3 * i] ?? 0;
    const ay = xyz[3 * i + 1] ?? 0;
    const az = xyz[3 * i + 2] ?? 0;
    const dx = (xyz[3 * i + 3] ?? 0) - ax;
    const dy = (xyz[3 * i + 4] ?? 0) - ay;
    const dz = (xyz[3 * i + 5] ?? 0) - az;
    const length2 = dx * dx + dy * dy + dz * dz;
    // p·a + p·b; not positive: both ends are about a quarter of the globe away, an end is nearest.
    const cosines =
      2 * (this.x * ax + this.y * ay + this.z * az) + this.x * dx + this.y * dy + this.z * dz;
    if (!(length2 > 0) || cosines <= 0) return;
    const toP2 = this.chord2(ax, ay, az);
    const along = (this.x - ax) * dx + (this.y - ay) * dy + (this.z - az) * dz;
    // The foot is a + s (b - a), pushed out to the sphere: the Gram equations of the plane a, b, without cancellation.
    const s = (along - (length2 * toP2) / 4) / ((cosines * length2) / 2);
    if (!(s > 0 && s < 1)) return;
    const x = ax + s * dx;
    const y = ay + s * dy;
    const z = az + s * dz;
    const norm = Math.hypot(x, y, z);
    if (!(norm > 1e-9)) return;
    const chord2 = this.chord2(x / norm, y / norm, z / norm);
    if (chord2 < this.best) {
      const lng = unwrap(Math.atan2(y, x) * DEGREES, this.place[0]);
      this.keep(chord2, [lng, Math.atan2(z, Math.hypot(x, y)) * DEGREES]);
    }
  }

  private chord2(x: number, y: number, z: number): number {
    return (this.x - x) ** 2 + (this.y - y) ** 2 + (this.z - z) ** 2;
  }

  private keep(chord2: number, place: LngLat): void {
    this.best = chord2;
    this.found = place;
  }
}
