/// Where a lesson's file stands in a folder of lessons.
struct LessonPlace: Hashable {
  /// As a path from where the command was called.
  let folder: String
  /// Of the lesson, in that folder.
  let path: String

  /// The nearest folder above the file that has a `site.yaml`; where there is none, its own.
  init(of file: String) {
    let own = FileSystem.parent(of: file) ?? "."
    let name = file.split(separator: "/").last.map(String.init) ?? file
    var folder = own
    var path = name
    while true {
      let location = FileSystem.resolved(folder)
      if FileSystem.kind(of: location + "/" + ContentFolder.settingsName) != nil {
        (self.folder, self.path) = (folder, path)
        return
      }
      guard location != "/", let inner = location.split(separator: "/").last else { break }
      path = inner + "/" + path
      folder = Self.folder(above: folder)
    }
    (self.folder, self.path) = (own, name)
  }

  private static func folder(above folder: String) -> String {
    let last = folder.split(separator: "/").last ?? "/"
    if folder == "." { return ".." }
    return last == "." || last == ".." ? folder + "/.." : FileSystem.parent(of: folder) ?? "."
  }
}
