/**
 * Everything that a database's catalogue says about the register, one fact a line, in an order that depends on nothing but the
 * facts: two databases are the same when their dumps are. It holds what `pg_dump` holds and a little more (rights spelt out,
 * the order of columns, what every function is), and the rows that the migrations write. Numbers that differ from one database
 * to the next (ids, times, transactions) are left out.
 */

/** Runs one statement and hands back its rows. */
export type Ask = (sql: string) => Promise<object[]>;

/** Schemas that the migrations fill. What PostGIS and the sign-in service bring is theirs. */
const OURS = `('public', 'muster')`;

const notOfAnExtension = (catalogue: string, oid: string): string =>
  `not exists (select from pg_depend x where x.classid = '${catalogue}'::regclass and x.objid = ${oid} and x.deptype = 'e')`;

/** Rights as they work: what no grant ever touched holds the rights it was born with. */
const rights = (acl: string, kind: string, owner: string): string =>
  `(select coalesce(string_agg(case a.grantee when 0 then 'public' else a.grantee::regrole::text end || ':' || a.privilege_type
      || case when a.is_grantable then '*' else '' end, ' ' order by a.grantee::regrole::text, a.privilege_type), 'none')
    from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a)`;

const granted = (acl: string): string =>
  `(select coalesce(string_agg(case a.grantee when 0 then 'public' else a.grantee::regrole::text end || ':' || a.privilege_type,
      ' ' order by a.grantee::regrole::text, a.privilege_type), 'none') from aclexplode(${acl}) a)`;

