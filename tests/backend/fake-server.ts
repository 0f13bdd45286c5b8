/**
 * A register behind a fake `fetch`: sign-in, profile, sync and incidents as the real gateway answers them, with the
 * faults a test asks for. It knows nothing of rights: those are proven against the real database.
 */
export interface FakeRow {
  [column: string]: unknown;
}

export interface Fault {
  /** Refuse the connection. */
  down?: boolean;
  /** Take the request and never answer, as a dead line does. */
  silent?: boolean;
  /** Take the request, then lose the answer. */
  loseAnswer?: boolean;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export class FakeServer {
  fault: Fault = {};
  password = 'right';
  profile: FakeRow | null = {
    user_id: 'u1',
    district_code: '0',
    role: 'commander',
    display_name: '张三',
    disabled_at: null,
  };
  throttledFor: number | null = null;
  refreshRefused = false;
  /** Access tokens the server no longer takes. */
  revoked = new Set<string>();
  /** Somebody ended those sessions; else their time is over. */
  withdrawn = false;
  epoch = 'e1';
  xid = 100;
  now = '2026-11-22T04:00:00.000Z';
  rows = new Map<string, FakeRow[]>();
  requests: string[] = [];
  tokenLife = 3600;
  /** The server's clock, in milliseconds. */
  clock: () => number = () => Date.now();
  /** Called before each answer, with `METHOD /path`. */
  beforeAnswer: (line: string) => void = () => undefined;
  /** Rows that a page does not see yet, although their transaction has begun. */
  hidden = new Set<unknown>();
  /** The next answer, whatever is asked. */
  answerInstead: Response | null = null;
  /** What the next rounds are told has left, by kind. */
  gone: Record<string, string[]> = {};
  #tokens = 0;

  /** Put a row in; every change carries the next transaction number. */
  put(kind: string, row: FakeRow): void {
    this.xid += 1;
    const key = kind === 'district' ? 'code' : 'id';
    const others = (this.rows.get(kind) ?? []).filter((known) => known[key] !== row[key]);
    this.rows.set(kind, [...others, { ...row, xid: this.xid }]);
  }

  fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    this.requests.push(`${request.method} ${url.pathname}`);
    this.beforeAnswer(`${request.method} ${url.pathname}`);
    if (this.fault.down) throw new TypeError('fetch failed');
    if (this.fault.silent)
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
    const answer = this.answerInstead ?? (await this.#answer(request, url));
    this.answerInstead = null;
    if (this.fault.loseAnswer) {
      this.fault = {};
      throw new TypeError('fetch failed');
    }
    return answer;
  };

  async #answer(request: Request, url: URL): Promise<Response> {
    if (url.pathname === '/auth/v1/token')
      return this.#token(url, (await request.json()) as FakeRow);
    if (url.pathname === '/auth/v1/logout') return json(204, null);
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    if (this.withdrawn && this.revoked.has(token))
      return json(401, { code: 'PT401', message: 'ended' });
    if (!token.includes('.') || this.revoked.has(token))
      return json(401, { code: 'PGRST301', message: 'JWT expired' });
    if (url.pathname === '/rest/v1/profile')
      return json(200, this.profile === null ? [] : [this.profile]);
    if (url.pathname === '/rest/v1/rpc/sync_state')
      return this.#syncState((await request.json()) as FakeRow);
    if (url.pathname === '/rest/v1/rpc/records_page')
      return this.#page((await request.json()) as FakeRow);
    if (/\/rpc\/save_(record|in_bulk)$/.test(url.pathname))
      return this.#save((await request.json()) as FakeRow);
    return json(404, { message: 'no such path' });
  }

  #token(url: URL, body: FakeRow): Response {
    if (url.searchParams.get('grant_type') === 'refresh_token') {
      if (this.refreshRefused)
        return json(400, { code: 'refresh_token_not_found', message: 'Invalid Refresh Token' });
      return json(200, this.#session());
    }
    if (this.throttledFor !== null)
      return json(
        429,
        { code: 'over_request_rate_limit', message: 'slow' },
        { 'retry-after': String(this.throttledFor) },
      );
    if (body.password !== this.password)
      return json(400, { code: 'invalid_credentials', message: 'Invalid login credentials' });
    return json(200, this.#session());
  }

  #session() {
    this.#tokens += 1;
    const expires = Math.floor(this.clock() / 1000) + this.tokenLife;
    const token = [
      part({ alg: 'HS256' }),
      part({ sub: 'u1', exp: expires, n: this.#tokens }),
      'sig',
    ].join('.');
    return {
      access_token: token,
      refresh_token: `r${this.#tokens}`,
      token_type: 'bearer',
      expires_in: this.tokenLife,
      expires_at: expires,
      user: {
        id: 'u1',
        email: 'a@b.cn',
        aud: 'authenticated',
        app_metadata: {},
        user_metadata: {},
        created_at: this.now,
      },
    };
  }

  #changed(kind: string, since: unknown): FakeRow[] {
    const rows = this.rows.get(kind) ?? [];
    return since == null
      ? rows.filter((row) => row.archived_at == null)
      : rows.filter((row) => Number(row.xid) >= Number(since));
  }

  #syncState({ p_since: since }: FakeRow): Response {
    const counts = Object.fromEntries(
      [...this.rows.keys()].map((kind) => [kind, this.#changed(kind, since).length]),
    );
    return json(200, {
      epoch: this.epoch,
      cursor: String(this.xid + 1),
      now: this.now,
      counts,
      gone: this.gone,
    });
  }

  #page({ p_kind: kind, p_since: since, p_after: after, p_limit: limit }: FakeRow): Response {
    const key = kind === 'district' ? 'code' : 'id';
    const rows = this.#changed(String(kind), since)
      .sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1))
      .filter((row) => after == null || String(row[key]) > String(after));
    return json(200, rows.filter((row) => !this.hidden.has(row[key])).slice(0, Number(limit)));
  }

  /** Like `save_record`: makes (no version stated) or changes one row, or says what is there instead. */
  #save({ p_kind: kind, p_id: id, p_version: version, p_change: change }: FakeRow): Response {
    const row = (): FakeRow | undefined =>
      this.rows.get(String(kind))?.find((known) => known.id === id);
    const found = row();
    if (found === undefined && version !== null)
      return json(200, { outcome: 'gone', record: null });
    if (found !== undefined && found.version !== version)
      return json(200, { outcome: 'conflict', record: found });
    const written: FakeRow = { id, ...found, ...(change as FakeRow) };
    this.put(String(kind), {
      ...stored(written, Number(found?.version ?? 0) + 1),
      archived_at: written.archived_at ?? null,
    });
    return json(200, { outcome: 'saved', record: row() });
  }
}

/** What the database adds to a written row. */
function stored(row: FakeRow, version: number): FakeRow {
  const point = /POINT\((\S+) (\S+)\)/.exec(String(row.geom ?? ''));
  return {
    note: null,
    closed_at: null,
    state: 'open',
    lng: null,
    lat: null,
    ...row,
    ...(point ? { lng: Number(point[1]), lat: Number(point[2]) } : {}),
    version,
    created_at: '2026-11-22T04:00:00Z',
    updated_at: '2026-11-22T04:00:00Z',
    updated_by: 'u1',
    archived_at: null,
  };
}
