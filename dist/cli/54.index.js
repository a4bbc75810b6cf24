export const id = 54;
export const ids = [54];
export const modules = {

/***/ 81132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   NL: () => (/* binding */ notListed),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   eW: () => (/* binding */ FILE_LIST),
/* harmony export */   i$: () => (/* binding */ parseFileList),
/* harmony export */   oB: () => (/* binding */ isAccepted),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9691);
/* harmony import */ var _machine_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29338);
/* harmony import */ var _package_checksums_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46667);





/** The file in a kept directory that lists the others. */
const FILE_LIST = 'file-list.json';
const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()]).readonly());
/**
 * What is in a directory, the list itself left out.
 *
 * @throws {Error} for anything that is neither file nor directory: a link has no bytes of its own, and what it leads
 *   to may be another thing tomorrow
 */
async function listFiles(directory) {
    const paths = pathsIn(directory)
        .filter((path) => path !== FILE_LIST)
        .sort();
    const list = [];
    for (const path of paths)
        list.push([path, (await (0,_machine_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measure */ .x)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, path))).sha256]);
    return list;
}
/** A list's one text, from which its hash is made. */
function textOf(list) {
    return JSON.stringify(list);
}
/** Reads what `textOf` gave. @throws {Error} for anything else */
function parseFileList(text) {
    const parsed = schema.safeParse(JSON.parse(text));
    if (!parsed.success)
        throw new Error(`${FILE_LIST} is not a list of paths and sums`);
    return parsed.data;
}
/** The one value that stands for all files' paths and bytes. */
function contentHash(list) {
    return (0,_package_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(Buffer.from(textOf(list)));
}
/** Whether a content hash is one of those listed; where none is listed, every one is. */
function isAccepted(content, accepted) {
    return accepted.length === 0 || accepted.includes(content);
}
/** Why content that is not accepted is not, for a sentence. */
function notListed(content) {
    return `their content hash is ${content}, which dependencies-sha256 does not list`;
}
/** What distinguishes a directory from what it should be, for people; empty when nothing does. */
function differences(expected, actual) {
    const [before, after] = [new Map(expected), new Map(actual)];
    return [
        ...expected.flatMap(([path, sum]) => after.has(path) ? (after.get(path) === sum ? [] : [`${path} was changed`]) : [`${path} is missing`]),
        ...actual.flatMap(([path]) => (before.has(path) ? [] : [`${path} was added`])),
    ];
}
function pathsIn(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true, recursive: true }).flatMap((entry) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name));
        if (entry.isDirectory())
            return [];
        if (entry.isFile())
            return [path];
        throw new Error(`${path} is ${entry.isSymbolicLink() ? 'a symbolic link' : 'not a file'}`);
    });
}


/***/ }),

/***/ 32808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ readBuildRequest),
  V: () => (/* binding */ readPlanRequest)
});

// EXTERNAL MODULE: ./build/catalog/toolchain.js
var toolchain = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/machine/this-machine.js
var this_machine = __webpack_require__(18456);
;// CONCATENATED MODULE: ./build/package/formats.js
/**
 * The forms in which an artefact can be asked for. The zip is always made: it is what is tried, and what the record is
 * of. The wheel is the same bytes under another name, the layer the same tree below another directory.
 */
const FORMATS = ['zip', 'wheel', 'layer'];

// EXTERNAL MODULE: ./build/sandbox/engine.js
var engine = __webpack_require__(90148);
// EXTERNAL MODULE: ./build/sources/mirror.js
var sources_mirror = __webpack_require__(42718);
// EXTERNAL MODULE: ./build/verify/types.js
var types = __webpack_require__(68841);
// EXTERNAL MODULE: ./build/inputs/paths.js
var paths = __webpack_require__(72164);
// EXTERNAL MODULE: ./build/inputs/runtimes.js
var runtimes = __webpack_require__(89879);
// EXTERNAL MODULE: ./build/inputs/shape.js
var shape = __webpack_require__(77177);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
;// CONCATENATED MODULE: ./build/inputs/build-inputs.js










const BUILD_NUMBER = {
    pattern: /^(0|[1-9]\d{0,8})$/,
    problem: 'is not a build number',
    hint: 'Give the number with which a release counts its rebuilds: for the tag 2.9.13-2 it is 2.',
};
/**
 * Reads the inputs of a build.
 *
 * @throws {MalformedInputError} that names the input, its value and what is allowed
 */
function readBuildRequest(get, demands = { python: 'required' }) {
    const mirror = (0,values/* textOf */.b6)(get, 'source-mirror');
    return {
        ...readPlanRequest(get, demands),
        verify: (0,values/* oneOf */.yL)(get, 'verify', 'import', types/* VERIFICATIONS */.BV),
        serverImage: (0,values/* imageOf */.dT)(get, 'server-image'),
        engine: (0,values/* oneOf */.yL)(get, 'container-engine', 'auto', engine/* ENGINE_CHOICES */.u),
        sourceDir: (0,values/* pathOf */.XM)(get, 'source-dir'),
        sourceMirror: mirror === undefined ? undefined : (0,sources_mirror/* parseMirror */.v)(mirror),
        lockFile: (0,values/* pathOf */.XM)(get, 'lock-file'),
        ...readForms(get),
        cache: (0,values/* booleanOf */.SF)(get, 'cache', true),
        dependenciesSha256: (0,values/* sha256sOf */.S9)(get, 'dependencies-sha256'),
        outputDir: (0,values/* pathOf */.XM)(get, 'output-dir') ?? (0,paths/* absolutePath */.Hi)('output-dir', 'dist'),
    };
}
/** What becomes of each zip. */
function readForms(get) {
    const formats = (0,values/* someOf */.yU)(get, 'formats', 'zip', FORMATS);
    const combineLayers = (0,values/* booleanOf */.SF)(get, 'combine-layers', false);
    if (combineLayers && !formats.includes('layer')) {
        throw (0,shape/* malformed */.Qm)('combine-layers', 'true', {
            problem: `has nothing to combine: formats is ${formats.join(', ')}`,
            hint: 'Name layer in formats as well, or leave combine-layers out.',
        });
    }
    const number = (0,values/* textOf */.b6)(get, 'build-number');
    const buildNumber = number === undefined ? undefined : (0,shape/* insistOn */.Yj)(BUILD_NUMBER, 'build-number', number);
    return { formats, combineLayers, buildNumber };
}
/** Reads those of them that say what to build. @throws {MalformedInputError} likewise */
function readPlanRequest(get, demands = { python: 'required' }) {
    const pythons = (0,runtimes/* pythonVersionsOf */.V)(get);
    const named = demands.python === 'required' || (0,values/* textOf */.b6)(get, 'python-version') !== undefined;
    if (named && pythons.length === 0) {
        throw (0,shape/* nothingGiven */.Xw)('python-version', "Say which Python to build for, for example '3.13'.");
    }
    return {
        pythons: [...new Set(pythons)],
        architectures: (0,runtimes/* architecturesOf */.m)(get, (0,this_machine/* thisArchitecture */.I)()),
        psycopg2Version: (0,values/* textOf */.b6)(get, 'psycopg2-version') ?? 'default',
        postgresqlVersion: (0,values/* textOf */.b6)(get, 'postgresql-version') ?? 'default',
        opensslVersion: (0,values/* textOf */.b6)(get, 'openssl-version') ?? 'default',
        toolchain: (0,values/* oneOf */.yL)(get, 'toolchain', 'pinned', toolchain/* TOOLCHAINS */.z9),
        buildImage: (0,values/* imageOf */.dT)(get, 'build-image'),
        runtimeImage: (0,values/* imageOf */.dT)(get, 'runtime-image'),
    };
}


