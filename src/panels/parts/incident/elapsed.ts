import type { Instant } from '../../../core/model/index.ts';
import { t } from '../../../messages/index.ts';
import { formatDuration } from '../../../ui/format/numbers.ts';
import { aheadOf } from '../../../ui/format/zone-time.ts';

/** How long an incident has gone on by the server's clock; a time that lies ahead is a wrong time or a wrong clock. */
export function elapsedText(occurredAt: Instant, now: number): { text: string; isWrong: boolean } {
  const ahead = aheadOf(occurredAt, now);
  if (ahead !== null)
    return {
      text: t('incident.elapsed.ahead', { duration: formatDuration(ahead / 1000) }),
      isWrong: true,
    };
  const seconds = Math.max(0, Math.floor((now - Date.parse(occurredAt)) / 1000));
  const text =
    seconds < 60
      ? t('incident.elapsed.justNow')
      : t('incident.elapsed.since', { duration: spanOf(seconds) });
  return { text, isWrong: false };
}

/** Whole minutes: a clock of seconds would only flicker. */
const spanOf = (seconds: number): string =>
  seconds < 90 * 60
    ? t('units.minutes', { value: String(Math.floor(seconds / 60)) })
    : formatDuration(seconds);
