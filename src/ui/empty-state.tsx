import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface EmptyStateProps {
  title: string;
  /** What the person can do about it. */
  detail?: ReactNode;
  action?: ReactNode;
}

/** A place where nothing is yet, and what to do about it. */
export function EmptyState({ title, detail, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <div className={styles.emptyTitle}>{title}</div>
      {detail !== undefined && <div>{detail}</div>}
      {action}
    </div>
  );
}
