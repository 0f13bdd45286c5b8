import type { ContactOwner } from '../../../actions/upkeep/save-contact.ts';
import { dialOf, numbersIn, phoneText } from '../../../core/contacts/phones.ts';
import type { Contact, RecordKind } from '../../../core/model/index.ts';
import { compareTexts } from '../../../core/text/compare-texts.ts';

/** Whom to call about a record: those with a number first, then those who answered last. */
export function contactsOf(
  contacts: ReadonlyMap<string, Contact>,
  kind: RecordKind,
  id: string,
): Contact[] {
  const found = [...contacts.values()].filter(
    (contact) => contact.resourceKind === kind && contact.resourceId === id,
  );
  const answered = (contact: Contact): number =>
    contact.lastAnsweredAt === null ? -Infinity : Date.parse(contact.lastAnsweredAt);
  return found.sort(
    (a, b) =>
      Number(b.phone !== null) - Number(a.phone !== null) ||
      answered(b) - answered(a) ||
      compareTexts(a.id, b.id),
  );
}

/** Each number of a contact with its `tel:` address, as they stand; an extension is shown and asked for, not dialled. */
export const telsOf = (phone: string): { text: string; href: string }[] =>
  numbersIn(phone).map((one) => ({ text: phoneText(one), href: `tel:${dialOf(one)}` }));

const CONTACT_KINDS = [
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
  'settlement',
] as const;

/** A record as the owner of its contacts; null where a kind has none. */
export function ownerOf(kind: RecordKind, record: object): ContactOwner | null {
  const resourceKind = CONTACT_KINDS.find((one) => one === kind);
  if (resourceKind === undefined) return null;
  const { id, districtCode } = record as { id: string; districtCode: string };
  return { resourceKind, resourceId: id, districtCode };
}
