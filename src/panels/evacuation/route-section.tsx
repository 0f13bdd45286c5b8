import { select } from '../../actions/select.ts';
import { responsibleByRoute, freePlaces } from '../../core/evacuation/index.ts';
import type {
  Contact,
  EvacuationRoute,
  RecordKind,
  Settlement,
  Shelter,
} from '../../core/model/index.ts';
import { t, translate } from '../../messages/index.ts';
import { useRecord, useRecordMap } from '../../state/records.ts';
import { useMay } from '../../state/role.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { Unknown } from '../../ui/quantities.tsx';
import styles from '../../ui/form/form.module.css';
import own from './evacuation.module.css';
import { ResponsibleForm } from './responsible-form.tsx';

/** What the register calls the duty, in the language of the register. */
export const dutyOfResponsible = (): string => translate('zh-CN', 'upkeep.route.duty');

/** From which settlement with how many people, to which shelter with how much room, and who sees to it. */
export function RouteSection({ route }: { route: EvacuationRoute }) {
  const settlement = useRecord('settlement', route.settlementId);
  const shelter = useRecord('shelter', route.shelterId);
  return (
    <section className={styles.section} aria-label={t('upkeep.route.title')}>
      <h3>{t('upkeep.route.title')}</h3>
      <dl className={own.ends}>
        <div>
          <dt>{t('upkeep.route.from')}</dt>
          <dd>
            {settlement === null ? (
              <Unknown label={t('upkeep.route.fromUnknown')} />
            ) : (
              <End kind="settlement" record={settlement} detail={peopleText(settlement)} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('upkeep.route.to')}</dt>
          <dd>
            {shelter === null ? (
              <Unknown label={t('upkeep.route.toUnknown')} />
            ) : (
              <End kind="shelter" record={shelter} detail={roomText(shelter)} />
            )}
            <NotEnough settlement={settlement} shelter={shelter} />
          </dd>
        </div>
        <div>
          <dt>{t('upkeep.route.responsible')}</dt>
          <dd>
            <Responsible route={route} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

const said = (value: number | null): string =>
  value === null ? t('units.unknown') : formatNumber(value);

const peopleText = ({ people, peopleNeedHelp }: Settlement): string =>
  t('upkeep.route.fromPeople', { people: said(people), needHelp: said(peopleNeedHelp) });

const roomText = (shelter: Shelter): string =>
  t('upkeep.route.toRoom', { free: said(freePlaces(shelter)), capacity: said(shelter.capacity) });

function End({
  kind,
  record,
  detail,
}: {
  kind: RecordKind;
  record: Settlement | Shelter;
  detail: string;
}) {
  return (
    <>
      <button
        type="button"
        className={styles.quiet}
        onClick={() => select({ kind, id: record.id })}
      >
        {record.name}
      </button>
      <div className={styles.soft}>{detail}</div>
    </>
  );
}

function NotEnough({
  settlement,
  shelter,
}: {
  settlement: Settlement | null;
  shelter: Shelter | null;
}) {
  const free = shelter === null ? null : freePlaces(shelter);
  const people = settlement?.people ?? null;
  if (free === null || people === null || free >= people) return null;
  return (
    <div className={styles.bad}>
      {t('upkeep.route.notEnough', { free: formatNumber(free), people: formatNumber(people) })}
    </div>
  );
}

function Responsible({ route }: { route: EvacuationRoute }) {
  const sees = useMay('contacts');
  const contacts = useRecordMap('contact');
  if (!sees) return <span className={styles.soft}>{t('upkeep.evacuation.hidden')}</span>;
  const contact: Contact | null =
    responsibleByRoute(contacts.values(), dutyOfResponsible()).get(route.id) ?? null;
  return (
    <>
      {contact === null ? (
        <Unknown label={t('upkeep.evacuation.noResponsible')} />
      ) : (
        <span>
          {contact.name}{' '}
          <span className={own.phone}>{contact.phone ?? t('card.contacts.noPhone')}</span>
        </span>
      )}
      <ResponsibleForm route={route} contact={contact} duty={dutyOfResponsible()} />
    </>
  );
}
