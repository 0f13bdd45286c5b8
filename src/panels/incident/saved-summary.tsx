import { Button, CloseButton } from '@mantine/core';
import { copyText } from '../../actions/copy-text.ts';
import { editIncident } from '../../actions/edit-incident.ts';
import { focusIncident } from '../../actions/focus-incident.ts';
import { focusPlace } from '../../actions/focus-place.ts';
import { closeIncident, reopenIncident } from '../../actions/incidents/set-incident-state.ts';
import type { Incident, Instant, LngLat } from '../../core/model/index.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useMay } from '../../state/role.ts';
import { Age } from '../../ui/age.tsx';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import { LevelBadge } from '../../ui/level-badge.tsx';
import { StatusDot } from '../../ui/status-dot.tsx';
import { DistrictName } from './district-name.tsx';
import { elapsedText } from '../parts/incident/elapsed.ts';
import kit from '../../ui/form/form.module.css';
import styles from './incident.module.css';

/** A saved incident: what, how bad, since when, where, and what can be done with it. */
export function SavedSummary({ incident }: { incident: Incident }) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  const closed = incident.state === 'closed';
  return (
    <section id="incident" className={styles.saved} aria-label={t('incident.region.form')}>
      <div className={styles.savedHead}>
        <h2>{incident.title}</h2>
        <CloseButton
          size="sm"
          aria-label={t('incident.leave')}
          onClick={() => focusIncident(null)}
        />
      </div>
      <div className={styles.line}>
        <LevelBadge level={incident.level} />
        <span>
          {t(`kinds.eventClass.${incident.class}`)} · {t(`kinds.event.${incident.kind}`)}
        </span>
        <StatusDot tone={closed ? 'bad' : 'good'} label={t(`incident.state.${incident.state}`)} />
      </div>
      <div className={styles.line}>
        {!closed && <Elapsed at={incident.occurredAt} now={now} />}
        <Age at={incident.occurredAt} now={now} zone={zone} />
        <span className={kit.small}>
          {t('incident.updated', { ago: formatAgo(incident.updatedAt, now) })}
        </span>
        {incident.closedAt !== null && (
          <span className={kit.small}>
            {t('incident.closedAt', { clock: formatFullClock(incident.closedAt, zone) })}
          </span>
        )}
        <span className={kit.small}>{incident.source}</span>
      </div>
      {incident.lng !== null && incident.lat !== null && (
        <PlaceLine place={[incident.lng, incident.lat]} />
      )}
      {incident.note !== null && <p className={styles.noteText}>{incident.note}</p>}
      <Actions incident={incident} />
    </section>
  );
}

/** The clock of an open incident. */
function Elapsed({ at, now }: { at: Instant; now: number }) {
  const { text, isWrong } = elapsedText(at, now);
  return isWrong ? <span className={styles.warning}>{text}</span> : <strong>{text}</strong>;
}

function PlaceLine({ place }: { place: LngLat }) {
  const text = writeDecimal(place);
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.copy}
        title={t('incident.copyCoordinates')}
        onClick={() => void copyText(text, 'coordinates')}
      >
        {text}
      </button>
      <DistrictName place={place} />
      <button type="button" className={styles.copy} onClick={() => focusPlace(place)}>
        {t('incident.show')}
      </button>
    </div>
  );
}

function Actions({ incident }: { incident: Incident }) {
  const mayChange = useMay('incident');
  if (!mayChange) return null;
  return (
    <div className={`${kit.buttons} ${styles.below}`}>
      <Button size="xs" variant="default" onClick={() => editIncident(incident.id)}>
        {t('incident.edit')}
      </Button>
      {incident.state === 'open' ? (
        <Button size="xs" variant="default" onClick={() => void closeIncident(incident.id)}>
          {t('incident.close')}
        </Button>
      ) : (
        <Button size="xs" variant="default" onClick={() => void reopenIncident(incident.id)}>
          {t('incident.reopen')}
        </Button>
      )}
    </div>
  );
}
