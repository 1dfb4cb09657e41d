"""A QR code as rows of dark and light modules, its quiet zone of four light modules around it (ISO/IEC 18004)."""

_QUIET = 4


def qr_rows(content: str) -> list[list[bool]]:
    """The modules from the top; True is dark. Level M: a scratch or a fold does not matter.

    Raises ValueError for more than a code can hold.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    for version in range(1, 41):
        code = QRCode(version, QRErrorCorrectLevel.M)
        code.addData(content)
        try:
            code.make()
        except Exception:  # too long for this version: the library has no narrower one
            continue
        count = code.getModuleCount()
        light = [False] * _QUIET
        rows = [[*light, *(bool(code.isDark(down, x)) for x in range(count)), *light] for down in range(count)]
        empty = [[False] * (count + 2 * _QUIET)] * _QUIET
        return [*empty, *rows, *empty]
    raise ValueError(content[:40])
