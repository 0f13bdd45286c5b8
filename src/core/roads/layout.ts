/**
 * The network's binary layout: one ArrayBuffer that is loaded in one request, moved to a worker without copying and read
 * through typed arrays laid over it, with nothing to parse. Little-endian; every section starts at a multiple of 8 bytes.
 *
 *   word 0      "MRDN"                     word 3      length of the whole in bytes
 *   word 1      version                    word 4      checksum of all words from the table on
 *   word 2      number of sections         words 5-7   0
 *   then per section: type of its numbers, first byte, count of numbers, 0; then the sections in the order of SECTIONS
 */

/** Version of this layout; a reader refuses any other. */
const LAYOUT_VERSION = 1;
const MAGIC = 0x4e44524d;
const HEADER_WORDS = 8;
const ENTRY_WORDS = 4;

/** Degrees are kept as whole numbers of 1e-7 degree. */
export const UNITS_PER_DEGREE = 1e7;

/**
 * All sections. "Edge" is a stretch between two nodes; edges are numbered in spatial order, so that each run of 16 is a
 * leaf of the box tree. A junction is a node that is not merely the middle of a road; a chain is the run of edges
 * between two junctions. Chain 5 gives arc 10 (as the chain lies) and arc 11 (against it).
 */
const SECTIONS = {
  /** Places of nodes: x, y in 1e-7 degree. */
  nodeXY: Int32Array,
  /** Node → junction number, -1 in the middle of a chain. */
  nodeJunction: Int32Array,
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
  /** Edge → its first vertex in `shape`; one more at the end. */
  edgeShape: Uint32Array,
  /** Vertices x, y in 1e-7 degree, both ends of each edge included. */
  shape: Int32Array,
  /** Great-circle length in millimetres (sphere of 6,371,008.8 m, as all distances here). */
  edgeLength: Uint32Array,
  /** Index into ROAD_CLASSES. */
  edgeClass: Uint8Array,
  /**
   * Masks of MODE_BIT: bits 0-2 along the edge, 3-5 against it; 6 bridge, 7 tunnel, 8 ferry, 9 roundabout, 10 ford,
   * 11 flood-prone. A bit that came later is 0 in networks stored before it, which then says nothing.
   */
  edgeFlags: Uint16Array,
  edgeLayer: Int8Array,
  /** Speed in 0.1 km/h; 0 = unknown. */
  edgeSpeed: Uint16Array,
  /** Given travel time in milliseconds; 0 = none, the speed counts. */
  edgeTime: Uint32Array,
  /** Width in cm, weight in 10 kg, height in cm; 65535 = unknown. */
  edgeWidth: Uint16Array,
  edgeWeight: Uint16Array,
  edgeHeight: Uint16Array,
  /** Index into names; 0 = none. */
  edgeName: Uint32Array,
  /** Index of the edge in the list the network was built from. */
  edgeOrigin: Uint32Array,
  /** Edge → its chain, and its place within it. */
  edgeChain: Uint32Array,
  edgePlace: Uint32Array,
  chainFrom: Uint32Array,
  chainTo: Uint32Array,
  /** Chain → its first member in chainEdges; one more at the end. */
  chainStart: Uint32Array,
  /** Members: edge × 2, + 1 where the edge lies against the chain. */
  chainEdges: Uint32Array,
  /** Junction → its node. */
  junctionNode: Uint32Array,
  /** Junction → its first leaving arc in `outArcs`; one more at the end. */
  outStart: Uint32Array,
  outArcs: Uint32Array,
  /** Turn restrictions, five numbers each: junction, from edge, to edge, kind (0 no, 1 only), mask of modes. */
  turns: Uint32Array,
  /** West, south, east, north of each edge in 1e-7 degree, then of each run of 16 of them, and so on up to one. */
  boxes: Int32Array,
  /** Byte offsets of names in UTF-8; name 0 is empty. */
  nameStart: Uint32Array,
  nameBytes: Uint8Array,
  /** The origin of the data, UTF-8. */
  source: Uint8Array,
  /** What a walk beside the roads may meet, see barriers/pack.ts. Networks stored before it end before this section. */
  barriers: Uint8Array,
} as const;

type SectionName = keyof typeof SECTIONS;
type Of<Maker> = Maker extends Int32ArrayConstructor
  ? Int32Array
  : Maker extends Uint32ArrayConstructor
    ? Uint32Array
    : Maker extends Uint16ArrayConstructor
      ? Uint16Array
      : Maker extends Int8ArrayConstructor
        ? Int8Array
        : Uint8Array;
export type Sections = { readonly [Name in SectionName]: Of<(typeof SECTIONS)[Name]> };
type Column = Sections[SectionName];

