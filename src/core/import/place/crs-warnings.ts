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

/** What a person should hear about the coordinate system. */
export function warnAboutCrs(
  candidates: readonly Candidate[],
  crs: Crs,
  file: FileRead,
  options: ImportOptions,
  belonging: Belonging | null,
  median: LngLat | null,
): Warning[] {
  const hints: Warning[] = [];
  const beyond = candidates.filter(({ inRange }) => !inRange);
  const [first] = beyond;
  if (crs.degrees && first !== undefined && beyond.length > candidates.length / 2) {
    const expected = belonging?.fenced === true ? belonging.fits : undefined;
    const suggestions = suggestProjected(first.from[0], first.from[1], expected);
    const turned =
      suggestions.length > 0 ? [] : suggestProjected(first.from[1], first.from[0], expected);
    const [x, y] = first.from;
    const zoneUnknown =
      expected === undefined &&
      isOfAnyZone(...(suggestions.length > 0 ? ([x, y] as const) : ([y, x] as const)));
    if (zoneUnknown)
      hints.push({ code: 'crs_zone_unknown', params: { crs: crs.name, x: shown(x), y: shown(y) } });
    else if (Math.abs(first.from[0]) > 360) {
      const found = suggestions.length > 0 ? suggestions : turned;
      hints.push({
        code: 'crs_suggested',
        params: {
          crs: crs.name,
          suggestion: found.join(' / ') || '?',
          x: shown(first.from[0]),
          y: shown(first.from[1]),
        },
      });
    }
  }
  const exchanged = crs.degrees
    ? []
    : candidates.filter(({ from: [x, y] }) => misplacedMetres(x, y, crs) === 'axes_swapped');
  if (exchanged.length > 0 && exchanged.length > candidates.length / 2) {
    const [lng = '', lat = ''] = ['lng', 'lat'].map(
      (name) => file.columns[file.mapping.get(name)?.column ?? -1],
    );
    if (lng !== '' && lat !== '')
      hints.push({ code: 'axes_swapped', params: { crs: crs.name, x: lng, y: lat } });
  }
  const allDegrees =
    !crs.degrees &&
    candidates.length > 0 &&
    candidates.every(({ from: [x, y] }) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const [any] = candidates;
  if (allDegrees && any !== undefined)
    hints.push({
      code: 'crs_suggested',
      params: {
        crs: crs.name,
        suggestion: 'EPSG:4326',
        x: shown(any.from[0]),
        y: shown(any.from[1]),
      },
    });
  // GeoJSON is WGS-84 by its standard; a table from mainland China says nothing, and many are GCJ-02.
  const stated =
    options.crs !== undefined ||
    file.source.head.crs !== undefined ||
    file.mapping.has('crs') ||
    crs !== WGS84;
  if (!stated && file.source.format === 'csv' && median !== null && inMainlandChina(median))
    hints.push({ code: 'crs_unstated_china', params: {} });
  if (belonging?.fenced === true && crs.degrees && crs.name === 'EPSG:4326') {
    const shifted = betterShift(candidates, belonging.fits);
    if (shifted !== null)
      hints.push({ code: 'crs_suggested', params: { ...shifted, crs: crs.name } });
  }
  return hints;
}

/** With a fence: whether many more rows lie inside when they are read as GCJ-02 or BD-09. */
function betterShift(
  candidates: readonly Candidate[],
  fits: (place: LngLat) => boolean,
): { suggestion: string; x: number; y: number } | null {
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
  return { suggestion: best.name, x: shown(first.from[0]), y: shown(first.from[1]) };
}
