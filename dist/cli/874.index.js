export const id = 874;
export const ids = [874];
export const modules = {

/***/ 11874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  installVerb: () => (/* binding */ installVerb)
});

// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
;// CONCATENATED MODULE: ./build/install/choose.js

/** The forms in which a release has a package. */
const INSTALL_FORMATS = ['zip', 'layer', 'wheel'];
/** Whether it is a version of psycopg2, whose newest build is meant, rather than a tag with a counter. */
function isPsycopg2Version(version) {
    return /^\d+(\.\d+)+$/.test(version);
}
/**
 * Which of two or more tags is the newest build of a version: `2.9.13-2` before `2.9.13-1` before `2.9.13`; undefined
 * where none is one of it.
 */
function newestBuild(version, tags) {
    const counted = tags.flatMap((tag) => {
        const [, base, counter = '0'] = /^v?(\d+(?:\.\d+)+)(?:-(\d+))?$/.exec(tag) ?? [];
        return base === version ? [{ tag, counter: Number(counter) }] : [];
    });
    return counted.sort((a, b) => b.counter - a.counter)[0]?.tag;
}
/** @throws {InputError} that says what the release has, where it has nothing for that runtime or not in that form */
function choose(manifest, { python, architecture, format }) {
    const { artifacts, tag, repository } = manifest;
    const release = `the release ${tag} of ${repository}`;
    const fitting = artifacts.filter((one) => one.python === python && one.architecture === architecture);
    const [artefact] = fitting;
    if (artefact === undefined) {
        const has = artifacts.map((one) => `${one.python} ${one.architecture}`).join(', ') || 'nothing at all';
        throw new errors/* InputError */.dz(artifacts.some((one) => one.python === python) ? 'architecture' : 'python-version', `${release} has nothing for Python ${python} on ${architecture}`, `It has: ${has}. Ask for one of these, or for another version.`);
    }
    if (fitting.length > 1)
        throw new errors/* BuildError */.zS(`${release} has several for Python ${python} on ${architecture}: ${fitting.map(({ name }) => name).join(', ')}`, 'Which of them is meant, nothing says: download the one by its name. Nothing was changed.');
    const forms = { zip: artefact, layer: artefact.layer, wheel: artefact.wheel };
    const file = forms[format];
    if (file === undefined) {
        const has = INSTALL_FORMATS.filter((one) => forms[one] !== undefined).join(', ');
        throw new errors/* InputError */.dz('format', `${release} has no ${format} for Python ${python} on ${architecture}`, `It has: ${has}.`);
    }
    // It becomes a name in a directory here, and a part of an address.
    if (/^\.|[/\\\p{Cc}]/u.test(file.name))
        throw new errors/* BuildError */.zS(`the manifest of ${release} names a file ${JSON.stringify(file.name)}, which is not a name`, 'The release is damaged, or not what it claims to be: do not use it. Nothing was changed.');
    return { artefact, file };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/machine/writable.js
var writable = __webpack_require__(31736);
;// CONCATENATED MODULE: ./build/install/pin.js





/** The pin that is obeyed and written where no other is named. */
const PIN_FILE = 'psycopg2-lambda.pin.json';
const pinSchema = schemas/* object */.Ikc({
    /** OWNER/NAME. */
    repository: schemas/* string */.YjP().regex(/^[\w.-]+\/[\w.-]+$/, 'expected OWNER/NAME'),
    tag: schemas/* string */.YjP().min(1),
    /** The release's manifest, and the sum that it must have. */
    manifest: schemas/* object */.Ikc({
        url: schemas/* url */.OZ5({ protocol: /^https?$/ }),
        sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits'),
    }),
});
/**
 * Reads a pin.
 *
 * @returns undefined where there is no such file
 * @throws {InputError} for what cannot be read or is no pin
 */
async function readPin(path) {
    let text;
    try {
        text = await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw new errors/* InputError */.dz('pin-file', `${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 'Name a file that this user may read and write.');
    }
    let data;
    try {
        data = JSON.parse(text);
    }
    catch (error) {
        throw new errors/* InputError */.dz('pin-file', `${path} is not JSON: ${(0,errors/* messageOf */.bD)(error)}`, ANEW);
    }
    const parsed = pinSchema.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw new errors/* InputError */.dz('pin-file', `${path} is not a pin: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'invalid'}`, ANEW);
}
// Not overwritten by itself: whoever has named another file by mistake would lose it.
const ANEW = 'Remove it, and write it anew: psycopg2-lambda install --pin.';
/** A pin as it is committed; docs/install.md shows what Renovate takes from it, so the order of its lines matters. */
function pinText({ repository, tag, manifest: { url, sha256 } }) {
    return `${JSON.stringify({ repository, tag, manifest: { url, sha256 } }, null, 2)}\n`;
}
/** Writes a pin in the place of one that is there. @throws {InputError} where it cannot be written */
async function writePin(path, pin) {
    try {
        await (0,writable/* makeDirectory */.Oh)((0,external_node_path_.dirname)(path));
        await (0,writable/* replaceWhole */.eX)(path, Buffer.from(pinText(pin)));
    }
    catch (error) {
        throw (0,writable/* explainUnwritten */.GL)(error, { path, name: `pin-file (${(0,external_node_path_.basename)(path)})` });
    }
}

// EXTERNAL MODULE: ./build/network/address.js
var address = __webpack_require__(58865);
// EXTERNAL MODULE: ./build/inputs/github-names.js
var github_names = __webpack_require__(48052);
// EXTERNAL MODULE: ./build/inputs/paths.js
var paths = __webpack_require__(72164);
// EXTERNAL MODULE: ./build/inputs/runtimes.js
var runtimes = __webpack_require__(89879);
// EXTERNAL MODULE: ./build/inputs/shape.js
var shape = __webpack_require__(77177);
// EXTERNAL MODULE: ./build/inputs/values.js
var values = __webpack_require__(73368);
;// CONCATENATED MODULE: ./build/inputs/install-inputs.js











const PYTHON = {
    // There is no 3.1 on Lambda, and whoever writes 3.10 without quotes means another.
    pattern: /^(?!3\.1$)\d+\.\d+$/,
    problem: 'is not one Python that Lambda has',
    hint: "Give the one of the function's runtime, for example '3.13', in quotes: YAML makes 3.1 of a bare 3.10.",
};
/**
 * Reads the inputs of the install action.
 *
 * @param pin whether the release is to be pinned: then what is pinned so far does not choose it
 * @throws {InputError} that names the input, its value and what is allowed
 */
async function readInstallRequest({ get, env, mask }, { pin: pinning } = { pin: false }) {
    const python = onlyOne('python-version', (0,runtimes/* pythonVersionsOf */.V)(get));
    const pinFile = (0,values/* pathOf */.XM)(get, 'pin-file') ?? (0,paths/* absolutePath */.Hi)('pin-file', PIN_FILE);
    const pin = await readPin(pinFile);
    if (pin === undefined && !pinning && (0,values/* textOf */.b6)(get, 'pin-file') !== undefined)
        throw new errors/* InputError */.dz('pin-file', `${pinFile} does not exist`, 'Write it: psycopg2-lambda install --pin, with the same pin-file.');
    const token = (0,values/* textOf */.b6)(get, 'token');
    if (token !== undefined)
        mask?.(token);
    const baseUrl = baseUrlOf(get);
    return {
        python: (0,shape/* insistOn */.Yj)(PYTHON, 'python-version', python),
        architecture: onlyOne('architecture', (0,runtimes/* architecturesOf */.m)(get, 'x86_64')),
        version: pinning ? versionOf(get) : agreed(get, pin),
        format: (0,values/* oneOf */.yL)(get, 'format', 'zip', INSTALL_FORMATS),
        path: (0,values/* pathOf */.XM)(get, 'path') ?? (0,paths/* absolutePath */.Hi)('path', 'package'),
        extract: (0,values/* booleanOf */.SF)(get, 'extract', true),
        sha256: (0,values/* sha256Of */.Bj)(get, 'sha256'),
        repository: repositoryOf(get, env, { pin, pinning, needed: baseUrl === undefined }),
        baseUrl,
        token,
        apiUrl: (0,github_names/* apiUrlOf */.po)(env),
        serverUrl: serverUrlOf(env),
        cache: (0,values/* booleanOf */.SF)(get, 'cache', true),
        pin: pinning ? undefined : pin,
        pinTo: pinning ? pinFile : undefined,
    };
}
/** A function has one runtime. */
function onlyOne(name, given) {
    const [one, ...more] = given;
    const hint = "Say which the function's runtime has, for example '3.13' and arm64, and install once for each.";
    if (one === undefined)
        throw (0,shape/* nothingGiven */.Xw)(name, hint);
    if (more.length > 0)
        throw (0,shape/* malformed */.Qm)(name, given.join(', '), { problem: 'are several', hint });
    return one;
}
function versionOf(get) {
    return (0,shape/* insistOn */.Yj)(github_names/* TAG */.Dk, 'version', (0,values/* textOf */.b6)(get, 'version') ?? 'latest');
}
/** What is pinned and something else that is asked for cannot both be meant. */
function agreed(get, pin) {
    const version = versionOf(get);
    if (pin === undefined || (0,values/* textOf */.b6)(get, 'version') === undefined)
        return pin?.tag ?? version;
    if (version === pin.tag)
        return version;
    throw new errors/* InputError */.dz('version', `${version} is asked for, and the pin file has pinned ${pin.tag}`, 'Leave version out to install what is pinned; to pin another release: psycopg2-lambda install --pin.');
}
function repositoryOf(get, env, { pin, pinning, needed }) {
    const given = (0,values/* textOf */.b6)(get, 'repository');
    if (given !== undefined)
        (0,shape/* insistOn */.Yj)(github_names/* REPOSITORY */.Bw, 'repository', given);
    const other = pin !== undefined && given !== undefined && given.toLowerCase() !== pin.repository.toLowerCase();
    if (other && !pinning)
        throw new errors/* InputError */.dz('repository', `${given} is asked for, and the pin file has pinned a release of ${pin.repository}`, 'Leave repository out, or name another pin-file; to pin one of that repository: psycopg2-lambda install --pin.');
    const found = given ?? pin?.repository ?? (needed ? env.GITHUB_REPOSITORY : undefined);
    if (found)
        return (0,shape/* insistOn */.Yj)(github_names/* REPOSITORY */.Bw, 'repository', found);
    if (!needed)
        return undefined;
    throw (0,shape/* nothingGiven */.Xw)('repository', 'Say whose releases to install from, as OWNER/NAME, or give a base-url.');
}
const BASE_URL = {
    problem: 'is not the address of a mirror or directory',
    hint: "Give one that holds the files of one release, such as https://mirror.example/psycopg2/2.9.13-1 or file:///srv/psycopg2. A path alone will do, too, when it begins with a slash. Write % as %25 in a login's password.",
};
function baseUrlOf(get) {
    const text = (0,values/* textOf */.b6)(get, 'base-url');
    if (text === undefined)
        return undefined;
    if ((0,external_node_path_.isAbsolute)(text))
        return (0,external_node_url_.pathToFileURL)(text);
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const ours = url !== undefined && /^(https?|file):$/.test(url.protocol) && (0,address/* hasReadableLogin */.wx)(url);
    // A host in a file's address is a share on Windows, and nothing elsewhere.
    if (ours && (url.protocol !== 'file:' || url.host === '' || process.platform === 'win32'))
        return url;
    throw (0,shape/* malformed */.Qm)('base-url', (0,shape/* withoutLogin */.Gq)(text), BASE_URL);
}
/** GitHub Enterprise has another than github.com. */
function serverUrlOf(env) {
    const text = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/$/, '');
    if (URL.canParse(text) && /^https?:\/\/[^\s/@]+$/.test(text))
        return text;
    throw (0,shape/* malformed */.Qm)('GITHUB_SERVER_URL', (0,shape/* withoutLogin */.Gq)(text), {
        problem: 'is not the address of a GitHub server',
        hint: 'The runner sets this variable. By hand, unset it for github.com, or give https://HOST.',
    });
}

// EXTERNAL MODULE: ./build/network/unless-aborted.js
var unless_aborted = __webpack_require__(61317);
// EXTERNAL MODULE: ./build/install/not-the-file.js
var not_the_file = __webpack_require__(63902);
;// CONCATENATED MODULE: ./build/install/place.js







/** Files below an address: `releases/download/TAG` of a repository, which needs no API and no token, or a mirror. */
function webPlace(base, conditions) {
    const urlOf = (name) => {
        const url = new URL(base);
        url.pathname = `${base.pathname.replace(/\/$/, '')}/${encodeURIComponent(name)}`;
        return url;
    };
    return {
        addressOf: (name) => (0,address/* shown */.SP)(urlOf(name)),
        async read(name, most) {
            // What asks a network takes a while to load, and what is kept or in a directory needs none.
            const { fetchFile } = await Promise.all(/* import() */[__webpack_require__.e(820), __webpack_require__.e(139)]).then(__webpack_require__.bind(__webpack_require__, 48139));
            return fetchFile(urlOf(name), { most, conditions });
        },
    };
}
/** Files in a directory. */
function directoryPlace(base) {
    const directory = (0,external_node_url_.fileURLToPath)(base);
    return {
        addressOf: (name) => (0,external_node_path_.join)(directory, name),
        async read(name, most) {
            const path = (0,external_node_path_.join)(directory, name);
            try {
                const { size } = await (0,promises_.stat)(path);
                if (size > most)
                    throw new errors/* BuildError */.zS(`${path} has ${size} bytes, more than the ${most} that were to be there`, WHOLE);
                return { bytes: await (0,promises_.readFile)(path), page: false };
            }
            catch (error) {
                if (error instanceof errors/* BuildError */.zS)
                    throw error;
                if (error.code === 'ENOENT')
                    return undefined;
                throw new errors/* BuildError */.zS(`base-url: ${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, WHOLE);
            }
        },
    };
}
const WHOLE = 'Let base-url name a directory that holds the files of one release.';
/**
 * The assets of a release of a private repository, or of a GitHub Enterprise server, which gives them by their
 * addresses in the API only.
 *
 * @param tag undefined for the latest
 * @returns undefined where there is no such release
 * @throws {BuildError} when GitHub does not tell
 */
