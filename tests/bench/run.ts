/**
 * `npm run bench -- <name …> [--json]`: progress on stderr, a table on stdout; with --json one object as the last line
 * (one line per benchmark). Exit 1 when an answer is wrong or a benchmark is unknown; a missed target is reported.
 */
import { cpus, totalmem } from 'node:os';
import type { BenchReport } from './bench.ts';
import { BENCHES } from './registry.ts';
import { tableOf } from './table.ts';

function machine(): Record<string, string | number> {
  const processors = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
  };
}

/** Numbers to six digits: more is noise. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)
    ? Number(value.toPrecision(6))
    : value;

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !(name in BENCHES));
  if (names.length === 0 || unknown.length > 0) {
    console.error(`npm run bench -- <${Object.keys(BENCHES).join(' | ')}> [--json]`);
    return 1;
  }
  let wrong = 0;
  for (const name of names) {
    const started = performance.now();
    const { bench } = await BENCHES[name]!();
    const report: BenchReport = await bench((text) => {
      process.stderr.write(
        `[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${name}: ${text}\n`,
      );
    });
    for (const one of report.cases) wrong += one.wrong;
    if (json) console.log(JSON.stringify({ bench: name, machine: machine(), ...report }, rounded));
    else console.log(tableOf(name, report));
  }
  return wrong > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
