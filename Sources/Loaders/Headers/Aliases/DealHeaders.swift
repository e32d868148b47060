import Records

extension KindHeaders {
  /// 成交.
  static let deals = KindHeaders(
    [
      HeaderList(
        .room,
        """
        room room-no unit unit-no unit-number home lot roominfo deal-roomnum 房源 房源全称 房间 房间号 房间全名
        显示房号 房间编码 房间名称 正合房号/开发商房号 正合房号 开发商房号 楼层\\房号 合并房号 相关房源 车位号码 车位号 铺号
        楼栋房号 认购房号 认购房源 购买房号
        """),
      HeaderList(
        .recordID,
        "record-id deal-id order-no order-id 认购编号 认购书编号 认购编码 认购单号 协议编号 单据号 编号"),
      HeaderList(.created, SharedHeaders.created),
      HeaderList(.customerID, SharedHeaders.customerID + " customerids"),
      HeaderList(
        .name,
        SharedHeaders.name + """
           buyer buyer-name purchaser 业主 业主姓名 车位业主姓名 买受人 购买人 权利人 认购人 购房人 cstallname
          """),
      HeaderList(.phone, SharedHeaders.phone + " xcstalltel phones 业主电话 买受人电话"),
      HeaderList(.date, "date deal-date sold-date closed-date won-date 成交时间 交易日期 成交日"),
      HeaderList(
        .subscribed,
        """
        subscribed subscribed-on subscription-date order-date reservation-date qsdate 认购时间 认购日 大定日期
        大定时间 认购签署日期
        """),
      HeaderList(
        .signed,
        """
        signed signed-on sign-date signing-date contract-date 签约时间 签约日 网签日期 网签时间 草签日期 合同签订日期
        明源转签约日期 转签约日期 首次转明源日期 车位签约日期 单机改网签日期 完成网签日期 合同日期
        """),
      HeaderList(
        .due,
        "due due-date due-sign-date yqydate 应签约日期 预计签约日期 约定签约日 约定签约时间 应签约日 最迟签约日期"),
      HeaderList(
        .cancelled,
        """
        cancelled cancelled-on cancel-date closed-on closedate 关闭日期 关闭时间 退定时间 退房时间 退房日 退日 退定日期
        退挞定日期 生效时间 撤单日期
        """),
      HeaderList(
        .cancelKind,
        "cancel-kind cancel-type close-reason closereason event 关闭原因 变更类型 事件类型 变更原因 退房原因 退类型"),
      HeaderList(
        .status,
        "status deal-status trade-status tradestatus 交易状态 认购状态 签约状态 成交状态 合同状态 客户状态"),
      HeaderList(.product, "product product-type 产品类型 物业类型 产品 房产类型 产品类型全称 物业形态 产品业态"),
      HeaderList(.layout, "layout huxing floor-plan plan 房型 户型名称 户型编号"),
      HeaderList(
        .area,
        "area gross-area grossarea bldarea floor-area 成交面积 购买面积 面积 建面 建筑面积预测 认购面积 签约面积"),
      HeaderList(
        .price,
        """
        unit-price price-per-sqm 单价 认购单价 签约单价 认购建面单价 签约建面单价 成交建面单价 建面单价 建筑单价
        """),
      HeaderList(
        .total,
        """
        total deal-total amount total-price transaction-amt price 总价 成交金额 成交价 车位总价 房款总价 金额 总房款
        """),
      HeaderList(
        .subscribedTotal,
        "subscribed-total subscription-total order-total 认购金额 认购价 认购总额 协议总价 购买总价 认购总金额"),
      HeaderList(
        .signedTotal,
        "signed-total contract-total httotal 签约金额 签约价 签约总额 合同总价 合同金额 买卖合同总价 网签总价 签约总金额"),
      HeaderList(
        .payment, "payment payform pay-method paymethod payment-method 付款方式类别 付款方案 付款类型"),
      HeaderList(.channel, SharedHeaders.channel + " 销售渠道 成交途径 成交渠道"),
      HeaderList(.referrer, "referrer referred-by 推荐人姓名 介绍人 老业主姓名 推荐业主 来源名称"),
      HeaderList(
        .staff,
        SharedHeaders.staff + """
           认购置业顾问 签约置业顾问 成交置业顾问 成交顾问 置业顾问ids seller 签约业务员 认购业务员
          """),
      HeaderList(.note, SharedHeaders.note + " 变更说明 特殊说明"),
      HeaderList(.isDeleted, SharedHeaders.deleted + " 是否作废"),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      合同编号 contract-no contractno 前次销售单 变更前认购编码 原房号 新房号 换房交易时间确认 房间id 营销楼栋名称 楼栋 单元 楼层
      cstallcardid 买受人证件号 共有方式 共有人 共有人组 联名 备案日期 送备案时间 备案完成时间 放款日期 放款时间 缴税日期 移交日期
      移交情况 客户契税 维修基金 业绩归属日期 ywgsdate 认购业绩归属时间 签约业绩归属时间 认购统计日期 审核时间 失效日期
      清款日期 是否清款 类型 ordertype 套内面积 tnarea net-area netarea 公摊面积 面积状态 计价方式 计价模式 标准总价 标准单价
      tnprice 底价总价 备案总价 备案单价 套内单价 成交套内单价 签约套内单价 附属总价 装修总价 折扣 折扣说明 购房优惠 老带新优惠
      签约优惠比例 定金 应交定金 earnest 定金金额 首付金额 已付金额 按揭金额 贷款金额 商贷金额 按揭银行 商贷银行 贷款银行 按揭年限
      年限 公积金金额 首电日期 首访日期 来访日期 是否员工购房 一房一议 是否搭售车位 交房日期 退款金额 挞定金额 是否挞定款项
      退挞定套数 退挞定面积 退挞定金额 签约状态日期 累计退房率 未回款金额 逾期未收金额 最大逾期天数 欠款金额 逾期 距逾期
      是否关闭 房间id 相关面积 移交情况 备案_业务宗号 工抵 是否更名 来访编码 sdr-id lead-type
      """)
}
