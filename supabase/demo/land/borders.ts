/**
 * The county and its townships as areas that tile exactly: every border is one chain of points used by both sides.
 * A cell belongs to the township whose seat it is easiest to walk to, so that borders follow ridges and the river.
 */
import { cornersCut, thinned } from '../geometry/lines.ts';
import { hills } from '../geometry/noise.ts';
import { between, distanceBetween } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { Heap } from '../geometry/heap.ts';
import { hexagons } from './hexagons.ts';
import type { Cell, Hexagons } from './hexagons.ts';
import { townships } from './places.ts';
import { mainRiver } from './rivers.ts';
import { heightAt } from './terrain.ts';

const OUTSIDE = -1;
/** How often borders are smoothed: enough that no hexagon shows. */
const SOFTENING = 9;

/** The county's rough outline: an ellipse bent by noise. */
function isCounty([east, north]: PlanePoint): boolean {
  const turn = Math.atan2(north, east);
  const bend = hills(Math.cos(turn) * 9000 + 40_000, Math.sin(turn) * 9000, 7400, 63, 4);
  return Math.hypot(east / 24_000, north / 19_600) < 0.4 + 1.12 * bend;
}

/** The township (its place in `townships`) of every cell; OUTSIDE beyond the county. */
function allotted({ cells }: Hexagons): Map<string, number> {
  const list = [...cells.values()].filter(({ middle }) => isCounty(middle));
  const index = new Map(list.map((cell, i) => [cell.key, i]));
  const north = list.map(({ middle }) => {
    const { distance, along } = mainRiver.nearest(middle);
    const [a, b] = [mainRiver.at(along - 50), mainRiver.at(along + 50)];
    const side = (b[0] - a[0]) * (middle[1] - a[1]) - (b[1] - a[1]) * (middle[0] - a[0]);
    return { side: Math.sign(side), distance };
  });
  const owner = new Int32Array(list.length).fill(OUTSIDE);
  const cost = new Float64Array(list.length).fill(Infinity);
  const queue = new Heap();
  townships.forEach(({ seat }, t) => {
    let nearest = 0;
    list.forEach((cell, i) => {
      if (
        distanceBetween(cell.middle, seat) < distanceBetween((list[nearest] as Cell).middle, seat)
      )
        nearest = i;
    });
    owner[nearest] = t;
    cost[nearest] = t === 0 ? -2500 : 0;
    queue.push(nearest, cost[nearest] ?? 0);
  });
  for (let top = queue.pop(); top; top = queue.pop()) {
    const cell = list[top.item] as Cell;
    if (top.priority > (cost[top.item] ?? 0)) continue;
    for (const key of cell.neighbours) {
      const to = index.get(key);
      if (to === undefined) continue;
      const other = list[to] as Cell;
      const climb = Math.max(0, heightAt(other.middle) - heightAt(cell.middle));
      const ford =
        north[top.item]?.side !== north[to]?.side && (north[to]?.distance ?? Infinity) < 900
          ? 2600
          : 0;
      const reached = top.priority + distanceBetween(cell.middle, other.middle) + climb * 9 + ford;
      if (reached < (cost[to] ?? 0)) {
        cost[to] = reached;
        owner[to] = owner[top.item] ?? OUTSIDE;
        queue.push(to, reached);
      }
    }
  }
  return new Map(list.map((cell, i) => [cell.key, owner[i] ?? OUTSIDE]));
}

interface Chain {
  left: number;
  right: number;
  points: PlanePoint[];
  from: string;
  to: string;
}

