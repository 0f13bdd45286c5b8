import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { activateHazard } from '../../actions/areas/set-area.ts';
import type { AreaRefused } from '../../actions/areas/set-area.ts';
import { isWater } from '../../core/arrival/active-areas.ts';
import type { Hazard } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { serverNow } from '../../state/clock.ts';
import { instantOf, wallTime } from '../../ui/format/zone-time.ts';
import { SubForm } from '../../ui/form/sub-form.tsx';
import styles from '../../ui/form/form.module.css';
import { useSaving } from '../../ui/form/use-saving.ts';
import { DepthFields } from './depth-fields.tsx';
import { depthFault, numberOf } from './read-depth.ts';
import type { Typed } from './read-depth.ts';
import { UnknownDepthRule } from './unknown-depth-rule.tsx';

interface HazardAreaFormProps {
  hazard: Hazard;
  zone: string;
  /** It is active already: depth and end are changed, its beginning stays. */
  begun: boolean;
  onDone: () => void;
}

export function HazardAreaForm({ hazard, zone, begun, onDone }: HazardAreaFormProps) {
  const water = isWater(hazard.kind);
  const [min, setMin] = useState<Typed>(hazard.depthMinM ?? '');
  const [max, setMax] = useState<Typed>(hazard.depthMaxM ?? '');
  const [until, setUntil] = useState(
    begun && hazard.activeUntil !== null ? wallTime(hazard.activeUntil, zone) : '',
  );
  const [tried, setTried] = useState(false);
  const { saving, once } = useSaving();
  const [refused, setRefused] = useState<AreaRefused>(null);
  const depthMin = water ? numberOf(min) : hazard.depthMinM;
  const depthMax = water ? numberOf(max) : hazard.depthMaxM;
  const end = until === '' ? null : instantOf(until, zone);
  const fault = water ? depthFault(depthMin, depthMax) : null;
  const untilFault =
    until !== '' && (end === null || Date.parse(end) <= serverNow())
      ? t('areas.card.untilPast')
      : null;

  function send(): void {
    const isFaulty = fault !== null || untilFault !== null;
    setTried(isFaulty);
    if (isFaulty) return;
    void once(async () => {
      const answer = await activateHazard(hazard, { depthMin, depthMax, until: end, begun });
      setRefused(answer);
      if (answer === null) onDone();
    });
  }

  return (
    <SubForm label={t('areas.card.form', { name: hazard.name })} onSubmit={send}>
      {water && <DepthFields min={min} max={max} fault={fault} onMin={setMin} onMax={setMax} />}
      {water && min === '' && max === '' && <UnknownDepthRule districtCode={hazard.districtCode} />}
      <TextInput
        size="sm"
        type="datetime-local"
        label={t('areas.card.untilField')}
        description={t('areas.card.untilHint')}
        value={until}
        error={tried ? untilFault : null}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      {refused !== null && (
        <p role="alert" className={styles.alert}>
          {t(`areas.card.failed.${refused}`)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" loading={saving} onClick={send}>
          {begun ? t('areas.card.saveChange') : t('areas.card.save')}
        </Button>
        <Button size="xs" variant="default" disabled={saving} onClick={onDone}>
          {t('areas.card.cancel')}
        </Button>
      </div>
    </SubForm>
  );
}
