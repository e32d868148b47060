/// The columns of every kind of file: the one list that loaders read by and references are
/// printed from.
extension RecordKind {
  /// The kind's columns in the order of the reference.
  package var fields: [FieldSpec] {
    switch self {
    case .calls: Schema.calls
    case .visits: Schema.visits
    case .deals: Schema.deals
    case .competitors: Schema.competitors
    case .receipts: Schema.receipts
    case .units: Schema.units
    case .targets: Schema.targets
    case .costs: Schema.costs
    case .staff: Schema.staff
    case .tasks: Schema.tasks
    case .milestones: Schema.milestones
    case .cards: Schema.cards
    case .followups: Schema.followups
    case .patrols: Schema.patrols
    case .scores: Schema.scores
    case .objections: Schema.objections
    case .texts: Schema.texts
    case .project: Schema.project
    case .columns: Schema.columns
    case .words: Schema.words
    }
  }
}

private enum Schema {
  static let calls: [FieldSpec] = [
    FieldSpec(.date, "来电时间", .day, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.created, "录入时间", .day),
    FieldSpec(.customerID, "客户编号", .identifier),
    FieldSpec(.name, "客户姓名", .names, .usual),
    FieldSpec(.phone, "联系电话", .phones, .usual),
    FieldSpec(.channel, "认知途径", .word, .usual),
    FieldSpec(.staff, "置业顾问", .staff, .usual),
    FieldSpec(.effective, "是否有效", .yesNo),
    FieldSpec(.level, "意向级别", .word),
    FieldSpec(.district, "居住区域", .word),
    FieldSpec(.product, "需求产品", .word),
    FieldSpec(.layout, "意向户型", .word),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let visits: [FieldSpec] = [
    FieldSpec(.date, "来访时间", .day, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.created, "录入时间", .day),
    FieldSpec(.customerID, "客户编号", .identifier),
    FieldSpec(.name, "客户姓名", .names, .usual),
    FieldSpec(.phone, "联系电话", .phones, .usual),
    FieldSpec(.visitKind, "来访类型", .word),
    FieldSpec(.party, "来访人数", .count),
    FieldSpec(.channel, "认知途径", .word, .usual),
    FieldSpec(.subchannel, "二级渠道", .word),
    FieldSpec(.staff, "置业顾问", .staff, .usual),
    FieldSpec(.level, "意向级别", .word),
    FieldSpec(.district, "居住区域", .word),
    FieldSpec(.workDistrict, "工作区域", .word),
    FieldSpec(.age, "年龄", .word),
    FieldSpec(.occupation, "职业", .word),
    FieldSpec(.family, "家庭结构", .word),
    FieldSpec(.purpose, "置业目的", .word),
    FieldSpec(.times, "置业次数", .word),
    FieldSpec(.product, "需求产品", .word),
    FieldSpec(.layout, "意向户型", .word),
    FieldSpec(.areaBand, "需求面积", .word),
    FieldSpec(.budget, "总价预算", .word),
    FieldSpec(.payment, "付款方式", .word),
    FieldSpec(.unit1, "意向房号1", .room),
    FieldSpec(.unit2, "意向房号2", .room),
    FieldSpec(.price, "可接受单价", .price),
    FieldSpec(.focus, "关注点", .words),
    FieldSpec(.objection, "购房抗性", .words),
    FieldSpec(.rival, "对比楼盘", .words),
    FieldSpec(.referrer, "推荐人", .words),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let deals: [FieldSpec] = [
    FieldSpec(.room, "房号", .room, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.created, "录入时间", .day),
    FieldSpec(.customerID, "客户编号", .identifier),
    FieldSpec(.name, "客户姓名", .names, .usual),
    FieldSpec(.phone, "联系电话", .phones, .usual),
    FieldSpec(.date, "成交日期", .day, .key),
    FieldSpec(.subscribed, "认购日期", .day, .key),
    FieldSpec(.signed, "签约日期", .day, .key),
    FieldSpec(.due, "约定签约日期", .day),
    FieldSpec(.cancelled, "退房日期", .day),
    FieldSpec(.cancelKind, "退房类型", .word),
    FieldSpec(.status, "状态", .word),
    FieldSpec(.product, "业态", .word, .usual),
    FieldSpec(.layout, "户型", .word),
    FieldSpec(.area, "建筑面积", .area, .usual),
    FieldSpec(.price, "成交单价", .price),
    FieldSpec(.total, "成交总价", .money, .usual),
    FieldSpec(.subscribedTotal, "认购总价", .money, .usual),
    FieldSpec(.signedTotal, "签约总价", .money, .usual),
    FieldSpec(.payment, "付款方式", .word),
    FieldSpec(.channel, "认知途径", .word),
    FieldSpec(.referrer, "推荐人", .words),
    FieldSpec(.staff, "置业顾问", .staff, .usual),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let competitors: [FieldSpec] = [
    FieldSpec(.date, "调研日期", .day, .key),
    FieldSpec(.week, "周次", .week, .key),
    FieldSpec(.project, "竞品项目", .word, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.tier, "竞品等级", .word),
    FieldSpec(.district, "板块", .word),
    FieldSpec(.product, "业态", .word),
    FieldSpec(.areaBand, "主力面积", .text),
    FieldSpec(.price, "成交均价", .price, .usual),
    FieldSpec(.totalBand, "主力总价", .text),
    FieldSpec(.visits, "来访量", .count),
    FieldSpec(.calls, "来电量", .count),
    FieldSpec(.released, "新推套数", .count),
    FieldSpec(.sold, "成交套数", .count, .usual),
    FieldSpec(.soldArea, "成交面积", .area),
    FieldSpec(.amount, "成交金额", .money),
    FieldSpec(.stock, "库存套数", .count),
    FieldSpec(.discount, "优惠", .text),
    FieldSpec(.activity, "营销动作", .text),
    FieldSpec(.channel, "推广渠道", .text),
    FieldSpec(.commission, "分销佣金", .text),
    FieldSpec(.source, "来源", .word),
    FieldSpec(.surveyor, "调查人", .word),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let receipts: [FieldSpec] = [
    FieldSpec(.date, "回款日期", .day, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.room, "房号", .room, .usual),
    FieldSpec(.name, "客户姓名", .names),
    FieldSpec(.item, "款项", .word),
    FieldSpec(.amount, "回款金额", .money, .key),
    FieldSpec(.status, "凭证状态", .word),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let units: [FieldSpec] = [
    FieldSpec(.room, "房号", .room, .key),
    FieldSpec(.building, "楼栋", .word),
    FieldSpec(.entrance, "单元", .text),
    FieldSpec(.roomNumber, "房间", .text),
    FieldSpec(.product, "业态", .word),
    FieldSpec(.layout, "户型", .word),
    FieldSpec(.facing, "朝向", .word),
    FieldSpec(.floor, "楼层", .count),
    FieldSpec(.area, "建筑面积", .area, .usual),
    FieldSpec(.listPrice, "表价单价", .price),
    FieldSpec(.listTotal, "表价总价", .money),
    FieldSpec(.floorTotal, "底价总价", .money),
    FieldSpec(.permit, "取证日期", .day),
    FieldSpec(.released, "推售日期", .day),
    FieldSpec(.status, "状态", .word),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let targets: [FieldSpec] = [
    FieldSpec(.period, "周期", .text, .key),
    FieldSpec(.measure, "指标", .word, .key),
    FieldSpec(.target, "目标", .quantity, .key),
    FieldSpec(.staff, "置业顾问", .staff),
    FieldSpec(.weight, "权重", .count),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let costs: [FieldSpec] = [
    FieldSpec(.date, "日期", .day, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.channel, "渠道", .word, .usual),
    FieldSpec(.item, "项目", .word),
    FieldSpec(.stage, "阶段", .word),
    FieldSpec(.budget, "预算额", .money),
    FieldSpec(.spent, "发生额", .money),
    FieldSpec(.note, "备注", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let staff: [FieldSpec] = [
    FieldSpec(.name, "姓名", .word, .key),
    FieldSpec(.staffNumber, "工号", .text),
    FieldSpec(.aliases, "别名", .words),
    FieldSpec(.team, "团队", .word),
    FieldSpec(.joined, "入职日期", .day),
    FieldSpec(.left, "离职日期", .day),
    FieldSpec(.post, "岗位", .word),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let tasks: [FieldSpec] = [
    FieldSpec(.task, "任务", .text, .key),
    FieldSpec(.staff, "责任人", .staff, .usual),
    FieldSpec(.due, "完成期限", .day, .usual),
    FieldSpec(.standard, "完成标准", .text, .usual),
    FieldSpec(.status, "状态", .word),
    FieldSpec(.checker, "检查人", .word),
    FieldSpec(.urgent, "紧急", .yesNo),
    FieldSpec(.important, "重要", .yesNo),
    FieldSpec(.created, "创建时间", .day),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let milestones: [FieldSpec] = [
    FieldSpec(.name, "节点", .text, .key),
    FieldSpec(.planned, "计划日期", .day, .key),
    FieldSpec(.actual, "实际日期", .day),
    FieldSpec(.owner, "责任人", .word),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let cards: [FieldSpec] = [
    FieldSpec(.card, "认筹编号", .text, .key),
    FieldSpec(.customerID, "客户编号", .identifier),
    FieldSpec(.name, "客户姓名", .names, .usual),
    FieldSpec(.phone, "联系电话", .phones, .usual),
    FieldSpec(.level, "意向级别", .word),
    FieldSpec(.unit1, "第一意向", .word, .usual),
    FieldSpec(.unit2, "第二意向", .word),
    FieldSpec(.price, "可接受单价", .price),
    FieldSpec(.issued, "认筹日期", .day),
    FieldSpec(.returned, "退筹日期", .day),
    FieldSpec(.arrived, "到场时间", .text),
    FieldSpec(.chosen, "选定房号", .room),
    FieldSpec(.chosenAt, "选房时间", .text),
    FieldSpec(.result, "结果", .word),
    FieldSpec(.staff, "置业顾问", .staff),
    FieldSpec(.objection, "未成交原因", .words),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let followups: [FieldSpec] = [
    FieldSpec(.date, "回访日期", .day, .key),
    FieldSpec(.recordID, "记录编号", .text),
    FieldSpec(.customerID, "客户编号", .identifier),
    FieldSpec(.name, "客户姓名", .names),
    FieldSpec(.phone, "联系电话", .phones),
    FieldSpec(.staff, "置业顾问", .staff),
    FieldSpec(.followDue, "应回访日", .day),
    FieldSpec(.way, "方式", .word),
    FieldSpec(.connected, "是否接通", .yesNo),
    FieldSpec(.content, "内容", .text),
    FieldSpec(.level, "意向级别", .word),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let patrols: [FieldSpec] = [
    FieldSpec(.date, "日期", .day, .usual),
    FieldSpec(.section, "板块", .word, .key),
    FieldSpec(.item, "检查项目", .text, .key),
    FieldSpec(.way, "方法", .word),
    FieldSpec(.full, "满分", .text, .usual),
    FieldSpec(.off, "扣分", .text),
    FieldSpec(.owner, "责任人", .word),
    FieldSpec(.note, "说明", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let scores: [FieldSpec] = [
    FieldSpec(.period, "周期", .text),
    FieldSpec(.staff, "置业顾问", .staff, .key),
    FieldSpec(.item, "考评项目", .text, .key),
    FieldSpec(.weight, "权重", .text, .key),
    FieldSpec(.target, "目标", .text),
    FieldSpec(.actual, "实际", .text),
    FieldSpec(.marks, "得分", .text),
    FieldSpec(.cap, "上限", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let objections: [FieldSpec] = [
    FieldSpec(.objection, "抗性", .word, .key),
    FieldSpec(.answer, "标准说辞", .text, .key),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let texts: [FieldSpec] = [
    FieldSpec(.document, "文档", .text, .key),
    FieldSpec(.slot, "栏目", .text, .key),
    FieldSpec(.content, "内容", .text, .key),
    FieldSpec(.period, "周期", .text),
    FieldSpec(.isDeleted, "是否删除", .yesNo),
    FieldSpec(.isTest, "是否测试数据", .yesNo),
  ]

  static let project: [FieldSpec] = [
    FieldSpec(.setting, "设置", .text, .key),
    FieldSpec(.value, "值", .text, .key),
  ]

  static let columns: [FieldSpec] = [
    FieldSpec(.kind, "类别", .text, .key),
    FieldSpec(.standard, "标准列", .text, .key),
    FieldSpec(.header, "导出表头", .text, .key),
    FieldSpec(.unit, "单位", .text),
  ]

  static let words: [FieldSpec] = [
    FieldSpec(.field, "字段", .text, .key),
    FieldSpec(.word, "原词", .text, .key),
    FieldSpec(.standardWord, "标准词", .text, .key),
  ]
}
