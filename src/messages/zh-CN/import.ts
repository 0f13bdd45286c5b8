export const importer = {
  usage:
    '用法：npm run import -- <种类> <文件> [选项]\n' +
    '  种类：{{kinds}}\n' +
    '  --district 代码      所属辖区；其边界即围栏，界外的行会被拒绝\n' +
    '  --map 列=字段        指定列的含义（可多次；列可写名称或从 1 起的序号）\n' +
    '  --set 字段=值        所有行的固定值，例如 kind=flood、layer=road\n' +
    '  --without-places     没有坐标的行也导入，作为“无位置”记录，之后在台账里定位\n' +
    '  --depot 名称=储备库  库存批次：文件中的名称是哪个储备库（登记名称或 ID；new 为新建）\n' +
    '  --turn-swapped       经纬度写反的行，对调后导入\n' +
    '  --pairs-as-one       日本两份指定场所清单里的同一处，只从“指定紧急避难场所”清单导入一次\n' +
    '  --alike same|new     像是台账里已有、编号却不同的行：是同一个就更新它，或另建；不写则不导入并指出是哪条\n' +
    '  --join-parts         编号相同的几个面（或几条线）合成一条记录；数字只计一次\n' +
    '  --crs 坐标系         EPSG 代码（如 EPSG:3826、4549）、gcj02 或 bd09；默认按文件所述，否则 WGS-84\n' +
    '  --encoding 编码      utf-8、gb18030、big5、shift_jis、utf-16le …；默认自动识别\n' +
    '  --sheet 工作表、--layer 图层   名称或从 1 起的序号；默认选最像资源表的一个\n' +
    '  --join 文件:键列     按名称并入另一个表的列\n' +
    '  --radius 公里|none   没有围栏时，离文件中位点超过此距离的行会被拒绝（默认 200）\n' +
    '  --source 文字        数据来源；默认文件名\n' +
    '  --timezone 时区      未写时区的时间所属时区；默认辖区时区\n' +
    '  --delimiter 字符、--no-header\n' +
    '  --rejects 文件       被拒绝的行写到哪里；默认当前文件夹，试运行则不写\n' +
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
  districtRequired:
    '请用 --district 指明这些记录属于哪个辖区（数据库里没有带边界的辖区可供判断）。',
  stopped: '没有写入任何内容：{{reason}}',
  refusedByDatabase: '数据库拒绝了这次导入，没有写入任何内容：{{reason}}',
  stoppedHalf:
    '写到一半停下了：已写入 {{done}} / {{total}} 项，都保留着（{{reason}}）。再次运行同一条命令会补齐其余的；也可以在“台账 → 导入记录”里接着写或撤销。',
  byCommand: '命令行',
  progress: { read: '读取', check: '检查', write: '写入' },
  summary:
    '{{kind}}：读取 {{read}} 行 = 接受 {{accepted}} + 未变 {{unchanged}} + 重复 {{duplicates}} + 拒绝 {{rejected}}',
  dryRun: '试运行：没有写入任何内容。',
  dryRunRejects: '试运行：除上面的文件外，没有写入任何内容。',
  dryRunAsk: '要把被拒绝和重复的行写成文件，请加 --rejects 文件（其中可能有电话号码）。',
  understood: '编码 {{encoding}} · 坐标系 {{crs}} · 列：{{columns}}',
  repairedCount: '修复几何 {{count}} 处：',
  rejectedCount: '拒绝 {{count}} 行：',
  row: '  第 {{row}} 行：{{text}}',
  warningRows: '  第 {{rows}} 行',
  warningRowsMore: '  第 {{rows}} 行……（全部行号见 --json）',
  rowsMore: '  …… 另有 {{count}} 行',
  rejectsWritten: '被拒绝和重复的行已写入 {{path}}，改正后可用同样的选项再次导入。',
  failure: {
    empty_file: '文件是空的。',
    not_a_table: '这不是表格，也不是 GeoJSON：文件以“{{start}}”开头。',
    not_geojson:
      '这不是可以导入的 GeoJSON（{{start}}）。需要 FeatureCollection、Feature 或几何对象。',
    unknown_encoding: '不认识编码“{{encoding}}”。',
    unknown_crs: '不认识坐标系“{{crs}}”。请写 EPSG 代码（如 EPSG:3826）、gcj02 或 bd09。',
    crs_not_convertible:
      '{{crs}}（{{name}}）到 WGS-84 的转换参数没有公开，猜测会偏差近百米。请先由测绘部门转换为 CGCS2000。',
    unknown_field: '没有字段“{{field}}”。可用字段：{{fields}}',
    unknown_column: '文件里没有列“{{column}}”。文件中的列：{{columns}}',
    bad_map: '--map 应写成 列=字段，而不是“{{text}}”。',
    join_key_missing: '并入的文件里没有列“{{key}}”。其中的列：{{columns}}',
    binary_file: '这是 {{format}} 文件，目前不能直接导入。请另存为 CSV 或 GeoJSON。',
    file_too_large: '文件超过 {{limit}} MB，不能一次读入。请拆分，或另存为 CSV 或 GeoJSON。',
    archive_damaged: '压缩文件已损坏（校验不符或不完整）。',
    archive_too_large:
      '压缩文件展开后过大（{{what}}：{{size}}，上限 {{limit}}），为防止占满内存没有打开。',
    archive_encrypted: '压缩文件中的 {{name}} 有密码，请先解除密码。',
    archive_method: '压缩文件中的 {{name}} 用了不支持的压缩方法（{{method}}）。',
    archive_too_deep: '压缩文件里套着压缩文件，超过 {{limit}} 层。',
    archive_without_data: '压缩文件里没有可以导入的文件（其中有：{{names}}）。',
    xml_dtd: '文件带有文档类型声明（DOCTYPE），这类文件可能有害，不予读取。请删去该声明。',
    xml_damaged: '第 {{line}} 行起不是有效的 XML，文件可能不完整。',
    xml_too_deep: 'XML 嵌套超过 {{limit}} 层。',
    xml_unknown:
      '这是 XML（{{root}}），但不是 KML、GPX 或表格。如果是网页形式的表格，请用表格软件另存为 XLSX。',
    workbook_damaged: '工作簿已损坏或不完整。',
    workbook_binary: '这是二进制工作簿（XLSB）。请另存为 XLSX。',
    workbook_old: '这是 Excel 97 以前的旧格式。请另存为 XLSX。',
    workbook_encrypted: '工作簿有密码保护：请打开它，另存一份不带密码的副本，再导入该副本。',
    empty_sheet: '工作表“{{sheet}}”是空的。',
    unknown_layer: '文件里没有“{{layer}}”。其中有：{{layers}}',
    too_many_layers: '有 {{count}} 个工作表或图层，超过 {{limit}} 个。',
    too_many_rows: '超过 {{limit}} 行，请拆分后导入。',
    too_many_columns: '有 {{count}} 列，超过 {{limit}} 列。',
    too_many_cells: '单元格或坐标超过 {{limit}} 个，请拆分后导入。',
    shapefile_damaged: 'Shapefile 已损坏或不完整。',
    shapefile_incomplete: 'Shapefile 不完整：缺少 .shp。',
    geopackage_damaged: 'GeoPackage 已损坏或不完整。',
    geopackage_without_layers: '这是 SQLite 文件，但没有可以导入的 GeoPackage 图层。',
    sqlite_missing: '这里没有读取 GeoPackage 所需的组件。',
    flatgeobuf_damaged: 'FlatGeobuf 已损坏或不完整。',
    file_damaged: '文件已损坏，无法读取。',
    reader_failed: '读取此文件时程序自身出错（{{error}}）。未导入任何内容；请连同文件一并反馈。',
  },
  reason: {
    duplicate: '与第 {{row}} 行完全相同',
    alike_stored:
      '像是台账里的“{{name}}”（相距 {{meters}} 米），编号不同：是同一个加 --alike same，不是加 --alike new',
    alike_unplaced:
      '像是台账里的“{{name}}”（其中一个没有位置），编号不同：是同一个加 --alike same，不是加 --alike new',
    part_joined: '与第 {{row}} 行编号相同，图形已并入那一条',
    no_place: '没有坐标',
    place_uncalculated: '坐标是公式，文件里没有算出的值：用 Excel 或 WPS 打开、保存后再导入',
    depot_open: '储备库“{{name}}”在登记中找不到或不唯一，请先指明是哪一个',
    lot_open: '该库有 {{count}} 个“{{name}}”的批次都说得通，请写明规格、批号或有效期',
    total_row: '这是“{{text}}”行，是别的行的和，不是一条记录',
    no_name: '没有名称',
    zero_zero: '坐标是 (0, 0)，即没有填写',
    swapped: '经度和纬度像是写反了：{{x}}, {{y}}',
    axes_swapped: 'X 和 Y 像是写反了（测量习惯里 X 是北坐标）：{{x}}, {{y}}',
    outside_crs_area: '不在 {{crs}} 的使用范围内：{{x}}, {{y}}',
    missing_sign: '坐标的正负号像是错了：{{x}}, {{y}}',
    decimal_slip: '坐标的小数点像是错位了：{{x}}, {{y}}',
    not_degrees: '不是经纬度：{{x}}, {{y}}。如果是投影坐标，请用 --crs 指明',
    outside_district: '在辖区 {{district}} 边界外 {{meters}} 米：{{x}}, {{y}}',
    no_district: '不在任何有边界的辖区内',
    too_far: '离文件中位点 {{km}} 公里，超过 {{limit}} 公里：{{x}}, {{y}}',
    unreadable_coordinate: '坐标“{{text}}”无法读取',
    srid_unknown: '坐标写明坐标系 EPSG:{{srid}}，不能换算',
    bad_geometry: '几何图形已损坏，无法修复',
    too_many_corners:
      '图形有 {{corners}} 个顶点，最多 {{limit}} 个。请先简化（如 QGIS 的“简化”，容差几米），或拆成几条',
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
    left_out: '由人决定不导入',
    pair_left_out: '同一处也是指定紧急避难场所：按“一处两用”只在那份清单里导入',
    changed_meanwhile: '比较之后有人改过这条登记，没有覆盖',
    already_there: '登记中已有同一编号的记录（可能已归档）',
    refused_by_register: '登记不接受这一行：{{text}}',
  },
  repair: {
    polygon_made_valid:
      '多边形自相交或重叠，已修复；面积 {{before}} → {{after}} 平方米（{{change}}%）',
    ring_closed: '多边形没有闭合，已闭合',
    coordinates_exchanged: '经度和纬度写反了（{{x}}, {{y}}），已对调',
  },
  warning: {
    no_coordinates:
      '文件里没有坐标列。文件中的列：{{columns}}。可用 --map 列=lng --map 列=lat 指明',
    no_header: '文件没有表头，{{count}} 列按序号引用。第一行：{{sample}}',
    guessed_columns: '按内容猜测的列：{{pairs}}。不对时请用 --map 指明',
    title_lines_skipped: '表头之前有 {{count}} 行标题，不是数据：{{text}}',
    date_stated:
      '表格写明日期 {{date}}（“{{line}}”），没有用作各行的时间；要用请加 --set observedAt={{date}}',
    placeless:
      '{{count}} 行没有坐标，作为“无位置”记录导入，请到“台账 → 待定位”逐条定位；定位之前不参加排序',
    districts_unnamed:
      '{{count}} 行没有坐标，所写的辖区不在登记中或不唯一，归到所选辖区：{{names}}',
    titles_cut:
      '列名在文件里被截断（dBASE 只存 10 个字节），按开头认出：{{pairs}}；不对时请用 --map 指明',
    titles_cut_unclear:
      '列名在文件里被截断（dBASE 只存 10 个字节），认不出：{{columns}}；请用 --map 指明，或换成 GeoPackage、GeoJSON 重新导出',
    columns_unused: '没有用到的列：{{columns}}',
    encoding_contradicted:
      '按指明的 {{encoding}} 读取，但文件内容像是 {{seems}}：请核对名称有没有变成别的字',
    encoding_file_wrong:
      '文件旁的编码说明写着 {{stated}}，但内容是 {{encoding}}，已按 {{encoding}} 读取',
    encoding_unsure: '编码可能是 {{encoding}}，但不能确定；不对时请用 --encoding 指明',
    mixed_delimiters: '{{count}} 行用了不同的分隔符，已分别处理',
    formula_cells: '{{count}} 行含有公式而不是数值，按文字保留',
    nan_values: '{{count}} 行含有 NaN 或 Infinity，按未知处理',
    unreadable_values:
      '“{{column}}”（{{field}}）有 {{count}} 个值无法使用，按未知处理，例如“{{example}}”',
    kept_in_part:
      '“{{column}}”（{{field}}）有 {{count}} 格只登记了一部分：传真、备注或缺了位数的号码没有登记，例如“{{example}}”',
    inexact_values:
      '“{{column}}”（{{field}}）有 {{count}} 个值不是准确的数，例如“{{example}}”：取其中的数，原文写入备注（已有的备注不改）',
    dates_assumed:
      '“{{column}}”（{{field}}）有 {{count}} 个日期只写到年或月（取第一天），或是表格软件的日期序号：{{example}}',
    decimal_comma: '数字里的逗号按小数点读取，共 {{count}} 格，例如 {{example}}',
    sites_to_flee:
      '这是日本的指定紧急避难场所（立即避险）清单，共 {{rows}} 行：{{blanks}} 行的空白灾种按“不适用”读取；{{pairs}} 行同时是指定避难所，记为一处两用',
    sites_to_stay:
      '这是日本的指定避难所（安置居住）清单，共 {{rows}} 行：{{pairs}} 行同时是指定紧急避难场所。两份清单都导入时，加 --pairs-as-one 让这些地方只导入一次、记为一处两用',
    parts_of_one:
      '{{count}} 行的图形像是 {{records}} 条记录的几个部分（编号相同、内容不矛盾）；要合成一条，加 --join-parts',
    parts_joined: '{{count}} 行的图形按编号合成了 {{records}} 条记录；人数等数字只计一次',
    possible_duplicates:
      '可能重复：{{groups}} 组（共 {{rows}} 行）名称、地址和位置相同，其中 {{separate}} 组内容不同，分别保留；忽略空格则为 {{ignoring_spaces}} 组',
    id_column_ignored:
      '“{{column}}”不像唯一编号（有重复、空缺或只是序号），没有用作编号；确认可用时请加 --map {{column}}=external_id',
    crs_zone_unknown:
      '文件按 {{crs}} 读取，但坐标（{{x}}, {{y}}）像是投影坐标，而带号不明：请加 --district，或用 --crs 指明',
    axes_swapped:
      'X、Y 两列像是写反了：对调后才在 {{crs}} 的使用范围内（测量习惯里 X 是北坐标）。请加 --map {{x}}=lat {{y}}=lng',
    crs_suggested:
      '文件按 {{crs}} 读取，但坐标（{{x}}, {{y}}）更像 {{suggestion}}，请用 --crs 指明',
    crs_from_header: '按列名“{{columns}}”采用坐标系 {{crs}}',
    crs_unstated_china:
      '文件没有说明坐标系，按 WGS-84 读取。如果坐标来自高德或腾讯地图，请加 --crs gcj02；来自百度地图请加 --crs bd09',
    degrees_minutes_seconds: '{{count}} 行的坐标写成度分秒，已换算',
    name_missing: '{{count}} 行没有名称和地址',
    incidents_closed:
      '文件没有说明事件状态，按历史事件（已结束）导入；未结束的请加 --set state=open',
    kind_inferred: '灾害种类 {{kind}} 由“{{from}}”推断；不对时请用 --set kind=…',
    kind_unknown:
      '{{count}} 行看不出灾害种类。请用 --set kind=flood（全部行）或 --set class=natural（没有写明的行记为该类的“其他”），或用 --map 列=kind 指明',
    layer_unknown: '{{count}} 行看不出属于哪个图层。请用 --set layer=road 指明',
    district_has_no_boundary: '辖区 {{code}} 没有边界，改为检查离中位点的距离',
    fence_not_checked: '试运行没有连接数据库，没有检查辖区 {{code}} 的边界',
    joined:
      '已并入 {{file}}：按名称 {{by_name}} 行，按异体字 {{by_variant}} 行，没有对应 {{unmatched}} 行；该文件有 {{unused}} 行没有用到',
    join_variant:
      '第 {{row}} 行“{{district}}{{name}}”与并入文件中的“{{other}}”只差一个字，视为同一处',
    join_unmatched: '{{count}} 行在并入文件中没有对应：{{names}}。并入文件中没有用到的：{{others}}',
    parents_created: '新建了上级辖区：{{codes}}',
    references_unresolved:
      '{{count}} 条路线的居民点或避难场所在登记中找不到或不唯一，暂不关联：{{names}}',
    archived: '{{count}} 条记录已归档，内容已更新但仍为归档',
    stock_gone: '新清单不再列出 {{count}} 个库存批次，已归档：{{items}}',
    stock_kept:
      '新清单不再列出 {{count}} 个库存批次，但有人登记过出入库，保留原样，请核实：{{items}}',
    occupancy_older: '{{count}} 行的在场人数早于登记中已知的时间，没有采用',
    stock_newer: '{{count}} 行的数量早于台账里最近的出入库，没有采用',
    truncated: '文件在中途结束，可能没有下载完整',
    rejects_reimported: '这是本程序生成的拒绝行文件，忽略其中的 reason 和 row 两列',
    sheet_chosen:
      '工作簿有多个工作表（{{sheets}}），读取了最像资源表的“{{sheet}}”；要读别的请用 --sheet 指明',
    sheet_used: '读取了工作表“{{sheet}}”（工作簿中有：{{sheets}}）',
    layer_chosen: '文件有多个图层（{{layers}}），读取了“{{layer}}”；要读别的请用 --layer 指明',
    folder_chosen:
      '文件有多个文件夹，各是一个图层（{{layers}}），只读取了“{{layer}}”；要读别的请用 --layer 指明，全部一起读用 --layer "*"',
    layer_used: '读取了图层“{{layer}}”（文件中有：{{layers}}）',
    layers_joined: '已把这些图层一起读取：{{layer}}',
    remark_columns: '表旁有 {{count}} 列是填表说明，不是数据，已忽略：{{text}}',
    header_lines_joined: '表头有 {{count}} 行（含合并单元格），已合成一个列名',
    merged_cells_filled: '{{count}} 个合并单元格已按显示内容填入各行',
    note_lines_skipped: '{{count}} 行是备注或分节标题，不是数据，已跳过：{{text}}',
    error_cells: '{{count}} 个单元格是公式错误（如 #N/A），按未知处理',
    uncalculated_cells:
      '{{count}} 个单元格是公式，文件里没有算出的值，按未知处理。请用 Excel 或 WPS 打开并保存后再导入。',
    deleted_rows_skipped: '{{count}} 条记录在文件中已标记删除，没有读取',
    text_cut: '{{count}} 个文字在文件里就被截断在半个字上，已去掉残缺部分',
    attributes_missing: '没有属性文件 {{file}}，只读取了图形',
    rows_unpaired: '图形和属性的条数不同，{{count}} 条没有对应',
    crs_missing: '“{{file}}”没有说明坐标系，按 WGS-84 读取；不对时请用 --crs 指明',
    links_ignored:
      '文件中有 {{count}} 个网络链接（NetworkLink），本程序从不读取外部地址，其中的内容没有导入',
    elements_ignored: '文件中有不是地点的内容，已忽略：{{names}}',
    mixed_geometries: '{{count}} 行混有点、线、面，只保留了其中最高的一类（面、线、点）',
    archive_others_ignored:
      '压缩包中读取了 {{file}}，没有读取：{{others}}；要读别的请用 --layer 指明',
  },
} as const;
