export const id = 150;
export const ids = [150];
export const modules = {

/***/ 20093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bS: () => (/* binding */ versionsIn),
/* harmony export */   s6: () => (/* binding */ chooseImages),
/* harmony export */   zu: () => (/* binding */ planBuilds)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);
/* harmony import */ var _find_runtime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35808);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93370);
/* harmony import */ var _toolchain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9387);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60605);






/** What a plan's zip is made of, by project. */
function versionsIn({ psycopg2, postgresql, openssl, }) {
    return { psycopg2: psycopg2.version, postgresql: postgresql.version, openssl: openssl.version };
}
/**
 * Turns a request into one plan for each Python on each architecture, in the order asked for: the first Python on all
 * architectures, then the next. Without a Python, versions are checked all the same.
 *
 * @throws {InputError} for a Python, architecture or version that is not in the catalog, or a psycopg2 that does
 *   not serve the Python; the message names the value and what can be had
 */
function planBuilds(request, catalog, day = (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .today */ .Ec)()) {
    for (const project of _types_js__WEBPACK_IMPORTED_MODULE_5__/* .PROJECTS */ .jA)
        choose(project, request[`${project}Version`], catalog);
    const { targets } = (0,_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(request, catalog, day);
    return targets.map((target) => planBuild(target, request, catalog));
}
function planBuild({ python, architecture }, request, catalog) {
    const { runtime, base } = (0,_find_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .findRuntime */ .w)({ python, architecture }, catalog, _targets_js__WEBPACK_IMPORTED_MODULE_3__/* .KNOWN_WORDS */ .A4);
    return {
        python,
        runtime,
        base,
        architecture,
        psycopg2: choosePsycopg2(python, request.psycopg2Version, catalog),
        postgresql: choose('postgresql', request.postgresqlVersion, catalog),
        openssl: choose('openssl', request.opensslVersion, catalog),
        toolchain: request.toolchain === 'pinned' ? (0,_toolchain_js__WEBPACK_IMPORTED_MODULE_4__/* .pinnedToolchain */ .ck)(catalog) : undefined,
        ...chooseImages(runtime, architecture, request),
    };
}
/** The images of a runtime, or those asked for in their place. */
function chooseImages(runtime, architecture, request = {}) {
    const template = request.buildImage ?? runtime.buildImage;
    const buildImage = template.replace('{arch}', architecture);
    // A name without an architecture is taken for one image, of the architecture that is asked for.
    const named = template.includes('{arch}') ? runtime.architectures : [architecture];
    return {
        buildImage,
        buildImages: Object.fromEntries(named.map((one) => [one, template.replace('{arch}', one)])),
        runtimeImage: (request.runtimeImage ?? runtime.runtimeImage).replace('{arch}', architecture),
    };
}
function choosePsycopg2(python, version, catalog) {
    const serving = (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .versionsOf */ .x4)(catalog, 'psycopg2').filter((source) => source.pythons?.includes(python));
    if (version === 'default') {
        const newest = serving.at(-1);
        if (newest !== undefined)
            return newest;
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('python-version', `no psycopg2 in the lock serves Python ${python}`, 'Add one with a lock-file of your own.');
    }
    const source = choose('psycopg2', version, catalog);
    if (serving.includes(source))
        return source;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('psycopg2-version', `psycopg2 ${version} does not serve Python ${python}, only ${source.pythons?.join(', ')}`, serving.length > 0
        ? `For Python ${python} use ${listVersions(serving)}, or default.`
        : 'Add a version that does with a lock-file of your own.');
}
function choose(project, version, catalog) {
    const known = (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .versionsOf */ .x4)(catalog, project);
    const preferred = known.filter((source) => source.lts === true);
    const found = version === 'default'
        ? (preferred.at(-1) ?? known.at(-1))
        : known.find((source) => source.version === version);
    if (found !== undefined)
        return found;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${project}-version`, `${JSON.stringify(version)} is not in the lock`, `Use default or one of ${listVersions(known)}, or add it with a lock-file of your own.`);
}
function listVersions(sources) {
    return sources.map((source) => source.version).join(', ');
}


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ choiceOf),
/* harmony export */   cE: () => (/* binding */ forHost),
/* harmony export */   ck: () => (/* binding */ pinnedToolchain),
/* harmony export */   z9: () => (/* binding */ TOOLCHAINS)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9408);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60605);



/** What compiles: `pinned`, the compiler in the lock; `image`, that of the build image or of this machine. */
const TOOLCHAINS = ['pinned', 'image'];
/** The choice that a plan's toolchain came from. */
function choiceOf({ toolchain }) {
    return toolchain === undefined ? 'image' : 'pinned';
}
/** The newest toolchain in the lock. @throws {BuildError} when there is none */
function pinnedToolchain(catalog) {
    const newest = (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .versionsOf */ .x4)(catalog, _types_js__WEBPACK_IMPORTED_MODULE_2__/* .TOOLCHAIN */ .g9).at(-1);
    if (newest !== undefined)
        return newest;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('No toolchain is in the lock', `Add a row of the project ${_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TOOLCHAIN */ .g9} to it, or use toolchain: image.`);
}
/** The row with the one file that runs on a machine of that architecture. @throws {BuildError} when it has none */
function forHost(toolchain, host) {
    const file = toolchain.files.find((one) => one.host === host);
    if (file !== undefined)
        return { ...toolchain, files: [file] };
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`The lock has no ${toolchain.project} ${toolchain.version} that runs on ${host}`, 'Add its file to the row of a lock-file of yours, or use toolchain: image.');
}


/***/ }),

/***/ 41177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ placesOn),
/* harmony export */   U: () => (/* binding */ thisSystem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _catalog_versions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30507);
/* harmony import */ var _this_machine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18456);





/** The system that this runs on. */
function thisSystem() {
    return { env: process.env, root: '/' };
}
/**
 * Every place where interpreters are looked for, the most specific first. Nothing is asked of pyenv and uv
 * themselves: their directories may be there without them, and follow from the environment.
 */
async function placesOn({ env, root }) {
    const home = env.HOME || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
    const path = (env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((directory) => directory !== '');
    // On the command line RUNNER_TOOL_CACHE is our own cache; setup-python's is still where runners' images have it.
    const tools = [
        env.RUNNER_TOOL_CACHE,
        env.AGENT_TOOLSDIRECTORY,
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'opt', 'hostedtoolcache'),
    ].flatMap((cache) => (cache ? [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cache, 'Python')] : []));
    const machine = (0,_this_machine_js__WEBPACK_IMPORTED_MODULE_3__/* .thisArchitecture */ .I)() === 'arm64' ? 'arm64' : 'x64';
    const pyenv = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.PYENV_ROOT || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.pyenv'), 'versions');
    const uv = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(env.UV_PYTHON_INSTALL_DIR || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.XDG_DATA_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, '.local', 'share'), 'uv', 'python'));
    const own = [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'usr', 'local', 'bin'), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'usr', 'bin')];
    return [
        { title: '/var/lang', directories: [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, 'var', 'lang', 'bin')] },
        { title: 'PATH', directories: path.map((directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(directory)), general: true },
        {
            title: `the runner's tool cache (${[...new Set(tools)].join(', ')})`,
            directories: (await Promise.all(tools.map(newestFirst)))
                .flat()
                .flatMap((version) => [machine, `${machine}-freethreaded`].map((kind) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(version, kind, 'bin'))),
        },
        { title: `pyenv (${pyenv})`, directories: (await newestFirst(pyenv)).map((at) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, 'bin')) },
        { title: `uv (${uv})`, directories: (await newestFirst(uv)).map((at) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(at, 'bin')) },
        // PATH need not have them: a pyenv or a virtual environment comes before, a service's PATH is short.
        { title: `the distribution's (${own.join(', ')})`, directories: own, general: true },
    ];
}
/** The directories of versions in that directory: `3.13.1`, `cpython-3.13.1-linux-x86_64-gnu`. */
async function newestFirst(directory) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
    const versionOf = (name) => /\d+(\.\d+)+/.exec(name)?.[0] ?? '0';
    return names
        .sort((a, b) => (0,_catalog_versions_js__WEBPACK_IMPORTED_MODULE_4__/* .compareVersions */ .Z)(versionOf(b), versionOf(a)) || a.length - b.length)
        .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, name));
}


