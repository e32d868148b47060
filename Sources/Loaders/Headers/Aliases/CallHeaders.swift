import Records

extension KindHeaders {
  /// 来电.
  static let calls = KindHeaders(
    [
      HeaderList(
        .date,
        """
        date call-date call-time called called-at call-datetime first-gj-date callin-date 来电日期
        来电日期时间 首电日期 首电时间 进线时间 进线日期 来电登记时间 登记日期 接听时间 通话时间
        """),
      HeaderList(.recordID, "record-id call-id call-no 来电编号 来电id 来电单号 单据号 编号"),
      HeaderList(.created, SharedHeaders.created),
      HeaderList(.customerID, SharedHeaders.customerID),
      HeaderList(.name, SharedHeaders.name),
      HeaderList(.phone, SharedHeaders.phone + " 来电号码 主叫号码 来电电话"),
      HeaderList(.channel, SharedHeaders.channel),
      HeaderList(
        .staff,
        SharedHeaders.staff + " call-salesman 首电置业顾问 首电顾问 接听人 接听顾问 接电人 接听人员"),
      HeaderList(
        .effective, "effective is-effective is-effective-type valid 有效来电 有效 是否有效来电"),
      HeaderList(.level, SharedHeaders.level),
      HeaderList(.district, SharedHeaders.district),
      HeaderList(.product, SharedHeaders.product),
      HeaderList(.layout, SharedHeaders.layout + " 户型"),
      HeaderList(.note, SharedHeaders.note + " feedback 沟通内容 跟进内容 最近回访记录 来电内容 咨询内容"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      call-type 来电方式 来电类型 跟进方式 gjfs-text 工作区域 work-area workarea 意向面积 需求面积 room-area-intent
      意向总价 预算总价 预算 首选面积 关注点 关注重点 客户关注点 询问要点 第一关注点 是否邀约到访 电转访 转访 visit-time
      下次跟进时间 next-date 下次联系时间 是否接通 通话时长 duration missed 客户状态 线索状态 线索来源 所属活动
      """)
}
