import { Alert, Button, Checkbox, PasswordInput, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { signIn } from '../../actions/sign-in.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { refusalLines } from './refusal-lines.ts';
import styles from './sign-in.module.css';
import { useTries } from './use-tries.ts';

/** Why somebody is asked to sign in; `ended` = over the screen they were working on. */
export type SignInReason = 'fresh' | 'signed-out' | 'expired' | 'ended';

/** Who are you: the same form for who comes, who comes back and who is asked again over the screen. */
export function SignInForm({ reason, children }: { reason: SignInReason; children?: ReactNode }) {
  const demoAccounts = useSession((state) => state.config?.demoAccounts ?? []);
  const config = useSession((state) => state.config);
  const lastEmail = useSession((state) => state.lastEmail);
  const known = (reason === 'expired' || reason === 'ended') && lastEmail !== '';
  const [email, setEmail] = useState(known ? lastEmail : '');
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const { busy, refusal, wait, attempt } = useTries(() => passwordField.current?.select());
  const title = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    const lacksPassword = password === '' ? 'password' : null;
    const lacks = email.trim() === '' ? 'email' : lacksPassword;
    setMissing(lacks);
    if (lacks === null && wait === 0) void attempt(() => signIn(email, password, keep));
  }

  const lines = refusal === null ? null : refusalLines(refusal, wait, config);
  return (
    <>
      <form className={styles.form} onSubmit={submit} aria-labelledby={title} noValidate>
        <h1 id={title} className={styles.title}>
          {t('signIn.title')}
        </h1>
        {(reason === 'expired' || reason === 'ended') && lines === null && (
          <Alert variant="light" role="status">
            {t(reason === 'ended' ? 'signIn.ended' : 'signIn.expired')}
          </Alert>
        )}
        {reason === 'signed-out' && lines === null && (
          <p className={styles.quiet} role="status">
            {t('signIn.signedOut')}
          </p>
        )}
        {lines !== null && (
          <div className={styles.refusal} role="alert">
            <strong>{lines.what}</strong>
            {lines.hint !== null && <span>{lines.hint}</span>}
          </div>
        )}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoFocus={!known}
          value={email}
          error={missing === 'email' && t('signIn.needEmail')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          ref={passwordField}
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          autoFocus={known}
          value={password}
          error={missing === 'password' && t('signIn.needPassword')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Checkbox
          label={t('signIn.keep')}
          description={t('signIn.keepHint')}
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
        <Button type="submit" size="md" fullWidth disabled={busy || wait > 0}>
          {busy ? t('signIn.submitting') : t('signIn.submit')}
        </Button>
      </form>
      {children}
      {demoAccounts.length > 0 && (
        <DemoAccounts
          accounts={demoAccounts}
          disabled={busy || wait > 0}
          onUse={(account) => void attempt(() => signIn(account.email, account.password, keep))}
        />
      )}
    </>
  );
}
