/** Whom a row names as its contact. */
import type { PlannedContact } from '../types.ts';
import type { RowReader } from './row-reader.ts';

const PHONE = /^[+0-9][-0-9 ()#*,;ext.]{2,39}$/;
/** What most numbers look like: nothing in it to be straightened. */
const PLAIN_PHONE = /^[+0-9][-0-9]{2,39}$/;

function readPhone(text: string): string | null {
  if (PLAIN_PHONE.test(text)) return text;
  const plain =
    text
      .normalize('NFKC')
      .replace(/[‐–—ー−]/g, '-')
      .split(/[\s、，/]+(?=[+\d(]{3})/)[0] ?? '';
  return PHONE.test(plain.trim()) ? plain.trim() : null;
}

/** The contact of the row that the reader was turned to. */
export function contactTeller(reader: RowReader): () => PlannedContact | null {
  const [named, phoned, tasked] = [
    reader.field('contactName'),
    reader.field('contactPhone'),
    reader.field('contactDuty'),
  ];
  if (named === null && phoned === null) return () => null;
  return () => {
    const name = named?.line(100) ?? null;
    const phone = phoned?.read(readPhone) ?? null;
    const duty = tasked?.line(100) ?? null;
    return name === null && phone === null ? null : { name, phone, duty };
  };
}
