/** Two years of incidents, newest first: two still open, twenty closed. */
import type { EventKind, Level } from '../../../src/core/model/index.ts';

interface ListedIncident {
  title: string;
  kind: EventKind;
  level: Level | null;
  at: string;
  /** Hours since it happened. */
  hoursAgo: number;
  /** Hours until it was closed; null = still open. */
  lasted: number | null;
  note: string | null;
}

const incident = (
  title: string,
  kind: EventKind,
  place: Pick<ListedIncident, 'at' | 'level'>,
  time: Pick<ListedIncident, 'hoursAgo' | 'lasted'>,
  note: string | null,
): ListedIncident => ({ title, kind, ...place, ...time, note });

const DAY = 24;

export const INCIDENTS: readonly ListedIncident[] = [
  incident(
    '双汊镇沿河院落进水',
    'flood',
    { at: '双汊', level: 3 },
    { hoursAgo: 3.6, lasted: null },
    '洄江双汊水位超警戒 0.42 米，沿河院落进水，正在分批转移；中心小学安置点已满。',
  ),
  incident(
    'X903 县道边坡垮塌',
    'landslide',
    { at: '枫林坳', level: 4 },
    { hoursAgo: 20, lasted: null },
    '约 300 立方米土石占道，交通中断，无人员伤亡报告。',
  ),
  incident(
    '桐坪镇民房火灾',
    'fire',
    { at: '桐坪', level: 4 },
    { hoursAgo: 9 * DAY, lasted: 4 },
    '木房一栋过火，转移 3 户 11 人，无伤亡。',
  ),
  incident(
    'G999 国道货车侧翻',
    'traffic',
    { at: '黄沙渡', level: 4 },
    { hoursAgo: 23 * DAY, lasted: 6 },
    '占道 5 小时，吊车清障后恢复。',
  ),
  incident(
    '长冲乡山火',
    'wildfire',
    { at: '长冲', level: 3 },
    { hoursAgo: 47 * DAY, lasted: 31 },
    '过火约 6 公顷；森林防灭火大队与民兵 96 人参与，次日扑灭。',
  ),
  incident(
    '金竹河泄洪避险转移',
    'dam_break',
    { at: '金竹', level: 3 },
    { hoursAgo: 61 * DAY, lasted: 28 },
    '云坳水库限汛泄洪，下游 210 人转移至金竹镇中学。',
  ),
  incident(
    '江南小区燃气泄漏',
    'pipeline',
    { at: '江南', level: 4 },
    { hoursAgo: 84 * DAY, lasted: 3 },
    '疏散 62 户，1 小时 20 分后关阀。',
  ),
  incident(
    '城区内涝',
    'waterlogging',
    { at: '滨江', level: 3 },
    { hoursAgo: 102 * DAY, lasted: 15 },
    '两小时雨量 94 毫米，滨江路积水最深 0.8 米，排涝 9 台次。',
  ),
  incident(
    '黄沙渡游泳溺水',
    'drowning',
    { at: '黄沙渡', level: 4 },
    { hoursAgo: 133 * DAY, lasted: 7 },
    '水上救援队打捞，1 人死亡。',
  ),
  incident(
    '双汊镇小学群体呕吐',
    'food_poisoning',
    { at: '双汊', level: 4 },
    { hoursAgo: 158 * DAY, lasted: 50 },
    '27 名学生就诊，均好转；疑似食堂加工不当。',
  ),
  incident(
    '石梁镇采石场滚石',
    'mine',
    { at: '石梁', level: 4 },
    { hoursAgo: 190 * DAY, lasted: 10 },
    '1 人轻伤，责令停产。',
  ),
  incident(
    '工业园区原料桶泄漏',
    'hazardous_chemical',
    { at: '工业园', level: 3 },
    { hoursAgo: 224 * DAY, lasted: 19 },
    '处置 1.2 吨，下游取水口停用 6 小时。',
  ),
  incident(
    '云坳溪山洪',
    'flood',
    { at: '云坳', level: 3 },
    { hoursAgo: 261 * DAY, lasted: 40 },
    '冲毁便桥 1 座，转移 48 人。',
  ),
  incident(
    '文庙灯会人群滞留',
    'crowd',
    { at: '文庙', level: 4 },
    { hoursAgo: 290 * DAY, lasted: 3 },
    '启动分流，40 分钟后恢复。',
  ),
  incident(
    '望渡镇禽类异常死亡',
    'animal_epidemic',
    { at: '望渡', level: 4 },
    { hoursAgo: 322 * DAY, lasted: 9 * DAY },
    '采样阴性，解除封控。',
  ),
  incident(
    '低温冰冻滞留旅客安置',
    'cold_wave',
    { at: '车站', level: 3 },
    { hoursAgo: 402 * DAY, lasted: 3 * DAY },
    '国道结冰封路，县体育馆安置 640 人。',
  ),
  incident(
    '南苑自建房墙体坍塌',
    'building_collapse',
    { at: '南苑', level: 4 },
    { hoursAgo: 430 * DAY, lasted: 12 },
    '埋压 1 人，救出，轻伤。',
  ),
  incident(
    '白鹤镇饮水浑浊',
    'water_pollution',
    { at: '白鹤', level: 4 },
    { hoursAgo: 468 * DAY, lasted: 60 },
    null,
  ),
  incident(
    '麻塘镇山体滑坡',
    'landslide',
    { at: '麻塘', level: 3 },
    { hoursAgo: 505 * DAY, lasted: 4 * DAY },
    '损毁房屋 3 栋，提前转移 17 人，无伤亡。',
  ),
  incident(
    '新城工地讨薪聚集',
    'mass_incident',
    { at: '南苑', level: 4 },
    { hoursAgo: 560 * DAY, lasted: 8 },
    '协调支付后散去。',
  ),
  incident(
    '枫林坳乡有感地震',
    'earthquake',
    { at: '枫林坳', level: null },
    { hoursAgo: 618 * DAY, lasted: 20 },
    '震感明显，未见房屋损坏；震级以正式速报为准。',
  ),
  incident(
    '洄江特大洪水过程',
    'flood',
    { at: '黄沙渡', level: 2 },
    { hoursAgo: 706 * DAY, lasted: 6 * DAY },
    '转移 2,140 人，启用避难场所 9 处。',
  ),
];
