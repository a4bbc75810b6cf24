export const id = 88;
export const ids = [88];
export const modules = {

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

/***/ 88088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  indexVerb: () => (/* binding */ indexVerb)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/inputs/paths.js
var paths = __webpack_require__(72164);
// EXTERNAL MODULE: ./build/inputs/shape.js
var shape = __webpack_require__(77177);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
;// CONCATENATED MODULE: ./build/inputs/index-inputs.js




const HINT = 'Name the manifest.json of a release, the directory that has it, or its address, as in ' +
    'https://github.com/OWNER/REPOSITORY/releases/latest/download/manifest.json.';
const SUM = /^#sha256=[0-9a-f]{64}$/;
/** Reads them. @throws {InputError} that names the one at fault */
function readIndexRequest(get, operands) {
    if (operands.length === 0)
        throw (0,shape/* nothingGiven */.Xw)('MANIFEST', HINT);
    return {
        manifests: operands.map(placeOf),
        wheels: (0,values/* oneOf */.yL)(get, 'wheels', 'copy', ['copy', 'link']),
        outputDir: (0,values/* pathOf */.XM)(get, 'output-dir') ?? (0,paths/* absolutePath */.Hi)('output-dir', 'site'),
    };
}
function placeOf(text) {
    if (!/^(https?|file):/i.test(text))
        return (0,paths/* absolutePath */.Hi)('MANIFEST', text);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || (url.protocol === 'file:' && url.host !== '')) {
        throw (0,shape/* malformed */.Qm)('MANIFEST', (0,shape/* withoutLogin */.Gq)(text), { problem: 'is not an address', hint: HINT });
    }
    // A sum that is not understood must not be one that is not asked for.
    if (url.hash !== '' && (url.protocol === 'file:' || !SUM.test(url.hash))) {
        throw (0,shape/* malformed */.Qm)('MANIFEST', (0,shape/* withoutLogin */.Gq)(text), {
            problem: `has ${JSON.stringify(url.hash)} at its end, which is not checked`,
            hint: 'Behind an http or https address there may stand #sha256= and 64 lower-case hexadecimal digits, and nothing else.',
        });
    }
    return url.protocol === 'file:' ? (0,external_node_url_.fileURLToPath)(url) : url;
}

// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/network/address.js
var address = __webpack_require__(58865);
// EXTERNAL MODULE: ./build/package/checksums.js
var checksums = __webpack_require__(46667);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/network/get.js
var get = __webpack_require__(57725);
// EXTERNAL MODULE: ./build/network/patience.js
var network_patience = __webpack_require__(86450);
// EXTERNAL MODULE: ./build/network/read-body.js
var read_body = __webpack_require__(97834);
// EXTERNAL MODULE: ./build/network/trouble.js
var trouble = __webpack_require__(55974);
;// CONCATENATED MODULE: ./build/index/fetch-bytes.js






/** The server says that there is no such file, or no more. */
class Gone extends errors/* BuildError */.zS {
}
/**
 * The bytes that an address gives, asked for again where that can help.
 *
 * @throws {Gone} when it says that it has none; {BuildError} when it does not give them, or gives more than there can be
 * @throws the signal's reason once it is aborted
 */
async function fetchBytes(it, conditions) {
    const { signal, times, log } = conditions;
    if (!/^https?:$/.test(it.url.protocol)) {
        throw new errors/* BuildError */.zS(`${(0,address/* shown */.SP)(it.url)} is not an http or https address`, it.hint);
    }
    log.info(`getting ${(0,address/* shown */.SP)(it.url)}`);
    const patience = new network_patience/* Patience */.i3(conditions, (reason) => {
        const { trouble } = reason;
        const isGone = trouble?.kind === 'refused' && (trouble.status === 404 || trouble.status === 410);
        return new (isGone ? Gone : errors/* BuildError */.zS)(said(reason), it.hint);
    });
    for (;;) {
        const answer = await (0,get/* get */.J)({ url: it.url, times, signal });
        if (answer.kind !== 'ok') {
            await patience.face(answer);
            continue;
        }
        try {
            const { url, most, hint } = it;
            return await (0,read_body/* readBody */.x)(answer, most, () => new errors/* BuildError */.zS(`${(0,address/* shown */.SP)(url)} gives more than the ${most} bytes expected`, hint));
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* BuildError */.zS)
                throw error;
            await patience.face((0,trouble/* lostBy */.q)(error, (0,address/* shown */.SP)(it.url), times.stallMs));
        }
    }
}
function said({ what, failures, asked }) {
    const wait = asked === undefined ? '' : `; it asks to wait for ${(0,network_patience/* duration */.p0)(asked)}`;
    return what + wait + (failures > 1 ? ` (tried ${failures} times)` : '');
}

;// CONCATENATED MODULE: ./build/index/find-wheel.js






/**
 * The bytes of a wheel, which are those that the manifest names: from beside the manifest where they are there, under
 * the wheel's name or the zip's; else from the address in the manifest.
 *
 * @throws {BuildError} when nothing has them, or what has the name has other bytes
 */
