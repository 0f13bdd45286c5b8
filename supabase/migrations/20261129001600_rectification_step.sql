-- rectification_step (排查 → 整改 → 复查 → 销号): what was done about a hazard, by whom, with what evidence.
-- Append-only evidence; a step moves the hazard's state, in this order only:
--   (none or closed) found → rectify → review → close;  review → rectify again when the review was not passed.

create table public.rectification_step (
  id uuid primary key default gen_random_uuid(),
  hazard_id uuid not null,
  district_code text collate "C" not null,
  step text not null check (step in ('found', 'rectify', 'review', 'close')),
  at timestamptz not null default now(),
  -- Who is responsible and until when, where this step says so anew.
  owner text check (muster.is_text(owner)),
  deadline date check (deadline between date '1990-01-01' and date '2200-01-01'),
  note text check (muster.is_text(note, 20000)),
  evidence text check (muster.is_text(evidence, 20000)),
  created_by uuid,
  by_name text,
  created_at timestamptz not null default now(),
  seq bigint generated always as identity,
  foreign key (hazard_id, district_code) references public.hazard (id, district_code) on update cascade,
  check (at <= created_at + interval '5 minutes'),
  constraint rectification_step_at_year_check check (muster.is_near_our_time(at)),
  constraint rectification_step_created_at_year_check check (muster.is_near_our_time(created_at))
);
create index rectification_step_hazard on public.rectification_step (hazard_id, seq);
create index rectification_step_district on public.rectification_step (district_code);

-- The district is the hazard's, the author is the caller, whatever was sent.
create function muster.stamp_rectification_step() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.district_code := (select h.district_code from public.hazard h where h.id = new.hazard_id);
  if new.district_code is null then
    raise exception 'hazard % does not exist', new.hazard_id using errcode = '23503';
  end if;
  if auth.uid() is not null then
    new.created_by := auth.uid();
    new.created_at := now();
    new.by_name := muster.my_name();
  end if;
  return new;
end
$$;

-- Runs after the policies allowed the row; the lock on the hazard makes two people take turns.
create function muster.settle_rectification_step() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  state text;
begin
  select h.rectification_state into state from public.hazard h where h.id = new.hazard_id for no key update;
  if (case new.step
    when 'found' then coalesce(state, 'closed') = 'closed'
    when 'rectify' then state in ('identified', 'recheck')
    when 'review' then state = 'rectifying'
    when 'close' then state = 'recheck' end) is not true then
    raise exception 'step % does not follow state %', new.step, coalesce(state, 'none')
      using errcode = '23514', constraint = 'rectification_step_order';
  end if;
  update public.hazard set
    rectification_state = case new.step when 'found' then 'identified' when 'rectify' then 'rectifying'
      when 'review' then 'recheck' else 'closed' end,
    rectification_owner = coalesce(new.owner, rectification_owner),
    rectification_deadline = coalesce(new.deadline, rectification_deadline)
  where id = new.hazard_id;
  return null;
end
$$;

-- A step is history. Only the district may follow its hazard's.
create function muster.keep_rectification_step() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if to_jsonb(new) - 'district_code' is distinct from to_jsonb(old) - 'district_code' then
    raise exception 'steps are never changed: record another one' using errcode = '42501';
  end if;
  return new;
end
$$;

create trigger a_keep before update on public.rectification_step
  for each row execute function muster.keep_rectification_step();
create trigger c_stamp before insert on public.rectification_step
  for each row execute function muster.stamp_rectification_step();
create trigger d_settle after insert on public.rectification_step
  for each row execute function muster.settle_rectification_step();

revoke all on public.rectification_step from public, anon, authenticated, service_role;
grant select, insert on public.rectification_step to authenticated, service_role;
alter table public.rectification_step enable row level security;

create policy rectification_step_select on public.rectification_step for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
-- Everybody who works on site records what was done; to close a hazard is the office's decision.
create policy rectification_step_insert on public.rectification_step for insert to authenticated
  with check (
    district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field'))
    and (step <> 'close' or (select muster.my_role()) in ('admin', 'planner'))
  );

-- @returns {outcome: saved | out-of-order | gone, record: the hazard}
create function public.add_rectification_step(
  p_id uuid, p_hazard uuid, p_step text, p_note text default null, p_evidence text default null,
  p_owner text default null, p_deadline date default null, p_at timestamptz default null
) returns json
language plpgsql set search_path = ''
as $$
declare
  broken text;
  outcome text := 'saved';
begin
  if not exists (select from public.hazard h where h.id = p_hazard) then
    return json_build_object('outcome', 'gone', 'record', null);
  end if;
  begin
    insert into public.rectification_step (id, hazard_id, step, note, evidence, owner, deadline, at)
      values (p_id, p_hazard, p_step, p_note, p_evidence, p_owner, p_deadline, coalesce(p_at, now()))
      on conflict (id) do nothing;
  exception when check_violation then
    get stacked diagnostics broken = constraint_name;
    if broken <> 'rectification_step_order' then
      raise;
    end if;
    outcome := 'out-of-order';
  end;
  return json_build_object('outcome', outcome, 'record', public.record_row('hazard', p_hazard));
end
$$;

-- Steps of one hazard (or of all the caller sees, for reports by month), newest first.
create function public.rectification_steps(p_hazard uuid default null, p_limit int default 10000) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(s)), '[]') from (
    select t.* from public.rectification_step t where p_hazard is null or t.hazard_id = p_hazard
    order by t.seq desc limit least(greatest(coalesce(p_limit, 10000), 1), 50000)
  ) s
$$;

revoke execute on function muster.stamp_rectification_step, muster.settle_rectification_step,
  muster.keep_rectification_step from public;
revoke execute on function public.add_rectification_step, public.rectification_steps from public, anon;
grant execute on function public.add_rectification_step, public.rectification_steps to authenticated, service_role;
