from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from convviz.app.dialogs import Blank
def test_x(hands):
    f=hands.field("filters")
    d=hands.window.deeds
    old=d.toggle_blank
    def tb():
        print("toggle_blank", QApplication.focusWidget()); old()
        print("->", QApplication.focusWidget(), [b.isVisible() for b in hands.window.findChildren(Blank)])
    d.toggle_blank=tb
    hands.press(".")
    print(f.text(), hands.window.actions_by_id["blank"].shortcutContext())
    hands.press(Qt.Key.Key_B)
    print(f.text(), QApplication.focusWidget())
    hands.press(Qt.Key.Key_PageDown); hands.run(.05)
    hands.press(Qt.Key.Key_PageDown)
    print(QApplication.focusWidget(), f.isVisible(), f.visibleRegion().isEmpty(), hands.playback)
    import time
    t=time.perf_counter()
    from convviz.state import intents as asked
    for i in range(20): hands.do(asked.Step("channel",1))
    print("per step dispatch", (time.perf_counter()-t)/20)
    t=time.perf_counter()
    for i in range(20): hands.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    print("per step key", (time.perf_counter()-t)/20, hands.playback)
