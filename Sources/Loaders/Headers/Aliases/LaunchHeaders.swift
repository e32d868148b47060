import Records

extension KindHeaders {
  /// 认筹.
  static let cards = KindHeaders(
    [
      HeaderList(.card, "card card-no cardno vip-no 认筹号 认筹卡号 卡号 vip号 筹号 意向编号 意向卡号 诚意号"),
      HeaderList(.customerID, SharedHeaders.customerID),
      HeaderList(.name, SharedHeaders.name),
      HeaderList(.phone, SharedHeaders.phone),
      HeaderList(.level, SharedHeaders.level + " certainty 购买意愿"),
      HeaderList(
        .unit1,
        "unit-1 choice-1 choice1 first-choice 意向房号1 意向房号 首选 首选房号 首选房源 第一选择 第一意向房号 第一意向房源"
      ),
      HeaderList(
        .unit2,
        "unit-2 choice-2 choice2 second-choice 意向房号2 次选 次选房号 次选房源 备选 备选房号 备选房源 第二选择 第二意向房号 第二意向房源"
      ),
      HeaderList(.price, "price acceptable-price psychunit 心理单价 意向单价 接受单价 心理价位"),
      HeaderList(.issued, "issued issued-on 办卡日期 办卡时间 认筹时间 办卡日 入筹日期 登记日期"),
      HeaderList(.returned, "returned returned-on 退卡日期 退卡时间 退卡日 退筹时间"),
      HeaderList(.arrived, "arrived arrived-at arrival 到场时刻 签到时间 到场"),
      HeaderList(.chosenAt, "chosen-at 选房时刻 选定时间"),
      HeaderList(.chosen, "chosen room chosen-room 选定房源 选房房号 落位房号 placedroom 所选房号 选中房号"),
      HeaderList(.result, "result outcome 选房结果 认筹结果 落位结果"),
      HeaderList(.staff, SharedHeaders.staff),
      HeaderList(.objection, "objection reason 未选原因 未购原因 抗性 未选房原因"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: SharedHeaders.unused + """
       轮次 round 测试日期 testdate 盘客日期 认筹金 第三意向 choice3 意向房号3 测试价格
      askedprice 报价口径 价格反应 reaction 心理总价 psychtotal 意向总价 可承受总价 maxtotal 是否落位 placed 购房资格
      qualification 付款方式 paymethod resistance 编号 备注
      """)

  /// 回访.
  static let followups = KindHeaders(
    [
      HeaderList(.date, "date followup-date follow-up-date contacted 回访时间 跟进日期 跟进时间 联系时间 联系日期"),
      HeaderList(.customerID, SharedHeaders.customerID),
      HeaderList(.name, SharedHeaders.name),
      HeaderList(.phone, SharedHeaders.phone),
      HeaderList(.staff, SharedHeaders.staff + " 回访人 跟进顾问"),
      HeaderList(.followDue, "due due-date followup-due 应回访日期 应回访时间 计划回访日期 计划跟进日期"),
      HeaderList(.way, "way method 回访方式 跟进方式 联系方法"),
      HeaderList(.connected, "connected reached 接通 是否联系上 接通情况"),
      HeaderList(.content, "content text 回访内容 跟进内容 沟通内容 回访记录 跟进记录 回访情况"),
      HeaderList(.level, SharedHeaders.level),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
      HeaderList(.recordID, "record-id 单据号 编号"),
    ],
    unused: SharedHeaders.unused + " 下次回访日期 下次跟进时间 备注 跟进阶段 回访次数 未到访原因")

  /// 巡场.
  static let patrols = KindHeaders(
    [
      HeaderList(.date, "date patrol-date checked-on 巡场日期 检查日期 检查时间 巡场时间 巡检日期"),
      HeaderList(.section, "section zone 类别 分类 检查区域 区域 部分 巡场区域 检查板块"),
      HeaderList(.item, "item check 检查项 检查内容 巡场项目 巡检项目 项目 检查标准"),
      HeaderList(.way, "way method 检查方法 检查方式 方式"),
      HeaderList(.full, "full full-marks 分值 标准分 总分 应得分"),
      HeaderList(.off, "off deducted 扣除分 扣分值 扣分数"),
      HeaderList(.owner, "owner responsible 负责人 责任岗位"),
      HeaderList(.note, "note remark 扣分说明 备注 问题 情况说明 问题说明 问题描述"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: "序号 检查人 巡场人 分项 得分 整改情况 文件 行 列 原因")
}
