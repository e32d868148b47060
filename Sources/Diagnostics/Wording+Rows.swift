extension Wording {
  private static let dateHint = (
    "write the day as 2026-12-02 or 2026/12/2", "请写成 2026-12-02 或 2026/12/2"
  )

  /// Findings about rows: the code's first part is the kind of the file (`visits.bad-date`), here
  /// `row`. What is `unread` leaves the cell empty and the row counts.
  static let rows: [(code: String, english: Entry, chinese: Entry)] = [
    (
      "row.bad-date",
      Entry("\"{found}\" in column {column} is not a date", hint: dateHint.0),
      Entry("“{column}”列的“{found}”不是日期", hint: dateHint.1)
    ),
    (
      "row.ambiguous-date",
      Entry(
        "\"{found}\" in column {column} may be day/month or month/day, and no cell of the column tells",
        hint: "add --date-order dmy or --date-order mdy"),
      Entry(
        "“{column}”列的“{found}”分不清日在前还是月在前，整列都看不出", hint: "请加 --date-order dmy 或 --date-order mdy")
    ),
    (
      "row.no-year",
      Entry("\"{found}\" in column {column} has no year", hint: "add --year 2026"),
      Entry("“{column}”列的“{found}”没有年份", hint: "请加 --year 2026")
    ),
    (
      "row.bad-amount",
      Entry(
        "\"{found}\" in column {column} is not an amount of money",
        hint: "write 1280000, 1,280,000.00 or 128万"),
      Entry("“{column}”列的“{found}”不是金额", hint: "请写成 1280000、1,280,000.00 或 128万")
    ),
    (
      "row.bad-area",
      Entry("\"{found}\" in column {column} is not an area", hint: "write 89.25 or 89.25㎡"),
      Entry("“{column}”列的“{found}”不是面积", hint: "请写成 89.25 或 89.25㎡")
    ),
    (
      "row.bad-count",
      Entry("\"{found}\" in column {column} is not a whole number", hint: "write 12 or 12组"),
      Entry("“{column}”列的“{found}”不是整数", hint: "请写成 12 或 12组")
    ),
    (
      "row.bad-week",
      Entry("\"{found}\" in column {column} is not a week", hint: "write 2026-W47 or a day"),
      Entry("“{column}”列的“{found}”不是周次", hint: "请写成 2026-W47，或写一个日期")
    ),
    (
      "row.bad-period",
      Entry(
        "\"{found}\" in column {column} is not a period",
        hint: "write 2026-11, 2026-W47, 2026Q4 or 2026年"),
      Entry("“{column}”列的“{found}”不是时段", hint: "请写成 2026-11、2026-W47、2026Q4 或 2026年")
    ),
    (
      "row.bad-measure",
      Entry(
        "\"{found}\" in column {column} is no measure that has targets",
        hint: "write 来电, 来访, 认购套数, 认购金额, 签约套数, 签约金额 or 回款金额"),
      Entry(
        "“{column}”列的“{found}”不是可以设目标的指标",
        hint: "请写 来电、来访、认购套数、认购金额、签约套数、签约金额 或 回款金额")
    ),
    (
      "row.spreadsheet-error",
      Entry("\"{found}\" in column {column} is an error of the spreadsheet"),
      Entry("“{column}”列的“{found}”是表格软件的错误值")
    ),
    (
      "row.bad-phone",
      Entry("\"{found}\" in column {column} is not a telephone number"),
      Entry("“{column}”列的“{found}”不是电话号码")
    ),
    (
      "row.bad-yes-no",
      Entry("\"{found}\" in column {column} is neither yes nor no", hint: "write 是 or 否"),
      Entry("“{column}”列的“{found}”既不是“是”也不是“否”", hint: "请写 是 或 否")
    ),
    (
      "row.negative-total",
      Entry(
        "the total {found} in column {column} is negative",
        hint: "a cancellation has a day of its own, its amount stays positive"),
      Entry("“{column}”列的总价 {found} 是负数", hint: "退房请填退房日期，金额仍写正数")
    ),
    (
      "row.field-count",
      Entry(
        "{found} fields, expected {expected}", hint: "put text that holds separators in quotes"),
      Entry("有 {found} 栏，应为 {expected} 栏", hint: "含分隔符的文字请用英文双引号括起来")
    ),
    (
      "row.missing-fields",
      Entry(
        "{found} fields, expected {expected}",
        hint: "empty cells need their separators too; put a cell with a line break in quotes"),
      Entry("有 {found} 栏，应为 {expected} 栏", hint: "空白栏也要保留分隔符；含换行的单元格请用英文双引号括起来")
    ),
    (
      "row.bad-byte",
      Entry("bytes that mean nothing in the file's encoding, in column {column}"),
      Entry("“{column}”列有不属于本文件编码的字节")
    ),
    (
      "row.unclosed-quote",
      Entry(
        "a quote that opens here is never closed; nothing after it is used",
        hint: "close the quote, or remove it"),
      Entry("这里的双引号没有收尾，其后的内容都没有使用", hint: "请补上或删去这个双引号")
    ),
    (
      "row.no-date",
      Entry("no day in column {column}; the row belongs to no period"),
      Entry("“{column}”列没有日期，该行不属于任何时段")
    ),
    (
      "row.same-row-twice",
      Entry("identical to line {first} of the same file; both are counted"),
      Entry("与同一文件第 {first} 行完全相同，两行都计数")
    ),
    (
      "row.copied-row",
      Entry("{count} rows from here on are identical to rows of an earlier file; counted once"),
      Entry("从这里起有 {count} 行与前面文件的行完全相同，只计一次")
    ),
    (
      "row.replaced-record",
      Entry(
        "{count} rows from here on have a record id that a later file has again; the later counts"),
      Entry("从这里起有 {count} 行的记录编号在后面的文件里又出现，以后者为准")
    ),
    (
      "unread.bad-date",
      Entry(
        "\"{found}\" in column {column} is not a date; the cell counts as empty", hint: dateHint.0),
      Entry("“{column}”列的“{found}”不是日期，按未填处理", hint: dateHint.1)
    ),
    (
      "unread.ambiguous-date",
      Entry(
        "\"{found}\" in column {column} may be day/month or month/day; the cell counts as empty",
        hint: "add --date-order dmy or --date-order mdy"),
      Entry(
        "“{column}”列的“{found}”分不清日在前还是月在前，按未填处理", hint: "请加 --date-order dmy 或 --date-order mdy")
    ),
    (
      "unread.no-year",
      Entry(
        "\"{found}\" in column {column} has no year; the cell counts as empty",
        hint: "add --year 2026"),
      Entry("“{column}”列的“{found}”没有年份，按未填处理", hint: "请加 --year 2026")
    ),
    (
      "unread.bad-amount",
      Entry("\"{found}\" in column {column} is not an amount of money; the cell counts as empty"),
      Entry("“{column}”列的“{found}”不是金额，按未填处理")
    ),
    (
      "unread.bad-area",
      Entry("\"{found}\" in column {column} is not an area; the cell counts as empty"),
      Entry("“{column}”列的“{found}”不是面积，按未填处理")
    ),
    (
      "unread.bad-count",
      Entry("\"{found}\" in column {column} is not a whole number; the cell counts as empty"),
      Entry("“{column}”列的“{found}”不是整数，按未填处理")
    ),
    (
      "unread.bad-week",
      Entry("\"{found}\" in column {column} is not a week; the cell counts as empty"),
      Entry("“{column}”列的“{found}”不是周次，按未填处理")
    ),
    (
      "unread.spreadsheet-error",
      Entry(
        "\"{found}\" in column {column} is an error of the spreadsheet; the cell counts as empty"),
      Entry("“{column}”列的“{found}”是表格软件的错误值，按未填处理")
    ),
    (
      "unread.bad-phone",
      Entry("\"{found}\" in column {column} is not a telephone number; the cell counts as empty"),
      Entry("“{column}”列的“{found}”不是电话号码，按未填处理")
    ),
    (
      "unread.bad-yes-no",
      Entry(
        "\"{found}\" in column {column} is neither yes nor no; the cell counts as empty",
        hint: "write 是 or 否"),
      Entry("“{column}”列的“{found}”既不是“是”也不是“否”，按未填处理", hint: "请写 是 或 否")
    ),
  ]
}