/***/ }),

/***/ 89879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ pythonVersionsOf),
/* harmony export */   m: () => (/* binding */ architecturesOf)
/* harmony export */ });
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);
/* harmony import */ var _catalog_targets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93370);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77177);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73368);




/** Other people's words for Lambda's two machines, in small letters. */
const OTHERS = {
    ...{ amd64: 'x86_64', x64: 'x86_64', 'x86-64': 'x86_64', x86_64: 'x86_64', intel: 'x86_64' },
    ...{ aarch64: 'arm64', arm64: 'arm64', armv8: 'arm64', graviton: 'arm64' },
};
/** The architectures that are asked for. @throws {MalformedInputError} for other words, with the right one where there is one */
function architecturesOf(get, fallback) {
    for (const word of (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(get, 'architecture')) {
        const right = OTHERS[word.toLowerCase()];
        if (right === undefined || right === word)
            continue;
        throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .malformed */ .Qm)('architecture', word, {
            problem: 'is not how Lambda calls it',
            hint: `Write ${right}.`,
        });
    }
    return (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .someOf */ .yU)(get, 'architecture', fallback, _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .Xe);
}
/** `python3.13`, `3.13.2`, `cp313` and the like. */
const LIKE_A_PYTHON = /^(?:(?:c?python|py|cp)[-_]?|v)?(\d)\.?(\d{1,2})(?:\.\d+)*(?:[-.]?(?:dev|rc\d*|[mt]))?$/i;
/** The Pythons that are asked for, and words for several. @throws {MalformedInputError} for what is no version `major.minor` */
function pythonVersionsOf(get) {
    const pythons = (0,_values_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(get, 'python-version');
    for (const python of pythons) {
        if ((0,_catalog_targets_js__WEBPACK_IMPORTED_MODULE_1__/* .isWord */ .Jg)(python) || /^\d+\.\d+$/.test(python))
            continue;
        const [, major, minor] = LIKE_A_PYTHON.exec(python) ?? [];
        throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .malformed */ .Qm)('python-version', python, {
            problem: 'is not a version of the form 3.13',
            hint: minor === undefined ? 'Write the two numbers with a dot between them.' : `Write ${major}.${minor}.`,
        });
    }
    return pythons;
}


/***/ }),

/***/ 66791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ choosePython),
/* harmony export */   Sr: () => (/* binding */ AND),
/* harmony export */   nw: () => (/* binding */ isHere)
/* harmony export */ });
/* harmony import */ var _catalog_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);
/* harmony import */ var _catalog_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20093);
/* harmony import */ var _catalog_versions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(30507);
/* harmony import */ var _machine_interpreter_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41177);
/* harmony import */ var _machine_interpreters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60539);
/* harmony import */ var _machine_no_interpreter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22328);
/* harmony import */ var _recipe_choose_engine_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47137);
/* harmony import */ var _sandbox_argv_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81724);
/* harmony import */ var _sandbox_images_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62724);









/** For sentences: `a, b and c`. */
const AND = new Intl.ListFormat('en-GB');
/**
 * A request that names no Python, with the one it is to be: the newest that AWS supports where a container engine
 * gets its images, otherwise the newest that this machine has; and the engine that it is to be built with.
 *
 * @throws {ImageUnavailableError} when the engine was named and gets no images
 * @throws {BuildError} when this machine has no interpreter to build with
 */
async function choosePython({ request, engine, catalog, log, today = (0,_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .today */ .Ec)(), system = (0,_machine_interpreter_places_js__WEBPACK_IMPORTED_MODULE_2__/* .thisSystem */ .U)(), }) {
    if (request.pythons.length > 0)
        return { request, engine };
    const runtimes = newestFirst(catalog.runtimes, today);
    const suitable = runtimes.filter((runtime) => suits(runtime, request, catalog));
    // Where none suits the rest of the request, the plan for the newest says why.
    if (suitable.length === 0) {
        return { request: { ...request, pythons: runtimes.slice(0, 1).map(({ python }) => python) }, engine };
    }
    const supported = suitable.filter((runtime) => (0,_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .isSupported */ .TT)(runtime, today));
    return log.group('Python', async () => {
        const candidates = supported.length > 0 ? supported : suitable;
        const ofImages = engine === 'none' ? undefined : await chooseByImages({ engine, request, catalog, log }, candidates);
        const { runtime, where } = ofImages ?? (await chooseByInterpreters(suitable, system));
        const reasons = [
            ...(supported.includes(runtime) ? ['AWS supports'] : []),
            ...(request.psycopg2Version === 'default' ? [] : [`psycopg2 ${request.psycopg2Version} serves`]),
            ...(where === undefined ? [] : [where]),
        ];
        const message = `Python ${runtime.python}, the newest that ${AND.format(reasons) || 'there is'}`;
        if (supported.includes(runtime))
            log.notice(message);
        else
            log.warning(`${message}; AWS no longer supports it`);
        return {
            request: { ...request, pythons: [runtime.python] },
            engine: ofImages === undefined ? 'none' : engine,
        };
    });
}
/** Whether Lambda runs that Python on every architecture asked for, and the psycopg2 asked for serves it. */
function suits({ python, architectures }, request, { sources }) {
    const { psycopg2Version } = request;
    const serves = ({ version, pythons }) => pythons?.includes(python) === true && (psycopg2Version === 'default' || psycopg2Version === version);
    return request.architectures.every((one) => architectures.includes(one)) && sources.some(serves);
}
/** The runtimes that AWS supports, then those that it did, each the newest first; no previews. */
function newestFirst(runtimes, today) {
    const rank = (runtime) => ((0,_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .isSupported */ .TT)(runtime, today) ? 0 : 1);
    return runtimes
        .filter(({ preview }) => !preview)
        .sort((a, b) => rank(a) - rank(b) || (0,_catalog_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .compareVersions */ .Z)(b.python, a.python));
}
/**
 * The first whose images can be had. When a registry does not give those of the very first, the others' must be
 * present: one that cannot be reached would make each of them wait.
 *
 * @throws {ImageUnavailableError} when there is none and the engine was named
 */
