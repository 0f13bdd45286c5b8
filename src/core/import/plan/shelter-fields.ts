/** What a row says about a shelter beyond what is said of everything that is registered. */
import type { EventKind, Suitability } from '../../model/index.ts';
import { SUITABILITY_FIELDS } from '../columns/suitability-fields.ts';
import type { SuitabilityField } from '../columns/suitability-fields.ts';
import { readCapacity } from '../values/capacity.ts';
import { readFlag, readSuitability } from '../values/enum-words.ts';
import { readEventKind } from '../values/event-words.ts';
import { saysMore } from '../values/quantity.ts';
import { textOrNull } from '../../text/clean.ts';
import type { FieldReader } from './field-reader.ts';
import { otherSteps, plainSteps } from './plain-fields.ts';
import type { RowReader } from './row-reader.ts';
import { put } from './row-facts.ts';
import type { FileContext, Step, Steps } from './row-facts.ts';

const MOST_IN_SHELTER = 10_000_000;
/** The register's own bound. */
const MOST_IN_OCCUPANCY = 9_999_999;
/** How far ahead the clock of whoever counted may be, in milliseconds; the register's own bound. */
const NOW_IS = 300_000;
const fits = (value: number | null): number | null =>
  value !== null && value <= MOST_IN_SHELTER ? value : null;

/** The number, and beside it the text when it says more than a number. */
const capacity = (reader: RowReader): Step | null =>
  put(reader, 'capacity', (field, { fields }) => {
    const text = field.text(1000);
    const { total, indoor, outdoor } = readCapacity(text ?? '');
    fields.capacityText = text !== null && /^\d+$/.test(text) ? null : text;
    if (indoor !== null) fields.capacityIndoor = fits(indoor);
    if (outdoor !== null) fields.capacityOutdoor = fits(outdoor);
    if (text !== null && (fits(total) ?? fits(indoor) ?? fits(outdoor)) === null) field.miss(text);
    else if (text !== null && saysMore(text)) field.remark(text, false);
    return fits(total);
  });

/** What the source wrote stands beside the number in exports. */
const capacityText = (reader: RowReader): Step | null => {
  const field = reader.field('capacityText');
  if (field === null) return null;
  return ({ fields }) => {
    const written = field.text(1000);
    if (written !== null) fields.capacityText = written;
  };
};

const facilities = (reader: RowReader): Step | null => {
  const [list, flagged] = [reader.field('facilities'), reader.field('accessible')];
  if (list === null && flagged === null) return null;
  return ({ fields }) => {
    const listed = list === null ? [] : list.held();
    const accessible = flagged?.text(500) ?? '';
    const flag = readFlag(accessible);
    if (flag === true) listed.push(flagged?.title ?? '');
    // Words of its own (坡道、无障碍厕所) say more than a flag; those that take back or plan say nothing that is there.
    else if (flag === null && accessible !== '') listed.push(...(flagged?.held() ?? []));
    fields.facilities = listed.map((facility) => facility.slice(0, 500));
  };
};

/** `no` is worse than not sure (△ is one of these), which is worse than `yes`. */
function worseOf(a: Suitability, b: Suitability): Suitability {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'yes';
}

/** Columns of single kinds of event, a list of those it suits, or each kind with its answer. */
function suitability(reader: RowReader, { designation, designated }: FileContext): Step | null {
  const columns = SUITABILITY_FIELDS.flatMap(({ name, kinds, both }) => {
    const field = reader.field(name);
    return field === null ? [] : [{ field, kinds, both }];
  });
  const [list, stated] = [reader.field('suitabilityList'), reader.field('suitability')];
  if (columns.length === 0 && list === null && stated === null) return null;
  return ({ fields }) => {
    const suits: Suits = {};
    // A designated site is designated per hazard: a blank beside marks means "not for this". In other lists it says nothing.
    const blankIsNo =
      designation === 'flee' && columns.some(({ field }) => readFlag(field.text() ?? '') === true);
    const blanks = columns.filter((column) => !answerByColumn(suits, column, blankIsNo));
    if (list !== null) answerByList(suits, list);
    const isStated = stated !== null && answerEach(suits, stated);
    if (blankIsNo && blanks.length > 0) designated.blanks++;
    if (columns.length > 0 || list !== null || isStated) fields.suitability = suits;
  };
}

type Suits = Partial<Record<EventKind, Suitability>>;

/** @returns whether the cell says anything */
function answerByColumn(
  suits: Suits,
  { field, kinds, both }: { field: FieldReader } & Pick<SuitabilityField, 'kinds' | 'both'>,
  blankIsNo: boolean,
): boolean {
  const isBlank = field.text() === null;
  const answer = isBlank && blankIsNo ? 'no' : (field.read(readSuitability) ?? 'unknown');
  for (const kind of kinds) {
    const other = suits[kind];
    if (other === undefined) suits[kind] = answer;
    else if (both === true) suits[kind] = isBlank ? other : worseOf(other, answer);
    else if (answer !== 'unknown') suits[kind] = answer;
  }
  return !isBlank;
}

/** The kinds of event that a cell lists. An exception may stand behind what it excepts (洪水、地震以外): then nothing is sure. */
function answerByList(suits: Suits, list: FieldReader): void {
  for (const part of list.held(true)) {
    const kind = readEventKind(part);
    if (kind === null) list.miss(part);
    else suits[kind] = 'yes';
  }
}

/** `洪水：适用；地震：不适用`, as exports write it. @returns whether the cell says anything */
function answerEach(suits: Suits, stated: FieldReader): boolean {
  const text = stated.text();
  for (const part of text?.split(/[;；]/) ?? []) {
    const [word = '', answer = ''] = part.split(/[:：=]/);
    const kind = readEventKind(word.trim());
    const suitable = textOrNull(answer) === null ? 'unknown' : readSuitability(answer);
    if (kind === null || suitable === null) stated.miss(part);
    if (kind !== null) suits[kind] = suitable ?? 'unknown';
  }
  return text !== null;
}

/** People counted inside: as of a column of their own, else as of the row's own time. */
const occupancy = (reader: RowReader): Step | null => {
  const [people, at] = [reader.field('occupancy'), reader.field('occupancyAt')];
  if (people === null) return null;
  return (facts) => {
    const count = people.count(MOST_IN_OCCUPANCY);
    if (count === null) return;
    const stated = at === null ? (facts.fields.observedAt ?? null) : at.instant(false, NOW_IS);
    facts.occupancy = { people: count, at: typeof stated === 'string' ? stated : null };
  };
};

export const shelterSteps: Steps = (reader, context) => [
  ...plainSteps(reader, 'shelter', ['state']),
  capacity(reader),
  capacityText(reader),
  occupancy(reader),
  ...otherSteps(reader, 'shelter', [
    'kind',
    'state',
    'capacityText',
    'occupancy',
    'occupancyAt',
    'facilities',
  ]),
  facilities(reader),
  suitability(reader, context),
];
