/** `npm run roads -- import | list | remove`: road networks from files, one for each district. */
import { runCommand, say } from '../local/text.ts';
import { openToolDatabase } from './database.ts';
import { readRoadsCommand } from './roads/options.ts';
import { importRoads } from './roads/run.ts';
import { reportLines } from './roads/text.ts';
import { listNetworks, removeNetworks } from '../local/road-networks.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

await runCommand(async () => {
  const command = readRoadsCommand(process.argv.slice(2));
  if (command.verb === 'import') {
    const { report, bytes, stored } = await importRoads(command, () => openToolDatabase());
    const lines = reportLines(report);
    lines.push(
      stored === null
        ? say('importer.dryRun')
        : say('roads.stored', {
            district: command.district ?? '',
            edition: stored.edition,
            size: megabytes(bytes),
          }),
    );
    // With --json the words go to stderr, so that stdout holds the object alone.
    if (!command.json) console.log(lines.join('\n'));
    else {
      console.error(lines.join('\n'));
      console.log(JSON.stringify({ ...report, bytes, stored }));
    }
    return;
  }
  const db = await openToolDatabase();
  try {
    if (command.verb === 'list') {
      const networks = await listNetworks(db);
      if (command.json) console.log(JSON.stringify(networks));
      else if (networks.length === 0) console.log(say('roads.none'));
      else
        for (const one of networks)
          console.log(
            say('roads.listed', {
              district: `${one.name} (${one.district_code})`,
              edition: one.edition,
              km: (one.length_m / 1000).toFixed(1),
              size: megabytes(one.bytes),
              source: one.source,
              at: one.imported_at,
            }),
          );
      return;
    }
    const { district, dryRun } = command;
    const count = dryRun
      ? (await listNetworks(db)).filter((one) => one.district_code === district).length
      : await db.transaction((tx) => removeNetworks(tx, district));
    console.log(say('roads.removed', { district, count }));
    if (dryRun) console.log(say('importer.dryRun'));
  } finally {
    await db.close();
  }
});
