/**
 * XLSX through hucre. The archive is opened here, under our limits; the library gets a plain one that holds only the
 * parts it needs (no drawings, macros, links to other files), so that it never meets a stranger's archive.
 */
import { readXlsx } from 'hucre/xlsx';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { storedZip } from '../archive/stored-zip.ts';
import type { Zip, ZipEntry } from '../archive/zip.ts';
import { readXml } from '../xml/read-xml.ts';
import { UNCALCULATED } from './cell-text.ts';
import { batches, take } from './line-batches.ts';
import { lineOf } from './line-of.ts';
import { uncalculatedIn } from './uncalculated.ts';
import type { Merge, SheetInfo, SheetLine, Workbook } from './workbook.ts';

interface Part {
  path: string;
  type: string;
}

/** Every element of a small XML part, by local name. */
function elementsOf(
  bytes: Uint8Array,
): { name: string; attributes: Readonly<Record<string, string>> }[] {
  const found: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string>>) =>
      void found.push({ name, attributes }),
    close: () => undefined,
    text: () => undefined,
  };
  for (const step of readXml(bytes, 'utf-8', handler)) void step;
  return found;
}

const damaged = (): FileFailure => new FileFailure('workbook_damaged');

/** Part names are compared without case and leading slash, as the standard has it. */
const plainPath = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

