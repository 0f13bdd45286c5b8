import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { signOut } from '../../actions/console/sign-out.ts';
import { t } from '../../messages/index.ts';
import styles from './session-ended-dialog.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** A screen that nobody comes back to is put away after this, in milliseconds: telephone numbers stand on it. */
const PUT_AWAY_AFTER_MS = 15 * 60_000;

/**
 * The session ended while somebody was at work: the screen stays behind with all that was typed, and the same person goes
 * on after signing in. Nothing else can be done meanwhile, and Esc does not lead past it.
 */
export function SessionEndedDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    const timer = setTimeout(() => void signOut(), PUT_AWAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('signIn.endedTitle')}
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <div className={styles.body}>
        <SignInForm reason="ended">
          <Button variant="subtle" onClick={() => void signOut()}>
            {t('signIn.putAway')}
          </Button>
        </SignInForm>
      </div>
    </dialog>
  );
}
