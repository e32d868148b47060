import Records

extension KindHeaders {
  /// 回款.
  static let receipts = KindHeaders(
    [
      HeaderList(
        .date, "date receipt-date paid-on pay-date getdate 收款日期 收款时间 回款时间 缴费日期 付款日期 到账日期 实收日期"),
      HeaderList(.recordID, "record-id receipt-no voucher-no 单据号 收据号 票据号 编号 票据编号"),
      HeaderList(
        .room, "room room-no unit roominfo 房源 房源全称 房间 房间号 房间全名 显示房号 房间编码 车位号 车位号码"),
      HeaderList(.name, SharedHeaders.name + " 业主 买受人 交款人 付款人"),
      HeaderList(.item, "item item-type itemtype item-name itemname 款项类型 款项名称 款项性质 收款项目 费用名称"),
      HeaderList(
        .amount,
        """
        amount pay-amount paid rmbamount 实收金额 收款金额 回款金额汇总 实收款合计 到账金额 金额 实收款 回款额 交款金额
        """),
      HeaderList(
        .status, "status voucher-status voucherstatus voucher-type 票据状态 票据类型 单据状态 单据类型 状态"),
      HeaderList(.note, SharedHeaders.note + " 摘要"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: SharedHeaders.unused + """
       支付方式 getform pay-form 应收日期 lastdate 应收金额 rmbye rmbdsamount 余额 多收 应收余额 未回款 未回款金额 逾期天数
      含税 不含税 客户编号 联系电话 置业顾问 合同编号 付款方式
      """)

  /// 房源.
  static let units = KindHeaders(
    [
      HeaderList(
        .room, "room room-no unit-number roominfo 房源 房源全称 房间全名 显示房号 房间编码 房间名称 车位号"),
      HeaderList(.building, "building block bldguid 栋 楼号 栋号 营销楼栋名称 楼栋名称 楼栋号"),
      HeaderList(.entrance, "entrance unit 单元号 单元名称"),
      HeaderList(.roomNumber, "room-number no 房间号 房间序号 室号"),
      HeaderList(.product, "product product-type 产品类型 物业类型 产品"),
      HeaderList(.layout, "layout huxing floor-plan 房型 户型名称 户型编号 户型结构"),
      HeaderList(.facing, "facing orientation west 房屋朝向"),
      HeaderList(.floor, "floor storey 层 所在楼层 层数"),
      HeaderList(.area, "area gross-area grossarea bldarea 面积 建面 建筑面积预测 预测建筑面积"),
      HeaderList(
        .listPrice, "list-price listunit list-unit 表价 表单价 标准单价 标准价 面价单价 单价 价目表单价"),
      HeaderList(.listTotal, "list-total listtotal 表总价 标准总价 总价 面价总价 价目表总价"),
      HeaderList(.floorTotal, "floor-total floortotal 底总价 底价 系统底价"),
      HeaderList(.permit, "permit permit-date permitdate 取证时间 取证日 预售证日期 预售取证日期"),
      HeaderList(.released, "released release-date launch-date launchdate 推售日 推售时间 放盘时间 推盘日期 开盘日期"),
      HeaderList(.status, "status room-status 销售状态 房源状态 房间状态 销控状态"),
      HeaderList(.note, SharedHeaders.note),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      序号 项目 项目名称 期数 组团 结构 roomstru 套内面积 tnarea net-area netarea 公摊面积 是否预销控 isprecontrol 破底价溢价金额
      销控日期 controldate 锁房日期 lockdate 锁房置业顾问 预售证号 permit-no permitno 推售批次 launchbatch 已领证 首开 交房日期
      handover 现房/顽固性库存 顽固性库存 房间id 房间guid 客户姓名 置业顾问 文件 行 列 原因
      """)

  /// 费用.
  static let costs = KindHeaders(
    [
      HeaderList(.date, "date month cost-date spent-on 费用日期 发生日期 月份 支付日期 费用月份 发生月份 期间"),
      HeaderList(.channel, "channel media 认知途径 媒体 推广渠道 媒体渠道 渠道名称"),
      HeaderList(
        .item, "item subject subject1 科目 费用大类 费用项目 费用科目 费用名称 费用类别 费用说明 费用类型"),
      HeaderList(.stage, "stage phase 推广阶段 营销阶段 节点"),
      HeaderList(
        .budget,
        "budget planned occurredplanningamount 预算 预算金额 计划金额 预算费用 计划费用 adjusted 调整后预算"),
      HeaderList(
        .spent,
        "spent amount actual 已发生 发生金额 实际发生 实际费用 实际金额 支出 支出金额 实际支出 费用金额 发生费用"),
      HeaderList(.note, SharedHeaders.note),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
      HeaderList(.recordID, "record-id 单据号 编号"),
    ],
    unused: """
      序号 费用中类 费用细类 中类 细类 subject2 subject3 已支付 paid 余额 balance balanceamount 单据类型 sourcedoc 供应商
      vendor 合同签订 经办人 文件 行 列 原因
      """)
}
