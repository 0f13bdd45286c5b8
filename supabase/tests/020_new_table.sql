-- A table that comes without row level security, without its cells or with a careless grant is noticed.
begin;
set local search_path = public, extensions;
select plan(7);

create table public.intruder (id int primary key);
select bag_has(
  $$ select * from muster_test.complaints() $$,
  $$ values ('intruder: no row level security'), ('intruder: no cell for select by viewer'),
    ('intruder: no cell for delete by anon') $$,
  'a table without row level security and without cells');

alter table public.intruder enable row level security;
create policy intruder_open on public.intruder for select using (true);
select bag_has($$ select * from muster_test.complaints() $$,
  $$ values ('intruder_open: a policy for {public}') $$, 'a policy for everybody');

grant select on public.intruder to anon;
grant delete on public.intruder to authenticated;
select bag_has($$ select * from muster_test.complaints() $$,
  $$ values ('intruder: anon holds SELECT'), ('intruder: authenticated holds DELETE') $$, 'a careless grant');

create view public.leak as select phone from public.contact;
select bag_has($$ select * from muster_test.complaints() $$,
  $$ values ('leak: no cell for select by viewer') $$, 'a view');

create function public.open_door() returns int language sql security definer as 'select 1';
select bag_has($$ select * from muster_test.complaints() $$,
  $$ values ('open_door(): may be called by anon'), ('open_door(): security definer without an empty search_path'),
    ('open_door(): acts as its owner and may be called by authenticated') $$,
  'a function that anybody may call as its owner');

create table muster.hidden (id int);
grant select on muster.hidden to authenticated;
select bag_has($$ select * from muster_test.complaints() $$,
  $$ values ('muster.hidden: authenticated holds SELECT') $$, 'a grant in the private schema');

drop table muster.hidden;
drop view public.leak;
drop function public.open_door();
drop table public.intruder;
select is_empty($$ select * from muster_test.complaints() $$, 'without them all is well');

select * from finish();
rollback;
