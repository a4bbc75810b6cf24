export const id = 476;
export const ids = [476];
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


/***/ }),

/***/ 48052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ REPOSITORY),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   po: () => (/* binding */ apiUrlOf)
/* harmony export */ });
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77177);

/** OWNER/NAME. */
const REPOSITORY = {
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
    problem: 'is not the name of a repository',
    hint: 'Give it as OWNER/NAME.',
};
/** A tag's name. */
const TAG = {
    // What git-check-ref-format(1) forbids, as far as it could mislead a request.
    pattern: /^(?!.*(\.\.|@\{|\/\/|\.lock$))[^\s~^:?*[\\\p{Cc}/.-]([^\s~^:?*[\\\p{Cc}]*[^\s~^:?*[\\\p{Cc}/.])?$/u,
    problem: 'is not the name of a tag',
    hint: 'Give a tag such as 2.9.13-1; in a workflow that runs on a tag, github.ref_name is its name.',
};
/** The API's root; GitHub Enterprise has another than github.com. @throws {MalformedInputError} for what is none */
function apiUrlOf(env) {
    const text = env.GITHUB_API_URL || 'https://api.github.com';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.username === '' && url.password === '' && /^https?:\/\/[^\s/]/.test(text))
        return text;
    throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .malformed */ .Qm)('GITHUB_API_URL', (0,_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutLogin */ .Gq)(text), {
        problem: 'is not the address of an API',
        hint: 'The runner sets this variable. By hand, unset it for github.com, or give https://HOST/api/v3 of GitHub Enterprise, without a login.',
    });
}


/***/ }),

/***/ 39904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pR: () => (/* binding */ readPublishJob),
  TW: () => (/* binding */ readReleaseTarget)
});

// UNUSED EXPORTS: isForTag

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/release/files.js
var files = __webpack_require__(36997);
// EXTERNAL MODULE: ./build/release/manifest.js
var manifest = __webpack_require__(55745);
// EXTERNAL MODULE: ./build/release/manifest-schema.js
var manifest_schema = __webpack_require__(20341);
;// CONCATENATED MODULE: ./build/release/expected.js





const HINT = 'Give the build jobs’ `artifacts` outputs as they are (JSON arrays, one after the other), or lines as ' +
    '`sha256sum FILE…` prints them.';
const hex = (digits) => schemas/* string */.YjP().regex(new RegExp(`^[0-9a-f]{${digits}}$`), `expected ${digits} lower-case hex digits`);
const file = {
    name: schemas/* string */.YjP(),
    sha256: hex(64),
    size: schemas/* int */.Whr().positive().optional(),
    md5: hex(32).optional(),
};
const fileSchema = schemas/* object */.Ikc(file);
const entrySchema = schemas/* looseObject */._H3({
    ...file,
    verified: schemas/* string */.YjP().nullish(),
    wheel: fileSchema.optional(),
    layer: fileSchema.optional(),
})
    .transform(({ name, sha256, size, md5, verified, wheel, layer, ...more }) => {
    const facts = manifest_schema/* factsSchema */.tp.safeParse(more).data;
    const zip = { name, sha256, size, md5, facts, record: verified ?? undefined, layer: layer?.name };
    return [zip, wheel, layer].filter((one) => one !== undefined);
});
/**
 * Reads the `expected` input: JSON arrays, possibly several in a row, each on one or many lines, or `sha256sum`
 * lines; never both. An artefact's wheel and layer are artefacts like itself. The same may be named twice, with the same sum.
 *
 * @returns the artefacts, sorted by name; none for a blank text
 * @throws {InputError} for anything else, naming the line or the entry at fault
 */
function parseExpected(text) {
    const trimmed = text.trim();
    if (trimmed === '')
        return [];
    const entries = trimmed.startsWith('[') ? parseArrays(trimmed) : trimmed.split('\n').flatMap(parseLine);
    if (entries.length === 0)
        throw fault('names no artefact', HINT);
    const byName = new Map();
    for (const entry of entries) {
        const wrong = (0,files/* faultInName */.hb)(entry.name);
        if (wrong !== undefined) {
            throw fault(`${JSON.stringify(entry.name)} cannot be an asset: ${wrong}`, 'Give bare file names, without directories.');
        }
        if ((0,manifest/* isWrittenHere */.cu)(entry.name)) {
            throw fault(`names ${entry.name}, which this action writes itself`, 'Leave it out of the list.');
        }
        const other = byName.get(entry.name);
        if (other !== undefined && other.sha256 !== entry.sha256) {
            throw fault(`${entry.name} is named twice, with SHA-256 ${other.sha256} and ${entry.sha256}`, 'Two jobs have built the same file differently; take one of them out of the matrix.');
        }
        // The fuller entry wins: an artefact's own JSON rather than the same file hashed again.
        if (other?.md5 === undefined)
            byName.set(entry.name, entry);
    }
    return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function fault(message, hint) {
    return new errors/* InputError */.dz('expected', message, hint);
}
function parseLine(line, index) {
    // Lists that were put together from several files may have a byte order mark before any line.
    const text = line.replace(/^\uFEFF|\r$/g, '');
    if (text.trim() === '')
        return [];
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(text);
    if (match?.[1] === undefined || match[2] === undefined) {
        throw fault(`line ${index + 1} is neither a JSON array nor a sha256sum line: ${JSON.stringify(text.slice(0, 120))}`, HINT);
    }
    return [{ name: match[2], sha256: match[1] }];
}
function parseArrays(text) {
    return splitArrays(text).flatMap((part, array) => {
        let value;
        try {
            value = JSON.parse(part);
        }
        catch {
            throw fault(`array ${array + 1} is not JSON: ${part.slice(0, 120)}`, HINT);
        }
        if (!Array.isArray(value))
            throw fault(`array ${array + 1} is not an array`, HINT);
        return value.flatMap((entry, row) => {
            const result = entrySchema.safeParse(entry);
            if (result.success)
                return result.data;
            const issues = result.error.issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; ');
            throw fault(`entry ${row + 1} of array ${array + 1}: ${issues}`, HINT);
        });
    });
}
/** Cuts after each top-level closing bracket; what is cut wrongly is not JSON, and is found there. */
function splitArrays(text) {
    const parts = [];
    let start = 0;
    let depth = 0;
    for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
        const [mark] = token;
        if (mark === '[' || mark === '{')
            depth += 1;
        else if (mark === ']' || mark === '}')
            depth -= 1;
        if (depth === 0 && mark === ']') {
            parts.push(text.slice(start, token.index + 1).trim());
            start = token.index + 1;
        }
    }
    const rest = text.slice(start).trim();
    return rest === '' ? parts : [...parts, rest];
}