async function chooseByImages({ engine, request, catalog, log }, runtimes) {
    const [first, ...others] = runtimes;
    if (first === undefined)
        return undefined;
    const plansFor = ({ python }) => (0,_catalog_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planBuilds */ .zu)({ ...request, pythons: [python] }, catalog);
    const images = (runtime) => plansFor(runtime).flatMap((plan) => (0,_recipe_choose_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .imagesOf */ .IC)(request, plan).map((image) => ({ ...image, engine, log })));
    try {
        for (const image of images(first))
            await (0,_sandbox_images_js__WEBPACK_IMPORTED_MODULE_6__/* .ensureImage */ .Yt)(image);
        return { runtime: first };
    }
    catch (error) {
        if (!(error instanceof _sandbox_images_js__WEBPACK_IMPORTED_MODULE_6__/* .ImageUnavailableError */ .yT))
            throw error;
        for (const runtime of others) {
            const present = await Promise.all(images(runtime).map(isHere));
            if (present.includes(false))
                continue;
            log.warning(error.message);
            return { runtime, where: 'whose images are here' };
        }
        if (request.engine !== 'auto' || !(0,_recipe_choose_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .mayStandIn */ .Xv)(plansFor(first)))
            throw error;
        log.warning(error.message);
        return undefined;
    }
}
/** Whether an image is present, without asking a registry. */
async function isHere({ engine, name, architecture }) {
    return (await (0,_sandbox_images_js__WEBPACK_IMPORTED_MODULE_6__/* .findImage */ .F1)(engine, name))?.platform === (0,_sandbox_argv_js__WEBPACK_IMPORTED_MODULE_8__/* .platformOf */ .tj)(architecture);
}
/**
 * The first that this machine has an interpreter of.
 *
 * @throws {BuildError} when there is none
 */
async function chooseByInterpreters(runtimes, system) {
    const pythons = runtimes.map(({ python }) => python);
    const { found, unusable } = await (0,_machine_interpreters_js__WEBPACK_IMPORTED_MODULE_3__/* .searchInterpreter */ .LX)(pythons, system);
    const runtime = runtimes.find(({ python }) => python === found?.python);
    if (runtime === undefined)
        throw await (0,_machine_no_interpreter_js__WEBPACK_IMPORTED_MODULE_4__/* .noInterpreter */ .o)(pythons, unusable, system);
    return { runtime, where: `this machine has (${found?.path})` };
}


/***/ }),

/***/ 1009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ tellNever),
/* harmony export */   q: () => (/* binding */ leaveOutMissing)
/* harmony export */ });
/* harmony import */ var _catalog_catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);
/* harmony import */ var _catalog_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20093);
/* harmony import */ var _catalog_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93370);
/* harmony import */ var _machine_interpreter_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41177);
/* harmony import */ var _machine_interpreters_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60539);
/* harmony import */ var _machine_no_interpreter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22328);
/* harmony import */ var _recipe_choose_engine_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47137);
/* harmony import */ var _sandbox_images_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62724);
/* harmony import */ var _choose_python_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66791);









/** Says which of the Pythons that a word stands for are not made, because Lambda never had them. */
function tellNever(wanted, catalog, log) {
    const { never } = (0,_catalog_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsOf */ .QR)(wanted, catalog, (0,_catalog_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .today */ .Ec)());
    if (never.length === 0)
        return;
    const words = _choose_python_js__WEBPACK_IMPORTED_MODULE_8__/* .AND */ .Sr.format(wanted.pythons.filter(_catalog_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .isWord */ .Jg));
    log.info(`${words} leaves out what AWS Lambda never had: ${_choose_python_js__WEBPACK_IMPORTED_MODULE_8__/* .AND */ .Sr.format(never.map(title))}`);
}
/**
 * A request whose words stand for no more than what can be had, and the engine that it is to be built with: an image
 * that is neither present nor can be pulled, or without containers a Python that this machine does not have, is left
 * out with a warning. Where nothing may be left out, an image that is missing ends the build, and a Python is missed
 * here, before anything is compiled. What was named is never left out.
 *
 * @throws {ImageUnavailableError} when none of the images can be had
 * @throws {BuildError} when this machine has none of the Pythons, or not all where all are needed
 */
async function leaveOutMissing(wanted) {
    const { request, engine, catalog, log } = wanted;
    if (!request.pythons.some(_catalog_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .isWord */ .Jg))
        return { request, engine };
    const plans = (0,_catalog_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planBuilds */ .zu)(request, catalog);
    const meant = plans.filter(({ python }) => !request.pythons.includes(python));
    return log.group('Pythons', async () => {
        const missing = engine === 'none' ? undefined : await withoutImages(engine, wanted, meant);
        if (missing !== undefined)
            return { request: { ...request, leftOut: missing }, engine };
        const leftOut = await withoutInterpreters(wanted, plans);
        return { request: { ...request, leftOut }, engine: 'none' };
    });
}
/**
 * What of the plans has no images; undefined where that is all of them, and this machine may stand in.
 * Once a registry has not answered, only what is present counts: each further image would be waited for in vain.
 *
 * @throws {ImageUnavailableError} when that is all of them, and it may not
 */
async function withoutImages(engine, { request, fallBack, log }, plans) {
    if (!fallBack)
        return [];
    const missing = [];
    const unasked = [];
    for (const plan of plans) {
        const images = (0,_recipe_choose_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .imagesOf */ .IC)(request, plan).map((image) => ({ ...image, engine, log }));
        if (missing.some(({ error }) => !error.answered)) {
            const present = await Promise.all(images.map(_choose_python_js__WEBPACK_IMPORTED_MODULE_8__/* .isHere */ .nw));
            if (present.includes(false))
                unasked.push(plan);
            continue;
        }
        try {
            for (const image of images)
                await (0,_sandbox_images_js__WEBPACK_IMPORTED_MODULE_7__/* .ensureImage */ .Yt)(image);
        }
        catch (error) {
            if (!(error instanceof _sandbox_images_js__WEBPACK_IMPORTED_MODULE_7__/* .ImageUnavailableError */ .yT))
                throw error;
            missing.push({ plan, error });
        }
    }
    const [first] = missing;
    if (first !== undefined && missing.length + unasked.length === plans.length) {
        if (request.engine !== 'auto' || !(0,_recipe_choose_engine_js__WEBPACK_IMPORTED_MODULE_6__/* .mayStandIn */ .Xv)(plans))
            throw first.error;
        log.warning(first.error.message);
        return undefined;
    }
    for (const { plan, error } of missing)
        log.warning(`${title(plan)} is left out. ${error.message}`);
    if (unasked.length > 0) {
        log.warning(`Left out as well, because not all of their images are here: ${_choose_python_js__WEBPACK_IMPORTED_MODULE_8__/* .AND */ .Sr.format(unasked.map(title))}`);
    }
    return [...missing.map(({ plan }) => plan), ...unasked].map(targetOf);
}
/**
 * What of the plans this machine has no interpreter for.
 *
 * @throws {BuildError} when that is all, or something that may not be left out
 */
