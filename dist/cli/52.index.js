export const id = 52;
export const ids = [52];
export const modules = {

/***/ 38979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KY: () => (/* binding */ hidingFile),
/* harmony export */   aV: () => (/* binding */ isPsycopg2Module),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   jh: () => (/* binding */ findPsycopg2),
/* harmony export */   wP: () => (/* binding */ isWhole),
/* harmony export */   zU: () => (/* binding */ siteOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _module_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62591);


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
    return (/^_psycopg(\..+)?\.(so|pyd)$/.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)) &&
        !PSYCOPG_3.includes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path))));
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
        const directory = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path);
        const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        if (isPsycopg2Module(path)) {
            directories.add(directory);
            if ((0,_module_names_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(file, interpreter).rank >= 0)
                fitting.add(directory);
        }
        if (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(directory) === 'psycopg2' && /^__init__\.pyc?$/.test(file))
            sources.set(directory, []);
    }
    for (const path of paths)
        if (/\.pyc?$/.test(path))
            sources.get(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path))?.push(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
    // Others have a package of that name in their own, as OpenTelemetry and Datadog do.
    for (const [directory, files] of sources)
        if (files.some((file) => /^ext(ensions|ras)\./.test(file)) ||
            files.every((file) => /^__init__\./.test(file)))
            directories.add(directory);
    const all = Array.from(directories, (directory) => ({
        directory,
        named: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(directory) === 'psycopg2',
    }));
    // More likely meant is what this Python could open, and then what is called psycopg2.
    const likelihood = ({ directory, named }) => (fitting.has(directory) ? 2 : 0) + (named ? 1 : 0);
    return all.sort((a, b) => likelihood(b) - likelihood(a));
}


/***/ }),

/***/ 62591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ isSharedObject),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   aK: () => (/* binding */ taggedFor),
/* harmony export */   y: () => (/* binding */ describeTag)
/* harmony export */ });
/* harmony import */ var _catalog_python_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21636);

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
        const suffixes = [(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_0__/* .extensionSuffix */ .TW)(interpreter.python, interpreter.architecture), '.abi3.so'];
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


/***/ }),

/***/ 59583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ sortObjects),
/* harmony export */   _V: () => (/* binding */ isPointer),
/* harmony export */   hr: () => (/* binding */ AS_POINTER)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89348);
/* harmony import */ var _elf_header_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96659);
/* harmony import */ var _elf_symbols_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38421);
/* harmony import */ var _import_path_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(38979);
/* harmony import */ var _loader_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(677);
/* harmony import */ var _module_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(62591);









/** Tells the shared objects that this Python would open from those that it would not. */
function sortObjects(paths, files, { target, psycopg2, whole }) {
    const sorted = { opened: [], unopened: [], broken: [] };
    const first = firstNames(paths, target);
    const others = new Set(psycopg2.others);
    const opening = new Map();
    const left = [];
    for (const path of paths) {
        const file = files.get(path);
        const named = (0,_module_names_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path), target);
        const leave = (why, foreign = false) => left.push({ path, why, foreign });
        const site = (0,_import_path_js__WEBPACK_IMPORTED_MODULE_6__/* .siteOf */ .zU)(path);
        if (site !== undefined && site !== target.python)
            leave(`where only Python ${site} looks`);
        else if (others.has(directoryOf(path)))
            leave('in a psycopg2 that no import finds');
        else if (named.kind === 'foreign')
            leave(`for ${(0,_module_names_js__WEBPACK_IMPORTED_MODULE_8__/* .describeTag */ .y)(named.tag, target)}`, true);
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
        if (elf.machine === (target.architecture === 'arm64' ? _elf_header_js__WEBPACK_IMPORTED_MODULE_4__.EM.AARCH64 : _elf_header_js__WEBPACK_IMPORTED_MODULE_4__.EM.X86_64))
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
        const named = (0,_module_names_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path), target);
        const key = keyOf(path, named);
        if (named.rank >= 0 && named.rank < (first.get(key) ?? Number.POSITIVE_INFINITY))
            first.set(key, named.rank);
    }
    return first;
}
function keyOf(path, { module }) {
    return `${node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(path)}/${module}`;
}
/**
 * The names by which Python imports a file, one for each module that it would be; none for a library, whatever it is
 * called: many packages give those that they open by ctypes or cffi the name of a module.
 */