async function findWheel(it, conditions) {
    const { wheel, beside } = it;
    const url = new URL(wheel.url);
    if (typeof beside === 'string') {
        const file = await fromDirectory(it, beside);
        if (file !== undefined)
            return insist(wheel, file.bytes, file.path);
        return insist(wheel, await fetchWheel(wheel, url, conditions), (0,address/* shown */.SP)(url));
    }
    const near = new URL(wheel.name, beside);
    near.hash = '';
    // A mirror has the manifest as it is, with the addresses of the release that it is a copy of.
    if (near.host !== url.host) {
        const copy = await fetchWheel(wheel, near, { ...conditions, elsewhere: true }).catch(notThere);
        if (copy !== undefined)
            return insist(wheel, copy, (0,address/* shown */.SP)(near));
    }
    return insist(wheel, await fetchWheel(wheel, url, conditions), (0,address/* shown */.SP)(url));
}
function fetchWheel({ size }, url, conditions) {
    const hint = 'Nothing was written. A private release needs a login that this does not send: download its files ' +
        '(gh release download TAG --dir DIRECTORY), and give the directory in place of the address.';
    return fetchBytes({ url, most: size, hint }, conditions);
}
function notThere(error) {
    if (!(error instanceof errors/* BuildError */.zS))
        throw error;
}
async function fromDirectory({ wheel, zip }, directory) {
    const names = zip.sha256 === wheel.sha256 ? [wheel.name, zip.name] : [wheel.name];
    for (const name of names) {
        const path = (0,external_node_path_.join)(directory, name);
        try {
            return { path, bytes: await (0,promises_.readFile)(path) };
        }
        catch (error) {
            if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
                continue;
            throw new errors/* BuildError */.zS(`Cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, 'Nothing was written.');
        }
    }
    return undefined;
}
function insist({ size, sha256: expected }, bytes, where) {
    const sum = (0,checksums/* sha256 */.sc)(bytes);
    if (sum === expected && bytes.length === size)
        return bytes;
    throw new errors/* BuildError */.zS(`${where} is not the file in the manifest: expected ${size} bytes with SHA-256 ${expected}, ` +
        `found ${bytes.length} bytes with SHA-256 ${sum}`, 'Nothing was written. Get file and manifest again, from the same release.');
}

// EXTERNAL MODULE: ./build/catalog/versions.js
var versions = __webpack_require__(30507);
;// CONCATENATED MODULE: ./build/index/pages.js

/** The only project of an index. */
const PROJECT = 'psycopg2';
/** Of the simple API: 1.1 (PEP 700) has sizes and the list of versions. */
const API_VERSION = '1.1';
/**
 * The pages of an index by their paths: PEP 503 as HTML, PEP 691 as JSON beside it, for the list of projects and for
 * the project. They follow from the wheels alone.
 */
function pagesOf(wheels) {
    const sorted = [...wheels].sort(inOrder);
    const meta = { 'api-version': API_VERSION };
    const project = {
        ...{ meta, name: PROJECT, versions: versionsOf(sorted) },
        files: sorted.map((wheel) => ({
            filename: wheel.name,
            url: wheel.href,
            hashes: { sha256: wheel.sha256 },
            size: wheel.size,
            ...(wheel.requiresPython === undefined ? {} : { 'requires-python': wheel.requiresPython }),
            ...(wheel.metadataSha256 === undefined ? {} : { 'core-metadata': { sha256: wheel.metadataSha256 } }),
        })),
    };
    return new Map([
        ['index.html', html('Simple index', [`<a href="${PROJECT}/">${PROJECT}</a>`])],
        ['index.json', json({ meta, projects: [{ name: PROJECT }] })],
        [`${PROJECT}/index.html`, html(`Links for ${PROJECT}`, sorted.map(pages_anchor))],
        [`${PROJECT}/index.json`, json(project)],
    ]);
}
/** The versions of psycopg2, oldest first. */
function versionsOf(wheels) {
    return [...new Set(wheels.map(({ version }) => version))].sort(versions/* compareVersions */.Z);
}
/**
 * The name of a wheel which installers never take, whatever its build, because another for the same Python and machine
 * has another platform, which counts first; undefined where there is none.
 */
function overshadowed(wheels) {
    const platforms = new Map();
    for (const { name, version, target, platforms: own } of [...wheels].sort(inOrder)) {
        const key = `${version} ${target}`;
        if ((platforms.get(key) ?? own) !== own)
            return name;
        platforms.set(key, own);
    }
    return undefined;
}
function inOrder(a, b) {
    return (0,versions/* compareVersions */.Z)(a.version, b.version) || a.build - b.build || (a.name < b.name ? -1 : 1);
}
function pages_anchor({ name, href, sha256, requiresPython, metadataSha256 }) {
    const sum = metadataSha256 === undefined ? undefined : `sha256=${metadataSha256}`;
    const attributes = {
        href: `${href}#sha256=${sha256}`,
        'data-requires-python': requiresPython,
        // PEP 714; pip before 23.2 knows only the name that PEP 658 gave it.
        'data-core-metadata': sum,
        'data-dist-info-metadata': sum,
    };
    const text = Object.entries(attributes).flatMap(([key, value]) => value === undefined ? [] : [`${key}="${escaped(value)}"`]);
    return `<a ${text.join(' ')}>${escaped(name)}</a>`;
}
function html(title, anchors) {
    return [
        '<!DOCTYPE html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta name="pypi:repository-version" content="${API_VERSION}">`,
        `<title>${title}</title>`,
        '</head>',
        '<body>',
        `<h1>${title}</h1>`,
        ...anchors.map((one) => `${one}<br>`),
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
const json = (value) => `${JSON.stringify(value, null, 1)}\n`;
function escaped(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}

// EXTERNAL MODULE: ./build/release/manifest-schema.js
var manifest_schema = __webpack_require__(20341);
;// CONCATENATED MODULE: ./build/index/read-manifests.js







/** A manifest of a release from before there were wheels, and before manifests had a schema. */
class OlderManifest extends errors/* BuildError */.zS {
}
/** A manifest has some KB a release; more than this is something else. */
const MOST = 16 * 1024 * 1024;
const NAME = 'manifest.json';
const read_manifests_HINT = "Give the manifest.json of a release: its path, its directory's, or its address, as in " +
    'https://github.com/OWNER/REPOSITORY/releases/latest/download/manifest.json.';
/**
 * Reads manifests, and those of the earlier releases that they list if these are wanted, each release once.
 *
 * An address may end in `#sha256=` and the sum that the manifest must have.
 *
 * @throws {BuildError} for the first that cannot be had, or is none
 */
async function readManifests(places, wanted, conditions) {
    const found = new Map();
    const add = (one) => {
        const release = `${one.manifest.repository} ${one.manifest.tag}`;
        if (!found.has(release))
            found.set(release, one);
    };
    for (const place of places)
        add(await readOne(place, conditions));
    if (!wanted.earlier)
        return [...found.values()];
    for (const { manifest, from } of [...found.values()]) {
        for (const { tag, url, sha256 } of manifest.earlier) {
            if (found.has(`${manifest.repository} ${tag}`))
                continue;
            const place = new URL(url);
            place.hash = `sha256=${sha256}`;
            try {
                const hint = `${from} lists it as earlier. Without --earlier only the manifests that are named are read.`;
                add(await readOne(place, conditions, hint));
            }
            catch (error) {
                // Whoever deletes a release has meant it, and the newest goes on listing it.
                if (error instanceof Gone)
                    conditions.log.warning(`${from} lists ${tag} as earlier, which is gone: left out (${error.message})`);
                else if (error instanceof OlderManifest)
                    conditions.log.notice(`${error.message}: left out`);
                else
                    throw error;
            }
        }
    }
    return [...found.values()];
}
async function readOne(place, conditions, hint = read_manifests_HINT) {
    if (typeof place === 'string')
        return readFrom(place);
    const from = (0,address/* shown */.SP)(place);
    const bytes = await fetchBytes({ url: place, most: MOST, hint }, conditions);
    const [, expected] = /^#sha256=(.*)$/.exec(place.hash) ?? [];
    const sum = (0,checksums/* sha256 */.sc)(bytes);
    if (expected !== undefined && sum !== expected) {
        throw new errors/* BuildError */.zS(`${from} is another manifest: expected SHA-256 ${expected}, found ${sum}`, 'It was replaced or altered on the way. Nothing was written.');
    }
    return { from, manifest: parse(bytes, from), beside: place };
}
async function readFrom(path) {
    try {
        const file = (await (0,promises_.stat)(path)).isDirectory() ? (0,external_node_path_.join)(path, NAME) : path;
        return { from: file, manifest: parse(await (0,promises_.readFile)(file), file), beside: (0,external_node_path_.dirname)(file) };
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            throw error;
        throw new errors/* BuildError */.zS(`Cannot read the manifest ${path}: ${(0,errors/* messageOf */.bD)(error)}`, read_manifests_HINT);
    }
}
function parse(bytes, from) {
    const text = new TextDecoder().decode(bytes);
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        const what = /^\s*</.test(text) ? 'a web page' : (0,errors/* messageOf */.bD)(error);
        throw new errors/* BuildError */.zS(`${from} is not a manifest: ${what}`, read_manifests_HINT);
    }
    if (typeof value === 'object' && value !== null && 'artifacts' in value && !('schema' in value)) {
        throw new OlderManifest(`${from} is of a release from before there were wheels`, 'Leave this release out.');
    }
    const parsed = manifest_schema/* manifestSchema */.rc.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const { issues } = parsed.error;
    const faults = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new errors/* BuildError */.zS(`${from} is not a manifest of a release: ${faults.slice(0, 3).join('; ')}`, issues[0]?.path[0] === 'schema'
        ? 'The release was made by another version of this project: use that version here, or leave this release out.'
        : read_manifests_HINT);
}

// EXTERNAL MODULE: ./build/package/package-names.js
var package_names = __webpack_require__(48050);
// EXTERNAL MODULE: ./build/package/unzip.js
var unzip = __webpack_require__(65057);
;// CONCATENATED MODULE: ./build/index/wheel-facts.js



const wheel_facts_NAME = /^psycopg2-(?<version>\d+(?:\.\d+)+)(?:-(?<build>\d+))?-(?<python>cp\d+-cp\d+\w*)-(?<platforms>[\w.]*?(?<machine>x86_64|aarch64))\.whl$/;
/** What the name of a wheel of ours says (PEP 427); undefined for another name. */
function parseWheelName(name) {
    const { version, build, python, platforms, machine } = wheel_facts_NAME.exec(name)?.groups ?? {};
    if (version === undefined || platforms === undefined)
        return undefined;
    return { version, build: Number(build ?? 0), target: `${python}-${machine}`, platforms };
}
/**
 * Reads what an index says of a wheel.
 *
 * @param name the wheel's name, which its METADATA must bear out: installers refuse others
 * @throws {BuildError} for bytes that are no such wheel
 */
function readWheel(name, { version }, bytes) {
    const path = `${(0,package_names/* distInfoName */.YQ)(version)}/METADATA`;
    try {
        const [entry] = (0,unzip/* unpackEntries */.xc)(bytes, (one) => one === path);
        if (entry === undefined)
            throw notOne(`it has no ${path}`);
        const headers = headersOf(entry.data);
        if (headers.get('name') !== 'psycopg2' || headers.get('version') !== version) {
            throw notOne(`its ${path} is of ${headers.get('name')} ${headers.get('version')}`);
        }
        return { metadata: entry.data, requiresPython: headers.get('requires-python') };
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS))
            throw error;
        throw new errors/* BuildError */.zS(`${name}: ${error.message}`, error.hint);
    }
}
/** The first value of each field above the description. */
function headersOf(metadata) {
    const [head = ''] = new TextDecoder().decode(metadata).split(/\r?\n\r?\n/);
    const fields = new Map();
    for (const [, name = '', value = ''] of head.matchAll(/^([\w-]+):[ \t]*(.*?)\r?$/gm)) {
        if (!fields.has(name.toLowerCase()))
            fields.set(name.toLowerCase(), value);
    }
    return fields;
}
function notOne(message) {
    return new errors/* BuildError */.zS(message, 'Give the manifest of a release that was built with formats: wheel.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/machine/writable.js
var writable = __webpack_require__(31736);
;// CONCATENATED MODULE: ./build/index/write-site.js






/** What an index has, and nothing else. */
const OWN = ['index.html', 'index.json', PROJECT];
/** The index's directory in the site: what comes after it in the address is given by PEP 503. */
const INDEX = 'simple';
/**
 * Writes the index of a site in the place of an earlier one: in full under a hidden name first, so that whoever looks
 * finds the one or the other. When it fails, the earlier one is there, and nothing else.
 *
 * @param site made when it is not there; what else it has is left alone
 * @param fill gives every file
 * @returns the index's path
 * @throws {InputError} (`output-dir`) when the directory cannot be written, or has somebody else's index
 */
async function writeSite(site, fill) {
    const directory = { path: site, name: 'output-dir' };
    const index = (0,external_node_path_.join)(site, INDEX);
    const made = (0,writable/* missingDirectories */.q7)(site);
    await (0,writable/* assertWritable */.Bz)(directory);
    await refuseForeign(index);
    const suffix = (0,external_node_crypto_.randomBytes)(6).toString('hex');
    const fresh = (0,writable/* hiddenPath */.My)(site, index, suffix);
    const old = (0,writable/* hiddenPath */.My)(site, index, `${suffix}.old`);
    try {
        await (0,promises_.mkdir)(fresh);
        await fill(async (path, data) => {
            const to = (0,external_node_path_.join)(fresh, path);
            await (0,writable/* makeDirectory */.Oh)((0,external_node_path_.dirname)(to));
            await (0,writable/* writeWhole */.f8)(to, data);
        });
        await swap({ fresh, index, old });
    }
    catch (error) {
        throw (0,writable/* explainUnwritten */.GL)(error, directory);
    }
    finally {
        for (const path of [fresh, old]) {
            await (0,promises_.rm)(path, { recursive: true, force: true }).catch(() => undefined);
        }
        // Empty where the index is not written.
        await (0,writable/* removeEmpty */.ef)(made);
    }
    return index;
}
async function swap({ fresh, index, old }) {
    const wasThere = await (0,promises_.rename)(index, old).then(() => true, (error) => {
        if (error.code === 'ENOENT')
            return false;
        throw error;
    });
    try {
        await (0,promises_.rename)(fresh, index);
    }
    catch (error) {
        if (wasThere)
            await (0,promises_.rename)(old, index);
        throw error;
    }
}
/** @throws {InputError} for an index that has more than this project's: it would be lost */
async function refuseForeign(index) {
    const names = await (0,promises_.readdir)(index).catch((error) => {
        if (error.code === 'ENOENT')
            return [];
        throw (0,writable/* explainUnwritten */.GL)(error, { path: index, name: 'output-dir' });
    });
    const foreign = names.filter((name) => !OWN.includes(name));
    if (foreign.length === 0)
        return;
    throw new errors/* InputError */.dz('output-dir', `${index} has what no index of ${PROJECT} has: ${foreign.sort().slice(0, 3).join(', ')}`, 'It would be replaced. Name a directory that has no other index.');
}

// EXTERNAL MODULE: ./build/network/conditions.js
var network_conditions = __webpack_require__(96919);
;// CONCATENATED MODULE: ./build/jobs/index-job.js








/**
 * Writes a Python index of the wheels of releases, as static pages. Every wheel is read and held against its manifest.
 *
 * @throws {BuildError} for a manifest or a wheel that cannot be had or is not what it should be, and for wheels of one
 *   name with different bytes; nothing is then written
 */
async function writeIndex(job) {
    const { log, signal, wheels: way } = job;
    const conditions = { ...network_conditions/* REAL */.B, log, signal };
    const manifests = await log.group('Manifests', () => readManifests(job.manifests, job, conditions));
    const candidates = choose(manifests, log);
    const wheels = [];
    const path = await writeSite(job.outputDir, async (add) => {
        await log.group('Wheels', async () => {
            for (const one of candidates)
                wheels.push(await indexed(one, { way, add, conditions }));
        });
        for (const [page, text] of pagesOf(wheels))
            await add(page, new TextEncoder().encode(text));
    });
    const shadow = overshadowed(wheels);
    if (shadow !== undefined) {
        log.warning(`${shadow} and another wheel are for the same version, Python and machine but for different C libraries: ` +
            'installers choose by that before the build number, so the one may never be taken');
    }
    return { path, versions: versionsOf(wheels), wheels: wheels.map(({ name }) => name) };
}
/** Every wheel of the releases, once. @throws {BuildError} where there is none, or two differ that have one name */
function choose(manifests, log) {
    const chosen = new Map();
    for (const found of manifests) {
        const { artifacts, tag } = found.manifest;
        const without = artifacts.filter(({ wheel }) => wheel === undefined).map(({ name }) => name);
        if (without.length > 0)
            log.notice(`${tag} has no wheel of ${without.join(', ')}: left out`);
        for (const zip of artifacts) {
            const { wheel } = zip;
            if (wheel === undefined)
                continue;
            const known = chosen.get(wheel.name);
            if (known === undefined)
                chosen.set(wheel.name, { facts: factsOf(wheel, zip, found), wheel, zip, found });
            else if (known.wheel.sha256 !== wheel.sha256)
                throw twice(wheel.name, known.found, found);
        }
    }
    if (chosen.size > 0)
        return [...chosen.values()];
    throw new errors/* BuildError */.zS(`No wheel in ${manifests.map(({ from }) => from).join(', ')}`, 'An index is made of wheels: build the release with formats: zip wheel.');
}
function factsOf({ name }, { versions }, { from }) {
    const facts = parseWheelName(name);
    if (facts !== undefined && facts.version === versions.psycopg2)
        return facts;
    throw new errors/* BuildError */.zS(`${from}: ${JSON.stringify(name)} is not the name of a wheel of ${PROJECT} ${versions.psycopg2}`, 'The manifest was not made by this project, or was changed. Nothing was written.');
}
function twice(name, first, second) {
    return new errors/* BuildError */.zS(`${name} is in ${first.from} and in ${second.from}, with different bytes`, 'Installers keep wheels by their names. Give each rebuild a build-number, or leave one of the releases out.');
}
async function indexed({ facts, wheel, zip, found }, { way, add, conditions }) {
    conditions.signal?.throwIfAborted();
    const { name, size, sha256: sum, url } = wheel;
    const bytes = await findWheel({ wheel, zip, beside: found.beside }, conditions);
    const { metadata, requiresPython } = readWheel(name, facts, bytes);
    const common = { ...facts, name, size, sha256: sum, requiresPython };
    if (way === 'link')
        return { ...common, href: withoutFragment(url), metadataSha256: undefined };
    await add(`${PROJECT}/${name}`, bytes);
    await add(`${PROJECT}/${name}.metadata`, metadata);
    return { ...common, href: name, metadataSha256: (0,checksums/* sha256 */.sc)(metadata) };
}
function withoutFragment(address) {
    const url = new URL(address);
    url.hash = '';
    return url.href;
}

// EXTERNAL MODULE: ./build/entries/stop.js
var stop = __webpack_require__(80347);
;// CONCATENATED MODULE: ./build/entries/cli/index-verb.js





const { earlier, ...flags } = input_names/* INDEX_INPUTS */.fj;
/** `index`: writes the static pages of a Python index. */
const indexVerb = {
    operand: 'manifest.json|DIRECTORY|URL…',
    flags,
    switches: { earlier, json: 'print path, versions and wheels as JSON' },
    async run({ get, has, operands, print, log }) {
        const request = readIndexRequest(get, operands);
        const written = await (0,stop/* stoppable */.p)(log.notice, (signal) => writeIndex({ ...request, earlier: has('earlier'), signal, log }));
        const { path, versions, wheels } = written;
        print({
            json: written,
            text: `${(0,external_node_path_.relative)('', path) || '.'}: ${wheels.length} ${wheels.length === 1 ? 'wheel' : 'wheels'} of psycopg2 ${versions.join(', ')}\n`,
        });
        return 0;
    },
};


/***/ }),

/***/ 80347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ stoppable)
/* harmony export */ });
/**
 * Gives work that has nothing but files to tidy a signal that SIGINT and SIGTERM (Ctrl-C; a cancelled job) abort, and
 * ends the process with the signal's number plus 128 once the work has undone what it began.
 *
 * @param say where to tell about it
 */
