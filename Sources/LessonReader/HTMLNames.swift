import Lessons

/// The elements of HTML, SVG and MathML by name, and their styles.
enum HTMLNames {
  private static let known = Set(
    """
    a,abbr,acronym,address,applet,area,article,aside,audio,b,base,basefont,bdi,bdo,bgsound,big,blink,blockquote,body,br,
    button,canvas,caption,center,cite,code,col,colgroup,data,datalist,dd,del,details,dfn,dialog,dir,div,dl,dt,em,embed,
    fieldset,figcaption,figure,font,footer,form,frame,frameset,h1,h2,h3,h4,h5,h6,head,header,hgroup,hr,html,i,iframe,
    image,img,input,ins,isindex,kbd,keygen,label,legend,li,link,listing,main,map,mark,marquee,menu,menuitem,meta,meter,
    nav,nobr,noembed,noframes,noscript,object,ol,optgroup,option,output,p,param,picture,plaintext,pre,progress,q,rb,rp,
    rt,rtc,ruby,s,samp,script,search,section,select,slot,small,source,spacer,span,strike,strong,style,sub,summary,sup,
    svg,table,tbody,td,template,textarea,tfoot,th,thead,time,title,tr,track,tt,u,ul,var,video,wbr,xmp,
    animate,circle,clippath,defs,desc,ellipse,filter,g,line,lineargradient,marker,mask,path,pattern,polygon,polyline,
    radialgradient,rect,stop,symbol,text,textpath,tspan,use,
    annotation,math,menclose,merror,mfenced,mfrac,mi,mn,mo,mover,mpadded,mphantom,mroot,mrow,ms,mspace,msqrt,mstyle,msub,
    msubsup,msup,mtable,mtd,mtext,mtr,munder,munderover,semantics,
    """.split { $0 == "," || $0 == "\n" }.map(String.init))

  /// Whether a tag such as `<b>` or `</b>` belongs to a known element.
  static func isKnown(tag: String) -> Bool { name(of: tag).map(known.contains) ?? false }

  /// The name in a tag in lower case; nil if it is not a tag.
  static func name(of tag: some StringProtocol) -> String? {
    guard tag.hasPrefix("<") else { return nil }
    let start = tag.dropFirst().drop { $0 == "/" }
    let name = start.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard name.first?.isLetter == true else { return nil }
    // A name continues with any other character: `<a:b>` and `<my-tag>` are not HTML.
    if let next = start.dropFirst(name.count).first, !next.isWhitespace, next != ">", next != "/" {
      return nil
    }
    return name.lowercased()
  }

  /// The text shown for markup that is not an HTML tag: nothing for a comment, anything else as typed.
  static func shown(_ markup: String) -> String {
    if markup.hasPrefix("<!--") { return "" }
    if markup.hasPrefix("<![CDATA["), markup.hasSuffix("]]>") {
      return String(markup.dropFirst("<![CDATA[".count).dropLast("]]>".count))
    }
    return markup
  }

  /// Escapes tags of unknown elements, declarations and processing instructions.
  static func escapingUnknown(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        let end = rest.firstRange(of: "-->")?.upperBound ?? rest.endIndex
        rest = rest[end...]
        continue
      }
      let isTag = name(of: rest.prefix(40)).map(known.contains) ?? false
      result += isTag ? "<" : "&lt;"
      rest = rest.dropFirst()
    }
    return result + rest
  }

  /// The style of an element's text.
  static func traits(of name: String) -> Traits {
    switch name {
    case "b", "strong", "th", "dt", "summary": .strong
    case "i", "em", "cite", "var", "dfn": .emphasis
    case "code", "kbd", "samp", "tt": .code
    case "s", "strike", "del": .struck
    default: []
    }
  }

  /// Whether a line ends after an element.
  static func breaksBehind(_ name: String) -> Bool {
    switch name {
    case "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
      "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li",
      "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tr", "ul":
      true
    default: false
    }
  }
}
