/** The description as files of src/core/schema/tables, one per table, in the shape the formatter leaves them. */
import { format } from 'prettier';
import { REGISTER_KINDS } from '../../../src/core/schema/types.ts';
import type { RegisterKind, TableSpec } from '../../../src/core/schema/types.ts';
import type { Queryable } from '../../local/queryable.ts';
import { describeTable } from './read-catalogue.ts';

const fileOf = (kind: RegisterKind): string =>
  `src/core/schema/tables/${kind.replaceAll('_', '-')}.ts`;

const FORMAT = {
  parser: 'typescript',
  printWidth: 100,
  singleQuote: true,
  trailingComma: 'all',
} as const;

async function write(spec: TableSpec): Promise<string> {
  return format(
    `/** Written by \`npm run schema\` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const ${spec.kind}: TableSpec = ${JSON.stringify(spec)};
`,
    FORMAT,
  );
}

/** What every file has to hold, by path from the repository's root. */
export async function describedFiles(database: Queryable): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const kind of REGISTER_KINDS)
    files.set(fileOf(kind), await write(await describeTable(database, kind)));
  return files;
}
