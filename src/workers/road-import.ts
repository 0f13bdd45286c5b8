/** Road files off the page's own thread: a thin shell over src/core/roads/import-session. */
import sqliteUrl from 'sql.js/dist/sql-wasm.wasm?url';
import { RoadImportSession, asTrouble } from '../core/roads/import-session.ts';
import type {
  Box,
  RoadLook,
  RoadProgress,
  RoadSettings,
  RoadTrouble,
  RoadsInHand,
} from '../core/roads/import-session.ts';
import { bytesOf, calm } from './files.ts';
import { serve } from './port.ts';
import type { Offer } from './port.ts';

type Refused = { tag: 'refused'; trouble: RoadTrouble };

let session: RoadImportSession | null = null;

function openedSession(): RoadImportSession {
  if (session === null) throw new Error('no road files are open');
  return session;
}

async function orRefused<Value>(work: Promise<Value>): Promise<Value | Refused> {
  try {
    return await work;
  } catch (error) {
    const trouble = asTrouble(error);
    if (trouble === null) throw error;
    return { tag: 'refused', trouble };
  }
}

const sqliteWasm = async (): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(sqliteUrl)).arrayBuffer());

type Report = (progress: RoadProgress) => void;

const offer = {
  /** Each file with those that belong to it. */
  async open(
    _: Report,
    files: readonly { file: File; companions: readonly File[] }[],
  ): Promise<void> {
    const sources = files.map(async ({ file, companions }) => ({
      name: file.name,
      size: file.size,
      open: () => bytesOf(file),
      companions: await Promise.all(
        companions.map(async (one) => ({
          name: one.name,
          bytes: new Uint8Array(await one.arrayBuffer()),
        })),
      ),
    }));
    session = new RoadImportSession(await Promise.all(sources), sqliteWasm);
  },
  look: (_: Report, layer: string | null): Promise<RoadLook | Refused> =>
    orRefused(openedSession().look(layer)),
  read: (
    report: Report,
    settings: RoadSettings,
  ): Promise<({ tag: 'read' } & RoadsInHand) | Refused> =>
    orRefused(
      openedSession()
        .read(settings, calm(report))
        .then((inHand) => ({ tag: 'read' as const, ...inHand })),
    ),
  facts: (_: Report, district: string) => openedSession().facts(district),
  near: (_: Report, box: Box) => openedSession().near(box),
  pieces: (): number => openedSession().pieces(),
  piece: (_: Report, part: number) => openedSession().piece(part),
  edges: (_: Report, from: number) => openedSession().edges(from),
} satisfies Offer;

export type RoadImportOffer = typeof offer;

serve(self, offer);