function importedAs(names, { symbols }, { python }) {
    const start = python === '2.7' ? 'init' : 'PyInit_';
    const inits = new Set(symbols.flatMap((one) => ((0,_elf_symbols_js__WEBPACK_IMPORTED_MODULE_5__/* .isExported */ .g4)(one) && one.name.startsWith(start) ? [one.name] : [])));
    const fits = ({ named }) => inits.has(`${start}${named.module}`);
    const isModule = ({ path, named }) => (0,_import_path_js__WEBPACK_IMPORTED_MODULE_6__/* .isPsycopg2Module */ .aV)(path) ||
        (inits.size > 0 && (named.kind === 'module' || (named.kind === 'plain' && python !== '2.7')));
    const fitting = names.filter((one) => one.named.kind !== 'library' && fits(one));
    const modules = fitting.length > 0 ? fitting : names.filter(isModule);
    const firsts = new Map(modules.toReversed().map((one) => [one.named.module, one]));
    return modules.filter((one) => firsts.get(one.named.module) === one);
}
/** Whether a file is a module by its name alone. */
function hasModulesName({ path, named }) {
    return named.kind === 'module' || (0,_import_path_js__WEBPACK_IMPORTED_MODULE_6__/* .isPsycopg2Module */ .aV)(path);
}
function directoryOf(path) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(path);
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
        return (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .readElf */ .o)(bytes);
    }
    catch (error) {
        if (!(error instanceof _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS))
            throw error;
        const { message, hint } = error;
        if (bytes === undefined)
            return { rule: 'unreadable', file: path, message, hint };
        const said = (0,_loader_words_js__WEBPACK_IMPORTED_MODULE_7__/* .headerWords */ .HF)(bytes);
        return {
            rule: 'elf',
            file: path,
            message,
            hint: said === _loader_words_js__WEBPACK_IMPORTED_MODULE_7__/* .NOT_ELF */ .cT && error !== AS_POINTER ? hintFor(path, target) : hint,
            ...(said && { error: said }),
        };
    }
}
/** Whether an ELF file was read and written as text: no machine's code is UTF-8. */
function isText(bytes) {
    return (0,_loader_words_js__WEBPACK_IMPORTED_MODULE_7__/* .headerWords */ .HF)(bytes) !== _loader_words_js__WEBPACK_IMPORTED_MODULE_7__/* .NOT_ELF */ .cT && bytes.some((byte) => byte > 0x7f) && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes);
}
const AS_TEXT = new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS('it was changed into text on its way: all of it is UTF-8, with EF BF BD in place of what cannot be, and the code in it is lost', 'Get it anew from where it came from, and keep it as it is: in git by a line "*.so binary" in .gitattributes, and out of editors and scripts that read files as text.');
/** Whether a file is what Git LFS leaves in its place: `docs/spec.md` of its repository. */
function isPointer(bytes) {
    return Buffer.from(bytes.subarray(0, 50))
        .toString('latin1')
        .startsWith('version https://git-lfs.github.com/spec/');
}
const AS_POINTER = new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS('it is a pointer of Git LFS, and not the file itself', 'Get the file: git lfs pull, or in a workflow lfs: true for actions/checkout.');
function hintFor(path, target) {
    return `It is made for macOS or Windows, or was changed on its way: install the package for Linux (${(0,_loader_words_js__WEBPACK_IMPORTED_MODULE_7__/* .installWith */ .qm)(target, path)}), and copy files as they are, not as text.`;
}


/***/ }),

/***/ 55052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ audit_job_audit),
  K: () => (/* binding */ auditSubject)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/audit/elf-header.js
var elf_header = __webpack_require__(96659);
// EXTERNAL MODULE: ./build/audit/import-path.js
var import_path = __webpack_require__(38979);
// EXTERNAL MODULE: ./build/audit/module-names.js
var module_names = __webpack_require__(62591);
// EXTERNAL MODULE: ./build/audit/loader-words.js
var loader_words = __webpack_require__(677);
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
        hint: `Use a build for this Python: a module is for the one Python and machine that its name says. Get that with: ${(0,loader_words/* installWith */.qm)(target, path)}.`,
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
        if (!(0,module_names/* isSharedObject */.VV)(path))
            continue;
        const { python = (0,import_path/* siteOf */.zU)(path), architecture } = (0,module_names/* taggedFor */.aK)(external_node_path_.posix.basename(path));
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
        return machine === elf_header.EM.X86_64 ? 'x86_64' : machine === elf_header.EM.AARCH64 ? 'arm64' : undefined;
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/catalog/python.js
var catalog_python = __webpack_require__(21636);
// EXTERNAL MODULE: ./build/audit/audit.js + 16 modules
var audit = __webpack_require__(24879);
// EXTERNAL MODULE: ./build/audit/audit-target.js
var audit_target = __webpack_require__(91893);
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

// EXTERNAL MODULE: ./build/catalog/versions.js
var versions = __webpack_require__(30507);
;// CONCATENATED MODULE: ./build/audit/hidden-psycopg2.js




