/** The boundary of one district out of a file: read by the importer, in whatever format and coordinate system it is. */
import type { Geometry } from 'geojson';
import { plainSettings } from '../../state/import.ts';
import type { ImportOffer } from '../../workers/import.ts';
import { openPort } from '../../workers/port.ts';
import { importContext } from '../importing/import-context.ts';
import { splitFiles } from '../importing/split-files.ts';
import { cornersOf } from '../../core/districts/extent.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { changeField } from '../register/edit-record.ts';

export type BoundaryRead =
  | { tag: 'taken'; name: string }
  /** The file holds several areas and none of them is called so. */
  | { tag: 'which'; count: number }
  /** It holds no area. */
  | { tag: 'none' }
  | { tag: 'unreadable' };

interface Named {
  name: string;
  geometry: Geometry;
}

async function areasOf(files: readonly File[]): Promise<Named[] | null> {
  const { main, companions } = splitFiles(files);
  if (main === null) return null;
  const port = openPort<ImportOffer>(
    new Worker(new URL('../../workers/import.ts', import.meta.url), { type: 'module' }),
  );
  try {
    await port.call('open', [main, companions, [], importContext(main.name, '')]);
    // As areas of any kind: a boundary needs no code of its own here.
    const read = await port.call('read', [
      { ...plainSettings(''), kind: 'base_feature', set: { layer: 'land' } },
    ]);
    if (read.tag === 'failed') return null;
    return read.understood.sample.features.flatMap(({ geometry, properties }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
        ? [{ geometry, name: String(properties?.name ?? '') }]
        : [],
    );
  } catch {
    return null;
  } finally {
    port.close();
  }
}

/** The only area of the file, or the one of the district's name, becomes its boundary; nothing is saved yet. */
export async function boundaryFromFile(key: string, files: readonly File[]): Promise<BoundaryRead> {
  const typed = useRegister.getState().drafts.get(key)?.inputs.name;
  const name =
    typeof typed === 'string'
      ? typed.trim()
      : (useRecords.getState().tables.district.get(key)?.name ?? '');
  const areas = await areasOf(files);
  if (areas === null) return { tag: 'unreadable' };
  const found = areas.length === 1 ? areas[0] : areas.find((one) => one.name === name);
  if (found === undefined)
    return areas.length === 0 ? { tag: 'none' } : { tag: 'which', count: areas.length };
  changeField('district', key, 'geom', found.geometry);
  const around = cornersOf(found.geometry);
  useSession.setState({ flyTo: { place: around[0], zoom: null, around } });
  return { tag: 'taken', name: found.name };
}
