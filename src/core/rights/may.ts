/**
 * The one answer to "may I": which role may do what. The database decides; a screen asks here so that it promises no
 * more than will be kept. What a role may change in one record, column by column, is in records.ts.
 */
import type { RectificationStepName, Role } from '../model/index.ts';
import { WHO_MAY } from './abilities.ts';
import type { Ability } from './abilities.ts';

/** Asked for by single screens; they are not listed for people, because they go with abilities that are. */
const FINER = {
  /** Make and correct whom to call. */
  writeContacts: ['admin', 'commander', 'planner'],
  /** Bring in what the base map draws. */
  baseMap: ['admin', 'planner'],
  /** Make and change districts. */
  districts: ['admin'],
  /** Bring in, use and remove road networks. */
  roads: ['admin'],
  /** Say that a hazard is mended for good: the decision of the office. */
  closeHazard: ['admin', 'planner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Deed = Ability | keyof typeof FINER;

const WHO: Readonly<Record<Deed, readonly Role[]>> = { ...WHO_MAY, ...FINER };

/** Whether a role may do something, in the own district and in all below it. Nobody (`null`) may do anything. */
export const may = (role: Role | null, deed: Deed): boolean =>
  role !== null && WHO[deed].includes(role);

/** Everybody who works on site records what was done about a hazard; to close it is the office's decision. */
export const mayTakeStep = (role: Role | null, step: RectificationStepName): boolean =>
  may(role, step === 'close' ? 'closeHazard' : 'record');