function targetOf(folder: string, target: string): string {
  if (target.startsWith('/')) return plainPath(target);
  const parts = folder.split('/').filter(Boolean);
  for (const part of target.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  return plainPath(parts.join('/'));
}

/** Relations of a part: id → target and the last word of its type. */
function relationsOf(bytes: Uint8Array, folder: string): Map<string, Part> {
  const relations = new Map<string, Part>();
  for (const { name, attributes } of elementsOf(bytes))
    if (name === 'Relationship' && attributes.TargetMode !== 'External')
      relations.set(attributes.Id ?? '', {
        path: targetOf(folder, attributes.Target ?? ''),
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      });
  return relations;
}

/** Open a workbook. @throws FileFailure workbook_damaged, and whatever the archive is refused for */
export function openXlsx(zip: Zip): Workbook {
  const entries = new Map<string, ZipEntry>(
    zip.entries.map((entry) => [plainPath(entry.name), entry]),
  );
  const read = (path: string): Uint8Array => {
    const entry = entries.get(path);
    if (entry === undefined) throw damaged();
    const bytes = zip.read(entry);
    refuseDtd(bytes);
    return bytes;
  };
  const workbookPath =
    [...relationsOf(read('_rels/.rels'), '').values()].find(({ type }) => type === 'officeDocument')
      ?.path ?? 'xl/workbook.xml';
  if (workbookPath.endsWith('.bin')) throw new FileFailure('workbook_binary');
  const workbook = read(workbookPath);
  const folder = workbookPath.split('/').slice(0, -1).join('/');
  const fileName = workbookPath.slice(folder === '' ? 0 : folder.length + 1);
  const relations = relationsOf(
    read(`${folder === '' ? '' : `${folder}/`}_rels/${fileName}.rels`),
    folder,
  );
  const elements = elementsOf(workbook);
  const is1904 = elements.some(
    ({ name, attributes }) => name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? ''),
  );
  const sheets: (SheetInfo & { path: string })[] = [];
  for (const { name, attributes } of elements) {
    if (name !== 'sheet') continue;
    const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '';
    const part = relations.get(id);
    if (part?.type !== 'worksheet') continue;
    sheets.push({
      name: attributes.name ?? '',
      hidden: /hidden/i.test(attributes.state ?? ''),
      path: part.path,
    });
  }
  if (sheets.length > LIMITS.layers)
    throw new FileFailure('too_many_layers', { count: sheets.length, limit: LIMITS.layers });
  const shared = [...relations.values()].find(({ type }) => type === 'sharedStrings');
  const styles = [...relations.values()].find(({ type }) => type === 'styles');
  const kept = new Map<string, Uint8Array>();
  const part = (path: string): Uint8Array => {
    let bytes = kept.get(path);
    if (bytes === undefined) kept.set(path, (bytes = read(path)));
    return bytes;
  };
  const plain = (sheet: number): Uint8Array => {
    const path = sheets[sheet]?.path;
    if (path === undefined) throw damaged();
    return storedZip(
      plainParts({
        sheet: part(path),
        shared: shared !== undefined && entries.has(shared.path) ? part(shared.path) : undefined,
        styles: styles !== undefined && entries.has(styles.path) ? part(styles.path) : undefined,
        is1904,
      }),
    );
  };
  async function rowsOf(sheet: number, most?: number): Promise<readonly (readonly unknown[])[]> {
    try {
      const book = await readXlsx(plain(sheet), most === undefined ? {} : { maxRows: most });
      return book.sheets[0]?.rows ?? [];
    } catch (error) {
      throw error instanceof FileFailure ? error : damaged();
    }
  }
  function* linesOf(sheet: number, rows: readonly (readonly unknown[])[]): Generator<SheetLine> {
    const uncalculated = uncalculatedIn(part(sheets[sheet]?.path ?? ''));
    for (let index = 0; index < rows.length; index++) {
      const cells = lineOf(rows[index] ?? []);
      for (const column of uncalculated.get(index) ?? []) {
        while (cells.length <= column) cells.push('');
        cells[column] = UNCALCULATED;
      }
      if (cells.length > 0) yield { index, cells };
    }
  }
  /** The only sheet is read whole at the first look: it is what will be read, and its shared texts are unpacked once. */
  let only: Promise<readonly (readonly unknown[])[]> | null = null;
  async function begin(sheet: number, most: number): Promise<readonly (readonly unknown[])[]> {
    if (sheets.length > 1) return rowsOf(sheet, most);
    only ??= rowsOf(sheet);
    return (await only).slice(0, most);
  }
  return {
    format: 'xlsx',
    sheets,
    merges: (sheet) => mergesIn(part(sheets[sheet]?.path ?? '')),
    lines: async function* (sheet) {
      const rows = await (only ?? rowsOf(sheet));
      only = null;
      yield* batches(linesOf(sheet, rows));
    },
    peek: async (sheet, most) => [...take(linesOf(sheet, await begin(sheet, most * 4)), most)],
  };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook of one sheet around checked parts. */
function plainParts(parts: {
  sheet: Uint8Array;
  shared: Uint8Array | undefined;
  styles: Uint8Array | undefined;
  is1904: boolean;
}): Map<string, Uint8Array> {
  const text = new TextEncoder();
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const list = (inside: string): Uint8Array =>
    text.encode(`<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`);
  const found = new Map<string, Uint8Array>([
    [
      '[Content_Types].xml',
      text.encode(
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
    ],
    ['_rels/.rels', list(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      text.encode(
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr date1904="${parts.is1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      list(
        relation(1, 'worksheet', 'worksheets/sheet1.xml') +
          (parts.shared === undefined ? '' : relation(2, 'sharedStrings', 'sharedStrings.xml')) +
          (parts.styles === undefined ? '' : relation(3, 'styles', 'styles.xml')),
      ),
    ],
  ]);
  if (parts.shared !== undefined) found.set('xl/sharedStrings.xml', parts.shared);
  if (parts.styles !== undefined) found.set('xl/styles.xml', parts.styles);
  return found.set('xl/worksheets/sheet1.xml', parts.sheet);
}

const DOCTYPE = [...'<!DOCTYPE'].map((letter) => letter.charCodeAt(0));

/** A document type can only stand before the first element. */
function refuseDtd(bytes: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).toUpperCase();
  if (start.includes(String.fromCharCode(...DOCTYPE))) throw new FileFailure('xml_dtd');
}

/** Merged ranges stand behind the cells. */
function mergesIn(bytes: Uint8Array): Merge[] {
  const end = lastIndexOf(bytes, '</sheetData>', '</x:sheetData>');
  const text = new TextDecoder().decode(bytes.subarray(end));
  const merges: Merge[] = [];
  for (const [, left = '', top = '', right = '', bottom = ''] of text.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g,
  ))
    merges.push({
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    });
  return merges;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Where the last of some ASCII texts begins; the end of the bytes when there is none. */
function lastIndexOf(bytes: Uint8Array, ...texts: string[]): number {
  const codes = texts.map((text) => [...text].map((letter) => letter.charCodeAt(0)));
  for (let at = bytes.length - 1; at >= 0; at--) {
    if (bytes[at] !== 60) continue;
    if (codes.some((code) => code.every((byte, i) => bytes[at + i] === byte))) return at;
  }
  return bytes.length;
}
