/** What is kept of a file's barriers while it goes by, and their lines once all nodes are known. */
import { greatCircle } from '../../geo/distance.ts';
import type { LngLat, Meters } from '../../model/index.ts';
import type { BarrierInput, GroundBarrier } from '../barriers/kinds.ts';
import type { Member, Tags } from './elements.ts';
import type { NodeStore } from './node-store.ts';
import { groundBarrierOf, isOpening, isSurface } from './tags/ground-barriers.ts';

/** A gate, a crossing or a road through a wall opens it so far to both sides. Product default: half a wide gate. */
const OPEN_TO_SIDE: Meters = 3;

interface KeptBarrier {
  kind: GroundBarrier;
  /** Node ids of each of its lines. */
  lines: (readonly number[])[];
  /** It surrounds something, if its rings are all there and closed. */
  isSurface: boolean;
}

export class GatheredBarriers {
  private readonly ways: KeptBarrier[] = [];
  private readonly relations: { kind: GroundBarrier; ways: number[]; isSurface: boolean }[] = [];
  /** Way id → its nodes, for relations, which come after the ways. */
  private readonly members = new Map<number, readonly number[]>();
  private readonly openings = new Set<number>();

  node(id: number, tags: Tags): void {
    if (isOpening(tags)) this.openings.add(id);
  }

  way(id: number, refs: readonly number[], tags: Tags): void {
    // Houses are most of a file, and no shore.
    if (tags.has('building')) return;
    this.members.set(id, refs);
    const kind = groundBarrierOf(tags);
    if (kind !== null) this.ways.push({ kind, lines: [refs], isSurface: isSurface(tags) });
  }

  relation(members: readonly Member[], tags: Tags): void {
    if (tags.get('type') !== 'multipolygon') return;
    const kind = groundBarrierOf(tags);
    const ways = members.flatMap(({ type, ref }) => (type === 'way' ? [ref] : []));
    if (kind !== null) this.relations.push({ kind, ways, isSurface: isSurface(tags) });
  }

  /** @param roads node ids of roads on the ground, way by way: where one goes through a wall, so does whoever walks */
  lay(nodes: NodeStore, roads: Iterable<readonly number[]>): BarrierInput[] {
    const all = [...this.ways, ...this.relations.map((relation) => this.ofRelation(relation))];
    this.openWhereRoadsPass(all, roads);
    return all.flatMap((one): BarrierInput[] => {
      const places = one.lines.map((refs) => runsOf(refs, nodes));
      const isWhole = places.every(
        (runs, i) => runs.length === 1 && runs[0]!.ids.length === one.lines[i]!.length,
      );
      const isArea = one.isSurface && isWhole && areRings(one.lines);
      const runs = places.flat().filter(({ ids }) => ids.length > 1);
      const lines =
        one.kind === 'water'
          ? runs.map(({ line }) => line)
          : runs.flatMap((run) => openedLines(run, this.openings));
      return lines.length === 0 ? [] : [{ kind: one.kind, lines, isArea }];
    });
  }

  private ofRelation({
    kind,
    ways,
    isSurface: surface,
  }: GatheredBarriers['relations'][number]): KeptBarrier {
    const lines = ways.map((way) => this.members.get(way));
    return {
      kind,
      lines: lines.filter((line) => line !== undefined),
      isSurface: surface && lines.every((line) => line !== undefined),
    };
  }

  private openWhereRoadsPass(
    all: readonly KeptBarrier[],
    roads: Iterable<readonly number[]>,
  ): void {
    const own = new Set(all.flatMap(({ kind, lines }) => (kind === 'water' ? [] : lines.flat())));
    for (const refs of roads) for (const id of refs) if (own.has(id)) this.openings.add(id);
  }
}

interface Run {
  ids: number[];
  line: LngLat[];
}

/** Parts of a way without gaps: an extract may have left nodes out at its border. */
function runsOf(refs: readonly number[], nodes: NodeStore): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const id of refs) {
    const index = nodes.indexOf(id);
    if (index < 0) {
      run = null;
      continue;
    }
    if (run === null) runs.push((run = { ids: [], line: [] }));
    run.ids.push(id);
    run.line.push(nodes.place(index));
  }
  return runs;
}

/** Whether lines join to rings: every end meets another one. */
function areRings(lines: readonly (readonly number[])[]): boolean {
  const odd = new Set<number>();
  for (const refs of lines)
    for (const end of [refs[0], refs.at(-1)])
      if (end !== undefined && !odd.delete(end)) odd.add(end);
  return lines.length > 0 && odd.size === 0;
}

/** A line without what is open around its openings. */
function openedLines({ ids, line }: Run, openings: ReadonlySet<number>): LngLat[][] {
  const parts: LngLat[][] = [];
  let from = 0;
  for (let i = 0; i <= line.length - 1; i++) {
    const isLast = i === line.length - 1;
    if (!isLast && (i === 0 || !openings.has(ids[i]!))) continue;
    let part: LngLat[] | null = line.slice(from, i + 1);
    if (openings.has(ids[from]!)) part = shortened(part);
    if (part !== null && openings.has(ids[i]!)) part = shortened(part.reverse())?.reverse() ?? null;
    if (part !== null) parts.push(part);
    from = i;
  }
  return parts;
}

/** A line without its first metres; null = nothing is left. */
function shortened(line: readonly LngLat[]): LngLat[] | null {
  let left = OPEN_TO_SIDE;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const step = greatCircle(a, b);
    if (step > left) {
      const share = left / step;
      return [[a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], ...line.slice(i)];
    }
    left -= step;
  }
  return null;
}
