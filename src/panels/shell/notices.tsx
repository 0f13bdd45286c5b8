import { CloseButton, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { focusIncident } from '../../actions/focus-incident.ts';
import { dismissNotice, staysUntilRead } from '../../actions/notify.ts';
import { undoWrite } from '../../actions/register/undo-write.ts';
import { undoClosing } from '../../actions/incidents/set-incident-state.ts';
import { moveDraftBack, putInHand } from '../../actions/take-up-draft.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import type { Notice } from '../../state/session.ts';
import { noticeText } from './notice-text.ts';
import frame from './shell.module.css';
import styles from './notices.module.css';

const SHOWN_MS = 12_000;

/** What just happened, with the way back where there is one. Stays while someone points at it or tabs into it. */
export function Notices() {
  const notices = useSession((state) => state.notices);
  return (
    <div
      className={frame.notices}
      role="region"
      aria-live="polite"
      aria-label={t('shell.region.notices')}
    >
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const [held, setHeld] = useState(false);
  const stays = staysUntilRead(notice);
  useEffect(() => {
    if (held || stays) return;
    const timer = setTimeout(() => dismissNotice(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, stays, notice.id]);
  return (
    <div
      className={styles.notice}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{noticeText(notice)}</span>
      <UndoButton notice={notice} />
      <CloseButton
        size="sm"
        aria-label={t('shell.notice.dismiss')}
        onClick={() => dismissNotice(notice.id)}
      />
    </div>
  );
}

function UndoButton({ notice }: { notice: Notice }) {
  if (notice.tag === 'record-written' || notice.tag === 'records-written') {
    const { undo } = notice;
    return undo === null ? null : (
      <UnstyledButton
        className={styles.undo}
        onClick={() => {
          dismissNotice(notice.id);
          void undoWrite(undo);
        }}
      >
        {t('shell.notice.undo')}
      </UnstyledButton>
    );
  }
  if (notice.tag === 'draft-discarded' || notice.tag === 'draft-moved') {
    return (
      <UnstyledButton
        className={styles.undo}
        onClick={() => {
          dismissNotice(notice.id);
          if (notice.tag === 'draft-discarded') putInHand(notice.held);
          else moveDraftBack(notice.draftId, notice.from);
        }}
      >
        {t('shell.notice.undo')}
      </UnstyledButton>
    );
  }
  if (notice.tag !== 'incident-closed' && notice.tag !== 'incident-changed-elsewhere') return null;
  const closing = notice.tag === 'incident-closed' ? notice.undo : null;
  return (
    <UnstyledButton
      className={styles.undo}
      onClick={() => {
        if (closing !== null) void undoClosing(closing);
        else focusIncident(notice.incidentId);
        dismissNotice(notice.id);
      }}
    >
      {closing !== null ? t('shell.notice.undo') : t('shell.notice.show')}
    </UnstyledButton>
  );
}
