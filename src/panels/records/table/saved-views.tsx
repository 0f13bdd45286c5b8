import { Button, CloseButton, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { removeView, saveView, showView } from '../../../actions/register/saved-views.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import { useRegister } from '../../../state/register.ts';
import type { TableView } from '../../../state/register.ts';
import styles from './table.module.css';

/** Ways of looking at this table that were kept, and a name for the present one. */
export function SavedViews({ kind, view }: { kind: RegisterKind; view: TableView }) {
  const saved = useRegister((state) => state.savedViews);
  const [name, setName] = useState('');
  const mine = saved.filter((one) => one.kind === kind);
  return (
    <Popover position="bottom-start" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          {t('register.views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={styles.viewList}>
          <li>
            <Button size="compact-sm" variant="subtle" onClick={() => showView(kind, null)}>
              {t('register.viewPlain')}
            </Button>
          </li>
          {mine.map((one) => (
            <li key={one.name}>
              <Button size="compact-sm" variant="subtle" onClick={() => showView(kind, one.view)}>
                {one.name}
              </Button>
              <CloseButton
                size="sm"
                aria-label={t('register.viewRemove', { name: one.name })}
                onClick={() => void removeView(one.id)}
              />
            </li>
          ))}
          {mine.length === 0 && <li className={styles.count}>{t('register.viewsNone')}</li>}
        </ul>
        <form
          className={styles.viewSave}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            void saveView(kind, name.trim(), view);
            setName('');
          }}
        >
          <TextInput
            size="xs"
            label={t('register.viewName')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default">
            {t('register.viewSave')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
