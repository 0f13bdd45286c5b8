/** papaparse's low-level parser. The package is CommonJS: Node puts it all under `default`, bundlers spread the names. */
import * as namespace from 'papaparse';

const papa = (namespace as { default?: typeof namespace }).default ?? namespace;

interface ParsedPiece {
  data: string[][];
  errors: { code: string }[];
  /** `cursor`: how much of the text the whole lines took. */
  meta: { cursor: number };
}

/** Parse text whose lines end in `\n`; `unfinished` leaves the last line for later. Closed quotes only: see `errors`. */
export function parsePiece(text: string, delimiter: string, unfinished: boolean): ParsedPiece {
  return new papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, unfinished) as ParsedPiece;
}

/** Give out the rows of a text one by one until `see` answers false. */
export function parseStepwise(
  text: string,
  delimiter: string,
  see: (piece: ParsedPiece) => boolean,
): void {
  const parser = new papa.Parser({
    delimiter,
    newline: '\n',
    step: (piece: unknown) => {
      if (!see(piece as ParsedPiece)) parser.abort();
    },
  });
  parser.parse(text, 0, false);
}
