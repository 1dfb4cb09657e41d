"""One window for each user and settings: a second start hands its wish to the first, and ends."""

import getpass
import hashlib
import json
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout
from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_WITHIN = 3_000  # milliseconds for the first window to say that it has heard
_LONGEST = 40_000  # bytes of a wish; no path is longer
_END, _HEARD = b"\n", b"ya\n"


def instance_name(settings: Path) -> str:
    """The name under which the windows of this user with these settings find each other."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    told = f"{user}\0{settings.absolute()}".encode(errors="surrogateescape")
    return f"zidesk-{hashlib.sha256(told).hexdigest()[:16]}"


class SingleInstance(QObject):
    """`asked` carries the path a later start was given, "" where it was given none: show the window then.

    Who is first is decided by a lock that the system lets go of when its holder ends, however it ends. The
    socket of a killed window is in nobody's way: whoever has the lock replaces it.
    """

    asked = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._lock = FileLock(Path(QDir.tempPath()) / f"{name}.lock")
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Whether this process is the first; it listens from now on. Where the system allows no lock, each is."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError:
            return True
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def send(self, path: Path | None = None) -> bool:
        """Tell the first window to come forward, and to open `path`; whether it has heard. Waits for at most
        three seconds: a first window that does not answer must not keep anyone from working."""
        wish = str(path.absolute()) if path is not None else ""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_WITHIN):
            return False
        socket.write(json.dumps(wish).encode() + _END)
        heard = socket.waitForReadyRead(_ANSWER_WITHIN) and bytes(socket.readAll().data()) == _HEARD
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Listen no more; the next start is the first."""
        self._server.close()
        with suppress(OSError):
            self._lock.release()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            wish = json.loads(bytes(socket.readLine(_LONGEST).data()))
        except (ValueError, RecursionError):
            wish = None
        if not isinstance(wish, str):
            socket.abort()
            return
        socket.write(_HEARD)
        socket.flush()
        self.asked.emit(wish)
