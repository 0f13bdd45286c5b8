/** What the service says about itself: landing page, conformance, collections. */
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE } from './negotiate.ts';

const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

export const CONFORMS_TO = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
] as const;

export interface Link {
  href: string;
  rel: string;
  type: string;
  title?: string;
}

export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** This resource in this form, and in the other. */
export function selfLinks(
  url: string,
  form: 'json' | 'html',
  jsonType: string = JSON_TYPE,
): Link[] {
  const at = (f: 'json' | 'html'): string => {
    const link = new URL(url);
    link.searchParams.set('f', f);
    return link.href;
  };
  const json = { href: at('json'), type: jsonType };
  const html = { href: at('html'), type: HTML_TYPE };
  return form === 'json'
    ? [
        { rel: 'self', ...json },
        { rel: 'alternate', ...html },
      ]
    : [
        { rel: 'self', ...html },
        { rel: 'alternate', ...json },
      ];
}

export const landing = (base: string, links: readonly Link[], say: Say): object => ({
  title: say('ogc.title'),
  description: say('ogc.description'),
  links: [
    ...links,
    {
      rel: 'service-desc',
      type: OPENAPI_TYPE,
      href: `${base}/api?f=json`,
      title: say('ogc.link.api'),
    },
    { rel: 'service-doc', type: HTML_TYPE, href: `${base}/api?f=html`, title: say('ogc.link.api') },
    {
      rel: 'conformance',
      type: JSON_TYPE,
      href: `${base}/conformance`,
      title: say('ogc.link.conformance'),
    },
    {
      rel: 'data',
      type: JSON_TYPE,
      href: `${base}/collections`,
      title: say('ogc.link.collections'),
    },
  ],
});

/** As public.feature_collections answers. */
export interface CollectionRow {
  kind: string;
  rows: number;
  bbox: readonly [number, number, number, number] | null;
}

export function collection(
  base: string,
  { kind, rows, bbox }: CollectionRow,
  say: Say,
): { id: string; links: Link[] } {
  const url = `${base}/collections/${kind}`;
  const title = say(`kinds.record.${kind}`);
  return {
    id: kind,
    ...{
      title,
      description: say('ogc.collection', { title, rows }),
      itemType: 'feature',
      crs: [CRS84],
      storageCrs: CRS84,
    },
    ...(bbox === null ? {} : { extent: { spatial: { bbox: [bbox], crs: CRS84 } } }),
    links: [
      { rel: 'self', type: JSON_TYPE, href: url, title },
      { rel: 'items', type: GEOJSON_TYPE, href: `${url}/items?f=json`, title },
      { rel: 'items', type: HTML_TYPE, href: `${url}/items?f=html`, title },
    ],
  };
}
