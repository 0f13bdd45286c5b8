import { useSession } from '../../../state/session.ts';
import { hostedText } from './hosted-text.ts';
import type { HostedMatter } from './hosted-text.ts';

/** A line where a person would look for what hosted Supabase does not have; nothing on the other tiers. */
export function HostedNote({
  about,
  className,
}: {
  about: HostedMatter;
  className?: string | undefined;
}) {
  const text = useSession(({ config }) => hostedText(config, about));
  return text === null ? null : <p className={className}>{text}</p>;
}
