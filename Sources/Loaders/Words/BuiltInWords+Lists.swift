import Records

extension BuiltInWords {
  static let channels = BuiltInWords(
    .channel, [],
    """
    自然到访: 自然来访 自然访客 自访 自行到访 自然上门 自然进线 自然 walkin walk-in
    路过: 路过客 过路客 过路 售楼处路过 路过售楼处 现场路过
    老带新: 老客户介绍 老业主介绍 业主介绍 老业主推介 老客户带新 老业主带新 业主推荐 老客户推荐 老业主推荐
    朋友介绍: 友介 朋友推荐 亲友介绍 亲友推荐 亲朋介绍 他人介绍 介绍
    全民营销: 全民 全民经纪人 全员营销 全员
    渠道分销: 分销 中介 分销渠道 渠道 渠道推广 中介分销 分销中介 中介带看 渠道带客
    自拓: 自渠 拓客 外拓 自渠拓客 自拓客户
    派单
    外展: 外展场 外展点 外展厅
    巡展
    房展: 房展会 房交会
    电话拓客: 电拓 电话营销 电call call客
    户外大牌: 大牌
    户外高炮: 高炮
    道旗
    围挡: 工地围墙 现场围墙 围墙 工地围挡
    阵地包装
    电梯广告: 电梯 电梯媒体 电梯框架
    商场
    电视: 电视广告
    电台: 广播 电台广播 电台广告 广播电台
    报纸: 报广 报纸广告
    夹报
    杂志: 杂志广告
    DM直邮: 直邮 dm
    短信: 手机短信 短信群发
    网络: 互联网 网站
    微信公众号: 公众号
    朋友圈: 微信圈 微信朋友圈
    微信分享
    抖音: 抖音平台 douyin
    抖音直播
    快手
    小红书: 小红薯
    视频号: 微信视频号
    房天下: 搜房 搜房网
    安居客: 安居客网
    贝壳
    贝壳网
    链家
    58同城: 58 五八同城
    直播留资
    线上: 线上渠道
    顺访
    约访
    预约看房
    活动
    现场: 售楼处
    媒体
    其他: 其它
    """)

  static let purposes = BuiltInWords(
    .purpose, [],
    """
    自住: 自用 自己住 自住型
    首次置业: 首置 自住(首次) 首次购房
    刚需: 刚需型
    刚需自住
    改善: 改善型 改善居住
    改善自住: 自住(改善) 自住改善
    首改
    再改
    投资: 投资型 保值投资
    自住投资兼可: 皆可 自住兼投资 自住投资
    婚房: 结婚用房 婚房用途
    养老
    度假
    为子女购房: 为子女 给子女购房 子女购房
    为父母购房: 为父母 父母养老 给父母购房
    为他人购房: 为他人购
    学区需求: 学区
    方便读书: 子女上学
    方便工作
    其他: 其它
    """)

  static let families = BuiltInWords(
    .family, [],
    """
    单身: 单身贵族 单身居住
    二人世界: 两口 两口之家 二口之家 夫妻二人
    三口之家: 三口
    四口之家: 四口
    两代同堂
    三代同堂
    其他: 其它
    """)

  static let times = BuiltInWords(
    .times, [],
    """
    首次置业: 首次 首置 第一次 首套 1次 一次
    二次置业: 二次 第二次 二套 2次 再次置业
    多次置业: 多次 多套
    三次及以上: 三次以上 3次及以上
    """)

  static let payments = BuiltInWords(
    .payment, [],
    """
    一次性付款: 一次性 全款 一次性付清 一次付清
    商业贷款: 商贷 按揭 按揭付款 按揭贷款 银行按揭 商业按揭 商业性贷款 银行贷款
    公积金贷款: 公积金 公积金付款 公积金按揭
    组合贷款: 组合贷 组合按揭
    分期付款: 分期 分期付
    首付分期
    工抵: 工程抵款 工抵房
    """)

