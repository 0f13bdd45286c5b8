import type { StockMark } from '../../core/stock/index.ts';
import { t } from '../../messages/index.ts';
import { MarkBadge } from '../../ui/kind-symbol.tsx';
import styles from '../../ui/form/form.module.css';

/** What is wrong with a lot: the badge it gives its depot on the map, and the word. */
export function LotMarks({ marks }: { marks: readonly StockMark[] }) {
  if (marks.length === 0) return null;
  return (
    <span className={styles.marks}>
      {marks.map((mark) => (
        <span key={mark} className={styles.mark} data-mark={mark}>
          <MarkBadge kind="depot" mark={mark} />
          {t(`stock.mark.${mark}`)}
        </span>
      ))}
    </span>
  );
}
