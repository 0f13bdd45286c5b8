/** `npm run export -- <kind>`: records of the register as a file in an open format. */
import { runCommand, say } from '../local/text.ts';
import { openToolDatabase } from './database.ts';
import { readCommand, usage } from './exporting/options.ts';
import { runExport } from './exporting/run.ts';

await runCommand(async () => {
  const command = readCommand(process.argv.slice(2));
  if (command === null) {
    console.log(usage());
    return;
  }
  const db = await openToolDatabase();
  try {
    const result = await runExport(command, db);
    const { path, rows, leftOut } = result;
    if (command.json) {
      console.log(JSON.stringify(result));
      return;
    }
    console.log(say('exporter.tool.written', { path, rows }));
    if (leftOut > 0)
      console.log(say('exporter.tool.leftOut', { count: leftOut, format: command.format }));
  } finally {
    await db.close();
  }
});
