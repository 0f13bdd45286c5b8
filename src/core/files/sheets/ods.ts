/**
 * OpenDocument spreadsheets (packed, or flat as one XML). Read from the XML itself: the format may say "this row a
 * million times", and what it says is weighed before anything is made of it.
 */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { readXml, xmlEncoding } from '../xml/read-xml.ts';
import { UNCALCULATED } from './cell-text.ts';
import type { Merge, SheetLine, Workbook } from './workbook.ts';
import { batches, take } from './line-batches.ts';

interface Sheet {
  name: string;
  hidden: boolean;
  lines: SheetLine[];
  merges: Merge[];
}

type Attributes = Readonly<Record<string, string>>;

const repeatOf = (text: string | undefined): number => {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
};

/** Values that the shown text does not give exactly. */
function valueOf(attributes: Attributes): string | null {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return attributes['office:value'] ?? null;
    case 'date':
      return (
        (attributes['office:date-value'] ?? '')
          .replace(/(?:\.\d+)?Z?$/, '')
          .replace(/T00:00:00$/, '')
          .replace('T', ' ') || null
      );
    case 'boolean':
      return (attributes['office:boolean-value'] ?? '').toUpperCase() || null;
    case 'time': {
      const time = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(attributes['office:time-value'] ?? '');
      return time === null ? null : `${time[1] ?? ''}:${time[2] ?? ''}`;
    }
    default:
      return null;
  }
}

/** Gathers the sheets of one content.xml. */
class Gatherer {
  readonly sheets: Sheet[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private sheet: Sheet | null = null;
  private tables = 0;
  private index = 0;
  private rowRepeat = 1;
  private cells: string[] = [];
  private column = 0;
  private cellRepeat = 1;
  private value: string | null = null;
  private isFormula = false;
  private words: string[] | null = null;
  private paragraphs = 0;
  private inParagraph = 0;
  private ignored = 0;
  private total = 0;
  private rows = 0;

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.ignored > 0 || name === 'annotation') {
      this.ignored++;
      return;
    }
    switch (name) {
      case 'style':
        this.style = attributes['style:name'] ?? '';
        break;
      case 'table-properties':
        if (attributes['table:display'] === 'false') this.hiddenStyles.add(this.style);
        break;
      case 'table':
        if (this.tables++ === 0) this.startSheet(attributes);
        break;
      case 'table-row':
        this.rowRepeat = repeatOf(attributes['table:number-rows-repeated']);
        this.cells = [];
        this.column = 0;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.startCell(attributes, name === 'covered-table-cell');
        break;
      default:
        this.openInCell(name, attributes);
    }
  };

  /** What stands for text inside a cell. */
  private openInCell(name: string, attributes: Attributes): void {
    switch (name) {
      case 'p':
        if (this.words !== null && this.paragraphs++ > 0) this.words.push('\n');
        this.inParagraph++;
        break;
      case 's':
        this.words?.push(' '.repeat(Math.min(100, repeatOf(attributes['text:c']))));
        break;
      case 'tab':
        this.words?.push('\t');
        break;
      case 'line-break':
        this.words?.push('\n');
        break;
    }
  }

  readonly text = (text: string): void => {
    if (this.ignored === 0 && this.inParagraph > 0) this.words?.push(text);
  };

  readonly close = (name: string): void => {
    if (this.ignored > 0) {
      this.ignored--;
      return;
    }
    switch (name) {
      case 'table':
        if (--this.tables === 0) this.sheet = null;
        break;
      case 'table-row':
        this.endRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.endCell();
        break;
      case 'p':
        this.inParagraph--;
        break;
    }
  };

  private startSheet(attributes: Attributes): void {
    this.sheet = {
      name: attributes['table:name'] ?? '',
      hidden: this.hiddenStyles.has(attributes['table:style-name'] ?? ''),
      lines: [],
      merges: [],
    };
    this.index = 0;
    if (this.sheets.push(this.sheet) > LIMITS.layers)
      throw new FileFailure('too_many_layers', {
        count: this.sheets.length,
        limit: LIMITS.layers,
      });
  }

  private startCell(attributes: Attributes, covered: boolean): void {
    this.cellRepeat = repeatOf(attributes['table:number-columns-repeated']);
    this.value = covered ? null : valueOf(attributes);
    this.words = covered ? null : [];
    // A formula with a type was calculated, also where its text came out empty.
    this.isFormula =
      attributes['table:formula'] !== undefined && attributes['office:value-type'] === undefined;
    this.paragraphs = 0;
    const [columns, rows] = [
      repeatOf(attributes['table:number-columns-spanned']),
      repeatOf(attributes['table:number-rows-spanned']),
    ];
    if ((columns > 1 || rows > 1) && this.sheet !== null)
      this.sheet.merges.push({
        top: this.index,
        left: this.column,
        bottom: this.index + rows - 1,
        right: this.column + columns - 1,
      });
  }

  private endCell(): void {
    const said = this.value ?? this.words?.join('') ?? '';
    const text = said === '' && this.isFormula ? UNCALCULATED : said;
    this.words = null;
    if (text !== '') {
      if (this.column + this.cellRepeat > LIMITS.columns)
        throw new FileFailure('too_many_columns', {
          count: this.column + this.cellRepeat,
          limit: LIMITS.columns,
        });
      while (this.cells.length < this.column) this.cells.push('');
      for (let i = 0; i < this.cellRepeat; i++) this.cells.push(text);
    }
    this.column += this.cellRepeat;
  }

  private endRow(): void {
    const { cells, rowRepeat, sheet } = this;
    if (sheet !== null && cells.length > 0) {
      this.rows += rowRepeat;
      this.total += rowRepeat * cells.length;
      if (this.rows > LIMITS.rows) throw new FileFailure('too_many_rows', { limit: LIMITS.rows });
      if (this.total > LIMITS.cells)
        throw new FileFailure('too_many_cells', { limit: LIMITS.cells });
      for (let i = 0; i < rowRepeat; i++)
        sheet.lines.push({ index: this.index + i, cells: i === 0 ? cells : cells.slice() });
    }
    this.index += rowRepeat;
  }
}

/** Open a spreadsheet from its content.xml (or a flat one). @throws FileFailure workbook_damaged, xml_* */
export function openOds(content: Uint8Array): Workbook {
  const gatherer = new Gatherer();
  for (const step of readXml(content, xmlEncoding(content).encoding, gatherer)) void step;
  const { sheets } = gatherer;
  if (sheets.length === 0) throw new FileFailure('workbook_damaged');
  const lines = (sheet: number): readonly SheetLine[] => sheets[sheet]?.lines ?? [];
  return {
    format: 'ods',
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    merges: (sheet) => sheets[sheet]?.merges ?? [],
    peek: (sheet, most) => Promise.resolve([...take(lines(sheet), most)]),
    lines: (sheet) => batches(lines(sheet)),
  };
}
