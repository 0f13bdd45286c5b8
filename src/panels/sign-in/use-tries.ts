import { useEffect, useState } from 'react';
import type { SignInOutcome } from '../../actions/sign-in.ts';
import { useSaving } from '../../ui/form/use-saving.ts';

export type Refusal = Exclude<SignInOutcome, { tag: 'done' }>;

/** Tries to sign in: one at a time, the last refusal, and the seconds to wait after too many. */
export function useTries(onRefused: () => void) {
  const { saving: busy, once } = useSaving();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wait, setWait] = useState(0);

  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const attempt = (signIn: () => Promise<SignInOutcome>): Promise<void> =>
    once(async () => {
      const outcome = await signIn();
      if (outcome.tag === 'done') return;
      setRefusal(outcome);
      if (outcome.tag === 'throttled') setWait(Math.ceil(outcome.retryAfter ?? 0));
      onRefused();
    });

  return { busy, refusal, wait, attempt };
}
