import { useEffect } from 'react';
import { cancelDrawing } from '../../actions/register/draw-place.ts';
import { addToTable } from '../../actions/register/add-to-table.ts';
import { showTask } from '../../actions/register/show-task.ts';
import { discardDraft } from '../../actions/discard-draft.ts';
import { focusIncident } from '../../actions/focus-incident.ts';
import { select } from '../../actions/select.ts';
import { setTab } from '../../actions/set-tab.ts';
import { setTheme } from '../../actions/set-theme.ts';
import { cancelPlacing, startPlacing } from '../../actions/start-placing.ts';
import { toggleSheet } from '../../actions/toggle-sheet.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import type { AnswerTab } from '../../state/session.ts';

const TAB_KEYS: Readonly<Record<string, AnswerTab>> = {
  1: 'team',
  2: 'depot',
  3: 'shelter',
  4: 'hazard',
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** One step back: the nearest thing that was opened. A draft with words in it is never thrown away by a key. */
function stepBack(): void {
  const { focus, selection, sheetOpen } = useSession.getState();
  const { drawing, task } = useRegister.getState();
  if (drawing !== null) cancelDrawing();
  else if (focus.tag === 'placing') cancelPlacing();
  else if (task !== 'record') showTask('record');
  else if (selection !== null) select(null);
  else if (focus.tag === 'draft') {
    if (focus.draft.base === null && focus.draft.title === '' && focus.draft.note === '')
      discardDraft();
  } else if (focus.tag === 'saved') focusIncident(null);
  else if (sheetOpen) toggleSheet(false);
}

function focusSearch(field: string): void {
  const input = document.querySelector<HTMLInputElement>(field);
  input?.focus();
  // What was searched before is written over, not added to.
  input?.select();
}

/** Begin placing with the map in hand: arrows move it under its cross, Enter sets the place. */
function placeByKeys(): void {
  startPlacing();
  document.querySelector<HTMLElement>('#map canvas')?.focus();
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey;

/** The keys of the whole console. A part that handles a key itself marks the event as handled. */
export function useShortcuts(onList: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || hasModifier(event)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Escape') {
        if (isTyping(event.target)) (event.target as HTMLElement).blur();
        else stepBack();
        return;
      }
      if (isTyping(event.target)) return;
      const { theme, mode } = useSession.getState();
      const tab = TAB_KEYS[event.key];
      if (event.key === '/')
        focusSearch(mode === 'records' ? '#table input[type=search]' : '#search input');
      else if (event.key === 'n' || event.key === 'N') {
        if (mode === 'records') addToTable();
        else placeByKeys();
      } else if (event.key === 'd' || event.key === 'D')
        setTheme(theme === 'day' ? 'night' : 'day');
      else if (event.key === '?') onList();
      else if (tab !== undefined && mode === 'command') setTab(tab);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onList]);
}
