import { NumberInput } from '@mantine/core';
import { t } from '../../messages/index.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import styles from '../../ui/form/form.module.css';
import type { Typed } from './read-depth.ts';

interface DepthFieldsProps {
  min: Typed;
  max: Typed;
  fault: string | null;
  onMin: (typed: Typed) => void;
  onMax: (typed: Typed) => void;
}

/** How deep the water is, from … to: the second one is what rules are held against. */
export function DepthFields({ min, max, fault, onMin, onMax }: DepthFieldsProps) {
  const common = {
    size: 'sm',
    suffix: ' m',
    decimalScale: 2,
    step: 0.1,
    allowNegative: false,
  } as const;
  return (
    <>
      <div className={styles.pair}>
        <NumberInput {...common} label={t('areas.card.from')} value={min} onChange={onMin} />
        <NumberInput
          {...common}
          label={t('areas.card.to')}
          value={max}
          onChange={onMax}
          error={fault}
        />
      </div>
      <InCentimetres typed={min} onTake={onMin} />
      <InCentimetres typed={max} onTake={onMax} />
      <p className={styles.soft}>{t('areas.card.depthHint')}</p>
    </>
  );
}

/** Water over a road is seldom deeper than this, in metres: a larger number is more likely meant in centimetres. */
const PLAUSIBLE_M = 10;

/** "80" is not taken for eighty metres unseen: the person is asked. */
function InCentimetres({ typed, onTake }: { typed: Typed; onTake: (typed: Typed) => void }) {
  const metres = Number(typed);
  if (!(metres > PLAUSIBLE_M)) return null;
  return (
    <p role="status">
      {t('areas.card.centimetres', { metres: formatNumber(metres) })}{' '}
      <button type="button" className={styles.quiet} onClick={() => onTake(metres / 100)}>
        {t('areas.card.takeCentimetres', {
          centimetres: formatNumber(metres),
          metres: formatNumber(metres / 100),
        })}
      </button>
    </p>
  );
}
