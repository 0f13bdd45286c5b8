import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { loadSteps, startStep } from '../../actions/upkeep/rectification-steps.ts';
import { RECTIFICATION_STATES } from '../../core/model/index.ts';
import type { Hazard } from '../../core/model/index.ts';
import { isOverdue, nextSteps } from '../../core/rectification/index.ts';
import { may, mayTakeStep } from '../../core/rights/may.ts';
import { daysBetween } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { useRole } from '../../state/role.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { Unknown } from '../../ui/quantities.tsx';
import styles from '../../ui/form/form.module.css';
import own from './rectification.module.css';
import { StepForm } from './step-form.tsx';
import { StepList } from './step-list.tsx';
import { stepLabel } from './step-text.ts';

/** 排查 → 整改 → 复查 → 销号: where it stands, who is responsible until when, what was done, and the next step. */
export function RectificationSection({
  hazard,
  now,
  zone,
}: {
  hazard: Hazard;
  now: number;
  zone: string;
}) {
  const role = useRole();
  const draft = useKept('steps', hazard.id);
  useEffect(() => void loadSteps(hazard.id), [hazard.id, hazard.rectificationState]);
  const possible = nextSteps(hazard.rectificationState);
  const open = possible.filter((step) => mayTakeStep(role, step));
  const isWaitingForOffice = may(role, 'record') && open.length < possible.length;
  return (
    <section className={styles.section} aria-label={t('rectification.title')}>
      <h3>{t('rectification.title')}</h3>
      <Progress hazard={hazard} />
      <Responsible hazard={hazard} today={formatFullClock(now, zone).slice(0, 10)} />
      {draft === null ? (
        <div className={styles.buttons}>
          {open.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant="default"
              onClick={() => startStep(hazard, step)}
            >
              {stepLabel(hazard, step)}
            </Button>
          ))}
          {isWaitingForOffice && (
            <span className={styles.soft}>{t('rectification.officeOnly')}</span>
          )}
        </div>
      ) : (
        <StepForm hazard={hazard} draft={draft} />
      )}
      <StepList hazardId={hazard.id} now={now} zone={zone} />
    </section>
  );
}

function Progress({ hazard: { rectificationState: state } }: { hazard: Hazard }) {
  if (state === null)
    return (
      <p>
        <Unknown label={t('rectification.unstated')} />
      </p>
    );
  const at = RECTIFICATION_STATES.indexOf(state);
  return (
    <ol className={own.progress} aria-label={t('rectification.progress')}>
      {RECTIFICATION_STATES.map((one, i) => {
        const done = i < at || state === 'closed';
        const notDone = i === at ? 'now' : 'ahead';
        const where = done ? 'done' : notDone;
        return (
          <li key={one} data-where={where} aria-current={where === 'now' ? 'step' : undefined}>
            <span className="m-visually-hidden">{t(`rectification.state.${where}`)} </span>
            {t(`kinds.rectification.${one}`)}
          </li>
        );
      })}
    </ol>
  );
}

function Responsible({ hazard, today }: { hazard: Hazard; today: string }) {
  const {
    rectificationOwner: owner,
    rectificationDeadline: deadline,
    rectificationState: state,
  } = hazard;
  const days = deadline === null ? null : daysBetween(today, deadline);
  const overdue = isOverdue(hazard, today);
  return (
    <dl className={own.facts}>
      <div>
        <dt>{t('rectification.owner')}</dt>
        <dd>{owner ?? <Unknown label={t('rectification.noOwner')} />}</dd>
      </div>
      <div>
        <dt>{t('rectification.deadline')}</dt>
        <dd>
          {deadline ?? <Unknown label={t('rectification.noDeadline')} />}{' '}
          {days !== null && state !== 'closed' && (
            <span className={overdue ? styles.bad : styles.soft}>{deadlineText(days)}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}

function deadlineText(days: number): string {
  if (days === 0) return t('rectification.dueToday');
  return days < 0
    ? t('rectification.overdue', { days: -days })
    : t('rectification.daysLeft', { days });
}
