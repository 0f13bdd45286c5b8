/** The importer off the page's own thread: a thin shell over src/core/import/desk. */
import sqliteUrl from 'sql.js/dist/sql-wasm.wasm?url';
import { newId } from '../core/new-id.ts';
import { ImportDesk } from '../core/import/desk/index.ts';
import type {
  Decision,
  DeskContext,
  DeskSettings,
  DifferenceGroup,
  OnProgress,
  RefusedRow,
  RejectTexts,
} from '../core/import/desk/index.ts';
import type { RecordKind } from '../core/model/index.ts';
import { bytesOf, calm } from './files.ts';
import { serve } from './port.ts';
import type { Offer } from './port.ts';

let desk: ImportDesk | null = null;

function onDesk(): ImportDesk {
  if (desk === null) throw new Error('no file is open');
  return desk;
}

const sqliteWasm = async (): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(sqliteUrl)).arrayBuffer());

const offer = {
  async open(
    _: OnProgress,
    file: File,
    companions: readonly File[],
    others: readonly File[],
    context: DeskContext,
  ): Promise<void> {
    const parts = await Promise.all(
      companions.map(async (one) => ({
        name: one.name,
        bytes: new Uint8Array(await one.arrayBuffer()),
      })),
    );
    const source = {
      open: () => bytesOf(file),
      size: file.size,
      companions: parts,
      sqliteWasm,
      beside: others.map((one) => ({ name: one.name, open: () => bytesOf(one) })),
    };
    desk = new ImportDesk(source, context, newId);
  },
  read: (tell: OnProgress, settings: DeskSettings) => onDesk().read(settings, calm(tell)),
  columnsBeside: (_: OnProgress, name: string) => onDesk().columnsBeside(name),
  /** `first`: what was brought of the register before is forgotten. */
  addStored: (_: OnProgress, kind: RecordKind, rows: readonly object[], first: boolean) => {
    if (first) onDesk().forgetStored();
    onDesk().addStored(kind, rows);
  },
  compare: (tell: OnProgress) => onDesk().compare(calm(tell)),
  rows: (_: OnProgress, group: DifferenceGroup, from: number, count: number) =>
    onDesk().rows(group, from, count),
  decide: (_: OnProgress, which: DifferenceGroup | readonly number[], decision: Decision) =>
    onDesk().decide(which, decision),
  settleDepot: (_: OnProgress, name: string, depot: string | null) =>
    onDesk().settleDepot(name, depot),
  prepareWrites: (_: OnProgress, now: string) => onDesk().prepareWrites(now),
  writes: (_: OnProgress, from: number, count: number) => onDesk().writes(from, count),
  refuse: (_: OnProgress, rows: readonly RefusedRow[]) => onDesk().refuse(rows),
  rejects: (_: OnProgress, texts: RejectTexts) => onDesk().rejects(texts),
} satisfies Offer;

export type ImportOffer = typeof offer;

serve(self, offer);
