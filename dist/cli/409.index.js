export const id = 409;
export const ids = [409];
export const modules = {

/***/ 45409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  auditVerb: () => (/* binding */ auditVerb)
});

// EXTERNAL MODULE: ./build/catalog/targets.js
var targets = __webpack_require__(93370);
// EXTERNAL MODULE: ./build/inputs/file-patterns.js
var file_patterns = __webpack_require__(23202);
// EXTERNAL MODULE: ./build/inputs/runtimes.js
var runtimes = __webpack_require__(89879);
// EXTERNAL MODULE: ./build/inputs/shape.js
var shape = __webpack_require__(77177);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
;// CONCATENATED MODULE: ./build/inputs/audit-inputs.js





/** Reads what an audit asks for besides the packages. @throws {MalformedInputError} for several Pythons or machines */
function readAuditRequest(get) {
    const pythons = (0,runtimes/* pythonVersionsOf */.V)(get);
    const architectures = (0,values/* textOf */.b6)(get, 'architecture') === undefined ? [] : (0,runtimes/* architecturesOf */.m)(get, 'x86_64');
    if (pythons.length > 1 || pythons.some(targets/* isWord */.Jg)) {
        throw (0,shape/* malformed */.Qm)('python-version', pythons.join(' '), {
            problem: 'stands for several Pythons',
            hint: 'Name the one whose runtime the package is for.',
        });
    }
    if (architectures.length > 1) {
        throw (0,shape/* malformed */.Qm)('architecture', architectures.join(' '), {
            problem: 'are several architectures',
            hint: 'Name the one that the package is for.',
        });
    }
    return { python: pythons[0], architecture: architectures[0], strict: (0,values/* booleanOf */.SF)(get, 'strict', false) };
}
/**
 * The packages that the input `paths` stands for: a path a line, of a file or a directory, or a pattern of files.
 *
 * @returns absolute paths, sorted
 * @throws {InputError} as `findFiles`, and where nothing is named
 */
async function packagesOf(get) {
    const paths = await filesOf(get, { input: 'paths', directories: 'themselves' });
    if (paths.length > 0)
        return paths;
    throw nothingGiven('paths', 'Say which packages to judge, for example function.zip or dist/*.zip.');
}

// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: ./build/inputs/paths.js
var paths = __webpack_require__(72164);
// EXTERNAL MODULE: ./build/jobs/audit-job.js + 12 modules
var audit_job = __webpack_require__(55052);
// EXTERNAL MODULE: ./build/audit/violation-lines.js
var violation_lines = __webpack_require__(86661);
;// CONCATENATED MODULE: ./build/report/visible.js
/**
 * A text with what a terminal or a page would obey instead of showing it, such as ESC or a mark that turns the direction
 * around, as `\u001b`: for names that others chose. Line ends are such, too.
 */
