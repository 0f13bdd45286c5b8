/** Builds the bench's page, opens it in Chromium and compares frames of a full table with those of an empty page. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { BROWSER_FLAGS, provideBrowser } from '../../support/browser.ts';
import { median } from '../interleave.ts';
import { serveFolder } from '../serve-folder.ts';
import type { TableQuestion } from './page.tsx';

export interface TableFigures {
  what: 'scroll' | 'filter';
  emptyMs: number;
  fullMs: number;
  /** The slowest of twenty frames: what a person feels as a jerk. */
  full95Ms: number;
  found: number;
}

const FRAMES = 120;

/** Frames of a table of `records` rows against none, alternating so that both see the same machine. */
export async function measureTable(
  records: number,
  progress: (line: string) => void,
): Promise<TableFigures[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-table-'));
  progress('building the page');
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
  });
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: provideBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on('pageerror', ({ message }) => progress(`the page failed: ${message}`));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const scroll = (question: TableQuestion) =>
      page.evaluate((asked) => window.scrollFrames(asked), question);
    const filter = (question: TableQuestion) =>
      page.evaluate((asked) => window.filterFrames(asked), question);
    const figures: TableFigures[] = [];
    for (const [what, frames] of [
      ['scroll', scroll],
      ['filter', filter],
    ] as const) {
      const empty: number[] = [];
      const full: number[] = [];
      let found = 0;
      await frames({ records, frames: 20 });
      for (let round = 0; round < 2; round++) {
        progress(`${what}, round ${round + 1} of 2`);
        empty.push(...(await frames({ records: 0, frames: FRAMES / 2 })));
        full.push(...(await frames({ records, frames: FRAMES / 2 })));
        found = Math.max(found, await page.evaluate(() => window.rowsFound()));
      }
      const ordered = [...full].sort((a, b) => a - b);
      figures.push({
        what,
        emptyMs: median(empty),
        fullMs: median(full),
        full95Ms: ordered[Math.floor(ordered.length * 0.95)] ?? 0,
        found,
      });
    }
    return figures;
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
