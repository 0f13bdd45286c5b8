import { useId } from 'react';
import type { Level } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import styles from './level-choice.module.css';

const LEVELS: readonly (Level | null)[] = [1, 2, 3, 4, null];

/** Ⅰ to Ⅳ or not known: each by numeral, shape, colour and word. */
export function LevelChoice({
  level,
  onChange,
}: {
  level: Level | null;
  onChange: (level: Level | null) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.levels}>
      <legend>{t('incident.field.level')}</legend>
      <div>
        {LEVELS.map((one) => (
          <label key={one ?? 0} data-checked={one === level}>
            <input
              type="radio"
              className="m-visually-hidden"
              name={name}
              checked={one === level}
              onChange={() => onChange(one)}
            />
            <KindSymbol kind="incident" level={one} size={24} />
            <span>{t(`incident.level.${one ?? 'unknown'}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
