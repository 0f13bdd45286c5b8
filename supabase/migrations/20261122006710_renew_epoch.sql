-- As before, with a condition: hosted Supabase refuses an UPDATE or DELETE without one to everybody who signs in through its API
-- (pg-safeupdate), also inside of functions, so that nobody could move a district there.
create or replace function muster.renew_epoch() returns uuid
language sql set search_path = ''
as $$ update muster.database_epoch set epoch = gen_random_uuid() where only_row returning epoch $$;
