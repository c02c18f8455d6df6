import Testing

@testable import NeuralLab

struct ImageFileTests {
  private func record(_ label: UInt8, red: UInt8, blue: UInt8) -> [UInt8] {
    [label] + Array(repeating: red, count: 1024) + Array(repeating: 0, count: 1024)
      + Array(repeating: blue, count: 1024)
  }

  private func cifar(_ bytes: [UInt8]) -> ImageFiles.ReadError? {
    do throws(ImageFiles.ReadError) {
      _ = try ImageFiles.cifar(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func batchesAreReadPixelByPixel() throws {
    let bytes = record(3, red: 255, blue: 51) + record(9, red: 0, blue: 255)
    let images = try ImageFiles.cifar(bytes)
    #expect(images.labels == [3, 9] && images.shape.count == 3072)
    #expect(Array(images.pixels[0..<6]) == [1, 0, 0.2, 1, 0, 0.2])
    #expect(Array(images.pixels.suffix(3)) == [0, 0, 1])
    #expect(try ImageFiles.cifar(bytes, most: 1).count == 1)
  }

  @Test func damagedBatchesAreRefused() {
    let good = record(3, red: 1, blue: 1)
    #expect(cifar([]) == .badSize(found: 0, expected: .multiple(of: 3073)))
    #expect(cifar(good.dropLast()) == .badSize(found: 3072, expected: .multiple(of: 3073)))
    #expect(cifar(good + record(10, red: 0, blue: 0)) == .badLabel(10, index: 1))
  }

  private func word(_ number: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private func idx(_ images: [UInt8], _ labels: [UInt8]) -> ImageFiles.ReadError? {
    do throws(ImageFiles.ReadError) {
      _ = try ImageFiles.idx(images: images, labels: ImageFiles.idxLabels(labels))
      return nil
    } catch {
      return error
    }
  }

  @Test func idxFilesAreReadAndMatched() throws {
    let images =
      word(0x803) + word(2) + word(2) + word(3) + [0, 51, 102, 153, 204, 255]
      + Array(repeating: 0, count: 6)
    let labels = word(0x801) + word(2) + [7, 0]
    let read = try ImageFiles.idx(images: images, labels: ImageFiles.idxLabels(labels))
    #expect(read.labels == [7, 0] && read.shape == Model.Shape(height: 2, width: 3, channels: 1))
    #expect(Array(read.pixels.prefix(6)) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(idx(labels, labels) == .badMagic(found: 0x801, expected: 0x803))
    #expect(idx(images, images) == .badMagic(found: 0x803, expected: 0x801))
    #expect(
      idx(images.dropLast(), labels)
        == .badSize(found: 27, expected: .header(16, before: [2, 2, 3])))
    #expect(idx(images, labels.dropLast()) == .badSize(found: 9, expected: .header(8, before: [2])))
    #expect(idx(images, word(0x801) + word(1) + [7]) == .countsDiffer(images: 2, labels: 1))
    #expect(idx(images, word(0x801) + word(2) + [7, 10]) == .badLabel(10, index: 1))
    #expect(idx([0x1F, 0x8B, 8, 0], labels) == .badMagic(found: 0x1F8B_0800, expected: 0x803))
    #expect(idx(word(0x803) + word(0) + word(2) + word(3), word(0x801) + word(0)) == .noImages)
    // A header that promises more than any file contains.
    let huge = word(0x803) + word(0x7FFF_FFFF) + word(1024) + word(1024)
    #expect(idx(huge, labels) != nil)
  }

  @Test func checksumFilesOfAllToolsAreParsed() {
    let text = "ABCDEF01  plain.bin\n23456789 *binary file.bin\r\n\nnothing\nab  \n0f  plain.bin\n"
    let sums = Checksums(text)
    #expect(sums.sums(of: "plain.bin") == ["abcdef01", "0f"])
    #expect(sums.sums(of: "binary file.bin") == ["23456789"])
    #expect(sums.sums(of: "nothing").isEmpty && sums.lines.count == 3)
  }
}
