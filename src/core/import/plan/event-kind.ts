/** What kind of event a row is about: stated, or inferred from what the file as a whole says. */
import { classOf } from '../../model/index.ts';
import type { EventClass, EventKind } from '../../model/index.ts';
import {
  eventKindInName,
  otherKindOf,
  readEventClass,
  readEventKind,
} from '../values/event-words.ts';
import type { RowReader } from './row-reader.ts';

interface InferredKind {
  kind: EventKind;
  /** The text that says so. */
  from: string;
}

/**
 * The kind that a file's name, its layer name or nearly all of its rows' names speak of; null when nothing safe does.
 */
export function inferKind(
  fileTexts: readonly string[],
  rowTexts: readonly string[],
): InferredKind | null {
  for (const text of fileTexts) {
    const kind = eventKindInName(text.replace(/[_.-]+/g, ' '));
    if (kind !== null) return { kind, from: text };
  }
  const counts = new Map<EventKind, number>();
  for (const text of rowTexts) {
    const kind = eventKindInName(text);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < rowTexts.length * 0.9) return null;
  return { kind: best[0], from: rowTexts.find((text) => eventKindInName(text) === best[0]) ?? '' };
}

/** Class and kind of a row; null when neither the row nor the file says. */
export function eventOf(
  reader: RowReader,
  inferred: EventKind | null,
): { class: EventClass; kind: EventKind } | null {
  const stated = reader.field('kind')?.read(readEventKind) ?? null;
  const statedClass = reader.field('class')?.read(readEventClass) ?? null;
  if (stated !== null) return { class: classOf(stated), kind: stated };
  if (inferred !== null && (statedClass === null || classOf(inferred) === statedClass))
    return { class: classOf(inferred), kind: inferred };
  return statedClass === null ? null : { class: statedClass, kind: otherKindOf(statedClass) };
}
