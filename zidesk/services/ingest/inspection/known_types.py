"""The file types ZIDesk names itself: kind, media type, usual suffix, and what can be looked at inside."""

from dataclasses import dataclass
from enum import Enum, auto

from zidesk.domain.evidence import FileKind


class Format(Enum):
    """How the inside of a file is looked at."""

    OPAQUE = auto()  # nothing to look at
    JPEG = auto()
    PNG = auto()
    HEIF = auto()
    AVIF = auto()
    TIFF = auto()
    WEBP = auto()
    GIF = auto()
    BMP = auto()
    PDF = auto()
    OFFICE_ZIP = auto()  # OOXML and OpenDocument
    OLE = auto()  # Office 97-2003, and locked OOXML
    ZIP = auto()
    SEVEN_ZIP = auto()
    RAR = auto()
    ISO_MEDIA = auto()
    RIFF = auto()


@dataclass(frozen=True, slots=True)
class FileType:
    """What a file is. `suffix` is the usual one, with its dot, or ""."""

    kind: FileKind
    media_type: str
    suffix: str
    format: Format = Format.OPAQUE


_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
_MS = "application/vnd.ms-"
_DOC, _SHEET, _SLIDES = FileKind.DOCUMENT, FileKind.SPREADSHEET, FileKind.PRESENTATION

UNKNOWN = FileType(FileKind.OTHER, "application/octet-stream", "")

JPEG = FileType(FileKind.IMAGE, "image/jpeg", ".jpg", Format.JPEG)
PNG = FileType(FileKind.IMAGE, "image/png", ".png", Format.PNG)
HEIC = FileType(FileKind.IMAGE, "image/heic", ".heic", Format.HEIF)
HEIF = FileType(FileKind.IMAGE, "image/heif", ".heif", Format.HEIF)
AVIF = FileType(FileKind.IMAGE, "image/avif", ".avif", Format.AVIF)
TIFF = FileType(FileKind.IMAGE, "image/tiff", ".tif", Format.TIFF)
WEBP = FileType(FileKind.IMAGE, "image/webp", ".webp", Format.WEBP)
GIF = FileType(FileKind.IMAGE, "image/gif", ".gif", Format.GIF)
BMP = FileType(FileKind.IMAGE, "image/bmp", ".bmp", Format.BMP)
SVG = FileType(FileKind.IMAGE, "image/svg+xml", ".svg")

PDF = FileType(FileKind.PDF, "application/pdf", ".pdf", Format.PDF)
POSTSCRIPT = FileType(_DOC, "application/postscript", ".ps")
RTF = FileType(_DOC, "application/rtf", ".rtf")
EPUB = FileType(_DOC, "application/epub+zip", ".epub", Format.ZIP)

DOCX = FileType(_DOC, _OOXML + "wordprocessingml.document", ".docx", Format.OFFICE_ZIP)
DOTX = FileType(_DOC, _OOXML + "wordprocessingml.template", ".dotx", Format.OFFICE_ZIP)
DOCM = FileType(_DOC, _MS + "word.document.macroEnabled.12", ".docm", Format.OFFICE_ZIP)
XLSX = FileType(_SHEET, _OOXML + "spreadsheetml.sheet", ".xlsx", Format.OFFICE_ZIP)
XLTX = FileType(_SHEET, _OOXML + "spreadsheetml.template", ".xltx", Format.OFFICE_ZIP)
XLSM = FileType(_SHEET, _MS + "excel.sheet.macroEnabled.12", ".xlsm", Format.OFFICE_ZIP)
XLSB = FileType(_SHEET, _MS + "excel.sheet.binary.macroEnabled.12", ".xlsb", Format.OFFICE_ZIP)
PPTX = FileType(_SLIDES, _OOXML + "presentationml.presentation", ".pptx", Format.OFFICE_ZIP)
PPSX = FileType(_SLIDES, _OOXML + "presentationml.slideshow", ".ppsx", Format.OFFICE_ZIP)
PPTM = FileType(_SLIDES, _MS + "powerpoint.presentation.macroEnabled.12", ".pptm", Format.OFFICE_ZIP)
ODT = FileType(_DOC, _ODF + "text", ".odt", Format.OFFICE_ZIP)
ODS = FileType(_SHEET, _ODF + "spreadsheet", ".ods", Format.OFFICE_ZIP)
ODP = FileType(_SLIDES, _ODF + "presentation", ".odp", Format.OFFICE_ZIP)
ODG = FileType(_DOC, _ODF + "graphics", ".odg", Format.OFFICE_ZIP)

