import { Button, CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { draftIncidentAt } from '../../actions/draft-incident-at.ts';
import { focusIncident } from '../../actions/focus-incident.ts';
import { frame } from '../../actions/select.ts';
import { select } from '../../actions/select.ts';
import { copyText } from '../../actions/copy-text.ts';
import { nameOf } from '../../core/model/index.ts';
import type { LngLat, RecordKind, RecordOf } from '../../core/model/index.ts';
import { markerFor, symbolOf, SYMBOL_KINDS } from '../../core/symbols/index.ts';
import type { SymbolKind, SymbolMark } from '../../core/symbols/index.ts';
import { writeDecimal, writeDms } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { useAnswer } from '../../state/answer.ts';
import { useRecord, useRecordMap, useRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import type { Selection } from '../../state/session.ts';
import { placeKindText } from '../../ui/format/place-kinds.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { Unknown } from '../../ui/quantities.tsx';
import { ShelterUse, useInvalidShelter } from '../areas/shelter-use.tsx';
import { RecordHistory } from '../parts/history/record-history.tsx';
import { RecordVerification, RecordWork } from './record-upkeep.tsx';
import { RoadRouteSection } from '../road-route/road-route-section.tsx';
import { cardFacts } from '../card/card-facts.ts';
import type { CardContext, CardFact } from '../card/card-facts.ts';
import kit from '../../ui/form/form.module.css';
import styles from '../card/card.module.css';
import { Contacts } from '../contacts/contacts.tsx';
import { Contradictions } from '../card/doubts.tsx';
import { Provenance } from '../card/provenance.tsx';
import { SuitabilityTable } from '../card/suitability-table.tsx';
import { useFirstPhone } from '../answer/row-phone.tsx';
import { ownerOf } from '../parts/contacts/contacts-of.ts';
import { useCardContext } from '../card/use-card-context.ts';
import { nameText } from '../parts/register/name-text.ts';

/** What is selected: what is known, how old and from whom, whom to call, and where. Nothing while nothing is selected. */
export function ResourceCard() {
  const selection = useSession((state) => state.selection);
  return selection === null ? null : (
    <SelectedCard key={`${selection.kind} ${selection.id}`} selection={selection} />
  );
}

function SelectedCard({ selection }: { selection: Selection }) {
  const record = useRecord(selection.kind, selection.id);
  const context = useCardContext(
    record === null || !('districtCode' in record) ? null : record.districtCode,
  );
  if (record === null) return null;
  return <Card kind={selection.kind} record={record} context={context} />;
}

interface CardProps {
  kind: RecordKind;
  record: RecordOf[RecordKind];
  context: CardContext;
}

function placeOf(record: RecordOf[RecordKind]): LngLat | null {
  return 'lng' in record && record.lng !== null && record.lat !== null
    ? [record.lng, record.lat]
    : null;
}

/** Close the card and go back to the row it was opened from, if that is on the screen. */
function closeCard(record: RecordOf[RecordKind]): void {
  select(null);
  if (!('id' in record)) return;
  document.querySelector<HTMLElement>(`li[data-id="${CSS.escape(record.id)}"] [data-row]`)?.focus();
}

function Card({ kind, record, context }: CardProps) {
  const name = nameText(nameOf(kind, record), kind);
  const card = useRef<HTMLElement>(null);
  // In a phone's sheet the card stands above a list that may be scrolled away from it.
  useEffect(() => {
    // Braces: newer browsers return a promise here, which is no clean-up for React to call.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={card} className={styles.card} aria-label={t('card.region', { name })}>
      <header className={styles.head}>
        <CardSymbol kind={kind} record={record} context={context} />
        <div className={styles.headText}>
          <h2>{name}</h2>
          <span className={kit.soft}>
            {t(`kinds.record.${kind}`)}
            {sortOf(kind, record)}
          </span>
        </div>
        <CloseButton size="sm" aria-label={t('card.close')} onClick={() => closeCard(record)} />
      </header>
      <div className={styles.body}>
        <AgeBanner record={record} context={context} />
        {'id' in record && <RoadRouteSection kind={kind} id={record.id} />}
        <RecordVerification kind={kind} record={record} now={context.now} zone={context.zone} />
        {kind === 'shelter' && <ShelterUse shelter={record as RecordOf['shelter']} />}
        <Contradictions kind={kind} record={record} now={context.now} />
        <Facts facts={cardFacts(kind, record, context)} />
        <Contacts kind={kind} record={record} now={context.now} />
        {kind === 'shelter' && <SuitabilityTable shelter={record as RecordOf['shelter']} />}
        <RecordWork kind={kind} record={record} now={context.now} zone={context.zone} />
        <Provenance record={record} context={context} />
        <Place record={record} />
        <RecordHistory kind={kind} record={record} now={context.now} />
      </div>
      <Actions kind={kind} record={record} name={name} />
    </section>
  );
}

/** 消防救援, 学校操场 …: the register's own word for what sort of team or shelter this is. */
function sortOf(kind: RecordKind, record: RecordOf[RecordKind]): string {
  if (kind !== 'team' && kind !== 'shelter') return '';
  return ` · ${placeKindText((record as RecordOf['team' | 'shelter']).kind)}`;
}

function CardSymbol({ kind, record, context }: CardProps) {
  const tables = useRecords((state) => state.tables);
  const isNone =
    useInvalidShelter(kind === 'shelter' ? (record as RecordOf['shelter']) : null) !== null;
  if (!(SYMBOL_KINDS as readonly string[]).includes(kind)) return null;
  const symbolKind = kind as SymbolKind;
  const { state, age, level } = symbolOf(symbolKind, record as never, {
    now: context.now,
    maxAge: context.factMaxAge,
  });
  const own = markerFor(tables, context.now)(symbolKind, record as never);
  const marks: readonly SymbolMark[] = isNone ? ['unusable', ...own] : own;
  return (
    <KindSymbol kind={symbolKind} size={28} state={state} age={age} level={level} marks={marks} />
  );
}

/** The first thing to know about old facts is that they are old. */
function AgeBanner({ record, context }: { record: RecordOf[RecordKind]; context: CardContext }) {
  if (!('verifiedAt' in record && 'observedAt' in record)) return null;
  const { observedAt, verifiedAt } = record;
  const times = [observedAt, verifiedAt].filter((at) => at !== null).map((at) => Date.parse(at));
  if (times.length === 0) return <p className={styles.banner}>{t('card.undated')}</p>;
  const latest = Math.max(...times);
  if (context.now - latest <= context.factMaxAge * 1000) return null;
  return (
    <p className={styles.banner}>
      {t('card.old', { ago: formatAgo(new Date(latest).toISOString(), context.now) })}
    </p>
  );
}

function Facts({ facts }: { facts: readonly CardFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, tone, isText }) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd className={isText === true ? styles.text : undefined}>
            {value === null ? <Unknown /> : value}
            {tone === 'old' && <span className={styles.oldMark}>{t('units.old')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Place({ record }: { record: RecordOf[RecordKind] }) {
  const place = placeOf(record);
  const districts = useRecordMap('district');
  const address = 'address' in record ? record.address : null;
  const district = 'districtCode' in record ? districts.get(record.districtCode)?.name : undefined;
  return (
    <section className={styles.section} aria-label={t('card.sections.place')}>
      {(address !== null || district !== undefined) && (
        <p className={styles.text}>
          {[district, address].filter((part) => part != null && part !== '').join(' · ')}
        </p>
      )}
      {place === null ? (
        <p>
          <Unknown label={t('card.place.none')} />
        </p>
      ) : (
        <>
          <button
            type="button"
            className={styles.coordinates}
            title={t('card.place.copy')}
            aria-label={`${t('card.place.copy')}: ${writeDecimal(place)}`}
            onClick={() => void copyText(writeDecimal(place), 'coordinates')}
          >
            {writeDecimal(place)}
            <span>{writeDms(place)}</span>
          </button>
          {'geometry' in record && record.geometry !== null && (
            <p className={kit.soft}>{t('card.place.area')}</p>
          )}
        </>
      )}
    </section>
  );
}

/** What can be done with the place, always in reach at the foot of the card. */
function Actions({
  kind,
  record,
  name,
}: {
  kind: RecordKind;
  record: RecordOf[RecordKind];
  name: string;
}) {
  const place = placeOf(record);
  const isAsked = useAnswer((state) => state.shown !== null);
  if (place === null) return null;
  return (
    <footer className={styles.foot}>
      {isAsked && <CallFirst kind={kind} id={(record as RecordOf['team']).id} />}
      {kind === 'incident' ? (
        <Button
          size="xs"
          variant={isAsked ? 'default' : 'filled'}
          onClick={() => focusIncident((record as RecordOf['incident']).id)}
        >
          {t('card.incident.ask')}
        </Button>
      ) : (
        !isAsked && (
          <Button size="xs" onClick={() => draftIncidentAt(place, name)}>
            {t('card.place.mark')}
          </Button>
        )
      )}
      <Button
        size="xs"
        variant="default"
        onClick={() => frame('id' in record ? record.id : '', place)}
      >
        {isAsked ? t('card.place.both') : t('card.place.go')}
      </Button>
      {isAsked && kind !== 'incident' && (
        <Button size="xs" variant="subtle" onClick={() => draftIncidentAt(place, name)}>
          {t('card.place.mark')}
        </Button>
      )}
    </footer>
  );
}

/** While an answer is open, to call is what a card is for. */
function CallFirst({ kind, id }: { kind: RecordKind; id: string }) {
  const phone = useFirstPhone(kind, id);
  const owned = ownerOf(kind, { id, districtCode: '' }) !== null;
  if (phone === undefined || !owned) return null;
  if (phone?.tel == null)
    return <span className={kit.soft}>{phone?.contact.phone ?? t('answer.phone.none')}</span>;
  const { contact, tel } = phone;
  return (
    <Button
      component="a"
      size="xs"
      href={tel.href}
      aria-label={t('card.contacts.call', { name: contact.name, phone: tel.text })}
    >
      {t('card.place.call', { phone: tel.text })}
    </Button>
  );
}
