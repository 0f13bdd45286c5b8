/**
 * The two questions that every console asks all the time, answered once for all who may see the same.
 *
 * What a person may see of the register follows from role and home district alone (policies ask `my_districts`,
 * `my_lineage` and `my_role`; a test reads them all), so that accounts with the same of both share an answer; the first of
 * them is answered by the database as that person. Whether anything changed at all is known from the pulse, as is who may do
 * anything and which sessions were ended; whoever is not plainly in the right goes to the database as before.
 */
import { forNobody } from '../asker.ts';
import type { Engine } from '../engine.ts';
import type { PlainRequest, PlainResponse } from '../plain-http.ts';
import type { Secrets } from '../secrets.ts';
import { bearerOf } from './bearer.ts';
import { KeptAnswers } from './kept-answers.ts';
import { Pulse } from './pulse.ts';
import type { Beat, Person } from './pulse.ts';

const SYNC = '/rest/v1/rpc/sync_state';
const PAGE = '/rest/v1/rpc/records_page';

/** Headers of an ordinary question with the values they have in one; whatever else shapes an answer is not shared. */
const ORDINARY: Readonly<Record<string, RegExp>> = {
  accept: /^(\*\/\*|application\/json)$/i,
  apikey: /./,
  authorization: /./,
  'content-profile': /^public$/,
  'content-type': /^application\/json\b/i,
};

type Answering = Pick<Engine, 'answer'>;

export function shareAnswers(
  engine: Pick<Engine, 'answer' | 'query' | 'onChange'>,
  secrets: Secrets,
): Answering {
  const pulse = new Pulse(engine);
  const kept = new KeptAnswers();
  /** Who changed something, and when that was done: they are answered with nothing that is older. */
  const wrote = new Map<string, number>();
  engine.onChange(pulse.disturb);

  async function shared(request: PlainRequest, asked: Asked): Promise<PlainResponse | null> {
    const bearer = bearerOf(request, secrets);
    if (!bearer) return null;
    const since = wrote.get(bearer.user);
    const beat = await forNobody(() => pulse.beat(since));
    if (wrote.get(bearer.user) === since) wrote.delete(bearer.user);
    const person = beat.people.get(bearer.user);
    if (!person || beat.ended.has(bearer.session)) return null;
    if (asked.path === SYNC && asked.since !== null && beat.last < asked.since)
      return nothingNew(beat, person);
    const body = JSON.stringify({ ...asked.fields, p_since: roundedDown(asked.since, beat) });
    const key = `${person.role}\n${person.district}\n${asked.path}\n${body}`;
    const answer = await kept.take(beat.generation, key, () =>
      forNobody(() => engine.answer({ ...request, body: Buffer.from(body) })),
    );
    return asked.path === SYNC && answer.status === 200 ? forPerson(answer, beat, person) : answer;
  }

  return {
    async answer(request) {
      const asked = askedOf(request);
      if (!asked) {
        try {
          return await engine.answer(request);
        } finally {
          if (request.method !== 'GET' && request.method !== 'HEAD') {
            pulse.disturb();
            const writer = bearerOf(request, secrets);
            if (writer) wrote.set(writer.user, pulse.now());
          }
        }
      }
      return (await shared(request, asked)) ?? engine.answer(request);
    },
  };
}

interface Asked {
  path: typeof SYNC | typeof PAGE;
  fields: object;
  /** Of sync_state: the cursor; null = everything. */
  since: bigint | null;
}

/** A plain question for one of the two; null when it is anything else, which the database shall judge. */
function askedOf({ method, path, body, headers }: PlainRequest): Asked | null {
  if (method !== 'POST' || (path !== SYNC && path !== PAGE) || !body || body.length > 500)
    return null;
  if (headers.some(([name, value]) => !ORDINARY[name.toLowerCase()]?.test(value))) return null;
  const text = Buffer.from(body).toString('utf8');
  try {
    const fields = JSON.parse(text) as { p_since?: unknown };
    const { p_since: since = null } = fields;
    if (since !== null && !(typeof since === 'string' && /^\d{1,19}$/.test(since))) return null;
    return { path, fields, since: since === null ? null : BigInt(since) };
  } catch {
    return null;
  }
}

const json = (value: object): PlainResponse => ({
  status: 200,
  headers: [['content-type', 'application/json; charset=utf-8']],
  body: Buffer.from(JSON.stringify(value)),
});

/**
 * Consoles know the register up to as many moments as there are consoles. Asked for since a moment that many have in common,
 * they share an answer; what changed between the two comes to them twice, which a console does not mind.
 */
function roundedDown(since: bigint | null, { checkpoints }: Beat): string | null {
  if (since === null) return null;
  return checkpoints.find((point) => BigInt(point) <= since) ?? String(since);
}

const nothingNew = ({ epoch, cursor, now }: Beat, { account }: Person): PlainResponse =>
  json({ epoch, cursor, now: now(), account, counts: {}, gone: {} });

/** The counts are for all who see the same; clock and account are this person's. An older cursor only brings rows twice. */
function forPerson(
  answer: PlainResponse,
  { cursor, now }: Beat,
  { account }: Person,
): PlainResponse {
  const said = JSON.parse(Buffer.from(answer.body).toString('utf8')) as { cursor: string };
  const older = BigInt(cursor) < BigInt(said.cursor) ? cursor : said.cursor;
  return json({ ...said, cursor: older, now: now(), account });
}
