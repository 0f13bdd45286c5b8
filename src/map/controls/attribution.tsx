import { t } from '../../messages/index.ts';
import css from './map-view.module.css';

/** Where the ground comes from, as plain text: the local base map is the register's own drawing. */
export function Attribution({ texts }: { texts: readonly string[] }) {
  const said = [...new Set(texts.filter((text) => text !== ''))];
  return (
    <div className={css.attribution}>
      {said.length === 0 ? t('map.localGround') : said.join(' · ')}
    </div>
  );
}