/** What an import finds in place of psycopg2: a file of that name, or a directory that is no package. */
function hiddenFindings({ files, paths, places, psycopg2: { found }, target: { python }, }) {
    const file = (0,import_path/* hidingFile */.KY)(paths, places);
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
    if (found === undefined || (0,import_path/* isWhole */.wP)(paths, found))
        return [];
    return [
        {
            ...{ rule: 'psycopg2', class: 'loads', file: found },
            message: 'it has no __init__.py, without which "import psycopg2" finds an empty package',
            hint: 'Put all of psycopg2 into the package: __init__.py, extensions.py and so on, as pip installs it.',
            error: python === '2.7' ? (0,loader_words/* notFound */.mX)('psycopg2', python) : NO_CONNECT,
        },
    ];
}
/** Files of psycopg2's name that no import finds, because it finds the package. */
function unseenNotes({ files, paths, places, psycopg2: { found } }) {
    const [root = ''] = places.roots.filter((one) => `${one}psycopg2/` === found);
    const file = `${root}psycopg2.py`;
    if (found === undefined || !files.has(file) || (0,import_path/* hidingFile */.KY)(paths, places) === file)
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
    if ((0,versions/* compareVersions */.Z)(python, '3.8') < 0)
        return NO_CONNECT;
    const from = (0,versions/* compareVersions */.Z)(python, '3.13') < 0 ? '' : ` from '${path}'`;
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

// EXTERNAL MODULE: ./build/audit/global-scope.js + 1 modules
var global_scope = __webpack_require__(76866);
;// CONCATENATED MODULE: ./build/audit/image-libraries.json
const image_libraries_namespaceObject = /*#__PURE__*/JSON.parse('{"z":{"al1":{"source":"https://github.com/lambci/docker-lambda base/packages.txt of commit de9a2bf: the packages of the image, and what each is known to hold; libstdc++72 and libgcc72 are GCC 7.2","libraries":["ld-linux-x86-64.so.2","libGL.so.1","libICE.so.6","libSM.so.6","libX11.so.6","libXau.so.6","libXext.so.6","libXrender.so.1","libacl.so.1","libanl.so.1","libattr.so.1","libbz2.so.1","libc.so.6","libcap.so.2","libcom_err.so.2","libcrypt.so.1","libcrypto.so.10","libcurl.so.4","libdl.so.2","libexpat.so.1","libexslt.so.0","libffi.so.6","libfontconfig.so.1","libfreetype.so.6","libgcc_s.so.1","libglib-2.0.so.0","libgmp.so.10","libgomp.so.1","libgssapi_krb5.so.2","libgthread-2.0.so.0","libk5crypto.so.3","libkeyutils.so.1","libkrb5.so.3","libkrb5support.so.0","liblber-2.4.so.2","libldap-2.4.so.2","libldap_r-2.4.so.2","liblzma.so.5","libm.so.6","libncurses.so.5","libncursesw.so.5","libnsl.so.1","libnspr4.so","libnss3.so","libnss_compat.so.2","libnss_dns.so.2","libnss_files.so.2","libnssutil3.so","libpcre.so.0","libpthread.so.0","libreadline.so.6","libresolv.so.2","librt.so.1","libsasl2.so.2","libselinux.so.1","libsmime3.so","libsqlite3.so.0","libssl.so.10","libssl3.so","libstdc++.so.6","libthread_db.so.1","libtinfo.so.5","libutil.so.1","libuuid.so.1","libxcb.so.1","libxml2.so.2","libxslt.so.1","libz.so.1"],"perhaps":["libasound.so.2","libcairo.so.2","libelf.so.1","libgdbm.so.2","libgif.so.4","libgobject-2.0.so.0","libgio-2.0.so.0","libgmodule-2.0.so.0","libicudata.so.50","libicui18n.so.50","libicuuc.so.50","libidn2.so.0","libjpeg.so.62","liblcms2.so.2","libmagic.so.1","libnghttp2.so.14","libpixman-1.so.0","libpng12.so.0","libpopt.so.0","libpsl.so.0","libssh2.so.1","libtiff.so.5"],"versions":{"GLIBCXX":"3.4.24","CXXABI":"1.3.11","GCC":"7.0.0"}},"al2":{"source":"https://github.com/lambci/docker-lambda base/base-2/fs.txt of commit de9a2bf: every file of the image; libstdc++.so.6.0.24 is GCC 7\'s","libraries":["ld-linux-aarch64.so.1","ld-linux-x86-64.so.2","libacl.so.1","libanl.so.1","libattr.so.1","libc.so.6","libcap.so.2","libcom_err.so.2","libcrypto.so.10","libdl.so.2","libffi.so.6","libform.so.6","libformw.so.6","libfreebl3.so","libfreeblpriv3.so","libgcc_s-7-20180303.so.1","libgcc_s.so.1","libgmp.so.10","libgmpxx.so.4","libgssapi_krb5.so.2","libgssrpc.so.4","libk5crypto.so.3","libkdb5.so.8","libkeyutils.so.1","libkrad.so.0","libkrb5.so.3","libkrb5support.so.0","libm.so.6","libmenu.so.6","libmenuw.so.6","libmvec.so.1","libncurses.so.6","libncursesw.so.6","libnsl.so.1","libnspr4.so","libnss_compat.so.2","libnss_dns.so.2","libnss_files.so.2","libnssckbi.so","libnssutil3.so","libp11-kit.so.0","libpanel.so.6","libpanelw.so.6","libpcre.so.1","libpcre16.so.0","libpcre32.so.0","libpcrecpp.so.0","libpcreposix.so.0","libplc4.so","libplds4.so","libpopt.so.0","libpthread.so.0","libresolv.so.2","librt.so.1","libselinux.so.1","libsepol.so.1","libssl.so.10","libstdc++.so.6","libtasn1.so.6","libthread_db.so.1","libtic.so.6","libtinfo.so.6","libutil.so.1","libverto.so.1","libz.so.1"],"perhaps":[],"versions":{"GLIBCXX":"3.4.24","CXXABI":"1.3.11","GCC":"7.0.0"}},"al2023":{"source":"https://docs.aws.amazon.com/linux/al2023/ug/minimal-container.html: the image is the minimal one with microdnf, which is written in C++; libz is needed by psycopg2-binary\'s wheel, which works there; https://docs.aws.amazon.com/linux/al2023/ug/glibc-gcc-and-binutils.html: GCC 11. Perhaps there: what microdnf, rpm, curl, bash and Python need; no list of the files was found","libraries":["ld-linux-aarch64.so.1","ld-linux-x86-64.so.2","libanl.so.1","libc.so.6","libdl.so.2","libgcc_s.so.1","libm.so.6","libmvec.so.1","libnss_compat.so.2","libnss_dns.so.2","libnss_files.so.2","libpthread.so.0","libresolv.so.2","librt.so.1","libstdc++.so.6","libthread_db.so.1","libutil.so.1","libz.so.1"],"perhaps":["libacl.so.1","libarchive.so.13","libassuan.so.0","libattr.so.1","libblkid.so.1","libbz2.so.1","libcap.so.2","libcom_err.so.2","libcrypt.so.2","libcrypto.so.3","libcurl.so.4","libdnf.so.2","libexpat.so.1","libffi.so.8","libgcrypt.so.20","libgio-2.0.so.0","libglib-2.0.so.0","libgmodule-2.0.so.0","libgmp.so.10","libgobject-2.0.so.0","libgomp.so.1","libgpg-error.so.0","libgpgme.so.11","libgssapi_krb5.so.2","libhistory.so.8","libidn2.so.0","libjson-c.so.5","libk5crypto.so.3","libkeyutils.so.1","libkrb5.so.3","libkrb5support.so.0","liblua-5.4.so","liblzma.so.5","libmodulemd.so.2","libmount.so.1","libmpfr.so.6","libncurses.so.6","libncursesw.so.6","libnghttp2.so.14","libpcre2-8.so.0","libpopt.so.0","libpsl.so.5","libreadline.so.8","librpm.so.9","librpmio.so.9","libselinux.so.1","libsepol.so.2","libsigsegv.so.2","libsmartcols.so.1","libsolv.so.1","libsqlite3.so.0","libssl.so.3","libtinfo.so.6","libunistring.so.2","libuuid.so.1","libxml2.so.2","libyaml-0.so.2","libzstd.so.1"],"versions":{"GLIBCXX":"3.4.29","CXXABI":"1.3.13","GCC":"11.0"}}}}');
// EXTERNAL MODULE: ./build/audit/library.js
var audit_library = __webpack_require__(47615);
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
        this.#global = (0,global_scope/* globalScope */.gm)(target.base.glibc);
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
                else if (!(found === 'image' && (0,global_scope/* isOfGlibc */.Js)(name)))
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
        const library = (0,audit_library/* libraryOf */.v)(object.elf, { names: new Set(), path: `${this.places.mount}/${object.path}` });
        this.#known.set(object, library);
        return library;
    }
    #imageLibrary(name) {
        return (0,audit_library/* unknownLibrary */.i)(name, (version) => {
            const [, kind = '', number = ''] = /^([A-Z]+)_(\d+(?:\.\d+)+)$/.exec(version) ?? [];
            const newest = VERSIONED.includes(name) ? this.#image.versions[kind] : undefined;
            return newest === undefined || (0,versions/* compareVersions */.Z)(number, newest) <= 0
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
        const hint = (0,import_path/* isPsycopg2Module */.aV)(path) && /^lib(pq|ssl|crypto)\./.test(name)
            ? `Use a psycopg2 that has it inside: a zip made here, or psycopg2-binary installed for Lambda (${(0,loader_words/* installWith */.qm)(this.target, 'psycopg2')}).`
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
    const other = (0,import_path/* siteOf */.zU)(parent);
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
    if (prefix === '' || prefix === root || (0,import_path/* siteOf */.zU)(prefix) !== undefined) {
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
            hint: `Put psycopg2 itself in its place: a zip made here, or what this gets: ${(0,loader_words/* installWith */.qm)(target, 'psycopg2')}.`,
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
    const install = (0,loader_words/* installWith */.qm)(target, found);
    for (const [path, { why, hint }] of lost) {
        if (isModule(path, found))
            return { message: `${path} is ${why}`, hint };
    }
    const meant = paths.filter((path) => isModule(path, found));
    for (const path of meant) {
        const file = external_node_path_.posix.basename(path);
        const right = rightName(file);
        if (right === file || (0,module_names/* nameOf */.Vb)(right, target).rank < 0)
            continue;
        return {
            message: `psycopg2's module is called ${JSON.stringify(file)}, which Python does not look for`,
            hint: `Call it ${right}.`,
        };
    }
    const foreign = sorted.unopened.filter((one) => one.foreign && isModule(one.path, found));
    if (foreign.length > 0) {
        const whose = [...new Set(foreign.map(({ why }) => why))].join(' and ');
        return {
            message: `psycopg2's module is ${whose}, and none is there that Python ${python} on ${architecture} opens`,
            hint: `Use the psycopg2 for Python ${python} on ${architecture}; renaming the module does not make it one. Get that with: ${install}.`,
        };
    }
    const [astray] = paths.filter((path) => {
        const file = external_node_path_.posix.basename(path);
        return /^_psycopg\..*so$/.test(file) && (0,module_names/* nameOf */.Vb)(file, target).rank >= 0;
    });
    if (astray !== undefined) {
        return {
            message: `psycopg2's module lies in ${astray}, and Python looks for it in ${found}`,
            hint: `Move it to ${found}${external_node_path_.posix.basename(astray)}.`,
        };
    }
    const named = meant.map((path) => external_node_path_.posix.basename(path)).join(', ');
    return {
        message: `${found} has no module that Python ${python} on ${architecture} opens, such as _psycopg${(0,catalog_python/* extensionSuffix */.TW)(python, architecture)}${named === '' ? '' : `, only ${named}`}`,
        hint: `Put all of psycopg2 into the package: some tools leave *.so out (.gitignore, patterns of a packager). Get it with: ${install}.`,
    };
}
/** Whether a path was meant to be psycopg2's module, whatever became of its name. */
function isModule(path, found) {
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
        `psycopg2 is not in it: a function that imports it needs it here or in a layer (${(0,loader_words/* notFound */.mX)('psycopg2', python)})`,
    ];
}

// EXTERNAL MODULE: ./build/audit/sort-objects.js
var sort_objects = __webpack_require__(59583);
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
    const places = (0,import_path/* placesOf */.ek)(paths, target, kind === 'wheel');
    const psycopg2 = (0,import_path/* findPsycopg2 */.jh)(whole ? paths : [], places, target);
    const all = (0,sort_objects/* sortObjects */.HU)(paths.filter(module_names/* isSharedObject */.VV), files, { target, psycopg2, whole });
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
        const error = finding.error ?? (finding.class === 'loads' ? (0,loader_words/* loaderWords */.V1)(finding, target.python) : undefined);
        return { ...finding, hint: (0,loader_words/* userHint */.pf)(finding, target), ...(error === undefined ? {} : { error }) };
    }
}
function rankOf(finding) {
    if (finding.class === 'ours')
        return 100;
    const rank = FIRST.indexOf(finding.rule);
    return rank < 0 ? FIRST.length : rank;
}
function judgeOpened({ opened, unopened }, { target, places, whole, ours }) {
    const system = (0,audit_target/* lambdaSystem */.v)(target);
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
        const isOurs = module && (0,import_path/* isPsycopg2Module */.aV)(path);
        const expected = `${named.module}${(0,catalog_python/* extensionSuffix */.TW)(target.python, target.architecture)}`;
        const asked = {
            ...system,
            beside: libraries.beside(one, loads),
            initFunction: module ? (0,catalog_python/* initFunctionOf */.UM)(target.python, named.module) : undefined,
            fileName: isOurs ? { actual: external_node_path_.posix.basename(path), expected } : undefined,
        };
        const { violations, highestGlibc } = (0,audit/* auditElf */.rD)(elf, asked, { ours: ours && isOurs });
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
// EXTERNAL MODULE: ./build/catalog/file-names.js
var file_names = __webpack_require__(15297);
// EXTERNAL MODULE: ./build/catalog/find-runtime.js
var find_runtime = __webpack_require__(35808);
// EXTERNAL MODULE: ./build/package/lint.js
var lint = __webpack_require__(36314);
// EXTERNAL MODULE: ./build/package/package-names.js
var package_names = __webpack_require__(48050);
// EXTERNAL MODULE: ./build/package/file-tree.js
var file_tree = __webpack_require__(91150);
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
        ...{ rule: 'psycopg2', class: 'loads', file: path, error: (0,loader_words/* notFound */.mX)('psycopg2', python) },
        message: 'psycopg2 lies in this zip, into which no import looks',
        hint: `Put what is in ${path} into the package in its place, so that psycopg2/__init__.py is there.`,
    }));
}
function holdsPsycopg2(file) {
    try {
        const inside = (0,file_tree/* zipTree */.wz)(file.read()).files;
        return [...inside.keys()].some((path) => /(^|\/)psycopg2\/__init__\.pyc?$/.test(path));
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/jobs/audit-subject.js + 1 modules
var audit_subject = __webpack_require__(1742);
// EXTERNAL MODULE: ./build/package/zip-directory.js
var zip_directory = __webpack_require__(64394);
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
                `${said.slice(0, damaged_files_MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}: Lambda may answer to the upload: ${loader_words/* NOT_UNZIPPED */.K8}`,
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
async function audit_job_audit({ path, ...job }) {
    const { file } = job;
    // Under the name of a zip of ours, it is to be one.
    const strict = job.strict || (0,file_names/* parseZipName */.An)((0,external_node_path_.basename)(file)) !== undefined;
    return auditSubject(await (0,audit_subject/* openSubject */.n)(file, path), { ...job, strict });
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
    const { base, runtime } = (0,find_runtime/* findRuntime */.w)({ python, architecture }, await (0,catalog/* loadCatalog */.ak)());
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
    const path = (0,package_names/* sharedObjectPath */.wz)(target);
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
    const expected = { psycopg2, ...target, glibc: (0,package_names/* taggedGlibc */.CZ)(module.highestGlibc) };
    return (0,lint/* lintZip */.R)(bytes, expected).map(({ message }) => finding(message));
}


/***/ }),

