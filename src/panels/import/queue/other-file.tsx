import { Button } from '@mantine/core';
import { dropImport } from '../../../actions/importing/open-import.ts';
import { dropQueue, skipFile } from '../../../actions/importing/queue.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import { isJoined } from './is-joined.ts';

/** To another file; one whose columns were joined to this one goes with it. */
function leave(): void {
  dropQueue();
  dropImport();
}

/** Away from the file in hand: to another one, or to the next of several. */
export function OtherFile({ variant }: { variant: 'subtle' | 'default' }) {
  const waits = useImport((state) => state.queue.some((name) => !isJoined(state, name)));
  const several = useImport((state) => state.outcomes.length > 0);
  if (!waits && !several)
    return (
      <Button size="compact-sm" variant={variant} onClick={leave}>
        {t('importing.other')}
      </Button>
    );
  return (
    <Button size="compact-sm" variant={variant} onClick={() => void skipFile()}>
      {t(waits ? 'importQueue.skip' : 'importQueue.skipLast')}
    </Button>
  );
}
