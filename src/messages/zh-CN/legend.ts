export const legend = {
  title: '图例',
  layers: '图层',
  withoutPlace: '{{without}} 无位置',
  states: '符号的含义',
  state: {
    plain: '常态：待命、待启用、可通行',
    ringed: '加圈：出动中、已启用、整改中',
    barred: '加杠：休整、关闭、不可通行',
    hollow: '空心：已销号、已结束',
    unknown: '斜纹：状态未知',
    old: '淡色：资料过时',
    undated: '虚边：资料时间不详',
  },
  levels: '事件级别',
  baseMap: '底图',
  localBaseMap: '本地底图（离线）',
} as const;