/***/ 1742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ openSubject),
  e: () => (/* binding */ subjectOf)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/audit/sort-objects.js
var sort_objects = __webpack_require__(59583);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/package/file-tree.js
var file_tree = __webpack_require__(91150);
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
function directoryTree(directory) {
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
    const real = external_node_fs_.realpathSync.native(directory);
    if (above.includes(real)) {
        notes.push(`${JSON.stringify(prefix)} is a link to a directory that it stands in`);
        return;
    }
    const entries = (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        // Not by the links again: each costs time wherever a path goes through it.
        const path = follow((0,external_node_path_.join)(real, entry.name), entry, top);
        const place = `${prefix}${entry.name}`;
        found.left -= 1;
        if (found.left < 0) {
            throw new errors/* BuildError */.zS(`${directory} has more than ${MOST} files and directories`, 'Give the directory of a package, not one above it.');
        }
        const facts = factsOf(path);
        if (facts === undefined) {
            notes.push(`${JSON.stringify(place)} is a symbolic link that leads to nothing`);
            lost.set(place, (0,file_tree/* danglingLink */.d8)(linkIn((0,external_node_path_.join)(real, entry.name))));
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
    const file = known.get(place) ?? { size, read: () => readable(path, () => (0,external_node_fs_.readFileSync)(path)) };
    (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, 'r'));
    known.set(place, file);
    return file;
}
/** The path itself, or where a link leads to that is made for Lambda's disk. */
function follow(path, entry, top) {
    let place = path;
    for (let left = MOST_LINKS; left > 0 && entry.isSymbolicLink(); left--) {
        const inPackage = (0,file_tree/* fromMount */._h)(linkIn(place) ?? '');
        if (inPackage === undefined)
            return place;
        place = (0,external_node_path_.join)(top, inPackage);
    }
    return place;
}
/** What stands in a link; undefined for what is none. */
function linkIn(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return undefined;
    }
}
/** What a path leads to; undefined for nothing, or for links that lead to one another. */
function factsOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
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
        if (error instanceof errors/* BuildError */.zS)
            throw error;
        throw new errors/* BuildError */.zS(`Cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, 'Make it readable: chmod -R a+rX DIRECTORY. Lambda runs a function as another user than its owner, too.');
    }
}

// EXTERNAL MODULE: ./build/package/zip-directory.js
var zip_directory = __webpack_require__(64394);
// EXTERNAL MODULE: ./build/jobs/unjudged.js
var unjudged = __webpack_require__(92943);
;// CONCATENATED MODULE: ./build/jobs/audit-subject.js








/** More than this cannot be a package of Lambda's: it takes 250 MB unpacked. */
const MOST_READ = 300_000_000;
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
async function openSubject(file, path) {
    let bytes;
    try {
        const facts = await (0,promises_.stat)(path);
        if (facts.isDirectory())
            return { kind: 'package', tree: inItsDirectory(directoryTree(path), (0,external_node_path_.basename)(path)) };
        // Some devices never end, and a pipe may never begin.
        if (!facts.isFile())
            throw new Error('it is neither a file nor a directory');
        if (facts.size > MOST_READ)
            throw new Error(`it has ${facts.size} bytes, and no package of Lambda's comes near`);
        bytes = await (0,promises_.readFile)(path);
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            throw error;
        throw new errors/* BuildError */.zS(`Cannot read ${file}: ${(0,errors/* messageOf */.bD)(error)}`, HINT);
    }
    return subjectOf(bytes, file, (0,external_node_path_.basename)(path));
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
        return (0,file_tree/* zipTree */.wz)(bytes);
    }
    catch (error) {
        if (!(error instanceof zip_directory/* ZipError */.Wz))
            throw error;
        if (error.fault !== 'not a zip')
            throw (0,unjudged/* notUnzipped */.N)(file, error);
        if (bytes.length === 0)
            throw new errors/* BuildError */.zS(`${file} is empty: it has no bytes`, HINT);
        if ((0,sort_objects/* isPointer */._V)(bytes))
            throw new errors/* BuildError */.zS(`${file}: ${sort_objects/* AS_POINTER */.hr.message}`, sort_objects/* AS_POINTER */.hr.hint);
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


/***/ }),

