/** What a row is known by among others: its name, its address and its place, as the file writes them. */
import type { Mapping } from '../columns/map-columns.ts';
import type { PlacedRow } from '../place/candidate.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { textOf, textOrNull } from '../../text/clean.ts';
import { HashCounts } from './hash-counts.ts';
import { hashLoosely, keyGroupOf } from './identify.ts';

export const textAsWritten = ({ cells }: SourceRow, column: number | undefined): string => {
  const cell = column === undefined ? '' : cells[column];
  return typeof cell === 'string' ? cell : textOf(cell);
};

/** The place of a row; what two cells say is put together when asked for, and not kept for all rows. */
function placeAsWritten({ source: { cells }, written }: PlacedRow, lng = -1, lat = -1): string {
  return written ?? `${textOrNull(cells[lng]) ?? ''},${textOrNull(cells[lat]) ?? ''}`;
}

export interface RowTexts {
  /** Name, address and place of a placed row, by its index. */
  partsOf: (index: number) => [name: string, address: string, place: string];
  /** The key made of these, without its number among equals. */
  keyOf: (index: number) => string;
  /** Whether the name, address and place of a row may be those of another as well; false is certain. */
  mayRepeat: (index: number) => boolean;
}

/** What tells the rows of a stock list apart: the item and its make, the depot, and which batch. */
const LOT_PARTS = [
  ['name', 'spec', 'unit'],
  ['depotName', 'depotId', 'districtName'],
  ['batch', 'acquiredOn', 'expiresOn'],
];

function lotParts(placed: readonly PlacedRow[], mapping: Mapping): RowTexts['partsOf'] {
  const columns = LOT_PARTS.map((fields) => fields.map((field) => mapping.get(field)?.column));
  return (index) => {
    const { source } = placed[index] as PlacedRow;
    const [item = '', depot = '', batch = ''] = columns.map((part) =>
      part.map((column) => textAsWritten(source, column)).join('\u001f'),
    );
    return [item, depot, batch];
  };
}

export function rowTexts(placed: readonly PlacedRow[], mapping: Mapping, isLots = false): RowTexts {
  const [name, address, lng, lat] = ['name', 'address', 'lng', 'lat'].map(
    (field) => mapping.get(field)?.column,
  );
  const placedParts = (index: number): [name: string, address: string, place: string] => {
    const row = placed[index] as PlacedRow;
    const { source } = row;
    return [
      textAsWritten(source, name),
      textAsWritten(source, address),
      placeAsWritten(row, lng, lat),
    ];
  };
  const partsOf = isLots ? lotParts(placed, mapping) : placedParts;
  const places = new Int32Array(placed.length);
  const met = new HashCounts(placed.length);
  for (let i = 0; i < placed.length; i++) places[i] = met.add(hashLoosely(...partsOf(i)));
  return {
    partsOf,
    keyOf: (index) => keyGroupOf(...partsOf(index)),
    mayRepeat: (index) => met.at(places[index] ?? 0) > 1,
  };
}
