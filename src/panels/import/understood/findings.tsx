import type { Understood } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import tone from '../tone.module.css';
import { NothingUsable } from './nothing-usable.tsx';
import { Offers } from './offers.tsx';
import styles from './understood.module.css';
import { reasonText, warningText } from '../import-text.ts';

const SHOWN_OPEN = 6;
/** Findings that the table of columns shows, so that they are not listed a second time. */
const SEEN_ELSEWHERE = new Set([
  'columns_unused',
  'guessed_columns',
  'no_header',
  'date_stated',
  'placeless',
  'parts_of_one',
  'parts_joined',
]);

function onMapText(drawn: number, usable: number): string {
  if (drawn === 0) return t('importing.notOnMap');
  const figures = { count: formatNumber(drawn), total: formatNumber(usable) };
  return drawn < usable ? t('importing.onMapSome', figures) : t('importing.onMap', figures);
}

/** What a person should know of the file before going on, the worst first. */
export function Findings({ understood }: { understood: Understood }) {
  const { kind, kindSeen, warnings, blockers, refused, counts, sample } = understood;
  const shown = warnings.filter(({ code }) => !SEEN_ELSEWHERE.has(code));
  const more = counts.rejected - refused.length;
  // A long list would push away what mends it.
  const isShort = refused.length <= SHOWN_OPEN;
  return (
    <section className={styles.findings} aria-label={t('importing.findings.heading')}>
      {blockers.map((warning) => (
        <p key={warning.code} role="alert" className={tone.blocked}>
          <strong>{t('importing.findings.blocked')}</strong> {warningText(warning)}
        </p>
      ))}
      <NothingUsable understood={understood} />
      <Offers understood={understood} />
      {!kindSeen && counts.read > 0 && (
        <p role="status" className={tone.unsure}>
          {t('importing.findings.kindUnseen', { kind: t(`kinds.record.${kind}`) })}
        </p>
      )}
      <ul>
        {shown.map((warning, i) => (
          <li key={`${warning.code} ${i}`}>{warningText(warning)}</li>
        ))}
        {counts.usable > 0 && <li>{onMapText(sample.features.length, counts.usable)}</li>}
      </ul>
      {refused.length > 0 && (
        <details open={isShort && counts.rejected * 2 >= counts.read}>
          <summary>
            {t('importing.findings.refused')}{' '}
            <span className={tone.badge}>{formatNumber(counts.rejected)}</span>
          </summary>
          <ul>
            {refused.map(({ row, reason, params, text }) => (
              <li key={row}>
                <span className={tone.rowNumber}>{t('importing.findings.row', { row })}</span>{' '}
                <span className={tone.fault}>{reasonText({ reason, params })}</span>{' '}
                <span className={tone.soft}>{text}</span>
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p className={tone.soft}>
              {t('importing.findings.more', { count: formatNumber(more) })}
            </p>
          )}
        </details>
      )}
    </section>
  );
}