/** Each is one select of one column. */
const SECTIONS: readonly string[] = [
  `select format('schema %s owner %s rights %s', n.nspname, n.nspowner::regrole, ${rights('n.nspacl', 'n', 'n.nspowner')})
    from pg_namespace n where n.nspname in ('public', 'muster', 'extensions')`,
  `select format('extension %s in %s', e.extname, n.nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname <> 'pgtap'`,
  `select format('default rights in %s of %s for %s: %s', coalesce(n.nspname, 'every schema'), d.defaclrole::regrole,
      d.defaclobjtype, ${granted('d.defaclacl')})
    from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace`,
  `select format('%s %s owner %s persistence %s security %s/%s options %s identity %s rights %s',
      case c.relkind when 'r' then 'table' when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
        else c.relkind::text end,
      c.oid::regclass, c.relowner::regrole, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
      coalesce(c.reloptions::text, 'none'), c.relreplident,
      ${rights('c.relacl', 'r', 'c.relowner')})
    from pg_class c where c.relnamespace::regnamespace::text in ${OURS} and c.relkind in ('r', 'v', 'm', 'S', 'p', 'f')
      and ${notOfAnExtension('pg_class', 'c.oid')}`,
  `select format('column %s %s %s type %s%s%s default %s generated %s identity %s storage %s rights %s', c.oid::regclass,
      lpad(a.attnum::text, 3, '0'), a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> 0 then ' collate ' || a.attcollation::regcollation else '' end,
      case when a.attnotnull then ' not null' else '' end, coalesce(pg_get_expr(d.adbin, d.adrelid), 'none'),
      case a.attgenerated when '' then 'no' else a.attgenerated::text end,
      case a.attidentity when '' then 'no' else a.attidentity::text end, a.attstorage, ${granted('a.attacl')})
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace::regnamespace::text in ${OURS} and c.relkind in ('r', 'v', 'm', 'p', 'f', 'c')
      and ${notOfAnExtension('pg_class', 'c.oid')}`,
  `select format('constraint %s %s %s deferrable %s/%s valid %s', coalesce(nullif(k.conrelid, 0)::regclass::text,
      k.contypid::regtype::text), k.conname, pg_get_constraintdef(k.oid), k.condeferrable, k.condeferred, k.convalidated)
    from pg_constraint k where k.connamespace::regnamespace::text in ${OURS}`,
  `select format('index %s valid %s clustered %s', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered)
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace::regnamespace::text in ${OURS}`,
  `select format('trigger %s enabled %s', pg_get_triggerdef(t.oid), t.tgenabled) from pg_trigger t where not t.tgisinternal`,
  `select format('policy %s', to_jsonb(p)) from pg_policies p`,
  `select format('function %s owner %s rights %s\n%s', p.oid::regprocedure, p.proowner::regrole,
      ${rights('p.proacl', 'f', 'p.proowner')}, pg_get_functiondef(p.oid))
    from pg_proc p where p.pronamespace::regnamespace::text in ${OURS} and p.prokind in ('f', 'p')
      and ${notOfAnExtension('pg_proc', 'p.oid')}`,
  `select format('type %s kind %s base %s%s owner %s rights %s', t.oid::regtype, t.typtype, format_type(t.typbasetype, t.typtypmod),
      case when t.typnotnull then ' not null' else '' end, t.typowner::regrole, ${rights('t.typacl', 'T', 't.typowner')})
    from pg_type t where t.typnamespace::regnamespace::text in ${OURS} and t.typtype <> 'b' and ${notOfAnExtension('pg_type', 't.oid')}`,
  `select format('label %s %s %s', e.enumtypid::regtype, e.enumsortorder, e.enumlabel) from pg_enum e
    join pg_type t on t.oid = e.enumtypid where t.typnamespace::regnamespace::text in ${OURS}`,
  `select format('sequence %s', to_jsonb(s) - 'last_value') from pg_sequences s where s.schemaname in ${OURS}`,
  `select format('view %s %s', c.oid::regclass, pg_get_viewdef(c.oid)) from pg_class c
    where c.relnamespace::regnamespace::text in ${OURS} and c.relkind in ('v', 'm') and ${notOfAnExtension('pg_class', 'c.oid')}`,
  `select format('rule %s', to_jsonb(r)) from pg_rules r where r.schemaname in ${OURS}`,
  `select format('comment on %s %s: %s', i.type, i.identity, d.description) from pg_description d,
      pg_identify_object(d.classoid, d.objoid, d.objsubid) i where i.schema in ${OURS}`,
  `select format('event trigger %s on %s calls %s', e.evtname, e.evtevent, e.evtfoid::regprocedure) from pg_event_trigger e`,
  `select format('publication %s', to_jsonb(p) - 'oid' - 'pubowner') from pg_publication p`,
  `select format('published %s', to_jsonb(p)) from pg_publication_tables p`,
  `select format('statistics %s', pg_get_statisticsobjdef(s.oid)) from pg_statistic_ext s`,
  // Whatever else lies in our schemas, of a sort that none of the lines above speaks of.
  `select format('object %s %s', i.type, i.identity) from pg_depend d, pg_identify_object(d.classid, d.objid, d.objsubid) i
    where d.refclassid = 'pg_namespace'::regclass and d.refobjid::regnamespace::text in ${OURS}
      and not exists (select from pg_depend x where x.classid = d.classid and x.objid = d.objid and x.deptype = 'e')`,
];

/** Columns whose values are different in every database. */
const OF_THE_MOMENT = `array['id', 'created_at', 'updated_at', 'at', 'changed_xid', 'epoch', 'record_id', 'seq']`;

const firstOf = (row: object): string => String((Object.values(row) as unknown[])[0]);

/** The lines of the schema, sorted. */
export async function dumpSchema(ask: Ask): Promise<string[]> {
  const lines: string[] = [];
  await ask(`select set_config('search_path', 'pg_catalog', false)`);
  for (const section of SECTIONS) lines.push(...(await ask(section)).map(firstOf));
  return lines.sort();
}

/** The rows of every table, without what differs from one database to the next, sorted. */
export async function dumpRows(ask: Ask): Promise<string[]> {
  const lines: string[] = [];
  const tables = await ask(`select c.oid::regclass::text from pg_class c where c.relkind = 'r'
    and c.relnamespace::regnamespace::text in ${OURS} and ${notOfAnExtension('pg_class', 'c.oid')}`);
  for (const table of tables.map(firstOf))
    lines.push(
      ...(
        await ask(
          `select format('row of ${table}: %s', to_jsonb(t) - ${OF_THE_MOMENT}) from ${table} t`,
        )
      ).map(firstOf),
    );
  return lines.sort();
}
