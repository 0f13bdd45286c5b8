import { Button, TextInput } from '@mantine/core';
import { generatePassword, PASSWORD_LENGTH } from '../../core/rights/password.ts';
import { t } from '../../messages/index.ts';
import kit from '../../ui/form/form.module.css';

/** A password for somebody else: readable, because it has to be told. */
export function PasswordField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (v: string) => void;
}) {
  return (
    <div>
      <TextInput
        size="sm"
        label={label}
        description={t('people.password.rules', { length: PASSWORD_LENGTH })}
        autoComplete="new-password"
        spellCheck={false}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div className={kit.buttons}>
        <Button
          size="xs"
          mt={6}
          variant="default"
          onClick={() => onChange(generatePassword((numbers) => crypto.getRandomValues(numbers)))}
        >
          {t('people.form.generate')}
        </Button>
      </div>
    </div>
  );
}
