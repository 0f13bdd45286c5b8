/** What belongs to a district, as the database counts it (supabase: district_overview), and what keeps it in use. */
import { VERIFIED_KINDS } from '../model/index.ts';

/** Tables whose rows keep a district in use, in the order in which they are listed. */
export const DISTRICT_CONTENTS = [
  ...VERIFIED_KINDS,
  'incident',
  'closure',
  'road_network',
  'base_feature',
] as const;
type DistrictContent = (typeof DISTRICT_CONTENTS)[number];

export interface DistrictUse {
  /** Current rows by table; only what is there. */
  contents: Readonly<Partial<Record<DistrictContent, number>>>;
  accounts: number;
  /** Disabled accounts keep nothing in use. */
  disabled: number;
  /** Districts directly below. */
  below: number;
}

export const unused: DistrictUse = { contents: {}, accounts: 0, disabled: 0, below: 0 };

/** Records of people: what the base map draws and the roads are not counted among them. */
export const recordsIn = ({ contents }: DistrictUse): number =>
  DISTRICT_CONTENTS.reduce(
    (sum, kind) =>
      kind === 'base_feature' || kind === 'road_network' ? sum : sum + (contents[kind] ?? 0),
    0,
  );

/** Whether something keeps it in use, so that it cannot be retired. */
export const isInUse = ({ contents, accounts, below }: DistrictUse): boolean =>
  accounts + below > 0 || Object.values(contents).some((count) => count > 0);
