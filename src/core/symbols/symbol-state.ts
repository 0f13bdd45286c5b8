/** What a symbol says beside its kind. Pure words, shared by the map's images and the panels' inline pictures. */

export const SYMBOL_KINDS = [
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'settlement',
  'incident',
  'closure',
] as const;
export type SymbolKind = (typeof SYMBOL_KINDS)[number];

/**
 * - `plain`: as usual (team ready, shelter on standby, route passable, hazard identified)
 * - `ringed`: in use or being worked on (team deployed, shelter open, hazard being rectified): a ring around the body
 * - `hollow`: over (hazard closed, incident closed, closure not yet in force): outline only
 * - `barred`: a recorded negative (team off duty, shelter closed, route blocked): outline with a bar across
 * - `unknown`: nobody knows: the body is hatched
 */
export const SYMBOL_STATES = ['plain', 'ringed', 'hollow', 'barred', 'unknown'] as const;
export type SymbolState = (typeof SYMBOL_STATES)[number];

/** `fresh` within the district's limit; `old` beyond it (drawn faded); `undated`: nobody recorded when (dashed edge). */
export type SymbolAge = 'fresh' | 'old' | 'undated';

/**
 * Small badges and a ring beside the body, in this order:
 * - `unusable`: a shelter that is none now (in an active area, unsuitable, cut off): the symbol turns grey beside the badge
 * - `disputed`: somebody says that it is not true
 * - `overdue`: a hazard whose rectification is past its deadline (a round ring)
 * - `expired`, `low`, `expiring`: the most pressing state of a depot's stock
 */
export const SYMBOL_MARKS = [
  'unusable',
  'disputed',
  'overdue',
  'expired',
  'low',
  'expiring',
] as const;
export type SymbolMark = (typeof SYMBOL_MARKS)[number];
