import { t } from '../../messages/index.ts';
import type { AppConfig } from '../../state/session.ts';
import { hostedText } from '../parts/hosted/hosted-text.ts';
import type { Refusal } from './use-tries.ts';

/** What went wrong and what to do, in words. `wait` = seconds still to wait. */
export function refusalLines(
  refusal: Refusal,
  wait: number,
  config: AppConfig | null,
): { what: string; hint: string | null } {
  switch (refusal.tag) {
    case 'wrong-password':
      return { what: t('signIn.wrongPassword'), hint: t('signIn.wrongPasswordHint') };
    case 'throttled':
      return {
        what: wait > 0 ? t('signIn.throttled', { seconds: wait }) : t('signIn.throttledLater'),
        hint: hostedText(config, 'throttle'),
      };
    case 'unreachable':
      return { what: t('signIn.unreachable'), hint: hostedText(config, 'asleep') };
    case 'malformed':
      return { what: t('signIn.malformed'), hint: null };
  }
}
