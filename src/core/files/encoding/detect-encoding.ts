/**
 * Which encoding a file is in. Byte order marks and UTF-8 are certain; the old East Asian encodings overlap, so every
 * one that decodes the sample without error is scored by how much of it falls on that encoding's everyday characters,
 * by chardet's opinion, and by known column titles in its first lines.
 */
import { analyse } from 'chardet';

interface DetectedEncoding {
  /** A label TextDecoder knows. */
  encoding: string;
  /** false: two encodings were close. */
  sure: boolean;
}

/** Bytes of two-byte characters by their lead byte's block; `level1` blocks hold the everyday characters. */
interface Candidate {
  encoding: string;
  chardet: string;
  isLead: (byte: number) => boolean;
  isLevel1: (lead: number, trail: number) => boolean;
}

const between = (from: number, to: number) => (byte: number) => byte >= from && byte <= to;

const CANDIDATES: readonly Candidate[] = [
  {
    encoding: 'gb18030',
    chardet: 'GB18030',
    isLead: between(0x81, 0xfe),
    // GB 2312 punctuation (A1-A3) and level-1 hanzi (B0-D7).
    isLevel1: (lead, trail) =>
      trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)),
  },
  {
    encoding: 'big5',
    chardet: 'Big5',
    isLead: between(0x81, 0xfe),
    // Punctuation (A1-A3) and the 5,401 frequent hanzi (A4-C6).
    isLevel1: (lead) => lead >= 0xa1 && lead <= 0xc6,
  },
  {
    encoding: 'shift_jis',
    chardet: 'Shift_JIS',
    isLead: (byte) => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc),
    // Punctuation, letters, kana (81-83) and level-1 kanji (88-97).
    isLevel1: (lead) => (lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97),
  },
  {
    encoding: 'euc-jp',
    chardet: 'EUC-JP',
    isLead: between(0xa1, 0xfe),
    // Kana rows 4-5 and level-1 kanji; without kana it cannot be distinguished from GB 2312.
    isLevel1: (lead) => (lead >= 0xa4 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xc0),
  },
];

/** Whether bytes decode without error; a sequence cut at the end of the sample is no error. */
export function decodesStrictly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The encoding a byte order mark states. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows as zero bytes on one side of nearly every comma, digit and line end. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > bytes.length / 50 && even * 20 < odd) return 'utf-16le';
  if (even > bytes.length / 50 && odd * 20 < even) return 'utf-16be';
  return null;
}

/** Share of a text's multi-byte characters that are everyday ones in this encoding, 0 to 1. */
function level1Share(bytes: Uint8Array, { isLead, isLevel1 }: Candidate): number {
  let all = 0;
  let everyday = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    all++;
    if (!isLead(lead)) continue;
    const trail = bytes[++i] ?? 0;
    if (isLevel1(lead, trail)) everyday++;
  }
  return all === 0 ? 0 : everyday / all;
}

/**
 * The encoding of a file from its first bytes.
 * @param knownWords counts column titles it knows in a text: the strongest sign of a right guess.
 */
export function detectEncoding(
  sample: Uint8Array,
  knownWords: (text: string) => number,
): DetectedEncoding {
  const marked = byteOrderMark(sample);
  if (marked !== null) return { encoding: marked, sure: true };
  const utf16 = unmarkedUtf16(sample);
  if (utf16 !== null && decodesStrictly(sample, utf16)) return { encoding: utf16, sure: true };
  if (decodesStrictly(sample, 'utf-8')) return { encoding: 'utf-8', sure: true };
  const opinions = new Map(
    analyse(sample.subarray(0, 65536)).map(({ name, confidence }) => [name as string, confidence]),
  );
  const scored = CANDIDATES.filter(({ encoding }) => decodesStrictly(sample, encoding))
    .map((candidate) => {
      const head = new TextDecoder(candidate.encoding).decode(sample.subarray(0, 4096));
      const words = Math.min(knownWords(head), 5) / 5;
      const opinion = (opinions.get(candidate.chardet) ?? 0) / 100;
      return {
        encoding: candidate.encoding,
        score: level1Share(sample, candidate) + words + opinion / 2,
      };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best !== undefined)
    return { encoding: best.encoding, sure: best.score - (second?.score ?? 0) > 0.2 };
  return { encoding: leastDamaged(sample), sure: false };
}

/** Nothing decodes without error: the encoding that loses the fewest characters; the rows that lose one are refused later. */
function leastDamaged(sample: Uint8Array): string {
  const damage = ['utf-8', ...CANDIDATES.map(({ encoding }) => encoding)].map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return { encoding, lost: text.split('\uFFFD').length };
  });
  return damage.sort((a, b) => a.lost - b.lost)[0]?.encoding ?? 'utf-8';
}
