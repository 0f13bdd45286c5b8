/** Road files off the page's own thread: a thin shell over src/core/roads/desk. */
import sqliteUrl from 'sql.js/dist/sql-wasm.wasm?url';
import { RoadImportDesk, asTrouble } from '../core/roads/desk.ts';
import type {
  Box,
  RoadLook,
  RoadProgress,
  RoadSettings,
  RoadTrouble,
  RoadsInHand,
} from '../core/roads/desk.ts';
import { bytesOf, calm } from './files.ts';
import { serve } from './port.ts';
import type { Offer } from './port.ts';

type Refused = { tag: 'refused'; trouble: RoadTrouble };

let desk: RoadImportDesk | null = null;

function onDesk(): RoadImportDesk {
  if (desk === null) throw new Error('no road files are open');
  return desk;
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

type Tell = (progress: RoadProgress) => void;

const offer = {
  /** Each file with those that belong to it. */
  async open(
    _: Tell,
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
    desk = new RoadImportDesk(await Promise.all(sources), sqliteWasm);
  },
  look: (_: Tell, layer: string | null): Promise<RoadLook | Refused> =>
    orRefused(onDesk().look(layer)),
  read: (tell: Tell, settings: RoadSettings): Promise<({ tag: 'read' } & RoadsInHand) | Refused> =>
    orRefused(
      onDesk()
        .read(settings, calm(tell))
        .then((inHand) => ({ tag: 'read' as const, ...inHand })),
    ),
  facts: (_: Tell, district: string) => onDesk().facts(district),
  near: (_: Tell, box: Box) => onDesk().near(box),
  pieces: (): number => onDesk().pieces(),
  piece: (_: Tell, part: number) => onDesk().piece(part),
  edges: (_: Tell, from: number) => onDesk().edges(from),
} satisfies Offer;

export type RoadImportOffer = typeof offer;

serve(self, offer);
