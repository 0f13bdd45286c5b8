/** `npm run import -- <kind> <file>`: real files into the register, with an account of every row. */
import { runCommand } from '../local/text.ts';
import { openToolDatabase } from './database.ts';
import { kindAsked, readCommand, usage } from './importing/options.ts';
import { reportLines, runImport } from './importing/run.ts';

await runCommand(async () => {
  const args = process.argv.slice(2);
  const command = readCommand(args);
  if (command === null) {
    console.log(usage(kindAsked(args)));
    return;
  }
  const result = await runImport(command, { open: () => openToolDatabase() });
  const lines = reportLines(result, command.dryRun);
  // With --json the words go to stderr, so that stdout holds the object alone.
  if (!command.json) console.log(lines.join('\n'));
  else {
    console.error(lines.join('\n'));
    console.log(JSON.stringify(result.report));
  }
});
