import { Button } from '@mantine/core';
import { discardDraft } from '../../actions/discard-draft.ts';
import { takeUpDraft } from '../../actions/take-up-draft.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useSession } from '../../state/session.ts';
import type { HeldDraft } from '../../state/session.ts';
import { formatAge } from '../../ui/format/times.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { useShownName } from './derived-name.ts';
import { DistrictName } from './district-name.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './incident.module.css';

/** Incidents that were marked and left unsaved, each with the way back to it and the way to let it go. */
export function UnsavedList() {
  const drafts = useSession((state) => state.otherDrafts);
  if (drafts.length === 0) return null;
  return (
    <ul className={styles.rows} aria-label={t('incident.unsaved.list')}>
      {drafts.map((held) => (
        <UnsavedRow key={held.draft.id} held={held} />
      ))}
    </ul>
  );
}

function UnsavedRow({ held }: { held: HeldDraft }) {
  const now = useServerNowEvery(10_000);
  const zone = useZone();
  const { id, kind, level, occurredAt, place } = held.draft;
  const name = useShownName(held.draft.title, held.draft.place);
  return (
    <li className={styles.unsaved}>
      <button type="button" className={styles.rowButton} data-row onClick={() => takeUpDraft(id)}>
        <KindSymbol kind="incident" level={level} size={26} age="undated" />
        <span className={styles.rowMain}>
          <span className={styles.rowTitle}>
            <span className={styles.unsavedMark}>{t('incident.unsaved.mark')}</span> {name}
          </span>
          <span className={kit.small}>
            {kind === null ? t('incident.kindUnset') : t(`kinds.event.${kind}`)} ·{' '}
            {formatAge(occurredAt, now, zone)}
          </span>
          <span className={kit.small}>
            <DistrictName place={place} />
          </span>
          {held.save.tag !== 'editing' && (
            <span className={kit.small}>{t(`incident.unsaved.save.${held.save.tag}`)}</span>
          )}
        </span>
      </button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('incident.unsaved.discard', { name })}
        onClick={() => discardDraft(id)}
      >
        {t('incident.discard')}
      </Button>
    </li>
  );
}

/** Over the form: what else was marked and is not saved, one press away. */
export function OtherDrafts() {
  const drafts = useSession((state) => state.otherDrafts);
  if (drafts.length === 0) return null;
  return (
    <div className={styles.others} role="group" aria-label={t('incident.unsaved.list')}>
      <span>{t('incident.unsaved.others', { count: drafts.length })}</span>
      {drafts.map((held) => (
        <OtherDraft key={held.draft.id} held={held} />
      ))}
    </div>
  );
}

function OtherDraft({ held: { draft } }: { held: HeldDraft }) {
  const name = useShownName(draft.title, draft.place);
  return (
    <Button size="compact-xs" variant="default" onClick={() => takeUpDraft(draft.id)}>
      {name}
    </Button>
  );
}
