import { nameOf } from '../../core/model/index.ts';
import type { Movement } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useRecords } from '../../state/records.ts';
import type { UpkeepNotice } from '../../state/upkeep-notice.ts';
import { quantityText } from '../../ui/format/numbers.ts';
import { nameText } from '../parts/register/name-text.ts';

const SIGNS = { in: '+', out: '−', count: '=' } as const;
const change = (movement: Movement, quantity: number, unit: string): string =>
  `${SIGNS[movement]}${quantityText(quantity, unit)}`;

function shownName(
  kind: Extract<UpkeepNotice, { tag: 'version-restored' }>['kind'],
  id: string,
): string {
  const record = useRecords.getState().tables[kind].get(id);
  return nameText(record === undefined ? null : nameOf(kind, record), kind);
}

/** What was recorded, in words. */
export function upkeepNotice(notice: UpkeepNotice): string {
  switch (notice.tag) {
    case 'stock-moved': {
      const { item: name, unit, quantity } = notice.lot;
      const has = quantity === null ? t('units.unknown') : quantityText(quantity, unit);
      return t('stock.saved', {
        name,
        change: change(notice.movement, notice.quantity, unit),
        has,
      });
    }
    case 'stock-transferred': {
      const { item: name, unit } = notice.lot;
      const depot = useRecords.getState().tables.depot.get(notice.toDepotId)?.name ?? '';
      return t('stock.savedTransfer', { name, change: quantityText(notice.quantity, unit), depot });
    }
    case 'people-moved': {
      const { name, occupancy } = notice.shelter;
      const unit = t('stock.people');
      const has = occupancy === null ? t('units.unknown') : quantityText(occupancy, unit);
      return t('stock.saved', { name, change: change(notice.movement, notice.people, unit), has });
    }
    case 'record-verified':
      return t('verification.verified', { name: notice.name });
    case 'record-disputed':
      return t('verification.disputed', { name: notice.name });
    case 'version-restored':
      return t('history.restored', {
        name: shownName(notice.kind, notice.recordId),
        version: notice.version,
      });
    case 'step-taken':
      return t('rectification.saved', {
        name: notice.name,
        step: t(`rectification.taken.${notice.step}`),
      });
    case 'contact-written':
      return t(`upkeep.contact.noted.${notice.what}`, { name: notice.name });
  }
}
