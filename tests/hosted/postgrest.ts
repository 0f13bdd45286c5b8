/**
 * A stand-in for PostgREST 12 and later, as far as the page asks it; each rule with where it is from. Pages below
 * https://docs.postgrest.org/en/stable/references/.
 */
import type postgres from 'postgres';

interface Found {
  oid: number;
  names: string[] | null;
  required: number;
  volatility: 'i' | 's' | 'v';
  settings: string[] | null;
  answer: string;
  rows: boolean;
}

/** Supabase's default of `max_rows` (supabase.com/docs/guides/api, API settings). */
const MAX_ROWS = 1000;
const BYTES = 'application/octet-stream';

/** errors.html, "HTTP Status Codes". */
function statusOf(code: string, anonymous: boolean): number {
  if (/^PT\d{3}$/.test(code)) return Number(code.slice(2));
  if (code === '42501') return anonymous ? 401 : 403;
  if (code === '23503' || code === '23505') return 409;
  if (code === '25006') return 405;
  if (code === '42883' || code === '42P01') return 404;
  if (/^(08|53)/.test(code)) return 503;
  if (/^(09|25|2D|38|39|3B|40|54|55|57|58|F0|HV|XX)/.test(code)) return 500;
  if (/^(0L|0P|28)/.test(code)) return 403;
  return 400;
}

const refusal = (status: number, code: string, message: string): Response =>
  Response.json({ code, message, details: null, hint: null }, { status });

