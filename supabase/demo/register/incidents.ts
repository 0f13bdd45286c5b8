/** What happened, and where roads are cut. */
import { classOf } from '../../../src/core/model/index.ts';
import { toLine, toPoint } from '../geometry/plane.ts';
import type { PlanePoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import type { RoadLine } from '../roads/lines.ts';
import type { ClosureRow, IncidentRow } from '../rows.ts';
import { DEMO } from './county.ts';
import type { County } from './county.ts';
import { INCIDENTS } from './incident-list.ts';

export function incidents(county: County): IncidentRow[] {
  return INCIDENTS.map((listed, i) => {
    const place = county.roomAt(county.siteNamed(listed.at), 150, 600);
    const minutes = Math.round(listed.hoursAgo * 60);
    return {
      id: demoId('incident', listed.title),
      district_code: county.districtAt(place),
      title: listed.title,
      class: classOf(listed.kind),
      kind: listed.kind,
      level: listed.level,
      occurred_at: county.clock.minutesAgo(minutes),
      note: listed.note,
      state: listed.lasted === null ? 'open' : 'closed',
      closed_at:
        listed.lasted === null
          ? null
          : county.clock.minutesAgo(minutes - Math.round(listed.lasted * 60)),
      source: `${DEMO}·${i < 2 ? '值班记录' : '历史事件档案'}`,
      geom: toPoint(place),
    };
  });
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Metres that a closure ends short of the junctions, or the roads that meet there would be closed too. */
const SHORT_OF = 6;
/** Metres to the side, at one end to the left and at the other to the right, so that it crosses its road all the same. */
const ASIDE = 1;

function betweenJunctions(points: readonly PlanePoint[]): PlanePoint[] {
  const inwards = (from: PlanePoint, to: PlanePoint): PlanePoint => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const step = Math.min(SHORT_OF, length / 4);
    return [from[0] + step * dx - ASIDE * dy, from[1] + step * dy + ASIDE * dx];
  };
  const [first, second] = points;
  const [last, former] = [points.at(-1), points.at(-2)];
  if (first === undefined || second === undefined || last === undefined || former === undefined)
    return [...points];
  return [inwards(first, second), ...points.slice(1, -1), inwards(last, former)];
}

export function closures(county: County): ClosureRow[] {
  const { roads } = county.geography;
  const { minutesAgo } = county.clock;
  const middleOf = ({ points }: RoadLine): PlanePoint =>
    points[Math.floor(points.length / 2)] as PlanePoint;
  // Between two bends: where other roads meet it, a point closes them all.
  const onlyOn = ({ points }: RoadLine): PlanePoint => {
    const [[ax, ay], [bx, by]] = points.slice(Math.floor(points.length / 2) - 1) as [
      PlanePoint,
      PlanePoint,
    ];
    return [(ax + bx) / 2, (ay + by) / 2];
  };
  const road = (name: string): RoadLine => {
    const found = roads
      .filter((own) => own.name === name)
      .sort((a, b) => b.points.length - a.points.length)[0];
    if (!found) throw new Error(`no such road: ${name}`);
    return found;
  };
  const close = (
    name: string,
    reason: string,
    times: { readonly from: string; readonly until?: string; readonly lifted?: string },
    shape: 'a line' | 'a point' = 'a line',
  ): ClosureRow => {
    const line = road(name);
    const asPoint = shape === 'a point';
    return {
      id: demoId('closure', reason),
      district_code: county.districtAt(middleOf(line)),
      reason,
      from_at: times.from,
      until_at: times.until ?? null,
      lifted_at: times.lifted ?? null,
      source: `${DEMO}·${asPoint ? '队伍现场报告' : '公路管理机构通告'}`,
      geom: asPoint ? toPoint(onlyOn(line)) : toLine(betweenJunctions(line.points)),
    };
  };
  return [
    close('X903 县道', 'X903 县道边坡垮塌，双向中断', { from: minutesAgo(19.5 * HOUR) }),
    close('蕉溪大桥', '蕉溪大桥伸缩缝更换，禁止一切车辆通行', {
      from: minutesAgo(12 * DAY),
      until: minutesAgo(-20 * DAY),
    }),
    // Past its announced end, and nobody said that it was lifted.
    close(
      'X908 县道',
      '路基沉降，限时封闭',
      { from: minutesAgo(40 * DAY), until: minutesAgo(9 * DAY) },
      'a point',
    ),
    close('S903 省道', '路面大修，半幅封闭', {
      from: minutesAgo(75 * DAY),
      until: minutesAgo(45 * DAY),
      lifted: minutesAgo(51 * DAY),
    }),
  ];
}
