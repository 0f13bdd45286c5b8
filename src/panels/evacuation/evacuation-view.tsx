import { Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { selectAndShow } from '../../actions/select.ts';
import { evacuationNeeds, freePlaces, sumPeople } from '../../core/evacuation/index.ts';
import { fold } from '../../core/text/folded-text.ts';
import { subtreeOf } from '../../core/trust/index.ts';
import type { RouteTo, SettlementNeed } from '../../core/evacuation/index.ts';
import type { RecordKind } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useMay } from '../../state/role.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { Unknown } from '../../ui/quantities.tsx';
import { DistrictChoice } from '../parts/districts/district-choice.tsx';
import styles from '../../ui/form/form.module.css';
import { DisputedMark } from '../parts/register/disputed-mark.tsx';
import own from './evacuation.module.css';
import { dutyOfResponsible } from './route-section.tsx';

const STEP = 100;

function useNeeds(sees: boolean): SettlementNeed[] {
  const settlement = useRecordMap('settlement');
  const shelter = useRecordMap('shelter');
  const evacuation_route = useRecordMap('evacuation_route');
  const contact = useRecordMap('contact');
  return useMemo(
    () =>
      evacuationNeeds(
        { settlement, shelter, evacuation_route, contact },
        dutyOfResponsible(),
        sees,
      ),
    [settlement, shelter, evacuation_route, contact, sees],
  );
}

