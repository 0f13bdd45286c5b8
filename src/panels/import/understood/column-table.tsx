import { setColumnField } from '../../../actions/importing/read-import.ts';
import type { ColumnSeen, Understood } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import styles from './columns.module.css';
import tone from '../tone.module.css';
import { importFieldLabel } from '../import-text.ts';

const PLACE = ['lng', 'lat', 'lnglat', 'wkt'];
/** Columns of the register's own exports that are understood and not taken over. */
const REMARKS = new Set(['asOf', 'archivedAt', 'disputedAt', 'disputeReason']);

/** Every column of the file, what it holds, and where it goes. */
export function ColumnTable({ understood }: { understood: Understood }) {
  const { columns, fields, understanding } = understood;
  return (
    <section>
      <div className={tone.sectionHead}>
        <h3 id="import-columns">{t('importing.columns.heading')}</h3>
        <span className={tone.soft}>{t('importing.columns.hint')}</span>
      </div>
      <table className={styles.columns} aria-labelledby="import-columns">
        <thead>
          <tr>
            <th scope="col">{t('importing.columns.title')}</th>
            <th scope="col">{t('importing.columns.samples')}</th>
            <th scope="col">{t('importing.columns.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              fields={fields}
              named={understanding.header}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ColumnRowProps {
  column: ColumnSeen;
  fields: readonly string[];
  /** The file names its columns; otherwise a title is only their number. */
  named: boolean;
}

function ColumnRow({ column, fields, named }: ColumnRowProps) {
  const { index, title, samples, field, by, joined } = column;
  const numbered = !named && title === String(index + 1);
  const name =
    title === '' || numbered ? t('importing.columns.unnamed', { number: index + 1 }) : title;
  const facts = fields.filter(
    (one) => !PLACE.includes(one) && (!REMARKS.has(one) || one === field),
  );
  return (
    <tr data-used={field !== null}>
      <th scope="row">{name}</th>
      <td>
        <div className={styles.samples}>
          {samples.length === 0 ? (
            <span className={tone.soft}>
              {t(joined ? 'importing.join.from' : 'importing.columns.empty')}
            </span>
          ) : (
            samples.map((sample) => <span key={sample}>{sample}</span>)
          )}
        </div>
      </td>
      <td className={styles.fieldCell}>
        <select
          aria-label={t('importing.columns.fieldOf', { column: name })}
          value={field ?? ''}
          onChange={(event) =>
            void setColumnField(
              index,
              event.currentTarget.value === '' ? null : event.currentTarget.value,
            )
          }
        >
          <option value="">{t('importing.columns.unused')}</option>
          <optgroup label={t('importing.columns.placeGroup')}>
            {PLACE.map((one) => (
              <option key={one} value={one}>
                {importFieldLabel(one)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('importing.columns.otherGroup')}>
            {facts.map((one) => (
              <option key={one} value={one}>
                {importFieldLabel(one)}
              </option>
            ))}
          </optgroup>
        </select>
        {by !== null && (
          <span className={styles.by}>
            {by === 'guess' ? t('importing.columns.guessed') : t('importing.columns.byPerson')}
          </span>
        )}
      </td>
    </tr>
  );
}