/***/ }),

/***/ 60539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ij: () => (/* binding */ findPythonHere),
  LX: () => (/* binding */ searchInterpreter)
});

// UNUSED EXPORTS: findPythonOn

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/machine/interpreter-places.js
var interpreter_places = __webpack_require__(41177);
// EXTERNAL MODULE: ./build/machine/no-interpreter.js
var no_interpreter = __webpack_require__(22328);
// EXTERNAL MODULE: ./build/catalog/architecture.js
var catalog_architecture = __webpack_require__(28165);
// EXTERNAL MODULE: ./build/catalog/python.js
var python = __webpack_require__(21636);
// EXTERNAL MODULE: ./build/machine/process.js
var process = __webpack_require__(40575);
// EXTERNAL MODULE: ./build/machine/this-machine.js
var this_machine = __webpack_require__(18456);
;// CONCATENATED MODULE: ./build/machine/probe.js





// Runs on every Python from 2.7 on. Debian's pyconfig.h stands for the one of the architecture, which is elsewhere.
const PROBE = `import json, os, platform, sys, sysconfig
facts = {
    "implementation": platform.python_implementation(),
    "version": "%d.%d" % sys.version_info[:2],
    "release": platform.python_version(),
    "executable": sys.executable,
    "finished": sys.version_info[3] in ("candidate", "final"),
}
if facts["implementation"] == "CPython":
    get = sysconfig.get_config_var
    include = sysconfig.get_path("include")
    config = sysconfig.get_config_h_filename()
    needed = [os.path.join(include, "Python.h"), config]
    own = "%s/%s/pyconfig.h" % (get("MULTIARCH"), os.path.basename(include))
    if os.path.exists(config) and own in open(config).read():
        needed.append(os.path.join(os.path.dirname(include), own))
    facts.update({
        "freeThreaded": bool(get("Py_GIL_DISABLED")),
        "debug": bool(get("Py_DEBUG")),
        "suffix": get("EXT_SUFFIX") or get("SO"),
        "machine": platform.machine() if sys.maxsize > 2**32 else "a 32-bit machine",
        "missing": ([path for path in needed if not os.path.exists(path)] + [None])[0],
    })
print(json.dumps(facts))`;
/**
 * Runs an interpreter to see what it is; gives undefined where it is a shim that stands for nothing.
 *
 * @param python what its name promises, where it promises anything
 * @param wanted the versions that would do
 */