const NAMES = Object.keys(SECTIONS) as SectionName[];
/** Sections that came later stand last, and are empty in a network that was stored before them. */
const LATER = ['barriers'] as const satisfies readonly SectionName[];
const FEWEST = NAMES.length - LATER.length;
const TYPES = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array] as const;

/** Why bytes are not a network this program can use. */
export type RoadDataFault = 'not-a-network' | 'other-version' | 'cut-short' | 'damaged';

export class RoadDataError extends Error {
  readonly code: RoadDataFault;
  constructor(code: RoadDataFault) {
    super(code);
    this.name = 'RoadDataError';
    this.code = code;
  }
}

/** Lays sections into one buffer. */
export function writeSections(sections: Sections): ArrayBuffer {
  const tableEnd = HEADER_WORDS + ENTRY_WORDS * NAMES.length;
  let at = aligned(tableEnd * 4);
  const table = new Uint32Array(tableEnd);
  NAMES.forEach((name, i) => {
    const column = sections[name];
    table.set([typeOf(column), at, column.length, 0], HEADER_WORDS + ENTRY_WORDS * i);
    at = aligned(at + column.byteLength);
  });
  const buffer = new ArrayBuffer(at);
  const bytes = new Uint8Array(buffer);
  NAMES.forEach((name, i) => {
    const { buffer: from, byteOffset, byteLength } = sections[name];
    bytes.set(
      new Uint8Array(from, byteOffset, byteLength),
      table[HEADER_WORDS + ENTRY_WORDS * i + 1],
    );
  });
  const words = new Uint32Array(buffer);
  words.set(table);
  words.set([MAGIC, LAYOUT_VERSION, NAMES.length, at]);
  words[4] = checksum(words);
  return buffer;
}

/**
 * Lays typed arrays over a buffer; nothing is copied.
 * @throws RoadDataError for bytes that are something else, of another version, incomplete, or changed on the way.
 */
export function readSections(buffer: ArrayBuffer): Sections {
  if (buffer.byteLength < HEADER_WORDS * 4) throw new RoadDataError('not-a-network');
  const head = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (head[0] !== MAGIC) throw new RoadDataError('not-a-network');
  if (head[1] !== LAYOUT_VERSION) throw new RoadDataError('other-version');
  if (buffer.byteLength < head[3]!) throw new RoadDataError('cut-short');
  const sections = head[2]!;
  if (buffer.byteLength !== head[3] || sections < FEWEST || sections > NAMES.length)
    throw new RoadDataError('damaged');
  const words = new Uint32Array(buffer);
  if (checksum(words) !== head[4]) throw new RoadDataError('damaged');
  const columns = NAMES.map((name, i) => {
    if (i >= sections) return [name, new SECTIONS[name](0)];
    const entry = HEADER_WORDS + ENTRY_WORDS * i;
    return [name, new SECTIONS[name](buffer, words[entry + 1], words[entry + 2])];
  });
  return Object.fromEntries(columns) as Sections;
}

const aligned = (byte: number): number => Math.ceil(byte / 8) * 8;

function typeOf(column: Column): number {
  return TYPES.findIndex((type) => column instanceof type);
}

/**
 * Four lanes of multiply-and-rotate over 32-bit words in the manner of xxHash32 (Collet 2012), from the table to the
 * end: any changed word changes it, about 1 GB/s. It guards against damage, not against an adversary.
 */
export function checksum(words: Uint32Array): number {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  let c = 0xc2b2ae3d;
  let d = 0x27d4eb2f;
  // The buffer is a multiple of 8 bytes long, so that words beyond the last whole four are at most two.
  const end = words.length - ((words.length - HEADER_WORDS) % 4);
  let i = HEADER_WORDS;
  for (; i < end; i += 4) {
    a = Math.imul((a ^ words[i]!) >>> 0, 0x9e3779b1);
    a = (a << 13) | (a >>> 19);
    b = Math.imul((b ^ words[i + 1]!) >>> 0, 0x85ebca77);
    b = (b << 13) | (b >>> 19);
    c = Math.imul((c ^ words[i + 2]!) >>> 0, 0xc2b2ae3d);
    c = (c << 13) | (c >>> 19);
    d = Math.imul((d ^ words[i + 3]!) >>> 0, 0x27d4eb2f);
    d = (d << 13) | (d >>> 19);
  }
  for (; i < words.length; i++) a = Math.imul(((a << 13) | (a >>> 19)) ^ words[i]!, 0x9e3779b1);
  return (
    (a ^
      ((b << 7) | (b >>> 25)) ^
      ((c << 12) | (c >>> 20)) ^
      ((d << 18) | (d >>> 14)) ^
      words.length) >>>
    0
  );
}
