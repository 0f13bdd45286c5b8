/**
 * Another person at a screen that somebody left: the page is loaded anew, so that nothing of what it held (records, drafts,
 * a file in hand, words in a form) is there for them. The address tells what was looked at and goes too.
 */
export function startAnew(): void {
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  location.reload();
}