async function stoppable(say, work) {
    const stop = new AbortController();
    let code;
    const handlers = [
        ['SIGINT', 130],
        ['SIGTERM', 143],
    ];
    for (const [name, number] of handlers)
        process.on(name, () => {
            code ??= number;
            stop.abort(new Error(`cancelled (${name})`));
        });
    try {
        return await work(stop.signal);
    }
    catch (error) {
        if (code === undefined)
            throw error;
        say('Cancelled: nothing was changed');
        process.exit(code);
    }
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

/***/ 96919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ REAL)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31607);

/** What a real run uses: it does not wait for an hour, and there are other places, or another day. */
const REAL = {
    clock: _clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m,
    limits: { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 },
    times: { answerMs: 30_000, stallMs: 60_000 },
};


/***/ }),

/***/ 57725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ get)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46752);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58865);
/* harmony import */ var _route_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18124);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55974);
/* harmony import */ var _unless_aborted_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61317);






const USER_AGENT = 'psycopg2-lambda';
/** GitHub's releases need one; a longer chain than this is a loop. */
const MOST_REDIRECTS = 10;
/**
 * Asks once, follows redirects, and never throws for what servers and networks do.
 *
 * The body is what the server has: no content encoding is asked for, and none is undone. A login in the address goes
 * to that host only, and nothing goes from https to anything else.
 *
 * @throws the signal's reason once it is aborted; {BuildError} for a proxy or certificates that cannot be used
 */
