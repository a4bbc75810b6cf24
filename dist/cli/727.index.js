export const id = 727;
export const ids = [727];
export const modules = {

/***/ 8085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isBetter),
/* harmony export */   a: () => (/* binding */ readRecord)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9691);

/** What of a zip's record others go by. */
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    zip: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    stages: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    notRun: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), asked: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false), why: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }))
        .default([]),
});
/** A record's text as what it says; undefined for what is no record of ours: it may still be anybody's. */
function readRecord(text) {
    try {
        return recordSchema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
/**
 * Whether a record is to stand in the place of another one: it is of the zip and the other is not, or says of more stages
 * that they ran.
 *
 * @param zip the zip's SHA-256; undefined where there is none: then only records of the same bytes compare
 */
function isBetter(text, other, zip) {
    const [ours, theirs] = [readRecord(text), readRecord(other)];
    const right = zip ?? theirs?.zip.sha256;
    if (ours === undefined || ours.zip.sha256 !== right)
        return false;
    return theirs?.zip.sha256 !== right || ours.stages.length > theirs.stages.length;
}


/***/ }),

/***/ 62727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyVerb: () => (/* binding */ verifyVerb)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: ./build/sandbox/engine.js
var sandbox_engine = __webpack_require__(90148);
// EXTERNAL MODULE: ./build/inputs/file-patterns.js
var file_patterns = __webpack_require__(23202);
// EXTERNAL MODULE: ./build/inputs/shape.js
var shape = __webpack_require__(77177);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
;// CONCATENATED MODULE: ./build/inputs/verify-inputs.js




/**
 * Reads the inputs of the verify action.
 *
 * @throws {InputError} that names the input, its value and what is allowed
 */
async function readVerifyRequest(get) {
    const request = {
        verify: (0,values/* oneOf */.yL)(get, 'verify', 'import', ['import', 'connect']),
        engine: (0,values/* oneOf */.yL)(get, 'container-engine', 'auto', sandbox_engine/* ENGINE_CHOICES */.u),
        runtimeImage: (0,values/* imageOf */.dT)(get, 'runtime-image'),
        serverImage: (0,values/* imageOf */.dT)(get, 'server-image'),
    };
    const files = await (0,file_patterns/* filesOf */.R)(get);
    if (files.length > 0)
        return { ...request, files };
    throw (0,shape/* nothingGiven */.Xw)('files', 'Say which zips to try: paths, directories or patterns, for example dist/*.zip.');
}

// EXTERNAL MODULE: ./build/catalog/catalog.js + 3 modules
var catalog_catalog = __webpack_require__(9408);
// EXTERNAL MODULE: ./build/catalog/file-names.js
var file_names = __webpack_require__(15297);
// EXTERNAL MODULE: ./build/machine/writable.js
var writable = __webpack_require__(31736);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/report/log.js
var report_log = __webpack_require__(16945);
// EXTERNAL MODULE: ./build/sandbox/images.js
var sandbox_images = __webpack_require__(62724);
// EXTERNAL MODULE: ./build/verify/audit-stage.js
var audit_stage = __webpack_require__(79308);
// EXTERNAL MODULE: ./build/verify/record.js
var verify_record = __webpack_require__(24895);
// EXTERNAL MODULE: ./build/verify/verify.js + 5 modules
var verify_verify = __webpack_require__(17456);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/audit/audit.js + 16 modules
var audit = __webpack_require__(24879);
// EXTERNAL MODULE: ./build/audit/audit-target.js
var audit_target = __webpack_require__(91893);
// EXTERNAL MODULE: ./build/catalog/plan.js
var plan = __webpack_require__(20093);
// EXTERNAL MODULE: ./build/package/checksums.js
var checksums = __webpack_require__(46667);
// EXTERNAL MODULE: ./build/package/package-names.js
var package_names = __webpack_require__(48050);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/catalog/architecture.js
var catalog_architecture = __webpack_require__(28165);
// EXTERNAL MODULE: ./build/package/dist-info.js + 1 modules
var dist_info = __webpack_require__(45234);
;// CONCATENATED MODULE: ./build/package/read-sbom.js





