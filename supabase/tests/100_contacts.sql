-- Phone numbers: one table, three doors (rows, pages, counts), none of them open to a viewer.
begin;
set local search_path = public, extensions;
select plan(14);
select muster_test.settle_in();

select is(muster_test.seen_by(who, 'select count(*) from public.contact'), wanted, who || ' sees ' || wanted || ' contacts')
from (values ('admin', '2'), ('commander', '2'), ('planner', '2'), ('field', '2'), ('viewer', '0'), ('disabled', '0'), ('no_profile', '0')) w (who, wanted);
select is(muster_test.seen_by('viewer', $$ select public.sync_state() -> 'counts' ->> 'contact' $$), '0', 'a viewer does not even learn how many there are');
select is(muster_test.seen_by('viewer', $$ select count(*) from unnest(muster.record_kinds()) kind,
  lateral (select public.records_page(kind)::text page) p where p.page like '%000-0000%' $$), '0', 'nor does a number leak through another page');
select is_empty($$
  select table_name, column_name from information_schema.columns where table_schema = 'public'
    and column_name ~* '(phone|tel|mobile|fax|contact_no|手机|电话)' and (table_name, column_name) <> ('contact', 'phone') $$,
  'no other column is made for phone numbers');

-- A contact follows its resource and leaves with it.
update public.team set district_code = 'zb' where id = muster_test.id('team', 'o');
select is((select district_code from public.contact where id = muster_test.id('contact', 'o')), 'zb'::text collate "C", 'it follows its resource into another district');
select is(muster_test.seen_by('planner', format($$ select count(*) from public.contact where id = %L $$, muster_test.id('contact', 'o'))), '0', 'and is not seen from the old one any more');
update public.contact set district_code = 'za' where id = muster_test.id('contact', 'o');
select is((select district_code from public.contact where id = muster_test.id('contact', 'o')), 'zb'::text collate "C", 'nor can it be pulled back without its resource');
delete from public.team where id = muster_test.id('team', 'o');
select is((select count(*)::int from public.contact where id = muster_test.id('contact', 'o')), 0, 'no number outlives its resource');

select * from finish();
rollback;
