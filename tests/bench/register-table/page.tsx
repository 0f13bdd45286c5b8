/**
 * The page of the bench: the console's own table with nothing else, and two functions that scroll it and filter it and
 * time every frame meanwhile. Without records the page is empty: no table stands on it.
 */
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { lookAtTable } from '../../../src/actions/register/look-at-table.ts';
import type { Settlement } from '../../../src/core/model/index.ts';
import { RecordsTable } from '../../../src/panels/records/records-table.tsx';
import { useRecords } from '../../../src/state/records.ts';
import { plainView, useRegister } from '../../../src/state/register.ts';
import { initialSession, useSession } from '../../../src/state/session.ts';
import '../../../src/ui/tokens.css';

export interface TableQuestion {
  /** How many records the table holds; 0 = an empty page. */
  records: number;
  frames: number;
}

declare global {
  interface Window {
    /** Time of each frame in ms while the table is scrolled by five rows each frame, far into it. */
    scrollFrames: (question: TableQuestion) => Promise<number[]>;
    /** Time of each frame in ms while a search is typed letter by letter and taken back. */
    filterFrames: (question: TableQuestion) => Promise<number[]>;
    /** Rows that are found now, as the table tells a screen reader. */
    rowsFound: () => number;
  }
}

const now = '2026-11-22T04:00:00Z';

function settlements(count: number): ReadonlyMap<string, Settlement> {
  const rows = Array.from({ length: count }, (_, i): [string, Settlement] => {
    const id = `s${String(i).padStart(6, '0')}`;
    const record: Settlement = {
      id,
      version: 1,
      createdAt: now,
      updatedAt: now,
      updatedBy: null,
      archivedAt: null,
      districtCode: '0',
      name: `${'东西南北中'[i % 5] ?? ''}${'岭坪冲湾洞'[(i * 7) % 5] ?? ''}村${i % 1000}组`,
      address: null,
      externalId: String(i),
      note: null,
      source: 'bench',
      observedAt: i % 7 === 0 ? null : now,
      verifiedAt: null,
      verifiedBy: null,
      disputedAt: null,
      disputedBy: null,
      disputeReason: null,
      lng: 110.69 + (i % 1000) / 2000,
      lat: 27.8 + (i % 777) / 2000,
      geometry: null,
      people: i % 900,
      peopleNeedHelp: i % 3 === 0 ? null : i % 90,
      households: i % 300,
      door: null,
    };
    return [id, record];
  });
  return new Map(rows);
}

const root = createRoot(document.getElementById('root') as HTMLElement);
let shown = -1;

async function rest(frames: number): Promise<void> {
  for (let i = 0; i < frames; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function show(records: number): Promise<void> {
  if (records === shown) return;
  shown = records;
  useSession.setState({
    ...initialSession,
    auth: {
      tag: 'signed-in',
      account: {
        userId: 'u',
        email: 'a@b.cn',
        displayName: '甲',
        role: 'planner',
        districtCode: '0',
      },
    },
  });
  useRecords.setState(({ tables }) => ({
    tables: { ...tables, settlement: settlements(records) },
    lastSyncAt: now,
  }));
  useRegister.setState((state) => ({
    kind: 'settlement',
    views: { ...state.views, settlement: plainView },
  }));
  root.render(
    records === 0 ? null : (
      <MantineProvider>
        <RecordsTable />
      </MantineProvider>
    ),
  );
  await rest(30);
}

/** Time between frames while something is done in each. */
async function timed(frames: number, step: (frame: number) => void): Promise<number[]> {
  const times: number[] = [];
  let before = performance.now();
  for (let frame = 0; frame < frames; frame++) {
    step(frame);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const after = performance.now();
    times.push(after - before);
    before = after;
  }
  return times;
}

window.scrollFrames = async ({ records, frames }) => {
  await show(records);
  lookAtTable('settlement', { text: '' });
  await rest(20);
  const scroller = document.querySelector('[data-rows]');
  return timed(frames, (frame) => {
    // Five rows a frame: faster than a wheel that is spun.
    if (scroller !== null) scroller.scrollTop = scroller.scrollHeight / 2 + frame * 160;
  });
};

const TYPED = ['东', '东岭', '东岭村', '东岭村1', '东岭村12', ''];

window.filterFrames = async ({ records, frames }) => {
  await show(records);
  // A letter every third frame is quicker than anybody types.
  return timed(frames, (frame) => {
    if (records > 0 && frame % 3 === 0)
      lookAtTable('settlement', { text: TYPED[(frame / 3) % TYPED.length] ?? '' });
  });
};

window.rowsFound = () =>
  Number(document.querySelector('table')?.getAttribute('aria-rowcount') ?? 1) - 1;
