"""A picture between paragraphs."""

from zidesk.services.documents.model.blocks import Picture
from zidesk.services.documents.paper import Frame
from zidesk.services.documents.render_docx.package import Package
from zidesk.services.documents.render_docx.xml import ParagraphLook, paragraph
from zidesk.services.documents.render_pdf.picture import picture_size


def picture_xml(block: Picture, package: Package, frame: Frame) -> str:
    """As large as in a PDF. Raises OSError for a file that cannot be read."""
    from PIL import Image

    with Image.open(block.file) as picture:
        width, _ = picture_size(*picture.size, block.scale, frame)
    look = ParagraphLook(before=4, after=5, keep=block.keep)
    return paragraph(package.picture(block.file.read_bytes(), width), look)
