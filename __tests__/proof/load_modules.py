"""Opens every module below a directory as an import would, and prints as JSON what the loader said of each."""
import ctypes
import json
import os
import re
import sys

try:
    from importlib.machinery import EXTENSION_SUFFIXES
    prefix = 'PyInit_'
except ImportError:
    EXTENSION_SUFFIXES, prefix = ['.so'], 'init'

top = sys.argv[1]
found = {}
for directory, _, files in os.walk(top):
    for file in files:
        module = file.split('.')[0]
        if not re.match(r'[A-Za-z_]\w*$', module):
            continue  # a library
        rank = [rank for rank, suffix in enumerate(EXTENSION_SUFFIXES) if file == module + suffix]
        place = os.path.join(directory, module)
        if rank and rank[0] < found.get(place, (9,))[0]:
            found[place] = (rank[0], os.path.join(directory, file), module)

results = {}
for _, path, module in sorted(found.values()):
    child_reads, child_writes = os.pipe()
    child = os.fork()  # a module that crashes takes only its own process along
    if child == 0:
        try:
            opened = ctypes.PyDLL(path, 2)  # RTLD_NOW, as Python itself has it
            said = '' if hasattr(opened, prefix + module) else 'no module'
        except Exception as error:
            said = str(error)
        os.write(child_writes, said.encode())
        os._exit(0)
    os.close(child_writes)
    said = os.fdopen(child_reads).read()
    status = os.waitpid(child, 0)[1]
    if said != 'no module':  # a library that is called like one
        results[os.path.relpath(path, top)] = said if status == 0 else 'it ended with status %d' % status
print(json.dumps(results))
