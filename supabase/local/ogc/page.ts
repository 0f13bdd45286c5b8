/** The same resource for a person in a browser: its title, its links, its content as it is. No scripts. */
import type { Link } from './documents.ts';

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character,
  );

/**
 * Links of the document itself and of the collections it lists. Never those of a record: whoever may write one would choose
 * where a reader's click goes.
 */
function linksIn(document: unknown): Link[] {
  const { collections } = (document ?? {}) as { collections?: unknown };
  const parts = [document, ...(Array.isArray(collections) ? (collections as unknown[]) : [])];
  return parts.flatMap((part) => {
    const { links } = (part ?? {}) as { links?: unknown };
    return Array.isArray(links) ? (links as unknown[]).filter(isLink) : [];
  });
}

function isLink(value: unknown): value is Link {
  const { href, rel } = (value ?? {}) as { href?: unknown; rel?: unknown };
  return typeof href === 'string' && /^https?:\/\//.test(href) && typeof rel === 'string';
}

export function pageOf(title: string, document: unknown, language: string): string {
  const links = linksIn(document)
    .map(
      ({ href, rel, title: name }) =>
        `<li>${escape(rel)}: <a href="${escape(href)}">${escape(name ?? href)}</a></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>
<body><h1>${escape(title)}</h1><ul>
${links}
</ul><pre>${escape(JSON.stringify(document, null, 2))}</pre></body></html>
`;
}
