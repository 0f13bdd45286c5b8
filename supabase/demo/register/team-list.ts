/** The county's own teams; the townships' militia teams follow one pattern and are made in teams.ts. */
import type { EquipmentItem } from '../../../src/core/model/index.ts';

export interface ListedTeam {
  name: string;
  kind: string;
  /** Community or seat of its base; null = nobody recorded a base. */
  at: string | null;
  people: number | null;
  capabilities: readonly string[];
  equipment: readonly (readonly [item: string, quantity: number | null, unit: string])[];
  /** Minutes until they leave, by day and by night; null = unknown. */
  mobilisation: readonly [day: number | null, night: number | null];
}

export const COUNTY_TEAMS: readonly ListedTeam[] = [
  {
    name: '县消防救援大队云洄站',
    kind: '消防救援',
    at: '桑园',
    people: 36,
    capabilities: ['灭火救援', '破拆救援', '危化品处置', '水域救援'],
    equipment: [
      ['水罐消防车', 3, '辆'],
      ['抢险救援车', 1, '辆'],
      ['举高消防车', 1, '辆'],
      ['空气呼吸器', 40, '具'],
    ],
    mobilisation: [1, 1],
  },
  {
    name: '县消防救援大队双汊站',
    kind: '消防救援',
    at: '双汊',
    people: 18,
    capabilities: ['灭火救援', '破拆救援'],
    equipment: [
      ['水罐消防车', 2, '辆'],
      ['破拆工具', 3, '套'],
    ],
    mobilisation: [1, 1],
  },
  {
    name: '县综合应急救援大队',
    kind: '综合救援',
    at: '城北',
    people: 48,
    capabilities: ['抗洪抢险', '破拆救援', '人员转移', '道路抢通'],
    equipment: [
      ['运兵车', 4, '辆'],
      ['冲锋舟', 2, '艘'],
      ['液压剪扩钳', 4, '套'],
    ],
    mobilisation: [15, 25],
  },
  {
    name: '县水上救援队',
    kind: '水上救援',
    at: '滨江',
    people: 22,
    capabilities: ['水域救援', '潜水打捞', '人员转移'],
    equipment: [
      ['冲锋舟', 5, '艘'],
      ['橡皮艇', 6, '艘'],
      ['潜水装具', 8, '套'],
      ['抛投器', 6, '具'],
    ],
    mobilisation: [10, 20],
  },
  {
    name: '黄沙渡水上救援分队',
    kind: '水上救援',
    at: '黄沙渡',
    people: 14,
    capabilities: ['水域救援', '人员转移'],
    equipment: [
      ['橡皮艇', 3, '艘'],
      ['救生衣', 30, '件'],
    ],
    mobilisation: [20, 40],
  },
  {
    name: '县森林防灭火大队',
    kind: '森林防灭火',
    at: '长冲',
    people: 45,
    capabilities: ['森林灭火', '道路抢通'],
    equipment: [
      ['风力灭火机', 24, '台'],
      ['灭火水枪', 30, '支'],
      ['油锯', 12, '台'],
      ['运兵车', 3, '辆'],
    ],
    mobilisation: [20, 30],
  },
  {
    name: '白鹤镇森林消防半专业队',
    kind: '森林防灭火',
    at: '白鹤',
    people: 25,
    capabilities: ['森林灭火'],
    equipment: [
      ['风力灭火机', 10, '台'],
      ['扑火拖把', 40, '把'],
    ],
    mobilisation: [30, 60],
  },
  {
    name: '县人民医院急救站',
    kind: '医疗救护',
    at: '育才',
    people: 28,
    capabilities: ['医疗急救', '伤员转运'],
    equipment: [
      ['救护车', 5, '辆'],
      ['除颤仪', 6, '台'],
    ],
    mobilisation: [3, 5],
  },
  {
    name: '县中医医院医疗救护队',
    kind: '医疗救护',
    at: '江南',
    people: 16,
    capabilities: ['医疗急救', '伤员转运'],
    equipment: [['救护车', 2, '辆']],
    mobilisation: [5, 10],
  },
  {
    name: '麻塘中心卫生院救护组',
    kind: '医疗救护',
    at: '麻塘',
    people: 9,
    capabilities: ['医疗急救'],
    equipment: [['救护车', 1, '辆']],
    mobilisation: [8, null],
  },
  {
    name: '县疾控中心卫生应急队',
    kind: '卫生防疫',
    at: '学府',
    people: 20,
    capabilities: ['卫生防疫', '饮水检测'],
    equipment: [
      ['防疫消杀车', 2, '辆'],
      ['背负式喷雾器', 15, '台'],
    ],
    mobilisation: [40, 90],
  },
  {
    name: '县供电公司应急抢修队',
    kind: '电力抢修',
    at: '工业园',
    people: 32,
    capabilities: ['电力抢修', '应急供电', '应急照明'],
    equipment: [
      ['应急发电车', 2, '辆'],
      ['绝缘斗臂车', 2, '辆'],
    ],
    mobilisation: [20, 35],
  },
  {
    name: '通信应急保障队',
    kind: '通信保障',
    at: '东风',
    people: 12,
    capabilities: ['通信保障'],
    equipment: [
      ['应急通信车', 1, '辆'],
      ['卫星电话', 6, '部'],
      ['背负式基站', 2, '套'],
    ],
    mobilisation: [30, 50],
  },
  {
    name: '县公路养护应急队',
    kind: '道路抢通',
    at: '车站',
    people: 30,
    capabilities: ['道路抢通', '桥梁抢修', '除雪除冰'],
    equipment: [
      ['装载机', 3, '台'],
      ['挖掘机', 2, '台'],
      ['自卸车', 6, '辆'],
    ],
    mobilisation: [30, 60],
  },
  {
    name: '双汊机械化抢险队',
    kind: '道路抢通',
    at: '双汊',
    people: 18,
    capabilities: ['道路抢通', '抗洪抢险', '土石方工程'],
    equipment: [
      ['挖掘机', 4, '台'],
      ['自卸车', 8, '辆'],
    ],
    mobilisation: [45, 90],
  },
  {
    name: '县防汛排涝机动队',
    kind: '排水排涝',
    at: '南苑',
    people: 21,
    capabilities: ['排水排涝', '抗洪抢险'],
    equipment: [
      ['移动泵车', 2, '辆'],
      ['潜水泵', 14, '台'],
    ],
    mobilisation: [25, 40],
  },
  {
    name: '洄江燃气抢险队',
    kind: '燃气抢修',
    at: '江南',
    people: 11,
    capabilities: ['燃气抢修', '危化品处置'],
    equipment: [
      ['燃气抢险车', 2, '辆'],
      ['可燃气体检测仪', 8, '台'],
    ],
    mobilisation: [10, 15],
  },
  // Nobody asked how long this one takes; the list says only that it exists.
  {
    name: '晨曦志愿救援队',
    kind: '社会救援力量',
    at: '米市街',
    people: null,
    capabilities: ['水域救援', '山地搜救', '物资转运'],
    equipment: [
      ['无人机', 2, '架'],
      ['橡皮艇', 2, '艘'],
    ],
    mobilisation: [null, null],
  },
  // On the move, without a garage of its own.
  {
    name: '省矿山救护驻点小组（演示）',
    kind: '矿山救护',
    at: null,
    people: 8,
    capabilities: ['矿山救援', '破拆救援'],
    equipment: [['矿山救护车', 1, '辆']],
    mobilisation: [60, 60],
  },
  // Of this team only the name is known.
  {
    name: '石梁镇山地搜救队',
    kind: '社会救援力量',
    at: '石梁',
    people: null,
    capabilities: [],
    equipment: [],
    mobilisation: [null, null],
  },
];

export const equipmentOf = (list: ListedTeam['equipment']): EquipmentItem[] =>
  list.map(([item, quantity, unit]) => ({ item, quantity, unit }));
