/** Readers of the register's closed vocabularies. What matches none stays unknown, and is said by whoever asks. */
import type {
  Availability,
  BaseLayer,
  DistrictLevel,
  IncidentState,
  Level,
  PassableState,
  RectificationState,
  ShelterState,
  Suitability,
} from '../../model/index.ts';
import { BASE_LAYERS, DISTRICT_LEVELS } from '../../model/index.ts';
import { foldCharacters } from '../../text/fold.ts';
import { isDoubtful } from './doubt.ts';
import { WordReader } from './read-word.ts';
import * as words from './vocabulary.ts';

/** Every vocabulary of whole cells, by what it says. */
export const WORD_READERS = {
  shelterState: new WordReader(words.SHELTER_STATE),
  availability: new WordReader(words.AVAILABILITY),
  passable: new WordReader(words.PASSABLE),
  rectification: new WordReader(words.RECTIFICATION),
  incidentState: new WordReader(words.INCIDENT_STATE),
  level: new WordReader(words.LEVEL),
  districtLevel: new WordReader(words.DISTRICT_LEVEL),
  flag: new WordReader(words.FLAG),
} as const;

export const readShelterState = (text: string): ShelterState | null =>
  WORD_READERS.shelterState.read(text);
export const readAvailability = (text: string): Availability | null =>
  WORD_READERS.availability.read(text);
export const readPassable = (text: string): PassableState | null =>
  WORD_READERS.passable.read(text);
export const readRectification = (text: string): RectificationState | null =>
  WORD_READERS.rectification.read(text);
export const readIncidentState = (text: string): IncidentState | null =>
  WORD_READERS.incidentState.read(text);
export const readLevel = (text: string): Level | null => WORD_READERS.level.read(text);

/** ○, 1, 是 → true; ×, 0, 否 → false; anything else, △ and blanks included, is not known. */
export function readFlag(text: string): boolean | null {
  const answer = WORD_READERS.flag.read(text);
  if (answer === 'yes') return true;
  return answer === 'no' ? false : null;
}

/** Suitability from a flag; △ (with conditions) is understood and unknown, which never excludes. null = not understood. */
export function readSuitability(text: string): Suitability | null {
  const answer = WORD_READERS.flag.read(text);
  return answer === 'conditional' ? 'unknown' : answer;
}

export function readDistrictLevel(text: string): DistrictLevel | null {
  const code = text.trim().toLowerCase();
  return DISTRICT_LEVELS.find((one) => one === code) ?? WORD_READERS.districtLevel.read(text);
}

/** A layer of drawing data by its own name, or by a word in a text that does not negate. */
export function readBaseLayer(text: string): BaseLayer | null {
  const code = text.trim().toLowerCase();
  const exact = BASE_LAYERS.find((one) => one === code);
  if (exact !== undefined) return exact;
  const folded = foldCharacters(text).replace(/_/g, ' ');
  return isDoubtful(text)
    ? null
    : (words.LAYER_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null);
}
