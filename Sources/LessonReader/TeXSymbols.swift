/// TeX commands that are written as one character or word.
enum TeXSymbols {
  /// Commands and their text.
  static let symbols: [String: String] = {
    var table: [String: String] = [:]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
    }
    for name in ["displaystyle", "textstyle", "limits", "nolimits", "nonumber", "notag", "!"] {
      table[name] = ""
    }
    for name in [",", ";", ":", ">", " ", "thinspace", "enspace"] { table[name] = " " }
    table["quad"] = "  "
    table["qquad"] = "    "
    table["ne"] = "≠"
    return table
  }()

  private static let pairs = #"""
    alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ
    lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ
    phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ
    Phi=Φ Psi=Ψ Omega=Ω
    times=× cdot=· pm=± mp=∓ div=÷ ast=∗ star=⋆ circ=∘ bullet=• oplus=⊕ ominus=⊖ otimes=⊗ odot=⊙
    le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ neq=≠ approx=≈ equiv=≡ sim=∼ simeq=≃ cong=≅ propto=∝
    ll=≪ gg=≫ lt=< gt=> in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆ supset=⊃ supseteq=⊇ cup=∪ cap=∩
    setminus=∖ emptyset=∅ varnothing=∅ forall=∀ exists=∃ land=∧ wedge=∧ lor=∨ vee=∨
    to=→ rightarrow=→ longrightarrow=→ leftarrow=← gets=← leftrightarrow=↔ Rightarrow=⇒ implies=⇒
    Leftarrow=⇐ Leftrightarrow=⇔ iff=⇔ mapsto=↦ uparrow=↑ downarrow=↓
    infty=∞ sum=∑ prod=∏ int=∫ iint=∬ oint=∮ ldots=… dots=… cdots=⋯ vdots=⋮ prime=′ ell=ℓ hbar=ℏ
    angle=∠ perp=⊥ parallel=∥ mid=| vert=| rvert=| Vert=‖ rVert=‖ |=‖ rangle=⟩
    rfloor=⌋ rceil=⌉ lbrace={ rbrace=} {={ }=} #=# %=% &=& $=$ _=_ backslash=\ colon=:
    therefore=∴ because=∵ top=⊤ bot=⊥ models=⊨ vdash=⊢ degree=° dagger=†
    """#

  /// Commands whose text is joined to the text after them.
  static let prefixes = [
    "partial": "∂", "nabla": "∇", "neg": "¬", "lnot": "¬", "lvert": "|", "lVert": "‖",
    "langle": "⟨",
    "lfloor": "⌊", "lceil": "⌈",
  ]
  /// Their names.
  static let joined = Set(prefixes.keys)

  /// Names of functions, which are written as they are.
  static let functions = Set(
    """
    sin,cos,tan,cot,sec,csc,arcsin,arccos,arctan,sinh,cosh,tanh,coth,log,ln,lg,exp,max,min,arg,argmax,argmin,lim,
    limsup,liminf,inf,sup,det,dim,gcd,hom,ker,deg,Pr,bmod,
    """.split { $0 == "," || $0 == "\n" }.map(String.init))

  /// Commands for the size of brackets.
  static let sizes: Set<String> = [
    "left", "middle", "right", "big", "bigl", "bigm", "bigr", "bigg", "biggl", "biggm", "biggr",
  ]

  /// Font commands, which keep their letters.
  static let fonts: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal", "mathscr", "mathfrak",
    "mathnormal",
    "boldsymbol", "bm", "pmb",
  ]

  /// Letters of number sets.
  static let doubleStruck: [Character: Character] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]

  /// Accents over one letter, as combining characters.
  static let accents = [
    "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}",
    "tilde": "\u{303}", "widetilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}",
    "ddot": "\u{308}",
  ]

  /// Environments that are lines of text.
  static let environments: Set<String> = [
    "equation", "equation*", "align", "align*", "aligned", "alignedat", "gather", "gather*",
    "gathered", "split", "multline", "multline*", "eqnarray", "eqnarray*",
  ]
}