async function assetPlace(repository, tag, conditions) {
    const { clock, limits, log, signal } = conditions;
    // What speaks to the API feels no signal, and can wait for minutes; it leaves nothing that is to be undone.
    const stoppable = (work) => (0,unless_aborted/* unlessAborted */.W)(work, signal);
    // Only who has a token waits for what speaks to the API to be loaded.
    const { connect } = await Promise.all(/* import() */[__webpack_require__.e(820), __webpack_require__.e(157), __webpack_require__.e(769), __webpack_require__.e(425)]).then(__webpack_require__.bind(__webpack_require__, 6769));
    const { api } = connect({ ...repository, overwrite: false }, log, { clock, limits });
    const release = await stoppable(tag === undefined ? api.latestRelease() : api.publishedRelease(tag));
    const assets = release && (await stoppable(api.assets(release.id)));
    if (assets === undefined)
        return undefined;
    const assetOf = (name) => assets.find((asset) => asset.name === name);
    return {
        addressOf: (name) => assetOf(name)?.url ?? name,
        async read(name, most) {
            const asset = assetOf(name);
            if (asset === undefined)
                return undefined;
            if (asset.size > most)
                throw new not_the_file/* NotTheFile */.b(`the asset ${name} has ${asset.size} bytes, more than the ${most} that were to come`, 'The release may just be changing: run it again in a moment.');
            const bytes = await stoppable(api.download(asset, joined));
            return bytes && { bytes, page: false };
        },
    };
}
async function joined(chunks) {
    const all = [];
    for await (const chunk of chunks)
        all.push(chunk);
    return Buffer.concat(all);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/release/manifest-schema.js
var manifest_schema = __webpack_require__(20341);
;// CONCATENATED MODULE: ./build/install/read-manifest.js



/** The file that says what a release holds. */
const MANIFEST = 'manifest.json';
/** In bytes; a release of everything has some hundreds of kilobytes. */
const MOST = 8_000_000;
/** What to do about a pin that leads nowhere. */
const PIN_ANEW = 'Pin a release anew: psycopg2-lambda install --pin. Nothing was changed here.';
/**
 * Reads a release's manifest.
 *
 * @returns undefined where the place has none
 * @throws {BuildError} when it cannot be had, is not a manifest, or is that of something else
 */
async function readManifest(place, expected) {
    const url = place.addressOf(MANIFEST);
    const found = await place.read(MANIFEST, MOST);
    if (found === undefined)
        return undefined;
    return { ...parseManifest(found.bytes, url, { expected, page: found.page }), url, bytes: found.bytes };
}
/** Takes a manifest's bytes for what they say. @throws {BuildError} as `readManifest` */
function parseManifest(bytes, url, { expected, page = false }) {
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
    if (expected.sha256 !== undefined && sha256 !== expected.sha256)
        throw new errors/* BuildError */.zS(`${url} has the SHA-256 ${sha256}, not ${expected.sha256}`, expected.pinned
            ? `The release was changed after it was pinned, or something on the way alters it. If it was changed on purpose: ${PIN_ANEW}`
            : 'The release was changed after a newer one listed it, or something on the way alters it. If it was changed on purpose, give its tag as version. Nothing was changed here.');
    const manifest = understood(bytes, url, page);
    const { repository, tag } = manifest;
    if (expected.repository !== undefined && repository.toLowerCase() !== expected.repository.toLowerCase())
        throw new errors/* BuildError */.zS(`${url} is the manifest of ${repository}, not of ${expected.repository}`, expected.pinned
            ? `The pin was changed by hand. ${PIN_ANEW}`
            : 'If the repository was renamed, give its new name as repository. Otherwise do not use that release. Nothing was changed.');
    if (expected.tag !== undefined && tag !== expected.tag)
        throw new errors/* BuildError */.zS(`${url} is the manifest of the release ${tag}, not of ${expected.tag}`, expected.pinned
            ? `The pin was changed by hand. ${PIN_ANEW}`
            : 'Give that tag as version, or the base-url of the release that you mean. Nothing was changed.');
    return { manifest, sha256 };
}
function understood(bytes, url, page) {
    let data;
    try {
        data = JSON.parse(new TextDecoder().decode(bytes));
    }
    catch (error) {
        if (bytes[0] === 0x1f && bytes[1] === 0x8b)
            throw new errors/* BuildError */.zS(`${url} is compressed with gzip, which nobody asked for`, 'Have the server send its files as they are: the sum of what is compressed is another. Nothing was changed.');
        const isPage = page || /^\s*<(!doctype|html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
        throw new errors/* BuildError */.zS(`${url} is not a manifest: ${isPage ? 'it is a web page' : (0,errors/* messageOf */.bD)(error)}`, isPage
            ? 'A login page or a proxy on the way answered in its place: open that address in a browser, or give a token or a base-url.'
            : 'The release may just be changing: run it again in a moment. Nothing was changed.');
    }
    const parsed = manifest_schema/* manifestSchema */.rc.safeParse(data);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') || 'the whole';
    throw new errors/* BuildError */.zS(`${url} is not a manifest that can be read here: ${at}: ${issue?.message ?? 'invalid'}`, at === 'schema'
        ? 'The release was made by another version of this project: use the same version here.'
        : 'The release may be older than manifests with addresses, or newer than this program: choose another one, or download its zip by its name.');
}

;// CONCATENATED MODULE: ./build/install/find-release.js




/**
 * Finds the release that is wanted, by its manifest.
 *
 * @throws {InputError} or {BuildError} where there is none, it cannot be had, or is not what it should be
 */
async function findRelease(wish, { kept, conditions }) {
    const { pin, version } = wish;
    if (pin !== undefined)
        return pinned(wish, pin, { kept, conditions });
    if (wish.baseUrl !== undefined)
        return mirrored(wish, conditions);
    if (!isPsycopg2Version(version))
        return tagged(wish, version, conditions);
    const latest = await tagged(wish, 'latest', conditions);
    const { tag, earlier } = latest.manifest;
    const newest = newestBuild(version, [tag, ...earlier.map((one) => one.tag)]);
    if (newest === tag)
        return latest;
    if (newest === undefined)
        throw new errors/* InputError */.dz('version', `no release of ${wish.repository} is one of psycopg2 ${version}`, `There are: ${[tag, ...earlier.map((one) => one.tag)].join(', ')}.`);
    const sha256 = earlier.find((one) => one.tag === newest)?.sha256;
    return tagged(wish, newest, conditions, sha256);
}
async function pinned(wish, pin, { kept, conditions }) {
    const { repository, tag } = pin;
    const expected = { repository, tag, sha256: pin.manifest.sha256, pinned: true };
    const url = new URL(pin.manifest.url);
    const place = pinnedPlace(wish, pin, conditions);
    const bytes = await kept.find(expected.sha256);
    if (bytes !== undefined)
        return { ...parseManifest(bytes, url.href, { expected }), url: url.href, bytes, place };
    const read = await readManifest(place, expected);
    if (read !== undefined)
        return { ...read, url: url.href, place };
    throw noManifest(place, `the release ${tag} that is pinned`, `It is not, or no longer, where the pin has it. ${PIN_ANEW}`);
}
/** Asks nobody before a file is asked for that is not kept already. */
function pinnedPlace(wish, { repository, tag, manifest }, conditions) {
    if (wish.baseUrl !== undefined)
        return placeAt(wish.baseUrl, conditions);
    const published = webPlace(new URL('.', manifest.url), conditions);
    if (wish.token === undefined)
        return published;
    let assets;
    return {
        ...published,
        async read(name, most) {
            assets ??= assetsOf(wish, repository, tag, conditions);
            return (await assets).read(name, most);
        },
    };
}
async function mirrored(wish, conditions) {
    const { version, repository, baseUrl, serverUrl } = wish;
    if (baseUrl === undefined)
        throw new Error('a mirror without an address');
    const place = placeAt(baseUrl, conditions);
    const exact = version === 'latest' || isPsycopg2Version(version) ? undefined : version;
    const read = await readManifest(place, { repository, tag: exact });
    if (read === undefined)
        throw noManifest(place, 'what base-url names', 'Let base-url name what holds the files of one release, without manifest.json at its end.');
    const { tag } = read.manifest;
    if (isPsycopg2Version(version) && newestBuild(version, [tag]) === undefined)
        throw new errors/* InputError */.dz('version', `base-url holds the release ${tag}, which is none of psycopg2 ${version}`, 'Leave version out, or give the base-url of that release.');
    if (baseUrl.protocol !== 'file:')
        return { ...read, place };
    // What is pinned is read on other machines, too, which do not have this directory.
    const published = publishedPlace(serverUrl, read.manifest, conditions);
    return { ...read, url: published.addressOf(MANIFEST), place };
}
async function tagged(wish, tag, conditions, sha256) {
    const { repository = '', serverUrl, token } = wish;
    const expected = { repository, sha256, ...(tag === 'latest' ? {} : { tag }) };
    const place = token !== undefined
        ? await assetsOf(wish, repository, tag, conditions)
        : tag === 'latest'
            ? webPlace(new URL(`${serverUrl}/${repository}/releases/latest/download`), conditions)
            : publishedPlace(serverUrl, { repository, tag }, conditions);
    const read = await readManifest(place, expected);
    if (read === undefined)
        throw noManifest(place, tag === 'latest' ? `the latest release of ${repository}` : `the release ${tag}`);
    const published = publishedPlace(serverUrl, { repository, tag: read.manifest.tag }, conditions);
    // The latest may be another by the time that its file is fetched.
    return { ...read, url: published.addressOf(MANIFEST), place: token === undefined ? published : place };
}
/** Where a repository's server has a release's files for everybody. */
function publishedPlace(serverUrl, { repository, tag }, conditions) {
    const base = new URL(`${serverUrl}/${repository}/releases/download/${encodeURIComponent(tag)}`);
    return webPlace(base, conditions);
}
async function assetsOf({ token = '', apiUrl }, repository, tag, conditions) {
    const [owner = '', repo = ''] = repository.split('/');
    const found = await assetPlace({ owner, repo, token, apiUrl }, tag === 'latest' ? undefined : tag, conditions);
    if (found !== undefined)
        return found;
    throw new errors/* InputError */.dz('version', `${repository} has no release ${tag}, or the token may not see it`, 'Look at the repository’s page of releases; the token needs contents: read there.');
}
function placeAt(url, conditions) {
    return url.protocol === 'file:' ? directoryPlace(url) : webPlace(url, conditions);
}
function noManifest(place, what, hint = NO_MANIFEST) {
    return new errors/* BuildError */.zS(`${what} has no ${MANIFEST}: ${place.addressOf(MANIFEST)} is not there`, hint);
}
const NO_MANIFEST = 'Look whether version and repository are right. A private repository needs a token; a release made before manifests has none, and its zip is downloaded by its name.';

;// CONCATENATED MODULE: ./build/install/kept-files.js





/** Keeps nothing. */
const NOTHING_KEPT = { find: async () => undefined, keep: async () => { } };
/** Keeps files in a directory, the runner's tool cache or the user's. */
function keptFiles(directory, log) {
    const root = (0,external_node_path_.join)(directory, 'psycopg2-lambda-install');
    let said = false;
    return {
        async find(sha256) {
            const path = (0,external_node_path_.join)(root, sha256);
            const bytes = await (0,promises_.readFile)(path).catch(() => undefined);
            if (bytes === undefined)
                return undefined;
            if ((0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') === sha256)
                return bytes;
            log.warning(`${path} in the cache is damaged; it is fetched anew`);
            return undefined;
        },
        async keep(sha256, bytes) {
            try {
                await (0,writable/* makeDirectory */.Oh)(root);
                await (0,writable/* replaceWhole */.eX)((0,external_node_path_.join)(root, sha256), bytes);
            }
            catch (error) {
                if (!said)
                    log.warning(`nothing can be kept in ${root} for the next run: ${(0,errors/* messageOf */.bD)(error)} (cache: false asks for none)`);
                said = true;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/network/conditions.js
var conditions = __webpack_require__(96919);
;// CONCATENATED MODULE: ./build/install/prompt.js

/** How a real install asks and waits: somebody is waiting for it, and a minute is the most. */
const PROMPT = { ...conditions/* REAL */.B, times: { answerMs: 15_000, stallMs: 15_000 } };

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/install/layout.js

/**
 * How a package is put into a directory that holds others, too.
 *
 * @throws {BuildError} for what is no package with psycopg2 in it, or has files beside it
 */
function layoutOf(entries, name) {
    const files = entries.filter(({ directory }) => !directory).map(({ path }) => path);
    const sites = [
        ...new Set(files.flatMap((path) => /^((?:.*\/)?)psycopg2\/__init__\.py$/.exec(path)?.[1] ?? [])),
    ];
    const nameOf = (path) => {
        const site = sites.filter((one) => path.startsWith(one)).sort((a, b) => b.length - a.length)[0];
        const [first = '', ...below] = site === undefined ? [] : path.slice(site.length).split('/');
        return below.length === 0 ? undefined : `${site}${first}`;
    };
    const strange = sites.length === 0 ? 'no psycopg2' : files.find((path) => nameOf(path) === undefined);
    if (strange !== undefined)
        throw new errors/* BuildError */.zS(`${name} is not a package of psycopg2: it has ${strange}${sites.length === 0 ? '' : ' beside it'}`, 'With extract: false it is put in place as it is. Nothing was changed.');
    return { sites, names: [...new Set(files.flatMap((path) => nameOf(path) ?? []))].sort() };
}
/**
 * Whether a name in a site belongs to a psycopg2 that another one replaces: pip's psycopg2_binary, an older dist-info, the
 * libraries that auditwheel puts beside.
 */
function isOlder(name) {
    return /^psycopg2(_binary)?(\.libs|-[\w.+!-]+\.(dist|egg)-info)?$/.test(name);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/install/lock.js





/** Stands in a directory while an install changes it. */
const LOCK = '.psycopg2-lambda.lock';
/** An install holds it for as long as it unpacks a few files; all times in milliseconds. */
const LONGEST = 60_000;
const PAUSE = 50;
/** Nobody has to be told of a shorter wait. */
const UNSAID = 1000;
/**
 * Does a piece of work on a directory while no other install does.
 *
 * @throws {BuildError} when another one does not come to its end within a minute; what the file system said, when the
 *   directory cannot be written; what `work` throws
 */
async function alone(directory, { clock, signal, log }, work) {
    const path = (0,external_node_path_.join)(directory, LOCK);
    const own = JSON.stringify({ host: (0,external_node_os_.hostname)(), pid: process.pid, id: (0,external_node_crypto_.randomUUID)() });
    const began = clock.now();
    let said = false;
    while (!(await taken(path, own))) {
        const left = await leftBehind(path);
        if (left !== undefined)
            await removeLeft(path, left);
        else if (clock.now() - began > LONGEST)
            throw new errors/* BuildError */.zS(`another install has been changing ${directory} for more than a minute`, `If none is running, remove ${path}.`);
        else {
            if (!said && clock.now() - began > UNSAID) {
                log.info(`waiting for another install into ${directory}, which has ${path}`);
                said = true;
            }
            await clock.sleep(PAUSE, signal);
        }
    }
    try {
        signal?.throwIfAborted();
        return await work();
    }
    finally {
        await (0,promises_.rm)(path, { force: true });
    }
}
async function taken(path, own) {
    try {
        await (0,promises_.writeFile)(path, own, { flag: 'wx' });
        return true;
    }
    catch (error) {
        const { code } = error;
        // A full disk may have made an empty one.
        if (code === 'ENOSPC' || code === 'EDQUOT')
            await (0,promises_.rm)(path, { force: true });
        if (code === 'EEXIST')
            return false;
        throw error;
    }
}
/** What a lock says whose owner is gone: killed, or at it for longer than any install takes. */
async function leftBehind(path) {
    try {
        const facts = await (0,promises_.stat)(path);
        const text = await (0,promises_.readFile)(path, 'utf8');
        if (Date.now() - facts.mtimeMs > 10 * LONGEST)
            return text;
        const [, pid] = /"pid":(\d+)/.exec(text) ?? [];
        const here = text.includes(`"host":${JSON.stringify((0,external_node_os_.hostname)())}`);
        return pid !== undefined && here && !isRunning(Number(pid)) ? text : undefined;
    }
    catch {
        // It went meanwhile.
        return undefined;
    }
}
/** Two may find the same lock left behind: the later must not take away the one that the earlier has made since. */
async function removeLeft(path, text) {
    const aside = `${path}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.rename)(path, aside);
        if ((await (0,promises_.readFile)(aside, 'utf8')) !== text)
            await (0,promises_.link)(aside, path);
    }
    catch {
        // It went, or another took the place.
    }
    finally {
        await (0,promises_.rm)(aside, { force: true });
    }
}
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./build/install/swap.js



/** How a staging directory is called, which stands in the directory that it is for, because renaming must not copy. */
const STAGING = /^\.psycopg2-lambda-[\w-]+\.tmp$/;
/** Below it: what is new, and what was there before. */
const NEW = 'new';
const OLD = 'old';
/**
 * Puts what was unpacked in its place, name by name, and takes away what it replaces. When one step fails, all before it
 * are undone. Nothing else happens meanwhile in this process, not even a signal's handler, because a half is nothing.
 *
 * @param path the directory of the package
 * @param staging a directory in it with what is new below {@link NEW}
 * @returns the names that were there before
 * @throws what the file system said
 */
function swap(path, staging, { sites, names }) {
    const undo = [];
    const replaced = [];
    const move = (from, to) => {
        makeParents((0,external_node_path_.dirname)(to), undo);
        (0,external_node_fs_.renameSync)(from, to);
        undo.push(() => (0,external_node_fs_.renameSync)(to, from));
    };
    try {
        for (const name of replacedBy(path, sites, names)) {
            move((0,external_node_path_.join)(path, name), (0,external_node_path_.join)(staging, OLD, name));
            replaced.push(name);
        }
        for (const name of names)
            move((0,external_node_path_.join)(staging, NEW, name), (0,external_node_path_.join)(path, name));
    }
    catch (error) {
        for (const step of undo.reverse())
            step();
        throw error;
    }
    return replaced;
}
/** The names in a directory that make room. */
function replacedBy(path, sites, names) {
    const older = sites.flatMap((site) => ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, site)) ? (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(path, site)) : [])
        .filter(isOlder)
        .map((name) => `${site}${name}`));
    return [...new Set([...older, ...names.filter((name) => isThere((0,external_node_path_.join)(path, name)))])].sort();
}
/** Also a link that leads nowhere. */
function isThere(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** Makes a directory and those above it, and takes away again what was made. */
function makeParents(path, undo) {
    if ((0,external_node_fs_.existsSync)(path))
        return;
    makeParents((0,external_node_path_.dirname)(path), undo);
    (0,external_node_fs_.mkdirSync)(path);
    undo.push(() => (0,external_node_fs_.rmSync)(path, { recursive: true }));
}
/**
 * Gives back what an install that was killed between two steps had moved away: what has no successor goes back to its
 * place. Then nothing is left of it.
 */
function recover(path, staging) {
    const putBack = (below) => {
        const old = (0,external_node_path_.join)(staging, OLD, below);
        for (const entry of (0,external_node_fs_.existsSync)(old) ? (0,external_node_fs_.readdirSync)(old, { withFileTypes: true }) : []) {
            const name = `${below}${entry.name}`;
            if (!isThere((0,external_node_path_.join)(path, name)))
                (0,external_node_fs_.renameSync)((0,external_node_path_.join)(staging, OLD, name), (0,external_node_path_.join)(path, name));
            else if (entry.isDirectory() && !isOlder(entry.name))
                putBack(`${name}/`);
        }
    };
    putBack('');
    (0,external_node_fs_.rmSync)(staging, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./build/install/put.js








/** Puts a file into a directory as it is. @throws {InputError} or {BuildError} where it cannot be written */
async function putFile(path, name, bytes) {
    try {
        await (0,writable/* makeDirectory */.Oh)(path);
        await (0,writable/* replaceWhole */.eX)((0,external_node_path_.join)(path, name), bytes);
        return { files: [(0,external_node_path_.join)(path, name)], replaced: [] };
    }
    catch (error) {
        throw (0,writable/* explainUnwritten */.GL)(error, { path, name: 'path' });
    }
}
/**
 * Unpacks a file into a directory that may hold other packages, in the place of an older psycopg2. Until all of it is on
 * the disk, nothing of what was there is touched; and where it cannot all be put in place, all is as it was.
 *
 * @throws {BuildError} for what is no package of psycopg2, a full disk, or a directory that cannot be written
 */
async function putPackage({ name, entries, path, ...means }) {
    const layout = layoutOf(entries, name);
    const staging = (0,external_node_path_.join)(path, `.psycopg2-lambda-${(0,external_node_crypto_.randomUUID)()}.tmp`);
    const made = (0,writable/* missingDirectories */.q7)(path);
    try {
        await (0,writable/* makeDirectory */.Oh)(path);
        return await alone(path, means, async () => {
            for (const left of await (0,promises_.readdir)(path))
                if (STAGING.test(left))
                    recover(path, (0,external_node_path_.join)(path, left));
            try {
                const replaced = forEverybody(() => {
                    unpack(entries, (0,external_node_path_.join)(staging, NEW));
                    return swap(path, staging, layout);
                });
                const files = entries.flatMap((entry) => (entry.directory ? [] : [(0,external_node_path_.join)(path, entry.path)]));
                return { files, replaced };
            }
            finally {
                await (0,promises_.rm)(staging, { recursive: true, force: true });
            }
        });
    }
    catch (error) {
        await (0,writable/* removeEmpty */.ef)(made);
        throw (0,writable/* explainUnwritten */.GL)(error, { path, name: 'path' });
    }
}
/** In one go: taking turns with the rest would take several times as long for so many small files. */
function unpack(entries, directory) {
    for (const { path, directory: isDirectory, data, mode } of entries) {
        const target = (0,external_node_path_.join)(directory, path);
        (0,external_node_fs_.mkdirSync)(isDirectory ? target : (0,external_node_path_.dirname)(target), { recursive: true });
        if (isDirectory)
            continue;
        const executable = mode !== undefined && (mode & 0o100) !== 0;
        (0,external_node_fs_.writeFileSync)(target, data, { flag: 'wx', mode: executable ? 0o755 : 0o644 });
    }
}
/** Does what others shall read and search, too: Lambda runs as another user than the one that packs. */
function forEverybody(work) {
    const umask = process.umask(0o022);
    try {
        return work();
    }
    finally {
        process.umask(umask);
    }
}

;// CONCATENATED MODULE: ./build/install/take-file.js


/**
 * Gives a file of a release, its size and SHA-256 checked.
 *
 * @throws {NotTheFile} when it is another than the manifest says
 * @throws {BuildError} when it cannot be had
 */
async function takeFile({ name, size, sha256 }, { place, kept }) {
    const known = await kept.find(sha256);
    if (known !== undefined)
        return { bytes: known, cacheHit: true };
    const found = await place.read(name, size);
    if (found === undefined)
        throw new not_the_file/* NotTheFile */.b(`${place.addressOf(name)} is not there, though the manifest names it`, 'The release is incomplete or is just being changed: run it again in a moment. Nothing was changed here.');
    const actual = (0,external_node_crypto_.createHash)('sha256').update(found.bytes).digest('hex');
    if (actual === sha256)
        return { bytes: found.bytes, cacheHit: false };
    const what = found.page ? 'a web page' : `${found.bytes.length} bytes with the SHA-256 ${actual}`;
    throw new not_the_file/* NotTheFile */.b(`${place.addressOf(name)} is ${what}, not the ${size} bytes with the SHA-256 ${sha256} that the manifest names`, 'A proxy or mirror on the way may have altered it, or the release was changed. Nothing was changed here.');
}

// EXTERNAL MODULE: ./build/package/unzip.js
var unzip = __webpack_require__(65057);
;// CONCATENATED MODULE: ./build/jobs/install-job.js












/**
 * Puts psycopg2 out of a release into a package: finds it, checks its sum, audits it for its runtime, and only then
 * touches the package.
 *
 * @param time for tests: another clock, shorter limits
 * @throws {BuildError} where that cannot be; the package is as it was then
 */
async function install(request, log, time = {}) {
    const conditions = { ...PROMPT, log, ...time };
    const directory = process.env.RUNNER_TOOL_CACHE;
    const kept = request.cache && directory ? keptFiles(directory, log) : NOTHING_KEPT;
    const { release, choice, taken } = await take(request, { kept, conditions });
    const { artefact, file } = choice;
    const { psycopg2 } = artefact.versions;
    // A release is named by the newest psycopg2 in it, which older Pythons cannot have.
    if (isPsycopg2Version(request.version) && request.version !== psycopg2)
        log.warning(`the release ${release.manifest.tag} has psycopg2 ${psycopg2} for Python ${artefact.python}, not ${request.version}`);
    if (!taken.cacheHit)
        await kept.keep(file.sha256, taken.bytes);
    const { path, extract } = request;
    const { clock, signal } = conditions;
    const { name } = file;
    const { bytes } = taken;
    const entries = extract ? (0,unzip/* readZip */.ue)(bytes, name) : undefined;
    const { refuseUnloadable } = await auditing();
    await refuseUnloadable({ name, bytes, entries }, request);
    const { pinTo } = request;
    // Before the package changes: a package that is not what is pinned would be half of what was asked for.
    if (pinTo !== undefined)
        await (0,writable/* assertWritable */.Bz)({ path: (0,external_node_path_.dirname)(pinTo), name: 'pin-file' });
    signal?.throwIfAborted();
    const placed = entries
        ? await putPackage({ name, entries, path, clock, signal, log })
        : await putFile(path, name, bytes);
    if (placed.replaced.length > 0)
        log.notice(`replaced in ${path}: ${placed.replaced.join(', ')}`);
    const { repository, tag } = release.manifest;
    if (pinTo !== undefined) {
        await writePin(pinTo, { repository, tag, manifest: { url: release.url, sha256: release.sha256 } });
        log.notice(`pinned the release ${tag} of ${repository} in ${pinTo}`);
    }
    return {
        ...{ repository, tag, asset: file.name, url: file.url, sha256: file.sha256, path, ...placed },
        ...{ python: artefact.python, architecture: artefact.architecture, glibc: artefact.glibc },
        ...{ versions: artefact.versions, verified: artefact.verified?.stages ?? [], cacheHit: taken.cacheHit },
    };
}
/** The one line at the end: what is now where. */
function installedLine(installed) {
    const { versions, python, architecture, path, tag, repository, asset } = installed;
    return (`psycopg2 ${versions.psycopg2} (libpq ${versions.postgresql}, OpenSSL ${versions.openssl}) for Python ${python} on ` +
        `${architecture} is now in ${path}: ${asset} of the release ${tag} of ${repository}`);
}
const auditing = () => Promise.all(/* import() */[__webpack_require__.e(325), __webpack_require__.e(52), __webpack_require__.e(261)]).then(__webpack_require__.bind(__webpack_require__, 40261));
/** A release that is replaced while it is read gets a second look. */
async function take(request, means) {
    const release = await findRelease(request, means);
    try {
        const choice = chosen(release, request);
        const taking = takeFile(choice.file, { place: release.place, kept: means.kept });
        // Loaded while the server sends.
        const [taken] = await Promise.all([taking, auditing()]);
        await means.kept.keep(release.sha256, release.bytes);
        return { release, choice, taken };
    }
    catch (error) {
        if (!(error instanceof not_the_file/* NotTheFile */.b) || request.pin !== undefined)
            throw error;
        const again = await findRelease(request, means);
        if (again.sha256 === release.sha256)
            throw error;
        means.conditions.log.info('the release was changed meanwhile; it is read anew');
        const choice = chosen(again, request);
        return {
            release: again,
            choice,
            taken: await takeFile(choice.file, { place: again.place, kept: means.kept }),
        };
    }
}
function chosen({ manifest }, request) {
    const choice = choose(manifest, request);
    const { name, sha256 } = choice.file;
    if (request.sha256 === undefined || request.sha256 === sha256)
        return choice;
    throw new errors/* InputError */.dz('sha256', `${name} of the release ${manifest.tag} has the sum ${sha256}, not ${request.sha256}`, 'Name the release that has that file, or give the sum of this one. Nothing was changed.');
}

// EXTERNAL MODULE: ./build/entries/stop.js
var stop = __webpack_require__(80347);
;// CONCATENATED MODULE: ./build/entries/cli/install-verb.js




/** `install`: puts psycopg2 out of a release into a package. */
const installVerb = {
    flags: input_names/* INSTALL_INPUTS */.gV,
    switches: {
        pin: 'pin the release in pin-file',
        json: 'print what is now where as JSON',
    },
    async run({ get, has, print, log }) {
        const request = await readInstallRequest({ get, env: process.env }, { pin: has('pin') });
        const installed = await (0,stop/* stoppable */.p)(log.notice, (signal) => install(request, log, { signal }));
        print({ json: installed, text: `${installedLine(installed)}\n` });
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

/***/ 63902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ NotTheFile)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);

/** A file of a release is not there, or another than its manifest says: the release may just be changing. */
class NotTheFile extends _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS {
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
