export const id = 744;
export const ids = [744];
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

/***/ 30507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ compareVersions)
/* harmony export */ });
/** Orders dotted version numbers by value: 2.9.9 before 2.9.10, 3.9 before 3.10. */
function compareVersions(a, b) {
    const left = a.split('.').map(Number);
    const right = b.split('.').map(Number);
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const difference = (left[i] ?? 0) - (right[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}


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

/***/ 65057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ unpackEntry),
/* harmony export */   du: () => (/* binding */ viewOf),
/* harmony export */   ue: () => (/* binding */ readZip),
/* harmony export */   xc: () => (/* binding */ unpackEntries)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73976);
/* harmony import */ var _zip_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64394);
/* harmony import */ var _zip_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46706);
/* harmony import */ var _zip_strict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79856);





/**
 * All entries of a zip, unpacked and checked: CRC, sizes, both headers of each entry. Nothing of a hostile
 * zip gets through: no path that leads out of a directory, no symbolic link or other special file, no path
 * twice, no data that two entries share, and not more than 64 MiB unpacked, however small the zip is.
 *
 * @param name the zip's name, for errors
 * @throws BuildError when the bytes are not a zip, are cut off or damaged, or the zip is one of those above
 */
function readZip(bytes, name = 'the zip') {
    try {
        return read(bytes);
    }
    catch (error) {
        if (!(error instanceof _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS))
            throw error;
        throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS(`${name}: ${error.message}`, error.hint);
    }
}
/**
 * Some entries of a zip that is known by its sum, each unpacked and checked when it is asked for.
 *
 * @param wanted says by its path whether an entry is wanted
 * @param most what the whole zip may unpack to, in bytes
 * @throws BuildError as `readZip`, but for data that two entries share
 */
function* unpackEntries(bytes, wanted = () => true, most) {
    const view = viewOf(bytes);
    const directory = (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .readDirectory */ .gZ)(view);
    (0,_zip_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseOdd */ .sC)(directory, most);
    for (const entry of directory.entries) {
        if (wanted(entry.path))
            yield unpackStrictly(view, entry, directory.start);
    }
}
/** The bytes as a view, which reads numbers. */
function viewOf(bytes) {
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
function read(bytes) {
    const entries = [...unpackEntries(bytes)];
    let previous;
    for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
        if (previous !== undefined && entry.offset < previous.end) {
            throw (0,_zip_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .hostile */ .J2)(`${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(previous.path)} and ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(entry.path)} share the same bytes`);
        }
        previous = entry;
    }
    return entries;
}
/**
 * What is in an entry, its size and CRC checked. Its local header only says where the data starts: whatever else that
 * says, unpackers go by the directory.
 *
 * @param limit where the zip's data ends, in bytes from the start of the file
 * @throws BuildError (without the zip's name) when it is damaged, encrypted, or packed by another method than usual
 */
function unpackEntry(view, entry, limit) {
    (0,_zip_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseUnreadable */ .ws)(entry);
    const { start, end } = packedIn(view, entry, limit);
    const data = inflate((0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .slice */ .di)(view, start, end - start), entry.method, entry.size, entry.path);
    if ((0,_zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .crc32 */ .QR)(data) !== entry.crc)
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(`damaged: the CRC of ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(entry.path)} is wrong`);
    return data;
}
function packedIn(view, entry, limit) {
    const at = entry.offset;
    const fits = at + _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCAL_SIZE */ .a_ <= limit && view.getUint32(at, true) === _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCAL */ .G8;
    if (!fits)
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(`damaged: ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(entry.path)} is not where the directory says`);
    const start = at + _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCAL_SIZE */ .a_ + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const end = start + entry.packedSize;
    if (end > limit)
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(`damaged: ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(entry.path)} is cut off`);
    return { start, end };
}
function unpackStrictly(view, listed, limit) {
    const { name, flags, method, crc, packedSize, size, attributes: _, ...entry } = listed;
    const at = entry.offset;
    const { end } = packedIn(view, listed, limit);
    const extraLength = view.getUint16(at + 28, true);
    // With bit 3 the local header leaves CRC and sizes to a record behind the data.
    const later = (flags & 8) !== 0;
    const agrees = Buffer.compare((0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .slice */ .di)(view, at + _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .LOCAL_SIZE */ .a_, view.getUint16(at + 26, true)), name) === 0 &&
        view.getUint16(at + 6, true) === flags &&
        view.getUint16(at + 8, true) === method &&
        (later || (view.getUint32(at + 14, true) === crc && view.getUint32(at + 22, true) === size)) &&
        (later || view.getUint32(at + 18, true) === packedSize);
    if (!agrees)
        throw (0,_zip_strict_js__WEBPACK_IMPORTED_MODULE_4__/* .hostile */ .J2)(`the two headers of ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(entry.path)} contradict each other`);
    const data = unpackEntry(view, listed, limit);
    return { ...entry, data, extra: entry.extra || extraLength > 0 || later, end };
}
function inflate(packed, method, size, path) {
    let data = packed;
    if (method === _zip_format_js__WEBPACK_IMPORTED_MODULE_3__/* .DEFLATED */ .aE) {
        try {
            // zlib has no part in deflating here, so it notices the mistakes of what has.
            const most = { maxOutputLength: Math.max(size, 1), chunkSize: chunkFor(size, packed.length) };
            const { buffer, byteOffset, length } = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(packed, most);
            data = new Uint8Array(buffer, byteOffset, length);
        }
        catch (error) {
            throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(`damaged: ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)} cannot be unpacked (${(0,_report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)})`);
        }
    }
    if (data.length !== size) {
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(`damaged: ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path)} has ${data.length} bytes instead of ${size}`);
    }
    return data;
}
/** All of it in one piece, because joining many takes as long as inflating, but no more than so little can become. */
function chunkFor(size, packed) {
    const [least, mostGrowth] = [64, 1032];
    return Math.max(least, Math.min(size, packed * mostGrowth));
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


/***/ }),

