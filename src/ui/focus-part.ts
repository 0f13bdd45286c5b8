/** Frames a part has to come in: what was just asked for is drawn within a few of them. */
const PATIENCE = 60;

function look(part: string, frames: number): void {
  const found = document.querySelector<HTMLElement>(part);
  if (found !== null) found.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => look(part, frames - 1));
}

/** Give the keyboard to a part of the page (CSS selector) as soon as it is there; the page does not scroll. */
export function focusPart(part: string): void {
  // What a change of state brings stands in the page once React's own microtask has run: before the next key.
  queueMicrotask(() => look(part, PATIENCE));
}
