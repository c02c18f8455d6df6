import Foundation
import GRDB

/// The tables of an Anki collection, version 11, and its row of settings.
struct AnkiSchema {
  let deckID: Int
  let deck: String
  let now: Int
  /// The first day of the collection, in seconds since 1970 UTC.
  let created: Int

  static let basicModel = 1_764_000_000_001
  static let clozeModel = 1_764_000_000_002

  static let tables = """
    CREATE TABLE col (
      id integer primary key, crt integer not null, mod integer not null, scm integer not null,
      ver integer not null, dty integer not null, usn integer not null, ls integer not null,
      conf text not null, models text not null, decks text not null, dconf text not null,
      tags text not null);
    CREATE TABLE notes (
      id integer primary key, guid text not null, mid integer not null, mod integer not null,
      usn integer not null, tags text not null, flds text not null, sfld integer not null,
      csum integer not null, flags integer not null, data text not null);
    CREATE TABLE cards (
      id integer primary key, nid integer not null, did integer not null, ord integer not null,
      mod integer not null, usn integer not null, type integer not null, queue integer not null,
      due integer not null, ivl integer not null, factor integer not null, reps integer not null,
      lapses integer not null, left integer not null, odue integer not null, odid integer not null,
      flags integer not null, data text not null);
    CREATE TABLE revlog (
      id integer primary key, cid integer not null, usn integer not null, ease integer not null,
      ivl integer not null, lastIvl integer not null, factor integer not null,
      time integer not null, type integer not null);
    CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """

  func insertCollection(_ db: Database) throws {
    let settings: [String: Any] = [
      "nextPos": 1, "estTimes": true, "activeDecks": [1], "sortType": "noteFld",
      "timeLim": 0, "sortBackwards": false, "addToCur": true, "curDeck": 1, "newSpread": 0,
      "dueCounts": true, "curModel": "\(Self.basicModel)", "collapseTime": 1200,
    ]
    let models = [
      "\(Self.basicModel)": model(
        Self.basicModel, "Basic", fields: ["Front", "Back"], isCloze: false,
        question: "{{Front}}", answer: "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"),
      "\(Self.clozeModel)": model(
        Self.clozeModel, "Cloze", fields: ["Text", "Back Extra"], isCloze: true,
        question: "{{cloze:Text}}", answer: "{{cloze:Text}}<br>\n{{Back Extra}}"),
    ]
    let decks = ["1": deckSettings(1, "Default"), "\(deckID)": deckSettings(deckID, deck)]
    try db.execute(
      sql: "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
      arguments: [
        created, now * 1000, now * 1000, try json(settings), try json(models), try json(decks),
        try json(["1": options]),
      ])
  }

  private func json(_ value: Any) throws -> String {
    String(
      decoding: try JSONSerialization.data(withJSONObject: value, options: .sortedKeys),
      as: UTF8.self)
  }

  private func model(
    _ id: Int, _ name: String, fields: [String], isCloze: Bool, question: String, answer: String
  ) -> [String: Any] {
    [
      "id": id, "name": "\(name) (tutor)", "type": isCloze ? 1 : 0, "mod": now, "usn": -1,
      "sortf": 0, "did": deckID, "tags": [String](), "vers": [String](),
      "latexPre": "", "latexPost": "",
      "css": ".card { font-family: sans-serif; font-size: 20px; text-align: center; }\n"
        + ".cloze { font-weight: bold; }",
      "req": isCloze ? [[Any]]() : [[0, "any", [0]] as [Any]],
      "flds": fields.enumerated().map { index, field in
        [
          "name": field, "ord": index, "sticky": false, "rtl": false, "font": "Arial",
          "size": 20, "media": [String](),
        ] as [String: Any]
      },
      "tmpls": [
        [
          "name": "Card 1", "ord": 0, "qfmt": question, "afmt": answer, "bqfmt": "",
          "bafmt": "", "did": NSNull(),
        ] as [String: Any]
      ],
    ]
  }

  private func deckSettings(_ id: Int, _ name: String) -> [String: Any] {
    [
      "id": id, "name": name, "mod": now, "usn": -1, "desc": "", "dyn": 0, "conf": 1,
      "collapsed": false, "browserCollapsed": false, "extendNew": 10, "extendRev": 50,
      "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0], "timeToday": [0, 0],
    ]
  }

  private var options: [String: Any] {
    [
      "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true,
      "timer": 0, "replayq": true,
      "new": [
        "delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "perDay": 20, "order": 1,
        "bury": true, "separate": true,
      ] as [String: Any],
      "rev": [
        "perDay": 200, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "bury": true,
        "minSpace": 1,
      ] as [String: Any],
      "lapse": [
        "delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 1,
      ] as [String: Any],
    ]
  }
}
