/** Kinds of events and the classes they belong to. */
import { describe, expect, it } from 'vitest';
import {
  ALL_EVENT_KINDS,
  classOf,
  EVENT_CLASSES,
  EVENT_KINDS,
  isEventKind,
} from '../../../src/core/model/index.ts';

describe('kinds of events', () => {
  it('belong to the class that lists them, each to one', () => {
    for (const eventClass of EVENT_CLASSES)
      for (const kind of EVENT_KINDS[eventClass]) expect(classOf(kind)).toBe(eventClass);
    expect(new Set(ALL_EVENT_KINDS).size).toBe(ALL_EVENT_KINDS.length);
    expect(ALL_EVENT_KINDS).toHaveLength(Object.values(EVENT_KINDS).flat().length);
  });

  it('are told from any other value', () => {
    expect(ALL_EVENT_KINDS.every(isEventKind)).toBe(true);
    for (const other of ['', 'Flood', 'natural', 'toString', null, undefined, 4, ['flood']])
      expect(isEventKind(other)).toBe(false);
  });
});
