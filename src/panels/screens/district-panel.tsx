import { useSession } from '../../state/session.ts';
import { OpenRecord } from './records-panel.tsx';

/** The district that is open beside the list. */
export function DistrictPanel() {
  const selection = useSession((state) => state.selection);
  if (selection?.kind !== 'district') return null;
  return <OpenRecord key={selection.id} kind="district" id={selection.id} />;
}
