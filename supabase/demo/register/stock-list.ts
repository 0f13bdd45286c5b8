/** What the county's depots hold. Numbers are what remains today; how it came to that is told by movements. */

export interface ListedLot {
  item: string;
  unit: string;
  quantity: number;
  spec?: string;
  /** Days until it expires; negative = expired. */
  expires?: number;
  minimum?: number;
}

/** The county's main depot, in the numbers such a county reports. */
export const COUNTY_STOCK: readonly ListedLot[] = [
  { item: '捞刀', unit: '把', quantity: 200, minimum: 100 },
  { item: '扑火拖把', unit: '把', quantity: 60, minimum: 60 },
  { item: '铁铲', unit: '把', quantity: 60, minimum: 50 },
  { item: '手锯', unit: '把', quantity: 30, minimum: 30 },
  { item: '救生衣', unit: '件', quantity: 50, minimum: 80 },
  { item: '灭火枪', unit: '支', quantity: 20, minimum: 20 },
  { item: '化纤袋', unit: '条', quantity: 40_000, minimum: 30_000 },
  { item: '帐篷', unit: '顶', quantity: 180, spec: '12 平方米单帐篷', minimum: 150 },
  { item: '帐篷', unit: '顶', quantity: 36, spec: '36 平方米棉帐篷' },
  { item: '冲锋舟', unit: '艘', quantity: 4, spec: '8 座，40 马力' },
  { item: '橡皮艇', unit: '艘', quantity: 10, spec: '6 座' },
  { item: '潜水泵', unit: '台', quantity: 14, spec: '每小时 200 立方米' },
  { item: '发电机', unit: '台', quantity: 10, spec: '30 千瓦' },
  { item: '移动照明灯塔', unit: '台', quantity: 3 },
  { item: '棉被', unit: '床', quantity: 620, minimum: 500 },
  { item: '折叠床', unit: '张', quantity: 340, minimum: 400 },
  { item: '棉大衣', unit: '件', quantity: 260 },
  { item: '对讲机', unit: '部', quantity: 40 },
  { item: '急救包', unit: '个', quantity: 120, expires: 26 },
  { item: '瓶装水', unit: '箱', quantity: 300, spec: '每箱 24 瓶', expires: 41, minimum: 300 },
  { item: '瓶装水', unit: '箱', quantity: 180, spec: '每箱 24 瓶', expires: -18 },
  { item: '自热食品', unit: '份', quantity: 1_500, expires: 190, minimum: 1_000 },
];

export const FLOOD_STOCK: readonly ListedLot[] = [
  { item: '化纤袋', unit: '条', quantity: 65_000, minimum: 50_000 },
  { item: '土工布', unit: '平方米', quantity: 12_000 },
  { item: '砂石料', unit: '立方米', quantity: 3_400 },
  { item: '铅丝', unit: '吨', quantity: 6.5 },
  { item: '救生衣', unit: '件', quantity: 320, minimum: 200 },
  { item: '救生圈', unit: '个', quantity: 160 },
  { item: '冲锋舟', unit: '艘', quantity: 6, spec: '10 座，60 马力' },
  { item: '潜水泵', unit: '台', quantity: 22, spec: '每小时 400 立方米' },
  { item: '发电机', unit: '台', quantity: 8, spec: '75 千瓦' },
  { item: '移动泵车', unit: '辆', quantity: 2 },
];

export const FOREST_STOCK: readonly ListedLot[] = [
  { item: '风力灭火机', unit: '台', quantity: 46, minimum: 40 },
  { item: '灭火枪', unit: '支', quantity: 80 },
  { item: '扑火拖把', unit: '把', quantity: 400 },
  { item: '油锯', unit: '台', quantity: 26 },
  { item: '割灌机', unit: '台', quantity: 18 },
  { item: '防火服', unit: '套', quantity: 110, minimum: 120 },
  { item: '灭火弹', unit: '枚', quantity: 240, expires: -75 },
  { item: '灭火弹', unit: '枚', quantity: 360, expires: 380 },
];

export const GRAIN_STOCK: readonly ListedLot[] = [
  { item: '大米', unit: '吨', quantity: 420, spec: '25 公斤袋装', expires: 55, minimum: 500 },
  { item: '大米', unit: '吨', quantity: 260, spec: '25 公斤袋装', expires: 240 },
  { item: '面粉', unit: '吨', quantity: 90, expires: 120 },
  { item: '菜籽油', unit: '桶', quantity: 2_600, spec: '5 升', expires: 300, minimum: 2_000 },
  { item: '菜籽油', unit: '桶', quantity: 400, spec: '5 升', expires: -6 },
  { item: '方便面', unit: '箱', quantity: 350, expires: 19 },
];

export const HEALTH_STOCK: readonly ListedLot[] = [
  { item: '医用口罩', unit: '只', quantity: 86_000, expires: -140 },
  { item: '医用口罩', unit: '只', quantity: 120_000, expires: 410, minimum: 100_000 },
  { item: '防护服', unit: '套', quantity: 640, expires: 88 },
  { item: '含氯消毒剂', unit: '千克', quantity: 900, expires: 33, minimum: 800 },
  { item: '担架', unit: '副', quantity: 34 },
];

/** What a township keeps: item, unit, least and most. */
export const TOWNSHIP_STOCK: readonly (readonly [
  item: string,
  unit: string,
  low: number,
  high: number,
  step: number,
])[] = [
  ['捞刀', '把', 20, 80, 5],
  ['扑火拖把', '把', 20, 60, 5],
  ['铁铲', '把', 20, 60, 5],
  ['手锯', '把', 10, 30, 2],
  ['救生衣', '件', 10, 60, 5],
  ['灭火枪', '支', 4, 20, 2],
  ['化纤袋', '条', 2_000, 12_000, 500],
  ['帐篷', '顶', 6, 30, 2],
  ['棉被', '床', 30, 120, 10],
  ['潜水泵', '台', 1, 4, 1],
  ['发电机', '台', 1, 3, 1],
  ['应急灯', '盏', 10, 40, 5],
  ['雨衣', '件', 20, 80, 10],
  ['瓶装水', '箱', 20, 90, 10],
];
