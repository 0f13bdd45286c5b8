import type { Level } from '../../core/model/index.ts';
import { SYMBOL_MARKS } from '../../core/symbols/index.ts';
import type {
  SymbolAge,
  SymbolKind,
  SymbolMark,
  SymbolState,
  SymbolsSeen,
} from '../../core/symbols/index.ts';
import { t } from '../../messages/index.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';

const SAMPLES: readonly {
  key: SymbolState | 'old' | 'undated';
  state: SymbolState;
  age: SymbolAge;
}[] = [
  { key: 'plain', state: 'plain', age: 'fresh' },
  { key: 'ringed', state: 'ringed', age: 'fresh' },
  { key: 'barred', state: 'barred', age: 'fresh' },
  { key: 'hollow', state: 'hollow', age: 'fresh' },
  { key: 'unknown', state: 'unknown', age: 'fresh' },
  { key: 'old', state: 'plain', age: 'old' },
  { key: 'undated', state: 'plain', age: 'undated' },
];

/** Whose symbol shows a mark in the legend. */
const MARKED_KIND: Partial<Record<SymbolMark, SymbolKind>> = {
  unusable: 'shelter',
  disputed: 'team',
  overdue: 'hazard',
};

const LEVELS: readonly (Level | null)[] = [1, 2, 3, 4, null];

interface SymbolKeyProps {
  /** Only what these show; all there is when absent. */
  seen?: SymbolsSeen;
  /** Pixels. */
  size: number;
}

/** What a ring, a bar, a hatch, a faded symbol, a mark and the colour of a level say. */
export function SymbolKey({ seen, size }: SymbolKeyProps) {
  const samples = SAMPLES.filter(
    ({ key, state, age }) =>
      seen === undefined || (key === state ? seen.states.has(state) : seen.ages.has(age)),
  );
  const marks = SYMBOL_MARKS.filter((mark) => seen === undefined || seen.marks.has(mark));
  const levels = LEVELS.filter((level) => seen === undefined || seen.levels.has(level));
  return (
    <>
      <ul>
        {samples.map(({ key, state, age }) => (
          <li key={key}>
            <KindSymbol kind="team" size={size} state={state} age={age} />
            {t(`legend.state.${key}`)}
          </li>
        ))}
        <li>{t('legend.cluster')}</li>
      </ul>
      {marks.length > 0 && (
        <ul aria-label={t('legend.marks')}>
          {marks.map((mark) => (
            <li key={mark}>
              <KindSymbol kind={MARKED_KIND[mark] ?? 'depot'} size={size} marks={[mark]} />
              {t(`legend.mark.${mark}`)}
            </li>
          ))}
        </ul>
      )}
      {levels.length > 0 && (
        <>
          <h3>{t('legend.levels')}</h3>
          <ul>
            {levels.map((level) => (
              <li key={level ?? 0}>
                <KindSymbol kind="incident" size={size} level={level} />
                {level === null ? t('units.noLevel') : t(`kinds.level.${level}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
