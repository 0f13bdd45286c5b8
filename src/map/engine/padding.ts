/** How much of the map's edges to keep free, so that what is shown is not behind the legend or a card. */

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Padding = Box;

/** Room between what is shown and whatever covers the map, in CSS pixels. */
const MARGIN = 44;
/** Less than this share of the map is too little to show anything in: then what covers it is ignored. */
const LEAST = 0.25;

/** For each thing that covers the map, the edge at which leaving its room costs the least of the map. */
export function paddingAround(map: Box, covers: readonly Box[]): Padding {
  const width = map.right - map.left;
  const height = map.bottom - map.top;
  const padding: Padding = { left: MARGIN, top: MARGIN, right: MARGIN, bottom: MARGIN };
  for (const cover of covers) {
    const isOver =
      cover.right > map.left &&
      cover.left < map.right &&
      cover.bottom > map.top &&
      cover.top < map.bottom;
    if (!isOver) continue;
    const sides = [
      { side: 'left', room: cover.right - map.left, cost: (cover.right - map.left) * height },
      { side: 'right', room: map.right - cover.left, cost: (map.right - cover.left) * height },
      { side: 'top', room: cover.bottom - map.top, cost: (cover.bottom - map.top) * width },
      { side: 'bottom', room: map.bottom - cover.top, cost: (map.bottom - cover.top) * width },
    ] as const;
    const { side, room } = sides.reduce((best, one) => (one.cost < best.cost ? one : best));
    padding[side] = Math.max(padding[side], room + MARGIN / 2);
  }
  const isTooNarrow = width - padding.left - padding.right < LEAST * width;
  const isTooLow = height - padding.top - padding.bottom < LEAST * height;
  return {
    ...padding,
    ...(isTooNarrow ? { left: MARGIN, right: MARGIN } : {}),
    ...(isTooLow ? { top: MARGIN, bottom: MARGIN } : {}),
  };
}

/** The same for what covers the map on this page now. */
export function paddingNow(container: HTMLElement): Padding {
  const covers = [...document.querySelectorAll('[data-over-map]')].map((cover) =>
    cover.getBoundingClientRect(),
  );
  return paddingAround(container.getBoundingClientRect(), covers);
}
