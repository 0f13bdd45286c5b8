-- saved_view: a table's filter, order and columns, kept by one person for himself. Nobody else sees it.

create table public.saved_view (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
  kind text not null check (muster.is_text(kind, 60)),
  name text not null check (muster.is_text(name, 100)),
  view jsonb not null check (jsonb_typeof(view) = 'object' and length(view::text) <= 100000),
  like muster.stored including all,
  unique (user_id, kind, name),
  constraint saved_view_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint saved_view_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint saved_view_archived_at_year_check check (muster.is_near_our_time(archived_at))
);

create trigger a_key before update on public.saved_view for each row execute function muster.keep_key('id');
create trigger b_limit before insert on public.saved_view
  for each row execute function muster.limit_kept('user_id', '200', 'too_many_views');
create trigger c_stamp before insert or update on public.saved_view for each row execute function muster.stamp();

revoke all on public.saved_view from public, anon, authenticated;
grant select, insert, update on public.saved_view to authenticated;
grant all on public.saved_view to service_role;
alter table public.saved_view enable row level security;

create policy saved_view_select on public.saved_view for select to authenticated
  using (user_id = (select auth.uid()) and (select muster.my_role()) is not null);
create policy saved_view_insert on public.saved_view for insert to authenticated
  with check (user_id = (select auth.uid()) and (select muster.my_role()) is not null);
create policy saved_view_update on public.saved_view for update to authenticated
  using (user_id = (select auth.uid()) and (select muster.my_role()) is not null)
  with check (user_id = (select auth.uid()) and (select muster.my_role()) is not null);

create function public.saved_views(p_kind text default null) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(v)), '[]') from (
    select t.id, t.kind, t.name, t.view, t.version, t.updated_at
    from public.saved_view t where t.archived_at is null and (p_kind is null or t.kind = p_kind)
    order by t.name, t.id
  ) v
$$;

-- Keeps it under this name, in place of an older one.
create function public.save_view(p_kind text, p_name text, p_view jsonb) returns uuid
language sql set search_path = ''
as $$
  insert into public.saved_view (kind, name, view) values (p_kind, p_name, p_view)
  on conflict (user_id, kind, name) do update set view = excluded.view, archived_at = null
  returning id
$$;

create function public.drop_view(p_id uuid) returns void
language sql set search_path = ''
as $$ update public.saved_view set archived_at = now() where id = p_id $$;

revoke execute on function public.saved_views, public.save_view, public.drop_view from public, anon;
grant execute on function public.saved_views, public.save_view, public.drop_view to authenticated, service_role;
