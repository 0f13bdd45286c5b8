import { selectAndShow } from '../../actions/select.ts';
import type { QueueItem } from '../../core/trust/index.ts';
import { useRecords } from '../../state/records.ts';

/** Open a record beside the list and let the map go to its place. */
export function openItem({ kind, id }: QueueItem): void {
  const record = useRecords.getState().tables[kind].get(id);
  const placed =
    record !== undefined && 'lng' in record && record.lng !== null && record.lat !== null;
  selectAndShow({ kind, id }, placed ? [record.lng as number, record.lat as number] : null);
}
