import type { EventKind, Hazard, Team } from '../../core/model/index.ts';
import { meets } from '../../core/ranking/needs.ts';
import type {
  Answer,
  OtherCase,
  Ranked,
  RankedKind,
  RankingTables,
} from '../../core/ranking/types.ts';
import type { Age } from '../../core/trust/index.ts';
import { t } from '../../messages/index.ts';
import { formatDistance, formatDuration, formatNumber } from '../../ui/format/numbers.ts';
import { placeKindText } from '../../ui/format/place-kinds.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { throughText } from '../parts/obstacles/area-text.ts';
import type { ObstacleText } from '../parts/obstacles/obstacle-text.ts';
import type { FactText } from './row-text.ts';
import {
  basisText,
  factText,
  pacesText,
  remarkText,
  sumText,
  totalText,
  unknownText,
  unreachedText,
} from './row-text.ts';

/** A ranked row in words: what the list draws, the copied text says and the paper shows. */
export interface RowView {
  rank: number;
  kind: RankedKind;
  id: string;
  name: string;
  /** 消防救援, 学校操场, 泥石流 …; null = not recorded. */
  sort: string | null;
  total: string;
  /** What the total is: 直线距离, or the parts it sums. */
  sum: string;
  /** Whether the total is made of several parts. */
  isSum: boolean;
  facts: FactText[];
  unknowns: string[];
  basis: string | null;
  age: AgeView;
}

interface AgeView {
  text: string;
  source: string;
  tone: 'fresh' | 'old' | 'unknown';
}

function ageView(age: Age, now: number): AgeView {
  if (age.at === null)
    return { text: t('answer.age.unknown'), source: age.source, tone: 'unknown' };
  const ago = formatAgo(age.at, now);
  return age.old
    ? { text: t('answer.age.old', { ago }), source: age.source, tone: 'old' }
    : { text: t('answer.age.known', { ago }), source: age.source, tone: 'fresh' };
}

/** Number of different items each depot holds; depots without lots are absent. */
export function itemCounts(lots: RankingTables['stock_lot']): ReadonlyMap<string, number> {
  const items = new Map<string, Set<string>>();
  for (const lot of lots.values()) {
    const held = items.get(lot.depotId);
    if (held === undefined) items.set(lot.depotId, new Set([lot.item]));
    else held.add(lot.item);
  }
  return new Map([...items].map(([id, held]) => [id, held.size]));
}

export interface RowContext {
  tables: RankingTables;
  items: ReadonlyMap<string, number>;
  /** The server's clock in milliseconds. */
  now: number;
  /** What closures and active areas are called; absent = they are counted only. */
  obstacles?: ObstacleText;
  /** What the incident is: what it usually asks for is held against what a team can do. Absent or null = not said. */
  eventKind?: EventKind | null;
}

function sortOf(kind: RankedKind, id: string, tables: RankingTables): string | null {
  if (kind === 'team' || kind === 'shelter') {
    const written = tables[kind].get(id)?.kind;
    return written === undefined ? null : placeKindText(written);
  }
  const hazard = kind === 'hazard' ? tables.hazard.get(id) : undefined;
  return hazard === undefined ? null : t(`kinds.event.${hazard.kind}`);
}

const atRisk = (hazard: Hazard | undefined): FactText[] =>
  hazard?.peopleAtRisk == null
    ? []
    : [
        {
          tone: 'plain',
          text: t('answer.fact.peopleAtRisk', { people: formatNumber(hazard.peopleAtRisk) }),
        },
      ];

/** A distance of 0 because the incident lies in the area itself: said, since 0 alone looks like a mistake. */
const insideFact = ({ terms }: Ranked): FactText[] =>
  terms.some((term) => term.tag === 'straight-line' && term.inside)
    ? [{ tone: 'plain', text: t('answer.term.inside') }]
    : [];

function paceFact(ranked: Ranked): FactText[] {
  const text = pacesText(ranked);
  return text === null ? [] : [{ tone: 'plain', minor: true, text }];
}

