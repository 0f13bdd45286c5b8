import { Button } from '@mantine/core';
import { turnCoordinates } from '../../../actions/importing/read-import.ts';
import type { Understood } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import tone from '../tone.module.css';
import { reasonText } from '../import-text.ts';

const TURNED = new Set(['swapped', 'axes_swapped']);

/** The refusal most of the rows told share. */
function commonest(refused: Understood['refused']): Understood['refused'][number] | undefined {
  const counts = new Map<string, number>();
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return refused.find(({ reason }) => reason === most?.[0]);
}

/** Not a single row can be taken: why, and what to do about it. */
export function NothingUsable({ understood }: { understood: Understood }) {
  const { counts, refused, blockers, mayLackPlace } = understood;
  if (counts.usable > 0 || blockers.length > 0) return null;
  if (counts.read === 0)
    return (
      <p role="alert" className={tone.blocked}>
        {t('importing.findings.noRows')}
      </p>
    );
  const fault = commonest(refused);
  // What one press takes is offered with its reason.
  if (fault?.reason === 'no_place' && mayLackPlace) return null;
  return (
    <div role="alert" className={tone.refused}>
      <strong>{t('importing.findings.noneUsable')}</strong>
      {fault !== undefined && (
        <p>{t('importing.findings.mostly', { row: fault.row, reason: reasonText(fault) })}</p>
      )}
      {fault !== undefined && TURNED.has(fault.reason) ? (
        <Button size="compact-sm" variant="default" onClick={() => void turnCoordinates()}>
          {t('importing.findings.turn')}
        </Button>
      ) : (
        <p>{t('importing.findings.mend')}</p>
      )}
    </div>
  );
}
