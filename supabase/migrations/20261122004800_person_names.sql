-- Names behind ids ("verified by"): of people whose doings the caller can see. Those are the people of his district and
-- what lies below it, whose records he reads, and those of the districts above, who write into his.
create or replace function public.person_names(p_people uuid[]) returns json
language plpgsql stable security definer set search_path = ''
as $$
begin
  if muster.my_role() is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;
  return (
    select coalesce(json_agg(json_build_object('user_id', p.user_id, 'display_name', p.display_name)), '[]')
    from public.profile p
    where p.user_id = any (p_people[:1000])
      and (p.district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
        or p.district_code in (select muster.my_lineage()))
  );
end
$$;
