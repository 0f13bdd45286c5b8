import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordsPage, Result } from '../../src/backend/index.ts';
import { openFake } from './open-fake.ts';
import type { Opened } from './open-fake.ts';
import { teamRow } from './sample-rows.ts';

describe('records', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = openFake();
    await opened.backend.signIn('a@b.cn', 'right', false);
  });

  it('tells what there is and from where to ask next', async () => {
    opened.server.put('team', teamRow('a'));
    opened.server.rows.set('nonsense', [{ id: 'x' }]);
    opened.server.gone = { team: ['b'], nonsense: ['x'] };
    expect(await opened.backend.syncState(null)).toEqual({
      tag: 'ok',
      value: {
        epoch: 'e1',
        cursor: '102',
        now: opened.server.now,
        counts: { team: 1 },
        gone: { team: ['b'] },
      },
    });
  });

  it('goes through a kind page by page, in key order, to its end', async () => {
    for (const id of ['e', 'a', 'c', 'b', 'd']) opened.server.put('team', teamRow(id));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Result<RecordsPage<'team'>> = await opened.backend.recordsPage(
        'team',
        null,
        after,
        2,
      );
      if (page.tag !== 'ok') throw new Error(page.tag);
      seen.push(...page.value.rows.map((row) => row.id));
      after = page.value.next;
    } while (after !== null);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('counts a row it cannot read and goes on behind it', async () => {
    opened.server.put('team', { ...teamRow('a'), availability: 'maybe' });
    opened.server.put('team', teamRow('b'));
    const page = await opened.backend.recordsPage('team', null, null, 1);
    expect(page).toEqual({ tag: 'ok', value: { rows: [], next: 'a', unreadable: 1 } });
  });

  it.each([500, 503, 429])(
    'tells a server that answers %i from one that refuses',
    async (status) => {
      opened.server.answerInstead = new Response('{}', { status });
      expect(await opened.backend.syncState(null)).toEqual({ tag: 'unreachable' });
    },
  );

  it('tells a right that is missing', async () => {
    opened.server.answerInstead = new Response('{"code":"42501","message":"denied"}', {
      status: 403,
    });
    expect(await opened.backend.syncState(null)).toEqual({ tag: 'refused', code: '42501' });
  });

  it('tells an answer it cannot read', async () => {
    opened.server.answerInstead = new Response('{"epoch":7}', { status: 200 });
    expect(await opened.backend.syncState(null)).toEqual({ tag: 'malformed' });
  });
});