function visible_visible(text) {
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./build/jobs/audit-text.js


const MOST_NAMED = 5;
/** In a cell of the job summary. */
const MOST_IN_A_CELL = 3;
/** What an audit has come to in one sentence: that everything loads, or the one thing to do first. */
function headline(judgement) {
    const { file, python, architecture, objects, findings, passed, strict, unknown, psycopg2 } = judgement;
    const who = `Lambda's Python ${python} on ${architecture}`;
    const [first] = findings;
    if (passed && objects.length === 0) {
        const none = psycopg2 === undefined ? ', and finds no psycopg2 in it' : '';
        return `${who} has nothing compiled to load in ${file}${none}`;
    }
    const modules = objects.filter(({ module }) => module).length;
    const libraries = objects.length - modules;
    if (first === undefined || passed) {
        const counted = [
            ...(modules > 0 || libraries === 0 ? [count(modules, 'module')] : []),
            ...(libraries > 0 ? [count(libraries, 'library', 'libraries')] : []),
        ];
        const sure = unknown.length === 0 ? '' : ', as far as is known';
        return `${who} loads everything in ${file} (${counted.join(', ')})${sure}`;
    }
    const said = sentencesOf(first, file);
    if (first.class === 'ours' && strict)
        return `${file} is not as the zips made here are: ${said}`;
    return `${who} does not load ${file}: ${said}`;
}
/** The whole judgement for people, each line with its end; the first is the headline. */
function judgementText(judgement) {
    const { file, guessed, taken, findings, notes, passed, objects, glibc, base, unopened } = judgement;
    const shown = countingOf(judgement);
    const remarks = judgement.strict ? [] : findings.filter((finding) => finding.class === 'ours');
    const lines = [headline(judgement)];
    if (guessed.length > 0)
        lines.push(`(${guessed.join(' and ')}: guessed, because its modules are for nothing else)`);
    if (taken !== undefined)
        lines.push(`(${taken}: taken, because nothing in it tells)`);
    for (const [path, those] of groupedBy(shown, (finding) => finding.file))
        lines.push(`${path === '' ? file : path}:`, ...linesOf(those));
    if (passed) {
        const highest = objects.filter(({ module }) => module).map((one) => one.highestGlibc);
        if (highest.length === 1)
            lines.push(`highest GLIBC ${highest[0] ?? 'none'} of at most ${glibc} (${base})`);
    }
    const untold = judgement.unknown.map(({ library, file: needing }) => `nothing tells whether ${base} has ${library}, which ${needing} needs`);
    lines.push(...unopenedLines(unopened), ...[...untold, ...notes].map((note) => `note: ${note}`));
    if (remarks.length > 0) {
        const rules = [...new Set(remarks.map(({ rule }) => rule))];
        lines.push(`remark: psycopg2's module differs from those made here in ${count(rules.length, 'way')} (${rules.join(', ')}), ` +
            'none of which keeps it from loading; --strict lists them');
    }
    return `${lines.map(visible_visible).join('\n')}\n`;
}
/**
 * What stands in the way as annotations, of each file and rule one: the headline first, each with what Lambda would say.
 * None for what passed.
 */
function annotationsOf(judgement) {
    if (judgement.passed)
        return [];
    return groupsOf(countingOf(judgement)).map((group, at) => {
        const [first] = group;
        const more = group.length > 1 ? `\n…and ${group.length - 1} more (${first.rule})` : '';
        const said = first.error === undefined ? '' : `\nLambda says: ${visible(first.error)}`;
        const head = at === 0 ? headline(judgement) : `${judgement.file}: ${sentencesOf(first, judgement.file)}`;
        return `${visible(head)}${said}${more}`;
    });
}
/** What audits have come to as a table in Markdown, for the job summary. */
function judgementsMarkdown(results) {
    const rows = results.map((result) => {
        const [python, architecture] = 'python' in result ? [result.python, result.architecture] : ['', ''];
        return [
            `\`${visible(result.file)}\``,
            python,
            architecture,
            result.passed ? '✅' : '❌',
            verdictOf(result),
        ];
    });
    const table = [
        ['Package', 'Python', 'Architecture', '', 'What Lambda would make of it'],
        Array.from('-----', () => '---'),
        ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>'))),
    ];
    return ['### Does Lambda load it?', '', ...table.map((line) => `| ${line.join(' | ')} |`), ''].join('\n');
}
function verdictOf(result) {
    if (result.passed) {
        const { length } = result.objects;
        return length === 0 ? 'nothing compiled in it' : `loads (${count(length, 'shared object')})`;
    }
    const groups = groupsOf('python' in result ? countingOf(result) : result.findings);
    const lines = groups.slice(0, MOST_IN_A_CELL).map(([first]) => {
        // Two backticks, because the loader's words have one.
        const said = first.error === undefined ? '' : ` Lambda says: \`\` ${first.error} \`\``;
        return visible(`${sentencesOf(first, result.file)}${said}`);
    });
    const more = groups.length - lines.length;
    return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
/** What counts against it: remarks do where they are asked for. */
function countingOf({ findings, strict }) {
    return findings.filter((finding) => strict || finding.class === 'loads');
}
/** Findings by file and rule, each in the order of its first. */
function groupsOf(findings) {
    return [...groupedBy(findings, ({ file, rule }) => JSON.stringify([file, rule])).values()];
}
/** By what each has in common with others, in the order of the first of each; there may be hundreds of thousands. */
function groupedBy(all, keyOf) {
    const groups = new Map();
    for (const one of all) {
        const group = groups.get(keyOf(one));
        if (group === undefined)
            groups.set(keyOf(one), [one]);
        else
            group.push(one);
    }
    return groups;
}
function sentencesOf({ file, message, hint }, audited) {
    return `${file === '' || file === audited ? '' : `${file}: `}${message}. ${hint}`;
}
function linesOf(findings) {
    return (0,violation_lines/* byRule */.k)(findings).flatMap(({ rule, violations, hints }) => {
        const errors = [...new Set(violations.flatMap(({ error }) => error ?? []))];
        return [
            ...(0,violation_lines/* bulletsOf */.$)(violations.map(({ message }) => `${message} (${rule})`)),
            ...errors.slice(0, MOST_NAMED).map((error) => `    Lambda says: ${error}`),
            ...hints,
        ];
    });
}
function unopenedLines(unopened) {
    return Array.from(groupedBy(unopened, ({ why }) => why), ([why, those]) => {
        const paths = those.map(({ path }) => path);
        const more = paths.length - MOST_NAMED;
        return `not judged, because it is ${why}: ${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    });
}
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}

// EXTERNAL MODULE: ./build/jobs/unjudged.js
var unjudged = __webpack_require__(92943);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/entries/cli/verb.js
var verb = __webpack_require__(31525);
;// CONCATENATED MODULE: ./build/entries/cli/audit-verb.js









const { paths: _, strict, ...flags } = input_names/* AUDIT_INPUTS */.W0;
/** `audit`: says whether Lambda would load a package. */
const auditVerb = {
    operand: 'FILE.zip|DIRECTORY|FILE.so',
    flags,
    switches: { strict, json: 'print the findings as JSON' },
    more: `Exit codes: 0 Lambda loads it; 1 it does not, or the package cannot be read or is none;
2 wrong usage, also where neither a flag nor the package tells the Python.

Examples:
  psycopg2-lambda audit function.zip
  psycopg2-lambda audit layer.zip --python-version 3.13 --architecture arm64
  psycopg2-lambda audit package/ --json
`,
    async run({ get, operands, print }) {
        const [file, ...more] = operands;
        if (file === undefined || more.length > 0)
            throw new verb/* UsageError */.e('audit takes one file or directory');
        if (file.trim() === '') {
            throw (0,shape/* nothingGiven */.Xw)('FILE', 'Name a zip, a directory or a shared object; the directory here is "." itself.');
        }
        const job = { file, path: (0,paths/* absolutePath */.Hi)('FILE', file), ...readAuditRequest(get) };
        try {
            const judgement = await (0,audit_job/* audit */.s)(job);
            print({ json: judgement, text: judgementText(judgement) });
            return judgement.passed ? 0 : 1;
        }
        catch (error) {
            // Who reads JSON gets some; people are told on standard error, as by every verb.
            if (error instanceof errors/* BuildError */.zS)
                print({ json: (0,unjudged/* unjudged */.b)(file, error), text: '' });
            throw error;
        }
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


/***/ })

};