DOC = FileType(_DOC, "application/msword", ".doc", Format.OLE)
XLS = FileType(_SHEET, _MS + "excel", ".xls", Format.OLE)
PPT = FileType(_SLIDES, _MS + "powerpoint", ".ppt", Format.OLE)
MSG = FileType(_DOC, _MS + "outlook", ".msg", Format.OLE)
PUB = FileType(_DOC, "application/x-mspublisher", ".pub", Format.OLE)
VSD = FileType(_DOC, "application/vnd.visio", ".vsd", Format.OLE)
OLE = FileType(FileKind.OTHER, "application/x-ole-storage", "", Format.OLE)

ZIP = FileType(FileKind.ARCHIVE, "application/zip", ".zip", Format.ZIP)
APK = FileType(FileKind.OTHER, "application/vnd.android.package-archive", ".apk", Format.ZIP)
JAR = FileType(FileKind.OTHER, "application/java-archive", ".jar", Format.ZIP)
KMZ = FileType(FileKind.OTHER, "application/vnd.google-earth.kmz", ".kmz", Format.ZIP)
SEVEN_ZIP = FileType(FileKind.ARCHIVE, "application/x-7z-compressed", ".7z", Format.SEVEN_ZIP)
RAR = FileType(FileKind.ARCHIVE, "application/vnd.rar", ".rar", Format.RAR)
GZIP = FileType(FileKind.ARCHIVE, "application/gzip", ".gz")
TAR = FileType(FileKind.ARCHIVE, "application/x-tar", ".tar")
BZIP2 = FileType(FileKind.ARCHIVE, "application/x-bzip2", ".bz2")
XZ = FileType(FileKind.ARCHIVE, "application/x-xz", ".xz")
ISO_IMAGE = FileType(FileKind.ARCHIVE, "application/x-iso9660-image", ".iso")

MP4 = FileType(FileKind.VIDEO, "video/mp4", ".mp4", Format.ISO_MEDIA)
MOV = FileType(FileKind.VIDEO, "video/quicktime", ".mov", Format.ISO_MEDIA)
THREE_GP = FileType(FileKind.VIDEO, "video/3gpp", ".3gp", Format.ISO_MEDIA)
M4A = FileType(FileKind.AUDIO, "audio/mp4", ".m4a", Format.ISO_MEDIA)
AVI = FileType(FileKind.VIDEO, "video/x-msvideo", ".avi", Format.RIFF)
WEBM = FileType(FileKind.VIDEO, "video/webm", ".webm")
MKV = FileType(FileKind.VIDEO, "video/x-matroska", ".mkv")
WMV = FileType(FileKind.VIDEO, "video/x-ms-wmv", ".wmv")
WMA = FileType(FileKind.AUDIO, "audio/x-ms-wma", ".wma")
FLV = FileType(FileKind.VIDEO, "video/x-flv", ".flv")
MPEG = FileType(FileKind.VIDEO, "video/mpeg", ".mpg")
OGV = FileType(FileKind.VIDEO, "video/ogg", ".ogv")
OGG = FileType(FileKind.AUDIO, "audio/ogg", ".ogg")
OPUS = FileType(FileKind.AUDIO, "audio/opus", ".opus")
WAV = FileType(FileKind.AUDIO, "audio/wav", ".wav", Format.RIFF)
MP3 = FileType(FileKind.AUDIO, "audio/mpeg", ".mp3")
AAC = FileType(FileKind.AUDIO, "audio/aac", ".aac")
AMR = FileType(FileKind.AUDIO, "audio/amr", ".amr")
FLAC = FileType(FileKind.AUDIO, "audio/flac", ".flac")

TEXT = FileType(FileKind.TEXT, "text/plain", ".txt")
CSV = FileType(FileKind.SPREADSHEET, "text/csv", ".csv")
TSV = FileType(FileKind.SPREADSHEET, "text/tab-separated-values", ".tsv")
HTML = FileType(FileKind.TEXT, "text/html", ".html")
XML = FileType(FileKind.TEXT, "application/xml", ".xml")
JSON = FileType(FileKind.TEXT, "application/json", ".json")
MARKDOWN = FileType(FileKind.TEXT, "text/markdown", ".md")
CALENDAR = FileType(FileKind.TEXT, "text/calendar", ".ics")
VCARD = FileType(FileKind.TEXT, "text/vcard", ".vcf")
EMAIL = FileType(FileKind.TEXT, "message/rfc822", ".eml")

PROGRAM = FileType(FileKind.OTHER, "application/vnd.microsoft.portable-executable", ".exe")
SHORTCUT = FileType(FileKind.OTHER, "application/x-ms-shortcut", ".lnk")
SQLITE = FileType(FileKind.OTHER, "application/vnd.sqlite3", ".sqlite")
