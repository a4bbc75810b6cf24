export const id = 893;
export const ids = [893];
export const modules = {

/***/ 28165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ RUNNERS),
/* harmony export */   PY: () => (/* binding */ MACHINES),
/* harmony export */   Xe: () => (/* binding */ ARCHITECTURES)
/* harmony export */ });
/** The two machines Lambda runs, in AWS's own words. */
const ARCHITECTURES = ['x86_64', 'arm64'];
/** The kernel's and the compilers' word for AWS's. */
const MACHINES = { x86_64: 'x86_64', arm64: 'aarch64' };
/** GitHub's runner of each architecture, for hints and matrices. */
const RUNNERS = { x86_64: 'ubuntu-24.04', arm64: 'ubuntu-24.04-arm' };


/***/ }),

/***/ 15297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   An: () => (/* binding */ parseZipName),
/* harmony export */   Hn: () => (/* binding */ layerName),
/* harmony export */   OH: () => (/* binding */ sharedLayerName),
/* harmony export */   XA: () => (/* binding */ zipName),
/* harmony export */   bv: () => (/* binding */ isCompanion),
/* harmony export */   qg: () => (/* binding */ zipOfRecord),
/* harmony export */   xD: () => (/* binding */ recordName)
/* harmony export */ });
/**
 * The zip's file name: `psycopg2.9.13-3.13.zip`, and `psycopg2.9.13-3.13-arm64.zip` for arm64.
 *
 * The name without an architecture has meant x86_64 since the releases of soulwing/psycopg2-aws-lambda;
 * deployment scripts rely on it.
 */
function zipName(zip) {
    const suffix = zip.architecture === 'x86_64' ? '' : `-${zip.architecture}`;
    return `psycopg${zip.psycopg2}-${zip.python}${suffix}.zip`;
}
/** What a zip's name says of it; undefined for a name that is not one of ours. */
function parseZipName(name) {
    const match = /^psycopg(\d+(?:\.\d+)+)-(\d\.\d+)(-arm64)?\.zip$/.exec(name);
    if (match?.[1] === undefined || match[2] === undefined)
        return undefined;
    return { psycopg2: match[1], python: match[2], architecture: match[3] === undefined ? 'x86_64' : 'arm64' };
}
/** The layer of one zip: `psycopg2.9.13-3.13-layer.zip`, `psycopg2.9.13-3.13-arm64-layer.zip`. */
function layerName(zip) {
    return zip.replace(/\.zip$/, LAYER);
}
/** The layer that the Pythons of one psycopg2 and architecture share: `psycopg2.9.13-layer.zip`. */
function sharedLayerName(layer) {
    const suffix = layer.architecture === 'x86_64' ? '' : `-${layer.architecture}`;
    return `psycopg${layer.psycopg2}${suffix}${LAYER}`;
}
const LAYER = '-layer.zip';
const RECORD = '.verified.json';
/**
 * Whether a file of this name, or at this path, lies beside the zips: it is about one of them or about the release, or
 * holds the same bytes in another form.
 */
function isCompanion(path) {
    return /\.(sha256|md5|verified\.json|whl)$|-layer\.zip$|(^|\/)(SHA256SUMS|manifest\.json)$/.test(path);
}
/** The name of the record beside a zip: `psycopg2.9.13-3.13.zip.verified.json`. */
function recordName(zip) {
    return `${zip}${RECORD}`;
}
/** The zip that a file of this name is the record of; undefined for what is not a record. */
function zipOfRecord(name) {
    return name.endsWith(`.zip${RECORD}`) ? name.slice(0, -RECORD.length) : undefined;
}


/***/ }),

/***/ 37879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishVerb: () => (/* binding */ publishVerb)
});

// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: ./build/inputs/release-inputs.js + 1 modules
var release_inputs = __webpack_require__(39904);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/github/api.js + 2 modules
var api = __webpack_require__(6769);
// EXTERNAL MODULE: ./build/package/zip-directory.js
var zip_directory = __webpack_require__(64394);
// EXTERNAL MODULE: ./build/release/files.js
var release_files = __webpack_require__(36997);
// EXTERNAL MODULE: ./build/github/advice.js
var advice = __webpack_require__(6568);
// EXTERNAL MODULE: ./build/github/waiting.js
var waiting = __webpack_require__(15349);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/release/assets.js
var assets = __webpack_require__(52269);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/catalog/file-names.js
var file_names = __webpack_require__(15297);
// EXTERNAL MODULE: ./build/release/decide.js
var decide = __webpack_require__(94888);
;// CONCATENATED MODULE: ./build/release/complete.js



/**
 * Everything a complete release consists of: the expected files and the checksum files beside them, whose
 * content follows from the sums. Where the MD5 is known, the list comes from a build that uploaded both of them; else
 * they may be absent. A zip's record may say anything of these very bytes, and be absent where the build does not name it.
 *
 * @param demanded the names of further records that must be there
 */
