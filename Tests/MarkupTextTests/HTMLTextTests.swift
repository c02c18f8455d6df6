import Testing

@testable import MarkupText

struct HTMLTextTests {
  @Test(arguments: [
    ("line one<div>line two</div><div>line three</div>", "line one\nline two\nline three"),
    ("Types:<ul><li>A</li><li>B</li></ul>done", "Types:\n• A\n• B\ndone"),
    ("<h3>Sources</h3>above<hr>below", "Sources\nabove\nbelow"),
    ("a<br>b<br/>c</br>d<BR >e", "a\nb\nc\nd\ne"),
    ("a<br><br>b", "a\n\nb"),
    ("<div>a<br></div><div><br></div><div>b</div>", "a\n\nb"),
    ("<p>a</p><p>b\n c</p>d", "a\n\nb c\n\nd"), ("a</p>b", "a\n\nb"),
    ("<ol start=3><li>c<li>d<ul><li>e</ul><li value=9>i</ol>", "3. c\n4. d\n  • e\n9. i"),
    ("<li><p>a</p></li><li><div>b</div></li>", "• a\n\n• b"),
    ("<dl><dt>term<dd>what it is</dl>", "term\nwhat it is"),
    ("<blockquote>a</blockquote><section>b</section><article>c</article>", "a\nb\nc"),
    ("<details><summary>More</summary>text</details>", "More\ntext"),
    ("one<span> two</span> <b>th</b>ree", "one two three"),
  ]) func blocksBreakLines(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a | b\nc | d"),
    ("<table><tr><th>a<th>b<tr><td><td>d</table>x", "a | b\n| d\nx"),
    ("<table><tr><td><p>a</p></td><td><div>b</div></td></tr></table>", "a | b"),
    ("<table><tbody><tr><td>a</td></tr><tr><td></td><td>b</td></tr></tbody></table>", "a\n| b"),
  ]) func cellsAreSeparated(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    ("2<sup>10</sup> and H<sub>2</sub>O", "2¹⁰ and H₂O"),
    ("e<sup>−x</sup>", "e⁻ˣ"), ("4<sup>th</sup>", "4ᵗʰ"),
    ("x<sup>a, b</sup>", "x^(a, b)"), ("W<sub>B</sub>", "W_B"), ("W<sub>BC</sub>", "W_BC"),
    ("x<sup><b>2</b></sup>y", "x²y"), ("x<sup> </sup>y", "x y"), ("x<sup></sup>y", "xy"),
    ("<msup><mi>x</mi><mn>2</mn></msup>", "x²"),
    ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "xᵢ²"),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a+b)/c"),
    ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
  ]) func superscriptsAndSubscriptsAreDistinguished(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    "<style>.card{color:red}</style>text<!-- a > b -->",
    "<script>if (a < b) { \"</p>\" }</script>text", "te<!-- x -- y > z -->xt",
    "<span style=\"display: none\">no</span>text", "<p hidden>no</p>text", "<title>no</title>text",
    "<![CDATA[no]]>text", "<?php no ?>text", "<!DOCTYPE html><html><body>text</body></html>",
    "<template>no</template>text", "te\u{AD}xt", "te<wbr>xt", "<unknown>te</unknown>xt",
    "<b><i>text", "</div></b>text", "<div><div><div>text", "te\u{0}xt",
  ]) func onlyVisibleTextIsLeft(html: String) {
    #expect(HTMLText.plain(html) == "text")
  }

  @Test(arguments: [
    ("x<5 and y>3 < 4", "x<5 and y>3 < 4"), ("a & b &unknown; &", "a & b &unknown; &"),
    ("&lt;b&gt; &amp;lt; &quot;&apos;", "<b> &lt; \"'"), ("1&nbsp;&nbsp;2", "1  2"),
    ("x &rarr; y, &alpha; &ge; 0, 2 &times; 3", "x → y, α ≥ 0, 2 × 3"),
    ("&#955;&#x3BB;&#X3bb &#128;&#0;&#xD800;&#99999999999;", "λλλ €\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&copy &notit; &ampx &AMP", "© ¬it; &x &"), ("&NotEqualTilde;", "≂\u{338}"),
    ("<<<<>", "<<<<>"), ("a <!-- <! b --> c", "a c"), ("</ x>a</>", "a"),
    ("<script>\"<!--\"</script>a", "a"), ("a</body>b</html>c", "abc"),
  ]) func referencesBecomeLetters(html: String, text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test func everyElementOfHTMLIsKnown() {
    let pairs = CharacterReferenceNames.pairs.split(whereSeparator: \.isWhitespace)
    #expect(pairs.count == 2125)
    for pair in pairs {
      let parts = pair.split(separator: "=")
      let scalars = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
        .compactMap(Unicode.Scalar.init)
      let reference = CharacterReferences.reference(in: Array("&\(parts[0]);".utf8)[...])
      #expect(!scalars.isEmpty && reference?.scalars == scalars, "\(pair)")
    }
    let bare = CharacterReferenceNames.withoutSemicolon.split(whereSeparator: \.isWhitespace)
    #expect(bare.count == 106)
    for name in bare {
      let one = CharacterReferences.reference(in: Array("&\(name) ".utf8)[...])
      let other = CharacterReferences.reference(in: Array("&\(name); ".utf8)[...])
      #expect(one?.scalars == other?.scalars && one != nil, "\(name)")
    }
  }

  @Test func preformattedTextKeepsItsLines() {
    #expect(HTMLText.plain("a<pre>\nfor x:\n    y\n\tz</pre>b") == "a\nfor x:\n    y\n    z\nb")
    #expect(HTMLText.plain("<span style=\"white-space:pre\">a\n b</span>") == "a\n b")
  }

  @Test func imagesBecomeTheirAlternativeTextOrFileName() {
    let read = HTMLText(
      "<img src=\"a/b%20c.png?x=1\"><img alt=\"the  curve\" src=x><img src=data:image/png;base64,AA>"
    )
    #expect(read.text == "[b%20c.png][the curve][png]" && read.hasWords)
    #expect(read.pictures == ["b%20c.png", "the curve", "png"])
    #expect(!HTMLText("<div><img src=\"a.png\">&nbsp;<br>&#8203;</div>").hasWords)
    #expect(HTMLText("<video src=v.mp4>no</video>").text == "[v.mp4]")
    #expect(HTMLText("plain  text\nhere").text == "plain text here")
  }

  @Test func tagsCanBeReadAlone() throws {
    let tag = try #require(HTMLTag("<IMG ALT='x > y' src=a.png />"))
    #expect(tag.name == "img" && !tag.isEnd && tag.picture == "x > y")
    #expect(HTMLTag("</sup>")?.isEnd == true && HTMLTag("</sup>")?.name == "sup")
    #expect(HTMLTag("<div>")?.isBlock == true && HTMLTag("<style>")?.isHidden == true)
    #expect(HTMLTag("<file>")?.name == "file" && HTMLTag("<!-- x -->") == nil)
  }

  /// Neither nesting nor broken markup may cost more than linear time.
  @Test(arguments: [
    "<", "<b>", "<p><b>", "<table><tr><td>", "</i>", "<b></i>", "<sup>", "&", "<!--", "<ul><li>",
  ])
  func repetitionIsRead(piece: String) {
    let text = HTMLText.plain(String(repeating: piece, count: 20_000) + " x")
    #expect(text.isEmpty || text.last == "x" || ["<!--", "<sup>"].contains(piece))
  }
}
