import css from './map-view.module.css';

/** A line over the map that says what does not work. */
export function MapNotice({ text }: { text: string }) {
  return (
    <p className={css.notice} role="status">
      {text}
    </p>
  );
}