function wantedFor(expected, demanded = new Set()) {
    const named = new Map();
    for (const { name, sha256, size } of expected)
        named.set(name, { name, sha256, size, optional: false });
    for (const { name, sha256, md5, record: itsRecord } of expected) {
        if (/\.(sha256|md5)$/.test(name) || (0,file_names/* zipOfRecord */.qg)(name) !== undefined)
            continue;
        const optional = md5 === undefined;
        for (const companion of [
            sumFile(name, 'sha256', sha256, optional),
            sumFile(name, 'md5', md5, optional),
        ]) {
            if (!optional || !named.has(companion.name))
                named.set(companion.name, companion);
        }
        if (!name.endsWith('.zip') || (0,file_names/* isCompanion */.bv)(name))
            continue;
        const record = (0,file_names/* recordName */.xD)(name);
        const required = itsRecord === record || named.has(record) || demanded.has(record);
        named.set(record, { name: record, sha256: undefined, size: undefined, optional: !required, zip: sha256 });
    }
    return [...named.values()];
}
function sumFile(name, kind, sum, optional) {
    const line = `${sum ?? '0'.repeat(32)}  ${name}\n`;
    const sha256 = sum === undefined ? undefined : (0,external_node_crypto_.createHash)('sha256').update(line).digest('hex');
    return { name: `${name}.${kind}`, sha256, size: line.length, optional };
}
/**
 * Compares what is there with what must be there.
 *
 * @param records by the names of the records there, what each says; undefined for what is no record
 */
