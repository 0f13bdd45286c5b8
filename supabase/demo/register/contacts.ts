/** Whom to call: invented people with numbers that cannot be dialled. Some have not answered for long, some never. */
import { demoId } from '../identity.ts';
import { randomFor } from '../random.ts';
import type { ContactRow, DemoDistrict } from '../rows.ts';
import type { County } from './county.ts';

type Called = Pick<
  DemoDistrict,
  'settlement' | 'hazard' | 'shelter' | 'depot' | 'team' | 'evacuation_route'
>;

export function contacts(county: County, called: Called): ContactRow[] {
  const random = randomFor('contacts');
  const rows: ContactRow[] = [];
  const add = (kind: keyof Called, id: string, duty: string): void => {
    const isSilent = random.chance(0.14);
    rows.push({
      id: demoId('contact', `${kind}/${id}/${duty}`),
      resource_kind: kind,
      resource_id: id,
      name: county.personName(),
      duty,
      phone: random.chance(0.03) ? null : county.phone(),
      last_answered_at: isSilent
        ? null
        : county.clock.daysAgo(
            random.chance(0.2) ? random.whole(200, 600) : random.whole(1, 90),
            random,
          ),
    });
  };
  for (const { id, name } of called.settlement)
    add('settlement', id, name.endsWith('社区') ? '社区负责人' : '村负责人');
  for (const { id, rectification_owner } of called.hazard)
    if (rectification_owner) add('hazard', id, '整改责任人');
  for (const { id } of called.shelter) add('shelter', id, '场所管理员');
  for (const { id } of called.depot) add('depot', id, '仓库管理员');
  for (const { id, people } of called.team) {
    add('team', id, '队长');
    if (people !== null) add('team', id, '值班电话');
  }
  for (const { id } of called.evacuation_route) add('evacuation_route', id, '疏散责任人');
  return rows;
}