// EXTERNAL MODULE: ./build/inputs/file-patterns.js
var file_patterns = __webpack_require__(23202);
// EXTERNAL MODULE: ./build/inputs/github-names.js
var github_names = __webpack_require__(48052);
// EXTERNAL MODULE: ./build/inputs/shape.js
var shape = __webpack_require__(77177);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
;// CONCATENATED MODULE: ./build/inputs/release-inputs.js





const MAKE_LATEST = ['true', 'false', 'legacy'];
/** Whether the run is for a tag, from what the runner says: what is built then is meant to be released. */
function isForTag(env) {
    return (env.GITHUB_REF_TYPE === 'tag' ||
        env.GITHUB_REF?.startsWith('refs/tags/') === true ||
        env.GITHUB_EVENT_NAME === 'release');
}
/**
 * The release that files go to; undefined when neither `release-tag` nor `release-id` is given.
 *
 * @throws {MalformedInputError} that names the input, its value and what is allowed
 */
function readReleaseTarget({ get, env, mask }) {
    const tag = tagOf(get);
    const id = (0,values/* textOf */.b6)(get, 'release-id');
    const overwrite = (0,values/* booleanOf */.SF)(get, 'overwrite', false);
    const createTag = (0,values/* booleanOf */.SF)(get, 'create-tag', false);
    if (tag === undefined && id === undefined)
        return undefined;
    const releaseId = id === undefined ? undefined : Number((0,shape/* insistOn */.Yj)(RELEASE_ID, 'release-id', id));
    const named = (0,values/* textOf */.b6)(get, 'repository') ?? env.GITHUB_REPOSITORY ?? '';
    const repository = (0,shape/* insistOn */.Yj)(github_names/* REPOSITORY */.Bw, 'repository', named);
    const [owner = '', repo = ''] = repository.split('/');
    const apiUrl = (0,github_names/* apiUrlOf */.po)(env);
    // On a command line from the environment, so that none needs to stand in an argument.
    const token = (0,values/* textOf */.b6)(get, 'token') ?? env.GITHUB_TOKEN;
    if (!token) {
        const hint = 'Leave the input out in a workflow; on a command line set the variable GITHUB_TOKEN.';
        throw (0,shape/* nothingGiven */.Xw)('token', hint);
    }
    mask?.(token);
    // In another repository's release the workflow's own commit means nothing.
    const own = env.GITHUB_REPOSITORY?.toLowerCase() === repository.toLowerCase();
    const sha = (own && env.GITHUB_SHA) || undefined;
    return { owner, repo, token, apiUrl, tag, releaseId, sha, overwrite, createTag };
}
/**
 * Reads the inputs of the publish action.
 *
 * @throws {InputError} that names the input, its value and what is allowed
 */
async function readPublishJob(given) {
    const target = readReleaseTarget(given);
    if (target === undefined) {
        throw (0,shape/* nothingGiven */.Xw)('release-id', 'Say which draft to publish: give release-id or release-tag.');
    }
    const { get } = given;
    const makeLatest = (0,values/* oneOf */.yL)(get, 'make-latest', 'legacy', MAKE_LATEST);
    const expected = parseExpected((0,values/* textOf */.b6)(get, 'expected') ?? '');
    return { target, expected, files: await (0,file_patterns/* filesOf */.R)(get), makeLatest };
}
const RELEASE_ID = {
    pattern: /^[1-9]\d{0,15}$/,
    problem: 'is not the id of a release',
    hint: 'Give the number that the job which made the draft put out as `release-id`.',
};
/** The tag's name, also where its whole ref is given, as `github.ref` has it. */
function tagOf(get) {
    const text = (0,values/* textOf */.b6)(get, 'release-tag');
    if (text === undefined)
        return undefined;
    const tag = text.replace(/^refs\/tags\//, '');
    if (tag.startsWith('refs/')) {
        throw (0,shape/* malformed */.Qm)('release-tag', tag, {
            problem: `is the ref of ${tag.startsWith('refs/heads/') ? 'a branch' : 'something else'}, not of a tag`,
            hint: 'Run the workflow on the tag (on: push: tags) and give github.ref_name, or give the tag itself, such as 2.9.13-1.',
        });
    }
    if (github_names/* TAG */.Dk.pattern.test(tag))
        return tag;
    throw (0,shape/* malformed */.Qm)('release-tag', text, github_names/* TAG */.Dk);
}


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

/***/ 52269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ ensureAssets),
/* harmony export */   l: () => (/* binding */ storeAll)
/* harmony export */ });
/* harmony import */ var _catalog_file_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(15297);
/* harmony import */ var _catalog_zip_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8085);
/* harmony import */ var _github_advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6568);
/* harmony import */ var _github_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4472);
/* harmony import */ var _github_waiting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15349);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73976);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(94888);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36997);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67390);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(10464);










/** How often a foreign upload in progress is looked at, in milliseconds. */
const WATCH = 15_000;
/**
 * Puts the files on the release, and returns when one listing shows them all: complete, under their names, with
 * the right bytes. What is there already is not sent again, so a second run posts nothing. Files that are not
 * checksums go first. A new release costs one request a file, and two listings.
 *
 * @returns the assets in the order of `files`
 * @throws {BuildError} a file is unfit (before any request), another asset has the name and may not be replaced,
 *   the release is gone or immutable, GitHub refuses, or patience ended; what was uploaded stays
 */
