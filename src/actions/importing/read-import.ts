import type { ImportSettings } from '../../core/import/session/types.ts';
import { plainSettings, useImport } from '../../state/import.ts';
import { PortClosed } from '../../workers/port.ts';
import { newestWins } from '../newest-wins.ts';
import { homeDistrict, importContext } from './import-context.ts';
import {
  closeImportSession,
  importSession,
  fileInHand,
  forgetFile,
  hasImportSession,
  openImportSession,
} from './import-worker.ts';
import { splitFiles } from './split-files.ts';
import { inOrder, setWaiting, waitingFiles } from './waiting-files.ts';

const readings = newestWins();

function broken(error: unknown): void {
  if (error instanceof PortClosed) return;
  const message = error instanceof Error ? error.message : String(error);
  useImport.setState({
    stage: { tag: 'broken', trouble: { tag: 'worker', message } },
    rereading: false,
  });
}

async function read(): Promise<void> {
  const overtaken = readings.begin();
  const { settings } = useImport.getState();
  const result = await importSession().call('read', [settings], (progress) => {
    const { stage } = useImport.getState();
    if (!overtaken() && stage.tag === 'reading')
      useImport.setState({ stage: { tag: 'reading', progress } });
  });
  if (overtaken()) return;
  if (result.tag === 'failed') {
    const { code, params } = result;
    useImport.setState({ stage: { tag: 'unreadable', code, params }, rereading: false });
    return;
  }
  useImport.setState({
    stage: { tag: 'understood' },
    understood: result.understood,
    rereading: false,
    difference: null,
  });
}

/** Take files a person dropped or chose: the first that can be data, with those that belong to it. The others wait. */
export async function chooseImportFiles(files: readonly File[]): Promise<void> {
  const { main, companions, others } = splitFiles(inOrder(files));
  if (main === null) return;
  setWaiting([...others, ...waitingFiles().filter((one) => !files.includes(one))]);
  forgetFile();
  const district = homeDistrict();
  const { presetKind, settings: former } = useImport.getState();
  useImport.setState({
    stage: { tag: 'reading', progress: null },
    file: {
      name: main.name,
      size: main.size,
      companions: companions.map(({ name }) => name),
      others: others.map(({ name }) => name),
    },
    // Somebody who brings in a folder of sheets without coordinates says so once.
    settings: {
      ...plainSettings(district),
      kind: presetKind,
      withoutPlaces: former.withoutPlaces ?? false,
    },
    awaited: null,
    understood: null,
    difference: null,
    undo: { tag: 'none' },
    list: false,
  });
  try {
    await openImportSession({ file: main, companions, others }, importContext(main.name, district));
    await read();
  } catch (error) {
    broken(error);
  }
}

/** Read the file in hand otherwise than it was understood. What is on the screen stays until the new reading is there. */
export async function changeImport(change: Partial<ImportSettings>): Promise<void> {
  const { settings, stage, understood } = useImport.getState();
  const file = fileInHand();
  if (file === null) return;
  const next: ImportSettings = { ...settings, ...change };
  const again =
    stage.tag === 'reading' || !hasImportSession() || next.district !== settings.district;
  const isShown = understood !== null && stage.tag === 'understood';
  useImport.setState({
    settings: next,
    rereading: true,
    ...(isShown ? {} : { stage: { tag: 'reading', progress: null } }),
  });
  try {
    // Another district has another fence; a reading that still goes on is not waited for.
    if (again) await openImportSession(file, importContext(file.file.name, next.district));
    await read();
  } catch (error) {
    broken(error);
  }
}

/** Say what a column means; null = it is not used. A field that another column filled is taken from it. */
export function setColumnField(index: number, field: string | null): Promise<void> {
  const { settings, understood } = useImport.getState();
  const columns: Record<number, string | null> = { ...settings.columns };
  for (const [other, said] of Object.entries(columns))
    if (said !== null && said === field) delete columns[Number(other)];
  const rival = understood?.columns.find(
    (column) => column.field === field && column.index !== index,
  );
  if (field !== null && rival !== undefined && rival.by === 'guess') columns[rival.index] = null;
  columns[index] = field;
  return changeImport({ columns });
}

/** Read the column of longitudes as that of latitudes, and the other way round. */
export function turnCoordinates(): Promise<void> {
  const { settings, understood } = useImport.getState();
  const at = (field: string): number | undefined =>
    understood?.columns.find((one) => one.field === field)?.index;
  const [lng, lat] = [at('lng'), at('lat')];
  if (lng === undefined || lat === undefined) return Promise.resolve();
  return changeImport({ columns: { ...settings.columns, [lng]: 'lat', [lat]: 'lng' } });
}

/** A value for every row; null = no longer. */
export function setImportValue(field: string, value: string | null): Promise<void> {
  const others = Object.entries(useImport.getState().settings.set).filter(
    ([name]) => name !== field,
  );
  return changeImport({
    set: Object.fromEntries(value === null ? others : [...others, [field, value]]),
  });
}

/** Stop what the worker does. The file stays in hand. */
export function cancelImportWork(): void {
  readings.drop();
  closeImportSession();
  const { understood, file } = useImport.getState();
  useImport.setState({
    stage: understood === null || file === null ? { tag: 'choose' } : { tag: 'understood' },
    rereading: false,
  });
  if (understood === null) {
    forgetFile();
    useImport.setState({ file: null });
  }
}

/** Back from the difference to how the file was understood. */
export function backToUnderstood(): void {
  useImport.setState({ stage: { tag: 'understood' } });
}
