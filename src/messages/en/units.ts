import type { Translation } from '../shape.ts';
import type { units as zh } from '../zh-CN/units.ts';

export const units: Translation<typeof zh> = {
  meters: '{{value}} m',
  kilometers: '{{value}} km',
  seconds: '{{value}} s',
  minutes: '{{value}} min',
  range: '{{from}} to {{to}}',
  hours: '{{value}} h',
  days: '{{value}} d',
  quantity: '{{value}} {{unit}}',
  ago: {
    now: 'just now',
    seconds: '{{value}} s ago',
    minutes: '{{value}} min ago',
    hours: '{{value}} h ago',
    days: '{{value}} d ago',
    months: '{{value}} mo ago',
    years: '{{value}} y ago',
  },
  ahead: {
    minutes: 'in {{value}} min',
    hours: 'in {{value}} h',
    days: 'in {{value}} d',
    months: 'in {{value}} mo',
    years: 'in {{value}} y',
  },
  age: '{{ago}} · {{clock}}',
  ageUnknown: 'time unknown',
  old: 'old',
  unknown: 'Unknown',
  truth: { true: 'Yes', false: 'No' },
  noLevel: 'No level',
  source: 'Source: {{source}}',
  observed: 'Observed',
  verified: 'Verified',
  neverVerified: 'Not verified',
};
