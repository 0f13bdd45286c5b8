/** The tables of the register as the database's catalogue knows them, into the description that forms are made from. */
import type { Role } from '../../../src/core/model/index.ts';
import type {
  ColumnSpec,
  ColumnType,
  ColumnUnit,
  RegisterKind,
  TableSpec,
} from '../../../src/core/schema/types.ts';
import type { Queryable } from '../../local/queryable.ts';
import { readCheck } from './read-check.ts';

interface ColumnRow {
  name: string;
  type: string;
  required: boolean;
  default: string | null;
  refers: string | null;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  text: 'text',
  'text[]': 'texts',
  smallint: 'integer',
  integer: 'integer',
  numeric: 'number',
  'double precision': 'number',
  date: 'date',
  'timestamp with time zone': 'instant',
  uuid: 'uuid',
  boolean: 'boolean',
  jsonb: 'json',
};

/** A measure tells its unit at the end of its name; people and households tell it at the beginning. */
function unitOf(name: string): ColumnUnit | null {
  if (name.endsWith('_s')) return 'second';
  if (name.endsWith('_m2')) return 'square_metre';
  if (name.endsWith('_m')) return 'metre';
  if (name.startsWith('people') || name === 'capacity' || /^capacity_(in|out)door$/.test(name))
    return 'person';
  return name === 'households' ? 'household' : null;
}

/** The literal a default holds; a computed one (`now()`) is the server's business. */
function defaultOf(expression: string | null): string | null {
  if (expression === null) return null;
  return (
    /^'(.*)'::/.exec(expression)?.[1] ?? (/^-?[\d.]+$/.test(expression) ? expression : 'computed')
  );
}

function columnOf(row: ColumnRow): ColumnSpec {
  const type = row.type.startsWith('extensions.geometry') ? 'geometry' : TYPES[row.type];
  if (type === undefined)
    throw new Error(`a column of a type that no form knows: ${row.name} ${row.type}`);
  const unit = unitOf(row.name);
  const given = defaultOf(row.default);
  const kindOf = type === 'geometry' ? /\((\w+),/.exec(row.type)?.[1] : undefined;
  return {
    name: row.name,
    type,
    required: row.required,
    ...(given === null ? {} : { default: given }),
    ...(unit === null ? {} : { unit }),
    ...(kindOf === undefined || kindOf === 'Geometry' ? {} : { shapes: [kindOf] }),
    ...(row.refers === null ? {} : { refers: row.refers }),
  };
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    pg_get_expr(d.adbin, d.adrelid) as "default",
    (select f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey[1] = a.attnum order by f.conname limit 1) as refers
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and a.attname <> all ('{changed_xid,published}')
  order by a.attnum`;
const CHECKS = `
  select pg_get_constraintdef(oid) as definition from pg_constraint
  where conrelid = $1::regclass and contype = 'c' order by conname`;
const POLICIES = `
  select cmd, coalesce(with_check, qual) as says from pg_policies
  where schemaname = 'public' and tablename = $1 and cmd in ('INSERT', 'UPDATE')`;
const LIMITS = `
  select pg_get_triggerdef(oid) as definition from pg_trigger
  where tgrelid = $1::regclass and not tgisinternal and tgfoid = 'muster.limit_columns'::regproc order by tgname`;

const quoted = (text: string): string[] =>
  [...text.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');

/** The description of one table. @throws at a type or a check that the description cannot say */
export async function describeTable(database: Queryable, kind: RegisterKind): Promise<TableSpec> {
  const table = `public.${kind}`;
  const columns = (await database.query<ColumnRow>(COLUMNS, [table])).map(columnOf);
  const rules: TableSpec['rules'][number][] = [];
  for (const { definition } of await database.query<{ definition: string }>(CHECKS, [table])) {
    const reading = readCheck(definition);
    if (reading.tag === 'row') rules.push(...reading.rules);
    if (reading.tag !== 'column') continue;
    const at = columns.findIndex(({ name }) => name === reading.column);
    const known = columns[at];
    if (known !== undefined) columns[at] = { ...known, ...reading.says };
  }
  if (rules.some(({ tag }) => tag === 'kind-of-class'))
    for (const [at, column] of columns.entries()) {
      if (column.name === 'kind') columns[at] = { ...column, form: 'event-kind' };
      if (column.name === 'class') columns[at] = { ...column, form: 'event-class' };
    }
  const policies = await database.query<{ cmd: string; says: string }>(POLICIES, [kind]);
  const rolesFor = (command: string): Role[] =>
    policies.filter(({ cmd }) => cmd === command).flatMap(({ says }) => quoted(says) as Role[]);
  const limits = await database.query<{ definition: string }>(LIMITS, [table]);
  return {
    kind,
    columns,
    rules,
    insert: rolesFor('INSERT'),
    update: rolesFor('UPDATE'),
    limits: limits.map(({ definition }) => {
      const [roles = '', ...free] = quoted(definition);
      return { roles: roles.split(',') as Role[], columns: free };
    }),
  };
}
