/**
 * A console as far as the server notices it: it loads everything in pages, asks every ten seconds whether anything changed
 * and fetches what did, waits as it is told when the server is busy, and keeps a line open like a browser.
 */
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { PAGE_FILES } from './protocol.ts';

const PAGE = 2_000;
/** A console goes on trying; for longer than this it would be no use to anybody. */
const TRIES = 12;

export interface Tally {
  errors: string[];
  /** Answers that said "busy, come again". */
  busy: number;
  requests: number;
  /** Milliseconds from the answer to a change until a console had it. */
  seen: number[];
}

export const newTally = (): Tally => ({ errors: [], busy: 0, requests: 0, seen: [] });

interface Answer {
  status: number;
  retryAfter: number;
  text: () => string;
}

export class ImitatedConsole {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: PAGE_FILES.length });
  #cursor: string | null = null;

  constructor(
    private readonly address: string,
    private readonly headers: Record<string, string>,
    private readonly tally: Tally,
    /** When which change was answered, by its mark. */
    private readonly changes: ReadonlyMap<string, number>,
  ) {}

  /** As after power came back: everything, from the configuration on. @returns milliseconds until it is ready */
  async reload(): Promise<number> {
    const began = performance.now();
    this.#cursor = null;
    // A browser opens a line for each and keeps them open.
    const page = await Promise.all(PAGE_FILES.map((file) => this.#ask(`/${file}`, null)));
    if (page.includes(null)) return Infinity;
    await this.#ask('/muster-config.json', null);
    const state = await this.#call('sync_state', { p_since: null });
    if (!state) return Infinity;
    const { counts, cursor } = JSON.parse(state) as {
      counts: Record<string, number>;
      cursor: string;
    };
    for (const [kind, count] of Object.entries(counts))
      for (let after: string | null = null, left = count; left > 0; left -= PAGE) {
        const page = await this.#call('records_page', {
          p_kind: kind,
          p_since: null,
          p_after: after,
          p_limit: PAGE,
        });
        if (!page) return Infinity;
        // Paged by id; reading all of it would measure this process and not the server.
        if (left > PAGE) after = (JSON.parse(page) as { id: string }[]).at(-1)?.id ?? null;
      }
    this.#cursor = cursor;
    return performance.now() - began;
  }

  /** One round of what it does every ten seconds. */
  async round(): Promise<void> {
    const state = await this.#call('sync_state', { p_since: this.#cursor });
    if (!state) return;
    const { counts, cursor } = JSON.parse(state) as {
      counts: Record<string, number>;
      cursor: string;
    };
    for (const kind of Object.keys(counts).filter((one) => (counts[one] ?? 0) > 0)) {
      const page = await this.#call('records_page', {
        p_kind: kind,
        p_since: this.#cursor,
        p_after: null,
        p_limit: PAGE,
      });
      if (!page) return;
      for (const [mark] of page.matchAll(/bench-change-\d+/g)) this.#note(mark);
    }
    this.#cursor = cursor;
  }

  readonly #versions = new Map<string, number>();
  readonly #noted = new Set<string>();
  #note(mark: string): void {
    if (this.#noted.has(mark)) return;
    this.#noted.add(mark);
    // One may have it before who saved it has the answer.
    const now = performance.now();
    this.tally.seen.push(now - (this.changes.get(mark) ?? now));
  }

  has(mark: string): boolean {
    return this.#noted.has(mark);
  }

  /** Ids of the teams that this account may see. */
  async teams(): Promise<ReadonlySet<string>> {
    const page = await this.#call('records_page', {
      p_kind: 'team',
      p_since: null,
      p_after: null,
      p_limit: PAGE,
    });
    return new Set((JSON.parse(page ?? '[]') as { id: string }[]).map(({ id }) => id));
  }

  /** Saves a note to a team. @returns milliseconds until it was answered */
  async save(team: string, note: string): Promise<number> {
    const began = performance.now();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const change = {
        p_kind: 'team',
        p_id: team,
        p_version: this.#versions.get(team) ?? 1,
        p_change: { note },
      };
      const answer = await this.#call('save_record', change);
      if (!answer) return Infinity;
      const { outcome, record } = JSON.parse(answer) as {
        outcome: string;
        record: { version: number };
      };
      this.#versions.set(team, record.version);
      if (outcome === 'saved') break;
      if (attempt > 0) this.tally.errors.push(`not saved: ${outcome}`);
    }
    return performance.now() - began;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #call(name: string, body: object): Promise<string | null> {
    return (await this.#ask(`/rest/v1/rpc/${name}`, JSON.stringify(body)))?.text() ?? null;
  }

  /** null = given up, which is an error. */
  async #ask(path: string, body: string | null): Promise<Answer | null> {
    for (let attempt = 1; ; attempt += 1) {
      this.tally.requests += 1;
      const answer = await this.#send(path, body).catch((error: unknown) => String(error));
      if (typeof answer === 'string') {
        this.tally.errors.push(`${path}: ${answer}`);
        return null;
      }
      if (answer.status === 200) return answer;
      if (answer.status !== 503 || attempt === TRIES) {
        this.tally.errors.push(`${path}: ${answer.status} ${answer.text().slice(0, 200)}`);
        return null;
      }
      this.tally.busy += 1;
      await sleep(answer.retryAfter * 1000 * (0.75 + Math.random() / 2));
    }
  }

  #send(path: string, body: string | null): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.address}${path}`,
        {
          agent: this.#agent,
          method: body === null ? 'GET' : 'POST',
          timeout: 20_000,
          headers: {
            ...this.headers,
            'accept-encoding': 'br',
            ...(body === null
              ? {}
              : { 'content-type': 'application/json', 'content-profile': 'public' }),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const bytes = Buffer.concat(parts);
            const packed = response.headers['content-encoding'] === 'br';
            resolve({
              status: response.statusCode ?? 0,
              retryAfter: Number(response.headers['retry-after'] ?? 2),
              text: () => (packed ? brotliDecompressSync(bytes) : bytes).toString('utf8'),
            });
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('no answer within 20 s')));
      // The server closed a line while it was not used: a browser opens another and says nothing.
      asked.on('error', (error) =>
        asked.reusedSocket ? this.#send(path, body).then(resolve, reject) : reject(error),
      );
      asked.end(body ?? undefined);
    });
  }
}
