/**
 * Keeps the address and the tab the same picture, both ways. Looking at another record or incident is a step that the
 * browser's Back undoes; moving the map, filters and layers only rewrite the current step.
 */
import { classOf } from '../core/model/index.ts';
import { useRecords } from '../state/records.ts';
import { useRegister } from '../state/register.ts';
import { draftInHand, laidAside } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft, SessionState } from '../state/session.ts';
import { pictureOf, readUrl, writeUrl } from '../state/url.ts';
import type { Picture, UrlFocus } from '../state/url.ts';
import { freshDraft } from './draft-incident-at.ts';
import { focusPlace } from './focus-place.ts';
import { notify } from './notify.ts';

const WRITE_AFTER_MS = 200;

/** The incident in question: a draft keeps its id when it is saved. */
function incidentOf(focus: SessionState['focus']): string {
  if (focus.tag === 'saved') return focus.id;
  return focus.tag === 'none' ? '' : (focus.draft?.id ?? '');
}

/** What Back steps over: the incident in question and the selected record. */
function stepOf({ focus, selection }: SessionState): string {
  return `${incidentOf(focus)} ${selection === null ? '' : `${selection.kind}.${selection.id}`}`;
}

const isWritten = (draft: IncidentDraft): boolean =>
  draft.base !== null ||
  draft.kind !== null ||
  draft.title.trim() !== '' ||
  draft.note.trim() !== '';

/** An address keeps seven decimals of a place. */
const PLACE_TOLERANCE_DEG = 1e-7;
const isAt = (draft: IncidentDraft, [lng, lat]: IncidentDraft['place']): boolean =>
  Math.abs(draft.place[0] - lng) <= PLACE_TOLERANCE_DEG &&
  Math.abs(draft.place[1] - lat) <= PLACE_TOLERANCE_DEG;

type Asked = Pick<SessionState, 'focus' | 'save' | 'otherDrafts'>;

/** The question of an address. A step back neither throws away nor moves what someone marked. */
function askedFrom(focus: UrlFocus, now: SessionState): Asked {
  const asked: Asked = { focus: now.focus, save: now.save, otherDrafts: now.otherDrafts };
  const inHand = draftInHand(now.focus);
  if (focus.tag === 'draft') {
    if (inHand !== null && isAt(inHand, focus.place)) return asked;
    const otherDrafts = laidAside(now);
    const held = otherDrafts.find(({ draft }) => isAt(draft, focus.place));
    const others = otherDrafts.filter((one) => one !== held);
    if (held !== undefined)
      return { focus: { tag: 'draft', draft: held.draft }, save: held.save, otherDrafts: others };
    const { place, kind, level } = focus;
    const draft = {
      ...freshDraft(place),
      level,
      ...(kind === null ? {} : { kind, class: classOf(kind) }),
    };
    return { focus: { tag: 'draft', draft }, save: { tag: 'editing' }, otherDrafts };
  }
  if (inHand !== null && isWritten(inHand)) return asked;
  return { ...asked, focus };
}

/** Whether an address can be read as a picture at all: empty, or with parts. `#answer` names a place of the page. */
const isPicture = (hash: string): boolean => hash.length <= 1 || hash.includes('=');

const knownBaseMap = (id: string): boolean =>
  id === 'local' || (useSession.getState().config?.baseMaps.some((map) => map.id === id) ?? false);

function show(picture: Picture, ignored: readonly string[]): void {
  const lost = [...ignored];
  let { baseMapId } = picture;
  if (!knownBaseMap(baseMapId)) {
    lost.push('base');
    baseMapId = 'local';
  }
  useRegister.setState({ kind: picture.table });
  useSession.setState((now) => ({
    mode: picture.mode,
    selection: picture.selection,
    tab: picture.tab,
    layers: picture.layers,
    filters: picture.filters,
    rain: picture.rain,
    timeBands: picture.timeBands,
    baseMapId,
    view: picture.view ?? now.view,
    ...askedFrom(picture.focus, now),
    sheetOpen: picture.selection !== null || picture.focus.tag !== 'none',
  }));
  if (lost.length > 0) notify({ tag: 'url-ignored', parts: lost });
}

/** Once the records are here: a link to a record that does not exist (or may not be seen) says so. */
function checkTargets(): void {
  const { selection, focus } = useSession.getState();
  const { tables } = useRecords.getState();
  const parts: string[] = [];
  const isDraft = selection !== null && useRegister.getState().drafts.has(selection.id);
  if (selection !== null && !isDraft && !tables[selection.kind].has(selection.id)) {
    parts.push('sel');
    useSession.setState({ selection: null });
  }
  if (focus.tag === 'saved' && !tables.incident.has(focus.id)) {
    parts.push('in');
    useSession.setState({ focus: { tag: 'none' } });
  }
  if (parts.length > 0) notify({ tag: 'url-ignored', parts });
}

/** A link that asks a question but says nothing of the view shows the whole answer. */
function lookAtQuestion(): void {
  const { focus, mode } = useSession.getState();
  if (mode !== 'command') return;
  if (focus.tag === 'draft') focusPlace(focus.draft.place, { withAnswer: true });
  else if (focus.tag === 'saved') {
    const incident = useRecords.getState().tables.incident.get(focus.id);
    if (incident?.lng != null && incident.lat != null)
      focusPlace([incident.lng, incident.lat], { withAnswer: true });
  }
}

/** Show the picture of the address and keep the address current. Returns what stops it. */
export function followUrl(): () => void {
  const first = readUrl(location.hash);
  let isViewSaid = first.picture.view !== null;
  show(first.picture, first.ignored);
  let step = stepOf(useSession.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    timer = undefined;
    const session = useSession.getState();
    const hash = writeUrl(pictureOf(session, useRegister.getState().kind));
    const nextStep = stepOf(session);
    if (hash !== location.hash) {
      const address = `${location.pathname}${location.search}${hash}`;
      if (nextStep === step) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    step = nextStep;
  }

  const later = () => (timer ??= setTimeout(write, WRITE_AFTER_MS));
  const stopSession = useSession.subscribe((now, before) => {
    if (now.auth.tag === 'signed-in' && writeUrl(pictureOf(now)) !== writeUrl(pictureOf(before)))
      later();
  });
  const stopRegister = useRegister.subscribe((now, before) => {
    if (now.kind !== before.kind) later();
  });
  const stopRecords = useRecords.subscribe((now, before) => {
    if (now.status.tag === 'live' && before.status.tag === 'loading') {
      checkTargets();
      if (!isViewSaid) lookAtQuestion();
      isViewSaid = true;
    }
  });
  const onBack = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!isPicture(location.hash)) return write();
    const { picture, ignored } = readUrl(location.hash);
    show(picture, ignored);
    const { view } = picture;
    if (view !== null)
      useSession.setState({ flyTo: { place: [view.lng, view.lat], zoom: view.zoom } });
    step = stepOf(useSession.getState());
  };
  window.addEventListener('popstate', onBack);
  return () => {
    clearTimeout(timer);
    stopSession();
    stopRegister();
    stopRecords();
    window.removeEventListener('popstate', onBack);
  };
}
