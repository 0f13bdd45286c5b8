/** A database on another machine is reached with TLS or not at all. */
import { describe, expect, it } from 'vitest';
import { refusePlainText } from '../../supabase/local/plain-text.ts';

const refusal = (url: string, env: NodeJS.ProcessEnv = {}): string | null => {
  try {
    refusePlainText(url, env);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a connection in plain text', () => {
  it.each([
    'postgres://postgres:pw@db.abcd.supabase.co:5432/postgres',
    'postgresql://u:p@10.0.0.5/muster',
    'postgres://u:p@10.0.0.5/muster?sslmode=disable',
    'postgres://u:p@10.0.0.5/muster?sslmode=prefer',
    'postgres://u:p@10.0.0.5/muster?sslmode=allow',
    'postgres://u:p@db/muster?application_name=x',
    'postgres://u:p@127.0.0.1,10.0.0.5:5433/muster',
    'postgres://u:p@[2001:db8::1]:5432/postgres',
    'postgres://u:p@127.example.org/postgres',
  ])('to another machine is refused: %s', (url) => {
    expect(refusal(url)).toMatch(/sslmode=require/);
    expect(refusal(url)).not.toContain('pw');
  });

  it.each([
    'postgres://u:p@127.0.0.1:5432/muster',
    'postgres://u:p@127.0.1.1/muster',
    'postgres://u@localhost/muster',
    'postgres://u:p@[::1]:5432/muster',
    'postgres:///muster',
    'postgres://u@%2Fvar%2Frun%2Fpostgresql/muster',
  ])('on this machine is fine: %s', (url) => {
    expect(refusal(url)).toBeNull();
  });

  it.each([
    'postgres://postgres.ref:pw@aws-0-x.pooler.supabase.com:5432/postgres?sslmode=require',
    'postgres://u:p@10.0.0.5/muster?sslmode=verify-full',
    'postgres://u:p@[2001:db8::1]:5432/postgres?sslmode=require',
  ])('with TLS is fine: %s', (url) => {
    expect(refusal(url)).toBeNull();
  });

  it('counts the host that the environment names', () => {
    expect(refusal('postgres:///muster', { PGHOST: 'db.office' })).toMatch(/db\.office/);
    expect(refusal('postgres:///muster', { PGHOST: '/run/postgresql' })).toBeNull();
  });
});
