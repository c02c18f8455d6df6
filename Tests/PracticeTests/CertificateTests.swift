import Lessons
import Testing

@testable import Practice

struct CertificateTests {
  private let day = LocalDay(number: 20_000)

  /// A lesson of one section and two cards.
  private var bundle: LessonBundle {
    let cards = ["a", "b"].map {
      Card(id: $0, section: "s", form: .basic(front: "f", back: "b"), explanation: "")
    }
    return LessonBundle(
      lesson: Lesson(
        id: "l", title: "Bends & <knees>", edition: "3",
        sections: [Section(id: "s", title: "S", blocks: [])]),
      deck: Deck(id: "d", title: "D", cards: cards))
  }

  private func events(_ facts: [Fact], from first: Int) -> [LearnerEvent] {
    facts.enumerated().map {
      LearnerEvent(id: "\(first)-\($0)", time: first * 86400 + 50_000 + $0, utcOffset: 0, fact: $1)
    }
  }

  private var allDone: [LearnerEvent] {
    events(
      [.sectionRead("s"), .review(card: "a", rating: .easy), .review(card: "b", rating: .easy)],
      from: 19_990)
      + events(
        [
          .review(card: "a", rating: .good), .review(card: "b", rating: .good),
          .quizDone(right: 8, total: 10),
        ], from: 19_999)
  }

  private func certificateProgress(_ events: [LearnerEvent], on day: LocalDay? = nil)
    -> CertificateProgress
  {
    CertificateProgress(Learner(events: events), of: bundle, on: day ?? self.day)
  }

  @Test func theCertificateNeedsEveryPart() {
    #expect(certificateProgress([]).share == 0)
    let done = certificateProgress(allDone)
    #expect(done.isEarned && done.share == 1)
    for index in allDone.indices {
      var events = allDone
      events.remove(at: index)
      let partial = certificateProgress(events)
      #expect(!partial.isEarned && partial.share < 1, "without \(allDone[index].fact)")
    }
    // A card that is forgotten by then is not mastered any more.
    #expect(!certificateProgress(allDone, on: LocalDay(number: 21_000)).isEarned)
    // Suspending the hard cards does not help.
    let out = events([.suspended(card: "a", isSuspended: true)], from: 19_999)
    #expect(
      certificateProgress(allDone + out).hasTooManySuspended
        && !certificateProgress(allDone + out).isEarned)
  }

  private func digest(_ text: String) -> String {
    // Any function that detects a change will do.
    String(text.utf8.reduce(5381 as UInt64) { ($0 &* 33) ^ UInt64($1) }, radix: 16)
  }

  private func certificate(_ name: String) -> Certificate {
    Certificate(
      name: name, learner: Learner(events: allDone),
      certificateProgress: certificateProgress(allDone),
      lesson: (bundle.lesson.title, "3"), day: day, record: (6, 1_728_000_000, "abc"))
  }

  @Test(arguments: ["Ada Lovelace", "李小龍", "", "x seal=0", "a%b\u{1B}[31m\n<b>"])
  func theMachineReadableLineHasAllFields(name: String) throws {
    let certificate = certificate(name)
    let line = certificate.line(sealedBy: digest)
    #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    #expect(try Certificate(in: "text\n  <desc>\(line)</desc>\n", sealedBy: digest) == certificate)
    #expect(certificate.minutes == 0 && certificate.cards == 2 && certificate.recall > 90)
  }

  @Test func aChangedLineIsDetected() throws {
    let line = certificate("Ada").line(sealedBy: digest)
    func flaw(_ text: String) -> Certificate.ReadError? {
      do throws(Certificate.ReadError) {
        _ = try Certificate(in: text, sealedBy: digest)
        return nil
      } catch {
        return error
      }
    }
    #expect(flaw(line) == nil)
    #expect(flaw("") == .noLine && flaw("tutor-certificate 1") == .noLine)
    #expect(flaw(line.replacing("cards=2", with: "cards=9")) == .brokenSeal)
    #expect(flaw(String(line.dropLast())) == .brokenSeal)
    #expect(flaw(line.split(separator: " ").dropLast().joined(separator: " ")) == .badField("seal"))
    func sealed(_ body: String) -> String { "\(body) seal=\(digest(body))" }
    #expect(flaw(sealed("tutor-certificate 1 name=a%zz")) == .badField("name=a%zz"))
    #expect(flaw(sealed("tutor-certificate 1 name=a")) == .badField("lesson"))
    let body = line.split(separator: " ").dropLast().joined(separator: " ")
    #expect(flaw(sealed(body.replacing("cards=2", with: "cards=-2"))) == .badField("cards"))
    #expect(flaw(sealed(body.replacing("quiz=8/10", with: "quiz=8"))) == .badField("quiz"))
  }
}