async function withoutInterpreters({ request, fallBack, log, system = (0,_machine_interpreter_places_js__WEBPACK_IMPORTED_MODULE_3__/* .thisSystem */ .U)() }, plans) {
    const pythons = [...new Set(plans.map(({ python }) => python))];
    const searches = await Promise.all(pythons.map(async (python) => ({ python, ...(await (0,_machine_interpreters_js__WEBPACK_IMPORTED_MODULE_4__/* .searchInterpreter */ .LX)([python], system)) })));
    const missing = searches.filter(({ found }) => found === undefined).map(({ python }) => python);
    if (missing.length === 0)
        return [];
    const good = new Set(searches.map(({ found }) => found?.path));
    const met = new Map(searches.flatMap(({ unusable }) => unusable).map((one) => [one.path, one]));
    const unusable = [...met.values()].filter(({ path }) => !good.has(path));
    const needed = fallBack ? missing.filter((python) => request.pythons.includes(python)) : missing;
    if (needed.length > 0)
        throw await (0,_machine_no_interpreter_js__WEBPACK_IMPORTED_MODULE_5__/* .noInterpreter */ .o)(needed, unusable, system);
    const error = await (0,_machine_no_interpreter_js__WEBPACK_IMPORTED_MODULE_5__/* .noInterpreter */ .o)(missing, unusable, system);
    if (missing.length === pythons.length)
        throw error;
    log.warning(`Python ${_choose_python_js__WEBPACK_IMPORTED_MODULE_8__/* .AND */ .Sr.format(missing)} is left out. ${error.message}`);
    return plans.filter(({ python }) => missing.includes(python)).map(targetOf);
}
function title({ python, architecture }) {
    return `Python ${python} on ${architecture}`;
}
function targetOf({ python, architecture }) {
    return { python, architecture };
}


/***/ }),

/***/ 29338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ measure)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);



/** In bytes; shared, because nobody waits between reading and hashing. */
const chunk = Buffer.allocUnsafeSlow(1 << 20);
/**
 * The size of a file in bytes and its SHA-256 in lower-case hex.
 *
 * It reads without promises: for the three thousand files of a compiler, they take three times as long as everything else.
 *
 * @throws what the file system throws
 */
async function measure(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
    try {
        for (let size = 0;;) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, chunk, 0, chunk.length, null);
            size += read;
            hash.update(chunk.subarray(0, read));
            // Less than was asked for need not be the end.
            if (read === 0)
                return { size, sha256: hash.digest('hex') };
            // Now and then whatever else is under way may go on.
            if (read === chunk.length)
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setImmediate)();
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}


/***/ }),

/***/ 47137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GO: () => (/* binding */ findEngine),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   Ks: () => (/* binding */ pullImages),
/* harmony export */   Xv: () => (/* binding */ mayStandIn),
/* harmony export */   h6: () => (/* binding */ buildImageOn),
/* harmony export */   kk: () => (/* binding */ chooseBuildEngine)
/* harmony export */ });
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);
/* harmony import */ var _machine_scratch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95212);
/* harmony import */ var _machine_this_machine_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18456);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);
/* harmony import */ var _sandbox_argv_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81724);
/* harmony import */ var _sandbox_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34971);
/* harmony import */ var _sandbox_engine_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90148);
/* harmony import */ var _sandbox_images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62724);
/* harmony import */ var _toolchains_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36116);









/**
 * The engine to build with, as far as it can be told in a moment and without a network.
 *
 * @param machine this one
 * @throws {BuildError} when an engine that was named does not answer; when there is none, and this machine itself
 *   cannot build for every architecture
 */
async function findEngine({ engine, architectures, toolchain }, log, machine = process) {
    const found = await log.group('Container engine', () => (0,_sandbox_engine_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseEngine */ .m)(engine, log));
    const architecture = architectures.find((one) => !(0,_machine_this_machine_js__WEBPACK_IMPORTED_MODULE_7__/* .isLike */ .O)(one, machine));
    if (found !== 'none' || architecture === undefined)
        return found;
    // The pinned compiler makes either on either.
    if (toolchain === 'pinned' && _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .Xe.some((one) => (0,_machine_this_machine_js__WEBPACK_IMPORTED_MODULE_7__/* .isLike */ .O)(one, machine)))
        return found;
    const names = { darwin: 'macOS', win32: 'Windows' };
    const system = `${names[machine.platform] ?? machine.platform} on ${machine.arch}`;
    const runner = `runs-on: ${_catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .RUNNERS */ .Ir[architecture]}`;
    if (machine.platform !== 'linux') {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`The build needs Linux (or Docker): this machine is ${system}, and ` +
            (engine === 'none' ? 'container-engine is none' : 'no container engine answers'), `Run the job on Linux (${runner}), or start Docker or Podman here with containers of Linux.`);
    }
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`container-engine none with toolchain ${toolchain} builds for this machine, ${system}, not for ${architecture}`, `Use toolchain pinned, run the job on a machine of that architecture (${runner}), or use a container engine that ` +
        `can run ${(0,_sandbox_argv_js__WEBPACK_IMPORTED_MODULE_8__/* .platformOf */ .tj)(architecture)}.`);
}
/**
 * The engine to build with, the images of the first plan for each architecture being present and able to run. The others
 * can be pulled while something is compiled (`pullImages`), but not where a missing one changes the engine.
 *
 * @throws {BuildError} when no image can be had, or this machine cannot run one that is compiled in
 */