// They are handed to the check scripts.
const version = schemas/* string */.YjP().regex(/^\d+(\.\d+)+$/, 'expected digits and dots, like 18.6');
const component = schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), version });
const sbomSchema = schemas/* looseObject */._H3({
    metadata: schemas/* looseObject */._H3({
        component: component.extend({
            properties: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), value: schemas/* string */.YjP() })),
        }),
    }),
    components: schemas/* array */.YOg(component),
});
/**
 * Reads the bill of materials in a zip of ours.
 *
 * @param files what the zip holds, by path
 * @param psycopg2 the version that the zip's name has
 * @throws {BuildError} when there is none, or it is not as those are that are written here
 */
function readSbom(files, psycopg2) {
    const path = `${(0,package_names/* distInfoName */.YQ)(psycopg2)}/${dist_info/* SBOM_PATH */.yR}`;
    const bytes = files.get(path);
    if (bytes === undefined)
        throw fault(`it has no ${path}`);
    const found = sbomSchema.safeParse(parse(bytes, path));
    if (!found.success) {
        const issues = found.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
        throw fault(`${path} is not as it is written here: ${issues.join('; ')}`);
    }
    const { metadata, components } = found.data;
    const property = (name) => metadata.component.properties.find((one) => one.name === `psycopg2-lambda:${name}`)?.value;
    const versionOf = (name) => components.find((one) => one.name === name)?.version;
    const [python, stated] = [property('python'), property('architecture')];
    const architecture = catalog_architecture/* ARCHITECTURES */.Xe.find((one) => one === stated);
    const [postgresql, openssl] = [versionOf('libpq'), versionOf('openssl')];
    if (!python || !architecture || !postgresql || !openssl) {
        throw fault(`${path} does not say which Python, architecture, libpq and OpenSSL it is for and of`);
    }
    return { python, architecture, versions: { psycopg2: metadata.component.version, postgresql, openssl } };
}
function parse(bytes, path) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        throw fault(`${path} is not JSON`);
    }
}
function fault(message) {
    return new errors/* BuildError */.zS(message, 'Give a zip that was made here, as it was built or downloaded.');
}

// EXTERNAL MODULE: ./build/package/unzip.js
var unzip = __webpack_require__(65057);
;// CONCATENATED MODULE: ./build/jobs/candidates.js












/** Ours have about one and a half megabytes. */
const LARGEST = 64 * 1024 * 1024;
/**
 * Reads a zip that was made here, on this machine or another: its name tells psycopg2, Python and architecture, the bill
 * of materials in it libpq and OpenSSL. Nothing of it is run.
 *
 * @throws {InputError} for a file whose name or content fits no runtime of the catalog, or that is not the one its
 *   `.sha256` is of
 * @throws {BuildError} when the audit refuses its module
 */
