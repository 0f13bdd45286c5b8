import type { Translation } from '../shape.ts';
import type { legend as zh } from '../zh-CN/legend.ts';

export const legend: Translation<typeof zh> = {
  title: 'Legend',
  layers: 'Layers',
  withoutPlace: '{{without}} without a place',
  states: 'What symbols say',
  state: {
    plain: 'Plain: ready, on standby, passable',
    ringed: 'Ringed: deployed, open, being rectified',
    barred: 'Barred: off duty, closed, blocked',
    hollow: 'Hollow: rectified, over',
    unknown: 'Hatched: state unknown',
    old: 'Faded: out of date',
    undated: 'Dashed edge: age unknown',
  },
  cluster: 'A number in a symbol: how many of its kind are here',
  marks: 'Badges and ring',
  mark: {
    unusable: 'Grey, no-entry badge: a shelter that cannot be used now',
    disputed: '≠ badge: disputed',
    overdue: 'Round ring: rectification overdue',
    expired: 'Cross badge: expired stock',
    low: 'Triangle badge: below minimum stock',
    expiring: 'Clock badge: stock expiring soon',
  },
  levels: 'Incident levels',
  baseMap: 'Base map',
  localBaseMap: 'Local base map (offline)',
};
