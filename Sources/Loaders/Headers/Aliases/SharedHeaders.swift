/// Headers that several kinds share: people, telephones, channels, consultants, profiles.
enum SharedHeaders {
  static let created = """
    created created-at created-time create-time createdate 创建时间 创建日期 登记时间 录入日期 录入时间
    """
  static let customerID = """
    customer-id customer-no cust-id client-id contact-id lead-id cst-id cstguid 客户编码 客户号
    客户id 客户代码 客户guid 客户唯一编号
    """
  static let name = """
    name customer-name customer client client-name contact contact-name full-name cst-name
    cstname 姓名 客户名称 客户 客户名 称呼 来访客户 来电客户 客户姓名1
    """
  static let phone = """
    phone phone-number mobile mobile-phone telephone tel cell mobiletel customer-tel
    customer-phone contact-number 电话 客户电话 手机 手机号 手机号码 电话号码 移动电话 联系方式 联系手机
    客户手机 客户手机号 手机1 联系电话1 电话1
    """
  static let channel = """
    channel media source lead-source source-type origin how-did-you-hear-about-us? cognize-ave
    知晓途径 知晓渠道 获知渠道 获知途径 认知渠道 了解渠道 了解途径 媒体 媒体分析 媒体来源 客户来源 来源渠道
    信息来源 来源途径 渠道 渠道名称 渠道来源 一级渠道 channel1 通路 途径 来源 来访渠道 到访渠道 来电渠道
    """
  static let staff = """
    staff consultant salesperson salesman sales-rep sales-representative agent owner
    contact-owner assigned-to zygw 顾问 业务员 销售员 销售 销售人员 销售顾问 经办人 所属销售 归属顾问 所属顾问
    跟进人 接待顾问 接待人 接待人员 置业顾问姓名 负责人
    """
  static let level = """
    level rating grade intention-level intent-level 意向等级 意向 意向度 意向程度 客户评级 客户分级 客户级别
    客户等级 客户意愿 级别 等级 跟进级别 意向状态
    """
  static let district = """
    district residence home-area residence-area living-area 居住片区 居住小区 居住地 居住地址 居住区 家庭住址
    现居住区域 客户居住区域 所在区域
    """
  static let product = """
    product intent-product product-type 需求产品类型 意向产品 意向产品类型 首选产品 产品需求 需求业态 意向业态
    需求物业类型 意向物业类型
    """
  static let layout = """
    layout intent-layout huxing-intent floor-plan plan 需求套型 户型需求 需求户型 首选户型 意向套型
    """
  static let note = """
    note notes remark remarks comment comments description 客户白描 客户描述 情况说明 备注说明 备注1 描述
    线索描述
    """
  static let deleted = "is-deleted deleted 是否已删除 已删除"
  static let test = "is-test test 测试数据 是否测试"

  /// Further telephones of the same person: their numbers join those of the telephone column.
  static let furtherPhones: Set<String> = Set(
    HeaderList.words(
      """
      联系电话2 联系电话3 手机2 手机3 手机号2 手机号3 电话2 电话3 客户电话2 备用电话 备用手机 备用手机号 客户备用手机号 其他电话
      officetel hometel
      """
    ).map { HeaderName($0).name })

  /// Seen in any export, needed by no column.
  static let unused = """
    序号 no no. # 行号 项目 项目名称 案名 楼盘名称 project projectname 期数 组团 分期 phase 区域公司 城市公司 事业部
    集团 项目群 片区公司 公司 area-id company company-id group group-id 代理公司 销售公司 联代团队 agency guid
    性别 客户性别 gender sex 自定义1 自定义2 自定义3 customfield1 customfield2 备注2 备注3 备注4 备注5
    微信号 wechat
    email e-mail 邮箱 证件号 证件类型 客户身份证 身份证号 文件 行 列 原因
    """
}