/***/ 92943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ notUnzipped),
/* harmony export */   b: () => (/* binding */ unjudged)
/* harmony export */ });
/* harmony import */ var _audit_loader_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(677);
/* harmony import */ var _package_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64394);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);



/** @param error what the audit ended in */
function unjudged(file, { message, hint, cause }) {
    const error = cause instanceof _package_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .ZipError */ .Wz ? { error: _audit_loader_words_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_UNZIPPED */ .K8 } : {};
    return {
        file,
        passed: false,
        findings: [{ rule: 'not-judged', class: 'loads', file: '', message, hint, ...error }],
    };
}
/** The error for a zip that cannot be read, in which case Lambda cannot, either. */
function notUnzipped(file, cause) {
    const hint = `${cause.hint} Lambda answers to its upload: ${_audit_loader_words_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_UNZIPPED */ .K8}`;
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${file}: ${cause.message}`, hint, [], { cause });
}


/***/ }),

/***/ 91150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _h: () => (/* binding */ fromMount),
/* harmony export */   d8: () => (/* binding */ danglingLink),
/* harmony export */   wz: () => (/* binding */ zipTree)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _unzip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65057);
/* harmony import */ var _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64394);
/* harmony import */ var _zip_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46706);
/* harmony import */ var _zip_strict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79856);





/** Links can multiply what there is, and lead to one another; real packages have some hundreds. Counted in paths looked at. */
const MOST_FOLLOWED = 1_000_000;
/** `PATH_MAX` of Linux, in bytes. */
const LONGEST_LINK = 4096;
/** Of a list in a sentence. */
const MOST_NAMED = 3;
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
    const view = (0,_unzip_js__WEBPACK_IMPORTED_MODULE_1__/* .viewOf */ .du)(bytes);
    const directory = (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .readDirectory */ .gZ)(view);
    const files = new Map();
    const links = new Map();
    const lost = new Map();
    const odd = new Oddities();
    const unpack = (entry) => mendable(() => (0,_unzip_js__WEBPACK_IMPORTED_MODULE_1__/* .unpackEntry */ .$7)(view, entry, directory.start));
    for (const entry of directory.entries) {
        // Whoever unpacks all of a zip stops there.
        if (entry.flags & 1)
            (0,_zip_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseUnreadable */ .ws)(entry);
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
        if ((entry.attributes & _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .TYPE */ .ZE) === _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .TYPE_LINK */ .Cn)
            links.set(path, entry);
        else
            files.set(path, { size: entry.size, read: () => unpack(entry) });
    }
    const targetOf = (entry) => (entry.size > LONGEST_LINK ? undefined : (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D4)(unpack(entry)));
    const tree = { files, lost, notes: around(directory) };
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
function danglingLink(target) {
    return {
        why: `a symbolic link to ${target === undefined ? 'nothing' : (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(target)}, which is not in the package`,
        hint: 'Put the file itself there: cp -rL copies what links lead to, and zip does so without -y.',
    };
}
/** The same, with what its owner can do about what it throws. */
function mendable(work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .ZipError */ .Wz))
            throw error;
        throw new _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .ZipError */ .Wz(error.fault, error.message, MEND[error.fault]);
    }
}
/** A path of Lambda's disk from a package's root on: a function is unpacked into `/var/task`, a layer into `/opt`. */
function fromMount(target) {
    return /^\/(?:var\/task|opt)\/+(.+)$/.exec(target)?.[1];
}
/** Where unpackers put a path: without `./`, and with single slashes; undefined for what would leave the directory. */
function placeOf(path) {
    const place = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path).replace(/\/$/, '');
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
                files.set(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(one.path, name), file);
            if (below.length === 0)
                left.push(one);
            else
                found = true;
        }
    }
    const why = budget > 0 ? 'symbolic link to nothing in the package' : 'symbolic link not followed, of too many';
    for (const { path, written } of left) {
        odd.add(why, path);
        lost.set(path, danglingLink(written));
    }
}
/** Where in the package a link leads to; undefined for what is not in it. */
function placeOfTarget(path, target) {
    if (!target.startsWith('/'))
        return placeOf(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), target));
    const place = fromMount(target);
    return place && placeOf(place);
}
function safely(targetOf, link) {
    try {
        return targetOf(link);
    }
    catch (error) {
        if (error instanceof _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .ZipError */ .Wz)
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
        if ((0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .decode */ .D4)(entry.name) === undefined)
            this.add('name that is not UTF-8', path);
        if (method !== _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .STORED */ .SD && method !== _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFLATED */ .aE) {
            this.add('packed by a method that is not read here, and perhaps not by Lambda', path);
        }
        // The function runs as another user than the one that unpacks. Some tools say Unix and leave the mode out.
        if (mode && !directory && (mode & _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .TYPE */ .ZE) !== _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .TYPE_LINK */ .Cn && (mode & 0o4) === 0) {
            this.add('readable by its owner only (if Lambda answers Permission denied, chmod -R a+rX helps)', path);
        }
    }
    notes() {
        return Array.from(this.#paths, ([what, paths]) => {
            const named = paths.slice(0, MOST_NAMED).map(_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD).join(', ');
            const more = paths.length - MOST_NAMED;
            return `${what}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
        });
    }
}
function around({ before, behind }) {
    return [
        ...(before > 0 ? [`${before} bytes stand before the zip itself`] : []),
        ...(behind > 0 ? [`${behind} bytes stand behind the end of the zip`] : []),
    ];
}


