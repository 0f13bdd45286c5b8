export const ogc = {
  title: 'Muster 应急资源登记',
  description:
    'OGC API – Features：供 QGIS 等桌面软件只读访问。权限与控制台相同。没有位置或时间的记录不会因空间或时间条件被排除。',
  link: { api: '接口定义', conformance: '符合的规范', collections: '数据集' },
  collection: '{{title}}，共 {{rows}} 条（您有权查看的）',
  security: {
    account: '账号的电子邮箱和密码，与控制台登录相同',
    token: '控制台登录后得到的访问令牌',
  },
  problem: {
    sign_in:
      '请先登录：用账号的电子邮箱和密码（HTTP Basic；在 QGIS 中为连接添加“基本身份验证”），或带上访问令牌（Authorization: Bearer …）。',
    wrong_password: '电子邮箱或密码不正确，或者账号已停用。',
    throttled: '尝试次数太多，请在 {{seconds}} 秒后再试。',
    bad_parameter: '参数 {{name}} 的值“{{value}}”无法理解。',
    unknown_parameter: '没有参数 {{name}}。可用：{{allowed}}',
    no_collection: '没有数据集“{{id}}”。',
    no_feature: '没有编号为“{{id}}”的记录，或者您无权查看。',
    not_here: '这里没有内容。请从 /ogc 开始。',
    not_acceptable:
      '不能以 {{accept}} 的形式回答；可用 application/json、application/geo+json、text/html。',
    method: '这个接口只读，只接受 GET。',
    failed: '数据库没有回答，请稍后再试。',
  },
} as const;
