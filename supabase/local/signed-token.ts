/** Whether somebody has been let in here before: only they may send what is large. What they may do is the database's to say. */
import { compactVerify } from 'jose';

/** @param authorization the header as it came */
export async function isSigned(
  authorization: string | undefined,
  secret: Uint8Array,
): Promise<boolean> {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === '') return false;
  try {
    // One that has run out is still somebody's, and is told so by the database instead of being called too large.
    const { payload } = await compactVerify(token, secret, { algorithms: ['HS256'] });
    const { sub } = JSON.parse(new TextDecoder().decode(payload)) as { sub?: unknown };
    return typeof sub === 'string';
  } catch {
    return false;
  }
}
