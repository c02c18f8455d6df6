import Lessons
import TestCourse
import Testing

@testable import LessonReader

struct MathsTests {
  private func formulas(_ text: String) -> [String] {
    MathsScan.formulas(in: Array(text.utf8), from: 0).map(\.formula.source)
  }

  @Test(
    arguments: [
      ("a $x$ b", ["$x$"]), ("$a*b*c$ and $d*e*f$", ["$a*b*c$", "$d*e*f$"]), ("函数$f$是", ["$f$"]),
      ("the $i$th and $n^\\mathrm{th}$", ["$i$", "$n^\\mathrm{th}$"]),
      ("*$x$*, **$y$**", ["$x$", "$y$"]),
      ("\\(x^2\\) \\[\\alpha\\]", ["\\(x^2\\)", "\\[\\alpha\\]"]), ("$`a*b`$", ["$`a*b`$"]),
      ("$$x$$ in a line", ["$$x$$"]), ("$$\na\n\nb\n$$", ["$$\na\n\nb\n$$"]),
      ("| $|x|$ | $y$ |", ["$|x|$", "$y$"]), ("$a\n+ b$", ["$a\n+ b$"]),
      ("$0.5$ and $-1$", ["$0.5$", "$-1$"]),
      ("\\begin{align}\na\\\\\nb\n\\end{align}", ["\\begin{align}\na\\\\\nb\n\\end{align}"]),
      ("> $$\n> a\n> $$", ["$$\na\n$$"]), ("- x\n  $$\n  a\n    b\n  $$", ["$$\na\n  b\n$$"]),
    ] as [(String, [String])])
  func mathematicsIsFound(text: String, found: [String]) { #expect(formulas(text) == found) }

  @Test(arguments: [
    "costs $5 and $6", "$5, $10", "$1,000–$2,000", "between $5 and 10$", "$PATH:$HOME",
    "$HOME/$PATH", "US$5 and US$6",
    "5$ and 6$", "\\$5 and \\$6", "**$5** and **$6**", "$20k (down from $30k)", "`$x$`",
    "``a ` $x$``",
    "```\n$x$\n```", "    $x$", "<div>$x$</div>", "<a href=\"$x$\">", "| $5 | $6 |", "| a$ | b$ |",
    "a $ b $ c", "$", "$$", "$$ $$", "$$$", "\\(see page\\)", "\\[TODO\\]", "see \\[1\\] there",
    "\\\\(x\\\\)",
    "from $5 million to $6 million", "pay $5 or 6$ now", "a\n\n$x\n\ny$", "\\begin{x",
  ])
  func otherDollarsAndBracketsAreText(text: String) { #expect(formulas(text) == []) }

  @Test func mathematicsIsNotReadAsMarkdown() throws {
    let section = try markdown(
      "Let $a*b*c$, $a_1 + b_1$ and $x[i]$ be ![$v$](p.png) [$w$](x.html).")
    #expect(section.blocks.first?.proses[0].plainText == "Let a*b*c, a₁ + b₁ and x[i] be v w.")
    #expect(section.blocks.first?.proses[0][1].source == "$a*b*c$")
    #expect(try markdown("$$\n- a\n= b\n$$").outline == ["math - a\n= b"])
  }

  @Test func displayedFormulasKeepTheirLines() throws {
    let text = "before\n$$\n\\begin{aligned}\ny &= x \\\\\nz &= 1\n\\end{aligned}\n$$\nafter"
    #expect(try markdown(text).outline == ["before", "math y = x\nz = 1", "after"])
    #expect(
      try markdown("$$\n\\begin{pmatrix}\n1 & 2\\\\\n3\n\\end{pmatrix}\n$$").outline == [
        "math $$\n\\begin{pmatrix}\n1 & 2\\\\\n3\n\\end{pmatrix}\n$$"
      ])
    #expect(try markdown("```math\n\\alpha\n```").outline == ["math α"])
    #expect(try markdown("> $$\n> a \\\\ b\n> $$").outline == ["> math a\nb"])
  }

  @Test func locationsAfterFormulasMatchTheFile() throws {
    let text = "# T\n\n$$\na\n\nb\n$$\n$x$ <file>\n\n```plot\nfunctions: nothing\n```\n"
    let source = try SourceText(file: "f", bytes: Array(text.utf8))
    let error = #expect(throws: ContentError.self) {
      try MarkdownReader(source: source, functions: TestCourse.functions).section(id: "s")
    }
    #expect(error?.line == 11 && error?.column == 12)
    let other = try SourceText(file: "f", bytes: Array(text.prefix(27).utf8))
    let found = try MarkdownReader(source: other, functions: TestCourse.functions).findings()
    #expect(
      found.map { other.error(at: $0.offset, .empty) }.map { [$0.line, $0.column] } == [[8, 5]])
  }

  @Test(arguments: [
    ("\\alpha^2", "α²"), ("x_{i+1}", "xᵢ₊₁"), ("\\frac{a}{b}", "a/b"),
    ("\\frac{a+1}{b_2}", "(a+1)/b₂"),
    ("\\sqrt{x+1}", "√(x+1)"), ("\\sqrt[3]{x}", "³√x"), ("\\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"),
    ("x \\in \\mathbb{R}^n", "x ∈ ℝⁿ"), ("a \\le b \\cdot c", "a ≤ b · c"),
    ("\\mathrm{ReLU}(x)", "ReLU(x)"),
    ("\\text{if } x", "if x"), ("\\hat{y}", "y\u{302}"), ("f'(x)", "f′(x)"), ("X^\\top", "Xᵀ"),
    ("\\left( \\frac12 \\right)", "( 1/2 )"), ("\\sin x", "sin x"), ("2\\pi r", "2π r"),
    ("\\{a\\}", "{a}"),
    ("\\frac{\\partial f}{\\partial x}", "∂f/∂x"), ("e^{-x^2}", "e^(-x²)"), ("e^{i\\pi}", "e^(iπ)"),
    ("w^{(q)}", "w^(q)"),
    ("\\operatorname{softmax}(\\mathbf{x})", "softmax(x)"), ("x \\not= y", "x ≠ y"),
    ("10^{-3}", "10⁻³"), ("\\lvert x \\rvert", "|x |"),
    ("\\langle a, b\\rangle", "⟨a, b⟩"),
  ])
  func simpleTeXBecomesText(tex: String, text: String) {
    #expect(TeXText.text(tex, keepsLines: false) == text)
  }

  @Test(arguments: [
    "\\unknown{x}", "\\begin{pmatrix}1\\end{pmatrix}", "{x", "x}", "a & b", "\\", "\\frac{a}", "^",
    "\\,", "a \\\\ b",
    "\\begin{aligned}a", "# 1", String(repeating: "{", count: 5000),
    String(repeating: "x^", count: 5000),
    String(repeating: "\\sqrt", count: 5000),
  ])
  func otherTeXStaysAsItIs(tex: String) { #expect(TeXText.text(tex, keepsLines: false) == nil) }
}
