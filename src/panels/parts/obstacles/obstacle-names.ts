import { useCallback } from 'react';
import { t } from '../../../messages/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useRegister } from '../../../state/register.ts';

/** What something that closes roads is called: a closure by its reason (also one in hand), an active area by its record. */
export function useObstacleName(): (id: string) => string {
  const closures = useRecordMap('closure');
  const hazards = useRecordMap('hazard');
  const incidents = useRecordMap('incident');
  const drafts = useRegister((state) => state.drafts);
  const drawn = useRegister((state) => state.drawing?.id ?? null);
  return useCallback(
    (id) => {
      const written = drafts.get(id)?.inputs.reason;
      const name =
        typeof written === 'string' && written.trim() !== ''
          ? written
          : (closures.get(id)?.reason ?? hazards.get(id)?.name ?? incidents.get(id)?.title);
      if (name !== undefined) return name;
      return drafts.has(id) || drawn === id ? t('closure.phase.draft') : t('closure.change.gone');
    },
    [closures, hazards, incidents, drafts, drawn],
  );
}
