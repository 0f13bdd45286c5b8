import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { copyText } from '../../actions/copy-text.ts';
import { setTab } from '../../actions/set-tab.ts';
import type { Instant } from '../../core/model/index.ts';
import type { Answer } from '../../core/ranking/types.ts';
import { RANKED_KINDS } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { useAnswer } from '../../state/answer.ts';
import type { ShownAnswer } from '../../state/answer.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useIsDemo, useZone } from '../../state/districts.ts';
import { useRecordMap, useRecords } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import type { RoadsStatus } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import type { AnswerTab } from '../../state/session.ts';
import { formatClock } from '../../ui/format/times.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { AnswerFilterFields } from '../answer/answer-filters.tsx';
import { AnswerList } from '../answer/answer-list.tsx';
import { answerText } from '../answer/answer-text.ts';
import type { AnswerDocument } from '../answer/answer-text.ts';
import styles from '../answer/answer.module.css';
import arrival from '../answer/arrival.module.css';
import { ChangeNote } from '../answer/change-note.tsx';
import { DepartureNote } from '../answer/departure-note.tsx';
import { Needed } from '../answer/needed.tsx';
import { LeftOutList } from '../answer/left-out.tsx';
import { useObstacleText } from '../parts/obstacles/obstacle-text.ts';
import { SheltersNow } from '../areas/shelters-now.tsx';
import { useObstacleName } from '../parts/obstacles/obstacle-names.ts';
import { RoadConditions } from '../answer/road-conditions.tsx';
import { itemCounts, rowViews } from '../answer/row-view.ts';
import type { RowView } from '../answer/row-view.ts';
import { orderDiffersText, unreachableViews } from '../answer/unreachable-view.ts';
import { isToEdge, uncheckedText } from '../answer/row-text.ts';
import { useDepartures } from '../answer/use-departures.ts';
import { elapsedText } from '../parts/incident/elapsed.ts';
import { useAskedIncident } from '../../state/asked-incident.ts';
import type { AskedIncident } from '../../state/asked-incident.ts';
import { useMay } from '../../state/role.ts';
import { PrintSheet } from '../answer/print-sheet.tsx';
import { usePrintedRoutes } from '../road-route/use-printed-routes.ts';

