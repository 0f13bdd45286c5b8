/** Where things lie in a data folder. */
import { join } from 'node:path';

export const databaseFolder = (dataDir: string): string => join(dataDir, 'database');

export const backupFolder = (dataDir: string): string => join(dataDir, 'backups');

/**
 * Written when the database folder holds a whole prepared database; one without it was interrupted while it was made
 * and is made anew. Names what the database was last opened with.
 */
export const readyMark = (dataDir: string): string => join(dataDir, 'database-ready');
