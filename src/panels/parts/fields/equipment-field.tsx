import { Button, CloseButton } from '@mantine/core';
import type { EquipmentInput } from '../../../core/register/index.ts';
import { t } from '../../../messages/index.ts';
import { fieldLabel } from '../register/register-text.ts';
import type { FieldProps } from './field-props.ts';
import styles from './form.module.css';

/** What a team has: one line each, a quantity only where it is known. */
export function EquipmentField({
  input,
  error,
  onChange,
}: FieldProps & { input: readonly EquipmentInput[] }) {
  const put = (at: number, change: Partial<EquipmentInput>) =>
    onChange(input.map((item, i) => (i === at ? { ...item, ...change } : item)));
  return (
    <fieldset className={styles.equipment} data-column="equipment">
      <legend>{fieldLabel('equipment')}</legend>
      {input.map((item, at) => (
        // Lines have no name of their own; they are only added at the end and removed.
        <div key={at} className={styles.equipmentRow}>
          <input
            className={styles.input}
            aria-label={t('register.equipmentItem')}
            placeholder={t('register.equipmentItem')}
            value={item.item}
            onChange={(event) => put(at, { item: event.currentTarget.value })}
          />
          <input
            className={styles.input}
            inputMode="decimal"
            aria-label={t('register.equipmentQuantity')}
            placeholder={t('register.unknown')}
            value={item.quantity}
            onChange={(event) => put(at, { quantity: event.currentTarget.value })}
          />
          <input
            className={styles.input}
            aria-label={t('register.equipmentUnit')}
            placeholder={t('register.equipmentUnit')}
            value={item.unit}
            onChange={(event) => put(at, { unit: event.currentTarget.value })}
          />
          <CloseButton
            size="sm"
            aria-label={t('register.equipmentRemove', { item: item.item })}
            onClick={() => onChange(input.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      {error !== null && <p className={styles.error}>{error}</p>}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => onChange([...input, { item: '', quantity: '', unit: '' }])}
      >
        {t('register.equipmentAdd')}
      </Button>
    </fieldset>
  );
}