async function probe(path, python, wanted) {
    // Not in the working directory, whose json.py would be imported in place of Python's own.
    const outcome = await (0,process/* execute */.g7)(path, ['-E', '-s', '-B', '-c', PROBE], { cwd: '/' });
    if (outcome.exitCode !== 0) {
        // pyenv has shims for all versions together, and refuses those that are not active.
        if (python === undefined || (0,external_node_path_.basename)((0,external_node_path_.dirname)(path)) === 'shims')
            return undefined;
        return { python, path, problem: `does not run: ${(0,process/* lastLine */.fM)(outcome)}` };
    }
    const facts = JSON.parse((0,process/* tail */.RT)({ ...outcome, stderr: '' }, 1)[0] ?? '{}');
    const found = { python: facts.version, path: facts.executable || path };
    const problem = problemOf(facts, wanted);
    if (problem !== undefined || facts.missing === null)
        return { ...found, problem };
    return {
        ...found,
        problem: `has no headers: ${facts.missing} does not exist ` +
            `(Debian and Ubuntu have them in python${facts.version}-dev)`,
        lacksHeaders: true,
    };
}
function problemOf(facts, wanted) {
    const { implementation, version, release, executable } = facts;
    if (implementation !== 'CPython')
        return `is ${implementation} ${version}, not CPython`;
    if (!wanted.includes(version))
        return `is Python ${version}`;
    if (facts.freeThreaded)
        return 'is free-threaded, as no Python of Lambda is';
    if (facts.debug)
        return 'is a debug build';
    const architecture = (0,this_machine/* thisArchitecture */.I)();
    if (facts.machine !== catalog_architecture/* MACHINES */.PY[architecture]) {
        return `is for ${facts.machine}, not for ${catalog_architecture/* MACHINES */.PY[architecture]}`;
    }
    const module = (0,python/* moduleFileName */.El)(version, architecture);
    if (`_psycopg${facts.suffix}` !== module) {
        return `would call the module _psycopg${facts.suffix}, where Lambda looks for ${module}`;
    }
    // Lambda's previews are built with Lambda's own.
    if (!facts.finished && !executable.startsWith('/var/lang/')) {
        return `is the pre-release ${release}, whose headers need not be those of ${version}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/machine/interpreters.js





/** What was found on this machine: starting a version manager's shim takes as long as compiling a file. */
const known = new Map();
/**
 * The path of an interpreter of that version on this machine, with headers. What was found once is not looked for again.
 *
 * @throws {BuildError} when there is none: says where was looked, what is there, and what gets one
 */
function findPythonHere(python) {
    const path = known.get(python) ?? findPythonOn(python, (0,interpreter_places/* thisSystem */.U)());
    known.set(python, path);
    path.catch(() => known.delete(python));
    return path;
}
/** The same of any system. @throws {BuildError} as `findPythonHere` */
async function findPythonOn(python, system) {
    const { found, unusable } = await searchInterpreter([python], system);
    if (found !== undefined)
        return found.path;
    throw await (0,no_interpreter/* noInterpreter */.o)([python], unusable, system);
}
/**
 * Searches a system for an interpreter to build with: CPython of one of these versions, for this machine's
 * architecture, with headers. The first version that there is one of is taken.
 *
 * @param pythons versions, the best first
 */
async function searchInterpreter(pythons, system) {
    const places = await (0,interpreter_places/* placesOn */.S)(system);
    const general = places.filter((place) => place.general === true);
    const directoriesOf = (some) => some.flatMap(({ directories }) => directories);
    const candidates = [
        ...pythons.flatMap((python) => directoriesOf(places).flatMap((directory) => namesOf(python).map((name) => ({ path: (0,external_node_path_.join)(directory, name), python })))),
        // One may have no other name than this, and what else there is belongs in the error.
        ...directoriesOf(general).map((directory) => ({ path: (0,external_node_path_.join)(directory, 'python3'), python: undefined })),
    ];
    const seen = new Set();
    const isNew = async (path) => {
        const real = await (0,promises_.realpath)(path).catch(() => undefined);
        if (real === undefined)
            return false;
        // A link to a program that is no Python tells by the link's name what to run, as mise's shims do.
        const identity = (0,external_node_path_.basename)(real).startsWith('python') ? real : path;
        if (seen.has(identity))
            return false;
        seen.add(identity);
        return true;
    };
    const unusable = [];
    for (const { path, python } of candidates) {
        if (!(await isNew(path)))
            continue;
        const interpreter = await probe(path, python, pythons);
        if (interpreter === undefined)
            continue;
        // A shim of pyenv's runs one that was met before, or will be.
        if (interpreter.path !== path && !(await isNew(interpreter.path)))
            continue;
        if (interpreter.problem === undefined)
            return { found: interpreter, unusable };
        unusable.push(interpreter);
    }
    return { found: undefined, unusable };
}
/** What an interpreter of that version is called; the last two, free-threaded and for debugging, for the error. */
function namesOf(python) {
    return ['', 't', 'd'].map((kind) => `python${python}${kind}`);
}


/***/ }),

/***/ 22328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ noInterpreter)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);
/* harmony import */ var _interpreter_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41177);




/** For sentences: `a, b or c`. */
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' });
/** The Python of each release of Debian and Ubuntu, for systems that have none installed. */
const DISTRIBUTIONS = {
    bullseye: '3.9',
    bookworm: '3.11',
    trixie: '3.13',
    jammy: '3.10',
    noble: '3.12',
};
/**
 * Says that a machine has no interpreter to build with: where was looked, what is there instead, and the one command
 * that gets one.
 *
 * @param pythons the versions that would do, the best first
 * @param unusable what a search for them came across
 */
async function noInterpreter(pythons, unusable, system) {
    const places = (await (0,_interpreter_places_js__WEBPACK_IMPORTED_MODULE_3__/* .placesOn */ .S)(system)).map(({ title }) => title).join(', ');
    const there = unusable.map(({ path, problem }) => `${path} ${problem}`).join('; ');
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`This machine has no CPython ${OR.format(pythons)} with headers. Looked in ${places}` +
        (there === '' ? '' : `. Of no use: ${there}`), await adviceFor(pythons, unusable, system));
}
async function adviceFor(pythons, unusable, system) {
    const [best = ''] = pythons;
    if (system.env.GITHUB_ACTIONS === 'true') {
        return `Let actions/setup-python with python-version '${best}' run first, or use a container engine.`;
    }
    const debian = await aptPackage(pythons, unusable, system);
    const command = (debian && `apt-get install ${debian}`) ??
        ((await isOnPath('uv', system)) ? `uv python install ${best}` : undefined) ??
        ((await isOnPath('pyenv', system)) ? `pyenv install ${best}` : undefined);
    return command === undefined
        ? `Install Docker, to build in AWS's image; or install uv, and Python with \`uv python install ${best}\`.`
        : `Get one with \`${command}\`, or use a container engine.`;
}
/** The distribution's package that makes one of these Pythons complete; undefined where there is none, or no apt. */
async function aptPackage(pythons, unusable, { root }) {
    if (!(await isExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'usr', 'bin', 'apt-get'))))
        return undefined;
    const own = await ownPython(root);
    const programs = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'usr', 'bin'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'bin')];
    const there = unusable.filter(({ path }) => programs.includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)));
    const headless = there.find(({ python, lacksHeaders }) => lacksHeaders === true && pythons.includes(python));
    if (headless !== undefined && headless.python !== own)
        return `python${headless.python}-dev`;
    // What is complete and was refused all the same would not become another.
    const refused = there.some(({ python, lacksHeaders }) => python === own && lacksHeaders !== true);
    return own !== undefined && pythons.includes(own) && !refused ? 'python3-dev' : undefined;
}
/** The version of the distribution's `python3`, installed or not. */
async function ownPython(root) {
    const python3 = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'usr', 'bin', 'python3')).catch(() => '');
    const installed = /^python(\d+\.\d+)$/.exec((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(python3))?.[1];
    if (installed !== undefined)
        return installed;
    const release = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'etc', 'os-release'), 'utf8').catch(() => '');
    return DISTRIBUTIONS[/^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1] ?? ''];
}
async function isOnPath(program, { env }) {
    const directories = (env.PATH ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter((directory) => directory !== '');
    const there = await Promise.all(directories.map((directory) => isExecutable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, program))));
    return there.includes(true);
}
async function isExecutable(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => true, () => false);
}


