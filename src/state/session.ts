/** This tab: who is signed in, what is looked at, and which question is being asked. */
import { create } from 'zustand';
import type { UpkeepNotice } from './upkeep-notice.ts';
import type {
  BaseMapConfig,
  EventClass,
  EventKind,
  Incident,
  Instant,
  Level,
  LngLat,
  Meters,
  RecordKind,
  Role,
} from '../core/model/index.ts';
import type { ReverseWrite } from '../core/register/index.ts';
import type { Conflict, NotDone, Saving } from './saving.ts';

/** What the page's server says about itself (`/muster-config.json`); null until read. */
export interface AppConfig {
  /** Hosted Supabase holds the register, not the page's own server. */
  hosted: boolean;
  demo: boolean;
  baseMaps: readonly BaseMapConfig[];
  /** Only in demo mode: accounts a visitor may try. */
  demoAccounts: readonly DemoAccount[];
}

export interface DemoAccount {
  email: string;
  password: string;
  role: Role;
}

export interface Account {
  userId: string;
  email: string;
  displayName: string;
  role: Role;
  districtCode: string;
}

export type Auth =
  | { tag: 'checking' }
  | { tag: 'signed-out'; reason: 'fresh' | 'signed-out' | 'expired' }
  | { tag: 'signed-in'; account: Account }
  /** The password was right, but nobody has given this account a role, or it was disabled. */
  | { tag: 'no-role'; email: string; disabled: boolean }
  /** The page's own server does not answer, so that nobody can be asked who this is. */
  | { tag: 'unreachable' };

/** `roads` is for admins. */
export type Mode = 'command' | 'records' | 'people' | 'roads';
export type Theme = 'day' | 'night';
export type Language = 'zh-CN' | 'en';

export interface Selection {
  kind: RecordKind;
  id: string;
}

export interface MapView {
  lng: number;
  lat: number;
  zoom: number;
  bearing: number;
}

/** What may be switched on the map; one legend row each. */
export const MAP_LAYERS = [
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'settlement',
  'incident',
  'closure',
] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

export type AnswerTab = 'team' | 'depot' | 'shelter' | 'hazard';

export interface AnswerFilters {
  /** How many rows; null = the district's setting. */
  count: number | null;
  radius: Meters | null;
  capability: string | null;
  onlyAvailable: boolean;
  item: string | null;
  itemQuantity: number | null;
  freeCapacity: number | null;
}

/** The incident question: none, a draft not yet saved, or a saved one by id. */
export type IncidentFocus =
  | { tag: 'none' }
  /** The next click on the map is a place: of the draft in hand where that `moves`, otherwise of a new incident. */
  | { tag: 'placing'; draft: IncidentDraft | null; moves: boolean }
  | { tag: 'draft'; draft: IncidentDraft }
  | { tag: 'saved'; id: string };

export interface IncidentDraft {
  /** Made here before the first save, so that a save repeated over a bad line cannot make two incidents. */
  id: string;
  /** The saved incident this changes, as it was when editing began; null = a new one. */
  base: Incident | null;
  place: LngLat;
  title: string;
  /** Follows the kind; says nothing while there is none. */
  class: EventClass;
  /** null = not said yet. It is asked for before saving, never guessed: a wrong one looks right. */
  kind: EventKind | null;
  level: Level | null;
  occurredAt: Instant;
  note: string;
}

/** How the save of the draft stands. Until it is acknowledged the draft stays here and in the tab's storage. */
export type SaveState = Saving<Conflict<Incident>>;
/** An unsaved incident that somebody left for another question, and how its save stood. */
export interface HeldDraft {
  draft: IncidentDraft;
  save: SaveState;
}

