/** Keeps what is drawn and told of closures: which roads each closes, as far as a network is there to ask. */
import { closureGeometry, isRecent } from '../../core/arrival/index.ts';
import type { Obstacle } from '../../core/arrival/index.ts';
import type { LngLat, RoadNetworkInfo } from '../../core/model/index.ts';
import { somePosition } from '../../core/register/index.ts';
import { serverNow } from '../../state/clock.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { initialRoads, useRoads } from '../../state/roads.ts';
import { newestWins } from '../newest-wins.ts';
import { roadsAt } from '../roads/road-worker.ts';
import { closuresInHand } from '../roads/closures-in-hand.ts';

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
function toTell(): Obstacle[] {
  const now = serverNow();
  const { closures } = closuresInHand(useRecords.getState().tables.closure, now);
  return [...closures.values()].flatMap((closure): Obstacle[] => {
    const geometry = closureGeometry(closure);
    const { id, version } = closure;
    return geometry === null || !isRecent(closure, now) ? [] : [{ id, version, geometry }];
  });
}

const looks = newestWins();

async function look(): Promise<void> {
  const overtaken = looks.begin();
  const { obstacles, asked } = useRoads.getState();
  const told = toTell();
  const drafted = obstacles.find(({ draft }) => draft === true) ?? told[0] ?? obstacles[0];
  const place = asked?.place ?? (drafted === undefined ? null : placeOf(drafted));
  const port = place === null ? null : await roadsAt(place).catch(() => null);
  if (overtaken()) return;
  const { status } = useRoads.getState();
  if (port === null || status.tag !== 'ready') {
    if (useRoads.getState().closing !== initialRoads.closing)
      useRoads.setState({ closing: initialRoads.closing });
    return;
  }
  const { network } = status;
  const known = told.filter((one) => holds(network, one));
  try {
    const [effects, lines] = await Promise.all([
      port.call('effects', [known]),
      port.call('closedLines', [obstacles]),
    ]);
    if (overtaken()) return;
    useRoads.setState({
      closing: { effects: new Map(known.map(({ id }, i) => [id, effects[i]!])), lines },
    });
  } catch {
    // The worker is gone; the next question brings another.
  }
}

/** Returns what stops it. */
export function followClosing(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  // Several stores change in one go; one look afterwards is enough.
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), 0);
  };
  const network = (): string | null => {
    const { status } = useRoads.getState();
    return status.tag === 'ready' ? status.network.checksum : null;
  };
  let lastNetwork = network();
  const stops = [
    useRoads.subscribe((state, before) => {
      const now = network();
      if (state.obstacles !== before.obstacles || (now !== null && now !== lastNetwork)) soon();
      lastNetwork = now ?? lastNetwork;
    }),
    useRecords.subscribe((state, before) => {
      if (state.tables.closure !== before.tables.closure) soon();
    }),
    useRegister.subscribe((state, before) => {
      if (state.drafts !== before.drafts || state.drawing?.sketch !== before.drawing?.sketch)
        soon();
    }),
  ];
  soon();
  return () => {
    looks.drop();
    clearTimeout(waiting);
    stops.forEach((stop) => stop());
    useRoads.setState({ closing: initialRoads.closing, aimedAt: null });
  };
}
