export const id = 950;
export const ids = [950];
export const modules = {

/***/ 23681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ withCleanUp)
/* harmony export */ });
/* unused harmony export cleanUpOnSignal */
/* harmony import */ var _recipe_cleanup_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87243);
/* harmony import */ var _cancelled_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36972);


/** Does a run's work, and removes what the run left, however it ends. @param say where to tell that a signal ends it */
async function withCleanUp(runId, say, work) {
    cleanUpOnSignal(runId, say);
    try {
        await work();
    }
    finally {
        if (!(0,_cancelled_js__WEBPACK_IMPORTED_MODULE_1__/* .isCancelled */ .m)())
            await (0,_recipe_cleanup_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUp */ .n)(runId);
    }
}
/**
 * Makes SIGINT and SIGTERM (Ctrl-C; a cancelled job: the runner gives 7.5 seconds) remove what the run has, then
 * exit with the signal's number plus 128, as shells report it.
 *
 * @param say where to tell about it
 */
function cleanUpOnSignal(runId, say) {
    for (const [signal, code] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
    ]) {
        process.on(signal, () => {
            if ((0,_cancelled_js__WEBPACK_IMPORTED_MODULE_1__/* .isCancelled */ .m)())
                return;
            (0,_cancelled_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelled */ .K)();
            say(`Cancelled (${signal}): removing containers and temporary files`);
            (0,_recipe_cleanup_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUp */ .n)(runId)
                .catch((error) => say(String(error)))
                .finally(() => process.exit(code));
        });
    }
}


/***/ }),

/***/ 90630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ hashScripts),
/* harmony export */   d: () => (/* binding */ SCRIPTS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);





/** The directory of the scripts. They are not bundled: what runs is what a person reads in the repository. */
const SCRIPTS = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(projectRoot(), 'scripts');
/** SHA-256 (hex) over the named scripts, for keys of what they make. */
async function hashScripts(...names) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const name of names)
        hash.update(`${name}\n`).update(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(SCRIPTS, name)));
    return hash.digest('hex');
}
/** The sources and the bundles lie at different depths, so the project is found by what only its top has. */
function projectRoot() {
    let directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_4__.fileURLToPath)(import.meta.url));
    while (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, 'scripts', 'psycopg2.sh'))) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(directory);
        if (parent === directory)
            throw new Error(`no scripts/psycopg2.sh above ${(0,node_url__WEBPACK_IMPORTED_MODULE_4__.fileURLToPath)(import.meta.url)}`);
        directory = parent;
    }
    return directory;
}


/***/ }),

/***/ 31736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   GL: () => (/* binding */ explainUnwritten),
/* harmony export */   My: () => (/* binding */ hiddenPath),
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   S2: () => (/* binding */ removeQuietly),
/* harmony export */   eX: () => (/* binding */ replaceWhole),
/* harmony export */   ef: () => (/* binding */ removeEmpty),
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   q7: () => (/* binding */ missingDirectories)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73976);





/**
 * Makes a directory and proves that a file can be written there, so that a build does not spend minutes first. Leaves
 * the directory and nothing in it.
 *
 * @throws InputError when the directory cannot be written; BuildError when the disk is full
 */
