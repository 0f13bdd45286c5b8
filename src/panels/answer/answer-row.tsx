import { useId } from 'react';
import { hover } from '../../actions/hover.ts';
import { selectAndFrame } from '../../actions/select.ts';
import type { RowChange } from '../../core/ranking/changes.ts';
import type { Ranked, RankingTables } from '../../core/ranking/types.ts';
import { thresholdByDistrict } from '../../core/thresholds/index.ts';
import { markerFor, symbolOf } from '../../core/symbols/index.ts';
import type { SymbolFacts, SymbolMark } from '../../core/symbols/index.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { Unknown } from '../../ui/quantities.tsx';
import { StatusDot } from '../../ui/status-dot.tsx';
import styles from './row.module.css';
import { RowChangeLine } from './change-note.tsx';
import { RowPhone } from './row-phone.tsx';
import type { RowView } from './row-view.ts';
import type { FactText } from './row-text.ts';

interface AnswerRowProps {
  ranked: Ranked;
  view: RowView;
  /** What became of it since other roads are closed; null = nothing. */
  change: RowChange | null;
  symbol: RowSymbol | null;
  /** One row of the list is reached by Tab, the others by the arrow keys. */
  tabbable: boolean;
}

interface RowSymbol extends SymbolFacts {
  marks: readonly SymbolMark[];
}

/** The symbol a record has on the map, for its row. */
export function symbolIn(
  tables: RankingTables,
  ranked: Pick<Ranked, 'kind' | 'id'>,
  now: number,
): RowSymbol | null {
  const { kind, id } = ranked;
  const record = tables[kind].get(id);
  if (record === undefined) return null;
  const maxAge = thresholdByDistrict(tables, 'fact_max_age')(record.districtCode);
  const marks = markerFor(tables, now)(kind, record as never);
  return { ...symbolOf(kind, record as never, { now, maxAge }), marks };
}

/** One candidate: its rank, what was summed, what is known and what is not, and how old that is. */
export function AnswerRow({ ranked, view, change, symbol, tabbable }: AnswerRowProps) {
  const details = useId();
  const { kind, id } = view;
  const lit = useSession((state) => state.hover?.kind === kind && state.hover.id === id);
  const selected = useSession(
    (state) => state.selection?.kind === kind && state.selection.id === id,
  );
  const show = () => selectAndFrame({ kind, id }, ranked.place);
  return (
    <li
      className={styles.row}
      data-id={id}
      data-lit={lit}
      data-selected={selected}
      onPointerEnter={() => hover({ kind, id })}
      onPointerLeave={() => hover(null)}
      onClick={show}
    >
      <span className={styles.rank} aria-hidden="true">
        {view.rank}
      </span>
      <KindSymbol
        kind={kind}
        size={22}
        state={symbol?.state ?? 'plain'}
        age={symbol?.age ?? 'undated'}
        marks={symbol?.marks ?? []}
      />
      <div className={styles.main}>
        <div className={styles.first}>
          <button
            type="button"
            className={styles.name}
            data-row
            tabIndex={tabbable ? 0 : -1}
            aria-describedby={details}
            aria-current={selected ? 'true' : undefined}
            onFocus={() => hover({ kind, id })}
            onBlur={() => hover(null)}
          >
            <span className="m-visually-hidden">{t('answer.rank', { rank: view.rank })} </span>
            {view.name}
          </button>
        </div>
        <div id={details} className={styles.details}>
          <div className={styles.total}>
            {!view.isSum && <span>{view.sum}</span>}
            <strong>{view.total}</strong>
          </div>
          {change !== null && <RowChangeLine change={change} />}
          <RowFacts view={view} />
        </div>
        <RowPhone kind={kind} id={id} tabbable={tabbable} />
      </div>
    </li>
  );
}

/**
 * What decides is in sight, with whatever is bad, doubtful or unknown; the rest opens with the row. It stays readable
 * for a screen reader.
 */
function RowFacts({ view }: { view: RowView }) {
  const main = view.facts.filter(({ minor }) => minor !== true);
  const rest = view.facts.filter(({ minor }) => minor === true);
  return (
    <>
      <ul className={styles.facts}>
        {main.map((fact) => (
          <FactItem key={fact.text} fact={fact} />
        ))}
        {view.unknowns.map((unknown) => (
          <li key={unknown}>
            <Unknown label={unknown} />
          </li>
        ))}
        {view.basis !== null && <li className={styles.basis}>{view.basis}</li>}
        {view.age.tone !== 'fresh' && <li className={styles.basis}>{view.age.text}</li>}
      </ul>
      <div className={styles.more}>
        {view.isSum && <div>{view.sum}</div>}
        <ul className={styles.facts}>
          {view.sort !== null && <li className={styles.sort}>{view.sort}</li>}
          {rest.map((fact) => (
            <FactItem key={fact.text} fact={fact} />
          ))}
        </ul>
        <div className={styles.age}>
          {view.age.tone === 'fresh' && <span>{view.age.text}</span>}
          <span>{view.age.source}</span>
        </div>
      </div>
    </>
  );
}

const FactItem = ({ fact: { tone, text } }: { fact: FactText }) => (
  <li>{tone === 'plain' ? text : <StatusDot tone={tone} label={text} />}</li>
);
