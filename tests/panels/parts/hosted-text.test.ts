/** What hosted Supabase lacks stands on the screen, where a person would look for it, and not in the documents only. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { speak } from '../../../src/messages/index.ts';
import { hosted as en } from '../../../src/messages/en/hosted.ts';
import { hosted as zh } from '../../../src/messages/zh-CN/hosted.ts';
import { hostedText } from '../../../src/panels/parts/hosted/hosted-text.ts';
import type { HostedMatter } from '../../../src/panels/parts/hosted/hosted-text.ts';
import { refusalLines } from '../../../src/panels/sign-in/refusal-lines.ts';
import type { AppConfig } from '../../../src/state/session.ts';

beforeEach(() => speak('zh-CN'));

const root = resolve(import.meta.dirname, '../../..');
const config = (hosted: boolean): AppConfig => ({
  hosted,
  demo: false,
  baseMaps: [],
  demoAccounts: [],
});

/** Where a person would look; a row of the documents' table that nobody at a screen meets says why. */
const PLACES: Record<
  string,
  { matter: HostedMatter; places: readonly string[] } | { nobody: string }
> = {
  '`/ogc` for desktop GIS': { matter: 'gis', places: ['parts/export/export-menu.tsx'] },
  '`npm start` over its database': { nobody: 'said by npm start itself (gateway.hostedDatabase)' },
  'failed sign-ins in the audit': { matter: 'failedSignIns', places: ['people/audit-view.tsx'] },
  throttle: { matter: 'throttle', places: ['sign-in/refusal-lines.ts'] },
  'end of a session': { matter: 'sessions', places: ['people/sessions-list.tsx'] },
  rest: {
    matter: 'asleep',
    places: ['shell/link-state.tsx', 'sign-in/unreachable-screen.tsx', 'sign-in/refusal-lines.ts'],
  },
  backups: { matter: 'backups', places: ['shell/link-state.tsx'] },
  '304 for a road network that is known already': {
    nobody: 'nothing to see: the console keeps the network',
  },
  'UPDATE and DELETE without WHERE': { nobody: 'about SQL; no function of Muster needs one' },
};

it('for every row of the table in docs/hosted.md', () => {
  const table = /## What is different there\n([\s\S]*?)\n## /.exec(
    `${readFileSync(resolve(root, 'docs/hosted.md'), 'utf8').split('Export from the console works')[0] ?? ''}\n## `,
  )?.[1];
  const rows = [...(table ?? '').matchAll(/^\| ([^|]+?) \|/gm)]
    .map(([, title]) => title)
    .filter((title) => !/^-*$/.test(title ?? ''));
  expect(rows).toEqual(Object.keys(PLACES));
});

it('each in its places, and every text somewhere', () => {
  const said = new Set<string>();
  for (const [row, where] of Object.entries(PLACES)) {
    if ('nobody' in where) continue;
    said.add(where.matter);
    for (const place of where.places) {
      const source = readFileSync(resolve(root, 'src/panels', place), 'utf8');
      expect(
        source.includes(`about="${where.matter}"`) ||
          source.includes(`(config, '${where.matter}')`),
        row,
      ).toBe(true);
    }
  }
  expect([...said].sort()).toEqual(Object.keys(zh).sort());
});

it('in both languages where Supabase holds the register, and nowhere else', () => {
  for (const matter of Object.keys(zh) as HostedMatter[]) {
    expect(hostedText(config(false), matter)).toBeNull();
    expect(hostedText(null, matter)).toBeNull();
    speak('zh-CN');
    expect(hostedText(config(true), matter)).toBe(zh[matter]);
    speak('en');
    expect(hostedText(config(true), matter)).toBe(en[matter]);
  }
});

it('when signing in is refused', () => {
  expect(refusalLines({ tag: 'throttled', retryAfter: null }, 0, config(false)).hint).toBeNull();
  expect(refusalLines({ tag: 'throttled', retryAfter: null }, 0, config(true)).hint).toBe(
    zh.throttle,
  );
  expect(refusalLines({ tag: 'unreachable' }, 0, config(true)).hint).toBe(zh.asleep);
});
