import { t } from '../../messages/index.ts';
import { useRoads } from '../../state/roads.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import kit from '../../ui/form/form.module.css';
import styles from './closures.module.css';
import { effectText } from './closure-text.ts';
import type { ListedClosure } from './use-closures.ts';

/** Which roads a closure closes; one that closes none looks right and is not, so it says so loudly. */
export function EffectLine({ closure, phase, hasPlace }: Omit<ListedClosure, 'draft'>) {
  const effect = useRoads((state) => state.closures.effects.get(closure.id) ?? null);
  const text = effectText(effect, hasPlace, phase === 'in-force');
  const closesNothing = !hasPlace || effect?.stretches === 0;
  if (!closesNothing) return <span className={styles.effect}>{text}</span>;
  return (
    <span className={styles.nothing} role="note">
      <StatusDot tone="bad" label={text} />
      {hasPlace && <span className={kit.soft}>{t('closure.effect.noneHelp')}</span>}
    </span>
  );
}
