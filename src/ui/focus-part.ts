/** Frames a part has to come in: what was just asked for is drawn within a few of them. */
const PATIENCE = 60;

/** Give the keyboard to a part of the page (CSS selector) as soon as it is there; the page does not scroll. */
export function focusPart(part: string, frames = PATIENCE): void {
  const found = document.querySelector<HTMLElement>(part);
  if (found !== null) found.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusPart(part, frames - 1));
}
