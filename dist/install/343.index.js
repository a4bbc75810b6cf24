export const id = 343;
export const ids = [343];
export const modules = {

/***/ 3343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refuseUnloadable: () => (/* binding */ refuseUnloadable)
});

// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(3976);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/audit/byte-reader.js

/** What is thrown when a file is not what the audit can read. */
class MalformedError extends errors/* BuildError */.zS {
    detail;
    /** @param detail why, with the numbers at fault */
    constructor(detail) {
        super(`not a shared object that can be audited: ${detail}`, 'The file is truncated, damaged or of another kind. Build it again, and check that it was copied whole.');
        this.detail = detail;
    }
}
/** What to throw when a file is not what the audit can read; `detail` says why, with the numbers at fault. */
function malformed(detail) {
    return new MalformedError(detail);
}
/**
 * Little-endian numbers and strings of a range of bytes, every read checked against the range's end.
 *
 * The file is not trusted: a count or an offset in it may be anything, so no read may leave the range
 * (`BuildError` instead of a `RangeError`), and names that overlap in a string table may not add up to
 * more memory than a multiple of the file.
 */
class ByteReader {
    bytes;
    what;
    #view;
    /** Characters that may still be turned into strings; shared by every reader of one file. */
    #budget;
    /**
     * @param bytes the range; offsets given to the methods count from its start
     * @param what what the range is, for messages
     */
    constructor(bytes, what, budget) {
        this.bytes = bytes;
        this.what = what;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        // Linkers share the tails of names only, so the names of a real file stay far below its own size.
        this.#budget = budget ?? { left: 8 * bytes.length + 65536 };
    }
    /** Size of the range in bytes. */
    get size() {
        return this.bytes.length;
    }
    /**
     * A reader of a part of this range.
     * @param offset first byte
     * @param length in bytes
     * @param what what the part is, for messages
     * @throws BuildError when it does not lie inside
     */
    part(offset, length, what) {
        if (offset < 0 || offset + length > this.size) {
            throw malformed(`${what} should be bytes ${offset} to ${offset + length}, but ${this.what} has ${this.size}`);
        }
        return new ByteReader(this.bytes.subarray(offset, offset + length), what, this.#budget);
    }
    /** The byte at `offset`. Throws BuildError beyond the end, as the methods below do. */
    u8(offset) {
        return this.#view.getUint8(this.#inside(offset, 1));
    }
    /** The 16-bit number at `offset`. */
    u16(offset) {
        return this.#view.getUint16(this.#inside(offset, 2), true);
    }
    /** The 32-bit number at `offset`. */
    u32(offset) {
        return this.#view.getUint32(this.#inside(offset, 4), true);
    }
    /**
     * The 64-bit number at `offset`, exact up to 2^53, and as a negative number where that is exact: addresses go around.
     * Others are rounded: such a number is not an offset or size of any file, and every use as one is checked anyway.
     */
    u64(offset) {
        const at = this.#inside(offset, 8);
        return join64(this.#view.getUint32(at, true), this.#view.getUint32(at + 4, true));
    }
    /** The bytes from `offset` to the next NUL, as Latin-1. Throws BuildError when there is no NUL. */
    string(offset) {
        const start = this.#inside(offset, 1);
        const end = this.bytes.indexOf(0, start);
        if (end < 0)
            throw malformed(`the string at ${offset} of ${this.what} has no end`);
        this.#budget.left -= end - start;
        if (this.#budget.left < 0)
            throw malformed(`the names in ${this.what} are far longer than the file`);
        return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString('latin1');
    }
    #inside(offset, length) {
        if (offset < 0 || offset + length > this.size) {
            throw malformed(`${this.what} has ${this.size} bytes, but something should be at ${offset}`);
        }
        return offset;
    }
}
/** The 64-bit number of two halves, see `ByteReader.u64`. */
function join64(low, high) {
    return (high >= 0xffe00000 ? high - 2 ** 32 : high) * 2 ** 32 + low;
}

;// CONCATENATED MODULE: ./build/audit/elf-header.js

/** Values of `e_type`, of a program and of a shared object: gABI, "ELF Header". */
const [ET_EXEC, ET_DYN] = [2, 3];
/** Values of `e_machine`: gABI, "ELF Header". */
const EM = { X86_64: 62, AARCH64: 183 };
/** Values of `p_type`: gABI, "Program Header", and for 0x6474e55x the Linux Standard Base. */
const PT = {
    LOAD: 1,
    DYNAMIC: 2,
    NOTE: 4,
    PHDR: 6,
    TLS: 7,
    GNU_STACK: 0x6474e551,
    GNU_RELRO: 0x6474e552,
    GNU_PROPERTY: 0x6474e553,
};
/** Bits of `p_flags`. */
const PF = { X: 1, W: 2, ALL: 7 };
/** Values of `sh_type`: gABI, "Sections". */
const SHT = { SYMTAB: 2, DYNSYM: 11 };
const HEADER_SIZE = 64;
/** Size of a program header, in bytes. */
const SEGMENT_SIZE = 56;
const SECTION_SIZE = 64;
/**
 * Reads the ELF header and the program headers.
 *
 * @throws BuildError when the file is not 64-bit little-endian ELF, or the table does not fit into it
 */
function readHeader(file) {
    checkIdentification(file);
    return {
        osAbi: file.u8(7),
        abiVersion: file.u8(8),
        padded: file.bytes.subarray(9, 16).some((byte) => byte !== 0),
        type: file.u16(16),
        machine: file.u16(18),
        segmentsAt: file.u64(32),
        segments: readSegments(file),
    };
}
function checkIdentification(file) {
    const magic = [0x7f, 0x45, 0x4c, 0x46];
    if (magic.some((byte, at) => file.bytes[at] !== byte)) {
        throw malformed('it does not start with the four bytes of an ELF file');
    }
    if (file.size < HEADER_SIZE) {
        throw malformed(`it has ${file.size} bytes, and an ELF header alone has ${HEADER_SIZE}`);
    }
    if (file.u8(4) !== 2) {
        throw malformed(`it is ${file.u8(4) === 1 ? 'a 32-bit' : 'not a 64-bit'} file, and Lambda's Python is 64-bit`);
    }
    if (file.u8(5) !== 1)
        throw malformed('it is big-endian, and both Lambda machines are little-endian');
    if (file.u8(6) !== 1 || file.u32(20) !== 1)
        throw malformed('its ELF version is not 1');
}
function readSegments(file) {
    const count = file.u16(56);
    if (file.u16(54) !== SEGMENT_SIZE) {
        throw malformed(`its program headers have ${file.u16(54)} bytes each instead of ${SEGMENT_SIZE}`);
    }
    const table = file.part(file.u64(32), count * SEGMENT_SIZE, 'the program header table');
    return Array.from({ length: count }, (_, index) => readSegment(table, index * SEGMENT_SIZE));
}
/** The program header that is `at` bytes into a range. */
function readSegment(table, at) {
    return {
        type: table.u32(at),
        flags: table.u32(at + 4),
        offset: table.u64(at + 8),
        vaddr: table.u64(at + 16),
        fileSize: table.u64(at + 32),
        memorySize: table.u64(at + 40),
        align: table.u64(at + 48),
    };
}
/**
 * Reads the section headers; none when the file has none. A loader never reads them.
 *
 * @throws BuildError when a table does not fit into the file
 */
function readSections(file) {
    const offset = file.u64(40);
    if (offset === 0)
        return [];
    if (file.u16(58) !== SECTION_SIZE) {
        throw malformed(`its section headers have ${file.u16(58)} bytes each instead of ${SECTION_SIZE}`);
    }
    // Numbers that do not fit into 16 bits are in the first section header: gABI, "Extended Section Header".
    const first = file.part(offset, SECTION_SIZE, 'the first section header');
    const count = file.u16(60) || first.u64(32);
    const nameIndex = file.u16(62) === 0xffff ? first.u32(40) : file.u16(62);
    const table = file.part(offset, count * SECTION_SIZE, 'the section header table');
    const names = sectionNames(file, table, nameIndex);
    const sections = [];
    for (let at = 0; at < table.size; at += SECTION_SIZE) {
        sections.push({
            name: names?.string(table.u32(at)) ?? '',
            type: table.u32(at + 4),
            address: table.u64(at + 16),
            offset: table.u64(at + 24),
            size: table.u64(at + 32),
            entrySize: table.u64(at + 56),
        });
    }
    return sections;
}
/** The string table of the section names; undefined when the file says that sections have none. */
function sectionNames(file, table, index) {
    if (index === 0 || table.size === 0)
        return undefined;
    const at = index * SECTION_SIZE;
    return file.part(table.u64(at + 24), table.u64(at + 32), 'the table of section names');
}

// EXTERNAL MODULE: ./build/catalog/architecture.js
var catalog_architecture = __webpack_require__(8165);
;// CONCATENATED MODULE: ./build/catalog/python.js

/** The function that Python calls when it imports a module, by default `psycopg2._psycopg` (PEP 3121 for Python 3). */
function python_initFunctionOf(python, module = '_psycopg') {
    return `${python === '2.7' ? 'init' : 'PyInit_'}${module}`;
}
/** `313`, as in tags. */
function python_digitsOf(python) {
    return python.replace('.', '');
}
/** CPython's ABI tag: `cp313`, `cp37m` (PEP 3149's pymalloc flag, gone with 3.8), `cp27mu` (wide Unicode). */
function python_abiTag(python) {
    const flags = python === '2.7' ? 'mu' : python === '3.6' || python === '3.7' ? 'm' : '';
    return `cp${python_digitsOf(python)}${flags}`;
}
/**
 * `EXT_SUFFIX` of a CPython on Linux with glibc, which its modules' file names end in (PEP 3149):
 * `.cpython-313-x86_64-linux-gnu.so`; 2.7 knows no tag.
 */
function extensionSuffix(python, architecture) {
    if (python === '2.7')
        return '.so';
    return `.cpython-${python_abiTag(python).slice('cp'.length)}-${catalog_architecture/* MACHINES */.PY[architecture]}-linux-gnu.so`;
}
/** The file name of psycopg2's module that Python looks for first. */
function python_moduleFileName(python, architecture) {
    return `_psycopg${extensionSuffix(python, architecture)}`;
}

;// CONCATENATED MODULE: ./build/audit/module-names.js

const NAME = /^(?<module>[^./\\]+)\.(?<tag>(?:cpython|cp\d|pypy|graalpy|abi3)[^/]*)\.(?:so|pyd)$/;
const CPYTHON = /^(?:cpython-|cp)(\d)(\d+)[a-z]*(?:-(x86_64|aarch64)-linux)?/;
/** Whether a file of this path is a shared object by its name, of this or another system. */
function isSharedObject(path) {
    return /\.(pyd|dylib)$|\.so(\.\d[\w-]*)*$/.test(path);
}
/** What a shared object's file name, without directories, tells this Python. */
function nameOf(file, interpreter) {
    const { module = '', tag = '' } = NAME.exec(file)?.groups ?? {};
    if (module !== '') {
        const suffix = file.slice(module.length);
        // `_PyImport_DynLoadFiletab` of CPython's `Python/dynload_shlib.c` has this order.
        const suffixes = [extensionSuffix(interpreter.python, interpreter.architecture), '.abi3.so'];
        const rank = interpreter.python === '2.7' ? -1 : suffixes.indexOf(suffix);
        return { kind: rank < 0 ? 'foreign' : 'module', module, rank, tag };
    }
    if (file.endsWith('.pyd'))
        return { kind: 'foreign', module: file.slice(0, -4), rank: -1, tag: 'Windows' };
    const bare = file.replace(/\.so$/, '');
    const isModuleName = file.endsWith('.so') && /^[A-Za-z_]\w*$/.test(bare);
    return { kind: isModuleName ? 'plain' : 'library', module: bare, rank: 2, tag: '' };
}
/** The Python and the machine that a shared object's file name names, as far as it does. */
function taggedFor(file) {
    const [, major, minor, machine] = CPYTHON.exec(NAME.exec(file)?.groups?.tag ?? '') ?? [];
    if (major === undefined)
        return {};
    const python = `${major}.${minor}`;
    return machine === undefined
        ? { python }
        : { python, architecture: machine === 'aarch64' ? 'arm64' : 'x86_64' };
}
/** What a tag says, for people: `Python 3.12`, `a free-threaded Python 3.13`, `a C library other than glibc`. */
function describeTag(tag, { python, architecture }) {
    const [, major, minor, flags = '', platform = ''] = /^(?:cpython-|cp)(\d)(\d+)([a-z]*)(?:-(.*))?$/.exec(tag) ?? [];
    if (major === undefined)
        return tag === 'abi3' ? 'Python 3' : tag.replace(/-.*/, '');
    const version = `${flags.includes('t') ? 'a free-threaded ' : ''}Python ${major}.${minor}`;
    const systems = [
        [/darwin/, ' on macOS'],
        [/win/, ' on Windows'],
        [/musl/, ' with musl, another C library than glibc'],
        [/aarch64/, architecture === 'arm64' ? '' : ' on arm64'],
        [/x86_64/, architecture === 'x86_64' ? '' : ' on x86_64'],
        [/^$/, ''],
    ];
    const system = systems.find(([pattern]) => pattern.test(platform))?.[1] ?? ` on ${platform}`;
    const kind = flags.includes('d') ? ' (a debug build)' : '';
    return `${version}${kind}${system}${version === `Python ${python}` && system === '' ? ', differently named' : ''}`;
}

;// CONCATENATED MODULE: ./build/audit/import-path.js


const SITE = /^python\/lib\/python(\d\.\d+)\/site-packages\//;
/** What layers have at their top besides `python`: AWS's page "Packaging your layer content". */
const OF_LAYERS = /^(python|lib|bin|nodejs|java|ruby|extensions)\//;
/**
 * How Lambda will see a package: a directory `python` and no source of Python's outside of it is a layer. The paths are
 * those of AWS's page.
 *
 * @param wheel whether pip is to unpack it, which moves what is in its `.data`
 */
function placesOf(paths, { python }, wheel = false) {
    const isLayer = paths.some((path) => path.startsWith('python/')) &&
        !paths.some((path) => /\.pyc?$/.test(path) && !OF_LAYERS.test(path));
    if (isLayer) {
        return { kind: 'layer', mount: '/opt', roots: [`python/lib/python${python}/site-packages/`, 'python/'] };
    }
    const moved = wheel
        ? paths.flatMap((path) => /^[^/]+\.data\/(?:platlib|purelib)\//.exec(path)?.[0] ?? [])
        : [];
    return { kind: 'function', mount: '/var/task', roots: ['', ...new Set(moved)] };
}
/** What psycopg 3 has compiled is in these, a `_psycopg` among it; that is no psycopg2's. */
const PSYCOPG_3 = ['psycopg_binary', 'psycopg_c'];
/** Whether a file is psycopg2's module, by its name. */
function isPsycopg2Module(path) {
    return (/^_psycopg(\..+)?\.(so|pyd)$/.test(external_node_path_.posix.basename(path)) &&
        !PSYCOPG_3.includes(external_node_path_.posix.basename(external_node_path_.posix.dirname(path))));
}
/** The Python whose site-packages in a layer a file is in; undefined where it is in none's. */
function siteOf(path) {
    return SITE.exec(path)?.[1];
}
/** What Python runs for a module of this path, without an ending; undefined where there is nothing. */
function sourceOf(paths, stem) {
    return paths.find((path) => path === `${stem}.py` || path === `${stem}.pyc`);
}
function hasSource(paths, stem) {
    return sourceOf(paths, stem) !== undefined;
}
/** The file `psycopg2.py` that an import finds before, or in place of, the package; undefined where it finds the package first. */
function hidingFile(paths, { roots }) {
    for (const root of roots) {
        if (hasSource(paths, `${root}psycopg2/__init__`))
            return undefined;
        const file = sourceOf(paths, `${root}psycopg2`);
        if (file !== undefined)
            return file;
    }
    return undefined;
}
/** Whether a directory of a package is a package of Python's, with an `__init__.py`. @param directory with a slash at its end */
function isWhole(paths, directory) {
    return hasSource(paths, `${directory}__init__`);
}
/** Where psycopg2 is in a package, and whether an import finds it there. */
function findPsycopg2(paths, places, interpreter) {
    const candidates = candidatesIn(paths, interpreter);
    const onPath = places.roots.map((root) => `${root}psycopg2`);
    const isThere = (directory) => candidates.some((one) => one.directory === directory);
    // A directory without __init__.py is a package only where no directory of sys.path has one with it: PEP 420.
    const found = onPath.find((directory) => hasSource(paths, `${directory}/__init__`)) ?? onPath.find(isThere);
    const rest = candidates.filter(({ directory }) => directory !== found);
    const others = rest.map(({ directory }) => (directory === '.' ? '' : `${directory}/`));
    const [first] = rest;
    if (found !== undefined)
        return { found: `${found}/`, elsewhere: undefined, others };
    return { found: undefined, elsewhere: first, others: [] };
}
function candidatesIn(paths, interpreter) {
    const directories = new Set();
    const sources = new Map();
    const fitting = new Set();
    for (const path of paths) {
        const directory = external_node_path_.posix.dirname(path);
        const file = external_node_path_.posix.basename(path);
        if (isPsycopg2Module(path)) {
            directories.add(directory);
            if (nameOf(file, interpreter).rank >= 0)
                fitting.add(directory);
        }
        if (external_node_path_.posix.basename(directory) === 'psycopg2' && /^__init__\.pyc?$/.test(file))
            sources.set(directory, []);
    }
    for (const path of paths)
        if (/\.pyc?$/.test(path))
            sources.get(external_node_path_.posix.dirname(path))?.push(external_node_path_.posix.basename(path));
    // Others have a package of that name in their own, as OpenTelemetry and Datadog do.
    for (const [directory, files] of sources)
        if (files.some((file) => /^ext(ensions|ras)\./.test(file)) ||
            files.every((file) => /^__init__\./.test(file)))
            directories.add(directory);
    const all = Array.from(directories, (directory) => ({
        directory,
        named: external_node_path_.posix.basename(directory) === 'psycopg2',
    }));
    // More likely meant is what this Python could open, and then what is called psycopg2.
    const likelihood = ({ directory, named }) => (fitting.has(directory) ? 2 : 0) + (named ? 1 : 0);
    return all.sort((a, b) => likelihood(b) - likelihood(a));
}

;// CONCATENATED MODULE: ./build/catalog/versions.js
/** Orders dotted version numbers by value: 2.9.9 before 2.9.10, 3.9 before 3.10. */
function versions_compareVersions(a, b) {
    const left = a.split('.').map(Number);
    const right = b.split('.').map(Number);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const difference = (left[i] ?? 0) - (right[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/audit/glibc.js

/** The `2.17` of `GLIBC_2.17`; null for every other name, also `GLIBC_PRIVATE` and `GLIBC_ABI_…`. */
function glibcNumber(version) {
    return /^GLIBC_(\d+(?:\.\d+)+)$/.exec(version)?.[1] ?? null;
}
/** The newest `x.y` of all `GLIBC_x.y` that a file needs, or null when it needs none. */
function highestGlibc(needs) {
    const numbers = needs.map(({ version }) => glibcNumber(version)).filter((number) => number !== null);
    return numbers.sort(versions_compareVersions).at(-1) ?? null;
}
/** Whether a glibc, as `x.y`, is at least another. */
function isSince(glibc, first) {
    return versions_compareVersions(glibc, first) >= 0;
}

;// CONCATENATED MODULE: ./build/audit/loader-words.js





/** What Lambda's log says of a finding, as people paste it into a search; undefined for what has no words of its own. */
function loaderWords({ rule, file, symbol, library, version }, python) {
    const path = file.replace(/^python\/(lib\/python[\d.]+\/site-packages\/)?/, '').replace(/\.[^/]*$/, '');
    const module = external_node_path_.posix.basename(path);
    const isTwo = python === '2.7';
    switch (rule) {
        case 'psycopg2':
            return notFound('psycopg2', python);
        case 'module-name':
            return notFound(path.replaceAll('/', '.'), python);
        case 'machine':
            return `${file}: cannot open shared object file: No such file or directory`;
        case 'glibc':
            return version && versionNotFound(`/lib64/${library}`, version);
        case 'libraries':
            return `${library}: cannot open shared object file: No such file or directory`;
        case 'undefined':
            return `undefined symbol: ${symbol}${version ? `, version ${version}` : ''}`;
        case 'init-function':
            return `dynamic module does not define ${isTwo ? 'init' : 'module export'} function (${python_initFunctionOf(python, module)})`;
        case 'processor':
            return 'CPU ISA level is lower than required';
        case 'unreadable':
            return loader_words_NOT_UNZIPPED;
        case 'unzipped-size':
            return 'Unzipped size must be smaller than 262144000 bytes';
        default:
            return undefined;
    }
}
/** What Lambda answers to the upload of a zip that it cannot unpack: serverless/serverless#7242, among others. */
const loader_words_NOT_UNZIPPED = 'Could not unzip uploaded file. Please check your file, then try to upload again.';
/** What Python says of a module that it does not find; 2.7 names only the part that is missing, and does not quote it. */
function notFound(module, python) {
    return `No module named ${python === '2.7' ? module.replace(/.*\./, '') : `'${module}'`}`;
}
/**
 * How pip gets the build of a package for a runtime.
 *
 * @param runtime the `glibc` that it has; the oldest of Lambda's where it is not said
 * @param file of the package, which tells whether it is psycopg2
 */
function installWith(runtime, file) {
    const { python, architecture, base } = runtime;
    const name = /psycopg2/.test(file) ? 'psycopg2-binary' : 'PACKAGE';
    // psycopg2-binary's newest wheels for arm64 need it, and those of many others for either machine; pip takes the newer.
    const isNewer = base !== undefined && isSince(base.glibc, '2.28');
    const tags = isNewer && (architecture === 'arm64' || name === 'PACKAGE') ? ['2014', '_2_28'] : ['2014'];
    const platforms = tags.map((tag) => `--platform manylinux${tag}_${catalog_architecture/* MACHINES */.PY[architecture]}`);
    return `pip install ${platforms.join(' ')} --python-version ${python} --only-binary :all: --target DIRECTORY ${name}`;
}
/** What to do about it for who did not compile it, but installed it. */
function userHint({ rule, hint, file }, { python, architecture, base }) {
    const install = installWith({ python, architecture, base }, file);
    switch (rule) {
        case 'glibc':
            return `Use a build for glibc ${base.glibc} or older: a wheel that is (${install}), or a runtime that is newer.`;
        case 'machine':
            return `Use the package for ${architecture} (${install}), or the other architecture for the function.`;
        case 'init-function':
            return 'A module loads under the name that it was compiled for, and no other: give the file its name back, or use a build for this Python.';
        case 'shared-object':
        case 'relr':
            return `Use another build of it (${install}), and copy it as it is, not as text.`;
        case 'undefined':
            return 'Use a wheel that brings its libraries, whole: what has this symbol was left out or taken away.';
        default:
            return hint;
    }
}
/** What the loader says of a file that is of another kind. */
const NOT_ELF = 'invalid ELF header';
/** What is in an ELF header, in the order in which the loader looks at it: `open_verify` of glibc's `elf/dl-load.c`. */
const HEADER = [
    [NOT_ELF, (header) => header.toString('latin1', 0, 4) !== '\x7fELF'],
    ['wrong ELF class: ELFCLASS32', (header) => header[4] !== 2],
    ['ELF file data encoding not little-endian', (header) => header[5] !== 1],
    ['ELF file version ident does not match current one', (header) => header[6] !== 1],
    ['ELF file version does not match current one', (header) => header.readUInt32LE(20) !== 1],
    ['only ET_DYN and ET_EXEC can be loaded', (header) => ![ET_EXEC, ET_DYN].includes(header.readUInt16LE(16))],
    ["ELF file's phentsize not the expected size", (header) => header.readUInt16LE(54) !== SEGMENT_SIZE],
];
/** What the loader says of a file by its header and its segments; undefined where these are right, as far as they are read here. */
function headerWords(bytes) {
    if (bytes.length < 64)
        return 'file too short';
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [words] = HEADER.find(([, isSo]) => isSo(file)) ?? [];
    if (words !== undefined)
        return words;
    const [start, count] = [Number(file.readBigUInt64LE(32)), file.readUInt16LE(56)];
    if (start + count * SEGMENT_SIZE > file.length)
        return 'cannot read file data';
    const types = Array.from({ length: count }, (_, index) => file.readUInt32LE(start + index * SEGMENT_SIZE));
    return types.includes(PT.LOAD) ? undefined : 'object file has no loadable segments';
}
/** What the loader says of a library that lacks a version. @param path on Lambda */
function versionNotFound(path, version) {
    return `${path}: version \`${version}' not found`;
}

;// CONCATENATED MODULE: ./build/audit/package-findings.js

/** Lambda's limit for a function and its layers, unpacked: 250 MB, as its own error counts them. */
const MOST_UNZIPPED = 262_144_000;
/** Of a list in a sentence. */
const MOST_NAMED = 3;
/** What is wrong with the size of a package; what links give several names is there once. */
function sizeFindings(files) {
    const total = [...new Set(files.values())].reduce((sum, { size }) => sum + size, 0);
    if (total <= MOST_UNZIPPED)
        return [];
    return [
        {
            ...{ rule: 'unzipped-size', class: 'loads', file: '', limit: String(MOST_UNZIPPED) },
            message: `it has ${total} bytes unpacked, and Lambda takes ${MOST_UNZIPPED} (250 MB), layers included`,
            hint: 'Leave out what the function does not need, or make it a container image, which may have 10 GB.',
        },
    ];
}
/** Packages all of whose modules are for another Python or system. */
function strangePackages({ opened, unopened, broken }, { roots }, target) {
    const top = (path) => {
        const root = roots.find((one) => one !== '' && path.startsWith(one)) ?? '';
        return `${root}${path.slice(root.length).split('/')[0]?.replace(/\..*/, '')}`;
    };
    const alive = [
        ...opened.filter(({ module, named }) => module || named.kind === 'module'),
        ...broken.map(({ file: path }) => ({ path })),
    ];
    // Of psycopg2 more is said than this.
    const known = new Set([...alive.map(({ path }) => top(path)), ...roots.map((root) => `${root}psycopg2`)]);
    // What is for Windows or macOS is an extra beside libraries for Linux; one for another Python is not.
    const forLinux = new Set(opened.map(({ path }) => top(path)));
    const isExtra = (path) => /\.pyd$|-darwin\.so$/.test(path) && forLinux.has(top(path));
    const strange = new Map();
    for (const one of unopened) {
        const name = top(one.path);
        if (one.foreign && !known.has(name) && !strange.has(name) && !isExtra(one.path))
            strange.set(name, one);
    }
    return Array.from(strange.values(), ({ path, why }) => ({
        ...{ rule: 'module-name', class: 'loads', file: path },
        message: `it is ${why}, and nothing beside it is for this Python`,
        hint: `Use a build for this Python: a module is for the one Python and machine that its name says. Get that with: ${installWith(target, path)}.`,
    }));
}
/** Files that are called as modules are, and are none. */
function libraryNotes({ opened }) {
    const paths = opened.flatMap(({ module, named, path }) => named.kind === 'module' && !module ? [path] : []);
    if (paths.length === 0)
        return [];
    const more = paths.length - MOST_NAMED;
    return [
        `not imported; no init function; judged as a library: ${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ];
}

;// CONCATENATED MODULE: ./build/audit/guess.js






/** Of files without a tag, whose bytes have to be looked at; what these tell, the others would. */
const MOST_READ = 20;
/**
 * What the shared objects of a package are for: by their names, and where those tell no machine, by their headers. Of what
 * is too large for Lambda nothing is unpacked.
 */
function madeFor(files) {
    const pythons = new Set();
    const architectures = new Set();
    const untold = [];
    for (const [path, file] of files) {
        if (!isSharedObject(path))
            continue;
        const { python = siteOf(path), architecture } = taggedFor(external_node_path_.posix.basename(path));
        if (python !== undefined)
            pythons.add(python);
        if (architecture !== undefined)
            architectures.add(architecture);
        else
            untold.push(file);
    }
    if (architectures.size === 0 && sizeFindings(files).length === 0) {
        for (const file of untold.slice(0, MOST_READ)) {
            const machine = machineOf(file);
            if (machine !== undefined)
                architectures.add(machine);
        }
    }
    return { pythons: [...pythons], architectures: [...architectures] };
}
function machineOf(file) {
    try {
        const header = Buffer.from(file.read().subarray(0, 20));
        if (header.length < 20 || header.toString('latin1', 0, 4) !== '\x7fELF')
            return undefined;
        const machine = header.readUInt16LE(18);
        return machine === EM.X86_64 ? 'x86_64' : machine === EM.AARCH64 ? 'arm64' : undefined;
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/audit/elf-dynamic.js


/** Tags of the dynamic section: gABI, "Dynamic Section", and glibc's `elf/elf.h`. */
const DT = {
    NULL: 0,
    NEEDED: 1,
    PLTRELSZ: 2,
    PLTGOT: 3,
    HASH: 4,
    STRTAB: 5,
    SYMTAB: 6,
    RELA: 7,
    RELASZ: 8,
    RELAENT: 9,
    STRSZ: 10,
    INIT: 12,
    SONAME: 14,
    RPATH: 15,
    SYMBOLIC: 16,
    PLTREL: 20,
    TEXTREL: 22,
    JMPREL: 23,
    BIND_NOW: 24,
    INIT_ARRAY: 25,
    INIT_ARRAYSZ: 27,
    RUNPATH: 29,
    FLAGS: 30,
    RELRSZ: 35,
    RELR: 36,
    RELRENT: 37,
    GNU_HASH: 0x6ffffef5,
    VERSYM: 0x6ffffff0,
    RELACOUNT: 0x6ffffff9,
    FLAGS_1: 0x6ffffffb,
    VERDEF: 0x6ffffffc,
    VERNEED: 0x6ffffffe,
    VERNEEDNUM: 0x6fffffff,
    AUXILIARY: 0x7ffffffd,
    FILTER: 0x7fffffff,
};
/** Bits of `DT_FLAGS`. */
const DF = { SYMBOLIC: 0x2, TEXTREL: 0x4, BIND_NOW: 0x8, STATIC_TLS: 0x10 };
/** Bits of `DT_FLAGS_1`. */
const DF_1 = { NOW: 0x1, NOOPEN: 0x40, PIE: 0x8000000 };
/** Size of an entry of the dynamic section, in bytes. */
const ENTRY_SIZE = 16;
/** What says where the dynamic section is: the last of its kind, as the loader has it. */
function dynamicSegment(segments) {
    return segments.findLast(({ type }) => type === PT.DYNAMIC);
}
/**
 * The entries of the dynamic section in the file's order, without the one that ends it; none when the file is not
 * dynamic.
 *
 * @throws BuildError when the section is not in the file or has no end
 */
function readDynamic(image, segments) {
    const segment = dynamicSegment(segments);
    if (segment === undefined)
        return [];
    const what = 'the dynamic section';
    const entries = [];
    for (let at = segment.vaddr;; at += ENTRY_SIZE) {
        const entry = { tag: image.u64(at, what), value: image.u64(at + 8, what) };
        if (entry.tag === DT.NULL)
            return entries;
        entries.push(entry);
    }
}
/** The value of the last entry with this tag, the one that the loader uses, or undefined. */
function dynamicValue(dynamic, tag) {
    return dynamic.findLast((entry) => entry.tag === tag)?.value;
}
/** The same of a tag that the loader takes for granted. @throws BuildError where there is none, and it would crash */
function requiredValue({ dynamic }, tag, name) {
    const value = dynamicValue(dynamic, tag);
    if (value === undefined)
        throw malformed(`the dynamic section has no DT_${name}`);
    return value;
}
/** Whether there is an entry with this tag. */
function hasTag(dynamic, tag) {
    return dynamicValue(dynamic, tag) !== undefined;
}
/** Whether the entry with this tag has one of these bits (below 2^32) set. */
function hasFlag(dynamic, tag, bits) {
    // `%` first: `&` alone would look at the low 32 bits of a rounded number, this one does so on purpose.
    return (((dynamicValue(dynamic, tag) ?? 0) % 2 ** 32) & bits) !== 0;
}

;// CONCATENATED MODULE: ./build/audit/elf-image.js


/** Pages of both machines' Lambda kernels, in bytes. */
const PAGE = 4096;
/** The start of the page that an address or an offset is in. */
function pageStart(address) {
    return Math.floor(address / PAGE) * PAGE;
}
/** The end of the page that the byte before an address or an offset is in. */
function pageEnd(address) {
    return pageStart(address + PAGE - 1);
}
/**
 * The memory of a file that the loader has mapped, with the file's own addresses: whole pages, as `_dl_map_segments` of
 * glibc's `elf/dl-map-segments.h` maps them. What is read is what the loader would read; where it would crash, a read
 * throws a BuildError.
 */
class Image {
    file;
    #pieces = [];
    #last;
    /** How many reads are left: a list without an end would keep a loader busy for ever, too. */
    #left;
    constructor(file, segments) {
        this.file = file;
        this.#left = 16 * file.size + 2 ** 20;
        const loads = segments.filter(({ type }) => type === PT.LOAD);
        const [first, last] = [loads[0], loads.at(-1)];
        if (first === undefined || last === undefined)
            return;
        // One mapping of the first segment's file for everything, a hole behind that segment, then the others in order.
        const end = pageEnd(last.vaddr + last.memorySize);
        this.#map({
            start: pageStart(first.vaddr),
            end,
            offset: pageStart(first.offset),
            flags: first.flags & PF.ALL,
        });
        if (loads.some((load, index) => index > 0 && endOf(loads[index - 1]) !== pageStart(load.vaddr))) {
            this.#map({ start: endOf(first), end: pageStart(last.vaddr), offset: undefined, flags: 0 });
        }
        for (const load of loads) {
            const flags = load.flags & PF.ALL;
            const start = pageStart(load.vaddr);
            this.#map({ start, end: endOf(load), offset: pageStart(load.offset), flags });
            const zeros = load.vaddr + Math.max(load.fileSize, load.memorySize);
            const filled = Math.min(pageEnd(load.vaddr + load.fileSize), zeros);
            this.#map({ start: load.vaddr + load.fileSize, end: filled, offset: undefined, flags });
            this.#map({ start: pageEnd(filled), end: pageEnd(zeros), offset: undefined, flags });
        }
    }
    /** The permissions at an address as `p_flags` has them; undefined where nothing is mapped. */
    flags(address) {
        return this.#find(address)?.flags;
    }
    /** Whether every page from one address to another is mapped, readable or not. */
    isMapped(start, end) {
        for (let at = start; at < end;) {
            const piece = this.#pieces.find((one) => one.start <= at && at < one.end);
            if (piece === undefined)
                return false;
            at = piece.end;
        }
        return true;
    }
    /** The byte at an address. Throws BuildError where the loader would crash, as the methods below do. */
    u8(address, what) {
        const piece = this.#pieceAt(address, what);
        const at = inFile(piece, address);
        if (at === undefined)
            return 0;
        if (at < this.file.size)
            return this.file.u8(at);
        // A page of a file has zeros behind the file's end. A page behind that cannot be read: SIGBUS.
        if (pageStart(at) < this.file.size)
            return 0;
        throw malformed(`${what} is at ${hex(address)}, behind the file's end (segment at ${hex(piece.start)})`);
    }
    u16(address, what) {
        const at = this.#direct(address, 2, what);
        return at === undefined ? this.u8(address, what) + this.u8(address + 1, what) * 2 ** 8 : this.file.u16(at);
    }
    u32(address, what) {
        const at = this.#direct(address, 4, what);
        return at === undefined
            ? this.u16(address, what) + this.u16(address + 2, what) * 2 ** 16
            : this.file.u32(at);
    }
    /** As `ByteReader.u64`. */
    u64(address, what) {
        return join64(this.u32(address, what), this.u32(address + 4, what));
    }
    /** The bytes from an address to the next NUL, as Latin-1. */
    string(address, what) {
        const piece = this.#pieceAt(address, what);
        const at = inFile(piece, address);
        const room = at === undefined ? 0 : Math.min(piece.end - address, this.file.size - at);
        if (at === undefined || (room <= 0 && this.u8(address, what) === 0))
            return '';
        const part = this.file.bytes.subarray(at, at + room);
        const end = part.indexOf(0);
        this.#left -= end < 0 ? room : end;
        const text = Buffer.from(part.buffer, part.byteOffset, end < 0 ? room : end).toString('latin1');
        return end < 0 ? text + this.string(address + room, what) : text;
    }
    /** Reads a table, its offsets counted from its start: all at once where it is in one piece, as tables are. */
    table(address, size, what) {
        const at = size > 0 ? this.#direct(address, size, what) : undefined;
        if (at !== undefined)
            return this.file.part(at, size, what);
        return {
            u32: (offset) => this.u32(address + offset, what),
            u64: (offset) => this.u64(address + offset, what),
        };
    }
    #map(piece) {
        if (piece.end <= piece.start)
            return;
        this.#pieces = [...this.#pieces.flatMap((old) => around(old, piece)), piece];
    }
    #pieceAt(address, what) {
        this.#left -= 1;
        if (this.#left < 0)
            throw malformed(`${what} has no end`);
        const piece = this.#find(address);
        if (piece === undefined || piece.flags === 0) {
            throw malformed(`${what} should be at address ${hex(address)}, where the file has nothing`);
        }
        return piece;
    }
    /** As a rule it is the piece of the address before. */
    #find(address) {
        const last = this.#last;
        if (last !== undefined && last.start <= address && address < last.end)
            return last;
        const piece = this.#pieces.find(({ start, end }) => start <= address && address < end);
        if (piece !== undefined)
            this.#last = piece;
        return piece;
    }
    /** Where in the file the bytes are that are all in one piece and in the file. */
    #direct(address, size, what) {
        const piece = this.#pieceAt(address, what);
        const at = inFile(piece, address);
        return at === undefined || address + size > piece.end || at + size > this.file.size ? undefined : at;
    }
}
/** Where in the file an address of a piece is; undefined for zeros. */
function inFile({ start, offset }, address) {
    return offset === undefined ? undefined : offset + (address - start);
}
function endOf(load) {
    return load === undefined ? 0 : pageEnd(load.vaddr + load.fileSize);
}
/** What is left of a piece when another is mapped over it. */
function around(old, by) {
    if (by.end <= old.start || old.end <= by.start)
        return [old];
    const tail = old.offset === undefined ? undefined : old.offset + (by.end - old.start);
    return [
        { ...old, end: Math.min(old.end, by.start) },
        { ...old, start: by.end, offset: tail },
    ].filter(({ start, end }) => start < end);
}
function hex(address) {
    return `0x${address.toString(16)}`;
}
/** Whether an address can be called once the file is loaded, and what is to be read-only is. */
function isExecutable({ image, segments }, address) {
    const relro = segments.findLast(({ type }) => type === PT.GNU_RELRO);
    const isReadOnly = relro !== undefined &&
        pageStart(relro.vaddr) <= address &&
        address < pageStart(relro.vaddr + relro.memorySize);
    return ((image.flags(address) ?? 0) & PF.X) !== 0 && !isReadOnly;
}

;// CONCATENATED MODULE: ./build/audit/elf-symbols.js



/** Values of a symbol's binding: gABI, "Symbol Table", and for 10 glibc's `elf/elf.h`. */
const STB = { LOCAL: 0, GLOBAL: 1, WEAK: 2, UNIQUE: 10 };
/** Values of a symbol's type, likewise. */
const STT = { NOTYPE: 0, OBJECT: 1, FUNC: 2, COMMON: 5, TLS: 6, IFUNC: 10 };
/** Values of a symbol's visibility that take it from other files' sight. */
const STV = { INTERNAL: 1, HIDDEN: 2 };
/** Sections that a symbol is in: none, and that of numbers which are no addresses. */
const SHN = { UNDEF: 0, ABS: 0xfff1 };
/** Size of an entry of the symbol table, in bytes. */
const SYMBOL_SIZE = 24;
/** Size of an entry of a relocation table, in bytes. */
const RELA_SIZE = 24;
/** Whether a symbol is out of other files' sight. */
function isHidden({ visibility }) {
    return visibility === STV.HIDDEN || visibility === STV.INTERNAL;
}
/** Whether other files see the symbol. glibc skips hidden ones even in the dynamic table: `do_lookup_x`. */
function isExported(symbol) {
    return symbol.defined && symbol.binding !== STB.LOCAL && !isHidden(symbol);
}
const WHAT = 'the dynamic symbol table';
/**
 * Reads one dynamic symbol.
 *
 * @throws BuildError when it, its name or its version is not in the file
 */
function readSymbol({ image, dynamic }, index) {
    const [table, names] = [DT.SYMTAB, DT.STRTAB].map((tag) => dynamicValue(dynamic, tag));
    if (table === undefined || names === undefined)
        throw malformed(`${WHAT} or that of names is missing`);
    const at = table + index * SYMBOL_SIZE;
    const [info, section] = [image.u8(at + 4, WHAT), image.u16(at + 6, WHAT)];
    const versions = dynamicValue(dynamic, DT.VERSYM);
    return {
        // Of a local symbol, the loader does not read the name.
        get name() {
            return image.string(names + image.u32(at, WHAT), 'the name of a symbol');
        },
        binding: info >> 4,
        type: info & 0xf,
        visibility: image.u8(at + 5, WHAT) & 3,
        section,
        value: image.u64(at + 8, WHAT),
        defined: section !== SHN.UNDEF,
        versionIndex: versions === undefined ? 0 : image.u16(versions + index * 2, 'the table of symbol versions'),
    };
}
/**
 * Reads the dynamic symbols, the empty first one left out.
 *
 * @param versions what the symbols' indexes of versions mean; the last of one index counts
 * @throws BuildError when a table is not in the file
 */
function readSymbols(elf, sections, versions) {
    if (dynamicValue(elf.dynamic, DT.SYMTAB) === undefined)
        return { symbols: [], faults: [] };
    const { count, faults } = countSymbols(elf, sections);
    if (count * SYMBOL_SIZE > elf.image.file.size)
        throw malformed(`${WHAT} of ${count} is larger than the file`);
    const versionOf = new Map(versions.map((version) => [version.index, version]));
    // 1 is the file's own unversioned name space, although a definition may call it by the soname.
    for (const unversioned of [0, 1])
        versionOf.delete(unversioned);
    const symbols = Array.from({ length: Math.max(count - 1, 0) }, (_, before) => {
        const symbol = readSymbol(elf, before + 1);
        const version = versionOf.get(symbol.versionIndex & 0x7fff);
        return { ...symbol, version: version?.version ?? null, library: version?.library ?? null };
    });
    return { symbols, faults };
}
/**
 * No field says how many dynamic symbols there are. `DT_HASH` does, in effect; `DT_GNU_HASH` only knows the
 * last *defined* one (they come last), and nothing at all when there is none. Relocations name the undefined
 * ones. The section header, where there is one, is the fourth witness. The highest number is right, since
 * every witness can only know too few; two that should be exact and differ are reported.
 */
function countSymbols(elf, sections) {
    const section = sections.find(({ type }) => type === SHT.DYNSYM);
    const hash = dynamicValue(elf.dynamic, DT.HASH);
    const gnuHash = countByGnuHash(elf);
    const witnesses = [
        // The second word, nchain, is the number of symbols: gABI, "Hash Table".
        ['DT_HASH', hash === undefined ? undefined : elf.image.u32(hash + 4, 'the hash table')],
        ['DT_GNU_HASH', gnuHash.exact],
        ['the section header', section && Math.floor(section.size / SYMBOL_SIZE)],
    ];
    const exact = witnesses.filter((witness) => witness[1] !== undefined);
    const counts = exact.map(([, count]) => count);
    const said = exact.map(([who, count]) => `${count} by ${who}`).join(', ');
    return {
        count: Math.max(...counts, gnuHash.atLeast, countByRelocations(elf)),
        faults: new Set(counts).size > 1 ? [`the number of dynamic symbols is ${said}`] : [],
    };
}
/** The layout is in binutils' and glibc's sources only; "GNU Hash ELF Sections" of Oracle's A. Nohr describes it. */
function countByGnuHash({ image, dynamic }) {
    const table = dynamicValue(dynamic, DT.GNU_HASH);
    if (table === undefined)
        return { atLeast: 0 };
    const word = (at) => image.u32(table + at, 'the GNU hash table');
    const [bucketCount, firstHashed] = [word(0), word(4)];
    const bucketsAt = 16 + word(8) * 8;
    let last = 0;
    for (let index = 0; index < bucketCount; index++)
        last = Math.max(last, word(bucketsAt + index * 4));
    if (last === 0)
        return { atLeast: firstHashed };
    if (last < firstHashed) {
        throw malformed(`its GNU hash table starts at symbol ${firstHashed} and points to symbol ${last}`);
    }
    const chainsAt = bucketsAt + bucketCount * 4;
    // The lowest bit of a hash ends its chain; the read beyond the table's end ends a chain that has no end.
    while ((word(chainsAt + (last - firstHashed) * 4) & 1) === 0)
        last += 1;
    return { exact: last + 1, atLeast: 0 };
}
function countByRelocations({ image, dynamic }) {
    let last = 0;
    for (const [tag, sizeTag] of [
        [DT.RELA, DT.RELASZ],
        [DT.JMPREL, DT.PLTRELSZ],
    ]) {
        const table = dynamicValue(dynamic, tag);
        const size = dynamicValue(dynamic, sizeTag) ?? 0;
        if (table === undefined)
            continue;
        const entries = image.table(table, Math.ceil(size / RELA_SIZE) * RELA_SIZE, 'the relocations');
        for (let at = 0; at < size; at += RELA_SIZE)
            last = Math.max(last, entries.u32(at + 12));
    }
    return last + 1;
}

;// CONCATENATED MODULE: ./build/audit/elf-versions.js

/** Version indexes have 15 bits, so a file with more versions than that is nonsense, or a chain bomb. */
const MOST_VERSIONS = 0x7fff;
/** `VER_FLG_BASE`: the version is the file's own name, and `VER_FLG_WEAK`. */
const FLAG = { BASE: 1, WEAK: 2 };
/**
 * The versions a file needs (`DT_VERNEED`): every version of every library in the file's order, and the number of
 * libraries. Like glibc's loader this follows the links to their end and does not look at the counts, which could hide
 * entries: `_dl_check_map_versions` of its `elf/dl-version.c`.
 *
 * @param start the address in `DT_VERNEED`
 * @param name gives a name of the dynamic string table
 * @throws BuildError when a link leaves the file, or the list is of another layout
 */
function readVersionNeeds(image, start, name) {
    const needs = [];
    const what = 'the table of needed versions';
    const budget = { left: MOST_VERSIONS };
    let libraries = 0;
    if (start === undefined)
        return { needs, libraries };
    const layout = image.u16(start, what);
    if (layout !== 1)
        throw malformed(`${what} is of version ${layout}, and the loader knows version 1`);
    for (const at of chain(image, start, 12, what, budget)) {
        libraries += 1;
        const library = name(image.u32(at + 4, what));
        for (const entry of chain(image, at + image.u32(at + 8, what), 12, what, budget)) {
            const other = image.u16(entry + 6, what);
            needs.push({
                library,
                version: name(image.u32(entry + 8, what)),
                hash: image.u32(entry, what),
                index: other & 0x7fff,
                exact: other > 0x7fff,
                weak: (image.u16(entry + 4, what) & FLAG.WEAK) !== 0,
            });
        }
    }
    return { needs, libraries };
}
/**
 * The versions a file defines (`DT_VERDEF`), but for its own name; a module has none, but a library may be audited too.
 *
 * @param start the address in `DT_VERDEF`
 * @param name gives a name of the dynamic string table
 * @throws BuildError when a link leaves the file
 */
function readVersionDefinitions(image, start, name) {
    if (start === undefined)
        return [];
    const what = 'the table of defined versions';
    const entries = Array.from(chain(image, start, 16, what, { left: MOST_VERSIONS }), (at) => ({
        version: name(image.u32(at + image.u32(at + 12, what), what)),
        hash: image.u32(at + 8, what),
        library: null,
        index: image.u16(at + 4, what) & 0x7fff,
        exact: false,
        flags: image.u16(at + 2, what),
    }));
    return entries.filter(({ flags }) => (flags & FLAG.BASE) === 0).map(({ flags, ...version }) => version);
}
/** The addresses of a list whose entries hold, `linkAt` bytes in, the distance to the next one, or 0. */
function* chain(image, start, linkAt, what, budget) {
    for (let at = start;;) {
        budget.left -= 1;
        if (budget.left < 0)
            throw malformed(`${what} has more than ${MOST_VERSIONS} entries`);
        const next = image.u32(at + linkAt, what);
        yield at;
        if (next === 0)
            return;
        at += next;
    }
}

;// CONCATENATED MODULE: ./build/audit/elf.js






/**
 * Reads a 64-bit little-endian ELF file as its loader would: everything dynamic comes from the program
 * headers, so that a file without section headers is read as completely as one with them.
 *
 * @param bytes the whole file
 * @throws BuildError when it is not such a file, is truncated or points outside itself
 */
function elf_readElf(bytes) {
    const file = new ByteReader(bytes, 'the file');
    const header = readHeader(file);
    if (!header.segments.some(({ type }) => type === PT.LOAD))
        throw malformed('it has no segment to be loaded');
    const image = new Image(file, header.segments);
    const dynamic = readDynamic(image, header.segments);
    const faults = [];
    /** What the loader does not read may be anything. */
    const unless = (read, otherwise) => {
        try {
            return read();
        }
        catch (error) {
            if (!(error instanceof MalformedError))
                throw error;
            faults.push(error.detail);
            return otherwise;
        }
    };
    const names = dynamicValue(dynamic, DT.STRTAB) ?? 0;
    const name = (offset) => image.string(names + offset, 'the dynamic string table');
    const texts = (tag) => dynamic.filter((entry) => entry.tag === tag).map(({ value }) => name(value));
    const last = (tag) => unless(() => texts(tag).at(-1) ?? null, null);
    const { needs, libraries } = readVersionNeeds(image, dynamicValue(dynamic, DT.VERNEED), name);
    const definitions = readVersionDefinitions(image, dynamicValue(dynamic, DT.VERDEF), (offset) => unless(() => name(offset), ''));
    const sections = unless(() => readSections(file), []);
    const read = unless(() => readSymbols({ image, dynamic }, sections, [...definitions, ...needs]), undefined);
    const announced = dynamicValue(dynamic, DT.VERNEEDNUM) ?? 0;
    if (announced !== libraries) {
        faults.push(`it says that it needs versions of ${announced} libraries, and lists ${libraries}`);
    }
    return {
        ...header,
        bytes,
        image,
        dynamic,
        sections,
        needed: texts(DT.NEEDED),
        filters: [...texts(DT.FILTER), ...texts(DT.AUXILIARY)],
        soname: last(DT.SONAME),
        rpath: last(DT.RPATH),
        runpath: last(DT.RUNPATH),
        versionNeeds: needs,
        versionDefinitions: definitions,
        symbols: read?.symbols ?? [],
        faults: [...(read?.faults ?? []), ...faults],
    };
}

;// CONCATENATED MODULE: ./build/audit/elf-hash.js



const elf_hash_WHAT = 'the hash table';
/**
 * The numbers of the symbols that the file's hash table has under a name, in the order in which the loader tries them;
 * others of the same hash are among them. Of two tables, the GNU one counts: `do_lookup_x` of glibc's `elf/dl-lookup.c`.
 *
 * @throws BuildError where the loader would crash, or never come back
 */
function* symbolsUnder(elf, name, glibc) {
    const { image, dynamic } = elf;
    const gnu = dynamicValue(dynamic, DT.GNU_HASH);
    if (gnu !== undefined) {
        yield* symbolsInGnuTable((at) => image.u32(gnu + at, elf_hash_WHAT), gnuHash(name), glibc);
        return;
    }
    const table = dynamicValue(dynamic, DT.HASH);
    if (table === undefined)
        return;
    const word = (index) => image.u32(table + index * 4, elf_hash_WHAT);
    const buckets = word(0);
    if (buckets === 0)
        return;
    for (let index = word(2 + (elfHash(name) % buckets)); index !== 0; index = word(2 + buckets + index))
        yield index;
}
/** @param word gives a word at a distance, in bytes, from the table's start */
function* symbolsInGnuTable(word, hash, glibc) {
    const [buckets, first, words, shift] = [word(0), word(4), word(8), word(12)];
    if ((words & (words - 1)) !== 0)
        throw malformed(`${elf_hash_WHAT} has a filter of ${words} words, no power of two`);
    if (buckets === 0)
        return;
    // The filter's words have 64 bits. Up to 2.35 the hash has as many, and is shifted by up to 63 bits.
    const isSet = (bit) => {
        const at = 16 + ((Math.floor(hash / 64) & (words - 1)) >>> 0) * 8;
        return ((word(at + (bit & 32) / 8) >>> (bit & 31)) & 1) === 1;
    };
    const shifted = (shift & 63) > 31 && !isSince(glibc, '2.36') ? 0 : hash >>> (shift & 31);
    if (!isSet(hash & 63) || !isSet(shifted & 63))
        return;
    const bucketsAt = 16 + words * 8;
    const start = word(bucketsAt + (hash % buckets) * 4);
    if (start === 0)
        return;
    for (let index = start;; index++) {
        const found = word(bucketsAt + (buckets + index - first) * 4);
        if (found >>> 1 === hash >>> 1)
            yield index;
        if ((found & 1) === 1)
            return;
    }
}
/** The hash of `DT_GNU_HASH`, of the name's bytes as Latin-1. */
function gnuHash(name) {
    let hash = 5381;
    for (let at = 0; at < name.length; at++)
        hash = (Math.imul(hash, 33) + name.charCodeAt(at)) >>> 0;
    return hash;
}
/** The hash of `DT_HASH` and of versions: gABI, "Hash Table". */
function elfHash(name) {
    let hash = 0;
    for (let at = 0; at < name.length; at++) {
        hash = (hash * 16 + name.charCodeAt(at)) % 2 ** 32;
        const high = hash & 0xf0000000;
        hash = ((hash ^ (high >>> 24)) & ~high) >>> 0;
    }
    return hash;
}

;// CONCATENATED MODULE: ./build/audit/elf-lookup.js




/** The types of symbols that a loader gives to those who ask: `ALLOWED_STT` of glibc's `elf/dl-lookup.c`. */
const TYPES = Object.values(STT);
const BINDINGS = [STB.GLOBAL, STB.WEAK, STB.UNIQUE];
/**
 * The versions that the file's symbols have, by the number in the version table; empty when the loader makes no such
 * list, and so does not look at that table.
 */
function versionsByIndex({ versionNeeds, versionDefinitions }) {
    return new Map([...versionNeeds, ...versionDefinitions].map((version) => [version.index, version]));
}
/**
 * Looks a symbol up in the file itself, by its hash table and as glibc does: `do_lookup_x` and `check_match` of its
 * `elf/dl-lookup.c`.
 *
 * @param glibc the loader's, as `x.y`
 * @throws BuildError where the loader would crash, or never come back
 */
function lookUp(elf, wanted, glibc) {
    const symbol = firstMatch(elf, wanted, glibc);
    if (symbol === undefined || !BINDINGS.includes(symbol.binding))
        return undefined;
    // Up to 2.23 a hidden symbol in the table is found.
    return isHidden(symbol) && isSince(glibc, '2.24') ? undefined : symbol;
}
function firstMatch(elf, wanted, glibc) {
    const versions = versionsByIndex(elf);
    const hasVersions = [...versions.keys()].some((index) => index > 0) && hasTag(elf.dynamic, DT.VERSYM);
    const others = [];
    for (const index of symbolsUnder(elf, wanted.name, glibc)) {
        const symbol = readSymbol(elf, index);
        if (!isCandidate(symbol, wanted, glibc))
            continue;
        const { versionIndex } = symbol;
        if (!hasVersions)
            return symbol;
        if (wanted.version !== undefined) {
            if (hasVersion(versions.get(versionIndex & 0x7fff), versionIndex, wanted.version))
                return symbol;
        }
        else if ((versionIndex & 0x7fff) < (wanted.newest ? 2 : 3)) {
            return symbol;
        }
        else if (versionIndex < 0x8000) {
            others.push(symbol);
        }
    }
    return others.length === 1 ? others[0] : undefined;
}
function isCandidate(symbol, { name, defined = false }, glibc) {
    const { type, section, value } = symbol;
    // Since 2.28 a number that is no address may be 0.
    const isNothing = value === 0 && type !== STT.TLS && !(section === SHN.ABS && isSince(glibc, '2.28'));
    return !isNothing && (symbol.defined || !defined) && TYPES.includes(type) && symbol.name === name;
}
function hasVersion(has, index, wanted) {
    const hash = has?.hash ?? 0;
    return ((hash === wanted.hash && has?.version === wanted.version) ||
        !(wanted.exact || hash !== 0 || index > 0x7fff));
}

;// CONCATENATED MODULE: ./build/audit/elf-relocations.js





const NOTHING = { size: 0, kind: 'nothing' };
const RELATIVE = { size: 8, kind: 'relative' };
const CALL = { size: 8, kind: 'call' };
const WORD = { size: 8, kind: 'symbol' };
const HALF = { size: 4, kind: 'symbol' };
const JUMP = { size: 8, kind: 'symbol', defined: true };
const TLS = { size: 8, kind: 'tls', defined: true };
const STATIC_TLS = { size: 8, kind: 'static-tls', defined: true };
const TLS_CALL = { size: 16, kind: 'tls', defined: true };
/** What glibc's loaders know: `elf_machine_rela` of `sysdeps/x86_64/dl-machine.h` and `sysdeps/aarch64/dl-machine.h`. */
const elf_relocations_TYPES = {
    [EM.X86_64]: {
        ...{ 0: NOTHING, 8: RELATIVE, 38: RELATIVE, 37: CALL },
        ...{ 1: WORD, 6: WORD, 7: JUMP, 2: HALF, 10: HALF, 5: { size: 0, kind: 'symbol' } },
        ...{ 16: TLS, 17: TLS, 18: STATIC_TLS, 36: TLS_CALL },
        32: { size: 4, kind: 'size', since: '2.18' },
        33: { size: 8, kind: 'size', since: '2.18' },
    },
    [EM.AARCH64]: {
        ...{ 0: NOTHING, 1027: RELATIVE, 1032: CALL },
        ...{ 257: WORD, 258: WORD, 1025: WORD, 1026: JUMP, 1024: { size: 0, kind: 'symbol' } },
        ...{ 1028: TLS, 1029: TLS, 1030: STATIC_TLS, 1031: TLS_CALL },
    },
};
const elf_relocations_WHAT = 'the relocations';
/**
 * The relocations in the order in which the loader goes through them: `_ELF_DYNAMIC_DO_RELOC` of glibc's
 * `elf/dynamic-link.h`. None of a file for a machine that Lambda does not have.
 *
 * No generator, because V8 compiles none that runs only once, and there are tens of thousands.
 *
 * @param glibc the loader's, as `x.y`
 * @param visit is called with each
 * @throws BuildError where the loader would crash, stop, or not know the type
 */
function eachRelocation(elf, glibc, visit) {
    const types = typesOf(elf, glibc);
    if (types === undefined)
        return;
    const { image, dynamic } = elf;
    const versions = dynamicValue(dynamic, DT.VERSYM);
    for (const { start, size, relative } of ranges(elf, glibc)) {
        const end = Math.max(size, relative * RELA_SIZE);
        const table = image.table(start, Math.ceil(end / RELA_SIZE) * RELA_SIZE, elf_relocations_WHAT);
        for (let at = 0; at < end; at += RELA_SIZE) {
            const number = table.u32(at + 8);
            const type = types[number];
            if (type === undefined) {
                throw malformed(`${elf_relocations_WHAT} have one of type ${number}, which glibc ${glibc} does not know`);
            }
            const symbol = table.u32(at + 12);
            if (at < relative * RELA_SIZE) {
                if (type.kind !== 'relative')
                    throw malformed(`${elf_relocations_WHAT} say of one of type ${number} that it is relative`);
            }
            else if (versions !== undefined) {
                image.u16(versions + symbol * 2, 'the table of symbol versions');
            }
            visit({ address: table.u64(at), number, type, symbol, addend: table.u64(at + 16) });
        }
    }
}
/** By number, what a loader of this glibc knows; undefined for a machine that Lambda does not have. */
function typesOf({ machine }, glibc) {
    const types = elf_relocations_TYPES[machine];
    return (types &&
        Object.fromEntries(Object.entries(types).filter(([, { since }]) => !since || isSince(glibc, since))));
}
/** Whether the relocations are of a machine that Lambda has. */
function knowsMachine({ machine }) {
    return elf_relocations_TYPES[machine] !== undefined;
}
/** The same, up to where the loader would stop: that is told by the rule about relocations. @throws what `visit` throws */
function eachSoundRelocation(elf, glibc, visit) {
    let visiting = false;
    try {
        eachRelocation(elf, glibc, (one) => {
            visiting = true;
            visit(one);
            visiting = false;
        });
    }
    catch (error) {
        if (visiting || !(error instanceof MalformedError))
            throw error;
    }
}
/** Where the tables are, in bytes, and how many at the start are relative whatever they say. */
function ranges(elf, glibc) {
    const { dynamic } = elf;
    const own = { start: 0, size: 0, relative: 0 };
    const table = dynamicValue(dynamic, DT.RELA);
    if (table !== undefined && !(table === 0 && isSince(glibc, '2.36'))) {
        own.start = table;
        own.size = requiredValue(elf, DT.RELASZ, 'RELASZ');
        const relative = dynamicValue(dynamic, DT.RELACOUNT) ?? 0;
        if (relative < 0)
            throw malformed(`${elf_relocations_WHAT} are said to begin with ${relative} relative ones`);
        // Up to 2.20 the count ends where the table does.
        own.relative = isSince(glibc, '2.21')
            ? relative
            : Math.min(relative, Math.floor((own.size < 0 ? 2 ** 64 : own.size) / RELA_SIZE));
    }
    if (dynamicValue(dynamic, DT.PLTREL) === undefined)
        return [own];
    const jumps = {
        start: requiredValue(elf, DT.JMPREL, 'JMPREL'),
        size: requiredValue(elf, DT.PLTRELSZ, 'PLTRELSZ'),
        relative: 0,
    };
    if (own.start === 0 && isSince(glibc, '2.36'))
        own.start = jumps.start;
    if (own.start + own.size === jumps.start + jumps.size)
        own.size -= jumps.size;
    // Up to 2.22 the second table is taken to be behind the first, wherever it is.
    const follows = isSince(glibc, '2.23') ? own.start + own.size === jumps.start : own.size !== 0;
    return follows ? [{ ...own, size: own.size + jumps.size }] : [own, jumps];
}
/** The addresses that packed relative relocations change: `ELF_DYNAMIC_DO_RELR` of the same file. */
function* packedRelocations(elf) {
    const { image, dynamic } = elf;
    const table = dynamicValue(dynamic, DT.RELR);
    if (table === undefined)
        return;
    const size = requiredValue(elf, DT.RELRSZ, 'RELRSZ');
    const bits = (word) => Array.from({ length: 31 }, (_, bit) => bit + 1).filter((bit) => (word >>> bit) & 1);
    let where = 0;
    for (let at = 0; at < size; at += 8) {
        const [low, high] = [image.u32(table + at, elf_relocations_WHAT), image.u32(table + at + 4, elf_relocations_WHAT)];
        if ((low & 1) === 0) {
            where = high * 2 ** 32 + low;
            yield where;
            where += 8;
        }
        else {
            for (const bit of bits(low))
                yield where + (bit - 1) * 8;
            for (let bit = 0; bit < 32; bit++)
                if ((high >>> bit) & 1)
                    yield where + (31 + bit) * 8;
            where += 63 * 8;
        }
    }
}

;// CONCATENATED MODULE: ./build/audit/glibc-symbols.json
const glibc_symbols_namespaceObject = /*#__PURE__*/JSON.parse('{"XP":{"2.17":"_Exit _IO_2_1_stderr_ _IO_2_1_stdin_ _IO_2_1_stdout_ _IO_adjust_column _IO_adjust_wcolumn _IO_default_doallocate _IO_default_finish _IO_default_pbackfail _IO_default_uflow _IO_default_xsgetn _IO_default_xsputn _IO_do_write _IO_doallocbuf _IO_fclose _IO_fdopen _IO_feof _IO_ferror _IO_fflush _IO_fgetpos _IO_fgetpos64 _IO_fgets _IO_file_attach _IO_file_close _IO_file_close_it _IO_file_doallocate _IO_file_finish _IO_file_fopen _IO_file_init _IO_file_jumps _IO_file_open _IO_file_overflow _IO_file_read _IO_file_seek _IO_file_seekoff _IO_file_setbuf _IO_file_stat _IO_file_sync _IO_file_underflow _IO_file_write _IO_file_xsputn _IO_flockfile _IO_flush_all _IO_flush_all_linebuffered _IO_fopen _IO_fprintf _IO_fputs _IO_fread _IO_free_backup_area _IO_free_wbackup_area _IO_fsetpos _IO_fsetpos64 _IO_ftell _IO_ftrylockfile _IO_funlockfile _IO_fwrite _IO_getc _IO_getline _IO_getline_info _IO_gets _IO_init _IO_init_marker _IO_init_wmarker _IO_iter_begin _IO_iter_end _IO_iter_file _IO_iter_next _IO_least_wmarker _IO_link_in _IO_list_all _IO_list_lock _IO_list_resetlock _IO_list_unlock _IO_marker_delta _IO_marker_difference _IO_padn _IO_peekc_locked _IO_popen _IO_printf _IO_proc_close _IO_proc_open _IO_putc _IO_puts _IO_remove_marker _IO_seekmark _IO_seekoff _IO_seekpos _IO_seekwmark _IO_setb _IO_setbuffer _IO_setvbuf _IO_sgetn _IO_sprintf _IO_sputbackc _IO_sputbackwc _IO_sscanf _IO_str_init_readonly _IO_str_init_static _IO_str_overflow _IO_str_pbackfail _IO_str_seekoff _IO_str_underflow _IO_sungetc _IO_sungetwc _IO_switch_to_get_mode _IO_switch_to_main_wget_area _IO_switch_to_wbackup_area _IO_switch_to_wget_mode _IO_un_link _IO_ungetc _IO_unsave_markers _IO_unsave_wmarkers _IO_vfprintf _IO_vfscanf _IO_vsprintf _IO_wdefault_doallocate _IO_wdefault_finish _IO_wdefault_pbackfail _IO_wdefault_uflow _IO_wdefault_xsgetn _IO_wdefault_xsputn _IO_wdo_write _IO_wdoallocbuf _IO_wfile_jumps _IO_wfile_overflow _IO_wfile_seekoff _IO_wfile_sync _IO_wfile_underflow _IO_wfile_xsputn _IO_wmarker_delta _IO_wsetb _LIB_VERSION ___brk_addr __acos_finite __acosf_finite __acosh_finite __acoshf_finite __acoshl_finite __acosl_finite __adjtimex __after_morecore_hook __arch_prctl __argz_count __argz_next __argz_stringify __asin_finite __asinf_finite __asinl_finite __asprintf __asprintf_chk __assert __assert_fail __assert_perror_fail __atan2_finite __atan2f_finite __atan2l_finite __atanh_finite __atanhf_finite __atanhl_finite __backtrace __backtrace_symbols __backtrace_symbols_fd __bsd_getpgrp __bzero __check_rhosts_file __chk_fail __clog10 __clog10f __clog10l __clone __close __cmsg_nxthdr __confstr_chk __connect __cosh_finite __coshf_finite __coshl_finite __ctype32_b __ctype32_tolower __ctype32_toupper __ctype_b __ctype_b_loc __ctype_get_mb_cur_max __ctype_tolower __ctype_tolower_loc __ctype_toupper __ctype_toupper_loc __curbrk __cxa_at_quick_exit __cxa_atexit __cxa_finalize __cyg_profile_func_enter __cyg_profile_func_exit __daylight __dcgettext __default_morecore __dgettext __dprintf_chk __dup2 __duplocale __endmntent __environ __errno_location __exp10_finite __exp10f_finite __exp10l_finite __exp2_finite __exp2f_finite __exp2l_finite __exp_finite __expf_finite __expl_finite __fbufsize __fcntl __fdelt_chk __fdelt_warn __fentry__ __ffs __fgets_chk __fgets_unlocked_chk __fgetws_chk __fgetws_unlocked_chk __finite __finitef __finitel __flbf __fmod_finite __fmodf_finite __fmodl_finite __fork __fpclassify __fpclassifyf __fpclassifyl __fpending __fprintf_chk __fpu_control __fpurge __fread_chk __fread_unlocked_chk __freadable __freading __free_hook __freelocale __fsetlocking __fwprintf_chk __fwritable __fwriting __fxstat __fxstat64 __fxstatat __fxstatat64 __gamma_r_finite __gammaf_r_finite __gammal_r_finite __getauxval __getcwd_chk __getdelim __getdomainname_chk __getgroups_chk __gethostname_chk __getlogin_r_chk __getmntent_r __getpagesize __getpgid __getpid __gets_chk __gettimeofday __getwd_chk __gmtime_r __h_errno_location __hypot_finite __hypotf_finite __hypotl_finite __isalnum_l __isalpha_l __isascii_l __isblank_l __iscntrl_l __isctype __isdigit_l __isgraph_l __isinf __isinff __isinfl __islower_l __isnan __isnanf __isnanl __isoc99_fscanf __isoc99_fwscanf __isoc99_scanf __isoc99_sscanf __isoc99_swscanf __isoc99_vfscanf __isoc99_vfwscanf __isoc99_vscanf __isoc99_vsscanf __isoc99_vswscanf __isoc99_vwscanf __isoc99_wscanf __isprint_l __ispunct_l __isspace_l __isupper_l __iswalnum_l __iswalpha_l __iswblank_l __iswcntrl_l __iswctype __iswctype_l __iswdigit_l __iswgraph_l __iswlower_l __iswprint_l __iswpunct_l __iswspace_l __iswupper_l __iswxdigit_l __isxdigit_l __ivaliduser __j0_finite __j0f_finite __j0l_finite __j1_finite __j1f_finite __j1l_finite __jn_finite __jnf_finite __jnl_finite __key_decryptsession_pk_LOCAL __key_encryptsession_pk_LOCAL __key_gendes_LOCAL __lgamma_r_finite __lgammaf_r_finite __lgammal_r_finite __libc_allocate_rtsig __libc_calloc __libc_current_sigrtmax __libc_current_sigrtmin __libc_free __libc_freeres __libc_init_first __libc_mallinfo __libc_malloc __libc_mallopt __libc_memalign __libc_pvalloc __libc_realloc __libc_sa_len __libc_stack_end __libc_start_main __libc_valloc __log10_finite __log10f_finite __log10l_finite __log2_finite __log2f_finite __log2l_finite __log_finite __logf_finite __logl_finite __longjmp_chk __lseek __lxstat __lxstat64 __malloc_hook __malloc_initialize_hook __mbrlen __mbrtowc __mbsnrtowcs_chk __mbsrtowcs_chk __mbstowcs_chk __memalign_hook __memcpy_chk __memmove_chk __mempcpy __mempcpy_chk __mempcpy_small __memset_chk __monstartup __morecore __nanosleep __newlocale __nl_langinfo_l __nss_configure_lookup __nss_database_lookup __nss_group_lookup __nss_hostname_digits_dots __nss_hosts_lookup __nss_next __nss_passwd_lookup __obstack_printf_chk __obstack_vprintf_chk __open __open64 __open64_2 __open_2 __openat64_2 __openat_2 __overflow __pipe __poll __poll_chk __posix_getopt __pow_finite __powf_finite __powl_finite __ppoll_chk __pread64 __pread64_chk __pread_chk __printf_chk __printf_fp __profile_frequency __progname __progname_full __pthread_cleanup_routine __pthread_getspecific __pthread_key_create __pthread_mutex_destroy __pthread_mutex_init __pthread_mutex_lock __pthread_mutex_trylock __pthread_mutex_unlock __pthread_mutexattr_destroy __pthread_mutexattr_init __pthread_mutexattr_settype __pthread_once __pthread_register_cancel __pthread_register_cancel_defer __pthread_rwlock_destroy __pthread_rwlock_init __pthread_rwlock_rdlock __pthread_rwlock_tryrdlock __pthread_rwlock_trywrlock __pthread_rwlock_unlock __pthread_rwlock_wrlock __pthread_setspecific __pthread_unregister_cancel __pthread_unregister_cancel_restore __pthread_unwind_next __ptsname_r_chk __pwrite64 __rawmemchr __rcmd_errstr __read __read_chk __readlink_chk __readlinkat_chk __realloc_hook __realpath_chk __recv_chk __recvfrom_chk __register_atfork __remainder_finite __remainderf_finite __remainderl_finite __res_init __res_nclose __res_ninit __res_randomid __res_state __rpc_thread_createerr __rpc_thread_svc_fdset __rpc_thread_svc_max_pollfd __rpc_thread_svc_pollfd __sbrk __scalb_finite __scalbf_finite __scalbl_finite __sched_cpualloc __sched_cpucount __sched_cpufree __sched_get_priority_max __sched_get_priority_min __sched_getparam __sched_getscheduler __sched_setscheduler __sched_yield __secure_getenv __select __send __setmntent __setpgid __sigaction __sigaddset __sigdelset __sigismember __signbit __signbitf __signbitl __sigpause __sigsetjmp __sigsuspend __sinh_finite __sinhf_finite __sinhl_finite __snprintf_chk __sprintf_chk __sqrt_finite __sqrtf_finite __sqrtl_finite __stack_chk_fail __stack_chk_guard __statfs __stpcpy __stpcpy_chk __stpcpy_small __stpncpy __stpncpy_chk __strcasecmp __strcasecmp_l __strcasestr __strcat_chk __strcoll_l __strcpy_chk __strcpy_small __strcspn_c1 __strcspn_c2 __strcspn_c3 __strdup __strerror_r __strfmon_l __strftime_l __strncasecmp_l __strncat_chk __strncpy_chk __strndup __strpbrk_c2 __strpbrk_c3 __strsep_1c __strsep_2c __strsep_3c __strsep_g __strspn_c1 __strspn_c2 __strspn_c3 __strtod_internal __strtod_l __strtof_internal __strtof_l __strtok_r __strtok_r_1c __strtol_internal __strtol_l __strtold_internal __strtold_l __strtoll_internal __strtoll_l __strtoul_internal __strtoul_l __strtoull_internal __strtoull_l __strverscmp __strxfrm_l __swprintf_chk __sysconf __sysctl __syslog_chk __sysv_signal __timezone __tls_get_addr __toascii_l __tolower_l __toupper_l __towctrans __towctrans_l __towlower_l __towupper_l __ttyname_r_chk __tzname __uflow __underflow __uselocale __vasprintf_chk __vdprintf_chk __vfork __vfprintf_chk __vfscanf __vfwprintf_chk __vprintf_chk __vsnprintf __vsnprintf_chk __vsprintf_chk __vsscanf __vswprintf_chk __vsyslog_chk __vwprintf_chk __wait __waitpid __wcpcpy_chk __wcpncpy_chk __wcrtomb_chk __wcscasecmp_l __wcscat_chk __wcscoll_l __wcscpy_chk __wcsftime_l __wcsncasecmp_l __wcsncat_chk __wcsncpy_chk __wcsnrtombs_chk __wcsrtombs_chk __wcstod_internal __wcstod_l __wcstof_internal __wcstof_l __wcstol_internal __wcstol_l __wcstold_internal __wcstold_l __wcstoll_internal __wcstoll_l __wcstombs_chk __wcstoul_internal __wcstoul_l __wcstoull_internal __wcstoull_l __wcsxfrm_l __wctomb_chk __wctrans_l __wctype_l __wmemcpy_chk __wmemmove_chk __wmempcpy_chk __wmemset_chk __woverflow __wprintf_chk __write __wuflow __wunderflow __xmknod __xmknodat __xpg_basename __xpg_sigpause __xpg_strerror_r __xstat __xstat64 __y0_finite __y0f_finite __y0l_finite __y1_finite __y1f_finite __y1l_finite __yn_finite __ynf_finite __ynl_finite _authenticate _dl_mcount _dl_mcount_wrapper _dl_mcount_wrapper_check _environ _exit _flushlbf _libc_intl_domainname _longjmp _mcleanup _mcount _nl_default_dirname _nl_domain_bindings _nl_msg_cat_cntr _null_auth _obstack _obstack_allocated_p _obstack_begin _obstack_begin_1 _obstack_free _obstack_memory_used _obstack_newchunk _pthread_cleanup_pop _pthread_cleanup_pop_restore _pthread_cleanup_push _pthread_cleanup_push_defer _r_debug _res _res_hconf _rpc_dtablesize _seterr_reply _setjmp _sys_errlist _sys_nerr _sys_siglist _tolower _toupper a64l abort abs accept accept4 access acct acos acosf acosh acoshf acoshl acosl addmntent addseverity adjtime adjtimex advance alarm aligned_alloc alphasort alphasort64 arch_prctl argp_err_exit_status argp_error argp_failure argp_help argp_parse argp_program_bug_address argp_program_version argp_program_version_hook argp_state_help argp_usage argz_add argz_add_sep argz_append argz_count argz_create argz_create_sep argz_delete argz_extract argz_insert argz_next argz_replace argz_stringify asctime asctime_r asin asinf asinh asinhf asinhl asinl asprintf atan atan2 atan2f atan2l atanf atanh atanhf atanhl atanl atof atoi atol atoll authdes_create authdes_getucred authdes_pk_create authnone_create authunix_create authunix_create_default backtrace backtrace_symbols backtrace_symbols_fd basename bcmp bcopy bdflush bind bind_textdomain_codeset bindresvport bindtextdomain brk bsd_signal bsearch btowc bzero c16rtomb c32rtomb cabs cabsf cabsl cacos cacosf cacosh cacoshf cacoshl cacosl calloc callrpc canonicalize_file_name capget capset carg cargf cargl casin casinf casinh casinhf casinhl casinl catan catanf catanh catanhf catanhl catanl catclose catgets catopen cbc_crypt cbrt cbrtf cbrtl ccos ccosf ccosh ccoshf ccoshl ccosl ceil ceilf ceill cexp cexpf cexpl cfgetispeed cfgetospeed cfmakeraw cfree cfsetispeed cfsetospeed cfsetspeed chdir chflags chmod chown chroot cimag cimagf cimagl clearenv clearerr clearerr_unlocked clnt_broadcast clnt_create clnt_pcreateerror clnt_perrno clnt_perror clnt_spcreateerror clnt_sperrno clnt_sperror clntraw_create clnttcp_create clntudp_bufcreate clntudp_create clntunix_create clock clock_adjtime clock_getcpuclockid clock_getres clock_gettime clock_nanosleep clock_settime clog clog10 clog10f clog10l clogf clogl clone close closedir closelog confstr conj conjf conjl connect copysign copysignf copysignl cos cosf cosh coshf coshl cosl cpow cpowf cpowl cproj cprojf cprojl creal crealf creall creat creat64 create_module csin csinf csinh csinhf csinhl csinl csqrt csqrtf csqrtl ctan ctanf ctanh ctanhf ctanhl ctanl ctermid ctime ctime_r cuserid daemon daylight dcgettext dcngettext delete_module des_setparity dgettext difftime dirfd dirname div dl_iterate_phdr dladdr dladdr1 dlclose dlerror dlinfo dlmopen dlopen dlsym dlvsym dngettext dprintf drand48 drand48_r drem dremf dreml dup dup2 dup3 duplocale dysize eaccess ecb_crypt ecvt ecvt_r endaliasent endfsent endgrent endhostent endmntent endnetent endnetgrent endprotoent endpwent endrpcent endservent endsgent endspent endttyent endusershell endutent endutxent environ envz_add envz_entry envz_get envz_merge envz_remove envz_strip epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_wait erand48 erand48_r erf erfc erfcf erfcl erff erfl err error error_at_line error_message_count error_one_per_line error_print_progname errx ether_aton ether_aton_r ether_hostton ether_line ether_ntoa ether_ntoa_r ether_ntohost euidaccess eventfd eventfd_read eventfd_write execl execle execlp execv execve execvp execvpe exit exp exp10 exp10f exp10l exp2 exp2f exp2l expf expl expm1 expm1f expm1l fabs fabsf fabsl faccessat fallocate fallocate64 fanotify_init fanotify_mark fattach fchdir fchflags fchmod fchmodat fchown fchownat fclose fcloseall fcntl fcvt fcvt_r fdatasync fdetach fdim fdimf fdiml fdopen fdopendir feclearexcept fedisableexcept feenableexcept fegetenv fegetexcept fegetexceptflag fegetround feholdexcept feof feof_unlocked feraiseexcept ferror ferror_unlocked fesetenv fesetexceptflag fesetround fetestexcept feupdateenv fexecve fflush fflush_unlocked ffs ffsl ffsll fgetc fgetc_unlocked fgetgrent fgetgrent_r fgetpos fgetpos64 fgetpwent fgetpwent_r fgets fgets_unlocked fgetsgent fgetsgent_r fgetspent fgetspent_r fgetwc fgetwc_unlocked fgetws fgetws_unlocked fgetxattr fileno fileno_unlocked finite finitef finitel flistxattr flock flockfile floor floorf floorl fma fmaf fmal fmax fmaxf fmaxl fmemopen fmin fminf fminl fmod fmodf fmodl fmtmsg fnmatch fopen fopen64 fopencookie fork fpathconf fprintf fputc fputc_unlocked fputs fputs_unlocked fputwc fputwc_unlocked fputws fputws_unlocked fread fread_unlocked free freeaddrinfo freeifaddrs freelocale fremovexattr freopen freopen64 frexp frexpf frexpl fscanf fseek fseeko fseeko64 fsetpos fsetpos64 fsetxattr fstatfs fstatfs64 fstatvfs fstatvfs64 fsync ftell ftello ftello64 ftime ftok ftruncate ftruncate64 ftrylockfile fts_children fts_close fts_open fts_read fts_set ftw ftw64 funlockfile futimens futimes futimesat fwide fwprintf fwrite fwrite_unlocked fwscanf gai_strerror gamma gammaf gammal gcvt get_avphys_pages get_current_dir_name get_kernel_syms get_myaddress get_nprocs get_nprocs_conf get_phys_pages getaddrinfo getaliasbyname getaliasbyname_r getaliasent getaliasent_r getauxval getc getc_unlocked getchar getchar_unlocked getcontext getcwd getdate getdate_err getdate_r getdelim getdirentries getdirentries64 getdomainname getdtablesize getegid getenv geteuid getfsent getfsfile getfsspec getgid getgrent getgrent_r getgrgid getgrgid_r getgrnam getgrnam_r getgrouplist getgroups gethostbyaddr gethostbyaddr_r gethostbyname gethostbyname2 gethostbyname2_r gethostbyname_r gethostent gethostent_r gethostid gethostname getifaddrs getipv4sourcefilter getitimer getline getloadavg getlogin getlogin_r getmntent getmntent_r getmsg getnameinfo getnetbyaddr getnetbyaddr_r getnetbyname getnetbyname_r getnetent getnetent_r getnetgrent getnetgrent_r getnetname getopt getopt_long getopt_long_only getpagesize getpass getpeername getpgid getpgrp getpid getpmsg getppid getpriority getprotobyname getprotobyname_r getprotobynumber getprotobynumber_r getprotoent getprotoent_r getpt getpublickey getpw getpwent getpwent_r getpwnam getpwnam_r getpwuid getpwuid_r getresgid getresuid getrlimit getrlimit64 getrpcbyname getrpcbyname_r getrpcbynumber getrpcbynumber_r getrpcent getrpcent_r getrpcport getrusage gets getsecretkey getservbyname getservbyname_r getservbyport getservbyport_r getservent getservent_r getsgent getsgent_r getsgnam getsgnam_r getsid getsockname getsockopt getsourcefilter getspent getspent_r getspnam getspnam_r getsubopt gettext gettimeofday getttyent getttynam getuid getusershell getutent getutent_r getutid getutid_r getutline getutline_r getutmp getutmpx getutxent getutxid getutxline getw getwc getwc_unlocked getwchar getwchar_unlocked getwd getxattr glob glob64 glob_pattern_p globfree globfree64 gmtime gmtime_r gnu_dev_major gnu_dev_makedev gnu_dev_minor gnu_get_libc_release gnu_get_libc_version grantpt group_member gsignal gtty h_errlist h_nerr hasmntopt hcreate hcreate_r hdestroy hdestroy_r herror host2netname hsearch hsearch_r hstrerror htonl htons hypot hypotf hypotl iconv iconv_close iconv_open if_freenameindex if_indextoname if_nameindex if_nametoindex ilogb ilogbf ilogbl imaxabs imaxdiv in6addr_any in6addr_loopback index inet6_opt_append inet6_opt_find inet6_opt_finish inet6_opt_get_val inet6_opt_init inet6_opt_next inet6_opt_set_val inet6_option_alloc inet6_option_append inet6_option_find inet6_option_init inet6_option_next inet6_option_space inet6_rth_add inet6_rth_getaddr inet6_rth_init inet6_rth_reverse inet6_rth_segments inet6_rth_space inet_addr inet_aton inet_lnaof inet_makeaddr inet_netof inet_network inet_nsap_addr inet_nsap_ntoa inet_ntoa inet_ntop inet_pton init_module initgroups initstate initstate_r innetgr inotify_add_watch inotify_init inotify_init1 inotify_rm_watch insque ioctl ioperm iopl iruserok iruserok_af isalnum isalnum_l isalpha isalpha_l isascii isastream isatty isblank isblank_l iscntrl iscntrl_l isctype isdigit isdigit_l isfdtype isgraph isgraph_l isinf isinff isinfl islower islower_l isnan isnanf isnanl isprint isprint_l ispunct ispunct_l isspace isspace_l isupper isupper_l iswalnum iswalnum_l iswalpha iswalpha_l iswblank iswblank_l iswcntrl iswcntrl_l iswctype iswctype_l iswdigit iswdigit_l iswgraph iswgraph_l iswlower iswlower_l iswprint iswprint_l iswpunct iswpunct_l iswspace iswspace_l iswupper iswupper_l iswxdigit iswxdigit_l isxdigit isxdigit_l j0 j0f j0l j1 j1f j1l jn jnf jnl jrand48 jrand48_r key_decryptsession key_decryptsession_pk key_encryptsession key_encryptsession_pk key_gendes key_get_conv key_secretkey_is_set key_setnet key_setsecret kill killpg klogctl l64a labs lchmod lchown lckpwdf lcong48 lcong48_r ldexp ldexpf ldexpl ldiv lfind lgamma lgamma_r lgammaf lgammaf_r lgammal lgammal_r lgetxattr link linkat listen listxattr llabs lldiv llistxattr llrint llrintf llrintl llround llroundf llroundl llseek loc1 loc2 localeconv localtime localtime_r lockf lockf64 locs log log10 log10f log10l log1p log1pf log1pl log2 log2f log2l logb logbf logbl logf logl longjmp lrand48 lrand48_r lremovexattr lrint lrintf lrintl lround lroundf lroundl lsearch lseek lseek64 lsetxattr lutimes madvise makecontext mallinfo malloc malloc_get_state malloc_info malloc_set_state malloc_stats malloc_trim malloc_usable_size mallopt mallwatch matherr mblen mbrlen mbrtoc16 mbrtoc32 mbrtowc mbsinit mbsnrtowcs mbsrtowcs mbstowcs mbtowc mcheck mcheck_check_all mcheck_pedantic mcount memalign memccpy memchr memcmp memcpy memfrob memmem memmove mempcpy memrchr memset mincore mkdir mkdirat mkdtemp mkfifo mkfifoat mkostemp mkostemp64 mkostemps mkostemps64 mkstemp mkstemp64 mkstemps mkstemps64 mktemp mktime mlock mlockall mmap mmap64 modf modff modfl modify_ldt moncontrol monstartup mount mprobe mprotect mrand48 mrand48_r mremap msgctl msgget msgrcv msgsnd msync mtrace munlock munlockall munmap muntrace name_to_handle_at nan nanf nanl nanosleep nearbyint nearbyintf nearbyintl netname2host netname2user newlocale nextafter nextafterf nextafterl nexttoward nexttowardf nexttowardl nfsservctl nftw nftw64 ngettext nice nl_langinfo nl_langinfo_l nrand48 nrand48_r ntohl ntohs ntp_adjtime ntp_gettime ntp_gettimex obstack_alloc_failed_handler obstack_exit_failure obstack_free obstack_printf obstack_vprintf on_exit open open64 open_by_handle_at open_memstream open_wmemstream openat openat64 opendir openlog optarg opterr optind optopt parse_printf_format passwd2des pathconf pause pclose perror personality pipe pipe2 pivot_root pmap_getmaps pmap_getport pmap_rmtcall pmap_set pmap_unset poll popen posix_fadvise posix_fadvise64 posix_fallocate posix_fallocate64 posix_madvise posix_memalign posix_openpt posix_spawn posix_spawn_file_actions_addclose posix_spawn_file_actions_adddup2 posix_spawn_file_actions_addopen posix_spawn_file_actions_destroy posix_spawn_file_actions_init posix_spawnattr_destroy posix_spawnattr_getflags posix_spawnattr_getpgroup posix_spawnattr_getschedparam posix_spawnattr_getschedpolicy posix_spawnattr_getsigdefault posix_spawnattr_getsigmask posix_spawnattr_init posix_spawnattr_setflags posix_spawnattr_setpgroup posix_spawnattr_setschedparam posix_spawnattr_setschedpolicy posix_spawnattr_setsigdefault posix_spawnattr_setsigmask posix_spawnp pow pow10 pow10f pow10l powf powl ppoll prctl pread pread64 preadv preadv64 printf printf_size printf_size_info prlimit prlimit64 process_vm_readv process_vm_writev profil program_invocation_name program_invocation_short_name pselect psiginfo psignal pthread_atfork pthread_attr_destroy pthread_attr_getaffinity_np pthread_attr_getdetachstate pthread_attr_getguardsize pthread_attr_getinheritsched pthread_attr_getschedparam pthread_attr_getschedpolicy pthread_attr_getscope pthread_attr_getstack pthread_attr_getstackaddr pthread_attr_getstacksize pthread_attr_init pthread_attr_setaffinity_np pthread_attr_setdetachstate pthread_attr_setguardsize pthread_attr_setinheritsched pthread_attr_setschedparam pthread_attr_setschedpolicy pthread_attr_setscope pthread_attr_setstack pthread_attr_setstackaddr pthread_attr_setstacksize pthread_barrier_destroy pthread_barrier_init pthread_barrier_wait pthread_barrierattr_destroy pthread_barrierattr_getpshared pthread_barrierattr_init pthread_barrierattr_setpshared pthread_cancel pthread_cond_broadcast pthread_cond_destroy pthread_cond_init pthread_cond_signal pthread_cond_timedwait pthread_cond_wait pthread_condattr_destroy pthread_condattr_getclock pthread_condattr_getpshared pthread_condattr_init pthread_condattr_setclock pthread_condattr_setpshared pthread_create pthread_detach pthread_equal pthread_exit pthread_getaffinity_np pthread_getattr_np pthread_getconcurrency pthread_getcpuclockid pthread_getname_np pthread_getschedparam pthread_getspecific pthread_join pthread_key_create pthread_key_delete pthread_kill pthread_kill_other_threads_np pthread_mutex_consistent pthread_mutex_consistent_np pthread_mutex_destroy pthread_mutex_getprioceiling pthread_mutex_init pthread_mutex_lock pthread_mutex_setprioceiling pthread_mutex_timedlock pthread_mutex_trylock pthread_mutex_unlock pthread_mutexattr_destroy pthread_mutexattr_getkind_np pthread_mutexattr_getprioceiling pthread_mutexattr_getprotocol pthread_mutexattr_getpshared pthread_mutexattr_getrobust pthread_mutexattr_getrobust_np pthread_mutexattr_gettype pthread_mutexattr_init pthread_mutexattr_setkind_np pthread_mutexattr_setprioceiling pthread_mutexattr_setprotocol pthread_mutexattr_setpshared pthread_mutexattr_setrobust pthread_mutexattr_setrobust_np pthread_mutexattr_settype pthread_once pthread_rwlock_destroy pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_timedrdlock pthread_rwlock_timedwrlock pthread_rwlock_tryrdlock pthread_rwlock_trywrlock pthread_rwlock_unlock pthread_rwlock_wrlock pthread_rwlockattr_destroy pthread_rwlockattr_getkind_np pthread_rwlockattr_getpshared pthread_rwlockattr_init pthread_rwlockattr_setkind_np pthread_rwlockattr_setpshared pthread_self pthread_setaffinity_np pthread_setcancelstate pthread_setcanceltype pthread_setconcurrency pthread_setname_np pthread_setschedparam pthread_setschedprio pthread_setspecific pthread_sigmask pthread_sigqueue pthread_spin_destroy pthread_spin_init pthread_spin_lock pthread_spin_trylock pthread_spin_unlock pthread_testcancel pthread_timedjoin_np pthread_tryjoin_np pthread_yield ptrace ptsname ptsname_r putc putc_unlocked putchar putchar_unlocked putenv putgrent putmsg putpmsg putpwent puts putsgent putspent pututline pututxline putw putwc putwc_unlocked putwchar putwchar_unlocked pvalloc pwrite pwrite64 pwritev pwritev64 qecvt qecvt_r qfcvt qfcvt_r qgcvt qsort qsort_r query_module quick_exit quotactl raise rand rand_r random random_r rawmemchr rcmd rcmd_af re_comp re_compile_fastmap re_compile_pattern re_exec re_match re_match_2 re_max_failures re_search re_search_2 re_set_registers re_set_syntax re_syntax_options read readahead readdir readdir64 readdir64_r readdir_r readlink readlinkat readv realloc realpath reboot recv recvfrom recvmmsg recvmsg regcomp regerror regexec regfree register_printf_function register_printf_modifier register_printf_specifier register_printf_type registerrpc remainder remainderf remainderl remap_file_pages remove removexattr remque remquo remquof remquol rename renameat revoke rewind rewinddir rexec rexec_af rexecoptions rindex rint rintf rintl rmdir round roundf roundl rpc_createerr rpmatch rresvport rresvport_af rtime ruserok ruserok_af ruserpass sbrk scalb scalbf scalbl scalbln scalblnf scalblnl scalbn scalbnf scalbnl scandir scandir64 scandirat scandirat64 scanf sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getcpu sched_getparam sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield secure_getenv seed48 seed48_r seekdir select sem_close sem_destroy sem_getvalue sem_init sem_open sem_post sem_timedwait sem_trywait sem_unlink sem_wait semctl semget semop semtimedop send sendfile sendfile64 sendmmsg sendmsg sendto setaliasent setbuf setbuffer setcontext setdomainname setegid setenv seteuid setfsent setfsgid setfsuid setgid setgrent setgroups sethostent sethostid sethostname setipv4sourcefilter setitimer setjmp setlinebuf setlocale setlogin setlogmask setmntent setnetent setnetgrent setns setpgid setpgrp setpriority setprotoent setpwent setregid setresgid setresuid setreuid setrlimit setrlimit64 setrpcent setservent setsgent setsid setsockopt setsourcefilter setspent setstate setstate_r settimeofday setttyent setuid setusershell setutent setutxent setvbuf setxattr sgetsgent sgetsgent_r sgetspent sgetspent_r shmat shmctl shmdt shmget shutdown sigaction sigaddset sigaltstack sigandset sigblock sigdelset sigemptyset sigfillset siggetmask sighold sigignore siginterrupt sigisemptyset sigismember siglongjmp signal signalfd signgam significand significandf significandl sigorset sigpause sigpending sigprocmask sigqueue sigrelse sigreturn sigset sigsetmask sigstack sigsuspend sigtimedwait sigvec sigwait sigwaitinfo sin sincos sincosf sincosl sinf sinh sinhf sinhl sinl sleep snprintf sockatmark socket socketpair splice sprintf sprofil sqrt sqrtf sqrtl srand srand48 srand48_r srandom srandom_r sscanf ssignal sstk statfs statfs64 statvfs statvfs64 stderr stdin stdout step stime stpcpy stpncpy strcasecmp strcasecmp_l strcasestr strcat strchr strchrnul strcmp strcoll strcoll_l strcpy strcspn strdup strerror strerror_l strerror_r strfmon strfmon_l strfry strftime strftime_l strlen strncasecmp strncasecmp_l strncat strncmp strncpy strndup strnlen strpbrk strptime strptime_l strrchr strsep strsignal strspn strstr strtod strtod_l strtof strtof_l strtoimax strtok strtok_r strtol strtol_l strtold strtold_l strtoll strtoll_l strtoq strtoul strtoul_l strtoull strtoull_l strtoumax strtouq strverscmp strxfrm strxfrm_l stty svc_exit svc_fdset svc_getreq svc_getreq_common svc_getreq_poll svc_getreqset svc_max_pollfd svc_pollfd svc_register svc_run svc_sendreply svc_unregister svcauthdes_stats svcerr_auth svcerr_decode svcerr_noproc svcerr_noprog svcerr_progvers svcerr_systemerr svcerr_weakauth svcfd_create svcraw_create svctcp_create svcudp_bufcreate svcudp_create svcudp_enablecache svcunix_create svcunixfd_create swab swapcontext swapoff swapon swprintf swscanf symlink symlinkat sync sync_file_range syncfs sys_errlist sys_nerr sys_sigabbrev sys_siglist syscall sysconf sysctl sysinfo syslog system sysv_signal tan tanf tanh tanhf tanhl tanl tcdrain tcflow tcflush tcgetattr tcgetpgrp tcgetsid tcsendbreak tcsetattr tcsetpgrp tdelete tdestroy tee telldir tempnam textdomain tfind tgamma tgammaf tgammal time timegm timelocal timerfd_create timerfd_gettime timerfd_settime times timespec_get timezone tmpfile tmpfile64 tmpnam tmpnam_r toascii tolower tolower_l toupper toupper_l towctrans towctrans_l towlower towlower_l towupper towupper_l tr_break trunc truncate truncate64 truncf truncl tsearch ttyname ttyname_r ttyslot twalk tzname tzset ualarm ulckpwdf ulimit umask umount umount2 uname ungetc ungetwc unlink unlinkat unlockpt unsetenv unshare updwtmp updwtmpx uselib uselocale user2netname usleep ustat utime utimensat utimes utmpname utmpxname valloc vasprintf vdprintf verr verrx versionsort versionsort64 vfork vfprintf vfscanf vfwprintf vfwscanf vhangup vlimit vmsplice vprintf vscanf vsnprintf vsprintf vsscanf vswprintf vswscanf vsyslog vtimes vwarn vwarnx vwprintf vwscanf wait wait3 wait4 waitid waitpid warn warnx wcpcpy wcpncpy wcrtomb wcscasecmp wcscasecmp_l wcscat wcschr wcschrnul wcscmp wcscoll wcscoll_l wcscpy wcscspn wcsdup wcsftime wcsftime_l wcslen wcsncasecmp wcsncasecmp_l wcsncat wcsncmp wcsncpy wcsnlen wcsnrtombs wcspbrk wcsrchr wcsrtombs wcsspn wcsstr wcstod wcstod_l wcstof wcstof_l wcstoimax wcstok wcstol wcstol_l wcstold wcstold_l wcstoll wcstoll_l wcstombs wcstoq wcstoul wcstoul_l wcstoull wcstoull_l wcstoumax wcstouq wcswcs wcswidth wcsxfrm wcsxfrm_l wctob wctomb wctrans wctrans_l wctype wctype_l wcwidth wmemchr wmemcmp wmemcpy wmemmove wmempcpy wmemset wordexp wordfree wprintf write writev wscanf xdecrypt xdr_accepted_reply xdr_array xdr_authdes_cred xdr_authdes_verf xdr_authunix_parms xdr_bool xdr_bytes xdr_callhdr xdr_callmsg xdr_char xdr_cryptkeyarg xdr_cryptkeyarg2 xdr_cryptkeyres xdr_des_block xdr_double xdr_enum xdr_float xdr_free xdr_getcredres xdr_hyper xdr_int xdr_int16_t xdr_int32_t xdr_int64_t xdr_int8_t xdr_key_netstarg xdr_key_netstres xdr_keybuf xdr_keystatus xdr_long xdr_longlong_t xdr_netnamestr xdr_netobj xdr_opaque xdr_opaque_auth xdr_pmap xdr_pmaplist xdr_pointer xdr_quad_t xdr_reference xdr_rejected_reply xdr_replymsg xdr_rmtcall_args xdr_rmtcallres xdr_short xdr_sizeof xdr_string xdr_u_char xdr_u_hyper xdr_u_int xdr_u_long xdr_u_longlong_t xdr_u_quad_t xdr_u_short xdr_uint16_t xdr_uint32_t xdr_uint64_t xdr_uint8_t xdr_union xdr_unixcred xdr_vector xdr_void xdr_wrapstring xdrmem_create xdrrec_create xdrrec_endofrecord xdrrec_eof xdrrec_skiprecord xdrstdio_create xencrypt xprt_register xprt_unregister y0 y0f y0l y1 y1f y1l yn ynf ynl","2.18":"__cxa_thread_atexit_impl __issignaling __issignalingf __issignalingl pthread_getattr_default_np pthread_setattr_default_np","2.23":"__signgam fts64_children fts64_close fts64_open fts64_read fts64_set","2.24":"nextdown nextdownf nextdownl nextup nextupf nextupl","2.25":"__explicit_bzero_chk __iscanonicall __iseqsig __iseqsigf __iseqsigl canonicalize canonicalizef canonicalizel explicit_bzero fegetmode fesetexcept fesetmode fetestexceptflag fmaxmag fmaxmagf fmaxmagl fminmag fminmagf fminmagl fromfp fromfpf fromfpl fromfpx fromfpxf fromfpxl getentropy getpayload getpayloadf getpayloadl getrandom llogb llogbf llogbl roundeven roundevenf roundevenl setpayload setpayloadf setpayloadl setpayloadsig setpayloadsigf setpayloadsigl strfromd strfromf strfroml totalorder totalorderf totalorderl totalordermag totalordermagf totalordermagl ufromfp ufromfpf ufromfpl ufromfpx ufromfpxf ufromfpxl","2.26":"__finitef128 __fpclassifyf128 __iseqsigf128 __isinff128 __isnanf128 __issignalingf128 __signbitf128 __strtof128_internal __wcstof128_internal acosf128 acoshf128 asinf128 asinhf128 atan2f128 atanf128 atanhf128 cabsf128 cacosf128 cacoshf128 canonicalizef128 cargf128 casinf128 casinhf128 catanf128 catanhf128 cbrtf128 ccosf128 ccoshf128 ceilf128 cexpf128 cimagf128 clog10f128 clogf128 conjf128 copysignf128 cosf128 coshf128 cpowf128 cprojf128 crealf128 csinf128 csinhf128 csqrtf128 ctanf128 ctanhf128 erfcf128 erff128 exp10f128 exp2f128 expf128 expm1f128 fabsf128 fdimf128 floorf128 fmaf128 fmaxf128 fmaxmagf128 fminf128 fminmagf128 fmodf128 frexpf128 fromfpf128 fromfpxf128 getpayloadf128 hypotf128 ilogbf128 j0f128 j1f128 jnf128 ldexpf128 lgammaf128 lgammaf128_r llogbf128 llrintf128 llroundf128 log10f128 log1pf128 log2f128 logbf128 logf128 lrintf128 lroundf128 modff128 nanf128 nearbyintf128 nextafterf128 nextdownf128 nextupf128 powf128 preadv2 preadv64v2 pwritev2 pwritev64v2 reallocarray remainderf128 remquof128 rintf128 roundevenf128 roundf128 scalblnf128 scalbnf128 setpayloadf128 setpayloadsigf128 sincosf128 sinf128 sinhf128 sqrtf128 strfromf128 strtof128 strtof128_l tanf128 tanhf128 tgammaf128 totalorderf128 totalordermagf128 truncf128 ufromfpf128 ufromfpxf128 wcstof128 wcstof128_l y0f128 y1f128 ynf128","2.27":"acosf32 acosf32x acosf64 acosf64x acoshf32 acoshf32x acoshf64 acoshf64x asinf32 asinf32x asinf64 asinf64x asinhf32 asinhf32x asinhf64 asinhf64x atan2f32 atan2f32x atan2f64 atan2f64x atanf32 atanf32x atanf64 atanf64x atanhf32 atanhf32x atanhf64 atanhf64x cabsf32 cabsf32x cabsf64 cabsf64x cacosf32 cacosf32x cacosf64 cacosf64x cacoshf32 cacoshf32x cacoshf64 cacoshf64x canonicalizef32 canonicalizef32x canonicalizef64 canonicalizef64x cargf32 cargf32x cargf64 cargf64x casinf32 casinf32x casinf64 casinf64x casinhf32 casinhf32x casinhf64 casinhf64x catanf32 catanf32x catanf64 catanf64x catanhf32 catanhf32x catanhf64 catanhf64x cbrtf32 cbrtf32x cbrtf64 cbrtf64x ccosf32 ccosf32x ccosf64 ccosf64x ccoshf32 ccoshf32x ccoshf64 ccoshf64x ceilf32 ceilf32x ceilf64 ceilf64x cexpf32 cexpf32x cexpf64 cexpf64x cimagf32 cimagf32x cimagf64 cimagf64x clog10f32 clog10f32x clog10f64 clog10f64x clogf32 clogf32x clogf64 clogf64x conjf32 conjf32x conjf64 conjf64x copy_file_range copysignf32 copysignf32x copysignf64 copysignf64x cosf32 cosf32x cosf64 cosf64x coshf32 coshf32x coshf64 coshf64x cpowf32 cpowf32x cpowf64 cpowf64x cprojf32 cprojf32x cprojf64 cprojf64x crealf32 crealf32x crealf64 crealf64x csinf32 csinf32x csinf64 csinf64x csinhf32 csinhf32x csinhf64 csinhf64x csqrtf32 csqrtf32x csqrtf64 csqrtf64x ctanf32 ctanf32x ctanf64 ctanf64x ctanhf32 ctanhf32x ctanhf64 ctanhf64x erfcf32 erfcf32x erfcf64 erfcf64x erff32 erff32x erff64 erff64x exp10f32 exp10f32x exp10f64 exp10f64x exp2f32 exp2f32x exp2f64 exp2f64x expf32 expf32x expf64 expf64x expm1f32 expm1f32x expm1f64 expm1f64x fabsf32 fabsf32x fabsf64 fabsf64x fdimf32 fdimf32x fdimf64 fdimf64x floorf32 floorf32x floorf64 floorf64x fmaf32 fmaf32x fmaf64 fmaf64x fmaxf32 fmaxf32x fmaxf64 fmaxf64x fmaxmagf32 fmaxmagf32x fmaxmagf64 fmaxmagf64x fminf32 fminf32x fminf64 fminf64x fminmagf32 fminmagf32x fminmagf64 fminmagf64x fmodf32 fmodf32x fmodf64 fmodf64x frexpf32 frexpf32x frexpf64 frexpf64x fromfpf32 fromfpf32x fromfpf64 fromfpf64x fromfpxf32 fromfpxf32x fromfpxf64 fromfpxf64x getpayloadf32 getpayloadf32x getpayloadf64 getpayloadf64x hypotf32 hypotf32x hypotf64 hypotf64x ilogbf32 ilogbf32x ilogbf64 ilogbf64x j0f32 j0f32x j0f64 j0f64x j1f32 j1f32x j1f64 j1f64x jnf32 jnf32x jnf64 jnf64x ldexpf32 ldexpf32x ldexpf64 ldexpf64x lgammaf32 lgammaf32_r lgammaf32x lgammaf32x_r lgammaf64 lgammaf64_r lgammaf64x lgammaf64x_r llogbf32 llogbf32x llogbf64 llogbf64x llrintf32 llrintf32x llrintf64 llrintf64x llroundf32 llroundf32x llroundf64 llroundf64x log10f32 log10f32x log10f64 log10f64x log1pf32 log1pf32x log1pf64 log1pf64x log2f32 log2f32x log2f64 log2f64x logbf32 logbf32x logbf64 logbf64x logf32 logf32x logf64 logf64x lrintf32 lrintf32x lrintf64 lrintf64x lroundf32 lroundf32x lroundf64 lroundf64x memfd_create mlock2 modff32 modff32x modff64 modff64x nanf32 nanf32x nanf64 nanf64x nearbyintf32 nearbyintf32x nearbyintf64 nearbyintf64x nextafterf32 nextafterf32x nextafterf64 nextafterf64x nextdownf32 nextdownf32x nextdownf64 nextdownf64x nextupf32 nextupf32x nextupf64 nextupf64x pkey_alloc pkey_free pkey_get pkey_mprotect pkey_set powf32 powf32x powf64 powf64x remainderf32 remainderf32x remainderf64 remainderf64x remquof32 remquof32x remquof64 remquof64x rintf32 rintf32x rintf64 rintf64x roundevenf32 roundevenf32x roundevenf64 roundevenf64x roundf32 roundf32x roundf64 roundf64x scalblnf32 scalblnf32x scalblnf64 scalblnf64x scalbnf32 scalbnf32x scalbnf64 scalbnf64x setpayloadf32 setpayloadf32x setpayloadf64 setpayloadf64x setpayloadsigf32 setpayloadsigf32x setpayloadsigf64 setpayloadsigf64x sincosf32 sincosf32x sincosf64 sincosf64x sinf32 sinf32x sinf64 sinf64x sinhf32 sinhf32x sinhf64 sinhf64x sqrtf32 sqrtf32x sqrtf64 sqrtf64x strfromf32 strfromf32x strfromf64 strfromf64x strtof32 strtof32_l strtof32x strtof32x_l strtof64 strtof64_l strtof64x strtof64x_l tanf32 tanf32x tanf64 tanf64x tanhf32 tanhf32x tanhf64 tanhf64x tgammaf32 tgammaf32x tgammaf64 tgammaf64x totalorderf32 totalorderf32x totalorderf64 totalorderf64x totalordermagf32 totalordermagf32x totalordermagf64 totalordermagf64x truncf32 truncf32x truncf64 truncf64x ufromfpf32 ufromfpf32x ufromfpf64 ufromfpf64x ufromfpxf32 ufromfpxf32x ufromfpxf64 ufromfpxf64x wcstof32 wcstof32_l wcstof32x wcstof32x_l wcstof64 wcstof64_l wcstof64x wcstof64x_l y0f32 y0f32x y0f64 y0f64x y1f32 y1f32x y1f64 y1f64x ynf32 ynf32x ynf64 ynf64x","2.28":"call_once cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait cnd_wait daddl ddivl dmull dsubl f32addf128 f32addf32x f32addf64 f32addf64x f32divf128 f32divf32x f32divf64 f32divf64x f32mulf128 f32mulf32x f32mulf64 f32mulf64x f32subf128 f32subf32x f32subf64 f32subf64x f32xaddf128 f32xaddf64 f32xaddf64x f32xdivf128 f32xdivf64 f32xdivf64x f32xmulf128 f32xmulf64 f32xmulf64x f32xsubf128 f32xsubf64 f32xsubf64x f64addf128 f64addf64x f64divf128 f64divf64x f64mulf128 f64mulf64x f64subf128 f64subf64x f64xaddf128 f64xdivf128 f64xmulf128 f64xsubf128 fadd faddl fcntl64 fdiv fdivl fmul fmull fsub fsubl mtx_destroy mtx_init mtx_lock mtx_timedlock mtx_trylock mtx_unlock renameat2 statx thrd_create thrd_current thrd_detach thrd_equal thrd_exit thrd_join thrd_sleep thrd_yield tss_create tss_delete tss_get tss_set","2.29":"getcpu posix_spawn_file_actions_addchdir_np posix_spawn_file_actions_addfchdir_np","2.30":"getdents64 gettid pthread_cond_clockwait pthread_mutex_clocklock pthread_rwlock_clockrdlock pthread_rwlock_clockwrlock sem_clockwait tgkill twalk_r","2.31":"pthread_clockjoin_np","2.32":"__libc_single_threaded pthread_attr_getsigmask_np pthread_attr_setsigmask_np sigabbrev_np sigdescr_np strerrordesc_np strerrorname_np","2.33":"__x86_get_cpuid_feature_leaf fstat fstat64 fstatat fstatat64 lstat lstat64 mallinfo2 mknod mknodat stat stat64","2.34":"_Fork __dn_comp __dn_expand __dn_skipname __libdl_version_placeholder __libpthread_version_placeholder __mq_open_2 __res_dnok __res_hnok __res_mailok __res_mkquery __res_nmkquery __res_nquery __res_nquerydomain __res_nsearch __res_nsend __res_ownok __res_query __res_querydomain __res_search __res_send aio_cancel aio_cancel64 aio_error aio_error64 aio_fsync aio_fsync64 aio_init aio_read aio_read64 aio_return aio_return64 aio_suspend aio_suspend64 aio_write aio_write64 close_range closefrom dn_comp dn_expand dn_skipname execveat forkpty gai_cancel gai_error gai_suspend getaddrinfo_a lio_listio lio_listio64 login login_tty logout logwtmp mq_close mq_getattr mq_notify mq_open mq_receive mq_send mq_setattr mq_timedreceive mq_timedsend mq_unlink ns_name_compress ns_name_ntop ns_name_pack ns_name_pton ns_name_skip ns_name_uncompress ns_name_unpack openpty posix_spawn_file_actions_addclosefrom_np res_dnok res_hnok res_mailok res_mkquery res_nmkquery res_nquery res_nquerydomain res_nsearch res_nsend res_ownok res_query res_querydomain res_search res_send shm_open shm_unlink timer_create timer_delete timer_getoverrun timer_gettime timer_settime timespec_getres","2.35":"__memcmpeq __rseq_flags __rseq_offset __rseq_size _dl_find_object dfmal dsqrtl epoll_pwait2 f32fmaf128 f32fmaf32x f32fmaf64 f32fmaf64x f32sqrtf128 f32sqrtf32x f32sqrtf64 f32sqrtf64x f32xfmaf128 f32xfmaf64 f32xfmaf64x f32xsqrtf128 f32xsqrtf64 f32xsqrtf64x f64fmaf128 f64fmaf64x f64sqrtf128 f64sqrtf64x f64xfmaf128 f64xsqrtf128 ffma ffmal fmaximum fmaximum_mag fmaximum_mag_num fmaximum_mag_numf fmaximum_mag_numf128 fmaximum_mag_numf32 fmaximum_mag_numf32x fmaximum_mag_numf64 fmaximum_mag_numf64x fmaximum_mag_numl fmaximum_magf fmaximum_magf128 fmaximum_magf32 fmaximum_magf32x fmaximum_magf64 fmaximum_magf64x fmaximum_magl fmaximum_num fmaximum_numf fmaximum_numf128 fmaximum_numf32 fmaximum_numf32x fmaximum_numf64 fmaximum_numf64x fmaximum_numl fmaximumf fmaximumf128 fmaximumf32 fmaximumf32x fmaximumf64 fmaximumf64x fmaximuml fminimum fminimum_mag fminimum_mag_num fminimum_mag_numf fminimum_mag_numf128 fminimum_mag_numf32 fminimum_mag_numf32x fminimum_mag_numf64 fminimum_mag_numf64x fminimum_mag_numl fminimum_magf fminimum_magf128 fminimum_magf32 fminimum_magf32x fminimum_magf64 fminimum_magf64x fminimum_magl fminimum_num fminimum_numf fminimum_numf128 fminimum_numf32 fminimum_numf32x fminimum_numf64 fminimum_numf64x fminimum_numl fminimumf fminimumf128 fminimumf32 fminimumf32x fminimumf64 fminimumf64x fminimuml fsqrt fsqrtl posix_spawn_file_actions_addtcsetpgrp_np","2.36":"arc4random arc4random_buf arc4random_uniform c8rtomb fsconfig fsmount fsopen fspick mbrtoc8 mount_setattr move_mount open_tree pidfd_getfd pidfd_open pidfd_send_signal process_madvise process_mrelease"},"TG":{"2.30":"__acos_finite __acosf_finite __acosh_finite __acoshf_finite __acoshl_finite __acosl_finite __asin_finite __asinf_finite __asinl_finite __atan2_finite __atan2f_finite __atan2l_finite __atanh_finite __atanhf_finite __atanhl_finite __cosh_finite __coshf_finite __coshl_finite __exp10_finite __exp10f_finite __exp10l_finite __exp2_finite __exp2f_finite __exp2l_finite __exp_finite __expf_finite __expl_finite __fmod_finite __fmodf_finite __fmodl_finite __gamma_r_finite __gammaf_r_finite __gammal_r_finite __hypot_finite __hypotf_finite __hypotl_finite __j0_finite __j0f_finite __j0l_finite __j1_finite __j1f_finite __j1l_finite __jn_finite __jnf_finite __jnl_finite __lgamma_r_finite __lgammaf_r_finite __lgammal_r_finite __log10_finite __log10f_finite __log10l_finite __log2_finite __log2f_finite __log2l_finite __log_finite __logf_finite __logl_finite __pow_finite __powf_finite __powl_finite __remainder_finite __remainderf_finite __remainderl_finite __scalb_finite __scalbf_finite __scalbl_finite __sinh_finite __sinhf_finite __sinhl_finite __sqrt_finite __sqrtf_finite __sqrtl_finite __y0_finite __y0f_finite __y0l_finite __y1_finite __y1f_finite __y1l_finite __yn_finite __ynf_finite __ynl_finite","2.33":"malloc_get_state malloc_set_state pthread_mutex_consistent_np pthread_mutexattr_getrobust_np pthread_mutexattr_setrobust_np xdr_quad_t xdr_u_quad_t"}}');
;// CONCATENATED MODULE: ./build/audit/library.js

/** A library as it is, by its bytes. */
function libraryOf({ symbols, versionDefinitions }, { names, path }) {
    const versions = new Set(versionDefinitions.map(({ version }) => version));
    const byName = new Map();
    for (const symbol of symbols.filter(isExported))
        byName.set(symbol.name, [...(byName.get(symbol.name) ?? []), symbol]);
    // A symbol that must be asked for by its version has the highest bit, and the oldest of two has 2.
    const isFound = (wanted, { version, versionIndex }) => wanted === null
        ? versionIndex < 0x8000 || versionIndex === 0x8002
        : version === wanted || (version === null && versionIndex < 0x8000);
    return {
        names,
        path,
        insteadOf: (version) => versions.size === 0 || versions.has(version) ? undefined : [...versions].slice(-3).join(', '),
        gives: (name, version) => (byName.get(name) ?? []).some((symbol) => versions.size === 0 || isFound(version, symbol)),
    };
}
/** A library of which nothing is known but that it is, or may be, there: it is taken to have what is asked of it. */
function unknownLibrary(name, insteadOf = () => undefined) {
    return {
        names: new Set([name]),
        path: `/lib64/${name}`,
        insteadOf,
        gives: (_symbol, version) => version === null || insteadOf(version) === undefined,
    };
}

;// CONCATENATED MODULE: ./build/audit/global-scope.js



/** Libraries that glibc consists of. */
const PARTS = [
    ...['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1'],
    ...['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', 'librt.so.1', 'libutil.so.1'],
    ...['libresolv.so.2', 'libanl.so.1', 'libmvec.so.1', 'libnsl.so.1', 'libthread_db.so.1'],
];
/** Python itself. */
const PYTHON = {
    names: new Set(),
    path: 'python',
    insteadOf: () => undefined,
    gives: (symbol, version) => version === null && /^_?Py/.test(symbol),
};
/**
 * What Python has loaded before any module, for everything that is loaded later to find symbols in, whether it says that
 * it needs that or not: itself, and libc, libm, libpthread and libdl.
 *
 * @param glibc the runtime's, as `x.y`
 */
function globalScope(glibc) {
    return [PYTHON, ...PARTS.map((name) => glibcLibrary(name, glibc))];
}
/** Whether a library is part of glibc, by its name. */
function isOfGlibc(name) {
    return PARTS.includes(name);
}
/** A part of glibc, which has what any part has. Which of its versions it has is a matter of its own: the rule `glibc`. */
function glibcLibrary(name, glibc) {
    return {
        names: new Set([name]),
        path: `/lib64/${name}`,
        insteadOf: (version) => (isGlibcs(version) ? undefined : 'only versions of its own'),
        gives: (symbol, version) => (version === null ? isUnversioned(symbol, glibc) : isGlibcs(version)),
    };
}
function isGlibcs(version) {
    return version.startsWith('GLIBC_');
}
/** By name, the first glibc that gives a symbol to who asks for no version, and the last one where a later one does not. */
const SYMBOLS = new Map();
for (const [since, names] of Object.entries(glibc_symbols_namespaceObject.XP))
    for (const name of names.split(' '))
        SYMBOLS.set(name, { since });
for (const [until, names] of Object.entries(glibc_symbols_namespaceObject.TG))
    for (const name of names.split(' '))
        SYMBOLS.set(name, { since: '0', ...SYMBOLS.get(name), until });
function isUnversioned(symbol, glibc) {
    const { since, until } = SYMBOLS.get(symbol) ?? {};
    return since !== undefined && isSince(glibc, since) && (until === undefined || isSince(until, glibc));
}
/** What is taken to be loaded along with a file of which nobody knows: all that it needs, whatever that has. */
function presumedBeside({ needed, filters, versionNeeds }, glibc) {
    const names = [...needed, ...filters, ...versionNeeds.map(({ library }) => library)];
    const others = [...new Set(names)].filter((name) => !isOfGlibc(name));
    return {
        libraries: [...globalScope(glibc), ...others.map((name) => unknownLibrary(name))],
        missing: new Map(),
    };
}

;// CONCATENATED MODULE: ./build/audit/rule.js
/** What to do about a file that no linker makes. */
const DAMAGED = 'The file is damaged or was edited. Build it again, and check that it was copied whole.';
/** Makes a rule; it applies always, unless `applies` is given. */
function rule(id, kind, title, find, applies = () => true) {
    return { id, class: kind, title, applies, find };
}

;// CONCATENATED MODULE: ./build/audit/loader-rule.js


/** A rule about what the loader does: where it would crash, that is a finding. */
function loaderRule(id, title, find, applies) {
    const findOrCrash = function* (...args) {
        try {
            yield* find(...args);
        }
        catch (error) {
            if (!(error instanceof MalformedError))
                throw error;
            yield { message: `the loader would stop or crash: ${error.detail}`, hint: error.hint };
        }
    };
    return rule(id, 'loads', title, findOrCrash, applies);
}

;// CONCATENATED MODULE: ./build/audit/rules/binding.js











/** Rules about how the loader binds the file to others: versions, relocations, symbols, functions. */
const BINDING_RULES = [
    loaderRule('libraries', 'the libraries that it needs, with the symbol versions', function* (elf, target) {
        const { libraries, missing } = besideOf(elf, target);
        const called = (name) => libraries.find(({ names }) => names.has(name));
        for (const name of new Set([...elf.needed, ...elf.filters])) {
            const absent = missing.get(name);
            if (absent !== undefined)
                yield absent;
            else if (called(name) === undefined)
                yield {
                    message: `it needs ${name}, which is not there`,
                    hint: 'Link it as a static archive.',
                    library: name,
                };
        }
        for (const { library: name, version, hash, weak } of elf.versionNeeds) {
            if (missing.has(name))
                continue;
            const library = called(name);
            const limit = library === undefined
                ? 'nothing: it is not loaded'
                : hash === elfHash(version)
                    ? library.insteadOf(version)
                    : 'none with the hash that the file says';
            // The loader aborts where the library itself is not loaded, even for a weak version.
            if (limit === undefined || (weak && library !== undefined))
                continue;
            yield {
                message: `it needs ${version} of ${name}, and ${library?.path ?? name} has ${limit}`,
                hint: `Use a build for an older system (a wheel for manylinux2014, say), or put the newer ${name} into the package.`,
                ...{ library: name, version, limit },
                error: versionNotFound(library?.path ?? name, version),
            };
        }
    }),
    loaderRule('init-function', 'the init function where the loader looks for it', function* (elf, { initFunction: name = '', runtime, glibc }) {
        const found = lookUp(elf, { name, newest: true }, glibc);
        if (found === undefined) {
            yield {
                message: `it does not export ${name}, the function that ${runtime} calls`,
                hint: "Build it for this Python; compile psycopg2's own files without -fvisibility=hidden.",
            };
        }
        else if (!isExecutable(elf, found.section === SHN.ABS && isSince(glibc, '2.28') ? -1 : found.value) ||
            found.type === STT.TLS) {
            yield {
                message: `${name} is not a function (symbol type ${found.type})`,
                hint: 'The name is taken by a variable. Check what was linked.',
            };
        }
    }, ({ initFunction }) => initFunction !== undefined),
    loaderRule('undefined', 'nothing left undefined that neither Python nor a library that is loaded with it has', function* (elf, target) {
        for (const { name, version } of undefinedSymbols(elf, target))
            yield {
                message: `${name}${version === undefined ? '' : `, version ${version.version},`} is in neither the file nor ${target.runtime}`,
                hint: 'Link the static archive that defines it, after the archives that use it.',
                symbol: name,
                ...(version && { version: version.version }),
            };
    }),
];
const WITH_SYMBOL = new Set(['symbol', 'size', 'tls', 'static-tls', 'call']);
function* undefinedSymbols(elf, target) {
    const versions = versionsByIndex(elf);
    const beside = besideOf(elf, target);
    const seen = new Set();
    const found = [];
    try {
        eachSoundRelocation(elf, target.glibc, ({ type, symbol: index }) => {
            // Of most nothing is asked: they are relative.
            if (!WITH_SYMBOL.has(type.kind))
                return;
            const defined = type.defined ?? false;
            const key = `${index} ${defined}`;
            if (seen.has(key))
                return;
            seen.add(key);
            const symbol = readSymbol(elf, index);
            if (symbol.binding === STB.LOCAL || (isHidden(symbol) && isSince(target.glibc, '2.24')))
                return;
            const version = versionOf(symbol, versions, elf);
            if (isFound(elf, target, beside, symbol, version, defined))
                return;
            // Without the symbol, its size is asked of nothing.
            if (symbol.binding === STB.WEAK && type.kind !== 'size' && !isStrict(version, target))
                return;
            found.push({ name: symbol.name, version });
        });
    }
    finally {
        yield* found;
    }
}
/** The version that the loader looks for. */
function versionOf(symbol, versions, elf) {
    if (!hasTag(elf.dynamic, DT.VERSYM))
        return undefined;
    const index = symbol.versionIndex & 0x7fff;
    const highest = Math.max(0, ...versions.keys());
    if (highest === 0 || index > highest)
        throw malformed(`${symbol.name} has version number ${index}, and there are ${highest}`);
    const version = versions.get(index);
    return version === undefined || version.hash === 0 ? undefined : version;
}
/** What is loaded along with it, as far as that is known. */
function besideOf(elf, { beside, glibc }) {
    return beside ?? presumedBeside(elf, glibc);
}
function isFound(elf, target, { libraries }, { name }, version, defined) {
    // What has another hash than its name has no library's version.
    const asked = version === undefined || version.hash === elfHash(version.version) ? version?.version : '';
    const last = isStrict(version, target) ? (version?.library ?? null) : null;
    return (isGiven(libraries, name, asked ?? null, last) ||
        (last === null && lookUp(elf, { name, version, defined }, target.glibc) !== undefined));
}
/** Whether nothing will do but the library of which the file says that it has the version: up to glibc 2.19. */
function isStrict(version, { glibc }) {
    return version !== undefined && version.library !== null && !isSince(glibc, '2.20');
}
/** Whether a library has a symbol. @param last the library behind which nobody looks, or null */
function isGiven(libraries, symbol, version, last) {
    for (const library of libraries) {
        if (library.gives(symbol, version))
            return true;
        if (last !== null && library.names.has(last))
            return false;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/audit/text.js
/** Longest text that is given back; a longer run of printable bytes is cut around the hit. */
const LONGEST = 200;
/**
 * The printable texts of a file that contain a string, as `strings FILE | grep STRING` gives them: each once per place
 * it stands at, in the file's order, at most about 400 characters of each.
 *
 * @param wanted what to look for, byte by byte
 */
function textsWith(bytes, wanted) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const texts = [];
    if (wanted === '')
        return texts;
    for (let at = buffer.indexOf(wanted); at >= 0;) {
        let start = at;
        while (start > 0 && at - start < LONGEST && isPrintable(buffer[start - 1]))
            start -= 1;
        let end = at + Buffer.byteLength(wanted);
        while (end - at < LONGEST && isPrintable(buffer[end]))
            end += 1;
        // Around the hit there is only ASCII; the hit itself is UTF-8 when what is looked for is.
        texts.push(buffer.toString('utf8', start, end));
        at = buffer.indexOf(wanted, end);
    }
    return texts;
}
function isPrintable(byte) {
    return byte !== undefined && (byte === 9 || (byte >= 0x20 && byte < 0x7f));
}
/**
 * The versions in texts like `OpenSSL 3.5.7 9 Jun 2026`, each once, in the file's order: the `OPENSSL_VERSION_TEXT` of
 * OpenSSL's `opensslv.h.in`. libpq's and OpenSSL's messages that speak of "OpenSSL" have no number behind it.
 */
function opensslVersions(bytes) {
    const matches = textsWith(bytes, 'OpenSSL ').flatMap((text) => [
        ...text.matchAll(/OpenSSL (\d+\.\d+\.\d+[-+.\w]*) /g),
    ]);
    return [...new Set(matches.map(([, version = '']) => version))];
}

;// CONCATENATED MODULE: ./build/audit/rules/content.js



/**
 * Directories of build machines: home directories, GitHub's runners and containers, CodeBuild, and the places
 * where people and distributions build. Only with what stands below them, since "/tmp" alone is libpq's
 * default socket directory (`DEFAULT_PGSOCKET_DIR` of its `pg_config_manual.h`).
 */
const BUILD_PATHS = [
    '/root/',
    '/home/',
    '/Users/',
    '/github/',
    '/__w/',
    '/tmp/',
    '/build/',
    '/workspace/',
    '/codebuild/',
    '/usr/src/',
];
/** Whole texts that are in every libpq, whatever a caller forbids. */
const RUNTIME_TEXTS = ['/tmp'];
/** Sections that only a debugger reads: DWARF (also compressed), stabs, and links to separate files. */
const DEBUG_SECTION = /^\.(z?debug_|stab|gdb_index$|gnu_debug)/;
const MAX_BYTES = 6_000_000;
/** Rules about what is in the file although the loader does not look at it. */
const CONTENT_RULES = [
    rule('sound', 'ours', 'no contradiction in what the loader does not read', (elf) => elf.faults.map((fault) => ({
        message: `the file contradicts itself: ${fault}`,
        hint: DAMAGED,
    }))),
    rule('stripped', 'ours', 'no symbol table and no debug information', (elf) => elf.sections.filter(isForDebuggers).map(({ name, size }) => ({
        message: `it has a section ${name} of ${size} bytes, which only a debugger reads`,
        hint: 'Link with -s, or run strip --strip-all.',
    }))),
    rule('comment', 'ours', "no compiler's banner", (elf) => elf.sections
        .filter(({ name }) => name === '.comment')
        .map(({ size }) => ({
        message: `it has a section .comment of ${size} bytes, which names the compiler`,
        hint: 'Run strip --strip-all --remove-section=.comment.',
    }))),
    rule('build-paths', 'ours', 'no path of the build machine', (elf, target) => [...forbiddenTexts(elf.bytes, target)].map(([text, path]) => ({
        message: `it contains "${text}", and ${path} is a directory of the build machine`,
        hint: 'Use a neutral --prefix with DESTDIR, OpenSSL with no-filenames, and no -g or path in CFLAGS.',
    }))),
    rule('size', 'ours', 'within the size budget', function* ({ bytes }, { maxBytes = MAX_BYTES }) {
        if (bytes.length <= maxBytes)
            return;
        yield {
            message: `it has ${bytes.length} bytes, but the budget is ${maxBytes}`,
            hint: 'Compile with -ffunction-sections -fdata-sections and link with -Wl,--gc-sections; strip it.',
        };
    }),
    rule('openssl', 'ours', 'the wanted OpenSSL inside, and no other', function* ({ bytes }, { openssl = '' }) {
        if (textsWith(bytes, `OpenSSL ${openssl} `).length === 0) {
            yield {
                message: `nothing shows that OpenSSL ${openssl} is inside: there is no text "OpenSSL ${openssl} "`,
                hint: 'Link the static libcrypto with -Wl,-u,OpenSSL_version.',
            };
        }
        for (const version of opensslVersions(bytes)) {
            if (version === openssl)
                continue;
            yield {
                message: `it contains OpenSSL ${version}, but should contain ${openssl}`,
                hint: 'An archive or header of another OpenSSL came in. Look at the -L and -I order, and clear the cache.',
            };
        }
    }, ({ openssl }) => openssl !== undefined),
];
function isForDebuggers({ name, type }) {
    return type === SHT.SYMTAB || name === '.symtab' || DEBUG_SECTION.test(name);
}
/** Every text with a forbidden path, once, with the first such path. */
function forbiddenTexts(bytes, { forbiddenPaths = [] }) {
    const found = new Map();
    for (const path of [...BUILD_PATHS, ...forbiddenPaths]) {
        // A directory is meant with and without the slash behind it; for the built-in ones the slash is a must.
        const directory = BUILD_PATHS.includes(path) ? path : path.replace(/\/+$/, '');
        for (const text of textsWith(bytes, directory)) {
            if (!found.has(text) && !RUNTIME_TEXTS.includes(text) && standsAlone(text, directory)) {
                found.set(text, path);
            }
        }
    }
    return found;
}
/** Whether the text has the path itself and not only one that starts alike, as /work does in /workshop. */
function standsAlone(text, directory) {
    if (directory.endsWith('/'))
        return true;
    for (let at = text.indexOf(directory); at >= 0; at = text.indexOf(directory, at + 1)) {
        if (!/[\w.+-]/.test(text.charAt(at + directory.length)))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/audit/elf-notes.js



const elf_notes_WHAT = 'a note';
/** What a note of the type says, when it is GNU's: gABI, "Note Section". */
const NT_GNU_PROPERTY_TYPE_0 = 5;
/** Types of properties: the psABI of x86-64, "Program Property". */
const PROPERTY = { ONE_NEEDED: 0xb0008000, FEATURE_1_AND: 0xc0000002, ISA_1_NEEDED: 0xc0008002 };
const GNU = 0x00554e47;
/**
 * The program headers as the loader has them once the file is mapped: in the file's own memory, if they are there, and
 * wherever `PT_PHDR` says.
 *
 * @throws BuildError when nothing is there
 */
function loadedSegments({ image, segments, segmentsAt }) {
    const size = segments.length * SEGMENT_SIZE;
    const holder = segments.find(({ type, vaddr, offset, fileSize }) => {
        const [start, mapped] = [pageStart(offset), pageEnd(vaddr + fileSize) - pageStart(vaddr)];
        return type === PT.LOAD && start <= segmentsAt && start + mapped >= segmentsAt + size;
    });
    const said = segments.findLast(({ type }) => type === PT.PHDR)?.vaddr;
    const found = holder && pageStart(holder.vaddr) + segmentsAt - pageStart(holder.offset);
    const table = said || found;
    if (table === undefined || table === 0)
        return segments;
    const what = 'the program header table';
    return segments.map((_, index) => {
        const at = table + index * SEGMENT_SIZE;
        const [type, flags] = [image.u32(at, what), image.u32(at + 4, what)];
        const [offset, vaddr, fileSize, memorySize, align] = [8, 16, 32, 40, 48].map((to) => image.u64(at + to, what));
        return { type, flags, offset, vaddr, fileSize, memorySize, align };
    });
}
/**
 * The instruction sets that the file says it needs, as bits: 1 for x86-64's baseline, 2 for v2, 4 for v3, 8 for v4.
 * 0 where glibc's loader does not see that it says so: `_dl_process_property_note` of its `sysdeps/x86/dl-prop.h`.
 *
 * @param glibc the loader's, as `x.y`
 * @throws BuildError where the loader would crash
 */
function neededInstructionSets(elf, glibc) {
    let found;
    // From the last to the first.
    for (const { type, vaddr, memorySize, align } of loadedSegments(elf).reverse()) {
        // The same list is in a PT_GNU_PROPERTY; of that, the loader for this machine uses nothing.
        if (type === PT.GNU_PROPERTY && align === 8)
            propertiesIn(elf, vaddr, memorySize, glibc);
        if (type === PT.NOTE && align === 8 && found === undefined) {
            found = propertiesIn(elf, vaddr, memorySize, glibc);
        }
    }
    return found ?? 0;
}
/** The bits that a list of notes has; undefined when it has no note about properties, 0 when that says nothing. */
function propertiesIn({ image }, start, size, glibc) {
    const word = (at) => image.u32(at, elf_notes_WHAT);
    let isa;
    for (let at = start; at + 12 - start < size;) {
        const [nameSize, descriptionSize] = [word(at), word(at + 4)];
        if (nameSize === 4 && word(at + 8) === NT_GNU_PROPERTY_TYPE_0 && word(at + 12) === GNU) {
            // Two such notes are those of an old linker, and mean nothing.
            if (isa !== undefined || descriptionSize < 8 || descriptionSize % 8 !== 0)
                return 0;
            const bits = instructionSetsIn(word, at + 16, at + 16 + descriptionSize, glibc);
            if (bits === undefined)
                return 0;
            isa = bits;
        }
        // Both the name and what follows end at a multiple of 8 bytes.
        at += 12 + nameSize + 7 - ((12 + nameSize + 7) % 8) + (descriptionSize + 7 - ((descriptionSize + 7) % 8));
    }
    return isa;
}
/**
 * The properties of a note's list, of which the last may go beyond its end: gABI's `NT_GNU_PROPERTY_TYPE_0`.
 *
 * @param word gives 32 bits at a place
 * @param start of the list, behind the note's header and name
 */
function* properties(word, start, end) {
    for (let at = start; end - at >= 8;) {
        const [type, size] = [word(at), word(at + 4)];
        yield { type, size, at: at + 8 };
        at += 8 + size + 7 - ((size + 7) % 8);
    }
}
/** The bits that a list of properties has; undefined when it is of no sound layout. */
function instructionSetsIn(word, start, end, glibc) {
    const sized = [PROPERTY.FEATURE_1_AND, PROPERTY.ISA_1_NEEDED];
    if (isSince(glibc, '2.35'))
        sized.push(PROPERTY.ONE_NEEDED);
    let before = 0;
    for (const { type, size, at } of properties(word, start, end)) {
        if (type < before || at + size > end || (sized.includes(type) && size !== 4))
            return undefined;
        if (type === PROPERTY.ISA_1_NEEDED)
            return word(at);
        if (type > PROPERTY.ISA_1_NEEDED)
            return 0;
        before = type;
    }
    return 0;
}
/**
 * What the file's `.note.ABI-tag` says; undefined where it has none that the loader sees: `open_verify` of glibc's
 * `elf/dl-load.c`, up to 2.35.
 *
 * @param glibc the loader's, as `x.y`
 * @throws BuildError when a note is not in the file
 */
function readAbiTag({ image: { file }, segments }, glibc) {
    const isAligned = (align) => (isSince(glibc, '2.31') ? align === 4 || align === 8 : align >= 4);
    for (const { type, offset, fileSize, align } of segments) {
        if (type !== PT.NOTE || fileSize < 32 || !isAligned(align))
            continue;
        const note = file.part(offset, fileSize, elf_notes_WHAT);
        const step = isSince(glibc, '2.31') && align === 8 ? 8 : 4;
        const up = (size) => size + step - 1 - ((size + step - 1) % step);
        for (let at = 0;;) {
            const [nameSize, descriptionSize] = [note.u32(at), note.u32(at + 4)];
            if (nameSize === 4 && descriptionSize === 16 && note.u32(at + 8) === 1 && note.u32(at + 12) === GNU) {
                const kernel = [20, 24, 28].map((to) => note.u32(at + to) % 256).join('.');
                return { system: note.u32(at + 16), kernel };
            }
            const size = isSince(glibc, '2.31')
                ? up(12 + nameSize) + up(descriptionSize)
                : 12 + up(nameSize) + up(descriptionSize);
            if (fileSize - at - 32 < size)
                break;
            at += size;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/audit/rules/hardening.js



/**
 * Functions that `_FORTIFY_SOURCE` always replaces by their checked forms, because they take a format; others only where
 * the size is known.
 */
const PRINTF = ['', 'f', 's', 'sn', 'd', 'as'].flatMap((kind) => [`${kind}printf`, `v${kind}printf`]);
/** The property in which a file says what its code is fit for, and the bits of it: the psABIs of x86-64 and AArch64. */
const FIT_FOR = {
    x86_64: { property: PROPERTY.FEATURE_1_AND, bits: { IBT: 1, SHSTK: 2 }, flag: '-fcf-protection' },
    arm64: { property: 0xc0000000, bits: { BTI: 1 }, flag: '-mbranch-protection=standard' },
};
const isHardened = ({ hardened }) => hardened === true;
/** Rules about what a compiler adds to make flaws of the code harder to use. */
const HARDENING_RULES = [
    rule('stack-protector', 'ours', 'functions with arrays check the stack before they return', function* (elf) {
        if (calls(elf).includes('__stack_chk_fail'))
            return;
        yield {
            message: 'it never calls __stack_chk_fail: nothing in it was compiled with a stack protector',
            hint: 'Compile everything with -fstack-protector-strong.',
        };
    }, isHardened),
    rule('fortified', 'ours', "the C library's functions in the forms that check sizes and formats", function* (elf) {
        const called = calls(elf);
        const hint = 'Compile everything with optimisation and -D_FORTIFY_SOURCE=3.';
        if (!called.some((name) => /^__(?!stack_).*_chk$/.test(name))) {
            yield { message: 'it calls no checked form (__memcpy_chk, say) of any function', hint };
        }
        for (const name of PRINTF.filter((one) => called.includes(one))) {
            yield { message: `it calls ${name} itself, and not __${name}_chk`, hint };
        }
    }, isHardened),
    rule('control-flow', 'ours', 'code that is fit for control-flow protection, and says so', function* (elf, { architecture }) {
        const { property, bits, flag } = FIT_FOR[architecture];
        const said = propertyOf(elf, property);
        const missing = Object.entries(bits).filter(([, bit]) => (said & bit) === 0);
        if (missing.length === 0)
            return;
        yield {
            message: `its notes do not say that all of it is fit for ${missing.map(([name]) => name).join(' and ')}`,
            hint: `Compile everything with ${flag}; the linker says so only of what is fit altogether.`,
        };
    }, isHardened),
];
function calls({ symbols }) {
    return symbols.filter(({ defined }) => !defined).map(({ name }) => name);
}
/** The bits of a property of the whole file, none where it says nothing. */
function propertyOf({ bytes, segments }, property) {
    const note = segments.find(({ type }) => type === PT.GNU_PROPERTY);
    if (note === undefined)
        return 0;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = Math.min(note.offset + note.fileSize, bytes.length);
    const word = (at) => view.getUint32(at, true);
    // After the note's own header and its name, "GNU".
    for (const { type, size, at } of properties(word, note.offset + 16, end))
        if (type === property && size >= 4 && at + 4 <= end)
            return word(at);
    return 0;
}

;// CONCATENATED MODULE: ./build/audit/rules/loading.js




const MACHINES = {
    x86_64: { machine: EM.X86_64, loader: 'ld-linux-x86-64.so.2' },
    arm64: { machine: EM.AARCH64, loader: 'ld-linux-aarch64.so.1' },
};
const MACHINE_NAMES = {
    3: '32-bit x86',
    21: 'PowerPC64',
    22: 's390',
    40: '32-bit Arm',
    [EM.X86_64]: 'x86_64',
    [EM.AARCH64]: 'arm64',
    243: 'RISC-V',
};
/** `EI_OSABI` values that glibc's loader takes: System V and GNU, `VALID_ELF_OSABI` of its `elf/dl-load.c`. */
const OS_ABI_GNU = 3;
const LOADABLE_OS_ABI = [0, OS_ABI_GNU];
/** The newest of GNU's ABI versions that a loader knows, by the list in glibc's `libc-abis`. */
function newestAbi({ architecture, glibc }) {
    return (architecture === 'x86_64' ? 2 : 1) + (isSince(glibc, '2.28') ? 1 : 0);
}
/** The parts of glibc itself; from 2.34 on the first two hold everything. */
const GLIBC_LIBRARIES = ['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', 'librt.so.1'];
/** What is usually behind a library that should not be needed; the first pattern that fits is used. */
const LIBRARY_HINTS = [
    [/^lib(ssl|crypto|pq)\b/, 'Link the static archive: the shared library was found first.'],
    [/^libpython/, 'Leave out -lpythonX.Y: the interpreter that loads the module has these symbols already.'],
    [/^libgcc_s\b|^libatomic\b/, 'Link with -static-libgcc and -Wl,--as-needed.'],
    [
        /^lib(k|gssapi|com_err|ldap|lber|sasl)/,
        'Configure PostgreSQL without it (--without-gssapi --without-ldap).',
    ],
    [/^libz\b|^liblz4|^libzstd/, 'Configure OpenSSL with no-comp and PostgreSQL --without-zlib.'],
];
const MAX_ALIGN = 65536;
/** Pages of both machines' Lambda kernels have 4 KB, and no loader maps less than a page. */
const MIN_ALIGN = 4096;
const ALIGN_HINT = 'Link with -Wl,-z,max-page-size=4096 on x86_64 and =65536 on arm64.';
/** What is first wrong with it as a shared object, as the loader goes: `open_verify` and what calls it in glibc's `elf/dl-load.c`. */
function notShared({ type, dynamic, osAbi, abiVersion, padded }, target) {
    const link = 'Link with -shared, and not with -pie or -z nodlopen.';
    const build = "Build it in the runtime's build image.";
    const isNewest = abiVersion <= (osAbi === OS_ABI_GNU ? newestAbi(target) : 0);
    const isProgram = hasFlag(dynamic, DT.FLAGS_1, DF_1.PIE) && isSince(target.glibc, '2.30');
    const problems = [
        [
            !LOADABLE_OS_ABI.includes(osAbi),
            `it is made for an operating system other than Linux (EI_OSABI ${osAbi})`,
            'ELF file OS ABI invalid',
            build,
        ],
        [
            !isNewest,
            `its ABI version is ${abiVersion}, which glibc ${target.glibc} of ${target.runtime} does not know`,
            'ELF file ABI version invalid',
            build,
        ],
        [
            padded,
            'its identification has something where nothing belongs (EI_PAD)',
            'nonzero padding in e_ident',
            DAMAGED,
        ],
        [
            type === ET_EXEC,
            `it is a program (ELF type ${type}), which cannot be loaded by another`,
            'cannot dynamically load executable',
            link,
        ],
        [
            type !== ET_DYN,
            `the ELF type is ${type}, but that of a shared object is ${ET_DYN}`,
            'only ET_DYN and ET_EXEC can be loaded',
            link,
        ],
        [
            dynamic.length === 0,
            'it has no dynamic section, so nothing can load it',
            'object file has no dynamic section',
            link,
        ],
        [
            isProgram,
            'it is a program (DF_1_PIE), which cannot be loaded by another',
            'cannot dynamically load position-independent executable',
            link,
        ],
        [
            hasFlag(dynamic, DT.FLAGS_1, DF_1.NOOPEN),
            'it forbids loading at run time (DF_1_NOOPEN)',
            'shared object cannot be dlopen()ed',
            link,
        ],
    ];
    const [, message, error, hint] = problems.find(([is]) => is) ?? [];
    return message === undefined || hint === undefined ? undefined : { message, hint, ...(error && { error }) };
}
/** Rules about whether the runtime's loader takes the file, and finds what it asks for. */
const LOADING_RULES = [
    rule('shared-object', 'loads', 'a shared object that can be opened while Python runs', function* (elf, target) {
        const first = notShared(elf, target);
        if (first !== undefined)
            yield first;
    }),
    rule('machine', 'loads', "the runtime's machine", function* ({ machine }, { architecture, runtime }) {
        if (machine === MACHINES[architecture].machine)
            return;
        const found = MACHINE_NAMES[machine] ?? `ELF machine ${machine}`;
        yield {
            message: `it is for ${found}, but ${runtime} is to run on ${architecture}`,
            hint: `Build it in an image of ${architecture}, or ask for the architecture it was built for.`,
        };
    }),
    rule('file-name', 'ours', 'the file name that Python looks for', function* (_elf, { fileName, runtime }) {
        if (fileName === undefined || fileName.actual === fileName.expected)
            return;
        yield {
            message: `it is called ${fileName.actual}, but ${runtime} looks for ${fileName.expected}`,
            hint: `Build it with the headers of that Python, and name it ${fileName.expected}.`,
        };
    }, ({ fileName }) => fileName !== undefined),
    rule('needed', 'ours', 'no library needed beyond the C library', function* (elf, { architecture, runtime }) {
        const allowed = [...GLIBC_LIBRARIES, MACHINES[architecture].loader];
        for (const name of new Set([...elf.needed, ...elf.filters])) {
            if (allowed.includes(name))
                continue;
            yield {
                message: `it needs ${name}, which ${runtime} may not have; only ${allowed.join(', ')} are certain to be there`,
                hint: LIBRARY_HINTS.find(([pattern]) => pattern.test(name))?.[1] ??
                    `Leave the library out of the link line, or link it as a static archive.`,
            };
        }
    }),
    rule('rpath', 'ours', 'no search path of its own', function* (elf) {
        for (const tag of ['rpath', 'runpath']) {
            if (elf[tag] === null)
                continue;
            yield {
                message: `DT_${tag.toUpperCase()} is "${elf[tag]}", and the runtime would search libraries there first`,
                hint: "Link without -Wl,-rpath; Python's own LDSHARED is where it usually comes from.",
            };
        }
    }),
    rule('relr', 'loads', 'no packed relative relocations', function* ({ dynamic }, { runtime, glibc }) {
        if (isSince(glibc, '2.36') || ![DT.RELR, DT.RELRSZ, DT.RELRENT].some((tag) => hasTag(dynamic, tag)))
            return;
        yield {
            // glibc 2.36 is the first that reads them: its NEWS. An older one loads the file and crashes.
            message: `it has DT_RELR relocations, which need glibc 2.36, and ${runtime} has ${glibc}`,
            hint: 'Link without -Wl,-z,pack-relative-relocs.',
        };
    }),
    rule('alignment', 'ours', 'segments aligned for every page size up to 64 KB, and no more', function* (elf) {
        for (const { type, align, vaddr } of elf.segments) {
            if (type !== PT.LOAD)
                continue;
            const where = `the segment at 0x${vaddr.toString(16)}`;
            if (align < MIN_ALIGN || !Number.isInteger(Math.log2(align))) {
                yield {
                    message: `${where} is aligned to ${align} bytes, but a page has ${MIN_ALIGN}`,
                    hint: ALIGN_HINT,
                };
            }
            else if (align > MAX_ALIGN) {
                yield {
                    message: `${where} is aligned to ${align} bytes; the limit is ${MAX_ALIGN}`,
                    hint: ALIGN_HINT,
                };
            }
        }
    }),
    rule('static-tls', 'ours', 'no static thread-local storage', function* ({ dynamic }) {
        if (!hasFlag(dynamic, DT.FLAGS, DF.STATIC_TLS))
            return;
        yield {
            message: 'it has the flag STATIC_TLS: its thread-local variables need room that may be used up by then',
            hint: 'Compile everything with -fPIC, and without -ftls-model=initial-exec.',
        };
    }),
];

;// CONCATENATED MODULE: ./build/audit/rules/mapping.js









/** Address spaces have 47 bits, and files less: on ext4 with pages of 4 KB, 16 TB. */
const [MOST_MEMORY, LONGEST_FILE] = [2 ** 46, 2 ** 44];
/** Rules about what the loader maps, and whether it can: `_dl_map_object_from_fd` of glibc's `elf/dl-load.c`. */
const MAPPING_RULES = [
    loaderRule('segments', 'segments that can be mapped', function* (elf, { glibc }) {
        const loads = elf.segments.filter(({ type }) => type === PT.LOAD);
        for (const load of loads) {
            for (const { problem, error } of segmentProblems(load, loads, elf, glibc))
                yield {
                    message: `the segment at 0x${load.vaddr.toString(16)} ${problem}`,
                    hint: DAMAGED,
                    ...(error !== undefined && { error }),
                };
        }
        const relro = elf.segments.findLast(({ type }) => type === PT.GNU_RELRO);
        if (relro === undefined || relro.memorySize === 0)
            return;
        const [start, end] = [pageStart(relro.vaddr), pageStart(relro.vaddr + relro.memorySize)];
        // Beyond 2^53, numbers are not exact.
        if (relro.vaddr > MOST_MEMORY || (start !== end && !(start < end && elf.image.isMapped(start, end))))
            yield {
                message: 'what is to become read-only (PT_GNU_RELRO) is outside of its segments',
                hint: DAMAGED,
            };
    }),
    loaderRule('dynamic', 'a dynamic section with what the loader takes for granted', function* (elf, { glibc }) {
        for (const message of dynamicProblems(elf, glibc))
            yield { message, hint: DAMAGED };
    }),
    loaderRule('processor', "instructions that the runtime's processor has", function* (elf, { glibc, architecture, instructionSets }) {
        if (architecture !== 'x86_64' || !isSince(glibc, '2.33'))
            return;
        const missing = neededInstructionSets(elf, glibc) & ~instructionSets;
        if (missing === 0)
            return;
        const bits = [...missing.toString(2)].reverse().flatMap((bit, index) => (bit === '1' ? [index] : []));
        yield {
            message: `it says that it needs x86-64 instruction sets that not every processor has: ${bits.map(nameOfSet).join(', ')}`,
            hint: 'Compile it with -march=x86-64-v3 or older, and link without -z x86-64-v4.',
            limit: 'x86-64-v3',
        };
    }),
    loaderRule('kernel', "the runtime's kernel", function* (elf, { glibc, kernel }) {
        if (isSince(glibc, '2.36'))
            return;
        const tag = readAbiTag(elf, glibc);
        const hint = "Build it in the runtime's build image.";
        if (tag !== undefined && tag.system !== 0) {
            yield {
                message: `a note says that it is for an operating system other than Linux (${tag.system})`,
                hint,
            };
        }
        else if (tag !== undefined && versions_compareVersions(tag.kernel, kernel) > 0) {
            yield { message: `a note says that it needs Linux ${tag.kernel}`, hint, limit: kernel };
        }
    }),
];
function nameOfSet(bit) {
    return bit === 0 ? 'the baseline' : bit < 4 ? `v${bit + 1}` : `number ${bit}`;
}
function* segmentProblems(load, loads, elf, glibc) {
    const { vaddr, offset, fileSize, memorySize, align } = load;
    const [first, last] = [loads[0] ?? load, loads.at(-1) ?? load];
    const wrong = (step) => BigInt.asUintN(64, BigInt(vaddr) - BigInt(offset)) & (step - 1n);
    if (!isSince(glibc, '2.35') && align % PAGE !== 0) {
        yield {
            problem: `is aligned to ${align} bytes, but a page has ${PAGE}`,
            error: 'ELF load command alignment not page-aligned',
        };
    }
    else if (wrong(isSince(glibc, '2.35') ? BigInt(PAGE) : BigInt.asUintN(64, BigInt(align) || 2n ** 64n)) !== 0n) {
        yield {
            problem: `is at 0x${offset.toString(16)} in the file, which its alignment forbids`,
            error: `ELF load command address/offset not ${isSince(glibc, '2.35') ? 'page-aligned' : 'properly aligned'}`,
        };
    }
    const end = last.vaddr + last.memorySize;
    if (end - first.vaddr > MOST_MEMORY || offset + fileSize > LONGEST_FILE) {
        yield { problem: 'makes the file larger than any memory' };
    }
    else if (vaddr < pageStart(first.vaddr) ||
        Math.max(vaddr + memorySize, pageEnd(vaddr + fileSize)) > pageEnd(end) ||
        (pageStart(last.vaddr) < pageEnd(first.vaddr + first.fileSize) &&
            loads.length > 1 &&
            isSince(glibc, '2.26'))) {
        yield { problem: 'is not in the order of addresses' };
    }
    else if (pageEnd(end) === pageStart(first.vaddr)) {
        yield { problem: 'is empty, and so is every other' };
    }
    // Behind the page of the file's end is nothing: who reads there gets a SIGBUS.
    if (fileSize > 0 && pageEnd(offset + fileSize) > pageEnd(elf.bytes.length)) {
        yield { problem: `should end at byte ${offset + fileSize}, but the file has ${elf.bytes.length}` };
    }
}
/** The tables whose entries the loader changes to the addresses that they have in memory. */
const ADJUSTED = [DT.HASH, DT.PLTGOT, DT.STRTAB, DT.SYMTAB, DT.RELA, DT.JMPREL, DT.VERSYM, DT.GNU_HASH];
/** What tables must say that one of their entries is as large as it is. */
const SIZES = [
    { of: DT.RELA, tag: DT.RELAENT, name: 'RELAENT', is: 24, since: '0' },
    { of: DT.RELR, tag: DT.RELRENT, name: 'RELRENT', is: 8, since: '2.36' },
    { of: DT.PLTREL, tag: DT.PLTREL, name: 'PLTREL', is: DT.RELA, since: '0' },
];
/** `elf_get_dynamic_info` of glibc's `elf/get-dynamic-info.h`. */
function* dynamicProblems(elf, glibc) {
    const { dynamic, segments, image } = elf;
    if (dynamic.length === 0)
        return;
    if (isSince(glibc, '2.27') &&
        segments.some(({ type, fileSize }) => type === PT.DYNAMIC && fileSize === 0)) {
        yield 'its dynamic section is not in the file: it holds debug information only';
    }
    const segment = dynamicSegment(segments);
    if (segment !== undefined && (!isSince(glibc, '2.35') || segment.flags & PF.W)) {
        for (const tag of isSince(glibc, '2.36') ? [...ADJUSTED, DT.RELR] : ADJUSTED) {
            const index = dynamic.findLastIndex((entry) => entry.tag === tag);
            const at = segment.vaddr + index * ENTRY_SIZE;
            if (index >= 0 && !((image.flags(at) ?? 0) & PF.W)) {
                yield 'its dynamic section is in a segment that cannot be written';
                break;
            }
        }
    }
    for (const { of, tag, name, is, since } of SIZES) {
        if (dynamicValue(dynamic, of) === undefined || !isSince(glibc, since))
            continue;
        const value = requiredValue(elf, tag, name);
        if (value !== is)
            yield `DT_${name} is ${value} instead of ${is}`;
    }
    requiredValue(elf, DT.STRTAB, 'STRTAB');
    requiredValue(elf, DT.SYMTAB, 'SYMTAB');
    if ([...versionsByIndex(elf).keys()].some((index) => index > 0))
        requiredValue(elf, DT.VERSYM, 'VERSYM');
}

;// CONCATENATED MODULE: ./build/audit/rules/memory.js



/** Rules about which memory can be written and which can be run. */
const MEMORY_RULES = [
    rule('text-relocations', 'ours', 'no code that the loader must change', function* ({ dynamic }) {
        if (!hasTag(dynamic, DT.TEXTREL) && !hasFlag(dynamic, DT.FLAGS, DF.TEXTREL))
            return;
        yield {
            message: 'it has text relocations (DT_TEXTREL): code pages become writable while it is loaded',
            hint: 'Compile every object and archive with -fPIC, and link with -Wl,-z,text to see which is not.',
        };
    }),
    rule('stack', 'ours', 'a stack that cannot be run', function* ({ segments }) {
        const stacks = segments.filter(({ type }) => type === PT.GNU_STACK);
        const hint = 'Link with -Wl,-z,noexecstack; assembly files need a .note.GNU-stack section.';
        if (stacks.length === 0) {
            const message = 'it has no PT_GNU_STACK, which to the loader means that the stack must be executable';
            yield { message, hint };
        }
        else if (stacks.some(({ flags }) => flags & PF.X)) {
            yield { message: 'it asks for an executable stack (PT_GNU_STACK with flag X)', hint };
        }
    }),
    rule('relro', 'ours', 'full RELRO: everything bound at load time, then read-only', function* ({ segments, dynamic }) {
        if (!segments.some(({ type, memorySize }) => type === PT.GNU_RELRO && memorySize > 0)) {
            yield {
                message: 'it has no PT_GNU_RELRO: its tables of addresses stay writable',
                hint: 'Link with -Wl,-z,relro.',
            };
        }
        const isBoundNow = hasTag(dynamic, DT.BIND_NOW) ||
            hasFlag(dynamic, DT.FLAGS, DF.BIND_NOW) ||
            hasFlag(dynamic, DT.FLAGS_1, DF_1.NOW);
        if (!isBoundNow) {
            yield {
                message: 'it is bound lazily (no BIND_NOW): a missing symbol would show in a request, not at import',
                hint: 'Link with -Wl,-z,now.',
            };
        }
    }),
    rule('writable-code', 'ours', 'no segment that can be both written and run', (elf) => elf.segments
        .filter(({ type, flags }) => type === PT.LOAD && flags & PF.W && flags & PF.X)
        .map(({ vaddr }) => ({
        message: `the segment at 0x${vaddr.toString(16)} can be written and run`,
        hint: 'Link without -Wl,-N (--omagic), and check the linker script and assembly sections.',
    }))),
];

;// CONCATENATED MODULE: ./build/audit/rules/relocating.js










/** What there is of the room for thread-local variables that glibc reserves at the start, and how it is aligned. */
const relocating_STATIC_TLS = { size: 1664, align: 64 };
/** Rules about what the loader changes in the file's memory, and the functions that it then calls. */
const RELOCATING_RULES = [
    loaderRule('relocations', 'relocations that the loader can do', function* (elf, target) {
        const isWritable = writable(elf);
        const misplaced = [];
        let staticTls = false;
        try {
            eachRelocation(elf, target.glibc, ({ address, type, number, symbol, addend }) => {
                const tell = (what) => misplaced.push({
                    message: `the relocation of 0x${address.toString(16)} (type ${number}) ${what}`,
                    hint: DAMAGED,
                });
                if (!isWritable(address, type.size))
                    tell('is where nothing can be written');
                if (type.kind === 'call' && !isExecutable(elf, addend))
                    tell('calls what is no function');
                // Those of others have their place already.
                if (type.kind === 'static-tls' && isOwn(readSymbol(elf, symbol)))
                    staticTls = true;
            });
        }
        finally {
            yield* misplaced;
        }
        const problem = staticTls ? staticTlsProblem(elf) : undefined;
        if (problem !== undefined)
            yield {
                message: `its thread-local variables are to be at a fixed place, ${problem}`,
                hint: 'Compile everything with -fPIC, and without -ftls-model=initial-exec.',
            };
        if (!isSince(target.glibc, '2.36'))
            return;
        for (const address of packedRelocations(elf)) {
            if (isWritable(address, 8))
                continue;
            yield {
                message: `the relocation of 0x${address.toString(16)} is where nothing can be written`,
                hint: DAMAGED,
            };
        }
        if (isUnmarked(elf))
            yield {
                message: 'it has DT_RELR relocations, and does not need GLIBC_ABI_DT_RELR, which says so',
                hint: 'Link with -Wl,-z,pack-relative-relocs, which does both, or without such relocations.',
            };
    }),
    loaderRule('start', 'functions that run when it is loaded', function* (elf, target) {
        const hint = DAMAGED;
        const first = dynamicValue(elf.dynamic, DT.INIT);
        if (first !== undefined && !isExecutable(elf, first))
            yield { message: 'DT_INIT is no function', hint };
        const start = dynamicValue(elf.dynamic, DT.INIT_ARRAY);
        // That an old loader leaves packed relocations undone is told by a rule of its own.
        const isLeft = hasTag(elf.dynamic, DT.RELR) && !isSince(target.glibc, '2.36');
        if (start === undefined || isLeft || !knowsMachine(elf))
            return;
        // The loader counts them in 32 bits: `call_init` of glibc's `elf/dl-init.c`.
        const size = (Math.floor(requiredValue(elf, DT.INIT_ARRAYSZ, 'INIT_ARRAYSZ') / 8) % 2 ** 32) * 8;
        const set = addressesSet(elf, target, start, size);
        for (let at = start; at < start + size; at += 8) {
            const address = set(at, elf.image.u64(at, 'the list of functions that run when it is loaded'));
            if (address !== 'elsewhere' && !(address !== undefined && isExecutable(elf, address))) {
                yield { message: `DT_INIT_ARRAY has at 0x${at.toString(16)} what is no function`, hint };
                return;
            }
        }
    }),
];
function isOwn({ defined, binding }) {
    return defined || binding === STB.LOCAL;
}
/** `_dl_try_allocate_static_tls` of glibc's `elf/dl-reloc.c`. */
function staticTlsProblem({ segments, image }) {
    const block = segments.findLast(({ type, memorySize }) => type === PT.TLS && memorySize !== 0);
    if (block === undefined || block.align === 0)
        return 'and there are none';
    const { vaddr, fileSize, memorySize, align } = block;
    if (memorySize > relocating_STATIC_TLS.size || memorySize < 0)
        return `they need ${memorySize} bytes, and at most ${relocating_STATIC_TLS.size} are left`;
    if (align > relocating_STATIC_TLS.align || align < 0)
        return `aligned to ${align} bytes, which is more than ${relocating_STATIC_TLS.align}`;
    return fileSize > memorySize || !image.isMapped(vaddr, vaddr + fileSize)
        ? 'and they are not in the file'
        : undefined;
}
/** Whether the loader can write at an address while it does relocations. */
function writable(elf) {
    const { image, dynamic } = elf;
    // With text relocations, what cannot be written becomes so for the time being.
    const opened = hasTag(dynamic, DT.TEXTREL) || hasFlag(dynamic, DT.FLAGS, DF.TEXTREL)
        ? loadedSegments(elf)
            .filter(({ type, flags }) => type === PT.LOAD && !(flags & PF.W))
            .map(({ vaddr, memorySize }) => ({ start: pageStart(vaddr), end: pageEnd(vaddr + memorySize) }))
        : [];
    const closed = opened.find(({ start, end }) => !image.isMapped(start, end));
    if (closed !== undefined)
        throw malformed('it has text relocations, and a segment that is not where it should be');
    const isByteWritable = (at) => ((image.flags(at) ?? 0) & PF.W) !== 0 || opened.some(({ start, end }) => start <= at && at < end);
    return (address, size) => size === 0 || (isByteWritable(address) && isByteWritable(address + size - 1));
}
/** `_dl_check_map_versions` of glibc's `elf/dl-version.c`. */
function isUnmarked({ dynamic, needed: libraries, versionNeeds }) {
    return (hasTag(dynamic, DT.RELR) &&
        hasTag(dynamic, DT.VERNEED) &&
        libraries.some((name) => name.startsWith('libc.so.')) &&
        versionNeeds.every(({ version }) => version !== 'GLIBC_ABI_DT_RELR'));
}
/** Gives the address that the loader puts somewhere in a range, if it is one of the file's. */
function addressesSet(elf, target, start, size) {
    const set = new Map();
    eachSoundRelocation(elf, target.glibc, ({ address, type, addend, symbol }) => {
        if (address < start || start + size <= address || type.size !== 8)
            return;
        if (type.kind === 'relative')
            set.set(address, addend);
        else if (type.kind === 'symbol') {
            const of = readSymbol(elf, symbol);
            set.set(address, isOwn(of) ? of.value + addend : 'elsewhere');
        }
    });
    const packed = new Set(packedRelocations(elf));
    // Packed relocations, which come first, add to what is there.
    return (at, value) => (set.has(at) ? set.get(at) : packed.has(at) ? value : undefined);
}

;// CONCATENATED MODULE: ./build/audit/rules/symbols.js




/** Rules about what the file takes from others and gives to others. */
const SYMBOL_RULES = [
    rule('glibc', 'loads', "no symbol version above the runtime's glibc", (elf, target) => elf.versionNeeds.flatMap((need) => versionFindings(elf, need, newerGlibc(need, target)))),
    rule('versions', 'ours', 'no symbol version but those that every glibc keeps', (elf, target) => elf.versionNeeds.flatMap((need) => versionFindings(elf, need, uncertainVersion(need.version, target)))),
    rule('exports', 'ours', 'the init function exported, and nothing else', (elf, { initFunction }) => elf.symbols
        .filter((symbol) => isExported(symbol) && symbol.name !== initFunction)
        .map(({ name }) => ({
        message: `it exports ${name}, which could be taken for a symbol of the same name elsewhere`,
        hint: `Link with -Wl,--exclude-libs,ALL and a version script { global: ${initFunction}; local: *; }.`,
    })), isModule),
];
/** Whether the file is a module of Python's, and not a library that one needs. */
function isModule({ initFunction }) {
    return initFunction !== undefined;
}
/** The first glibc that has a mark of what its loader can do. */
const MARKS = { GLIBC_ABI_DT_RELR: '2.36' };
function hasMark(version, glibc) {
    const first = MARKS[version];
    return first !== undefined && isSince(glibc, first);
}
function versionFindings(elf, need, problem) {
    if (problem === null)
        return [];
    const { limit, hint } = problem;
    const { library, version } = need;
    const message = `needs ${version} of ${library}, ${problem.because}`;
    const symbols = elf.symbols.filter(({ version, library }) => version === need.version && library === need.library);
    // A version can stand without a symbol: a mark such as GLIBC_ABI_DT_RELR, or what a linker left over.
    return symbols.length === 0
        ? [{ message: `it ${message}`, hint, version, library, limit }]
        : symbols.map(({ name: symbol }) => ({
            message: `${symbol} ${message}`,
            hint,
            symbol,
            version,
            library,
            limit,
        }));
}
/** What is wrong with needing a version that only a newer glibc has, or null. */
function newerGlibc({ version, weak }, { runtime, glibc }) {
    // Up to 2.19, what is weak must be there, too, if anything of it is looked for.
    if (weak && isSince(glibc, '2.20'))
        return null;
    const number = glibcNumber(version);
    const rebuild = `Build it for glibc ${glibc} or older: with toolchain: pinned, or in an image such as the runtime's build image.`;
    if (number !== null) {
        return versions_compareVersions(number, glibc) <= 0
            ? null
            : { because: `and ${runtime} has glibc ${glibc}`, limit: `GLIBC_${glibc}`, hint: rebuild };
    }
    // No symbol has such a version: it keeps a loader away that lacks a feature, GLIBC_ABI_DT_RELR for one.
    if (version.startsWith('GLIBC_ABI_') && !hasMark(version, glibc)) {
        return {
            because: `the mark of a loader newer than glibc ${glibc} of ${runtime}`,
            limit: `GLIBC_${glibc}`,
            hint: rebuild,
        };
    }
    return null;
}
/** What is wrong with needing a version that a glibc may lack whatever its number, or null. */
function uncertainVersion(version, { runtime }) {
    if (glibcNumber(version) !== null || version.startsWith('GLIBC_ABI_'))
        return null;
    if (version.startsWith('GLIBC_')) {
        return {
            because: `which any build of glibc may change, including that of ${runtime}`,
            limit: 'GLIBC_x.y',
            hint: 'It is internal to glibc. Leave out the code that calls it.',
        };
    }
    return {
        because: `and only those of glibc are certain to be in ${runtime}`,
        limit: 'GLIBC_x.y',
        hint: 'Link that library as a static archive.',
    };
}

;// CONCATENATED MODULE: ./build/audit/rules.js








/** All rules, in the order in which violations are reported: what keeps the file from loading comes first. */
const rules_RULES = [
    ...LOADING_RULES,
    ...MAPPING_RULES,
    ...SYMBOL_RULES,
    ...BINDING_RULES,
    ...RELOCATING_RULES,
    ...MEMORY_RULES,
    ...HARDENING_RULES,
    ...CONTENT_RULES,
];
/** What the loader never comes to behind what a rule finds, by that rule. */
const ENDS = {
    'shared-object': (later) => later.class === 'loads',
    machine: (later) => later.class === 'loads',
    libraries: (later) => later.id === 'undefined',
};
/** The findings that are causes, without what only follows from those of an earlier rule. */
function causesIn(found) {
    return found.filter(({ rule }, at) => !found.slice(0, at).some((before) => before.findings.length > 0 && ENDS[before.rule.id]?.(rule)));
}

;// CONCATENATED MODULE: ./build/audit/audit.js





const ALL = { ours: true };
/**
 * Checks a shared object against every rule for the runtime it is meant for.
 *
 * @param bytes the whole file
 * @throws BuildError when the bytes are not a 64-bit little-endian ELF file or are damaged
 */
function auditSharedObject(bytes, target) {
    return auditElf(readElf(bytes), target);
}
/**
 * Checks a shared object that is read already.
 *
 * @param ours whether it is held to what is asked of those made here, too
 */
function auditElf(elf, target, { ours } = ALL) {
    const rules = rules_RULES.filter((rule) => (ours || rule.class !== 'ours') && rule.applies(target));
    const found = rules.map((rule) => ({ rule, findings: [...rule.find(elf, target)] }));
    const violations = causesIn(found).flatMap(({ rule, findings }) => findings.map((finding) => ({ rule: rule.id, class: rule.class, ...finding })));
    return {
        passed: violations.length === 0,
        loads: violations.every((violation) => violation.class !== 'loads'),
        violations,
        checked: rules.map(({ id }) => id),
        highestGlibc: highestGlibc(elf.versionNeeds),
        needed: elf.needed,
        size: elf.bytes.length,
    };
}
/** In the one line of an annotation; the log before it has them all. */
const MOST_IN_A_MESSAGE = 3;
/**
 * The violations as lines for people, without line ends: per rule what must hold, what is wrong, and what to do.
 *
 * @param what the file, for example its name
 */
function formatViolations(report, what) {
    if (report.passed)
        return [`${what}: passed ${count(report.checked.length, 'rule')}`];
    const titles = new Map(RULES.map(({ id, title }) => [id, title]));
    const lines = byRule(report.violations).flatMap(({ rule, violations, hints }) => [
        `${rule} (wanted: ${titles.get(rule)})`,
        ...bulletsOf(violations.map(({ message }) => message)),
        ...hints,
    ]);
    return [`${what}: ${summary(report)}`, ...lines];
}
/**
 * The error that stops a build whose shared object was refused, with the violations as its details.
 *
 * @param report what the audit said, with `passed` false
 * @param what the file, for example its name
 */
function auditFailure(report, what) {
    const first = report.violations.slice(0, MOST_IN_A_MESSAGE).map(({ message }) => message);
    const others = report.violations.length - first.length;
    const head = report.violations.length > 1 ? `${summary(report)}: ` : '';
    return new BuildError(`${what} is refused by the audit: ${head}${first.join('; ')}${others > 0 ? `; and ${others} more` : ''}`, unique(report.violations.map(({ hint }) => hint)).join(' '), formatViolations(report, what));
}
function summary({ violations }) {
    const rules = unique(violations.map(({ rule }) => rule));
    return `${count(violations.length, 'violation')} of ${count(rules.length, 'rule')} (${rules.join(', ')})`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function unique(texts) {
    return [...new Set(texts)];
}

;// CONCATENATED MODULE: ./build/audit/audit-target.js

/** AVX2 is what AWS says that every x86_64 function has; that is x86-64-v3. */
const LAMBDAS_INSTRUCTION_SETS = 0b111;
/** Of Amazon Linux 1 and 2, on which Lambda's oldest Pythons run. */
const OLDEST_KERNEL = '4.14.0';
/** What loads modules on Lambda. */
function lambdaSystem({ python, architecture, base, }) {
    return {
        architecture,
        runtime: `Python ${python} (${base.title})`,
        glibc: base.glibc,
        kernel: OLDEST_KERNEL,
        instructionSets: LAMBDAS_INSTRUCTION_SETS,
    };
}
/** What the audit must hold a module against for a plan's runtime. `path` is the module's, for its name. */
function auditTarget(plan, path) {
    return {
        ...lambdaSystem(plan),
        initFunction: initFunctionOf(plan.python),
        fileName: {
            actual: path.slice(path.lastIndexOf('/') + 1),
            expected: moduleFileName(plan.python, plan.architecture),
        },
    };
}

;// CONCATENATED MODULE: ./build/audit/extras.js

/** Bytes of all that is read for it; a whole function's have some megabytes, and links can give a file many names. */
const MOST_RECORDED = 50_000_000;
/**
 * The paths of what wheels for any machine brought, each with its wheel: such a wheel works without what is compiled in
 * it, which is for those systems that happen to have it. The packaging specification has the two files: "Recording
 * installed projects".
 */
function extrasOf(files) {
    const extras = new Map();
    let left = MOST_RECORDED;
    const read = (path) => {
        const file = files.get(path);
        left -= file?.size ?? 0;
        return left < 0 ? '' : textOf(file);
    };
    for (const path of files.keys()) {
        const [, root = '', info = ''] = /^(.*\/)?([^/]+\.dist-info\/)WHEEL$/.exec(path) ?? [];
        if (info === '' || !/^Root-Is-Purelib: *true/im.test(read(path)))
            continue;
        for (const row of read(`${root}${info}RECORD`).split('\n')) {
            extras.set(`${root}${row.split(',')[0]?.replace(/^"|"$/g, '')}`, `${root}${info}`);
        }
    }
    return extras;
}
function textOf(file) {
    try {
        return Buffer.from(file?.read() ?? []).toString();
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            return '';
        throw error;
    }
}
/** The same, with nothing asked of extras that no import opens. */
function withoutExtras({ opened, unopened, broken }, extras) {
    // Some wheels say so and have modules all the same, which need their libraries.
    const imported = new Set(opened.flatMap(({ module, path }) => (module ? [extras.get(path)] : [])));
    const isExtra = (path) => extras.has(path) && !imported.has(extras.get(path));
    const leave = (path) => ({ path, why: EXTRA, foreign: false });
    return {
        opened: opened.filter(({ path }) => !isExtra(path)),
        broken: broken.filter(({ file }) => !isExtra(file)),
        unopened: [
            ...unopened.map((one) => ({
                ...one,
                // What Windows opens without a tag says nothing of the Python that its package is for.
                foreign: one.foreign && !extras.has(one.path) && !/(^|\/)[^./]+\.pyd$/.test(one.path),
            })),
            ...opened.filter(({ path }) => isExtra(path)).map(({ path }) => leave(path)),
            ...broken.filter(({ file }) => isExtra(file)).map(({ file }) => leave(file)),
        ],
    };
}
const EXTRA = 'an extra of a wheel for any machine, which works without';

;// CONCATENATED MODULE: ./build/audit/hidden-psycopg2.js




/** What an import finds in place of psycopg2: a file of that name, or a directory that is no package. */
function hiddenFindings({ files, paths, places, psycopg2: { found }, target: { python }, }) {
    const file = hidingFile(paths, places);
    if (file !== undefined && (found !== undefined || importsPsycopg2(files.get(file)))) {
        return [
            {
                ...{ rule: 'psycopg2', class: 'loads', file },
                message: '"import psycopg2" finds this file, which hides the package of that name',
                hint: `Rename ${file}, also in the function's handler if that names it: nothing may be called as a package that it imports.`,
                error: circularImport(python, `${places.mount}/${file}`),
            },
        ];
    }
    if (found === undefined || isWhole(paths, found))
        return [];
    return [
        {
            ...{ rule: 'psycopg2', class: 'loads', file: found },
            message: 'it has no __init__.py, without which "import psycopg2" finds an empty package',
            hint: 'Put all of psycopg2 into the package: __init__.py, extensions.py and so on, as pip installs it.',
            error: python === '2.7' ? notFound('psycopg2', python) : NO_CONNECT,
        },
    ];
}
/** Files of psycopg2's name that no import finds, because it finds the package. */
function unseenNotes({ files, paths, places, psycopg2: { found } }) {
    const [root = ''] = places.roots.filter((one) => `${one}psycopg2/` === found);
    const file = `${root}psycopg2.py`;
    if (found === undefined || !files.has(file) || hidingFile(paths, places) === file)
        return [];
    return [
        `${file} is not imported, because the package ${found} is (a handler in it: Handler missing on module 'psycopg2')`,
    ];
}
/** What Python says where psycopg2 has nothing in it. */
const NO_CONNECT = "module 'psycopg2' has no attribute 'connect'";
/** What it says of a module that asks itself, while it is imported. @param path on Lambda */
function circularImport(python, path) {
    if (python === '2.7')
        return "'module' object has no attribute 'connect'";
    if (versions_compareVersions(python, '3.8') < 0)
        return NO_CONNECT;
    const from = versions_compareVersions(python, '3.13') < 0 ? '' : ` from '${path}'`;
    return `partially initialized module 'psycopg2'${from} has no attribute 'connect' (most likely due to a circular import)`;
}
/** Whether a file means another psycopg2 than itself. */
function importsPsycopg2(file) {
    try {
        return /^[ \t]*(import|from)[ \t]+psycopg2\b/m.test(Buffer.from(file?.read() ?? []).toString());
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/audit/image-libraries.json
const image_libraries_namespaceObject = /*#__PURE__*/JSON.parse('{"z":{"al1":{"source":"https://github.com/lambci/docker-lambda base/packages.txt of commit de9a2bf: the packages of the image, and what each is known to hold; libstdc++72 and libgcc72 are GCC 7.2","libraries":["ld-linux-x86-64.so.2","libGL.so.1","libICE.so.6","libSM.so.6","libX11.so.6","libXau.so.6","libXext.so.6","libXrender.so.1","libacl.so.1","libanl.so.1","libattr.so.1","libbz2.so.1","libc.so.6","libcap.so.2","libcom_err.so.2","libcrypt.so.1","libcrypto.so.10","libcurl.so.4","libdl.so.2","libexpat.so.1","libexslt.so.0","libffi.so.6","libfontconfig.so.1","libfreetype.so.6","libgcc_s.so.1","libglib-2.0.so.0","libgmp.so.10","libgomp.so.1","libgssapi_krb5.so.2","libgthread-2.0.so.0","libk5crypto.so.3","libkeyutils.so.1","libkrb5.so.3","libkrb5support.so.0","liblber-2.4.so.2","libldap-2.4.so.2","libldap_r-2.4.so.2","liblzma.so.5","libm.so.6","libncurses.so.5","libncursesw.so.5","libnsl.so.1","libnspr4.so","libnss3.so","libnss_compat.so.2","libnss_dns.so.2","libnss_files.so.2","libnssutil3.so","libpcre.so.0","libpthread.so.0","libreadline.so.6","libresolv.so.2","librt.so.1","libsasl2.so.2","libselinux.so.1","libsmime3.so","libsqlite3.so.0","libssl.so.10","libssl3.so","libstdc++.so.6","libthread_db.so.1","libtinfo.so.5","libutil.so.1","libuuid.so.1","libxcb.so.1","libxml2.so.2","libxslt.so.1","libz.so.1"],"perhaps":["libasound.so.2","libcairo.so.2","libelf.so.1","libgdbm.so.2","libgif.so.4","libgobject-2.0.so.0","libgio-2.0.so.0","libgmodule-2.0.so.0","libicudata.so.50","libicui18n.so.50","libicuuc.so.50","libidn2.so.0","libjpeg.so.62","liblcms2.so.2","libmagic.so.1","libnghttp2.so.14","libpixman-1.so.0","libpng12.so.0","libpopt.so.0","libpsl.so.0","libssh2.so.1","libtiff.so.5"],"versions":{"GLIBCXX":"3.4.24","CXXABI":"1.3.11","GCC":"7.0.0"}},"al2":{"source":"https://github.com/lambci/docker-lambda base/base-2/fs.txt of commit de9a2bf: every file of the image; libstdc++.so.6.0.24 is GCC 7\'s","libraries":["ld-linux-aarch64.so.1","ld-linux-x86-64.so.2","libacl.so.1","libanl.so.1","libattr.so.1","libc.so.6","libcap.so.2","libcom_err.so.2","libcrypto.so.10","libdl.so.2","libffi.so.6","libform.so.6","libformw.so.6","libfreebl3.so","libfreeblpriv3.so","libgcc_s-7-20180303.so.1","libgcc_s.so.1","libgmp.so.10","libgmpxx.so.4","libgssapi_krb5.so.2","libgssrpc.so.4","libk5crypto.so.3","libkdb5.so.8","libkeyutils.so.1","libkrad.so.0","libkrb5.so.3","libkrb5support.so.0","libm.so.6","libmenu.so.6","libmenuw.so.6","libmvec.so.1","libncurses.so.6","libncursesw.so.6","libnsl.so.1","libnspr4.so","libnss_compat.so.2","libnss_dns.so.2","libnss_files.so.2","libnssckbi.so","libnssutil3.so","libp11-kit.so.0","libpanel.so.6","libpanelw.so.6","libpcre.so.1","libpcre16.so.0","libpcre32.so.0","libpcrecpp.so.0","libpcreposix.so.0","libplc4.so","libplds4.so","libpopt.so.0","libpthread.so.0","libresolv.so.2","librt.so.1","libselinux.so.1","libsepol.so.1","libssl.so.10","libstdc++.so.6","libtasn1.so.6","libthread_db.so.1","libtic.so.6","libtinfo.so.6","libutil.so.1","libverto.so.1","libz.so.1"],"perhaps":[],"versions":{"GLIBCXX":"3.4.24","CXXABI":"1.3.11","GCC":"7.0.0"}},"al2023":{"source":"https://docs.aws.amazon.com/linux/al2023/ug/minimal-container.html: the image is the minimal one with microdnf, which is written in C++; libz is needed by psycopg2-binary\'s wheel, which works there; https://docs.aws.amazon.com/linux/al2023/ug/glibc-gcc-and-binutils.html: GCC 11. Perhaps there: what microdnf, rpm, curl, bash and Python need; no list of the files was found","libraries":["ld-linux-aarch64.so.1","ld-linux-x86-64.so.2","libanl.so.1","libc.so.6","libdl.so.2","libgcc_s.so.1","libm.so.6","libmvec.so.1","libnss_compat.so.2","libnss_dns.so.2","libnss_files.so.2","libpthread.so.0","libresolv.so.2","librt.so.1","libstdc++.so.6","libthread_db.so.1","libutil.so.1","libz.so.1"],"perhaps":["libacl.so.1","libarchive.so.13","libassuan.so.0","libattr.so.1","libblkid.so.1","libbz2.so.1","libcap.so.2","libcom_err.so.2","libcrypt.so.2","libcrypto.so.3","libcurl.so.4","libdnf.so.2","libexpat.so.1","libffi.so.8","libgcrypt.so.20","libgio-2.0.so.0","libglib-2.0.so.0","libgmodule-2.0.so.0","libgmp.so.10","libgobject-2.0.so.0","libgomp.so.1","libgpg-error.so.0","libgpgme.so.11","libgssapi_krb5.so.2","libhistory.so.8","libidn2.so.0","libjson-c.so.5","libk5crypto.so.3","libkeyutils.so.1","libkrb5.so.3","libkrb5support.so.0","liblua-5.4.so","liblzma.so.5","libmodulemd.so.2","libmount.so.1","libmpfr.so.6","libncurses.so.6","libncursesw.so.6","libnghttp2.so.14","libpcre2-8.so.0","libpopt.so.0","libpsl.so.5","libreadline.so.8","librpm.so.9","librpmio.so.9","libselinux.so.1","libsepol.so.2","libsigsegv.so.2","libsmartcols.so.1","libsolv.so.1","libsqlite3.so.0","libssl.so.3","libtinfo.so.6","libunistring.so.2","libuuid.so.1","libxml2.so.2","libyaml-0.so.2","libzstd.so.1"],"versions":{"GLIBCXX":"3.4.29","CXXABI":"1.3.13","GCC":"11.0"}}}}');
;// CONCATENATED MODULE: ./build/audit/libraries.js








/** `LD_LIBRARY_PATH` of Lambda's Python images but for the image's own directories, which come before these. */
const LIBRARY_PATH = ['/var/task', '/var/task/lib', '/opt/lib'];
/** Stands for the image's own directories in a search path. */
const IMAGE = '';
/** Which of the image's libraries have versions that `image-libraries.json` has the newest of. */
const VERSIONED = ['libgcc_s.so.1', 'libstdc++.so.6'];
/** Pairs of what is loaded together, over all of a package; a hundred modules of Qt's with its libraries have a tenth. */
const MOST_PAIRS = 10_000_000;
/** Finds libraries as glibc's loader does on Lambda: `_dl_map_object` of its `elf/dl-load.c`. */
class Libraries {
    objects;
    places;
    target;
    #image;
    #global;
    #known = new Map();
    #left;
    /** A path to each file name. */
    #called = new Map();
    #pairs = 0;
    /**
     * @param objects what the package has, by each path that leads to it
     * @param unopened what it has beside these
     * @param target the runtime, and `runtime` its name for messages
     */
    constructor(objects, unopened, places, target) {
        this.objects = objects;
        this.places = places;
        this.target = target;
        const images = image_libraries_namespaceObject.z;
        this.#image = images[target.baseName] ?? { libraries: [], perhaps: [], versions: {} };
        this.#global = globalScope(target.base.glibc);
        this.#left = new Map(unopened.map((one) => [one.path, one]));
        for (const path of [...objects.keys(), ...this.#left.keys()].reverse())
            this.#called.set(external_node_path_.posix.basename(path), path);
    }
    /**
     * What is loaded when it is opened: its libraries first, then theirs; what is loaded already is not looked for again.
     *
     * @throws BuildError for more than anybody's libraries need one another
     */
    loadedWith(object) {
        const objects = new Map([[object, { names: new Set(), needs: new Map() }]]);
        const others = new Set();
        const loaders = new Map([[object, []]]);
        const loaded = new Map();
        for (const [of, { needs }] of objects) {
            const above = loaders.get(of) ?? [];
            for (const name of new Set([...of.elf.needed, ...of.elf.filters])) {
                const already = loaded.get(name);
                const found = already === undefined ? this.#find(name, of, above) : { object: already };
                needs.set(name, found);
                if (isObject(found)) {
                    for (const known of [name, found.object.elf.soname ?? name])
                        loaded.set(known, found.object);
                    const { names } = objects.get(found.object) ?? { names: new Set() };
                    if (names.size === 0 && found.object !== object) {
                        objects.set(found.object, { names, needs: new Map() });
                        loaders.set(found.object, [of, ...above]);
                    }
                    names.add(name);
                }
                else if (!(found === 'image' && isOfGlibc(name)))
                    others.add(name);
                if (this.#pairs + (objects.size + others.size) ** 2 > MOST_PAIRS)
                    throw TOO_MANY;
            }
        }
        this.#pairs += (objects.size + others.size) ** 2;
        return { objects, others };
    }
    /** What is loaded beside a shared object, whichever of those it is loaded with. */
    beside(object, loads) {
        const libraries = new Map();
        const called = new Map();
        const missing = new Map();
        for (const { objects, others } of loads) {
            const own = objects.get(object);
            if (own === undefined)
                continue;
            for (const [one, { names }] of objects) {
                // What it has itself is looked for in itself; it is a library to itself where it says that it needs itself.
                if (one === object && names.size === 0)
                    continue;
                const all = called.get(one) ?? new Set();
                for (const name of names)
                    all.add(name);
                called.set(one, all);
                if (libraries.has(one))
                    continue;
                const library = { ...this.#libraryOf(one), names: all };
                libraries.set(one, one === object ? { ...library, gives: () => false } : library);
            }
            for (const name of others)
                if (!libraries.has(name))
                    libraries.set(name, this.#imageLibrary(name));
            for (const [name, found] of own.needs) {
                const wrong = missing.has(name) ? undefined : this.#wrong(name, found, object);
                if (wrong !== undefined)
                    missing.set(name, wrong);
            }
        }
        return { libraries: [...this.#global, ...libraries.values()], missing };
    }
    #libraryOf(object) {
        const known = this.#known.get(object);
        if (known !== undefined)
            return known;
        const library = libraryOf(object.elf, { names: new Set(), path: `${this.places.mount}/${object.path}` });
        this.#known.set(object, library);
        return library;
    }
    #imageLibrary(name) {
        return unknownLibrary(name, (version) => {
            const [, kind = '', number = ''] = /^([A-Z]+)_(\d+(?:\.\d+)+)$/.exec(version) ?? [];
            const newest = VERSIONED.includes(name) ? this.#image.versions[kind] : undefined;
            return newest === undefined || versions_compareVersions(number, newest) <= 0
                ? undefined
                : `${kind}_${newest} at most`;
        });
    }
    /** Where the loader finds a library. @param above what the object is loaded by, the nearest first */
    #find(name, object, above) {
        if (name.includes('/'))
            return this.#at(this.#expand(name, object), object) ?? 'nowhere';
        const { runpath } = object.elf;
        // RPATH counts for what is loaded on behalf of its owner, too, and only where there is no RUNPATH.
        const rpaths = runpath === null ? [object, ...above].filter(({ elf }) => elf.runpath === null) : [];
        const first = rpaths.flatMap((one) => this.#path(one.elf.rpath, one));
        let passedOver = 'nowhere';
        for (const directory of [...first, IMAGE, ...LIBRARY_PATH, ...this.#path(runpath, object)]) {
            if (directory === IMAGE && this.#image.libraries.includes(name))
                return 'image';
            const found = this.#at(external_node_path_.posix.join(directory, name), object);
            if (found === undefined)
                continue;
            if (isObject(found) || endsSearch(found.left.error))
                return found;
            passedOver = found;
        }
        const own = /^libpython(\d\.\d+)[a-z]*\.so/.exec(name)?.[1] === this.target.python;
        return own || this.#image.perhaps.includes(name) ? 'perhaps' : passedOver;
    }
    #path(path, owner) {
        return (path ?? '').split(':').flatMap((one) => (one === '' ? [] : this.#expand(one, owner)));
    }
    #expand(path, owner) {
        const origin = external_node_path_.posix.dirname(external_node_path_.posix.join(this.places.mount, owner.path));
        return external_node_path_.posix.normalize(path.replace(/\$(ORIGIN|\{ORIGIN\})/g, origin));
    }
    /** What the package has at a path on Lambda. */
    #at(path, { elf }) {
        const mount = `${this.places.mount}/`;
        if (!path.startsWith(mount))
            return undefined;
        const own = path.slice(mount.length);
        const object = this.objects.get(own);
        if (object?.elf.machine === elf.machine)
            return { object };
        const left = this.#left.get(own);
        return left && { left };
    }
    /** What is wrong with a library that is needed; undefined where it is there. */
    #wrong(name, found, of) {
        if (found === 'nowhere')
            return this.#missing(name, of);
        return typeof found === 'object' && 'left' in found ? this.#unfit(name, found.left) : undefined;
    }
    /** What lies where the library is looked for, and is none that can be loaded. */
    #unfit(name, { path, why, error }) {
        return {
            message: `it needs ${name}, and ${path} is ${why}`,
            hint: `Put the ${name} that is for ${this.target.architecture} there, whole and unchanged, or use a wheel that brings its libraries.`,
            library: name,
            ...(error && { error: `${endsSearch(error) ? `${this.places.mount}/${path}` : name}: ${error}` }),
        };
    }
    #missing(name, { path }) {
        const first = this.#called.get(name);
        const message = first === undefined
            ? `it needs ${name}, which is neither in the package nor in ${this.target.runtime}`
            : `it needs ${name}, which lies in ${first}, where the loader does not look for it`;
        const at = this.places.kind === 'layer' ? 'lib/ of the layer' : "the package's own top or lib/";
        const hint = isPsycopg2Module(path) && /^lib(pq|ssl|crypto)\./.test(name)
            ? `Use a psycopg2 that has it inside: a zip made here, or psycopg2-binary installed for Lambda (${installWith(this.target, 'psycopg2')}).`
            : `Put ${name} into ${at}, or use a wheel that brings its libraries; ${path} must not be taken out of one alone.`;
        return { message, hint, library: name };
    }
}
const TOO_MANY = new errors/* BuildError */.zS('the libraries in it need one another more often than can be followed', 'Leave out the libraries that the function does not need.');
function isObject(found) {
    return typeof found === 'object' && 'object' in found;
}
/** Whether the loader goes no further: what is for another machine or width it passes over. */
function endsSearch(error) {
    return error !== undefined && !error.startsWith('wrong ELF class');
}

;// CONCATENATED MODULE: ./build/audit/misplaced.js


/** What pip installs as psycopg2, by its path in that directory; the names of all versions since 2.7. */
const OWN = /^((__init__|_ipaddress|_json|_lru_cache|_range|compat|errorcodes|errors|extensions|extras|pool|psycopg1|sql|tz)\.pyc?|_psycopg\..*|(__pycache__|tests)\/.*)$/;
/**
 * Says of a psycopg2 that no import finds where it lies and where it belongs. Who does what is said has it found, whatever
 * else is in the package.
 */
function misplaced({ directory, named }, { paths, places, python }) {
    const parent = `${external_node_path_.posix.dirname(directory)}/`;
    const above = directoriesAboveLayer(parent, paths);
    const root = places.kind === 'layer' || above !== undefined ? 'python/' : '';
    if (!named)
        return unnamed(directory, { root, paths });
    const other = siteOf(parent);
    if (other !== undefined && parent === siteDirectory(other)) {
        return {
            message: `psycopg2 lies in ${directory}/, where only Python ${other} looks`,
            hint: `Use the psycopg2 for Python ${python}; in a layer it belongs into python/psycopg2/ or ${siteDirectory(python)}psycopg2/.`,
        };
    }
    const looks = root === ''
        ? "the package's own top (/var/task) only"
        : `python/ and ${siteDirectory(python)} of a layer (/opt/python…) only, in these letters`;
    return {
        message: `psycopg2 lies in ${directory}/, and Python ${python} looks in ${looks}`,
        hint: wayThere(parent, { above, root, sites: ['python/', siteDirectory(python)], paths }),
    };
}
function siteDirectory(python) {
    return `python/lib/python${python}/site-packages/`;
}
/** How what lies in a directory, psycopg2 among it, comes to where it belongs. */
function wayThere(parent, { above, root, sites, paths, }) {
    const isAll = (directory) => paths.every((path) => path.startsWith(directory));
    if (above !== undefined &&
        above !== '' &&
        isAll(above) &&
        sites.some((site) => `${above}${site}` === parent)) {
        return `Zip what is in ${above}, not the directory itself: a layer has python/ at its own top.`;
    }
    const there = `so that ${root}psycopg2/__init__.py is in the package`;
    return root === '' && isAll(parent)
        ? `Move it ${there}: zip what is in ${parent}, not the directory itself.`
        : `Move what is in ${parent} to ${root === '' ? "the package's top" : root}, ${there}.`;
}
/** What is wrong with psycopg2's files where no directory of that name is. */
function unnamed(directory, { root, paths }) {
    const prefix = directory === '.' ? '' : `${directory}/`;
    const where = prefix === '' ? "the package's top" : prefix;
    const there = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const target = `${root}psycopg2/`;
    if (!there.some((path) => /^(__init__|extensions)\.pyc?$/.test(path))) {
        return {
            message: `psycopg2's module lies in ${where} alone, and "import psycopg2" looks for the directory psycopg2 with all its files`,
            hint: `Put all of psycopg2 into the package, not its module alone: ${target} with __init__.py, extensions.py and so on, as pip installs it.`,
        };
    }
    const whole = there.every((path) => OWN.test(path));
    if (prefix === '' || prefix === root || siteOf(prefix) !== undefined) {
        return {
            message: `what belongs in the directory psycopg2 lies in ${where} without it`,
            hint: `Put ${whole ? 'these files' : "psycopg2's own files (__init__.py, extensions.py, _psycopg… and so on)"} into a directory ${target}, which is what "import psycopg2" looks for.`,
        };
    }
    const parent = external_node_path_.posix.dirname(directory) === '.' ? '' : `${external_node_path_.posix.dirname(directory)}/`;
    const libraries = paths.some((path) => path.startsWith(`${parent}psycopg2_binary.libs/`));
    const along = libraries && parent !== root ? `, and ${parent}psycopg2_binary.libs/ beside it` : '';
    const way = whole
        ? `${parent === root ? 'Rename' : 'Move'} that directory: it must be ${target}${along}.`
        : `Move psycopg2's own files (__init__.py, extensions.py, _psycopg… and so on) from ${where} to ${target}${along}.`;
    return {
        message: `psycopg2's module lies in ${where}, and "import psycopg2" looks for a directory called psycopg2`,
        hint: way,
    };
}
/**
 * The directories above what was to be a layer's `python`, with a slash at their end; undefined where it was to be none:
 * no such name is above psycopg2, or Python source lies elsewhere, as in a function.
 */
function directoriesAboveLayer(parent, paths) {
    const match = /^((?:[^/]+\/)*?)python\//i.exec(parent);
    if (match === null)
        return undefined;
    const [layer, above = ''] = match;
    return paths.every((path) => path.startsWith(layer) || !/\.pyc?$/.test(path)) ? above : undefined;
}

;// CONCATENATED MODULE: ./build/audit/psycopg2-findings.js





/** Why an import does not find psycopg2, or its module. */
function psycopg2Findings(looked) {
    const { found } = looked.psycopg2;
    if (found === undefined) {
        const cause = whyNotFound(looked);
        return cause === undefined ? [] : [{ rule: 'psycopg2', class: 'loads', file: '', ...cause }];
    }
    const { opened, broken } = looked.sorted;
    const modules = opened.filter(({ module }) => module);
    const there = [...modules.map(({ path }) => path), ...broken.map(({ file }) => file)];
    if (there.some((path) => path.startsWith(`${found}_psycopg.`)))
        return [];
    return [{ rule: 'module-name', class: 'loads', file: `${found}_psycopg`, ...whyNoModule(found, looked) }];
}
/** Why there is no psycopg2; undefined where nothing says that there was to be one. */
function whyNotFound({ psycopg2, paths, lost, places, target }) {
    if (psycopg2.elsewhere !== undefined) {
        return misplaced(psycopg2.elsewhere, { paths, places, python: target.python });
    }
    if (paths.some((path) => /(^|\\)psycopg2\\/.test(path)))
        return BACKSLASHES;
    for (const [path, { why, hint }] of lost) {
        if (/(^|\/)psycopg2(\/__init__\.pyc?|\/_psycopg\.[^/]*)?$/.test(path))
            return { message: `${path} is ${why}`, hint };
    }
    const source = paths.find((path) => path.endsWith('psycopg/psycopgmodule.c'));
    if (source !== undefined) {
        return {
            message: `psycopg2 is there as source only (${source}), which nobody has compiled`,
            hint: `Put psycopg2 itself in its place: a zip made here, or what this gets: ${installWith(target, 'psycopg2')}.`,
        };
    }
    const [left] = paths.flatMap((path) => /^(?:.*\/)?(psycopg2(?:_binary)?(?:-[^/]+\.dist-info|\.libs))\//.exec(path)?.[1] ?? []);
    if (left === undefined)
        return undefined;
    return {
        message: `it has ${left}/, and no psycopg2/ beside it`,
        hint: 'Copy all that pip installs: psycopg2/, and for psycopg2-binary psycopg2_binary.libs/ beside it.',
    };
}
const BACKSLASHES = {
    message: 'the names in the zip have backslashes, which on Linux are part of a name: there is no directory psycopg2',
    hint: 'Zip it with a tool that writes slashes: zip, Python, or a newer PowerShell or .NET.',
};
/** Why psycopg2 has no module that this Python opens, by what it has instead. */
function whyNoModule(found, { sorted, paths, lost, target }) {
    const { python, architecture } = target;
    const install = installWith(target, found);
    for (const [path, { why, hint }] of lost) {
        if (psycopg2_findings_isModule(path, found))
            return { message: `${path} is ${why}`, hint };
    }
    const meant = paths.filter((path) => psycopg2_findings_isModule(path, found));
    for (const path of meant) {
        const file = external_node_path_.posix.basename(path);
        const right = rightName(file);
        if (right === file || nameOf(right, target).rank < 0)
            continue;
        return {
            message: `psycopg2's module is called ${JSON.stringify(file)}, which Python does not look for`,
            hint: `Call it ${right}.`,
        };
    }
    const foreign = sorted.unopened.filter((one) => one.foreign && psycopg2_findings_isModule(one.path, found));
    if (foreign.length > 0) {
        const whose = [...new Set(foreign.map(({ why }) => why))].join(' and ');
        return {
            message: `psycopg2's module is ${whose}, and none is there that Python ${python} on ${architecture} opens`,
            hint: `Use the psycopg2 for Python ${python} on ${architecture}; renaming the module does not make it one. Get that with: ${install}.`,
        };
    }
    const [astray] = paths.filter((path) => {
        const file = external_node_path_.posix.basename(path);
        return /^_psycopg\..*so$/.test(file) && nameOf(file, target).rank >= 0;
    });
    if (astray !== undefined) {
        return {
            message: `psycopg2's module lies in ${astray}, and Python looks for it in ${found}`,
            hint: `Move it to ${found}${external_node_path_.posix.basename(astray)}.`,
        };
    }
    const named = meant.map((path) => external_node_path_.posix.basename(path)).join(', ');
    return {
        message: `${found} has no module that Python ${python} on ${architecture} opens, such as _psycopg${extensionSuffix(python, architecture)}${named === '' ? '' : `, only ${named}`}`,
        hint: `Put all of psycopg2 into the package: some tools leave *.so out (.gitignore, patterns of a packager). Get it with: ${install}.`,
    };
}
/** Whether a path was meant to be psycopg2's module, whatever became of its name. */
function psycopg2_findings_isModule(path, found) {
    return path.startsWith(found) && /^_psycopg.*\.(so|pyd|dylib)\b/i.test(path.slice(found.length));
}
/** The name that a file had before it was copied, downloaded or renamed: no `(1)`, no `- Copy`, no `.txt`, small letters. */
function rightName(file) {
    return file
        .replace(/(\.so)\b.*$/i, '$1')
        .replace(/ ?\(\d+\)| - copy| copy( \d+)?/i, '')
        .toLowerCase();
}
/** That a function has no psycopg2, which it may have from a layer; said where no finding speaks of it. */
function absenceNotes({ psycopg2, findings }, files, python) {
    const said = findings.some(({ rule }) => rule === 'psycopg2' || rule === 'unzipped-size');
    if (psycopg2 !== undefined || said || ![...files.keys()].some((path) => /^[^/]+\.py$/.test(path)))
        return [];
    return [
        `psycopg2 is not in it: a function that imports it needs it here or in a layer (${notFound('psycopg2', python)})`,
    ];
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/audit/sort-objects.js









/** Tells the shared objects that this Python would open from those that it would not. */
function sortObjects(paths, files, { target, psycopg2, whole }) {
    const sorted = { opened: [], unopened: [], broken: [] };
    const first = firstNames(paths, target);
    const others = new Set(psycopg2.others);
    const opening = new Map();
    const left = [];
    for (const path of paths) {
        const file = files.get(path);
        const named = nameOf(external_node_path_.posix.basename(path), target);
        const leave = (why, foreign = false) => left.push({ path, why, foreign });
        const site = siteOf(path);
        if (site !== undefined && site !== target.python)
            leave(`where only Python ${site} looks`);
        else if (others.has(directoryOf(path)))
            leave('in a psycopg2 that no import finds');
        else if (named.kind === 'foreign')
            leave(`for ${describeTag(named.tag, target)}`, true);
        else if (named.kind !== 'library' && first.get(keyOf(path, named)) !== named.rank)
            leave('passed over, because Python takes the module beside it that has the same name');
        else if (file !== undefined)
            addTo(opening, file, { path, named });
    }
    // What is opened by one name is not left by another.
    const also = new Map();
    for (const one of left) {
        const file = files.get(one.path);
        if (file !== undefined && opening.has(file))
            addTo(also, file, one.path);
        else
            sorted.unopened.push(one);
    }
    for (const [file, names] of opening) {
        const elf = read(file, names, target);
        if ('symbols' in elf)
            place(names, also.get(file) ?? [], elf);
        else if (names.some(hasModulesName) || !whole)
            sorted.broken.push(elf);
        // Whether anything imports it, or is to be loaded with it, its name does not tell.
        else
            for (const { path } of names)
                sorted.unopened.push({
                    ...{ path, foreign: false },
                    // A zip's words have the file's name, and would be another line for each.
                    why: `nothing that can be loaded (${elf.rule === 'unreadable' ? 'it cannot be unpacked' : elf.message})`,
                    ...(elf.error !== undefined && { error: elf.error }),
                });
    }
    return sorted;
    function place(names, more, elf) {
        const paths = [...names.map(({ path }) => path), ...more];
        const imported = importedAs(names, elf, target);
        for (const one of imported)
            sorted.opened.push({ ...one, paths, module: true, elf });
        const [library] = names;
        if (library === undefined || imported.length > 0)
            return;
        // A library of another machine beside those of this one is for who picks by hand.
        if (elf.machine === (target.architecture === 'arm64' ? EM.AARCH64 : EM.X86_64))
            sorted.opened.push({ ...library, paths, module: false, elf });
        else
            sorted.unopened.push(...paths.map((path) => ({ path, why: 'a library for another machine', foreign: false })));
    }
}
/** Adds to the list at a key: links can give one file a million names. */
function addTo(lists, key, value) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [value]);
    else
        list.push(value);
}
/** Which of the names of a module in a directory Python takes, by its rank. */
function firstNames(paths, target) {
    const first = new Map();
    for (const path of paths) {
        const named = nameOf(external_node_path_.posix.basename(path), target);
        const key = keyOf(path, named);
        if (named.rank >= 0 && named.rank < (first.get(key) ?? Number.POSITIVE_INFINITY))
            first.set(key, named.rank);
    }
    return first;
}
function keyOf(path, { module }) {
    return `${external_node_path_.posix.dirname(path)}/${module}`;
}
/**
 * The names by which Python imports a file, one for each module that it would be; none for a library, whatever it is
 * called: many packages give those that they open by ctypes or cffi the name of a module.
 */
function importedAs(names, { symbols }, { python }) {
    const start = python === '2.7' ? 'init' : 'PyInit_';
    const inits = new Set(symbols.flatMap((one) => (isExported(one) && one.name.startsWith(start) ? [one.name] : [])));
    const fits = ({ named }) => inits.has(`${start}${named.module}`);
    const isModule = ({ path, named }) => isPsycopg2Module(path) ||
        (inits.size > 0 && (named.kind === 'module' || (named.kind === 'plain' && python !== '2.7')));
    const fitting = names.filter((one) => one.named.kind !== 'library' && fits(one));
    const modules = fitting.length > 0 ? fitting : names.filter(isModule);
    const firsts = new Map(modules.toReversed().map((one) => [one.named.module, one]));
    return modules.filter((one) => firsts.get(one.named.module) === one);
}
/** Whether a file is a module by its name alone. */
function hasModulesName({ path, named }) {
    return named.kind === 'module' || isPsycopg2Module(path);
}
function directoryOf(path) {
    const directory = external_node_path_.posix.dirname(path);
    return directory === '.' ? '' : `${directory}/`;
}
/** @param names of the file; what is wrong is said of the first that is a module's */
function read(file, names, target) {
    const { path = '' } = names.find(hasModulesName) ?? names[0] ?? {};
    let bytes;
    try {
        bytes = new Uint8Array(file.read());
        if (isPointer(bytes))
            throw AS_POINTER;
        if (isText(bytes))
            throw AS_TEXT;
        return elf_readElf(bytes);
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS))
            throw error;
        const { message, hint } = error;
        if (bytes === undefined)
            return { rule: 'unreadable', file: path, message, hint };
        const said = headerWords(bytes);
        return {
            rule: 'elf',
            file: path,
            message,
            hint: said === NOT_ELF && error !== AS_POINTER ? hintFor(path, target) : hint,
            ...(said && { error: said }),
        };
    }
}
/** Whether an ELF file was read and written as text: no machine's code is UTF-8. */
function isText(bytes) {
    return headerWords(bytes) !== NOT_ELF && bytes.some((byte) => byte > 0x7f) && (0,external_node_buffer_.isUtf8)(bytes);
}
const AS_TEXT = new errors/* BuildError */.zS('it was changed into text on its way: all of it is UTF-8, with EF BF BD in place of what cannot be, and the code in it is lost', 'Get it anew from where it came from, and keep it as it is: in git by a line "*.so binary" in .gitattributes, and out of editors and scripts that read files as text.');
/** Whether a file is what Git LFS leaves in its place: `docs/spec.md` of its repository. */
function isPointer(bytes) {
    return Buffer.from(bytes.subarray(0, 50))
        .toString('latin1')
        .startsWith('version https://git-lfs.github.com/spec/');
}
const AS_POINTER = new errors/* BuildError */.zS('it is a pointer of Git LFS, and not the file itself', 'Get the file: git lfs pull, or in a workflow lfs: true for actions/checkout.');
function hintFor(path, target) {
    return `It is made for macOS or Windows, or was changed on its way: install the package for Linux (${installWith(target, path)}), and copy files as they are, not as text.`;
}

;// CONCATENATED MODULE: ./build/audit/judge-package.js













/** The order of what must be mended first; the others follow. */
const FIRST = ['unzipped-size', 'unreadable', 'psycopg2', 'module-name', 'elf', 'machine'];
/**
 * Judges what an import on Lambda would find, and whether it loads. Of what is too large for Lambda nothing but that
 * is said.
 *
 * @param made how the files came to be here
 * @throws BuildError for more libraries than can be followed, and for nothing else, whatever the files
 */
function judgePackage(files, target, { kind, lost, ours = true } = { kind: 'package', lost: new Map() }) {
    const tooLarge = sizeFindings(files);
    if (tooLarge.length > 0)
        return {
            psycopg2: undefined,
            objects: [],
            findings: tooLarge.map(finished),
            unopened: [],
            unknown: [],
            notes: [],
        };
    const whole = kind !== 'module';
    const paths = [...files.keys()];
    const places = placesOf(paths, target, kind === 'wheel');
    const psycopg2 = findPsycopg2(whole ? paths : [], places, target);
    const all = sortObjects(paths.filter(isSharedObject), files, { target, psycopg2, whole });
    const sorted = whole ? withoutExtras(all, extrasOf(files)) : all;
    const looked = { psycopg2, sorted, files, paths, lost, places, target };
    const { judged, unknown, found, left } = judgeOpened(sorted, { target, places, whole, ours });
    const findings = [
        ...hiddenFindings(looked),
        ...psycopg2Findings(looked),
        ...strangePackages(sorted, places, target),
        ...sorted.broken.map((one) => ({ class: 'loads', ...one })),
        ...found,
    ];
    const ranked = findings.map(finished).sort((a, b) => rankOf(a) - rankOf(b));
    return {
        psycopg2: psycopg2.found,
        objects: judged,
        findings: ranked,
        unopened: [...sorted.unopened, ...left],
        unknown,
        notes: [...unseenNotes(looked), ...libraryNotes(sorted)],
    };
    function finished(finding) {
        const error = finding.error ?? (finding.class === 'loads' ? loaderWords(finding, target.python) : undefined);
        return { ...finding, hint: userHint(finding, target), ...(error === undefined ? {} : { error }) };
    }
}
function rankOf(finding) {
    if (finding.class === 'ours')
        return 100;
    const rank = FIRST.indexOf(finding.rule);
    return rank < 0 ? FIRST.length : rank;
}
function judgeOpened({ opened, unopened }, { target, places, whole, ours }) {
    const system = lambdaSystem(target);
    const byPath = new Map(opened.flatMap((one) => one.paths.map((path) => [path, one])));
    for (const one of opened)
        byPath.set(one.path, one);
    const libraries = new Libraries(byPath, unopened, places, { ...target, runtime: system.runtime });
    const imported = opened.flatMap((one) => (one.module ? [libraries.loadedWith(one)] : []));
    const needed = new Set(imported.flatMap(({ objects }) => [...objects.keys()]));
    const alone = opened.filter((one) => !needed.has(one));
    // Those for musl are there for its modules, which are named by their tags.
    const strange = new Set(whole ? alone.filter(isForMusl) : []);
    const loads = [
        ...imported,
        ...alone.filter((one) => !strange.has(one)).map((one) => libraries.loadedWith(one)),
    ];
    const unsure = new Map();
    for (const { objects } of loads)
        for (const [of, { needs }] of objects)
            for (const [name, found] of needs)
                if (found === 'perhaps')
                    unsure.set(name, of.path);
    const found = [];
    const judged = opened
        .filter((one) => !strange.has(one))
        .map((one) => {
        const { path, named, module, elf } = one;
        const isOurs = module && isPsycopg2Module(path);
        const expected = `${named.module}${extensionSuffix(target.python, target.architecture)}`;
        const asked = {
            ...system,
            beside: libraries.beside(one, loads),
            initFunction: module ? python_initFunctionOf(target.python, named.module) : undefined,
            fileName: isOurs ? { actual: external_node_path_.posix.basename(path), expected } : undefined,
        };
        const { violations, highestGlibc } = auditElf(elf, asked, { ours: ours && isOurs });
        found.push(...violations.map((violation) => ({ ...violation, file: path })));
        return { path, module, highestGlibc };
    });
    const unknown = Array.from(unsure, ([library, file]) => ({ library, file }));
    const why = 'a library for musl, another C library than glibc';
    const left = [...strange].flatMap(({ paths }) => paths.map((path) => ({ path, why, foreign: false })));
    return { judged, unknown, found, left };
}
function isForMusl({ elf }) {
    return elf.needed.some((name) => name.startsWith('libc.musl-'));
}

// EXTERNAL MODULE: ./build/catalog/catalog.js + 3 modules
var catalog = __webpack_require__(9408);
;// CONCATENATED MODULE: ./build/catalog/find-runtime.js

/**
 * The row of a Python on an architecture, and the system that it runs on.
 *
 * @param words which stand for several Pythons where these may be asked for, for the hint
 * @throws {InputError} for a Python, or an architecture of it, that Lambda never had
 */
function findRuntime({ python, architecture }, catalog, words) {
    const runtime = catalog.runtimes.find((row) => row.python === python);
    if (runtime === undefined)
        throw noSuchPython(python, catalog, words);
    if (!runtime.architectures.includes(architecture)) {
        throw new errors/* InputError */.dz('architecture', `AWS Lambda has no ${architecture} runtime for Python ${python}`, `Python ${python} runs on ${runtime.architectures.join(', ')}; arm64 starts with Python 3.8.`);
    }
    const base = catalog.bases[runtime.base];
    if (base === undefined)
        throw new Error(`no such base: ${runtime.base}`); // the schema does not let this happen
    return { runtime, base };
}
function noSuchPython(python, { runtimes }, words) {
    const known = runtimes.map((row) => row.python);
    const choice = words === undefined ? `one of ${known.join(', ')}` : `one or more of ${known.join(', ')}, or ${words}`;
    // YAML reads an unquoted 3.10 as the number 3.1.
    const quote = known.includes(`${python}0`)
        ? ` If you meant ${python}0, put it in quotes: '${python}0'.`
        : '';
    return new errors/* InputError */.dz('python-version', `${JSON.stringify(python)} is not a Python that AWS Lambda runs or ran`, `Use ${choice}.${quote}`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/package/package-names.js



/** manylinux2014 (PEP 599): below it there is no tag for arm64, and no Lambda ever. */
const OLDEST = '2.17';
/** The glibc that a wheel tag names for a shared object: what it needs, or 2.17 where it needs less. */
function taggedGlibc(highest) {
    return highest === null || versions_compareVersions(highest, OLDEST) < 0 ? OLDEST : highest;
}
/** The wheel tags of the shared object (PEP 425, PEP 600): `cp313-cp313-manylinux_2_17_x86_64`, and its older name. */
function package_names_wheelTags({ python, architecture, glibc }) {
    return platformsOf(architecture, glibc).map((platform) => `cp${python_digitsOf(python)}-${python_abiTag(python)}-${platform}`);
}
/** All of them in one, as in the wheel's name: `cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64`. */
function package_names_wheelTag({ python, architecture, glibc }) {
    return `cp${digitsOf(python)}-${abiTag(python)}-${platformsOf(architecture, glibc).join('.')}`;
}
/** `psycopg2-2.9.13-2-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl` (PEP 427). */
function wheelName({ psycopg2, buildNumber, ...target }) {
    return `${['psycopg2', psycopg2, ...(buildNumber === undefined ? [] : [buildNumber]), package_names_wheelTag(target)].join('-')}.whl`;
}
function platformsOf(architecture, glibc) {
    const machine = catalog_architecture/* MACHINES */.PY[architecture];
    const platform = `manylinux_${glibc.replace('.', '_')}_${machine}`;
    return glibc === OLDEST ? [platform, `manylinux2014_${machine}`] : [platform];
}
/** Path in the zip of the extension module: `psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so`. */
function package_names_sharedObjectPath({ python, architecture }) {
    return `psycopg2/${python_moduleFileName(python, architecture)}`;
}
/** `psycopg2-2.9.13.dist-info`. */
function package_names_distInfoName(psycopg2Version) {
    return `psycopg2-${psycopg2Version}.dist-info`;
}

// EXTERNAL MODULE: ./build/catalog/types.js
var types = __webpack_require__(605);
;// CONCATENATED MODULE: ./build/package/checksums.js

/** SHA-256 in lower-case hex. */
function checksums_sha256(bytes) {
    return createHash('sha256').update(bytes).digest('hex');
}
/** MD5 in lower-case hex: for old deployment scripts that compare it, never a proof of anything. */
function md5(bytes) {
    return createHash('md5').update(bytes).digest('hex');
}
/**
 * A sidecar's text: one line that `sha256sum -c` (`md5sum -c`) accepts in the zip's directory.
 *
 * @param name the zip's name without any directory
 */
function sidecarLine(hex, name) {
    return `${hex}  ${name}\n`;
}

;// CONCATENATED MODULE: ./build/package/sbom.js




/** What each project says of itself that is in the zip. */
const ABOUT = {
    psycopg2: {
        name: 'psycopg2',
        description: 'PostgreSQL database adapter for Python',
        license: 'LGPL-3.0-or-later',
        website: 'https://psycopg.org/',
        vcs: 'https://github.com/psycopg/psycopg2',
    },
    postgresql: {
        name: 'libpq',
        description: 'Client library of PostgreSQL',
        license: 'PostgreSQL',
        website: 'https://www.postgresql.org/',
        vcs: 'https://git.postgresql.org/git/postgresql.git',
    },
    openssl: {
        name: 'openssl',
        description: 'libssl and libcrypto',
        license: 'Apache-2.0',
        website: 'https://www.openssl.org/',
        vcs: 'https://github.com/openssl/openssl',
    },
};
/** What libpq could have and here has not; scanners of other builds report Kerberos and LDAP libraries by the dozen. */
const LEFT_OUT = ['gssapi', 'ldap', 'pam', 'oauth'].map((feature) => property('left-out', feature));
/**
 * The software bill of materials as CycloneDX 1.6 JSON: psycopg2, and libpq and OpenSSL inside its extension
 * module, each with licence, identifiers that vulnerability scanners look up (CPE, package URL) and the sums
 * of the tarballs it can be built from. Without serial number and time stamp, both optional in 1.6, because the
 * same build must give the same bytes.
 *
 * @throws BuildError when the shared object is not among the files
 */
function sbom_sbom(contents) {
    const { psycopg2, postgresql, openssl, toolchain } = contents;
    const [main, libpq, crypto] = [psycopg2, postgresql, openssl].map(refOf);
    const linkage = property('linkage', 'static');
    const bom = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: {
            tools: { components: [{ type: 'application', name: 'psycopg2-lambda' }, ...toolsOf(toolchain)] },
            component: componentOf('psycopg2', psycopg2, mainProperties(contents)),
        },
        components: [
            componentOf('postgresql', postgresql, [linkage, ...LEFT_OUT]),
            componentOf('openssl', openssl, [linkage]),
        ],
        dependencies: [
            { ref: main, dependsOn: [libpq, crypto] },
            { ref: libpq, dependsOn: [crypto] },
            { ref: crypto, dependsOn: [] },
        ],
    };
    return `${JSON.stringify(bom, null, 2)}\n`;
}
/** The compiler, where it is the one in the lock, with the sums of its files for every host: all give the same bytes. */
function toolsOf(toolchain) {
    if (toolchain === undefined)
        return [];
    const { project, version, licence } = toolchain;
    return [
        {
            type: 'application',
            name: project,
            version,
            description: 'C compiler and linker',
            ...(licence === undefined ? {} : { licenses: [{ license: { id: licence } }] }),
            purl: refOf(toolchain),
            externalReferences: distributionsOf(toolchain),
        },
    ];
}
/** The scanners know psycopg2 by its name on the Python index; what it is linked to, by CPE and tarball. */
function componentOf(project, source, properties) {
    const { version } = source;
    const { name, description, license, website, vcs } = ABOUT[project];
    const linked = project !== 'psycopg2';
    return {
        type: 'library',
        'bom-ref': refOf(source),
        name,
        version,
        description,
        scope: linked ? 'required' : undefined,
        licenses: [{ license: { id: license, acknowledgement: 'declared' } }],
        cpe: linked ? `cpe:2.3:a:${project}:${project}:${version}:*:*:*:*:*:*:*` : undefined,
        purl: linked ? refOf(source) + tarballQualifiers(source) : refOf(source),
        externalReferences: [
            ...distributionsOf(source, 'source-distribution'),
            { type: 'website', url: website },
            { type: 'vcs', url: vcs },
        ],
        properties,
    };
}
/** Every file that the lock allows, whichever was used: what was compiled and packed is the same from each. */
function distributionsOf(source, type = 'distribution') {
    return source.files.map((file) => ({
        type,
        url: addressOf(source, file),
        hashes: [{ alg: 'SHA-256', content: file.sha256 }],
    }));
}
function refOf({ project, version, files: [{ index }] }) {
    if (project === TOOLCHAIN)
        return `pkg:pypi/${index ?? project}@${version}`;
    return `pkg:${project === 'psycopg2' ? 'pypi' : 'generic'}/${project}@${version}`;
}
function mainProperties(contents) {
    const { python, architecture, glibc, buildInfo } = contents;
    const path = sharedObjectPath(contents);
    const sharedObject = contents.files.get(path);
    if (sharedObject === undefined) {
        throw new BuildError(`the build gave no ${path}`, 'Look at the output of scripts/psycopg2.sh.');
    }
    return [
        property('python', python),
        property('architecture', architecture),
        property('glibc', glibc),
        property('wheel-tag', wheelTag(contents)),
        property('shared-object', path),
        property('shared-object:sha256', sha256(sharedObject)),
        property('linkage', 'static: libpq and OpenSSL are inside the shared object'),
        property('compiler', buildInfo.compiler),
        ...buildInfo.flags.map((flag) => property('flag', flag)),
        ...buildInfo.edits.map((edit) => property('edit', edit)),
        ...LEFT_OUT,
    ];
}
/** Names are in a namespace of our own, as CycloneDX asks; several of one name are a list. */
function property(name, value) {
    return { name: `psycopg2-lambda:${name}`, value };
}
/** Of a file that only an index or a mirror has, whose address is the builder's own, what it is. */
function addressOf(source, { url, name }) {
    return url ?? `${refOf(source)}${name === undefined ? '' : `?file_name=${name}`}`;
}
/** The purl spec wants qualifiers sorted by name; colons stay as they are, everything else is encoded. */
function tarballQualifiers({ files: [file] }) {
    const url = file.url === undefined ? '' : `&download_url=${encodeURIComponent(file.url).replaceAll('%3A', ':')}`;
    return `?checksum=sha256:${file.sha256}${url}`;
}

// EXTERNAL MODULE: ./build/package/zip-paths.js
var zip_paths = __webpack_require__(3001);
;// CONCATENATED MODULE: ./build/package/dist-info.js





/** Where each licence text goes below `licenses/` (PEP 639), named as upstream names it. */
const LICENSE_PATHS = {
    psycopg2: 'psycopg2/LICENSE',
    lgpl: 'psycopg2/COPYING.LESSER',
    postgresql: 'postgresql/COPYRIGHT',
    openssl: 'openssl/LICENSE.txt',
};
/** Path of the SBOM below the dist-info (PEP 770). */
const SBOM_PATH = 'sboms/psycopg2.cdx.json';
/** The built files by path from the zip's root, and the dist-info that describes them, RECORD included. */
function addDistInfo(contents) {
    const all = new Map(contents.files);
    const directory = distInfoName(contents.psycopg2.version);
    const add = (name, data) => all.set(`${directory}/${name}`, typeof data === 'string' ? new TextEncoder().encode(data) : data);
    add('METADATA', metadata(contents));
    add('WHEEL', wheel(contents));
    add('top_level.txt', 'psycopg2\n');
    for (const [text, path] of licenseTexts(contents.licenses))
        add(`licenses/${path}`, text);
    add(SBOM_PATH, sbom(contents));
    add('RECORD', recordFile(all, directory));
    return all;
}
/**
 * Core metadata 2.4 (PEP 639): what pip and `importlib.metadata` know of the distribution.
 *
 * The licence expression speaks for everything in the zip. psycopg2's own "OpenSSL exception" has no SPDX
 * name (the list's OpenSSL exceptions have other wordings), and OpenSSL's Apache-2.0 needs none beside
 * LGPL 3; the few files that may also be had under a zlib-like licence are covered by LGPL as well.
 */
function metadata(contents) {
    const { psycopg2, postgresql, openssl, python, architecture } = contents;
    return [
        'Metadata-Version: 2.4',
        'Name: psycopg2',
        `Version: ${psycopg2.version}`,
        'Summary: psycopg2 - Python-PostgreSQL Database Adapter',
        'Author-email: Federico Di Gregorio <fog@initd.org>',
        'License-Expression: LGPL-3.0-or-later AND PostgreSQL AND Apache-2.0',
        ...licenseTexts(contents.licenses).map(([, path]) => `License-File: ${path}`),
        'Project-URL: Homepage, https://psycopg.org/',
        'Project-URL: Documentation, https://www.psycopg.org/docs/',
        'Project-URL: Changes, https://www.psycopg.org/docs/news.html',
        'Project-URL: Code, https://github.com/psycopg/psycopg2',
        'Project-URL: Build, https://github.com/soulwing/psycopg2-lambda-action',
        `Requires-Python: ${requiresPython([...(psycopg2.pythons ?? []), python])}`,
        'Description-Content-Type: text/plain',
        '',
        `psycopg2 ${psycopg2.version} for Python ${python} on AWS Lambda (${architecture}), with libpq`,
        `${postgresql.version} and OpenSSL ${openssl.version} linked into its extension module.`,
        '',
        'Built from the upstream sources by psycopg2-lambda; not a build of the psycopg project. What was',
        `changed and what was left out is in ${SBOM_PATH}.`,
        '',
    ].join('\n');
}
/** The WHEEL file (PEP 427): whom the shared object can be loaded by. */
function wheel(contents) {
    return [
        'Wheel-Version: 1.0',
        'Generator: psycopg2-lambda',
        'Root-Is-Purelib: false',
        ...(contents.buildNumber === undefined ? [] : [`Build: ${contents.buildNumber}`]),
        ...wheelTags(contents).map((tag) => `Tag: ${tag}`),
        '',
    ].join('\n');
}
/**
 * The RECORD (PEP 376, PEP 427): path, SHA-256 in URL-safe base64 without padding, size in bytes, for every
 * file, byte code too so that an auditor finds nothing unlisted; its own line has neither hash nor size.
 *
 * @param files everything but RECORD (which is left out when it is there)
 * @param directory name of the dist-info
 */
function recordFile(files, directory) {
    const own = `${directory}/RECORD`;
    return [...new Set([...files.keys(), own])]
        .sort(zip_paths/* byBytes */.bg)
        .map((path) => {
        const data = path === own ? undefined : files.get(path);
        if (data === undefined)
            return `${csv(path)},,\n`;
        const hash = (0,external_node_crypto_.createHash)('sha256').update(data).digest('base64url');
        return `${csv(path)},sha256=${hash},${data.length}\n`;
    })
        .join('');
}
/**
 * The specifier for a list of `major.minor` versions: `>=3.9`, or `>=2.7, !=3.0.*, …, !=3.5.*` with a gap.
 * Without an upper bound, as upstream has none: the wheel tag is what binds the file to one Python.
 */
function requiresPython(pythons) {
    const served = [...new Set(pythons)].sort(compareVersions);
    const gaps = served.slice(1).flatMap((python, index) => {
        const [major, minor = 0] = python.split('.').map(Number);
        const [majorBefore, minorBefore = 0] = (served[index] ?? '').split('.').map(Number);
        // In a later major the gap starts at .0.
        const first = major === majorBefore ? minorBefore + 1 : 0;
        return Array.from({ length: minor - first }, (_, nth) => `!=${major}.${first + nth}.*`);
    });
    return [`>=${served[0]}`, ...gaps].join(', ');
}
/** The texts that there are, each with its path below `licenses/`. */
function licenseTexts(licenses) {
    const paths = Object.entries(LICENSE_PATHS);
    return paths.flatMap(([key, path]) => {
        const text = licenses[key];
        return text === undefined ? [] : [[text, path]];
    });
}
function csv(value) {
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

// EXTERNAL MODULE: ./build/package/unzip.js
var unzip = __webpack_require__(5057);
// EXTERNAL MODULE: ./build/package/zip-format.js
var zip_format = __webpack_require__(6706);
;// CONCATENATED MODULE: ./build/package/lint.js







/**
 * Everything that is wrong with a zip of ours: what is in it, under which names and modes, in which order,
 * and whether RECORD agrees. Empty when all is well. What is inside the shared object is the audit's matter.
 *
 * @param expected what the zip should be
 */
function lintZip(bytes, expected) {
    let entries;
    try {
        entries = (0,unzip/* readZip */.ue)(bytes);
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS))
            throw error;
        return [{ rule: 'zip', message: error.message }];
    }
    const files = new Map(entries.filter((entry) => !entry.directory).map(({ path, data }) => [path, data]));
    const facts = { bytes, entries, files, distInfo: package_names_distInfoName(expected.psycopg2), expected };
    return Object.entries(lint_RULES).flatMap(([rule, check]) => check(facts).map((message) => ({ rule, message })));
}
const lint_RULES = {
    structure({ bytes, entries }) {
        const problems = entries
            .filter((entry) => entry.extra)
            .map(({ path }) => `${path} has an extra field or comment`);
        // readZip found an end record; without a comment it is the last thing in the file.
        const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - zip_format/* END_SIZE */.ix, zip_format/* END_SIZE */.ix);
        if (view.getUint32(0, true) !== zip_format/* END */.Kp)
            return [...problems, 'the zip has a comment'];
        let end = 0;
        for (const entry of entries) {
            if (entry.offset !== end)
                problems.push(`there are bytes that belong to no entry before ${entry.path}`);
            end = entry.end;
        }
        if (view.getUint32(16, true) !== end)
            problems.push('there are bytes that belong to no entry before the directory');
        return problems;
    },
    order({ entries }) {
        return entries
            .slice(1)
            .filter((entry, index) => (0,zip_paths/* byBytes */.bg)(entries[index]?.path ?? '', entry.path) > 0)
            .map(({ path }) => `${path} is not in byte order`);
    },
    directories({ entries, files }) {
        const given = new Set(entries.filter((entry) => entry.directory).map(({ path }) => path));
        const needed = (0,zip_paths/* parentsOf */.fY)(files.keys());
        return [
            ...without(needed, given).map((path) => `${path} has no entry of its own`),
            ...without(given, needed).map((path) => `${path} is empty`),
        ];
    },
    modes({ entries }) {
        return entries
            .filter(({ path, mode }) => mode !== (0,zip_format/* modeOf */.VV)(path))
            .map(({ path, mode }) => `${path} has mode ${octal(mode)} instead of ${octal((0,zip_format/* modeOf */.VV)(path))}`);
    },
    times({ entries }) {
        return entries
            .filter(({ date, time }) => date !== zip_format/* DATE */.vH || time !== zip_format/* TIME */.E9)
            .map(({ path }) => `${path} has a time other than 1980-01-01 00:00:00`);
    },
    names({ files, distInfo, expected }) {
        const { python } = expected;
        const allowed = [/^psycopg2\/[A-Za-z_][A-Za-z0-9_]*\.py$/];
        // Python 2.7 writes byte code beside the source and its zips have none.
        if (!python.startsWith('2')) {
            allowed.push(new RegExp(`^psycopg2/__pycache__/[A-Za-z0-9_]+\\.cpython-${python_digitsOf(python)}\\.pyc$`));
        }
        return without(files.keys(), [package_names_sharedObjectPath(expected), ...distInfoPaths(distInfo)])
            .filter((path) => !allowed.some((pattern) => pattern.test(path)))
            .map((path) => `${path} does not belong in the zip`);
    },
    'shared object'({ files, expected }) {
        const path = package_names_sharedObjectPath(expected);
        const data = files.get(path);
        if (data === undefined) {
            const others = [...files.keys()].filter((file) => file.includes('.so'));
            return [`${path} is missing${others.length > 0 ? `; there is ${others.join(', ')}` : ''}`];
        }
        const magic = Buffer.from(data.subarray(0, 4)).toString('latin1');
        return magic === '\x7fELF' ? [] : [`${path} is not an ELF file`];
    },
    package({ files }) {
        if (!files.has('psycopg2/__init__.py'))
            return ['psycopg2/__init__.py is missing'];
        const bare = (path) => path.replace(/^.*\//, '').replace(/\..*$/, '');
        const sources = [...files.keys()].filter((path) => /^psycopg2\/[^/]+\.py$/.test(path)).map(bare);
        const compiled = [...files.keys()].filter((path) => path.endsWith('.pyc')).map(bare);
        if (compiled.length === 0)
            return [];
        return [
            ...without(sources, compiled).map((name) => `${name}.py has no byte code`),
            ...without(compiled, sources).map((name) => `${name}.pyc has no source`),
        ];
    },
    'dist-info'({ files, distInfo }) {
        return distInfoPaths(distInfo)
            .filter((path) => !path.endsWith(LICENSE_PATHS.lgpl))
            .filter((path) => (files.get(path)?.length ?? 0) === 0)
            .map((path) => `${path} is ${files.has(path) ? 'empty' : 'missing'}`);
    },
    metadata(facts) {
        return linesMissing(facts, 'METADATA', ['Name: psycopg2', `Version: ${facts.expected.psycopg2}`]);
    },
    wheel(facts) {
        const { buildNumber } = facts.expected;
        return linesMissing(facts, 'WHEEL', [
            'Root-Is-Purelib: false',
            ...(buildNumber === undefined ? [] : [`Build: ${buildNumber}`]),
            ...package_names_wheelTags(facts.expected).map((tag) => `Tag: ${tag}`),
        ]);
    },
    RECORD({ files, distInfo }) {
        const text = files.get(`${distInfo}/RECORD`);
        if (text === undefined)
            return [];
        const given = decode(text);
        const correct = recordFile(files, distInfo);
        if (given === correct)
            return [];
        const [givenLines, correctLines] = [given.split('\n'), correct.split('\n')];
        const problems = [
            ...without(correctLines, givenLines).map((line) => `RECORD lacks the line ${line}`),
            ...without(givenLines, correctLines).map((line) => `RECORD has the wrong line ${line}`),
        ];
        return problems.length > 0 ? problems : ['RECORD is not in order, or has a line twice'];
    },
};
function distInfoPaths(distInfo) {
    const licenses = Object.values(LICENSE_PATHS).map((path) => `licenses/${path}`);
    return ['METADATA', 'RECORD', 'WHEEL', 'top_level.txt', SBOM_PATH, ...licenses].map((path) => `${distInfo}/${path}`);
}
function linesMissing({ files, distInfo }, name, lines) {
    const data = files.get(`${distInfo}/${name}`);
    if (data === undefined)
        return [];
    return without(lines, decode(data).split('\n')).map((line) => `${name} lacks the line ${line}`);
}
/** Those that are not among the others, each once. */
function without(texts, others) {
    const left = new Set(texts);
    for (const other of others)
        left.delete(other);
    return [...left];
}
function decode(data) {
    return new TextDecoder().decode(data);
}
function octal(mode) {
    return mode === undefined ? 'of another system' : mode.toString(8);
}

// EXTERNAL MODULE: ./build/package/zip-directory.js
var zip_directory = __webpack_require__(4394);
// EXTERNAL MODULE: ./build/package/zip-strict.js
var zip_strict = __webpack_require__(9856);
;// CONCATENATED MODULE: ./build/package/file-tree.js





/** Links can multiply what there is, and lead to one another; real packages have some hundreds. Counted in paths looked at. */
const MOST_FOLLOWED = 1_000_000;
/** `PATH_MAX` of Linux, in bytes. */
const LONGEST_LINK = 4096;
/** Of a list in a sentence. */
const file_tree_MOST_NAMED = 3;
/** What to do about a zip that may be anybody's. */
const MEND = {
    'not a zip': 'Give the path of a zip.',
    damaged: 'Zip it again, and copy it whole and as it is.',
    'in parts': 'Make one zip of the parts: zip -s 0 PARTS.zip --out WHOLE.zip.',
    encrypted: 'Zip it again without a password: Lambda has none.',
    'packed otherwise': 'Zip it again by deflate, as zip and Python do unless told otherwise.',
};
/**
 * The files of anybody's zip: whatever can be read is, oddities are noted, and nothing is unpacked before it is asked for.
 *
 * @throws ZipError (without the zip's name) when the bytes are not a zip, or one that is cut off, damaged or encrypted
 */
function zipTree(bytes) {
    return mendable(() => readTree(bytes));
}
function readTree(bytes) {
    const view = (0,unzip/* viewOf */.du)(bytes);
    const directory = (0,zip_directory/* readDirectory */.gZ)(view);
    const files = new Map();
    const links = new Map();
    const lost = new Map();
    const odd = new Oddities();
    const unpack = (entry) => mendable(() => (0,unzip/* unpackEntry */.$7)(view, entry, directory.start));
    for (const entry of directory.entries) {
        // Whoever unpacks all of a zip stops there.
        if (entry.flags & 1)
            (0,zip_strict/* refuseUnreadable */.ws)(entry);
        odd.see(entry);
        const path = placeOf(entry.path);
        if (path === undefined) {
            odd.add('leads out of the package: unpackers leave it out, or put it elsewhere', entry.path);
            if (entry.path.startsWith('/') && !entry.directory)
                lost.set(entry.path.replace(/^\/+/, ''), ABSOLUTE);
        }
        if (path === undefined || entry.directory)
            continue;
        if (files.has(path) || links.has(path))
            odd.add('there more than once, and the last counts', path);
        files.delete(path);
        links.delete(path);
        if ((entry.attributes & zip_format/* TYPE */.ZE) === zip_format/* TYPE_LINK */.Cn)
            links.set(path, entry);
        else
            files.set(path, { size: entry.size, read: () => unpack(entry) });
    }
    const targetOf = (entry) => (entry.size > LONGEST_LINK ? undefined : (0,zip_directory/* decode */.D4)(unpack(entry)));
    const tree = { files, lost, notes: file_tree_around(directory) };
    follow(links, tree, targetOf, odd);
    tree.notes.push(...odd.notes());
    for (const path of files.keys())
        lost.delete(path);
    return tree;
}
const ABSOLUTE = {
    why: 'named from the root of the disk in the zip (/…), and not in the package',
    hint: 'Zip it again with names from the package on: zip -r in the directory itself, with "." for what is to be zipped.',
};
/** A link that leads to nothing. @param target as it stands in it; undefined for what cannot be read */
function file_tree_danglingLink(target) {
    return {
        why: `a symbolic link to ${target === undefined ? 'nothing' : (0,zip_directory/* quote */.hD)(target)}, which is not in the package`,
        hint: 'Put the file itself there: cp -rL copies what links lead to, and zip does so without -y.',
    };
}
/** The same, with what its owner can do about what it throws. */
function mendable(work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof zip_directory/* ZipError */.Wz))
            throw error;
        throw new zip_directory/* ZipError */.Wz(error.fault, error.message, MEND[error.fault]);
    }
}
/** A path of Lambda's disk from a package's root on: a function is unpacked into `/var/task`, a layer into `/opt`. */
function file_tree_fromMount(target) {
    return /^\/(?:var\/task|opt)\/+(.+)$/.exec(target)?.[1];
}
/** Where unpackers put a path: without `./`, and with single slashes; undefined for what would leave the directory. */
function placeOf(path) {
    const place = external_node_path_.posix.normalize(path).replace(/\/$/, '');
    return place.startsWith('/') || /^\.\.(\/|$)/.test(place) ? undefined : place;
}
/** Puts what links lead to in their places. */
function follow(links, { files, lost }, targetOf, odd) {
    const left = Array.from(links, ([path, link]) => {
        const written = safely(targetOf, link);
        return { path, written, target: written && placeOfTarget(path, written) };
    });
    let budget = MOST_FOLLOWED;
    // A link may lead to another: go on while that finds more.
    for (let found = true; found && budget > 0;) {
        found = false;
        for (const one of left.splice(0)) {
            const below = budget > 0 ? filesAt(one.target, files) : [];
            budget -= below.length === 1 ? 1 : files.size + below.length;
            for (const [name, file] of below)
                files.set(external_node_path_.posix.join(one.path, name), file);
            if (below.length === 0)
                left.push(one);
            else
                found = true;
        }
    }
    const why = budget > 0 ? 'symbolic link to nothing in the package' : 'symbolic link not followed, of too many';
    for (const { path, written } of left) {
        odd.add(why, path);
        lost.set(path, file_tree_danglingLink(written));
    }
}
/** Where in the package a link leads to; undefined for what is not in it. */
function placeOfTarget(path, target) {
    if (!target.startsWith('/'))
        return placeOf(external_node_path_.posix.join(external_node_path_.posix.dirname(path), target));
    const place = file_tree_fromMount(target);
    return place && placeOf(place);
}
function safely(targetOf, link) {
    try {
        return targetOf(link);
    }
    catch (error) {
        if (error instanceof zip_directory/* ZipError */.Wz)
            return undefined;
        throw error;
    }
}
/** The file at a path, or the files below it, by the rest of their paths. */
function filesAt(target, files) {
    if (target === undefined)
        return [];
    const file = files.get(target);
    if (file !== undefined)
        return [['', file]];
    const prefix = target === '.' ? '' : `${target}/`;
    const below = [];
    for (const [path, one] of files)
        if (path.startsWith(prefix))
            below.push([path.slice(prefix.length), one]);
    return below;
}
/** What is odd about entries, each kind with the paths that are so. */
class Oddities {
    #paths = new Map();
    add(what, path) {
        const paths = this.#paths.get(what);
        if (paths === undefined)
            this.#paths.set(what, [path]);
        else
            paths.push(path);
    }
    /** What its row alone tells. */
    see(entry) {
        const { path, mode, method, directory } = entry;
        if (path.includes('\\')) {
            this.add('name with backslashes, which on Lambda separate nothing', path);
        }
        if ((0,zip_directory/* decode */.D4)(entry.name) === undefined)
            this.add('name that is not UTF-8', path);
        if (method !== zip_format/* STORED */.SD && method !== zip_format/* DEFLATED */.aE) {
            this.add('packed by a method that is not read here, and perhaps not by Lambda', path);
        }
        // The function runs as another user than the one that unpacks. Some tools say Unix and leave the mode out.
        if (mode && !directory && (mode & zip_format/* TYPE */.ZE) !== zip_format/* TYPE_LINK */.Cn && (mode & 0o4) === 0) {
            this.add('readable by its owner only (if Lambda answers Permission denied, chmod -R a+rX helps)', path);
        }
    }
    notes() {
        return Array.from(this.#paths, ([what, paths]) => {
            const named = paths.slice(0, file_tree_MOST_NAMED).map(zip_directory/* quote */.hD).join(', ');
            const more = paths.length - file_tree_MOST_NAMED;
            return `${what}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
        });
    }
}
function file_tree_around({ before, behind }) {
    return [
        ...(before > 0 ? [`${before} bytes stand before the zip itself`] : []),
        ...(behind > 0 ? [`${behind} bytes stand behind the end of the zip`] : []),
    ];
}

;// CONCATENATED MODULE: ./build/jobs/archives.js



/** What the plugin serverless-python-requirements puts beside `.requirements.zip`, and unpacks that with. */
const UNPACKED_THERE = 'unzip_requirements.py';
/** Zips and wheels in a package in which psycopg2 lies, where no import finds it anywhere else. */
function archiveFindings(files, { psycopg2, findings }, python) {
    const said = findings.some(({ rule }) => rule === 'psycopg2' || rule === 'unzipped-size');
    if (psycopg2 !== undefined || said || files.has(UNPACKED_THERE))
        return [];
    // Links can give one zip many names.
    const zips = new Map([...files].flatMap(([path, file]) => (/\.(zip|whl)$/i.test(path) ? [[file, path]] : [])));
    return [...zips]
        .filter(([file]) => holdsPsycopg2(file))
        .map(([, path]) => ({
        ...{ rule: 'psycopg2', class: 'loads', file: path, error: notFound('psycopg2', python) },
        message: 'psycopg2 lies in this zip, into which no import looks',
        hint: `Put what is in ${path} into the package in its place, so that psycopg2/__init__.py is there.`,
    }));
}
function holdsPsycopg2(file) {
    try {
        const inside = zipTree(file.read()).files;
        return [...inside.keys()].some((path) => /(^|\/)psycopg2\/__init__\.pyc?$/.test(path));
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/package/directory-tree.js




/** No package of Lambda's comes near. */
const MOST = 100_000;
/** Links of Linux's that lead to one another: `MAXSYMLINKS`. */
const MOST_LINKS = 40;
/**
 * The files in a directory and below, links followed as long as they do not lead back into what they stand in. One that
 * begins with `/var/task/` or `/opt/` leads to where the package will lie on Lambda, so into the directory.
 *
 * @throws BuildError for a directory or file that cannot be read, and for more than 100 000 files and directories
 */
function directory_tree_directoryTree(directory) {
    const found = {
        top: directory,
        files: new Map(),
        lost: new Map(),
        notes: [],
        left: MOST,
        byPlace: new Map(),
    };
    readable(directory, () => walk(directory, '', [], found));
    const { files, lost, notes } = found;
    return { files, lost, notes };
}
function walk(directory, prefix, above, found) {
    const { top, files, lost, notes } = found;
    const real = realpathSync.native(directory);
    if (above.includes(real)) {
        notes.push(`${JSON.stringify(prefix)} is a link to a directory that it stands in`);
        return;
    }
    const entries = readdirSync(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        // Not by the links again: each costs time wherever a path goes through it.
        const path = directory_tree_follow(join(real, entry.name), entry, top);
        const place = `${prefix}${entry.name}`;
        found.left -= 1;
        if (found.left < 0) {
            throw new BuildError(`${directory} has more than ${MOST} files and directories`, 'Give the directory of a package, not one above it.');
        }
        const facts = factsOf(path);
        if (facts === undefined) {
            notes.push(`${JSON.stringify(place)} is a symbolic link that leads to nothing`);
            lost.set(place, danglingLink(linkIn(join(real, entry.name))));
        }
        else if (facts.isDirectory())
            walk(path, `${place}/`, [...above, real], found);
        else if (facts.isFile())
            files.set(place, fileAt(path, facts, found.byPlace));
    }
}
/** The same file for every link to it, as a zip's tree has it. */
function fileAt(path, { dev, ino, size }, known) {
    const place = `${dev}:${ino}`;
    const file = known.get(place) ?? { size, read: () => readable(path, () => readFileSync(path)) };
    closeSync(openSync(path, 'r'));
    known.set(place, file);
    return file;
}
/** The path itself, or where a link leads to that is made for Lambda's disk. */
function directory_tree_follow(path, entry, top) {
    let place = path;
    for (let left = MOST_LINKS; left > 0 && entry.isSymbolicLink(); left--) {
        const inPackage = fromMount(linkIn(place) ?? '');
        if (inPackage === undefined)
            return place;
        place = join(top, inPackage);
    }
    return place;
}
/** What stands in a link; undefined for what is none. */
function linkIn(path) {
    try {
        return readlinkSync(path);
    }
    catch {
        return undefined;
    }
}
/** What a path leads to; undefined for nothing, or for links that lead to one another. */
function factsOf(path) {
    try {
        return statSync(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'ENOTDIR'))
            return undefined;
        throw error;
    }
}
function readable(path, work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof BuildError)
            throw error;
        throw new BuildError(`Cannot read ${path}: ${messageOf(error)}`, 'Make it readable: chmod -R a+rX DIRECTORY. Lambda runs a function as another user than its owner, too.');
    }
}

;// CONCATENATED MODULE: ./build/jobs/unjudged.js



/** @param error what the audit ended in */
function unjudged(file, { message, hint, cause }) {
    const error = cause instanceof ZipError ? { error: NOT_UNZIPPED } : {};
    return {
        file,
        passed: false,
        findings: [{ rule: 'not-judged', class: 'loads', file: '', message, hint, ...error }],
    };
}
/** The error for a zip that cannot be read, in which case Lambda cannot, either. */
function notUnzipped(file, cause) {
    const hint = `${cause.hint} Lambda answers to its upload: ${loader_words_NOT_UNZIPPED}`;
    return new errors/* BuildError */.zS(`${file}: ${cause.message}`, hint, [], { cause });
}

;// CONCATENATED MODULE: ./build/jobs/audit-subject.js








/** More than this cannot be a package of Lambda's: it takes 250 MB unpacked. */
const audit_subject_MOST_READ = 300_000_000;
const WHEEL = /^[^/]+\.dist-info\/WHEEL$/;
const HINT = 'Give the path of a zip, a directory or a shared object.';
/** What else people take for a package, by its first bytes, and where these stand. */
const OTHERS = [
    [0, '\x1f\x8b', 'packed by gzip (.tar.gz)'],
    [0, 'BZh', 'packed by bzip2 (.tar.bz2)'],
    [0, '\xfd7zXZ\0', 'packed by xz (.tar.xz)'],
    [0, '7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
    [0, 'Rar!', 'a RAR archive'],
    [0, '\x28\xb5\x2f\xfd', 'packed by Zstandard'],
    [257, 'ustar', 'a tar archive'],
];
/**
 * Opens a package or a module, wherever it was made.
 *
 * @param file as it was named
 * @param path the same, absolute
 * @throws {BuildError} for what cannot be read, or is neither a package nor a shared object
 */
async function audit_subject_openSubject(file, path) {
    let bytes;
    try {
        const facts = await stat(path);
        if (facts.isDirectory())
            return { kind: 'package', tree: inItsDirectory(directoryTree(path), basename(path)) };
        // Some devices never end, and a pipe may never begin.
        if (!facts.isFile())
            throw new Error('it is neither a file nor a directory');
        if (facts.size > audit_subject_MOST_READ)
            throw new Error(`it has ${facts.size} bytes, and no package of Lambda's comes near`);
        bytes = await readFile(path);
    }
    catch (error) {
        if (error instanceof BuildError)
            throw error;
        throw new BuildError(`Cannot read ${file}: ${messageOf(error)}`, HINT);
    }
    return subjectOf(bytes, file, basename(path));
}
/**
 * A package or a module of which the bytes are here.
 *
 * @param file for messages
 * @param name its file name
 * @throws {BuildError} for what is neither
 */
function subjectOf(bytes, file, name = file) {
    const isElf = startsWith(bytes, '\x7fELF');
    if (isElf || /\.(so|pyd)$/.test(name)) {
        // Whatever it is called, it is what is asked about.
        const asModule = /\.(so|pyd)$|\.so\./.test(name) ? name : `${name}.so`;
        const files = new Map([[asModule, { size: bytes.length, read: () => bytes }]]);
        return { kind: 'module', tree: { files, lost: new Map(), notes: [] } };
    }
    const tree = treeOf(bytes, file);
    // Both have to be so for pip, too.
    const isWheel = name.endsWith('.whl') && [...tree.files.keys()].some((one) => WHEEL.test(one));
    return { kind: isWheel ? 'wheel' : 'package', tree, bytes };
}
function treeOf(bytes, file) {
    try {
        return zipTree(bytes);
    }
    catch (error) {
        if (!(error instanceof zip_directory/* ZipError */.Wz))
            throw error;
        if (error.fault !== 'not a zip')
            throw notUnzipped(file, error);
        if (bytes.length === 0)
            throw new errors/* BuildError */.zS(`${file} is empty: it has no bytes`, HINT);
        if (isPointer(bytes))
            throw new errors/* BuildError */.zS(`${file}: ${AS_POINTER.message}`, AS_POINTER.hint);
        if (/^\s*<(!doctype|html|\?xml)/i.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1')))
            throw new errors/* BuildError */.zS(`${file}: not a zip file, but a web page or XML`, 'Download it again: this is an error page.');
        const what = OTHERS.find(([at, start]) => startsWith(bytes.subarray(at), start))?.[2];
        if (what === undefined)
            throw new errors/* BuildError */.zS(`${file}: ${error.message}`, HINT);
        const isSource = /^psycopg2(-binary)?-\d/.test((0,external_node_path_.basename)(file));
        throw new errors/* BuildError */.zS(`${file}: not a zip file, but ${what}${isSource ? ": psycopg2's source, which nobody has compiled yet" : ''}`, isSource
            ? 'Use a zip made here, or a wheel: pip download --only-binary :all: psycopg2-binary gets one.'
            : 'Lambda takes zips only: unpack it, and zip what is in it.');
    }
}
function startsWith(bytes, start) {
    return Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start;
}
/** Whoever names psycopg2's own directory means that, not a package with its files at the top. */
function inItsDirectory(tree, name) {
    if (![...tree.files.keys()].some((path) => /^_psycopg\..*(so|pyd)$/.test(path)))
        return tree;
    const below = (paths) => new Map(Array.from(paths, ([path, one]) => [`${name}/${path}`, one]));
    return { files: below(tree.files), lost: below(tree.lost), notes: tree.notes };
}

;// CONCATENATED MODULE: ./build/jobs/damaged-files.js


/** Of a list in a sentence. */
const damaged_files_MOST_NAMED = 3;
/** Watches the files of a zip. What is one file by several paths stays one. */
function watched(given) {
    const seen = new Map();
    const watch = (file) => ({
        size: file.size,
        read() {
            seen.set(file, undefined);
            try {
                return file.read();
            }
            catch (error) {
                if (error instanceof zip_directory/* ZipError */.Wz && error.fault === 'damaged')
                    seen.set(file, error.message);
                throw error;
            }
        },
    });
    const each = new Map(Array.from(new Set(given.values()), (file) => [file, watch(file)]));
    const files = new Map(Array.from(given, ([path, file]) => [path, each.get(file) ?? file]));
    return {
        files,
        damaged(but) {
            for (const [file, watching] of each)
                if (!seen.has(file))
                    tryToRead(watching);
            const told = new Set(Array.from(but, (path) => given.get(path)));
            const said = [...seen].flatMap(([file, message]) => message === undefined || told.has(file) ? [] : [message]);
            if (said.length === 0)
                return [];
            const more = said.length - damaged_files_MOST_NAMED;
            return [
                `${said.slice(0, damaged_files_MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}: Lambda may answer to the upload: ${loader_words_NOT_UNZIPPED}`,
            ];
        },
    };
}
function tryToRead(file) {
    try {
        file.read();
    }
    catch (error) {
        if (!(error instanceof zip_directory/* ZipError */.Wz))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/jobs/no-package.js

/** What a package for another of Lambda's runtimes has, and whose it is; said where nothing of Python's is there. */
const RUNTIMES = [
    [/(^|\/)(package\.json|[^/]+\.[cm]?js)$/, 'Node.js'],
    [/\.(class|jar)$/, 'Java'],
    [/\.rb$/, 'Ruby'],
    [/\.(dll|deps\.json)$/, '.NET'],
    [/^bootstrap$/, 'a runtime of its own'],
];
/**
 * Refuses what no import of Lambda's Python could find anything in, where it says itself what it is instead.
 *
 * @throws {BuildError} that says so
 */
function refuseNoPackage({ tree, bytes, kind }, file) {
    if (kind === 'module')
        return;
    const paths = [...tree.files.keys()];
    if (paths.length === 0) {
        const [lost] = tree.lost;
        if (lost === undefined) {
            throw new errors/* BuildError */.zS(`${file} is empty: there is no file in it`, 'Check what was zipped or copied, and from which directory.');
        }
        const [path, { why, hint }] = lost;
        throw new errors/* BuildError */.zS(`${file} is empty where it is unpacked: ${path} is ${why}`, hint);
    }
    if (isSource(paths)) {
        throw new errors/* BuildError */.zS(`${file} is a source distribution: what Python would load has to be compiled from it first`, 'Use a wheel, which pip installs with --only-binary :all:, or for psycopg2 a zip made here.');
    }
    if (paths.some((path) => /\.(pyc?|pyd)$|\.so(\.|$)/.test(path)))
        return;
    refuseWrapped(paths, bytes, file);
    const whose = RUNTIMES.find(([pattern]) => paths.some((path) => pattern.test(path)))?.[1];
    if (whose === undefined)
        return;
    throw new errors/* BuildError */.zS(`${file} is for ${whose}: nothing in it is Python's`, 'Audit the package of a Python function, or a layer that has a directory python.');
}
/**
 * Whether these are the files of a source distribution, which has all of them in a directory named for its version, or of
 * psycopg2's repository.
 */
function isSource(paths) {
    if (paths.some((path) => /\.(so|pyd)$/.test(path)))
        return false;
    const [top = ''] = /^[^/]+-\d[^/]*\//.exec(paths[0] ?? '') ?? [];
    const says = ['PKG-INFO', 'psycopg/psycopgmodule.c'].some((path) => paths.includes(`${top}${path}`));
    return says && (top === '' ? !paths.includes('PKG-INFO') : paths.every((path) => path.startsWith(top)));
}
/** GitHub hands out a workflow's artifact as a zip of its files. @throws {BuildError} for one: the package is in it */
function refuseWrapped(paths, bytes, file) {
    const archives = paths.filter((path) => /\.(zip|whl)$/i.test(path));
    if (archives.length === 0)
        return;
    const holds = `${file} is no package: it holds ${archives.join(', ')}`;
    if (bytes === undefined)
        throw new errors/* BuildError */.zS(holds, 'Name the zips in it.');
    throw new errors/* BuildError */.zS(`${holds}${archives.every((path) => /\.zip$/i.test(path)) ? ', as an artifact that GitHub packed does' : ', into which no import looks'}`, 'Unpack it, and audit and deploy what is in it.');
}

;// CONCATENATED MODULE: ./build/jobs/audit-job.js














/** Lambda's limit for a zip that is uploaded directly: 50 MB; from S3 there is none but the unpacked size. */
const MOST_ZIPPED = 52_428_800;
const DIST_INFO = /^psycopg2-([\d.]+)\.dist-info\/METADATA$/;
/**
 * Judges whether Lambda would load a package or a module, wherever it was made.
 *
 * @throws {MalformedInputError} where the runtime is not named and the modules do not tell it
 * @throws {InputError} where Lambda does not have it
 * @throws {BuildError} for what cannot be read, or is neither a package nor a shared object
 */
async function audit({ path, ...job }) {
    const { file } = job;
    // Under the name of a zip of ours, it is to be one.
    const strict = job.strict || parseZipName(basename(file)) !== undefined;
    return auditSubject(await openSubject(file, path), { ...job, strict });
}
/** The same of what is read already. @throws as {@link audit} */
async function auditSubject(subject, job) {
    const { file, strict, ours = true } = job;
    refuseNoPackage(subject, file);
    const { kind, bytes, tree } = subject;
    const { files, damaged } = bytes === undefined ? { ...tree, damaged: () => [] } : watched(tree.files);
    const told = madeFor(files);
    const python = job.python ?? agreed('python-version', told.pythons, file);
    // Without a module for Linux it does not matter which; this is what Lambda itself takes.
    const taken = job.architecture === undefined && told.architectures.length === 0 ? 'x86_64' : undefined;
    const architecture = job.architecture ?? taken ?? agreed('architecture', told.architectures, file);
    const { base, runtime } = findRuntime({ python, architecture }, await (0,catalog/* loadCatalog */.ak)());
    const target = { python, architecture, base, baseName: runtime.base };
    const report = judgePackage(files, target, { kind, lost: tree.lost, ours });
    const tooLarge = report.findings.some(({ rule }) => rule === 'unzipped-size');
    const unreadable = report.findings.filter(({ rule }) => rule === 'unreadable');
    const findings = [
        ...archiveFindings(files, report, python),
        ...report.findings,
        ...(strict ? zipFindings(subject, report, { python, architecture }) : []),
    ];
    return {
        ...{ file, python, architecture, base: base.title, glibc: base.glibc, strict },
        guessed: [
            ...(job.python === undefined ? [`Python ${python}`] : []),
            ...(job.architecture === undefined && taken === undefined ? [architecture] : []),
        ],
        taken,
        passed: findings.every((finding) => !strict && finding.class === 'ours'),
        ...report,
        findings,
        notes: [
            ...sizeNotes(bytes),
            ...tree.notes,
            ...(tooLarge ? [] : damaged(new Set(unreadable.map((one) => one.file)))),
            ...absenceNotes({ ...report, findings }, files, python),
            ...report.notes,
        ],
    };
}
/** The one value that all modules tell. @throws {MalformedInputError} where they do not agree, or tell nothing */
function agreed(input, told, file) {
    const [first, ...more] = told;
    if (first !== undefined && more.length === 0)
        return first;
    const example = input === 'architecture' ? 'x86_64' : '3.13';
    throw new errors/* MalformedInputError */.wn(input, first === undefined
        ? `nothing given, and nothing in ${file} tells it`
        : `nothing given, and the modules in ${file} are for ${told.join(', ')}`, `Say which runtime the package is for, for example ${example}.`);
}
function sizeNotes(zip) {
    if (zip === undefined || zip.length <= MOST_ZIPPED)
        return [];
    return [
        `the zip has ${zip.length} bytes, and Lambda takes ${MOST_ZIPPED} (50 MB) by direct upload: upload it by S3`,
    ];
}
/** How a zip differs from those made here, besides its module. */
function zipFindings({ tree, bytes }, { objects }, target) {
    if (bytes === undefined)
        return [];
    const path = package_names_sharedObjectPath(target);
    const module = objects.find((one) => one.path === path);
    const psycopg2 = [...tree.files.keys()].map((one) => DIST_INFO.exec(one)?.[1]).find((one) => one);
    const hint = 'Give the zip as it was built or downloaded.';
    const finding = (message) => ({
        rule: 'zip',
        class: 'ours',
        file: '',
        message,
        hint,
    });
    if (module === undefined || psycopg2 === undefined) {
        return [
            finding(`it has no ${module === undefined ? path : 'psycopg2-….dist-info/METADATA'}, as the zips made here do`),
        ];
    }
    const expected = { psycopg2, ...target, glibc: taggedGlibc(module.highestGlibc) };
    return lintZip(bytes, expected).map(({ message }) => finding(message));
}

;// CONCATENATED MODULE: ./build/jobs/refuse-unloadable.js



/**
 * Judges a file as its runtime's loader would, whatever machine this is. What is only stricter for zips made here keeps
 * nobody from using one.
 *
 * @throws {BuildError} where that runtime would not load it
 */
async function refuseUnloadable({ name, bytes, entries }, { python, architecture }) {
    const subject = entries === undefined ? subjectOf(bytes, name) : unpacked(entries);
    const asked = { file: name, python, architecture, strict: false, ours: false };
    const { findings: faults } = await auditSubject(subject, asked);
    const [first] = faults;
    if (first === undefined)
        return;
    throw new errors/* BuildError */.zS(`${name}: Lambda's Python ${python} on ${architecture} would not load it: ${first.message}`, 'The release is not fit for that runtime: choose another, and tell who made it. Nothing was changed.', faults.map((fault) => lineOf(fault)));
}
function lineOf({ rule, file, message }) {
    return `${rule}: ${file === '' ? '' : `${file}: `}${message}`;
}
function unpacked(entries) {
    const files = entries.flatMap(({ path, directory, data }) => directory ? [] : [[path, { size: data.length, read: () => data }]]);
    return { kind: 'package', tree: { files: new Map(files), lost: new Map(), notes: [] } };
}


/***/ })

};
