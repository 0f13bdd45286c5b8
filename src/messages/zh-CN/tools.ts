export const tools = {
  notPrepared: '这个数据库还没有 Muster 的表。请先运行一次 npm start（或 supabase db push）。',
  passwordShort: '密码至少需要 {{length}} 个字符。',
  passwordLong: '密码最多 72 个字节。',
  emailWrong: '“{{email}}”不是电子邮箱。',
  roleUnknown: '没有“{{role}}”这个角色。可选：{{roles}}',
  districtUnknown: '没有代码为“{{code}}”的辖区。',
  accountExists: '账号 {{email}} 已存在。',
  accountMissing: '没有账号 {{email}}。',
} as const;
