import Markup

/// Colours as attributes.
///
/// `light-dark()` follows the page's `color-scheme` and needs neither a style attribute nor a rule
/// in a style sheet. A browser that does not know it ignores the attribute and inherits the plain
/// colour of the group around.
extension ColourPair {
  var paint: String { light == dark ? light : "light-dark(\(light),\(dark))" }

  /// A group in the colour for every browser.
  func group(_ attributes: [String], _ children: [Element], classes: String) -> Element {
    var outer: Attributes = ["class": classes]
    for name in attributes { outer[name] = light }
    guard light != dark else { return Element("g", outer, children) }
    var inner: Attributes = [:]
    for name in attributes { inner[name] = paint }
    return Element("g", outer, [Element("g", inner, children)])
  }
}
