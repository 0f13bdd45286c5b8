/** Who sees to an evacuation: a contact of the route, written like any record. */
import { backend } from '../../backend/index.ts';
import type { Failure } from '../../backend/index.ts';
import type { Contact, EvacuationRoute } from '../../core/model/index.ts';
import { translate } from '../../messages/index.ts';
import { mergeRecords } from '../../state/records.ts';
import { notify } from '../notify.ts';

export type ResponsibleOutcome = 'ok' | 'conflict' | 'gone' | Failure['tag'];

/** Save name and phone; `typed.id` is the contact's, or made for a new one before the first try. */
export async function saveResponsible(
  route: EvacuationRoute,
  contact: Contact | null,
  typed: { id: string; name: string; phone: string },
): Promise<ResponsibleOutcome> {
  const name = typed.name.trim();
  const phone = typed.phone.trim() === '' ? null : typed.phone.trim();
  const fresh = {
    district_code: route.districtCode,
    resource_kind: 'evacuation_route',
    resource_id: route.id,
    duty: translate('zh-CN', 'upkeep.route.duty'),
  };
  const columns = contact === null ? { ...fresh, name, phone } : { name, phone };
  const result = await backend().saveContact(typed.id, contact?.version ?? null, columns);
  if (result.tag === 'conflict') mergeRecords('contact', [result.theirs]);
  if (result.tag !== 'ok') return result.tag;
  mergeRecords('contact', [result.record]);
  notify({ tag: 'responsible-saved', name: route.name });
  return 'ok';
}
