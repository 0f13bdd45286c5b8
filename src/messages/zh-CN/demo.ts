export const demo = {
  alreadyThere: '演示辖区（{{code}}）已经在数据库里。',
  accountsInside: '这些账号属于演示辖区，请先停用或改到其他辖区，再删除演示数据：{{emails}}',
} as const;
