/**
 * Turn restrictions (OSM wiki "Relation:restriction"): no_* and only_* with a node as via, `except=`, and the forms for
 * one kind of vehicle (`restriction:hgv`). Those that hold at some hours only are left out and counted.
 */
import type { TravelMode } from '../../types.ts';
import type { Member, Tags } from '../elements.ts';
import type { NamedTurn } from '../turn-angle.ts';

export interface OsmRestriction {
  kind: 'no' | 'only';
  /** Ways; several for no_entry and no_exit. */
  from: number[];
  to: number[];
  via: number;
  modes: TravelMode[];
  /** The turn it is about: `back` = a U-turn; null = entry and exit, which name none. */
  turn: NamedTurn | null;
}

/** Why a restriction could not be used. */
type RestrictionFault = 'conditional' | 'via_way' | 'unreadable';

const KINDS = /^(no|only)_(left_turn|right_turn|straight_on|u_turn|entry|exit)$/;

const TURNS: Readonly<Record<string, NamedTurn>> = {
  left_turn: 'left',
  right_turn: 'right',
  straight_on: 'straight',
  u_turn: 'back',
};

/** Names of vehicles in `except=` and after `restriction:`, by who of ours they are. */
const VEHICLES: Readonly<Record<string, readonly TravelMode[]>> = {
  emergency: ['car'],
  motorcar: ['car'],
  motor_vehicle: ['car', 'truck'],
  vehicle: ['car', 'truck'],
  hgv: ['truck'],
  goods: ['truck'],
  foot: ['foot'],
};

/** Whether a relation is one: `type=restriction`, or the older `type=restriction:hgv`. */
export const isRestriction = (tags: Tags): boolean =>
  /^restriction(:\w+)?$/.test(tags.get('type') ?? '');

/** What a relation says; null where it does not concern anybody here (a ban for buses, a rule at a red light). */
export function readRestriction(
  tags: Tags,
  members: readonly Member[],
): OsmRestriction | RestrictionFault | null {
  const found = statementOf(tags);
  if (found === null) {
    const timed = [...tags.keys()].some((key) => /^restriction.*:conditional$/.test(key));
    return timed ? 'conditional' : null;
  }
  if (tags.has('day_on') || tags.has('hour_on')) return 'conditional';
  const [, kind, turn = ''] = KINDS.exec(found.value) ?? [];
  if (kind === undefined) return /_on_red$/.test(found.value) ? null : 'unreadable';
  const excepted = new Set(
    (tags.get('except') ?? '').split(';').flatMap((name) => VEHICLES[name.trim()] ?? []),
  );
  const modes = found.modes.filter((mode) => !excepted.has(mode));
  if (modes.length === 0) return null;
  const ways = (role: string): number[] =>
    members.filter((member) => member.role === role && member.type === 'way').map(({ ref }) => ref);
  const via = members.filter(({ role }) => role === 'via');
  if (via.some(({ type }) => type === 'way')) return 'via_way';
  const [from, to] = [ways('from'), ways('to')];
  const [node] = via;
  if (
    node === undefined ||
    via.length > 1 ||
    node.type !== 'node' ||
    from.length === 0 ||
    to.length === 0
  )
    return 'unreadable';
  return {
    kind: kind === 'no' ? 'no' : 'only',
    from,
    to,
    via: node.ref,
    modes,
    turn: TURNS[turn] ?? null,
  };
}

/** The value that binds somebody of ours, and whom. The plain key binds vehicles, never people on foot. */
function statementOf(tags: Tags): { value: string; modes: readonly TravelMode[] } | null {
  const plain = tags.get('restriction');
  const older = /^restriction:(\w+)$/.exec(tags.get('type') ?? '')?.[1];
  if (plain !== undefined)
    return { value: plain, modes: older === undefined ? ['car', 'truck'] : vehiclesOf(older) };
  for (const [key, value] of tags) {
    const vehicle = /^restriction:(\w+)$/.exec(key)?.[1];
    if (vehicle !== undefined && vehicle !== 'conditional' && vehiclesOf(vehicle).length > 0)
      return { value, modes: vehiclesOf(vehicle) };
  }
  return null;
}

const vehiclesOf = (name: string): readonly TravelMode[] => VEHICLES[name] ?? [];
