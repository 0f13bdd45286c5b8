/** The county's 45 hazards (3 natural, 18 accident, 11 public health, 13 social security), as a county would list them. */
import type { EventKind, Level, RectificationState } from '../../../src/core/model/index.ts';

export interface ListedHazard {
  kind: EventKind;
  name: string;
  level: Level | null;
  /** Near which township seat or community it lies; shapes of their own are made in hazards.ts. */
  at: string;
  peopleAtRisk: number | null;
  state: RectificationState;
  /** Who answers for it; null = nobody is named. */
  owner: string | null;
  /** Days from now; negative = past. Overdue when past and not closed. null = no deadline was set. */
  deadline: number | null;
  note: string | null;
}

const hazard = (
  kind: EventKind,
  name: string,
  site: Pick<ListedHazard, 'at' | 'level' | 'peopleAtRisk'>,
  rectification: Pick<ListedHazard, 'state' | 'owner' | 'deadline'>,
  note: string | null = null,
): ListedHazard => ({ kind, name, ...site, ...rectification, note });

export const HAZARDS: readonly ListedHazard[] = [
  hazard(
    'flood',
    '洄江双汊段低洼易淹区',
    { at: '双汊', level: 2, peopleAtRisk: 2_860 },
    { state: 'rectifying', owner: '双汊镇人民政府', deadline: 46 },
    '堤段未达标，20 年一遇水位以上可能漫堤。',
  ),
  hazard(
    'landslide',
    '石梁镇后山滑坡体',
    { at: '石梁', level: 3, peopleAtRisk: 236 },
    { state: 'recheck', owner: '县自然资源局', deadline: 12 },
    '已设裂缝监测点 6 处，待专家复查。',
  ),
  hazard(
    'debris_flow',
    '云坳溪左岸泥石流沟',
    { at: '云坳', level: 3, peopleAtRisk: 188 },
    { state: 'identified', owner: '云坳乡人民政府', deadline: 75 },
    '沟内堆积物较多，尚未治理。',
  ),

  hazard(
    'hazardous_chemical',
    '工业园区化工原料仓储点',
    { at: '工业园', level: 2, peopleAtRisk: 1_350 },
    { state: 'rectifying', owner: '县应急管理局', deadline: -9 },
    '防火间距不足，限期整改已过期。',
  ),
  hazard(
    'hazardous_chemical',
    '江南液化气储配站',
    { at: '江南', level: 2, peopleAtRisk: 2_100 },
    { state: 'recheck', owner: '县住房和城乡建设局', deadline: 15 },
  ),
  hazard(
    'fire',
    '文庙街木结构老街区',
    { at: '文庙', level: 3, peopleAtRisk: 940 },
    { state: 'rectifying', owner: '县消防救援大队', deadline: 60 },
    '消防通道宽 2.6 米，消防车无法进入。',
  ),
  hazard(
    'fire',
    '米市街小商品市场',
    { at: '米市街', level: 3, peopleAtRisk: 620 },
    { state: 'closed', owner: '县商务局', deadline: -120 },
  ),
  hazard(
    'fire',
    '双汊镇竹木加工集中区',
    { at: '双汊', level: 3, peopleAtRisk: 310 },
    { state: 'identified', owner: '双汊镇人民政府', deadline: 30 },
  ),
  hazard(
    'fire',
    '麻塘镇敬老院',
    { at: '麻塘', level: 3, peopleAtRisk: 86 },
    { state: 'closed', owner: '县民政局', deadline: -64 },
  ),
  hazard(
    'explosion',
    '桐坪镇烟花爆竹仓库',
    { at: '桐坪', level: 2, peopleAtRisk: 150 },
    { state: 'rectifying', owner: '县应急管理局', deadline: 21 },
  ),
  hazard(
    'explosion',
    'G999 国道双汊加油站',
    { at: '双汊', level: 3, peopleAtRisk: 210 },
    { state: 'closed', owner: '县商务局', deadline: -210 },
  ),
  hazard(
    'mine',
    '石梁镇采石场高边坡',
    { at: '石梁', level: 3, peopleAtRisk: 48 },
    { state: 'rectifying', owner: '县应急管理局', deadline: -23 },
    '企业停产后无人整改，已超期。',
  ),
  hazard(
    'mine',
    '枫林坳乡闭库尾矿库',
    { at: '枫林坳', level: 2, peopleAtRisk: 412 },
    { state: 'recheck', owner: '县应急管理局', deadline: 8 },
  ),
  hazard(
    'dam_break',
    '云坳水库大坝',
    { at: '金竹', level: 1, peopleAtRisk: 9_600 },
    { state: 'rectifying', owner: '县水利局', deadline: 140 },
    '中型水库，右坝肩渗漏，除险加固施工中，汛期限水位运行。',
  ),
  hazard(
    'dam_break',
    '上源乡上坪山塘',
    { at: '上源', level: 3, peopleAtRisk: 265 },
    { state: 'identified', owner: '上源乡人民政府', deadline: 25 },
    '坝体有白蚁危害迹象。',
  ),
  hazard(
    'pipeline',
    '洄江天然气支线管道（望渡—双汊段）',
    { at: '望渡', level: 2, peopleAtRisk: 5_200 },
    { state: 'rectifying', owner: '县发展和改革局', deadline: 90 },
    '沿国道敷设，3 处占压待拆除。',
  ),
  hazard(
    'traffic',
    'X902 县道临水临崖路段',
    { at: '上源', level: 3, peopleAtRisk: null },
    { state: 'closed', owner: '县交通运输局', deadline: -35 },
  ),
  hazard(
    'traffic',
    '洄中铁路桐坪平交道口',
    { at: '桐坪', level: 3, peopleAtRisk: null },
    { state: 'identified', owner: null, deadline: null },
    '产权单位不明，责任人未落实。',
  ),
  hazard(
    'traffic',
    '育才路学校门前路段',
    { at: '育才', level: 4, peopleAtRisk: 2_400 },
    { state: 'closed', owner: '县公安局交警大队', deadline: -150 },
  ),
  hazard(
    'building_collapse',
    '南苑自建出租房群',
    { at: '南苑', level: 3, peopleAtRisk: 178 },
    { state: 'rectifying', owner: '云洄镇人民政府', deadline: -4 },
    '2 栋鉴定为 D 级危房，仍有人居住。',
  ),
  hazard(
    'drowning',
    '黄沙渡老渡口野泳水域',
    { at: '黄沙渡', level: 4, peopleAtRisk: null },
    { state: 'closed', owner: '黄沙渡镇人民政府', deadline: -88 },
  ),

  hazard(
    'food_poisoning',
    '云洄二中食堂',
    { at: '学府', level: 3, peopleAtRisk: 3_150 },
    { state: 'closed', owner: '县市场监督管理局', deadline: -46 },
  ),
  hazard(
    'food_poisoning',
    '双汊镇中心小学食堂',
    { at: '双汊', level: 3, peopleAtRisk: 1_120 },
    { state: 'rectifying', owner: '县市场监督管理局', deadline: 18 },
  ),
  hazard(
    'food_poisoning',
    '长冲乡集体聚餐点',
    { at: '长冲', level: 4, peopleAtRisk: 300 },
    { state: 'identified', owner: '长冲乡人民政府', deadline: 40 },
  ),
  hazard(
    'epidemic',
    '县汽车客运站',
    { at: '车站', level: 3, peopleAtRisk: 4_000 },
    { state: 'closed', owner: '县卫生健康局', deadline: -300 },
  ),
  hazard(
    'epidemic',
    '县社会福利院',
    { at: '城北', level: 3, peopleAtRisk: 142 },
    { state: 'closed', owner: '县卫生健康局', deadline: -95 },
  ),
  hazard(
    'epidemic',
    '东风农贸市场',
    { at: '东风', level: 3, peopleAtRisk: 1_800 },
    { state: 'rectifying', owner: '县卫生健康局', deadline: 33 },
  ),
  hazard(
    'water_pollution',
    '县自来水厂洄江取水口',
    { at: '滨江', level: 2, peopleAtRisk: 46_000 },
    { state: 'recheck', owner: '市生态环境局云洄分局', deadline: 6 },
    '上游 3 公里内有 2 处排口。',
  ),
  hazard(
    'water_pollution',
    '白鹤镇集中供水点',
    { at: '白鹤', level: 3, peopleAtRisk: 3_900 },
    { state: 'rectifying', owner: '县水利局', deadline: 52 },
  ),
  hazard(
    'water_pollution',
    '桑园生活垃圾填埋场渗滤液',
    { at: '桑园', level: 3, peopleAtRisk: 760 },
    { state: 'rectifying', owner: '县城市管理局', deadline: -31 },
    '处理设施间歇停运，整改逾期。',
  ),
  hazard(
    'animal_epidemic',
    '枫林坳生猪养殖小区',
    { at: '枫林坳', level: 4, peopleAtRisk: null },
    { state: 'closed', owner: '县农业农村局', deadline: -77 },
  ),
  hazard(
    'animal_epidemic',
    '望渡镇活禽交易区',
    { at: '望渡', level: 4, peopleAtRisk: 500 },
    { state: 'recheck', owner: '县农业农村局', deadline: 10 },
  ),

  hazard(
    'crowd',
    '洄江龙舟赛观赛河段',
    { at: '滨江', level: 3, peopleAtRisk: 12_000 },
    { state: 'recheck', owner: '县公安局', deadline: 28 },
    '两岸护栏缺口，疏散口 3 处。',
  ),
  hazard(
    'crowd',
    '文庙灯会',
    { at: '文庙', level: 3, peopleAtRisk: 8_000 },
    { state: 'closed', owner: '县文化旅游广电体育局', deadline: -260 },
  ),
  hazard(
    'crowd',
    '人民广场',
    { at: '米市街', level: 4, peopleAtRisk: 3_000 },
    { state: 'closed', owner: '县公安局', deadline: -180 },
  ),
  hazard(
    'crowd',
    '云洄一中上下学时段',
    { at: '育才', level: 4, peopleAtRisk: 3_600 },
    { state: 'closed', owner: '县教育局', deadline: -52 },
  ),
  hazard(
    'crowd',
    '金竹镇庙会',
    { at: '金竹', level: 4, peopleAtRisk: 4_200 },
    { state: 'identified', owner: '金竹镇人民政府', deadline: 63 },
  ),
  hazard(
    'crowd',
    '大云岭景区索道下站',
    { at: '云坳', level: 4, peopleAtRisk: 1_500 },
    { state: 'rectifying', owner: '县文化旅游广电体育局', deadline: 37 },
  ),
  hazard(
    'public_security',
    '江南城乡接合部',
    { at: '江南', level: 4, peopleAtRisk: 5_100 },
    { state: 'closed', owner: '县公安局', deadline: -140 },
  ),
  hazard(
    'public_security',
    '车站夜市',
    { at: '车站', level: 4, peopleAtRisk: 900 },
    { state: 'closed', owner: '县公安局', deadline: -72 },
  ),
  hazard(
    'public_security',
    '学府路校园周边',
    { at: '学府', level: 4, peopleAtRisk: 2_600 },
    { state: 'rectifying', owner: '县公安局', deadline: 20 },
  ),
  hazard(
    'public_security',
    '双汊镇在建工地',
    { at: '双汊', level: null, peopleAtRisk: null },
    { state: 'closed', owner: '双汊镇人民政府', deadline: -28 },
  ),
  hazard(
    'mass_incident',
    '工业园区扩建征地',
    { at: '工业园', level: 3, peopleAtRisk: 680 },
    { state: 'rectifying', owner: '县信访局', deadline: -15 },
    '补偿方案未达成一致，已超期。',
  ),
  hazard(
    'mass_incident',
    '新城安置房工程欠薪',
    { at: '南苑', level: 4, peopleAtRisk: 130 },
    { state: 'recheck', owner: '县人力资源和社会保障局', deadline: 5 },
  ),
  hazard(
    'mass_incident',
    '石梁采石场扬尘纠纷',
    { at: '石梁', level: 4, peopleAtRisk: 90 },
    { state: 'identified', owner: '石梁镇人民政府', deadline: 55 },
  ),
];
