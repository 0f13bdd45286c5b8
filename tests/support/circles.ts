/** Circles in a graph of names: every group of names that can reach each other. */

/** @param arrows from → to; null and arrows to oneself count for nothing */
export function circlesBetween(
  arrows: Iterable<readonly [from: string | null, to: string | null]>,
): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) {
    if (from === null || to === null || from === to) continue;
    const targets = next.get(from) ?? new Set<string>();
    next.set(from, targets.add(to));
  }
  const reachable = new Map([...next.keys()].map((name) => [name, reachedFrom(name, next)]));
  const reaches = (from: string, to: string): boolean => reachable.get(from)?.has(to) === true;
  const inCircles = [...next.keys()].filter((name) => reaches(name, name)).sort();
  const groups = inCircles.map((name) =>
    inCircles.filter((other) => reaches(name, other) && reaches(other, name)),
  );
  // Every member of a circle finds the same group; the first one stands for it.
  return groups.filter(([first], index) => first === inCircles[index]);
}

function reachedFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(next.get(start) ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(next.get(name) ?? []));
  }
  return reached;
}
