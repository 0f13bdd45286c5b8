import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { draftInHand } from '../../state/drafts.ts';
import { useAskedIncident } from '../../state/asked-incident.ts';
import { useShownName } from './derived-name.ts';
import styles from './incident.module.css';

/** On a phone the form stands below the answer: this line over the answer names the incident and leads there. */
export function IncidentJump() {
  const asked = useAskedIncident();
  const draft = useSession(({ focus }) => draftInHand(focus));
  const title = useShownName(asked?.title ?? '', asked?.place ?? null);
  if (asked === null) return null;
  return (
    <button
      type="button"
      className={styles.jump}
      onClick={() => document.getElementById('incident')?.scrollIntoView({ block: 'start' })}
    >
      <span>
        {draft !== null && <span className={styles.unsavedMark}>{t('incident.unsaved.mark')}</span>}{' '}
        {title}
      </span>
      <span>{draft === null ? t('incident.jump.read') : t('incident.jump.write')}</span>
    </button>
  );
}