/** Whether what a team can do is what this kind of incident usually asks for; nothing where neither is recorded. */
function fitFacts(team: Team | undefined, eventKind: EventKind | null): FactText[] {
  if (team === undefined || eventKind === null || team.capabilities.length === 0) return [];
  const met = meets(eventKind, team).map((id) => t(`kinds.capability.${id}`));
  const comma = t('answer.text.comma');
  return met.length > 0
    ? [{ tone: 'good', text: t('answer.needs.meets', { capabilities: met.join(comma) }) }]
    : [
        {
          tone: 'waiting',
          text: t('answer.needs.off', { capabilities: team.capabilities.join(comma) }),
        },
      ];
}

/** What the register adds to the ranking's own facts. */
function extraFacts(ranked: Ranked, { tables, items, eventKind = null }: RowContext): FactText[] {
  if (ranked.kind === 'team') return fitFacts(tables.team.get(ranked.id), eventKind);
  if (ranked.kind === 'hazard') return atRisk(tables.hazard.get(ranked.id));
  if (ranked.kind !== 'depot' || ranked.facts.some((fact) => fact.tag === 'stock')) return [];
  const count = items.get(ranked.id);
  return count === undefined ? [] : [{ tone: 'plain', text: t('answer.fact.items', { count }) }];
}

/** What becomes of a row if water nobody has sounded is otherwise than the rule takes it to be. */
function otherCaseFacts(otherCase: OtherCase | null): FactText[] {
  if (otherCase === null) return [];
  const { water, seconds } = otherCase;
  if (seconds === null) return [{ tone: 'bad', text: t('answer.fact.otherCase.cutOff') }];
  const duration = formatDuration(seconds);
  return [
    {
      tone: 'waiting',
      text: t(`answer.fact.otherCase.${water === 'open' ? 'open' : 'around'}`, { duration }),
    },
  ];
}

/** What arrival by road adds: no route and why, or that the straight line would have ranked it otherwise. */
function roadFacts(
  { unreached, straightRank, through, upTo, otherRoad, otherCase, remarks }: Ranked,
  rank: number,
  { obstacles }: RowContext,
): FactText[] {
  const other = otherCaseFacts(otherCase);
  if (unreached !== null)
    return [{ tone: 'bad', text: unreachedText(unreached, obstacles?.closure) }, ...other];
  const edges = upTo.map((id): FactText => ({
    tone: 'waiting',
    text: obstacles?.upTo(id) ?? t('areas.upToSome'),
  }));
  const passed = through.map((id): FactText => ({
    tone: 'waiting',
    text: obstacles?.passed(id) ?? throughText(null),
  }));
  const byOtherRoad: FactText[] =
    otherRoad === null
      ? []
      : [
          {
            tone: 'waiting',
            text: t('answer.fact.otherRoad', { distance: formatDistance(otherRoad) }),
          },
        ];
  const said = remarks.map((remark): FactText => ({ tone: 'waiting', text: remarkText(remark) }));
  const roadRemarks = [...other, ...edges, ...byOtherRoad, ...said, ...passed];
  if (straightRank === null || straightRank === rank) return roadRemarks;
  return [
    ...roadRemarks,
    { tone: 'plain', minor: true, text: t('answer.fact.straightRank', { rank: straightRank }) },
  ];
}

function rowView(ranked: Ranked, rank: number, context: RowContext): RowView {
  const { now } = context;
  return {
    rank,
    kind: ranked.kind,
    id: ranked.id,
    name: ranked.name,
    sort: sortOf(ranked.kind, ranked.id, context.tables),
    total: ranked.basis.tag === 'away' ? t('answer.placeUnknown') : totalText(ranked),
    sum: sumText(ranked.terms),
    isSum: ranked.terms.length > 1,
    facts: [
      ...insideFact(ranked),
      ...paceFact(ranked),
      ...roadFacts(ranked, rank, context),
      ...ranked.facts.map((fact) => factText(fact, now)),
      ...extraFacts(ranked, context),
    ],
    unknowns: ranked.unknowns.map((unknown) => unknownText(unknown, now)),
    basis: basisText(ranked.basis, now),
    age: ageView(ranked.age, now),
  };
}

export const rowViews = (answer: Answer, context: RowContext): RowView[] =>
  answer.ranked.map((ranked, i) => rowView(ranked, i + 1, context));
