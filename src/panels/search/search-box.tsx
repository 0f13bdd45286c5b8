import { CloseButton, TextInput } from '@mantine/core';
import { useDeferredValue, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { focusIncident } from '../../actions/focus-incident.ts';
import { focusPlace } from '../../actions/focus-place.ts';
import { hover } from '../../actions/hover.ts';
import { selectAndShow } from '../../actions/select.ts';
import { readCoordinates } from '../../core/search/coordinates.ts';
import type { Datum } from '../../core/crs/datum.ts';
import { t } from '../../messages/index.ts';
import { Icon } from '../../ui/icon.tsx';
import { askAt } from '../parts/incident/ask-at.ts';
import { useAskedIncident } from '../../state/asked-incident.ts';
import { SearchResults } from './search-results.tsx';
import { searchGroups, searchNote } from './search-options.ts';
import type { SearchAction, SearchAsked, SearchOption } from './search-options.ts';
import styles from './search.module.css';
import { useLoadedArea } from '../parts/places/use-loaded-area.ts';
import { useSearchIndex } from './use-search-index.ts';

/** How near the map goes to a place that was searched for. */
const PLACE_ZOOM = 15;

/** Do what an option offers; returns whether the list has served its purpose. */
function perform(action: SearchAction, setDatum: (datum: Datum) => void): boolean {
  switch (action.tag) {
    case 'datum':
      setDatum(action.datum);
      return false;
    case 'mark':
      askAt(action.place);
      return true;
    case 'go':
      focusPlace(action.place, { zoom: PLACE_ZOOM });
      return true;
    case 'show':
      if (action.kind === 'incident') focusIncident(action.id);
      else selectAndShow({ kind: action.kind, id: action.id }, action.place);
      return true;
  }
}

/** What was typed, as it is searched for, and what there is to say to it. */
function useQuestion(
  query: string,
  datum: Datum,
  wanted: boolean,
): { searched: string; question: SearchAsked } {
  const asked = useAskedIncident();
  const isInside = useLoadedArea();
  const { index, missing } = useSearchIndex(wanted);
  const searched = useDeferredValue(query);
  const isSearch = searched.trim() !== '' && index !== null;
  const question: SearchAsked = {
    coordinates: readCoordinates(searched, { isInside, datum }),
    result: isSearch ? index.find(searched, { near: asked?.place ?? null }) : null,
    missing,
    datum,
    isInside,
  };
  return { searched, question };
}

/** One field for names, pinyin, codes and coordinates: an ARIA combobox with a grouped list. */
export function SearchBox() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const [datum, setDatum] = useState<Datum>('wgs84');
  const [active, setActive] = useState(0);
  /** Enter was pressed before there was an answer: the first one is taken when it comes. */
  const [enter, setEnter] = useState<{ mark: boolean } | null>(null);
  const { searched, question } = useQuestion(query, datum, wanted);
  const groups = searchGroups(question);
  const options = groups.flatMap((group) => group.options);
  const note = searchNote(question, searched);
  const shown = open && query.trim() !== '' && (options.length > 0 || note !== null);
  const current = Math.min(active, options.length - 1);
  const isAnswered =
    searched === query && (options.length > 0 || question.result?.complete === true);

  function light(option: SearchOption | undefined): void {
    hover(
      option?.action.tag === 'show' ? { kind: option.action.kind, id: option.action.id } : null,
    );
  }

  function moveTo(next: number): void {
    setActive(next);
    light(options[next]);
  }

  function close(): void {
    setOpen(false);
    setEnter(null);
    hover(null);
  }

  /** What was searched for was found: the next search begins with an empty field. */
  function done(): void {
    setQuery('');
    setDatum('wgs84');
    close();
  }

  function choose(option: SearchOption | undefined, mark: boolean): void {
    if (option === undefined) return;
    const { action } = option;
    const place = action.tag === 'show' ? action.place : null;
    if (mark && action.tag === 'show' && place !== null) {
      askAt(place);
      done();
    } else if (perform(action, setDatum)) done();
    else setActive(0);
  }

  const takeFirst = useEffectEvent((mark: boolean) => {
    setEnter(null);
    choose(options[0], mark);
  });
  useEffect(() => {
    if (enter !== null && isAnswered) takeFirst(enter.mark);
  }, [enter, isAnswered]);

  /** One option down or up, from the last to the first and back; a closed list is opened. */
  function step(by: 1 | -1): void {
    if (!shown) setOpen(true);
    else if (options.length > 0) moveTo((current + by + options.length) % options.length);
  }

  function takeCurrent(mark: boolean): void {
    if (!isAnswered) setEnter({ mark });
    else if (shown) choose(options[current], mark);
    else setOpen(true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && query.trim() !== '')
      takeCurrent(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape' && shown) close();
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={styles.box}
      onBlur={(event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <TextInput
        ref={input}
        size="sm"
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && current >= 0 ? `${id}-${current}` : undefined}
        placeholder={t('search.placeholder')}
        title={t('search.hint')}
        value={query}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setWanted(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setEnter(null);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        leftSection={<Icon name="search" size={16} />}
        rightSection={
          query === '' ? undefined : (
            <CloseButton
              size="sm"
              aria-label={t('search.clear')}
              onClick={() => {
                setQuery('');
                setDatum('wgs84');
                input.current?.focus();
              }}
            />
          )
        }
      />
      <SearchResults
        id={id}
        shown={shown}
        groups={groups}
        active={current}
        note={note}
        onChoose={choose}
        onPoint={(position, option) => {
          setActive(position);
          light(option);
        }}
      />
    </div>
  );
}
