/// Passes libFuzzer's input to the target that this program was built for, and traps if a check fails.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if let flaw = Target.flaw(in: bytes) { fatalError(flaw) }
  return 0
}
