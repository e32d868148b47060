"""The words of the trade and what they are folded to: written down from the specification and from lists met in the field.

One line a thing: the standard word, then its other spellings. A word alone is known and stays. What the specification
itself says of a field comes first, then the enumerations of systems, forms and registers. Two words stand on one line
only where they name the same thing: a passer-by is no planned visit, a mortgage may be a bank's or the provident
fund's, so those stay apart. test_vocabulary.py compares this with the program's printed list, both ways.
"""

CHANNEL = """
自然到访 自然来访 自访 walkin walk-in
路过 路过客 过路客 售楼处路过
老带新 老业主推介 业主介绍 老客户介绍 老业主介绍
朋友介绍 他人介绍 介绍
全民营销 全民 全员 全员营销
渠道分销 中介 分销 渠道 渠道推广 机构渠道
自拓 自渠 拓客
派单
外展 外展场
巡展
房展
电话拓客
户外
户外大牌
户外高炮
道旗
围挡 工地围墙 现场围墙
阵地包装
电梯广告
商场
电视
电台
报纸 报广
夹报
杂志
DM直邮
短信
网络
朋友圈 微信圈
微信分享
楼盘预约
自主浏览
名片转发
广告线索
海报分享
文章分享
一物一码
VR
抖音
直播留资
顺访
约访
预约看房
活动
现场
媒体
员工推介
社会人士推介
其他 其它
"""

PURPOSE = """
自住 自用
首次置业 首置 自住(首次)
刚需
刚改
改善
改善自住 自住(改善)
首改
再改
投资
自住投资兼可 皆可
婚房
养老
度假
为子女购房 为子女
为父母购房 为父母 父母养老
为他人购房 为他人购
方便工作
方便读书
其他 其它
"""

FAMILY = """
单身
二人世界 两口
三口之家 三口
两代同堂
三代同堂
其他 其它
"""

TIMES = """
首次置业 首次 首置
二次置业 二次
多次置业 多次
"""

PAYMENT = """
一次性付款 一次性 全款
商业贷款 商贷
公积金贷款 公积金付款 公积金
组合贷款
按揭 按揭付款 按揭贷款 银行按揭
分期付款 分期
首付分期
工抵
"""

PRODUCT = """
住宅
高层
小高层
洋房
叠拼
别墅
公寓
办公 商办
商业
商铺
车位 车位车库
车库
储藏间
仓储
其他 其它
"""

KIND = """
首访 初访 首次 新客户 first
复访 回访 多次 老客户 second third_more
复购
来电转来人
特殊来访 special
同行
市调
交易反补
系统反补
非客户
"""

DEAL_STATUS = """
认购 已认购 大定
签约 已签约 网签 草签 完成网签
退房 认购退房 签约退房
挞定 系统挞定
换房 认购换房 签约换房
更名
作废 认购作废 签约作废
转签约
小订 小定
预留
认筹
"""

CANCEL_KIND = """
认购退房 认购退
签约退房 签约退
退房 退定金退房 足额扣款退房 不足额扣款退房
挞定 系统挞定
换房 认购换房 签约换房
更名
作废
转签约
"""

UNIT_STATUS = """
待售 可售 未售
未推
销控
锁房
保留 保留单位
预定
预留
认购 已认购
签约 已签约 已交楼 产权出证 已入伙
已售
停售
"""

MEASURE = """
来电
来访 来人 来人量 来访目标
认购套数
认购金额 认购任务
签约套数 计划签约套数
签约金额 签约任务 计划签约金额
回款金额 回款任务 计划回款金额
"""

TIER = """
核心
次级
干扰
"""

SOURCE = """
网签
市调 现场
口头 电话
网络
"""

# 抗性 and 关注点 are one list.
OBJECTION = """
地段
区位
位置
价格
面积
户型
区域规划
区域发展
配套
商业配套
教育
学区
交通
环境
景观
层高
楼层
朝向
车位
得房率
付款方式
贷款
物业管理
物业服务
工期
品牌 品牌信誉 开发商名片
装修
建材
升值潜力
无
其他 其它
"""

