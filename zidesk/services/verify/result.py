"""What verification finds: kinds of fault, one fault, the verdict, and the place where faults gather."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """Stable tokens for scripts; their sentences are in `words.SENTENCES`. The order is that of a report."""

    INCOMPLETE = "incomplete"
    PARTS_MISSING = "parts_missing"
    PARTS_TOGETHER = "parts_together"
    # the bag's own papers
    NO_BAGIT_TXT = "no_bagit_txt"
    BAD_DECLARATION = "bad_declaration"
    UNSUPPORTED_VERSION = "unsupported_version"
    BAD_ENCODING = "bad_encoding"
    UNKNOWN_ENCODING = "unknown_encoding"
    BYTE_ORDER_MARK = "byte_order_mark"
    TAG_FILE_TOO_LARGE = "tag_file_too_large"
    BAD_TAG_LINE = "bad_tag_line"
    NO_PAYLOAD_FOLDER = "no_payload_folder"
    NO_MANIFEST = "no_manifest"
    UNKNOWN_ALGORITHM = "unknown_algorithm"
    NAME_CASE = "name_case"
    BAD_MANIFEST_LINE = "bad_manifest_line"
    NONSTANDARD_LINE = "nonstandard_line"
    DUPLICATE_ENTRY = "duplicate_entry"
    CONFLICTING_ENTRY = "conflicting_entry"
    OUTSIDE_PAYLOAD = "outside_payload"
    PAYLOAD_IN_TAGMANIFEST = "payload_in_tagmanifest"
    TAGMANIFEST_LISTED = "tagmanifest_listed"
    MANIFEST_NOT_LISTED = "manifest_not_listed"
    CHANGED_LIST = "changed_list"
    # dangers
    UNSAFE_PATH = "unsafe_path"
    SYMLINK = "symlink"
    SPECIAL_FILE = "special_file"
    ENCRYPTED = "encrypted"
    DUPLICATE_MEMBER = "duplicate_member"
    SUSPICIOUS_MEMBER = "suspicious_member"
    OUTSIDE_BAG = "outside_bag"
    CHANGED_ENTRY = "changed_entry"
    CHANGED_ZIP = "changed_zip"
    # content
    MISSING = "missing"
    DIRECTORY_LISTED = "directory_listed"
    NOT_IN_MANIFEST = "not_in_manifest"
    TAG_FILE_NOT_LISTED = "tag_file_not_listed"
    CHECKSUM_MISMATCH = "checksum_mismatch"
    DAMAGED_MEMBER = "damaged_member"
    UNREADABLE = "unreadable"
    PAYLOAD_OXUM_MISMATCH = "payload_oxum_mismatch"
    BAD_PAYLOAD_OXUM = "bad_payload_oxum"
    FETCH_MISSING = "fetch_missing"
    FETCH_NOT_IN_MANIFEST = "fetch_not_in_manifest"
    BAD_FETCH_LINE = "bad_fetch_line"
    FETCH_SIZE_DIFFERS = "fetch_size_differs"
    # names
    CASE_CLASH = "case_clash"
    NORMALIZATION_CLASH = "normalization_clash"
    NORMALIZATION_DIFFERS = "normalization_differs"
    SPELLING_DIFFERS = "spelling_differs"
    MORE_FAULTS = "more_faults"


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding. `path` is relative to the bag ("" for the bag itself), control characters escaped."""

    kind: FaultKind
    path: str
    detail: str  # an Indonesian sentence or two


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict. `files` and `bytes` count the payload files that are there, listed or not."""

    valid: bool
    files: int
    bytes: int
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
