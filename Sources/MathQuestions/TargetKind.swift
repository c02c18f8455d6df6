/// A kind of target with the distribution, output and loss that fit it.
///
/// - Source: loss = −log likelihood; with the canonical link the gradient at the raw output a is prediction − target.
struct TargetKind {
  /// The output activation and the loss.
  var pair: String
  var distribution: String
  /// The gradient of the loss at the raw output a; nil if there is more than one raw output.
  var gradient: String?
  /// Why they fit, as the end of "The targets are …".
  var nature: String
  /// What the pair takes for granted, as the end of "That assumes …".
  var assumption: String
  /// Targets of the kind, each with five samples.
  var targets: [(what: String, samples: String)]

  static let all = [
    yesNo, severalLabels, oneOfMany, shareOf, real, outliers, count, duration, spread,
  ]

  private static let yesNo = TargetKind(
    pair: "one sigmoid, binary cross-entropy", distribution: "one Bernoulli variable",
    gradient: "σ(a) − y",
    nature: "yes or no for one question", assumption: "one yes-or-no question with targets 0 and 1",
    targets: [
      ("whether a scan shows a fracture", "0, 1, 0, 0, 1"),
      ("whether a mail is spam", "1, 1, 0, 1, 0"),
      ("whether a customer cancels this month", "0, 0, 0, 1, 0"),
    ])
  private static let severalLabels = TargetKind(
    pair: "a sigmoid for each, binary cross-entropy",
    distribution: "independent Bernoulli variables",
    nature: "several answers, of which none or all may be yes",
    assumption: "several labels that can be right at once",
    targets: [
      ("which of 3 tags fit a photo", "110, 000, 111, 010, 011"),
      ("which of 4 side effects a patient reports", "0000, 0101, 1000, 1110, 0000"),
      ("which of 3 instruments play in a recording", "101, 001, 111, 110, 000"),
    ])
  private static let oneOfMany = TargetKind(
    pair: "softmax, cross-entropy", distribution: "a categorical variable",
    nature: "exactly one class out of several",
    assumption: "exactly one right class out of several",
    targets: [
      ("the kind of bird, one of 30", "4, 17, 4, 29, 11"),
      ("the next word, one of 50,000", "311, 7, 20418, 7, 96"),
      ("the handwritten digit", "7, 2, 1, 0, 4"),
    ])
  private static let shareOf = TargetKind(
    pair: "one sigmoid, binomial loss", distribution: "a binomial variable",
    gradient: "n · σ(a) − y",
    nature: "counts between 0 and a known n", assumption: "a count with a known ceiling n",
    targets: [
      ("how many of 10 seeds germinate", "7, 10, 3, 8, 9"),
      ("how many of 20 test questions a pupil answers", "12, 20, 5, 16, 18"),
      ("how many of 5 players score", "0, 2, 5, 1, 1"),
    ])
  private static let real = TargetKind(
    pair: "no activation, squared error", distribution: "a Gaussian with one fixed spread",
    gradient: "a − y",
    nature: "real numbers with bell-shaped errors of one size",
    assumption: "real targets with bell-shaped errors of one size",
    targets: [
      ("tomorrow's temperature in °C, errors alike all year", "−3.1, 12.4, 7.0, 21.8, −0.5"),
      ("a sensor's drift in millimetres, bell-shaped", "0.2, −0.1, 0.0, 0.3, −0.2"),
      ("the change of a patient's weight in kg, bell-shaped", "−1.2, 0.4, 0.9, −0.3, 0.1"),
    ])
  private static let outliers = TargetKind(
    pair: "no activation, absolute error", distribution: "a Laplace variable",
    gradient: "sign(a − y)",
    nature: "real numbers of which a few are wildly off",
    assumption: "real targets with wild outliers",
    targets: [
      ("prices with typing errors", "310, 295, 99999, 280, 305"),
      ("altitudes from a receiver that sometimes fails", "52.1, 51.8, 50.9, −4000, 52.3"),
      ("reaction times of people who sometimes fall asleep", "0.31, 0.28, 47.0, 0.35, 0.30"),
    ])
  private static let count = TargetKind(
    pair: "exp, Poisson loss", distribution: "a Poisson variable", gradient: "exp(a) − y",
    nature: "whole numbers from 0 without a ceiling",
    assumption: "counts from 0 upwards without a ceiling",
    targets: [
      ("the number of calls in an hour", "0, 3, 1, 0, 5"),
      ("the number of goals in a match", "2, 0, 1, 4, 1"),
      ("the number of colonies on a dish", "14, 9, 17, 11, 8"),
    ])
  private static let duration = TargetKind(
    pair: "exp, exponential loss", distribution: "an exponential variable",
    gradient: "1 − y / exp(a)",
    nature: "positive numbers whose spread grows with their mean",
    assumption: "positive targets whose spread grows with their mean",
    targets: [
      ("the hours until a machine fails", "3.2, 0.4, 11.7, 1.1, 26.0"),
      ("the minutes until the next earthquake", "15.4, 2.9, 120.6, 40.3, 0.8"),
      ("the years until a lamp burns out", "1.9, 0.2, 6.5, 3.3, 0.7"),
    ])
  private static let spread = TargetKind(
    pair: "mean and ln σ, Gaussian loss", distribution: "a Gaussian with a spread of its own",
    nature: "real numbers whose uncertainty differs and is wanted, too",
    assumption: "that the spread of each prediction is wanted, too",
    targets: [
      ("a distance with an error bar, sharp by day and vague by night", "4.1, 4.0, 6.8, 1.9, 4.2"),
      ("next year's sales with a margin for each shop", "9.1, 9.3, 2.7, 14.0, 9.2"),
      ("a temperature with the uncertainty of each forecast", "−2.0, 8.8, 8.9, 15.1, 3.3"),
    ])
}
