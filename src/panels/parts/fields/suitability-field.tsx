import { useId, useState } from 'react';
import { Button } from '@mantine/core';
import { ALL_EVENT_KINDS } from '../../../core/model/index.ts';
import type { EventKind } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { fieldLabel } from '../register/register-text.ts';
import type { FieldProps } from './field-props.ts';
import kit from '../../../ui/form/form.module.css';
import styles from './form.module.css';

const ANSWERS = ['yes', 'no', 'unknown'] as const;
/** What shelters are usually asked about; the others unfold. */
const USUAL: readonly EventKind[] = [
  'flood',
  'debris_flow',
  'landslide',
  'earthquake',
  'typhoon',
  'fire',
];

/** For each hazard: suitable, not suitable, or nobody has said. */
export function SuitabilityField({
  input,
  onChange,
}: FieldProps & { input: Readonly<Record<string, string>> }) {
  const id = useId();
  const [all, setAll] = useState(false);
  const shown = ALL_EVENT_KINDS.filter(
    (event) => all || USUAL.includes(event) || (input[event] ?? 'unknown') !== 'unknown',
  );
  const put = (event: EventKind, answer: string) => {
    const others = Object.fromEntries(Object.entries(input).filter(([key]) => key !== event));
    onChange(answer === 'unknown' ? others : { ...others, [event]: answer });
  };
  return (
    <fieldset className={styles.suitability} data-column="suitability">
      <legend>{fieldLabel('suitability')}</legend>
      <p className={kit.small}>{t('register.hint.suitability')}</p>
      {shown.map((event) => (
        <div
          key={event}
          className={styles.answerRow}
          role="radiogroup"
          aria-labelledby={`${id}-${event}`}
        >
          <span id={`${id}-${event}`}>{t(`kinds.event.${event}`)}</span>
          {ANSWERS.map((answer) => (
            <label
              key={answer}
              data-checked={(input[event] ?? 'unknown') === answer}
              data-answer={answer}
            >
              <input
                type="radio"
                name={`${id}-${event}`}
                checked={(input[event] ?? 'unknown') === answer}
                onChange={() => put(event, answer)}
              />
              {t(`kinds.suitability.${answer}`)}
            </label>
          ))}
        </div>
      ))}
      {!all && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {t('register.moreKinds')}
        </Button>
      )}
    </fieldset>
  );
}