async function assertWritable(directory) {
    const probe = hiddenPath(directory.path, 'probe', (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex'));
    try {
        await makeDirectory(directory.path);
        await writeWhole(probe, new TextEncoder().encode('psycopg2-lambda looks whether it can write here\n'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(probe);
    }
    catch (error) {
        await removeQuietly(probe);
        throw explainUnwritten(error, directory);
    }
}
/**
 * Makes a directory and those above it. Node's own `recursive` never comes back, at full load, where a
 * directory above exists and yet can hold nothing: a dangling link to an unmounted disk, or `/proc`.
 */
async function makeDirectory(path) {
    const isThere = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).then((found) => found.isDirectory(), () => false);
    if (await isThere())
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path);
    if (parent !== path)
        await makeDirectory(parent);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path);
    }
    catch (error) {
        // Another process may have made it meanwhile.
        if (!(await isThere()))
            throw error;
    }
}
/** A directory and those above it that are not there, each before the one that it is in. */
function missingDirectories(path) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) || above === path ? [] : [path, ...missingDirectories(above)];
}
/** Takes away those that were made for nothing, as far as they are empty. @param made as {@link missingDirectories} gave them */
async function removeEmpty(made) {
    for (const directory of made)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)(directory).catch(() => undefined);
}
/** A name beside the one a file is to get, for as long as it is not complete. */
function hiddenPath(directory, path, suffix) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path)}.${suffix}.tmp`);
}
/** Never follows or overwrites what is there, and is on the disk when done: a full one may say so only then. */
async function writeWhole(path, data) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'wx');
    try {
        await file.writeFile(data);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
/** Writes a file in the place of what is there: in full under a hidden name first, so that nobody finds half of it. */
async function replaceWhole(path, data) {
    const hidden = hiddenPath((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path), path, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex'));
    try {
        await writeWhole(hidden, data);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(hidden, path);
    }
    catch (error) {
        await removeQuietly(hidden);
        throw error;
    }
}
/** For leftovers of a failure, whose own error is the one to report. */
async function removeQuietly(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true }).catch(() => undefined);
}
const FULL = {
    ENOSPC: 'there is no space left on the device',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file would be larger than this process may write',
};
const NO_ACCESS = [
    'this user may not write there',
    'Give the user of this process write access, or name another directory.',
];
const TAKEN = [
    'a directory has the name of a file to write',
    'Remove that directory or name another one.',
];
const UNWRITABLE = {
    EACCES: NO_ACCESS,
    EPERM: NO_ACCESS,
    EROFS: ['the file system is read-only', 'Name a directory on a writable file system.'],
    ENOTDIR: ['a part of the path is a file, not a directory', 'Remove that file or name another directory.'],
    EEXIST: ['it is there and is not a directory', 'Remove that file or name another directory.'],
    EISDIR: TAKEN,
    ENOTEMPTY: TAKEN,
    ERR_FS_EISDIR: TAKEN,
    ENAMETOOLONG: ['the path is too long for the file system', 'Name a directory with a shorter path.'],
    ENOENT: ['the directory cannot be made there', 'Name a directory on an ordinary file system.'],
};
/** What the file system said, as an error that names the directory and says what to do; a defect as it is. */
function explainUnwritten(error, directory) {
    const { code, path = directory.path } = error;
    if (code === undefined)
        return error;
    const where = path === directory.path ? '' : ` (at ${path})`;
    const full = FULL[code];
    if (full !== undefined) {
        return new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`${directory.name}: cannot write to ${directory.path}: ${full}${where}`, 'Free some space there, or name a directory elsewhere. Nothing was left behind.');
    }
    const [what, hint] = UNWRITABLE[code] ?? [(0,_report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error), 'Name a writable directory.'];
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(directory.name, `cannot write to ${directory.path}: ${what}${where}`, hint);
}


/***/ }),

/***/ 87243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ endWork),
/* harmony export */   n: () => (/* binding */ cleanUp)
/* harmony export */ });
/* harmony import */ var _machine_scratch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95212);
/* harmony import */ var _sandbox_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34971);
/* harmony import */ var _sandbox_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58896);
/* harmony import */ var _verify_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43377);




const ROUNDS = 4;
/** Ends what a run is doing in containers and on this machine, so that whatever waits for it fails. */
async function endWork(runId) {
    const [, ...counts] = await Promise.all([
        (0,_sandbox_host_js__WEBPACK_IMPORTED_MODULE_2__/* .endHostProcesses */ .$)(runId),
        (0,_sandbox_container_js__WEBPACK_IMPORTED_MODULE_1__/* .removeContainers */ .Dn)('docker', runId),
        (0,_sandbox_container_js__WEBPACK_IMPORTED_MODULE_1__/* .removeContainers */ .Dn)('podman', runId),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
}
/**
 * Removes everything a run may still have: containers of either engine, processes and directories of this
 * machine. For runs that were cut short; harmless after one that was not. Gives how many containers there were.
 */
async function cleanUp(runId) {
    let containers = 0;
    // Again, as long as there are any: one may just have been made, and Podman keeps those that others depend on.
    for (let round = 0; round < ROUNDS; round++) {
        const [found] = await Promise.all([endWork(runId), (0,_verify_server_js__WEBPACK_IMPORTED_MODULE_3__/* .removeHostServer */ .U)(runId)]);
        if (found === 0)
            break;
        containers = Math.max(containers, found);
    }
    await (0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_0__/* .removeScratch */ .ZU)(runId);
    return containers;
}


/***/ }),

/***/ 97320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ findPythonInside)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);

/**
 * The path of the plan's Python in a container of one of its images.
 *
 * @param input the input that names the image
 * @throws {BuildError} when the image has none
 */
async function findPythonInside(container, plan, input) {
    const image = input === 'build-image' ? plan.buildImage : plan.runtimeImage;
    const expected = `${plan.runtime.prefix}/bin/python${plan.python}`;
    const outcome = await container.execute({
        argv: ['/bin/sh', '-c', 'command -v "$0" || command -v "$1"', expected, `python${plan.python}`],
    });
    const path = outcome.stdout.trim();
    if (outcome.exitCode === 0 && path !== '')
        return path;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${input}: the image ${image} has no Python ${plan.python}: neither ${expected} nor python${plan.python} on its PATH`, `Use the default image, or one that is made for Lambda's Python ${plan.python}.`);
}


