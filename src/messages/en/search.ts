import type { Translation } from '../shape.ts';
import type { search as zh } from '../zh-CN/search.ts';

export const search: Translation<typeof zh> = {
  label: 'Search',
  placeholder: 'Name, pinyin, code or coordinates',
  hint: 'Name, pinyin or initials, code, coordinates',
  results: 'Results',
  preparing: 'Preparing names…',
  missing:
    'The server is not responding: names cannot be searched yet, but coordinates can. Trying again',
  partial: 'Names are still being prepared; some results may be missing',
  none: 'Nothing found for “{{query}}”',
  noneHint:
    'Try a name, pinyin or initials, a code, an address, or coordinates such as 113.12, 29.37',
  found: '{{count}} found',
  foundMore: '{{count}} found, the first {{shown}} listed',
  keys: 'Enter opens, Ctrl+Enter marks an incident here',
  clear: 'Clear',
  distance: '{{distance}} from the incident (straight line)',
  noPlace: 'no place',
  soundsAlike: 'sounds alike',
  group: {
    coordinates: 'Coordinates',
    order: 'Longitude or latitude first? Which is meant?',
    datum: 'Another datum',
  },
  coordinates: {
    mark: 'Mark incident here',
    go: 'Go there',
    lngLat: 'longitude first',
    latLng: 'latitude first',
    outside: 'outside the loaded district',
    as: 'Read as {{datum}}',
    detail: '{{order}} · {{datum}}',
    shifted: 'in WGS-84: {{place}}',
  },
  datum: {
    wgs84: 'WGS-84 / CGCS2000',
    gcj02: 'GCJ-02 (Amap, Tencent)',
    bd09: 'BD-09 (Baidu)',
    label: 'Datum',
  },
  refused: {
    'one-number': 'Only one number. Coordinates need longitude and latitude, such as 113.12, 29.37',
    'too-many-numbers':
      'Too many numbers. Each of the two has at most degrees, minutes and seconds',
    'minutes-over-59': 'Minutes cannot exceed 59',
    'seconds-over-59': 'Seconds cannot exceed 59',
    'fraction-inside': 'Only the last number may have decimals, such as 113°07′12.5″',
    'same-axis-twice': 'Two longitudes or two latitudes were given',
    'sign-and-letter': 'Use either a minus sign or a letter, not both',
    'latitude-out-of-range': 'A latitude cannot exceed 90 degrees',
    'longitude-out-of-range': 'A longitude cannot exceed 180 degrees',
    'out-of-range': 'Out of range: latitude up to 90, longitude up to 180 degrees',
    'projected-metres':
      'These look like projected coordinates in metres. Please use longitude and latitude',
    'not-readable': 'Cannot read these coordinates. Write 113.12, 29.37 or 113°07′12″E 29°22′12″N',
  },
};
