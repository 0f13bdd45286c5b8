/** What hazards and incidents say alike: what kind of event, how grave, and how deep water stands there. */
import type { Hazard } from '../model/index.ts';
import type { Columns } from './types.ts';

export const event: Columns<Pick<Hazard, 'class' | 'kind' | 'level'>, never> = {
  class: {
    type: 'event_class',
    always: true,
    titles: '事件类别 突发事件类别 灾害大类 eventclass',
    dbf: 'class',
  },
  kind: {
    type: 'event_kind',
    always: true,
    titles:
      '灾害类型 隐患类型 灾种 事件类型 灾害种类 风险类型 隐患种类 主灾情类型名称 灾害种别 类型 种类 类别 hazardtype eventtype kind hazard type',
    dbf: 'kind',
  },
  level: {
    type: 'level',
    titles: '风险等级 隐患等级 事件等级 事件级别 响应级别 等级 级别',
    dbf: 'level',
  },
};

/** One column with a range, or two. */
export const depth: Columns<Pick<Hazard, 'depthMinM' | 'depthMaxM'>, 'depth'> = {
  depth: {
    type: 'depth',
    onlyInFiles: true,
    titles: '水深 淹水深度 淹没水深 淹没深度 积水深度 浸水深 浸水深度 depth fdepth waterdepth',
  },
  depthMinM: {
    type: 'length',
    titles: '最小水深 水深下限 depthminm mindepth depthmin leastdepth',
    dbf: 'depth_min',
  },
  depthMaxM: {
    type: 'length',
    titles: '最大水深 水深上限 depthmaxm maxdepth depthmax greatestdepth',
    dbf: 'depth_max',
  },
};
