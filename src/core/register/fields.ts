/** Which columns a person fills in, in the order of the form, and which a table shows: as the kinds are described. */
import { FORM_GROUPS, KINDS } from '../kinds/index.ts';
import type { FormGroup } from '../kinds/index.ts';
import { columnNameOf } from '../model/index.ts';
import { REGISTER_KINDS } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';

export { FORM_GROUPS };

type OfKind<Value> = Readonly<Record<RegisterKind, Value>>;

/** Made once, because what is drawn from a list compares it by identity. */
function ofEachKind<Value>(make: (kind: RegisterKind) => Value): OfKind<Value> {
  const made: Partial<Record<RegisterKind, Value>> = {};
  for (const kind of REGISTER_KINDS) made[kind] = make(kind);
  return made as OfKind<Value>;
}

const named = (fields: readonly string[]): readonly string[] => fields.map(columnNameOf);

export const FORM_FIELDS: OfKind<Readonly<Record<FormGroup, readonly string[]>>> = ofEachKind(
  (kind) => {
    const { facts, place, origin } = KINDS[kind].form;
    return { facts: named(facts), place: named(place), origin: named(origin) };
  },
);

/** Said when a record is made; afterwards other acts change it, never an edit. */
export const SAID_ONCE: OfKind<readonly string[]> = ofEachKind((kind) =>
  named(KINDS[kind].saidOnce ?? []),
);

/** Every column of a kind that a person fills in. */
export const formColumns = (kind: RegisterKind): readonly string[] =>
  FORM_GROUPS.flatMap((group) => FORM_FIELDS[kind][group]);

/** Every column a table can show: the last are what the computer keeps or sums up, and are only read. */
export const tableColumns = (kind: RegisterKind): readonly string[] => [
  ...formColumns(kind),
  ...named(KINDS[kind].kept ?? ['verifiedAt', 'updatedAt']),
];

/** What a table shows until somebody chooses. */
export const FIRST_COLUMNS: OfKind<readonly string[]> = ofEachKind((kind) =>
  named(KINDS[kind].table),
);
