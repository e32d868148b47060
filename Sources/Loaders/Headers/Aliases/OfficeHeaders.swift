import Records

extension KindHeaders {
  /// 抗性说辞.
  static let objections = KindHeaders(
    [
      HeaderList(.objection, "objection 购房抗性 异议 抗性点 客户抗性"),
      HeaderList(.answer, "answer 说辞 应答 答复 标准答复 统一说辞"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ], unused: "序号 备注 文件 行 列 原因")

  /// 文字.
  static let texts = KindHeaders(
    [
      HeaderList(.document, "document report 报告 文档名"),
      HeaderList(.slot, "slot 栏位 位置 栏目名"),
      HeaderList(.content, "content text 文字 正文"),
      HeaderList(.period, "period 期间"),
      HeaderList(.isDeleted, SharedHeaders.deleted),
      HeaderList(.isTest, SharedHeaders.test),
    ], unused: "序号 备注 文件 行 列 原因")

  /// 项目设置.
  static let project = KindHeaders(
    [
      HeaderList(.setting, "setting key 设置项 设置名称 参数"),
      HeaderList(.value, "value 设置值 参数值"),
    ], unused: "序号 说明 备注 默认值 文件 行 列 原因")

  /// 列名对照.
  static let columns = KindHeaders(
    [
      HeaderList(.kind, "kind 文件类别 种类"),
      HeaderList(.standard, "standard column standard-column 标准列名 标准表头"),
      HeaderList(.header, "header export-header 表头 导出列名"),
      HeaderList(.unit, "unit 计量单位"),
    ], unused: "序号 说明 备注 文件 行 列 原因")

  /// 词语对照.
  static let words = KindHeaders(
    [
      HeaderList(.field, "field column 列 标准列"),
      HeaderList(.word, "word 词语 原文 导出词"),
      HeaderList(.standardWord, "standard standard-word 标准词语 归并为"),
    ], unused: "序号 说明 备注 文件 行 原因")
}
