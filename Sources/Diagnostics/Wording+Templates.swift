extension Wording {
  /// The sentences of findings about templates: code, English, Chinese, and their hints.
  package static let templates: [(code: String, english: Entry, chinese: Entry)] = [
    (
      "template.none", Entry("no template \"{found}\", there are: {expected}", hint: meantEnglish),
      Entry("没有名为“{found}”的模板，现有：{expected}", hint: meantChinese)
    ),
    (
      "template.empty", Entry("the template is empty"), Entry("模板是空文件")
    ),
    (
      "template.too-large", Entry("the template is larger than {limit} bytes"),
      Entry("模板超过 {limit} 字节")
    ),
    (
      "template.encoding", Entry("the template is not UTF-8", hint: "save the file as UTF-8"),
      Entry("模板不是 UTF-8 编码", hint: "请另存为 UTF-8")
    ),
    (
      "template.document-type",
      Entry("document types and entities are not allowed", hint: "remove <!DOCTYPE …>"),
      Entry("不允许文档类型声明和实体", hint: "请删去 <!DOCTYPE …>")
    ),
    (
      "template.not-xml", Entry("not well-formed XML: {message}"),
      Entry("不是格式正确的 XML：{message}")
    ),
    (
      "template.too-deep", Entry("nested deeper than {limit} levels"),
      Entry("嵌套超过 {limit} 层")
    ),
    (
      "template.too-many-attributes", Entry("<{found}> has more than {limit} attributes"),
      Entry("<{found}> 的属性超过 {limit} 个")
    ),
    (
      "template.long-attribute", Entry("{found} is longer than {limit} bytes"),
      Entry("{found} 超过 {limit} 字节")
    ),
    (
      "template.too-many", Entry("more than {limit} blocks"), Entry("超过 {limit} 个版块")
    ),
    (
      "template.namespace",
      Entry("<{found}> is not in the namespace of templates", hint: "write xmlns=\"{expected}\""),
      Entry("<{found}> 不在模板的命名空间里", hint: "请写 xmlns=\"{expected}\"")
    ),
    (
      "template.root", Entry("found <{found}>, expected <{expected}>"),
      Entry("写的是 <{found}>，应为 <{expected}>")
    ),
    (
      "template.unknown-element", Entry("unknown element <{found}>", hint: meantEnglish),
      Entry("没有 <{found}> 这种元素", hint: meantChinese)
    ),
    (
      "template.wrong-place", Entry("<{found}> cannot stand in <{parent}>"),
      Entry("<{found}> 不能放在 <{parent}> 里")
    ),
    (
      "template.unknown-attribute",
      Entry(
        "unknown attribute \"{found}\" of <{element}>, there are: {expected}", hint: meantEnglish),
      Entry("<{element}> 没有属性“{found}”，可用：{expected}", hint: meantChinese)
    ),
    (
      "template.missing-attribute", Entry("<{element}> lacks the attribute \"{attribute}\""),
      Entry("<{element}> 缺少属性“{attribute}”")
    ),
    (
      "template.bad-value",
      Entry("{attribute}=\"{found}\", expected {expected}", hint: meantEnglish),
      Entry("{attribute}=\"{found}\"，应为 {expected}", hint: meantChinese)
    ),
    (
      "template.unknown-figure", Entry("unknown figure \"{found}\"", hint: meantEnglish),
      Entry("没有数字“{found}”", hint: meantChinese)
    ),
    (
      "template.unknown-scope",
      Entry("unknown scope \"{found}\", there are: {expected}", hint: meantEnglish),
      Entry("没有范围“{found}”，可用：{expected}", hint: meantChinese)
    ),
    (
      "template.wrong-scope",
      Entry("\"{figure}\" has no scope \"{found}\", it has: {expected}"),
      Entry("“{figure}”没有范围“{found}”，可用：{expected}")
    ),
    (
      "template.unknown-format",
      Entry(
        "unknown format \"{found}\" of \"{figure}\", there are: {expected}", hint: meantEnglish),
      Entry("“{figure}”没有格式“{found}”，可用：{expected}", hint: meantChinese)
    ),
    (
      "template.wrong-format",
      Entry("format \"{found}\" does not suit \"{figure}\", there are: {expected}"),
      Entry("格式“{found}”不适用于“{figure}”，可用：{expected}")
    ),
    (
      "template.unknown-column",
      Entry(
        "\"{figure}\" has no column \"{found}\", it has: {expected}", hint: meantEnglish),
      Entry("“{figure}”没有列“{found}”，可用：{expected}", hint: meantChinese)
    ),
    (
      "template.wrong-shape", Entry("\"{figure}\" is a {found}, which {element} cannot show"),
      Entry("“{figure}”的形式是 {found}，不能用在 {element} 里")
    ),
    (
      "template.manager-only",
      Entry(
        "\"{found}\" is for the manager only", hint: "write audience=\"manager\" on its block"),
      Entry("“{found}”只给经理看", hint: "请在该版块写 audience=\"manager\"")
    ),
    (
      "template.no-row", Entry("\"{found}\" needs a row of \"{owner}\", and there is none here"),
      Entry("“{found}”要用“{owner}”的一行，这里没有")
    ),
    (
      "template.bad-brace",
      Entry("a brace is not closed or names nothing", hint: "write {{ for a brace"),
      Entry("花括号没有闭合，或里面是空的", hint: "要写花括号本身请用 {{")
    ),
    (
      "template.no-text", Entry("<{element}> is empty"), Entry("<{element}> 没有内容")
    ),
    (
      "template.text-here",
      Entry("text \"{found}\" cannot stand in <{element}>", hint: "put it into <p>"),
      Entry("文字“{found}”不能直接放在 <{element}> 里", hint: "请放进 <p>")
    ),
    (
      "template.no-part", Entry("no part \"{found}\", there are: {expected}", hint: meantEnglish),
      Entry("没有名为“{found}”的部件，现有：{expected}", hint: meantChinese)
    ),
    (
      "template.include-loop", Entry("parts include each other: {path}"),
      Entry("部件互相包含：{path}")
    ),
    (
      "template.strange-word",
      Entry("the translation names \"{found}\", which its original does not"),
      Entry("译文里的“{found}”在原文中没有")
    ),
  ]

  private static let meantEnglish = "did you mean {near}?"
  private static let meantChinese = "是不是 {near}？"
}
