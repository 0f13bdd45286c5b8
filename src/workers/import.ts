/** The importer off the page's own thread: a thin shell over src/core/import/session. */
import sqliteUrl from 'sql.js/dist/sql-wasm.wasm?url';
import { newId } from '../core/new-id.ts';
import type { RejectTexts } from '../core/import/session/rejects-of.ts';
import { ImportSession } from '../core/import/session/session.ts';
import type { SessionFile } from '../core/import/session/session.ts';
import type {
  Decision,
  DifferenceGroup,
  ImportContext,
  ImportSettings,
  OnProgress,
  RefusedRow,
} from '../core/import/session/types.ts';
import type { RecordKind } from '../core/model/index.ts';
import { bytesOf, calm } from './files.ts';
import { serve } from './port.ts';
import type { Offer } from './port.ts';

let session: ImportSession | null = null;

function openedSession(): ImportSession {
  if (session === null) throw new Error('no file is open');
  return session;
}

const sqliteWasm = async (): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(sqliteUrl)).arrayBuffer());

const offer = {
  async open(
    _: OnProgress,
    file: File,
    companions: readonly File[],
    others: readonly File[],
    context: ImportContext,
  ): Promise<void> {
    const parts = await Promise.all(
      companions.map(async (one) => ({
        name: one.name,
        bytes: new Uint8Array(await one.arrayBuffer()),
      })),
    );
    const source: SessionFile = {
      open: () => bytesOf(file),
      size: file.size,
      companions: parts,
      sqliteWasm,
      otherFiles: others.map((one) => ({ name: one.name, open: () => bytesOf(one) })),
    };
    session = new ImportSession(source, context, newId);
  },
  read: (report: OnProgress, settings: ImportSettings) =>
    openedSession().read(settings, calm(report)),
  columnsOfOther: (_: OnProgress, name: string) => openedSession().columnsOfOther(name),
  /** `first`: what was brought of the register before is forgotten. */
  addStored: (_: OnProgress, kind: RecordKind, rows: readonly object[], first: boolean) => {
    if (first) openedSession().forgetStored();
    openedSession().addStored(kind, rows);
  },
  compare: (report: OnProgress) => openedSession().compare(calm(report)),
  rows: (_: OnProgress, group: DifferenceGroup, from: number, count: number) =>
    openedSession().rows(group, from, count),
  decide: (_: OnProgress, which: DifferenceGroup | readonly number[], decision: Decision) =>
    openedSession().decide(which, decision),
  settleDepot: (_: OnProgress, name: string, depot: string | null) =>
    openedSession().settleDepot(name, depot),
  prepareWrites: (_: OnProgress, now: string) => openedSession().prepareWrites(now),
  writes: (_: OnProgress, from: number, count: number) => openedSession().writes(from, count),
  refuse: (_: OnProgress, rows: readonly RefusedRow[]) => openedSession().refuse(rows),
  rejects: (_: OnProgress, texts: RejectTexts) => openedSession().rejects(texts),
} satisfies Offer;

export type ImportOffer = typeof offer;

serve(self, offer);
