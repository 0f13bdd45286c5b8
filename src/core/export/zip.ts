/** A zip archive written as its entries come. */
import { Zip, ZipDeflate } from 'fflate';
import type { Sink } from './types.ts';

/** Compression that costs little time and takes most of the size. */
const EFFORT = 3;

interface ZipOut {
  /** Begins an entry; its bytes go into the returned sink, `end` closes it before the next begins. */
  entry(name: string): { sink: Sink; end: () => void };
  end(): void;
}

/** @param at time stamped on the entries */
export function zipInto(sink: Sink, at: Date): ZipOut {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    sink(bytes);
  });
  return {
    entry(name) {
      const file = new ZipDeflate(name, { level: EFFORT });
      file.mtime = at;
      zip.add(file);
      return {
        sink: (bytes) => file.push(bytes, false),
        end: () => file.push(new Uint8Array(0), true),
      };
    },
    end: () => zip.end(),
  };
}

/** A small entry at once. */
export function addText(zip: ZipOut, name: string, text: string): void {
  const { sink, end } = zip.entry(name);
  sink(new TextEncoder().encode(text));
  end();
}
