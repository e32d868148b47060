package import Records

extension Settings {
  /// The settings that a table of 项目设置 says, defaults for all others.
  package init(_ table: RecordTable) {
    var reader = SettingsReader(Settings())
    reader.read(table)
    self = reader.settings
  }
}