  static let products = BuiltInWords(
    .product, [],
    """
    住宅: 普通住宅 商品住宅
    高层: 高层住宅
    小高层: 小高层住宅
    洋房: 花园洋房
    叠拼: 叠墅
    别墅
    公寓
    办公: 写字楼 商办
    商业
    商铺: 铺位
    车位: 车位车库 地下车位 产权车位 人防车位 机械车位 停车位 车位/车库
    车库: 地下车库
    储藏间: 储藏室 储物间
    仓储: 仓库
    其他: 其它
    """)

  static let visitKinds = BuiltInWords(
    .visitKind, [],
    """
    首访: 初访 首次 首次来访 首次到访 第一次 新客户 新客 新访 first
    复访: 回访 再访 重复来访 多次 多次来访 老客户 老客 二访 三访 second third third_more return
    复购
    来电转来人: 电转访
    特殊来访: 特殊 special
    同行: 同行踩盘
    市调: 市场调研
    交易反补
    系统反补
    非客户
    """)

  static let dealStatuses = BuiltInWords(
    .status, [.deals],
    """
    认购: 已认购 大定 认购中
    签约: 已签约 网签 已网签 草签 已草签 完成网签 已备案 sold
    退房: 已退房 退定 已退定 退订 认购退房 签约退房
    挞定: 系统挞定 已挞定
    换房: 认购换房 签约换房 已换房
    更名: 已更名 认购更名 签约更名
    作废: 已作废 认购作废 签约作废
    转签约: 已转签约
    小订: 小定
    预留: 保留
    认筹
    """)

  static let cancelKinds = BuiltInWords(
    .cancelKind, [],
    """
    认购退房: 认购后退房
    签约退房: 签约后退房
    退房: 退定 退订
    挞定: 系统挞定
    换房: 认购换房 签约换房
    更名: 认购更名 签约更名
    作废: 认购作废 签约作废
    转签约
    """)

  static let unitStatuses = BuiltInWords(
    .status, [.units],
    """
    待售: 可售 未售 在售
    销控: 已销控 预销控
    锁房: 锁定 已锁房
    保留: 保留单位
    预定: 预订
    预留
    认购: 已认购
    签约: 已签约
    已售: 售出
    停售
    """)

  static let measures = BuiltInWords(
    .measure, [],
    """
    来电: 来电量 来电组数 来电目标
    来访: 来访量 来访组数 来访目标 来访组
    认购套数: 认购套 认购(套)
    认购金额: 认购额 认购任务 认购总额
    签约套数: 签约套 签约(套)
    签约金额: 签约额 签约任务 签约总额
    回款金额: 回款 回款额 回款任务
    """)

  static let tiers = BuiltInWords(
    .tier, [],
    """
    核心: 核心竞品 一级
    次级: 次级竞品 次要 二级
    干扰: 干扰竞品 干扰级
    """)

  static let sources = BuiltInWords(
    .source, [.competitors],
    """
    网签: 网签数据 备案 网签备案
    市调: 现场 现场调研 踩盘 现场市调
    口头: 电话 口头了解 电话询问
    网络
    """)

  static let objections = BuiltInWords(.objection, [], concerns)
  static let focuses = BuiltInWords(.focus, [], concerns)

  /// One list of what people like or dislike about a home.
  private static let concerns = """
    地段
    位置
    区位
    价格
    总价
    单价
    面积
    户型
    区域规划
    配套: 配套设施
    商业配套
    教育
    学区
    交通
    环境
    景观
    园林景观
    层高
    楼层
    朝向
    车位
    得房率
    付款方式
    首付
    首付压力
    贷款
    物业
    物业管理
    物业服务
    工期
    交房时间
    品牌: 品牌信誉 开发商名片 开发商品牌
    装修
    建材
    升值潜力
    无
    其他: 其它
    """

  static let ways = BuiltInWords(
    .way, [.followups],
    """
    去电: 电话 电话回访 致电
    来电
    来访
    微信: wechat
    短信
    上门: 上门拜访
    """)

  static let results = BuiltInWords(
    .result, [.cards],
    """
    认购: 已认购 已选房 选中
    未到场: 未到
    退筹: 已退筹 退卡
    """)

  static let taskStatuses = BuiltInWords(
    .status, [.tasks],
    """
    完成: 已完成 已结束 done 是 √
    进行中
    未开始: 未分配
    已终止: 取消 已取消
    阻塞
    逾期
    """)
}