/** A line that tells what happened; some offer a way back. */
export type Notice = { id: number } & NoticeSaid;
export type NoticeSaid =
  | UpkeepNotice
  /** Parts of the address that mean nothing here and were left out. */
  | { tag: 'url-ignored'; parts: readonly string[] }
  | { tag: 'incident-saved'; incidentId: string; title: string }
  | {
      tag: 'incident-closed';
      incidentId: string;
      title: string;
      undo: readonly ReverseWrite<'incident'>[] | null;
    }
  | { tag: 'incident-reopened'; incidentId: string; title: string }
  | { tag: 'incident-changed-elsewhere'; incidentId: string; title: string }
  | { tag: 'draft-restored'; title: string }
  | { tag: 'drafts-restored'; count: number }
  | { tag: 'draft-discarded'; held: HeldDraft }
  /** A draft was dragged to another place; `from` is the way back, [lng, lat]. */
  | { tag: 'draft-moved'; draftId: string; from: LngLat }
  /** A record of the register was written; `undo` takes it back, null = nothing does. */
  | {
      tag: 'record-written';
      what: RecordWritten;
      name: string;
      undo: readonly ReverseWrite[] | null;
    }
  /** Many records at once: how many took the change and how many did not. */
  | { tag: 'records-written'; done: number; failed: number; undo: readonly ReverseWrite[] | null }
  | { tag: 'record-drafts-restored'; count: number }
  | { tag: 'not-done'; reason: NotDone | 'too-many-kept' }
  /** A road was to be picked where none is near enough, or where nobody has imported any. */
  | { tag: 'no-road-here'; within: Meters }
  | { tag: 'no-road-network' }
  | { tag: 'copied'; what: 'list' | 'link' | 'coordinates' }
  | { tag: 'not-copied' };

export type RecordWritten =
  | 'activated'
  | 'ended'
  | 'area-changed'
  | 'lifted'
  | 'created'
  | 'saved'
  | 'archived'
  | 'restored'
  | 'merged'
  | 'undone';

export interface SessionState {
  config: AppConfig | null;
  auth: Auth;
  /** The server no longer takes the session of whoever is signed in. The screen stays; they are asked to sign in over it. */
  ended: boolean;
  /** Who was signed in last in this tab: spares typing it again after the session has expired. */
  lastEmail: string;
  mode: Mode;
  theme: Theme;
  language: Language;
  view: MapView | null;
  /** Where the map shall move next; the map clears it when it has. */
  flyTo: {
    place: LngLat;
    zoom: number | null;
    withAnswer?: boolean;
    around?: readonly LngLat[];
  } | null;
  selection: Selection | null;
  /** The record a pointer or the keyboard rests on, in a list or on the map: lit in both. */
  hover: Selection | null;
  layers: Readonly<Record<MapLayer, boolean>>;
  baseMapId: string;
  tab: AnswerTab;
  filters: AnswerFilters;
  /** Somebody says that it rains: roads take longer by the district's factor. */
  rain: boolean;
  /** Whether the map shows in how many minutes the first team is anywhere. */
  timeBands: boolean;
  focus: IncidentFocus;
  save: SaveState;
  /** Unsaved incidents beside the one in hand, oldest first. Each keeps its own place, time and words. */
  otherDrafts: readonly HeldDraft[];
  notices: readonly Notice[];
  /** Phone: whether the answer sheet covers the map. */
  sheetOpen: boolean;
}

export const noFilters: AnswerFilters = {
  count: null,
  radius: null,
  capability: null,
  onlyAvailable: false,
  item: null,
  itemQuantity: null,
  freeCapacity: null,
};

export const initialSession: SessionState = {
  config: null,
  auth: { tag: 'checking' },
  ended: false,
  lastEmail: '',
  mode: 'command',
  theme: 'day',
  language: 'zh-CN',
  view: null,
  flyTo: null,
  selection: null,
  hover: null,
  layers: {
    hazard: true,
    shelter: true,
    depot: true,
    team: true,
    evacuation_route: true,
    settlement: true,
    incident: true,
    closure: true,
  },
  baseMapId: 'local',
  tab: 'team',
  filters: noFilters,
  rain: false,
  timeBands: false,
  focus: { tag: 'none' },
  save: { tag: 'editing' },
  otherDrafts: [],
  notices: [],
  sheetOpen: false,
};

export const useSession = create<SessionState>(() => initialSession);