function faultsIn(assets, wanted, records) {
    const byName = new Map(assets.map((asset) => [asset.name, asset]));
    const known = new Set(wanted.map(({ name }) => name));
    const strangers = assets.filter((asset) => !known.has(asset.name) && !(0,decide/* isHalf */.wX)(asset));
    const wrong = wanted.flatMap((want) => {
        const asset = byName.get(want.name);
        if (asset === undefined || (0,decide/* isHalf */.wX)(asset) || fits(asset, want))
            return [];
        return (`${want.name} (GitHub has ${asset.digest}, ${asset.size} bytes; expected ` +
            `${want.sha256 === undefined ? 'any digest' : `sha256:${want.sha256}`}, ${want.size ?? 'any number of'} bytes)`);
    });
    const missing = namesOf(wanted.filter(({ name, optional }) => !optional && !byName.has(name)));
    const stale = wanted.flatMap(({ name, zip }) => {
        const sum = records.get(name)?.zip.sha256;
        if (zip === undefined || !records.has(name) || sum === zip)
            return [];
        return `${name} (${sum === undefined ? 'no record' : `of a zip with SHA-256 ${sum}`}; the zip has ${zip})`;
    });
    const kinds = {
        missing,
        'records of other zips': stale,
        'half uploaded': namesOf(assets.filter(decide/* isHalf */.wX)),
        'other bytes': wrong,
        unexpected: namesOf(strangers),
    };
    const sentences = Object.entries(kinds)
        .filter(([, names]) => names.length > 0)
        .map(([kind, names]) => `${kind}: ${names.toSorted().join(', ')}`);
    const ofRecords = stale.length > 0 || missing.some((name) => (0,file_names/* zipOfRecord */.qg)(name) !== undefined);
    return { sentences, strangers, records: ofRecords };
}
function namesOf(named) {
    return named.map(({ name }) => name);
}
function fits(asset, { sha256, size }) {
    if (size !== undefined && asset.size !== size)
        return false;
    return sha256 === undefined || (0,decide/* holds */.v9)(asset, { size: asset.size, sha256 });
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./build/release/manifest.js
var release_manifest = __webpack_require__(55745);
// EXTERNAL MODULE: ./build/release/manifest-schema.js
var manifest_schema = __webpack_require__(20341);
;// CONCATENATED MODULE: ./build/release/earlier.js





/** Whoever wants an older one follows the manifests from one to the next. */
const MOST = 20;
/** Releases looked at; a repository may release other things, too. Each costs a request. */
const LOOKED_AT = 50;
/**
 * Where the manifests of the repository's published releases are, and their sums, the newest first; without prereleases,
 * which nobody takes who did not name them.
 *
 * @param others all releases of other tags
 */
async function earlierManifests(connection, others) {
    const published = others
        .filter(({ draft, prerelease }) => !draft && !prerelease)
        .sort((a, b) => b.publishedAt - a.publishedAt || b.id - a.id);
    const earlier = [];
    for (const release of published.slice(0, LOOKED_AT)) {
        if (earlier.length === MOST)
            break;
        const assets = (await connection.api.assets(release.id)) ?? [];
        const manifest = assets.find((asset) => asset.name === 'manifest.json' && !(0,decide/* isHalf */.wX)(asset));
        const sha256 = manifest && (await sumOrHash(connection, manifest));
        if (sha256 === undefined)
            continue;
        earlier.push({ tag: release.tag, url: (0,release_manifest/* downloadUrl */.Is)(release, 'manifest.json'), sha256 });
    }
    return earlier;
}
/** Servers of before June 2025 give no digests. @returns undefined: it is gone */
async function sumOrHash({ api }, asset) {
    return (0,decide/* sumOf */.XN)(asset) || (await api.download(asset, release_files/* hashOf */.qQ));
}
/** What the manifest of a published release says of those before it; none where that cannot be read. */
async function earlierInManifest({ api }, assets) {
    const manifest = assets.find((asset) => asset.name === 'manifest.json' && !(0,decide/* isHalf */.wX)(asset));
    const written = manifest && (await api.download(manifest, consumers_.text));
    try {
        return manifest_schema/* manifestSchema */.rc.parse(JSON.parse(written ?? '')).earlier;
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/release/find.js
var find = __webpack_require__(9455);
// EXTERNAL MODULE: ./build/release/listing.js
var listing = __webpack_require__(67390);
// EXTERNAL MODULE: ./build/release/records.js
var release_records = __webpack_require__(10464);
// EXTERNAL MODULE: ./build/release/tag.js
var tag = __webpack_require__(35146);
;// CONCATENATED MODULE: ./build/release/publish-release.js













/**
 * Completes a draft and publishes it, once: uploads `files`, checks that exactly the expected assets are there,
 * whole and right, adds `SHA256SUMS` and the manifest, publishes, and reads back what has become of it. A
 * release that is published already and complete is left as it is, so that a repeated job succeeds.
 *
 * @throws {BuildError} anything missing, half there, wrong or unexpected: nothing is published
 */
async function publishRelease(connection, request) {
    const { log, target } = connection;
    const { files, unfinished } = await (0,release_records/* withoutUnfinished */.w4)(request.files, log);
    const uploads = await (0,release_files/* openFiles */.Km)(files);
    const expected = merge(request.expected, uploads);
    await (0,release_records/* refuseOtherRecords */.b5)(uploads, expected);
    // Such a record says that one was asked for.
    const wanted = wantedFor(expected, unfinished);
    const { release, others } = await theOneRelease(connection, uploads.length > 0);
    const commit = (await (0,tag/* checkTag */.B)(connection, release.tag, release)) ?? target.sha ?? release.commitish;
    const list = (0,listing/* listingOf */.K)(connection, release);
    const recordsOf = (0,release_records/* recordsIn */.Q0)(connection, uploads);
    if (release.draft && uploads.length > 0)
        await (0,assets/* storeAll */.l)(connection, release, uploads, target.overwrite);
    const before = await list();
    const records = await recordsOf(before);
    const contents = { target, release, commit, expected, assets: before, records };
    if (!release.draft) {
        // What was earlier then: more may have been published since.
        const earlier = await earlierInManifest(connection, before);
        const { uploads: manifest } = (0,release_manifest/* manifestOf */.$V)({ ...contents, earlier });
        refuse(connection, release, faultsIn(before, [...wanted, ...manifest], records));
        log.notice(`the release ${release.tag} is published and complete already`);
        return report(release, before);
    }
    // An earlier attempt may have left the manifest's files; both are written anew.
    const built = before.filter(({ name }) => !(0,release_manifest/* isWrittenHere */.cu)(name));
    refuse(connection, release, faultsIn(built, wanted, records));
    const earlier = await earlierManifests(connection, others);
    const { uploads: manifest, untold } = (0,release_manifest/* manifestOf */.$V)({ ...contents, earlier });
    for (const name of untold)
        log.notice(`${name} is not in manifest.json: ${NOTHING_KNOWN}`);
    // Written by this step alone: what an earlier attempt with another list left behind is replaced.
    await (0,assets/* storeAll */.l)(connection, release, manifest, true);
    const after = await list();
    refuse(connection, release, faultsIn(after, [...wanted, ...manifest], await recordsOf(after)));
    // Where the tag exists GitHub ignores this; the draft's own value is what it wants to see again.
    const commitish = release.commitish || commit;
    const published = await makePublic(connection, release, { commitish, makeLatest: request.makeLatest });
    log.notice(`published ${published.tag}: ${published.url}`);
    // Read anew: a draft's download addresses say `untagged-…`.
    return report(published, await list());
}
/** @throws {InputError} nothing is expected, or a file to upload is none of those or not the one that is */
function merge(expected, uploads) {
    if (expected.length > 0)
        refuseUnexpected(expected, uploads);
    const named = new Map(expected.map((entry) => [entry.name, entry]));
    for (const { name, sha256, size } of uploads) {
        if ((0,release_manifest/* isWrittenHere */.cu)(name)) {
            throw new errors/* InputError */.dz('files', `${name} is written by this action itself`, 'Leave it out of the files.');
        }
        const entry = named.get(name);
        if (entry !== undefined && entry.sha256 !== sha256) {
            throw new errors/* InputError */.dz('files', `${name} has SHA-256 ${sha256}, but ${entry.sha256} is expected`, 'The file is not the one the build job made: take it from the same run as `expected`.');
        }
        if (entry === undefined)
            named.set(name, { name, sha256, size });
    }
    if (named.size === 0) {
        throw new errors/* InputError */.dz('expected', 'nothing says what the release must hold: neither expected nor files is given', 'Give `expected` the build jobs’ `artifacts` outputs, or give `files: dist/*`.');
    }
    return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** A directory that outlives a job may hold an earlier job's files, which a pattern finds as well. */
function refuseUnexpected(expected, uploads) {
    const known = new Set(wantedFor(expected).map(({ name }) => name));
    const strangers = uploads.map(({ name }) => name).filter((name) => !known.has(name) && !(0,release_manifest/* isWrittenHere */.cu)(name));
    if (strangers.length === 0)
        return;
    throw new errors/* InputError */.dz('files', `${strangers.toSorted().join(', ')}: not named in expected, which names ${expected.map(({ name }) => name).join(', ')}`, 'Files of an earlier run in the same directory? Give the build step’s `files` output instead of a pattern, or ' +
        'empty the directory first. What does belong to the release must be named in `expected`.');
}
const NOTHING_KNOWN = 'neither expected nor a record beside it says what it is for, so those who install by the manifest do not find it';
/** The release of the given id, or the only one of the tag, and those of other tags. @throws {BuildError} there are several, or none */
async function theOneRelease(connection, mayCreate) {
    const { target } = connection;
    const given = target.releaseId === undefined ? undefined : await (0,find/* releaseById */.u$)(connection, target.releaseId);
    const tag = given?.tag ?? (0,find/* tagOf */.cO)(connection);
    const { published, draft, others } = await (0,find/* releasesOf */.w0)(connection, tag);
    if (published !== undefined && draft !== undefined) {
        throw new errors/* BuildError */.zS(`${tag} of ${(0,advice/* repositoryOf */._M)(target)} is published already (id ${published.id}), and there is a draft beside it (id ${draft.id})`, `A tag has one release. Delete the draft: ${(0,advice/* deleteCommand */.x3)(target, 'releases', draft.id)}`);
    }
    // By id also a draft counts that the list does not show yet.
    if (given !== undefined) {
        if (draft === undefined || draft.id === given.id)
            return { release: given, others };
        throw (0,find/* severalDrafts */.L6)(connection, tag, [draft, given]);
    }
    const only = published ?? draft;
    if (only !== undefined)
        return { release: only, others };
    if (mayCreate)
        return { release: await (0,find/* findOrCreateRelease */.Sy)(connection), others };
    throw new errors/* BuildError */.zS(`no draft of ${(0,advice/* repositoryOf */._M)(target)} carries the tag ${tag}`, 'Run the build jobs with `release-tag` first, or give `files` to upload. Drafts are shown only to tokens that ' +
        'may write:\npermissions:\n  contents: write');
}
const NOT_TRIED = ' A record is missing where a zip was not tried, and is of another zip where that was tried: give the zip to the ' +
    'action or the verb verify on a machine of its architecture, and upload the record that it writes.';
function refuse({ target }, release, { sentences, strangers, records }) {
    if (sentences.length === 0)
        return;
    const state = release.draft
        ? 'is not complete; nothing was published'
        : 'is published already, and is not what was expected';
    const commands = strangers.map(({ id }) => `\n${(0,advice/* deleteCommand */.x3)(target, 'releases/assets', id)}`);
    throw new errors/* BuildError */.zS(`the release ${release.tag} of ${(0,advice/* repositoryOf */._M)(target)} (id ${release.id}) ${state}. ${sentences.join('; ')}`, 'Run the build jobs again that should have uploaded what is missing (what is there is reused), then this one.' +
        (records ? NOT_TRIED : '') +
        (commands.length === 0 ? '' : ` Delete what does not belong there with:${commands.join('')}`));
}
/** Publishes, and asks again whenever the answer leaves a doubt. @returns the release as GitHub then shows it */
async function makePublic(connection, release, how) {
    const { api, target } = connection;
    const patience = (0,waiting/* patienceFor */.R)(connection, `publishing the release ${release.tag}`);
    for (let accepted = false;;) {
        if (!accepted) {
            const reply = await api.publish(release, how);
            if (reply.kind === 'ok')
                accepted = true;
            else
                await patience.face(reply);
        }
        // No answer proves nothing, and neither does a yes: the tag's name and the state are read back.
        const now = await api.release(release.id);
        if (now === undefined)
            throw (0,advice/* deleted */.KF)(target, release);
        if (now.tag !== release.tag)
            throw (0,advice/* untagged */.GV)(target, now, release.tag);
        if (!now.draft)
            return now;
        if (accepted)
            await patience.again('GitHub still shows a draft');
    }
}
function report(release, assets) {
    return {
        id: release.id,
        tag: release.tag,
        url: release.url,
        assets: assets
            .map((asset) => ({ name: asset.name, url: asset.url, size: asset.size, sha256: (0,decide/* sumOf */.XN)(asset) }))
            .sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
}

;// CONCATENATED MODULE: ./build/jobs/publish-job.js






/**
 * Completes a draft and publishes it.
 *
 * @throws {BuildError} when anything is missing, half there, wrong or unexpected: then nothing is published
 */
function publish({ target, files: paths, ...wanted }, log) {
    return log.group('Publish', async () => {
        for (const path of paths)
            await refuseArtifact(path);
        const files = await Promise.all(paths.map(release_files/* localFile */.C1));
        return publishRelease((0,api.connect)(target, log), { ...wanted, files });
    });
}
/**
 * GitHub hands out a workflow's artifact as a zip of its files; what belongs on a release is in it.
 *
 * @throws {InputError} for one among the files
 */
async function refuseArtifact(path) {
    if (!path.toLowerCase().endsWith('.zip'))
        return;
    const zips = await zipsIn(path);
    if (zips.length === 0)
        return;
    throw new errors/* InputError */.dz('files', `${path} is not one of the zips but holds ${zips.join(', ')}, as an artifact that GitHub packed does`, 'Unpack it and give the files in it; actions/download-artifact unpacks by itself.');
}
/** The names of the zips in a zip; none for what is not a zip: it may be anything. */
async function zipsIn(path) {
    try {
        const bytes = await (0,promises_.readFile)(path);
        const { entries } = (0,zip_directory/* readDirectory */.gZ)(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
        return entries.map((entry) => entry.path).filter((name) => name.toLowerCase().endsWith('.zip'));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/entries/cli/publish-verb.js



/** `publish`: completes a draft release. */
const publishVerb = {
    flags: input_names/* PUBLISH_INPUTS */._E,
    switches: { json: 'print the release and its assets as JSON' },
    async run({ get, print, log }) {
        const published = await publish(await (0,release_inputs/* readPublishJob */.pR)({ get, env: process.env }), log);
        print({ json: published, text: `${published.url}: ${published.assets.length} assets\n` });
        return 0;
    },
};


/***/ }),

/***/ 11457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ BUILD_INPUTS),
/* harmony export */   KJ: () => (/* binding */ PLAN_INPUTS),
/* harmony export */   Uz: () => (/* binding */ VERIFY_INPUTS),
/* harmony export */   W0: () => (/* binding */ AUDIT_INPUTS),
/* harmony export */   _E: () => (/* binding */ PUBLISH_INPUTS),
/* harmony export */   fj: () => (/* binding */ INDEX_INPUTS),
/* harmony export */   gV: () => (/* binding */ INSTALL_INPUTS)
/* harmony export */ });
/**
 * Everything that the build action and the `build` verb can be told, and what it means, in the usage: the names are
 * inputs and flags alike. `action.yml` says it at more length.
 */
const BUILD_INPUTS = {
    'python-version': 'one or more, separated by commas: 3.13; supported; all (default: the newest that AWS supports; without images, the newest on this machine)',
    architecture: "x86_64, arm64 or both, separated by commas (default: this machine's)",
    'psycopg2-version': 'default: the newest that serves the Python',
    'postgresql-version': 'version of libpq (default: the newest)',
    'openssl-version': 'default: the newest with long-term support',
    toolchain: 'pinned: the compiler in the lock; image: that of the build image, or of this machine (default: pinned)',
    formats: 'what to make, separated by commas: zip, which is always made, wheel, layer (default: zip)',
    'combine-layers': 'one layer for all Pythons of one psycopg2 and architecture: true or false (default: false)',
    'build-number': "the wheel's build tag, the counter of a release 2.9.13-2 (default: none)",
    verify: 'none, import, or connect: to a real PostgreSQL, too (default: import)',
    'container-engine': 'auto, docker, podman or none (default: auto)',
    'build-image': 'image to compile in',
    'runtime-image': 'image to try the zip in',
    'server-image': 'image of the PostgreSQL that connect connects to',
    'source-dir': 'directory searched first for the tarballs',
    'source-mirror': 'URL prefix tried before the other places',
    'lock-file': 'a lock of your own, added to the built-in one',
    cache: 'keep and reuse the built OpenSSL and libpq: true or false (default: true)',
    'dependencies-sha256': 'content hashes of built OpenSSL and libpq that may be reused (default: any)',
    'output-dir': 'where the files go; ~ is the home directory (default: dist)',
    'release-tag': 'upload to the release of this tag; a draft is made when there is none',
    'release-id': 'upload to exactly this release',
    'create-tag': 'accept a tag that does not exist yet: true or false (default: false)',
    repository: "OWNER/NAME of the release's repository (default: GITHUB_REPOSITORY)",
    token: 'the token for the release (default: GITHUB_TOKEN, which keeps it out of the process list)',
    overwrite: 'replace an asset whose bytes differ: true or false (default: false)',
};
/** The flags of the `plan` verb. */
const PLAN_INPUTS = {
    'python-version': 'Pythons, separated by commas; also all (default: supported, those that AWS still patches)',
    architecture: "x86_64, arm64 or both (default: this machine's; with --matrix: both)",
    ...likeABuild('psycopg2-version', 'postgresql-version', 'openssl-version', 'toolchain'),
    ...likeABuild('build-image', 'runtime-image', 'lock-file'),
};
/** The inputs of the audit action, which are the flags of the `audit` verb. */
const AUDIT_INPUTS = {
    paths: 'zips, directories, shared objects or patterns of files, one per line; ! excludes',
    'python-version': "the Python of the runtime: 3.13 (default: what the package's modules are for)",
    architecture: "x86_64 or arm64 (default: what the package's modules are for)",
    strict: 'hold it to what is asked of the zips made here, too',
};
/** The inputs of the install action, which are the flags of the `install` verb. */
const INSTALL_INPUTS = {
    'python-version': "the Python of the function's runtime: 3.13; needed",
    architecture: "x86_64 or arm64, the function's (default: x86_64; never this machine's)",
    version: 'a tag (2.9.13-1), a version of psycopg2 (2.9.13: its newest build), or latest (default: latest)',
    format: 'zip, layer or wheel (default: zip)',
    path: 'the directory of the package (default: package)',
    extract: 'unpack it there; false: put the file there as it is (default: true)',
    'pin-file': 'the pinned release (default: psycopg2-lambda.pin.json, where it is there)',
    sha256: 'the sum of the only file that will do',
    repository: "OWNER/NAME of the releases' repository (default: the pin's, else GITHUB_REPOSITORY)",
    'base-url': "a mirror or directory that holds one release's files: https:// or file://",
    token: 'for a private repository or GitHub Enterprise: a token with contents: read',
    cache: 'keep and reuse fetched files: true or false (default: true)',
};
/** The inputs of the publish action, which are the flags of the `publish` verb. */
const PUBLISH_INPUTS = {
    'release-id': 'the draft to complete; this or release-tag is needed',
    'release-tag': "the draft's tag",
    files: 'paths, directories or patterns to upload first, one per line; ! excludes',
    expected: "what must be there, and nothing else: the build's artifacts output (JSON arrays), or sha256sum lines",
    'make-latest': 'true, false or legacy (default: legacy)',
    ...likeABuild('overwrite', 'create-tag', 'repository', 'token'),
};
/** The inputs of the verify action, which are the flags of the `verify` verb. */
const VERIFY_INPUTS = {
    files: 'paths, directories or patterns of zips, one per line; ! excludes',
    verify: 'import, or connect: to a real PostgreSQL, too (default: import)',
    ...likeABuild('container-engine', 'runtime-image', 'server-image'),
};
/** The flags of the `index` verb. */
const INDEX_INPUTS = {
    'output-dir': 'the site: the index is written to simple/ in it (default: site)',
    wheels: 'copy: the site has the wheels and their metadata; link: it leads to where the releases have them (default: copy)',
    earlier: 'those of the releases that the manifests list as earlier, too',
};
function likeABuild(...names) {
    return Object.fromEntries(names.map((name) => [name, BUILD_INPUTS[name]]));
}


/***/ }),

/***/ 73368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   S9: () => (/* binding */ sha256sOf),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72164);
/* harmony import */ var _shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77177);


