/** The same resource for a person in a browser: its title, its links, its content as it is. No scripts. */
import type { Link } from './documents.ts';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character,
  );

/** Links in a document, wherever they stand. */
function linksIn(value: unknown, found: Link[] = []): Link[] {
  if (Array.isArray(value)) for (const part of value) linksIn(part, found);
  else if (typeof value === 'object' && value !== null) {
    const { href, rel } = value as { href?: unknown; rel?: unknown };
    if (typeof href === 'string' && typeof rel === 'string') found.push(value as Link);
    else for (const part of Object.values(value)) linksIn(part, found);
  }
  return found;
}

export function pageOf(title: string, document: unknown, language: string): string {
  const links = linksIn(document)
    .map(
      ({ href, rel, title: name }) => `<li>${escape(rel)}: <a href="${escape(href)}">${escape(name ?? href)}</a></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>
<body><h1>${escape(title)}</h1><ul>
${links}
</ul><pre>${escape(JSON.stringify(document, null, 2))}</pre></body></html>
`;
}
