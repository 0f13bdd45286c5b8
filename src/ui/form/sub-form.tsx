import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './form.module.css';

interface SubFormProps {
  label: string;
  onSubmit: () => void;
  children: ReactNode;
}

/**
 * A form of its own that may stand inside a record's form, where HTML allows no second one: Enter in a field sends this
 * one and not the record. It comes into view whole, from under what sticks to the edges of its panel.
 */
export function SubForm({ label, onSubmit, children }: SubFormProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Scrolling answers with a promise in newer browsers, which is nothing to clean up.
    void form.current?.scrollIntoView({ block: 'nearest' });
  }, []);

  function onKey(event: KeyboardEvent<HTMLElement>): void {
    if (
      event.key !== 'Enter' ||
      event.nativeEvent.isComposing ||
      !(event.target instanceof HTMLInputElement)
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  }
  return (
    <div ref={form} role="form" className={styles.form} aria-label={label} onKeyDown={onKey}>
      {children}
    </div>
  );
}
