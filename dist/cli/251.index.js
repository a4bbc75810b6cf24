export const id = 251;
export const ids = [251];
export const modules = {

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


/***/ })

};
