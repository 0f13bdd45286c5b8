/**
 * The house as one test: who may import whom, who alone may import a library, and how large a file may grow.
 * ARCHITECTURE.md prints the same arrows.
 */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** A folder of src → the folders of src it may import (itself always). */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  messages: [],
  backend: ['core'],
  state: ['core'],
  actions: ['core', 'backend', 'state', 'messages', 'workers'],
  workers: ['core'],
  ui: ['core', 'messages'],
  map: ['core', 'state', 'actions', 'ui', 'messages'],
  panels: ['core', 'state', 'actions', 'ui', 'messages'],
};

/**
 * A folder → whether its loose files count as one folder more. Between the folders inside it arrows lead one way: none
 * of them knows, through others, who knows it. Loose files of supabase are both ground and entry points; for them the
 * rule "no cycles" between files has to do.
 */
const ONE_WAY: Readonly<Record<string, 'with-loose-files' | 'folders-alone'>> = {
  'src/core': 'folders-alone',
  'src/panels': 'with-loose-files',
  'src/panels/parts': 'with-loose-files',
  'src/map': 'with-loose-files',
  'src/actions': 'with-loose-files',
  supabase: 'folders-alone',
  'supabase/local': 'folders-alone',
  'supabase/tools': 'folders-alone',
  'supabase/demo': 'folders-alone',
};

/** A library → the only places that may import it. */
const ONLY_IN: readonly { library: string; places: string }[] = [
  { library: '@supabase/supabase-js', places: '^src/backend/' },
  {
    library: '(maplibre-gl|@deck\\.gl/[a-z-]+|@luma\\.gl/[a-z-]+|pmtiles)',
    places: '^src/map/',
  },
  { library: 'zustand', places: '^src/state/' },
  { library: '(@electric-sql/[a-z-]+|@supabase/lite)', places: '^supabase/local/' },
  { library: 'postgres', places: '^supabase/(local|tools)/' },
];

/** Rooms of core that others enter by their index only; tests may look at the parts inside. No other room has an index. */
const DOORS = [
  'evacuation',
  'history',
  'kinds',
  'locating',
  'model',
  'nearest',
  'rectification',
  'register',
  'schema',
  'stock',
  'symbols',
  'table',
  'thresholds',
  'trust',
] as const;

/**
 * What has one home in the product. A text that matches elsewhere is a second copy, which would drift from the first.
 */
