-- Retiring a district: archived, never deleted, and only when nothing that is in use belongs to it. From then on nothing
-- is put into it, until it is brought back.

-- Tables of what may keep a district in use, besides accounts and the districts below.
create function muster.district_contents() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team', 'evacuation_route', 'incident',
    'closure', 'base_feature', 'road_network']
$$;

-- What belongs to the districts p_codes, by table; only what is not archived. Accounts as `profile` (those that are
-- disabled as `disabled`: they keep nothing in use), districts directly below as `district`.
create function muster.district_use(p_codes text[]) returns table (code text, what text, items bigint)
language plpgsql stable set search_path = ''
as $$
declare
  content text;
begin
  foreach content in array muster.district_contents() loop
    return query execute format(
      'select t.district_code::text, $2, count(*) from public.%I t
       where t.district_code = any ($1) and t.archived_at is null group by t.district_code', content)
      using p_codes, content;
  end loop;
  return query select p.district_code::text, 'profile', count(*) from public.profile p
    where p.district_code = any (p_codes) and p.disabled_at is null group by p.district_code;
  return query select p.district_code::text, 'disabled', count(*) from public.profile p
    where p.district_code = any (p_codes) and p.disabled_at is not null group by p.district_code;
  return query select d.parent_code::text, 'district', count(*) from public.district d
    where d.parent_code = any (p_codes) and d.archived_at is null group by d.parent_code;
end
$$;

-- The districts that the caller looks after, with what belongs to each: {code: {shelter: 3, profile: 2, …}}.
create function public.district_overview() returns json
language plpgsql stable security definer set search_path = ''
as $$
begin
  if muster.my_role() is distinct from 'admin' then
    raise exception 'only admins look after districts' using errcode = '42501';
  end if;
  return (
    select coalesce(json_object_agg(u.code, u.items), '{}') from (
      select d.code, json_object_agg(d.what, d.items) as items
      from muster.district_use(array(select muster.my_districts('admin'))) d group by d.code
    ) u
  );
end
$$;

-- A district that is in use is not retired.
create function muster.keep_used_districts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  codes constant text[] := array(select c.code from changed c join former f on f.code = c.code
    where c.archived_at is not null and f.archived_at is null);
  used record;
begin
  if cardinality(codes) = 0 then
    return null;
  end if;
  if exists (select from changed c where c.code = any (codes) and c.parent_code is null) then
    raise exception 'the root stays' using errcode = '23514', constraint = 'district_in_use';
  end if;
  -- Whatever is being put into them is waited for, and then counted.
  perform from public.district d where d.code = any (codes) for update;
  select u.* into used from muster.district_use(codes) u where u.what <> 'disabled' order by u.code, u.what limit 1;
  if found then
    raise exception 'district % is in use: % %', used.code, used.items, used.what
      using errcode = '23514', constraint = 'district_in_use';
  end if;
  return null;
end
$$;

-- Nothing is made in a retired district …
create function muster.refuse_retired() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  retired text;
begin
  select d.code into retired from created c join public.district d on d.code = c.district_code
    where d.archived_at is not null and c.archived_at is null limit 1;
  if found then
    raise exception 'district % is retired', retired using errcode = '23514', constraint = 'district_retired';
  end if;
  return null;
end
$$;

-- … moved there, or brought back there.
create function muster.refuse_retired_move() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from public.district d where d.code = new.district_code and d.archived_at is not null) then
    raise exception 'district % is retired', new.district_code using errcode = '23514', constraint = 'district_retired';
  end if;
  return new;
end
$$;

revoke execute on function muster.district_contents, muster.district_use, muster.keep_used_districts,
  muster.refuse_retired, muster.refuse_retired_move from public;
revoke execute on function public.district_overview from public, anon;
grant execute on function public.district_overview to authenticated;
