extension Words {
  /// What is wrong with files and folders that a command was given: one sentence each, without a full stop.
  ///
  /// The path, or path, line and column, stand first.
  package enum Files {
    /// A folder that `--course` names.
    package static func noFolder(_ path: String) -> String { "\(path): there is no such folder" }
    /// The lesson is in none of the places where it belongs.
    package static func noLesson(lookedIn paths: [String]) -> String {
      "the lesson is missing; looked in \(paths.joined(separator: ", ")): name its folder with "
        + "--course"
    }
    /// A file that is to be read.
    package static func noFile(_ path: String) -> String { "\(path): there is no such file" }
    package static func isNoFile(_ path: String) -> String {
      "\(path): this is a folder: name a file"
    }
    package static let noStandardInput = "standard input: there is nothing to read: name a file"
    package static func unreadable(_ path: String, reason: String) -> String {
      "\(path): cannot be read (\(reason))"
    }
    /// A file that is to be written.
    package static func isFolder(_ path: String) -> String {
      "\(path): this is a folder: name a file in it"
    }
    package static func cannotRemove(_ path: String, reason: String) -> String {
      "\(path): cannot remove (\(reason))"
    }

    // Decks that were added.

    package static func noAddedDeck(_ name: String, all: [String]) -> String {
      all.isEmpty
        ? "there is no added deck '\(name)': none was added"
        : "there is no added deck '\(name)': there are \(all.joined(separator: ", "))"
    }

    // A course that is begun.

    package static func isThere(_ path: String) -> String {
      "\(path) exists already: name a folder that is new or empty"
    }
    package static func courseNotWritten(_ path: String, reason: String) -> String {
      "\(path): the course cannot be written (\(reason))"
    }

    // Records and their copies.

    package static func exportNotUTF8(_ path: String) -> String {
      "\(path):1:1: this is not UTF-8: give what `tutor progress export` printed"
    }
    package static func noRecord(_ path: String) -> String { "\(path): there is no such record" }
    /// The record has no copies; its own path stands first.
    package static func noCopies(ofRecord path: String) -> String {
      "\(path): there is no copy of this record: name another file"
    }
    package static func noCopy(_ path: String) -> String { "\(path): there is no such copy" }

    // Certificates.

    package static func noCertificate(_ path: String) -> String {
      "\(path): this is no certificate: give what `tutor certificate` printed"
    }
    /// The line for programs is missing; its first word stays as it is.
    package static func noSealedLine(_ path: String) -> String {
      "\(path): there is no line that begins with tutor-certificate: give what `tutor certificate` "
        + "printed"
    }
    package static func badCertificateField(_ path: String, _ name: String) -> String {
      "\(path): '\(name)' is missing or makes no sense: it was changed"
    }
    package static func brokenSeal(_ path: String) -> String {
      "\(path): the seal is not that of the line: it was changed"
    }
    package static func wordsDiffer(_ path: String) -> String {
      "\(path): the words do not say what the sealed line says: the file was changed"
    }
    /// The certificate is not one of the record at this path.
    package static func recordDiffers(_ path: String) -> String {
      "\(path): the record up to that day is not the one of the certificate: it is another "
        + "learner's, or events were added to it since; --progress names another"
    }
  }
}

// Images to learn from.
extension Words.Files {
  /// A course without its file of digits.
  package static func noDigits(_ path: String) -> String {
    "\(path): this course has no digits: use other data"
  }
  package static func badDigit(_ path: String, line: Int) -> String {
    "\(path):\(line):1: this is not 64 pixels from 0 to 16 and a digit"
  }
  package static func tooFewDigits(_ path: String, count: Int) -> String {
    count == 1
      ? "\(path):1:1: 1 digit is too little to learn from"
      : "\(path):1:1: \(count) digits are too few to learn from"
  }
  /// A folder with nothing known in it; names of formats and files stay as they are.
  package static func noImageFiles(_ path: String) -> String {
    "\(path): this is neither CIFAR-10 (data_batch_1.bin …, unpacked) nor IDX "
      + "(train-images-idx3-ubyte and train-labels-idx1-ubyte, unpacked): name the folder that holds "
      + "them"
  }
  package static func badChecksum(_ path: String, list: String) -> String {
    "\(path): its checksum is not the one in \(list): fetch it again"
  }
  /// All files of a folder are empty.
  package static func noImagesInFolder(_ path: String) -> String {
    "\(path): there are no images"
  }
  /// What is expected is a sum, as in 16 + 2 × 28 × 28.
  package static func badImageSize(_ path: String, found: Int, expected: String) -> String {
    "\(path): the file has \(bytes(found)), and \(expected) are needed: it was cut off, or is another "
      + "format"
  }
  /// A file of records of one size that does not end with a record.
  package static func noMultiple(_ path: String, found: Int, of record: Int) -> String {
    "\(path): the file has \(bytes(found)), and a multiple of \(record) is needed: it was cut off, or "
      + "is another format"
  }
  /// A file that ends before its header does.
  package static func noImageHeader(_ path: String, found: Int) -> String {
    "\(path): the file has \(bytes(found)), and a header is needed: it was cut off, or is another "
      + "format"
  }
  private static func bytes(_ count: Int) -> String {
    count == 1 ? "1 byte" : "\(count) bytes"
  }
  /// The first bytes are not those of the format; both as hexadecimal digits.
  package static func badImageStart(_ path: String, found: String, expected: String) -> String {
    "\(path): the file begins with \(found), and \(expected) is needed: is it still packed?"
  }
  /// A label that is none; labels are counted from 1.
  package static func badLabel(_ path: String, number: Int, label: Int) -> String {
    "\(path): label \(number) is \(label), and there are only 0 to 9: the file is damaged"
  }
  package static func noImagesInFile(_ path: String) -> String {
    "\(path): there are no images in it: choose another"
  }
  package static func imagesWithoutLabels(_ path: String, images: Int, labels: Int) -> String {
    let first = images == 1 ? "there is 1 image" : "there are \(images) images"
    let second = labels == 1 ? "1 label" : "\(labels) labels"
    return "\(path): \(first) and \(second): they do not belong together"
  }
}
