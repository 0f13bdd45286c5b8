-- How many views a person may keep, and how many ways of reading files a district: far above what an office does, far below what a
-- script can do in a night.

-- Rows of a table with the same owner, each a kind and a name; what was dropped makes room first. Arguments: the owner's column, how
-- many, the rule's name.
create function muster.limit_kept() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  owner constant text := to_jsonb(new) ->> tg_argv[0];
  most constant int := tg_argv[1];
  kept int;
  known boolean;
begin
  if auth.uid() is null then
    return new;
  end if;
  -- One at a time for an owner, so that many at once get no further than many in a row.
  perform pg_advisory_xact_lock(hashtext(tg_table_name || ' ' || owner));
  execute format('select count(*), coalesce(bool_or(t.kind = $2 and t.name = $3), false) from public.%I t where t.%I::text = $1',
    tg_table_name, tg_argv[0]) into kept, known using owner, new.kind, new.name;
  -- A name that is there takes the new content (`on conflict`): nothing is added.
  if kept >= most and not known then
    execute format('delete from public.%1$I t where t.id in (select o.id from public.%1$I o where o.%2$I::text = $1
      and o.archived_at is not null order by o.archived_at limit $2)', tg_table_name, tg_argv[0]) using owner, kept - most + 1;
    get diagnostics kept = row_count;
    if kept = 0 then
      perform muster.refuse_too_many(tg_argv[2], most);
    end if;
  end if;
  return new;
end
$$;

revoke execute on function muster.limit_kept from public;
