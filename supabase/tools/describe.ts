/** `npm run schema`: writes src/core/schema/tables and supabase/schema.md anew from a fresh database with all migrations. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openConnection, ownerSession, preparedImage } from '../local/pglite.ts';
import { runCommand } from '../local/text.ts';
import { SCHEMA_PAGE, schemaPage } from './describe/schema-page.ts';
import { describedFiles } from './describe/write-tables.ts';

await runCommand(async () => {
  const connection = await openConnection(null, await preparedImage());
  try {
    const database = ownerSession(connection);
    const files = await describedFiles(database);
    files.set(SCHEMA_PAGE, await schemaPage(database));
    for (const [path, text] of files)
      writeFileSync(resolve(import.meta.dirname, '../..', path), text);
  } finally {
    await connection.close();
  }
});
