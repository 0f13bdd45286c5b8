/** The API definition (OpenAPI 3.0): every resource, parameter and answer, and how to sign in. */
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE } from './negotiate.ts';
import { LIMIT } from './parameters.ts';
import type { Say } from './documents.ts';

const object = { type: 'object' } as const;
const f = {
  name: 'f',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['json', 'html'] },
  style: 'form',
  explode: false,
} as const;

const parameters = {
  f,
  bbox: {
    name: 'bbox',
    in: 'query',
    required: false,
    description:
      'west,south,east,north in degrees (CRS84), or six numbers with heights; west > east crosses the antimeridian',
    schema: {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    },
    style: 'form',
    explode: false,
  },
  datetime: {
    name: 'datetime',
    in: 'query',
    required: false,
    description: 'RFC 3339 instant or interval, open ends as .. or nothing',
    schema: { type: 'string' },
    style: 'form',
    explode: false,
  },
  limit: {
    name: 'limit',
    in: 'query',
    required: false,
    schema: {
      type: 'integer',
      minimum: LIMIT.least,
      maximum: LIMIT.most,
      default: LIMIT.otherwise,
    },
    style: 'form',
    explode: false,
  },
  after: {
    name: 'after',
    in: 'query',
    required: false,
    description: 'continues a list; taken from its next link',
    schema: { type: 'string' },
    style: 'form',
    explode: false,
  },
} as const;

const ref = (name: string): object => ({ $ref: `#/components/${name}` });

const ERRORS = {
  '400': ref('responses/problem'),
  '401': ref('responses/problem'),
  '404': ref('responses/problem'),
  '406': ref('responses/problem'),
  '429': ref('responses/problem'),
  '500': ref('responses/problem'),
};

const operation = (
  id: string,
  summary: string,
  type: string,
  names: readonly string[],
): object => ({
  get: {
    operationId: id,
    summary,
    parameters: names.map((name) => ref(`parameters/${name}`)),
    responses: {
      '200': {
        description: summary,
        content: { [type]: { schema: object }, [HTML_TYPE]: { schema: { type: 'string' } } },
      },
      ...ERRORS,
    },
  },
});

/** @param kinds ids of the collections */
export function apiDefinition(
  base: string,
  kinds: readonly string[],
  version: string,
  say: Say,
): object {
  const collectionId = {
    name: 'collectionId',
    in: 'path',
    required: true,
    schema: { type: 'string', enum: kinds },
  };
  const featureId = { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } };
  return {
    openapi: '3.0.3',
    info: { title: say('ogc.title'), description: say('ogc.description'), version },
    servers: [{ url: base }],
    security: [{ account: [] }, { token: [] }],
    paths: {
      '/': operation('getLandingPage', 'Landing page', JSON_TYPE, ['f']),
      '/api': operation('getApi', 'This document', OPENAPI_TYPE, ['f']),
      '/conformance': operation('getConformance', 'Conformance classes', JSON_TYPE, ['f']),
      '/collections': operation('getCollections', 'Collections', JSON_TYPE, ['f']),
      '/collections/{collectionId}': operation('describeCollection', 'One collection', JSON_TYPE, [
        'collectionId',
        'f',
      ]),
      '/collections/{collectionId}/items': operation(
        'getFeatures',
        'Features of a collection',
        GEOJSON_TYPE,
        ['collectionId', 'bbox', 'datetime', 'limit', 'after', 'f'],
      ),
      '/collections/{collectionId}/items/{featureId}': operation(
        'getFeature',
        'One feature',
        GEOJSON_TYPE,
        ['collectionId', 'featureId', 'f'],
      ),
    },
    components: {
      parameters: { ...parameters, collectionId, featureId },
      responses: {
        problem: {
          description: 'Problem (RFC 7807)',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } },
          },
        },
      },
      schemas: {
        problem: {
          type: 'object',
          required: ['title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
          },
        },
      },
      securitySchemes: {
        account: { type: 'http', scheme: 'basic', description: say('ogc.security.account') },
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: say('ogc.security.token'),
        },
      },
    },
  };
}