/***/ }),

/***/ 58896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ endHostProcesses),
/* harmony export */   y: () => (/* binding */ HostSandbox)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _machine_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40575);
/* harmony import */ var _machine_scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95212);




const PID_SUFFIX = '.pid';
/** A directory of this machine that stands in for a container; its scripts see none of our environment. */
class HostSandbox {
    root;
    title = 'this machine';
    commands = 0;
    constructor(root) {
        this.root = root;
    }
    static async start(runId) {
        return new HostSandbox(await (0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .makeScratch */ .lP)(runId, 'sandbox', (0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryToCompileIn */ .f1)()));
    }
    async copyIn(local, inside) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, inside);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)(local, path, { recursive: true });
        return path;
    }
    async copyOut(inside, local) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.cp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, inside), local, { recursive: true });
    }
    async execute(command) {
        // Each command leads a process group of its own, whose number is written down, so that cancelling a run can
        // end a compiler's whole family.
        const pidFile = `${this.root}.${++this.commands}${PID_SUFFIX}`;
        const argv = ['--wait', '/bin/sh', '-c', 'echo $$ >"$0"; exec "$@"', pidFile, ...command.argv];
        const outcome = await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_2__/* .execute */ .g7)('setsid', argv, {
            env: { PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin', HOME: this.root, ...command.env },
            input: command.input,
            onLine: command.onLine,
        });
        await endGroup(pidFile);
        return outcome;
    }
    async remove() {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(this.root, { recursive: true, force: true });
    }
}
/** Ends every process that a run still has on this machine. */
async function endHostProcesses(runId) {
    const directory = (0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .scratchOf */ .Y5)(runId, (0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .temporaryToCompileIn */ .f1)());
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
    const pidFiles = names.filter((name) => name.endsWith(PID_SUFFIX));
    await Promise.all(pidFiles.map((name) => endGroup((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name))));
}
async function endGroup(pidFile) {
    await (0,_machine_process_js__WEBPACK_IMPORTED_MODULE_2__/* .signalByFile */ ._5)(pidFile, 'SIGKILL', 'group');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(pidFile, { force: true });
}


/***/ }),

/***/ 79308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ auditStage)
/* harmony export */ });
/** The audit as a stage of the record. @param ceiling the runtime's glibc */
function auditStage({ checked, highestGlibc }, ceiling, where) {
    const checks = checked.map((name) => ({
        name,
        result: 'passed',
        detail: name === 'glibc' ? `highest GLIBC ${highestGlibc ?? 'none'} of at most ${ceiling}` : 'kept',
    }));
    return { stage: 'audit', where, finished: new Date().toISOString(), checks };
}


/***/ }),

/***/ 24895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ recordText),
/* harmony export */   wx: () => (/* binding */ builtIn),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _catalog_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20093);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68841);



const NOT_ASKED = {
    audit: 'the audit is part of every build',
    import: 'verify: none was asked for',
    connect: 'verify: connect was not asked for',
};
/**
 * The content of `…zip.verified.json`: which bytes were tried, where, against what and when, check by check. There is a
 * record only of what passed, because what fails is not written; a check that was skipped says why, and a stage that
 * did not run is listed as not run, with whether it was asked for.
 */
function recordOf({ of, zip, glibc, built, verify, stages, unable }) {
    const ran = new Set(stages.map(({ stage }) => stage));
    const names = Object.keys(NOT_ASKED);
    return {
        zip,
        python: of.python,
        architecture: of.architecture,
        versions: (0,_catalog_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .versionsIn */ .bS)(of),
        glibc,
        ...(built === undefined ? {} : { built }),
        result: 'passed',
        finished: stages.at(-1)?.finished,
        stages: stages.map(({ stage, where, server, ...rest }) => ({
            stage,
            ...where,
            ...(server === undefined ? {} : { server: { ...server.where, version: server.version } }),
            ...rest,
        })),
        notRun: names
            .filter((name) => !ran.has(name))
            .map((stage) => {
            const asked = _types_js__WEBPACK_IMPORTED_MODULE_1__/* .ASKS */ .Nl[verify].includes(stage);
            return { stage, asked, why: asked && unable !== undefined ? unable : NOT_ASKED[stage] };
        }),
    };
}
const earlierSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    zip: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    built: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({}).optional(),
});
/** What a record's text says of where the zip was made; undefined where it is the record of other bytes, or none. */
function builtIn(text, sha256) {
    try {
        const { zip, built } = earlierSchema.parse(JSON.parse(text));
        return zip.sha256 === sha256 ? built : undefined;
    }
    catch {
        return undefined;
    }
}
/** The text of a record. */
function recordText(record) {
    return `${JSON.stringify(record, null, 2)}\n`;
}


