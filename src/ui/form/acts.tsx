import { useId } from 'react';
import styles from './form.module.css';

interface ActsProps<Act extends string> {
  legend: string;
  acts: readonly Act[];
  chosen: Act | null;
  label: (act: Act) => string;
  disabled?: boolean;
  onChoose: (act: Act) => void;
}

/** One of a few, side by side: radio buttons that look like one bar. */
export function Acts<Act extends string>({
  legend,
  acts,
  chosen,
  label,
  disabled,
  onChoose,
}: ActsProps<Act>) {
  const name = useId();
  return (
    <fieldset className={styles.acts} disabled={disabled}>
      <legend className="m-visually-hidden">{legend}</legend>
      {acts.map((act) => (
        <label key={act}>
          <input type="radio" name={name} checked={act === chosen} onChange={() => onChoose(act)} />
          {label(act)}
        </label>
      ))}
    </fieldset>
  );
}
