/**
 * Writes without a condition in the text of a function, by the rule of pg-safeupdate (github.com/eradman/pg-safeupdate, safeupdate.c):
 * an UPDATE or DELETE whose own level has no WHERE is refused, in a WITH too; an INSERT … ON CONFLICT DO UPDATE is not meant.
 * Hosted Supabase loads it for everybody who comes through the API, and it reaches into security definer functions.
 */

type Token = { tag: 'word' | 'sign'; text: string } | { tag: 'text'; text: string };

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$([\s\S]*?)\$\1\$|[eE]?'((?:[^']|'')*)'|"((?:[^"]|"")*)"|[\p{L}_][\p{L}\p{N}_$]*|[();]|\S/gu;

function tokensOf(sql: string): Token[] {
  return [...sql.matchAll(TOKEN)].flatMap((match): Token[] => {
    const [whole, , dollars, quoted, named] = match;
    if (whole.startsWith('--') || whole.startsWith('/*')) return [];
    if (dollars !== undefined) return [{ tag: 'text', text: dollars }];
    if (quoted !== undefined) return [{ tag: 'text', text: quoted.replaceAll("''", "'") }];
    // A name in quotes is never a keyword.
    if (named !== undefined) return [{ tag: 'sign', text: `"${named}"` }];
    return [{ tag: /^[\p{L}_]/u.test(whole) ? 'word' : 'sign', text: whole.toLowerCase() }];
  });
}

/** Where a write begins: `update` after `for`, `no key`, `do` and in lists of trigger events is none, `delete` only before `from`. */
function begins(tokens: readonly Token[], at: number): boolean {
  const word = (index: number): string => {
    const token = tokens[index];
    return token?.tag === 'word' ? token.text : '';
  };
  if (word(at) === 'delete') return word(at + 1) === 'from';
  if (word(at) !== 'update') return false;
  if (['for', 'key', 'do', 'or', 'before', 'after', 'on', 'grant'].includes(word(at - 1)))
    return false;
  // `update t set`, `update s.t x set`, `update only t as x set`: a `set` soon, before anything else begins.
  for (let index = at + 1; index < at + 9 && index < tokens.length; index++) {
    if (word(index) === 'set') return true;
    if (tokens[index]?.text === ';' || tokens[index]?.text === '(') return false;
  }
  return false;
}

/** The writes without a condition in a function's body, also in strings that it may execute; each with the words it begins with. */
export function unguardedWrites(body: string): string[] {
  const tokens = tokensOf(body);
  const found = tokens.flatMap(({ tag, text }) =>
    tag === 'text' && /\b(update|delete)\b/i.test(text) ? unguardedWrites(text) : [],
  );
  tokens.forEach((_, at) => {
    if (!begins(tokens, at)) return;
    let depth = 0;
    for (let index = at; index < tokens.length; index++) {
      const token = tokens[index];
      if (token?.tag === 'text') continue;
      if (token?.text === '(') depth++;
      if (token?.text === ')') depth--;
      if (depth < 0 || (depth === 0 && token?.text === ';')) break;
      if (depth === 0 && token?.tag === 'word' && token.text === 'where') return;
    }
    found.push(
      tokens
        .slice(at, at + 6)
        .map(({ text }) => text)
        .join(' '),
    );
  });
  return found;
}