async function get(it) {
    let { url } = it;
    if (!(0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .hasReadableLogin */ .wx)(url))
        return lost(url, _address_js__WEBPACK_IMPORTED_MODULE_4__/* .BAD_LOGIN */ .iT, { lasting: true });
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await once(it, url);
        if (answer.kind !== 'redirect')
            return answer;
        if (!URL.canParse(answer.location, url.href))
            return lost(url, 'redirected to what is not an address', { lasting: true });
        const next = new URL(answer.location, url);
        if (!/^https?:$/.test(next.protocol) || (url.protocol === 'https:' && next.protocol !== 'https:')) {
            return lost(url, `redirected from ${url.protocol} to ${next.protocol}, which is not followed`, {
                lasting: true,
            });
        }
        url = next;
    }
    return lost(it.url, `more than ${MOST_REDIRECTS} redirects`, { lasting: true });
}
async function once(it, url) {
    const { times, signal } = it;
    const route = (0,_route_js__WEBPACK_IMPORTED_MODULE_2__/* .routeTo */ .B)(url, it.trust);
    // Of our own, because undici's limit begins when a connection is there, and one through a proxy can take for ever.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), times.answerMs);
    const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
    try {
        const answering = (0,undici__WEBPACK_IMPORTED_MODULE_1__.request)(url, {
            dispatcher: route.dispatcher,
            headers: headersFor(it, url),
            headersTimeout: 0,
            bodyTimeout: times.stallMs,
            signal: either,
        });
        // While a proxy has not opened its tunnel, undici's request does not feel the signal.
        const { statusCode, body, ...answer } = await (0,_unless_aborted_js__WEBPACK_IMPORTED_MODULE_5__/* .unlessAborted */ .W)(answering, either);
        const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
        if (statusCode === 200)
            return { kind: 'ok', body, headers, url };
        body.on('error', () => undefined).destroy();
        const { location } = headers;
        if (statusCode >= 300 && statusCode < 400 && location !== undefined)
            return { kind: 'redirect', location };
        const message = node_http__WEBPACK_IMPORTED_MODULE_0__.STATUS_CODES[statusCode] ?? 'unknown';
        return { kind: 'refused', request: (0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(url), status: statusCode, message, headers };
    }
    catch (error) {
        signal?.throwIfAborted();
        if (!late.signal.aborted)
            return (0,_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .lostBy */ .q)(error, (0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(url), times.stallMs, route.proxy);
        return lost(url, `no answer within ${times.answerMs / 1000} s`, { late: true });
    }
    finally {
        clearTimeout(timer);
    }
}
function headersFor({ headers, url: from }, url) {
    return {
        'user-agent': USER_AGENT,
        'accept-encoding': 'identity',
        ...headers,
        ...(url.origin === from.origin ? (0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .loginOf */ .DQ)(from) : {}),
    };
}
function lost(url, why, more) {
    return { kind: 'lost', request: (0,_address_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(url), why, late: false, ...more };
}


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

/***/ 97834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/**
 * All that an answer has, in memory.
 *
 * @param most in bytes: what is larger is not read to its end
 * @param tooLarge what to throw then
 * @throws when the connection breaks off: undici counts what Content-Length has announced
 */
async function readBody({ body }, most, tooLarge) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        size += chunk.length;
        // Leaving the loop destroys the body.
        if (size > most)
            throw tooLarge();
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 18124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ routeTo),
/* harmony export */   J: () => (/* binding */ routes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19783);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46752);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73976);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58865);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55974);