/** Who is nearest to the incident in question, why, and who was left out. Nothing while no incident is asked about. */
export function AnswerPanel() {
  const asked = useAskedIncident();
  const { shown, failed } = useAnswer();
  const tab = useSession((state) => state.tab);
  // The boundary around this part says so in its place.
  if (failed !== null) throw failed;
  if (asked === null || shown === null) return null;
  return (
    <section id="nearest" tabIndex={-1} className={styles.panel} aria-label={t('answer.title')}>
      <h2 className="m-visually-hidden">{t('answer.title')}</h2>
      <Tabs value={tab} onChange={(value) => value !== null && setTab(value as AnswerTab)}>
        <Tabs.List grow aria-label={t('answer.tabs')}>
          {RANKED_KINDS.map((kind) => (
            <Tabs.Tab key={kind} value={kind} leftSection={<KindSymbol kind={kind} size={18} />}>
              {t(`answer.tab.${kind}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {RANKED_KINDS.map((kind) => (
          <Tabs.Panel key={kind} value={kind}>
            {kind === tab && kind === shown.answer.kind && (
              <AnswerBody asked={asked} shown={shown} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

interface BodyProps {
  asked: AskedIncident;
  shown: ShownAnswer;
}

function AnswerBody({ asked, shown: { answer, changes, tables } }: BodyProps) {
  const filters = useSession((state) => state.filters);
  const loading = useRecords((state) => state.status.tag === 'loading');
  const dataAsOf = useRecords((state) => state.lastSyncAt);
  const roads = useRoads((state) => state.status.tag);
  const sees = useMay('contacts');
  const contacts = useRecordMap('contact');
  const obstacleName = useObstacleName();
  const zone = useZone();
  const isDemo = useIsDemo();
  const isPreview = useRoads((state) => state.obstacles.some(({ draft }) => draft === true));
  const now = Date.parse(answer.asOf);
  const items = useMemo(() => itemCounts(tables.stock_lot), [tables.stock_lot]);
  // Words are made while drawing, so that another language needs no new answer.
  const obstacles = useObstacleText();
  const rows = rowViews(answer, { tables, items, now, obstacles, eventKind: asked.kind });
  const unreachable = unreachableViews(answer, {
    tables,
    items,
    now,
    obstacles,
    eventKind: asked.kind,
  });
  const routes = usePrintedRoutes(answer);
  const left = useDepartures(asked, answer, tables, changes);
  const document: AnswerDocument = {
    asked,
    answer,
    rows,
    unreachable,
    routes,
    filters,
    dataAsOf,
    zone,
    isDemo,
    isPreview,
    contacts: sees ? contacts : null,
    changes,
    obstacleName,
  };
  const unchecked = uncheckedText(answer);
  const differs = orderDiffersText(
    answer,
    rows.map((row) => row.total),
  );
  return (
    <>
      {answer.kind === 'team' && <Needed kind={asked.kind} tables={tables} />}
      <AnswerFilterFields answer={answer} tables={tables} />
      <div className={styles.head}>
        <span>
          {orderNote(answer, roads)}
          <span className={styles.asOf}>
            {t('answer.asOf', { clock: formatClock(answer.asOf, now, zone) })}
            {asked.saved?.state !== 'closed' && (
              <>
                {' · '}
                <Elapsed at={asked.occurredAt} />
              </>
            )}
          </span>
        </span>
        <span className={styles.tools}>
          <button
            type="button"
            className={styles.quiet}
            onClick={() => void copyText(answerText(document), 'list')}
          >
            {t('answer.copy')}
          </button>
          <button type="button" className={styles.quiet} onClick={() => window.print()}>
            {t('answer.print')}
          </button>
        </span>
      </div>
      <RoadConditions answer={answer} />
      {differs !== null && <p className={arrival.differs}>{differs}</p>}
      {loading && <p className={styles.soft}>{t('answer.loading')}</p>}
      <SheltersNow answer={answer} obstacles={obstacles} />
      <DepartureNote departures={left} now={now} />
      <ChangeNote answer={answer} changes={changes} />
      <AnswerList
        answer={answer}
        rows={rows}
        unreachable={unreachable}
        changes={changes}
        tables={tables}
        now={now}
      />
      {unchecked !== null && <p className={styles.soft}>{unchecked}</p>}
      <LeftOutList answer={answer} now={now} />
      <p className="m-visually-hidden" role="status">
        {announcement(answer, rows)}
      </p>
      <PrintSheet document={document} />
    </>
  );
}

/** How long the incident has gone on; it runs on while the answer stands. */
function Elapsed({ at }: { at: Instant }) {
  const { text, isWrong } = elapsedText(at, useServerNowEvery(10_000));
  return isWrong ? <span className={styles.wrong}>{text}</span> : <strong>{text}</strong>;
}

/** What orders the list; where that is the straight line although roads would be better, why. */
function orderNote({ scoreUnit, kind, ranked }: Answer, roads: RoadsStatus['tag']): string {
  if (scoreUnit === 'seconds')
    return ranked.some(isToEdge) ? t('answer.edgeNote') : t('answer.arrivalNote');
  if (ranked.some(({ unreached }) => unreached !== null)) return t('answer.noRoute');
  return kind === 'hazard' || roads === 'ready'
    ? t('answer.straightLineNote')
    : t(`answer.roads.${roads}`);
}

/** What a screen reader hears when the ranking changes. */
function announcement(answer: Answer, rows: readonly RowView[]): string {
  const kind = t(`answer.tab.${answer.kind}`);
  const first = rows[0];
  if (first === undefined) return t('answer.announceNone', { kind });
  const words = { kind, count: rows.length, name: first.name, distance: first.total };
  if (answer.scoreUnit === 'meters') return t('answer.announce', words);
  const without = answer.unreachable.length;
  const announced = t('answer.announceArrival', words);
  return without === 0
    ? announced
    : [announced, t('answer.unreachable.announce', { count: without })].join(
        t('answer.text.separator'),
      );
}
