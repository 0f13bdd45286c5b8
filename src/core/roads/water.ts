/** Roads that water crosses: fords, always wet, and roads that high water takes first. */

/** Absent = nobody says so, which is not the same as dry. */
export interface WaterOnRoad {
  /** The road goes through water. */
  ford?: true;
  /** The road is known to be flooded now and then. */
  floodProne?: true;
}

/**
 * 过水路面 is a road laid through a bed; a 漫水桥 is a bridge made to be overflowed. A street, village or station that is named
 * after one is none (漫水桥路, 漫水桥村), and 漫水 alone is a name of places.
 */
const FORD_NAMES = /[过過漫]水路(?:面|段)/;
const FLOOD_NAMES = /[漫过過]水(?:[桥橋涵]|[坝壩])(?![路街巷道村镇鎮乡鄉站])/;

/** What a road's name says about water on it. */
export function waterInName(name: string | null | undefined): WaterOnRoad {
  return {
    ...(name && FORD_NAMES.test(name) ? { ford: true as const } : {}),
    ...(name && FLOOD_NAMES.test(name) ? { floodProne: true as const } : {}),
  };
}