/** Border corners pulled towards their neighbours along the borders, meetings of three owners too. */
function softened(
  corners: ReadonlyMap<string, PlanePoint>,
  leaving: ReadonlyMap<string, readonly { to: string }[]>,
): Map<string, PlanePoint> {
  const next = new Map<string, string[]>();
  const join = (a: string, b: string): unknown =>
    next.set(a, [...new Set([...(next.get(a) ?? []), b])]);
  for (const [from, edges] of leaving)
    for (const { to } of edges) {
      join(from, to);
      join(to, from);
    }
  let soft = new Map([...next.keys()].map((key) => [key, corners.get(key) as PlanePoint]));
  for (let round = 0; round < SOFTENING; round += 1) {
    const before = soft;
    soft = new Map(
      [...before].map(([key, point]) => {
        const around = (next.get(key) ?? []).map((other) => before.get(other) as PlanePoint);
        const middle: PlanePoint = [
          around.reduce((sum, [east]) => sum + east, 0) / around.length,
          around.reduce((sum, [, north]) => sum + north, 0) / around.length,
        ];
        return [key, between(point, middle, 0.5)];
      }),
    );
  }
  return soft;
}

/** Borders wander: every point is moved by smooth noise that depends on its place alone, so neighbours stay neighbours. */
function roughened([east, north]: PlanePoint): PlanePoint {
  const sway = (salt: number): number =>
    1150 * (hills(east, north, 3400, salt, 2) - 0.5) +
    380 * (hills(east, north, 1100, salt + 4, 2) - 0.5);
  return [east + sway(64), north + sway(66)];
}

/** Every border between two owners, as chains from one meeting of three owners to the next. */
function chainsOf(net: Hexagons, owners: ReadonlyMap<string, number>): Chain[] {
  const ownerOf = (key: string): number => owners.get(key) ?? OUTSIDE;
  const leaving = new Map<string, { to: string; left: number; right: number }[]>();
  for (const cell of net.cells.values()) {
    const left = ownerOf(cell.key);
    cell.corners.forEach((from, i) => {
      const right = ownerOf(cell.neighbours[i] ?? '');
      if (left === right) return;
      const list = leaving.get(from) ?? [];
      list.push({ to: cell.corners[(i + 1) % 6] ?? '', left, right });
      leaving.set(from, list);
    });
  }
  const isMeeting = (corner: string): boolean => (leaving.get(corner)?.length ?? 0) > 1;
  const corners = softened(net.corners, leaving);
  const chains: Chain[] = [];
  for (const [from, edges] of leaving) {
    if (!isMeeting(from)) continue;
    for (const first of edges) {
      if (first.left < first.right) continue;
      const keys = [from, first.to];
      for (let at = first.to; !isMeeting(at);) {
        const on = leaving
          .get(at)
          ?.find((edge) => edge.left === first.left && edge.right === first.right);
        if (!on) throw new Error('a border ends nowhere');
        keys.push(on.to);
        at = on.to;
      }
      const raw = keys.map((key) => corners.get(key) as PlanePoint);
      const points = thinned(cornersCut(cornersCut(raw)).map(roughened), 12);
      chains.push({ left: first.left, right: first.right, points, from, to: keys.at(-1) ?? '' });
    }
  }
  return chains;
}

/** The ring (given open, counter-clockwise) of all chains that `isOwn` has on exactly one side. */
function ringOf(chains: readonly Chain[], isOwn: (owner: number) => boolean): PlanePoint[] {
  const around = chains
    .filter(({ left, right }) => isOwn(left) !== isOwn(right))
    .map((chain) =>
      isOwn(chain.left)
        ? chain
        : { ...chain, from: chain.to, to: chain.from, points: [...chain.points].reverse() },
    );
  const byStart = new Map(around.map((chain) => [chain.from, chain]));
  const ring: PlanePoint[] = [];
  const [first] = around;
  let used = 0;
  for (let chain = first; chain && (used === 0 || chain !== first); chain = byStart.get(chain.to)) {
    ring.push(...chain.points.slice(0, -1));
    used += 1;
  }
  if (used !== around.length) throw new Error('an area is in pieces');
  return ring;
}

export interface Borders {
  county: PlanePoint[];
  /** One ring per entry of `townships`. */
  townships: PlanePoint[][];
}

export function borders(): Borders {
  const net = hexagons(29_000, 23_500);
  const chains = chainsOf(net, allotted(net));
  return {
    county: ringOf(chains, (owner) => owner !== OUTSIDE),
    townships: townships.map((_, t) => ringOf(chains, (owner) => owner === t)),
  };
}
