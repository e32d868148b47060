import Records

extension KindHeaders {
  /// 竞品.
  static let competitors = KindHeaders(
    [
      HeaderList(
        .date, "date survey-date surveyed 调查时间 调查日期 填表时间 填表日期 调研时间 市调日期 市调时间 踩盘日期"),
      HeaderList(.week, "week survey-week 周 周别 调研周次 统计周 周数"),
      HeaderList(
        .project,
        """
        project competitor competitor-project rival 竞争格局名称 案名 楼盘名称 竞品 竞品名称 竞品楼盘 竞争项目 项目名称
        楼盘 项目
        """),
      HeaderList(.tier, "tier competitor-tier 竞品级别 竞品类型 竞争等级 竞争级别"),
      HeaderList(.district, "district 区域 组团 片区 所在板块 所属板块"),
      HeaderList(.product, "product product-type 产品类型 物业类型 产品"),
      HeaderList(.areaBand, "area area-range 主力面积区间 主力建面/套内面积区间 主力建面 面积区间 主力户型面积"),
      HeaderList(
        .price,
        """
        unit-price average-price price 均价 在售均价 平均单价 认购建面均价 认购建面均价/套内均价 成交单价 单价 本周均价
        销售均价
        """),
      HeaderList(.totalBand, "total total-range 套均总价 总价范围 总价区间 主力总价段 主力总价区间"),
      HeaderList(.visits, "visits traffic 本周来访 本周到访量 本周来访量 到访量 来访组数 来访 月均流量 本周到访"),
      HeaderList(.calls, "calls 本周来电 本周来电量 来电组数 来电"),
      HeaderList(.released, "released new-supply 新推 新开套数 新推房源 本周新推 推售套数 加推套数 新推货量"),
      HeaderList(
        .sold,
        """
        sold units-sold deals 本周成交 本周成交套数 成交套 成交 认购套数 新开销售套数 售出户数 销售套数 本周认购 本周认购套数
        """),
      HeaderList(.soldArea, "sold-area 认购面积 本周成交面积 销售面积"),
      HeaderList(.amount, "amount deal-amount 认购金额 本周成交金额 销售金额 首开去化金额 销售额"),
      HeaderList(.stock, "stock inventory 库存 库存量 剩余套数 认购库存套数 本周库存 可售户数 可售套数 可售套"),
      HeaderList(.discount, "discount discounts 优惠活动 优惠政策 付款折扣 折扣 折扣优惠 优惠信息"),
      HeaderList(.activity, "activity promotion actions 活动 本周动态 营销活动 动态 营销动态 重要动作"),
      HeaderList(.channel, "channel channels 渠道 推广媒体 推广方式 媒体"),
      HeaderList(.commission, "commission 佣金 佣金点数 分销佣金点数 渠道佣金"),
      HeaderList(.source, "source information-source 信息来源 数据来源 调查方式 来源方式"),
      HeaderList(.surveyor, "surveyor surveyed-by 调查员 调研人 市调人 填表人 踩盘人"),
      HeaderList(.note, "note notes remark remarks 变化原因 说明 情况说明"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
      HeaderList(.recordID, "record-id 单据号 编号"),
    ],
    unused: """
      序号 no 开发商 developer 发展商 投资兴建 代销/自销 单价范围 备案套数 备案金额 备案面积 销售率 套数环比 金额环比 面积环比
      均价环比 环比 wow 下周加推预计 客户区域 customers 上周来访 上周成交 上周均价 上周库存 本周备案 文件 行 列 原因
      """)
}
