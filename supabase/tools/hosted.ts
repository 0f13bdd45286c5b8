/** `npm run hosted -- check <url> <publishable key>`: what a stranger may do at a hosted project. */
import { runCommand, Refusal, say } from '../local/text.ts';
import { readArguments } from './arguments.ts';
import { checkHosted } from './hosted/check.ts';

await runCommand(async () => {
  const { positionals } = readArguments(process.argv.slice(2), {}, 'tools.hostedUsage');
  const [verb, url, key, ...more] = positionals;
  if (verb !== 'check' || !url || !key || more.length > 0 || !/^https?:\/\//.test(url))
    throw new Refusal('tools.hostedUsage');
  const findings = await checkHosted(url, key);
  for (const { what, state } of findings) {
    console.log(`${say(`tools.hostedState.${state}`)}\t${say(`tools.hosted.${what}.label`)}`);
    if (state === 'wrong') console.log(`\t${say(`tools.hosted.${what}.wrong`)}`);
  }
  if (findings.some(({ state }) => state !== 'fine')) process.exitCode = 1;
});
