// swift-tools-version: 6.2
import PackageDescription

/// Language settings shared by every Swift target: explicit existentials, explicit imports.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For the module of the columns, which all others loop over: what it offers is `package`, and the
/// compiler does not inline or specialize that across modules by itself, not even the comparison of
/// two cases of an enum.
let inlined: [SwiftSetting] = [
  .unsafeFlags(["-enable-cmo-everything"], .when(configuration: .release))
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "anchang",
  products: [.executable(name: "anchang", targets: ["anchang"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The path of the data, from exports to reports, in this order.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CChecksum"),
    module("Checksum", ["CChecksum"]),
    module("Quantities"),
    module("Diagnostics"),
    .target(name: "CScan"),
    module("CSV", ["CScan", "Checksum", "Diagnostics"]),
    module("Records", ["Quantities"], inlined),
    module("Loaders", ["CScan", "CSV", "Diagnostics", "Quantities", "Records"]),
    module("Facts", ["Quantities"]),
    module("Analyzers", ["Facts", "Quantities", "Records"]),
    module("Documents", ["Quantities"]),
    module("Templates", ["CLibXML2", "Diagnostics", "Documents", "Facts", "Quantities"]),
    module("Writers", ["CLibXML2", "Checksum", "Documents", "Quantities"]),
    module(
      "Command",
      [
        "Analyzers", "CLibXML2", "CSV", "Checksum", "Diagnostics", "Documents", "Facts", "Loaders",
        "Quantities",
        "Records", "Templates", "Writers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "anchang", dependencies: ["Command"], swiftSettings: strict),

    // Tests, one target a module.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "OfficeSupport", dependencies: ["Loaders", "Quantities", "Records"],
      path: "Tests/OfficeSupport", swiftSettings: strict),
    tests("Checksum", ["Checksum"]),
    tests("Quantities", ["Quantities"]),
    tests("Diagnostics", ["Diagnostics"]),
    tests("CSV", ["CScan", "CSV", "Diagnostics"]),
    tests("Loaders", ["CSV", "Diagnostics", "Loaders", "OfficeSupport", "Quantities", "Records"]),
    tests(
      "Analyzers", ["Analyzers", "Facts", "Loaders", "OfficeSupport", "Quantities", "Records"]),
    tests(
      "Templates",
      [
        "Analyzers", "CLibXML2", "Diagnostics", "Documents", "Facts", "Quantities", "Templates",
      ]),
    tests("Writers", ["CLibXML2", "Checksum", "Documents", "Quantities", "Writers"]),
    .testTarget(
      name: "AcceptanceTests", dependencies: ["anchang"],
      exclude: ["Cases", "Goldens", "README.md"],
      swiftSettings: strict),
  ]
)

// `ANCHANG_FUZZ=1 swift build` adds the fuzzer of the readers (Tests/Fuzz); it is no part of an
// ordinary build, for it has no `main` without libFuzzer.
if Context.environment["ANCHANG_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FuzzReaders",
      dependencies: ["CSV", "Diagnostics", "Loaders", "Quantities", "Records"],
      path: "Tests/Fuzz/Readers",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