const dispatchers = new Map();
/**
 * How to reach an address: through the proxy that the environment names (http_proxy, https_proxy, no_proxy, in either
 * case; plain http goes through it as a plain request, as it does with curl, pip and apt, because many proxies tunnel
 * to 443 only), trusting what Node trusts and the certificates that SSL_CERT_FILE names.
 *
 * @throws {BuildError} when the proxy's address or a file of certificates cannot be used
 */
function routeTo(url, trust = {}) {
    const proxy = proxyFor(url, trust.proxy);
    const checked = !(trust.hosts ?? []).some((host) => host === url.host || host === url.hostname);
    const secure = [url.protocol, proxy?.protocol].includes('https:');
    const key = JSON.stringify([
        secure,
        proxy?.href,
        trust.ca,
        trust.client,
        checked,
        process.env.SSL_CERT_FILE,
        process.env.NODE_EXTRA_CA_CERTS,
    ]);
    let dispatcher = dispatchers.get(key);
    if (dispatcher === undefined) {
        const tls = {
            secureContext: secure ? contextOf(trust) : undefined,
            rejectUnauthorized: checked,
            timeout: _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .CONNECT_MS */ .s,
        };
        dispatcher = proxy === undefined ? new undici__WEBPACK_IMPORTED_MODULE_4__.Agent({ connect: tls }) : proxied(proxy, tls);
        dispatchers.set(key, dispatcher);
    }
    return { dispatcher, ...(proxy === undefined ? {} : { proxy: (0,_address_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(proxy) }) };
}
function proxied(proxy, tls) {
    const { authorization } = (0,_address_js__WEBPACK_IMPORTED_MODULE_7__/* .loginOf */ .DQ)(proxy);
    return new undici__WEBPACK_IMPORTED_MODULE_4__.ProxyAgent({
        uri: (0,_address_js__WEBPACK_IMPORTED_MODULE_7__/* .shown */ .SP)(proxy),
        proxyTunnel: false,
        // A proxy that says nothing would otherwise keep the process for five minutes.
        clientFactory: (origin, options) => new undici__WEBPACK_IMPORTED_MODULE_4__.Pool(origin, { ...options, headersTimeout: _trouble_js__WEBPACK_IMPORTED_MODULE_6__/* .CONNECT_MS */ .s }),
        requestTls: tls,
        proxyTls: tls,
        ...(authorization === undefined ? {} : { token: authorization }),
    });
}
/** The proxy for an address; undefined where the way is direct. */
function proxyFor(url, given) {
    const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY } = process.env;
    const named = url.protocol === 'https:' ? https_proxy || HTTPS_PROXY : http_proxy || HTTP_PROXY;
    const found = given ?? ((0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_3__/* .checkBypass */ .H)(url) || isInNoProxyNetwork(url.hostname) ? undefined : named);
    if (!found)
        return undefined;
    const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(found) ? found : `http://${found}`;
    const proxy = URL.canParse(address) ? new URL(address) : undefined;
    const readable = proxy !== undefined && (0,_address_js__WEBPACK_IMPORTED_MODULE_7__/* .hasReadableLogin */ .wx)(proxy);
    if (readable && /^https?:$/.test(proxy.protocol))
        return proxy;
    const why = readable ? `${proxy.protocol}// is neither http nor https` : 'its address is not a URL';
    throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS(`The proxy for ${url.protocol}//${url.host} cannot be used: ${why}`, 'Look at http_proxy and https_proxy: an address such as http://proxy.example:3128, in which % is written %25 in a login.');
}
/** Whether no_proxy has a network (`192.0.2.0/24`) that a numeric host is in; names are @actions/http-client's matter. */
function isInNoProxyNetwork(hostname) {
    const address = hostname.replace(/^\[|\]$/g, '');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(address);
    if (family === 0)
        return false;
    const networks = new node_net__WEBPACK_IMPORTED_MODULE_1__.BlockList();
    for (const item of (process.env.no_proxy || process.env.NO_PROXY || '').split(/[\s,]+/)) {
        const [network = '', prefix = ''] = item.split('/');
        const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.POSITIVE_INFINITY;
        if ((0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(network) !== family || bits > (family === 4 ? 32 : 128))
            continue;
        networks.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6');
    }
    return networks.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
/**
 * Node's own roots and the files of the variables, where these have any: naming a file of our own takes the place of
 * what Node trusts by default. NODE_EXTRA_CA_CERTS is Node's, read by it for the default only; SSL_CERT_FILE is
 * OpenSSL's, which curl, pip and Python read. Variables that are left over from elsewhere are no reason to fail.
 *
 * @returns undefined where what Node trusts by default is all there is
 * @throws {BuildError} for a file that was named for these requests and cannot be used
 */
function contextOf({ ca, client }) {
    const variables = [process.env.NODE_EXTRA_CA_CERTS, process.env.SSL_CERT_FILE];
    const left = variables.flatMap((file) => (file ? (readOrNothing(file) ?? []) : []));
    const more = [...left, ...(ca === undefined ? [] : [readPem('cert', ca)])];
    const own = client === undefined ? undefined : readPem('client-cert', client);
    if (more.length === 0 && own === undefined)
        return undefined;
    try {
        const roots = more.length === 0 ? undefined : [...node_tls__WEBPACK_IMPORTED_MODULE_2__.rootCertificates, ...more];
        return (0,node_tls__WEBPACK_IMPORTED_MODULE_2__.createSecureContext)({ ca: roots, cert: own, key: own });
    }
    catch (error) {
        throw unusable('client-cert', client ?? '', (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error));
    }
}
function readPem(setting, path) {
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw unusable(setting, path, (0,_report_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error));
    }
    if (/-----BEGIN [A-Z ]+-----/.test(text))
        return text;
    throw unusable(setting, path, 'it is not a file in PEM form');
}
function unusable(setting, path, why) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS(`pip’s setting ${setting} names ${path}, which cannot be used: ${why}`, setting === 'cert'
        ? 'Let it name a file of certificates in PEM form, or unset it (pip config unset, PIP_CERT).'
        : 'Let it name a file with a certificate and its key in PEM form, or unset it (pip config unset, PIP_CLIENT_CERT).');
}
function readOrNothing(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
/** Finds the way anew for each request, where redirects lead from host to host. */
class Routes extends undici__WEBPACK_IMPORTED_MODULE_4__.Dispatcher {
    dispatch(options, handler) {
        return routeTo(new URL(String(options.origin))).dispatcher.dispatch(options, handler);
    }
}
/** undici's dispatcher for requests to any address. */
const routes = new Routes();


/***/ }),

