import { useState } from 'react';
import type { Contact, EvacuationRoute } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useMay } from '../../state/role.ts';
import { ContactForm } from '../parts/contacts/contact-form.tsx';
import styles from '../../ui/form/form.module.css';

interface ResponsibleFormProps {
  route: EvacuationRoute;
  contact: Contact | null;
  /** As the register names the duty. */
  duty: string;
}

/** Who sees to an evacuation. A contact of the route: shown only to roles that may see contacts. */
export function ResponsibleForm({ route, contact, duty }: ResponsibleFormProps) {
  const [open, setOpen] = useState(false);
  const writable = useMay('writeContacts');
  if (!writable) return null;
  const { id: resourceId, districtCode } = route;
  return open ? (
    <ContactForm
      label={t('upkeep.route.responsible')}
      owner={{ resourceKind: 'evacuation_route', resourceId, districtCode }}
      contact={contact}
      duty={duty}
      onDone={() => setOpen(false)}
    />
  ) : (
    <div>
      <button type="button" className={styles.quiet} onClick={() => setOpen(true)}>
        {contact === null ? t('upkeep.route.add') : t('upkeep.route.edit')}
      </button>
    </div>
  );
}
