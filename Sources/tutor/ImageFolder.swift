import Foundation
import NeuralLab

/// A learner's folder of CIFAR-10 batches, or of IDX files such as Fashion-MNIST's.
struct ImageFolder {
  let folder: String
  /// Images that are taken at most.
  let most: Int

  /// Reads as many images as are wanted.
  ///
  /// - Throws: `Failure` if there are none, or a file is damaged.
  func dataset() throws(Failure) -> Dataset {
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
      "\(folder): this is neither CIFAR-10 (data_batch_1.bin …, unpacked) nor IDX "
        + "(train-images-idx3-ubyte and train-labels-idx1-ubyte, unpacked): name the folder that holds "
        + "them", status: Failure.Status.noInput)
  }

  private func bytes(_ name: String) throws(Failure) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
      throw Failure("\(folder)/\(name): cannot be read", status: Failure.Status.noInput)
    }
    try check(data, name)
    return [UInt8](data)
  }

  /// Holds a file against the checksums that lie beside it, if any do: `SHA256SUMS` or `MD5SUMS`, as sha256sum and
  /// md5sum write them.
  private func check(_ data: Data, _ name: String) throws(Failure) {
    for list in ["SHA256SUMS", "MD5SUMS"] {
      guard let text = FileManager.default.contents(atPath: folder + "/" + list) else { continue }
      let sums = Checksums(String(decoding: text, as: UTF8.self)).sums(of: name)
      guard !sums.isEmpty else { continue }
      let found = list == "MD5SUMS" ? Digest.md5(data) : Digest.sha256(data)
      guard sums.allSatisfy({ $0 == found }) else {
        throw Failure(
          "\(folder)/\(name): its checksum is not the one in \(list): fetch it again",
          status: Failure.Status.badContent)
      }
    }
  }

  private func cifar(_ batches: [String]) throws(Failure) -> Dataset {
    var all: ImageFiles.Images?
    for name in batches where (all?.count ?? 0) < most {
      let (batch, read): ([UInt8], ImageFiles.Images)
      batch = try bytes(name)
      do throws(ImageFiles.Flaw) {
        read = try ImageFiles.cifar(batch, most: most - (all?.count ?? 0))
      } catch {
        throw failure(error, name)
      }
      if all == nil { all = read } else { all?.append(read) }
    }
    guard let all else { throw Failure("\(folder): there are no images", status: 66) }
    return Dataset("CIFAR-10", all)
  }

  private func idx(_ images: String, _ labels: String) throws(Failure) -> Dataset {
    let (imageBytes, labelBytes) = (try bytes(images), try bytes(labels))
    do throws(ImageFiles.Flaw) {
      return Dataset(
        "IDX images", try ImageFiles.idx(images: imageBytes, labels: labelBytes, most: most))
    } catch {
      throw failure(error, images)
    }
  }

  private func failure(_ flaw: ImageFiles.Flaw, _ name: String) -> Failure {
    let what =
      switch flaw {
      case .badSize(let found, let expected):
        "the file has \(found) bytes, and \(expected) are needed: it was cut off, or is another format"
      case .badMagic(let found, let expected):
        "the file begins with \(String(found, radix: 16)), and \(String(expected, radix: 16)) is "
          + "needed: is it still packed?"
      case .badLabel(let label, let index):
        "label \(index + 1) is \(label), and there are only 0 to 9: the file is damaged"
      case .noImages: "there are no images in it: choose another"
      case .countsDiffer(let images, let labels):
        "there are \(images) images and \(labels) labels: they do not belong together"
      }
    return Failure("\(folder)/\(name): \(what)", status: Failure.Status.badContent)
  }
}