async function readCandidate(path, catalog, runtimeImage) {
    const name = (0,external_node_path_.basename)(path);
    const named = runtimeOf(name, catalog, runtimeImage);
    const bytes = await read(path);
    const sum = (0,checksums/* sha256 */.sc)(bytes);
    await compareSum(path, name, sum);
    const { candidate, module } = within(name, () => look(bytes, name, named));
    const report = within(name, () => (0,audit/* auditSharedObject */.EO)(module, {
        ...(0,audit_target/* auditTarget */.p)(candidate, (0,package_names/* sharedObjectPath */.wz)(candidate)),
        openssl: candidate.openssl.version,
    }));
    if (!report.passed)
        throw (0,audit/* auditFailure */.OP)(report, `${name}: ${(0,package_names/* sharedObjectPath */.wz)(candidate)}`);
    const record = await (0,promises_.readFile)((0,file_names/* recordName */.xD)(path), 'utf8').catch(() => '');
    return { path, name, bytes, sha256: sum, candidate, audit: report, record, built: (0,verify_record/* builtIn */.wx)(record, sum) };
}
function runtimeOf(name, catalog, runtimeImage) {
    const named = (0,file_names/* parseZipName */.An)(name);
    if (named === undefined) {
        throw new errors/* InputError */.dz('files', `${JSON.stringify(name)} is not the name of a zip that is made here`, 'Give zips under the names that they were built or released with, such as psycopg2.9.13-3.13.zip or ' +
            'psycopg2.9.13-3.13-arm64.zip: the name tells what the zip is for.');
    }
    const { python, architecture } = named;
    const runtime = catalog.runtimes.find((row) => row.python === python);
    const base = runtime && catalog.bases[runtime.base];
    if (base !== undefined && runtime?.architectures.includes(architecture)) {
        return { ...named, runtime, base, ...(0,plan/* chooseImages */.s6)(runtime, architecture, { runtimeImage }) };
    }
    throw new errors/* InputError */.dz('files', `${name}: AWS Lambda has no runtime for Python ${python} on ${architecture}`, `The catalog's Pythons are ${catalog.runtimes.map((row) => row.python).join(', ')}; arm64 starts with 3.8.`);
}
async function read(path) {
    const hint = 'Give the path of a zip that was made here.';
    try {
        const { size } = await (0,promises_.stat)(path);
        if (size <= LARGEST)
            return await (0,promises_.readFile)(path);
        throw new Error(`it has ${size} bytes, and no zip that is made here comes near that`);
    }
    catch (error) {
        throw new errors/* InputError */.dz('files', `cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, hint);
    }
}
/** @throws {InputError} when there is a `.sha256` beside the zip which is not its own */
async function compareSum(path, name, sum) {
    const text = await (0,promises_.readFile)(`${path}.sha256`, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw new errors/* InputError */.dz('files', `cannot read ${path}.sha256: ${(0,errors/* messageOf */.bD)(error)}`, 'Make it readable, or remove it.');
    });
    if (text === undefined || text === (0,checksums/* sidecarLine */.Q_)(sum, name))
        return;
    throw new errors/* InputError */.dz('files', `${name} has SHA-256 ${sum}, but ${name}.sha256 beside it says ${JSON.stringify(text.trim().slice(0, 200))}`, 'One of the two is not what was built: get both again.');
}
/** What the zip's content says, which must not contradict its name. */
function look(bytes, name, named) {
    const { psycopg2, python, architecture } = named;
    const files = new Map((0,unzip/* readZip */.ue)(bytes).map(({ path, data }) => [path, data]));
    const stated = readSbom(files, psycopg2);
    const says = `psycopg2 ${stated.versions.psycopg2} for Python ${stated.python} on ${stated.architecture}`;
    if (says !== `psycopg2 ${psycopg2} for Python ${python} on ${architecture}`) {
        throw new errors/* BuildError */.zS(`its name is not that of what is in it, which is ${says}`, `Give the zip the name that it was made with; ${name} is another's.`);
    }
    const module = files.get((0,package_names/* sharedObjectPath */.wz)(named));
    if (module === undefined) {
        const others = [...files.keys()].filter((path) => path.endsWith('.so'));
        throw new errors/* BuildError */.zS(`it has no ${(0,package_names/* sharedObjectPath */.wz)(named)}${others.length === 0 ? '' : `, but ${others.join(', ')}`}`, `Python ${python} on ${architecture} would look for that file: give the zip as it was built or downloaded.`);
    }
    const { postgresql, openssl } = stated.versions;
    const versions = {
        psycopg2: { version: psycopg2 },
        postgresql: { version: postgresql },
        openssl: { version: openssl },
    };
    return { candidate: { ...named, ...versions }, module };
}
/** The same, with the zip's name before whatever is wrong with it. */
function within(name, work) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS))
            throw error;
        throw new errors/* InputError */.dz('files', `${name}: ${error.message}`, error.hint);
    }
}

// EXTERNAL MODULE: ./build/catalog/zip-record.js
var zip_record = __webpack_require__(8085);
;// CONCATENATED MODULE: ./build/jobs/write-record.js




/**
 * Writes a zip's record, whole or not at all. One of the same bytes that says of more stages that they ran stays, and a
 * notice says so: what was seen does not become less by looking again.
 *
 * @returns the record that is there now
 * @throws {InputError} when it cannot be written
 */
async function writeRecord({ path, record, zip, earlier }, log) {
    const text = (0,verify_record/* recordText */.Pe)(record);
    if ((0,zip_record/* isBetter */.L)(earlier, text, zip)) {
        log.notice(`${path} stays: it is of the same bytes, and says of more stages that they ran`);
        return JSON.parse(earlier);
    }
    await (0,writable/* replaceWhole */.eX)(path, new TextEncoder().encode(text)).catch((error) => {
        throw (0,writable/* explainUnwritten */.GL)(error, { path: (0,external_node_path_.dirname)(path), name: 'files' });
    });
    return record;
}

;// CONCATENATED MODULE: ./build/jobs/verify-job.js













/**
 * Tries zips that were made before, here or elsewhere, and writes the record of each beside it, in the place of an
 * earlier one that does not say more of the same bytes.
 *
 * @throws {BuildError} for a file that is no zip of a runtime, a zip that the audit refuses or that this machine cannot
 *   run, all before anything is run; then for the first that does not work
 */
