-- What a shape may be. It is bounded before any work is done on it, in every door that takes one: whether an area crosses itself
-- takes, at the worst, the square of its corners (a star of 100,000: minutes, in which the embedded database answers nobody).

-- Corners that one record may have: a provincial boundary or a city's flood simulation of 5 m cells has some 25,000.
create function muster.most_corners() returns int
language sql immutable parallel safe
return 30000;

-- What a long shape comes to. A caller with a user id gets the refusal in words of its own; a restore, and a tool that has asked
-- before, are told that it is as it is. "Immutable" holds for the answer; only the refusal looks at who asks.
create function muster.is_long_on_earth(shape extensions.geometry) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  side_by_side numeric;
begin
  if auth.uid() is not null and extensions.st_npoints(shape) > muster.most_corners() then
    raise exception 'the geometry has too many corners: % of at most %', extensions.st_npoints(shape), muster.most_corners()
      using errcode = '23514', constraint = 'too_many_corners';
  end if;
  if auth.uid() is not null and extensions.st_dimension(shape) = 2 then
    -- How many pairs of sides have extents that may touch, which is what the check below looks at: counted along each axis in the
    -- order of beginnings and ends. Real areas have fewer than a million; ten million take half a second.
    with side as materialized (
      select extensions.st_xmin(s.geom) as west, extensions.st_xmax(s.geom) as east,
        extensions.st_ymin(s.geom) as south, extensions.st_ymax(s.geom) as north
      from extensions.st_dumpsegments(shape) s
    )
    select least(
      (select sum(open) from (
        select step, sum(step) over (order by place, step desc) as open
        from (select west as place, 1 as step from side union all select east, -1 from side) x) x where step = 1),
      (select sum(open) from (
        select step, sum(step) over (order by place, step desc) as open
        from (select south as place, 1 as step from side union all select north, -1 from side) y) y where step = 1))
    into side_by_side;
    if side_by_side > 10000000 then
      raise exception 'the geometry has too many corners that lie side by side' using errcode = '23514', constraint = 'too_many_corners';
    end if;
  end if;
  return extensions.st_isvalid(shape);
end
$$;

-- A geometry that lies on the earth: not empty, valid, every coordinate finite and within ±180° / ±90°; one that is longer than
-- most records is looked at more carefully.
-- EPSG 4326 and two dimensions are the column type's business. (NaN sorts above every number, so the bounds refuse it.)
create function muster.is_on_earth(shape extensions.geometry) returns boolean
language sql immutable parallel safe
return not extensions.st_isempty(shape)
  and extensions.st_xmin(shape) between -180 and 180 and extensions.st_xmax(shape) between -180 and 180
  and extensions.st_ymin(shape) between -90 and 90 and extensions.st_ymax(shape) between -90 and 90
  and case when extensions.st_npoints(shape) <= 5000 then extensions.st_isvalid(shape)
    else muster.is_long_on_earth(shape) end;

-- What waits to be written is bounded while it is still text: a corner of GeoJSON brings a bracket and two commas (a ring some
-- more), one of other writing a comma.
create function muster.is_bounded_text(shape text) returns boolean
language sql immutable parallel safe
return octet_length(shape) <= 2000000
  and (octet_length(shape) < 100000
    or octet_length(shape) - octet_length(replace(replace(shape, '[', ''), ',', ''))
      <= case when shape like '{%' then 4 else 2 end * muster.most_corners());

revoke execute on function muster.most_corners, muster.is_long_on_earth, muster.is_on_earth, muster.is_bounded_text
  from public;
grant execute on function muster.most_corners, muster.is_long_on_earth, muster.is_on_earth, muster.is_bounded_text
  to authenticated, service_role;
