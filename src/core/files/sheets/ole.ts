/**
 * The compound file (OLE, MS-CFB) around old workbooks and around those with a password: just enough of it to tell the two
 * apart before a library looks inside, and to look through the records of a workbook. Nothing here throws: what is no
 * compound file has no streams.
 */

const SECTOR_FREE = 0xfffffffa;
const ENTRY = 128;
const STREAM = 2;
/** Folder entries looked at. */
const MOST_ENTRIES = 4096;

interface Stream {
  name: string;
  start: number;
  size: number;
}

class CompoundFile {
  private readonly view: DataView;
  private readonly sector: number;
  private readonly table: number[] = [];

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = bytes.length >= 512 ? this.view.getUint16(30, true) : 0;
    this.sector = shift === 9 || shift === 12 ? 1 << shift : 0;
    if (this.sector === 0) return;
    // The first 109 parts of the allocation table stand in the head, further ones in a chain of sectors.
    for (let i = 0; i < 109; i++) this.addPart(76 + i * 4);
    let further = this.view.getUint32(68, true);
    for (let seen = 0; further < SECTOR_FREE && seen < bytes.length / this.sector; seen++) {
      const from = this.offsetOf(further);
      if (from < 0) break;
      for (let at = from; at < from + this.sector - 4; at += 4) this.addPart(at);
      further = this.view.getUint32(from + this.sector - 4, true);
    }
  }

  private addPart(at: number): void {
    const sector = this.view.getUint32(at, true);
    if (sector < SECTOR_FREE) this.table.push(sector);
  }

  /** Where a sector begins; -1 for one beyond the file. */
  private offsetOf(number: number): number {
    const at = (number + 1) * this.sector;
    return number >= 0 && at + this.sector <= this.bytes.length ? at : -1;
  }

  private next(number: number): number {
    const perPart = this.sector / 4;
    const part = this.table[Math.floor(number / perPart)];
    const at = part === undefined ? -1 : this.offsetOf(part);
    return at < 0 ? SECTOR_FREE : this.view.getUint32(at + (number % perPart) * 4, true);
  }

  streams(): Stream[] {
    if (this.sector === 0) return [];
    const found: Stream[] = [];
    let number = this.view.getUint32(48, true);
    for (let seen = 0; seen < MOST_ENTRIES && number < SECTOR_FREE;) {
      const from = this.offsetOf(number);
      if (from < 0) break;
      for (let at = from; at < from + this.sector; at += ENTRY, seen++) {
        const length = Math.min(this.view.getUint16(at + 64, true), 64);
        if (this.bytes[at + 66] !== STREAM || length < 2) continue;
        const name = new TextDecoder('utf-16le').decode(this.bytes.subarray(at, at + length - 2));
        found.push({
          name,
          start: this.view.getUint32(at + 116, true),
          size: this.view.getUint32(at + 120, true),
        });
      }
      number = this.next(number);
    }
    return found;
  }

  /** The first sector of a large stream; small ones lie in a stream of their own, which no workbook fits into. */
  beginOf({ start, size }: Stream): Uint8Array {
    const at = this.offsetOf(start);
    return at < 0 || size < 4096 ? new Uint8Array() : this.bytes.subarray(at, at + this.sector);
  }

  /** A large stream whole; what lies beyond a broken chain is missing. */
  contentOf({ start, size }: Stream): Uint8Array {
    const most = Math.min(size, this.bytes.length);
    if (size < 4096) return new Uint8Array();
    const content = new Uint8Array(most);
    let filled = 0;
    for (let sector = start; filled < most && sector < SECTOR_FREE; sector = this.next(sector)) {
      const from = this.offsetOf(sector);
      if (from < 0) break;
      const piece = this.bytes.subarray(from, from + Math.min(this.sector, most - filled));
      content.set(piece, filled);
      filled += piece.length;
    }
    return content.subarray(0, filled);
  }
}

const FILEPASS = 0x2f;

/** Whether a workbook's records say, right behind their beginning, that the rest is enciphered. */
function saysFilePass(records: Uint8Array): boolean {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  for (let at = 0, seen = 0; at + 4 <= records.length && seen < 8; seen++) {
    if (view.getUint16(at, true) === FILEPASS) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

/** Whether a compound file is a workbook that opens only with a password (of any of the kinds that Excel writes). */
export function needsPassword(bytes: Uint8Array): boolean {
  const file = new CompoundFile(bytes);
  return file.streams().some((stream) => {
    if (stream.name === 'EncryptedPackage' || stream.name === 'EncryptionInfo') return true;
    return (
      (stream.name === 'Workbook' || stream.name === 'Book') && saysFilePass(file.beginOf(stream))
    );
  });
}

/** The records of a workbook; nothing for what is none. */
export function workbookRecords(bytes: Uint8Array): Uint8Array {
  const file = new CompoundFile(bytes);
  const stream = file.streams().find(({ name }) => name === 'Workbook' || name === 'Book');
  return stream === undefined ? new Uint8Array() : file.contentOf(stream);
}
