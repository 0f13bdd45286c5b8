/** How a picture of the map lies on an A4 page, and what its scale is there. */

/** Room for the picture in millimetres: the page without margins and without the column beside it. */
const ON_ITS_SIDE = { width: 222, height: 184 } as const;
const UPRIGHT = { width: 132, height: 264 } as const;

interface MapLayout {
  /** A picture higher than wide (a telephone's) takes the page upright. */
  isUpright: boolean;
  /** Millimetres. */
  width: number;
  height: number;
  /** A round distance and how long it is on paper, in millimetres. */
  bar: { meters: number; millimeters: number };
  /** One millimetre on paper stands for so many millimetres on the ground. */
  ratio: number;
}

const LONGEST_BAR = 42;

const SCALE_STEPS = [1, 1.2, 1.25, 1.5, 1.6, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8, 9, 10] as const;

/** The next smaller round scale: 1:78,009 becomes 1:80,000. */
function roundScale(ratio: number): number {
  const power = 10 ** Math.floor(Math.log10(ratio));
  // Rounding of floats must not push a scale that is round already to the next step.
  const step = SCALE_STEPS.find((one) => one * power >= ratio * (1 - 1e-9)) ?? 10;
  return Math.round(step * power);
}

/** @param across metres of ground over the width of the picture */
export function layOut(width: number, height: number, across: number): MapLayout {
  const isUpright = height > width;
  const room = isUpright ? UPRIGHT : ON_ITS_SIDE;
  const largest = Math.min(room.width / width, room.height / height);
  const ratio = roundScale((across / (width * largest)) * 1000);
  // The picture gives up a little of the page so that its scale is a number that a ruler can be used with.
  const onPaper = (across / ratio) * 1000;
  const shrink = onPaper / width;
  const metersPerMillimeter = ratio / 1000;
  const most = LONGEST_BAR * metersPerMillimeter;
  const power = 10 ** Math.floor(Math.log10(most));
  const meters = ([5, 2, 1].find((digit) => digit * power <= most) ?? 1) * power;
  return {
    isUpright,
    width: onPaper,
    height: height * shrink,
    bar: { meters, millimeters: meters / metersPerMillimeter },
    ratio,
  };
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** Whether a place is in the picture; across the antimeridian too. */
export function isSeen(
  [west, south, east, north]: Box,
  lng: number | null,
  lat: number | null,
): boolean {
  if (lng === null || lat === null || lat < south || lat > north) return false;
  const from = ((((lng - west) % 360) + 360) % 360) + west;
  return from <= east;
}

/** The sources most of the records come from, at most `most`. */
export function chiefSources(
  sources: Iterable<string>,
  most: number,
): { named: string[]; more: number } {
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([source]) => source);
  return { named: all.slice(0, most), more: Math.max(0, all.length - most) };
}
