/**
 * A county office's folder of twelve sheets as people keep them: titles above, who filled it in below, sums, notes, units in
 * cells, dates in several forms, several telephones in a cell, addresses without coordinates. All of it is made up.
 */
import { utils, write } from '@e965/xlsx';
import type { CellObject } from '@e965/xlsx';
import type { ImportKind } from '../../src/core/import/types.ts';
import { encode } from './encode.ts';

export interface Sheet {
  name: string;
  kind: ImportKind;
  /** Lines of cells; no cell holds a comma or a quote. */
  lines: readonly string[];
  /** Cells of a workbook shown as one, as `A1:H1`. */
  merges: readonly string[];
  /** Of a text file. */
  encoding: 'utf-8' | 'gb18030';
}

const sheet = (name: string, kind: ImportKind, text: string, more: Partial<Sheet> = {}): Sheet => ({
  name,
  kind,
  lines: text.replace(/^\n|\n$/g, '').split('\n'),
  merges: [],
  encoding: 'utf-8',
  ...more,
});

export const COUNTY_FOLDER: readonly Sheet[] = [
  sheet(
    '01应急避难场所一览表.xlsx',
    'shelter',
    `
双汊县应急避难场所一览表,,,,,,,
填报单位：县应急管理局,,,,填报时间：2026年5月1日,,,
序号,场所名称,地址,坐标,,容纳人数,有效面积,联系电话
,,,经度,纬度,,,
1,一中操场,人民路1号,110.90,28.00,1200人,5000㎡,0730-5550101
2,体育场,文化路3号,110.92,28.01,约3000人,1.2公顷,13800138001、13800138002
3,文化广场,江边路,28.02,110.93,800,2400,0730 5550103
合计,,,,,5000,,
备注：室内场所另报,,,,,,,
`,
    { merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4', 'H3:H4', 'A9:H9'] },
  ),
  sheet(
    '02乡镇避难场所.csv',
    'shelter',
    `
名称,所属乡镇,详细地址,容纳人数,负责人及电话
大湾村部,双汊镇,双汊镇大湾村3组,120,张三 13800138003
下坪小学,双汊镇,双汊镇下坪村,300人,李四13800138004
小计,,,420,
制表人：王五,,审核：赵六,,2026.5.1
`,
  ),
  sheet(
    '03物资储备库.xls',
    'depot',
    `
双汊县物资储备库基本情况（截至2026.5.1）,,,
储备库名称,地址,保管员,联系电话
城东库,城东路8号,钱七,0730-5550110
城西库,城西路2号,孙八,13800138005
`,
    { merges: ['A1:D1'] },
  ),
  sheet(
    '04应急物资台账.xlsx',
    'stock_lot',
    `
双汊县应急物资台账,,,,,,,,
储备库,物资名称,规格型号,数量,单位,购置日期,有效期,保管员,存放货架
城东库,救生衣,成人,200件,,2023.5.1,2028-05-01,钱七,A1
,帐篷,12㎡,50,顶,2023/6/1,2033年6月1日,钱七,A2
城西库,编织袋,,12000条,,20230701,,孙八,B1
城北库,水泵,,3台,,2023年8月,,,
合计,,,12253,,,,,
`,
    { merges: ['A1:I1', 'A3:A4'] },
  ),
  sheet(
    '05救援队伍.xlsx',
    'team',
    `
队伍名称,驻地,队员人数,主要装备,负责人及电话,状态
县消防大队,县城江边路1号,35人,消防车4辆、冲锋舟2艘,周队 0730-5550119,待命
蓝天救援队,双汊镇大湾村,约12人,冲锋舟1艘,吴队13800138006,未待命
注：人数为在册人数,,,,,
`,
    { merges: ['A4:F4'] },
  ),
  sheet(
    '06微型消防站.xls',
    'team',
    `
站名名称,经度,纬度,人数,联系人,手机,更新日期
城关站,110.91,28.02,6,郑一,138 0013 8007,2026/4/30
江边站,110.94,28.03,5,冯二,13800138008/13800138009,二〇二六年四月三十日
`,
  ),
  sheet(
    '07地质灾害隐患点.xlsx',
    'hazard',
    `
地质灾害隐患点统计表,,,,,,,
隐患点名称,灾害类型,隐患等级,经度,纬度,威胁人数,责任人,责任人电话
大湾后山,滑坡,重大,111.01,28.01,45人,陈三,13800138010
下坪沟,泥石流,较大,111.02,28.02,30,褚四,13800138011
江边路,崩塌,一般,28.03,111.03,12,卫五,13800138012
合计,,,,,87,,
`,
    { merges: ['A1:H1'] },
  ),
  sheet(
    '08居民点人口.csv',
    'settlement',
    `
村名,乡镇,人口,户数,需帮助人数
大湾村,双汊镇,1200人,300户,35
下坪村,双汊镇,约800人,210,20
合计,,2000,510,55
`,
    { encoding: 'gb18030' },
  ),
  sheet(
    '09易涝点.xlsx',
    'hazard',
    `
名称,灾害类型,地址,排查时间,备注
火车站桥洞,淹水,站前路,2026-05-01 08:30,2025年曾积水
菜市场,淹水,人民路12号,2026年5月1日,
`,
  ),
  sheet(
    '10疏散路线.csv',
    'evacuation_route',
    `
路线名称,起点,终点,路宽,通行状态
大湾路线,大湾村,大湾村部,4米,畅通
下坪路线,下坪村,下坪小学,3.5m,不能通行
`,
  ),
  sheet(
    '11五月物资盘点.xlsx',
    'stock_lot',
    `
盘点日期：2026年5月31日,,,,
仓库,品名,规格,库存数量,单位
城东库,救生衣,成人,180,件
城东库,帐篷,12㎡,50,顶
填报单位：城东库,,,,
`,
  ),
  sheet(
    '12学校避难场所.csv',
    'shelter',
    `
学校名称,所在地,东经,北纬,可容纳人数,联络人,联络电话
双汊中学,双汊镇文化路,110.95,28.04,600,蒋六,(0730)5550120
双汊中学,双汊镇文化路,110.95,28.04,600,蒋六,(0730)5550120
第二小学,双汊镇人民路,,,250,沈七,0730-5550121转8001
`,
  ),
];

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const DATE = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;
/** Days from the day 0 of Excel to 1970-01-01. */
const EXCEL_EPOCH_DAYS = 25_569;

/** A cell as whoever types it into a workbook gets it: numbers and dates with slashes become such. */
function cellOf(text: string): CellObject | null {
  if (text === '') return null;
  if (NUMBER.test(text)) return { t: 'n', v: Number(text) };
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return { t: 's', v: text };
  return {
    t: 'n',
    v: Date.UTC(year, month - 1, day) / 86_400_000 + EXCEL_EPOCH_DAYS,
    z: 'yyyy/m/d',
  };
}

/** The file as it lies in the folder: XLSX and XLS with merged cells, CSV in UTF-8 or in GB 18030. */
export function bytesOfSheet({ name, lines, merges, encoding }: Sheet): Uint8Array {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (ending === 'csv') {
    const text = `${lines.join('\r\n')}\r\n`;
    return encode(text, encoding);
  }
  const table = utils.aoa_to_sheet(lines.map((line) => line.split(',').map(cellOf)));
  table['!merges'] = merges.map((merge) => utils.decode_range(merge));
  const book = utils.book_new();
  utils.book_append_sheet(book, table, 'Sheet1');
  const bookType = ending === 'xls' ? 'biff8' : 'xlsx';
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }) as Buffer);
}
