import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { focusIncident } from '../../actions/focus-incident.ts';
import { hover } from '../../actions/hover.ts';
import { startPlacing } from '../../actions/start-placing.ts';
import type { Incident } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecordMap } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatAge } from '../../ui/format/times.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { moveInRows } from '../../ui/move-in-rows.ts';
import { CoordinateEntry } from '../parts/places/coordinate-entry.tsx';
import { shelveIncidents } from './incident-order.ts';
import { askAt } from '../parts/incident/ask-at.ts';
import kit from '../../ui/form/form.module.css';
import styles from './incident.module.css';
import { UnsavedList } from './unsaved-list.tsx';

const FIRST = 20;
const STEP = 50;

/** Incidents: the open ones first, then the history. Shown while no incident is in question. */
export function IncidentList() {
  const asking = useSession(
    (state) =>
      state.focus.tag === 'saved' || (state.focus.tag !== 'none' && state.focus.draft !== null),
  );
  const incidents = useRecordMap('incident');
  const { open, closed } = useMemo(() => shelveIncidents(incidents.values()), [incidents]);
  if (asking) return null;
  return (
    <section className={styles.listPanel} aria-label={t('incident.region.list')}>
      <MarkIncident />
      <h2>
        {t('incident.list.open')} <span className={kit.small}>{open.length}</span>
      </h2>
      <UnsavedList />
      {open.length === 0 ? (
        <EmptyState title={t('incident.list.none')} detail={t('incident.list.noneDetail')} />
      ) : (
        <Rows incidents={open} label={t('incident.list.open')} />
      )}
      <details className={styles.history}>
        <summary>
          {closed.length === 0
            ? t('incident.list.noClosed')
            : t('incident.list.showClosed', { count: closed.length })}
        </summary>
        <Rows incidents={closed} label={t('incident.list.closed')} />
      </details>
    </section>
  );
}

function MarkIncident() {
  const [typing, setTyping] = useState(false);
  return (
    <div className={styles.mark}>
      <div className={kit.buttons}>
        <Button size="sm" onClick={startPlacing}>
          {t('incident.mark.onMap')}
        </Button>
        <Button
          size="sm"
          variant="default"
          aria-expanded={typing}
          onClick={() => setTyping(!typing)}
        >
          {t('incident.mark.coordinates')}
        </Button>
      </div>
      {typing && <CoordinateEntry action={t('search.coordinates.mark')} onPlace={askAt} />}
      <p className={kit.small}>{t('incident.mark.others')}</p>
    </div>
  );
}

function Rows({ incidents, label }: { incidents: readonly Incident[]; label: string }) {
  const [shown, setShown] = useState(FIRST);
  const rest = incidents.length - shown;
  return (
    <>
      <ul className={styles.rows} aria-label={label} onKeyDown={moveInRows}>
        {incidents.slice(0, shown).map((incident) => (
          <Row key={incident.id} incident={incident} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="xs" variant="subtle" onClick={() => setShown(shown + STEP)}>
          {t('incident.list.more', { count: Math.min(STEP, rest) })}
        </Button>
      )}
    </>
  );
}

function Row({ incident }: { incident: Incident }) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  const { id, level } = incident;
  const closed = incident.state === 'closed';
  return (
    <li>
      <button
        type="button"
        className={styles.rowButton}
        data-row
        onClick={() => focusIncident(id)}
        onPointerEnter={() => hover({ kind: 'incident', id })}
        onPointerLeave={() => hover(null)}
        onFocus={() => hover({ kind: 'incident', id })}
        onBlur={() => hover(null)}
      >
        <KindSymbol kind="incident" level={level} size={26} state={closed ? 'hollow' : 'plain'} />
        <span className={styles.rowMain}>
          <span className={styles.rowTitle}>{incident.title}</span>
          <span className={kit.small}>
            {level === null ? t('units.noLevel') : t(`kinds.level.${level}`)} ·{' '}
            {t(`kinds.event.${incident.kind}`)}
          </span>
          <span className={kit.small}>{formatAge(incident.occurredAt, now, zone)}</span>
        </span>
      </button>
    </li>
  );
}
