/** What is drawn and said of closures: which roads each closes, as far as a network is there to ask. */
import { closureGeometry, isRecent } from '../../core/arrival/closures.ts';
import type { Obstacle } from '../../core/arrival/obstacle.ts';
import type { LngLat, RoadNetworkInfo } from '../../core/model/index.ts';
import { somePosition } from '../../core/register/index.ts';
import { askedIncident } from '../../state/asked-incident.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import { initialRoads, useRoads } from '../../state/roads.ts';
import { newestWins } from '../newest-wins.ts';
import { roadsAt } from './road-worker.ts';
import { closuresInHand } from './closures-in-hand.ts';

const placeOf = ({ geometry }: Obstacle): LngLat | null => {
  const [lng, lat] = somePosition(geometry) ?? [];
  return lng === undefined || lat === undefined ? null : [lng, lat];
};

const holds = (
  { bbox: [west, south, east, north] }: RoadNetworkInfo,
  obstacle: Obstacle,
): boolean => {
  const [lng, lat] = placeOf(obstacle) ?? [NaN, NaN];
  return lng >= west && lng <= east && lat >= south && lat <= north;
};

/** Every closure worth telling about, in force or not. */
function recentClosures(): Obstacle[] {
  const now = serverNow();
  const { closures } = closuresInHand(useRecords.getState().tables.closure, now);
  return [...closures.values()].flatMap((closure): Obstacle[] => {
    const geometry = closureGeometry(closure);
    const { id, version } = closure;
    return geometry === null || !isRecent(closure, now) ? [] : [{ id, version, geometry }];
  });
}

const looks = newestWins();

/** Ask the roads about everything that is said and drawn of closures; the newest answer comes into `state/roads`. */
export async function askWhatIsClosed(): Promise<void> {
  const overtaken = looks.begin();
  const { obstacles, asked } = useRoads.getState();
  const recent = recentClosures();
  const drafted = obstacles.find(({ draft }) => draft === true) ?? recent[0] ?? obstacles[0];
  // The network of the incident in question first: another one would take its place, and its answer with it.
  const place =
    askedIncident()?.place ?? asked?.place ?? (drafted === undefined ? null : placeOf(drafted));
  const port = place === null ? null : await roadsAt(place).catch(() => null);
  if (overtaken()) return;
  const { status } = useRoads.getState();
  if (port === null || status.tag !== 'ready') {
    if (useRoads.getState().closures !== initialRoads.closures)
      useRoads.setState({ closures: initialRoads.closures });
    return;
  }
  const { network } = status;
  const known = recent.filter((one) => holds(network, one));
  try {
    const [effects, lines] = await Promise.all([
      port.call('effects', [known]),
      port.call('closedLines', [obstacles]),
    ]);
    if (overtaken()) return;
    useRoads.setState({
      closures: { effects: new Map(known.map(({ id }, i) => [id, effects[i]!])), lines },
    });
  } catch {
    // The worker is gone; the next question brings another.
  }
}

/** Nothing is said or drawn any more, also not what is on its way. */
export function forgetWhatIsClosed(): void {
  looks.drop();
  useRoads.setState({ closures: initialRoads.closures, aimedAt: null });
}
