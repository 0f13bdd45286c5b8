/** This tab: who is signed in, what is looked at, and which question is being asked. */
import { create } from 'zustand';
import type { EventClass, EventKind, Instant, LngLat, Level, Meters, RecordKind, Role } from '../core/model/index.ts';

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
  | { tag: 'no-role'; email: string; disabled: boolean };

export type Mode = 'command' | 'plan' | 'records' | 'publish';
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
  suitableOnly: boolean;
}

/** The incident question: none, a draft not yet saved, or a saved one by id. */
export type IncidentFocus =
  | { tag: 'none' }
  /** The next click on the map is the place. */
  | { tag: 'placing' }
  | { tag: 'draft'; draft: IncidentDraft }
  | { tag: 'saved'; id: string };

export interface IncidentDraft {
  place: LngLat;
  title: string;
  class: EventClass;
  kind: EventKind;
  level: Level | null;
  occurredAt: Instant;
  note: string;
}

export interface SessionState {
  auth: Auth;
  mode: Mode;
  theme: Theme;
  language: Language;
  view: MapView | null;
  /** Where the map shall move next; the map clears it when it has. */
  flyTo: { place: LngLat; zoom: number | null } | null;
  selection: Selection | null;
  /** The record a pointer or the keyboard rests on, in a list or on the map: lit in both. */
  hover: Selection | null;
  layers: Readonly<Record<MapLayer, boolean>>;
  baseMapId: string;
  tab: AnswerTab;
  filters: AnswerFilters;
  focus: IncidentFocus;
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
  suitableOnly: false,
};

export const initialSession: SessionState = {
  auth: { tag: 'checking' },
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
  focus: { tag: 'none' },
  sheetOpen: false,
};

export const useSession = create<SessionState>(() => initialSession);
