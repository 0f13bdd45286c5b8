import styles from './parts.module.css';

export type StatusTone = 'good' | 'waiting' | 'bad' | 'unknown';

/** One shape per tone, so that it reads without colour: full disc, half disc, barred disc, dashed ring. */
const MARKS: Record<StatusTone, { d: string; colour: string; fill: boolean; dash?: string }> = {
  good: {
    d: 'M5 .8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4Z',
    colour: 'var(--m-accent)',
    fill: true,
  },
  waiting: { d: 'M5 .8a4.2 4.2 0 0 1 0 8.4Z', colour: 'var(--m-text-soft)', fill: true },
  bad: {
    d: 'M5 .8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4ZM2 2l6 6',
    colour: 'var(--m-fault)',
    fill: false,
  },
  unknown: {
    d: 'M5 .8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4Z',
    colour: 'var(--m-text-soft)',
    fill: false,
    dash: '1.6 1.4',
  },
};

/** A state as a small mark and its words. */
export function StatusDot({ tone, label }: { tone: StatusTone; label: string }) {
  const mark = MARKS[tone];
  return (
    <span className={styles.status} data-tone={tone}>
      <svg className={styles.dot} viewBox="0 0 10 10" aria-hidden="true">
        <path
          d={mark.d}
          fill={mark.fill ? mark.colour : 'none'}
          stroke={mark.colour}
          strokeWidth="1.5"
          strokeDasharray={mark.dash}
        />
      </svg>
      {label}
    </span>
  );
}
