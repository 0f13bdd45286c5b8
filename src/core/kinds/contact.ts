import { stored, STORED_IN_FILES } from './registered.ts';
import type { KindDescription } from './types.ts';

/** A table of its own; in the files of other kinds contacts stand beside the record they are for. */
export const contact: KindDescription<'contact', 'districtName'> = {
  columns: {
    name: { type: 'line', always: true, fileName: 'contactName', dbf: 'cont_name' },
    duty: { type: 'line', fileName: 'contactDuty', dbf: 'cont_duty' },
    phone: { type: 'line', fileName: 'contactPhone', dbf: 'cont_phone' },
    lastAnsweredAt: { type: 'instant', dbf: 'answer_at' },
    resourceKind: { type: 'owner_kind', always: true, dbf: 'res_kind' },
    resourceId: { type: 'uuid', always: true, dbf: 'res_id' },
    ...stored,
  },
  file: [
    'name',
    'duty',
    'phone',
    'lastAnsweredAt',
    'resourceKind',
    'resourceId',
    ...STORED_IN_FILES,
  ],
};
