import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../../core/new-id.ts';
import { saveResponsible } from '../../actions/upkeep/save-responsible.ts';
import type { ResponsibleOutcome } from '../../actions/upkeep/save-responsible.ts';
import type { Contact, EvacuationRoute, Role } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { SubForm } from '../upkeep/sub-form.tsx';
import styles from '../upkeep/upkeep.module.css';

const MAY_WRITE: readonly Role[] = ['admin', 'commander', 'planner'];

interface ResponsibleFormProps {
  route: EvacuationRoute;
  contact: Contact | null;
  role: Role;
}

/** Who sees to an evacuation. A contact of the route: shown only to roles that may see contacts. */
export function ResponsibleForm({ route, contact, role }: ResponsibleFormProps) {
  const [typed, setTyped] = useState<{ id: string; name: string; phone: string } | null>(null);
  const [outcome, setOutcome] = useState<ResponsibleOutcome | 'saving' | 'no-name' | null>(null);
  if (!MAY_WRITE.includes(role)) return null;
  if (typed === null)
    return (
      <div>
        <button
          type="button"
          className={styles.quiet}
          onClick={() =>
            setTyped({
              id: contact?.id ?? newId(),
              name: contact?.name ?? '',
              phone: contact?.phone ?? '',
            })
          }
        >
          {contact === null ? t('upkeep.route.add') : t('upkeep.route.edit')}
        </button>
      </div>
    );
  async function send() {
    if (typed === null || outcome === 'saving') return;
    if (typed.name.trim() === '') return setOutcome('no-name');
    setOutcome('saving');
    const result = await saveResponsible(route, contact, typed);
    setOutcome(result === 'ok' ? null : result);
    if (result === 'ok') setTyped(null);
  }
  return (
    <SubForm label={t('upkeep.route.responsible')} onSubmit={() => void send()}>
      <div className={styles.pair}>
        <TextInput
          size="sm"
          label={t('upkeep.route.name')}
          maxLength={500}
          autoComplete="off"
          value={typed.name}
          error={outcome === 'no-name' ? t('upkeep.route.nameMissing') : null}
          onChange={({ currentTarget }) => setTyped({ ...typed, name: currentTarget.value })}
        />
        <TextInput
          size="sm"
          type="tel"
          label={t('upkeep.route.phone')}
          maxLength={100}
          autoComplete="off"
          value={typed.phone}
          onChange={({ currentTarget }) => setTyped({ ...typed, phone: currentTarget.value })}
        />
      </div>
      <Failed outcome={outcome} />
      <div className={styles.buttons}>
        <Button size="xs" loading={outcome === 'saving'} onClick={() => void send()}>
          {t('upkeep.route.save')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setTyped(null)}>
          {t('upkeep.route.cancel')}
        </Button>
      </div>
    </SubForm>
  );
}

function Failed({ outcome }: { outcome: ResponsibleOutcome | 'saving' | 'no-name' | null }) {
  if (outcome === null || outcome === 'ok' || outcome === 'saving' || outcome === 'no-name') return null;
  return (
    <p role="alert" className={styles.alert}>
      {outcome === 'conflict' ? t('upkeep.route.conflict') : t(`upkeep.route.failed.${outcome}`)}
    </p>
  );
}
