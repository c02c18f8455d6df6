import Foundation
import NeuralLab
import Words

/// A learner's folder of CIFAR-10 batches, or of IDX files such as those of Fashion-MNIST.
struct ImageFolder {
  let folder: String
  /// The maximum number of images.
  let most: Int

  /// Reads images.
  ///
  /// - Throws: `Failure` if there are none, or a file is damaged.
  func dataset() throws(Failure) -> Dataset {
    guard access(folder, F_OK) == 0 else {
      throw Failure(Words.Files.noFolder(folder), status: Failure.Status.noInput)
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let batches = names.filter { $0.hasPrefix("data_batch_") && $0.hasSuffix(".bin") }
    if !batches.isEmpty { return try cifar(batches) }
    if let images = names.first(where: {
      $0.hasPrefix("train-images") && $0.hasSuffix("idx3-ubyte")
    }),
      let labels = names.first(where: { $0.hasPrefix("train-labels") && $0.hasSuffix("idx1-ubyte") }
      )
    {
      return try idx(images, labels)
    }
    throw Failure(
      Words.Files.noImageFiles(folder), status: Failure.Status.noInput)
  }

  private func bytes(_ name: String) throws(Failure) -> [UInt8] {
    let data = try InputFile.read(folder + "/" + name)
    try check(data, name)
    return [UInt8](data)
  }

  /// Compares a file with the checksums next to it, if there are any: `SHA256SUMS` or `MD5SUMS`, in the format of
  /// sha256sum and md5sum.
  private func check(_ data: Data, _ name: String) throws(Failure) {
    for list in ["SHA256SUMS", "MD5SUMS"] {
      guard let text = FileManager.default.contents(atPath: folder + "/" + list) else { continue }
      let sums = Checksums(String(decoding: text, as: UTF8.self)).sums(of: name)
      guard !sums.isEmpty else { continue }
      let found = list == "MD5SUMS" ? HexDigest.md5(data) : HexDigest.sha256(data)
      guard sums.allSatisfy({ $0 == found }) else {
        throw Failure(
          Words.Files.badChecksum("\(folder)/\(name)", list: list),
          status: Failure.Status.badContent)
      }
    }
  }

  private func cifar(_ batches: [String]) throws(Failure) -> Dataset {
    var all: ImageFiles.Images?
    for name in batches where (all?.count ?? 0) < most {
      let (batch, read): ([UInt8], ImageFiles.Images)
      batch = try bytes(name)
      do throws(ImageFiles.ReadError) {
        read = try ImageFiles.cifar(batch, most: most - (all?.count ?? 0))
      } catch {
        throw failure(error, name)
      }
      if all == nil { all = read } else { all?.append(read) }
    }
    guard let all else {
      throw Failure(Words.Files.noImagesInFolder(folder), status: Failure.Status.noInput)
    }
    return Dataset("CIFAR-10", all)
  }

  private func idx(_ images: String, _ labels: String) throws(Failure) -> Dataset {
    let (imageBytes, labelBytes) = (try bytes(images), try bytes(labels))
    let classes: [UInt8]
    do throws(ImageFiles.ReadError) {
      classes = try ImageFiles.idxLabels(labelBytes)
    } catch {
      throw failure(error, labels)
    }
    do throws(ImageFiles.ReadError) {
      return Dataset(
        "IDX images", try ImageFiles.idx(images: imageBytes, labels: classes, most: most))
    } catch {
      throw failure(error, images)
    }
  }

  private func failure(_ error: ImageFiles.ReadError, _ name: String) -> Failure {
    let path = "\(folder)/\(name)"
    let sentence =
      switch error {
      case .badSize(let found, let expected):
        switch expected {
        case .multiple(let record): Words.Files.noMultiple(path, found: found, of: record)
        case .header(let header, let counts):
          Words.Files.badImageSize(
            path, found: found,
            expected: "\(header) + " + counts.map(String.init).joined(separator: " × "))
        case .noHeader: Words.Files.noImageHeader(path, found: found)
        }
      case .badMagic(let found, let expected):
        Words.Files.badImageStart(
          path, found: String(found, radix: 16), expected: String(expected, radix: 16))
      case .badLabel(let label, let index):
        Words.Files.badLabel(path, number: index + 1, label: Int(label))
      case .noImages: Words.Files.noImagesInFile(path)
      case .countsDiffer(let images, let labels):
        Words.Files.imagesWithoutLabels(path, images: images, labels: labels)
      }
    return Failure(sentence, status: Failure.Status.badContent)
  }
}
