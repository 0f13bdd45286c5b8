import { NumberInput } from '@mantine/core';
import { t } from '../../messages/index.ts';
import styles from '../upkeep/upkeep.module.css';
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
  const common = { size: 'sm', suffix: ' m', decimalScale: 2, step: 0.1, allowNegative: false } as const;
  return (
    <>
      <div className={styles.pair}>
        <NumberInput {...common} label={t('areas.card.from')} value={min} onChange={onMin} />
        <NumberInput {...common} label={t('areas.card.to')} value={max} onChange={onMax} error={fault} />
      </div>
      <p className={styles.soft}>{t('areas.card.depthHint')}</p>
    </>
  );
}
