import { t } from '../../messages/index.ts';
import type { Hit } from '../engine/picking.ts';

/** One line for what lies under a pointer: `应急避难场所 城关小学`, `救援队伍 ×5`. */
export function sayHit(hit: Hit): string {
  const kind = t(`kinds.record.${hit.kind}`);
  if (hit.tag === 'cluster') return t('map.cluster', { kind, count: hit.count });
  return t('map.record', { kind, name: hit.name });
}
