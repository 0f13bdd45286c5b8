/**
 * OGC API - Features, Part 1 (17-069r4): the register for desktop GIS, read only, with the rights of whoever signs in.
 * Every answer comes from functions that run as the caller, so row level security decides what is in it.
 */
import { randomUUID } from 'node:crypto';
import { translate } from '../../../src/messages/index.ts';
import type { Language, MessageKey } from '../../../src/messages/index.ts';
import { CONFORMS_TO, collection, landing, selfLinks } from './documents.ts';
import type { CollectionRow, Link, Say } from './documents.ts';
import { formOf, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE } from './negotiate.ts';
import { apiDefinition } from './openapi.ts';
import { pageOf } from './page.ts';
import { onlyKnown, readItemsQuery } from './parameters.ts';
import type { ItemsQuery } from './parameters.ts';
import { OgcRefusal } from './problem.ts';
import { OgcSignIn } from './sign-in.ts';
import type { SignInParts } from './sign-in.ts';

interface OgcRequest {
  method: string;
  /** Path and query below the origin. */
  url: URL;
  /** As the asker names this machine: `http://host:port`. */
  origin: string;
  authorization: string | undefined;
  accept: string | undefined;
  acceptLanguage: string | undefined;
  peer: string;
  agent: string;
}

interface OgcAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const isOgcPath = (pathname: string): boolean => /^\/ogc(\/|$)/.test(pathname);

/** As muster.feature_kinds() has them (a test compares). */
const KINDS: ReadonlySet<string> = new Set([
  'district',
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'incident',
  'closure',
  'base_feature',
]);

const VERSION = '1.0.0';

interface Answered {
  document: object;
  /** Media type of the JSON form. */
  type: string;
  title: string;
}

interface FeatureRow {
  type: 'Feature';
  id: string;
  geometry: object | null;
  properties: object;
}

/** Who asks with which token, in which form and language, and under which addresses. */
interface Asking {
  readonly token: string;
  readonly form: 'json' | 'html';
  readonly say: Say;
  /** Of the whole service. */
  readonly base: string;
  /** Of what is asked for, with its query. */
  readonly here: string;
  readonly query: URLSearchParams;
  /** Links of the answer to itself, whose JSON form has this media type. */
  self(type: string): Link[];
}

function asking(
  { url, origin }: OgcRequest,
  form: 'json' | 'html',
  token: string,
  say: Say,
): Asking {
  const here = `${origin}${url.pathname}${url.search}`;
  return {
    token,
    form,
    say,
    base: `${origin}/ogc`,
    here,
    query: url.searchParams,
    self: (type) => selfLinks(here, form, type),
  };
}

/** The media type of the JSON form of what lies under a path. */
function jsonTypeOf(path: string): string {
  if (path.includes('/items')) return GEOJSON_TYPE;
  return path === 'api' ? OPENAPI_TYPE : JSON_TYPE;
}

export class OgcService {
  private readonly signIn: OgcSignIn;

  constructor(private readonly parts: SignInParts) {
    this.signIn = new OgcSignIn(parts);
  }

