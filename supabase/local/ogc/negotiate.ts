/** Which form of a resource somebody wants: `f` decides, then the `Accept` header, in its order of preference. */
import { OgcRefusal } from './problem.ts';

export const JSON_TYPE = 'application/json';
export const GEOJSON_TYPE = 'application/geo+json';
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';
export const HTML_TYPE = 'text/html';

type Form = 'json' | 'html';

/** @param jsonTypes what the JSON form of this resource may be asked for as @throws OgcRefusal not_acceptable */
export function formOf(
  f: string | null,
  accept: string | undefined,
  jsonTypes: readonly string[],
): Form {
  if (f !== null) {
    if (f === 'json' || f === 'html') return f;
    throw new OgcRefusal('bad_parameter', { name: 'f', value: f });
  }
  if (accept === undefined || accept.trim() === '') return 'json';
  const json = new Set([...jsonTypes, JSON_TYPE].map((type) => type.split(';')[0] ?? type));
  const wishes = accept
    .split(',')
    .map((part, order) => {
      const [type = '', ...more] = part.trim().toLowerCase().split(';');
      const quality = Number(
        /^\s*q=([\d.]+)$/.exec(more.find((one) => /^\s*q=/.test(one)) ?? '')?.[1] ?? 1,
      );
      return { type: type.trim(), quality, order };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { type } of wishes) {
    if (
      json.has(type) ||
      type === '*/*' ||
      type === 'application/*' ||
      /\+json$|^application\/openapi/.test(type)
    )
      return 'json';
    if (type === HTML_TYPE || type === 'text/*') return 'html';
  }
  throw new OgcRefusal('not_acceptable', { accept: accept.slice(0, 200) });
}
