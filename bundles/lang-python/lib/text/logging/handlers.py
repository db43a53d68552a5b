# Handlers that keep more than one file, or more than one record.
import os
import time
from logging import FileHandler, Handler

DEFAULT_TCP_LOGGING_PORT = 9020


class BaseRotatingHandler(FileHandler):
    namer = rotator = None

    def emit(self, record):
        if self.shouldRollover(record):
            self.doRollover()
        FileHandler.emit(self, record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if self.namer else default_name

    def rotate(self, source, dest):
        if self.rotator:
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.replace(source, dest)

    def _reopen(self):
        if not self.delay:
            self._given = self._open()


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        FileHandler.__init__(self, filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        self.close()
        name = self.baseFilename
        for i in range(self.backupCount, 0, -1):
            source = self.rotation_filename("%s.%d" % (name, i - 1)) if i > 1 else name
            self.rotate(source, self.rotation_filename("%s.%d" % (name, i)))
        if not self.backupCount:
            self.mode = "w"
        self._reopen()

    def shouldRollover(self, record):
        if self.maxBytes <= 0 or not os.path.exists(self.baseFilename):
            return False
        return os.path.getsize(self.baseFilename) + len((self.format(record) + "\n").encode()) >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    _seconds = {"S": 1, "M": 60, "H": 3600, "D": 86400, "MIDNIGHT": 86400}

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        FileHandler.__init__(self, filename, "a", encoding, delay, errors)
        self.when = when.upper()
        self.backupCount = backupCount
        if self.when not in self._seconds and self.when[0] != "W":
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        self.interval = self._seconds.get(self.when, 7 * 86400) * interval
        self.suffix = {"S": "%Y-%m-%d_%H-%M-%S", "M": "%Y-%m-%d_%H-%M", "H": "%Y-%m-%d_%H"}.get(self.when, "%Y-%m-%d")
        now = int(time.time())
        self.rolloverAt = now - now % 86400 + 86400 if self.when == "MIDNIGHT" else now + self.interval

    def shouldRollover(self, record):
        return time.time() >= self.rolloverAt

    def doRollover(self):
        self.close()
        began = time.gmtime(self.rolloverAt - self.interval)
        self.rotate(self.baseFilename, self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, began)))
        folder, name = os.path.split(self.baseFilename)
        if self.backupCount:
            kept = sorted([n for n in os.listdir(folder) if n.startswith(name + ".")])
            for n in kept[: -self.backupCount]:
                os.remove(os.path.join(folder, n))
        while self.rolloverAt <= time.time():
            self.rolloverAt += self.interval
        self._reopen()


class BufferingHandler(Handler):
    def __init__(self, capacity):
        Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer = []

    def close(self):
        self.flush()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=40, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel, self.target, self.flushOnClose = flushLevel, target, flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer = []

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None


class QueueHandler(Handler):
    def __init__(self, queue):
        Handler.__init__(self)
        self.queue = queue

    def prepare(self, record):
        record.msg = record.message = self.format(record)
        record.args = record.exc_info = record.exc_text = None
        return record

    def emit(self, record):
        self.queue.put_nowait(self.prepare(record))
