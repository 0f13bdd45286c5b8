/**
 * The words by which files say a state, a level or a flag, in Chinese, Japanese and English: data. Each is a whole cell
 * (see read-word.ts); traditional and Japanese characters are folded, so one spelling is enough. Ambiguous words stay
 * out: 已满, FULL say how many people are there, 不畅通 is slow and not blocked, 待销号 is neither closed nor at work.
 */
import type {
  Availability,
  BaseLayer,
  DistrictLevel,
  IncidentState,
  Level,
  PassableState,
  RectificationState,
  ShelterState,
} from '../../model/index.ts';
import type { Vocabulary } from './read-word.ts';

export const SHELTER_STATE: Vocabulary<Exclude<ShelterState, 'unknown'>> = [
  [
    'open',
    '开放|开放中|正在开放|开放使用|对外开放|正常开放|启用|启用中|正在启用|使用中|正在使用|在用|投入使用|开设|开设中|开设济|开设济み|开所|开所中|受入中|受け入れ中|受入れ中|运营中|运行中|重新开放|恢复开放|重新启用|恢复启用|open|opened|open now|open to the public|reopened|re opened|in use|in operation|active|activated',
  ],
  [
    'standby',
    '待启用|待用|待开放|待开设|备用|未启用|尚未启用|暂未启用|平时|平常时|待机|待机中|准备中|开设准备中|可随时启用|随时启用|standby|stand by|on standby|reserve|in reserve',
  ],
  [
    'closed',
    '关闭|关闭中|关停|停用|停用中|撤销|撤除|拆除|报废|废止|停止使用|停止开放|停止启用|停开|未开放|暂未开放|尚未开放|暂不开放|不开放|不再开放|暂停开放|暂停使用|暂停|不启用|不再使用|不可用|不能用|不能使用|不可使用|无法使用|禁止使用|禁用|闭锁|闭锁中|闭所|闭所济|闭所济み|休止|休止中|休馆|未开设|不开设|使用不可|利用不可|使用不能|利用不能|使用禁止|使用停止|closed|close|shut|shut down|closed down|temporarily closed|not open|not opened|not yet open|unopened|not in use|not active|inactive|deactivated|disused|decommissioned|out of use|out of service|out of order|unavailable|not available',
  ],
];

export const AVAILABILITY: Vocabulary<Exclude<Availability, 'unknown'>> = [
  [
    'available',
    '待命|待命中|正在待命|在岗待命|在岗|在岗中|在位|在队|可用|备勤|备勤中|值勤|值勤中|值班|值班中|就绪|准备就绪|随时可出动|随时出动|可出动|空闲|待机|待机中|出动可|出动可能|available|ready|ready to go|ready to deploy|standby|stand by|on standby|on call|on duty|in service|idle',
  ],
  [
    'busy',
    '出动|出动中|正在出动|出勤|出勤中|出警|出警中|出场|出场中|任务中|执行任务|执行任务中|正在执行任务|忙|忙碌|处置中|救援中|作业中|途中|在途|活动中|对应中|busy|deployed|on mission|on a mission|on task|on scene|en route|engaged|committed|assigned|dispatched|responding',
  ],
  [
    'off_duty',
    '休|休整|休整中|休息|休息中|轮休|休假|休假中|下勤|下班|离岗|不在岗|不在位|不在队|不可用|不能用|不待命|未待命|停用|停用中|停勤|停止出动|不出动|不能出动|无法出动|未值勤|不值勤|未值班|不值班|未就绪|未准备就绪|未备勤|维修|维修中|检修|检修中|保养|保养中|解散|撤编|非番|休み|出动不可|出动不能|off|off duty|not on duty|resting|on leave|unavailable|not available|not ready|not on call|not in service|out of service|out of order|under maintenance|in maintenance|stood down|disbanded',
  ],
];

