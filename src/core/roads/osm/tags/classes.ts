/**
 * Which `highway` values are roads here, what class they fold onto, and who may use them when no access tag speaks.
 * Source: OSM wiki "Key:highway" and "OSM tags for routing/Access restrictions" (table "Worldwide"), with one deviation:
 * an emergency car may use a pedestrian street or a bus way, which are wide enough for it and closed by law alone.
 */
import { ALL_MODES, MODE_BIT } from '../../types.ts';
import type { RoadClass } from '../../types.ts';

const { car, truck, foot } = MODE_BIT;

export interface HighwayRule {
  class: RoadClass;
  /** Sum of MODE_BIT: who may pass where no tag says otherwise. */
  modes: number;
}

export const HIGHWAY_RULES: ReadonlyMap<string, HighwayRule> = new Map<string, HighwayRule>([
  ['motorway', { class: 'motorway', modes: car + truck }],
  ['motorway_link', { class: 'motorway', modes: car + truck }],
  ['trunk', { class: 'trunk', modes: ALL_MODES }],
  ['trunk_link', { class: 'trunk', modes: ALL_MODES }],
  ['primary', { class: 'primary', modes: ALL_MODES }],
  ['primary_link', { class: 'primary', modes: ALL_MODES }],
  ['secondary', { class: 'secondary', modes: ALL_MODES }],
  ['secondary_link', { class: 'secondary', modes: ALL_MODES }],
  ['tertiary', { class: 'tertiary', modes: ALL_MODES }],
  ['tertiary_link', { class: 'tertiary', modes: ALL_MODES }],
  ['unclassified', { class: 'unclassified', modes: ALL_MODES }],
  ['road', { class: 'unclassified', modes: ALL_MODES }],
  ['residential', { class: 'residential', modes: ALL_MODES }],
  ['living_street', { class: 'living_street', modes: ALL_MODES }],
  ['service', { class: 'service', modes: ALL_MODES }],
  ['services', { class: 'service', modes: ALL_MODES }],
  ['rest_area', { class: 'service', modes: ALL_MODES }],
  ['track', { class: 'track', modes: ALL_MODES }],
  ['busway', { class: 'service', modes: car }],
  ['pedestrian', { class: 'pedestrian', modes: car + foot }],
  ['cycleway', { class: 'cycleway', modes: foot }],
  ['footway', { class: 'path', modes: foot }],
  ['path', { class: 'path', modes: foot }],
  ['bridleway', { class: 'path', modes: foot }],
  ['corridor', { class: 'path', modes: foot }],
  ['steps', { class: 'steps', modes: foot }],
]);

/** Values of `route` that carry people or cars where there is no road. */
export const FERRY_ROUTES: ReadonlySet<string> = new Set(['ferry', 'shuttle_train']);
