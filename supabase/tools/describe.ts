/** `npm run schema`: writes src/core/schema/tables anew from a fresh database with all migrations. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openConnection, ownerSession, preparedImage } from '../local/pglite.ts';
import { runCommand } from '../local/speech.ts';
import { describedFiles } from './describe/write-tables.ts';

await runCommand(async () => {
  const connection = await openConnection(null, await preparedImage());
  try {
    for (const [path, text] of await describedFiles(ownerSession(connection)))
      writeFileSync(resolve(import.meta.dirname, '../..', path), text);
  } finally {
    await connection.close();
  }
});
