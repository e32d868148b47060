extension Wording {
  /// Findings about the office as a whole: words, people, settings, customers, deals.
  static let offices: [(code: String, english: Entry, chinese: Entry)] = [
    ("data.nothing", Entry("no file could be used"), Entry("没有一个文件可以使用")),
    (
      "data.no-files", Entry("no *.csv, *.tsv or *.txt in the folder"),
      Entry("文件夹里没有 *.csv、*.tsv 或 *.txt")
    ),
    ("data.unreadable", Entry("the folder cannot be read"), Entry("文件夹读不了")),
    (
      "words.unknown",
      Entry("{count} words of {column} ({kind}) are in no list and stay as they are: {words}"),
      Entry("“{column}”（{kindName}）有 {count} 个词不在任何对照里，照原词统计：{words}")
    ),
    (
      "words.unknown-field",
      Entry("\"{found}\" is no column of any kind"), Entry("没有“{found}”这一列")
    ),
    (
      "staff.similar",
      Entry(
        "\"{first}\" and \"{second}\" are similar names; they are counted apart",
        hint: "name one as an alias of the other in the staff file"),
      Entry("“{first}”和“{second}”写法相近，分开统计", hint: "如是同一人，请在置业顾问文件的别名里写明")
    ),
    (
      "staff.unknown",
      Entry("{count} names are not in the staff file: {names}"),
      Entry("有 {count} 个姓名不在置业顾问文件里：{names}")
    ),
    (
      "competitors.similar",
      Entry(
        "\"{first}\" and \"{second}\" may be one competitor; they are counted apart",
        hint:
          "if they are one, put both columns into words.csv: 竞品项目,{second},{first} and 对比楼盘,{second},{first}"
      ),
      Entry(
        "“{first}”和“{second}”可能是同一个竞品，分开统计",
        hint: "如是同一个，在词语对照.csv 写：竞品项目,{second},{first} 和 对比楼盘,{second},{first}")
    ),
    (
      "settings.unknown", Entry("no setting \"{found}\""), Entry("没有“{found}”这项设置")
    ),
    (
      "settings.bad-value",
      Entry("\"{found}\" is no value for {setting}; the default is used"),
      Entry("“{setting}”不能是“{found}”，用默认值")
    ),
    (
      "rows.after-today",
      Entry("{count} rows are dated after {day} and do not count"),
      Entry("有 {count} 行的日期在 {day} 之后，不计数")
    ),
    (
      "customer.shared-number",
      Entry("{number} belongs to more than 5 surnames and joins no customers"),
      Entry("{number} 下有 5 个以上的姓，不用来认人")
    ),
    (
      "customer.id-of-two",
      Entry("customer id {id} also stands for another person at {other}; they are not joined"),
      Entry("客户编号 {id} 在 {other} 是另一个人，没有合并")
    ),
    (
      "customer.weak-key",
      Entry("{count} customers were matched by a weak key (masked number and surname)"),
      Entry("有 {count} 位客户按弱键（打码号码加姓）合并")
    ),
    (
      "deals.advanced",
      Entry("the same deal stands at {later}; the later row counts"),
      Entry("同一笔成交见 {later}，以后者为准")
    ),
    (
      "deals.one-date",
      Entry(
        "one date and a status: the date counts as the subscription, 签约 as signed and 退房 as cancelled that day"
      ),
      Entry("只有一个日期和状态：日期算认购日，“签约”算当天签约，“退房”算当天退房")
    ),
  ]

  /// What rows set aside for a reason are called in the balance of a file.
  static let labels: [(code: String, english: Entry, chinese: Entry)] = [
    ("label.blank-row", Entry("blank row"), Entry("空行")),
    ("label.total-row", Entry("total row"), Entry("合计行")),
    ("label.footer-row", Entry("footer"), Entry("表尾")),
    ("label.repeated-header", Entry("repeated header"), Entry("重复的表头")),
    ("label.bad-date", Entry("unreadable date"), Entry("日期读不出")),
    ("label.ambiguous-date", Entry("ambiguous date"), Entry("日月分不清")),
    ("label.no-year", Entry("date without a year"), Entry("日期缺年份")),
    ("label.bad-amount", Entry("unreadable amount"), Entry("金额读不出")),
    ("label.bad-area", Entry("unreadable area"), Entry("面积读不出")),
    ("label.bad-count", Entry("unreadable number"), Entry("数量读不出")),
    ("label.bad-week", Entry("unreadable week"), Entry("周次读不出")),
    ("label.bad-period", Entry("unreadable period"), Entry("时段读不出")),
    ("label.bad-measure", Entry("unknown measure"), Entry("指标不认得")),
    ("label.bad-phone", Entry("unreadable telephone"), Entry("电话读不出")),
    ("label.bad-yes-no", Entry("neither yes nor no"), Entry("是否读不出")),
    ("label.spreadsheet-error", Entry("error of the spreadsheet"), Entry("表格错误值")),
    ("label.negative-total", Entry("negative total"), Entry("总价为负")),
    ("label.field-count", Entry("wrong number of fields"), Entry("栏数不对")),
    ("label.missing-fields", Entry("wrong number of fields"), Entry("栏数不对")),
    ("label.bad-byte", Entry("bad bytes"), Entry("编码错误")),
    ("label.unclosed-quote", Entry("unclosed quote"), Entry("双引号未收尾")),
    ("label.copied-row", Entry("identical row in another file"), Entry("与其他文件的行相同")),
    ("label.replaced-record", Entry("record id in a later file"), Entry("后面文件有同一编号")),
    ("label.special-visit", Entry("special visit"), Entry("特殊来访")),
    ("label.reservation", Entry("reservation"), Entry("小订、预留、认筹")),
    ("label.deleted-row", Entry("deleted in the system"), Entry("系统已删除")),
    ("label.test-row", Entry("test row"), Entry("测试数据")),
    ("label.no-key", Entry("key is empty"), Entry("关键列未填")),
  ]
}
