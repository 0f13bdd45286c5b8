export const roads = {
  usage:
    '用法：npm run roads -- import <文件>… --district 代码 [选项]\n' +
    '      npm run roads -- list [--json]\n' +
    '      npm run roads -- remove --district 代码 [--dry-run]\n' +
    '  文件：OpenStreetMap（.osm.pbf、.osm、.osm.gz），或线图层（GeoJSON、Shapefile 的 ZIP、GeoPackage），可写多个分幅\n' +
    '  --layer 图层         名称或从 1 起的序号\n' +
    '  --name、--class、--width、--oneway、--speed 列   线图层中各项所在的列；默认按常见列名识别\n' +
    '  --class-is 值=等级   等级列中某个值的含义，例如 7=track（可多次）\n' +
    '  --tolerance 度       顶点落在同一格即相连，默认 0.000001（约 0.1 米）\n' +
    '  --split-crossings    无公共顶点的交叉也相连（注意：立交桥也会被连上）\n' +
    '  --narrow 文件        实测窄路点（每点有宽度和路名）：限制所在道路的宽度\n' +
    '  --narrow-name、--narrow-width 列   该文件中路名、宽度所在的列；默认按列名识别\n' +
    '  --narrow-within 米   路网中没有该路名时，多近的无名道路算它所在的路，默认 30\n' +
    '  --narrow-missed 文件 把找不到道路的点写成 GeoJSON，附原因\n' +
    '  --gap 米             相距多近的两个断头视为疑似断开，默认 5\n' +
    '  --crs 坐标系、--encoding 编码、--source 来源\n' +
    '  --dry-run            只检查，不写入（不需要数据库）\n' +
    '  --json               最后输出一个 JSON 对象',
  districtRequired: '请用 --district 指明这份路网属于哪个辖区（只检查请加 --dry-run）。',
  size: '读取 {{lines}} 条线：{{km}} 公里，{{nodes}} 个节点，{{edges}} 段（有向 {{directed}}），转向限制 {{restrictions}} 处',
  together:
    '连通分块 {{components}} 个，最大的占里程 {{share}}；孤立路段 {{islands}} 块，共 {{islandKm}} 公里',
  facts: '机动车里程中单行占 {{oneWay}}；已知限速 {{speed}}，已知宽度 {{width}}',
  leftOut: '未采用 {{count}} 条：{{reason}}（{{examples}}）',
  island: '  孤立：{{km}} 公里，{{edges}} 段，位于 {{place}}',
  gaps: '疑似断开 {{count}} 处（两个断头相距不到 {{within}} 米）：',
  gap: '  {{meters}} 米：{{a}} ↔ {{b}}',
  more: '  …… 另有 {{count}} 处',
  stored:
    '已写入辖区 {{district}} 的路网（第 {{edition}} 版，{{size}} MB）；已登记的道路中断保留。',
  none: '数据库里还没有路网。',
  listed:
    '{{district}}：第 {{edition}} 版，{{km}} 公里，{{size}} MB，来源 {{source}}，导入于 {{at}}',
  removed: '辖区 {{district}} 的路网：{{count}} 份已移除。',
  note: {
    vertices_joined: '顶点按 {{tolerance}} 度的网格相连',
    crossings_not_joined:
      '有 {{count}} 处交叉没有公共顶点，未相连（如都是平面交叉，可加 --split-crossings）',
    crossings_split: '有 {{count}} 处没有公共顶点的交叉已相连，其中可能有立交桥',
    columns_used: '使用的列：{{columns}}',
    no_one_way_column: '没有单行信息，全部视为双向',
    no_class_column: '没有道路等级，全部视为一般道路，车速按该等级取默认值',
    conditional_access: '有 {{count}} 条路的通行规定随时段变化，未采用',
    values_unreadable: '{{field}} 列有 {{count}} 个值无法理解，视为未知',
    layers_apart: '桥梁、隧道与其上下的道路不相连；只有共用节点的道路才相连',
    crs_assumed: '文件没有说明坐标系，按 WGS-84 处理（可用 --crs 指定）',
    narrowed:
      '窄路点 {{count}} 个：按路名 {{byName}} 个、就近 {{byNearest}} 个找到道路，限宽 {{km}} 公里；另 {{missed}} 个找不到',
  },
  reason: {
    no_geometry: '没有几何',
    not_a_line: '不是线',
    bad_place: '坐标无效',
    too_short: '太短，首尾在同一处',
    not_a_road: '不是现有道路（规划、在建、废弃等）',
    closed_to_all: '车辆和行人都不能通行',
    nodes_missing: '缺少部分节点（在数据范围边缘被截断），只用了其余部分',
    restriction_conditional: '随时段变化的转向限制',
    restriction_via_way: '经由路段（而非节点）的转向限制',
    restriction_unreadable: '无法理解的转向限制',
    restriction_not_in_network: '转向限制所涉道路不在路网中',
    restriction_ambiguous: '转向限制所涉路段不唯一',
    narrow_missed: '窄路点找不到所在道路，未限宽',
    narrow_unusable: '窄路点没有位置或宽度',
  },
  failure: {
    not_roads: '这不是 OpenStreetMap 文件（以“{{start}}”开头）。',
    osm_damaged: 'PBF 文件已损坏或不完整。',
    osm_xml_damaged: '第 {{line}} 行起不是有效的 OpenStreetMap XML，文件可能不完整。',
    osm_xml_dtd: '文件带有文档类型声明（DOCTYPE），这类文件可能有害，不予读取。请删去该声明。',
    osm_change_file: '这是变更文件（osmChange），不是完整的数据。请导入 .osm 或 .osm.pbf。',
    osm_history:
      '这是历史数据，每个要素有多个版本，旧版本会被当成今天的道路。请先导出为当前版本（例如 osmium time-filter），或下载 .osm.pbf。',
    osm_bzip2: '文件是 bzip2 压缩的（.bz2）。请先解压再导入，或下载 .osm.pbf。',
    osm_json_damaged:
      '看起来是 Overpass 的 JSON，但读不出来：文件不完整，或缺少坐标和编号。请重新下载。',
    osm_json_large: 'Overpass 的 JSON 太大。请改为下载 .osm.pbf。',
    osm_feature_unknown: 'PBF 文件需要“{{feature}}”，这里不支持（历史数据请先导出为当前版本）。',
    osm_compression: 'PBF 文件使用 {{method}} 压缩，这里不支持。请用 zlib 压缩重新保存。',
    gzip_damaged: 'gzip 压缩已损坏或不完整。',
    too_many_nodes: '节点超过 {{limit}} 个，请先裁剪到所需范围。',
    no_roads: '文件里没有可用的道路。',
    mixed_files: 'OpenStreetMap 文件和线图层不能在一次导入里混用。',
    column_unknown: '图层里没有列“{{column}}”。其中有：{{columns}}',
    out_of_range: '数值超出范围：{{id}}',
  },
} as const;
