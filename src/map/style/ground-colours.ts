/**
 * Colours of the ground by day and by night: muted greys, greens and desaturated water. Red, orange, yellow and
 * blue belong to the four levels; nothing here comes near them.
 */
import type { Theme } from '../../state/session.ts';

export interface GroundColours {
  /** Beyond the loaded districts. */
  outside: string;
  land: string;
  green: string;
  relief: string;
  reliefLine: string;
  water: string;
  waterEdge: string;
  waterway: string;
  boundary: string;
  boundaryBand: string;
  roadCasing: string;
  roadMajor: string;
  roadMiddle: string;
  roadMinor: string;
  track: string;
  railway: string;
  railwayGap: string;
  label: string;
  labelSoft: string;
  labelWater: string;
  labelHalo: string;
  /** Rings around what is selected or pointed at, and the lines of the answer. */
  accent: string;
  accentHalo: string;
}

export const GROUND: Readonly<Record<Theme, GroundColours>> = {
  day: {
    outside: '#dfe3e2',
    land: '#f4f5f1',
    green: '#dde7d6',
    relief: '#d3d8c8',
    reliefLine: '#b9bfab',
    water: '#b3cad0',
    waterEdge: '#8fadb5',
    waterway: '#96b4bd',
    boundary: '#75707c',
    boundaryBand: '#8d8796',
    roadCasing: '#8f9795',
    roadMajor: '#ffffff',
    roadMiddle: '#ffffff',
    roadMinor: '#fdfdfb',
    track: '#b5b3a6',
    railway: '#878d8f',
    railwayGap: '#f3f4ef',
    label: '#2b353c',
    labelSoft: '#566068',
    labelWater: '#4a6a73',
    labelHalo: '#fbfbf8',
    accent: '#10212c',
    accentHalo: '#ffffff',
  },
  night: {
    outside: '#0c1013',
    land: '#161c20',
    green: '#18241f',
    relief: '#28332e',
    reliefLine: '#3a4741',
    water: '#123039',
    waterEdge: '#2c5561',
    waterway: '#2f5a67',
    boundary: '#8b8794',
    boundaryBand: '#6f6a7a',
    roadCasing: '#0d1215',
    roadMajor: '#7b878e',
    roadMiddle: '#626e75',
    roadMinor: '#454f55',
    track: '#3a4347',
    railway: '#5d676c',
    railwayGap: '#161c20',
    label: '#d5dde2',
    labelSoft: '#a3afb6',
    labelWater: '#86a9b3',
    labelHalo: '#10161a',
    accent: '#ffffff',
    accentHalo: '#0b1014',
  },
};
