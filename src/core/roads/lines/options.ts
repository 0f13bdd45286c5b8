/** What a person may say about a layer of lines, and what is assumed where nothing is said. */
import type { RoadClass } from '../types.ts';

/** The facts of a road that a column may hold. */
export const LINE_FIELDS = ['name', 'class', 'width', 'oneway', 'speed'] as const;
export type LineField = (typeof LINE_FIELDS)[number];

export interface LineOptions {
  /** Sheet or layer, by name or 1-based number; the first with places otherwise. */
  layer?: string | undefined;
  /** Column by field; a field without one is looked for by its usual names. */
  columns?: Readonly<Partial<Record<LineField, string>>>;
  /** What the values of the class column mean, beside the ones known here. */
  classes?: Readonly<Record<string, RoadClass>>;
  /** EPSG code, `gcj02` or `bd09`; otherwise what the file says, otherwise WGS-84. */
  crs?: string | undefined;
  encoding?: string | undefined;
  /** Vertices that round to the same multiple of this many degrees are one place. */
  tolerance?: number;
  /** Join lines where they cross without a common vertex. Off: a bridge crosses so as well. */
  splitCrossings?: boolean;
  /** The bytes of SQLite in WebAssembly, for GeoPackage. */
  sqliteWasm?: (() => Promise<Uint8Array>) | undefined;
}

/** About 0.1 m. */
export const JOIN_TOLERANCE = 1e-6;

/** Usual names of columns, compared without case, blanks and underscores. */
export const COLUMN_NAMES: Readonly<Record<LineField, readonly string[]>> = {
  name: [
    'name',
    'roadname',
    'rnm',
    'streetname',
    '名称',
    '名稱',
    '道路名称',
    '道路名稱',
    '路名',
    'rdname',
  ],
  class: [
    'highway',
    'fclass',
    'class',
    'roadclass',
    '道路等级',
    '道路等級',
    '技术等级',
    '等级',
    '類別',
    '类别',
    '道路类型',
  ],
  width: ['width', 'wid', 'roadwidth', '宽度', '路宽', '路面宽度', '路幅宽度', '寬度', '路寬'],
  oneway: ['oneway', 'direction', '单行', '单行道', '单向', '通行方向', '單行道'],
  speed: ['maxspeed', 'speed', 'speedlimit', '限速', '设计速度', '设计时速', '速限'],
};

/**
 * Values of a class column beside OpenStreetMap's: grades of JTG B01-2014 (公路工程技术标准), administrative grades of
 * the Highway Law (公路法) and classes of urban roads of CJJ 37-2012 (城市道路工程设计规范), folded by rank.
 */
export const CLASS_WORDS: readonly (readonly [RegExp, RoadClass])[] = [
  [/高速公路|國道高速|^国家高速|freeway|expressway|motorway/i, 'motorway'],
  [/快速路|快速道路|一级公路|trunk/i, 'trunk'],
  [/国道|國道|省道|主干[道路]|二级公路|primary/i, 'primary'],
  [/县道|縣道|市道|次干[道路]|三级公路|secondary/i, 'secondary'],
  [/乡道|鄉道|四级公路|tertiary/i, 'tertiary'],
  [/支路|村道|等外|区道|區道/, 'unclassified'],
  [/街|巷|弄|小区|居住/, 'residential'],
  [/机耕|农道|農路|林道|便道|产业道路|產業道路/, 'track'],
  [/步行|人行|登山|步道|小径/, 'path'],
  [/渡/, 'ferry'],
];