async function ensureAssets(connection, release, files) {
    const uploads = await (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .openFiles */ .Km)(files);
    const stored = await storeAll(connection, release, uploads, connection.target.overwrite);
    return files.flatMap(({ name }) => stored.filter((asset) => asset.name === name));
}
/** {@link ensureAssets} for files that are open. @returns the assets in the order of their upload */
async function storeAll(connection, release, uploads, overwrite) {
    const visit = new Visit(connection, release, (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .inUploadOrder */ .F)(uploads), overwrite);
    for (;;) {
        const stored = await visit.round();
        if (stored !== undefined)
            return stored;
    }
}
/** One job's work on one release: list, decide, act, list. Every doubt is settled by the next listing. */
class Visit {
    connection;
    release;
    uploads;
    overwrite;
    #ours = new Set();
    #outcomes = new Map();
    #corrupted = new Set();
    #list;
    #text;
    #patience;
    #best = 0;
    #watched = 0;
    constructor(connection, release, uploads, overwrite) {
        this.connection = connection;
        this.release = release;
        this.uploads = uploads;
        this.overwrite = overwrite;
        const names = new Set(uploads.flatMap((upload) => [upload.name, (0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .temporaryName */ .NT)(upload), (0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_9__/* .zipOfRecord */ .qg)(upload.name)]));
        this.#list = (0,_listing_js__WEBPACK_IMPORTED_MODULE_7__/* .listingOf */ .K)(connection, release, ({ name }) => names.has(name));
        this.#text = (0,_records_js__WEBPACK_IMPORTED_MODULE_8__/* .recordReader */ .h9)(connection);
        this.#patience = (0,_github_waiting_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceFor */ .R)(connection, `uploading to the release ${release.tag}`);
    }
    /** Goes through the files in order up to the first that needs another look. @returns all of them, once they are there */
    async round() {
        const listing = await this.#list();
        const stored = [];
        for (const [index, upload] of this.uploads.entries()) {
            const step = await this.#decide(upload, listing);
            if (step.kind === 'done') {
                stored.push({ ...step.asset, outcome: this.#outcomes.get(upload.name) ?? 'reused' });
            }
            else if (!(await this.#take(step, upload))) {
                break;
            }
            if (index >= this.#best) {
                this.#best = index + 1;
                this.#patience.progress();
            }
        }
        return stored.length === this.uploads.length ? stored : undefined;
    }
    /** Clears what may be cleared, until something else is to be done. */
    async #decide(upload, listing) {
        const { api, log, limits, serverNow, target } = this.connection;
        let assets = listing;
        for (;;) {
            const step = (0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .decide */ .LD)(upload, {
                assets,
                others: await this.#others(upload, assets),
                ours: this.#ours,
                serverNow: serverNow(),
                grace: (0,_github_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .graceTime */ .w)(limits, upload.size),
            });
            if (step.kind === 'done')
                return step;
            if (step.kind === 'refuse')
                throw (0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .conflict */ .hj)(upload, step.asset, this.release.tag);
            if (this.release.immutable)
                throw (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .immutable */ .HA)(target, this.release);
            if (step.kind !== 'delete')
                return step;
            log.info(`deleting ${step.asset.name} (id ${step.asset.id}): ${step.why}`);
            await api.deleteAsset(step.asset.id);
            assets = assets.filter(({ id }) => id !== step.asset.id);
        }
    }
    /**
     * A record says when its zip was tried, so no two are alike. Where the zip is on the release already, so is what was
     * seen of it, and that stays, unless the file here says of more that it ran, or a run that died has left the record of
     * other bytes; a zip that has just been uploaded takes its own record with it. What is published stays as it is: its
     * `SHA256SUMS` has the record's sum.
     */
    async #others(upload, assets) {
        if (this.overwrite)
            return 'replace';
        const zip = (0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_9__/* .zipOfRecord */ .qg)(upload.name);
        if (zip === undefined)
            return 'refuse';
        if (this.#outcomes.has(zip) || this.#ours.has(zip))
            return 'replace';
        const here = assets.find(({ name }) => name === upload.name);
        if (!this.release.draft || here === undefined || (0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .isHalf */ .wX)(here) || (0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .holds */ .v9)(here, upload))
            return 'keep';
        const tried = assets.find((asset) => asset.name === zip && !(0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .isHalf */ .wX)(asset));
        const texts = [await upload.body.text(), await this.#text(here)];
        return (0,_catalog_zip_record_js__WEBPACK_IMPORTED_MODULE_0__/* .isBetter */ .L)(...texts, tried && (0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .sumOf */ .XN)(tried)) ? 'replace' : 'keep';
    }
    /** @returns whether the file is there as far as the answers say */
    async #take(step, upload) {
        const { clock, limits, log } = this.connection;
        if (step.kind === 'wait') {
            const { name, id } = step.asset;
            log.info(`${name} (id ${id}) is half uploaded, perhaps by a job that is still at it; waiting`);
            const pause = Math.max(Math.min(step.milliseconds, WATCH), 1000);
            this.#watched += pause;
            // Its age is by the server's clock, which a proxy may let stand still.
            if (this.#watched > limits.starterGrace * 2)
                await this.#patience.again(`${name} stays half uploaded`);
            await clock.sleep(pause);
            return false;
        }
        if (step.kind === 'swap')
            return this.#swap(step.old, step.fresh, upload);
        const fresh = await this.#post(upload, step.as);
        if (fresh === undefined)
            return false;
        // A replacement: the listing that showed the old asset is the one that decided.
        if (step.as !== upload.name)
            return this.#swap(step.old, fresh, upload);
        this.#outcomes.set(upload.name, 'uploaded');
        return true;
    }
    /** @returns the asset, when the answer proves that it is there with the right bytes */
    async #post(upload, as) {
        const { api, log, target } = this.connection;
        log.info(`uploading ${as} (${upload.size} bytes)`);
        const reply = await api.upload(this.release, as, upload);
        if (reply.kind === 'ok')
            return this.#accept(upload, as, reply.data);
        if (await upload.changed())
            throw (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .changed */ .tD)(upload);
        if (reply.kind === 'refused' && reply.status === 404) {
            const release = await api.release(this.release.id);
            if (release === undefined)
                throw (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .deleted */ .KF)(target, this.release);
            throw (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)(target, `uploading to the release ${release.tag}`, reply);
        }
        if (reply.kind === 'refused' && (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .isTaken */ .Ck)(reply, 'name')) {
            this.#ours.delete(as);
            await this.#patience.again(`another job has just uploaded ${as}`);
            return undefined;
        }
        if (reply.kind === 'lost' || reply.status >= 500)
            this.#ours.add(as);
        await this.#patience.face(reply);
        return undefined;
    }
    async #accept(upload, as, asset) {
        const { api } = this.connection;
        if (asset.name !== as) {
            await api.deleteAsset(asset.id);
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`GitHub stored ${as} under another name, ${asset.name}; the asset was deleted again`, 'Nobody would find the file under its published address. Please report this name.');
        }
        if ((0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .isHalf */ .wX)(asset)) {
            this.#ours.add(as);
            await this.#patience.again(`${as} is in the state ${asset.state} after the upload`);
            return undefined;
        }
        if (asset.digest === null && asset.size === upload.size)
            return undefined;
        if ((0,_decide_js__WEBPACK_IMPORTED_MODULE_5__/* .holds */ .v9)(asset, upload))
            return asset;
        await api.deleteAsset(asset.id);
        if (await upload.changed())
            throw (0,_files_js__WEBPACK_IMPORTED_MODULE_6__/* .changed */ .tD)(upload);
        const what = `GitHub stored ${asset.digest} (${asset.size} bytes) for ${as} instead of sha256:${upload.sha256} (${upload.size} bytes)`;
        if (this.#corrupted.has(as)) {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`${what}, twice; the asset was deleted`, 'Something between this machine and GitHub changes the bytes: look for a proxy that inspects uploads.');
        }
        this.#corrupted.add(as);
        await this.#patience.again(what);
        return undefined;
    }
    /** Old out, new in. If this breaks off after the deletion, the next listing finds the new one and renames it. */
    async #swap(old, fresh, upload) {
        const { api, log } = this.connection;
        if (old !== undefined) {
            log.info(`replacing ${old.name} (id ${old.id}, ${old.digest})`);
            await api.deleteAsset(old.id);
        }
        const reply = await api.rename(fresh.id, upload.name);
        if (reply.kind === 'ok' && reply.data.name === upload.name) {
            this.#outcomes.set(upload.name, 'replaced');
            return true;
        }
        if (reply.kind === 'ok') {
            await this.#patience.again(`GitHub renamed ${fresh.name} to ${reply.data.name} instead of ${upload.name}`);
        }
        else if (reply.kind === 'refused' && (reply.status === 404 || (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .isTaken */ .Ck)(reply, 'name'))) {
            await this.#patience.again(`another job has changed ${upload.name} at the same time`);
        }
        else {
            await this.#patience.face(reply);
        }
        return false;
    }
}


