import type { EntryFault } from '../../../core/stock/index.ts';
import { t } from '../../../messages/index.ts';
import { quantityText } from '../../../ui/format/numbers.ts';

/** What is wrong with what was typed, with both numbers where two disagree. */
export function faultText(fault: EntryFault, unit: string): string {
  if (fault.tag !== 'beyond') return t(`stock.fault.${fault.tag}`);
  return t('stock.fault.beyond', {
    has: quantityText(fault.has, unit),
    asked: quantityText(fault.asked, unit),
  });
}

/** Which field a fault belongs to. */
export function faultField({ tag }: EntryFault): 'amount' | 'reason' | 'depot' {
  if (tag === 'reason-missing') return 'reason';
  return tag === 'depot-missing' ? 'depot' : 'amount';
}
