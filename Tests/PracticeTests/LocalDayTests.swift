import Testing

@testable import Practice

struct LocalDayTests {
  @Test func datesAndNumbersAgree() {
    #expect(LocalDay(iso: "1970-01-01")?.number == 0)
    #expect(LocalDay(iso: "2000-02-29")?.number == 11_016)
    #expect(LocalDay(iso: "2026-11-25")?.number == 20_782)
    for number in stride(from: 0, to: 800_000, by: 97) {
      #expect(LocalDay(iso: LocalDay(number: number).iso)?.number == number)
    }
  }

  @Test(arguments: [
    "", "2026", "2026-2-3", "2026-02-30", "2100-02-29", "2026-13-01", "2026-00-10", "1969-12-31",
    "2026-11-25 ", "٢٠٢٦-11-25", "+026-11-25",
  ]) func invalidDatesAreRefused(text: String) {
    #expect(LocalDay(iso: text) == nil)
  }

  @Test func daysUseTheOffsetOfTheirEvent() {
    // 2027-03-28, when clocks in central Europe go forward: 03:59 still belongs to the day before.
    let night = 1_806_199_140
    #expect(LocalDay(unixSeconds: night, utcOffsetSeconds: 7200).iso == "2027-03-27")
    #expect(LocalDay(unixSeconds: night + 60, utcOffsetSeconds: 7200).iso == "2027-03-28")
    #expect(LocalDay(unixSeconds: night + 60, utcOffsetSeconds: 3600).iso == "2027-03-27")
  }
}
