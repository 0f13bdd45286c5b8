/** A .dbf alone: a table without geometry, or the shapefile it belongs to. */
import type { OpenedFile, ReadOptions } from '../row-source.ts';
import { openParts } from './shapefile.ts';

/** @throws FileFailure shapefile_damaged */
export function openDbf(bytes: Uint8Array, options: ReadOptions): Promise<OpenedFile> {
  const companion = (ending: string): Uint8Array | null =>
    options.companions?.find(({ name }) => name.toLowerCase().endsWith(ending))?.bytes ?? null;
  const name = options.fileName.replace(/\.dbf$/i, '');
  return Promise.resolve(
    openParts(
      [
        {
          name,
          shp: companion('.shp'),
          dbf: bytes,
          prj: companion('.prj'),
          cpg: companion('.cpg'),
        },
      ],
      options,
    ),
  );
}
