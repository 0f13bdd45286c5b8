/**
 * Names of symbol images: `theme/language/kind[-level]/state/age[/mark+mark]` as MapLibre asks for them. Features carry the part
 * after the language, so that a change of theme or language changes layers, never data.
 */
import { SYMBOL_KINDS, SYMBOL_MARKS, SYMBOL_STATES } from '../../core/symbols/index.ts';
import type { SymbolAge, SymbolKind, SymbolMark, SymbolState } from '../../core/symbols/index.ts';
import type { Level } from '../../core/model/index.ts';
import type { Language, Theme } from '../../state/session.ts';

interface IconFacts {
  kind: SymbolKind;
  state: SymbolState;
  age: SymbolAge;
  level: Level | null;
  marks: readonly SymbolMark[];
}

export type Icon =
  | ({ tag: 'symbol'; theme: Theme; language: Language } & IconFacts)
  /** The body of a cluster of one kind; its count is written over it. */
  | { tag: 'cluster'; theme: Theme; language: Language; kind: SymbolKind }
  /** Fills of areas and the arrow of a route. */
  | { tag: 'pattern'; theme: Theme; language: Language; pattern: Pattern }
  /** The round ground of a rank, and of what the person looks at. */
  | { tag: 'disc'; theme: Theme; language: Language; disc: Disc };

const PATTERNS = [
  'hazard-area',
  'active-area',
  'unknown-area',
  'beyond-area',
  'route-arrow',
  'closed-cross',
] as const;
const DISCS = ['rank', 'incident', 'selected', 'hover'] as const;
export type Disc = (typeof DISCS)[number];
type Pattern = (typeof PATTERNS)[number];

/** `team/plain/dated`, `incident-2/plain/dated`: what a feature carries. `old` and `fresh` share one image. */
export function iconName({ kind, state, age, level, marks }: IconFacts): string {
  const subject = `${kind}${kind === 'incident' && level !== null ? `-${level}` : ''}`;
  const name = `${subject}/${state}/${age === 'undated' ? age : 'dated'}`;
  return marks.length === 0 ? name : `${name}/${marks.join('+')}`;
}

/** What goes before the name in a layer of this theme and language. */
export const iconPrefix = (theme: Theme, language: Language): string => `${theme}/${language}/`;

const isOneOf = <T extends string>(words: readonly T[], word: string | undefined): word is T =>
  (words as readonly (string | undefined)[]).includes(word);

/** Read an image name back; null = not one of ours. */
export function parseIcon(name: string): Icon | null {
  const [theme, language, subject, state, age, marked] = name.split('/');
  if (theme !== 'day' && theme !== 'night') return null;
  if (language !== 'zh-CN' && language !== 'en') return null;
  if (subject === 'cluster')
    return isOneOf(SYMBOL_KINDS, state) ? { tag: subject, theme, language, kind: state } : null;
  if (subject === 'pattern')
    return isOneOf(PATTERNS, state) ? { tag: subject, theme, language, pattern: state } : null;
  if (subject === 'disc')
    return isOneOf(DISCS, state) ? { tag: subject, theme, language, disc: state } : null;
  const facts = parseFacts(subject, state, age, marked);
  return facts === null ? null : { tag: 'symbol', theme, language, ...facts };
}

function parseFacts(
  subject: string | undefined,
  state: string | undefined,
  age: string | undefined,
  marked: string | undefined,
): IconFacts | null {
  const [kind, digit] = subject?.split('-') ?? [];
  if (!isOneOf(SYMBOL_KINDS, kind) || !isOneOf(SYMBOL_STATES, state)) return null;
  if (age !== 'dated' && age !== 'undated') return null;
  const level = digit === undefined ? null : levelOf(digit);
  if (level === undefined) return null;
  const marks = marked === undefined ? [] : marked.split('+');
  if (!marks.every((mark) => isOneOf(SYMBOL_MARKS, mark))) return null;
  return { kind, state, age: age === 'dated' ? 'fresh' : age, level, marks };
}

const levelOf = (digit: string): Level | undefined =>
  ([1, 2, 3, 4] as const).find((level) => String(level) === digit);
