"""Puts the files below a directory out of the page cache, or into it, and makes sure that they are.

    python dropping.py cold|warm DIRECTORY

Only these files: whatever else the interpreter reads stays as it is. Needs no privilege. Fails when pages stay
where they should not, for example because a process still has a file mapped, or because the directory is on a tmpfs.
"""
import ctypes
import mmap
import os
import sys
import time

TRIES = 10
LIBC = ctypes.CDLL(None, use_errno=True)


def files(directory):
    for place, _, names in os.walk(directory):
        for name in names:
            yield os.path.join(place, name)


def drop(path):
    handle = os.open(path, os.O_RDONLY)
    try:
        # Pages that are not written yet are not dropped.
        os.fsync(handle)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def read(path):
    with open(path, "rb") as content:
        content.read()


def pages(path):
    """How many pages of a file are in the cache, and how many it has."""
    size = os.path.getsize(path)
    if size == 0:
        return 0, 0
    count = (size + mmap.PAGESIZE - 1) // mmap.PAGESIZE
    with open(path, "rb") as content:
        # A private copy, as ctypes wants memory that it could write to; nothing of it is touched.
        with mmap.mmap(content.fileno(), size, access=mmap.ACCESS_COPY) as view:
            first = ctypes.c_char.from_buffer(view)
            resident = (ctypes.c_ubyte * count)()
            status = LIBC.mincore(ctypes.c_void_p(ctypes.addressof(first)), ctypes.c_size_t(size), resident)
            del first
            if status != 0:
                raise OSError(ctypes.get_errno(), "mincore", path)
            return sum(flags & 1 for flags in resident), count


def set_all(paths, wanted):
    """How many pages are where they should not be, and how many there are."""
    for path in paths:
        drop(path) if wanted == "cold" else read(path)
    resident, total = (sum(counts) for counts in zip(*[pages(path) for path in paths]))
    return resident if wanted == "cold" else total - resident, total


def main():
    wanted, directory = sys.argv[1:3]
    paths = list(files(directory))
    # The kernel may move pages about at that moment, or another process drop what it finds.
    for _ in range(TRIES):
        wrong, total = set_all(paths, wanted)
        if wrong == 0:
            return
        time.sleep(0.02)
    sys.exit("%d of %d pages of the package do not become %s in the page cache" % (wrong, total, wanted))


if __name__ == "__main__":
    main()
