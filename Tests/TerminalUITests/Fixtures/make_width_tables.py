#!/usr/bin/env python3
"""Writes Sources/TerminalUI/WidthTables.swift from the Unicode Character Database.

Needs `pip install unicodedata2`, whose version is the version of Unicode. Run it from the root of the repository:

    python3 Tests/TerminalUITests/Fixtures/make_width_tables.py > Sources/TerminalUI/WidthTables.swift
"""

import unicodedata2 as ucd

LAST = 0x10FFFF
# Prepended_Concatenation_Mark (PropList.txt): format characters that are drawn before the digits they belong to.
PREPENDED = [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]
# Hangul vowels and finals join the consonant before them (HangulSyllableType.txt: V and T).
JAMO = [*range(0x1160, 0x1200), *range(0xD7B0, 0xD7FC)]
# Blocks whose unassigned code points are wide, too (EastAsianWidth.txt, header).
CJK = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]


def is_zero(code):
    if code in PREPENDED or code == 0xAD:
        return False
    return code in JAMO or ucd.category(chr(code)) in ("Mn", "Me", "Cf")


def is_wide(code):
    if is_zero(code):
        return False
    return any(a <= code <= b for a, b in CJK) or (
        ucd.category(chr(code)) != "Cn" and ucd.east_asian_width(chr(code)) in "WF")


def ranges(holds):
    """Ranges of the code points; unassigned gaps between two ranges are closed."""
    found = []
    for code in range(0x80, LAST + 1):
        if holds(code):
            gap = range(found[-1][1] + 1, code) if found else []
            if found and len(gap) < 0x2000 and all(ucd.category(chr(c)) == "Cn" for c in gap):
                found[-1][1] = code
            else:
                found.append([code, code])
    return found


def table(name, comment, found):
    print(f"  /// {comment}")
    print(f"  static let {name}: [ClosedRange<UInt32>] = [")
    line = "   "
    for first, last in found:
        word = f" 0x{first:04X}...0x{last:04X},"
        if len(line) + len(word) > 100:
            print(line)
            line = "   "
        line += word
    print(line)
    print("  ]")


print("/// Code points by the columns they take, ascending and without overlap.")
print("///")
print(f"/// - Source: Unicode {ucd.unidata_version}, EastAsianWidth.txt (W and F), the general categories Mn, Me and Cf, and the vowels")
print("///   and finals of Hangul; unassigned gaps between two ranges are closed. Made by")
print("///   `Tests/TerminalUITests/Fixtures/make_width_tables.py`.")
print("enum WidthTables {")
table("wide", "Code points that take two columns.", ranges(is_wide))
print()
table("zero", "Code points that take no column of their own.", ranges(is_zero))
print("}")