async function chooseBuildEngine(wanted) {
    const { request, plans, log } = wanted;
    const mayFallBack = wanted.fallBack && request.engine === 'auto' && mayStandIn(plans);
    const withImages = async (engine) => {
        try {
            await provideImages(engine, { ...wanted, plans: mayFallBack ? plans : firstOfEach(plans, engine) });
            return engine;
        }
        catch (error) {
            if (!mayFallBack || !(error instanceof _sandbox_images_js__WEBPACK_IMPORTED_MODULE_5__/* .ImageUnavailableError */ .yT))
                throw error;
            log.warning(error.message);
            return 'none';
        }
    };
    const found = wanted.engine;
    const engine = found === 'none' ? found : await log.group('Images', () => withImages(found));
    if (engine === 'none') {
        const [given, used] = [(0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_1__/* .temporary */ .q_)(), (0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_1__/* .temporaryToCompileIn */ .f1)()];
        if (used.path !== given.path) {
            log.notice(`${given.name} names ${given.path}, which configure and make cannot work in: compiling in ${used.path}`);
        }
        const say = request.engine === 'none' ? log.notice : log.warning;
        const parts = request.toolchain === 'pinned' ? 'Its Python is used' : 'Its compiler and Python are used';
        say(`No container: this machine stands in for the Lambda image. ${parts}, and the audit decides whether the result ` +
            'fits Lambda.');
    }
    return engine;
}
async function provideImages(engine, { request, plans, runId, log }) {
    const tried = new Set([(0,_machine_this_machine_js__WEBPACK_IMPORTED_MODULE_7__/* .thisArchitecture */ .I)()]);
    for (const plan of plans) {
        const host = (0,_toolchains_js__WEBPACK_IMPORTED_MODULE_6__/* .hostOf */ .w)(plan, engine);
        for (const { input, name, architecture } of imagesOf(request, plan)) {
            const image = await (0,_sandbox_images_js__WEBPACK_IMPORTED_MODULE_5__/* .ensureImage */ .Yt)({ engine, name, architecture, input, log });
            if (input !== 'build-image' || architecture !== host || tried.has(host))
                continue;
            tried.add(host);
            // A shell of an image that is for another architecture works by emulation or not at all.
            await (await _sandbox_container_js__WEBPACK_IMPORTED_MODULE_3__/* .Container */ .mc.start({ engine, image, architecture, runId })).remove();
            log.notice(`${(0,_sandbox_argv_js__WEBPACK_IMPORTED_MODULE_8__/* .platformOf */ .tj)(architecture)} runs here, but not natively: where it is emulated, compiling takes several times ` +
                `longer than on a machine of that architecture (runs-on: ${_catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .RUNNERS */ .Ir[architecture]})`);
        }
    }
}
/** The first plan for each architecture, and each machine that it is compiled on. */
function firstOfEach(plans, engine) {
    const kindOf = (plan) => `${plan.architecture} on ${(0,_toolchains_js__WEBPACK_IMPORTED_MODULE_6__/* .hostOf */ .w)(plan, engine)}`;
    return plans.filter((plan, position) => position === plans.findIndex((one) => kindOf(one) === kindOf(plan)));
}
/** Whether this machine itself, without a container, can build all of them. */
function mayStandIn(plans) {
    return plans.every((plan) => (0,_machine_this_machine_js__WEBPACK_IMPORTED_MODULE_7__/* .isLike */ .O)((0,_toolchains_js__WEBPACK_IMPORTED_MODULE_6__/* .hostOf */ .w)(plan, 'none'), process));
}
/** A plan's images, the smallest first: what is compiled in, what headers are taken from, and what the zip is tried in. */
function imagesOf(request, plan) {
    const { architecture, runtimeImage } = plan;
    const hosts = new Set([(0,_toolchains_js__WEBPACK_IMPORTED_MODULE_6__/* .hostOf */ .w)(plan, 'docker'), architecture]);
    return [
        ...(request.verify === 'none'
            ? []
            : [{ input: 'runtime-image', name: runtimeImage, architecture }]),
        ...[...hosts].map((host) => ({ input: 'build-image', name: buildImageOn(host, plan), architecture: host })),
    ];
}
/** The image that a plan is compiled in on a machine of that architecture. */
function buildImageOn(host, { buildImage, buildImages }) {
    return buildImages[host] ?? buildImage;
}
/**
 * Pulls the plans' images that are not present, one after the other, until told to stop.
 *
 * @throws {ImageUnavailableError} for the first that cannot be had
 */
async function pullImages({ engine, request, plans, log }, signal) {
    if (engine === 'none')
        return;
    for (const plan of plans) {
        for (const image of imagesOf(request, plan)) {
            if (signal.aborted)
                return;
            await (0,_sandbox_images_js__WEBPACK_IMPORTED_MODULE_5__/* .ensureImage */ .Yt)({ ...image, engine, log });
        }
    }
}


/***/ }),

/***/ 24560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ tryScript),
/* harmony export */   j3: () => (/* binding */ runScript),
/* harmony export */   mm: () => (/* binding */ scriptError)
/* harmony export */ });
/* harmony import */ var _machine_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40575);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73976);


/** How many of a failed script's last lines the error repeats. */
const TAIL = 30;
// What a script's output says about a failure, and what a person can do about it.
const HINTS = [
    [
        /no space left on device/i,
        'The disk is full: free space where the container engine or the temporary directory keeps its data, then run again.',
    ],
    [
        /has no headers/,
        'Use an image whose Python comes with its headers (build-image), or a Python installed with them.',
    ],
    [/does not run|is Python \S+, not/, 'Check the Python of the image (build-image) or of this machine.'],
    [
        /killed|out of memory|cannot allocate/i,
        'The machine ran out of memory: use one with more, or set JOBS=1.',
    ],
    [
        /^(toolchain|sysroot): .*zig cannot /m,
        'Programs must be able to run where the tool cache lies, and to start others: have RUNNER_TOOL_CACHE name a ' +
            'directory that is not mounted with noexec; where the machine is emulated, register the emulator with binfmt_misc ' +
            '(docker/setup-qemu-action), or use toolchain: image.',
    ],
    [
        /^tools: /m,
        'Name an image that has these tools already with build-image; docs/amazon-linux.md says what is needed and why.',
    ],
];
/**
 * Runs a script and gives the outcome, whatever it is. The compiler's temporary files go to our scratch directory: in
 * some of Lambda's images /tmp belongs to the function's user.
 */
async function tryScript(sandbox, { name, env, log, ...more }) {
    return sandbox.execute({
        argv: ['/bin/sh', `${sandbox.root}/scripts/${name}`],
        env: { TMPDIR: `${sandbox.root}/work`, ...env },
        onLine: (line) => log.info(line),
        ...more,
    });
}
/**
 * Runs a script and insists on success.
 *
 * @throws {BuildError} with the exit code, the end of the output and what its text suggests doing
 */
async function runScript(sandbox, script) {
    const outcome = await tryScript(sandbox, script);
    if (outcome.exitCode !== 0)
        throw scriptError(sandbox, script.name, outcome);
    return outcome;
}
/** The error for a script that failed. */
function scriptError(sandbox, name, outcome) {
    const lines = (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_0__/* .tail */ .RT)(outcome, TAIL);
    const text = lines.join('\n');
    const reason = lines.at(-1) ?? 'it printed nothing';
    const hint = HINTS.find(([pattern]) => pattern.test(text))?.[1];
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS(`scripts/${name} failed with exit code ${outcome.exitCode} in ${sandbox.title}: ${reason}`, hint ?? 'The end of its output is above. The script can also be run by hand: its first lines say how.', lines);
}


/***/ }),

/***/ 36116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ Toolchains),
  w: () => (/* binding */ hostOf)
});

// EXTERNAL MODULE: ./build/machine/this-machine.js
var this_machine = __webpack_require__(18456);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/package/zip-paths.js
var zip_paths = __webpack_require__(3001);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/sandbox/container.js
var sandbox_container = __webpack_require__(34971);
// EXTERNAL MODULE: ./build/recipe/script.js
var script = __webpack_require__(24560);
;// CONCATENATED MODULE: ./build/recipe/toolchain-volume.js





/** Where containers find the toolchain: not below our directory there, all of which is made readable again and again. */
const PLACE = '/psycopg2-lambda-toolchain';
/** The directory of the volume that holds it, once it is whole. */
const WHOLE = 'toolchain';
/**
 * A volume of the engine's with the toolchain in it, checked: one that an earlier run has filled, or a new one. Unlike a
 * copy in each container it costs nothing, and unlike a directory of this machine it can be had from a daemon elsewhere.
 *
 * @throws {BuildError} when it cannot be filled
 */
