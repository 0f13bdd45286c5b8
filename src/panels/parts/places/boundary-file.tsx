import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { boundaryFromFile } from '../../../actions/districts/boundary-file.ts';
import type { BoundaryRead } from '../../../actions/districts/boundary-file.ts';
import { t } from '../../../messages/index.ts';
import kit from '../../../ui/form/form.module.css';

function said(read: BoundaryRead): string {
  switch (read.tag) {
    case 'taken':
      return t('districts.boundary.taken', { name: read.name });
    case 'which':
      return t('districts.boundary.which', { count: read.count });
    case 'none':
      return t('districts.boundary.nothing');
    case 'unreadable':
      return t('districts.boundary.unreadable');
  }
}

/** The boundary of the district in hand from a file, beside drawing it. @param id key of the draft */
export function BoundaryFile({ id }: { id: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [read, setRead] = useState<BoundaryRead | null>(null);
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={reading}
        onClick={() => input.current?.click()}
      >
        {t('districts.boundary.file')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-boundary-file
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length === 0) return;
          setReading(true);
          void boundaryFromFile(id, files).then((result) => {
            setRead(result);
            setReading(false);
          });
        }}
      />
      <span className={read !== null && read.tag !== 'taken' ? kit.bad : kit.soft} role="status">
        {reading ? t('districts.boundary.reading') : read !== null && said(read)}
      </span>
    </>
  );
}
