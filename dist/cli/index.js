#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 36972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled),
/* harmony export */   m: () => (/* binding */ isCancelled)
/* harmony export */ });
let ending = false;
/** Notes that a signal is ending the run. */
function cancelled() {
    ending = true;
}
/** Whether a signal is ending the run: what fails because its container is taken away is not a failure to report. */
function isCancelled() {
    return ending;
}


/***/ }),

/***/ 66910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ setUpCommandLine)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _inputs_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(72164);



/**
 * Makes this process a command-line program rather than a step of a job: the toolkit's caches go where programs of
 * a user keep theirs (XDG), and what the toolkit prints (workflow commands) is dropped. Nothing is made yet: what needs
 * no cache works without one.
 */
function setUpCommandLine() {
    const caches = cacheHome();
    if (caches !== undefined)
        process.env.RUNNER_TOOL_CACHE ||= (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(caches, 'psycopg2-lambda');
    process.env.RUNNER_TEMP ||= (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)();
    const out = process.stdout.write.bind(process.stdout);
    process.stdout.write = () => true;
    return out;
}
/** Where the user's programs keep caches; undefined for a user without a home directory. */
function cacheHome() {
    const { XDG_CACHE_HOME } = process.env;
    // The XDG specification has relative paths ignored.
    if (XDG_CACHE_HOME !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(XDG_CACHE_HOME))
        return XDG_CACHE_HOME;
    const home = (0,_inputs_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .homePath */ .jP)();
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(home) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, '.cache') : undefined;
}


/***/ }),

/***/ 98210:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _no_deprecations_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(78550);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(66910);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4749);



const out = (0,_command_line_js__WEBPACK_IMPORTED_MODULE_1__/* .setUpCommandLine */ .T)();
process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .main */ .i)(process.argv.slice(2), out, process.stderr);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(57975);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __nccwpck_require__(73976);
// EXTERNAL MODULE: ./build/report/log.js
var log = __nccwpck_require__(16945);
;// CONCATENATED MODULE: ./build/report/terminal-log.js

/**
 * Writes progress for a person at a terminal. On a real one, what happens inside a group is one line that is
 * overwritten; elsewhere (a file, a pipe) every line is kept.
 */
function terminalLog(terminal, verbose = false) {
    const live = terminal.isTTY === true && !verbose;
    let depth = 0;
    let shown = false;
    const clear = () => {
        if (shown)
            terminal.write('\r\u001b[K');
        shown = false;
    };
    const line = (text) => {
        clear();
        terminal.write(`${text}\n`);
    };
    const passing = (text) => {
        clear();
        const width = Math.max(20, (terminal.columns ?? 80) - 1);
        terminal.write(text.replaceAll('\t', ' ').slice(0, width));
        shown = true;
    };
    return (0,log/* logTo */.kX)({
        info: (message) => live && depth > 0 ? passing(`  ${message}`) : line(depth > 0 ? `  ${message}` : message),
        notice: (message) => line(`note: ${message}`),
        warning: (message) => line(`warning: ${message}`),
        debug: () => { },
        progress: (message) => {
            if (live)
                passing(`  ${message}`);
        },
        begin(title) {
            line(title);
            depth++;
        },
        end(_title, milliseconds) {
            depth--;
            line(`  ${(0,log/* formatSeconds */.Xo)(milliseconds)}`);
        },
    });
}

// EXTERNAL MODULE: ./build/entries/cancelled.js
var cancelled = __nccwpck_require__(36972);
// EXTERNAL MODULE: ./build/entries/cli/verb.js
var cli_verb = __nccwpck_require__(31525);
;// CONCATENATED MODULE: ./build/entries/cli/main.js





