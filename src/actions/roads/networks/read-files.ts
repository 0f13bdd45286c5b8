/** Road files on the screen: taken, looked at, read with what a person says about them. */
import type { RoadSettings } from '../../../core/roads/import-session.ts';
import { plainRoadSettings, useRoadNetworks } from '../../../state/road-networks.ts';
import { useSession } from '../../../state/session.ts';
import { PortClosed } from '../../../workers/port.ts';
import { newestWins } from '../../newest-wins.ts';
import { giveRoadFiles, roadImporter, stopRoadImporter } from './import-worker.ts';
import { pairFiles } from './pair-files.ts';
import { forgetUpload } from './store-roads.ts';

const readings = newestWins();

function fellDown(error: unknown): void {
  if (error instanceof PortClosed) return;
  stopRoadImporter();
  const message = error instanceof Error ? error.message : String(error);
  useRoadNetworks.setState({ stage: { tag: 'broken', message } });
}

async function look(layer: string | null): Promise<void> {
  const overtaken = readings.begin();
  useRoadNetworks.setState({ stage: { tag: 'looking' } });
  try {
    const found = await (await roadImporter()).call('look', [layer]);
    if (overtaken()) return;
    if (found.tag === 'refused') useRoadNetworks.setState({ stage: found });
    else useRoadNetworks.setState({ stage: { tag: 'settings' }, look: found });
  } catch (error) {
    fellDown(error);
  }
}

/** Take files a person dropped or chose. */
export async function chooseRoadFiles(files: readonly File[]): Promise<void> {
  const given = pairFiles(files);
  if (given.length === 0) return;
  forgetUpload();
  giveRoadFiles(given);
  const { auth } = useSession.getState();
  const { district } = useRoadNetworks.getState();
  const home = auth.tag === 'signed-in' ? auth.account.districtCode : '';
  useRoadNetworks.setState({
    importing: true,
    files: given.map(({ file: { name, size } }) => ({ name, size })),
    settings: {
      ...plainRoadSettings,
      source: given
        .map(({ file }) => file.name)
        .join('、')
        .slice(0, 200),
    },
    district: district === '' ? home : district,
    look: null,
    result: null,
    gap: null,
    around: [],
  });
  await look(null);
}

/** Another layer of the file has other columns. */
export async function chooseRoadLayer(layer: string): Promise<void> {
  changeRoadSettings({ layer, columns: {} });
  await look(layer);
}

/** What is said differently holds for the next reading; what was read before is not shown as if it did. */
export function changeRoadSettings(change: Partial<RoadSettings>): void {
  const { settings, stage } = useRoadNetworks.getState();
  const back =
    stage.tag === 'read' || stage.tag === 'refused' ? { stage: { tag: 'settings' } as const } : {};
  useRoadNetworks.setState({
    settings: { ...settings, ...change },
    result: null,
    gap: null,
    around: [],
    ...back,
  });
}

export function setRoadDistrict(district: string): void {
  useRoadNetworks.setState({ district });
}

/** Read the files and build the network; the report stands on the screen, nothing is stored. */
export async function readRoadFiles(): Promise<void> {
  const overtaken = readings.begin();
  forgetUpload();
  useRoadNetworks.setState({
    stage: { tag: 'reading', progress: null },
    result: null,
    gap: null,
    around: [],
  });
  try {
    const { settings } = useRoadNetworks.getState();
    const result = await (
      await roadImporter()
    ).call('read', [settings], (progress) => {
      if (!overtaken() && useRoadNetworks.getState().stage.tag === 'reading')
        useRoadNetworks.setState({ stage: { tag: 'reading', progress } });
    });
    if (overtaken()) return;
    if (result.tag === 'refused') useRoadNetworks.setState({ stage: result });
    else useRoadNetworks.setState({ stage: { tag: 'read' }, result });
  } catch (error) {
    fellDown(error);
  }
}

/** Stop reading; the files and what was said about them stay. */
export function stopReadingRoads(): void {
  readings.drop();
  stopRoadImporter();
  useRoadNetworks.setState(({ look: known }) => ({
    stage: { tag: known === null ? 'choose' : 'settings' },
  }));
}

/** Back to what is said about the files. */
export function backToRoadSettings(): void {
  forgetUpload();
  useRoadNetworks.setState({ stage: { tag: 'settings' } });
}

/** Let the files go. */
export function dropRoadFiles(): void {
  readings.drop();
  forgetUpload();
  giveRoadFiles([]);
  useRoadNetworks.setState({
    stage: { tag: 'choose' },
    files: [],
    look: null,
    result: null,
    gap: null,
    around: [],
  });
}
