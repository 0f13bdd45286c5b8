import type { MonthTally } from '../../core/rectification/index.ts';
import { t } from '../../messages/index.ts';
import styles from './rectification.module.css';

const WIDTH = 420;
const HEIGHT = 150;
const BASE = 126;
const TOP = 16;
const SLOT = WIDTH / 12;
const BAR = 11;

/** Found and done by month, as bars with their numbers over them. The table beside it says the same in words. */
export function MonthBars({ months }: { months: readonly MonthTally[] }) {
  const most = Math.max(1, ...months.map(({ found, done }) => Math.max(found, done)));
  const height = (value: number): number => ((BASE - TOP) * value) / most;
  return (
    <figure style={{ margin: 0 }}>
      <figcaption className={styles.key}>
        <span>{t('rectification.report.chart')}</span>
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <Hatch id="rectification-key" />
            <rect
              width="12"
              height="12"
              fill="url(#rectification-key)"
              className={styles.foundEdge}
            />
          </svg>
          {t('rectification.report.found')}
        </span>
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect width="12" height="12" className={styles.done} />
          </svg>
          {t('rectification.report.done')}
        </span>
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={months
          .filter(({ found, done }) => found + done > 0)
          .map((month) => t('rectification.report.chartRow', { ...month }))
          .join(t('answer.text.separator'))}
      >
        <Hatch id="rectification-found" />
        <line x1="0" x2={WIDTH} y1={BASE + 0.5} y2={BASE + 0.5} stroke="var(--m-line-strong)" />
        {months.map(({ month, found, done }, at) => {
          const middle = SLOT * (at + 0.5);
          return (
            <g key={month}>
              <Bar
                x={middle - BAR - 0.5}
                value={found}
                height={height(found)}
                pattern="url(#rectification-found)"
              />
              <Bar x={middle + 0.5} value={done} height={height(done)} pattern={null} />
              <text x={middle} y={BASE + 16} textAnchor="middle">
                {month}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** Hatched, so that the two bars are told apart without colour. */
function Hatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width="4"
      height="4"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="4" height="4" fill="var(--m-surface)" />
      <rect width="1.8" height="4" fill="var(--m-text-soft)" />
    </pattern>
  );
}

interface BarProps {
  x: number;
  value: number;
  height: number;
  /** null = filled. */
  pattern: string | null;
}

function Bar({ x, value, height, pattern }: BarProps) {
  if (value === 0) return null;
  return (
    <>
      <rect
        x={x}
        y={BASE - height}
        width={BAR}
        height={height}
        className={pattern === null ? styles.done : styles.foundEdge}
        fill={pattern ?? undefined}
      />
      <text x={x + BAR / 2} y={BASE - height - 3} textAnchor="middle">
        {value}
      </text>
    </>
  );
}
