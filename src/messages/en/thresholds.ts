import type { Translation } from '../shape.ts';
import type { thresholds as zh } from '../zh-CN/thresholds.ts';

export const thresholds: Translation<typeof zh> = {
  explain:
    'Rankings, closed roads and notices use these limits. A district without a limit of its own uses the one above it; a change takes effect at once and is kept in the history.',
  district: 'District',
  list: 'Rules and limits',
  columns: { threshold: 'Rule', value: 'In force', from: 'From' },
  ownValue: 'This district',
  inheritedFrom: 'From {{district}}',
  unset: 'Not set',
  choose:
    'Choose a rule on the left to see where it comes from, or to change it for your district.',
  group: {
    flood: 'Flooded areas: too deep to pass beyond',
    areas: 'Other active areas: who cannot pass',
    arrival: 'Arrival',
    paces: 'Walking paces',
    nearest: 'Lists',
    ages: 'Too old to count',
    doubts: 'Doubts and notices',
  },
  name: {
    flood_stops_car: 'Cars',
    flood_stops_truck: 'Trucks',
    flood_stops_foot: 'People on foot',
    flood_stops_shelter: 'Shelters',
    flood_unknown_depth: 'Water of unknown depth',
    area_stops_ground: 'Landslides, debris flows',
    area_stops_fire: 'Fires, wildfires, explosions',
    area_stops_toxic: 'Hazardous chemicals, pipelines',
    area_stops_collapse: 'Collapses, mines',
    area_stops_other: 'All others (earthquakes, typhoons, epidemics …)',
    mobilisation_manned_fast:
      'Turn-out of stations manned day and night where none is on record: quick',
    mobilisation_manned: 'Turn-out of stations manned day and night where none is on record: slow',
    mobilisation_fast: 'Turn-out of other teams where none is on record: quick',
    mobilisation_default: 'Turn-out of other teams where none is on record: slow',
    loading_fast: 'Time to load a truck: quick',
    loading_default: 'Time to load a truck: slow',
    near_tie: 'Arrivals this close count as a tie',
    night_begins: 'Night begins',
    night_ends: 'Night ends',
    night_road_factor: 'Road time at night',
    rain_road_factor: 'Road time in rain',
    pace_slow: 'Residents with children or old people',
    pace_ordinary: 'Residents, ordinary',
    pace_impaired: 'Residents with walking difficulties',
    pace_wheelchair: 'Wheelchair',
    pace_night_factor: 'Residents’ pace at night',
    pace_team: 'Rescuers on foot',
    first_team_band_1: 'First team, band 1: up to',
    first_team_band_2: 'First team, band 2: up to',
    first_team_band_3: 'First team, band 3: up to',
    first_team_band_4: 'First team, band 4: up to',
    first_team_band_5: 'First team, band 5: up to',
    nearest_count: 'How many a list shows',
    nearest_radius: 'Radius of a list',
    position_max_age: 'How long a team’s position counts',
    fact_max_age: 'How long a recorded fact counts',
    expiry_notice: 'Notice before stock expires',
    twin_distance: 'Possible duplicates: at most this far apart',
    twin_likeness: 'Possible duplicates: letters in common',
    closure_on_line: 'A closure counts as on a route: at most this far apart',
  },
  about: {
    flood_stops_car:
      'A range of depths counts by its upper end. Where it is deeper, cars go around; exactly this depth is passable.',
    flood_stops_truck:
      'A range of depths counts by its upper end. Where it is deeper, trucks go around; exactly this depth is passable.',
    flood_stops_foot:
      'A range of depths counts by its upper end. Where it is deeper, people on foot go around; exactly this depth is passable.',
    flood_stops_shelter:
      'A shelter in a flooded area deeper than this cannot be used. 0 = none in the area can be used, not even where the depth is unknown.',
    flood_unknown_depth:
      'Whom a flooded area stops where no depth was recorded. Whatever is chosen, the list also says how long the detour takes.',
    area_stops_ground:
      'Whom an active landslide or debris flow stops; shelters in it cannot be used either.',
    area_stops_fire:
      'Whom an active fire or explosion stops; shelters in it cannot be used either.',
    area_stops_toxic:
      'Whom an active chemical or pipeline leak stops; shelters in it cannot be used either.',
    area_stops_collapse:
      'Whom an active collapse or mine accident stops; shelters in it cannot be used either.',
    area_stops_other:
      'Their areas often cover a whole county, so by default they close no road; change it here where they do.',
    mobilisation_manned_fast:
      'Lower end of the range for a fire station, ambulance post or the like without a turn-out time on record, unless at least 5 teams of its kind have recorded theirs.',
    mobilisation_manned:
      'Used to rank a fire station, ambulance post or the like without a turn-out time on record, unless at least 5 teams of its kind have recorded theirs.',
    mobilisation_fast:
      'Lower end of the range for a team without a turn-out time on record, unless at least 5 teams of its kind, or 8 of all kinds, have recorded theirs.',
    mobilisation_default:
      'Used to rank a team without a turn-out time on record, unless at least 5 teams of its kind, or 8 of all kinds, have recorded theirs.',
    loading_fast: 'Loading times are not recorded: lower end of the range.',
    loading_default: 'Loading times are not recorded: used to rank depots.',
    near_tie:
      'Where something is unknown, a row comes before a known one only if it arrives sooner by more than this.',
    night_begins: 'By the district’s own clock; at night the turn-out time at night applies.',
    night_ends: 'By the district’s own clock; at night the turn-out time at night applies.',
    night_road_factor: 'Road time is multiplied by this at night; 1 = no change.',
    rain_road_factor: 'Road time is multiplied by this while “Rain” is on; 1 = no change.',
    pace_slow: 'Residents on their way to a shelter: shown first, and used to rank shelters.',
    pace_ordinary: 'Residents on their way to a shelter: shown after the slow pace.',
    pace_impaired: 'For people with walking difficulties, in plans and on public pages.',
    pace_wheelchair: 'For wheelchairs, in plans and on public pages.',
    pace_night_factor: 'The paces of residents are multiplied by this at night.',
    pace_team: 'Rescuers who leave the road, in a straight line.',
    first_team_band_1:
      'A limit of the bands “time to the first team” on the map; they are sorted, and equal limits count once.',
    first_team_band_2:
      'A limit of the bands “time to the first team” on the map; they are sorted, and equal limits count once.',
    first_team_band_3:
      'A limit of the bands “time to the first team” on the map; they are sorted, and equal limits count once.',
    first_team_band_4:
      'A limit of the bands “time to the first team” on the map; they are sorted, and equal limits count once.',
    first_team_band_5:
      'A limit of the bands “time to the first team” on the map; they are sorted, and equal limits count once.',
    nearest_count: 'How many a list shows unless someone chooses otherwise.',
    nearest_radius: 'The radius of a list unless someone chooses otherwise, straight line.',
    position_max_age:
      'An older position does not count: the base is used instead, and this is shown.',
    fact_max_age: 'An older fact counts as unknown, and this is shown.',
    expiry_notice: 'Stock that expires sooner is listed as expiring.',
    twin_distance:
      'Records of one kind that are no farther apart than this and have nearly the same name may be the same.',
    twin_likeness: 'From this share of letters in common, names count as nearly the same.',
    closure_on_line: 'A closure no farther than this from an evacuation route counts as on it.',
  },
  value: {
    minute: '{{value}} min',
    day: '{{value}} d',
    kilometre: '{{value}} km',
    metre: '{{value}} m',
    percent: '{{value}} %',
    times: '× {{value}}',
    count: '{{value}}',
    kilometrePerHour: '{{value}} km/h',
    over: 'deeper than {{value}}',
    anyWater: 'none in the area can be used',
    nobody: 'everyone can pass',
    stops: 'stops {{who}}',
  },
  unit: {
    minute: 'min',
    day: 'days',
    kilometre: 'km',
    metre: 'm',
    percent: '%',
    times: 'times',
    count: 'rows',
    kilometrePerHour: 'km/h',
  },
  detail: {
    now: 'In force',
    source: 'Source',
    clause: 'Clause',
    noClause: 'No clause stated',
    since: 'Last changed',
    inherited: 'Value above',
    title: 'Set for {{district}}',
    value: 'New value',
    stopsWho: 'Who cannot pass',
    sourceField: 'Source',
    sourceHint:
      'State what it is based on, such as a document and its year; if there is none, say so (“duty experience”).',
    clauseField: 'Clause',
    save: 'Save',
    drop: 'Back to the value of {{district}} ({{value}})',
    saved: 'Saved; it applies from now on.',
    dropped: 'The value above applies again.',
    readOnly: '{{district}} is not one of your districts: view only.',
  },
  fault: {
    missing: 'Fill this in',
    'not-a-number': 'Enter a number',
    'out-of-range': '{{least}} to {{most}} {{unit}}',
    'too-fine': 'At most {{decimals}} {{decimals, plural(one: decimal; many: decimals)}}',
    'not-a-time': 'Enter a time such as 20:30',
    source: 'State where it comes from',
  },
  history: {
    show: 'Show history',
    hide: 'Hide history',
    list: 'History of this rule in this district',
    nobody: 'a tool',
    loading: 'Loading…',
    failed: 'Could not be loaded.',
    create: 'set to {{value}}',
    update: 'changed to {{value}}',
    archive: 'back to the value above',
    restore: 'set again to {{value}}',
    other: 'source or clause changed',
    none: 'Never set in this district.',
  },
};
