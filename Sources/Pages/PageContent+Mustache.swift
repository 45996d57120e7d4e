import Mustache

// Templates find values by name through `MustacheParent`: without it the library reflects on every
// value for every name, which takes longer than writing the article. Its one requirement returns
// `Any?`.

extension PageContent: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "language": language
    case "policy": policy
    case "siteTitle": siteTitle
    case "title": title
    case "pageTitle": pageTitle
    case "description": description
    case "author": author
    case "canonical": canonical
    case "root": root
    case "isHome": isHome
    case "isOnePage": isOnePage
    case "classes": classes.isEmpty ? nil : classes
    case "date": date
    case "preview": preview
    case "previewText": previewText
    case "feed": feed
    case "structuredData": structuredData
    case "part": part
    case "heading": heading
    case "lede": lede
    case "opening": opening
    case "article": article
    case "contents": contents
    case "hasContents": !contents.isEmpty
    case "previous": previous
    case "next": next
    case "hasNeighbours": previous != nil || next != nil
    case "parts": parts
    case "onePage": onePage
    case "bibliography": bibliography
    case "editLink": editLink
    case "markdown": markdown
    case "verification": verification
    case "verified": verified
    default: word(named: name)
    }
  }

  /// Of the page's body.
  private var classes: String {
    [isHome ? "home" : nil, isOnePage ? "one-page" : nil, layout].compactMap { $0 }
      .joined(separator: " ")
  }

  private func word(named name: String) -> String? {
    switch name {
    case "skipToContent": skipToContent
    case "onThisPage": onThisPage
    case "lessonsWord": lessonsWord
    case "neighboursWord": neighboursWord
    case "editThisPage": editThisPage
    case "generatedBy": generatedBy
    case "verificationWord": verificationWord
    case "bibliographyWord": bibliographyWord
    case "searchWord": searchWord
    case "onePageWord": onePageWord
    default: nil
    }
  }
}

extension PageContent.Link: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "href": href
    case "title": title
    case "word": word
    default: nil
    }
  }
}

extension PageContent.Section: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "level": level
    case "href": href
    case "markup": markup
    default: nil
    }
  }
}

extension PageContent.Part: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "partTitle": partTitle
    case "start": start
    case "lessons": lessons
    default: nil
    }
  }
}

extension PageContent.Lesson: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "href": href
    case "title": title
    case "summary": summary
    default: nil
    }
  }
}