/** The text without surrounding blanks; undefined when there is none. */
function textOf(get, name) {
    return get(name)?.trim() || undefined;
}
/** A path, made absolute. @throws {MalformedInputError} for what cannot be meant as one; see `absolutePath` */
function pathOf(get, name) {
    const text = textOf(get, name);
    return text === undefined ? undefined : (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .absolutePath */ .Hi)(name, text);
}
/** Values separated by spaces, commas or lines. */
function listOf(get, name) {
    return (textOf(get, name) ?? '').split(/[\s,]+/).filter((item) => item !== '');
}
const SHA256 = {
    pattern: /^[0-9a-f]{64}$/,
    problem: 'is not a SHA-256',
    hint: 'Give sums of 64 lower-case hexadecimal digits, separated by spaces, commas or lines.',
};
/** SHA-256 sums, in the same ways. @throws {MalformedInputError} for anything else */
function sha256sOf(get, name) {
    return listOf(get, name).map((sum) => (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .insistOn */ .Yj)(SHA256, name, sum));
}
const ONE_SHA256 = {
    pattern: SHA256.pattern,
    problem: 'is not one SHA-256',
    hint: "Give the file's 64 lower-case hexadecimal digits, as the release has them in SHA256SUMS.",
};
/** A file's SHA-256. @throws {MalformedInputError} for anything else */
function sha256Of(get, name) {
    const text = textOf(get, name);
    return text === undefined ? undefined : (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .insistOn */ .Yj)(ONE_SHA256, name, text);
}
const IMAGE = {
    // What the engines accept, and nothing that could be taken for an option.
    pattern: /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/,
    problem: 'is not the name of an image',
    hint: 'Give a name as the container engine takes it: registry/name:tag or registry/name@sha256:….',
};
/** An image's name. @throws {MalformedInputError} for anything else */
function imageOf(get, name) {
    const text = textOf(get, name);
    return text === undefined ? undefined : (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .insistOn */ .Yj)(IMAGE, name, text);
}
/** One of the allowed values. @throws {MalformedInputError} that lists them */
function oneOf(get, name, fallback, allowed) {
    return among(allowed, name, textOf(get, name) ?? fallback);
}
/** Some of the allowed values, each once, in the order given. @throws {MalformedInputError} that lists them */
function someOf(get, name, fallback, allowed) {
    const items = listOf(get, name);
    if (items.length === 0 && textOf(get, name) !== undefined) {
        throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingGiven */ .Xw)(name, `Use one or more of ${allowed.join(', ')}.`);
    }
    return [...new Set((items.length === 0 ? [fallback] : items).map((item) => among(allowed, name, item)))];
}
function among(allowed, name, value) {
    const found = allowed.find((one) => one === value);
    if (found !== undefined)
        return found;
    throw (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .malformed */ .Qm)(name, value, { problem: 'is not supported', hint: `Use one of ${allowed.join(', ')}.` });
}
const BOOLEAN = {
    pattern: /^(true|True|TRUE|false|False|FALSE)$/,
    problem: 'is neither true nor false',
    hint: 'Use true or false.',
};
/** As in YAML 1.2's core schema, which the toolkit follows, too. @throws {MalformedInputError} for anything else */
function booleanOf(get, name, fallback) {
    const text = textOf(get, name);
    return text === undefined ? fallback : (0,_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .insistOn */ .Yj)(BOOLEAN, name, text).toLowerCase() === 'true';
}


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

