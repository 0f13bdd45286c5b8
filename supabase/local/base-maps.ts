/** Base maps a person configured: `basemaps.json` in the data folder, or MUSTER_BASEMAPS (a path, or the JSON itself). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BaseMapConfig } from '../../src/core/model/index.ts';
import type { Settings } from './settings.ts';
import { Refusal } from './text.ts';

interface BaseMaps {
  maps: BaseMapConfig[];
  /** Their hosts as CSP sources; the only places outside that the page may reach. */
  sources: string[];
}

const CONFIG = z.array(
  z.strictObject({
    id: z.string().regex(/^[\w-]{1,40}$/),
    name: z.string().min(1).max(80),
    kind: z.enum(['raster', 'style', 'pmtiles']),
    url: z.string().min(1),
    attribution: z.string().min(1),
    gcj02: z.boolean().optional(),
    maxZoom: z.number().min(0).max(24).optional(),
    /** Further hosts a style draws from (tiles, glyphs, sprites), as `https://host`. */
    hosts: z.array(z.string()).optional(),
  }),
);

/** @throws Refusal when the file cannot be understood */
export function readBaseMaps({
  baseMaps,
  dataDir,
}: Pick<Settings, 'baseMaps' | 'dataDir'>): BaseMaps {
  const inline = baseMaps?.trim().startsWith('[') ? baseMaps : null;
  const path = baseMaps && !inline ? baseMaps : join(dataDir, 'basemaps.json');
  if (!inline && !baseMaps && !existsSync(path)) return { maps: [], sources: [] };
  try {
    const configured = CONFIG.parse(JSON.parse(inline ?? readFileSync(path, 'utf8')));
    const sources = configured.flatMap(({ url, hosts = [] }) => [url, ...hosts].flatMap(sourceOf));
    return {
      maps: configured.map(forPage),
      sources: [...new Set(sources)],
    };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Refusal('gateway.baseMapsWrong', {
      place: inline ? 'MUSTER_BASEMAPS' : path,
      reason,
    });
  }
}

/** What the page is told: everything but the further hosts, which only the policy needs. */
function forPage({
  id,
  name,
  kind,
  url,
  attribution,
  gcj02,
  maxZoom,
}: z.infer<typeof CONFIG>[number]): BaseMapConfig {
  const map: BaseMapConfig = { id, name, kind, url, attribution };
  if (gcj02 !== undefined) map.gcj02 = gcj02;
  if (maxZoom !== undefined) map.maxZoom = maxZoom;
  return map;
}

/** `https://t{s}.tiles.example/{z}…` → `https://*.tiles.example`; a path on this origin needs no source. */
function sourceOf(url: string): string[] {
  if (url.startsWith('/') && !url.startsWith('//')) return [];
  const [, scheme, host] = /^(?:pmtiles:\/\/)?(https?):\/\/([^/?#\s;,'"]+)/.exec(url) ?? [];
  if (!scheme || !host) throw new Error(`${url}: an address beginning with https:// is needed`);
  const [first = '', ...rest] = host.split('.');
  const anySubdomain = first.includes('{') && rest.length > 1;
  if (host.replace(first, '').includes('{'))
    throw new Error(`${url}: a slot in the host is only understood in front`);
  return [`${scheme}://${anySubdomain ? ['*', ...rest].join('.') : host}`];
}
