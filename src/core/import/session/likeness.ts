/** New rows that may be a stored record under another key: the same name at nearly the same place. */
import { greatCircle } from '../../geo/distance.ts';
import type { LngLat, Meters } from '../../model/index.ts';
import { foldTitle } from '../../text/fold.ts';
import type { VersionedItem } from '../difference/stored-item.ts';

/** Places of the same name nearer than this are taken for one place written twice. */
const ALIKE_WITHIN: Meters = 300;

export interface Like {
  item: VersionedItem;
  /** null: one of the two has no place. */
  meters: Meters | null;
}

/** Finds, for a new row, the stored record it resembles most. */
export class LikenessIndex {
  private readonly byName = new Map<string, VersionedItem[]>();

  /** @param items stored records that no row of the file is about already */
  constructor(items: Iterable<VersionedItem>) {
    for (const item of items) {
      const name = foldTitle(item.name ?? '');
      if (name === '') continue;
      const group = this.byName.get(name);
      if (group === undefined) this.byName.set(name, [item]);
      else group.push(item);
    }
  }

  find(name: string, place: LngLat | null): Like | null {
    let best: Like | null = null;
    for (const item of this.byName.get(foldTitle(name)) ?? []) {
      const meters = place === null || item.place === null ? null : greatCircle(place, item.place);
      if (meters !== null && meters > ALIKE_WITHIN) continue;
      if (best === null || (meters ?? ALIKE_WITHIN) < (best.meters ?? ALIKE_WITHIN))
        best = { item, meters };
    }
    return best;
  }
}
