import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { changeDraft } from '../../actions/change-draft.ts';
import { focusPlace } from '../../actions/focus-place.ts';
import { startMoving } from '../../actions/start-placing.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecords } from '../../state/records.ts';
import type { IncidentDraft } from '../../state/session.ts';
import { formatDuration } from '../../ui/format/numbers.ts';
import { CoordinateEntry } from '../parts/places/coordinate-entry.tsx';
import { DistrictName } from './district-name.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './incident.module.css';
import { aheadOf, instantOf, wallTime } from '../../ui/format/zone-time.ts';

/** A machine's clock that differs by less is not worth a word. */
const CLOCK_TOLERANCE_MS = 60_000;

export function TimeAndPlace({ draft }: { draft: IncidentDraft }) {
  return (
    <>
      <TimeField draft={draft} />
      <PlaceField draft={draft} />
    </>
  );
}

/** When it happened, by the district's clock; a time in the future is questioned, not refused. */
function TimeField({ draft }: { draft: IncidentDraft }) {
  const id = useId();
  const zone = useZone();
  const now = useServerNowEvery(10_000);
  const offset = useRecords((state) => state.clockOffsetMs);
  const [typed, setTyped] = useState<string | null>(null);
  const ahead = aheadOf(draft.occurredAt, now);
  const invalid = typed !== null && instantOf(typed, zone) === null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {t('incident.field.occurredAt')}{' '}
        <span className={kit.small}>{t('incident.time.zone', { zone })}</span>
      </label>
      <div className={styles.inline}>
        <input
          id={id}
          type="datetime-local"
          className={styles.input}
          value={typed ?? wallTime(draft.occurredAt, zone)}
          aria-invalid={invalid}
          aria-describedby={`${id}-said`}
          onChange={(event) => {
            const wall = event.currentTarget.value;
            const occurredAt = instantOf(wall, zone);
            setTyped(occurredAt === null ? wall : null);
            if (occurredAt !== null) changeDraft({ occurredAt });
          }}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            setTyped(null);
            changeDraft({ occurredAt: new Date(now).toISOString() });
          }}
        >
          {t('incident.time.now')}
        </Button>
      </div>
      <div id={`${id}-said`} role="status">
        {invalid && <p className={styles.warning}>{t('incident.time.invalid')}</p>}
        {ahead !== null && (
          <p className={styles.warning}>
            {t('incident.time.future', { duration: formatDuration(ahead / 1000) })}
          </p>
        )}
        {Math.abs(offset) > CLOCK_TOLERANCE_MS && (
          <p className={kit.small}>
            {t('incident.time.clockWrong', { duration: formatDuration(Math.abs(offset) / 1000) })}
          </p>
        )}
      </div>
    </div>
  );
}

/** Where it happened: moved by a click on the map or by coordinates. */
function PlaceField({ draft }: { draft: IncidentDraft }) {
  const [typing, setTyping] = useState(false);
  return (
    <div className={styles.field}>
      <span className={styles.label}>{t('incident.field.place')}</span>
      <div className={styles.inline}>
        <span className={styles.number}>{writeDecimal(draft.place)}</span>
        <DistrictName place={draft.place} />
      </div>
      <div className={styles.inline}>
        <Button size="compact-xs" variant="default" onClick={startMoving}>
          {t('incident.place.move')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={typing}
          onClick={() => setTyping(!typing)}
        >
          {t('incident.place.type')}
        </Button>
      </div>
      {typing && (
        <CoordinateEntry
          action={t('incident.place.use')}
          onPlace={(place) => {
            changeDraft({ place });
            focusPlace(place, { withAnswer: true });
            setTyping(false);
          }}
        />
      )}
    </div>
  );
}