/***/ }),

/***/ 40575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RT: () => (/* binding */ tail),
/* harmony export */   _5: () => (/* binding */ signalByFile),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   g7: () => (/* binding */ execute)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41955);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73976);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95212);





/**
 * Runs a program and waits for it. A program that cannot be started counts as exit code 127, as in a shell.
 * Nothing is printed here; pass `onLine` to show output.
 */
async function execute(command, argv, options = {}) {
    const { onLine, input } = options;
    // The toolkit would write to a program's standard input itself, and fall over one that ends without reading it.
    if (input !== undefined)
        return withFile(input, (file) => execute('/bin/sh', ['-c', FROM_FILE, file, command, ...argv], { ...options, input: undefined }));
    try {
        // The toolkit splits its first argument at spaces; quotes keep a path whole.
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .getExecOutput */ .H)(`"${command}"`, argv, {
            silent: true,
            ignoreReturnCode: true,
            env: options.env ?? withoutSecrets(process.env),
            ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
            ...(onLine === undefined ? {} : { listeners: { stdline: onLine, errline: onLine } }),
        });
    }
    catch (error) {
        return { exitCode: 127, stdout: '', stderr: (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error) };
    }
}
const FROM_FILE = 'exec "$@" <"$0"';
async function withFile(content, use) {
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_scratch_js__WEBPACK_IMPORTED_MODULE_4__/* .temporary */ .q_)().path, 'psycopg2-lambda-input-'));
    try {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'input');
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content);
        return await use(path);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
    }
}
/** No program that is run here has a use for them; the runner gives inputs, the token among them, as variables. */
function withoutSecrets(env) {
    const secret = /^INPUT_|_TOKEN$/i;
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === undefined || secret.test(name) ? [] : [[name, value]]));
}
/** The last non-empty lines of a program's output, for an error message. */
function tail(outcome, lines) {
    return `${outcome.stdout}\n${outcome.stderr}`
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-lines);
}
/** The last of them, or the exit code of a program that printed nothing. */
function lastLine(outcome) {
    return tail(outcome, 1)[0] ?? `exit code ${outcome.exitCode}`;
}
/**
 * Signals the process whose number a file begins with, or the group that it leads. Does nothing where there is no such
 * file, or the process has ended.
 */
async function signalByFile(pidFile, signal, whom = 'process') {
    const pid = Number.parseInt(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(pidFile, 'utf8').catch(() => ''), 10);
    if (!(pid > 1))
        return;
    try {
        process.kill(whom === 'group' ? -pid : pid, signal);
    }
    catch {
        // It has ended already.
    }
}


/***/ }),

/***/ 95212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y5: () => (/* binding */ scratchOf),
/* harmony export */   ZU: () => (/* binding */ removeScratch),
/* harmony export */   f1: () => (/* binding */ temporaryToCompileIn),
/* harmony export */   lP: () => (/* binding */ makeScratch),
/* harmony export */   q_: () => (/* binding */ temporary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** The runner's temporary directory, or the system's. */
function temporary() {
    const system = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
    const path = process.env.RUNNER_TEMP || system;
    return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path), name: path === system ? 'TMPDIR' : 'RUNNER_TEMP' };
}
/**
 * The same where that can be compiled in, else the system's own: configure and make take their directory's name apart at
 * blanks, and have a meaning for quotes, colons and much else.
 */
function temporaryToCompileIn() {
    const given = temporary();
    return /^[A-Za-z0-9_/.+-]+$/.test(given.path) ? given : { ...given, path: '/tmp' };
}
/** Where everything of one run lies on this machine that is not a result: below the runner's temporary directory. */
function scratchOf(runId, { path } = temporary()) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, `psycopg2-lambda-${runId}`);
}
/** A new directory of a run's own. */
async function makeScratch(runId, prefix, place = temporary()) {
    const scratch = scratchOf(runId, place);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(scratch, { recursive: true });
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, `${prefix}-`));
}
/**
 * Removes what a run left on this machine. Never throws: it runs in `finally`, and must not hide why the run failed,
 * which may be that the temporary directory is none.
 */
