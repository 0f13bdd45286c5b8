export const gateway = {
  settingUnknown: '环境变量 {{name}} 的值“{{value}}”无法理解。',
  secretsBroken:
    '密钥文件 {{path}} 已损坏。请从备份中取回；若要重新生成，请删除它（所有人需要重新登录）。',
  secretShort: '环境变量 {{name}} 至少需要 32 个字符。可以这样生成：openssl rand -base64 48',
  secretMissing:
    '使用 DATABASE_URL 时必须设置环境变量 {{name}}（签发登录令牌的密钥，至少 32 个字符）。可以这样生成：openssl rand -base64 48',
  folderInUse:
    '数据文件夹 {{folder}} 正被另一个进程使用（{{machine}} 上的进程 {{pid}}）。同一文件夹只能由一个进程打开。',
  folderClosed: '不能写入数据文件夹 {{folder}}：{{reason}}',
  databaseBroken: '数据库意外停止：{{reason}}。已确认的数据都在磁盘上，请重新启动。',
  doorShut: '进程 {{pid}} 正在使用数据文件夹 {{folder}}，但没有应答。请等它启动完毕，或先停止它。',
  migrationUnknown:
    '数据库里有本版本不认识的迁移 {{file}}：它由更新的版本建立。请用更新的版本启动。',
  migrationChanged: '已经执行过的迁移 {{file}} 被改动了。迁移只能新增，不能修改；请恢复原文件。',
  migrationFailed: '迁移 {{file}} 执行失败，数据库保持原样：{{reason}}',
  formerMigrationsMissing:
    '数据库比本版本的迁移更旧，而升级它所需的旧文件不在这里（{{folder}}）。请用完整的项目副本（含 tests 文件夹）启动一次；没有改动任何内容。',
  databaseUrlWrong: 'DATABASE_URL 无法理解。应类似 postgres://用户:密码@主机:5432/数据库',
  databasePlainText:
    '数据库在另一台机器上（{{place}}），而连接不会加密。请在 DATABASE_URL 末尾加 ?sslmode=require（或 verify-full），并在数据库里打开 TLS（ssl = on）；也可以用终点在 127.0.0.1 的加密隧道。',
  hostedDatabase:
    '这个数据库属于托管的 Supabase 项目，登录由那边自己的服务负责，npm start 在这里无法登录；没有改动任何内容。控制台请按 docs/hosted.md 打开。QGIS 请用导出的文件（台账 → 导出，或 npm run export）。工具（npm run user、import、export）可以用这个 DATABASE_URL。',
  notListed:
    '这个地址只回答控制台自己的请求：按名称调用，以及对单个表的普通读取。其他程序请用 /ogc 或导出的文件。',
  valueRefused:
    '服务器不接受这样的内容（{{code}}）。请检查所填的值；再次出现时，把代码告诉管理员。',
  noRight: '您没有这项权限，或这里不在您的辖区内（{{code}}）。',
  ownFault: '服务器自身出错，没有保存（{{code}}）。请稍后再试；再次出现时，把代码告诉管理员。',
  postgresUnreachable: '连接不上数据库 {{place}}：{{reason}}',
  postgresOld: '需要 PostgreSQL 15 或更新的版本，这里是 {{version}}。',
  postgresRole:
    '数据库用户 {{user}} 权限不足：它必须是超级用户，或者拥有 BYPASSRLS 并能切换到 anon 与 authenticated。',
  postgisMissing: '数据库服务器没有安装 PostGIS（Debian：apt install postgresql-15-postgis-3）。',
  portTaken: '端口 {{port}} 已被占用。请停止占用它的程序，或换一个端口：PORT={{other}} npm start',
  addressWrong: '不能在地址 {{host}} 上监听：{{reason}}',
  baseMapsWrong: '底图配置 {{place}} 有误：{{reason}}',
  building: '正在构建页面……',
  buildFailed: '页面构建失败。',
  preparing: '首次运行：正在准备数据库（约 10 至 30 秒，只需一次）……',
  loading: '正在建立数据文件夹……',
  opening: '正在打开数据库……',
  migrated: '数据库已升级：{{files}}',
  loadingDemo: '正在载入演示辖区……',
  demoAccountsRemoved: '未启用演示模式，已删除 {{count}} 个演示账号。',
  ready: '应急资源一张图已启动：{{address}}',
  signInDemo: '演示账号（密码均为 {{password}}）：',
  signInReal:
    '请用您的账号登录。还没有账号时：npm run user -- add <邮箱> --role admin --name <姓名>',
  dataKept: '数据保存在 {{folder}}。按 Ctrl-C 停止。',
  stopping: '正在停止……',
  demoToNetwork:
    '注意：演示模式对网络开放，任何人都能用演示账号登录，其中包括管理员。请勿存放真实数据。',
  proxyUnstated:
    '注意：请求经过了反向代理，但没有设置 {{name}}=1：所有人看起来都来自同一地址，一人输错密码会连累其他人。若代理是您自己的，请设置它并重新启动。',
  proxyExpected:
    '注意：MUSTER_HOSTS 写了 {{hosts}}，而这里只在本机监听，前面应有反向代理。请同时设置 {{name}}=1（见 docs/proxy.md），否则所有人看起来都来自同一地址，一人输错密码会连累其他人。',
  databaseDamaged:
    '{{folder}} 里的数据库打不开（{{reason}}）。请用最新的备份恢复：npm run restore -- "{{backup}}" --yes（损坏的数据库会移到一边，不会删除）',
  databaseDamagedAlone:
    '{{folder}} 里的数据库打不开（{{reason}}），也没有找到备份。请从别处取回 .muster-backup 文件，然后：npm run restore -- <备份文件> --yes',
  diskFull: '服务器磁盘已满，无法写入 {{folder}}。请先清理出空间，再重新启动；已确认的数据都还在。',
  backupsKept:
    '每天自动备份到 {{folder}}，保留最近七份。同一块磁盘坏了，备份也会丢：请定期复制到别处。',
  openToNetwork:
    '注意：正在 {{host}} 上监听，网络中的其他机器可以访问。请确认使用了 HTTPS 反向代理。',
} as const;
