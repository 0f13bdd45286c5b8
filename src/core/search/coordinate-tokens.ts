/** Coordinates as people write them, cut into tokens; anything that no coordinate holds ends the attempt. */

export type Hemisphere = 'N' | 'S' | 'E' | 'W';
export type Axis = 'lng' | 'lat';

export type CoordinateToken =
  | { tag: 'number'; value: number; text: string; fraction: boolean }
  | { tag: 'sign' }
  | { tag: 'unit'; unit: 'degree' | 'minute' | 'second' }
  | { tag: 'hemisphere'; hemisphere: Hemisphere }
  | { tag: 'axis'; axis: Axis }
  | { tag: 'separator' };

/** Written before or beside the numbers; nothing about the place itself. Brackets are gone by then. */
const DECORATION =
  /^(?:坐标|座標|位置|地点|地點|经纬度|經緯度|point|geo|coordinates?|coords?|latlng|lnglat|[:=@"']+)/i;

const WORDS: readonly (readonly [RegExp, CoordinateToken])[] = [
  [/^(?:北[纬緯])/, { tag: 'hemisphere', hemisphere: 'N' }],
  [/^(?:南[纬緯])/, { tag: 'hemisphere', hemisphere: 'S' }],
  [/^(?:东[经經]|東[经經経])/, { tag: 'hemisphere', hemisphere: 'E' }],
  [/^(?:西[经經経])/, { tag: 'hemisphere', hemisphere: 'W' }],
  [/^(?:north)(?![a-z])/i, { tag: 'hemisphere', hemisphere: 'N' }],
  [/^(?:south)(?![a-z])/i, { tag: 'hemisphere', hemisphere: 'S' }],
  [/^(?:east)(?![a-z])/i, { tag: 'hemisphere', hemisphere: 'E' }],
  [/^(?:west)(?![a-z])/i, { tag: 'hemisphere', hemisphere: 'W' }],
  [/^(?:经度|經度|経度|longitude|lng|long|lon)(?![a-z])/i, { tag: 'axis', axis: 'lng' }],
  [/^(?:纬度|緯度|latitude|lat)(?![a-z])/i, { tag: 'axis', axis: 'lat' }],
  [/^(?:°|度|deg(?:rees?)?(?![a-z])|d(?=[nsew]?(?![a-z])))/i, { tag: 'unit', unit: 'degree' }],
  [/^(?:″|''|"|秒|sec(?:onds?)?(?![a-z]))/i, { tag: 'unit', unit: 'second' }],
  [/^(?:′|'|分|min(?:utes?)?(?![a-z])|m(?=[nsew]?(?![a-z])))/i, { tag: 'unit', unit: 'minute' }],
  [/^[,;/|&、]/, { tag: 'separator' }],
];

/** One notation for the many signs of each kind. Before NFKC, which would tear ″ º ˚ apart. */
function tidy(text: string): string {
  return text
    .replace(/[º˚∘゜]/g, '°')
    .replace(/[″‶“”„〃＂]/g, '"')
    .replace(/[′‵‘’´`＇]/g, "'")
    .normalize('NFKC')
    .replace(/[−–—‐‑―﹣]/g, '-')
    .replace(/[。．]/g, '.')
    .replace(/[()[\]{}<>「」【】]/g, ' ')
    .trim();
}

/** `29,37 113,12` and `29,37; 113,12` are decimal commas; `29,37` alone is two numbers. */
function withDecimalPoints(text: string): string {
  const comma = /^([^\d,]*\d{1,3}),(\d+)([^\d,]*(?:;|\s|,\s)[^\d,]*\d{1,3}),(\d+)([^\d,]*)$/.exec(
    text,
  );
  return comma === null ? text : `${comma[1]}.${comma[2]}${comma[3]}.${comma[4]}${comma[5]}`;
}

/**
 * Tokens of `text`, or null when it holds anything that no coordinate does (a name, a code with letters).
 * `113-07-12.5` reads its dashes as joints inside the angle, `-113.2` and `29.3 -113.2` as signs.
 */
export function tokenizeCoordinates(text: string): CoordinateToken[] | null {
  const tokens: CoordinateToken[] = [];
  let rest = withDecimalPoints(tidy(text));
  let afterMinuteLetter = false;
  while (rest.length > 0) {
    const spaced = /^\s/.test(rest);
    rest = rest.trimStart();
    const last = tokens.at(-1);
    const step = nextToken(rest, last, spaced, afterMinuteLetter);
    if (step === null) return null;
    if (step.token?.tag === 'unit') afterMinuteLetter = /^m/i.test(rest);
    if (step.token !== null) tokens.push(step.token);
    rest = rest.slice(step.length);
  }
  return tokens;
}

interface Step {
  token: CoordinateToken | null;
  length: number;
}

function numberAt(rest: string): Step | null {
  const text = /^(?:\d+(?:\.\d*)?|\.\d+)/.exec(rest)?.[0];
  if (text === undefined) return null;
  const token = { tag: 'number', value: Number(text), text, fraction: text.includes('.') } as const;
  return { token, length: text.length };
}

function signAt(rest: string, last: CoordinateToken | undefined, spaced: boolean): Step | null {
  if (rest.startsWith('+')) return { token: null, length: 1 };
  if (!rest.startsWith('-')) return null;
  const insideAngle = last?.tag === 'number' || last?.tag === 'unit';
  const isSign = !insideAngle || (spaced && /^-[\d.]/.test(rest));
  return { token: isSign ? { tag: 'sign' } : null, length: 1 };
}

function letterAt(
  rest: string,
  last: CoordinateToken | undefined,
  afterMinuteLetter: boolean,
): Step | null {
  // `12m07s`: after a minute letter an s means seconds, otherwise south.
  if (/^s(?=[nsew]?(?![a-z]))/i.test(rest) && last?.tag === 'number' && afterMinuteLetter)
    return { token: { tag: 'unit', unit: 'second' }, length: 1 };
  const letter = /^[nsew](?![a-z])/i.exec(rest)?.[0];
  if (letter === undefined) return null;
  const hemisphere = letter.toUpperCase() as Hemisphere;
  return { token: { tag: 'hemisphere', hemisphere }, length: 1 };
}

function wordAt(rest: string, last: CoordinateToken | undefined): Step | null {
  for (const [pattern, token] of WORDS) {
    if (token.tag === 'unit' && last?.tag !== 'number') continue;
    const matched = pattern.exec(rest)?.[0];
    if (matched !== undefined) return { token, length: matched.length };
  }
  return null;
}

function nextToken(
  rest: string,
  last: CoordinateToken | undefined,
  spaced: boolean,
  afterMinuteLetter: boolean,
): Step | null {
  const step =
    numberAt(rest) ??
    signAt(rest, last, spaced) ??
    letterAt(rest, last, afterMinuteLetter) ??
    wordAt(rest, last);
  if (step !== null) return step;
  const decoration = DECORATION.exec(rest)?.[0];
  return decoration === undefined ? null : { token: null, length: decoration.length };
}