/** Each is loaded when it is asked for: starting takes as long as what it needs, not what all of them need. */
const VERBS = new Map([
    [
        'build',
        {
            title: 'Builds psycopg2 zips for AWS Lambda; without flags, one for the newest Python that can be had.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(691), __nccwpck_require__.e(955), __nccwpck_require__.e(377), __nccwpck_require__.e(157), __nccwpck_require__.e(631), __nccwpck_require__.e(821), __nccwpck_require__.e(744), __nccwpck_require__.e(370), __nccwpck_require__.e(325), __nccwpck_require__.e(150), __nccwpck_require__.e(769), __nccwpck_require__.e(476), __nccwpck_require__.e(54), __nccwpck_require__.e(950), __nccwpck_require__.e(288)]).then(__nccwpck_require__.bind(__nccwpck_require__, 21288))).buildVerb,
        },
    ],
    [
        'plan',
        {
            title: 'Prints what would be built, as JSON.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(691), __nccwpck_require__.e(955), __nccwpck_require__.e(744), __nccwpck_require__.e(370), __nccwpck_require__.e(150), __nccwpck_require__.e(54), __nccwpck_require__.e(669)]).then(__nccwpck_require__.bind(__nccwpck_require__, 27787))).planVerb,
        },
    ],
    [
        'audit',
        {
            title: 'Tells whether Lambda loads a package, and why not: a zip, a directory or a shared object.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(691), __nccwpck_require__.e(955), __nccwpck_require__.e(377), __nccwpck_require__.e(744), __nccwpck_require__.e(370), __nccwpck_require__.e(325), __nccwpck_require__.e(52), __nccwpck_require__.e(409)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45409))).auditVerb,
        },
    ],
    [
        'verify',
        {
            title: 'Tries zips that were made before, here or elsewhere, and writes their records.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(691), __nccwpck_require__.e(955), __nccwpck_require__.e(377), __nccwpck_require__.e(631), __nccwpck_require__.e(744), __nccwpck_require__.e(370), __nccwpck_require__.e(325), __nccwpck_require__.e(150), __nccwpck_require__.e(950), __nccwpck_require__.e(727)]).then(__nccwpck_require__.bind(__nccwpck_require__, 62727))).verifyVerb,
        },
    ],
    [
        'index',
        {
            title: "Writes a Python index of releases' wheels, as static pages for any web server.",
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(691), __nccwpck_require__.e(744), __nccwpck_require__.e(88)]).then(__nccwpck_require__.bind(__nccwpck_require__, 88088))).indexVerb,
        },
    ],
    [
        'install',
        {
            title: 'Puts psycopg2 out of a release into a deployment package, checked and audited; needs no Python.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(691), __nccwpck_require__.e(744), __nccwpck_require__.e(370), __nccwpck_require__.e(874)]).then(__nccwpck_require__.bind(__nccwpck_require__, 11874))).installVerb,
        },
    ],
    [
        'publish',
        {
            title: 'Checks a draft release, completes it and publishes it.',
            load: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(820), __nccwpck_require__.e(691), __nccwpck_require__.e(955), __nccwpck_require__.e(377), __nccwpck_require__.e(157), __nccwpck_require__.e(769), __nccwpck_require__.e(476), __nccwpck_require__.e(893)]).then(__nccwpck_require__.bind(__nccwpck_require__, 37879))).publishVerb,
        },
    ],
]);
const USAGE = `Usage: psycopg2-lambda VERB [--flag value …]

${[...VERBS].map(([name, verb]) => `  ${name.padEnd(8)}${verb.title}`).join('\n')}

psycopg2-lambda VERB --help prints the flags.
`;
/**
 * Runs the command line. Results go to `out`, everything else to `terminal`.
 *
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage
 */