  async answer(request: OgcRequest): Promise<OgcAnswer> {
    const language: Language = /^\s*en/i.test(request.acceptLanguage ?? '') ? 'en' : 'zh-CN';
    const say: Say = (key, params = {}) => translate(language, key as MessageKey, params);
    const headers: Record<string, string> = {
      'Cache-Control': 'private, no-store',
      Vary: 'Accept, Accept-Language, Authorization, Accept-Encoding',
      'Content-Language': language,
    };
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        throw new OgcRefusal('method', {}, { Allow: 'GET, HEAD' });
      const token = await this.signIn.tokenOf(request);
      const path = decoded(request.url.pathname.replace(/^\/ogc\/?/, '').replace(/\/$/, ''));
      const form = formOf(request.url.searchParams.get('f'), request.accept, [jsonTypeOf(path)]);
      const { document, type, title } = await this.resource(
        path,
        asking(request, form, token, say),
      );
      return form === 'html'
        ? {
            status: 200,
            headers: { ...headers, 'Content-Type': `${HTML_TYPE}; charset=utf-8` },
            body: pageOf(title, document, language),
          }
        : {
            status: 200,
            headers: { ...headers, 'Content-Type': type },
            body: JSON.stringify(document),
          };
    } catch (error) {
      if (!(error instanceof OgcRefusal)) throw error;
      const { code, status, params } = error;
      const detail = say(`ogc.problem.${code}`, params);
      return {
        status,
        headers: { ...headers, ...error.headers, 'Content-Type': 'application/problem+json' },
        body: JSON.stringify({ type: 'about:blank', title: code, status, detail }),
      };
    }
  }

  private async resource(path: string, asking: Asking): Promise<Answered> {
    const [first = '', kind, items, id, ...more] = path === '' ? [] : path.split('/');
    if (more.length > 0 || (items !== undefined && items !== 'items'))
      throw new OgcRefusal('not_here');
    if (first !== 'collections' && kind !== undefined) throw new OgcRefusal('not_here');
    if (items === undefined || id !== undefined) onlyKnown(asking.query, ['f']);
    if (first !== 'collections') return this.ofTheService(first, asking);
    if (kind === undefined) return this.allCollections(asking);
    if (!KINDS.has(kind)) throw new OgcRefusal('no_collection', { id: kind });
    if (items === undefined) return this.oneCollection(kind, asking);
    return id === undefined ? this.items(kind, asking) : this.item(kind, id, asking);
  }

  /** The landing page, what the service conforms to, and its definition. */
  private async ofTheService(name: string, { token, base, say, self }: Asking): Promise<Answered> {
    if (!['', 'conformance', 'api'].includes(name)) throw new OgcRefusal('not_here');
    // Whoever has no valid sign-in learns it here and not at the first map.
    await this.check(token);
    if (name === '')
      return {
        document: landing(base, self(JSON_TYPE), say),
        type: JSON_TYPE,
        title: say('ogc.title'),
      };
    if (name === 'conformance')
      return {
        document: { conformsTo: CONFORMS_TO },
        type: JSON_TYPE,
        title: say('ogc.link.conformance'),
      };
    return {
      document: apiDefinition(base, [...KINDS], VERSION, say),
      type: OPENAPI_TYPE,
      title: say('ogc.link.api'),
    };
  }

  private async allCollections({ token, base, say, self }: Asking): Promise<Answered> {
    const collections = (await this.collections(token)).map((row) => collection(base, row, say));
    return {
      document: { links: self(JSON_TYPE), collections },
      type: JSON_TYPE,
      title: say('ogc.link.collections'),
    };
  }

  private async oneCollection(kind: string, asking: Asking): Promise<Answered> {
    const { token, base, say, self } = asking;
    const row = (await this.collections(token)).find((one) => one.kind === kind);
    const described = collection(base, row ?? { kind, rows: 0, bbox: null }, say);
    const links = [...self(JSON_TYPE), ...described.links.filter(({ rel }) => rel !== 'self')];
    return { document: { ...described, links }, type: JSON_TYPE, title: titleOf(kind, asking) };
  }

  private async item(kind: string, id: string, asking: Asking): Promise<Answered> {
    const { features } = await this.page(
      asking.token,
      kind,
      { bbox: null, from: null, to: null, limit: 1, after: null },
      id,
    );
    const [feature] = features;
    if (feature === undefined) throw new OgcRefusal('no_feature', { id });
    return {
      document: { ...feature, links: [...asking.self(GEOJSON_TYPE), backTo(kind, asking)] },
      type: GEOJSON_TYPE,
      title: titleOf(kind, asking),
    };
  }

  private async items(kind: string, asking: Asking): Promise<Answered> {
    const query = readItemsQuery(asking.query);
    // One more than asked for tells whether there is a next page.
    const { matched, features } = await this.page(
      asking.token,
      kind,
      { ...query, limit: query.limit + 1 },
      null,
    );
    const shown = features.slice(0, query.limit);
    const links = [...asking.self(GEOJSON_TYPE), backTo(kind, asking)];
    const last = shown.at(-1);
    if (features.length > shown.length && last !== undefined) {
      const next = new URL(asking.here);
      next.searchParams.set('after', last.id);
      links.push({
        rel: 'next',
        type: asking.form === 'json' ? GEOJSON_TYPE : HTML_TYPE,
        href: next.href,
      });
    }
    return {
      document: {
        type: 'FeatureCollection',
        timeStamp: new Date().toISOString(),
        numberMatched: matched,
        numberReturned: shown.length,
        links,
        features: shown,
      },
      type: GEOJSON_TYPE,
      title: titleOf(kind, asking),
    };
  }

  /** Whether the token is good, at the price of one small question. */
  private async check(token: string): Promise<void> {
    await this.page(
      token,
      'incident',
      { bbox: null, from: null, to: null, limit: 1, after: null },
      randomUUID(),
    );
  }

  private collections(token: string): Promise<CollectionRow[]> {
    return this.call<CollectionRow[]>(token, 'feature_collections', {});
  }

  private page(
    token: string,
    kind: string,
    { bbox, from, to, limit, after }: ItemsQuery,
    id: string | null,
  ): Promise<{ matched: number; features: FeatureRow[] }> {
    return this.call(token, 'feature_page', {
      p_kind: kind,
      p_bbox: bbox,
      p_from: from,
      p_to: to,
      p_after: after,
      p_limit: limit,
      p_id: id,
    });
  }

  private async call<T>(token: string, name: string, params: object): Promise<T> {
    const answer = await this.parts.engine.answer({
      method: 'POST',
      path: `/rest/v1/rpc/${name}`,
      headers: [
        ['apikey', this.parts.publishableKey],
        ['authorization', `Bearer ${token}`],
        ['content-type', 'application/json'],
      ],
      body: Buffer.from(JSON.stringify(params)),
    });
    if (answer.status === 401 || answer.status === 403)
      throw new OgcRefusal(
        'sign_in',
        {},
        { 'WWW-Authenticate': 'Basic realm="Muster", charset="UTF-8"' },
      );
    if (answer.status !== 200) throw new OgcRefusal('failed');
    return JSON.parse(Buffer.from(answer.body).toString('utf8')) as T;
  }
}

const titleOf = (kind: string, { say }: Asking): string => say(`kinds.record.${kind}`);

/** The link from features to the collection they are of. */
const backTo = (kind: string, asking: Asking): Link => ({
  rel: 'collection',
  type: JSON_TYPE,
  href: `${asking.base}/collections/${kind}`,
  title: titleOf(kind, asking),
});

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new OgcRefusal('not_here');
  }
}
