"""The part of the style sheet for what shows much: lists, tables, tabs, menus, and what scrolls them."""

from zidesk.ui.theme.control_sheet import sign_url
from zidesk.ui.theme.palettes import Colours
from zidesk.ui.theme.sizes import RADIUS, ROW_HEIGHT


def view_sheet(c: Colours, scale: float) -> str:
    return _views(c, scale) + _tabs_and_menus(c, scale) + _scrolling(c)


def _views(c: Colours, scale: float) -> str:
    sign = round(14 * scale)
    arrow = f"width: {sign}px; height: {sign}px; subcontrol-position: center right; right: 6px"
    return f"""
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QTreeView, QListView, QTableView {{ background: {c.surface}; border: 0; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QTableView {{ gridline-color: {c.faint_line}; alternate-background-color: {c.window}; }}
    QTableView::item {{ padding: 4px 8px; border: 2px solid transparent; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QTableView::item:focus {{ border: 2px solid {c.focus}; }}
    QListWidget::item {{ padding: 4px 6px; border: 2px solid transparent; }}
    QListWidget::item:focus {{ border-color: {c.focus}; }}
    QHeaderView, QTableCornerButton::section {{ background: {c.window}; border: 0; }}
    QHeaderView::section {{ color: {c.muted}; background: {c.window}; border: 0; padding: 7px 10px; }}
    QHeaderView::section:horizontal {{ border-bottom: 1px solid {c.line}; }}
    QHeaderView::section:hover {{ color: {c.text}; }}
    QHeaderView::up-arrow {{ image: {sign_url(c.ink, "chevron-up")}; {arrow}; }}
    QHeaderView::down-arrow {{ image: {sign_url(c.ink, "chevron-down")}; {arrow}; }}
    """


def _tabs_and_menus(c: Colours, scale: float) -> str:
    sign = round(16 * scale)
    return f"""
    QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ color: {c.muted}; background: transparent; padding: 7px 14px; margin-right: 4px;
        min-height: {round(ROW_HEIGHT * scale) - 18}px;
        border: 2px solid transparent; border-top-left-radius: {RADIUS}px; border-top-right-radius: {RADIUS}px; }}
    QTabBar::tab:hover {{ color: {c.text}; background: {c.accent_soft}; }}
    QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:selected:focus {{ border-color: {c.focus}; }}
    QTabBar::tab:disabled {{ color: {c.muted}; background: transparent; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.control_line}; border-radius: {RADIUS}px;
        padding: 4px; }}
    QMenu::item {{ color: {c.text}; padding: 6px 24px 6px 10px; min-height: 20px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; }}
    QMenu::item:disabled {{ color: {c.muted}; background: transparent; }}
    QMenu::icon {{ left: 8px; }}
    QMenu::indicator {{ left: 8px; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
    QMenu::right-arrow {{ image: {sign_url(c.ink, "chevron-right")}; width: {sign}px; height: {sign}px; }}
    """


def _scrolling(c: Colours) -> str:
    return f"""
    QSplitter::handle {{ background: {c.line}; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    QScrollBar {{ background: transparent; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {c.control_line}; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
