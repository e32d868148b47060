import Records

extension KindHeaders {
  /// 来访.
  static let visits = KindHeaders(
    [
      HeaderList(
        .date,
        """
        date visit-date visit-time visited visited-at visit-datetime tour-date walk-in-date 来访日期
        来访日期时间 到访时间 到访日期 接待时间 接待日期 看房时间 看房日期 首访日期 首访时间 来访登记时间 带看时间
        """),
      HeaderList(.recordID, "record-id visit-id visit-no 来访编号 来访id 来访单号 来访编码 单据号 编号"),
      HeaderList(.created, SharedHeaders.created),
      HeaderList(.customerID, SharedHeaders.customerID),
      HeaderList(.name, SharedHeaders.name),
      HeaderList(.phone, SharedHeaders.phone),
      HeaderList(
        .visitKind,
        """
        kind visit-kind visit-type isvisit 首访/复访 首复访 是否首访 来访情况 来访性质 访问类型 是否来访过 到访类型
        客户新老 新老客户
        """),
      HeaderList(
        .party, "party party-size visitor-count visitorcount heads people cnt 到访人数 人数 同行人数 来客人数"),
      HeaderList(.channel, SharedHeaders.channel),
      HeaderList(
        .subchannel, "subchannel sub-channel channel2 source-detail 渠道明细 二级途径 细分渠道 来源明细 分销公司"),
      HeaderList(.staff, SharedHeaders.staff + " username 首访置业顾问 首访顾问 belongusername"),
      HeaderList(.level, SharedHeaders.level + " aiintentlevel"),
      HeaderList(.district, SharedHeaders.district + " 区域"),
      HeaderList(.workDistrict, "work-district workarea work-area 工作片区 工作地点 工作地 工作单位区域"),
      HeaderList(.age, "age age-band age-group 客户年龄 年龄段 年龄层 年龄区间"),
      HeaderList(
        .occupation,
        "occupation job profession 职业性质 单位性质 单位分类 职务 从事行业 行业 客户职业"),
      HeaderList(.family, "family family-structure household 家庭 家庭结构类型 家庭构成 家庭人口"),
      HeaderList(
        .purpose,
        """
        purpose buy-purpose purchase-purpose reason 置业动机 购房动机 购房用途 购房目的 购房目的/用途 置业用途 用途
        购买用途 购买动机
        """),
      HeaderList(.times, "times buy-times 置业次第 购房次数 首次购房 是否首次置业 第几次置业 置业类型"),
      HeaderList(.product, SharedHeaders.product),
      HeaderList(.layout, SharedHeaders.layout),
      HeaderList(
        .areaBand,
        "area intent-area room-area-intent wanted-area 意向面积 面积需求 首选面积 意向面积段 需求面积段 面积段"),
      HeaderList(
        .budget,
        "budget total-budget 预算总价 意向总价 预算 购房预算 总价 总价区间 意向价格 心理总价 可接受总价"),
      HeaderList(.payment, "payment pay-way payment-method 意向付款方式 付款意向"),
      HeaderList(.unit1, "unit-1 choice-1 意向房号 意向房源 首选房号 第一意向 意向房源1"),
      HeaderList(.unit2, "unit-2 choice-2 备选房号 次选房号 第二意向 意向房源2"),
      HeaderList(.price, "price acceptable-price 意向单价 心理单价 心理价位 接受单价"),
      HeaderList(
        .focus,
        """
        focus preference interests 关注重点 客户关注点 询问要点 第一关注点 认可点 考量因素 关键因素 项目偏好 关注因素
        """),
      HeaderList(
        .objection,
        """
        objection objections resistance 抗性 项目抗性 抗性分析 购买抗性 本案核心抗性 购买抗性/本案核心抗性 抗性点
        抗性因素 未购原因 未购因素 未成交原因
        """),
      HeaderList(
        .rival, "rival rivals competing-projects compared-projects 竞品对比 对比项目 竞品 关注竞品 对比竞品"),
      HeaderList(.referrer, "referrer referred-by 推荐人姓名 介绍人 老业主姓名 推荐业主 来源名称"),
      HeaderList(.note, SharedHeaders.note + " 跟进内容 接待情况 来访情况说明 接待内容 客户情况"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      来访次数 到访次数 visit-count visitcount 来访方式 来访类别 推荐人电话 推荐人房号 老客户房号 来源联系方式 经纪人 报备时间
      最近报备时间 保护期截至 原来的置业顾问 婚姻状况 marriage 家庭收入 收入 income 首付能力 首付能力判断 首付比例
      down-payment-percent 意向朝向 意向楼层 意向购买套数 朝向需求 楼层需求 对比点 决策周期 看房周期 看房周期/决策周期 交通工具 出行工具
      停留时长 是否有效 盘客状态 pankestatus 客户身份 当前客户类型 最近回访日期 回访次数 回访方式 跟进阶段 居住状态 贷款次数
      birthdate 生日 客户状态 接待时长 是否报备 status lead-status lifecycle-stage
      """)
}
