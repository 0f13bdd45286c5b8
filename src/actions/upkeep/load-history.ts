import { backend } from '../../backend/index.ts';
import type { RememberedKind } from '../../core/model/index.ts';
import { fetchFor } from './fetch-for.ts';

/** Read a record's history. */
export const loadHistory = (kind: RememberedKind, id: string): Promise<void> =>
  fetchFor('histories', id, () => backend().recordHistory(kind, id));
