import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { dropThreshold, setThreshold } from '../../actions/thresholds/change-threshold.ts';
import type { ThresholdRefused } from '../../actions/thresholds/change-threshold.ts';
import { STOPS_BIT, VEHICLES } from '../../core/arrival/active-areas.ts';
import type { Threshold } from '../../core/model/index.ts';
import { readThreshold } from '../../core/thresholds/index.ts';
import type { ThresholdSpec } from '../../core/thresholds/index.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { formatSource } from '../../ui/format/sources.ts';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import kit from '../../ui/form/form.module.css';
import { useSaving } from '../../ui/form/use-saving.ts';
import styles from '../../ui/list-and-detail.module.css';
import { faultText, typedText, valueText } from './threshold-text.ts';
import own from './thresholds.module.css';

interface ThresholdFormProps {
  threshold: ThresholdSpec;
  code: string;
  own: Threshold | null;
  inherited: Threshold | null;
}

type Said = { good: boolean; text: string } | null;

const outcome = (refused: ThresholdRefused, good: string): Said =>
  refused === null
    ? { good: true, text: good }
    : { good: false, text: t(`areas.card.failed.${refused}`) };

/** What is typed into the form, what is wrong with it, and the two things that can be done with it. */
function useOwnValue({ threshold, code, own: set, inherited }: ThresholdFormProps) {
  const held = set ?? inherited;
  const [typed, setTyped] = useState(held === null ? '' : typedText(held.value, threshold.form));
  // Never filled in: another value is not from where the former one was.
  const [source, setSource] = useState('');
  const [clause, setClause] = useState(set?.clause ?? '');
  const [tried, setTried] = useState(false);
  const { saving, once } = useSaving();
  const [said, setSaid] = useState<Said>(null);
  const reading = readThreshold(typed, threshold.form);
  const fault = 'fault' in reading ? faultText(reading.fault, threshold.form) : null;
  const noSource = source.trim() === '' ? t('thresholds.fault.source') : null;

  function save(): void {
    setTried(true);
    if ('fault' in reading || noSource !== null) return;
    const content = {
      districtCode: code,
      key: threshold.key,
      value: reading.value,
      unit: held?.unit ?? threshold.unit,
      source: source.trim(),
      clause: clause.trim() === '' ? null : clause.trim(),
    };
    void once(async () => {
      setSaid(outcome(await setThreshold(content, set), t('thresholds.detail.saved')));
      setTried(false);
    });
  }

  function drop(): void {
    if (set === null || inherited === null) return;
    void once(async () => {
      const refused = await dropThreshold(set);
      setSaid(outcome(refused, t('thresholds.detail.dropped')));
      if (refused !== null) return;
      setTyped(typedText(inherited.value, threshold.form));
      setSource('');
      setClause('');
    });
  }

  return {
    value: { typed, setTyped, fault: tried ? fault : null },
    source: { typed: source, setTyped: setSource, fault: tried ? noSource : null },
    clause: { typed: clause, setTyped: setClause },
    saving,
    said,
    save,
    drop,
  };
}

type Typed = ReturnType<typeof useOwnValue>['value'];

/** A value of the district's own, with where it is from; and the way back to the one above. */
export function ThresholdForm(props: ThresholdFormProps) {
  const { threshold, code, own: set, inherited } = props;
  const language = useSession((state) => state.language);
  const district = useDistrictText();
  const { value, source, clause, saving, said, save, drop } = useOwnValue(props);

  return (
    <form
      className={styles.part}
      aria-label={t('thresholds.detail.title', { district: district(code) })}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>{t('thresholds.detail.title', { district: district(code) })}</h3>
      <ValueField threshold={threshold} value={value} />
      <TextInput
        size="sm"
        label={t('thresholds.detail.sourceField')}
        description={t('thresholds.detail.sourceHint')}
        maxLength={500}
        placeholder={set === null ? undefined : formatSource(set.source, language)}
        value={source.typed}
        error={source.fault}
        onChange={({ currentTarget }) => source.setTyped(currentTarget.value)}
      />
      <TextInput
        size="sm"
        label={t('thresholds.detail.clauseField')}
        maxLength={500}
        value={clause.typed}
        onChange={({ currentTarget }) => clause.setTyped(currentTarget.value)}
      />
      {said !== null && (
        <p role={said.good ? 'status' : 'alert'} className={said.good ? styles.good : styles.fault}>
          {said.text}
        </p>
      )}
      <div className={kit.buttons}>
        <Button type="submit" size="sm" loading={saving}>
          {t('thresholds.detail.save')}
        </Button>
        {set !== null && inherited !== null && (
          <Button size="sm" variant="default" disabled={saving} onClick={drop}>
            {t('thresholds.detail.drop', {
              district: district(inherited.districtCode),
              value: valueText(threshold, inherited.value),
            })}
          </Button>
        )}
      </div>
    </form>
  );
}

function ValueField({ threshold, value }: { threshold: ThresholdSpec; value: Typed }) {
  const { form } = threshold;
  if (form.as === 'stops')
    return (
      <StopsField value={Number(value.typed)} onChange={(stops) => value.setTyped(String(stops))} />
    );
  return (
    <TextInput
      size="sm"
      inputMode={form.as === 'clock' ? 'numeric' : 'decimal'}
      label={t('thresholds.detail.value')}
      rightSection={form.as === 'number' ? t(`thresholds.unit.${form.unit}`) : null}
      rightSectionWidth={56}
      value={value.typed}
      error={value.fault}
      onChange={({ currentTarget }) => value.setTyped(currentTarget.value)}
    />
  );
}

function StopsField({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  return (
    <fieldset className={own.who}>
      <legend>{t('thresholds.detail.stopsWho')}</legend>
      {VEHICLES.map((by) => (
        <Checkbox
          key={by}
          size="sm"
          label={t(`areas.who.${by}`)}
          checked={(value & STOPS_BIT[by]) !== 0}
          onChange={() => onChange(value ^ STOPS_BIT[by])}
        />
      ))}
    </fieldset>
  );
}
