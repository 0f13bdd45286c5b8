import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { saveContact } from '../../../actions/upkeep/save-contact.ts';
import type {
  ContactOutcome,
  ContactOwner,
  ContactTyped,
} from '../../../actions/upkeep/save-contact.ts';
import { PHONE_LENGTH } from '../../../core/contacts/phones.ts';
import type { Contact } from '../../../core/model/index.ts';
import { newId } from '../../../core/new-id.ts';
import { t } from '../../../messages/index.ts';
import { SubForm } from '../../../ui/form/sub-form.tsx';
import styles from '../../../ui/form/form.module.css';
import { useSaving } from '../../../ui/form/use-saving.ts';

interface ContactFormProps {
  label: string;
  owner: ContactOwner;
  /** null = a new one. */
  contact: Contact | null;
  /** Stated where the place decides it; otherwise it is asked. */
  duty?: string;
  onDone: () => void;
}

/** Name, duty and telephone of whom to call. What is typed stays until the server has taken it. */
export function ContactForm({ label, owner, contact, duty, onDone }: ContactFormProps) {
  const [typed, setTyped] = useState<ContactTyped>(() => ({
    id: contact?.id ?? newId(),
    name: contact?.name ?? '',
    duty: contact?.duty ?? duty ?? '',
    phone: contact?.phone ?? '',
  }));
  const [outcome, setOutcome] = useState<ContactOutcome | 'no-name' | null>(null);
  const { saving, once } = useSaving();
  const set = (part: Partial<ContactTyped>) => setTyped({ ...typed, ...part });
  function send(): void {
    if (saving) return;
    if (typed.name.trim() === '') return setOutcome('no-name');
    setOutcome(null);
    void once(async () => {
      const result = await saveContact(owner, contact, typed);
      setOutcome(result);
      if (result === 'ok') onDone();
    });
  }
  return (
    <SubForm label={label} onSubmit={send}>
      <div className={styles.pair}>
        <TextInput
          size="sm"
          label={t('upkeep.contact.name')}
          maxLength={100}
          autoComplete="off"
          value={typed.name}
          error={outcome === 'no-name' ? t('upkeep.contact.nameMissing') : null}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="tel"
          label={t('upkeep.contact.phone')}
          maxLength={PHONE_LENGTH}
          autoComplete="off"
          value={typed.phone}
          onChange={({ currentTarget }) => set({ phone: currentTarget.value })}
        />
      </div>
      {duty === undefined && (
        <TextInput
          size="sm"
          label={t('upkeep.contact.duty')}
          maxLength={100}
          autoComplete="off"
          value={typed.duty}
          onChange={({ currentTarget }) => set({ duty: currentTarget.value })}
        />
      )}
      <Failed outcome={outcome} theirs={contact} />
      <div className={styles.buttons}>
        <Button size="xs" loading={saving} onClick={send}>
          {t('upkeep.contact.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('upkeep.contact.cancel')}
        </Button>
      </div>
    </SubForm>
  );
}

/** After a conflict `theirs` is what the other wrote: it stands beside what is typed here. */
function Failed({
  outcome,
  theirs,
}: {
  outcome: ContactOutcome | 'no-name' | null;
  theirs: Contact | null;
}) {
  if (outcome === null || outcome === 'ok' || outcome === 'no-name') return null;
  const { name, duty, phone } = theirs ?? { name: '', duty: null, phone: null };
  return (
    <p role="alert" className={styles.alert}>
      {outcome === 'conflict'
        ? t('upkeep.contact.conflict', {
            theirs: [name, duty, phone].filter((one) => one !== null).join(' '),
          })
        : t(`upkeep.contact.failed.${outcome}`)}
    </p>
  );
}