/***/ 55974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lostBy),
/* harmony export */   s: () => (/* binding */ CONNECT_MS)
/* harmony export */ });
/** Anything but a yes. */
/** Errors that last: no such host, nobody listening, no route, a firewall's refusal, an impossible address. */
const LASTING = new Set([
    'ENOTFOUND',
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'EACCES',
    'EPERM',
    'ERR_INVALID_URL',
    'UND_ERR_INVALID_ARG',
]);
/** Node's and OpenSSL's codes for a certificate that is not trusted; what causes it is configuration. */
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;
/** What undici says when a proxy does not open a tunnel, or wants a login for a plain request. */
const PROXY = /^Proxy response \((\d+)\)|^Proxy Authentication Required \((407)\)/;
/** How long opening a connection may take, in milliseconds. */
const CONNECT_MS = 15_000;
/**
 * What a thrown network error means.
 *
 * @param stallMs how long no byte may have arrived
 * @param proxy the proxy that stood between, for the message
 */
function lostBy(error, request, stallMs, proxy) {
    const cause = rootOf(error);
    // A DOMException's is a number.
    const code = String(cause.code ?? '');
    const by = proxy === undefined ? '' : ` (through the proxy ${proxy})`;
    const lost = (why, more = {}) => ({
        kind: 'lost',
        request,
        why: `${why}${by}`,
        late: false,
        ...more,
    });
    const refusal = PROXY.exec(cause.message);
    if (refusal !== null) {
        const status = Number(refusal[1] ?? refusal[2]);
        // 5xx, 408 and 429 say what a proxy cannot do just now.
        const passing = status >= 500 || status === 408 || status === 429;
        return lost(`the proxy refused with HTTP ${status}`, passing ? {} : { lasting: true });
    }
    if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
        return lost(`no connection within ${CONNECT_MS / 1000} s`, { late: true });
    }
    if (code === 'UND_ERR_HEADERS_TIMEOUT')
        return lost('no answer for too long', { late: true });
    if (code === 'UND_ERR_BODY_TIMEOUT')
        return lost(`no byte arrived for ${stallMs / 1000} s`);
    if (CERTIFICATE.test(code)) {
        const hint = 'name the file of its CA in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE';
        return lost(`the server's certificate is not trusted: ${cause.message}; ${hint}`, { lasting: true });
    }
    if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
        const { reason = code } = cause;
        return lost(`no TLS connection (${reason})`, { lasting: true });
    }
    if (code === 'UND_ERR_SOCKET' || cause.message === 'terminated') {
        return lost('the connection broke off half-way');
    }
    return lost(cause.message, LASTING.has(code) ? { lasting: true } : {});
}
/** Behind undici's "fetch failed" stands the reason, and a host with several addresses has one for each of them. */
function rootOf(error) {
    if (!(error instanceof Error))
        return new Error(String(error));
    if (error instanceof AggregateError && error.message === '') {
        const message = error.errors.map((each) => rootOf(each).message).join(', ');
        return Object.assign(new Error(message), { code: error.code });
    }
    return error.cause instanceof Error && error.code === undefined
        ? rootOf(error.cause)
        : error;
}