/***/ }),

/***/ 43377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ removeHostServer),
  B: () => (/* binding */ startServer)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/machine/process.js
var machine_process = __webpack_require__(40575);
// EXTERNAL MODULE: ./build/machine/scripts.js
var scripts = __webpack_require__(90630);
// EXTERNAL MODULE: ./build/machine/this-machine.js
var this_machine = __webpack_require__(18456);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/sandbox/container.js
var sandbox_container = __webpack_require__(34971);
// EXTERNAL MODULE: ./build/sandbox/images.js
var sandbox_images = __webpack_require__(62724);
// EXTERNAL MODULE: ./node_modules/reflect-metadata/Reflect.js
var Reflect = __webpack_require__(80477);
// EXTERNAL MODULE: ./node_modules/@peculiar/x509/build/x509.cjs.js
var x509_cjs = __webpack_require__(8927);
;// CONCATENATED MODULE: ./build/verify/certificates.js
// The library below finds its parts by reflection.


// What Amazon RDS signs with by default (rds-ca-rsa2048-g1).
const ALGORITHM = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
};
const DAY = 24 * 3600 * 1000;
/** Makes a certificate authority and a server certificate for `host`, which nothing outside this run trusts. */
async function makeCertificates(host) {
    const ofAuthority = [
        new x509_cjs/* BasicConstraintsExtension */.WA(true, 0, true),
        new x509_cjs/* KeyUsagesExtension */.hy(x509_cjs/* KeyUsageFlags */.Ob.keyCertSign | x509_cjs/* KeyUsageFlags */.Ob.cRLSign, true),
    ];
    const [authority, stranger] = await Promise.all([
        certify('CN=psycopg2-lambda authority', ofAuthority),
        certify('CN=psycopg2-lambda stranger', ofAuthority),
    ]);
    const ofServer = [
        new x509_cjs/* BasicConstraintsExtension */.WA(false, undefined, true),
        new x509_cjs/* ExtendedKeyUsageExtension */.j6([x509_cjs/* ExtendedKeyUsage */.CD.serverAuth]),
        new x509_cjs/* SubjectAlternativeNameExtension */.Wx([{ type: 'dns', value: host }]),
    ];
    const server = await certify(`CN=${host}`, ofServer, authority);
    const key = x509_cjs/* PemConverter */.v6.encode(await crypto.subtle.exportKey('pkcs8', server.privateKey), 'PRIVATE KEY');
    return {
        authority: `${authority.certificate.toString('pem')}\n`,
        stranger: `${stranger.certificate.toString('pem')}\n`,
        server: `${key}\n${server.certificate.toString('pem')}\n`,
    };
}
/** Makes a key and a certificate for it, signed by `issuer` or else by the key itself. */
async function certify(subject, extensions, issuer) {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
    const certificate = await x509_cjs/* X509CertificateGenerator */.Jy.create({
        // Clocks of containers and machines may differ a little.
        notBefore: new Date(Date.now() - DAY),
        notAfter: new Date(Date.now() + DAY),
        subject,
        issuer: issuer?.certificate.subject ?? subject,
        signingKey: issuer?.privateKey ?? privateKey,
        publicKey,
        signingAlgorithm: ALGORITHM,
        extensions,
    });
    return { certificate, privateKey };
}

// EXTERNAL MODULE: ./build/verify/types.js
var types = __webpack_require__(68841);
;// CONCATENATED MODULE: ./build/verify/server.js













/** The name in the server's certificate: the one name that every machine and every container resolves. */
const HOST = 'localhost';
/** In a container nobody else is on the server's network. */
const PORT = 5432;
/** As long as the tokens of RDS's IAM authentication get. */
const TOKEN_LENGTH = 2048;
/**
 * Starts a server for this run: in a container whose network is its own loopback interface and nothing else, or
 * with engine `none` on this machine's.
 *
 * @throws {BuildError} when the image is missing or holds no PostgreSQL, or the server does not start
 */
