import { useEffect } from 'react';
import { SYMBOL_KINDS } from '../../core/symbols/index.ts';
import type { SymbolKind } from '../../core/symbols/index.ts';
import { t } from '../../messages/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import type { SearchGroup, SearchOption } from './search-options.ts';
import kit from '../../ui/form/form.module.css';
import styles from './search.module.css';

interface SearchResultsProps {
  /** Prefix of element ids; option n is `${id}-${n}`, counted through all groups. */
  id: string;
  shown: boolean;
  groups: readonly SearchGroup[];
  active: number;
  note: string | null;
  onChoose: (option: SearchOption, mark: boolean) => void;
  onPoint: (position: number, option: SearchOption) => void;
}

/** The list under the field. Focus stays in the field; the active option is named by it. */
export function SearchResults({
  id,
  shown,
  groups,
  active,
  note,
  onChoose,
  onPoint,
}: SearchResultsProps) {
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, shown, active]);
  let position = -1;
  return (
    <div className={styles.popup} hidden={!shown}>
      <div
        id={`${id}-list`}
        role="listbox"
        className={styles.listbox}
        aria-label={t('search.results')}
      >
        {groups.map((group, g) => (
          <div key={group.title} role="group" aria-labelledby={`${id}-group-${g}`}>
            <div id={`${id}-group-${g}`} role="presentation" className={styles.groupTitle}>
              {group.title}
            </div>
            {group.options.map((option) => {
              position += 1;
              const at = position;
              return (
                <div
                  key={option.key}
                  id={`${id}-${at}`}
                  role="option"
                  aria-selected={at === active}
                  className={styles.option}
                  // The field keeps the focus, so that typing goes on where it was.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={(event) => onChoose(option, event.ctrlKey || event.metaKey)}
                  onPointerMove={() => at !== active && onPoint(at, option)}
                >
                  <OptionSign option={option} />
                  <span className={styles.optionText}>
                    <Marked text={option.label} mark={option.mark} />
                    {option.detail !== '' && (
                      <span className={`${kit.small} ${styles.detail}`}>{option.detail}</span>
                    )}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className={styles.noteLine} role="status">
        {note}
      </p>
      {groups.some((group) => group.options.some(({ action }) => action.tag === 'show')) && (
        <p className={styles.keys} aria-hidden="true">
          {t('search.keys')}
        </p>
      )}
    </div>
  );
}

const isSymbolKind = (kind: string): kind is SymbolKind =>
  (SYMBOL_KINDS as readonly string[]).includes(kind);

function OptionSign({ option }: { option: SearchOption }) {
  const { action } = option;
  if (action.tag === 'mark') return <KindSymbol kind="incident" size={20} />;
  if (action.tag === 'show' && isSymbolKind(action.kind))
    return <KindSymbol kind={action.kind} size={20} />;
  return (
    <span className={styles.sign}>
      <Icon name={action.tag === 'datum' ? 'language' : 'command'} size={18} />
    </span>
  );
}

/** A name with the part that matched set off. Names are text, whatever they contain. */
function Marked({ text, mark }: { text: string; mark: readonly [number, number] | null }) {
  if (mark === null) return <span>{text}</span>;
  return (
    <span>
      {text.slice(0, mark[0])}
      <mark className={styles.hit}>{text.slice(mark[0], mark[1])}</mark>
      {text.slice(mark[1])}
    </span>
  );
}
