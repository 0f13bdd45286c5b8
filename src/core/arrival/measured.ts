/** Times by road with what only the routes themselves tell. */
import type { ByRoad } from '../ranking/types.ts';
import type { Route } from './asked.ts';

/** By id: each time whose route is known gets its length, the areas it goes through and what is to be said about its roads. */
export function measured(
  times: ReadonlyMap<string, ByRoad>,
  routes: ReadonlyMap<string, Route>,
): ReadonlyMap<string, ByRoad> {
  const all = new Map(times);
  for (const [id, { meters, through, remarks = [] }] of routes) {
    const time = all.get(id);
    if (time?.tag !== 'reached') continue;
    const said = [...(time.remarks ?? []), ...remarks];
    all.set(id, {
      ...time,
      meters,
      through: through ?? [],
      ...(said.length === 0 ? {} : { remarks: said }),
    });
  }
  return all;
}
