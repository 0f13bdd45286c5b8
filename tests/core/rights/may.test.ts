/** The one answer to "may I". */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/core/model/index.ts';
import { may, mayTakeStep } from '../../../src/core/rights/may.ts';
import { mayChange, mayChangeColumn, mayCreate } from '../../../src/core/rights/records.ts';
import { REGISTER_KINDS } from '../../../src/core/schema/index.ts';

describe('whether a role may do something', () => {
  it('sees whom to call unless it is the viewer, and writes it unless it is on site', () => {
    expect(ROLES.filter((role) => may(role, 'contacts'))).toEqual([
      'admin',
      'commander',
      'planner',
      'field',
    ]);
    expect(ROLES.filter((role) => may(role, 'writeContacts'))).toEqual([
      'admin',
      'commander',
      'planner',
    ]);
  });

  it('is no for whoever has no role', () => {
    expect(may(null, 'read')).toBe(false);
    expect(mayTakeStep(null, 'found')).toBe(false);
    expect(REGISTER_KINDS.some((kind) => mayCreate(null, kind))).toBe(false);
    expect(REGISTER_KINDS.filter((kind) => mayChange(null, kind) !== 'none')).toEqual([]);
  });

  it('lets everybody on site take steps, the office alone close a hazard, and no viewer either', () => {
    expect(mayTakeStep('field', 'review')).toBe(true);
    expect(mayTakeStep('field', 'close')).toBe(false);
    expect(mayTakeStep('commander', 'close')).toBe(false);
    expect(mayTakeStep('planner', 'close')).toBe(true);
    expect(mayTakeStep('viewer', 'found')).toBe(false);
  });
});

describe('what a role may write, as the database’s policies say', () => {
  it('lets planners keep the register and commanders say what an operation changes', () => {
    expect([
      mayCreate('planner', 'shelter'),
      mayCreate('commander', 'shelter'),
      mayCreate('field', 'closure'),
    ]).toEqual([true, false, true]);
    expect(mayChangeColumn('commander', 'shelter', 'state')).toBe(true);
    expect(mayChangeColumn('commander', 'shelter', 'capacity')).toBe(false);
    expect(REGISTER_KINDS.some((kind) => mayChangeColumn('viewer', kind, 'note'))).toBe(false);
  });

  it('keeps what is said once from every later edit', () => {
    expect(mayChangeColumn('admin', 'district', 'code')).toBe(false);
    expect(mayChangeColumn('admin', 'district', 'name')).toBe(true);
  });
});
