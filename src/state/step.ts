/** The step of a route that a person reads in a list: lit on the map. */
import { create } from 'zustand';
import type { LngLat } from '../core/model/index.ts';

export const useLitStep = create<{ line: readonly LngLat[] | null }>(() => ({ line: null }));
