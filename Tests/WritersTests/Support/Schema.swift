import CLibXML2

/// RELAX NG validation as libxml2 does it, on files in memory.
enum RelaxNG {
  /// Whether `document` is well-formed and follows `schema`.
  static func isValid(_ document: [UInt8], schema: [UInt8]) -> Bool {
    schema.withUnsafeBytes { schemaBytes in
      document.withUnsafeBytes { documentBytes in
        let context = xmlRelaxNGNewMemParserCtxt(
          schemaBytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(schemaBytes.count))
        defer { xmlRelaxNGFreeParserCtxt(context) }
        guard let grammar = xmlRelaxNGParse(context) else { return false }
        defer { xmlRelaxNGFree(grammar) }
        let options = Int32(XML_PARSE_NONET.rawValue)
        guard
          let tree = xmlReadMemory(
            documentBytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            Int32(documentBytes.count), "report.xml", nil, options)
        else { return false }
        defer { xmlFreeDoc(tree) }
        let validation = xmlRelaxNGNewValidCtxt(grammar)
        defer { xmlRelaxNGFreeValidCtxt(validation) }
        return xmlRelaxNGValidateDoc(validation, tree) == 0
      }
    }
  }
}
