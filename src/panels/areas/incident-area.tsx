import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { setIncidentArea } from '../../actions/areas/set-area.ts';
import type { AreaRefused } from '../../actions/areas/set-area.ts';
import { isWater } from '../../core/arrival/active-areas.ts';
import type { Incident } from '../../core/model/index.ts';
import { mayChangeColumn } from '../../core/rights/records.ts';
import { t } from '../../messages/index.ts';
import { useRoads } from '../../state/roads.ts';
import { useRole } from '../../state/role.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import { SubForm } from '../../ui/form/sub-form.tsx';
import styles from '../../ui/form/form.module.css';
import { useSaving } from '../../ui/form/use-saving.ts';
import own from './areas.module.css';
import { DepthFields } from './depth-fields.tsx';
import { depthFault, numberOf } from './read-depth.ts';
import type { Typed } from './read-depth.ts';
import { UnknownDepthRule } from './unknown-depth-rule.tsx';
import { RuleLines } from './rule-lines.tsx';

const WIDEST = 50_000;

/** How far an incident reaches while it is open, and whom that stops. */
export function IncidentArea({ incident }: { incident: Incident }) {
  const role = useRole();
  const [open, setOpen] = useState(false);
  const area = useRoads((state) => state.areas.find(({ id }) => id === incident.id));
  const may = mayChangeColumn(role, 'incident', 'area_radius_m') && incident.archivedAt === null;
  return (
    <section className={styles.section} aria-label={t('areas.card.title')}>
      <div className={styles.head}>
        <h3>{t('areas.card.title')}</h3>
        {area !== undefined && <strong className={own.active}>{t('areas.card.active')}</strong>}
      </div>
      <p className={area === undefined ? styles.soft : undefined}>{stateText(incident)}</p>
      {area !== undefined && (
        <>
          <RuleLines area={area} />
          <p className={styles.soft}>{t('areas.incident.own')}</p>
        </>
      )}
      {open ? (
        <IncidentAreaForm incident={incident} onDone={() => setOpen(false)} />
      ) : (
        may &&
        incident.state === 'open' && (
          <div className={styles.buttons}>
            <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
              {t('areas.incident.set')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}

function stateText({ state, geometry, areaRadiusM: radius }: Incident): string {
  if (geometry === null && radius === null) return t('areas.incident.none');
  if (state === 'closed') return t('areas.incident.closed');
  return geometry !== null || radius === null
    ? t('areas.incident.drawn')
    : t('areas.incident.radius', { radius: formatDistance(radius) });
}

function IncidentAreaForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const water = isWater(incident.kind);
  const [radius, setRadius] = useState<Typed>(incident.areaRadiusM ?? '');
  const [min, setMin] = useState<Typed>(incident.depthMinM ?? '');
  const [max, setMax] = useState<Typed>(incident.depthMaxM ?? '');
  const { saving, once } = useSaving();
  const [refused, setRefused] = useState<AreaRefused>(null);
  const meters = numberOf(radius);
  const radiusFault =
    meters !== null && !(meters >= 1 && meters <= WIDEST) ? t('areas.incident.radiusRange') : null;
  const depthMin = water ? numberOf(min) : incident.depthMinM;
  const depthMax = water ? numberOf(max) : incident.depthMaxM;
  const fault = water ? depthFault(depthMin, depthMax) : null;

  function send(): void {
    if (radiusFault !== null || fault !== null) return;
    void once(async () => {
      const answer = await setIncidentArea(incident, { radius: meters, depthMin, depthMax });
      setRefused(answer);
      if (answer === null) onDone();
    });
  }

  return (
    <SubForm label={t('areas.incident.form', { title: incident.title })} onSubmit={send}>
      {incident.geometry === null && (
        <NumberInput
          size="sm"
          suffix=" m"
          step={100}
          allowNegative={false}
          label={t('areas.incident.radiusField')}
          description={t('areas.incident.radiusHint')}
          value={radius}
          error={radiusFault}
          onChange={setRadius}
        />
      )}
      {water && <DepthFields min={min} max={max} fault={fault} onMin={setMin} onMax={setMax} />}
      {water && min === '' && max === '' && (
        <UnknownDepthRule districtCode={incident.districtCode} />
      )}
      {refused !== null && (
        <p role="alert" className={styles.alert}>
          {t(`areas.card.failed.${refused}`)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" loading={saving} onClick={send}>
          {t('areas.card.saveChange')}
        </Button>
        <Button size="xs" variant="default" disabled={saving} onClick={onDone}>
          {t('areas.card.cancel')}
        </Button>
      </div>
    </SubForm>
  );
}
