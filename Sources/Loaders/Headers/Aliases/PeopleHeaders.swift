import Records

extension KindHeaders {
  /// 置业顾问.
  static let staff = KindHeaders(
    [
      HeaderList(.name, "name staff consultant full-name 置业顾问 顾问 员工姓名 人员姓名 销售员 业务员 顾问姓名"),
      HeaderList(.staffNumber, "staff-number staffno employee-no 员工编号 编号 工号编码"),
      HeaderList(.aliases, "aliases alias 曾用名 系统名 系统姓名 昵称 其他写法"),
      HeaderList(.team, "team group 小组 组别 组 销售组 所属小组"),
      HeaderList(.joined, "joined join-date joindate hired 入职时间 入职日 到岗日期 上岗日期"),
      HeaderList(.left, "left leave-date leavedate 离职时间 离职日 离岗日期"),
      HeaderList(.post, "post role position 岗位名称 职务 职位 角色"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      序号 性别 leader 组长 上级 组长/上级 销售组长 案场经理 salesmanleadername 项目经理一 项目经理二 人事状态 hrstatus 渠道
      channelkind 手机号 联系电话 备注 文件 行 列 原因
      """)

  /// 指标.
  static let targets = KindHeaders(
    [
      HeaderList(.period, "period month target-period 期间 月份 任务归属月 目标期间 考核周期 年月 时间"),
      HeaderList(.measure, "measure indicator kpi 指标名称 指标项 目标类型 任务类型 指标类型"),
      HeaderList(.target, "target goal value 目标值 任务 任务值 目标数 指标值 任务目标 计划值"),
      HeaderList(.staff, "staff owner person 对象 人员 姓名 责任人 顾问 业务员"),
      HeaderList(.weight, "weight 分解权重"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      序号 层级 level 目标版本 version 来访目标 visittarget 认购任务 ordertarget 签约任务 signtarget 回款任务 receipttarget
      计划签约金额 计划签约面积 计划签约套数 计划回款金额 完成 done 完成率 rate 分解率 偏差 gap 实际达成 达成率 偏差原因分析 备注
      文件 行 列 原因
      """)

  /// 考评.
  static let scores = KindHeaders(
    [
      HeaderList(.period, "period month 期间 月份 考评月份 考评周期 考核月份 考核周期"),
      HeaderList(.staff, "staff person name 姓名 被考评人 被考核人 顾问 业务员 员工"),
      HeaderList(.item, "item criterion 考评项 考核项目 考核项 考核指标 考评指标 考评内容 考核内容"),
      HeaderList(.weight, "weight 权重% 分值权重 比重"),
      HeaderList(.target, "target goal 目标值 指标值"),
      HeaderList(.actual, "actual 实际值 完成 实际完成 完成值"),
      HeaderList(.marks, "marks score 评分 分数 得分分值 打分"),
      HeaderList(.cap, "cap 最高分 得分上限 封顶"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: "序号 考评人 备注 说明 文件 行 列 原因")

  /// 任务.
  static let tasks = KindHeaders(
    [
      HeaderList(.task, "task title what 工作事项 工作大项 任务内容 任务名称 事项 工作内容 工作任务"),
      HeaderList(.staff, "staff owner responsible assignee 负责人 执行人 主办人 主办岗位 执行部门 主责人"),
      HeaderList(
        .due,
        "due due-date deadline 完成时限 截止日期 截止时间 完成时间 应完成日 应完成日期 完成日期 任务完成时间 期限 完成期限"),
      HeaderList(.standard, "standard criteria done-when 标准 达成标准 验收标准 完成标准要求"),
      HeaderList(.status, "status state 任务状态 完成情况 完成状态"),
      HeaderList(.checker, "checker checked-by 督察 检查者 督办人 验收人"),
      HeaderList(.urgent, "urgent 是否紧急 紧急程度"),
      HeaderList(.important, "important 是否重要 重要程度"),
      HeaderList(.created, SharedHeaders.created + " 下达日期 下达时间 布置日期"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      序号 编号 操作指引 detail 工作小类 小类 主要工作内容说明 任务类别 配合部门 配合者 协办部门 support 开始时间 start 实际完成时间
      doneat 进度 progress 计划执行督察 备注 文件 行 列 原因
      """)

  /// 节点.
  static let milestones = KindHeaders(
    [
      HeaderList(.name, "name milestone title 节点名称 节点事项 里程碑 节点内容"),
      HeaderList(.planned, "planned plan plan-date plandate 计划时间 计划完成日期 计划完成时间 计划日"),
      HeaderList(.actual, "actual actual-date actualdate 实际时间 实际完成日期 实际完成时间 完成日期"),
      HeaderList(.owner, "owner responsible 负责人 责任部门"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ],
    unused: """
      序号 节点阶段 预计日期 forecast forecast-date forecastdate 相对天数 offset 达成标准 criteria 客储目标 实际达成 达成率
      偏差原因分析 备注 文件 行 列 原因
      """)
}
