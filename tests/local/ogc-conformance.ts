/** OGC API - Features, Part 1: the abstract tests of OGC 17-069r4 Annex A, each by its name, and what QGIS asks. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignInThrottle } from '../../supabase/local/throttle.ts';
import type { TestAccount, TestApp } from '../support/embedded.ts';
import { raw, tokensOf } from '../support/raw-http.ts';
import type { RawAnswer } from '../support/raw-http.ts';

interface Link {
  rel: string;
  type: string;
  href: string;
}
interface Feature {
  type: string;
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
  links?: Link[];
}
interface Items {
  type: string;
  timeStamp: string;
  numberMatched: number;
  numberReturned: number;
  links: Link[];
  features: Feature[];
}
interface Collection {
  id: string;
  title: string;
  itemType: string;
  crs: string[];
  extent?: { spatial: { bbox: number[][]; crs: string } };
  links: Link[];
}
interface Problem {
  status: number;
  detail: string;
}

/** @param start begins the app on the tier in question, with this throttle */
export function testOgc(start: (throttle: SignInThrottle) => Promise<TestApp>): void {
  let app: TestApp;
  let viewer: TestAccount;
  let county: TestAccount;
  let bearer: string;
  let now = Date.now();

  const NAMES = ['甲', '乙', '丙', '丁', '戊'];

  beforeAll(async () => {
    app = await start(new SignInThrottle(() => now));
    const square = (west: number) =>
      `SRID=4326;MULTIPOLYGON(((${west} 29,${west + 1} 29,${west + 1} 30,${west} 30,${west} 29)))`;
    await app.engine.query(
      `insert into public.district (code, parent_code, name, level, geom) values
      ('4306', '0', '大市', 'prefecture', null), ('430611', '4306', '甲区', 'county', $1), ('430602', '4306', '乙区', 'county', $2)`,
      [square(113), square(114)],
    );
    await app.engine.query(
      `insert into public.depot (district_code, name, source, geom, observed_at, note)
     select '430611', x.name, '手工', ('SRID=4326;POINT(113.' || x.n || ' 29.5)')::extensions.geometry, '2026-01-01T00:00:00Z'::timestamptz + x.n * interval '1 day', '<b>&'
     from jsonb_to_recordset($1::jsonb) as x(name text, n int)`,
      [JSON.stringify(NAMES.map((name, i) => ({ name, n: i + 1 })))],
    );
    await app.engine.query(
      `insert into public.depot (district_code, name, source) values ('430611', '无处', '手工')`,
    );
    await app.engine.query(`insert into public.depot (district_code, name, source, geom) values
    ('430602', '别处', '手工', 'SRID=4326;POINT(114.5 29.5)'), ('430602', '极东', '手工', 'SRID=4326;POINT(179.9 0)'), ('430602', '极西', '手工', 'SRID=4326;POINT(-179.9 0)')`);
    await app.engine.query(
      `insert into public.hazard (district_code, name, source, class, kind, geom) values ('430611', '洪泛区', '手工', 'natural', 'flood', 'SRID=4326;POLYGON((113 29,113.2 29,113.2 29.2,113 29.2,113 29))')`,
    );
    viewer = await app.account('viewer');
    county = await app.account('viewer', '430611');
    bearer = `Bearer ${(await tokensOf(app, viewer)).access_token}`;
  });
  afterAll(() => app.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
    raw(app.address, path, { headers: { authorization: bearer, ...headers } });
  const json = async <T>(path: string, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await get(path, headers);
    expect(answer.status, `${path} ${answer.text.slice(0, 200)}`).toBe(200);
    return answer.json() as T;
  };
  const items = (query = '', kind = 'depot'): Promise<Items> =>
    json<Items>(`/ogc/collections/${kind}/items${query}`);
  const names = ({ features }: Items): string[] =>
    features.map(({ properties }) => String(properties.name)).sort();
  const basic = (email: string, password: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`,
  });
  const within = (href: string): string => href.replace(app.address, '');

  describe('/conf/core', () => {
    it('/conf/core/http: HTTP/1.1, the right status codes, read only', async () => {
      expect((await get('/ogc')).status).toBe(200);
      expect((await get('/ogc/nothing')).status).toBe(404);
      expect((await get('/ogc/api/more')).status).toBe(404);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await raw(app.address, '/ogc/collections', {
          method,
          headers: { authorization: bearer },
        });
        expect(answer.status).toBe(405);
        expect(answer.headers.allow).toBe('GET, HEAD');
      }
      const head = await raw(app.address, '/ogc/collections', {
        method: 'HEAD',
        headers: { authorization: bearer },
      });
      expect([head.status, head.text]).toEqual([200, '']);
    });

    it('/conf/core/root-op, root-success: the landing page links to definition, conformance and data', async () => {
      for (const path of ['/ogc', '/ogc/', '/ogc?f=json']) {
        const { links } = await json<{ links: Link[] }>(path);
        const rels = links.map(({ rel }) => rel);
        for (const rel of [
          'self',
          'alternate',
          'service-desc',
          'service-doc',
          'conformance',
          'data',
        ])
          expect(rels).toContain(rel);
        for (const { href, type } of links) {
          const answer = await get(within(href));
          expect(answer.status, href).toBe(200);
          expect(String(answer.headers['content-type']).split(';')[0]).toBe(type.split(';')[0]);
        }
      }
    });

    it('/conf/core/api-definition-op, api-definition-success: the definition is there as OpenAPI 3.0', async () => {
      const answer = await get('/ogc/api', {
        accept: 'application/vnd.oai.openapi+json;version=3.0',
      });
      expect(answer.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0');
      expect((answer.json() as { openapi: string }).openapi).toMatch(/^3\.0\./);
    });

    it('/conf/core/conformance-op, conformance-success: names the classes it keeps', async () => {
      const { conformsTo } = await json<{ conformsTo: string[] }>('/ogc/conformance');
      expect(conformsTo).toEqual(
        ['core', 'oas30', 'geojson'].map(
          (name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`,
        ),
      );
    });

    it('/conf/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent: lists every collection', async () => {
      const { collections, links } = await json<{ collections: Collection[]; links: Link[] }>(
        '/ogc/collections',
      );
      expect(links.map(({ rel }) => rel)).toEqual(['self', 'alternate']);
      expect(collections.map(({ id }) => id)).toEqual([
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
      for (const one of collections) {
        expect(one.itemType).toBe('feature');
        expect(one.crs).toContain('http://www.opengis.net/def/crs/OGC/1.3/CRS84');
        const toItems = one.links.filter(({ rel }) => rel === 'items');
        expect(toItems.map(({ type }) => type)).toEqual(['application/geo+json', 'text/html']);
        expect((await get(within(toItems[0]?.href ?? ''))).status).toBe(200);
      }
      expect(collections.find(({ id }) => id === 'hazard')?.extent?.spatial.bbox).toEqual([
        [113, 29, 113.2, 29.2],
      ]);
      expect(collections.find(({ id }) => id === 'team')?.extent).toBeUndefined();
    });

    it('/conf/core/sfc-md-op, sfc-md-success: one collection says the same; an unknown one is 404', async () => {
      const { collections } = await json<{ collections: Collection[] }>('/ogc/collections');
      const one = await json<Collection>('/ogc/collections/depot');
      const listed = collections.find(({ id }) => id === 'depot');
      expect({ ...one, links: [] }).toEqual({ ...listed, links: [] });
      expect(one.links.map(({ rel }) => rel)).toEqual(['self', 'alternate', 'items', 'items']);
      expect((await get('/ogc/collections/contact')).status).toBe(404);
      expect((await get('/ogc/collections/contact/items')).status).toBe(404);
      expect((await get('/ogc/collections/profile/items')).status).toBe(404);
    });

    it('/conf/core/fc-op, fc-response, fc-links, fc-timeStamp, fc-numberMatched, fc-numberReturned', async () => {
      const before = Date.now();
      const all = await items();
      expect(all.type).toBe('FeatureCollection');
      expect(names(all)).toEqual([...NAMES, '无处', '别处', '极东', '极西'].sort());
      expect([all.numberMatched, all.numberReturned]).toEqual([9, 9]);
      expect(Date.parse(all.timeStamp)).toBeGreaterThanOrEqual(before - 1000);
      expect(all.links.map(({ rel, type }) => [rel, type])).toEqual([
        ['self', 'application/geo+json'],
        ['alternate', 'text/html'],
        ['collection', 'application/json'],
      ]);
      expect(
        all.features.find(({ properties }) => properties.name === '无处')?.geometry,
      ).toBeNull();
    });

    it('/conf/core/fc-bbox-definition, fc-bbox-response: four numbers or six; no place matches every box', async () => {
      expect(names(await items('?bbox=113,29,113.25,30'))).toEqual(['乙', '无处', '甲'].sort());
      expect(names(await items('?bbox=113,29,-10,113.25,30,10'))).toEqual(
        ['乙', '无处', '甲'].sort(),
      );
      expect(names(await items('?bbox=113.1,29.1,113.15,29.15', 'hazard'))).toEqual(['洪泛区']);
      expect(names(await items('?bbox=0,0,1,1', 'hazard'))).toEqual([]);
      expect(names(await items('?bbox=179,-1,-179,1'))).toEqual(['极东', '极西', '无处'].sort());
      expect(names(await items('?bbox=-180,-90,180,90'))).toHaveLength(9);
    });

    it('/conf/core/fc-limit-definition, fc-limit-response: pages follow each other by next links, each feature once', async () => {
      const seen: string[] = [];
      let path: string | undefined = '/ogc/collections/depot/items?limit=4';
      const sizes: number[] = [];
      while (path !== undefined) {
        const page: Items = await json<Items>(path);
        expect(page.numberMatched).toBe(9);
        sizes.push(page.numberReturned);
        seen.push(...page.features.map(({ id }) => id));
        const next = page.links.find(({ rel }) => rel === 'next');
        expect(next?.type ?? 'application/geo+json').toBe('application/geo+json');
        path = next && within(next.href);
      }
      expect(sizes).toEqual([4, 4, 1]);
      expect(new Set(seen).size).toBe(9);
      // More than the server gives is no error.
      expect((await items('?limit=1000000')).numberReturned).toBe(9);
      expect((await items('?limit=9')).links.map(({ rel }) => rel)).not.toContain('next');
    });

    it('/conf/core/fc-time-definition, fc-time-response: instants, intervals, open ends; no time matches every time', async () => {
      const timeless = ['无处', '别处', '极东', '极西'];
      expect(names(await items('?datetime=2026-01-03T00:00:00Z'))).toEqual(
        ['乙', ...timeless].sort(),
      );
      expect(
        names(await items('?datetime=2026-01-03T00:00:00Z/2026-01-04T00:00:00%2B00:00')),
      ).toEqual(['乙', '丙', ...timeless].sort());
      expect(names(await items('?datetime=../2026-01-02T00:00:00Z'))).toEqual(
        ['甲', ...timeless].sort(),
      );
      expect(names(await items('?datetime=/2026-01-02T00:00:00Z'))).toEqual(
        ['甲', ...timeless].sort(),
      );
      expect(names(await items('?datetime=2026-01-06T00:00:00Z/..'))).toEqual(
        ['戊', ...timeless].sort(),
      );
      expect(names(await items('?datetime=2026-01-06T00:00:00Z/'))).toEqual(
        ['戊', ...timeless].sort(),
      );
      // Both at once.
      expect(names(await items('?datetime=2026-01-02T00:00:00Z&bbox=113,29,114,30'))).toEqual(
        ['无处', '甲'].sort(),
      );
    });

    it('/conf/core/query-param-invalid, query-param-unknown: 400 with a reason', async () => {
      const wrong = [
        'bbox=1,2,3',
        'bbox=a,b,c,d',
        'bbox=1,5,2,4',
        'bbox=1,2,3,400',
        'limit=0',
        'limit=-1',
        'limit=many',
        'limit=1.5',
        'datetime=yesterday',
        'datetime=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z',
        'datetime=a/b/c',
        'f=gml',
        'limit=1&limit=2',
        'unknown=1',
        'bbox-crs=x',
        'after=1&offset=2',
      ];
      for (const query of wrong) {
        const answer = await get(`/ogc/collections/depot/items?${query}`);
        expect([query, answer.status]).toEqual([query, 400]);
        expect(answer.headers['content-type']).toBe('application/problem+json');
        expect((answer.json() as Problem).detail.length).toBeGreaterThan(5);
      }
      for (const path of [
        '/ogc?x=1',
        '/ogc/api?x=1',
        '/ogc/conformance?x=1',
        '/ogc/collections?x=1',
        '/ogc/collections/depot?bbox=1,2,3,4',
      ])
        expect((await get(path)).status, path).toBe(400);
    });

    it('/conf/core/f-op, f-success, f-links: one feature by its id; an unknown one is 404', async () => {
      const all = await items();
      for (const feature of all.features) {
        const one = await json<Feature>(`/ogc/collections/depot/items/${feature.id}`);
        expect(one.id).toBe(feature.id);
        expect(one.geometry).toEqual(feature.geometry);
        expect(one.links?.map(({ rel }) => rel)).toEqual(['self', 'alternate', 'collection']);
      }
      expect((await get(`/ogc/collections/depot/items/${randomUUID()}`)).status).toBe(404);
      expect(
        (await get(`/ogc/collections/depot/items/${encodeURIComponent("' or 1=1 --")}`)).status,
      ).toBe(404);
      expect((await get(`/ogc/collections/depot/items/x/y`)).status).toBe(404);
    });

    it('/conf/core/crs84: longitude first, within the earth', async () => {
      const { features } = await items('?bbox=113,29,113.15,30');
      expect(features.find(({ properties }) => properties.name === '甲')?.geometry).toEqual({
        type: 'Point',
        coordinates: [113.1, 29.5],
      });
    });
  });

  describe('/conf/geojson and content negotiation', () => {
    it('/conf/geojson/definition, content: features are application/geo+json, as RFC 7946 wants them', async () => {
      const answer = await get('/ogc/collections/hazard/items');
      expect(answer.headers['content-type']).toBe('application/geo+json');
      const [feature] = (answer.json() as Items).features;
      expect(feature?.type).toBe('Feature');
      expect(feature?.geometry?.type).toBe('Polygon');
      expect(feature?.properties).toMatchObject({
        name: '洪泛区',
        kind: 'flood',
        level: null,
        source: '手工',
      });
    });

    it('answers what is accepted, in order of preference, and 406 to what it cannot', async () => {
      const typeFor = async (accept: string) =>
        String((await get('/ogc/collections/depot/items', { accept })).headers['content-type']);
      expect(await typeFor('application/geo+json, application/json')).toBe('application/geo+json');
      expect(await typeFor('text/html,application/xhtml+xml,*/*;q=0.8')).toContain('text/html');
      expect(await typeFor('text/html;q=0.5,application/json')).toBe('application/geo+json');
      expect((await get('/ogc', { accept: 'application/gml+xml' })).status).toBe(406);
      expect((await get('/ogc', { accept: 'text/html;q=0' })).status).toBe(406);
    });

    it('shows a person a page in which nothing runs', async () => {
      const page = await get('/ogc/collections/depot/items?f=html');
      expect(page.text).toContain('&lt;b&gt;&amp;');
      expect(page.text).not.toContain('<b>&');
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    });
  });

  describe('/conf/oas30', () => {
    interface Definition {
      openapi: string;
      paths: Record<
        string,
        { get: { parameters: { $ref: string }[]; responses: Record<string, unknown> } }
      >;
      components: {
        parameters: Record<string, { name: string; schema: { enum?: string[] } }>;
        securitySchemes: Record<string, { scheme: string }>;
        responses: object;
      };
      security: object[];
    }

    it('/conf/oas30/oas-definition-1, oas-impl, completeness: names every path, parameter and status there is', async () => {
      const api = await json<Definition>('/ogc/api?f=json');
      expect(Object.keys(api.paths)).toEqual([
        '/',
        '/api',
        '/conformance',
        '/collections',
        '/collections/{collectionId}',
        '/collections/{collectionId}/items',
        '/collections/{collectionId}/items/{featureId}',
      ]);
      for (const [path, { get: operation }] of Object.entries(api.paths)) {
        for (const status of ['200', '400', '401', '404', '406', '429', '500'])
          expect(Object.keys(operation.responses), path).toContain(status);
        for (const { $ref } of operation.parameters)
          expect(api.components.parameters[$ref.split('/').at(-1) ?? ''], $ref).toBeDefined();
      }
      const inItems = api.paths['/collections/{collectionId}/items']?.get.parameters.map(
        ({ $ref }) => $ref.split('/').at(-1),
      );
      expect(inItems).toEqual(['collectionId', 'bbox', 'datetime', 'limit', 'after', 'f']);
      expect(api.components.parameters.collectionId?.schema.enum).toContain('shelter');
    });

    it('/conf/oas30/exception-codes: an error is what the definition says', async () => {
      const answer = await get('/ogc/collections/nothing');
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.json()).toMatchObject({ status: 404, title: 'no_collection' });
    });

    it('/conf/oas30/security: both ways to sign in are described', async () => {
      const api = await json<Definition>('/ogc/api?f=json');
      expect(Object.values(api.components.securitySchemes).map(({ scheme }) => scheme)).toEqual([
        'basic',
        'bearer',
      ]);
      expect(api.security).toEqual([{ account: [] }, { token: [] }]);
    });
  });

  describe('rights', () => {
    it('tells whoever is not signed in what to do, on every path, in their language', async () => {
      for (const path of [
        '/ogc',
        '/ogc/api',
        '/ogc/conformance',
        '/ogc/collections',
        '/ogc/collections/depot/items',
      ]) {
        expect(
          (await raw(app.address, path, { headers: { authorization: 'Bearer forged.token.here' } }))
            .status,
        ).toBe(401);
        const answer = await raw(app.address, path);
        expect(answer.status).toBe(401);
        expect(answer.headers['www-authenticate']).toContain('Basic realm="Muster"');
        expect((answer.json() as Problem).detail).toContain('QGIS');
      }
      expect(
        (await raw(app.address, '/ogc', { headers: { 'accept-language': 'en' } })).text,
      ).toContain('Sign in first');
      expect(
        (await raw(app.address, '/ogc', { headers: { authorization: 'Bearer forged.token.here' } }))
          .status,
      ).toBe(401);
      expect(
        (
          await raw(app.address, '/ogc', {
            headers: { authorization: `Bearer ${app.publishableKey}` },
          })
        ).status,
      ).toBe(401);
    });

    it('shows a person of one county that county alone, by row level security', async () => {
      const headers = basic(county.email, county.password);
      const seen = await raw(app.address, '/ogc/collections/depot/items', { headers });
      expect(names(seen.json() as Items)).toEqual([...NAMES, '无处'].sort());
      const elsewhere = (await items()).features.find(
        ({ properties }) => properties.name === '别处',
      );
      expect(
        (await raw(app.address, `/ogc/collections/depot/items/${elsewhere?.id ?? ''}`, { headers }))
          .status,
      ).toBe(404);
    });

    it('never shows a phone number or a raw column', async () => {
      await app.engine.query(
        `insert into public.contact (district_code, resource_kind, resource_id, name, phone) select '430611', 'depot', id, '张三', '0730-5550101' from public.depot where name = '甲'`,
      );
      const { text } = await get('/ogc/collections/depot/items');
      for (const word of ['5550101', 'published', 'changed_xid', '"geom"'])
        expect(text).not.toContain(word);
    });

    it('throttles wrong passwords like the sign-in screen, and counts a right one once however often it is used', async () => {
      const guessed = await app.account('viewer');
      const answers = [];
      for (let n = 0; n < 12; n++)
        answers.push(
          await raw(app.address, '/ogc', { headers: basic(guessed.email, `wrong ${n}`) }),
        );
      expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
      expect(answers.at(-1)?.status).toBe(429);
      expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
      now += 3_600_000;
      const many = await Promise.all(
        Array.from({ length: 3 }, () =>
          raw(app.address, '/ogc', { headers: basic(viewer.email, viewer.password) }),
        ),
      );
      expect(many.map(({ status }) => status)).toEqual([200, 200, 200]);
      const [before] = await app.engine.query<{ n: number }>(
        `select count(*)::int as n from auth.sessions`,
      );
      for (let n = 0; n < 10; n++)
        expect(
          (await raw(app.address, '/ogc', { headers: basic(viewer.email, viewer.password) }))
            .status,
        ).toBe(200);
      const [after] = await app.engine.query<{ n: number }>(
        `select count(*)::int as n from auth.sessions`,
      );
      expect(after?.n).toBe(before?.n);
    });

    it('keeps to the Host and Origin rules of the whole origin', async () => {
      expect((await get('/ogc', { host: 'evil.example' })).status).toBe(421);
      expect((await get('/ogc', { origin: 'https://evil.example' })).status).toBe(403);
      expect((await get('/ogc')).headers['access-control-allow-origin']).toBeUndefined();
      expect((await get('/ogcx')).status).not.toBe(200);
    });
  });

  describe('QGIS', () => {
    it('walks from the landing page to features as its OAPIF provider does, with Basic sign-in', async () => {
      const headers = {
        ...basic(viewer.email, viewer.password),
        'user-agent': 'Mozilla/5.0 QGIS/33414/Debian',
      };
      const ask = async <T>(href: string, accept: string): Promise<T> => {
        const answer = await raw(app.address, within(href), { headers: { ...headers, accept } });
        expect(answer.status, `${href} ${answer.text.slice(0, 100)}`).toBe(200);
        return answer.json() as T;
      };
      const root = await ask<{ links: Link[] }>('/ogc', 'application/json');
      const linkTo = (rel: string) => root.links.find((link) => link.rel === rel)?.href ?? '';
      const api = await ask<{
        components: { parameters: { limit: { schema: { maximum: number; default: number } } } };
      }>(
        linkTo('service-desc'),
        'application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json',
      );
      expect(api.components.parameters.limit.schema).toMatchObject({
        maximum: 10_000,
        default: 100,
      });
      const { collections } = await ask<{ collections: Collection[] }>(
        linkTo('data'),
        'application/json',
      );
      await ask(linkTo('conformance'), 'application/json');
      const depot = collections.find(({ id }) => id === 'depot');
      await ask<Collection>(`/ogc/collections/${depot?.id ?? ''}`, 'application/json');
      const address =
        depot?.links.find(({ rel, type }) => rel === 'items' && type === 'application/geo+json')
          ?.href ?? '';
      const accept = 'application/geo+json, application/json';
      const first = await ask<Items>(`${address}&limit=10`, accept);
      expect(first.features.length).toBeGreaterThan(0);
      const shown = await ask<Items>(`${address}&limit=1000&bbox=112.9,28.9,114.1,30.1`, accept);
      expect(names(shown)).toEqual([...NAMES, '无处'].sort());
    });
  });
}
