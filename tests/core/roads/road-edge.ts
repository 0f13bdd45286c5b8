import type { LngLat } from '../../../src/core/model/index.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';

/** An ordinary two-way street. */
export const roadEdge = (
  from: number,
  to: number,
  line: readonly LngLat[],
  other: Partial<RoadEdgeInput> = {},
): RoadEdgeInput => ({
  from,
  to,
  line,
  class: 'residential',
  name: null,
  forward: 7,
  backward: 7,
  speedKmh: null,
  widthM: null,
  maxWeightT: null,
  maxHeightM: null,
  bridge: false,
  tunnel: false,
  layer: 0,
  ferry: false,
  seconds: null,
  ...other,
});
