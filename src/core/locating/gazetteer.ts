/**
 * Names of places that an address may speak of. What is found is only where to look: nothing is placed by it, because a
 * name stands for many places, and a place for more than the spot that is meant.
 */
import type { LngLat } from '../model/index.ts';
import { fold } from '../text/folded-text.ts';

const GAZETTEER_KINDS = [
  'settlement',
  'shelter',
  'depot',
  'team',
  'hazard',
  'road',
  'place',
  'district',
] as const;
export type GazetteerKind = (typeof GAZETTEER_KINDS)[number];

export interface NamedPlace {
  kind: GazetteerKind;
  id: string;
  name: string;
  districtCode: string | null;
  /** WGS-84: the point itself, or a point on the line or in the area. */
  place: LngLat;
  /** Of a road or an area the point says only where to look. */
  isPoint: boolean;
}

export interface Suggestion extends NamedPlace {
  /** The words of the address that point there, as folded. */
  matched: string;
  /** All of the name stands in the address; otherwise they share a part. */
  whole: boolean;
}

interface Entry {
  named: NamedPlace;
  text: string;
  /** The name without the word for what it is: `大湾村委会` → `大湾`; null where too little is left. */
  root: string | null;
}

const ENDINGS =
  /(?:村民委员会|居民委员会|村委会|居委会|街道办事处|街道办|自然村|行政村|社区|街道|公路|大道|村|镇|乡|路|街|组|屯|寨|湾)$/u;
/** A shared part that is shorter says nothing: half of all names are `中心` something. */
const SHARED = 4;
const MOST = 6;

const rootOf = (text: string): string | null => {
  const root = text.replace(ENDINGS, '');
  return root.length >= 2 && root !== text ? root : null;
};

/** The longest run of characters that two texts share, at least `least` long; '' when there is none. */
function sharedPart(a: string, b: string, least: number): string {
  let [best, end] = [least - 1, -1];
  let before = new Uint16Array(b.length + 1);
  let now = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const run = unit === b.charCodeAt(j - 1) ? (before[j - 1] ?? 0) + 1 : 0;
      now[j] = run;
      if (run > best) [best, end] = [run, i];
    }
    [before, now] = [now, before];
  }
  return end < 0 ? '' : a.slice(end - best, end);
}

interface AddressOf {
  /** Of the record itself, which is not suggested to itself. */
  id: string;
  name: string;
  address: string | null;
  note: string | null;
  districtCode: string;
}

export class Gazetteer {
  private readonly entries: Entry[] = [];
  private readonly districtNames: string[];

  /** @param places named places; those of fewer than two letters name nothing */
  constructor(places: Iterable<NamedPlace>) {
    for (const named of places) {
      const { text } = fold(named.name);
      if (text.length >= 2) this.entries.push({ named, text, root: rootOf(text) });
    }
    this.districtNames = this.entries.flatMap(({ named, text }) =>
      named.kind === 'district' ? [text] : [],
    );
  }

  /**
   * Where an address points: names found whole come first, then the longer, those of the record's own district, points
   * before roads and roads before districts.
   */
  suggest(record: AddressOf): Suggestion[] {
    const said = [record.address, record.name, record.note].flatMap((text) =>
      text === null ? [] : [fold(text).text],
    );
    // The town stands in every address of the town: what two names share beyond it counts.
    const bare = said.map((text) =>
      this.districtNames.reduce((rest, name) => rest.replace(name, '\u0000'), text),
    );
    const found: { suggestion: Suggestion; rank: number }[] = [];
    for (const { named, text, root } of this.entries) {
      if (named.id === record.id) continue;
      const hit = this.hit(said, bare, text, root, named.kind);
      if (hit === null) continue;
      const near = named.districtCode === record.districtCode ? 1 : 0;
      const kind = (GAZETTEER_KINDS.length - GAZETTEER_KINDS.indexOf(named.kind)) / 10;
      const far = named.kind === 'district' ? 50 : 0;
      found.push({
        suggestion: { ...named, ...hit },
        rank: (hit.whole ? 20 : 0) + hit.matched.length * 2 + near + kind - far,
      });
    }
    return found
      .sort((a, b) => b.rank - a.rank || (a.suggestion.id < b.suggestion.id ? -1 : 1))
      .slice(0, MOST)
      .map(({ suggestion }) => suggestion);
  }

  private hit(
    said: readonly string[],
    bare: readonly string[],
    text: string,
    root: string | null,
    kind: GazetteerKind,
  ): { matched: string; whole: boolean } | null {
    if (said.some((one) => one.includes(text))) return { matched: text, whole: true };
    if (root !== null && said.some((one) => one.includes(root)))
      return { matched: root, whole: false };
    if (kind === 'district' || kind === 'road') return null;
    let best = '';
    for (const one of bare) {
      const shared = sharedPart(one, text, Math.max(SHARED, best.length + 1));
      if (shared.length > best.length && !shared.includes('\u0000')) best = shared;
    }
    return best === '' ? null : { matched: best, whole: false };
  }
}
