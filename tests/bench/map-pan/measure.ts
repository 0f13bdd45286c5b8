/** Builds the bench's page, opens it in Chromium and compares frames of a full map with those of an empty one. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { BROWSER_FLAGS, provideBrowser } from '../../support/browser.ts';
import { serveFolder } from '../serve-folder.ts';
import { median } from '../interleave.ts';
import type { PanQuestion } from './page.ts';

export interface PanFigures {
  zoom: number;
  records: number;
  /** Drawn as symbols, dots or clusters when the map stood still. */
  drawn: number;
  emptyMs: number;
  fullMs: number;
  /** Median frame of the full map over that of the empty one. */
  ratio: number;
}

const FRAMES = 60;

/** Frames of `records` records against none, at each zoom, alternating so that both see the same machine. */
export async function measureMapPan(
  records: number,
  zooms: readonly number[],
  progress: (line: string) => void,
): Promise<PanFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-map-pan-'));
  progress('building the page');
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
  });
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on('crash', () => progress('the page crashed'));
    page.on('pageerror', ({ message }) => progress(`the page failed: ${message}`));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForSelector('[data-map-ready=true]');
    const frames = (question: PanQuestion) =>
      page.evaluate((asked) => window.panFrames(asked), question);
    const figures: PanFigures[] = [];
    for (const zoom of zooms) {
      const empty: number[] = [];
      const full: number[] = [];
      let drawn = 0;
      await frames({ records, zoom, frames: 10 });
      for (let round = 0; round < 2; round++) {
        progress(`zoom ${zoom}, round ${round + 1} of 2`);
        empty.push(...(await frames({ records: 0, zoom, frames: FRAMES / 2 })));
        full.push(...(await frames({ records, zoom, frames: FRAMES / 2 })));
        drawn = await page.evaluate(() => window.drawnRecords());
      }
      const [emptyMs, fullMs] = [median(empty), median(full)];
      figures.push({ zoom, records, drawn, emptyMs, fullMs, ratio: fullMs / emptyMs });
    }
    return figures;
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
