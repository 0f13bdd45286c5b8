/** Warnings when the data speaks for another coordinate system than the one it is read in. */
import type { LngLat } from '../../model/index.ts';
import type { FileRead } from '../read-file.ts';
import type { ImportOptions, Warning } from '../types.ts';
import type { Belonging } from './belonging.ts';
import { shown } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import { WGS84, crsOfName } from '../../crs/crs.ts';
import type { Crs } from '../../crs/crs.ts';
import { misplacedMetres } from './slips.ts';
import { inMainlandChina, isOfAnyZone, suggestProjected } from '../../crs/hints.ts';

/** The rows whose places speak, and what is known of the file that they are of. */
interface CrsEvidence {
  candidates: readonly Candidate[];
  /** The system that the rows are read in. */
  crs: Crs;
  file: FileRead;
  options: ImportOptions;
  belonging: Belonging | null;
  median: LngLat | null;
}

/** What a person should hear about the coordinate system. */
export function warnAboutCrs(evidence: CrsEvidence): Warning[] {
  const { candidates, crs, belonging } = evidence;
  const found = crs.degrees
    ? [metresReadAsDegrees(candidates, crs, belonging)]
    : [axesExchanged(evidence), degreesReadAsMetres(candidates, crs)];
  return [...found, unstatedInChina(evidence), shiftedInFence(candidates, crs, belonging)].filter(
    (warning) => warning !== null,
  );
}

const suggested = (crs: Crs, suggestion: string, [x, y]: Candidate['from']): Warning => ({
  code: 'crs_suggested',
  params: { crs: crs.name, suggestion, x: shown(x), y: shown(y) },
});

/** Most numbers are too large for degrees: they are metres of some projection, perhaps with their axes exchanged. */
function metresReadAsDegrees(
  candidates: readonly Candidate[],
  crs: Crs,
  belonging: Belonging | null,
): Warning | null {
  const beyond = candidates.filter(({ inRange }) => !inRange);
  const [first] = beyond;
  if (first === undefined || beyond.length <= candidates.length / 2) return null;
  const [x, y] = first.from;
  const expected = belonging?.fenced === true ? belonging.fits : undefined;
  const asWritten = suggestProjected(x, y, expected);
  const [found, zoneFits] =
    asWritten.length > 0
      ? [asWritten, isOfAnyZone(x, y)]
      : [suggestProjected(y, x, expected), isOfAnyZone(y, x)];
  if (expected === undefined && zoneFits)
    return { code: 'crs_zone_unknown', params: { crs: crs.name, x: shown(x), y: shown(y) } };
  return Math.abs(x) > 360 ? suggested(crs, found.join(' / ') || '?', first.from) : null;
}

/** Most places make sense only when their columns are exchanged. */
function axesExchanged({ candidates, crs, file }: CrsEvidence): Warning | null {
  const exchanged = candidates.filter(
    ({ from: [x, y] }) => misplacedMetres(x, y, crs) === 'axes_swapped',
  );
  if (exchanged.length === 0 || exchanged.length <= candidates.length / 2) return null;
  const [lng = '', lat = ''] = ['lng', 'lat'].map(
    (name) => file.columns[file.mapping.get(name)?.column ?? -1],
  );
  if (lng === '' || lat === '') return null;
  return { code: 'axes_swapped', params: { crs: crs.name, x: lng, y: lat } };
}

/** Every number is small enough for degrees, in a system of metres. */
function degreesReadAsMetres(candidates: readonly Candidate[], crs: Crs): Warning | null {
  const [first] = candidates;
  const allDegrees = candidates.every(
    ({ from: [x, y] }) => Math.abs(x) <= 180 && Math.abs(y) <= 90,
  );
  return first !== undefined && allDegrees ? suggested(crs, 'EPSG:4326', first.from) : null;
}

/** GeoJSON is WGS-84 by its standard; a table from mainland China says nothing, and many are GCJ-02. */
function unstatedInChina({ crs, file, options, median }: CrsEvidence): Warning | null {
  const stated =
    options.crs !== undefined ||
    file.source.head.crs !== undefined ||
    file.mapping.has('crs') ||
    crs !== WGS84;
  if (stated || file.source.format !== 'csv') return null;
  return median !== null && inMainlandChina(median)
    ? { code: 'crs_unstated_china', params: {} }
    : null;
}

/** Many more rows would lie inside the fence if the places were shifted ones. */
function shiftedInFence(
  candidates: readonly Candidate[],
  crs: Crs,
  belonging: Belonging | null,
): Warning | null {
  if (belonging?.fenced !== true || !crs.degrees || crs.name !== 'EPSG:4326') return null;
  const shifted = betterShift(candidates, belonging.fits);
  return shifted === null ? null : suggested(crs, shifted.suggestion, shifted.from);
}

/** With a fence: whether many more rows lie inside when they are read as GCJ-02 or BD-09. */
function betterShift(
  candidates: readonly Candidate[],
  fits: (place: LngLat) => boolean,
): { suggestion: string; from: Candidate['from'] } | null {
  const sample = candidates.filter(({ inRange }) => inRange).slice(0, 2000);
  const count = (crs: Crs): number =>
    sample.filter(({ from: [x, y] }) => fits(crs.toWgs84(x, y))).length;
  const now = count(WGS84);
  const outside = sample.length - now;
  if (outside === 0) return null;
  const best = ['gcj02', 'bd09']
    .map((name) => ({ name, inside: count(crsOfName(name)) }))
    .sort((a, b) => b.inside - a.inside)[0];
  const [first] = sample;
  if (best === undefined || first === undefined || best.inside - now < Math.max(3, outside / 2))
    return null;
  return { suggestion: best.name, from: first.from };
}
