#if canImport(CryptoKit)
  import CryptoKit
#else
  import CLibCrypto
#endif

/// SHA-256 (FIPS 180-4) of a content, in hexadecimal.
struct ContentHash: Codable, Hashable, Sendable {
  let hexadecimal: String

  init(_ bytes: [UInt8]) {
    hexadecimal = Self.digest(of: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    #if canImport(CryptoKit)
      return Array(SHA256.hash(data: bytes))
    #else
      var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
      _ = SHA256(bytes, bytes.count, &digest)
      return digest
    #endif
  }

  /// Of several texts, each with its length before it: `["ab", "c"]` is another content than
  /// `["a", "bc"]`.
  init(_ texts: [String]) {
    self.init(Array(texts.map { "\($0.utf8.count)\n\($0)" }.joined(separator: "\n").utf8))
  }

  init(from decoder: any Decoder) throws {
    hexadecimal = try decoder.singleValueContainer().decode(String.self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }
}
