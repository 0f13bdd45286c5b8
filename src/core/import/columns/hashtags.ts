/**
 * Hashtags of the Humanitarian Exchange Language (HXL 1.1) as titles: a tag and attributes, in any order. Those that say
 * in which language or in which edition of a list a column is written say nothing of what it holds.
 */
const HASHTAG = /^\s*(#[a-z][a-z0-9_]*)((?:\s*\+\s*[a-z][a-z0-9_]*)+)\s*$/i;

/** `+zh`, `+i_zh` (languages, ISO 639-1; `+id` is an identifier), `+v2`, `+v_pcode`, `+v_2024` (vocabularies, editions). */
const SAYS_NOTHING = /^(?:(?!id$)[a-z]{2}|i_[a-z]{2,3}|v_?\d[a-z0-9_]*|v_[a-z0-9_]+)$/i;
/** In the order in which our titles have them; others come behind, as `+children`, which is not everybody. */
const KNOWN = ['name', 'code', 'lat', 'lon', 'phone'];

/** A hashtag without what tells us nothing; any other title as it is. */
export function plainHashtag(title: string): string {
  const [, tag, rest = ''] = HASHTAG.exec(title) ?? [];
  if (tag === undefined) return title;
  const attributes = rest
    .split('+')
    .map((attribute) => attribute.trim().toLowerCase())
    .filter((attribute) => attribute !== '' && !SAYS_NOTHING.test(attribute));
  const rank = (attribute: string): number =>
    KNOWN.includes(attribute) ? KNOWN.indexOf(attribute) : KNOWN.length;
  return [tag, ...attributes.sort((a, b) => rank(a) - rank(b))].join('+');
}
