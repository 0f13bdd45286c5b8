/** `supabase/schema.md`: what every table, function and right is now, written from the database's catalogue. */
import type { Queryable } from '../../local/queryable.ts';

export const SCHEMA_PAGE = 'supabase/schema.md';

const HEAD = `# The schema as it is

Written by \`npm run schema\` from the catalogue of a fresh database; not to be changed by hand. The reasons are in the comments of
\`supabase/migrations\`. "May write" names what a signed-in person's column rights are: \`i\` when a row is made, \`u\` when it is
changed. Which rows a role may touch is said by the policies, which columns by the trigger \`b_limit\`.
`;

interface TableFacts {
  name: string;
  security: boolean;
  rights: string | null;
}
interface ColumnFacts {
  table: string;
  name: string;
  type: string;
  value: string;
  required: boolean;
  write: string;
}
interface Line {
  table: string;
  text: string;
}
interface FunctionFacts {
  name: string;
  args: string;
  returns: string;
  kind: string;
  callers: string;
}

const TABLES = `
  select c.oid::regclass::text as name, c.relrowsecurity as security,
    (select string_agg(p.who || ' ' || p.what, '; ' order by p.who) from (
      select a.grantee::regrole::text as who, string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as what
      from aclexplode(c.relacl) a
      where a.grantee::regrole::text in ('anon', 'authenticated', 'service_role')
        and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
      group by a.grantee) p) as rights
  from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'muster')
  order by c.relnamespace::regnamespace::text desc, c.relname`;

const COLUMNS = `
  select c.oid::regclass::text as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    case when a.attidentity <> '' then 'numbered' when a.attgenerated <> '' then 'computed: ' || pg_get_expr(d.adbin, d.adrelid)
      else coalesce(pg_get_expr(d.adbin, d.adrelid), '') end as value,
    case when a.attgenerated <> '' then '' else concat(
      case when has_column_privilege('authenticated', c.oid, a.attnum, 'insert') then 'i' end,
      case when has_column_privilege('authenticated', c.oid, a.attnum, 'update') then 'u' end) end as write
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('public', 'muster')
  order by a.attnum`;

const CONSTRAINTS = `
  select k.conrelid::regclass::text as "table", k.conname || ': ' || pg_get_constraintdef(k.oid) as text
  from pg_constraint k where k.connamespace::regnamespace::text in ('public', 'muster') and k.conrelid <> 0 and k.contype <> 'n'
  order by array_position(array['p', 'u', 'f', 'c', 'x'], k.contype::text), k.conname`;

const INDEXES = `
  select i.indrelid::regclass::text as "table", regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE ', '') as text
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace::regnamespace::text in ('public', 'muster')
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
  order by c.relname`;

const TRIGGERS = `
  select t.tgrelid::regclass::text as "table", regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER ', '') as text
  from pg_trigger t where not t.tgisinternal order by t.tgname`;

const POLICIES = `
  select p.polrelid::regclass::text as "table", concat(p.polname, ' for ',
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    ' to ', (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(p.polroles) r),
    ' using ' || pg_get_expr(p.polqual, p.polrelid), ' with check ' || pg_get_expr(p.polwithcheck, p.polrelid)) as text
  from pg_policy p order by p.polname`;

const FUNCTIONS = `
  select p.oid::regproc::text as name, pg_get_function_arguments(p.oid) as args, pg_get_function_result(p.oid) as returns,
    concat(case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when p.prosecdef then ', as its owner' end) as kind,
    coalesce((select string_agg(case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end, ', '
        order by a.grantee::regrole::text)
      from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner), 'owner') as callers
  from pg_proc p where p.pronamespace::regnamespace::text in ('public', 'muster') and p.prokind = 'f'
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by p.pronamespace::regnamespace::text desc, p.proname`;

/** A value in a cell of a Markdown table. */
const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').replaceAll('<', '&lt;');
const code = (text: string): string =>
  text === '' ? '' : `\`${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\``;
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The lines of one table under a word, or nothing where there are none. */
function list(word: string, lines: readonly Line[], table: string): string[] {
  const own = lines.filter((line) => line.table === table);
  return own.length === 0
    ? []
    : ['', `${word}:`, '', ...own.map(({ text }) => `- \`${text.replaceAll(/\s+/g, ' ')}\``)];
}

/** The whole page. The search path is set, so that every name says its schema. */
export async function schemaPage(database: Queryable): Promise<string> {
  const [former] = await database.query<{ path: string }>(
    `select current_setting('search_path') as path`,
  );
  await database.query(`select set_config('search_path', 'pg_catalog', false)`);
  try {
    return await write(database);
  } finally {
    await database.query(`select set_config('search_path', $1, false)`, [former?.path ?? '']);
  }
}

async function write(database: Queryable): Promise<string> {
  const tables = await database.query<TableFacts>(TABLES);
  const columns = await database.query<ColumnFacts>(COLUMNS);
  const parts: [string, Line[]][] = [];
  for (const [word, sql] of [
    ['Constraints', CONSTRAINTS],
    ['Indexes', INDEXES],
    ['Triggers, in the order in which they fire', TRIGGERS],
    ['Policies', POLICIES],
  ] as const)
    parts.push([word, await database.query<Line>(sql)]);
  const page = [HEAD, '## Tables'];
  for (const { name, security, rights } of tables) {
    page.push('', `### ${name}`, '');
    page.push(`Row level security ${security ? 'on' : 'off'}; rights: ${rights ?? 'none'}.`, '');
    page.push(
      row('column', 'type', 'null', 'default', 'may write'),
      row(...Array<string>(5).fill('---')),
    );
    for (const column of columns.filter(({ table }) => table === name))
      page.push(
        row(
          column.name,
          code(column.type),
          column.required ? 'no' : 'yes',
          code(column.value),
          column.write,
        ),
      );
    for (const [word, lines] of parts) page.push(...list(word, lines, name));
  }
  page.push('', '## Functions', '');
  page.push(
    '"As its owner" is `security definer`. "Owner" may be called by the database\'s owner alone, or fires as a trigger.',
    '',
  );
  page.push(
    row('function', 'arguments', 'returns', 'how', 'who may call it'),
    row(...Array<string>(5).fill('---')),
  );
  for (const { name, args, returns, kind, callers } of await database.query<FunctionFacts>(
    FUNCTIONS,
  ))
    page.push(row(name, code(args), code(returns), kind, cell(callers)));
  return `${page.join('\n')}\n`;
}
