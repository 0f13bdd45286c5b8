/** How columns of a file were understood, kept by name and offered again for files of the same columns. */
import { backend } from '../../backend/index.ts';
import type { ImportSettings } from '../../core/import/session/types.ts';
import type { StoredKind } from '../../core/import/difference/tables.ts';
import { readKeptJoin } from '../../core/import/join/kept-join.ts';
import type { KeptJoin } from '../../core/import/join/kept-join.ts';
import type { ImportMapping } from '../../core/model/index.ts';
import { useImport } from '../../state/import.ts';
import { importableKinds } from './import-context.ts';
import { notKept } from '../not-kept.ts';
import { notify } from '../notify.ts';
import { fitOtherFile } from './join-file.ts';
import { changeImport } from './read-import.ts';

interface Kept extends Pick<
  ImportSettings,
  'columns' | 'set' | 'crs' | 'encoding' | 'header' | 'layer'
> {
  /** The columns of the joined table stand here by title; `columns` are those of the file itself. */
  join: KeptJoin | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What is kept, read back with care: it may have been written by another version. */
function readKept(mapping: ImportMapping['mapping']): Kept {
  const { columns, set, crs, encoding, header, layer, join } = mapping as Record<string, unknown>;
  const entries = (value: unknown): [string, unknown][] =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return {
    columns: Object.fromEntries(
      entries(columns)
        .filter(([place]) => /^\d+$/.test(place))
        .map(([place, field]) => [Number(place), textOrNull(field)]),
    ),
    set: Object.fromEntries(
      entries(set).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
    ),
    crs: textOrNull(crs),
    encoding: textOrNull(encoding),
    header: typeof header === 'boolean' ? header : null,
    layer: textOrNull(layer),
    join: readKeptJoin(join),
  };
}

/** Bring the mappings that are kept; without them nothing is offered. */
export async function loadMappings(): Promise<void> {
  const mappings = await backend().importMappings(null);
  if (mappings.tag === 'ok') useImport.setState({ mappings: mappings.value });
}

/** Keep how the file in hand is understood: every column that fills a field, whoever said so, and what is joined. */
export async function saveMapping(name: string): Promise<void> {
  const { understood, settings } = useImport.getState();
  if (understood === null || name.trim() === '') return;
  const { set, crs, encoding, header, layer, join } = settings;
  const said = understood.columns.filter(({ field, by }) => field !== null || by === 'person');
  const own = said.filter(({ joined }) => !joined);
  const others = said.filter(({ joined }) => joined);
  const columns = Object.fromEntries(own.map(({ index, field }) => [index, field]));
  const kept: Kept = { columns, set, crs, encoding, header, layer, join: null };
  if (join != null)
    kept.join = { ...join, columns: others.map(({ title, field }) => ({ title, field })) };
  const saved = await backend().saveImportMapping({
    districtCode: settings.district,
    kind: understood.kind,
    name: name.trim(),
    columnsFingerprint: understood.fingerprint,
    mapping: { ...kept },
  });
  if (saved.tag !== 'ok') notify({ tag: 'not-done', reason: notKept(saved) });
  else await loadMappings();
}

/** Read the file in hand as another of the same columns was read; a joined table that is not there is asked for. */
export async function applyMapping(mapping: ImportMapping): Promise<void> {
  const kind = importableKinds().find((one) => one === mapping.kind) as StoredKind | undefined;
  const { join, ...kept } = readKept(mapping.mapping);
  const fitted = join === null ? null : await fitOtherFile(join);
  useImport.setState({
    awaited: join !== null && fitted === null ? { join, refused: null } : null,
  });
  await changeImport({
    ...kept,
    columns: { ...kept.columns, ...fitted?.columns },
    join: fitted?.join ?? null,
    ...(kind === undefined ? {} : { kind }),
  });
}
