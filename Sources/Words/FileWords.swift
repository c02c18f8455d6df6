extension Words {
  /// Errors of files and folders that a command was given, one sentence each without a full stop.
  ///
  /// They begin with the path, or with path, line and column.
  package enum Files {
    package static func noFolder(_ path: String) -> String { "\(path): no such folder" }
    package static func noLesson(lookedIn paths: [String]) -> String {
      "lesson not found in \(paths.joined(separator: ", ")): name its folder with --course"
    }
    package static func noFile(_ path: String) -> String { "\(path): no such file" }
    package static func isNoFile(_ path: String) -> String {
      "\(path): this is a folder: name a file"
    }
    package static let noStandardInput = "standard input is empty: name a file"
    package static func unreadable(_ path: String, reason: String) -> String {
      "\(path): cannot be read (\(reason))"
    }
    package static func isFolder(_ path: String) -> String {
      "\(path): this is a folder: name a file in it"
    }
    package static func cannotRemove(_ path: String, reason: String) -> String {
      "\(path): cannot remove (\(reason))"
    }

    // Added decks.

    package static func noAddedDeck(_ name: String, all: [String]) -> String {
      all.isEmpty
        ? "there is no added deck '\(name)': no deck was added"
        : "there is no added deck '\(name)': use \(all.joined(separator: ", "))"
    }

    // New courses.

    package static func isThere(_ path: String) -> String {
      "\(path) exists already: name a folder that is new or empty"
    }
    package static func courseNotWritten(_ path: String, reason: String) -> String {
      "\(path): the course cannot be written (\(reason))"
    }

    // Records and their copies.

    package static func exportNotUTF8(_ path: String) -> String {
      "\(path):1:1: this is not UTF-8: give the output of `tutor progress export`"
    }
    /// The path is that of the record.
    package static func noCopies(ofRecord path: String) -> String {
      "\(path): this record has no copies: name a file"
    }
    package static func noCopy(_ path: String) -> String { "\(path): no such copy" }

    // Certificates.

    package static func noCertificate(_ path: String) -> String {
      "\(path): this is not a certificate: give the output of `tutor certificate`"
    }
    /// The word tutor-certificate is not translated.
    package static func noSealedLine(_ path: String) -> String {
      "\(path): no line begins with tutor-certificate: give the output of `tutor certificate`"
    }
    package static func badCertificateField(_ path: String, _ name: String) -> String {
      "\(path): '\(name)' is missing or invalid: the certificate was changed"
    }
    package static func brokenSeal(_ path: String) -> String {
      "\(path): the seal does not match its line: the certificate was changed"
    }
    package static func wordsDiffer(_ path: String) -> String {
      "\(path): the text does not match the sealed line: the certificate was changed"
    }
    package static func recordDiffers(_ path: String) -> String {
      "\(path): the record up to that day does not match the certificate: it is another learner's, "
        + "or events were added to it since; name another record with --progress"
    }
  }
}

// Images to train on.
extension Words.Files {
  package static func noDigits(_ path: String) -> String {
    "\(path): this course has no digits: use other data"
  }
  package static func badDigit(_ path: String, line: Int) -> String {
    "\(path):\(line):1: expected 64 pixels from 0 to 16 and a digit"
  }
  package static func tooFewDigits(_ path: String, count: Int) -> String {
    count == 1
      ? "\(path):1:1: 1 digit is not enough to train on"
      : "\(path):1:1: \(count) digits are not enough to train on"
  }
  /// Names of formats and files are not translated.
  package static func noImageFiles(_ path: String) -> String {
    "\(path): found neither CIFAR-10 (data_batch_1.bin …, unpacked) nor IDX "
      + "(train-images-idx3-ubyte and train-labels-idx1-ubyte, unpacked): name the folder that "
      + "contains them"
  }
  package static func badChecksum(_ path: String, list: String) -> String {
    "\(path): its checksum is not the one in \(list): download it again"
  }
  /// The path is that of a folder.
  package static func noImagesInFolder(_ path: String) -> String {
    "\(path): the files contain no images"
  }
  /// The expected size is a sum, as in 16 + 2 × 28 × 28.
  package static func badImageSize(_ path: String, found: Int, expected: String) -> String {
    "\(path): the file has \(bytes(found)), and \(expected) are needed: it is truncated, or has another "
      + "format"
  }
  /// A file must consist of whole records of one size.
  package static func noMultiple(_ path: String, found: Int, of record: Int) -> String {
    "\(path): the file has \(bytes(found)), and a multiple of \(record) is needed: it is truncated, or "
      + "has another format"
  }
  package static func noImageHeader(_ path: String, found: Int) -> String {
    "\(path): the file has \(bytes(found)), and a header is needed: it is truncated, or has another "
      + "format"
  }
  private static func bytes(_ count: Int) -> String {
    count == 1 ? "1 byte" : "\(count) bytes"
  }
  /// Both values are hexadecimal digits.
  package static func badImageStart(_ path: String, found: String, expected: String) -> String {
    "\(path): the file begins with \(found), and \(expected) is needed: is it still compressed?"
  }
  /// Labels are counted from 1.
  package static func badLabel(_ path: String, number: Int, label: Int) -> String {
    "\(path): label \(number) is \(label), and labels are 0 to 9: the file is damaged"
  }
  package static func noImagesInFile(_ path: String) -> String {
    "\(path): the file contains no images: name another"
  }
  package static func imagesWithoutLabels(_ path: String, images: Int, labels: Int) -> String {
    let first = images == 1 ? "there is 1 image" : "there are \(images) images"
    let second = labels == 1 ? "1 label" : "\(labels) labels"
    return "\(path): \(first) and \(second): they do not belong together"
  }
}
