/// Hands an input of libFuzzer's to the target that this program was built for, and stops at what does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if let flaw = Target.flaw(in: bytes) { fatalError(flaw) }
  return 0
}
