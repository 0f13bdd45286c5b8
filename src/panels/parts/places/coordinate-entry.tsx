import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LngLat } from '../../../core/model/index.ts';
import { readCoordinates } from '../../../core/search/coordinates.ts';
import type { CoordinateAnswer, CoordinateReading } from '../../../core/search/coordinates.ts';
import { DATUMS } from '../../../core/crs/datum.ts';
import type { Datum } from '../../../core/crs/datum.ts';
import { writeDecimal } from '../../../core/search/write-coordinates.ts';
import { t } from '../../../messages/index.ts';
import kit from '../../../ui/form/form.module.css';
import styles from './coordinate-entry.module.css';
import { orderText } from './order-text.ts';
import { useLoadedArea } from './use-loaded-area.ts';

function refusalOf(answer: CoordinateAnswer, text: string): string | null {
  if (answer.tag === 'refused') return t(`search.refused.${answer.why}`);
  return answer.tag === 'none' && text.trim() !== '' ? t('search.refused.not-readable') : null;
}

/** A place by its coordinates, in any usual notation; an unclear order is asked, nothing is guessed silently. */
export function CoordinateEntry({
  action,
  onPlace,
}: {
  action: string;
  onPlace: (place: LngLat) => void;
}) {
  const [text, setText] = useState('');
  const [datum, setDatum] = useState<Datum>('wgs84');
  const isInside = useLoadedArea();
  const answer = readCoordinates(text, { isInside, datum });
  const readings = answer.tag === 'read' ? answer.readings : [];
  const refusal = refusalOf(answer, text);
  return (
    <div className={styles.entry}>
      <TextInput
        size="xs"
        label={t('incident.place.typeLabel')}
        description={t('incident.place.typeHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The field may stand inside the incident's form: Enter chooses the place, it does not save.
          event.preventDefault();
          const [only, other] = readings;
          if (only !== undefined && other === undefined) onPlace(only.place);
        }}
        error={refusal}
        autoComplete="off"
        spellCheck={false}
      />
      <NativeSelect
        size="xs"
        label={t('search.datum.label')}
        value={answer.tag === 'read' ? (answer.statedDatum ?? datum) : datum}
        disabled={answer.tag === 'read' && answer.statedDatum !== null}
        onChange={(event) => setDatum(event.currentTarget.value as Datum)}
        data={DATUMS.map((value) => ({ value, label: t(`search.datum.${value}`) }))}
      />
      {readings.length > 1 && <p className={styles.question}>{t('search.group.order')}</p>}
      {readings.map((reading) => (
        <Reading
          key={reading.order}
          reading={reading}
          inside={isInside(reading.place)}
          action={action}
          onPlace={onPlace}
        />
      ))}
    </div>
  );
}

interface ReadingProps {
  reading: CoordinateReading;
  inside: boolean;
  action: string;
  onPlace: (place: LngLat) => void;
}

function Reading({ reading, inside, action, onPlace }: ReadingProps) {
  return (
    <div className={styles.reading}>
      <span>
        {writeDecimal(reading.place)}
        <span className={`${kit.small} ${styles.detail}`}>
          {orderText(reading.order)}
          {!inside && ` · ${t('search.coordinates.outside')}`}
        </span>
      </span>
      <Button
        size="compact-sm"
        variant={inside ? 'filled' : 'default'}
        onClick={() => onPlace(reading.place)}
      >
        {action}
      </Button>
    </div>
  );
}
