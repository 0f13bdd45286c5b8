import type { Level } from '../core/model/index.ts';
import { t } from '../messages/index.ts';
import { KindSymbol } from './kind-symbol.tsx';
import styles from './parts.module.css';
import { Unknown } from './quantities.tsx';

/** A level: its numeral in the diamond of its colour, and the words. Colour never stands alone. */
export function LevelBadge({ level, short = false }: { level: Level | null; short?: boolean }) {
  if (level === null) return <Unknown label={t('units.noLevel')} />;
  const words = t(`kinds.level.${level}`);
  return (
    <span className={styles.level} title={words}>
      <KindSymbol kind="incident" level={level} size={22} />
      {short ? <span className="m-visually-hidden">{words}</span> : words}
    </span>
  );
}
