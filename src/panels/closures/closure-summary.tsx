import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { closeAgain, liftClosure } from '../../actions/closures/lift-closure.ts';
import { focusPlace } from '../../actions/focus-place.ts';
import { loadHistory } from '../../actions/upkeep/load-history.ts';
import { phaseOf } from '../../core/arrival/closures.ts';
import type { Closure } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useRole } from '../../state/role.ts';
import { useKept } from '../../state/upkeep.ts';
import { formatAge } from '../../ui/format/times.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { useRights } from '../parts/register/rights.ts';
import { RecordHistory } from '../parts/history/record-history.tsx';
import { phaseText, spanText } from './closure-text.ts';
import kit from '../../ui/form/form.module.css';
import styles from './closures.module.css';
import { EffectLine } from './effect-line.tsx';
import type { ListedClosure } from './use-closures.ts';

interface SummaryProps {
  closure: Closure;
  /** null = it ended long ago. */
  listed: ListedClosure | null;
  now: number;
  onEdit: () => void;
}

const TONES = { 'in-force': 'bad', upcoming: 'waiting', over: 'good' } as const;

/** A saved closure: whether it holds, since when and until when, what it closes, who said so, and what can be done. */
export function ClosureSummary({ closure, listed, now, onEdit }: SummaryProps) {
  const zone = useZone();
  const phase = listed?.phase ?? phaseOf(closure, now);
  return (
    <>
      <div className={styles.body}>
        <div className={styles.line}>
          <StatusDot tone={TONES[phase]} label={phaseText(phase, closure, now, zone)} />
          <span className={styles.number}>{spanText(closure, now, zone)}</span>
        </div>
        {listed !== null && phase !== 'over' && <EffectLine {...listed} />}
        <Author closure={closure} now={now} zone={zone} />
        <span className={kit.soft}>{t('closure.card.source', { source: closure.source })}</span>
      </div>
      <RecordHistory kind="closure" record={closure} now={now} />
      <Actions closure={closure} isOver={phase === 'over'} onEdit={onEdit} />
    </>
  );
}

/** Who recorded it and who changed it last, as its history says. */
function Author({ closure, now, zone }: { closure: Closure; now: number; zone: string }) {
  const { id, version } = closure;
  const kept = useKept('histories', id);
  useEffect(() => {
    void loadHistory('closure', id);
  }, [id, version]);
  const changes = kept?.value ?? [];
  const made = changes.at(-1);
  const last = changes[0];
  if (made === undefined || last === undefined) return null;
  const said = (change: typeof made): string =>
    `${change.byName ?? t('history.byNobody')} · ${formatAge(change.at, now, zone)}`;
  return (
    <span className={kit.soft}>
      {t('closure.card.author', { who: said(made) })}
      {last !== made && ` · ${t('closure.card.changedBy', { who: said(last) })}`}
    </span>
  );
}

function Actions({
  closure,
  isOver,
  onEdit,
}: {
  closure: Closure;
  isOver: boolean;
  onEdit: () => void;
}) {
  const role = useRole();
  const { change } = useRights('closure');
  const { id, lng, lat } = closure;
  const lifted = closure.liftedAt !== null;
  return (
    <footer className={styles.foot}>
      {change === 'all' && !isOver && (
        <Button size="xs" onClick={() => void liftClosure(id)}>
          {t('closure.card.lift')}
        </Button>
      )}
      {change === 'all' && lifted && (
        <Button size="xs" onClick={() => void closeAgain(id)}>
          {t('closure.card.reopen')}
        </Button>
      )}
      {change === 'all' && (
        <Button size="xs" variant="default" onClick={onEdit}>
          {t('closure.card.edit')}
        </Button>
      )}
      {lng !== null && lat !== null && (
        <Button size="xs" variant="default" onClick={() => focusPlace([lng, lat])}>
          {t('register.place.show')}
        </Button>
      )}
      {change !== 'all' && role !== null && (
        <span className={kit.soft}>
          {t('closure.card.readOnly', { role: t(`kinds.role.${role}`) })}
        </span>
      )}
    </footer>
  );
}
