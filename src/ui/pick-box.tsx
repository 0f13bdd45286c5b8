import type { InputHTMLAttributes, Ref } from 'react';
import styles from './pick-box.module.css';

type PickBoxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> & {
  'aria-label': string;
  ref?: Ref<HTMLInputElement>;
};

/** A checkbox without words of its own, as in a table. What is around it is pressed too, so that a thumb finds it. */
export const PickBox = (props: PickBoxProps) => (
  <label className={styles.pick}>
    <input type="checkbox" {...props} />
  </label>
);