/***/ }),

/***/ 36314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ lintZip)
/* harmony export */ });
/* harmony import */ var _catalog_python_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21636);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73976);
/* harmony import */ var _dist_info_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45234);
/* harmony import */ var _package_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48050);
/* harmony import */ var _unzip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65057);
/* harmony import */ var _zip_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46706);
/* harmony import */ var _zip_paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3001);







/**
 * Everything that is wrong with a zip of ours: what is in it, under which names and modes, in which order,
 * and whether RECORD agrees. Empty when all is well. What is inside the shared object is the audit's matter.
 *
 * @param expected what the zip should be
 */
function lintZip(bytes, expected) {
    let entries;
    try {
        entries = (0,_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .readZip */ .ue)(bytes);
    }
    catch (error) {
        if (!(error instanceof _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS))
            throw error;
        return [{ rule: 'zip', message: error.message }];
    }
    const files = new Map(entries.filter((entry) => !entry.directory).map(({ path, data }) => [path, data]));
    const facts = { bytes, entries, files, distInfo: (0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .distInfoName */ .YQ)(expected.psycopg2), expected };
    return Object.entries(RULES).flatMap(([rule, check]) => check(facts).map((message) => ({ rule, message })));
}
const RULES = {
    structure({ bytes, entries }) {
        const problems = entries
            .filter((entry) => entry.extra)
            .map(({ path }) => `${path} has an extra field or comment`);
        // readZip found an end record; without a comment it is the last thing in the file.
        const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .END_SIZE */ .ix, _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .END_SIZE */ .ix);
        if (view.getUint32(0, true) !== _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .END */ .Kp)
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
            .filter((entry, index) => (0,_zip_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .byBytes */ .bg)(entries[index]?.path ?? '', entry.path) > 0)
            .map(({ path }) => `${path} is not in byte order`);
    },
    directories({ entries, files }) {
        const given = new Set(entries.filter((entry) => entry.directory).map(({ path }) => path));
        const needed = (0,_zip_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .parentsOf */ .fY)(files.keys());
        return [
            ...without(needed, given).map((path) => `${path} has no entry of its own`),
            ...without(given, needed).map((path) => `${path} is empty`),
        ];
    },
    modes({ entries }) {
        return entries
            .filter(({ path, mode }) => mode !== (0,_zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .modeOf */ .VV)(path))
            .map(({ path, mode }) => `${path} has mode ${octal(mode)} instead of ${octal((0,_zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .modeOf */ .VV)(path))}`);
    },
    times({ entries }) {
        return entries
            .filter(({ date, time }) => date !== _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .DATE */ .vH || time !== _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .TIME */ .E9)
            .map(({ path }) => `${path} has a time other than 1980-01-01 00:00:00`);
    },
    names({ files, distInfo, expected }) {
        const { python } = expected;
        const allowed = [/^psycopg2\/[A-Za-z_][A-Za-z0-9_]*\.py$/];
        // Python 2.7 writes byte code beside the source and its zips have none.
        if (!python.startsWith('2')) {
            allowed.push(new RegExp(`^psycopg2/__pycache__/[A-Za-z0-9_]+\\.cpython-${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_0__/* .digitsOf */ .C3)(python)}\\.pyc$`));
        }
        return without(files.keys(), [(0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedObjectPath */ .wz)(expected), ...distInfoPaths(distInfo)])
            .filter((path) => !allowed.some((pattern) => pattern.test(path)))
            .map((path) => `${path} does not belong in the zip`);
    },
    'shared object'({ files, expected }) {
        const path = (0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedObjectPath */ .wz)(expected);
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
            .filter((path) => !path.endsWith(_dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .LICENSE_PATHS */ .vY.lgpl))
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
            ...(0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelTags */ .Dl)(facts.expected).map((tag) => `Tag: ${tag}`),
        ]);
    },
    RECORD({ files, distInfo }) {
        const text = files.get(`${distInfo}/RECORD`);
        if (text === undefined)
            return [];
        const given = decode(text);
        const correct = (0,_dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .recordFile */ .mR)(files, distInfo);
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
    const licenses = Object.values(_dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .LICENSE_PATHS */ .vY).map((path) => `licenses/${path}`);
    return ['METADATA', 'RECORD', 'WHEEL', 'top_level.txt', _dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .SBOM_PATH */ .yR, ...licenses].map((path) => `${distInfo}/${path}`);
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


/***/ })

};
