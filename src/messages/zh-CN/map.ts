export const map = {
  label: '地图：方向键移动，加减键缩放，回车选中准星处',
  // One character that stands in the symbol of a kind.
  glyph: { hazard: '险', shelter: '避', depot: '物', team: '队' },
  controls: '地图控件',
  zoomIn: '放大',
  zoomOut: '缩小',
  north: '指北（点击转回正北）',
  showAll: '显示全部辖区',
  fullScreen: '全屏',
  localGround: '底图：本辖区数据（离线）',
  cluster: '{{kind}} × {{count}}',
  clusterHint: '点击展开',
  record: '{{kind}}：{{name}}',
  cross: {
    place: '按回车把事件标在准星处，Esc 取消',
    choose: '{{what}}。按回车选中',
    nothing: '准星处没有要素',
  },
  cannotDraw: '这台设备不支持 WebGL 2，无法绘制地图。列表、搜索与排序照常可用。',
  baseFailed: '底图“{{name}}”无法加载，当前显示本地底图。',
  contextLost:
    '显卡中断了地图绘制，恢复后会自动重画。列表照常可用；若一直不恢复，请刷新页面，未保存的事件会保留。',
  linesMissing: '连线暂时画不出来（服务器没有应答），列表照常可用。',
} as const;
