/** Accounts, their sessions and the audit, as an admin asked for them; nothing here travels with the records. */
import { create } from 'zustand';
import type { DistrictUse } from '../core/districts/use.ts';
import type {
  Account,
  AccountSession,
  AuditAction,
  AuditEvent,
  ThresholdKey,
} from '../core/model/index.ts';
import type { Fetched } from './upkeep.ts';

export const PEOPLE_VIEWS = ['accounts', 'districts', 'thresholds', 'audit', 'me'] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];

export interface PeopleState {
  view: PeopleView;
  /** Thresholds: of which district (null = one's own), and the one that is open. */
  thresholds: { districtCode: string | null; key: ThresholdKey | null };
  accounts: Fetched<readonly Account[]>;
  /** The account that is open; `new` = one that is being made. */
  open: { tag: 'none' } | { tag: 'new' } | { tag: 'account'; userId: string };
  /** Sessions of the account that is open, or of oneself. */
  sessions: Fetched<readonly AccountSession[]> & { userId: string | null };
  audit: Fetched<readonly AuditEvent[]> & { action: AuditAction | null; more: boolean };
  /** By code: what belongs to each district. */
  districtUse: Fetched<ReadonlyMap<string, DistrictUse>>;
  /** Whether the retired districts are shown instead of the current ones. */
  retiredDistricts: boolean;
}

const initialPeople: PeopleState = {
  view: 'accounts',
  thresholds: { districtCode: null, key: null },
  accounts: { status: 'loading', value: null },
  open: { tag: 'none' },
  sessions: { status: 'loading', value: null, userId: null },
  audit: { status: 'loading', value: null, action: null, more: false },
  districtUse: { status: 'loading', value: null },
  retiredDistricts: false,
};

export const usePeople = create<PeopleState>(() => initialPeople);

/** Forget everything (another person at this computer). */
export const clearPeople = (): void => usePeople.setState(initialPeople);
