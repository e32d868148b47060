import Records
import Testing

@testable import Loaders

/// Which headers are known, and how they are compared.
@Suite struct HeaderTests {
  private let book = HeaderBook()

  /// Headers met in the trade; each fills a column of its kind or is known to be of no use.
  private static let met: [(kind: RecordKind, headers: String)] = [
    (
      .calls,
      """
      来电时间 首电日期 来电日期 call_time 进线时间 FirstGjDate 登记日期 客户姓名 姓名 客户名称 customer_name cstName 称呼 联系电话
      客户电话 手机号 电话 mobileTel 手机1 customer_tel 联系方式 移动电话 来电号码 性别 客户性别 sex 来电方式 跟进方式
      gjfs_text 认知途径 知晓途径 获知渠道 获知途径 媒体 媒体分析 cognizeAve 客户来源 来访渠道 到访渠道 信息来源 渠道 置业顾问
      业务员 首电置业顾问 call_salesman 销售员 接听人 经办人 zygw 是否有效 is_effective_type 有效来电 意向级别 意向等级
      客户评级 客户分级 跟进级别 客户意愿 intention_level 居住区域 homeArea 居住片区 居住小区 工作区域 workArea 需求产品类型
      意向户型 意向面积 意向总价 需求套型 huxingIntent roomAreaIntent 户型需求 需求面积 预算总价 首选产品 首选面积 关注点
      关注重点 客户关注点 询问要点 第一关注点 是否邀约到访 电转访 转访 visit_time 下次跟进时间 nextDate 下次联系时间 沟通内容
      feedback 最近回访记录 跟进内容 是否接通 通话时长(秒) 来电日期时间 项目 项目名称 案名 楼盘名称 projectname 期数 组团 分期
      代理公司 销售公司 联代团队 创建时间 登记时间 录入时间 CreatedTime 是否删除 is_deleted 是否测试数据 备注 客户白描 客户描述
      情况说明 customField1 备注2
      """
    ),
    (
      .visits,
      """
      来访时间 来访日期 到访时间 接待时间 看房时间 首访日期 visitTime 来访日期时间 客户编号 客户编码 cst_id customerId 年龄 客户年龄
      年龄段 birthDate 来访次数 visitCount 到访次数 来访情况 首访/复访 是否来访过 isvisit 来访方式 来访类别 来访人数
      visitorcount cnt 认知途径 一级渠道 二级渠道 通路 渠道名称 推荐人 推荐人电话 老客户房号 推荐人姓名 来源名称 来源联系方式 经纪人
      分销公司 报备时间 带看时间 最近报备时间 保护期截至 接待顾问 userName 首访置业顾问 归属顾问 belongUserName 置业顾问
      所属销售 原来的置业顾问 意向级别 aiIntentLevel 置业目的 置业动机 购房动机 购房用途 buyPurpose 购房目的/用途 置业次数
      贷款次数 首次购房 家庭结构 婚姻状况 family marriage 职业 职业性质 单位性质 单位分类 职务 从事行业 家庭收入 总价预算
      首付能力 预算总价 首付能力判断 预算(万元) down_payment_percent 付款方式 payWay 意向产品 意向购买套数 购房抗性 抗性
      项目抗性(多选) 抗性分析 购买抗性/本案核心抗性 认可点 项目偏好(多选) 考量因素 关键因素 对比楼盘 竞品对比 对比点
      competing_projects 决策周期 看房周期/决策周期 交通工具 出行工具 停留时长 是否有效 盘客状态 pankeStatus 客户身份
      当前客户类型 最近回访日期 回访次数 回访方式 跟进阶段 居住状态 序号 编号 来访id 预算总价(万元)
      """
    ),
    (
      .deals,
      """
      认购书编号 合同编号 协议编号 认购编码 来访编码 房号 房间编码 房源 正合房号/开发商房号 楼层\\房号 roomInfo 房间全名 deal_roomnum
      合并房号 相关房源 营销楼栋名称 房间ID 客户名称 cstAllName 业主 客户 姓名 车位业主姓名 买受人 证件号 买受人证件号
      cstAllCardID 客户身份证 身份证号 联系电话 xCstAllTel phones 共有方式 共有人 共有人组 联名 认购日期 QSDate 认购时间 大定日期
      签约日期 签约时间 网签日期 草签日期 明源转签约日期 转签约日期 首次转明源日期 车位签约日期 单机改网签日期 完成网签日期 备案日期
      放款日期 缴税日期 移交日期 送备案时间 备案完成时间 放款时间 客户契税 维修基金 移交情况 业绩归属日期 ywgsDate 认购业绩归属时间
      签约业绩归属时间 认购统计日期 审核时间 应签约日期 预计签约日期 yqyDate 失效日期 清款日期 是否清款 类型 交易状态 状态
      tradeStatus 是否关闭 是否作废 关闭原因 关闭日期 业态 产品类型 物业类型 户型 huxing 房型 建筑面积 套内面积 bldArea tnArea
      成交面积 购买面积 公摊面积 计价方式 计价模式 标准总价（元） 标准单价（元/㎡） tnPrice 底价总价 备案总价 备案单价 认购总价
      签约总价 协议总价 认购金额 htTotal 合同总价 购买总价 成交总价 买卖合同总价 车位总价 transaction_amt 认购单价 签约单价
      成交单价 成交套内单价 认购建面单价 签约套内单价 折扣 折扣说明 购房优惠 老带新优惠 签约优惠比例 定金 应交定金 earnest
      定金金额/元 付款方式 payForm 付款方式(类别) 首付金额 按揭金额 按揭银行 按揭年限 公积金金额 商贷金额 商贷银行 年限(月)
      已付金额 贷款金额 贷款银行 置业顾问 认购置业顾问 签约置业顾问 Zygw 业务员 置业顾问ids 认知途径 渠道 销售渠道 成交途径
      客户来源 首电日期 首访日期 来访日期 是否员工购房 一房一议 是否搭售车位 交房日期 变更类型 事件类型 变更原因 生效时间 退定时间
      CloseDate 原房号 新房号 前次销售单 换房交易时间确认 退款金额 挞定金额 是否挞定款项 退房类型 车位号码 欠款金额(不含面积补差）
      备案_业务宗号 面积(㎡) 单价(元/㎡) 总价(元) 状态(认购/签约/退房) 成交日期
      """
    ),
    (
      .receipts,
      """
      回款日期 收款日期 getDate 回款时间 缴费日期 回款金额 rmbAmount 实收金额(元) 回款金额汇总/元 实收款合计 款项类型 款项名称
      票据类型 票据状态 支付方式 getForm 应收日期 应收金额 余额 多收 lastDate rmbYe rmbDsAmount 应收余额 含税 不含税 未回款
      逾期天数 未回款金额/元
      """
    ),
    (
      .competitors,
      """
      调研日期 周次 调查时间 填表时间 调查日期 调查人 调查方式 调查员 竞品项目 竞争格局名称 案名 楼盘名称 开发商 板块 区域 组团 发展商
      投资兴建 业态 主力面积区间 主力建面/套内面积区间 主力面积 总价范围 均价 主力总价 认购建面均价/套内均价 套均总价 在售均价 平均单价
      单价范围 来访量 来电量 本周到访量 本周来电 月均流量 新开套数 新开销售套数 首开去化金额 认购套数 认购金额 备案套数 售出户数
      销售率 库存套数 认购库存套数 剩余套数 本周库存 可售户数 优惠 活动 营销动作 本周动态 下周加推预计 变化原因 付款折扣 环比 分销佣金
      客户区域 本周来访(组) 本周成交(套) 均价(元/㎡) 优惠活动 备注
      """
    ),
    (
      .units,
      """
      楼栋 单元 楼层 房间号 bldGUID unit floor no room 组团 房号 状态 销售状态 业态 户型 朝向 结构 huxing west roomStru 建筑面积
      套内面积 标准单价 标准总价 底价总价 系统底价 破底价溢价金额 销控日期 锁房日期 锁房置业顾问 预售证号 取证日期 推售批次 推售日期
      已领证 首开 放盘时间 交房日期 现房/顽固性库存 isPreControl
      """
    ),
    (.staff, "姓名 工号 小组 组长/上级 销售组长 案场经理 salesmanLeaderName 项目经理一 岗位 角色 人事状态 渠道 入职日期 离职日期 别名"),
    (
      .targets,
      """
      月份 任务归属月 层级 对象 目标版本 来访目标 认购任务 签约任务 回款任务 计划签约金额 计划签约面积 计划签约套数 计划回款金额 完成
      完成率 分解率 偏差 实际达成(组) 达成率(%) 偏差原因分析
      """
    ),
    (
      .costs,
      """
      费用大类 中类 细类 费用说明 科目 预算 调整后预算 OccurredPlanningAmount 已发生 已支付 余额 发生额 Amount BalanceAmount
      单据类型 日期 供应商 渠道
      """
    ),
    (
      .tasks,
      """
      工作事项 操作指引 工作大项 小类 主要工作内容说明 任务类别 责任人 配合部门 执行部门 配合者 主办岗位 协办部门 开始时间 完成时间
      实际完成时间 任务完成时间 状态 进度 备注 计划执行督察 督察
      """
    ),
    (
      .milestones,
      "节点 节点阶段 计划日期 预计日期 实际日期 相对天数 达成标准 客储目标(组) 实际达成(组) 达成率(%) 偏差原因分析"
    ),
    (
      .cards,
      """
      轮次 测试日期 客户姓名 联系电话 置业顾问 认筹编号 认筹号 卡号 VIP号 认筹金 第一意向 第二意向 第三意向 意向房号1 意向房号2
      首选 备选 测试价格 报价口径 价格反应 心理单价 意向单价 心理总价 意向总价 可承受总价 购买意愿 是否落位 落位房号 购房资格 付款方式
      抗性
      """
    ),
  ]