async function main(argv, out, terminal) {
    const [name, ...rest] = argv;
    if (name === undefined || name === '--help' || name === 'help') {
        out(USAGE);
        return name === undefined ? 2 : 0;
    }
    let usage = USAGE;
    try {
        const entry = VERBS.get(name);
        if (entry === undefined)
            throw new cli_verb/* UsageError */.e(`no such verb: ${name}`);
        const verb = await entry.load();
        usage = usageOf(name, entry.title, verb);
        const { values, positionals } = parse(verb, rest);
        if (values.help === true) {
            out(usage);
            return 0;
        }
        return await verb.run({
            get: (flag) => values[flag]?.toString(),
            has: (flag) => values[flag] === true,
            operands: positionals,
            out,
            print: ({ json, text }) => out(values.json === true ? `${JSON.stringify(json, null, 2)}\n` : text),
            log: terminalLog(terminal, values.verbose === true),
        });
    }
    catch (error) {
        // A signal's handler is about to end the process with its own code.
        if ((0,cancelled/* isCancelled */.m)())
            return new Promise(() => { });
        if (error instanceof cli_verb/* UsageError */.e) {
            terminal.write(`psycopg2-lambda: ${error.message}\n\n${usage}`);
            return 2;
        }
        if (error instanceof errors/* BuildError */.zS) {
            for (const line of error.details)
                terminal.write(`  ${line}\n`);
            terminal.write(`error: ${error.message}\n${error.hint}\n`);
            return error instanceof errors/* MalformedInputError */.wn ? 2 : 1;
        }
        const trace = error instanceof Error && process.env.PSYCOPG2_LAMBDA_TRACE ? `${error.stack}\n` : '';
        terminal.write(`error: unexpected: ${(0,errors/* messageOf */.bD)(error)}\nThis is a defect: please report it.\n${trace}`);
        return 1;
    }
}
const COMMON = { verbose: 'keep every line of progress', help: 'print this' };
function parse({ flags, switches, operand }, args) {
    const options = {};
    for (const flag of Object.keys(flags))
        options[flag] = { type: 'string' };
    for (const flag of Object.keys({ ...switches, ...COMMON }))
        options[flag] = { type: 'boolean' };
    try {
        return (0,external_node_util_.parseArgs)({ args, options, allowPositionals: operand !== undefined });
    }
    catch (error) {
        throw new cli_verb/* UsageError */.e((0,errors/* messageOf */.bD)(error));
    }
}
function usageOf(name, title, verb) {
    const rows = [
        ...Object.entries(verb.flags).map(([flag, text]) => [`--${flag} VALUE`, text]),
        ...Object.entries({ ...verb.switches, ...COMMON }).map(([flag, text]) => [`--${flag}`, text]),
    ];
    const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
    const operand = verb.operand === undefined ? '' : ` ${verb.operand}`;
    const table = rows.map(([flag, text]) => `  ${flag.padEnd(width)}${text}`);
    const more = verb.more === undefined ? '' : `\n${verb.more}`;
    return `Usage: psycopg2-lambda ${name}${operand} [--flag value …]\n\n${title}\n\n${table.join('\n')}\n${more}`;
}


/***/ }),

/***/ 31525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
/** A command line that cannot be understood; the verb's usage is printed after it. */
class UsageError extends Error {
    name = 'UsageError';
}


/***/ }),

/***/ 78550:
/***/ (() => {

/**
 * The first import of each entry: keeps Node's deprecation warnings out of users' logs. They are about calls in packages
 * that are bundled (DEP0005 in `tunnel`, which @actions/http-client uses for a proxy with a login), and no user can do
 * anything about them. Set while running, because a bundle has no say in how Node is started.
 */
process.noDeprecation = true;



/***/ }),

/***/ 72164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ absolutePath),
/* harmony export */   J$: () => (/* binding */ insistOnPath),
/* harmony export */   jP: () => (/* binding */ homePath),
/* harmony export */   wv: () => (/* binding */ SEPARATOR)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(73976);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(77177);




/** What stands between the names of a path that a person has written. */
const SEPARATOR = node_path__WEBPACK_IMPORTED_MODULE_1__.sep === '/' ? '/' : /[\\/]/;
/**
 * The absolute path that a person means. No shell reads an input, so what a shell would do is done here, alike for
 * every path: `~` and `~/…` are the home directory; `.`, `..` and slashes too many are resolved against the working
 * directory. What only a shell could understand is refused rather than made a directory of that name: `~user`,
 * `$HOME/…`, quotes around the path. With `./` before it, anything is taken as it stands.
 *
 * @param name the input's name, for the error
 * @throws {MalformedInputError} for those, for `~` where no home directory is known, for an address, and for line
 *   breaks and other control characters
 */