/***/ 64394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ decode),
/* harmony export */   Wz: () => (/* binding */ ZipError),
/* harmony export */   di: () => (/* binding */ slice),
/* harmony export */   gZ: () => (/* binding */ readDirectory),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   qM: () => (/* binding */ damaged)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _zip_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46706);


/** The error for a zip that cannot be read; its hint is that for a zip of ours. */
class ZipError extends _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS {
    fault;
    name = 'ZipError';
    constructor(fault, message, hint = 'Get it again, and compare its SHA-256 with the .sha256 beside it.') {
        super(message, hint);
        this.fault = fault;
    }
}
/** The error for a zip that some accident could have made so. */
function damaged(message) {
    return new ZipError('damaged', message);
}
/**
 * The rows of a zip's central directory in their order, with zip64's sizes, and wherever the zip lies in the file:
 * whatever can be read, odd or not.
 *
 * @throws ZipError (without the zip's name) when the bytes are not a zip, or are cut off or damaged
 */
function readDirectory(view) {
    const { end, behind } = findEnd(view);
    const { at, count, size, start: claimed } = readEnd(view, end);
    const start = at - size;
    if (start < claimed)
        throw damaged('damaged: its directory is not where the end of the file says');
    const before = start - claimed;
    const entries = [];
    for (let next = start; next < at;) {
        const entry = listEntry(view, next, at);
        entries.push({ ...entry.listed, offset: entry.listed.offset + before });
        next = entry.next;
    }
    // Some tools write more than 65535 entries without zip64: the number is then what is left of it in 16 bits.
    if (entries.length !== count && entries.length % 0x10000 !== count) {
        throw damaged(`damaged: ${count} entries announced, ${entries.length} listed`);
    }
    return { entries, start, before, behind };
}
/** The end record: the last one whose comment ends with the file, or else the last one that there is. */
function findEnd(view) {
    const first = Math.max(0, view.byteLength - _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END_SIZE */ .ix - 0xffff);
    let last;
    for (let at = view.byteLength - _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END_SIZE */ .ix; at >= first; at--) {
        if (view.getUint32(at, true) !== _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END */ .Kp)
            continue;
        const whole = at + _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END_SIZE */ .ix + view.getUint16(at + 20, true);
        if (whole === view.byteLength)
            return { end: at, behind: 0 };
        last ??= at;
    }
    if (last !== undefined) {
        const whole = last + _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END_SIZE */ .ix + view.getUint16(last + 20, true);
        return { end: last, behind: Math.max(view.byteLength - whole, 1) };
    }
    const start = view.byteLength >= 4 ? view.getUint32(0, true) : 0;
    if (start === _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .SPANNED */ .Ql)
        throw inParts();
    if (start === _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCAL */ .G8)
        throw damaged('the zip is cut off: its directory is missing');
    throw new ZipError('not a zip', 'not a zip file');
}
function inParts() {
    return new ZipError('in parts', 'one part of a zip in several parts');
}
/** Where the directory ends, how many entries and bytes it has, and where it says that it starts. */
function readEnd(view, end) {
    const count = view.getUint16(end + 10, true);
    const size = view.getUint32(end + 12, true);
    const start = view.getUint32(end + 16, true);
    const locator = end - _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCATOR64_SIZE */ .RC;
    if (locator >= _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END64_SIZE */ .uS && view.getUint32(locator, true) === _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCATOR64 */ .ny) {
        const at = [u64(view, locator + 8), locator - _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END64_SIZE */ .uS].find((place) => place <= locator - _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END64_SIZE */ .uS && view.getUint32(place, true) === _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .END64 */ .WW);
        if (at === undefined)
            throw damaged('damaged: its zip64 record is not where the end of the file says');
        return { at, count: u64(view, at + 32), size: u64(view, at + 40), start: u64(view, at + 48) };
    }
    const disks = view.getUint16(end + 4, true) | view.getUint16(end + 6, true);
    if (disks !== 0)
        throw inParts();
    return { at: end, count, size, start };
}
function listEntry(view, at, end) {
    if (at + _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .CENTRAL_SIZE */ .Kv > end || view.getUint32(at, true) !== _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .CENTRAL */ .w8)
        throw damaged('damaged directory');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const more = extraLength + view.getUint16(at + 32, true);
    const next = at + _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .CENTRAL_SIZE */ .Kv + nameLength + more;
    if (next > end)
        throw damaged('damaged directory');
    const name = slice(view, at + _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .CENTRAL_SIZE */ .Kv, nameLength);
    const path = decode(name) ?? Buffer.from(name).toString('latin1');
    const attributes = view.getUint16(at + 40, true);
    const long = zip64Fields(view, at + _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .CENTRAL_SIZE */ .Kv + nameLength, extraLength);
    // In this order, and only those that have no room in the row: APPNOTE 4.5.3.
    const wide = (offset) => {
        const value = view.getUint32(at + offset, true);
        return value === _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .IN_ZIP64 */ .E3 ? (long.shift() ?? value) : value;
    };
    const size = wide(24);
    const packedSize = wide(20);
    const offset = wide(42);
    const listed = {
        path,
        directory: path.endsWith('/'),
        mode: view.getUint8(at + 5) === _zip_format_js__WEBPACK_IMPORTED_MODULE_1__/* .UNIX */ .px ? attributes : undefined,
        date: view.getUint16(at + 14, true),
        time: view.getUint16(at + 12, true),
        extra: more > 0,
        offset,
        name,
        attributes,
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packedSize,
        size,
    };
    return { listed, next };
}
/** The 64-bit numbers of the extra field for them (id 1), in their order; none where there is no such field. */
function zip64Fields(view, start, length) {
    for (let at = start; at + 4 <= start + length;) {
        const end = at + 4 + view.getUint16(at + 2, true);
        if (view.getUint16(at, true) === 1) {
            const numbers = [];
            for (let one = at + 4; one + 8 <= Math.min(end, start + length); one += 8)
                numbers.push(u64(view, one));
            return numbers;
        }
        at = end;
    }
    return [];
}
/** Exact up to 2^53; what is beyond is no place in any file, and is compared with the file's size before use. */
function u64(view, at) {
    return Number(view.getBigUint64(at, true));
}
/** A view of some of the bytes. */
function slice(view, start, length) {
    return new Uint8Array(view.buffer, view.byteOffset + start, length);
}
/** The text of bytes that are UTF-8; undefined for others. */
function decode(name) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
    }
    catch {
        return undefined;
    }
}
/** A path for an error message, with everything unprintable escaped. */
function quote(path) {
    return JSON.stringify(path);
}


