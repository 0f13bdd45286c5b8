/**
 * What of a hosted project can be seen from outside, as a stranger with the page's own key sees it. `supabase db push` carries the
 * database and nothing of `config.toml`: whether strangers may sign up is a switch of the project that nobody else looks at.
 */

/** `fine`, `wrong` = to be changed before anybody uses it, `unknown` = could not be found out. */
interface Finding {
  what: 'signUp' | 'anonymous' | 'roads' | 'closed';
  state: 'fine' | 'wrong' | 'unknown';
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Asks the project; nothing is changed there.
 * @param url `https://REF.supabase.co` @param key the publishable key
 */
export async function checkHosted(
  url: string,
  key: string,
  doFetch: typeof fetch = fetch,
): Promise<Finding[]> {
  const ask = (path: string, accept = 'application/json'): Promise<Response | null> =>
    doFetch(`${url.replace(/\/$/, '')}${path}`, { headers: { apikey: key, accept } }).catch(
      () => null,
    );
  const settings = await ask('/auth/v1/settings');
  // GoTrue: GET /settings, {disable_signup, external: {anonymous_users, email, …}} (internal/api/settings.go).
  const said: unknown = settings?.ok ? await settings.json().catch(() => null) : null;
  const { disable_signup: closed, external } = members(said);
  const anonymous = members(external).anonymous_users;
  const graph = await ask(
    `/rest/v1/rpc/road_graph?p_network=${NOBODY}`,
    'application/octet-stream',
  );
  const rows = await ask('/rest/v1/profile?select=user_id&limit=1');
  return [
    { what: 'signUp', state: isSet(closed, true) },
    { what: 'anonymous', state: isSet(anonymous, false) },
    // A stranger may not call it (401); a project with older migrations does not know the media type (406) or the function (404).
    { what: 'roads', state: verdict(graph, [401, 403], [404, 406]) },
    { what: 'closed', state: verdict(rows, [401, 403], [200]) },
  ];
}

/** Whether a switch of the project stands as it should. */
function isSet(found: unknown, wanted: boolean): Finding['state'] {
  if (typeof found !== 'boolean') return 'unknown';
  return found === wanted ? 'fine' : 'wrong';
}

function verdict(
  answer: Response | null,
  fine: readonly number[],
  wrong: readonly number[],
): Finding['state'] {
  if (answer === null) return 'unknown';
  if (fine.includes(answer.status)) return 'fine';
  return wrong.includes(answer.status) ? 'wrong' : 'unknown';
}

const members = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