  @Test(arguments: met.map(\.kind))
  func everyHeaderOfTheTradeIsKnown(kind: RecordKind) {
    for entry in Self.met where entry.kind == kind {
      for header in entry.headers.split(whereSeparator: \.isWhitespace) {
        let name = HeaderName(String(header))
        #expect(
          !book.targets(name, in: kind).isEmpty || book.isKnownUnused(name, in: kind),
          "\(header) of \(kind)")
      }
    }
  }

  @Test func canonicalNamesAreKnownInBothLanguages() {
    for kind in RecordKind.allCases {
      for spec in kind.fields {
        #expect(
          book.targets(HeaderName(spec.header), in: kind).first?.field == spec.field,
          "\(kind) \(spec.header)")
        let english = HeaderBook.englishName(spec.field, in: kind)
        #expect(!english.isEmpty, "\(kind) \(spec.field)")
        #expect(
          book.targets(HeaderName(english), in: kind).first?.field == spec.field,
          "\(kind) \(english)")
      }
    }
  }

  @Test func noHeaderMeansTwoColumnsOfAKind() {
    for kind in RecordKind.allCases {
      var owners: [String: Field] = [:]
      for spec in kind.fields { owners[HeaderName(spec.header).name] = spec.field }
      for list in kind.headers.lists {
        for header in list.headers {
          let name = HeaderName(header).name
          #expect(owners[name] ?? list.field == list.field, "\(kind) \(header)")
          owners[name] = list.field
        }
      }
      for header in kind.headers.unused {
        #expect(owners[HeaderName(header).name] == nil, "\(kind) \(header) is unused and known")
      }
    }
  }

  @Test(
    arguments: [
      ("总价(万元)", "总价", "万元"), ("总价（万元）", "总价", "万元"), ("欠款金额(不含面积补差）", "欠款金额", "不含面积补差"),
      ("面积【㎡】", "面积", "m2"), (" 来访\n时间 ", "来访时间", nil), ("\u{FEFF}来访时间", "来访时间", nil),
      ("状态(认购/签约/退房)", "状态", "认购/签约/退房"), ("单价(建面)(元/㎡)", "单价", "元/m2"), ("ＡＢＣ", "abc", nil),
      ("Visit Date", "visitdate", nil), ("visit_date", "visitdate", nil),
      ("购房目的/用途", "购房目的/用途", nil), ("(备注)", "(备注)", nil),
    ] as [(String, String, String?)])
  func headersAreComparedWithoutTheirLooks(typed: String, name: String, unit: String?) {
    let header = HeaderName(typed)
    #expect(header.name == name)
    #expect(header.unit == unit)
  }

  @Test func unitsBehindASlashAreCut() {
    #expect(book.targets(HeaderName("总价/万元"), in: .deals).first?.unit == "万元")
    #expect(book.targets(HeaderName("总价/万元"), in: .deals).first?.field == .total)
    #expect(book.targets(HeaderName("购房目的/用途"), in: .visits).first?.field == .purpose)
  }

  /// Asked once for all kinds or kind by kind, a header means the same.
  @Test func meaningsAreTheTargetsOfEveryKind() {
    var book = HeaderBook()
    book.add(.visits, .channel, header: "来源", unit: nil)
    book.add(.deals, .total, header: "价款", unit: "万元")
    let headers = [
      "来源", "价款", "总价/万元", "日期", "购房目的/用途", "手机号", "无此列", "", "房号", "Date", "状态(认购/签约)",
    ]
    for header in headers.map(HeaderName.init) {
      let meanings = book.meanings(header)
      for kind in RecordKind.allCases {
        #expect(meanings[kind] == book.targets(header, in: kind), "\(header.name) \(kind)")
        #expect(meanings.isKnown(in: kind) == !book.targets(header, in: kind).isEmpty)
      }
    }
  }
}