/***/ }),

/***/ 94888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   NT: () => (/* binding */ temporaryName),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   hj: () => (/* binding */ conflict),
/* harmony export */   v9: () => (/* binding */ holds),
/* harmony export */   wX: () => (/* binding */ isHalf)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);

/**
 * Decides by name, size and digest. A replacement is uploaded beside the old asset, under a name that says which
 * bytes it holds, so that a run that dies anywhere on the way is taken up by the next one and nothing is lost.
 * Digests must be known; see `listingOf`.
 */
function decide(file, view) {
    const temporary = temporaryName(file);
    const here = view.assets.find(({ name }) => name === file.name);
    const fresh = view.assets.find(({ name }) => name === temporary);
    if (here !== undefined && isHalf(here))
        return clearOrWait(here, view);
    if (here !== undefined && (holds(here, file) || view.others === 'keep')) {
        const leftover = view.assets.find((asset) => isLeftover(asset, file, view));
        return leftover === undefined
            ? { kind: 'done', asset: here }
            : { kind: 'delete', asset: leftover, why: `left over from a replacement of ${file.name}` };
    }
    if (here !== undefined && view.others === 'refuse')
        return { kind: 'refuse', asset: here };
    if (fresh === undefined)
        return { kind: 'post', as: here === undefined ? file.name : temporary, old: here };
    if (isHalf(fresh))
        return clearOrWait(fresh, view);
    if (!holds(fresh, file))
        return { kind: 'delete', asset: fresh, why: 'its bytes are not those its name says' };
    return { kind: 'swap', old: here, fresh };
}
/** `NAME.new-<start of the SHA-256>`: the same for every run that uploads the same bytes. */
function temporaryName({ name, sha256 }) {
    return `${name}.new-${sha256.slice(0, 12)}`;
}
/** Whether the name is taken although the bytes are not there: `starter` or `open`. */
function isHalf(asset) {
    return asset.state !== 'uploaded';
}
/** Whether the asset is the file, byte for byte as far as size and SHA-256 can say. */
function holds(asset, { size, sha256 }) {
    return asset.size === size && asset.digest === `sha256:${sha256}`;
}
/** The asset's SHA-256 in lower-case hex; empty where its digest is not known. */
function sumOf({ digest }) {
    return (digest ?? '').replace('sha256:', '');
}
function isLeftover(asset, file, view) {
    const beside = asset.name.startsWith(file.name) ? asset.name.slice(file.name.length) : '';
    if (!/^\.new-[0-9a-f]{12}$/.test(beside))
        return false;
    const mine = asset.name === temporaryName(file) && !isHalf(asset);
    return mine || isAbandoned(asset, view);
}
function isAbandoned(asset, view) {
    return view.serverNow - asset.createdAt >= view.grace;
}
function clearOrWait(asset, view) {
    if (view.ours.has(asset.name))
        return { kind: 'delete', asset, why: 'this job’s upload of it broke off' };
    if (isAbandoned(asset, view))
        return { kind: 'delete', asset, why: 'its upload was begun long ago and never ended' };
    return { kind: 'wait', milliseconds: view.grace - (view.serverNow - asset.createdAt), asset };
}
/** The same name, other bytes, and no leave to replace them: both digests, nothing touched. */
function conflict(file, asset, tag) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`the release ${tag} has an asset ${file.name} with other bytes: GitHub has ${asset.digest} (${asset.size} bytes), ` +
        `the file here is sha256:${file.sha256} (${file.size} bytes)`, '`overwrite: true` replaces it. Where people may have pinned the published file, use a new tag instead, with ' +
        'the next rebuild counter (2.9.13-2 after 2.9.13-1).');
}


/***/ }),

/***/ 36997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ localFile),
/* harmony export */   F: () => (/* binding */ inUploadOrder),
/* harmony export */   Km: () => (/* binding */ openFiles),
/* harmony export */   hb: () => (/* binding */ faultInName),
/* harmony export */   n$: () => (/* binding */ uploadOf),
/* harmony export */   qQ: () => (/* binding */ hashOf),
/* harmony export */   tD: () => (/* binding */ changed)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73976);





