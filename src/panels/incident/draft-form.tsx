import { Button, CloseButton, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { changeDraft } from '../../actions/change-draft.ts';
import { discardDraft } from '../../actions/discard-draft.ts';
import { layDraftAside } from '../../actions/take-up-draft.ts';
import { canSave, saveIncident } from '../../actions/incidents/save-incident.ts';
import { classOf, EVENT_CLASSES, EVENT_KINDS } from '../../core/model/index.ts';
import type { EventKind } from '../../core/model/index.ts';
import { may } from '../../core/rights/may.ts';
import { writeDecimal } from '../../core/search/write-coordinates.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecord } from '../../state/records.ts';
import { useRole } from '../../state/role.ts';
import { useSession } from '../../state/session.ts';
import type { IncidentDraft } from '../../state/session.ts';
import { formatAge } from '../../ui/format/times.ts';
import { notSavedText } from '../parts/register/not-saved-text.ts';
import { useLoadedArea } from '../parts/places/use-loaded-area.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './incident.module.css';
import { useDerivedName } from './derived-name.ts';
import { OtherDrafts } from './unsaved-list.tsx';
import { LevelChoice } from './level-choice.tsx';
import { TimeAndPlace } from './time-and-place.tsx';

const kindChoices = () =>
  EVENT_CLASSES.map((eventClass) => ({
    group: t(`kinds.eventClass.${eventClass}`),
    items: EVENT_KINDS[eventClass].map((kind) => ({
      value: kind,
      label: t(`kinds.event.${kind}`),
    })),
  }));

/** Offered only until a kind is chosen: there is no way back to not knowing. */
const unsaid = () => ({ value: '', label: t('incident.chooseKind'), disabled: true });

/** The incident in hand. The answer below stands already; saving tells the others. */
export function DraftForm({ draft }: { draft: IncidentDraft }) {
  const save = useSession((state) => state.save);
  const role = useRole();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void saveIncident();
  };
  const busy = save.tag === 'saving';
  const derived = useDerivedName(draft.title === '' ? draft.place : null);
  const mayChange = may(role, 'incident');
  return (
    <section id="incident" className={styles.form} aria-label={t('incident.region.form')}>
      <div className={styles.savedHead}>
        <h2>{draft.base === null ? t('incident.newHeading') : t('incident.editHeading')}</h2>
        <CloseButton
          size="sm"
          aria-label={t('incident.layAside')}
          title={t('incident.layAside')}
          onClick={layDraftAside}
        />
      </div>
      <OtherDrafts />
      {save.tag === 'conflict' ? (
        <ConflictPanel key={save.theirs.version} draft={draft} theirs={save.theirs} />
      ) : (
        <form onSubmit={submit} noValidate>
          <TextInput
            size="sm"
            aria-label={t('incident.field.title')}
            placeholder={
              derived === null
                ? t('incident.field.titlePlaceholder')
                : t('incident.derived.shown', { name: derived })
            }
            rightSectionWidth={derived === null ? 0 : 58}
            rightSection={
              derived !== null && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  title={t('incident.derived.useTitle', { name: derived })}
                  onClick={() => changeDraft({ title: derived })}
                >
                  {t('incident.derived.use')}
                </Button>
              )
            }
            value={draft.title}
            maxLength={200}
            required
            readOnly={busy}
            onChange={(event) => changeDraft({ title: event.currentTarget.value })}
          />
          <NativeSelect
            size="sm"
            aria-label={t('incident.field.what')}
            value={draft.kind ?? ''}
            required
            onChange={(event) => {
              const kind = event.currentTarget.value as EventKind;
              changeDraft({ class: classOf(kind), kind });
            }}
            data={draft.kind === null ? [unsaid(), ...kindChoices()] : kindChoices()}
          />
          <LevelChoice level={draft.level} onChange={(level) => changeDraft({ level })} />
          <MoreFields draft={draft} />
          <OutsideNote draft={draft} />
          <NewerNote draft={draft} />
          {mayChange ? (
            <SaveLine draft={draft} busy={busy} />
          ) : (
            <div className={kit.buttons}>
              <Button size="xs" variant="default" onClick={() => discardDraft()}>
                {t('incident.discard')}
              </Button>
              {role !== null && (
                <span className={`${kit.small} ${styles.beside}`}>
                  {t('incident.readOnly', { role: t(`kinds.role.${role}`) })}
                </span>
              )}
            </div>
          )}
        </form>
      )}
    </section>
  );
}

/** Time, place and note: usually right as they are, so they stay folded with their values in sight. */
function MoreFields({ draft }: { draft: IncidentDraft }) {
  const [open, setOpen] = useState(draft.base !== null);
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  const note = draft.note.trim();
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{t('incident.more')}</span>
        {!open && (
          <span className={styles.moreValues}>
            {formatAge(draft.occurredAt, now, zone)} · {note === '' ? t('incident.noNote') : note}
          </span>
        )}
      </summary>
      <TimeAndPlace draft={draft} />
      <Textarea
        size="xs"
        label={t('incident.field.note')}
        value={draft.note}
        minRows={2}
        rows={2}
        maxLength={20_000}
        onChange={(event) => changeDraft({ note: event.currentTarget.value })}
      />
    </details>
  );
}

/** A slip in typed coordinates ends far away; said without unfolding anything. */
function OutsideNote({ draft }: { draft: IncidentDraft }) {
  const isInside = useLoadedArea();
  if (isInside(draft.place)) return null;
  return (
    <p className={styles.warning} role="status">
      {t('incident.place.outsideNote', { place: writeDecimal(draft.place) })}
    </p>
  );
}

/** Someone saved while this was being edited: said before the save is refused. */
function NewerNote({ draft }: { draft: IncidentDraft }) {
  const held = useRecord('incident', draft.base?.id ?? null);
  const isSaving = useSession((state) => state.save.tag === 'saving');
  // What the save itself has just written is nobody else's.
  if (isSaving || held === null || draft.base === null || held.version <= draft.base.version)
    return null;
  return (
    <p className={styles.warning} role="status">
      {t('incident.newerExists')}
    </p>
  );
}

function whatLacks(draft: IncidentDraft): string {
  if (draft.kind !== null) return t('incident.needTitle');
  return draft.title.trim() === '' ? t('incident.needTitleAndKind') : t('incident.needKind');
}

function SaveLine({ draft, busy }: { draft: IncidentDraft; busy: boolean }) {
  const save = useSession((state) => state.save);
  const ready = canSave(draft);
  const lacks = ready ? null : whatLacks(draft);
  const label = draft.base === null ? t('incident.save') : t('incident.saveChanges');
  const labelOrRetry = save.tag === 'failed' ? t('incident.retry') : label;
  return (
    <>
      {save.tag === 'failed' && (
        <p className={styles.warning} role="alert">
          {save.reason === 'refused'
            ? notSavedText('incident', save)
            : t(`incident.failed.${save.reason}`)}
        </p>
      )}
      <div className={kit.buttons}>
        <Button type="submit" size="xs" loading={busy} disabled={!ready} title={lacks ?? undefined}>
          {busy ? t('incident.saving') : labelOrRetry}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => discardDraft()}>
          {draft.base === null ? t('incident.discard') : t('incident.discardChanges')}
        </Button>
        {lacks !== null && <span className={`${kit.small} ${styles.beside}`}>{lacks}</span>}
      </div>
    </>
  );
}