/***/ }),

/***/ 46706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ TYPE_LINK),
/* harmony export */   E3: () => (/* binding */ IN_ZIP64),
/* harmony export */   E9: () => (/* binding */ TIME),
/* harmony export */   FK: () => (/* binding */ MAX_UNPACKED),
/* harmony export */   G8: () => (/* binding */ LOCAL),
/* harmony export */   I9: () => (/* binding */ TYPE_FILE),
/* harmony export */   Kp: () => (/* binding */ END),
/* harmony export */   Kv: () => (/* binding */ CENTRAL_SIZE),
/* harmony export */   Md: () => (/* binding */ DIRECTORY),
/* harmony export */   QR: () => (/* binding */ crc32),
/* harmony export */   Ql: () => (/* binding */ SPANNED),
/* harmony export */   RC: () => (/* binding */ LOCATOR64_SIZE),
/* harmony export */   SD: () => (/* binding */ STORED),
/* harmony export */   VV: () => (/* binding */ modeOf),
/* harmony export */   WW: () => (/* binding */ END64),
/* harmony export */   ZE: () => (/* binding */ TYPE),
/* harmony export */   aE: () => (/* binding */ DEFLATED),
/* harmony export */   a_: () => (/* binding */ LOCAL_SIZE),
/* harmony export */   cf: () => (/* binding */ OTHER_METHODS),
/* harmony export */   ix: () => (/* binding */ END_SIZE),
/* harmony export */   ny: () => (/* binding */ LOCATOR64),
/* harmony export */   px: () => (/* binding */ UNIX),
/* harmony export */   uS: () => (/* binding */ END64_SIZE),
/* harmony export */   vH: () => (/* binding */ DATE),
/* harmony export */   w8: () => (/* binding */ CENTRAL),
/* harmony export */   x: () => (/* binding */ TYPE_DIRECTORY)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

