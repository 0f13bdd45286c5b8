/** "Close this road": the stretch of road at a place becomes what a closure closes. */
import type { RoadStretch } from '../../core/arrival/index.ts';
import type { LngLat, Meters } from '../../core/model/index.ts';
import { useRegister } from '../../state/register.ts';
import { useRoads } from '../../state/roads.ts';
import { notify } from '../notify.ts';
import { placeDrawn } from '../register/draw-place.ts';
import { roadsAt } from '../roads/road-worker.ts';

const isPicking = (): boolean => useRegister.getState().drawing?.tool === 'road';

/** `undefined` = no roads are known there, null = none is near enough. */
async function stretchNear(place: LngLat, within: Meters): Promise<RoadStretch | null | undefined> {
  try {
    const port = await roadsAt(place);
    return port === null ? undefined : await port.call('stretchAt', [place, within]);
  } catch {
    return undefined;
  }
}

/** Take the road at a place for the closure in hand; says so where there is none. */
export async function pickRoad(place: LngLat, within: Meters): Promise<void> {
  const drawing = useRegister.getState().drawing;
  const stretch = await stretchNear(place, within);
  if (drawing === null || useRegister.getState().drawing?.id !== drawing.id || !isPicking()) return;
  if (stretch === undefined) notify({ tag: 'no-road-network' });
  else if (stretch === null) notify({ tag: 'no-road-here', within });
  else {
    useRoads.setState({ aimedAt: null });
    placeDrawn(stretch.closureLine);
  }
}

let wanted: { place: LngLat; within: Meters } | null = null;
let looking = false;

/** Light the road a pointer or the cross stands on, while one is being picked; the newest place wins. null = none. */
export async function aimAtRoad(place: LngLat | null, within: Meters): Promise<void> {
  wanted = place === null ? null : { place, within };
  if (looking) return;
  looking = true;
  try {
    while (wanted !== null && isPicking()) {
      const { place: at, within: reach }: { place: LngLat; within: Meters } = wanted;
      wanted = null;
      const aimedAt = (await stretchNear(at, reach)) ?? null;
      if (isPicking()) useRoads.setState({ aimedAt });
    }
  } finally {
    looking = false;
  }
  if (place === null || !isPicking()) useRoads.setState({ aimedAt: null });
}
