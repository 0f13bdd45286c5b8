import type { Contact, Instant } from '../../core/model/index.ts';
import { LEFT_OUT_REASONS } from '../../core/ranking/types.ts';
import type { Answer, Filters } from '../../core/ranking/types.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import type { RouteText } from '../parts/ranking/route-text.ts';
import type { RowChange } from '../../core/ranking/changes.ts';
import { changeText } from './change-text.ts';
import { firstPhone } from '../parts/contacts/first-phone.ts';
import { elapsedText } from '../parts/incident/elapsed.ts';
import type { AskedIncident } from '../../state/asked-incident.ts';
import { conditionTexts, limitsText, unheardText } from './limits-view.ts';
import type { RowView } from './row-view.ts';
import { slowedText } from '../parts/ranking/slowed-text.ts';
import { orderDiffersText, unreachableLine } from './unreachable-view.ts';
import type { UnreachableView } from './unreachable-view.ts';
import { groundTexts, isToEdge } from './row-text.ts';

export interface AnswerDocument {
  asked: AskedIncident;
  answer: Answer;
  rows: readonly RowView[];
  unreachable: readonly UnreachableView[];
  /** The routes that are written out on paper. */
  routes: readonly RouteText[];
  filters: Filters;
  /** When the server last answered; null = never. */
  dataAsOf: Instant | null;
  zone: string;
  isDemo: boolean;
  /** Closures that are not saved are counted: the list is a preview. */
  isPreview?: boolean;
  /** Whom to call; null = the reader's role does not see it, and the list says nothing of it. */
  contacts?: ReadonlyMap<string, Contact> | null;
  /** What became of rows since other roads are closed. */
  changes?: readonly RowChange[];
  /** The name of a closure or an active area. */
  obstacleName?: (id: string) => string;
}

/** Names told per reason in a copied or printed list; the rest is counted. */
const MOST_NAMED = 5;

function orderText({ scoreUnit, ranked }: Answer): string {
  if (scoreUnit === 'meters') return t('answer.text.order');
  return ranked.some(isToEdge) ? t('answer.text.orderEdge') : t('answer.text.orderArrival');
}

/** The lines that say what was asked, when, on which data, in which order: above every copied or printed list. */
export function headLines({
  asked,
  answer,
  rows,
  filters,
  dataAsOf,
  zone,
  isDemo,
  isPreview,
}: AnswerDocument): string[] {
  const title = asked.title.trim() === '' ? t('answer.text.unsaved') : asked.title;
  const unheard = unheardText(answer);
  const differs = orderDiffersText(
    answer,
    rows.map((row) => row.total),
  );
  const conditions = conditionTexts(answer.kind, filters);
  return [
    ...(isDemo ? [t('answer.text.demo')] : []),
    ...(isPreview === true ? [t('closure.change.previewText')] : []),
    t('answer.text.incident', { title }),
    t('answer.text.what', {
      event: asked.kind === null ? t('incident.kindUnset') : t(`kinds.event.${asked.kind}`),
      level: asked.level === null ? t('units.noLevel') : t(`kinds.level.${asked.level}`),
    }),
    t('answer.text.occurred', {
      clock: formatFullClock(asked.occurredAt, zone),
      elapsed: elapsedText(asked.occurredAt, Date.parse(answer.asOf)).text,
    }),
    t('answer.text.place', { place: writeDecimal(asked.place) }),
    t('answer.text.made', { clock: formatFullClock(answer.asOf, zone), zone }),
    dataAsOf === null
      ? t('answer.text.dataNever')
      : t('answer.text.dataAsOf', { clock: formatFullClock(dataAsOf, zone) }),
    orderText(answer),
    limitsText(answer),
    conditions.length === 0
      ? t('answer.text.noConditions')
      : t('answer.text.conditions', { conditions: conditions.join(t('answer.text.separator')) }),
    ...groundTexts(answer),
    ...slowedText(answer.slowed),
    ...(differs === null ? [] : [differs]),
    ...(unheard === null ? [] : [unheard]),
  ];
}

/** What is known of a row, its age and its source, in one line. */
function rowDetail(row: RowView): string {
  const parts = [
    ...(row.sort === null ? [] : [row.sort]),
    ...row.facts.map((fact) => fact.text),
    ...(row.basis === null ? [] : [row.basis]),
    ...(row.unknowns.length === 0
      ? []
      : [t('answer.text.unknowns', { unknowns: row.unknowns.join(t('answer.text.comma')) })]),
    `${row.age.text}${t('answer.text.comma')}${row.age.source}`,
  ];
  return parts.join(t('answer.text.separator'));
}

/** "Left out" by reason with counts and the nearest few names. */
export function leftOutLines(answer: Answer): string[] {
  return LEFT_OUT_REASONS.filter((reason) => answer.leftOutBy[reason] > 0).map((reason) => {
    const count = answer.leftOutBy[reason];
    const named = answer.leftOut
      .filter((row) => row.because.reason === reason)
      .slice(0, MOST_NAMED);
    const list = named.map((row) => row.name).join(t('answer.text.comma'));
    const names = count > named.length ? t('answer.text.andMore', { names: list }) : list;
    return t('answer.text.leftOutLine', { reason: t(`answer.leftOut.${reason}`), count, names });
  });
}

export const leftOutTotal = (answer: Answer): number =>
  LEFT_OUT_REASONS.reduce((sum, reason) => sum + answer.leftOutBy[reason], 0);

/** Whom to call about a row: a name and a number, or that there is none. */
function phoneLine(row: RowView, contacts: ReadonlyMap<string, Contact>): string {
  const phone = firstPhone(contacts, row.kind, row.id);
  if (phone === null) return t('answer.text.noPhone');
  const { contact, tel } = phone;
  return t('answer.text.phone', { name: contact.name, phone: tel?.text ?? contact.phone ?? '' });
}

/** What a row says besides its place in the list. */
function rowLines(
  row: RowView,
  { contacts, changes = [], obstacleName = (id) => id }: AnswerDocument,
): string[] {
  const change = changes.find(({ id }) => id === row.id);
  return [
    ...(contacts == null ? [] : [phoneLine(row, contacts)]),
    rowDetail(row),
    ...(change === undefined ? [] : [changeText(change, obstacleName)]),
  ];
}

/** The list as plain text, to be sent to a colleague: everything a row says, with whom to call where the reader sees it. */
export function answerText(document: AnswerDocument): string {
  const { answer, rows, unreachable } = document;
  const lines = [
    t('answer.text.heading', { kind: t(`answer.tab.${answer.kind}`) }),
    ...headLines(document),
    '',
  ];
  for (const row of rows) {
    lines.push(
      t('answer.text.row', { rank: row.rank, name: row.name, distance: row.total, terms: row.sum }),
    );
    lines.push(...rowLines(row, document).map((line) => `   ${line}`));
  }
  if (rows.length === 0)
    lines.push(t('answer.emptyTitle', { kind: t(`answer.tab.${answer.kind}`) }));
  if (unreachable.length > 0) {
    lines.push(
      '',
      t('answer.unreachable.heading', { count: unreachable.length }),
      ...unreachable.map(unreachableLine),
    );
  }
  if (answer.farther > 0) lines.push('', t('answer.text.farther', { count: answer.farther }));
  const left = leftOutLines(answer);
  if (left.length > 0)
    lines.push('', t('answer.text.leftOut', { count: leftOutTotal(answer) }), ...left);
  if (document.contacts != null) lines.push('', t('answer.sheet.internal'));
  return lines.join('\n');
}
