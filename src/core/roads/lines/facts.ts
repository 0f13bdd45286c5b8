/** The columns of a row as what a road states. What cannot be read is unknown, never zero. */
import type { Cell } from '../../text/cell.ts';
import { RoadsFailure } from '../failure.ts';
import { HIGHWAY_RULES } from '../osm/tags/classes.ts';
import { lengthIn, speedIn } from '../osm/tags/quantity.ts';
import { ALL_MODES, MODE_BIT, ROAD_CLASSES } from '../types.ts';
import type { RoadClass, RoadEdgeInput } from '../types.ts';
import { CLASS_WORDS, COLUMN_NAMES, LINE_FIELDS } from './options.ts';
import type { LineField, LineOptions } from './options.ts';
import { waterInName } from '../water.ts';

export type LineFacts = Omit<RoadEdgeInput, 'from' | 'to' | 'line'>;

/** Column (0-based) by field; null = the layer has none. */
export type LineColumns = Record<LineField, number | null>;

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/** @throws RoadsFailure column_unknown when a named column is not there */
export function findColumns(
  titles: readonly string[],
  wishes: LineOptions['columns'] = {},
): LineColumns {
  const known = titles.map(plain);
  const find = (field: LineField): number | null => {
    const wish = wishes[field];
    if (wish !== undefined) {
      const exact = titles.indexOf(wish);
      const found = exact >= 0 ? exact : known.indexOf(plain(wish));
      if (found < 0)
        throw new RoadsFailure('column_unknown', {
          column: wish,
          columns: titles.join('、').slice(0, 400),
        });
      return found;
    }
    for (const name of COLUMN_NAMES[field]) {
      const found = known.indexOf(plain(name));
      if (found >= 0) return found;
    }
    return null;
  };
  const columns: LineColumns = { name: null, class: null, width: null, oneway: null, speed: null };
  for (const field of LINE_FIELDS) columns[field] = find(field);
  return columns;
}

function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell.trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** Values that were there and could not be read, by field. */
export type Unreadable = Record<LineField, number>;

interface FactsReader {
  of: (cells: readonly Cell[]) => LineFacts;
  unreadable: Unreadable;
}

/** @param oneWayValues all values of the one-way column: `T` means "against" where `F` or `B` stands beside it. */
export function factsReader(
  columns: LineColumns,
  classes: Readonly<Record<string, RoadClass>> = {},
  oneWayValues: ReadonlySet<string> = new Set(),
): FactsReader {
  const unreadable: Unreadable = { name: 0, class: 0, width: 0, oneway: 0, speed: 0 };
  const letters =
    oneWayValues.has('F') ||
    oneWayValues.has('B') ||
    oneWayValues.has('FT') ||
    oneWayValues.has('TF');
  const cellOf = (cells: readonly Cell[], field: LineField): string => {
    const column = columns[field];
    return column === null ? '' : textOf(cells[column]);
  };
  /** A number that is not above zero is how tables write "unknown". */
  const numberOf = (
    cells: readonly Cell[],
    field: 'width' | 'speed',
    read: (text: string) => number | null,
  ) => {
    const text = cellOf(cells, field);
    const value = read(text);
    if (value === null && text !== '' && !(Number(text) <= 0)) unreadable[field]++;
    return value;
  };
  const of = (cells: readonly Cell[]): LineFacts => {
    const classText = cellOf(cells, 'class');
    const found = classText === '' ? null : classNamed(classText, classes);
    if (classText !== '' && found === null) unreadable.class++;
    const roadClass = found?.class ?? 'unclassified';
    const modes = found?.modes ?? ALL_MODES;
    const oneWay = oneWayIn(cellOf(cells, 'oneway'), letters);
    if (oneWay === null) unreadable.oneway++;
    const onFoot = modes & MODE_BIT.foot;
    return {
      class: roadClass,
      name: cellOf(cells, 'name').slice(0, 200) || null,
      forward: oneWay === 'backward' ? onFoot : modes,
      backward: oneWay === 'forward' ? onFoot : modes,
      speedKmh: numberOf(cells, 'speed', speedIn),
      widthM: numberOf(cells, 'width', (text) => lengthIn(text, 'width')),
      maxWeightT: null,
      maxHeightM: null,
      bridge: false,
      tunnel: false,
      layer: 0,
      ferry: roadClass === 'ferry',
      ...waterInName(cellOf(cells, 'name')),
      seconds: null,
    };
  };
  return { of, unreadable };
}

/** What a value of the class column means; null = not known. */
function classNamed(
  text: string,
  classes: Readonly<Record<string, RoadClass>>,
): { class: RoadClass; modes: number } | null {
  const own = classes[text];
  const rule = HIGHWAY_RULES.get(text.toLowerCase());
  if (own === undefined && rule !== undefined) return rule;
  const named =
    own ??
    ROAD_CLASSES.find((one) => one === text.toLowerCase()) ??
    CLASS_WORDS.find(([words]) => words.test(text))?.[1];
  return named === undefined
    ? null
    : { class: named, modes: HIGHWAY_RULES.get(named)?.modes ?? modesOf(named) };
}

const modesOf = (roadClass: RoadClass): number =>
  roadClass === 'path' ? MODE_BIT.foot : ALL_MODES;

const FORWARD = /^(1|yes|y|true|t|f|ft|forward|是|单行|单向|單行|單向|顺向|正向)$/i;
const BACKWARD = /^(-1|tf|reverse|backward|逆向|反向)$/i;
const BOTH = /^(0|2|no|n|false|b|both|否|双行|双向|雙向)?$/i;

/** `null`: something stands there that nobody explained; then both ways are open. */
export function oneWayIn(text: string, letters: boolean): 'both' | 'forward' | 'backward' | null {
  if (letters && /^t$/i.test(text)) return 'backward';
  if (!letters && /^f$/i.test(text)) return 'both';
  if (FORWARD.test(text)) return 'forward';
  if (BACKWARD.test(text)) return 'backward';
  return BOTH.test(text) ? 'both' : null;
}
