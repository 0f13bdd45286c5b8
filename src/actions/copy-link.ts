import { useRegister } from '../state/register.ts';
import { useSession } from '../state/session.ts';
import { pictureOf, writeUrl } from '../state/url.ts';
import { notify } from './notify.ts';

/** Copy the address that shows a colleague the same picture. */
export async function copyLink(): Promise<void> {
  const hash = writeUrl(pictureOf(useSession.getState(), useRegister.getState().kind));
  try {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}${hash}`);
    notify({ tag: 'copied', what: 'link' });
  } catch {
    // Without the right to the clipboard the address bar still holds the same address.
  }
}
