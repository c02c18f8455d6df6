extension Words {
  /// What several screens say alike.
  ///
  /// All of these name what a key does, in footers and on help pages.
  package enum Common {
    /// One level out, to the screen before.
    package static let back = "back"
    /// Moves a list's cursor.
    package static let move = "move"
    /// Goes to the place that the list's cursor stands on.
    package static let goThere = "go there"
    /// Takes back every change to a figure or an experiment.
    package static let asItWas = "as it was"
  }
}
