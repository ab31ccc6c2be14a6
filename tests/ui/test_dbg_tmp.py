from tests.ui.test_editor import *
import traceback
from PySide6.QtCore import qInstallMessageHandler
def test_x(qtbot, desk):
    def h(*a): print("MSG",a[2]); traceback.print_stack()
    chain = desk.panel.chain
    chain._rows.commitData.connect(lambda e: (print("commit"),traceback.print_stack(limit=6)))
    chain._rows.closeEditor.connect(lambda e,h: print("close",h))
    focus(qtbot, chain)
    qtbot.keyClick(chain, Qt.Key.Key_F2)
    print("f2")
    rename(qtbot, desk, "squeeze it")
    print("done")
