import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Geometry } from 'geojson';
import { discardRecord } from '../../actions/register/edit-record.ts';
import {
  lookThere,
  placeByClick,
  putAt,
  savePlace,
  takeUp,
} from '../../actions/register/place-queue.ts';
import type { Gazetteer, Suggestion, Unplaced } from '../../core/locating/index.ts';
import { t } from '../../messages/index.ts';
import { useRecordMap } from '../../state/records.ts';
import { useDraft, useRegister } from '../../state/register.ts';
import { geometryText } from '../parts/register/register-text.ts';
import { notSavedText } from '../parts/register/not-saved-text.ts';
import { CoordinateEntry } from '../parts/places/coordinate-entry.tsx';
import styles from '../../ui/form/form.module.css';
import own from './locating.module.css';

interface PlaceToolsProps {
  item: Unplaced;
  /** The record that is opened after this one was placed or skipped. */
  next: Unplaced | null;
  gazetteer: Gazetteer;
}

/** Ways to place the record in hand: a click, coordinates, or where its address points; saved by a press of its own. */
export function PlaceTools({ item, next, gazetteer }: PlaceToolsProps) {
  const { kind, id } = item;
  const [typing, setTyping] = useState(false);
  const draft = useDraft(id);
  const drawing = useRegister((state) => state.drawing?.id === id);
  const suggestions = useMemo(() => gazetteer.suggest(item), [gazetteer, item]);
  const geometry = (draft?.inputs.geom ?? null) as Geometry | null;
  const saving = draft?.save.tag === 'saving';
  return (
    <div className={own.tools}>
      <Standing kind={kind} geometry={geometry} drawing={drawing} />
      {suggestions.length > 0 && (
        <ul className={own.suggestions} aria-label={t('locating.suggestions')}>
          {suggestions.map((one) => (
            <SuggestionRow key={`${one.kind} ${one.id}`} item={item} suggestion={one} />
          ))}
        </ul>
      )}
      {draft?.save.tag === 'failed' && (
        <p className={styles.bad}>{notSavedText(kind, draft.save)}</p>
      )}
      {draft?.save.tag === 'conflict' && <p className={styles.bad}>{t('locating.conflict')}</p>}
      <div className={styles.buttons}>
        {geometry !== null && (
          <Button size="compact-sm" loading={saving} onClick={() => void savePlace(item, next)}>
            {t(next === null ? 'locating.save' : 'locating.saveNext')}
          </Button>
        )}
        {geometry !== null && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={saving}
            onClick={() => discardRecord(id)}
          >
            {t('locating.drop')}
          </Button>
        )}
        {!drawing && geometry === null && (
          <Button size="compact-sm" variant="default" onClick={() => placeByClick(item)}>
            {t(kind === 'evacuation_route' ? 'locating.draw' : 'locating.click')}
          </Button>
        )}
        {kind !== 'evacuation_route' && (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={typing}
            onClick={() => setTyping(!typing)}
          >
            {t('locating.type')}
          </Button>
        )}
        {next !== null && (
          <Button size="compact-sm" variant="subtle" onClick={() => takeUp(next)}>
            {t('locating.skip')}
          </Button>
        )}
      </div>
      {typing && (
        <CoordinateEntry
          action={t('register.place.use')}
          onPlace={(place) => {
            putAt(item, place);
            setTyping(false);
          }}
        />
      )}
    </div>
  );
}

interface StandingProps {
  kind: Unplaced['kind'];
  /** The place that is proposed; null = none yet. */
  geometry: Geometry | null;
  drawing: boolean;
}

/** How far the placing has come. */
function Standing({ kind, geometry, drawing }: StandingProps) {
  if (geometry !== null)
    return (
      <p role="status">
        {t('locating.proposed')} <span className={own.place}>{geometryText(geometry)}</span>
      </p>
    );
  const now = kind === 'evacuation_route' ? 'locating.drawNow' : 'locating.clickNow';
  return (
    <p className={styles.soft} role="status">
      {t(drawing ? now : 'locating.begin')}
    </p>
  );
}

/** Where some words of the address point: to be looked at, and for a point to be taken as it is. */
function SuggestionRow({ item, suggestion }: { item: Unplaced; suggestion: Suggestion }) {
  const { kind, name, place, districtCode, isPoint, whole, matched } = suggestion;
  const district = useRecordMap('district').get(districtCode ?? '')?.name ?? '';
  const about = [t(`locating.kind.${kind}`), kind === 'district' ? '' : district]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      <span>
        <strong>{name}</strong> <span className={styles.soft}>{about}</span>
        {!whole && <span className={styles.soft}> {t('locating.shares', { words: matched })}</span>}
      </span>
      <span className={styles.buttons}>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('locating.lookAt', { name })}
          onClick={() => lookThere(item, place)}
        >
          {t('locating.look')}
        </Button>
        {isPoint && item.kind !== 'evacuation_route' && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('locating.takeAt', { name })}
            onClick={() => putAt(item, place)}
          >
            {t('locating.take')}
          </Button>
        )}
      </span>
    </li>
  );
}