async function toolchainVolume(request) {
    const { source, host } = request.toolchain;
    const [{ sha256 }] = source.files;
    const name = `psycopg2-lambda-${source.project}-${source.version}-${host}-${sha256.slice(0, 12)}`;
    await fill(name, request);
    return { volume: { name, path: PLACE, readOnly: true }, directory: `${PLACE}/${WHOLE}` };
}
async function fill(name, { toolchain, engine, image, runId, log }) {
    const { directory, files, host } = toolchain;
    const volume = { name, path: `${sandbox_container/* ROOT */.Dl}/volume`, readOnly: false };
    const container = await sandbox_container/* Container */.mc.start({ engine, image, architecture: host, runId, volumes: [volume] });
    const whole = `${volume.path}/${WHOLE}`;
    const sh = (script, argv, input) => container.execute({ argv: ['/bin/sh', '-c', script, ...argv], root: true, input });
    const sums = Buffer.from(files.map(([path, sum]) => `${sum}  ${path}\n`).join(''));
    const entries = files.length + (0,zip_paths/* parentsOf */.fY)(files.map(([path]) => path)).size;
    const check = () => sh(CHECK, [whole, `${entries}`], sums);
    const unusable = (outcome) => {
        const { message, details } = (0,script/* scriptError */.mm)(container, 'toolchain', outcome);
        return new errors/* BuildError */.zS(`The toolchain cannot be put into the volume ${name}: ${message}`, `Remove it (${engine} volume rm ${name}), and run again.`, details);
    };
    try {
        await sh(SWEEP, [volume.path]);
        const found = await check();
        if (found.exitCode === 0)
            return;
        // Anything else is of the container, which is taken away when another part of the run fails.
        if (found.exitCode !== ABSENT && found.exitCode !== OTHER)
            throw unusable(found);
        const [damaged, partial] = [(0,external_node_crypto_.randomUUID)(), (0,external_node_crypto_.randomUUID)()].map((id) => `volume/${id}.partial`);
        if (found.exitCode === OTHER) {
            log.warning(`The toolchain in the volume ${name} is not as it was put there; it is put there anew`);
            await sh('mv "$0" "$1" && rm -rf "$1"', [whole, `${sandbox_container/* ROOT */.Dl}/${damaged}`]);
        }
        await container.copyIn(directory, partial);
        const put = await sh(PUT, [`${sandbox_container/* ROOT */.Dl}/${partial}`, whole]);
        const outcome = put.exitCode === 0 ? await check() : put;
        if (outcome.exitCode !== 0)
            throw unusable(outcome);
    }
    finally {
        await container.remove();
    }
}
// With coreutils only: tools.sh has not seen this image yet, and some have no find.
const ABSENT = 3;
const OTHER = 4;
/**
 * Whether every file has its sum, which are read from standard input, and there is nothing else: as many entries as there
 * must be, all of them files and directories.
 */
const CHECK = `[ -d "$0" ] || { cat >/dev/null; exit ${ABSENT}; }
cd "$0" && sha256sum -c --quiet - && [ -x zig ] && [ "$(du -a . | wc -l)" -eq "$(($1 + 1))" ] &&
  [ -z "$(ls -lAR . | cut -c 1 | tr -d '.dt\\n-')" ] || exit ${OTHER}`;
/** Another run may have been faster, and be using what it has put there. */
const PUT = 'chmod -R a+rX "$0" && if [ -e "$1" ]; then rm -rf "$0"; else mv "$0" "$1"; fi';
/** What runs that were killed have left; a running one is younger than a day. */
const SWEEP = `command -v find >/dev/null && find "$0" -maxdepth 1 -name '*.partial' -mmin +1440 -exec rm -rf {} +`;

// EXTERNAL MODULE: ./build/recipe/unpack-toolchain.js
var unpack_toolchain = __webpack_require__(80287);
;// CONCATENATED MODULE: ./build/recipe/toolchains.js



/** The pinned compilers of a run: each is unpacked, checked and put into the engine's volume once. */
class Toolchains {
    tarballs;
    #provided = new Map();
    #mounted = new Map();
    constructor(tarballs) {
        this.tarballs = tarballs;
    }
    /** @throws {BuildError} as `provideToolchain` */
    provide(source, host, log) {
        const { tarballs } = this;
        const key = `${source.version} ${host}`;
        return once(this.#provided, key, () => (0,unpack_toolchain/* provideToolchain */.n)(source, host, { tarballs, log }));
    }
    /** @throws {BuildError} as `provideToolchain` and `toolchainVolume` */
    async mount(source, host, where) {
        const toolchain = await this.provide(source, host, where.log);
        const key = `${where.engine} ${source.version} ${host}`;
        return once(this.#mounted, key, () => toolchainVolume({ ...where, toolchain }));
    }
}
/**
 * The machine that a plan is compiled on: this one, whatever it is compiled for, if the toolchain is the pinned one.
 * A container of another architecture is emulated; it is needed where Lambda has no image of that Python for this one.
 */
function hostOf({ toolchain, buildImages, architecture }, engine) {
    const here = (0,this_machine/* thisArchitecture */.I)();
    if (toolchain === undefined)
        return architecture;
    return engine === 'none' || buildImages[here] !== undefined ? here : architecture;
}
function once(known, key, begin) {
    const under = known.get(key) ?? begin();
    known.set(key, under);
    return under;
}


/***/ }),

/***/ 80287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ toolchainDirectory),
/* harmony export */   n: () => (/* binding */ provideToolchain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _cache_file_list_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81132);
/* harmony import */ var _catalog_toolchain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9387);
/* harmony import */ var _package_unzip_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65057);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73976);
/* harmony import */ var _sources_cache_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8359);
/* harmony import */ var _sources_check_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(65901);
/* harmony import */ var _sources_tarball_names_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5838);











/** The name under which it stands, unpacked, in the runner's tool cache. */
const TOOL = 'psycopg2-lambda-toolchain';
/**
 * What compiling C for Linux takes: the compiler with its headers, and what it makes glibc's link libraries from. More
 * than half of the wheel is for C++ and for other systems.
 */
const KEPT = /^ziglang\/(LICENSE$|zig$|lib\/[^/]+\.(zig|h)$|lib\/(include|std|compiler|compiler_rt|c|libc\/glibc)\/|lib\/libc\/include\/(generic-glibc|any-linux-any|(x86|aarch64)-linux-(any|gnu))\/)/;
const ROOT = 'ziglang/';
/** In bytes; 0.17.1 has 430 million. */
const MOST = 1_000_000_000;
/** Where it stands, or will stand, unpacked. @param source a row for one host */
function toolchainDirectory(source) {
    const [file] = source.files;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_8__/* .toolCache */ .XW)(), TOOL, (0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_8__/* .cacheVersion */ .DS)(source, file), `${file.host}`);
}
/**
 * Unpacks the pinned compiler into the runner's tool cache, unless it stands there as it was: the lock has the content
 * hash of what is unpacked of its wheel, which is then not needed.
 *
 * @param host the machine that it is to run on
 * @throws {BuildError} when it cannot be had, is not the one in the lock, or cannot be written; then nothing is half there
 */
