export const importer = {
  usage:
    '用法：npm run import -- <种类> <文件> [选项]\n' +
    '  种类：{{kinds}}\n' +
    '  --district 代码      所属辖区；其边界即围栏，界外的行会被拒绝\n' +
    '  --map 列=字段        指定列的含义（可多次；列可写名称或从 1 起的序号）\n' +
    '  --set 字段=值        所有行的固定值，例如 kind=flood、layer=road\n' +
    '  --crs 坐标系         EPSG 代码（如 EPSG:3826、4549）、gcj02 或 bd09；默认按文件所述，否则 WGS-84\n' +
    '  --encoding 编码      utf-8、gb18030、big5、shift_jis、utf-16le …；默认自动识别\n' +
    '  --join 文件:键列     按名称并入另一个表的列\n' +
    '  --radius 公里|none   没有围栏时，离文件中位点超过此距离的行会被拒绝（默认 200）\n' +
    '  --source 文字        数据来源；默认文件名\n' +
    '  --timezone 时区      未写时区的时间所属时区；默认辖区时区\n' +
    '  --delimiter 字符、--no-header、--rejects 文件\n' +
    '  --dry-run            只检查，不写入（不需要数据库）\n' +
    '  --json               最后输出一个 JSON 对象\n' +
    '{{kind}}的字段：{{fields}}',
  unnamed: '未命名',
  unclassified: '未分类',
  unitUnstated: '未注明',
  kindUnknown: '没有“{{kind}}”这个种类。可选：{{kinds}}',
  fileMissing: '找不到文件 {{path}}。',
  optionWrong: '选项 {{option}} 的值“{{value}}”无法理解。',
  districtUnknown: '没有代码为“{{code}}”的辖区。请先导入辖区：npm run import -- district <文件>',
  districtRequired: '请用 --district 指明这些记录属于哪个辖区（数据库里没有带边界的辖区可供判断）。',
  stopped: '没有写入任何内容：{{reason}}',
  refusedByDatabase: '数据库拒绝了这次导入，没有写入任何内容：{{reason}}',
  progress: { read: '读取', check: '检查', write: '写入' },
  summary:
    '{{kind}}：读取 {{read}} 行 = 接受 {{accepted}} + 未变 {{unchanged}} + 重复 {{duplicates}} + 拒绝 {{rejected}}',
  dryRun: '试运行：没有写入任何内容。',
  understood: '编码 {{encoding}} · 坐标系 {{crs}} · 列：{{columns}}',
  repairedCount: '修复几何 {{count}} 处：',
  rejectedCount: '拒绝 {{count}} 行：',
  row: '  第 {{row}} 行：{{text}}',
  rowsMore: '  …… 另有 {{count}} 行',
  rejectsWritten: '被拒绝和重复的行已写入 {{path}}，改正后可用同样的选项再次导入。',
  failure: {
    empty_file: '文件是空的。',
    not_a_table: '这不是表格，也不是 GeoJSON：文件以“{{start}}”开头。',
    not_geojson: '这不是可以导入的 GeoJSON（{{start}}）。需要 FeatureCollection、Feature 或几何对象。',
    unknown_encoding: '不认识编码“{{encoding}}”。',
    unknown_crs: '不认识坐标系“{{crs}}”。请写 EPSG 代码（如 EPSG:3826）、gcj02 或 bd09。',
    crs_not_convertible:
      '{{crs}}（{{name}}）到 WGS-84 的转换参数没有公开，猜测会偏差近百米。请先由测绘部门转换为 CGCS2000。',
    unknown_field: '没有字段“{{field}}”。可用字段：{{fields}}',
    unknown_column: '文件里没有列“{{column}}”。文件中的列：{{columns}}',
    bad_map: '--map 应写成 列=字段，而不是“{{text}}”。',
    join_key_missing: '并入的文件里没有列“{{key}}”。其中的列：{{columns}}',
    binary_file: '这是 {{format}} 文件，目前不能直接导入。请另存为 CSV 或 GeoJSON。',
  },
  reason: {
    duplicate: '与第 {{row}} 行完全相同',
    no_place: '没有坐标',
    no_name: '没有名称',
    zero_zero: '坐标是 (0, 0)，即没有填写',
    swapped: '经度和纬度像是写反了：{{x}}, {{y}}',
    missing_sign: '坐标像是少了负号：{{x}}, {{y}}',
    decimal_slip: '坐标的小数点像是错位了：{{x}}, {{y}}',
    not_degrees: '不是经纬度：{{x}}, {{y}}。如果是投影坐标，请用 --crs 指明',
    outside_district: '在辖区 {{district}} 边界外 {{meters}} 米：{{x}}, {{y}}',
    no_district: '不在任何有边界的辖区内',
    too_far: '离文件中位点 {{km}} 公里，超过 {{limit}} 公里：{{x}}, {{y}}',
    unreadable_coordinate: '坐标“{{text}}”无法读取',
    bad_geometry: '几何图形已损坏，无法修复',
    wrong_geometry_type: '几何类型 {{type}} 不适合这种记录',
    replacement_character: '“{{column}}”中有无法还原的乱码（U+FFFD），文件已损坏或编码选错',
    unbalanced_quotes: '引号不成对：{{text}}',
    too_many_cells: '有 {{cells}} 个单元格，而表头只有 {{columns}} 列，可能有未加引号的分隔符',
    cell_too_large: '“{{column}}”的内容超过 {{limit}} 个字符',
    invalid_json: '这个要素不是有效的 JSON',
    not_a_feature: '这不是 GeoJSON 要素',
    same_id: '编号 {{id}} 与第 {{row}} 行相同，但内容不同',
    no_code: '没有可用的辖区代码（{{text}}）',
    parent_is_itself: '辖区 {{code}} 的上级是它自己',
    value_refused: '缺少必需的“{{field}}”，或其内容“{{text}}”无法读取',
  },
  repair: {
    polygon_made_valid: '多边形自相交或重叠，已修复；面积 {{before}} → {{after}} 平方米（{{change}}%）',
    ring_closed: '多边形没有闭合，已闭合',
  },
  warning: {
    no_coordinates: '文件里没有坐标列。文件中的列：{{columns}}。可用 --map 列=lng --map 列=lat 指明',
    no_header: '文件没有表头，{{count}} 列按序号引用。第一行：{{sample}}',
    guessed_columns: '按内容猜测的列：{{pairs}}。不对时请用 --map 指明',
    title_lines_skipped: '表头之前有 {{count}} 行标题，已跳过',
    columns_unused: '没有用到的列：{{columns}}',
    encoding_unsure: '编码可能是 {{encoding}}，但不能确定；不对时请用 --encoding 指明',
    mixed_delimiters: '{{count}} 行用了不同的分隔符，已分别处理',
    formula_cells: '{{count}} 行含有公式而不是数值，按文字保留',
    nan_values: '{{count}} 行含有 NaN 或 Infinity，按未知处理',
    unreadable_values: '“{{column}}”（{{field}}）有 {{count}} 个值无法使用，按未知处理，例如“{{example}}”',
    possible_duplicates:
      '可能重复：{{groups}} 组（共 {{rows}} 行）名称、地址和位置相同，其中 {{separate}} 组内容不同，分别保留；忽略空格则为 {{ignoring_spaces}} 组',
    id_column_ignored:
      '“{{column}}”不像唯一编号（有重复、空缺或只是序号），没有用作编号；确认可用时请加 --map {{column}}=external_id',
    crs_suggested: '文件按 {{crs}} 读取，但坐标（{{x}}, {{y}}）更像 {{suggestion}}，请用 --crs 指明',
    crs_from_header: '按列名“{{columns}}”采用坐标系 {{crs}}',
    crs_unstated_china:
      '文件没有说明坐标系，按 WGS-84 读取。如果坐标来自高德或腾讯地图，请加 --crs gcj02；来自百度地图请加 --crs bd09',
    degrees_minutes_seconds: '{{count}} 行的坐标写成度分秒，已换算',
    name_missing: '{{count}} 行没有名称和地址',
    incidents_closed: '文件没有说明事件状态，按历史事件（已结束）导入；未结束的请加 --set state=open',
    kind_inferred: '灾害种类 {{kind}} 由“{{from}}”推断；不对时请用 --set kind=…',
    kind_unknown:
      '{{count}} 行看不出灾害种类。请用 --set kind=flood（全部行）或 --set class=natural（没有写明的行记为该类的“其他”），或用 --map 列=kind 指明',
    layer_unknown: '{{count}} 行看不出属于哪个图层。请用 --set layer=road 指明',
    district_has_no_boundary: '辖区 {{code}} 没有边界，改为检查离中位点的距离',
    fence_not_checked: '试运行没有连接数据库，没有检查辖区 {{code}} 的边界',
    joined:
      '已并入 {{file}}：按名称 {{by_name}} 行，按异体字 {{by_variant}} 行，没有对应 {{unmatched}} 行；该文件有 {{unused}} 行没有用到',
    join_variant: '第 {{row}} 行“{{district}}{{name}}”与并入文件中的“{{other}}”只差一个字，视为同一处',
    join_unmatched: '{{count}} 行在并入文件中没有对应：{{names}}。并入文件中没有用到的：{{others}}',
    parents_created: '新建了上级辖区：{{codes}}',
    references_unresolved: '{{count}} 条路线的居民点或避难场所在登记中找不到或不唯一，暂不关联：{{names}}',
    archived: '{{count}} 条记录已归档，内容已更新但仍为归档',
    truncated: '文件在中途结束，可能没有下载完整',
    rejects_reimported: '这是本程序生成的拒绝行文件，忽略其中的 reason 和 row 两列',
  },
} as const;
