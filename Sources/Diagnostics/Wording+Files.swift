extension Wording {
  /// Findings about whole files and their headers.
  static let files: [(code: String, english: Entry, chinese: Entry)] = [
    ("file.empty", Entry("file is empty"), Entry("文件是空的")),
    ("file.not-found", Entry("no such file"), Entry("没有这个文件")),
    ("file.is-directory", Entry("is a directory"), Entry("是文件夹，不是文件")),
    ("file.unreadable", Entry("cannot be read: {reason}"), Entry("读不了：{reason}")),
    (
      "file.changed-while-read",
      Entry("the file changed while it was read", hint: "run again when nothing writes to it"),
      Entry("读取时文件有改动", hint: "等没有程序写这个文件时再运行一次")
    ),
    (
      "file.utf16-without-mark",
      Entry(
        "looks like UTF-16 without a byte order mark",
        hint: "save the file as UTF-8, or add --encoding UTF-16LE"),
      Entry("像是没有字节序标记的 UTF-16", hint: "请另存为 UTF-8，或加 --encoding UTF-16LE")
    ),
    (
      "file.unknown-encoding",
      Entry(
        "no encoding \"{encoding}\"", hint: "write UTF-8, GB18030, GBK, UTF-16LE or UTF-16BE"),
      Entry("没有“{encoding}”这种编码", hint: "请写 UTF-8、GB18030、GBK、UTF-16LE 或 UTF-16BE")
    ),
    (
      "file.encoding-ambiguous",
      Entry(
        "encoding ambiguous: the only characters beyond ASCII are Latin letters",
        hint: "add --encoding GB18030 if they look wrong"),
      Entry("编码不能确定：ASCII 以外只有拉丁字母", hint: "如果显示不对，请加 --encoding GB18030")
    ),
    (
      "file.nul-bytes", Entry("{count} NUL bytes were removed"), Entry("已去掉 {count} 个空字节")
    ),
    (
      "file.unclosed-quote", Entry("a quote that opens here is never closed"),
      Entry("这里的双引号没有收尾")
    ),
    (
      "file.record-too-long", Entry("a row that begins here is too long to be one"),
      Entry("从这里开始的一行过长")
    ),
    (
      "file.full-width-comma",
      Entry("the columns are parted by the full-width comma “，”", hint: "use \",\" instead"),
      Entry("列之间用的是全角逗号“，”", hint: "请改用英文逗号 \",\"")
    ),
    (
      "file.not-used",
      Entry(
        "not used: no header of a known kind in the first 20 lines",
        hint: "name the headers in columns.csv, or say the kind with an option such as --visits"),
      Entry(
        "没有使用：前 20 行里没有认得的表头", hint: "请在列名对照里写明表头，或用 --visits 等选项指定类别")
    ),
    (
      "file.no-header",
      Entry("no header of {kind} in the first 20 lines"), Entry("前 20 行里没有“{kindName}”的表头")
    ),
    ("file.no-rows", Entry("0 rows read: only a header"), Entry("读到 0 行：只有表头")),
    (
      "file.title-lines",
      Entry("{count} lines above the header skipped"), Entry("跳过表头上方 {count} 行")
    ),
    (
      "columns.clash",
      Entry(
        "columns {firstColumn} \"{first}\" and {secondColumn} \"{second}\" are both {field}",
        hint: "say in columns.csv which one is meant: {kind},{field},{first}"),
      Entry(
        "第 {firstColumn} 列“{first}”和第 {secondColumn} 列“{second}”都是“{field}”",
        hint: "请在列名对照里写明用哪一列：{kindName},{field},{first}")
    ),
    (
      "columns.repeated",
      Entry("header \"{column}\" stands more than once; none of them is used"),
      Entry("表头“{column}”重复出现，都没有使用")
    ),
    (
      "columns.replaced",
      Entry("column \"{column}\" is not used: columns.csv names \"{by}\""),
      Entry("“{column}”列没有使用：列名对照指定了“{by}”")
    ),
    (
      "columns.unused", Entry("{count} columns not used: {names}"),
      Entry("有 {count} 列没有使用：{names}")
    ),
    (
      "columns.near-miss",
      Entry("header \"{column}\" is not known", hint: "did you mean {near}?"),
      Entry("不认得表头“{column}”", hint: "是不是 {near}？")
    ),
    (
      "columns.unknown-kind",
      Entry("\"{found}\" is no kind of file", hint: "write calls, visits, deals … or 来电, 来访, 成交 …"),
      Entry("没有“{found}”这类文件", hint: "请写 来电、来访、成交 …… 或 calls、visits、deals ……")
    ),
    (
      "columns.unknown-column",
      Entry("\"{found}\" is no column of {kind}"), Entry("“{kindName}”没有“{found}”这一列")
    ),
  ]
}
