/**
 * Kinds of shelters and teams are the office's own words. Those that the importer writes itself, and those of national
 * standards, are one vocabulary: stored as one text, shown in the language of the person.
 */

/** What Japan designates a site for: to flee to at once (指定緊急避難場所), to stay (指定避難所), or both. */
export const DESIGNATED_KINDS = {
  flee: '指定紧急避难场所（立即避险）',
  stay: '指定避难所（安置居住）',
  both: '指定紧急避难场所（立即避险）兼指定避难所（安置居住）',
} as const;

const KNOWN_PLACE_KINDS = [
  'unclassified',
  'flee',
  'stay',
  'both',
  'emergency',
  'short_term',
  'long_term',
  'fixed',
  'central',
] as const;
type KnownPlaceKind = (typeof KNOWN_PLACE_KINDS)[number];

/** As files and the register write them. Emergency, fixed and central: GB 51143-2015; short- and long-term: GB/T 44012-2024. */
const WRITTEN: Readonly<Record<KnownPlaceKind, readonly string[]>> = {
  unclassified: ['未分类', '未分類', 'Unclassified'],
  flee: [
    DESIGNATED_KINDS.flee,
    '指定紧急避难场所',
    '指定緊急避難場所',
    'Designated emergency evacuation site',
  ],
  stay: [DESIGNATED_KINDS.stay, '指定避难所', '指定避難所', '指定一般避難所', 'Designated shelter'],
  both: [DESIGNATED_KINDS.both],
  emergency: ['紧急避难场所', '緊急避難場所'],
  short_term: ['短期避难场所'],
  long_term: ['长期避难场所'],
  fixed: ['固定避难场所'],
  central: ['中心避难场所'],
};

const KNOWN = new Map(
  KNOWN_PLACE_KINDS.flatMap((kind) =>
    WRITTEN[kind].map((text): [string, KnownPlaceKind] => [text, kind]),
  ),
);

/** The known kind that a stored text is, or null for words of the office's own. */
export const knownPlaceKind = (text: string): KnownPlaceKind | null =>
  KNOWN.get(text.trim()) ?? null;