WAY = """
去电
来电
来访
预约
微信
短信
上门
"""

RESULT = """
认购
"""

TASK_STATUS = """
完成 已完成 已结束 done 是 √
进行中
未开始
未分配
已终止 取消
阻塞
逾期
"""


# What the program knows beyond these lists, looked at one by one. Nothing here joins two things; each line says the
# standard word and what is added to it.
ALSO = {
    # Spellings of a thing on the list: with 广告, 网, 客, 型, 已, 后 or the like, shorter, in letters or digits.
    'another spelling': {
        'channel': """
自然到访 自然访客 自行到访 自然上门 自然进线 自然
路过 过路 路过售楼处 现场路过
老带新 老客户带新 老业主带新 业主推荐 老客户推荐 老业主推荐
朋友介绍 友介 朋友推荐 亲友介绍 亲友推荐 亲朋介绍
全民营销 全民经纪人
渠道分销 分销渠道 中介分销 分销中介 中介带看 渠道带客
自拓 外拓 自渠拓客 自拓客户
外展 外展点 外展厅
房展 房展会 房交会
电话拓客 电拓 电话营销 电call call客
户外大牌 大牌
户外高炮 高炮
围挡 围墙 工地围挡
电梯广告 电梯 电梯媒体 电梯框架
电视 电视广告
电台 广播 电台广播 电台广告 广播电台
报纸 报纸广告
杂志 杂志广告
DM直邮 直邮 dm
短信 手机短信 短信群发
网络 互联网 网站
朋友圈 微信朋友圈
抖音 抖音平台 douyin
现场 售楼处
""",
        'purpose': """
自住 自己住 自住型
首次置业 首次购房
刚需 刚需型
改善 改善型 改善居住
改善自住 自住改善
投资 投资型 保值投资
自住投资兼可 自住兼投资 自住投资
婚房 结婚用房 婚房用途
为子女购房 给子女购房 子女购房
为父母购房 给父母购房
方便读书 子女上学
""",
        'family': "单身 单身贵族 单身居住\n二人世界 两口之家 二口之家 夫妻二人",
        'times': "首次置业 第一次 首套 1次 一次\n二次置业 第二次 二套 2次 再次置业\n多次置业 多套",
        'payment': """
一次性付款 一次性付清 一次付清
商业贷款 商业按揭 商业性贷款
公积金贷款 公积金按揭
组合贷款 组合贷 组合按揭
按揭 银行贷款
分期付款 分期付
工抵 工程抵款 工抵房
""",
        'product': """
住宅 普通住宅 商品住宅
高层 高层住宅
小高层 小高层住宅
洋房 花园洋房
叠拼 叠墅
办公 写字楼
商铺 铺位
车位 地下车位 产权车位 人防车位 机械车位 停车位 车位/车库
车库 地下车库
储藏间 储藏室 储物间
仓储 仓库
""",
        'kind': """
首访 首次来访 首次到访 第一次 新客 新访
复访 再访 重复来访 多次来访 老客 二访 三访 third return
来电转来人 电转访
特殊来访 特殊
同行 同行踩盘
市调 市场调研
""",
        'deals.status': """
认购 认购中
签约 已网签 已草签 已备案 sold
退房 已退房 退定 已退定 退订
挞定 已挞定
换房 已换房
更名 已更名 认购更名 签约更名
作废 已作废
转签约 已转签约
预留 保留
""",
        'cancel-kind': "认购退房 认购后退房\n签约退房 签约后退房\n退房 退定 退订\n更名 认购更名 签约更名\n作废 认购作废 签约作废",
        'units.status': "待售 在售\n销控 已销控 预销控\n锁房 锁定 已锁房\n预定 预订\n已售 售出",
        'measure': """
来电 来电量 来电组数 来电目标
来访 来访量 来访组数 来访组
认购套数 认购套 认购(套)
认购金额 认购额 认购总额
签约套数 签约套 签约(套)
签约金额 签约额 签约总额
回款金额 回款 回款额
""",
        'tier': "核心 核心竞品 一级\n次级 次级竞品 次要 二级\n干扰 干扰竞品 干扰级",
        'competitors.source': "网签 网签数据 备案 网签备案\n市调 现场调研 踩盘 现场市调\n口头 口头了解 电话询问",
        'objection': "配套 配套设施\n品牌 开发商品牌",
        'focus': "配套 配套设施\n品牌 开发商品牌",
        'followups.way': "去电 电话 电话回访 致电\n微信 wechat\n上门 上门拜访",
        'cards.result': "认购 已认购 已选房 选中",
        'tasks.status': "已终止 已取消",
    },
    # Sites and apps that the published lists are too old for, each a thing of its own.
    'of today': {
        'channel': """
微信公众号 公众号
抖音直播
快手
小红书 小红薯
视频号 微信视频号
房天下 搜房 搜房网
安居客 安居客网
贝壳 贝壳网
链家
58同城 58 五八同城
线上 线上渠道
""",
    },
    # Things of their own that people write in such a column; known, so that nobody is asked about them.
    'a thing of its own': {
        'purpose': "刚需自住\n学区需求 学区",
        'family': "四口之家 四口",
        'times': "三次及以上 三次以上 3次及以上",
        'objection': "总价\n单价\n园林景观\n首付\n首付压力\n物业\n交房时间",
        'focus': "总价\n单价\n园林景观\n首付\n首付压力\n物业\n交房时间",
        'cards.result': "未到场 未到\n退筹 已退筹 退卡",
    },
}


