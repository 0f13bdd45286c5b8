import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../messages/index.ts';
import styles from './failed-boundary.module.css';

interface FailedBoundaryProps {
  children: ReactNode;
  /** The whole page, or one part of it beside others that still work. */
  scope: 'page' | 'part';
}

/** When drawing a part fails: says so in its place, keeps the rest, and offers a way on. */
export class FailedBoundary extends Component<FailedBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const whole = this.props.scope === 'page';
    return (
      <div className={whole ? styles.failedPage : styles.failedPart} role="alert">
        <strong>{whole ? t('shell.failed.title') : t('shell.failed.part')}</strong>
        {whole && <span>{t('shell.failed.detail')}</span>}
        <details>
          <summary>{t('shell.failed.where')}</summary>
          <code>{`${error.name}: ${error.message}`}</code>
        </details>
        <Button
          variant="default"
          onClick={() => (whole ? location.reload() : this.setState({ error: null }))}
        >
          {whole ? t('shell.failed.reload') : t('shell.failed.again')}
        </Button>
      </div>
    );
  }
}
