"""The sign of each kind of file, where there is no picture of it."""

from zidesk.domain.evidence import FileKind

KIND_ICONS = {
    FileKind.IMAGE: "image",
    FileKind.PDF: "file-text",
    FileKind.DOCUMENT: "file-text",
    FileKind.SPREADSHEET: "sheet",
    FileKind.PRESENTATION: "presentation",
    FileKind.VIDEO: "video",
    FileKind.AUDIO: "music",
    FileKind.ARCHIVE: "archive",
    FileKind.TEXT: "file-text",
    FileKind.OTHER: "file",
}
