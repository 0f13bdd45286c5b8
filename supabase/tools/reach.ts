/** `npm run reach`: who gets first to each shelter (settlement, hazard …) by road, next to the straight line. */
import { writeFileSync } from 'node:fs';
import { showShare } from '../local/progress.ts';
import { runCommand, say } from '../local/text.ts';
import { openToolDatabase } from './database.ts';
import { readReachCommand } from './reach/options.ts';
import { runReach } from './reach/run.ts';
import { asCsv, asMarkdown, summary, tableOf } from './reach/text.ts';

await runCommand(async () => {
  const command = readReachCommand(process.argv.slice(2));
  const db = await openToolDatabase();
  try {
    const result = await runReach(command, db, (share) => showShare(say('reach.asking'), share));
    const { out, differing, json } = command;
    if (out !== null) {
      const table = tableOf(result, differing);
      writeFileSync(out, out.endsWith('.md') ? asMarkdown(table) : asCsv(table));
    }
    const lines = summary(command, result);
    if (out !== null) lines.push(say('reach.written', { path: out }));
    // With --json the words go to stderr, so that stdout holds the object alone.
    if (!json) console.log(lines.join('\n'));
    else {
      console.error(lines.join('\n'));
      console.log(JSON.stringify(result));
    }
  } finally {
    await db.close();
  }
});
