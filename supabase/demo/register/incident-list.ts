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
  level: Level | null,
  at: string,
  hoursAgo: number,
  lasted: number | null,
  note: string | null,
): ListedIncident => ({ title, kind, level, at, hoursAgo, lasted, note });

const DAY = 24;

export const INCIDENTS: readonly ListedIncident[] = [
  incident(
    '双汊镇沿河院落进水',
    'flood',
    3,
    '双汊',
    3.6,
    null,
    '洄江双汊水位超警戒 0.42 米，沿河院落进水，正在分批转移；中心小学安置点已满。',
  ),
  incident(
    'X903 县道边坡垮塌',
    'landslide',
    4,
    '枫林坳',
    20,
    null,
    '约 300 立方米土石占道，交通中断，无人员伤亡报告。',
  ),
  incident(
    '桐坪镇民房火灾',
    'fire',
    4,
    '桐坪',
    9 * DAY,
    4,
    '木房一栋过火，转移 3 户 11 人，无伤亡。',
  ),
  incident(
    'G999 国道货车侧翻',
    'traffic',
    4,
    '黄沙渡',
    23 * DAY,
    6,
    '占道 5 小时，吊车清障后恢复。',
  ),
  incident(
    '长冲乡山火',
    'wildfire',
    3,
    '长冲',
    47 * DAY,
    31,
    '过火约 6 公顷；森林防灭火大队与民兵 96 人参与，次日扑灭。',
  ),
  incident(
    '金竹河泄洪避险转移',
    'dam_break',
    3,
    '金竹',
    61 * DAY,
    28,
    '云坳水库限汛泄洪，下游 210 人转移至金竹镇中学。',
  ),
  incident(
    '江南小区燃气泄漏',
    'pipeline',
    4,
    '江南',
    84 * DAY,
    3,
    '疏散 62 户，1 小时 20 分后关阀。',
  ),
  incident(
    '城区内涝',
    'waterlogging',
    3,
    '滨江',
    102 * DAY,
    15,
    '两小时雨量 94 毫米，滨江路积水最深 0.8 米，排涝 9 台次。',
  ),
  incident('黄沙渡游泳溺水', 'drowning', 4, '黄沙渡', 133 * DAY, 7, '水上救援队打捞，1 人死亡。'),
  incident(
    '双汊镇小学群体呕吐',
    'food_poisoning',
    4,
    '双汊',
    158 * DAY,
    50,
    '27 名学生就诊，均好转；疑似食堂加工不当。',
  ),
  incident('石梁镇采石场滚石', 'mine', 4, '石梁', 190 * DAY, 10, '1 人轻伤，责令停产。'),
  incident(
    '工业园区原料桶泄漏',
    'hazardous_chemical',
    3,
    '工业园',
    224 * DAY,
    19,
    '处置 1.2 吨，下游取水口停用 6 小时。',
  ),
  incident('云坳溪山洪', 'flood', 3, '云坳', 261 * DAY, 40, '冲毁便桥 1 座，转移 48 人。'),
  incident('文庙灯会人群滞留', 'crowd', 4, '文庙', 290 * DAY, 3, '启动分流，40 分钟后恢复。'),
  incident(
    '望渡镇禽类异常死亡',
    'animal_epidemic',
    4,
    '望渡',
    322 * DAY,
    9 * DAY,
    '采样阴性，解除封控。',
  ),
  incident(
    '低温冰冻滞留旅客安置',
    'cold_wave',
    3,
    '车站',
    402 * DAY,
    3 * DAY,
    '国道结冰封路，县体育馆安置 640 人。',
  ),
  incident(
    '南苑自建房墙体坍塌',
    'building_collapse',
    4,
    '南苑',
    430 * DAY,
    12,
    '埋压 1 人，救出，轻伤。',
  ),
  incident('白鹤镇饮水浑浊', 'water_pollution', 4, '白鹤', 468 * DAY, 60, null),
  incident(
    '麻塘镇山体滑坡',
    'landslide',
    3,
    '麻塘',
    505 * DAY,
    4 * DAY,
    '损毁房屋 3 栋，提前转移 17 人，无伤亡。',
  ),
  incident('新城工地讨薪聚集', 'mass_incident', 4, '南苑', 560 * DAY, 8, '协调支付后散去。'),
  incident(
    '枫林坳乡有感地震',
    'earthquake',
    null,
    '枫林坳',
    618 * DAY,
    20,
    '震感明显，未见房屋损坏；震级以正式速报为准。',
  ),
  incident(
    '洄江特大洪水过程',
    'flood',
    2,
    '黄沙渡',
    706 * DAY,
    6 * DAY,
    '转移 2,140 人，启用避难场所 9 处。',
  ),
];