async function verifyZips(job) {
    const { verify, runId, log } = job;
    const catalog = await (0,catalog_catalog/* loadCatalog */.ak)();
    const paths = job.files.filter((path) => !(0,file_names/* isCompanion */.bv)(path));
    if (paths.length === 0) {
        throw new errors/* InputError */.dz('files', `none of these is a zip: ${job.files.map((path) => (0,external_node_path_.basename)(path)).join(', ')}`, 'Name the zips, too, or only them, for example dist/*.zip.');
    }
    for (const path of new Set(paths.map((zip) => (0,external_node_path_.dirname)(zip))))
        await (0,writable/* assertWritable */.Bz)({ path, name: 'files' });
    const zips = [];
    for (const path of paths)
        zips.push(await readCandidate(path, catalog, job.runtimeImage));
    const engine = await findEngine(job, zips);
    const abort = new AbortController();
    const verifier = (0,verify_verify/* openVerifier */.b)({
        ...{ engine, runId, verify, signal: abort.signal, log: (0,report_log/* ungrouped */.gP)(log) },
        plans: zips.map(({ candidate }) => candidate),
        serverImage: job.serverImage ?? catalog.serverImage,
    });
    // Whoever waits for a runtime is told what is wrong with it.
    verifier.ready.catch(() => { });
    try {
        await refuseForeign(verifier, zips);
        const recorded = [];
        for (const zip of zips)
            recorded.push(await tryOne(zip, verifier, job));
        return recorded;
    }
    finally {
        abort.abort();
        await verifier.close();
    }
}
/** The engine to try them with, its images being present where there may be another way. */
async function findEngine({ engine, fallBack, log }, zips) {
    const found = await log.group('Container engine', () => (0,sandbox_engine/* chooseEngine */.m)(engine, log));
    if (found === 'none')
        log.notice('No container: this machine stands in for the runtime image.');
    if (found === 'none' || engine !== 'auto' || !fallBack)
        return found;
    try {
        for (const { candidate } of zips) {
            const { architecture, runtimeImage: name } = candidate;
            await (0,sandbox_images/* ensureImage */.Yt)({ engine: found, name, architecture, input: 'runtime-image', log });
        }
        return found;
    }
    catch (error) {
        if (!(error instanceof sandbox_images/* ImageUnavailableError */.yT))
            throw error;
        log.warning(`${error.message}. No container: this machine stands in for the runtime image.`);
        return 'none';
    }
}
/** @throws {BuildError} for zips of an architecture that this machine cannot run: trying them is all there is to do */
async function refuseForeign(verifier, zips) {
    const reasons = new Map();
    for (const { candidate, name } of zips) {
        const why = await verifier.unable(candidate);
        if (why !== undefined)
            reasons.set(why, [...(reasons.get(why) ?? []), name]);
    }
    if (reasons.size === 0)
        return;
    throw new errors/* BuildError */.zS(Array.from(reasons, ([why, names]) => `${names.join(', ')}: ${why}`).join('; '), 'Nothing was tried. Give each machine the zips that it can run: with files, a pattern such as dist/*-arm64.zip, or ' +
        'for x86_64 dist/*.zip and in the next line !dist/*-arm64.zip.');
}
async function tryOne(zip, verifier, { verify, log }) {
    const { name, path: zipPath, bytes, candidate, audit, built } = zip;
    return log.group(`${name}: ${verify} check`, async () => {
        const audited = (0,audit_stage/* auditStage */.y)(audit, candidate.base.glibc, { machine: 'this machine' });
        const tried = await verifier.verify(candidate, bytes, log);
        const stages = [audited, ...tried.stages];
        const facts = { name, size: bytes.length, sha256: zip.sha256 };
        const path = (0,file_names/* recordName */.xD)(zipPath);
        const { highestGlibc: glibc } = audit;
        const fresh = (0,verify_record/* recordOf */.zv)({ of: candidate, zip: facts, glibc, built, verify, ...tried, stages });
        const record = await writeRecord({ path, record: fresh, zip: zip.sha256, earlier: zip.record }, log);
        const passed = stages.flatMap(({ checks }) => checks).filter(({ result }) => result === 'passed').length;
        return { path, zip: name, passed, record };
    });
}

// EXTERNAL MODULE: ./build/entries/cancel.js
var cancel = __webpack_require__(23681);
// EXTERNAL MODULE: ./build/entries/cli/verb.js
var verb = __webpack_require__(31525);
;// CONCATENATED MODULE: ./build/entries/cli/verify-verb.js







