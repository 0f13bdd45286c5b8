import { useCallback, useMemo } from 'react';
import type { ActiveArea } from '../../../core/arrival/active-areas.ts';
import { t } from '../../../messages/index.ts';
import { useRoads } from '../../../state/roads.ts';
import { useObstacleName } from './obstacle-names.ts';
import { throughText, whatText } from './area-text.ts';

/** What an obstacle is called in a row: a closure by its reason, an area with what it is and how deep. */
export interface ObstacleText {
  /** 城东淹没区（洪水、水深 0.3–1 m）. */
  closure: (id: string) => string;
  /** 经过“城东淹没区”（…）. */
  passed: (id: string) => string;
  /** 道路只到“城东淹没区”边缘. */
  upTo: (id: string) => string;
}

export function useObstacleText(): ObstacleText {
  const areas = useRoads((state) => state.areas);
  const nameOf = useObstacleName();
  const byId = useMemo(
    () => new Map<string, ActiveArea>(areas.map((area) => [area.id, area])),
    [areas],
  );
  const closure = useCallback(
    (id: string) => {
      const area = byId.get(id);
      return area === undefined
        ? nameOf(id)
        : t('areas.named', { name: area.name, what: whatText(area) });
    },
    [byId, nameOf],
  );
  const passed = useCallback((id: string) => throughText(byId.get(id) ?? null), [byId]);
  const upTo = useCallback((id: string) => t('areas.upTo', { area: nameOf(id) }), [nameOf]);
  return useMemo(() => ({ closure, passed, upTo }), [closure, passed, upTo]);
}
