import {
  NAME_TITLES,
  registered,
  ORIGIN_IN_FORM,
  PLACE_IN_FORM,
  REGISTERED_IN_FILES,
  STORED_IN_FILES,
} from './registered.ts';
import type { RegisteredInFilesOnly } from './registered.ts';
import type { KindDescription } from './types.ts';

export const depot: KindDescription<'depot', RegisteredInFilesOnly> = {
  columns: {
    name: {
      type: 'line',
      always: true,
      titles: `仓库名称 储备库名称 物资库名称 储备点名称 仓库 ${NAME_TITLES}`,
      dbf: 'name',
    },
    inventoryText: {
      type: 'text',
      cell: 'inventory',
      fileName: 'inventory',
      titles:
        '物资清单 储备物资 存放物资 库存物资 物资种类及数量 物资 库存 机具名称 机具 设备 装备 器材 备蓄品 资机材 inventory stock items supplies engname inventory',
      dbf: 'inventory',
      whereKnown: true,
      asWritten: true,
      cardLabel: 'inventoryText',
    },
    ...registered,
  },
  form: { facts: ['name', 'inventoryText'], place: PLACE_IN_FORM, origin: ORIGIN_IN_FORM },
  table: ['name', 'inventoryText', 'districtCode', 'geom', 'address', 'source', 'observedAt'],
  card: ['inventoryText'],
  file: ['name', 'inventoryText', ...REGISTERED_IN_FILES, ...STORED_IN_FILES],
};