/** GitHub's limit for one asset (its documentation, "About releases"). */
const LARGEST = 2 ** 31;
/**
 * Names that GitHub stores as they are. It rewrites blanks, `~`, `()` and other marks to dots and trims dots at
 * the ends (softprops/action-gh-release#159, actions/upload-release-asset#57); the file would then not be found.
 */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*$/;
/** @returns what is wrong with an asset's name, or undefined */
function faultInName(name) {
    if (!SAFE_NAME.test(name))
        return 'GitHub would rewrite the name';
    return name.length > 200 ? 'the name is longer than 200 characters' : undefined;
}
/**
 * Checks and hashes the files, all of them before any request is sent.
 *
 * @throws {BuildError} for a name GitHub would rewrite, a name given twice, and a file that is missing, empty,
 *   not a file, too large, or no longer the one whose size and SHA-256 were given
 */
async function openFiles(files) {
    const names = new Set();
    for (const { name } of files) {
        const fault = faultInName(name);
        if (fault !== undefined) {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`${JSON.stringify(name)} cannot be the name of a release asset: ${fault}`, 'Use letters, digits, `_`, `+`, `-`, and single dots inside the name.');
        }
        if (names.has(name)) {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`two files would become the asset ${name}`, 'Assets have no directories: rename one file.');
        }
        names.add(name);
    }
    return Promise.all(files.map(openFile));
}
/** A file that comes without its maker's word, for example by a glob: named, measured and hashed as it is now. */
async function localFile(path) {
    const { body, size } = await openBytes(path);
    return { name: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(path), path, size, sha256: await hashOf(body.stream()) };
}
async function openFile(file) {
    const { name, path, size, sha256 } = file;
    const { body, identity: then, size: found } = await openBytes(path);
    const sum = await hashOf(body.stream()).catch(() => undefined);
    if (found !== size || sum !== sha256)
        throw changed(file);
    return { name, size, sha256, body, changed: async () => (await identify(path))?.identity !== then };
}
/**
 * A blob backed by the file: sized, so that the request has a Content-Length; streamed; readable again for every
 * attempt; and it refuses to be read once the file has changed.
 */
async function openBytes(path) {
    const found = await identify(path);
    if (found === undefined) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`the file to upload is missing or cannot be read: ${path}`, 'Check the path: has a step moved or removed it?');
    }
    const { size, identity } = found;
    if (!found.isFile)
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`cannot upload ${path}: it is not a file`, 'List files, not directories.');
    if (size === 0)
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`cannot upload ${path}: it is empty`, 'GitHub takes no empty assets.');
    if (size >= LARGEST) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`cannot upload ${path}: ${size} bytes`, 'GitHub takes assets of less than 2 GiB.');
    }
    return { body: await (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openAsBlob)(path), identity, size };
}
/** The SHA-256 in lower-case hex of what streams by. */
async function hashOf(chunks) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of chunks)
        hash.update(chunk);
    return hash.digest('hex');
}
/** The file is not the one that was hashed. */
function changed({ name, sha256 }) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS(`the file for ${name} has changed since it was hashed (it was ${sha256})`, 'Something else writes to the output directory: give each job its own, and upload before the next build.');
}
/** Bytes that were made here and are on no disk: `SHA256SUMS`, `manifest.json`. */
function uploadOf(name, text) {
    const body = new Blob([text]);
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
    return { name, size: body.size, sha256, body, changed: async () => false };
}
/** Checksum files last: they must never point at something that is not there. */
function inUploadOrder(uploads) {
    const isSum = ({ name }) => /\.(sha256|md5)$|^SHA256SUMS$/.test(name);
    return [...uploads.filter((upload) => !isSum(upload)), ...uploads.filter(isSum)];
}
/** @returns undefined: there is nothing. `identity` differs as soon as anybody has written to the file. */
async function identify(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path, { bigint: true }).catch(() => undefined);
    if (found === undefined)
        return undefined;
    const { size, mtimeNs, ino } = found;
    return { isFile: found.isFile(), size: Number(size), identity: `${ino} ${size} ${mtimeNs}` };
}


/***/ }),

/***/ 9455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ releaseByTag),
/* harmony export */   L6: () => (/* binding */ severalDrafts),
/* harmony export */   Sy: () => (/* binding */ findOrCreateRelease),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   dv: () => (/* binding */ findRelease),
/* harmony export */   mq: () => (/* binding */ createDraft),
/* harmony export */   u$: () => (/* binding */ releaseById),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var _github_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6568);
/* harmony import */ var _github_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15349);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35146);




/** The tag the target names. @throws {InputError} it names none */
function tagOf({ target }) {
    if (target.tag !== undefined)
        return target.tag;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('release-tag', 'is not given, and neither is release-id', 'Give one of them.');
}
/**
 * The release of the given id.
 *
 * @throws {BuildError} there is none that the token can see
 * @throws {InputError} it carries another tag than the given one
 */
async function releaseById(connection, id) {
    const { target, api } = connection;
    const patience = (0,_github_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .patienceFor */ .R)(connection, `reading the release ${id}`);
    for (let missing = 1;; missing += 1) {
        const release = await api.release(id);
        if (release !== undefined) {
            if (/^untagged-[0-9a-f]+$/.test(release.tag))
                throw (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .untagged */ .GV)(target, release);
            if (target.tag === undefined || target.tag === release.tag)
                return release;
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz('release-id', `the release ${id} of ${(0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(target)} carries the tag ${release.tag}, not ${target.tag}`, 'Give only one of release-id and release-tag, or both of one release.');
        }
        if (missing === 3) {
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`there is no release ${id} in ${(0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(target)} that this token can see`, 'Drafts are shown only to tokens that may write. In the job that uses this action:\n' +
                'permissions:\n  contents: write\nOtherwise the release was deleted, or `repository` names another one.');
        }
        // A release that another job has just created may be unknown to the next server for a moment.
        await patience.again(`GitHub does not know the release ${id} (yet)`);
    }
}
/**
 * The releases of a tag, drafts included, which only the list shows.
 *
 * @throws {BuildError} there are several drafts, or the repository is not there or not visible
 */