async function provideToolchain(toolchain, host, { tarballs, log }) {
    const source = (0,_catalog_toolchain_js__WEBPACK_IMPORTED_MODULE_5__/* .forHost */ .cE)(toolchain, host);
    const { unpacked } = source.files[0];
    const directory = toolchainDirectory(source);
    await (0,_sources_cache_js__WEBPACK_IMPORTED_MODULE_8__/* .sweep */ .X0)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(directory));
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(directory)) {
        const files = await (0,_cache_file_list_js__WEBPACK_IMPORTED_MODULE_4__/* .listFiles */ .CS)(directory).catch(_report_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD);
        if (typeof files !== 'string' && (0,_cache_file_list_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)(files) === unpacked)
            return { source, host, directory, files };
        const why = typeof files === 'string' ? ` (${files})` : '';
        log.warning(`The toolchain in ${directory} is not as it was unpacked${why}; it is unpacked anew`);
        await moveAway(directory);
    }
    const [wheel] = await tarballs.fetch([source], log);
    const started = performance.now();
    const files = await unpack(wheel.path, source, directory);
    const took = ((performance.now() - started) / 1000).toFixed(1);
    log.info(`${(0,_sources_tarball_names_js__WEBPACK_IMPORTED_MODULE_10__/* .titleOf */ .Gg)(source)} unpacked into ${directory} in ${took} s`);
    return { source, host, directory, files };
}
/** In one step: another job that is using it, or unpacks it as well, sees all of it or nothing. */
async function moveAway(directory) {
    const damaged = `${directory}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.partial`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(directory, damaged);
    }
    catch (error) {
        throw (0,_sources_check_js__WEBPACK_IMPORTED_MODULE_9__/* .diskError */ .wO)(error, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(directory)) ?? error;
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(damaged, { recursive: true, force: true }).catch(() => undefined);
}
/**
 * Beside its place first, and when it is what the lock says there in one step: no other job may take it for whole while it
 * is not.
 */
async function unpack(wheel, source, directory) {
    const partial = `${directory}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.partial`;
    try {
        const made = new Set();
        for (const { path, data } of (0,_package_unzip_js__WEBPACK_IMPORTED_MODULE_6__/* .unpackEntries */ .xc)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(wheel), (name) => KEPT.test(name), MOST)) {
            const target = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, path.slice(ROOT.length));
            if (!made.has((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(target)))
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(target), { recursive: true });
            made.add((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(target));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(target, data);
        }
        if (!made.has(partial)) {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .BuildError */ .zS(`${wheel} has no compiler in it that this recipe knows`, 'A row of a lock-file that names another toolchain must be of a wheel of the project ziglang.');
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, 'zig'), 0o755);
        const files = await (0,_cache_file_list_js__WEBPACK_IMPORTED_MODULE_4__/* .listFiles */ .CS)(partial);
        const [{ unpacked }] = source.files;
        if ((0,_cache_file_list_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)(files) !== unpacked) {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .BuildError */ .zS(`What ${(0,_sources_tarball_names_js__WEBPACK_IMPORTED_MODULE_10__/* .titleOf */ .Gg)(source)} unpacks to has the content hash ${(0,_cache_file_list_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)(files)}, not ${unpacked}`, 'If you have just written the row of a lock-file, let its `unpacked` be the first; otherwise another process may ' +
                `be writing in ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(directory)}: run again.`);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(partial, directory).catch((error) => {
            // Another job was faster, and has made the same.
            if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST')
                throw error;
        });
        return files;
    }
    catch (error) {
        throw (0,_sources_check_js__WEBPACK_IMPORTED_MODULE_9__/* .diskError */ .wO)(error, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(directory)) ?? error;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(partial, { recursive: true, force: true }).catch(() => undefined);
    }
}


/***/ }),

/***/ 8359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ cacheVersion),
/* harmony export */   M_: () => (/* binding */ store),
/* harmony export */   X0: () => (/* binding */ sweep),
/* harmony export */   XW: () => (/* binding */ toolCache),
/* harmony export */   aY: () => (/* binding */ findCached)
/* harmony export */ });
/* unused harmony export CACHE_TOOL */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _machine_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29338);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73976);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65901);
/* harmony import */ var _tarball_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5838);







/** The name under which the tarballs stand in the runner's tool cache. */
const CACHE_TOOL = 'psycopg2-lambda-source';
/** Sources are the same for every machine, so the tool cache's level for the architecture says nothing. */
const ANY_MACHINE = 'noarch';
/** A left-over of a killed job is older than this, in milliseconds; a running download is not. */
const STALE = 24 * 60 * 60 * 1000;
/**
 * The tool cache's version of a tarball: project, version and SHA-256.
 *
 * Shaped as the pre-release part of a semantic version, because nothing else is a version to the programs that
 * look into a tool cache: PostgreSQL's `18.6` would be a range.
 */
function cacheVersion({ project, version }, { sha256 }) {
    return `0.0.0-${`${project}-${version}-${sha256}`.replace(/[^0-9A-Za-z-]/g, '-')}`;
}
/**
 * A file of a version in the tool cache, its size and SHA-256 checked again; undefined when there is none. A damaged
 * entry is reported and removed.
 *
 * The layout is that of @actions/tool-cache, but its `find` is not called: it prints `::debug::` lines to standard
 * output, which on the command line belongs to the results.
 */
async function findCached(source, log) {
    for (const file of source.files) {
        const entry = entryOf(source, file);
        const marker = `${entry}.complete`;
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(marker).catch(() => undefined))?.isFile())
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry, (0,_tarball_names_js__WEBPACK_IMPORTED_MODULE_6__/* .fileName */ .Md)(file));
        const found = await (0,_machine_measure_js__WEBPACK_IMPORTED_MODULE_3__/* .measure */ .x)(path).catch((error) => (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error));
        if (typeof found !== 'string' && (0,_check_js__WEBPACK_IMPORTED_MODULE_5__/* .matching */ .wC)([file], found) !== undefined)
            return { path, file };
        const what = typeof found === 'string' ? found : `${found.size} bytes with SHA-256 ${found.sha256}`;
        log.warning(`${path} in the tool cache is damaged (${what}); it is removed and fetched anew`);
        // The marker goes first: nobody may take the entry for whole while it disappears.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(marker, { force: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(entry), { recursive: true, force: true });
    }
    return undefined;
}
/**
 * Puts a tarball into the tool cache.
 *
 * `write` fills a file beside the entries, which is then renamed into its place. `cacheFile` of
 * @actions/tool-cache is not used: it deletes and refills the entry's directory, under the hands of another job
 * on the same machine that may be reading it.
 *
 * @param write fills the file at the given path with checked bytes, and says which of the version's files they are;
 *   when it throws, nothing is left behind
 * @throws {BuildError} when the disk is full or the cache cannot be written; otherwise what `write` throws
 */