function absolutePath(name, text) {
    const path = insistOnPath(name, text);
    if (!path.startsWith('~'))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    const [user = '', ...rest] = path.split(SEPARATOR);
    if (user !== '~') {
        throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(name, path, {
            problem: 'begins with the home directory of a user, which is not looked up',
            hint: `Give that directory's path; ~ alone is your own. If ${user} is a name, put ./ before it.`,
        });
    }
    const home = homePath();
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(home))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, ...rest));
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .MalformedInputError */ .wn(name, `~ is the home directory, but HOME is ${home === '' ? 'not set' : JSON.stringify(home)}`, 'Set the variable HOME to an absolute path, or give the path without ~.');
}
/** What a path is not, where it is meant as it is written, and what to write instead. */
const MISREAD = [
    {
        pattern: /[\r\n\u2028\u2029]/,
        problem: 'has more than one line',
        hint: 'Give one path. An output with several lines has to be taken apart first.',
    },
    { pattern: /\p{Cc}/u, problem: 'has a control character in it', hint: 'Give the path without it.' },
    {
        pattern: /^(["'`]).*\1$/,
        problem: 'has quotes around it',
        hint: 'Leave them out: a path needs no quotes here, even with spaces in it. If they belong to the name, put ./ before it.',
    },
    {
        pattern: /^(\$[A-Za-z_{(]|%\w+%)/,
        problem: 'begins with a variable, which no shell replaces here',
        hint: `In a workflow, write \${{ github.workspace }}, \${{ runner.temp }} or \${{ env.NAME }}; ~ is the home directory. ` +
            'If it is a name, put ./ before it.',
    },
    {
        pattern: /^[A-Za-z][A-Za-z0-9+.-]+:\/\//,
        problem: 'is an address, not a path',
        hint: 'Give the path of a file or directory on this machine.',
    },
];
/** The text itself. @throws {MalformedInputError} for what is certainly not meant as it is written */
function insistOnPath(name, text) {
    const mistake = MISREAD.find(({ pattern }) => pattern.test(text));
    if (mistake === undefined)
        return text;
    throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .malformed */ .Qm)(name, (0,_shape_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutLogin */ .Gq)(text), mistake);
}
/** The home directory as the user has set it; empty where neither HOME nor the system's list of users names one. */
function homePath() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
    }
    catch {
        return '';
    }
}


/***/ }),

/***/ 77177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ withoutLogin),
/* harmony export */   Qm: () => (/* binding */ malformed),
/* harmony export */   Xw: () => (/* binding */ nothingGiven),
/* harmony export */   Yj: () => (/* binding */ insistOn)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73976);

/** The value itself. @throws {MalformedInputError} for one of another shape */
function insistOn(shape, name, value) {
    if (shape.pattern.test(value))
        return value;
    throw malformed(name, value, shape);
}
/** The error that quotes an input's value. */
function malformed(name, value, { problem, hint }) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedInputError */ .wn(name, `${JSON.stringify(value)} ${problem}`, hint);
}
/** The error for an input that must be given. */
function nothingGiven(name, hint) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MalformedInputError */ .wn(name, 'nothing given', hint);
}
/** An address with the login that may be in it struck out, for errors. */
function withoutLogin(address) {
    return address.replace(/\/\/.*@/, '//***@');
}


/***/ }),

/***/ 73976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   wn: () => (/* binding */ MalformedInputError),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/**
 * A failure that a person can act on: what happened, to which value, and what to do next.
 *
 * Everything that can go wrong through input, network, container engine or sources is thrown as one of
 * these; the entries print `message` as the annotation, then `hint`. Anything else that reaches an entry
 * is a defect of this project and is reported as such.
 */
class BuildError extends Error {
    hint;
    details;
    name = 'BuildError';
    /**
     * @param message what happened, naming the value at fault
     * @param hint what to do next; one or more sentences
     * @param details lines worth printing before the error, for example the end of a script's output
     */
    constructor(message, hint, details = [], options) {
        super(message, options);
        this.hint = hint;
        this.details = details;
    }
}
/** Bad input: a value that was asked for is not one that can be had. `input` is the input's or flag's name. */
class InputError extends BuildError {
    input;
    name = 'InputError';
    constructor(input, message, hint) {
        super(`${input}: ${message}`, hint);
        this.input = input;
    }
}
/** Input that cannot be understood, wherever this runs: wrong usage. */
class MalformedInputError extends InputError {
    name = 'MalformedInputError';
}
/** The message of whatever was thrown, for errors of other libraries that are put into a sentence. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 16945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   gP: () => (/* binding */ ungrouped),
/* harmony export */   kX: () => (/* binding */ logTo)
/* harmony export */ });
/** The same log for work in the background, whose groups would get between those of what is done meanwhile. */
function ungrouped(log) {
    return logTo({ ...log, begin: () => { }, end: () => { } });
}
/** A log that writes to these lines. */
function logTo(lines) {
    return {
        ...lines,
        async group(title, work) {
            const started = performance.now();
            lines.begin(title);
            try {
                return await work();
            }
            finally {
                lines.end(title, performance.now() - started);
            }
        },
    };
}
/** A duration for people: `0.4 s`, `71 s`. */
function formatSeconds(milliseconds) {
    const seconds = milliseconds / 1000;
    return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(98210);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