async function releasesOf(connection, tag) {
    const { api, target } = connection;
    const releases = await api.releases();
    if (releases === undefined) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`the repository ${(0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(target)} does not exist, or the token cannot see it`, 'Check `repository: OWNER/NAME`; the workflow’s own token is for its own repository only, for another one ' +
            'give `token` with "Contents: write" there.');
    }
    const ours = releases.filter((release) => release.tag === tag).sort((a, b) => a.id - b.id);
    const drafts = ours.filter((release) => release.draft);
    if (drafts.length > 1)
        throw severalDrafts(connection, tag, drafts);
    const others = releases.filter((release) => release.tag !== tag);
    return { published: ours.find((release) => !release.draft), draft: drafts[0], others };
}
/** The published release of a tag, else its draft; undefined: there is none yet. @throws as {@link releasesOf} */
async function releaseByTag(connection, tag) {
    const known = await connection.api.publishedRelease(tag);
    if (known !== undefined)
        return known;
    const { published, draft } = await releasesOf(connection, tag);
    return published ?? draft;
}
/** More than one draft for one tag: which one is meant is for a person to say. */
function severalDrafts({ target }, tag, drafts) {
    const commands = drafts.map((draft) => (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .deleteCommand */ .x3)(target, 'releases', draft.id)).join('\n');
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${drafts.length} drafts of ${(0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(target)} carry the tag ${tag}: ids ${drafts.map((d) => d.id).join(', ')}`, `Keep one of them, and delete the others:\n${commands}\nLet one job prepare the draft and give its id to the ` +
        'others (`release-id`); drafts are not unique per tag.');
}
/**
 * The release that files are to go to: the one of the given id; else the published one of the tag; else the
 * tag's draft, which is created when there is none.
 *
 * GitHub refuses no second draft of one tag and hides new ones from its list for seconds, so jobs that all find
 * none may each create one; whoever looks next refuses to choose among them.
 */
async function findOrCreateRelease(connection) {
    return (await findRelease(connection)) ?? (await createDraft(connection));
}
/** The release of the given id, or of the tag; undefined: the tag has none yet. @throws as those */
async function findRelease(connection) {
    const { releaseId } = connection.target;
    return releaseId === undefined
        ? releaseByTag(connection, tagOf(connection))
        : releaseById(connection, releaseId);
}
/** A new draft for the target's tag, or what another job has made meanwhile. @throws {BuildError} when GitHub refuses */
async function createDraft(connection) {
    const { api, clock, limits, log, target } = connection;
    const tag = tagOf(connection);
    const commit = await (0,_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .checkTag */ .B)(connection, tag, undefined);
    const patience = (0,_github_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .patienceFor */ .R)(connection, `creating a draft release for ${tag}`);
    for (;;) {
        // Where the tag exists, GitHub's description calls target_commitish unused; a token without the workflows
        // permission may be refused because of it all the same (intent-hq/intent#1277).
        const reply = await api.createDraft(tag, commit === undefined ? target.sha : undefined);
        if (reply.kind === 'ok') {
            // The answer is the authority: the list may hide the new draft for a while.
            log.info(`created a draft release for ${tag} (id ${reply.data.id})`);
            return reply.data;
        }
        if (reply.kind === 'refused' && (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .isTaken */ .Ck)(reply, 'tag_name'))
            await patience.again(`GitHub says that ${tag} has a release already, and does not show it yet`);
        else
            await patience.face(reply);
        // Perhaps only the answer was lost: a draft of ours would show in the list by then.
        if (reply.kind === 'lost' || reply.status >= 500)
            await clock.sleep(limits.listLag);
        const found = await releaseByTag(connection, tag);
        if (found !== undefined)
            return found;
    }
}


/***/ }),

/***/ 67390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listingOf)
/* harmony export */ });
/* harmony import */ var _github_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6568);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94888);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36997);



/** How often a listing is read again for digests that GitHub has not computed yet. */
const READS = 5;
/**
 * Lists the release's assets, each uploaded one that `matters` with its digest: GitHub fills digests in a moment after
 * the upload, and has none for assets of before June 2025 (google/go-github#3628); those are downloaded and hashed, once.
 *
 * @returns a function that lists anew each time; that one throws a BuildError when the release is gone
 */
function listingOf(connection, release, matters = () => true) {
    const { api, clock, limits, log, target } = connection;
    const known = new Map();
    const lacks = (asset) => asset.digest === null && !known.has(asset.id) && !(0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .isHalf */ .wX)(asset);
    return async () => {
        for (let read = 1;; read += 1) {
            const assets = await api.assets(release.id);
            if (assets === undefined)
                throw (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .deleted */ .KF)(target, release);
            const unclear = assets.filter((asset) => matters(asset) && lacks(asset));
            if (unclear.length > 0 && read < READS) {
                log.debug(`no digest yet: ${unclear.map(({ name }) => name).join(', ')}`);
                await clock.sleep(limits.backoff * 2 ** (read - 1));
                continue;
            }
            const gone = new Set();
            for (const asset of unclear) {
                log.info(`${asset.name}: GitHub gives no digest; downloading it to compare`);
                const sha256 = await api.download(asset, _files_js__WEBPACK_IMPORTED_MODULE_2__/* .hashOf */ .qQ);
                if (sha256 === undefined)
                    gone.add(asset.id);
                else
                    known.set(asset.id, `sha256:${sha256}`);
            }
            return assets
                .filter(({ id }) => !gone.has(id))
                .map((asset) => ({ ...asset, digest: asset.digest ?? known.get(asset.id) ?? null }));
        }
    };
}


/***/ }),

/***/ 20341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ MANIFEST_SCHEMA),
/* harmony export */   rc: () => (/* binding */ manifestSchema),
/* harmony export */   tp: () => (/* binding */ factsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);


// A manifest is parsed once: compiling a parser for it would take longer.
zod__WEBPACK_IMPORTED_MODULE_1__/* .config */ .$W({ jitless: true });
/** The version of the manifest's schema. It grows only when what is there changes its meaning; more may be added. */
const MANIFEST_SCHEMA = 1;
const sha256 = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');
/** A file of a release: `size` in bytes, `url` where anybody downloads it. */
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5(),
    size: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive(),
    sha256,
});
/** What is known of a zip, and holds for its other forms. */
const factsSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    /** `major.minor`. */
    python: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^\d+\.\d+$/, 'expected a version such as 3.13'),
    architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .Xe),
    versions: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ psycopg2: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), postgresql: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), openssl: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    /** The newest glibc that the module needs; null where it needs none by version. */
    glibc: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    toolchain: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
});
/** A zip and its other forms. */
const artefactSchema = fileSchema.extend({
    md5: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    ...factsSchema.shape,
    /** The same bytes under a wheel's name. */
    wheel: fileSchema.optional(),
    /** The same tree below `python/`, or in a layer that several Pythons share. */
    layer: fileSchema.optional(),
    /** The record of what was verified, and which stages of it ran; null where nothing was tried. */
    verified: fileSchema.extend({ stages: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) }).nullable(),
});
/** Where an earlier release's manifest is, and its sum. */
const earlierSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ tag: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1), url: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5(), sha256 });
/** A manifest, as `manifest.json` on a release has it. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(MANIFEST_SCHEMA),
    /** OWNER/NAME. */
    repository: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[\w.-]+\/[\w.-]+$/, 'expected OWNER/NAME'),
    tag: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    /** What the tag stands at. */
    commit: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(artefactSchema),
    /** Earlier releases, the newest first: where their manifests are, and the manifests' sums. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(earlierSchema),
});


/***/ }),

/***/ 55745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Is: () => (/* binding */ downloadUrl),
/* harmony export */   cu: () => (/* binding */ isWrittenHere)
/* harmony export */ });
/* harmony import */ var _catalog_file_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15297);
/* harmony import */ var _github_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6568);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94888);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36997);
/* harmony import */ var _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20341);





const MANIFEST = 'manifest.json';
const WRITTEN_HERE = [MANIFEST, `${MANIFEST}.sha256`, 'SHA256SUMS'];
/** Whether the publish step itself writes an asset of this name. */
function isWrittenHere(name) {
    return WRITTEN_HERE.includes(name);
}
/** Where anybody downloads an asset once the release is published: a draft's own addresses say `untagged-…`. */
function downloadUrl({ url, tag }, name) {
    return `${url.replace(/\/releases\/.*$/, '')}/releases/download/${encodeURIComponent(tag)}/${name}`;
}
/**
 * The files that the publish step adds: `manifest.json` says what each artefact is, for machines, and `manifest.json.sha256`
 * has its sum; `SHA256SUMS` has a line for every other asset, so that `sha256sum -c` checks a whole download. All follow
 * from what is given alone, so that a repeated publish makes the same bytes.
 */
function manifestOf(contents) {
    const { target, release, commit, expected, assets, earlier } = contents;
    const zips = expected.filter(({ name }) => !(0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isCompanion */ .bv)(name));
    const told = zips.map((zip) => ({ zip, artefact: artefactOf(zip, contents) }));
    const value = {
        schema: _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_SCHEMA */ .KB,
        repository: (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(target),
        tag: release.tag,
        commit,
        artifacts: told.flatMap(({ artefact }) => artefact ?? []),
        earlier: [...earlier],
    };
    const manifest = (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadOf */ .n$)(MANIFEST, `${JSON.stringify(value, null, 2)}\n`);
    const itsSum = (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadOf */ .n$)(`${MANIFEST}.sha256`, `${manifest.sha256}  ${MANIFEST}\n`);
    const sums = assets
        .filter(({ name }) => !isWrittenHere(name))
        .map((asset) => ({ name: asset.name, sha256: (0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .sumOf */ .XN)(asset) }));
    const lines = [...sums, manifest, itsSum]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, sha256 }) => `${sha256}  ${name}\n`);
    const untold = told.flatMap(({ zip, artefact }) => (artefact === undefined ? [zip.name] : []));
    return {
        uploads: [manifest, itsSum, (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadOf */ .n$)('SHA256SUMS', lines.join(''))],
        untold: untold.filter((name) => name.endsWith('.zip')),
    };
}
/** Undefined for what nothing is known of, or is not there. */
function artefactOf(zip, { release, assets, records }) {
    const { name, sha256, md5 } = zip;
    const record = records.get((0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .recordName */ .xD)(name));
    const facts = zip.facts ?? (record?.zip.sha256 === sha256 ? factsIn(record) : undefined);
    const find = (matches) => {
        const asset = assets.find((candidate) => !(0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .isHalf */ .wX)(candidate) && matches(candidate));
        const { size = 0 } = asset ?? {};
        return asset && { name: asset.name, url: downloadUrl(release, asset.name), size, sha256: (0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .sumOf */ .XN)(asset) };
    };
    const file = find((asset) => asset.name === name);
    if (facts === undefined || file === undefined)
        return undefined;
    const wheel = find((asset) => asset.name.endsWith('.whl') && (0,_decide_js__WEBPACK_IMPORTED_MODULE_1__/* .sumOf */ .XN)(asset) === sha256);
    // Which Pythons a shared layer has, its name does not say: such a one counts where the build named it.
    const layer = find((asset) => asset.name === (zip.layer ?? (0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .layerName */ .Hn)(name)));
    const recorded = find((asset) => asset.name === (0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .recordName */ .xD)(name));
    const stages = record?.stages.map(({ stage }) => stage) ?? [];
    const tried = stages.some((stage) => stage !== 'audit');
    return {
        ...file,
        ...(md5 === undefined ? {} : { md5 }),
        ...facts,
        ...(wheel === undefined ? {} : { wheel }),
        ...(layer === undefined ? {} : { layer }),
        verified: recorded === undefined || !tried ? null : { ...recorded, stages },
    };
}
/** What a record says of its zip; undefined where it does not say all of it. */
function factsIn(record) {
    const { built } = record;
    const toolchain = typeof built === 'object' && built !== null && 'toolchain' in built ? built.toolchain : '';
    return _manifest_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .factsSchema */ .tp.safeParse({ ...record, toolchain }).data;
}


/***/ }),

/***/ 10464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ recordsIn),
/* harmony export */   b5: () => (/* binding */ refuseOtherRecords),
/* harmony export */   h9: () => (/* binding */ recordReader),
/* harmony export */   w4: () => (/* binding */ withoutUnfinished)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var _catalog_file_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15297);
/* harmony import */ var _catalog_zip_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8085);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73976);
/* harmony import */ var _decide_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94888);






/** No record comes near this size, in bytes. */
const LARGEST = 1024 * 1024;
/** The SHA-256 of the zip that a text is the record of; undefined for what is no record. */
function zipSumIn(text) {
    return (0,_catalog_zip_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .a)(text)?.zip.sha256;
}
/** @returns a function that gives a record's text, downloaded once; empty where it is gone, or too large for one */
function recordReader({ api }) {
    const known = new Map();
    return async (asset) => {
        const read = known.get(asset.id);
        if (read !== undefined || asset.size > LARGEST)
            return read ?? '';
        const found = (await api.download(asset, node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)) ?? '';
        known.set(asset.id, found);
        return found;
    };
}
/**
 * @param uploads what was uploaded, whose records need no download
 * @returns a function that tells, by name, what each record among assets says; undefined for what is no record
 */
function recordsIn(connection, uploads) {
    const read = recordReader(connection);
    return async (assets) => {
        const records = new Map();
        for (const asset of assets) {
            if ((0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_5__/* .zipOfRecord */ .qg)(asset.name) === undefined || (0,_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .isHalf */ .wX)(asset))
                continue;
            const here = uploads.find((upload) => upload.name === asset.name && (0,_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .holds */ .v9)(asset, upload));
            records.set(asset.name, (0,_catalog_zip_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .a)(here === undefined ? await read(asset) : await here.body.text()));
        }
        return records;
    };
}
/** @throws {InputError} for a file that is not the record of the very zip that is expected under its name */
async function refuseOtherRecords(uploads, expected) {
    const zips = new Map(expected.map(({ name, sha256 }) => [name, sha256]));
    for (const { name, size, body } of uploads) {
        const zip = (0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_5__/* .zipOfRecord */ .qg)(name) ?? '';
        const right = zips.get(zip);
        if (right === undefined)
            continue;
        const sum = size > LARGEST ? undefined : zipSumIn(await body.text());
        if (sum === right)
            continue;
        const says = sum === undefined ? 'is no record of a zip' : `is the record of a zip with SHA-256 ${sum}`;
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz('files', `${name} ${says}, but ${zip} has ${right}`, 'Take zip and record from the same run, or give the zip to the action or the verb verify, which writes its record.');
    }
}
/**
 * Takes out the records that say that a verification which was asked for did not run: on a release they would be taken
 * for proof of one. A notice says so, unless a fuller record of the same name is among the files.
 */
async function withoutUnfinished(files, log) {
    const reasons = new Map();
    for (const file of files) {
        const why = await whyUnfinished(file);
        if (why !== undefined)
            reasons.set(file, why);
    }
    const kept = files.filter((file) => !reasons.has(file));
    for (const [{ name }, why] of reasons) {
        if (kept.some((file) => file.name === name))
            continue;
        log.notice(`${name} is not uploaded, because it says that not everything ran that was asked for: ${why}`);
    }
    return { files: kept, unfinished: new Set(Array.from(reasons.keys(), ({ name }) => name)) };
}
async function whyUnfinished({ name, path, size }) {
    if ((0,_catalog_file_names_js__WEBPACK_IMPORTED_MODULE_5__/* .zipOfRecord */ .qg)(name) === undefined || size > LARGEST)
        return undefined;
    // One that cannot be read is told when it is opened for the upload.
    const record = (0,_catalog_zip_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .a)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => ''));
    return record?.notRun
        .filter(({ asked }) => asked)
        .map(({ stage, why }) => `${stage}: ${why}`)
        .at(0);
}


/***/ }),

/***/ 35146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ checkTag)
/* harmony export */ });
/* harmony import */ var _github_advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6568);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73976);


const COMMIT = /^[0-9a-f]{40}$/;
/**
 * Checks that the tag stands, or will stand, at the commit that was built. A published draft whose tag is
 * missing would otherwise tag the head of the default branch (GitHub's reference on `target_commitish`).
 *
 * @param release the release that carries the tag, if there is one: a draft may name the commit itself
 * @returns the tag's commit; undefined when publishing is to create the tag
 * @throws {BuildError} the tag is missing or elsewhere, with the command that cures it
 */
async function checkTag(connection, tag, release) {
    const { sha, createTag } = connection.target;
    const commit = await commitOf(connection, tag);
    const repository = (0,_github_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryOf */ ._M)(connection.target);
    if (commit !== undefined) {
        if (sha === undefined || commit === sha)
            return commit;
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS(`the tag ${tag} of ${repository} is at commit ${commit}, but commit ${sha} was checked out to be built`, `Build the tagged commit (run the workflow on the tag, or \`actions/checkout\` with \`ref: ${tag}\`), or use ` +
            `another tag: \`git tag NEW ${sha} && git push origin NEW\`.`);
    }
    const named = release?.draft && COMMIT.test(release.commitish) ? release.commitish : undefined;
    if (named !== undefined && sha !== undefined && named !== sha) {
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS(`the draft ${tag} (id ${release?.id}) of ${repository} would tag commit ${named}, but ${sha} is to be built`, `Push the tag yourself: \`git tag ${tag} ${sha} && git push origin ${tag}\`.`);
    }
    if (named !== undefined || (createTag && sha !== undefined))
        return undefined;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS(`the tag ${tag} does not exist in ${repository}`, 'Publishing would create it at the head of the default branch, whatever was built. Push it first: ' +
        `\`git tag ${tag} ${sha ?? 'COMMIT'} && git push origin ${tag}\`, or prepare the draft with the commit: ` +
        `\`gh release create ${tag} --draft --target ${sha ?? 'COMMIT'}\`.`);
}
/** The commit a tag stands at, annotated tags peeled; undefined: no such tag. */
async function commitOf({ api }, tag) {
    let object = await api.tagRef(tag);
    // A tag may tag a tag; nobody nests them deeper than once.
    for (let depth = 0; object?.type === 'tag' && depth < 5; depth += 1)
        object = await api.tagObject(object.sha);
    if (object === undefined || object.type === 'commit')
        return object?.sha;
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS(`the tag ${tag} points at a ${object.type} (${object.sha}), not at a commit`, 'A release needs a tag of a commit: use another tag.');
}


/***/ })

};
