/** Invented names. Single words are common in any hill county; no village, person or firm of this county exists. */
import { randomFor } from './random.ts';

const FRONT = [
  '枫树',
  '樟树',
  '松林',
  '杉木',
  '桂花',
  '板栗',
  '油茶',
  '柿子',
  '乌桕',
  '青冈',
  '石桥',
  '石板',
  '石牛',
  '岩屋',
  '白石',
  '青石',
  '马鞍',
  '牛栏',
  '鹿角',
  '鹰嘴',
  '鹤鸣',
  '鲤鱼',
  '螺丝',
  '燕子',
  '凤形',
  '黄泥',
  '红土',
  '砂子',
  '清水',
  '冷水',
  '响水',
  '双井',
  '古井',
  '月形',
  '日升',
  '云台',
  '雾岭',
  '雨田',
  '风车',
  '磨盘',
  '碓窝',
  '油榨',
  '瓦窑',
  '炭山',
  '纸棚',
  '茶亭',
  '铁炉',
  '铜锣',
  '香炉',
  '书院',
  '宝塔',
  '社公',
  '文昌',
  '粮仓',
  '新塘',
  '大塘',
  '长塘',
  '高田',
  '上坪',
  '中坪',
  '下坪',
  '横江',
  '转湾',
  '三汊',
  '渡头',
  '沙洲',
  '芦荻',
  '荷叶',
  '藕塘',
  '菱角',
  '竹山',
  '笋塘',
] as const;
const BACK = [
  '坪',
  '湾',
  '冲',
  '坳',
  '岭',
  '垅',
  '塘',
  '溪',
  '桥',
  '洞',
  '坡',
  '田',
  '园',
  '屋场',
  '铺',
  '口',
  '垭',
  '洲',
  '湖',
  '源',
] as const;

/** `count` different village names (without 村). */
export function villageNames(count: number): string[] {
  const random = randomFor('village names');
  const taken = new Set<string>();
  const used = new Map<string, number>();
  while (taken.size < count) {
    const front = random.pick(FRONT);
    const back = random.pick(BACK);
    if (front.endsWith(back.charAt(0)) || (used.get(front) ?? 0) >= 4) continue;
    if (front.length + back.length > 3 && random.chance(0.8)) continue;
    if (!taken.has(front + back)) used.set(front, (used.get(front) ?? 0) + 1);
    taken.add(front + back);
  }
  return [...taken];
}

/** The communities of the county town on the left and on the right bank, those by the river first. */
export const TOWN_COMMUNITIES = {
  left: ['滨江', '米市街', '文庙', '钟楼', '东风', '育才', '桑园', '车站', '城北', '工业园'],
  right: ['江南', '学府', '南苑'],
} as const;

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷龙',
];
const GIVEN = [
  ...'远志清和正平安永德良福春秋冬晓明辉立新建成友信义礼智勇刚毅松柏梅兰竹菊云霞雪晴岚洁静慧敏婉如思源泽润河川海波涛峰岭岩石林森木水火土金玉珍宝',
];

/** Names of people, never twice the same. `stream` keeps lists apart. */
export function personNames(): () => string {
  const random = randomFor('person names');
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const name =
        random.pick(SURNAMES) +
        random.pick(GIVEN) +
        (random.chance(0.78) ? random.pick(GIVEN) : '');
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

/** Telephone numbers that nobody can have: no number in the numbering plan begins with 0000. */
export function phoneNumbers(): () => string {
  let next = 5_550_100;
  return () => {
    next += 7;
    return `0000-${next}`;
  };
}
