-- Sessions of the sign-in service, as far as the register cares: signing in and out is an audit event, and a session
-- that was ended opens nothing any more, although its access token would be good for some minutes longer.

-- Ended sessions, for as long as a token of theirs may still be around. The sign-in service allows a week at most.
create table muster.ended_session (
  id uuid primary key,
  ended_at timestamptz not null default now()
);
create trigger z_tell_change after insert or update or delete on muster.ended_session
  for each statement execute function muster.tell_change();

-- A begun session is a sign-in. Nothing that goes wrong here may keep a person out.
create function muster.note_session_begun() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform muster.note_event('sign_in', new.user_id, null, (select u.email from auth.users u where u.id = new.user_id),
    jsonb_build_object('session', new.id));
  return null;
exception when others then
  return null;
end
$$;

-- A session ends by signing out, or because an admin or a new password ended it (those note events of their own).
create function muster.note_session_ended() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from muster.ended_session where ended_at < now() - interval '8 days';
  insert into muster.ended_session (id) values (old.id) on conflict do nothing;
  if coalesce(current_setting('muster.ending_sessions', true), '') = ''
    and exists (select from auth.users u where u.id = old.user_id) then
    perform muster.note_event('sign_out', old.user_id, null,
      (select u.email from auth.users u where u.id = old.user_id), jsonb_build_object('session', old.id));
  end if;
  return null;
exception when others then
  return null;
end
$$;

-- Where the sign-in service keeps no sessions, or lets nobody watch them, there is nothing to note.
do $$
begin
  if to_regclass('auth.sessions') is not null then
    create trigger muster_session_begun after insert on auth.sessions
      for each row execute function muster.note_session_begun();
    create trigger muster_session_ended after delete on auth.sessions
      for each row execute function muster.note_session_ended();
  end if;
exception when insufficient_privilege then
  raise notice 'signing in and out is not noted: no right to watch auth.sessions';
end
$$;

-- For the gateway: somebody gave a wrong password. An address nobody has is not written down: people type passwords there.
create function muster.note_failed_sign_in(p_email text, p_address text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  known record;
begin
  select u.id, u.email, p.district_code into known
  from auth.users u left join public.profile p on p.user_id = u.id where lower(u.email) = lower(p_email) limit 1;
  perform muster.note_event('sign_in_failed', null, known.district_code, known.email,
    jsonb_build_object('user', known.id, 'address', left(p_address, 100)));
end
$$;

-- For the gateway: from where a session was begun, so that its owner knows it in a list.
create function muster.note_session_place(p_session uuid, p_address text, p_agent text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update auth.sessions s set ip = p_address::inet, user_agent = left(p_agent, 300) where s.id = p_session;
exception when others then
  return;
end
$$;

revoke execute on function muster.note_session_begun, muster.note_session_ended, muster.note_failed_sign_in,
  muster.note_session_place from public;
