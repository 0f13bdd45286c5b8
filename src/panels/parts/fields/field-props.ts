import type { Input } from '../../../core/register/index.ts';
import type { ColumnSpec, RegisterKind } from '../../../core/schema/index.ts';
import { t } from '../../../messages/index.ts';
import type { MessageKey } from '../../../messages/index.ts';
import { fieldHead } from '../register/register-text.ts';

export interface FieldProps {
  kind: RegisterKind;
  id: string;
  column: ColumnSpec;
  input: Input;
  /** What is wrong with it, in words; null = nothing, or nothing that was asked yet. */
  error: string | null;
  onChange: (input: Input) => void;
}

const HINTS: Readonly<Record<string, MessageKey>> = {
  facilities: 'register.hint.facilities',
  capabilities: 'register.hint.capabilities',
  suitability: 'register.hint.suitability',
  district_code: 'register.hint.district_code',
  external_id: 'register.hint.external_id',
  capacity_text: 'register.hint.capacity_text',
  inventory_text: 'register.hint.inventory_text',
  equipment_text: 'register.hint.equipment_text',
  observed_at: 'register.hint.observed_at',
};
/** The attributes every field has: its name with its unit, what it means, what is wrong with it. */
export function commonOf({ kind, column, error }: FieldProps) {
  const hint = HINTS[column.name];
  return {
    size: 'xs' as const,
    label:
      kind === 'district' && column.name === 'level'
        ? t('card.field.districtLevel')
        : fieldHead(kind, column.name),
    description: hint === undefined ? undefined : t(hint),
    error,
    withAsterisk: column.required && column.default === undefined,
    'data-column': column.name,
  };
}