async function removeScratch(runId) {
    for (const place of [temporary(), temporaryToCompileIn()]) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(scratchOf(runId, place), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
}


/***/ }),

/***/ 18456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ thisArchitecture),
/* harmony export */   O: () => (/* binding */ isLike)
/* harmony export */ });
/** Whether programs for Lambda on this architecture can be compiled and run on the machine itself. */
function isLike(architecture, { platform, arch }) {
    return platform === 'linux' && arch === (architecture === 'arm64' ? 'arm64' : 'x64');
}
/** Lambda's name for the architecture of the machine this runs on. */
function thisArchitecture() {
    return process.arch === 'arm64' ? 'arm64' : 'x86_64';
}


/***/ }),

/***/ 31607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** This machine's own. */
const systemClock = {
    now: Date.now,
    sleep: (milliseconds, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal }),
    random: Math.random,
};


/***/ }),

/***/ 86450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   i3: () => (/* binding */ Patience),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/**
 * What a failure asks for.
 *
 * @param limited how often a limit was met before in this operation
 */
function judge(trouble, setting, limited) {
    if (trouble.kind === 'lost') {
        return { kind: trouble.lasting === true && setting.elsewhere === true ? 'end' : 'again' };
    }
    const { status, headers } = trouble;
    const limit = setting.limited?.(trouble);
    const after = headers['retry-after'];
    if (status === 429 || limit !== undefined || (after !== undefined && status >= 500)) {
        const now = setting.serverNow?.() ?? setting.clock.now();
        const until = momentOf(after, now) ?? limit?.until;
        const milliseconds = until === undefined ? setting.limits.unsaidWait * 2 ** limited : Math.max(until - now, 1000);
        return { kind: 'wait', milliseconds };
    }
    // 501 and 505 say that the server cannot; the rest of 5xx, that it could not just now.
    if (status === 408 || (status >= 500 && status !== 501 && status !== 505))
        return { kind: 'again' };
    return { kind: 'end' };
}
/** The moment a Retry-After header means, seconds or a date (RFC 9110, section 10.2.3); undefined for other text. */
function momentOf(value, now) {
    if (value === undefined)
        return undefined;
    const moment = /^\s*\d+\s*$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
    return Number.isNaN(moment) ? undefined : moment;
}
/**
 * One operation's patience: how often it was tried, how long it has waited, and when that is enough. The one policy
 * for all that this project asks of a network. It repeats nothing itself: whoever faces a trouble with it decides
 * whether the same request may be sent again.
 */
