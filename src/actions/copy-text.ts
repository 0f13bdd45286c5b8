import { notify } from './notify.ts';

/** Put a text on the clipboard and say so. Pages that are not served securely have no clipboard of their own. */
export async function copyText(text: string, what: 'list' | 'coordinates'): Promise<void> {
  if (await written(text)) notify({ tag: 'copied', what });
  else notify({ tag: 'not-copied' });
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writtenBySelection(text);
  }
}

/** The old way, which also works on plain http: select the text in a hidden field and let the browser copy it. */
function writtenBySelection(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