const WRITTEN_ONCE: readonly { what: string; copy: RegExp; home: string }[] = [
  { what: 'a geometry for the database', copy: /SRID=/, home: '^src/core/geo/ewkt\\.ts$' },
  {
    what: 'which class an event is of',
    copy: /Object\.\w+\(EVENT_KINDS\)|EVENT_KINDS\[\w+\].*\.includes/,
    home: '^src/core/model/kinds\\.ts$',
  },
  {
    what: 'how a save stands',
    copy: /\{ tag: 'editing' \}\s*\||useState<[^>]*'(saving|merging)'|set(Busy|Saving)\(true\)/,
    home: '^src/(state/saving|ui/form/use-saving)\\.tsx?$',
  },
  {
    what: 'which role may do what',
    copy: /[!=]== '(admin|commander|planner|field|viewer)'|\['admin'/,
    home: '^src/core/(rights/|schema/tables/|model/kinds\\.ts$)',
  },
  {
    what: 'what a record is called',
    copy: /'(title|reason|item|name)' in (\w+)\)?\s*(\?|return)\s*\2\.\1/,
    home: '^src/core/model/names\\.ts$',
  },
  {
    what: 'what a column and its field call each other',
    copy: /replace(All)?\(\/(_\((\[a-z|\\w)|\(?\[A-Z\])/,
    home: '^src/core/model/column-names\\.ts$',
  },
  {
    what: 'a record of the register',
    copy: /\.saveRecord\(|rpc\('save_(record|in_bulk)'/,
    home: '^src/(backend/register|actions/register/write-record)\\.ts$',
  },
];

/** The generator of the schema must run without the tables that it writes, so it passes the door of that room. */
const insideOf = (room: string): string =>
  room === 'schema' ? '^(src/core/schema|supabase/tools/describe)/' : `^src/core/${room}/`;

const importOf = (library: string) => `node_modules/${library}/`;

const forbidden: IForbiddenRuleType[] = [
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    name: `arrow: ${folder}`,
    severity: 'error' as const,
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
  })),
  // parts <- feature <- screens; `$1` is the feature that imports.
  {
    name: 'arrow: panels/parts',
    severity: 'error',
    from: { path: '^src/panels/parts/' },
    to: { path: '^src/panels/', pathNot: '^src/panels/parts/' },
  },
  {
    name: 'arrow: a feature of panels',
    severity: 'error',
    from: { path: '^src/panels/([^/]+)/', pathNot: '^src/panels/(parts|screens)/' },
    to: { path: '^src/panels/', pathNot: '^src/panels/(parts|$1)/' },
  },
  {
    name: 'panels has no loose files',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^src/panels/[^/]+$' },
  },
  { name: 'arrow: src', severity: 'error', from: { path: '^src/' }, to: { path: '^supabase/' } },
  {
    name: 'arrow: supabase',
    severity: 'error',
    from: { path: '^supabase/' },
    to: { path: '^src/', pathNot: '^src/(core|messages)/' },
  },
  {
    name: 'core is pure',
    severity: 'error',
    from: { path: '^src/core/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core draws nothing',
    severity: 'error',
    from: { path: '^src/(core|messages)/' },
    to: { path: 'node_modules/(react|react-dom|@mantine)/' },
  },
  ...DOORS.map((room) => ({
    name: `door: ${room}`,
    severity: 'error' as const,
    from: { path: '^(src|supabase)/', pathNot: insideOf(room) },
    to: { path: `^src/core/${room}/`, pathNot: `^src/core/${room}/index\\.ts$` },
  })),
  {
    name: 'no cycles',
    severity: 'error',
    from: { path: '^(src|supabase)/' },
    to: { circular: true },
  },
  ...ONLY_IN.map(({ library, places }) => ({
    name: `only door: ${library}`,
    severity: 'error' as const,
    from: { path: '^(src|supabase)/', pathNot: places },
    to: { path: importOf(library) },
  })),
];

type Imports = readonly (readonly [from: string, to: string])[];

/** The folder of `root` that holds a file; null = it lies elsewhere, or loose where loose files do not count. */
function folderIn(root: string, file: string): string | null {
  if (!file.startsWith(`${root}/`)) return null;
  const [folder, ...below] = file.slice(root.length + 1).split('/');
  if (folder !== undefined && below.length > 0) return folder;
  return ONE_WAY[root] === 'with-loose-files' ? '.' : null;
}

/** The folders inside `root` that know one another in a circle, as `a -> b: file -> file` for every arrow of it. */
function circles(root: string, imports: Imports): string[] {
  const arrows = imports.flatMap(([from, to]) => {
    const a = folderIn(root, from);
    const b = folderIn(root, to);
    return a === null || b === null || a === b ? [] : [{ a, b, from, to }];
  });
  const known = new Map<string, Set<string>>();
  const reach = (folder: string): Set<string> => {
    const met = known.get(folder);
    if (met !== undefined) return met;
    const found = new Set<string>();
    known.set(folder, found);
    const next = [folder];
    for (let at = next.pop(); at !== undefined; at = next.pop())
      for (const { a, b } of arrows)
        if (a === at && !found.has(b)) {
          found.add(b);
          next.push(b);
        }
    return found;
  };
  return arrows
    .filter(({ a, b }) => reach(b).has(a))
    .map(({ a, b, from, to }) => `${a} -> ${b}: ${from} -> ${to}`);
}

async function structure(): Promise<ICruiseResult> {
  const result = await cruise(
    ['src', 'supabase'],
    {
      baseDir: root,
      ruleSet: { forbidden },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'types', 'default'],
      },
    },
    { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  );
  return result.output as ICruiseResult;
}

describe('architecture', () => {
  let house: ICruiseResult;
  beforeAll(async () => {
    house = await structure();
  });

  it('sees the modules it judges', () => {
    const own = house.modules.filter((module) => module.source.startsWith('src/'));
    expect(own.length).toBeGreaterThan(50);
    const known = new Set(Object.keys(MAY_IMPORT));
    const folders = new Set(
      own.map((module) => module.source.split('/')[1] ?? '').filter((name) => !name.includes('.')),
    );
    expect([...folders].filter((folder) => !known.has(folder))).toEqual([]);
  });

  it('keeps every arrow', () => {
    const broken = house.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
    );
    expect(broken).toEqual([]);
  });

  it.each(Object.keys(ONE_WAY))('leads one way between the folders inside %s', (folder) => {
    const imports = house.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => [source, resolved] as const),
    );
    expect(imports.some(([from]) => from.startsWith(`${folder}/`))).toBe(true);
    expect(circles(folder, imports)).toEqual([]);
  });

  it('finds an index in core only where it is the one door of a room', () => {
    const rooms = house.modules
      .map(({ source }) => /^src\/core\/(.+)\/index\.ts$/.exec(source)?.[1])
      .filter((room) => room !== undefined);
    expect(rooms.sort()).toEqual([...DOORS].sort());
  });

  it('explains in ARCHITECTURE.md only words whose names the code has', () => {
    const page = readFileSync(resolve(root, 'ARCHITECTURE.md'), 'utf8');
    const section = page.split('## Words')[1]?.split('\n## ')[0] ?? '';
    const names = section
      .split('\n')
      .filter((line) => line.startsWith('| ') && line.includes('`'))
      .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`(\w+)`/g)])
      .map(([, name]) => name!);
    const texts = house.modules
      .filter(({ source }) => source.startsWith('src/'))
      .map(({ source }) => readFileSync(resolve(root, source), 'utf8'));
    const isDeclared = (name: string): boolean => {
      const declared = new RegExp(
        `\\b(interface|type|const|function|class) ${name}\\b|^ +${name}\\??:`,
        'm',
      );
      return texts.some((text) => declared.test(text));
    };
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !isDeclared(name))).toEqual([]);
  });

  it('is told room by room in ARCHITECTURE.md', () => {
    const rooms = new Set(
      house.modules.flatMap(({ source }) => /^src\/core\/([^/]+)\//.exec(source)?.[1] ?? []),
    );
    const page = readFileSync(resolve(root, 'ARCHITECTURE.md'), 'utf8');
    const section = page.split('## The rooms of core')[1]?.split('\n## ')[0] ?? '';
    const listed = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, room]) => room);
    expect(listed.sort()).toEqual([...rooms].sort());
  });

  it('resolves every import', () => {
    const lost = house.modules.flatMap((module) =>
      module.dependencies
        .filter(
          (dependency) =>
            dependency.couldNotResolve && !/\?(url|worker)|^geojson$/.test(dependency.module),
        )
        .map((dependency) => `${module.source}: ${dependency.module}`),
    );
    expect(lost).toEqual([]);
  });

  it.each(WRITTEN_ONCE)('writes $what in one place', ({ copy, home }) => {
    const isHome = (source: string): boolean => new RegExp(home).test(source);
    const sources = house.modules
      .map(({ source }) => source)
      .filter((source) => /^(src|supabase)\/.*\.tsx?$/.test(source));
    expect(sources.some(isHome)).toBe(true);
    const copies = sources.filter(
      (source) => !isHome(source) && copy.test(readFileSync(resolve(root, source), 'utf8')),
    );
    expect(copies).toEqual([]);
  });

  it('keeps files small enough to read', () => {
    const long = house.modules
      .map((module) => module.source)
      .filter((source) => /^(src|supabase)\/.*\.tsx?$/.test(source))
      .map((source) => ({
        source,
        lines: readFileSync(resolve(root, source), 'utf8').split('\n').length,
      }))
      .filter(({ lines }) => lines > 400)
      .map(({ source, lines }) => `${relative(root, resolve(root, source))}: ${lines}`);
    expect(long).toEqual([]);
  });
});