class Patience {
    setting;
    giveUp;
    #attempts = 0;
    #failures = 0;
    #limited = 0;
    #waited = 0;
    /** @param giveUp makes the error for the end; it knows what was being done */
    constructor(setting, giveUp) {
        this.setting = setting;
        this.giveUp = giveUp;
    }
    /** Returns after the wait that the failure asks for. @throws what `giveUp` makes, when another attempt is in vain */
    async face(trouble) {
        const verdict = judge(trouble, this.setting, this.#limited);
        const what = trouble.kind === 'lost'
            ? `${trouble.request}: ${trouble.why}`
            : `${trouble.request}: HTTP ${trouble.status}: ${trouble.message}`;
        if (verdict.kind === 'wait')
            return this.#obey(verdict.milliseconds, what, trouble);
        // Nobody answering takes long enough to count twice.
        if (verdict.kind === 'again')
            return this.#again(what, trouble, trouble.kind === 'lost' && trouble.late ? 2 : 1);
        throw this.giveUp({ why: 'final', what, trouble, failures: this.#failures + 1 });
    }
    /** Returns after a pause. @param what what happened @throws what `giveUp` makes, when this was the last attempt */
    again(what) {
        return this.#again(what, undefined, 1);
    }
    /** Something was achieved: attempts are counted anew. */
    progress() {
        this.#attempts = 0;
        this.#failures = 0;
    }
    async #again(what, trouble, weight) {
        const { limits, log, clock, signal } = this.setting;
        this.#attempts += weight;
        this.#failures += 1;
        if (this.#attempts >= limits.attempts)
            throw this.giveUp({ why: 'exhausted', what, trouble, failures: this.#failures });
        // Many jobs that failed together should not come back together.
        const pause = limits.backoff * 2 ** (this.#attempts - 1) * (0.5 + clock.random());
        log.info(`${what}; trying again in ${duration(pause)}`);
        await clock.sleep(pause, signal);
    }
    async #obey(asked, what, trouble) {
        const { limits, log, clock, signal } = this.setting;
        // All jobs of a matrix are told the same second.
        const pause = asked + clock.random() * 1000;
        this.#failures += 1;
        this.#limited += 1;
        this.#waited += pause;
        if (this.#waited > limits.longestWait) {
            throw this.giveUp({ why: 'limited', what, trouble, failures: this.#failures, asked });
        }
        log.notice(`${what}; waiting for ${duration(asked)}, as the server asks`);
        await clock.sleep(pause, signal);
    }
}
/** `3 s`, `50 min`: rounded up, as people say how long to wait. */
function duration(milliseconds) {
    return milliseconds >= 120_000
        ? `${Math.ceil(milliseconds / 60_000)} min`
        : `${Math.ceil(milliseconds / 1000)} s`;
}


/***/ }),

/***/ 81724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ execArgv),
/* harmony export */   X: () => (/* binding */ createArgv),
/* harmony export */   pt: () => (/* binding */ removeArgv),
/* harmony export */   tN: () => (/* binding */ listArgv),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* unused harmony export RUN_LABEL */
/** The label every container of ours carries; its value is the run's identifier. */
const RUN_LABEL = 'psycopg2-lambda.run';
/** The container engines' name for an architecture of Lambda's. */
function platformOf(architecture) {
    return architecture === 'arm64' ? 'linux/arm64' : 'linux/amd64';
}
/**
 * Arguments that create a container which does nothing for at most six hours, so that even an orphan ends by
 * itself; work is done with `exec`. The image's own entry point (Lambda's) is not run.
 */
function createArgv(spec) {
    return [
        'create',
        ...['--name', spec.name],
        ...['--label', `${RUN_LABEL}=${spec.runId}`],
        ...['--platform', platformOf(spec.architecture)],
        ...['--pull', 'never'],
        // Nothing in it waits for a signal, and Podman would wait for that.
        ...['--stop-signal', 'SIGKILL'],
        ...(spec.network === 'default' ? [] : ['--network', spec.network]),
        ...(spec.confined ? ['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'] : []),
        // Root prepares our directory: Podman's / is not writable even for root, and what it copies in keeps its owner.
        ...(spec.confined && !spec.readOnly ? ['--cap-add', 'DAC_OVERRIDE', '--cap-add', 'FOWNER'] : []),
        ...(spec.readOnly ? ['--read-only'] : []),
        ...Object.entries(spec.memory).flatMap(([path, options]) => ['--tmpfs', `${path}:${options}`]),
        ...spec.volumes.flatMap(({ name, path, readOnly }) => [
            '--mount',
            `type=volume,source=${name},target=${path}${readOnly ? ',ro' : ''}`,
        ]),
        ...['--user', '0:0'],
        ...['--workdir', '/'],
        ...['--entrypoint', '/bin/sh'],
        spec.image,
        '-c',
        'sleep 21600',
    ];
}
/** Arguments that run a command in a started container, as a user (`uid:gid`, or a name that the image knows). */
function execArgv({ name, user, command, }) {
    const { argv, env = {}, input, passEnv = [] } = command;
    return [
        'exec',
        ...(input === undefined ? [] : ['--interactive']),
        ...['--user', user],
        ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
        ...passEnv.flatMap((key) => ['--env', key]),
        name,
        ...argv,
    ];
}
/** Arguments that list the identifiers of a run's containers, running or not. */
function listArgv(runId) {
    return ['ps', '--all', '--quiet', '--no-trunc', '--filter', `label=${RUN_LABEL}=${runId}`];
}
/** Arguments that remove a container with its volumes, whatever it is doing. */
function removeArgv(name) {
    return ['rm', '--force', '--volumes', name];
}


/***/ }),

/***/ 34971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   Dn: () => (/* binding */ removeContainers),
/* harmony export */   c3: () => (/* binding */ NoEmulationError),
/* harmony export */   mc: () => (/* binding */ Container),
/* harmony export */   n1: () => (/* binding */ copyFromImage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28165);
/* harmony import */ var _machine_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40575);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73976);
/* harmony import */ var _argv_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81724);






