/**
 * Colours of kinds and levels, by day and by night. The four level colours (突发事件应对法: red, orange, yellow, blue)
 * belong to levels alone, so no kind and no decoration comes near them; every kind also shows by its shape and letter.
 */
import type { Level } from '../model/index.ts';
import type { SymbolKind, SymbolMark } from './symbol-state.ts';

export interface Ink {
  /** Body of the symbol. */
  fill: string;
  /** Letter or numeral on the body; at least 4.5 : 1 against it. */
  onFill: string;
}
export interface DayNight<T> {
  day: T;
  night: T;
}

export const LEVEL_INKS: Readonly<Record<Level, DayNight<Ink>>> = {
  1: { day: { fill: '#c8102e', onFill: '#ffffff' }, night: { fill: '#ff5a63', onFill: '#1a0507' } },
  2: { day: { fill: '#f28c1b', onFill: '#231202' }, night: { fill: '#ff9e3d', onFill: '#231202' } },
  3: { day: { fill: '#f5cf1a', onFill: '#221c00' }, night: { fill: '#ffdc3a', onFill: '#221c00' } },
  4: { day: { fill: '#1f6fd6', onFill: '#ffffff' }, night: { fill: '#5aa2ff', onFill: '#04121f' } },
};

export const KIND_INKS: Readonly<Record<SymbolKind, DayNight<Ink>>> = {
  hazard: {
    day: { fill: '#86307c', onFill: '#ffffff' },
    night: { fill: '#dd9ad6', onFill: '#1e0a1c' },
  },
  shelter: {
    day: { fill: '#2c7538', onFill: '#ffffff' },
    night: { fill: '#86cf8f', onFill: '#071a0a' },
  },
  depot: {
    day: { fill: '#63564a', onFill: '#ffffff' },
    night: { fill: '#cbbdae', onFill: '#17110b' },
  },
  team: {
    day: { fill: '#0b666c', onFill: '#ffffff' },
    night: { fill: '#68c9cd', onFill: '#03191b' },
  },
  evacuation_route: {
    day: { fill: '#2c7538', onFill: '#ffffff' },
    night: { fill: '#86cf8f', onFill: '#071a0a' },
  },
  settlement: {
    day: { fill: '#59636d', onFill: '#ffffff' },
    night: { fill: '#a9b3bd', onFill: '#10151a' },
  },
  incident: {
    day: { fill: '#1d2730', onFill: '#ffffff' },
    night: { fill: '#e8edf2', onFill: '#10151a' },
  },
  closure: {
    day: { fill: '#353c43', onFill: '#ffffff' },
    night: { fill: '#d5dbe1', onFill: '#10151a' },
  },
};

/** What lies behind a symbol: its halo, and the inside of a hollow one. */
export const PAPER: DayNight<string> = { day: '#ffffff', night: '#11161b' };

/** The ink of a symbol: grey for what is of no use now; an incident's or hazard's level rules where there is one to show. */
export function inkOf(
  kind: SymbolKind,
  level: Level | null,
  marks: readonly SymbolMark[] = [],
): DayNight<Ink> {
  if (marks.includes('unusable')) return KIND_INKS.settlement;
  return kind === 'incident' && level !== null ? LEVEL_INKS[level] : KIND_INKS[kind];
}
