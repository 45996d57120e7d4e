/// What readers call a language that a fence names.
enum LanguageName {
  /// Nil for plain text; a name that is not known here stands as the author wrote it.
  static func name(of language: String) -> String? {
    switch language.lowercased() {
    case "", "text", "txt", "plain", "plaintext", "output": nil
    case "swift": "Swift"
    case "python", "py", "python3": "Python"
    case "sh", "bash", "shell", "zsh", "console": "Shell"
    case "json": "JSON"
    case "yaml", "yml": "YAML"
    case "markdown", "md": "Markdown"
    case "html": "HTML"
    case "css": "CSS"
    case "javascript", "js": "JavaScript"
    case "tex", "latex": "TeX"
    case "c": "C"
    case "cpp", "c++": "C++"
    case "rust": "Rust"
    case "julia": "Julia"
    case "r": "R"
    case "diff", "patch": "Diff"
    case "qmd", "quarto": "Quarto"
    case "rmd": "R Markdown"
    case "toml": "TOML"
    case "bibtex", "bib": "BibTeX"
    case "csv": "CSV"
    case "xml", "svg": "XML"
    case "makefile", "make": "Make"
    default: language
    }
  }
}
