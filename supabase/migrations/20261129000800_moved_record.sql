-- A record that moves to another district leaves the consoles that may not see it there. Policies hide the row itself
-- from them, so a changed row cannot tell them; what is kept here can: which record left which district, and when.

create table muster.moved_record (
  kind text not null,
  id uuid not null,
  from_district text collate "C" not null,
  to_district text collate "C" not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  primary key (kind, id, from_district)
);
create index moved_record_changed on muster.moved_record (changed_xid);
revoke all on muster.moved_record from public, anon, authenticated;

-- Writes as its owner: whoever may move a record may not write here himself.
create function muster.note_move() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into muster.moved_record (kind, id, from_district, to_district)
  values (tg_table_name, new.id, old.district_code, new.district_code)
  on conflict (kind, id, from_district)
    do update set to_district = excluded.to_district, changed_xid = pg_current_xact_id();
  return null;
end
$$;

-- {kind: [ids]} of what left the caller's districts since, for a district that is not his. Tells him no more than
-- which of the records he could see are gone.
create function muster.moved_away(p_since xid8) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_object_agg(gone.kind, gone.ids), '{}')
    from (
      select m.kind, jsonb_agg(m.id) as ids
      from muster.moved_record m
      where m.changed_xid >= p_since
        and m.from_district in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
        and m.to_district not in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
      group by m.kind
    ) gone
  );
end
$$;

revoke execute on function muster.note_move, muster.moved_away from public;
grant execute on function muster.moved_away to authenticated, service_role;
