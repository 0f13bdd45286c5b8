import { useId } from 'react';
import { setBaseMap } from '../../actions/set-base-map.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import styles from './legend.module.css';

const LOCAL = 'local';

/** The base maps a person configured, and the local one. Nothing to choose when only that exists. */
export function BaseMapChoice() {
  const name = useId();
  const configured = useSession((state) => state.config?.baseMaps);
  const chosen = useSession((state) => state.baseMapId);
  if (configured === undefined || configured.length === 0) return null;
  const choices = [{ id: LOCAL, name: t('legend.localBaseMap') }, ...configured];
  return (
    <fieldset className={styles.baseMaps}>
      <legend>{t('legend.baseMap')}</legend>
      {choices.map((choice) => (
        <label key={choice.id} className={styles.layer}>
          <input
            type="radio"
            name={name}
            checked={choice.id === chosen}
            onChange={() => setBaseMap(choice.id)}
          />
          <span className={styles.layerName}>{choice.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
