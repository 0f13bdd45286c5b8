import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../../messages/index.ts';
import { serverNow } from '../../../state/clock.ts';
import { useZone } from '../../../state/districts.ts';
import { instantOf, wallTime } from '../../../ui/format/zone-time.ts';
import { commonOf } from './field-props.ts';
import type { FieldProps } from './field-props.ts';
import styles from './form.module.css';

/** A moment, by the district's clock. Empty = nobody knows when. */
export function InstantField(props: FieldProps & { input: string }) {
  const { column, input, onChange } = props;
  const zone = useZone();
  const [typed, setTyped] = useState<string | null>(null);
  const put = (value: string) => {
    setTyped(null);
    onChange(value);
  };
  const known = input !== '' && !Number.isNaN(Date.parse(input));
  return (
    <div className={styles.instant}>
      <TextInput
        {...commonOf(props)}
        type="datetime-local"
        value={typed ?? (known ? wallTime(input, zone) : '')}
        onChange={(event) => {
          const wall = event.currentTarget.value;
          const at = instantOf(wall, zone);
          setTyped(at === null ? wall : null);
          if (at !== null || wall === '') onChange(at ?? '');
        }}
      />
      <div className={styles.inline}>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => put(new Date(serverNow()).toISOString())}
        >
          {t('register.now')}
        </Button>
        {!column.required && input !== '' && (
          <Button size="compact-xs" variant="subtle" onClick={() => put('')}>
            {t('register.clearTime')}
          </Button>
        )}
      </div>
    </div>
  );
}
