/** The file NOTICE: what a hand-out of Muster contains that others made, under which licence, and where its source is. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const NOTICE_PATH = 'NOTICE';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

/** Licences that a package states in its files and not, or not rightly, in its description. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = {
  '@mapbox/jsonlint-lines-primitives': 'MIT',
  arc: 'BSD-2-Clause',
  'splaytree-ts': 'BSD-3-Clause',
};

/** Licences under which a package may be part of a hand-out; a new one is a decision, not a line more. */
const ACCEPTED: readonly string[] = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'Unlicense',
  'CC0-1.0',
  'EDL-1.0',
  'Zlib',
];

/** What is inside of files that npm knows as one package. Versions: `postgis_full_version()` of the pinned packages. */
const INSIDE = [
  'PostgreSQL 18 (as WebAssembly, inside @electric-sql/pglite) — PostgreSQL Licence',
  '  © 1996-2026 The PostgreSQL Global Development Group, © 1994 The Regents of the University of California',
  '  Source: https://github.com/electric-sql/postgres-pglite',
  'PostGIS 3.6.2 (as WebAssembly, inside @electric-sql/pglite-postgis) — GPL-2.0-or-later',
  '  The package calls itself Apache-2.0; that holds for its own wrapping, not for PostGIS. Whoever hands on the file',
  '  node_modules/@electric-sql/pglite-postgis/dist/postgis.tar.gz does so under the GPL and offers the source:',
  '  https://github.com/postgis/postgis/tree/3.6.2 and the building of it https://github.com/electric-sql/postgres-pglite',
  'GEOS 3.14.0 (inside @electric-sql/pglite-postgis) — LGPL-2.1-or-later',
  '  Source: https://github.com/libgeos/geos/tree/3.14.0',
  'PROJ 9.7.0 (inside @electric-sql/pglite-postgis) — MIT',
  '  Source: https://github.com/OSGeo/PROJ/tree/9.7.0',
  'libxml2 2.14.5 and json-c 0.18 (inside @electric-sql/pglite-postgis) — MIT',
  '  Source: https://gitlab.gnome.org/GNOME/libxml2, https://github.com/json-c/json-c',
  'SQLite (as WebAssembly, inside sql.js and PROJ) — public domain',
  '  Source: https://sqlite.org',
  'List of common passwords of @zxcvbn-ts/language-common 4.1.3 (supabase/migrations/20261129004400_common_passwords.sql) — MIT',
  '  © 2012-2016 Dan Wheeler and Dropbox, Inc., © 2021 @zxcvbn-ts. Source: https://github.com/zxcvbn-ts/zxcvbn',
];

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

interface Contained {
  name: string;
  version: string;
  license: string;
  /** Where it lies below the root, when it is installed on every machine. */
  folder: string | null;
}

/** Every package that is installed to run Muster, by name and version. @param root of the repository */
export function contained(root: string): Contained[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Map<string, Contained>();
  for (const [path, { version, license, dev, optional }] of Object.entries(lock.packages)) {
    if (path === '' || dev === true) continue;
    const name = nameOf(path);
    const folder = optional === true ? null : path;
    found.set(`${name} ${version}`, {
      name,
      version,
      license: STATED_ELSEWHERE[name] ?? license ?? '',
      folder,
    });
  }
  const key = ({ name, version }: Contained): string => `${name} ${version}`;
  return [...found.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Whether a licence, or one of those it leaves the choice of, or all that it joins, are accepted. */
export function isAccepted(license: string): boolean {
  const plain = license.replace(/^\(|\)$/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => ACCEPTED.includes(one));
  return plain.split(' AND ').every((one) => ACCEPTED.includes(one));
}

/** The lines by which the makers name themselves. */
function copyrightOf(root: string, folder: string | null): string[] {
  if (folder === null || !existsSync(join(root, folder))) return [];
  const file = readdirSync(join(root, folder))
    .filter((name) => /^(?:licen[cs]e|copying)/i.test(name))
    .sort()[0];
  if (file === undefined) return [];
  const lines = readFileSync(join(root, folder, file), 'utf8').split('\n');
  const said = lines
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(
      (line) => /^(?:copyright\b|©|\(c\)).*(?:\d{4}|\bby\b|[A-Z])/i.test(line) && line.length < 200,
    )
    .filter(
      (line) =>
        !/\[yyyy\]|^\(c\) you|copyright (?:notice|holder|owner|license|law|interest)/i.test(line),
    );
  return [...new Set(said)].slice(0, 4);
}

export function notice(root: string): string {
  const lines = [
    'Muster — 应急资源一张图',
    'Copyright the authors of Muster. Licensed under the Apache License, Version 2.0 (LICENSE).',
    '',
    'Written by `npm run notice` from package-lock.json and the licences of the installed packages; not to be changed by hand.',
    'The full texts of the licences are in node_modules/<package>/, which a hand-out that runs (`npm start`) contains.',
    '',
    'PARTS INSIDE OF PACKAGES, AND DATA',
    '',
    ...INSIDE,
    '',
    'PACKAGES (source: https://www.npmjs.com/package/<name>/v/<version>)',
    '',
  ];
  for (const { name, version, license, folder } of contained(root)) {
    lines.push(`${name} ${version} — ${license}`);
    for (const line of copyrightOf(root, folder)) lines.push(`  ${line}`);
  }
  return `${lines.join('\n')}\n`;
}
