"""The styles of an edited paper: one typeface, headings that Word lists in its outline."""

FONT = "Arial"  # as wide as Liberation Sans, letter by letter


def style_sheet(leading: float, width: float) -> str:
    """The elements of styles.xml. `leading`: of running text; `width`: of the text, for the page numbers of a
    table of contents; both in points."""
    line = round(leading * 20)
    return "".join(
        (
            _DEFAULTS,
            _style(
                "Normal",
                "Normal",
                f'<w:spacing w:after="120" w:line="{line}" w:lineRule="atLeast"/>',
                default=True,
            ),
            _heading(1, 'w:before="0" w:after="160"', 26, "<w:pageBreakBefore/>", '<w:jc w:val="center"/>'),
            _heading(2, 'w:before="200" w:after="40"', 22),
            _heading(3, 'w:before="200" w:after="40"', 22),
            _heading(4, 'w:before="200" w:after="40"', 22),
            _style(
                "JudulLepas",
                "Judul Lepas",
                '<w:keepNext/><w:pageBreakBefore/><w:spacing w:after="160"/><w:jc w:val="center"/>',
                '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>',
            ),
            _style(
                "JudulSurat",
                "Judul Surat",
                '<w:keepNext/><w:spacing w:before="160" w:after="0"/><w:jc w:val="center"/>'
                '<w:outlineLvl w:val="0"/>',
                '<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/>',
            ),
            *(_contents(level, width) for level in (1, 2, 3, 4)),
            _style("Footer", "footer", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', _SMALL),
        )
    )


_SMALL = '<w:color w:val="5C5C5C"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)


def _style(key: str, name: str, paragraph: str, letters: str = "", *, default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
    mark = ' w:default="1"' if default else ""
    look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{key}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{look}</w:style>"
    )


def _heading(level: int, spacing: str, size: int, before: str = "", after: str = "") -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        f'<w:keepNext/><w:keepLines/>{before}<w:spacing {spacing}/>{after}<w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def _contents(level: int, width: float) -> str:
    indent = round((level - 1) * 17 * 20)
    return _style(
        f"TOC{level}",
        f"toc {level}",
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{round(width * 20)}"/></w:tabs>'
        f'<w:spacing w:before="{100 if level == 1 else 0}" w:after="0"/><w:ind w:left="{indent}" w:right="520"/>',
        "<w:b/>" if level == 1 else "",
    )
