/** 命令行：谁最先到达每一处 */
export const reach = {
  usage:
    '用法：npm run reach -- --district 代码 [选项]\n' +
    '  --of 类别        逐个列出：settlement、shelter（默认）、depot、team、hazard、incident\n' +
    '  --nearest 类别   找哪一类中最先到的：默认 team\n' +
    '  --by 方式        emergency-car、heavy-truck、foot；默认队伍用小车、储备库用货车、去避难场所步行\n' +
    '  --width 米       货车宽度，窄于它的道路不走；默认 2.55\n' +
    '  --differing      表中只列道路与直线不一致、受道路中断影响、或无人能到的\n' +
    '  --out 文件       把表写成 .md 或 .csv\n' +
    '  --json           最后输出一个 JSON 对象\n' +
    '  时间只算路上，不含出动；道路中断和生效的灾害范围按现在的登记计。',
  asked: '{{of}} {{count}} 处，{{nearest}} {{others}} 个，{{by}}走路网（{{source}}）',
  open: '道路全部畅通时：{{reached}} 处有路可到；{{differing}} 处按道路最先到的与直线最近的不是同一个；道路长度是直线的 {{ratio}} 倍（中位数）',
  now: '按现在的 {{closures}} 处道路中断和 {{areas}} 片生效范围：{{changed}} 处最先到的换了，其中 {{lost}} 处无人能到；{{slower}} 处变慢；{{edge}} 处门前的路在范围内，只能到范围边缘；{{threatened}} 处自身在受威胁的范围内',
  across:
    '{{count}} 处的结果中，地点或队伍与路之间隔着水域、铁路、围墙、陡崖或高速公路，须核实（见表）',
  unplaced: '{{count}} 条记录没有位置，未计入',
  pace: '步行时间按带儿童或老人的步速每小时 {{pace}} 公里计',
  asking: '正在逐处查询最先到的……',
  written: '表已写入 {{path}}',
  none: '辖区 {{district}} 没有带位置的{{kind}}。',
  noRoads:
    '辖区 {{district}} 及其上级没有路网。请先导入：npm run roads -- import <文件> --district 代码',
  nobody: '无人能到',
  column: {
    name: '名称',
    straight: '直线最近',
    straightKm: '直线（公里）',
    open: '道路最先',
    openKm: '道路（公里）',
    openMinutes: '路上（分钟）',
    across: '与路之间隔着（待核实）',
    now: '现在最先',
    nowMinutes: '现在路上（分钟）',
    nowEdge: '只到范围边缘，沿路余下（米）',
    nowOther: '其最近的路不通，另走再远（米）的路',
    threat: '所在的生效范围',
  },
} as const;
