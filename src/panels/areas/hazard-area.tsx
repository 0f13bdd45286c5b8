import { Button } from '@mantine/core';
import { useState } from 'react';
import { endHazard } from '../../actions/areas/set-area.ts';
import { isActive } from '../../core/arrival/active-areas.ts';
import { POINT_CLOSES_WITHIN } from '../../core/arrival/closed-roads.ts';
import type { Hazard } from '../../core/model/index.ts';
import { mayChangeColumn } from '../../core/rights/records.ts';
import { t } from '../../messages/index.ts';
import { useRoads } from '../../state/roads.ts';
import { useRole } from '../../state/role.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import { formatAgo, formatFullClock } from '../../ui/format/times.ts';
import styles from '../../ui/form/form.module.css';
import { HazardAreaForm } from './hazard-area-form.tsx';
import { RuleLines } from './rule-lines.tsx';
import own from './areas.module.css';

interface HazardAreaProps {
  hazard: Hazard;
  now: number;
  zone: string;
}

/** Whether a hazard has come true, whom its area stops by which rule, and the way to say so or that it is over. */
export function HazardArea({ hazard, now, zone }: HazardAreaProps) {
  const role = useRole();
  const [open, setOpen] = useState(false);
  const area = useRoads((state) => state.areas.find(({ id }) => id === hazard.id));
  const active = isActive(hazard, now);
  const waiting = hazard.activeFrom !== null && Date.parse(hazard.activeFrom) > now;
  const may = mayChangeColumn(role, 'hazard', 'active_from') && hazard.archivedAt === null;
  return (
    <section className={styles.section} aria-label={t('areas.card.title')} data-active={active}>
      <div className={styles.head}>
        <h3>{t('areas.card.title')}</h3>
        {active && <strong className={own.active}>{t('areas.card.active')}</strong>}
      </div>
      <p className={active || waiting ? undefined : styles.soft}>{stateText(hazard, now, zone)}</p>
      {area !== undefined && <RuleLines area={area} />}
      <PlaceNote hazard={hazard} />
      {open && (
        <HazardAreaForm hazard={hazard} zone={zone} begun={active} onDone={() => setOpen(false)} />
      )}
      {!open && may && (
        <Acts
          hazard={hazard}
          isSet={active || waiting}
          hasWater={area?.water != null}
          onOpen={() => setOpen(true)}
        />
      )}
      {!open && !may && <p className={styles.soft}>{t('areas.card.readOnly')}</p>}
    </section>
  );
}

interface ActsProps {
  hazard: Hazard;
  /** The area is active, or is going to be. */
  isSet: boolean;
  hasWater: boolean;
  onOpen: () => void;
}

/** One button begins and ends it, so that whoever works by keyboard stays on it. */
function Acts({ hazard, isSet, hasWater, onOpen }: ActsProps) {
  return (
    <div className={styles.buttons}>
      <Button
        size="compact-sm"
        variant="default"
        onClick={isSet ? () => void endHazard(hazard) : onOpen}
      >
        {isSet ? t('areas.card.end') : t('areas.card.activate')}
      </Button>
      {isSet && (
        <Button size="compact-sm" variant="default" onClick={onOpen}>
          {hasWater ? t('areas.card.change') : t('areas.card.changeTime')}
        </Button>
      )}
    </div>
  );
}

function stateText(hazard: Hazard, now: number, zone: string): string {
  const { activeFrom: from, activeUntil: until } = hazard;
  if (from === null) return t('areas.card.inactive');
  const clock = (at: string): string => formatFullClock(at, zone);
  const end =
    until === null ? t('areas.card.untilSaid') : t('areas.card.until', { clock: clock(until) });
  if (Date.parse(from) > now)
    return `${t('areas.card.waiting', { clock: clock(from) })}${t('areas.comma')}${end}`;
  if (until !== null && Date.parse(until) <= now)
    return `${t('areas.card.inactive')}${t('areas.comma')}${t('areas.card.over', { ago: formatAgo(until, now) })}`;
  return `${t('areas.card.since', { clock: clock(from), ago: formatAgo(from, now) })}${t('areas.comma')}${end}`;
}

/** A hazard that is a point closes one road, and one without a place none: said before anybody counts on it. */
function PlaceNote({ hazard: { geometry, lng } }: { hazard: Hazard }) {
  if (geometry !== null) return null;
  const within = formatDistance(POINT_CLOSES_WITHIN);
  return (
    <p className={styles.soft}>
      {lng === null ? t('areas.card.noPlace') : t('areas.card.point', { within })}
    </p>
  );
}
