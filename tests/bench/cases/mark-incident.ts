/**
 * Marking an incident to the ranked list on screen, in Chromium, over the real files of a whole city: the time from the
 * person's click to the painted list, the time spent in our own files, the longest task. The list is wrong when it is
 * not the order of a plain sort by Turf's distance. Nothing that is timed asks the database, so that one tier is enough.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { distance } from '@turf/turf';
import { build } from 'vite';
import { startApp } from '../../e2e/driver/app.ts';
import type { App } from '../../e2e/driver/app.ts';
import { Console } from '../../e2e/driver/console.ts';
import { BROWSER_FLAGS, provideBrowser } from '../../support/browser.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { median } from '../interleave.ts';
import { readTrace, Sources, traced } from '../mark-incident/trace.ts';
import type { Traced } from '../mark-incident/trace.ts';

const CITY = '63';
const FILES: readonly (readonly [kind: string, file: string, ...more: string[]])[] = [
  ['district', 'boundary/taipei_town.geojson', '--set', `parentCode=${CITY}`],
  ['team', 'facilities/patrol_fire_brigade.geojson'],
  ['shelter', 'facilities/patrol_designate_place.geojson'],
  ['shelter', 'facilities/refuge.geojson'],
  ['depot', 'facilities/engine_machinery_redacted.geojson'],
];
const ROUNDS = 9;

interface Points {
  features: { properties: { name?: string }; geometry: { coordinates: [number, number] } }[];
}

const city = (file: string): string => join(sharedData, 'taipei', file);
const points = (file: string): Points['features'] =>
  (JSON.parse(readFileSync(city(file), 'utf8')) as Points).features;

async function fill(app: App, progress: (text: string) => void): Promise<void> {
  for (const [kind, file, ...more] of FILES) {
    progress(`importing ${file}`);
    await app.tool('import', [
      kind,
      city(file),
      ...(more.length > 0 ? more : ['--district', CITY]),
    ]);
  }
}

/**
 * Starts, in the page, a clock from the next click to the frame after the ranked list's first row changed. As text: the
 * page runs it, and what a build tool adds to a function is not there.
 */
const START_CLOCK = `
  document.body.removeAttribute('data-mark-ms');
  addEventListener('click', () => {
    const started = performance.now();
    const first = () => document.querySelector('li[data-id] button[data-row]')?.textContent ?? '';
    const before = first();
    const look = () => {
      if (first() === '' || first() === before) requestAnimationFrame(look);
      else setTimeout(() => document.body.setAttribute('data-mark-ms', String(performance.now() - started)));
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true })`;

async function measure(
  app: App,
  page: string,
  progress: (text: string) => void,
): Promise<CaseReport> {
  const brigades = points('facilities/patrol_fire_brigade.geojson');
  const places = points('facilities/patrol_designate_place.geojson');
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: BROWSER_FLAGS });
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const muster = new Console(tab, app.address);
    await muster.enterAs('commander');
    const session = await tab.context().newCDPSession(tab);
    const sources = new Sources(join(page, 'assets'));
    const runs: Traced[] = [];
    const shown: number[] = [];
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round++) {
      progress(`marking, round ${round + 1} of ${ROUNDS}`);
      const at = places[(round * 29) % places.length]?.geometry.coordinates ?? [0, 0];
      await muster.search.fill(`${at[0]}, ${at[1]}`);
      const mark = tab.getByRole('option', { name: muster.say('search.coordinates.mark') }).first();
      await mark.waitFor();
      const events = await traced(session, async () => {
        await tab.evaluate(START_CLOCK);
        await mark.click();
        await tab.waitForSelector('body[data-mark-ms]', { timeout: 60_000 });
      });
      if (round > 0) {
        runs.push(readTrace(events, sources));
        shown.push(Number(await tab.locator('body').getAttribute('data-mark-ms')));
      }
      const nearest = brigades
        .map(({ properties, geometry }) => ({
          name: properties.name ?? '',
          km: distance(at, geometry.coordinates),
        }))
        .sort((a, b) => a.km - b.km)
        .slice(0, 10)
        .map(({ name }) => name);
      if (nearest.join() !== (await muster.rankedNames('team')).join()) wrong++;
    }
    const [costliest = ['', 0] as const] = runs.flatMap(({ ownFiles }) => ownFiles.slice(0, 1));
    progress(`costliest file of ours: ${costliest[0]}`);
    return {
      case: 'marking an incident, Taipei',
      wrong,
      figures: {
        click_to_list_ms: median(shown),
        own_files_self_ms: median(runs.map(({ ownMs }) => ownMs)),
        libraries_self_ms: median(runs.map(({ libraryMs }) => libraryMs)),
        longest_task_ms: median(runs.map(({ longestTaskMs }) => longestTaskMs)),
        longest_task_worst_ms: Math.max(...runs.map(({ longestTaskMs }) => longestTaskMs)),
      },
      ratios: {},
    };
  } finally {
    await browser.close();
  }
}

export const bench: Bench = async (progress) => {
  const skipped = (reason: string): CaseReport => ({
    case: 'marking an incident, Taipei',
    wrong: 0,
    figures: {},
    ratios: {},
    skipped: { everything: reason },
  });
  if (!hasSharedData) return { cases: [skipped('the real data is not here')], targets: [] };
  const page = process.env.MUSTER_E2E_PAGE ?? resolve(import.meta.dirname, '../../../dist');
  if (!existsSync(join(page, 'index.html'))) {
    progress('building the page');
    await build({ logLevel: 'error' });
  }
  progress('starting the app');
  const app = await startApp();
  try {
    await fill(app, progress);
    return { cases: [await measure(app, page, progress)], targets: [] };
  } finally {
    await app.stop();
  }
};
