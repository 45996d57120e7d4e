/// The templates of Lemma's pages. A site may replace each by `templates/NAME.mustache`.
///
/// `{{{…}}}` stands for finished markup, `{{…}}` for text. What a template may use is `PageContent`.
enum Templates {
  static let all: [(name: String, text: String)] = [
    ("page", page), ("head", head), ("header", header), ("contents", contents),
    ("neighbours", neighbours), ("footer", footer), ("lessons", lessons),
  ]

  static let page = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    {{> head}}
    </head>
    <body{{#classes}} class="{{classes}}"{{/classes}}>
    <a class="skip" href="#lemma-content">{{skipToContent}}</a>
    {{> header}}
    <div class="page">
    <main id="lemma-content">
    {{^isOnePage}}<article>
    {{/isOnePage}}
    {{#heading}}<h1>{{heading}}</h1>
    {{/heading}}
    {{{opening}}}{{#lede}}<p class="lede">{{lede}}</p>
    {{/lede}}
    {{#hasContents}}{{> contents}}
    {{/hasContents}}
    {{{article}}}{{^isOnePage}}</article>
    {{/isOnePage}}
    {{#isHome}}{{> lessons}}{{/isHome}}
    {{#hasNeighbours}}{{> neighbours}}{{/hasNeighbours}}
    </main>
    </div>
    {{> footer}}
    </body>
    </html>

    """

  /// No font and nothing from elsewhere is ever loaded; the script waits until the page is read.
  static let head = """
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{pageTitle}}</title>
    {{#description}}<meta name="description" content="{{description}}">
    {{/description}}
    {{#author}}<meta name="author" content="{{author}}">
    {{/author}}
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="Lemma">
    {{#isOnePage}}<meta name="robots" content="noindex">
    {{/isOnePage}}
    {{#canonical}}<link rel="canonical" href="{{canonical}}">
    <meta property="og:url" content="{{canonical}}">
    <meta property="og:type" content="{{#isHome}}website{{/isHome}}{{^isHome}}article{{/isHome}}">
    <meta property="og:title" content="{{title}}">
    <meta property="og:site_name" content="{{siteTitle}}">
    {{#preview}}<meta property="og:image" content="{{preview}}">
    <meta property="og:image:width" content="\(PreviewImage.width)">
    <meta property="og:image:height" content="\(PreviewImage.height)">
    {{#previewText}}<meta property="og:image:alt" content="{{previewText}}">
    {{/previewText}}
    <meta name="twitter:card" content="summary_large_image">
    {{/preview}}
    {{#date}}<meta property="article:modified_time" content="{{date}}">
    {{/date}}
    {{#description}}<meta property="og:description" content="{{description}}">
    {{/description}}
    {{/canonical}}
    {{#feed}}<link rel="alternate" type="application/atom+xml" href="{{root}}{{feed}}" title="{{siteTitle}}">
    {{/feed}}
    <link rel="icon" href="{{root}}assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="{{root}}assets/lemma.css">
    <script defer src="{{root}}assets/lemma.js"></script>
    {{#structuredData}}<script type="application/ld+json">{{{structuredData}}}</script>
    {{/structuredData}}
    {{#previous}}<link rel="prev" href="{{href}}">
    {{/previous}}
    {{#next}}<link rel="next" href="{{href}}">
    {{/next}}
    """

  static let header = """
    <header class="site-header">
    <div class="site-bar">
    <a class="site-title" href="{{root}}index.html"{{#isHome}} aria-current="page"{{/isHome}}>{{siteTitle}}</a>
    {{#part}}<span class="site-part">{{part}}</span>
    {{/part}}
    {{^isHome}}<a class="site-contents" href="{{root}}index.html#lemma-lessons">{{lessonsWord}}</a>
    {{/isHome}}
    <button class="search-open" type="button" hidden aria-haspopup="dialog" \
    aria-keyshortcuts="/ Control+K">{{searchWord}}</button>
    </div>
    </header>
    """

  static let contents = """
    <nav class="contents" aria-labelledby="lemma-contents-title">
    <p id="lemma-contents-title">{{onThisPage}}</p>
    <ul>
    {{#contents}}<li class="contents-{{level}}"><a href="{{href}}">{{{markup}}}</a></li>
    {{/contents}}
    </ul>
    </nav>
    """

  static let neighbours = """
    <nav class="neighbours" aria-label="{{neighboursWord}}">
    {{#previous}}<a class="previous" rel="prev" href="{{href}}"><span>{{word}}</span> {{title}}</a>
    {{/previous}}
    {{#next}}<a class="next" rel="next" href="{{href}}"><span>{{word}}</span> {{title}}</a>
    {{/next}}
    </nav>
    """

  static let footer = """
    <footer class="site-footer">
    <div class="site-bar">
    {{#verification}}<p class="verification"><a href="{{verified}}">{{verification}}</a></p>
    {{/verification}}
    <p>{{#author}}{{author}} · {{/author}}<span class="footer-links">{{#editLink}}\
    <a href="{{editLink}}">{{editThisPage}}</a> · {{/editLink}}\
    {{#markdown}}<a href="{{{markdown}}}" download="">Markdown</a> · {{/markdown}}\
    <a href="{{root}}verification.html">{{verificationWord}}</a> · {{#bibliography}}\
    <a href="{{root}}{{bibliography}}">{{bibliographyWord}}</a> · {{/bibliography}}</span>{{generatedBy}} Lemma</p>
    </div>
    </footer>
    """

  static let lessons = """
    <section class="lessons" id="lemma-lessons" aria-labelledby="lemma-lessons-title">
    <h2 id="lemma-lessons-title">{{lessonsWord}}</h2>
    {{#parts}}{{#partTitle}}<h3>{{partTitle}}</h3>
    {{/partTitle}}
    <ol start="{{start}}">
    {{#lessons}}<li><a href="{{href}}">{{title}}</a>{{#summary}}
    <p>{{summary}}</p>{{/summary}}</li>
    {{/lessons}}
    </ol>
    {{/parts}}
    {{#onePage}}<p><a href="{{onePage}}">{{onePageWord}}</a></p>
    {{/onePage}}
    </section>
    """
}