/** 疏散: people and people in need by settlement, their routes and shelters, and who is responsible. */
export function EvacuationView() {
  const sees = useMay('contacts');
  const needs = useNeeds(sees);
  const [onlyGaps, setOnlyGaps] = useState(false);
  const [shown, setShown] = useState(STEP);
  const [district, setDistrict] = useState<string | null>(null);
  const [named, setNamed] = useState('');
  const districts = useRecordMap('district');
  const within = useMemo(
    () => (district === null ? null : subtreeOf(districts, district)),
    [districts, district],
  );
  const asked = fold(named).text;
  const isNamed = ({ settlement, routes }: SettlementNeed): boolean =>
    asked === '' ||
    [
      settlement.name,
      ...routes.flatMap(({ route, shelter }) => [route.name, shelter?.name ?? '']),
    ].some((name) => fold(name).text.includes(asked));
  const chosen = needs.filter(
    (need) => (within === null || within.has(need.settlement.districtCode)) && isNamed(need),
  );
  const rows = onlyGaps ? chosen.filter(({ hasGap }) => hasGap) : chosen;
  return (
    <div className={styles.view}>
      <div className={styles.viewHead}>
        <h2>{t('upkeep.evacuation.title')}</h2>
        <p className={styles.soft}>{t('upkeep.evacuation.explain')}</p>
        <div className={styles.choices}>
          <DistrictChoice
            label={t('verification.queue.district')}
            all={t('verification.queue.allDistricts')}
            value={district}
            onChoose={setDistrict}
          />
          <TextInput
            size="xs"
            label={t('upkeep.evacuation.named')}
            value={named}
            onChange={({ currentTarget }) => setNamed(currentTarget.value)}
          />
        </div>
        <Summary needs={chosen} />
        <Checkbox
          size="sm"
          label={t('upkeep.evacuation.onlyGaps')}
          checked={onlyGaps}
          onChange={({ currentTarget }) => setOnlyGaps(currentTarget.checked)}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title={emptyText(needs.length, chosen.length)} />
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption className="m-visually-hidden">{t('upkeep.evacuation.list')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('upkeep.evacuation.settlement')}</th>
                <th scope="col" className={styles.number}>
                  {t('upkeep.evacuation.people')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('upkeep.evacuation.needHelp')}
                </th>
                <th scope="col">{t('upkeep.evacuation.routes')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((need) => (
                <Row key={need.settlement.id} need={need} sees={sees} />
              ))}
            </tbody>
            <Total needs={rows} />
          </table>
          {rows.length > shown && (
            <button type="button" className={styles.quiet} onClick={() => setShown(shown + STEP)}>
              {t('verification.queue.more', {
                count: formatNumber(Math.min(STEP, rows.length - shown)),
              })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function emptyText(all: number, chosen: number): string {
  if (all === 0) return t('upkeep.evacuation.none');
  return chosen === 0 ? t('upkeep.evacuation.noneNamed') : t('upkeep.evacuation.noneLeft');
}

/** How many are to be moved and what is missing for it, before anything is scrolled. Unknown numbers are counted apart. */
function Summary({ needs }: { needs: readonly SettlementNeed[] }) {
  const { people, needHelp, unknown } = sumPeople(needs.map(({ settlement }) => settlement));
  const gaps = needs.filter(({ hasGap }) => hasGap).length;
  return (
    <p role="status">
      {t('upkeep.evacuation.summary', {
        settlements: formatNumber(needs.length),
        people: formatNumber(people),
        help: formatNumber(needHelp),
        gaps: formatNumber(gaps),
      })}
      {unknown > 0 && ` · ${t('upkeep.evacuation.unknownPeople', { count: unknown })}`}
    </p>
  );
}

type Placed = { id: string; name: string; lng: number | null; lat: number | null };

function Open({ kind, record }: { kind: RecordKind; record: Placed }) {
  const { id, name, lng, lat } = record;
  return (
    <button
      type="button"
      className={styles.quiet}
      onClick={() => selectAndShow({ kind, id }, lng === null || lat === null ? null : [lng, lat])}
    >
      {name}
    </button>
  );
}

const counted = (value: number | null) => (value === null ? <Unknown /> : formatNumber(value));

function Row({ need: { settlement, routes }, sees }: { need: SettlementNeed; sees: boolean }) {
  return (
    <tr>
      <th scope="row">
        <Open kind="settlement" record={settlement} />
        <DisputedMark kind="settlement" record={settlement} />
      </th>
      <td className={styles.number}>{counted(settlement.people)}</td>
      <td className={styles.number}>{counted(settlement.peopleNeedHelp)}</td>
      <td>
        {routes.length === 0 ? (
          <Unknown label={t('upkeep.evacuation.noRoute')} />
        ) : (
          <ul className={own.routes}>
            {routes.map((one) => (
              <li key={one.route.id}>
                <RouteLine one={one} sees={sees} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function RouteLine({
  one: { route, shelter, responsible },
  sees,
}: {
  one: RouteTo;
  sees: boolean;
}) {
  const free = shelter === null ? null : freePlaces(shelter);
  const who =
    responsible === null
      ? t('upkeep.evacuation.noResponsible')
      : `${responsible.name} ${responsible.phone ?? ''}`;
  return (
    <>
      <Open kind="evacuation_route" record={route} />{' '}
      <span className={route.state === 'blocked' ? styles.bad : styles.soft}>
        {t(`kinds.passable.${route.state}`)}
      </span>
      <DisputedMark kind="evacuation_route" record={route} />
      <div className={styles.soft}>
        {t('upkeep.route.to')} {shelter?.name ?? t('upkeep.route.toUnknown')}
        {shelter !== null &&
          ` · ${free === null ? t('upkeep.evacuation.freeUnknown') : t('upkeep.evacuation.free', { free: formatNumber(free) })}`}
        {' · '}
        {t('upkeep.evacuation.responsible')} {sees ? who : t('upkeep.evacuation.hidden')}
        {shelter !== null && <DisputedMark kind="shelter" record={shelter} />}
      </div>
    </>
  );
}

function Total({ needs }: { needs: readonly SettlementNeed[] }) {
  const { people, needHelp, unknown } = sumPeople(needs.map(({ settlement }) => settlement));
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {t('upkeep.evacuation.total')}{' '}
          {t('upkeep.evacuation.count', { count: formatNumber(needs.length) })}
        </th>
        <td className={styles.number}>{formatNumber(people)}</td>
        <td className={styles.number}>{formatNumber(needHelp)}</td>
        <td className={styles.soft}>
          {unknown > 0 && t('upkeep.evacuation.unknownPeople', { count: unknown })}
        </td>
      </tr>
    </tfoot>
  );
}