def table(lines):
    """word -> standard word."""
    return {word: line.split()[0] for line in lines.strip().splitlines() for word in line.split()}


# field, or kind.field where the column of one kind is meant.
FIELDS = {'channel': CHANNEL, 'purpose': PURPOSE, 'family': FAMILY, 'times': TIMES, 'payment': PAYMENT, 'product': PRODUCT, 'kind': KIND,
          'deals.status': DEAL_STATUS, 'cancel-kind': CANCEL_KIND, 'units.status': UNIT_STATUS, 'measure': MEASURE, 'tier': TIER,
          'competitors.source': SOURCE, 'objection': OBJECTION, 'focus': OBJECTION, 'followups.way': WAY, 'cards.result': RESULT,
          'tasks.status': TASK_STATUS}
PUBLISHED = {field: table(lines) for field, lines in FIELDS.items()}
WORDS = {field: dict(words) for field, words in PUBLISHED.items()}
for _groups in ALSO.values():
    for _field, _lines in _groups.items():
        WORDS[_field].update(table(_lines))

# Words of the other kinds: as the specification lists them, and what the program takes besides, with the reason.
MARKS = {
    '未填': ('- -- — / 未知 暂无 N/A #N/A NULL (空)', {'longer or shorter dashes': '--- – ——', 'the same mark written otherwise': '\\ (NULL)'}),
    '是': ('是 1 Y TRUE 有 √ 有效 已 对', {'the other tick marks and words of the same letter': '✓ ✔ T YES', 'of the column 是否接通': '接通 已接通'}),
    '否': ('否 0 N FALSE 无 × 无效 未', {'the other crosses and words of the same letter': '✗ ✘ X F NO', 'said in full': '不是 错', 'of the column 是否接通': '未接通'}),
    '没有电话': ('无 未留电 不留信息 同行', {'the same said otherwise': '- 不留 不留电话 保密 拒留 拒绝留电 无电话 未提供 未留 未留电话 没有 空号'}),
    '合计行': ('合计 小计 总计 本页合计 平均 总合计 total subtotal', {'Total of totals': 'grandtotal'}),
    '没有顾问': ('无', {'customers of the whole hall are nobody\'s': '未分配 公共 公客 公池 案场公客'}),
    '表格错误值': ('#REF! #VALUE! #DIV/0!', {'the spreadsheet\'s other errors': '#NAME? #NUM! #NULL! #SPILL! #CALC!'}),
}


def marks(meaning):
    """All words that mean it."""
    known, added = MARKS[meaning]
    return set(known.split()) | {word for words in added.values() for word in words.split()}