/** `verify`: tries zips that are there already. */
const verifyVerb = {
    operand: 'FILE.zip…',
    flags: input_names/* VERIFY_INPUTS */.Uz,
    switches: { json: 'print the records as JSON' },
    async run({ get, operands, print, log }) {
        if (get('files') !== undefined && operands.length > 0) {
            throw new verb/* UsageError */.e('verify takes zips or --files, not both');
        }
        const runId = (0,external_node_crypto_.randomUUID)();
        const given = (name) => name === 'files' && operands.length > 0 ? operands.join('\n') : get(name);
        await (0,cancel/* withCleanUp */.p)(runId, log.notice, async () => {
            const request = await readVerifyRequest(given);
            const recorded = await verifyZips({ ...request, runId, fallBack: true, log });
            const lines = recorded.map(({ zip, passed, path }) => `${zip}: passed ${passed} checks; the record is ${(0,external_node_path_.relative)('', path)}\n`);
            print({
                json: recorded.map(({ path, record }) => ({ path, ...record })),
                text: lines.join(''),
            });
        });
        return 0;
    },
};


/***/ }),

/***/ 23202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ filesOf)
/* harmony export */ });
/* unused harmony export findFiles */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _actions_glob__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42377);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73976);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72164);





/** GitHub's limit for one release (its documentation, "About releases"); nobody means more elsewhere. */
const MOST_FILES = 1000;
/** What stands before an exclusion; two take each other back. */
const MARKS = /^[!\s]*/;
const FILES = { input: 'files', directories: 'their files' };
/** What an input stands for, a path or pattern a line; the input `files` unless another is named. @throws {InputError} as `findFiles` */
function filesOf(get, search = FILES) {
    const lines = (get(search.input) ?? '').split('\n').map((line) => line.trim());
    return findFiles(lines.filter((line) => line !== ''), search);
}
/**
 * The files that an input's lines stand for: paths and patterns of @actions/glob (`*`, `?`, `[…]`, `**`), as
 * actions/upload-artifact takes them. Each is resolved against the working directory and may begin with `~` or `..`. A
 * directory stands for the files in it and below, unless it is to stand for itself; links to directories are followed, and
 * files whose names begin with a dot are only found by patterns that have the dot. `!` excludes, and does so wherever it stands; `#` begins a comment.
 *
 * @returns absolute paths, sorted
 * @throws {InputError} for a line that matches nothing, that cannot be searched, or that this is no pattern of
 */
async function findFiles(lines, search = FILES) {
    const { input } = search;
    const meant = lines.filter((line) => !line.startsWith('#'));
    const patterns = await Promise.all(meant.map((line) => parse(line, search)));
    const included = patterns.filter(({ excludes }) => !excludes);
    const excluded = patterns.filter(({ excludes }) => excludes);
    for (const pattern of excluded)
        await refuseMisspelt(pattern);
    if (included.length === 0 && excluded.length > 0) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(input, 'every line excludes something, and none says which files are meant', 'Add what the exclusions are taken from, for example dist/*.');
    }
    const found = new Set();
    for (const pattern of included) {
        const paths = await matches(pattern, excluded);
        if (paths.length === 0)
            throw await nothingMatches(pattern, excluded);
        for (const path of paths)
            found.add(path);
    }
    return [...found].sort();
}
async function parse(line, search) {
    const { input } = search;
    const text = line.replace(MARKS, '');
    const quoted = JSON.stringify(line);
    if (text === '')
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(input, `${quoted} excludes nothing`, 'Put a path or pattern behind the !.');
    const segments = (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .insistOnPath */ .J$)(input, text).split(_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .SEPARATOR */ .wv);
    let literal = 0;
    while (literal < segments.length && (await isLiteral(segments.slice(0, literal + 1), input)))
        literal += 1;
    const rest = segments.slice(literal).filter((segment) => segment !== '' && segment !== '.');
    if (rest.includes('..')) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(input, `${quoted} has .. behind a wildcard`, 'Write .. only before the first * or ?, as in ../dist/*.zip.');
    }
    // A slash at the end asks for directories.
    if (rest.length > 0 && segments.at(-1) === '')
        rest.push('');
    const marks = line.slice(0, -text.length).replace(/\s/g, '');
    return {
        ...search,
        line,
        excludes: marks.length % 2 === 1,
        base: baseOf(segments.slice(0, literal), input),
        rest,
    };
}
/**
 * Whether the last of these segments is a name. What has brackets may be either; it is a name where there is such a
 * file or directory, so that what a build puts out works in a directory of any name.
 */
