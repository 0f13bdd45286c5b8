/** What whoever walks between a place and its road cannot or may not cross, as it is kept with a road network. */
import type { LngLat } from '../../model/index.ts';

/** What is mapped on the ground beside the roads. Stored by its number: new ones come last. */
export const GROUND_BARRIERS = ['water', 'railway', 'wall', 'cliff'] as const;
export type GroundBarrier = (typeof GROUND_BARRIERS)[number];

/** What a walk may meet. A motorway is a road of the network itself that is closed to people on foot. */
export type WalkBarrier = GroundBarrier | 'motorway';

export const WALK_BARRIERS: readonly WalkBarrier[] = [...GROUND_BARRIERS, 'motorway'];

/** One barrier as an importer hands it to `buildNetwork`. */
export interface BarrierInput {
  kind: GroundBarrier;
  /** Its lines or rings, WGS-84. */
  lines: readonly (readonly LngLat[])[];
  /** The lines are closed rings, and what an odd number of them holds is inside. */
  isArea: boolean;
}
