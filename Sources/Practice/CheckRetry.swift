/// Which check questions are asked again at the end of a later section.
///
/// - Source: Matuschak & Nielsen, "Quantum Country": a forgotten prompt that is asked again in the same session is
///   remembered afterwards by 54 % of readers, otherwise by 36 %.
public enum CheckRetry {
  /// The maximum number of questions that are asked again in one section.
  public static let most = 3

  /// The check questions of earlier sections whose latest answer was wrong, the nearest section's first.
  ///
  /// - Parameters:
  ///   - section: The index of the section whose questions are asked now.
  ///   - checks: The ids of the check questions of every section, in the order of the lesson.
  ///   - lastAnswers: Whether the latest answer to each question was right.
  /// - Returns: At most ``most`` ids.
  public static func questions(
    in section: Int, checks: [[String]], lastAnswers: [String: Bool]
  ) -> [String] {
    let missed = checks.prefix(max(0, section)).reversed().flatMap { ids in
      ids.filter { lastAnswers[$0] == false }
    }
    return Array(missed.prefix(most))
  }
}