async function startServer(image, { engine, runId, log }) {
    const sandbox = engine === 'none' ? await openMachine(runId) : await openContainer(image, { engine, runId, log });
    try {
        const version = await perform(sandbox, 'find');
        const certificates = await makeCertificates(HOST);
        // No quotes, no backslashes: they stand in SQL.
        const [password, token] = [(0,external_node_crypto_.randomBytes)(18).toString('hex'), (0,external_node_crypto_.randomBytes)(TOKEN_LENGTH / 2).toString('hex')];
        const sql = [`ALTER ROLE postgres PASSWORD '${password}'`, `CREATE ROLE iam LOGIN PASSWORD '${token}'`];
        await perform(sandbox, 'start', `${certificates.server}${sql.join('\n')}\n`);
        const { where, network, port, remove } = sandbox;
        log.info(`PostgreSQL ${version}: ${(0,types/* describeWhere */.tb)(where)}`);
        return { where, version, network, port, certificates, password, token, remove };
    }
    catch (error) {
        await sandbox.remove();
        throw error;
    }
}
/** What `postgresql.sh` prints when it succeeds. @throws {BuildError} when it does not */
async function perform(sandbox, action, input) {
    const outcome = await sandbox.script(action, input === undefined ? undefined : Buffer.from(input));
    if (outcome.exitCode === 0)
        return outcome.stdout.trim();
    const lines = (0,machine_process/* tail */.RT)(outcome, 20);
    throw new errors/* BuildError */.zS(`verify: cannot ${action} a PostgreSQL server in ${(0,types/* describeWhere */.tb)(sandbox.where)}: ${lines[0] ?? `exit code ${outcome.exitCode}`}`, sandbox.hint, lines);
}
async function openContainer(name, { engine, runId, log }) {
    // The server runs on this machine's own processor, whatever the zip is for.
    const architecture = (0,this_machine/* thisArchitecture */.I)();
    const image = await (0,sandbox_images/* ensureImage */.Yt)({ engine, name, architecture, input: 'server-image', log });
    const container = await sandbox_container/* Container */.mc.start({
        engine,
        image,
        architecture,
        runId,
        user: 'postgres',
        memory: { '/psycopg2-lambda-server': 'rw,nosuid,mode=1777,size=512m' },
    });
    const env = { SERVER_DIR: '/psycopg2-lambda-server/server', SERVER_PORT: String(PORT) };
    return {
        where: { image: name, id: image.id },
        network: `container:${container.name}`,
        port: PORT,
        script: async (ACTION, input) => container.execute({ argv: await scriptArgv(), env: { ...env, ACTION }, input }),
        remove: () => container.remove(),
        hint: 'With server-image, name an image that has a PostgreSQL server and a user postgres, as the official images do.',
    };
}
async function openMachine(runId) {
    const port = await freePort();
    const env = {
        PATH: process.env.PATH ?? '/usr/bin:/bin',
        SERVER_DIR: serverDirectory(runId),
        SERVER_PORT: String(port),
    };
    // The server refuses to run as root; where it is installed there is a user for it.
    const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
    return {
        where: { machine: 'this machine' },
        network: undefined,
        port,
        script: async (ACTION, input) => {
            const [command = '', ...argv] = [...asUser, ...(await scriptArgv())];
            return (0,machine_process/* execute */.g7)(command, argv, { env: { ...env, ACTION }, input });
        },
        remove: () => removeHostServer(runId),
        hint: 'Install one (on Debian and Ubuntu: apt-get install postgresql), use a container engine, or keep to ' +
            'verify: import.',
    };
}
/** Not in the runner's temporary directory: the server's user may not be able to enter that. */
function serverDirectory(runId) {
    return `/tmp/psycopg2-lambda-${runId}-server`;
}
/** Ends and removes the server that a run has on this machine, if it has one. */
async function removeHostServer(runId) {
    const directory = serverDirectory(runId);
    // Immediate shutdown: the postmaster ends its children.
    await (0,machine_process/* signalByFile */._5)((0,external_node_path_.join)(directory, 'data', 'postmaster.pid'), 'SIGQUIT');
    await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
/** The script's text is an argument: the server's user may not be able to read this project's files. */
async function scriptArgv() {
    return ['/bin/sh', '-c', await (0,promises_.readFile)((0,external_node_path_.join)(scripts/* SCRIPTS */.d, 'postgresql.sh'), 'utf8')];
}
async function freePort() {
    const probe = (0,external_node_net_.createServer)().listen(0, '127.0.0.1');
    await (0,external_node_events_.once)(probe, 'listening');
    const { port } = probe.address();
    probe.close();
    await (0,external_node_events_.once)(probe, 'close');
    return port;
}


/***/ }),

/***/ 17456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ openVerifier)
});

// EXTERNAL MODULE: ./build/machine/process.js
var machine_process = __webpack_require__(40575);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
;// CONCATENATED MODULE: ./build/verify/outcome.js


const SAME_PYTHON = 'Check that the zip was built for the Python and operating system of runtime-image.';
const LINE = /^(ok|skipped) ([^:]+): (.*)$/;
/**
 * What a check script printed: a line `ok NAME: what was seen` or `skipped NAME: why` for each check. Anything else
 * it printed is for people.
 */
