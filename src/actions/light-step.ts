import type { LngLat } from '../core/model/index.ts';
import { useLitStep } from '../state/step.ts';

/** Light a stretch of a route on the map; null = none. */
export const lightStep = (line: readonly LngLat[] | null): void => useLitStep.setState({ line });