async function store(source, write) {
    const root = toolRoot();
    const partial = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, `${(0,_tarball_names_js__WEBPACK_IMPORTED_MODULE_6__/* .fileName */ .Md)(source.files[0])}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.partial`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(root, { recursive: true });
        await sweep(root);
        const file = await write(partial);
        const entry = entryOf(source, file);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(entry, (0,_tarball_names_js__WEBPACK_IMPORTED_MODULE_6__/* .fileName */ .Md)(file));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(entry, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, path);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(`${entry}.complete`, '');
        return { path, file };
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(partial, { force: true }).catch(() => undefined);
        throw error instanceof _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS ? error : ((0,_check_js__WEBPACK_IMPORTED_MODULE_5__/* .diskError */ .wO)(error, root) ?? error);
    }
}
/** Removes what killed jobs left half-way in a directory; tidiness only, so nothing that fails here matters. */
async function sweep(root) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(root).catch(() => [])) {
        if (!name.endsWith('.partial'))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, name);
        const left = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (left !== undefined && Date.now() - left.mtimeMs > STALE)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true }).catch(() => undefined);
    }
}
/** The directory of one tarball; beside it stands the marker that says that it is whole. */
function entryOf(source, file) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(toolRoot(), cacheVersion(source, file), ANY_MACHINE);
}
function toolRoot() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(toolCache(), CACHE_TOOL);
}
/** The directory of the runner's tool cache. @throws {BuildError} where nothing names one */
function toolCache() {
    const directory = process.env.RUNNER_TOOL_CACHE;
    if (directory)
        return directory;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS('RUNNER_TOOL_CACHE is not set, so there is nowhere to keep what is fetched and compiled', 'On a runner it is always set; elsewhere set it to a directory that this user can write to.');
}


/***/ }),

/***/ 65901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ mismatch),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   wO: () => (/* binding */ diskError)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _tarball_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5838);


/** Of the files the lock names, the one whose bytes these are. */
function matching(files, found) {
    return files.find(({ size, sha256 }) => found.size === size && found.sha256 === sha256);
}
/**
 * The fatal error for a tarball that is not one the lock names.
 *
 * @param files what it could have been
 * @param where the file's path or address, as a person would look it up
 * @param hint what to do about it, which depends on where the file came from
 */
function mismatch(files, where, found, hint) {
    const sum = found.sha256 === undefined ? '' : ` with SHA-256 ${found.sha256}`;
    const remark = found.remark === undefined ? '' : ` (${found.remark})`;
    const expected = files.map(({ size, sha256 }) => `${size} bytes with SHA-256 ${sha256}`).join(' or ');
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${(0,_tarball_names_js__WEBPACK_IMPORTED_MODULE_1__/* .fileName */ .Md)(files[0])} from ${where} is not the file in the lock: expected ${expected}, ` +
        `found ${found.size} bytes${sum}${remark}`, hint);
}
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FAILED = new Set(['EROFS', 'EIO']);
/**
 * The error for a file that could not be written, or undefined when `error` has another cause.
 *
 * Errors of sockets have syscalls `write` and `open` too; what tells them apart is the path, and the codes
 * that only a disk gives.
 */
function diskError(error, path) {
    if (!(error instanceof Error))
        return undefined;
    const { code = '', path: at } = error;
    const full = FULL.has(code);
    if (code === '' || (!full && !FAILED.has(code) && at === undefined))
        return undefined;
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${full ? 'The disk is full: ' : ''}${path} could not be written (${code})`, full
        ? 'Free some space there, or have RUNNER_TOOL_CACHE and RUNNER_TEMP name directories on a larger disk.'
        : 'RUNNER_TOOL_CACHE and RUNNER_TEMP must name directories that this user can write to.', [], { cause: error });
}


/***/ }),

/***/ 42718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ mirrored),
/* harmony export */   v: () => (/* binding */ parseMirror)
/* harmony export */ });
/* harmony import */ var _network_address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58865);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);


/**
 * Reads the input `source-mirror`: an http or https address that file names are appended to.
 *
 * @returns the address with exactly one slash at its end
 * @throws {MalformedInputError} for another scheme, no address at all, white space, a query, a fragment, or a login that cannot
 *   be read; a login is never in the message
 */
function parseMirror(value) {
    // URL drops tabs and line ends silently; a value that needs that is a mistake worth hearing about.
    const url = /[\s\p{Cc}]/u.test(value) || !URL.canParse(value) ? undefined : new URL(value);
    if (url === undefined || !/^https?:\/\//i.test(value)) {
        // What stands before an @ may be a login, wherever it was put.
        const safe = value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/i, '$1***@');
        throw malformed(`${JSON.stringify(safe)} is not an http or https address`);
    }
    if (url.search !== '' || url.hash !== '') {
        throw malformed(`${(0,_network_address_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(url)} has a query or a fragment, behind which no file name can stand`);
    }
    if (!(0,_network_address_js__WEBPACK_IMPORTED_MODULE_1__/* .hasReadableLogin */ .wx)(url)) {
        const hint = 'In a user name or password write % as %25, @ as %40, : as %3A and / as %2F.';
        throw malformed(`${url.host}: ${_network_address_js__WEBPACK_IMPORTED_MODULE_1__/* .BAD_LOGIN */ .iT}`, hint);
    }
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/`;
    return url;
}
function malformed(message, hint = 'Give the address of a directory that holds the tarballs under their upstream names, for example https://mirror.example/sources') {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedInputError */ .wn('source-mirror', message, hint);
}
/** A mirror's address of one file. */
function mirrored(mirror, name) {
    const url = new URL(mirror);
    url.pathname += encodeURIComponent(name);
    return url;
}


/***/ }),

/***/ 5838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   jx: () => (/* binding */ fileNames)
/* harmony export */ });
const ARCHIVE_ENDING = /\.(tar\.(gz|bz2|xz|zst)|tgz|tbz2?|txz)$/;
/**
 * The names a tarball goes by, the upstream address's own name first.
 *
 * Two, because GitHub's archive of a tag is `2.9.10.tar.gz` in its address, but `psycopg2-2.9.10.tar.gz` when
 * a browser or `curl -OJ` saves it. All are free of path separators.
 */
function fileNames(file) {
    const last = (file.url === undefined ? undefined : new URL(file.url).pathname.split('/').at(-1)) ?? '';
    const ending = ARCHIVE_ENDING.exec(last || (file.pool ?? ''))?.[0];
    const byRoot = plain(file.name ?? `${file.root}${ending ?? ''}`);
    const byAddress = plain(last);
    return ARCHIVE_ENDING.test(last) && byAddress !== byRoot ? [byAddress, byRoot] : [byRoot];
}
/** The name a tarball has in messages and in the tool cache: the one that says what it is. */
function fileName(file) {
    const names = fileNames(file);
    return names.at(-1) ?? names[0];
}
/** The name for a version, whichever of its files is used. */
function titleOf({ project, version }) {
    return `${project} ${version}`;
}
/** No separator, no control character and no `..` survives, whatever a user's own lock says. */
function plain(name) {
    return name.replace(/[^A-Za-z0-9._+~-]/g, '_').replace(/^\.+/, '_');
}


/***/ })

};
