extension Wording {
  /// Findings about the repairs and doubts of a column, one for all its cells.
  static let cells: [(code: String, english: Entry, chinese: Entry)] = [
    (
      "cells.serial-date",
      Entry("column {column}: {count} serial numbers of a spreadsheet read as days (\"{sample}\")"),
      Entry("“{column}”列：{count} 个表格序列号按日期读取（如“{sample}”）")
    ),
    (
      "cells.short-year",
      Entry("column {column}: {count} years of two digits read as 20yy (\"{sample}\")"),
      Entry("“{column}”列：{count} 个两位数年份按 20yy 读取（如“{sample}”）")
    ),
    (
      "cells.borrowed-year",
      Entry(
        "column {column}: {count} days without a year took it from the title lines or --year (\"{sample}\")"
      ),
      Entry("“{column}”列：{count} 个没有年份的日期，年份取自标题行或 --year（如“{sample}”）")
    ),
    (
      "cells.time-zone",
      Entry(
        "column {column}: {count} time zones were not used, the day is as written (\"{sample}\")"),
      Entry("“{column}”列：{count} 处时区没有使用，日期照写（如“{sample}”）")
    ),
    (
      "cells.cell-unit",
      Entry(
        "column {column}: {count} cells have another unit than the header; the cell's is used (\"{sample}\")"
      ),
      Entry("“{column}”列：{count} 格自带的单位与表头不同，以格内单位为准（如“{sample}”）")
    ),
    (
      "cells.rounded",
      Entry("column {column}: {count} numbers with more decimals were rounded once (\"{sample}\")"),
      Entry("“{column}”列：{count} 个数小数位过多，已一次性四舍五入（如“{sample}”）")
    ),
    (
      "cells.approximate",
      Entry("column {column}: {count} numbers are only approximate (\"{sample}\")"),
      Entry("“{column}”列：{count} 个数是约数（如“{sample}”）")
    ),
    (
      "cells.lost-digits",
      Entry(
        "column {column}: {count} numbers were destroyed by a spreadsheet and are not used (\"{sample}\")",
        hint: "export the column as text"),
      Entry("“{column}”列：{count} 个号码被表格软件破坏，没有使用（如“{sample}”）", hint: "导出时请把该列设为文本")
    ),
    (
      "cells.first-of-several",
      Entry(
        "column {column}: of {count} cells with several words the first is used (\"{sample}\")"),
      Entry("“{column}”列：{count} 种写了几个词的格子取第一个（如“{sample}”）")
    ),
    (
      "cells.odd-phone",
      Entry(
        "column {column}: {count} telephone numbers of unusual length join no customers (\"{sample}\")"
      ),
      Entry("“{column}”列：{count} 个电话位数不对，不用来认人（如“{sample}”）")
    ),
    (
      "cells.range",
      Entry("column {column}: {count} ranges are not used as numbers (\"{sample}\")"),
      Entry("“{column}”列：{count} 个区间值不当作数使用（如“{sample}”）")
    ),
    (
      "cells.size",
      Entry(
        "median of {column} is {median} yuan: is this 万元?",
        hint: "add (万元) to the header, or 单位 in columns.csv"),
      Entry("“{column}”的中位数是 {median} 元，单位是万元吗？", hint: "请在表头加“(万元)”，或在列名对照里写单位")
    ),
    (
      "total.agrees",
      Entry("total row, not counted; agrees"), Entry("合计行，不计数；与逐行相加一致")
    ),
    (
      "total.agrees-without-rejects",
      Entry(
        "total row, not counted; agrees with the rows that could be read ({rejected} rejected)"),
      Entry("合计行，不计数；与能读的行相加一致（另有 {rejected} 行被拒收）")
    ),
    (
      "total.differs",
      Entry(
        "file's own total differs by {difference}: column {column} says {own}, its rows add up to {ours} ({rejected} rejected)"
      ),
      Entry("文件自带的合计相差 {difference}：“{column}”写 {own}，逐行相加为 {ours}（拒收 {rejected} 行）")
    ),
    (
      "total.not-compared",
      Entry("total row, not counted; nothing in it to compare"), Entry("合计行，不计数；没有可核对的数")
    ),
    (
      "more", Entry("and {count} more like this"), Entry("另有 {count} 处同类问题")
    ),
  ]
}
