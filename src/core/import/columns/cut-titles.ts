/**
 * Titles that a format cut off: dBASE keeps ten bytes of a name, which are three Chinese characters and a part of the
 * fourth in UTF-8, five in the older encodings. A cut title is understood when it begins exactly one thing a file can say.
 */
import type { ImportKind, Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { textOrNull } from '../../text/clean.ts';
import { fieldsOf } from './fields.ts';
import type { Field } from './fields.ts';
import { foldTitle } from '../../text/fold.ts';
import type { MappedField, Mapping } from './map-columns.ts';

/** Characters below which a beginning says too little. */
const [LEAST_HAN, LEAST_LATIN] = [2, 8];
const SAMPLE = 300;
/** A name is nearly always said once; a kind or a state is not. */
const OWN_NAMES = 0.8;

const isInformative = (title: string): boolean =>
  title.length >= (/[^\p{ASCII}]/u.test(title) ? LEAST_HAN : LEAST_LATIN);

function looksLikeNames(rows: readonly SourceRow[], column: number): boolean {
  const texts = rows.slice(0, SAMPLE).flatMap(({ cells }) => textOrNull(cells[column]) ?? []);
  return (
    texts.length > 0 &&
    new Set(texts).size >= texts.length * OWN_NAMES &&
    texts.some((text) => /\p{L}/u.test(text))
  );
}

interface Begun {
  field: Field;
  word: string;
}

/** The one field that is meant: all words are its own, or begin with its word (容纳人数, 容纳人数原文). */
function onlyOne(begun: readonly Begun[]): Field | null {
  const [shortest] = [...begun].sort((a, b) => a.word.length - b.word.length);
  if (shortest === undefined) return null;
  const { field, word } = shortest;
  return begun.every((one) => one.field.name === field.name || one.word.startsWith(word))
    ? field
    : null;
}

interface CutTable {
  columns: readonly string[];
  /** 0-based columns whose titles fill the room the format has for them. */
  cut: ReadonlySet<number>;
  rows: readonly SourceRow[];
}

/** Adds the fields that cut titles can only mean; says what was understood, and what could not be. */
export function mapCutTitles(
  kind: ImportKind,
  { columns, cut, rows }: CutTable,
  known: Mapping,
  unused: ReadonlySet<number>,
): { mapping: Mapping; warnings: Warning[] } {
  const mapping = new Map<string, MappedField>(known);
  const taken = new Set([...known.values()].map(({ column }) => column).concat(...unused));
  const understood: string[] = [];
  const unclear: string[] = [];
  for (const column of [...cut].filter((one) => !taken.has(one))) {
    const title = foldTitle(columns[column] ?? '');
    if (title === '') continue;
    const begun = fieldsOf(kind)
      .filter(({ name }) => !mapping.has(name))
      .flatMap((field) =>
        field.words
          .filter((word) => !word.startsWith('*') && word.startsWith(title))
          .map((word) => ({ field, word })),
      );
    if (begun.length === 0) continue;
    const name = begun.find(({ field }) => field.name === 'name');
    const field =
      onlyOne(begun) ?? (name !== undefined && looksLikeNames(rows, column) ? name.field : null);
    if (field === null || !isInformative(title)) {
      unclear.push(`${columns[column] ?? ''}…`);
      continue;
    }
    mapping.set(field.name, { field, column, by: 'title' });
    taken.add(column);
    understood.push(`${columns[column] ?? ''}… = ${field.name}`);
  }
  const warnings: Warning[] = [];
  if (understood.length > 0)
    warnings.push({ code: 'titles_cut', params: { pairs: understood.join('、') } });
  if (unclear.length > 0)
    warnings.push({ code: 'titles_cut_unclear', params: { columns: unclear.join('、') } });
  return { mapping, warnings };
}
