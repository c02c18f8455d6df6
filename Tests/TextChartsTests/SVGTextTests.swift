import Testing
import TextCharts

struct SVGTextTests {
  @Test(arguments: [
    ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"),
    // With an accent on it a mark is another character, and means to XML what it meant before.
    ("\"\u{301} x=\"\u{353}<\u{301}", "&quot;\u{301} x=&quot;\u{353}&lt;\u{301}"),
  ])
  func noMarkOfXMLIsLeft(text: String, escaped: String) {
    #expect(SVGChart.escaped(text) == escaped)
  }
}