/***/ }),

/***/ 61317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unlessAborted)
/* harmony export */ });
/**
 * What a piece of work gives, unless a signal is aborted before: not all work feels one.
 *
 * @throws what the work throws, or the signal's reason; what the work comes to after that is dropped
 */
async function unlessAborted(work, signal) {
    if (signal === undefined)
        return work;
    const aborted = new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    // Whichever loses the race must not be reported as unhandled.
    for (const each of [work, aborted])
        each.catch(() => undefined);
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
}


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


/***/ }),

/***/ 48050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ taggedGlibc),
/* harmony export */   Dl: () => (/* binding */ wheelTags),
/* harmony export */   Mj: () => (/* binding */ wheelTag),
/* harmony export */   YQ: () => (/* binding */ distInfoName),
/* harmony export */   nK: () => (/* binding */ wheelName),
/* harmony export */   wz: () => (/* binding */ sharedObjectPath)
/* harmony export */ });
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);
/* harmony import */ var _catalog_python_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21636);
/* harmony import */ var _catalog_versions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30507);



/** manylinux2014 (PEP 599): below it there is no tag for arm64, and no Lambda ever. */
const OLDEST = '2.17';
/** The glibc that a wheel tag names for a shared object: what it needs, or 2.17 where it needs less. */
function taggedGlibc(highest) {
    return highest === null || (0,_catalog_versions_js__WEBPACK_IMPORTED_MODULE_2__/* .compareVersions */ .Z)(highest, OLDEST) < 0 ? OLDEST : highest;
}
/** The wheel tags of the shared object (PEP 425, PEP 600): `cp313-cp313-manylinux_2_17_x86_64`, and its older name. */
function wheelTags({ python, architecture, glibc }) {
    return platformsOf(architecture, glibc).map((platform) => `cp${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_1__/* .digitsOf */ .C3)(python)}-${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_1__/* .abiTag */ .XY)(python)}-${platform}`);
}
/** All of them in one, as in the wheel's name: `cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64`. */
function wheelTag({ python, architecture, glibc }) {
    return `cp${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_1__/* .digitsOf */ .C3)(python)}-${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_1__/* .abiTag */ .XY)(python)}-${platformsOf(architecture, glibc).join('.')}`;
}
/** `psycopg2-2.9.13-2-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl` (PEP 427). */
function wheelName({ psycopg2, buildNumber, ...target }) {
    return `${['psycopg2', psycopg2, ...(buildNumber === undefined ? [] : [buildNumber]), wheelTag(target)].join('-')}.whl`;
}
function platformsOf(architecture, glibc) {
    const machine = _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .MACHINES */ .PY[architecture];
    const platform = `manylinux_${glibc.replace('.', '_')}_${machine}`;
    return glibc === OLDEST ? [platform, `manylinux2014_${machine}`] : [platform];
}
/** Path in the zip of the extension module: `psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so`. */
function sharedObjectPath({ python, architecture }) {
    return `psycopg2/${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_1__/* .moduleFileName */ .El)(python, architecture)}`;
}
/** `psycopg2-2.9.13.dist-info`. */
function distInfoName(psycopg2Version) {
    return `psycopg2-${psycopg2Version}.dist-info`;
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


/***/ })

};
