/** What a register on hosted Supabase does not have or does otherwise, each said where a person would look for it. */
export const hosted = {
  gis: '桌面 GIS（如 QGIS）不能直接连接这个登记册：它放在托管的 Supabase 上，那里没有 /ogc。请导出 GeoJSON 或 Shapefile，再在 QGIS 中打开。',
  failedSignIns:
    '这里没有“登录失败”：登记册放在托管的 Supabase 上，登录失败只保留在它的后台（Authentication → Logs），且只保留几天。',
  throttle: '这里按网络地址计次，同一出口的其他人试错也算在内。',
  sessions:
    '登录不会因为闲置而结束（除非 Supabase 项目另设了期限）：用完请退出；设备丢失或借出时，请在这里结束它的登录。',
  asleep:
    '如果长时间如此：登记册放在托管的 Supabase 上，免费项目 7 天无人使用会被暂停，须由管理员到 Supabase 后台唤醒。',
  backups:
    '备份由 Supabase 按项目套餐进行，不由本软件进行；免费项目没有自动备份，请定期把数据导出（台账 → 导出）另存一份。',
} as const;