async function isLiteral(segments, input) {
    const last = segments.at(-1) ?? '';
    if (/[*?]/.test(last))
        return false;
    return !/[[\\]/.test(last) || exists(baseOf(segments, input));
}
function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).then(() => true, () => false);
}
function baseOf(segments, input) {
    return (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .absolutePath */ .Hi)(input, segments.join(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) || (segments.length > 0 ? node_path__WEBPACK_IMPORTED_MODULE_1__.sep : '.'));
}
async function matches(pattern, excluded) {
    const lines = [globOf(pattern), ...excluded.map((other) => `!${globOf(other)}`)];
    // A link that leads nowhere is an error rather than a file that the release then lacks.
    const itself = pattern.directories === 'themselves' && pattern.rest.length === 0;
    const options = { matchDirectories: itself, followSymbolicLinks: true, omitBrokenSymbolicLinks: false };
    const wantsDots = pattern.rest.some((segment) => segment.startsWith('.'));
    const found = [];
    try {
        for await (const path of (await (0,_actions_glob__WEBPACK_IMPORTED_MODULE_2__/* .create */ .v)(lines.join('\n'), options)).globGenerator()) {
            // A directory comes before what is in it.
            if (itself)
                return path === pattern.base ? [path] : [];
            const names = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(pattern.base, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
            if (wantsDots || !names.some((name) => name.startsWith('.')))
                found.push(path);
            if (found.length > MOST_FILES)
                throw new Error(`it matches more than the ${MOST_FILES} files of a release`);
        }
        return found;
    }
    catch (error) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(pattern.input, `${JSON.stringify(pattern.line)} cannot be searched: ${(0,_report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error)}`, 'Mend or remove what it says, or name the files so that this is not among them.');
    }
}
/** The pattern as the library takes it. */
function globOf({ base, rest }) {
    const escaped = (node_path__WEBPACK_IMPORTED_MODULE_1__.sep === '/' ? base.replaceAll('\\', '\\\\') : base).replace(/[[?*]/g, '[$&]');
    return [escaped, ...rest].join('/');
}
// What other tools' patterns have and these do not.
const MISSPELT = [
    [
        /\{[^{}]*,[^{}]*\}/,
        (text) => `Braces are not understood. Write one pattern a line:\n${alternatives(text).join('\n')}`,
    ],
    [/[@+?!*]\(.*\)/, () => 'Alternatives in parentheses are not understood. Write one pattern a line.'],
    [/[,;]/, () => 'Write one path or pattern a line, without commas between them.'],
    [/\s#/, () => 'A comment needs a line of its own.'],
    [/\s/, () => 'Write one path or pattern a line; spaces do not separate them.'],
    [/\\/, () => 'Write / between directories; a backslash takes the character behind it literally.'],
];
function alternatives(text) {
    const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(text);
    if (match === null)
        return [text];
    const [, before = '', choices = '', after = ''] = match;
    return choices.split(',').flatMap((choice) => alternatives(`${before}${choice}${after}`));
}
/** Of an exclusion, nobody would notice that it excludes nothing. @throws {InputError} */
async function refuseMisspelt({ input, line, base, rest }) {
    const unknown = (await exists(base)) ? rest.join('/') : line.replace(MARKS, '');
    const mistake = MISSPELT.slice(0, 3).find(([pattern]) => pattern.test(unknown));
    if (mistake === undefined)
        return;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(input, `${JSON.stringify(line)} is not a pattern that is understood`, mistake[1](line));
}
async function nothingMatches(pattern, excluded) {
    const { input, line, base, rest } = pattern;
    const quoted = JSON.stringify(line);
    if (excluded.length > 0 && (await matches(pattern, [])).length > 0) {
        return new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(input, `everything that ${quoted} matches is excluded`, `Remove this line, or one of ${excluded.map((other) => JSON.stringify(other.line)).join(', ')}.`);
    }
    const misspelt = MISSPELT.find(([mistake]) => mistake.test(line))?.[1](line);
    const advice = misspelt ?? 'Check the path: nothing is done while a file that was meant is not there.';
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(input, `nothing matches ${quoted}`, `${advice}\nIt was looked for as ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base, ...rest)}.`);
}


/***/ })

};
