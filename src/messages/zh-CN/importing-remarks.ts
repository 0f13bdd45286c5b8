/** What the importer says of a file it reads: warnings, why a row is refused, why nothing can be read. */
export const importingRemarks = {
  warning: {
    sites_to_stay:
      '这是日本的指定避难所（安置居住）清单，共 {{rows}} 行；{{pairs}} 行同时是指定紧急避难场所（立即避险）',
    parts_of_one:
      '{{count}} 行的图形像是 {{records}} 条记录的几个部分（编号相同、内容不矛盾），可以合成。',
    date_stated: '表格写明日期 {{date}}（“{{line}}”），没有用作各行的时间。',
    no_coordinates: '没有找到坐标列。请在下面指明哪一列是经度、哪一列是纬度。',
    guessed_columns: '文件没有列名，按内容猜测的列请核对。',
    encoding_unsure: '编码可能是 {{encoding}}，但不能确定；看到乱码请改编码。',
    id_column_ignored:
      '“{{column}}”不像唯一编号（有重复、空缺或只是序号），没有用作编号；确认可用就把它登记到“外部编号”。',
    crs_suggested:
      '按 {{crs}} 读取，但坐标（{{x}}, {{y}}）更像 {{suggestion}}，请核对地图并改坐标系。',
    crs_zone_unknown:
      '按 {{crs}} 读取，但坐标（{{x}}, {{y}}）像是投影坐标，而带号不明：请问提供者，再改坐标系。',
    axes_swapped:
      '“{{x}}”和“{{y}}”两列像是写反了：对调后才在 {{crs}} 的使用范围内（测量习惯里 X 是北坐标）。请在下面对调两列。',
    crs_unstated_china:
      '文件没有说明坐标系，按 WGS-84 读取。来自高德、腾讯请选 GCJ-02，来自百度请选 BD-09。',
    incidents_closed: '文件没有说明事件状态，按已结束的历史事件导入。',
    kind_inferred: '灾害种类“{{kind}}”由“{{from}}”推断，不对请在“每一行都相同的值”里改。',
    kind_unknown: '{{count}} 行看不出灾害种类。请指明哪一列是种类，或在“每一行都相同的值”里填写。',
    layer_unknown:
      '{{count}} 行看不出画在底图的哪一层。请指明哪一列是图层，或在“每一行都相同的值”里选图层（如道路）。',
    no_header: '文件没有列名，按列的顺序称呼。',
    sheet_chosen:
      '工作簿有多个工作表（{{sheets}}），读取了最像资源表的“{{sheet}}”；要读别的，请在“工作表或图层”里选。',
    titles_cut:
      '列名在文件里被截断（dBASE 只存 10 个字节），按开头认出：{{pairs}}；不对时请在下面改列的含义。',
    titles_cut_unclear:
      '列名在文件里被截断（dBASE 只存 10 个字节），认不出：{{columns}}。请在“各列的含义”里指明，或换成 GeoPackage、GeoJSON 重新导出。',
    folder_chosen:
      '文件有多个文件夹，各是一个图层（{{layers}}），只读取了“{{layer}}”；要读别的，或全部一起读，请在“工作表或图层”里选。',
    layer_chosen:
      '文件有多个图层（{{layers}}），读取了“{{layer}}”；要读别的，请在“工作表或图层”里选。',
    crs_missing: '“{{file}}”没有说明坐标系，按 WGS-84 读取；地图上位置不对时，请改“坐标系”。',
    archive_others_ignored:
      '压缩包里读取了 {{file}}，没有读取：{{others}}。要读别的，请在“工作表或图层”里选；没有这一项就先解压。',
  },
  reason: {
    not_degrees: '不是经纬度：{{x}}, {{y}}。如果是投影坐标，请改坐标系',
    alike_stored: '像是台账里的“{{name}}”（相距 {{meters}} 米），编号不同：请说明是不是同一个',
    alike_unplaced: '像是台账里的“{{name}}”（其中一个没有位置），编号不同：请说明是不是同一个',
  },
  failure: {
    unknown_crs: '不认识坐标系“{{crs}}”。请写 EPSG 代码，如 EPSG:3826。',
    bad_map: '列的含义无法理解：{{text}}',
  },
} as const;