/**
 * The zip format as this project writes and reads it: numbers and offsets of PKWARE's APPNOTE 6.3.10,
 * sections 4.3 and 4.4, and what is the same for every entry of a zip of ours.
 */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** What the first part of a zip in several parts begins with: APPNOTE 8.5.4. */
const SPANNED = 0x08074b50;
/** The two records of zip64 before it, and what stands in a field whose value is in zip64's: APPNOTE 4.3.14 to 4.5.3. */
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const IN_ZIP64 = 0xffffffff;
/** Sizes of the three records, signature included, without names, extra fields and comments. */
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const END64_SIZE = 56;
const LOCATOR64_SIZE = 20;
/** "Made by" Unix: the external attributes' upper half is `st_mode`. */
const UNIX = 3;
const STORED = 0;
const DEFLATED = 8;
/** Other methods that tools can be told to pack by: APPNOTE 4.4.5. */
const OTHER_METHODS = {
    9: 'Deflate64',
    12: 'bzip2',
    14: 'LZMA',
    93: 'Zstandard',
    95: 'xz',
    98: 'PPMd',
};
/** The bits of `st_mode` that tell what a file is, and their values. */
const TYPE = 0o170000;
const TYPE_LINK = 0o120000;
const TYPE_FILE = 0o100000;
const TYPE_DIRECTORY = 0o040000;
/** 1980-01-01 in MS-DOS form, the earliest a zip can say. */
const DATE = 0x0021;
/** Midnight. */
const TIME = 0;
/** Most that a zip may unpack to, in bytes; a quarter of what Lambda allows a whole function. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const FILE = 0o100644;
const EXECUTABLE = 0o100755;
const DIRECTORY = 0o040755;
/**
 * `st_mode` that a path has in a zip of ours: directories and shared objects 0755, the rest 0644, as
 * repost.aws "lambda-deployment-package-errors" asks; others end in `Permission denied` on Lambda.
 *
 * @param path a directory's ends in a slash
 */
function modeOf(path) {
    if (path.endsWith('/'))
        return DIRECTORY;
    return path.endsWith('.so') ? EXECUTABLE : FILE;
}
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++)
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
});
/** CRC-32 as zip has it. `node:zlib` has one, four times as fast, only from Node 20.15 and 22.2 on. */
const crc32 = node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32 ?? slowCrc32;
function slowCrc32(bytes) {
    let crc = -1;
    for (const byte of bytes)
        crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    return ~crc >>> 0;
}


/***/ })

};