/** Where our files lie in a container. The same path everywhere, because some compilers record it. */
const ROOT = '/psycopg2-lambda';
const ROOT_USER = '0:0';
/** Who compiles: nobody in particular, with no entry in the image's list of users. */
const UNPRIVILEGED = '1000:1000';
/** The machine is of another architecture than the container, and does not emulate that one. */
class NoEmulationError extends _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS {
    name = 'NoEmulationError';
}
/** A running container of ours: made by `start`, gone after `remove`. */
class Container {
    options;
    root = ROOT;
    name = `psycopg2-lambda-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    title;
    image;
    engine;
    architecture;
    user;
    constructor(options) {
        this.options = options;
        const { engine, image, architecture, user = UNPRIVILEGED } = options;
        this.engine = engine;
        this.image = image;
        this.architecture = architecture;
        this.user = user;
        this.title = `container ${this.name} of ${image.name}`;
    }
    /**
     * Creates and starts a container. When either fails, nothing is left.
     *
     * @throws {NoEmulationError} when the engine cannot run programs of the architecture
     * @throws {BuildError} when the engine refuses, with its reason
     */
    static async start(options) {
        const { readOnly = false } = options;
        const container = await Container.create(options);
        try {
            await container.must(['start', container.name], 'start');
            // An image that this machine cannot run starts and ends at once: the first command tells.
            const first = readOnly ? ':' : `mkdir -p ${ROOT}`;
            const alive = await container.execute({ argv: ['/bin/sh', '-c', first], root: true });
            if (alive.exitCode !== 0)
                throw container.failure('run a shell in', await container.lastWords(alive));
            return container;
        }
        catch (error) {
            await container.remove();
            throw error;
        }
    }
    /** Creates one without starting it: files can be copied, of any architecture. @throws {BuildError} as `start` */
    static async create(options) {
        const container = new Container(options);
        const { image, runId, architecture } = options;
        const { network = 'none', confined = true, readOnly = false, memory = {}, volumes = [] } = options;
        const { name } = container;
        const spec = { name, runId, image: image.id, architecture, network, confined, readOnly, memory, volumes };
        try {
            await container.must((0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .createArgv */ .X)(spec), 'create');
            return container;
        }
        catch (error) {
            await container.remove();
            throw error;
        }
    }
    async copyIn(local, inside) {
        const path = `${ROOT}/${inside}`;
        await this.must(['cp', local, `${this.name}:${path}`], `copy ${local} into`);
        return path;
    }
    async copyOut(inside, local) {
        await this.must(['cp', `${this.name}:${ROOT}/${inside}/.`, local], `copy ${inside} out of`);
    }
    /** Copies a directory's content from anywhere in it; what is not there is passed over. */
    async copyFrom(path, local) {
        const outcome = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(this.engine, ['cp', `${this.name}:${path}/.`, local]);
        if (outcome.exitCode !== 0 && !MISSING.test(outcome.stderr))
            throw this.failure(`copy ${path} out of`, outcome);
    }
    async execute(command) {
        const user = command.root === true ? ROOT_USER : this.user;
        const { input, onLine } = command;
        return (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(this.options.engine, (0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .execArgv */ .Ei)({ name: this.name, user, command }), { input, onLine });
    }
    /** From now on everything runs as root: for an image in which nobody else can run Python. */
    becomeRoot() {
        this.user = ROOT_USER;
    }
    /** Keeps what the container has become as a local image of this name. */
    async commit(image) {
        await this.must(['commit', this.name, image], 'commit');
    }
    async remove() {
        await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(this.options.engine, (0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .removeArgv */ .pt)(this.name));
    }
    async must(argv, what) {
        const outcome = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(this.options.engine, argv);
        if (outcome.exitCode !== 0)
            throw this.failure(what, outcome);
    }
    /** What was printed by a container that ended too early, which says more than that it is not running. */
    async lastWords(outcome) {
        const { exitCode, stdout, stderr } = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(this.options.engine, ['logs', this.name]);
        return exitCode === 0 ? { ...outcome, stderr: `${outcome.stderr}\n${stdout}\n${stderr}` } : outcome;
    }
    failure(what, outcome) {
        const { engine, image, architecture } = this.options;
        const why = (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .tail */ .RT)(outcome, 3).join(' ');
        const message = `${engine} cannot ${what} a container of ${image.name}: ${why}`;
        if (/exec format error/i.test(why)) {
            return new NoEmulationError(message, `This machine cannot run ${(0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .platformOf */ .tj)(architecture)}: use one that can (runs-on: ${_catalog_architecture_js__WEBPACK_IMPORTED_MODULE_2__/* .RUNNERS */ .Ir[architecture]}), ` +
                'or install emulation first (docker/setup-qemu-action; on Debian and Ubuntu the package qemu-user-static), ' +
                'which takes several times longer.');
        }
        if (/no space left on device/i.test(why)) {
            const hint = 'Free space where the engine keeps its data (docker system df shows it), then run again.';
            return new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(message, hint);
        }
        return new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(message, `Check that ${engine} works on this machine: ${engine} run --rm ${image.name} true`);
    }
}
// Docker's and Podman's words for a path that a container does not have.
const MISSING = /could not find the file|no such file or directory|could not be found/i;
/** Copies directories out of an image, of which nothing is run; one that it does not have is passed over. @throws {BuildError} when the engine refuses */
async function copyFromImage({ engine, image, architecture, runId }, wanted) {
    const container = await Container.create({ engine, image, architecture, runId });
    try {
        for (const { path, local } of wanted) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(local, { recursive: true });
            await container.copyFrom(path, local);
        }
    }
    finally {
        await container.remove();
    }
}
/** Removes every container of a run, running or not; used when the run was cut short. Gives how many. */
async function removeContainers(engine, runId) {
    const outcome = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(engine, (0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .listArgv */ .tN)(runId));
    const ids = outcome.stdout.split('\n').filter((line) => line !== '');
    await Promise.all(ids.map((id) => (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_3__/* .execute */ .g7)(engine, (0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .removeArgv */ .pt)(id))));
    return ids.length;
}


/***/ }),

/***/ 90148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ chooseEngine),
/* harmony export */   u: () => (/* binding */ ENGINE_CHOICES)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _machine_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40575);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);



/** What can be asked for. */
const ENGINE_CHOICES = ['auto', 'docker', 'podman', 'none'];
const ANSWER_SECONDS = 30;
const FORMAT = {
    docker: '{{.Server.Version}} {{.Server.Os}}',
    podman: '{{.Client.Version}}',
};
/**
 * Decides what to build in, and says why. `auto` takes the first of docker and podman that answers, else none.
 *
 * @throws {BuildError} when an engine that was named does not answer
 */
async function chooseEngine(choice, log) {
    if (choice === 'none')
        return 'none';
    const silent = [];
    for (const engine of choice === 'auto' ? ['docker', 'podman'] : [choice]) {
        const { version, why } = await ask(engine);
        if (version !== undefined) {
            const reason = choice === 'auto' ? `the first engine that answers${inBrackets(silent)}` : 'as asked for';
            log.info(`${engine} ${version}, ${reason}`);
            return engine;
        }
        if (choice !== 'auto') {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`container-engine: ${choice} does not answer: ${why}`, `Start it or give this user access to it; or use container-engine auto, or none to build on this machine itself.`);
        }
        silent.push(`${engine}: ${why}`);
    }
    log.notice(`No container engine answers${inBrackets(silent)}`);
    return 'none';
}
function inBrackets(silent) {
    return silent.length === 0 ? '' : ` (${silent.join('; ')})`;
}
/** A daemon that accepts the connection and says nothing counts as one that does not answer. */
async function deadline() {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ANSWER_SECONDS * 1000, undefined, { ref: false });
    return { exitCode: 1, stdout: '', stderr: `no answer within ${ANSWER_SECONDS} s` };
}
async function ask(engine) {
    const outcome = await Promise.race([(0,_machine_process_js__WEBPACK_IMPORTED_MODULE_1__/* .execute */ .g7)(engine, ['version', '--format', FORMAT[engine]]), deadline()]);
    const [version = '', system] = outcome.stdout.trim().split(' ');
    // As on GitHub's Windows runners.
    if (outcome.exitCode === 0 && system === 'windows')
        return { why: 'it runs containers of Windows only' };
    if (outcome.exitCode === 0 && version !== '')
        return { version, why: '' };
    if (outcome.exitCode === 127)
        return { why: 'not installed' };
    return { why: (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLine */ .fM)(outcome) };
}


/***/ }),

/***/ 62724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ findImage),
/* harmony export */   Yt: () => (/* binding */ ensureImage),
/* harmony export */   yT: () => (/* binding */ ImageUnavailableError)
/* harmony export */ });
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);
/* harmony import */ var _machine_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40575);
/* harmony import */ var _network_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31607);
/* harmony import */ var _network_patience_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86450);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73976);
/* harmony import */ var _argv_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81724);
/* harmony import */ var _under_way_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35040);







/** An image that is neither present nor can be pulled. */
class ImageUnavailableError extends _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BuildError */ .zS {
    answered;
    name = 'ImageUnavailableError';
    /** @param answered whether a registry said so, of this image alone: it may give others */
    constructor(message, hint, answered) {
        super(message, hint);
        this.answered = answered;
    }
}
/** ECR Public lets anonymous users pull once a second and throttles bursts. */
const LIMITS = { attempts: 4, backoff: 2000, longestWait: 60_000, unsaidWait: 2000 };
/** Pulls, by engine, platform and name. */
const pulling = new _under_way_js__WEBPACK_IMPORTED_MODULE_4__/* .UnderWay */ .o();
// What another try does not change: a registry's answers, and that there is no way to it.
const ANSWERS = /manifest unknown|not found|repository does not exist|denied|unauthorized|no matching manifest/i;
const NO_WAY = /no such host|name or service not known|temporary failure in name resolution|server misbehaving|network is unreachable|connection refused/i;
/**
 * Makes sure that an image is present and of the architecture asked for, pulling it if need be.
 *
 * @throws {ImageUnavailableError} when it is not present and cannot be pulled
 * @throws {BuildError} when it is of another architecture
 */
async function ensureImage(wanted) {
    const { engine, name, architecture, input } = wanted;
    const platform = (0,_argv_js__WEBPACK_IMPORTED_MODULE_5__/* .platformOf */ .tj)(architecture);
    let found = await findImage(engine, name);
    if (found?.platform !== platform) {
        // A tag without an architecture in its name may stand for another one's image here; a pull replaces it.
        const why = await pulling.join(`${engine} ${platform} ${name}`, () => pull(wanted, platform));
        if (why === undefined)
            found = await findImage(engine, name);
        else if (found === undefined) {
            throw new ImageUnavailableError(`${input}: the image ${name} is not present and cannot be pulled: ${why}`, `Pull or import it beforehand, name another with ${input} (a mirror, say), or use container-engine none to ` +
                'build with the compiler of this machine.', ANSWERS.test(why));
        }
    }
    if (found?.platform === platform)
        return { name, id: found.id };
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BuildError */ .zS(`The image ${name} is for ${found?.platform ?? 'an unknown platform'}, not for ${platform} (${architecture})`, `Name an image for ${architecture}, and run the job on a machine of that architecture (runs-on: ${_catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .RUNNERS */ .Ir[architecture]}).`);
}
/** An image that is present, and what it is for: `linux/amd64`. */
async function findImage(engine, name) {
    const format = '{{.Id}} {{.Os}}/{{.Architecture}}';
    const outcome = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_1__/* .execute */ .g7)(engine, ['image', 'inspect', '--format', format, name]);
    const [id, platform] = outcome.stdout.trim().split(' ');
    return outcome.exitCode === 0 && id && platform ? { name, id, platform } : undefined;
}
/** Pulls an image; gives the engine's reason when that was in vain. */
async function pull({ engine, name, log, clock = _network_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m }, platform) {
    const gaveUp = new Error('the pull was in vain');
    const patience = new _network_patience_js__WEBPACK_IMPORTED_MODULE_6__/* .Patience */ .i3({ log, clock, limits: LIMITS, elsewhere: true }, () => gaveUp);
    for (;;) {
        log.info(`Pulling ${name} (${platform})`);
        const outcome = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_1__/* .execute */ .g7)(engine, ['pull', '--quiet', '--platform', platform, name]);
        if (outcome.exitCode === 0)
            return undefined;
        const why = (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLine */ .fM)(outcome);
        try {
            await patience.face({
                kind: 'lost',
                request: name,
                why,
                late: false,
                lasting: ANSWERS.test(why) || NO_WAY.test(why),
            });
        }
        catch (error) {
            if (error === gaveUp)
                return why;
            throw error;
        }
    }
}


/***/ }),

/***/ 35040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ UnderWay)
/* harmony export */ });
/** Work that is under way, by what it is for: whoever wants the same meanwhile waits for the same. */
class UnderWay {
    #work = new Map();
    /** Joins the work for that key, or begins it; when it has ended, well or not, the next one begins anew. */
    join(key, begin) {
        const known = this.#work.get(key);
        if (known !== undefined)
            return known;
        const work = begin().finally(() => this.#work.delete(key));
        this.#work.set(key, work);
        return work;
    }
}


/***/ }),

/***/ 68841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ VERIFICATIONS),
/* harmony export */   Nl: () => (/* binding */ ASKS),
/* harmony export */   tb: () => (/* binding */ describeWhere)
/* harmony export */ });
/** `NAME (ID)`, or what the machine is called. */
function describeWhere(where) {
    return 'machine' in where ? where.machine : `${where.image} (${where.id})`;
}
const VERIFICATIONS = ['none', 'import', 'connect'];
/** The stages that each asks for; the audit is part of all. */
const ASKS = {
    none: [],
    import: ['import'],
    connect: ['import', 'connect'],
};


/***/ })

};
