/** The picture of the map that is being printed; null = none. */
import { create } from 'zustand';
import type { Meters } from '../core/model/index.ts';

export interface MapPrint {
  /** A PNG as a data address. */
  image: string;
  /** Size of the picture in CSS pixels; only the proportion counts on paper. */
  width: number;
  height: number;
  /** Ground covered by the width of the picture, at its middle. */
  across: Meters;
  /** Degrees clockwise from north that points up. */
  bearing: number;
  /** west, south, east, north of what is seen. */
  bounds: readonly [number, number, number, number];
  /** Server time at which it was taken. */
  at: string;
}

interface MapPrintState {
  /** While its picture is being taken the map is drawn in the colours of day: paper is white. */
  taking: boolean;
  print: MapPrint | null;
}

export const useMapPrint = create<MapPrintState>(() => ({ taking: false, print: null }));
