-- What the templates say to tables that are made after these files: their times are sane too. The tables above name this check
-- after themselves (<table>_<column>_year_check), as databases that were made before these files have it, so that a later file
-- finds one name everywhere; `like … including all` would have given them a second one under the template's name. That is why
-- this comes last, and why it is the one change of what an earlier file made.

alter table muster.stored
  add constraint stored_created_at_year_check check (muster.is_near_our_time(created_at)),
  add constraint stored_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  add constraint stored_archived_at_year_check check (muster.is_near_our_time(archived_at));
alter table muster.resource
  add constraint resource_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  add constraint resource_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  add constraint resource_created_at_year_check check (muster.is_near_our_time(created_at)),
  add constraint resource_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  add constraint resource_archived_at_year_check check (muster.is_near_our_time(archived_at));
