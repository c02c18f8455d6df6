import Testing
import TextCharts

struct SVGTextTests {
  @Test(arguments: [
    ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"),
    // With a combining accent a quotation mark is another character for Swift but not for XML.
    ("\"\u{301} x=\"\u{353}<\u{301}", "&quot;\u{301} x=&quot;\u{353}&lt;\u{301}"),
  ])
  func noMarkupCharacterIsUnescaped(text: String, escaped: String) {
    #expect(SVGChart.escaped(text) == escaped)
  }
}
