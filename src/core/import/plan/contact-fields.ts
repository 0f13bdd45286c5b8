/** Whom a row names as its contacts: people and numbers in two columns or one, one person or several. */
import { readPeople } from '../../contacts/people.ts';
import type { Person } from '../../contacts/people.ts';
import { PHONE_LENGTH, PHONE_SEPARATOR, digitsOf, phoneText } from '../../contacts/phones.ts';
import type { PlannedContact } from '../types.ts';
import type { FieldReader } from './field-reader.ts';
import type { RowReader } from './row-reader.ts';

/** What most numbers look like: nothing in it to be straightened. */
const PLAIN_PHONE = /^(?:\+?\d{3,15}|\d{2,4}-\d{3,4}-?\d{4})$/;
const NAME_LENGTH = 100;
const NOBODY: readonly PlannedContact[] = [];
/** Between the contacts of one record, in exports; a part may be empty. */
const CONTACTS = /\s*[；;]\s*/;
const NAMES = /\s*[、；;/\n]\s*|\s*[,，]\s*(?=\p{Script=Han})/u;

/** People with a text of numbers each; what does not fit into the register is remembered as left out. */
function planned(
  people: readonly Person[],
  phoned: FieldReader | null,
  cell: string | null,
): PlannedContact[] {
  return people.map(({ name, phones }) => {
    let phone = '';
    for (const one of phones.map(phoneText)) {
      const longer = phone === '' ? one : phone + PHONE_SEPARATOR + one;
      if (longer.length <= PHONE_LENGTH) phone = longer;
      else phoned?.leave(cell ?? one);
    }
    return {
      name: name?.slice(0, NAME_LENGTH) ?? null,
      phone: phone === '' ? null : phone,
      duty: null,
    };
  });
}

const isShort = (name: string): boolean => digitsOf(name).length < 7;

/** Names and numbers that stand in the same order in two cells belong together; otherwise numbers are the first one's. */
function paired(nameCell: string, found: readonly Person[], phoneCell: string): Person[] {
  const stated = nameCell.split(CONTACTS);
  const groups = phoneCell === '' ? stated.map(() => '') : phoneCell.split(CONTACTS);
  if (stated.length > 1 && groups.length === stated.length)
    return stated.map((name, i) => ({
      name: name === '' ? null : name,
      phones: readPeople(groups[i] ?? '').people.flatMap(({ phones }) => phones),
    }));
  const names = nameCell.split(NAMES).filter((name) => name !== '');
  const unnamed = found.filter(({ name }) => name === null).flatMap(({ phones }) => phones);
  if (names.length > 1 && unnamed.length === names.length)
    return names.map((name, i) => ({ name, phones: unnamed.slice(i, i + 1) }));
  const whole = names.join('、');
  const others = found.filter(({ name }) => name !== null && name !== whole);
  const own = found.filter(({ name }) => name === whole).flatMap(({ phones }) => phones);
  return [{ name: whole, phones: [...unnamed, ...own] }, ...others];
}

/** The duties of a row's people, in their order where there are as many. */
function withDuties(contacts: PlannedContact[], duty: string | null): PlannedContact[] {
  if (duty === null) return contacts;
  const duties = duty.split(CONTACTS);
  const each = duties.length === contacts.length ? duties : duty.split(NAMES);
  if (contacts.length > 1 && each.length === contacts.length)
    return contacts.map((one, i) => ({ ...one, duty: each[i] === '' ? null : (each[i] ?? null) }));
  const [first = { name: null, phone: null, duty }, ...others] = contacts;
  return [{ ...first, duty }, ...others];
}

/** The contacts of the row that the reader was turned to; nothing in the cells is lost without being reported. */
export function contactReader(reader: RowReader): () => readonly PlannedContact[] {
  const [named, phoned, tasked] = [
    reader.field('contactName'),
    reader.field('contactPhone'),
    reader.field('contactDuty'),
  ];
  if (named === null && phoned === null) return () => NOBODY;
  return () => {
    const nameCell = named?.text(2000) ?? null;
    const phoneCell = phoned?.text(2000) ?? null;
    if (nameCell === null && phoneCell === null) return NOBODY;
    const duty = tasked?.line(NAME_LENGTH) ?? null;
    if (isPlain(nameCell, phoneCell))
      return [
        {
          name: nameCell === null ? null : (named?.line(NAME_LENGTH) ?? null),
          phone: phoneCell,
          duty,
        },
      ];
    const people = withNames(named, nameCell, numbered(phoned, phoneCell), phoneCell ?? '');
    const contacts = planned(merged(people), phoned, phoneCell);
    return contacts.length === 0 && duty === null ? NOBODY : withDuties(contacts, duty);
  };
}

/** Whether two cells hold one person and one number, with nothing to be taken apart. */
const isPlain = (nameCell: string | null, phoneCell: string | null): boolean =>
  (nameCell === null || !/[\d、，,；;/\n]/.test(nameCell)) &&
  (phoneCell === null || PLAIN_PHONE.test(phoneCell));

/** The people of a cell of numbers. */
function numbered(phoned: FieldReader | null, cell: string | null): readonly Person[] {
  if (cell === null) return [];
  const { people, rest } = readPeople(cell);
  if (people.length === 0) phoned?.miss(cell);
  else if (rest.length > 0) phoned?.leave(cell);
  return people;
}

/** Those whom a cell names, with their numbers; a cell of names that holds numbers is read like one of numbers. */
function withNames(
  named: FieldReader | null,
  nameCell: string | null,
  found: readonly Person[],
  phoneCell: string,
): readonly Person[] {
  if (nameCell === null) return found;
  if (isShort(nameCell)) return paired(nameCell, found, phoneCell);
  const inName = readPeople(nameCell);
  if (inName.rest.length > 0) named?.leave(nameCell);
  return [...inName.people, ...found];
}

/** A person named twice is one; a row has at most one contact without a name. */
function merged(people: readonly Person[]): Person[] {
  const byName = new Map<string | null, Person>();
  for (const { name, phones } of people) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { name, phones: [...phones] });
    else
      known.phones.push(
        ...phones.filter(
          (one) => !known.phones.some((other) => phoneText(other) === phoneText(one)),
        ),
      );
  }
  return [...byName.values()];
}