const ident = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not a plain name: ${name}`);
  return `"${name}"`;
};

/** @param sql a connection as `authenticator` */
export function postgrest(
  sql: postgres.Sql,
): (request: Request, userId: string | null) => Promise<Response> {
  return async (request, userId) => {
    const url = new URL(request.url);
    const role = userId === null ? 'anon' : 'authenticated';
    try {
      const called = /\/rpc\/(\w+)$/.exec(url.pathname)?.[1];
      if (called === undefined) return await table(request, url, role, userId);
      return await rpc(request, url, called, role, userId);
    } catch (error) {
      const { code = 'XX000', message } = error as { code?: string; message: string };
      return refusal(statusOf(code, userId === null), code, message);
    }
  };

  /** transactions.html: the role is switched, the claims are told, the role's and the function's settings hold. */
  function within<T>(
    role: string,
    userId: string | null,
    readOnly: boolean,
    settings: readonly string[],
    work: (transaction: postgres.TransactionSql) => Promise<T>,
  ): Promise<T> {
    return sql.begin(readOnly ? 'read only' : '', async (transaction) => {
      const claims = JSON.stringify(
        userId === null ? { role } : { role, sub: userId, session_id: null },
      );
      const timeout = settings.find((one) => one.startsWith('statement_timeout='))?.split('=')[1];
      await transaction`select set_config('search_path', 'public, extensions', true), set_config('role', ${role}, true),
        set_config('request.jwt.claims', ${claims}, true),
        set_config('statement_timeout', ${timeout ?? (role === 'anon' ? '3s' : '8s')}, true)`;
      return work(transaction);
    }) as Promise<T>;
  }

  async function rpc(
    request: Request,
    url: URL,
    name: string,
    role: string,
    userId: string | null,
  ): Promise<Response> {
    const given =
      request.method === 'GET'
        ? Object.fromEntries(url.searchParams)
        : ((await request.json()) as Record<string, unknown>);
    const known = await sql<Found[]>`
      select p.oid::int as oid, p.proargnames[1:p.pronargs] as names, p.pronargs - p.pronargdefaults as required,
        p.provolatile as volatility, p.proconfig as settings, t.typname as answer, p.proretset as rows
      from pg_proc p join pg_type t on t.oid = p.prorettype
      where p.pronamespace = 'public'::regnamespace and p.proname = ${name}`;
    // functions.html, "Overloaded functions"; schema_cache.html: found by the names of its arguments.
    const fit = known.filter(
      ({ names, required }) =>
        Object.keys(given).every((one) => names?.includes(one)) &&
        (names ?? []).slice(0, required).every((one) => one in given),
    );
    if (fit.length === 0)
      return refusal(404, 'PGRST202', `no function ${name}(${Object.keys(given).join(', ')})`);
    const [found] = fit;
    if (found === undefined || fit.length > 1)
      return refusal(300, 'PGRST203', `more than one function ${name}`);
    // media_type_handlers.html: a media type only where the function answers a domain of its name.
    const raw = (request.headers.get('accept') ?? '').includes(BYTES);
    if (raw && found.answer !== BYTES)
      return refusal(406, 'PGRST107', 'none of these media types are available');
    // transactions.html, "Access mode": GET, and POST to a stable function, is read only; GET of a volatile one is refused by its writes.
    const readOnly = request.method === 'GET' || found.volatility !== 'v';
    return within(role, userId, readOnly, found.settings ?? [], async (transaction) => {
      // functions.html: arguments come as one JSON object, by their types.
      const [record] = await transaction<{ list: string | null }[]>`
        select string_agg(format('%I => (select x.%I from json_to_record($1::text::json) as x(%I %s))', n, n, n, format_type(t, null)), ', ') as list
        from pg_proc p, unnest(p.proargnames[1:p.pronargs], p.proargtypes::oid[]) as a(n, t)
        where p.oid = ${found.oid} and n = any (${Object.keys(given)})`;
      const call = `public.${ident(name)}(${record?.list ?? ''})`;
      const body = JSON.stringify(given);
      const values = record?.list ? [body] : [];
      if (raw) {
        const [row] = await transaction.unsafe<{ bytes: Buffer | null }[]>(
          `select ${call}::bytea as bytes`,
          values,
        );
        return new Response(new Uint8Array(row?.bytes ?? []), {
          headers: { 'content-type': BYTES },
        });
      }
      if (found.rows) {
        const rows = await transaction.unsafe<{ row: unknown }[]>(
          `select to_json(r) as row from ${call} r limit ${MAX_ROWS}`,
          values,
        );
        return Response.json(rows.map(({ row }) => row));
      }
      const [row] = await transaction.unsafe<{ answer: unknown }[]>(
        `select to_json(${call}) as answer`,
        values,
      );
      return found.answer === 'void'
        ? new Response(null, { status: 204 })
        : Response.json(row?.answer ?? null);
    });
  }

  /** tables_views.html: plain columns, `column=eq.value`, one row written from JSON, what was written sent back. */
  async function table(
    request: Request,
    url: URL,
    role: string,
    userId: string | null,
  ): Promise<Response> {
    const name = ident(/\/rest\/v1\/(\w+)$/.exec(url.pathname)?.[1] ?? '');
    const columns = (url.searchParams.get('select') ?? '').split(',').map(ident).join(', ');
    const filters = [...url.searchParams].filter(([key]) => key !== 'select' && key !== 'columns');
    const condition =
      filters.map(([key], i) => `${ident(key)}::text = $${i + 1}`).join(' and ') || 'true';
    const values = filters.map(([, value]) => {
      if (!value.startsWith('eq.')) throw new Error(`only eq is imitated, not ${value}`);
      return value.slice(3);
    });
    const body = request.method === 'GET' ? '' : await request.text();
    return within(role, userId, request.method === 'GET', [], async (transaction) => {
      if (request.method === 'GET') {
        const rows = await transaction.unsafe(
          `select to_json(r) as row from (select ${columns} from public.${name} where ${condition} limit ${MAX_ROWS}) r`,
          values,
        );
        return Response.json(rows.map(({ row }) => row as unknown));
      }
      const given = Object.keys(JSON.parse(body) as object).map(ident);
      const place = `$${values.length + 1}`;
      const statement =
        request.method === 'POST'
          ? `insert into public.${name} (${given.join(', ')}) select ${given.map((one) => `x.${one}`).join(', ')}
             from json_populate_record(null::public.${name}, ${place}::text::json) x returning ${columns}`
          : `update public.${name} set ${given.map((one) => `${one} = (select x.${one} from json_populate_record(null::public.${name}, ${place}::text::json) x)`).join(', ')}
             where ${condition} returning ${columns}`;
      const rows = await transaction.unsafe(
        `with w as (${statement}) select to_json(w) as row from w`,
        [...values, body],
      );
      return Response.json(
        rows.map(({ row }) => row as unknown),
        { status: request.method === 'POST' ? 201 : 200 },
      );
    });
  }
}
