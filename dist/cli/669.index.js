export const id = 669;
export const ids = [669];
export const modules = {

/***/ 35808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ findRuntime)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);

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
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('architecture', `AWS Lambda has no ${architecture} runtime for Python ${python}`, `Python ${python} runs on ${runtime.architectures.join(', ')}; arm64 starts with Python 3.8.`);
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
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz('python-version', `${JSON.stringify(python)} is not a Python that AWS Lambda runs or ran`, `Use ${choice}.${quote}`);
}


/***/ }),

/***/ 21636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ digitsOf),
/* harmony export */   El: () => (/* binding */ moduleFileName),
/* harmony export */   TW: () => (/* binding */ extensionSuffix),
/* harmony export */   UM: () => (/* binding */ initFunctionOf),
/* harmony export */   XY: () => (/* binding */ abiTag)
/* harmony export */ });
/* harmony import */ var _architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);

/** The function that Python calls when it imports a module, by default `psycopg2._psycopg` (PEP 3121 for Python 3). */
function initFunctionOf(python, module = '_psycopg') {
    return `${python === '2.7' ? 'init' : 'PyInit_'}${module}`;
}
/** `313`, as in tags. */
function digitsOf(python) {
    return python.replace('.', '');
}
/** CPython's ABI tag: `cp313`, `cp37m` (PEP 3149's pymalloc flag, gone with 3.8), `cp27mu` (wide Unicode). */
function abiTag(python) {
    const flags = python === '2.7' ? 'mu' : python === '3.6' || python === '3.7' ? 'm' : '';
    return `cp${digitsOf(python)}${flags}`;
}
/**
 * `EXT_SUFFIX` of a CPython on Linux with glibc, which its modules' file names end in (PEP 3149):
 * `.cpython-313-x86_64-linux-gnu.so`; 2.7 knows no tag.
 */
function extensionSuffix(python, architecture) {
    if (python === '2.7')
        return '.so';
    return `.cpython-${abiTag(python).slice('cp'.length)}-${_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .MACHINES */ .PY[architecture]}-linux-gnu.so`;
}
/** The file name of psycopg2's module that Python looks for first. */
function moduleFileName(python, architecture) {
    return `_psycopg${extensionSuffix(python, architecture)}`;
}


/***/ }),

/***/ 27787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planVerb: () => (/* binding */ planVerb)
});

// EXTERNAL MODULE: ./build/inputs/build-inputs.js + 1 modules
var build_inputs = __webpack_require__(32808);
// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
// EXTERNAL MODULE: ./build/catalog/architecture.js
var catalog_architecture = __webpack_require__(28165);
// EXTERNAL MODULE: ./build/catalog/catalog.js + 3 modules
var catalog_catalog = __webpack_require__(9408);
// EXTERNAL MODULE: ./build/catalog/plan.js
var plan = __webpack_require__(20093);
// EXTERNAL MODULE: ./build/catalog/targets.js
var targets = __webpack_require__(93370);
// EXTERNAL MODULE: ./build/catalog/toolchain.js
var catalog_toolchain = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/jobs/left-out.js
var left_out = __webpack_require__(1009);
;// CONCATENATED MODULE: ./build/jobs/plan-job.js






/** Plans without building anything. @throws {InputError} as `loadCatalog` and `planBuilds` */
async function plan_job_plan({ lockFile, everyArchitecture, log, ...job }) {
    const catalog = await (0,catalog_catalog/* loadCatalog */.ak)(lockFile);
    const { pythons } = job.request;
    const request = { ...job.request, pythons: pythons.length > 0 ? pythons : ['supported'] };
    if (!everyArchitecture) {
        (0,left_out/* tellNever */.i)(request, catalog, log);
        return (0,plan/* planBuilds */.zu)(request, catalog);
    }
    return (0,targets/* pythonsOf */.pe)(request.pythons, catalog, (0,catalog_catalog/* today */.Ec)()).flatMap((python) => {
        const { architectures } = catalog.runtimes.find((row) => row.python === python) ?? request;
        return (0,plan/* planBuilds */.zu)({ ...request, pythons: [python], architectures }, catalog);
    });
}
/**
 * A plan's row in the `strategy.matrix` of a workflow. The lock's compiler makes every architecture on any machine; an
 * image's own only runs on the image's.
 */
function matrixRow(plan) {
    const { python, architecture, psycopg2 } = plan;
    const toolchain = (0,catalog_toolchain/* choiceOf */.FH)(plan);
    return {
        'python-version': python,
        architecture,
        toolchain,
        'runs-on': catalog_architecture/* RUNNERS */.Ir[toolchain === 'pinned' ? 'x86_64' : architecture],
        'verify-on': catalog_architecture/* RUNNERS */.Ir[architecture],
        'psycopg2-version': psycopg2.version,
    };
}

;// CONCATENATED MODULE: ./build/entries/cli/plan-verb.js




/** `plan`: says what would be built. */
const planVerb = {
    flags: input_names/* PLAN_INPUTS */.KJ,
    switches: { matrix: 'print a strategy.matrix for a workflow instead' },
    async run({ get, has, out, log }) {
        const plans = await plan_job_plan({
            request: (0,build_inputs/* readPlanRequest */.V)(get, { python: 'optional' }),
            lockFile: (0,values/* pathOf */.XM)(get, 'lock-file'),
            everyArchitecture: has('matrix') && get('architecture') === undefined,
            log,
        });
        const json = has('matrix')
            ? JSON.stringify({ include: plans.map(matrixRow) })
            : JSON.stringify(plans, null, 2);
        out(`${json}\n`);
        return 0;
    },
};


/***/ }),

/***/ 58865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ loginOf),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   iT: () => (/* binding */ BAD_LOGIN),
/* harmony export */   wx: () => (/* binding */ hasReadableLogin)
/* harmony export */ });
/** An address as it may stand in a log: user name, password, query and fragment are left out. */
function shown(url) {
    const clean = new URL(url);
    clean.username = '';
    clean.password = '';
    // Redirects to object stores are signed in their query.
    clean.search = '';
    clean.hash = '';
    return clean.href;
}
/** The Authorization header for the login in an address; none where there is no login. */
function loginOf(url) {
    if (url.username === '' && url.password === '')
        return {};
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return { authorization: `Basic ${Buffer.from(login).toString('base64')}` };
}
/** Whether the login in an address can be read: a `%` that begins no escape makes it unreadable. */
function hasReadableLogin(url) {
    try {
        loginOf(url);
        return true;
    }
    catch {
        return false;
    }
}
/** What to say of an address whose login cannot be read. */
const BAD_LOGIN = 'the login in its address has a % that does not begin an escape: write it as %25';


/***/ }),

/***/ 46667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ md5),
/* harmony export */   Q_: () => (/* binding */ sidecarLine),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** SHA-256 in lower-case hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** MD5 in lower-case hex: for old deployment scripts that compare it, never a proof of anything. */
function md5(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5').update(bytes).digest('hex');
}
/**
 * A sidecar's text: one line that `sha256sum -c` (`md5sum -c`) accepts in the zip's directory.
 *
 * @param name the zip's name without any directory
 */
function sidecarLine(hex, name) {
    return `${hex}  ${name}\n`;
}


/***/ })

};