function parseChecks(stdout) {
    return stdout.split('\n').flatMap((line) => {
        const [, verdict, name, detail] = LINE.exec(line.trimEnd()) ?? [];
        if (name === undefined || detail === undefined)
            return [];
        return [{ name, result: verdict === 'ok' ? 'passed' : 'skipped', detail }];
    });
}
/**
 * The checks of a script that succeeded, written to the log.
 *
 * @throws {BuildError} when it failed, or ended well without having checked anything
 */
function insist(outcome, trial, log) {
    const checks = parseChecks(outcome.stdout);
    log.info(`In ${trial.where}:`);
    for (const { name, result, detail } of checks) {
        if (result === 'skipped')
            log.notice(`not checked: ${name}: ${detail}`);
        else
            log.info(`ok ${name}: ${detail}`);
    }
    if (outcome.exitCode !== 0)
        throw doesNotWork(outcome, trial);
    if (checks.length === 0)
        throw new Error('a check script succeeded without having checked anything');
    return checks;
}
/** The error for a zip that failed a check. */
function doesNotWork(outcome, { plan, where, hint = SAME_PYTHON }) {
    const lines = (0,machine_process/* tail */.RT)(outcome, 20);
    return new errors/* BuildError */.zS(`The zip for Python ${plan.python} does not work in ${where}: ${lines.at(-1) ?? `exit code ${outcome.exitCode}`}`, `Nothing was written. ${hint}`, lines);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/machine/interpreters.js + 1 modules
var interpreters = __webpack_require__(60539);
// EXTERNAL MODULE: ./build/machine/scratch.js
var scratch = __webpack_require__(95212);
// EXTERNAL MODULE: ./build/machine/scripts.js
var scripts = __webpack_require__(90630);
// EXTERNAL MODULE: ./build/sandbox/container.js
var sandbox_container = __webpack_require__(34971);
// EXTERNAL MODULE: ./build/sandbox/find-python.js
var find_python = __webpack_require__(97320);
// EXTERNAL MODULE: ./build/sandbox/images.js
var sandbox_images = __webpack_require__(62724);
;// CONCATENATED MODULE: ./build/verify/runtime-sandbox.js










/** Where Lambda puts a function's files. */
const TASK = '/var/task';
// As on Lambda: a user of its own, who can neither write to the package nor read the home directory.
const LAMBDA_USER = '993:990';
const HOME = '/home/sbx_user1051';
const UNPACK = `import io, sys, zipfile
data = getattr(sys.stdin, "buffer", sys.stdin).read()
zipfile.ZipFile(io.BytesIO(data)).extractall(sys.argv[1])`;
/** Runs one of the project's Python scripts as a handler. */
async function runCheck(runtime, script, env) {
    return runtime.python(['-'], env, await (0,promises_.readFile)((0,external_node_path_.join)(scripts/* SCRIPTS */.d, script)));
}
/** Where Amazon Linux keeps its certificates, and OpenSSL was told to look: `--openssldir` of `openssl.sh`. */
const STORE = '/etc/pki/tls/cert.pem';
/**
 * Opens a plan's runtime image: an unprivileged user, nothing writable but /tmp. With engine `none`, this machine.
 *
 * @throws {BuildError} when the runtime image, or this machine, has no such Python
 */
async function openRuntime(options) {
    const { engine, runId, log, plan, network = 'none', writable = false } = options;
    if (engine === 'none')
        return openHere(plan, runId);
    const { architecture, runtimeImage } = plan;
    const image = await (0,sandbox_images/* ensureImage */.Yt)({ engine, name: runtimeImage, architecture, input: 'runtime-image', log });
    const container = await sandbox_container/* Container */.mc.start({
        engine,
        image,
        architecture,
        runId,
        network,
        readOnly: !writable,
        memory: {
            [TASK]: 'rw,exec,nosuid,mode=0755,size=64m',
            [HOME]: 'rw,noexec,nosuid,mode=0700,size=1m',
            '/tmp': 'rw,noexec,nosuid,mode=1777,size=64m',
        },
        user: LAMBDA_USER,
    });
    try {
        return await inside(container, plan);
    }
    catch (error) {
        await container.remove();
        throw error;
    }
}
async function inside(container, plan) {
    const { image } = container;
    const python = await (0,find_python/* findPythonInside */.k)(container, plan, 'runtime-image');
    return {
        where: { image: image.name, id: image.id },
        async unpack(zip) {
            const unpacked = await container.execute({
                argv: [python, '-c', UNPACK, TASK],
                input: Buffer.from(zip),
                root: true,
            });
            if (unpacked.exitCode !== 0)
                throw doesNotWork(unpacked, { plan, where: plan.runtimeImage });
        },
        python: (argv, env, input) => container.execute({
            argv: [python, ...argv],
            env: { ...env, PACKAGE_DIR: TASK, HOME },
            input,
        }),
        trust: (pem) => container.execute({
            argv: ['/bin/sh', '-c', 'cat >>"$0"', STORE],
            input: Buffer.from(pem),
            root: true,
        }),
        remove: () => container.remove(),
    };
}
async function openHere(plan, runId) {
    const python = await (0,interpreters/* findPythonHere */.ij)(plan.python);
    const directory = await (0,scratch/* makeScratch */.lP)(runId, 'verify');
    const task = (0,external_node_path_.join)(directory, 'task');
    return {
        where: { machine: `${python} of this machine` },
        async unpack(zip) {
            const packed = (0,external_node_path_.join)(directory, 'package.zip');
            await (0,promises_.writeFile)(packed, zip);
            const unpacked = await (0,machine_process/* execute */.g7)(python, ['-m', 'zipfile', '-e', packed, task]);
            if (unpacked.exitCode !== 0)
                throw doesNotWork(unpacked, { plan, where: python });
        },
        python: (argv, env, input) => (0,machine_process/* execute */.g7)(python, ['-B', ...argv], {
            env: { PATH: '/usr/bin:/bin', HOME: (0,external_node_path_.join)(directory, 'no-home'), ...env, PACKAGE_DIR: task },
            input,
        }),
        trust: () => Promise.reject(new Error('the certificates of this machine are not ours to change')),
        // The scratch directory goes with the run.
        remove: async () => { },
    };
}

// EXTERNAL MODULE: ./build/verify/types.js
var types = __webpack_require__(68841);
;// CONCATENATED MODULE: ./build/verify/connect.js



const HINT = 'scripts/connect_check.py says what each check does. With images of your own, look at what runtime-image has at ' +
    `${STORE}, and at server-image.`;
/**
 * Connects to a real PostgreSQL as a handler would: TLS 1.3 and 1.2, SCRAM, certificates good and bad, and a query
 * of each kind. Where the image can be changed for it, also with a certificate of the image's own store.
 *
 * @throws {BuildError} when any check fails
 */
async function verifyConnect(connection, log) {
    const { plan, runtime, server } = connection;
    const env = {
        SERVER_PORT: String(server.port),
        SERVER_PASSWORD: server.password,
        SERVER_TOKEN: server.token,
        CA_PEM: server.certificates.authority,
        STRANGER_PEM: server.certificates.stranger,
        STORE: 'image' in runtime.where ? STORE : '',
    };
    const trial = { plan, where: (0,types/* describeWhere */.tb)(runtime.where), hint: HINT };
    const checks = insist(await runCheck(runtime, 'connect_check.py', env), trial, log);
    if (checks.some(({ name, result }) => name === 'certificate store' && result === 'passed')) {
        checks.push(...(await verifyStore(connection, env, log)));
    }
    const { where, version } = server;
    const finished = new Date().toISOString();
    return { stage: 'connect', where: runtime.where, server: { where, version }, finished, checks };
}
/** That the store at Amazon Linux's path is really what is read: once it trusts the server, so does the module. */
async function verifyStore({ plan, openWritable, server }, env, log) {
    const runtime = await openWritable();
    try {
        const where = `${(0,types/* describeWhere */.tb)(runtime.where)}, its store extended by this run's authority`;
        const trial = { plan, where, hint: HINT };
        const added = await runtime.trust(server.certificates.authority);
        if (added.exitCode !== 0)
            throw doesNotWork(added, trial);
        return insist(await runCheck(runtime, 'connect_check.py', { ...env, TRUSTED: 'yes' }), trial, log);
    }
    finally {
        await runtime.remove();
    }
}

// EXTERNAL MODULE: ./build/catalog/architecture.js
var catalog_architecture = __webpack_require__(28165);
// EXTERNAL MODULE: ./build/machine/this-machine.js
var this_machine = __webpack_require__(18456);
// EXTERNAL MODULE: ./build/sandbox/argv.js
var argv = __webpack_require__(81724);
;// CONCATENATED MODULE: ./build/verify/foreign.js





/**
 * Why nothing for a candidate's architecture can be tried on this machine, and what to do; undefined where it can. Only
 * for another architecture than this machine's is it tried out, by an image of it.
 *
 * @throws {BuildError} when that image cannot be had, or does not start for another reason
 */
async function whyNotHere({ architecture, runtimeImage }, { engine, runId, log }) {
    const elsewhere = `use the action or the verb verify on a machine of that architecture (runs-on: ${catalog_architecture/* RUNNERS */.Ir[architecture]})`;
    if (engine === 'none') {
        if ((0,this_machine/* isLike */.O)(architecture, process))
            return undefined;
        return `without a container this machine (${process.platform} on ${process.arch}) runs nothing for ${architecture}: ${elsewhere}`;
    }
    if (architecture === (0,this_machine/* thisArchitecture */.I)())
        return undefined;
    const image = await (0,sandbox_images/* ensureImage */.Yt)({ engine, name: runtimeImage, architecture, input: 'runtime-image', log });
    try {
        await (await sandbox_container/* Container */.mc.start({ engine, image, architecture, runId })).remove();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof sandbox_container/* NoEmulationError */.c3))
            throw error;
        return `${engine} cannot run ${(0,argv/* platformOf */.tj)(architecture)} here: ${elsewhere}, or install emulation first`;
    }
}