/***/ 3001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bg: () => (/* binding */ byBytes),
/* harmony export */   fY: () => (/* binding */ parentsOf),
/* harmony export */   z9: () => (/* binding */ pathProblem)
/* harmony export */ });
/**
 * What is wrong with a path inside a zip, or undefined when it is safe to unpack on any system.
 *
 * Stricter than Linux needs, because a zip that was made on Linux is also unpacked on Windows, where a
 * backslash separates, `C:` is a root and `name:stream` is another file.
 *
 * @param path a directory's path may end in one slash
 */
function pathProblem(path) {
    if (path === '' || path === '/')
        return 'is empty';
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
        return 'is absolute';
    if (path.includes('\\'))
        return 'has a backslash';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u001f\u007f:]/.test(path))
        return 'has a control character or a colon';
    const parts = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
    if (parts.includes('..'))
        return 'leads out of the directory (..)';
    if (parts.includes('.') || parts.includes(''))
        return 'has an empty part';
    return undefined;
}
/** The directories among the paths and above them, each with a slash at its end, in no particular order. */
function parentsOf(paths) {
    const parents = new Set();
    for (const path of paths) {
        for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            parents.add(path.slice(0, slash + 1));
        }
    }
    return parents;
}
/**
 * Order of two ASCII strings by their bytes. `localeCompare` would depend on the machine's locale, and
 * comparing UTF-16 units is comparing bytes as long as everything is ASCII, which `writeZip` sees to.
 */
function byBytes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 79856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ hostile),
/* harmony export */   sC: () => (/* binding */ refuseOdd),
/* harmony export */   ws: () => (/* binding */ refuseUnreadable)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _zip_directory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64394);
/* harmony import */ var _zip_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46706);
/* harmony import */ var _zip_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3001);




/** The error for a zip that somebody made so. */
function hostile(message) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(message, 'Do not unpack it: no zip of this project is like that. Take one from a source that you trust.');
}
/**
 * Refuses a zip that is to be unpacked as one of ours and has anything that ours never have.
 *
 * @param most what it may unpack to, in bytes
 * @throws BuildError (without the zip's name)
 */
function refuseOdd({ entries, before, behind }, most = _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_UNPACKED */ .FK) {
    if (before > 0)
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)('damaged: its directory is not where the end of the file says');
    if (behind > 0)
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)('the zip is cut off: its directory is missing');
    for (const entry of entries)
        refuseEntry(entry);
    refuseDoubles(entries);
    // Before anything is unpacked; whoever unpacks holds each entry to the size that it claims here.
    const total = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (total > most)
        throw hostile(`unpacks to ${total} bytes, more than the ${most} allowed`);
}
function refuseEntry(entry) {
    if ((0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .decode */ .D4)(entry.name) === undefined)
        throw (0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)(`the path ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry.path)} is not UTF-8`);
    const problem = (0,_zip_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathProblem */ .z9)(entry.path);
    if (problem !== undefined)
        throw hostile(`the path ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry.path)} ${problem}`);
    // Whatever system the entry says it was made on: unpackers differ in whether they look at that.
    const type = entry.attributes & _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE */ .ZE;
    if (type === _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_LINK */ .Cn)
        throw hostile(`${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry.path)} is a symbolic link`);
    if (type !== 0 && type !== (entry.directory ? _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_DIRECTORY */ .x : _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_FILE */ .I9)) {
        throw hostile(`${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry.path)} is neither a file nor a directory (mode ${type.toString(8)})`);
    }
    if (entry.directory && entry.size !== 0)
        throw hostile(`the directory ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entry.path)} has contents`);
    refuseUnreadable(entry);
}
/** Refuses an entry whose contents cannot be read. @throws ZipError (without the zip's name) */
function refuseUnreadable({ path, flags, method }) {
    if (flags & 1)
        throw new _zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .ZipError */ .Wz('encrypted', `${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)} is encrypted`);
    if (method !== _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .STORED */ .SD && method !== _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFLATED */ .aE) {
        const known = _zip_format_js__WEBPACK_IMPORTED_MODULE_2__/* .OTHER_METHODS */ .cf[method];
        const by = known === undefined ? `${method}` : `${method} (${known})`;
        throw new _zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .ZipError */ .Wz('packed otherwise', `${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)} is packed by method ${by}, which is not supported`);
    }
}
function refuseDoubles(entries) {
    const paths = new Set();
    for (const { path } of entries) {
        if (paths.has(path))
            throw hostile(`the path ${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path)} is there twice`);
        paths.add(path);
    }
    for (const directory of (0,_zip_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .parentsOf */ .fY)(paths)) {
        if (paths.has(directory.slice(0, -1))) {
            throw hostile(`${(0,_zip_directory_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(directory.slice(0, -1))} is a file and a directory`);
        }
    }
}


/***/ })

};
