import { Button } from '@mantine/core';
import { dropImport } from '../../../actions/importing/open-import.ts';
import { skipFile } from '../../../actions/importing/queue.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';

/** Away from the file in hand: to another one, or to the next of several. */
export function OtherFile({ variant }: { variant: 'subtle' | 'default' }) {
  const waits = useImport((state) => state.queue.length > 0);
  const several = useImport((state) => state.outcomes.length > 0);
  if (!waits && !several)
    return (
      <Button size="compact-sm" variant={variant} onClick={dropImport}>
        {t('importing.other')}
      </Button>
    );
  return (
    <Button size="compact-sm" variant={variant} onClick={() => void skipFile()}>
      {t(waits ? 'importQueue.skip' : 'importQueue.skipLast')}
    </Button>
  );
}
