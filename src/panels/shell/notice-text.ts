import { t } from '../../messages/index.ts';
import type { Notice } from '../../state/session.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import { upkeepNotice } from './upkeep-notice.ts';

const COPIED = {
  list: 'shell.notice.copiedList',
  link: 'shell.notice.copiedLink',
  coordinates: 'shell.notice.copiedCoordinates',
} as const;

const WRITTEN = {
  lifted: 'closure.notice.lifted',
  activated: 'areas.notice.activated',
  ended: 'areas.notice.ended',
  'area-changed': 'areas.notice.changed',
  created: 'shell.notice.recordCreated',
  saved: 'shell.notice.recordSaved',
  archived: 'shell.notice.recordArchived',
  restored: 'shell.notice.recordRestored',
  merged: 'register.duplicates.merged',
  undone: 'shell.notice.recordUndone',
} as const;

/** Parts of an address a person can be told by name; anything else is shown as it was typed. */
const URL_PARTS = [
  'mode',
  'table',
  'map',
  'sel',
  'in',
  'at',
  'tab',
  'off',
  'base',
  'k',
  'r',
  'cap',
  'ready',
  'item',
  'qty',
  'free',
  'rain',
  'time',
] as const;

function partInWords(name: string): string {
  const known = URL_PARTS.find((part) => part === name);
  return known === undefined ? name : t(`shell.urlPart.${known}`);
}

type IncidentNotice = Extract<Notice, { tag: `incident-${string}` | `draft${string}` }>;

/** Whether a notice speaks of an incident, or of one that is being written. */
const isOfIncident = (notice: Notice): notice is IncidentNotice =>
  /^(incident|drafts?)-/.test(notice.tag);

function incidentNotice(notice: IncidentNotice): string {
  switch (notice.tag) {
    case 'incident-saved':
      return t('shell.notice.incidentSaved', { title: notice.title });
    case 'incident-closed':
      return t('shell.notice.incidentClosed', { title: notice.title });
    case 'incident-reopened':
      return t('shell.notice.incidentReopened', { title: notice.title });
    case 'incident-changed-elsewhere':
      return t('shell.notice.incidentChangedElsewhere', { title: notice.title });
    case 'draft-restored':
      return notice.title === ''
        ? t('shell.notice.draftRestoredUntitled')
        : t('shell.notice.draftRestored', { title: notice.title });
    case 'drafts-restored':
      return t('shell.notice.draftsRestored', { count: notice.count });
    case 'draft-discarded': {
      const title = notice.held.draft.title.trim();
      return title === ''
        ? t('shell.notice.draftDiscardedUntitled')
        : t('shell.notice.draftDiscarded', { title });
    }
    case 'draft-moved':
      return t('shell.notice.draftMoved');
  }
}

/** A notice in words. */
export function noticeText(notice: Notice): string {
  if (isOfIncident(notice)) return incidentNotice(notice);
  switch (notice.tag) {
    case 'url-ignored':
      return t('shell.notice.urlIgnored', { parts: notice.parts.map(partInWords).join(' / ') });
    case 'record-written':
      return t(WRITTEN[notice.what], { name: notice.name });
    case 'records-written':
      return t('shell.notice.recordsWritten', { done: notice.done, failed: notice.failed });
    case 'record-drafts-restored':
      return t('shell.notice.recordDraftsRestored', { count: notice.count });
    case 'copied':
      return t(COPIED[notice.what]);
    case 'stock-moved':
    case 'stock-transferred':
    case 'people-moved':
    case 'record-verified':
    case 'record-disputed':
    case 'version-restored':
    case 'step-taken':
    case 'contact-written':
      return upkeepNotice(notice);
    case 'no-road-here':
      return t('closure.noRoadHere', { within: formatDistance(notice.within) });
    case 'no-road-network':
      return t('closure.noNetwork');
    case 'not-copied':
      return t('shell.notice.notCopied');
    case 'not-done':
      return t(`shell.notice.notDone.${notice.reason}`);
  }
}