export const PASSABLE: Vocabulary<Exclude<PassableState, 'unknown'>> = [
  [
    'blocked',
    '不可通行|不能通行|无法通行|禁止通行|禁止通过|不可通过|不能通过|无法通过|暂停通行|停止通行|不通行|未通行|不可|不通|不能走|中断|交通中断|道路中断|封闭|封闭中|全封闭|全线封闭|道路封闭|封路|阻断|阻断中|道路阻断|断路|断道|断交|禁行|未通车|不通车|停止通车|通行止|通行止め|全面通行止|全面通行止め|通行禁止|通行不可|通行不能|通行不可能|闭锁|blocked|closed|road closed|impassable|not passable|unpassable|not open|no passage|no entry|no through traffic|cut off|obstructed|out of service',
  ],
  [
    'open',
    '通行|通行中|可通行|可以通行|能通行|可通过|可正常通行|正常通行|通行正常|恢复通行|通行可|通行可能|通车|正常通车|恢复通车|畅通|通畅|保持畅通|道路畅通|路面正常|正常|open|passable|clear|cleared|open to traffic|reopened|re opened|normal',
  ],
];

export const RECTIFICATION: Vocabulary<RectificationState> = [
  [
    'closed',
    '销号|销号济|已整改|整改完成|整改完毕|整改到位|完成|完成整改|已治理|治理完成|治理完毕|完成治理|已消除|消除|隐患消除|办结|闭环|完了|对应济|对应济み|对策济|对策济み|closed|done|completed|complete|finished|resolved|rectified|remedied|fixed',
  ],
  [
    'recheck',
    '复查|复查中|正在复查|待复查|复核|复核中|待复核|复检|待复检|验收|验收中|待验收|再确认|再点检|recheck|re check|rechecking|to be rechecked|pending recheck|awaiting recheck',
  ],
  [
    'rectifying',
    '整改|整改中|正在整改|整改进行中|限期整改|治理中|正在治理|进行中|正在进行|未完成|尚未完成|整改未完成|治理未完成|未完成整改|尚未完成整改|未完成治理|未整改完|未整改完成|未整改到位|部分完成|部分整改|对应中|对策中|未完了|rectifying|in progress|ongoing|under rectification|not done|not yet done|not complete|not completed|not finished|incomplete|unfinished|uncompleted',
  ],
  [
    'identified',
    '排查|已排查|新增|新发现|已发现|未整改|尚未整改|待整改|未治理|尚未治理|待治理|未对应|未着手|未对策|identified|new|not rectified|not yet rectified|unrectified|not started',
  ],
];

export const INCIDENT_STATE: Vocabulary<IncidentState> = [
  [
    'closed',
    '办结|结束|完成|处置完成|处置完毕|处置结束|已处置|处理完成|处理完毕|已处理|处理结束|解除|响应结束|响应终止|终止|关闭|扑灭|终了|完了|对应济|对应济み|镇火|closed|done|ended|over|finished|resolved|completed|lifted',
  ],
  [
    'open',
    '处置中|正在处置|处理中|正在处理|进行中|进行|正在进行|响应中|应急响应中|未结束|尚未结束|未办结|尚未办结|未完成|尚未完成|未处理|未处置|待处理|待处置|未解除|未关闭|未扑灭|对应中|发生中|继续中|未了|未完了|未对应|open|ongoing|active|in progress|under way|underway|not closed|not over|not ended|not finished|not resolved|not done|unresolved|unfinished|reopened|re opened',
  ],
];

/** The four levels of China's law on responding to emergencies. */
const LEVEL_NAMES: readonly (readonly [Level, names: string, numbers: string])[] = [
  [
    1,
    '特别重大|特大|特别严重|extremely serious|particularly serious|ⅰ extremely serious',
    '1|i|ⅰ|一|壹',
  ],
  [2, '重大|严重|serious|ⅱ serious', '2|ii|ⅱ|二|贰'],
  [3, '较大|较重|ⅲ major', '3|iii|ⅲ|三|叁'],
  [4, '一般|ⅳ general', '4|iv|ⅳ|四|肆'],
];
const COLOURS = ['红', '橙', '黄', '蓝'] as const;
const COLOURS_IN_ENGLISH = ['red', 'orange', 'yellow', 'blue'] as const;
/**
 * Risks are graded 重大, 较大, 一般, 低 and drawn red, orange, yellow, blue (Office of the State Council's Work Safety
 * Committee, 安委办〔2016〕11号): a 重大风险 is the highest, unlike a 重大 event.
 */