;// CONCATENATED MODULE: ./build/verify/import.js



/**
 * Imports psycopg2 as Lambda would, and looks at what its libpq and OpenSSL say of themselves.
 *
 * @throws {BuildError} when the import or any check fails
 */
async function verifyImport(runtime, plan, log) {
    const outcome = await runCheck(runtime, 'import_check.py', {
        EXPECT_PSYCOPG2: plan.psycopg2.version,
        EXPECT_LIBPQ: libpqVersionNumber(plan.postgresql.version),
        EXPECT_OPENSSL: plan.openssl.version,
    });
    const checks = insist(outcome, { plan, where: (0,types/* describeWhere */.tb)(runtime.where) }, log);
    return { stage: 'import', where: runtime.where, finished: new Date().toISOString(), checks };
}
/** What `psycopg2.__libpq_version__` gives for a release of PostgreSQL 10 or later: `18.6` is `180006`. */
function libpqVersionNumber(version) {
    const [major = '0', minor = '0'] = version.split('.');
    return String(Number(major) * 10000 + Number(minor));
}

// EXTERNAL MODULE: ./build/verify/server.js + 1 modules
var server = __webpack_require__(43377);
;// CONCATENATED MODULE: ./build/verify/verify.js





/** The verifier for `verify: none`. */
const NOTHING = {
    ready: Promise.resolve(),
    unable: async () => undefined,
    verify: async () => ({ stages: [] }),
    close: async () => { },
};
/** Begins to prepare the server and each plan's runtime, one after the other, while something else is done. */
function openVerifier(options) {
    return options.verify === 'none' ? NOTHING : new Preparation(options);
}
class Preparation {
    options;
    ready;
    #runtimes = new Map();
    #unable = new Map();
    #server;
    constructor(options) {
        this.options = options;
        let last = Promise.resolve();
        for (const plan of options.plans) {
            const opened = last.then(() => this.#open(plan));
            this.#runtimes.set(plan, opened);
            last = opened;
        }
        this.ready = last;
    }
    unable(plan) {
        const known = this.#unable.get(plan.architecture);
        if (known !== undefined)
            return known;
        const why = whyNotHere(plan, this.options);
        this.#unable.set(plan.architecture, why);
        return why;
    }
    /** A plan's runtime; undefined where this machine cannot run it. The server is started for the first that it can. */
    async #open(plan) {
        const { signal, verify, log, serverImage } = this.options;
        signal.throwIfAborted();
        if ((await this.unable(plan)) !== undefined)
            return undefined;
        signal.throwIfAborted();
        if (verify === 'connect') {
            this.#server ??= log.group('PostgreSQL server', () => (0,server/* startServer */.B)(serverImage, this.options));
        }
        const network = (await this.#server)?.network;
        signal.throwIfAborted();
        return openRuntime({ ...this.options, plan, network });
    }
    async verify(plan, zip, log) {
        if (!this.#runtimes.has(plan))
            throw new Error(`no runtime was opened for Python ${plan.python}`);
        const runtime = await this.#runtimes.get(plan);
        if (runtime === undefined) {
            const unable = await this.unable(plan);
            log.warning(`Python ${plan.python} ${plan.architecture}: not verified: ${unable}`);
            return { stages: [], unable };
        }
        try {
            await runtime.unpack(zip);
            const imported = await verifyImport(runtime, plan, log);
            const server = await this.#server;
            if (server === undefined)
                return { stages: [imported] };
            const openWritable = async () => {
                const { network } = server;
                const writable = await openRuntime({ ...this.options, log, plan, network, writable: true });
                await writable.unpack(zip);
                return writable;
            };
            return { stages: [imported, await verifyConnect({ plan, runtime, openWritable, server }, log)] };
        }
        finally {
            await runtime.remove();
        }
    }
    async close() {
        const running = await this.#server?.catch(() => undefined);
        await running?.remove();
    }
}


/***/ })

};
