import { useState } from 'react';
import { decideImport } from '../../../actions/importing/compare-import.ts';
import { focusPlace } from '../../../actions/focus-place.ts';
import type { StoredKind } from '../../../core/import/difference/tables.ts';
import type { Decision, DifferenceRow } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { formatDistance } from '../../../ui/format/numbers.ts';
import type { TextContext } from '../../parts/register/register-text.ts';
import styles from './difference.module.css';
import tone from '../tone.module.css';
import { changeText, importFieldLabel, reasonText, valueText } from '../import-text.ts';
import { PickBox } from '../../../ui/pick-box.tsx';

interface DifferenceLineProps {
  at: number;
  /** null = on its way from the worker. */
  row: DifferenceRow | null;
  kind: StoredKind;
  words: TextContext;
  decided: boolean;
  active: boolean;
  measure: (element: HTMLElement | null) => void;
  onActive: (at: number) => void;
  onToggle: (row: DifferenceRow) => void;
}

/** One line of the difference: whether it is taken, which row of the file, what it is about, what it brings. */
export function DifferenceLine(props: DifferenceLineProps) {
  const { at, row, kind, words, decided, active, measure, onActive } = props;
  return (
    <tr
      ref={measure}
      data-index={at}
      aria-rowindex={at + 2}
      tabIndex={active ? 0 : -1}
      data-left={row?.decision === 'leave' && decided}
      onFocus={() => onActive(at)}
      onClick={() => {
        onActive(at);
        if (row?.place != null) focusPlace(row.place);
      }}
    >
      {row === null ? (
        <td colSpan={4}>{t('importing.table.loading')}</td>
      ) : (
        <>
          <td className={styles.choice} onClick={(event) => event.stopPropagation()}>
            {decided && <Choice {...props} row={row} />}
          </td>
          <td className={tone.rowNumber}>{row.row ?? ''}</td>
          <th scope="row">{row.name}</th>
          <td>
            <div className={row.group === 'new' ? styles.facts : undefined}>
              <What row={row} kind={kind} words={words} />
            </div>
          </td>
        </>
      )}
    </tr>
  );
}

function Choice({ row, active, onToggle }: DifferenceLineProps & { row: DifferenceRow }) {
  const tabIndex = active ? 0 : -1;
  /** What was ticked just now, until the worker has heard of it: a tick shall not hesitate. */
  const [pending, setPending] = useState<{ was: Decision; ticked: boolean } | null>(null);
  const ticked = pending?.was === row.decision ? pending.ticked : row.decision !== 'leave';
  if (row.group === 'alike')
    return (
      <select
        tabIndex={tabIndex}
        aria-label={t('importing.table.decideRow', { row: row.row ?? '', name: row.name })}
        value={row.decision}
        onChange={(event) => void decideImport([row.index], event.currentTarget.value as Decision)}
      >
        <option value="leave">{t('importing.table.leave')}</option>
        <option value="same">{t('importing.table.same')}</option>
        <option value="take">{t('importing.table.asNew')}</option>
      </select>
    );
  return (
    <PickBox
      tabIndex={tabIndex}
      aria-label={
        row.group === 'missing'
          ? t('importing.table.archiveRow', { name: row.name })
          : t('importing.table.takeRow', { row: row.row ?? '', name: row.name })
      }
      checked={ticked}
      onChange={() => {
        setPending({ was: row.decision, ticked: !ticked });
        onToggle(row);
      }}
    />
  );
}

function What({ row, kind, words }: { row: DifferenceRow; kind: StoredKind; words: TextContext }) {
  if (row.fault !== null) return <span className={tone.fault}>{reasonText(row.fault)}</span>;
  const { like, changes, facts } = row;
  return (
    <>
      {like !== null && (
        <span className={styles.like}>
          {like.meters === null
            ? t('importing.table.likeUnplaced', { name: like.name })
            : t('importing.table.like', { name: like.name, distance: formatDistance(like.meters) })}
        </span>
      )}
      {changes.map((change) => {
        const { label, from, to } = changeText(kind, change, words);
        return (
          <span key={`${change.field} ${to}`} className={styles.change}>
            <span className={tone.soft}>{label}</span>
            {from !== null && (
              <>
                <del>{from}</del>
                <span aria-hidden="true">→</span>
                <span className="m-visually-hidden">{t('importing.table.to')}</span>
              </>
            )}
            <ins>{to}</ins>
          </span>
        );
      })}
      {facts.map(({ field, value }) => (
        <span key={field} className={styles.fact}>
          <span className={tone.soft}>{importFieldLabel(field)}</span>{' '}
          {valueText(kind, field, value, words)}
        </span>
      ))}
      {row.group === 'new' && facts.length === 0 && changes.length === 0 && (
        <span className={tone.soft}>{t('importing.table.newDetail')}</span>
      )}
    </>
  );
}
