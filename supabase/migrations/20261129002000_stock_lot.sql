-- stock_lot: one item of one batch in one depot. Its quantity is the sum of its movements (next file), never a cell.

create table public.stock_lot (
  id uuid primary key default gen_random_uuid(),
  depot_id uuid not null,
  district_code text collate "C" not null,
  item text not null check (muster.is_text(item)),
  unit text not null check (muster.is_text(unit, 20)),
  spec text check (muster.is_text(spec)),
  batch text check (muster.is_text(batch)),
  expires_on date check (expires_on between date '1990-01-01' and date '2200-01-01'),
  minimum numeric check (minimum >= 0 and minimum < 1e12),
  external_id text check (muster.is_text(external_id)),
  source text not null check (muster.is_text(source)),
  observed_at timestamptz check (observed_at <= now() + interval '1 day'),
  verified_at timestamptz check (verified_at <= now() + interval '1 day'),
  verified_by uuid,
  published jsonb not null default '{}' check (jsonb_typeof(published) = 'object'),
  like muster.stored including all,
  disputed_at timestamptz,
  disputed_by uuid,
  dispute_reason text check (muster.is_text(dispute_reason, 1000)),
  foreign key (depot_id, district_code) references public.depot (id, district_code) on update cascade,
  unique (depot_id, external_id),
  -- Its movements carry its district: they refer to the pair and follow it.
  unique (id, district_code),
  check (verified_by is null or verified_at is not null),
  constraint stock_lot_dispute_whole check ((disputed_at is null) = (dispute_reason is null)
    and (disputed_by is null or disputed_at is not null)),
  constraint stock_lot_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  constraint stock_lot_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint stock_lot_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint stock_lot_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint stock_lot_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint stock_lot_disputed_at_year_check check (muster.is_near_our_time(disputed_at))
);
create index stock_lot_depot on public.stock_lot (depot_id);
create index stock_lot_district on public.stock_lot (district_code);
create index stock_lot_changed on public.stock_lot (changed_xid);

-- The district is the depot's, whatever was sent.
create function muster.place_stock_lot() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.district_code := (select d.district_code from public.depot d where d.id = new.depot_id);
  if new.district_code is null then
    raise exception 'depot % does not exist', new.depot_id using errcode = '23503';
  end if;
  return new;
end
$$;
revoke execute on function muster.place_stock_lot from public;

create trigger a_key before update on public.stock_lot for each row execute function muster.keep_key('id');
create trigger b_place before insert or update on public.stock_lot
  for each row execute function muster.place_stock_lot();
create trigger c_dispute before insert or update on public.stock_lot
  for each row execute function muster.stamp_dispute();
create trigger c_stamp before insert or update on public.stock_lot for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.stock_lot
  for each row execute function muster.stamp_verification();
create trigger e_forget after delete on public.stock_lot referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.stock_lot referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.stock_lot referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.stock_lot referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.stock_lot for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.stock_lot
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.stock_lot
  for each statement execute function muster.tell_change();

revoke all on public.stock_lot from public, anon, authenticated;
grant select, insert, update on public.stock_lot to authenticated;
grant all on public.stock_lot to service_role;
alter table public.stock_lot enable row level security;

create policy stock_lot_select on public.stock_lot for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy stock_lot_insert on public.stock_lot for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy stock_lot_update on public.stock_lot for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'planner')));
