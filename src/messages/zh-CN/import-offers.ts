/** What one press can take of a file that is being imported. */
export const importOffers = {
  label: '一按就能采用的',
  placeless:
    '{{count}} 行没有坐标。可以先作为“无位置”记录导入，之后在台账的“待定位”里逐条定位；定位之前不参加排序。',
  placelessTake: '没有坐标也导入',
  placelessTaken: '{{count}} 行没有坐标，将作为“无位置”记录导入，之后在台账的“待定位”里定位。',
  placelessUndo: '不导入没有坐标的',
  swapped: '{{count}} 行的经度和纬度像是写反了，对调后才在辖区内或其他行附近。',
  turn: '对调这些行',
  turned: '写反的行已对调经度和纬度；行数计入下方“修好的图形”。',
  turnUndo: '不对调',
  pairs:
    '{{count}} 行同时是指定紧急避难场所（立即避险）。两份清单都导入时，可以只从那份清单导入、记为一处两用。',
  pairsTake: '同一处只导入一次',
  pairsTaken:
    '同时是指定紧急避难场所的 {{count}} 行不从这份清单导入：请也导入那份清单，这些地方记为一处两用。',
  pairsUndo: '也从这份清单导入',
  parts: '{{count}} 行像是 {{records}} 条记录的几个部分：编号相同、内容不矛盾。',
  partsTake: '合成一条',
  partsTaken:
    '{{count}} 行的图形已按编号合成 {{records}} 条记录，人数等数字只计一次；并入的行计入“重复”。',
  partsUndo: '不合成',
  dated: '表格写明日期 {{date}}：',
  dateTake: '用作各行的观测时间',
  depots: {
    label: '需要指明的储备库',
    nameless: '（文件没有写储备库）',
    unknown: '登记中没有这个名称的储备库，{{count}} 行等着',
    ambiguous: '有几个同名的储备库，{{count}} 行等着',
    unnamed: '{{count}} 行等着：这些物资在哪个库？',
    choose: '“{{name}}”是哪个储备库',
    which: '请选择储备库',
    make: '新建“{{name}}”（无位置，之后定位）',
  },
} as const;
