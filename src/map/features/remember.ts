/** Same input, same reference out: what the map need not draw again it is not given again. */
export function remember<Args extends readonly unknown[], Out>(
  make: (...args: Args) => Out,
): (...args: Args) => Out {
  let last: { args: Args; out: Out } | null = null;
  return (...args) => {
    const before = last;
    if (
      before !== null &&
      args.length === before.args.length &&
      args.every((arg, i) => arg === before.args[i])
    ) {
      return before.out;
    }
    const out = make(...args);
    last = { args, out };
    return out;
  };
}

/** The same for an answer that a clock can end: made again at the first call at or after `holdsUntil`. */
export function rememberUntil<Args extends readonly unknown[], Out extends { holdsUntil: number }>(
  make: (now: number, ...args: Args) => Out,
): (now: number, ...args: Args) => Out {
  let holdsUntil = -Infinity;
  let made = -Infinity;
  let last: { args: Args; out: Out } | null = null;
  return (now, ...args) => {
    const before = last;
    const same = before !== null && args.every((arg, i) => arg === before.args[i]);
    if (same && now >= made && now < holdsUntil) return before.out;
    const out = make(now, ...args);
    last = { args, out };
    made = now;
    holdsUntil = out.holdsUntil;
    return out;
  };
}
