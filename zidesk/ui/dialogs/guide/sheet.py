"""How the text of the guide looks, in the colours and the size of text of now."""

from zidesk.ui.theme import BODY, QUESTION, SECONDARY, TITLE, colours, font


def guide_sheet() -> str:
    """A style sheet for Qt's rich text."""
    c = colours()
    size = {name: font(points).pointSizeF() for name, points in _SIZES.items()}
    return f"""
    body, p, li, td, th {{ color: {c.text}; }}
    p, li {{ line-height: 135%; }}
    p {{ margin-top: 0; margin-bottom: 8px; }}
    p.picture {{ line-height: 100%; margin-top: 4px; margin-bottom: 10px; }}
    li {{ margin-bottom: 4px; }}
    ul, ol {{ margin-top: 2px; margin-bottom: 10px; }}
    h1, h2, h3 {{ font-weight: 600; color: {c.text}; }}
    h1 {{ font-size: {size["h1"]:.1f}pt; margin-top: 4px; margin-bottom: 12px; }}
    h2 {{ font-size: {size["h2"]:.1f}pt; margin-top: 20px; margin-bottom: 6px; }}
    h3 {{ font-size: {size["h3"]:.1f}pt; margin-top: 12px; margin-bottom: 4px; }}
    strong {{ font-weight: 600; }}
    a {{ color: {c.accent}; text-decoration: underline; }}
    code {{ font-size: {size["code"]:.1f}pt; color: {c.text}; background-color: {c.faint_line}; }}
    table.note {{ margin-top: 6px; margin-bottom: 10px; background-color: {c.accent_soft}; }}
    table.facts {{ margin-top: 6px; margin-bottom: 12px; border-collapse: collapse; border: 1px solid {c.line}; }}
    table.facts th {{ background-color: {c.window}; text-align: left; border: 1px solid {c.line}; }}
    table.facts td {{ border: 1px solid {c.line}; }}
    """


_SIZES = {"h1": TITLE + 2, "h2": QUESTION, "h3": BODY, "code": SECONDARY}