const RISKS = ['重大', '较大', '一般', '低'] as const;
const WHAT = ['', '事件', '事故', '灾害', '隐患', '级', '等级', '响应', '预警'] as const;

export const LEVEL: Vocabulary<Level> = LEVEL_NAMES.map(([level, names, numbers]) => {
  const colour = COLOURS[level - 1] ?? '';
  const english = COLOURS_IN_ENGLISH[level - 1] ?? '';
  return [
    level,
    [
      ...names
        .split('|')
        .flatMap((name) => (/[a-z]/.test(name) ? [name] : WHAT.map((what) => `${name}${what}`))),
      ...numbers
        .split('|')
        .flatMap((number) => [
          `${number}级`,
          `${number}级响应`,
          `${number}级预警`,
          `${number}级事件`,
          `level ${number}`,
        ])
        .filter((word) => !/^level \D*[一二三四壹贰叁肆]/.test(word)),
      ...numbers.split('|').filter((number) => /^[\d\w]+$/.test(number)),
      ...['', '色', '色预警', '色风险', '色等级'].map((what) => `${colour}${what}`),
      ...['', ' alert', ' warning'].map((what) => `${english}${what}`),
      `${RISKS[level - 1] ?? ''}风险`,
    ].join('|'),
  ];
});

export const DISTRICT_LEVEL: Vocabulary<Exclude<DistrictLevel, 'root'>> = [
  ['province', '省|省级|省级行政区|自治区|直辖市|特别行政区|都道府县|province|provincial'],
  ['prefecture', '地级|地级市|市|市级|地市级|地区|盟|自治州|prefecture|city|municipality'],
  ['county', '县|县级|县级市|县区|区|区县|区级|市辖区|旗|自治县|county|district'],
  ['township', '乡|镇|乡级|镇级|乡镇|乡镇级|街道|乡镇街道|町|township|town|subdistrict'],
  ['village', '村|村级|行政村|社区|村社区|里|village|community'],
];

/** Flags: what a place has, suits or can do. */
export const FLAG: Vocabulary<'yes' | 'no' | 'conditional'> = [
  [
    'yes',
    '1|1.0|y|yes|true|t|是|有|○|◯|〇|●|◎|√|✓|✔|适用|适合|可|可以|能|合格|具备|支持|对应|对应可|利用可|利用可能|使用可|あり|有り|ある|はい|o|ok|suitable|available',
  ],
  [
    'no',
    '0|0.0|n|no|false|f|否|不|不是|无|没有|没|×|✕|✗|✖|x|不适用|不适合|不可|不可以|不能|不合格|不具备|不支持|未设|未设置|没设|非对应|未对应|对应不可|利用不可|使用不可|なし|无し|ない|いいえ|not suitable|unsuitable|not available|unavailable|none',
  ],
  [
    'conditional',
    '△|▲|部分|部分适用|部分可|有条件|有条件适用|条件付|条件付き|一部|一部可|partly|partial|conditional',
  ],
];

/** What is drawn beneath the register, in cells; the names of files are looked through for the same words. */
export const LAYER_WORDS: readonly (readonly [BaseLayer, RegExp])[] = [
  ['railway', /铁路|铁道|(?<![a-z])railways?(?![a-z])/],
  ['road', /道路|公路|(?<![a-z])(?:roads?|streets?)(?![a-z])/],
  ['waterway', /河流|水系|河道|溪|(?<![a-z])(?:rivers?|streams?|waterways?)(?![a-z])/],
  ['water', /水面|湖|水库|(?<![a-z])(?:lakes?|water)(?![a-z])/],
  ['green', /绿地|公园|林地|(?<![a-z])(?:green|parks?|forests?)(?![a-z])/],
  ['relief', /山|地形|(?<![a-z])(?:relief|hills?)(?![a-z])/],
  ['place', /地名|居民地|(?<![a-z])places?(?![a-z])/],
  ['land', /陆地|(?<![a-z])land(?![a-z])/],
];
