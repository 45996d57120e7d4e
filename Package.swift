// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours builds in the Swift 6 language mode with internal imports by default.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// The numeric kernels are called thousands of times by a chart: they are optimised in debug builds
/// too, so that the one configuration that a newcomer builds is quick to build and quick to use.
let kernel = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The tests of a target: `Tests/NameTests`.
func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "lemma",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lemma", targets: ["lemma"])
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CMPFR", pkgConfig: "mpfr", providers: [.apt(["libmpfr-dev"]), .brew(["mpfr"])]),
    .systemLibrary(name: "CFileExchange"),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Markup", swiftSettings: settings),
    .target(name: "MathCore", dependencies: ["CMPFR"], swiftSettings: kernel),
    .target(
      name: "LessonSyntax", dependencies: ["Diagnostics", "CCmarkGFM", "Yams"],
      swiftSettings: settings),
    .target(
      name: "Typesetting", dependencies: ["MathCore", "Markup", "Diagnostics"],
      swiftSettings: settings),
    .target(name: "Figures", dependencies: ["MathCore", "Markup"], swiftSettings: settings),
    .target(
      name: "SwiftEval",
      dependencies: [
        "MathCore", "Diagnostics",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftOperators", package: "swift-syntax"),
      ],
      swiftSettings: kernel),
    .target(
      name: "Cells",
      dependencies: [
        "SwiftEval", "Figures", "Typesetting", "MathCore", "LessonSyntax", "Markup", "Diagnostics",
      ],
      swiftSettings: settings),
    .target(
      name: "Pages",
      dependencies: [
        "Cells", "Figures", "Typesetting", "LessonSyntax", "MathCore", "Markup", "Diagnostics",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "SwiftIDEUtils", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
      ],
      swiftSettings: settings),
    .target(
      name: "LemmaKit",
      dependencies: [
        "Pages", "Cells", "SwiftEval", "LessonSyntax", "Diagnostics", "CFileExchange",
        // macOS has CryptoKit.
        .target(name: "CLibCrypto", condition: .when(platforms: [.linux])),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "lemma",
      dependencies: [
        "LemmaKit", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    tests(of: "Diagnostics", ["Diagnostics"]),
    tests(of: "MathCore", ["MathCore"]),
    tests(of: "LessonSyntax", ["LessonSyntax", "Diagnostics"]),
    tests(of: "Typesetting", ["Typesetting", "MathCore", "Markup", "Diagnostics"]),
    tests(
      of: "Figures", ["Figures", "Cells", "SwiftEval", "MathCore", "Markup", "Diagnostics"]),
    tests(of: "SwiftEval", ["SwiftEval", "MathCore", "Diagnostics"]),
    tests(
      of: "Pages",
      [
        "Pages", "Cells", "Figures", "Typesetting", "LessonSyntax", "MathCore", "Markup",
        "Diagnostics",
      ]),
    tests(
      of: "Differential", ["SwiftEval", "Cells", "MathCore", "LessonSyntax", "Diagnostics"],
      exclude: ["Programs", "Rejected"]),
    tests(
      of: "Cells",
      [
        "Cells", "SwiftEval", "Figures", "Typesetting", "MathCore", "LessonSyntax", "Markup",
        "Diagnostics",
      ], exclude: ["Fixtures"]),
    tests(
      of: "LemmaKit", ["LemmaKit", "Cells", "SwiftEval", "LessonSyntax", "Diagnostics"]),
    tests(of: "Golden", ["LemmaKit", "Diagnostics"], exclude: ["Sites"]),
    tests(of: "Architecture"),
  ]
)
