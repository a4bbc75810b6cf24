export const id = 370;
export const ids = [370];
export const modules = {

/***/ 9408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TT: () => (/* binding */ isSupported),
  ak: () => (/* binding */ loadCatalog),
  Ec: () => (/* binding */ today),
  x4: () => (/* binding */ versionsOf)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/catalog/types.js
var types = __webpack_require__(60605);
;// CONCATENATED MODULE: ./build/catalog/parse-catalog.js

/** A catalog file that does not fit its schema; `problems` has one line per fault, each naming its row. */
class SchemaError extends Error {
    problems;
    name = 'SchemaError';
    constructor(problems) {
        super(problems.join('; '));
        this.problems = problems;
    }
}
/** Checks the text of a lock file. @throws {SchemaError} naming every row at fault */
function parseLock(value) {
    const { sources } = check(types/* LOCK */.YM, value);
    const keys = sources.map(({ project, version }) => `${project} ${version}`);
    const problems = keys.flatMap((key, index) => {
        const first = keys.indexOf(key);
        if (first === index)
            return [];
        return [`sources[${index}] (${key}): the same version stands in sources[${first}] already`];
    });
    if (problems.length > 0)
        throw new SchemaError(problems);
    return sources;
}
/** Checks the text of `runtimes.json`. @throws {SchemaError} naming every row at fault */
function parseRuntimes(value) {
    return check(types/* RUNTIMES */.aC, value);
}
function check(schema, value) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    throw new SchemaError(result.error.issues.map((issue) => `${describePath(issue.path, value)}: ${issue.message}`));
}
/** `sources[3] (openssl 3.5.7).sha256`: the row by index and, where it can be read, by name, as the file has it. */
function describePath(path, value) {
    let text = '';
    let here = value;
    for (let at = 0; at < path.length; at++) {
        const key = path[at] ?? '';
        // A row that stands for its only file has no list of files.
        if (key === 'files' && typeof here === 'object' && here !== null && !('files' in here)) {
            at++;
            continue;
        }
        here = here?.[key];
        text +=
            typeof key === 'number' ? `[${key}]${describeRow(here)}` : `${text === '' ? '' : '.'}${String(key)}`;
    }
    return text === '' ? 'the file' : text;
}
function describeRow(row) {
    if (typeof row !== 'object' || row === null)
        return '';
    const { project, version: release, python: runtime } = row;
    if (typeof project === 'string')
        return ` (${project} ${String(release)})`;
    return typeof runtime === 'string' ? ` (Python ${runtime})` : '';
}

;// CONCATENATED MODULE: ./build/catalog/runtimes.json
const runtimes_namespaceObject = /*#__PURE__*/JSON.parse('{"serverImage":"public.ecr.aws/docker/library/postgres:18","bases":{"al1":{"title":"Amazon Linux 2018.03","glibc":"2.17","source":"https://github.com/lambci/docker-lambda base/packages.txt (glibc-2.17-292)"},"al2":{"title":"Amazon Linux 2","glibc":"2.26","source":"https://github.com/lambci/docker-lambda base/base-2/packages.txt (glibc-2.26-38)"},"al2023":{"title":"Amazon Linux 2023","glibc":"2.34","source":"https://docs.aws.amazon.com/linux/al2023/ug/glibc-gcc-and-binutils.html"}},"runtimes":[{"python":"2.7","base":"al1","architectures":["x86_64"],"buildImage":"lambci/lambda:build-python2.7","runtimeImage":"public.ecr.aws/lambda/python:2.7","prefix":"/var/lang","released":"2015-10-08","deprecated":"2021-07-15","updateBlocked":"2022-05-30","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.6","base":"al1","architectures":["x86_64"],"buildImage":"lambci/lambda:build-python3.6","runtimeImage":"public.ecr.aws/lambda/python:3.6","prefix":"/var/lang","released":"2017-04-18","deprecated":"2022-07-18","updateBlocked":"2022-08-29","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.7","base":"al1","architectures":["x86_64"],"buildImage":"lambci/lambda:build-python3.7","runtimeImage":"public.ecr.aws/lambda/python:3.7","prefix":"/var/lang","released":"2018-11-19","deprecated":"2023-12-04","updateBlocked":"2027-03-03","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.8","base":"al2","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.8:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.8-{arch}","prefix":"/var/lang","released":"2019-11-18","deprecated":"2024-10-14","updateBlocked":"2027-03-03","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.9","base":"al2","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.9:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.9-{arch}","prefix":"/var/lang","released":"2021-08-16","deprecated":"2025-12-15","updateBlocked":"2027-03-03","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.10","base":"al2","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.10:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.10-{arch}","prefix":"/var/lang","released":"2023-04-18","deprecated":"2026-10-31","updateBlocked":"2027-03-03","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.11","base":"al2","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.11:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.11-{arch}","prefix":"/var/lang","released":"2023-07-27","deprecated":"2027-06-30","updateBlocked":"2027-08-31","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.12","base":"al2023","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.12:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.12-{arch}","prefix":"/var/lang","released":"2023-12-14","deprecated":"2028-10-31","updateBlocked":"2029-01-10","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.13","base":"al2023","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.13:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.13-{arch}","prefix":"/var/lang","released":"2024-11-14","deprecated":"2029-06-30","updateBlocked":"2029-08-31","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.14","base":"al2023","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/sam/build-python3.14:latest-{arch}","runtimeImage":"public.ecr.aws/lambda/python:3.14-{arch}","prefix":"/var/lang","released":"2025-11-18","deprecated":"2029-06-30","updateBlocked":"2029-08-31","preview":false,"source":"https://endoflife.date/aws-lambda"},{"python":"3.15","base":"al2023","architectures":["x86_64","arm64"],"buildImage":"public.ecr.aws/lambda/python:3.15-preview","runtimeImage":"public.ecr.aws/lambda/python:3.15-preview","prefix":"/var/lang","released":null,"deprecated":null,"updateBlocked":null,"preview":true,"source":"https://github.com/aws/aws-lambda-roadmap/issues/55 (public preview since 2026-07-24)"}]}');
;// CONCATENATED MODULE: ./build/catalog/sources.lock.json
const sources_lock_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":[{"project":"openssl","version":"3.5.6","lts":true,"files":[{"url":"https://github.com/openssl/openssl/releases/download/openssl-3.5.6/openssl-3.5.6.tar.gz","root":"openssl-3.5.6","size":53121812,"sha256":"deae7c80cba99c4b4f940ecadb3c3338b13cb77418409238e57d7f31f2a3b736","pool":"pool/main/o/openssl/openssl_3.5.6.orig.tar.gz","checked":"upstream\'s bytes as Debian keeps them, and the signed index of trixie"}]},{"project":"openssl","version":"3.5.7","lts":true,"files":[{"url":"https://github.com/openssl/openssl/releases/download/openssl-3.5.7/openssl-3.5.7.tar.gz","root":"openssl-3.5.7","size":53153930,"sha256":"a8c0d28a529ca480f9f36cf5792e2cd21984552a3c8e4aa11a24aa31aeac98e8","pool":"pool/main/o/openssl/openssl_3.5.7.orig.tar.gz","checked":"upstream\'s bytes as Debian keeps them, and the signed index of trixie"}]},{"project":"openssl","version":"3.5.8","lts":true,"files":[{"url":"https://github.com/openssl/openssl/releases/download/openssl-3.5.8/openssl-3.5.8.tar.gz","root":"openssl-3.5.8","size":53213818,"sha256":"a8f84a39918ec6415ce765d9b429d313ba97b8143169c172e734b9514464f5b2","pool":"pool/main/o/openssl/openssl_3.5.8.orig.tar.gz","checked":"the recipes of ten public projects that build from it, one after checking its signature; the size in one of them"}]},{"project":"openssl","version":"3.5.9","lts":true,"files":[{"url":"https://github.com/openssl/openssl/releases/download/openssl-3.5.9/openssl-3.5.9.tar.gz","root":"openssl-3.5.9","size":53279637,"sha256":"603f5602e2eef00d77fbd429d34dcd5822bb301757a1bc9cdb24c670f1eb859a","pool":"pool/main/o/openssl/openssl_3.5.9.orig.tar.gz","checked":"the signed index of Debian 13.8 (3.5.9-1~deb13u1), and the recipes of ten public projects"}]},{"project":"postgresql","version":"17.11","files":[{"url":"https://ftp.postgresql.org/pub/source/v17.11/postgresql-17.11.tar.bz2","root":"postgresql-17.11","size":21787224,"sha256":"dd27f2b3c59e73ed14aa3324901242bf69a032a6347805f274e6260322d42979","pool":"pool/main/p/postgresql-17/postgresql-17_17.11.orig.tar.bz2","checked":"upstream\'s bytes as Debian keeps them, and the signed index of trixie"}]},{"project":"postgresql","version":"17.12","files":[{"url":"https://ftp.postgresql.org/pub/source/v17.12/postgresql-17.12.tar.bz2","root":"postgresql-17.12","size":22292547,"sha256":"9cf136a703d8ee2f83465c43be4e9e8e7930c82b0bfba13be7e2537be769ac55","pool":"pool/main/p/postgresql-17/postgresql-17_17.12.orig.tar.bz2","checked":"the signed indexes of Debian 13.8 and its security archive (17.12-0+deb13u1)"}]},{"project":"postgresql","version":"18.6","files":[{"url":"https://ftp.postgresql.org/pub/source/v18.6/postgresql-18.6.tar.bz2","root":"postgresql-18.6","size":22632314,"sha256":"555610c24d53e4316da5b7d3fc25c279d96856d5e0e23ee308c328c5fa881d9f","pool":"pool/main/p/postgresql-18/postgresql-18_18.6.orig.tar.bz2","checked":"upstream\'s bytes as Debian keeps them, and the signed index of sid"}]},{"project":"psycopg2","version":"2.8.6","pythons":["2.7","3.6","3.7","3.8","3.9"],"files":[{"index":"psycopg2","name":"psycopg2-2.8.6.tar.gz","root":"psycopg2-2.8.6","size":383797,"sha256":"fb23f6c71107c37fd667cb4ea363ddeb936b348bbd6449278eb92c189699f543","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2_8_6.tar.gz","root":"psycopg2-2_8_6","size":385051,"sha256":"8e04a3e8427ac135ccdc4fbd404561554a2a7aeeb6c15477b56941041f5ccf90","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.5","pythons":["3.6","3.7","3.8","3.9","3.10","3.11"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.5.tar.gz","root":"psycopg2-2.9.5","size":384343,"sha256":"a5246d2e683a972e2187a8714b5c2cf8156c064629f9a9b1a873c1730d9e245a","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2_9_5.tar.gz","root":"psycopg2-2_9_5","size":384322,"sha256":"f936e5d37923872d3ee06ba2da6498a01e54c09f25b4f66d9a930bda655880a7","pool":"pool/main/p/psycopg2/psycopg2_2.9.5.orig.tar.gz","checked":"git archive of the tag and Debian source package, equal"}]},{"project":"psycopg2","version":"2.9.6","pythons":["3.6","3.7","3.8","3.9","3.10","3.11"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.6.tar.gz","root":"psycopg2-2.9.6","size":383979,"sha256":"f15158418fd826831b28585e2ab48ed8df2d0d98f502a2b4fe619e7d5ca29011","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.6.tar.gz","root":"psycopg2-2.9.6","size":384325,"sha256":"55af83c403e70a2a3f167509993e6d7ed37a21f7afe2e983d8429b1db1b7dfa0","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.7","pythons":["3.6","3.7","3.8","3.9","3.10","3.11"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.7.tar.gz","root":"psycopg2-2.9.7","size":383496,"sha256":"f00cc35bd7119f1fed17b85bd1007855194dde2cbd8de01ab8ebb17487440ad8","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.7.tar.gz","root":"psycopg2-2.9.7","size":383951,"sha256":"36c065b496ac5936f86c0407e0cc1633cea108f62dbca3648331ac138cb772c7","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.8","pythons":["3.6","3.7","3.8","3.9","3.10","3.11"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.8.tar.gz","root":"psycopg2-2.9.8","size":383802,"sha256":"3da6488042a53b50933244085f3f91803f1b7271f970f3e5536efa69314f6a49","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.8.tar.gz","root":"psycopg2-2.9.8","size":384263,"sha256":"51bd67f787bd349ca19fa19bfba10325d28f4d05b02e05a865974dea866e344d","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.9","pythons":["3.7","3.8","3.9","3.10","3.11","3.12"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.9.tar.gz","root":"psycopg2-2.9.9","size":384926,"sha256":"d1454bde93fb1e224166811694d600e746430c006fbb031ea06ecc2ea41bf156","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.9.tar.gz","root":"psycopg2-2.9.9","size":385440,"sha256":"61c3bd5145cde5d2d978d9a01dd8b1683c83f4d66c5a6df6c9aa7ad021f5d590","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.10","pythons":["3.8","3.9","3.10","3.11","3.12","3.13"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.10.tar.gz","root":"psycopg2-2.9.10","size":385672,"sha256":"12ec0b40b0273f95296233e8750441339298e6a572f7039da5b260e3c8b60e11","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.10.tar.gz","root":"psycopg2-2.9.10","size":386138,"sha256":"bb1a37d679522089f6dc3751669e3dbe51bd56922f959ef3ce2706939b775217","pool":"pool/main/p/psycopg2/psycopg2_2.9.10.orig.tar.gz","checked":"git archive of the tag and Debian source package, equal"}]},{"project":"psycopg2","version":"2.9.11","pythons":["3.9","3.10","3.11","3.12","3.13","3.14"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.11.tar.gz","root":"psycopg2-2.9.11","size":379598,"sha256":"964d31caf728e217c697ff77ea69c2ba0865fa41ec20bb00f0977e62fdcc52e3","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.11.tar.gz","root":"psycopg2-2.9.11","size":379589,"sha256":"9f36a158324a7add959c446445a060a39b3848469351b11b271f5b66e4e0de03","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.12","pythons":["3.9","3.10","3.11","3.12","3.13","3.14"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.12.tar.gz","root":"psycopg2-2.9.12","size":379683,"sha256":"1dedb1c7a1d8552c4a6044c6b1c41a52e6a8e2d144af83eccac758076b1b7c15","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.12.tar.gz","root":"psycopg2-2.9.12","size":380584,"sha256":"b6a96fda7de54772266e7073af93e7528e6a6626c59b94ac4bd214a7d40cb495","checked":"git archive of the tag"}]},{"project":"psycopg2","version":"2.9.13","pythons":["3.10","3.11","3.12","3.13","3.14","3.15"],"files":[{"index":"psycopg2","name":"psycopg2-2.9.13.tar.gz","root":"psycopg2-2.9.13","size":378068,"sha256":"d36784fc2dae69523ba4b79c7d1d1b4d6e83e87836874f111262f4db940b16a6","checked":"the Python index\'s record of it, and the bytes it gave"},{"url":"https://github.com/psycopg/psycopg2/archive/refs/tags/2.9.13.tar.gz","root":"psycopg2-2.9.13","size":379071,"sha256":"948f310eb4924aea38aa11e6d986a56b022d796f581610347ac10f20a71c2fc8","pool":"pool/main/p/psycopg2/psycopg2_2.9.13.orig.tar.gz","checked":"Debian source index only"}]},{"project":"zig","version":"0.17.1","licence":"MIT","files":[{"index":"ziglang","name":"ziglang-0.17.1-py3-none-manylinux_2_12_x86_64.manylinux2010_x86_64.musllinux_1_1_x86_64.whl","host":"x86_64","unpacked":"39a2b5a3bf784210ed0cd9d3c033bff364f37f6d64d627f954c2a174ec04d060","root":"ziglang","size":101083562,"sha256":"ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54","checked":"the Python index\'s record of it, and the bytes it gave"},{"index":"ziglang","name":"ziglang-0.17.1-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl","host":"arm64","unpacked":"1eb2b748060f171169189f525b541f66d09c570b57a37c38605a0368b8bc91b4","root":"ziglang","size":98063064,"sha256":"b7c5f02fccd40f89b999ee16a1f5ddced56e6182370f8affe494bcf8a28cf07e","checked":"the Python index\'s record of it, and the bytes it gave"}]}]}');
// EXTERNAL MODULE: ./build/catalog/versions.js
var versions = __webpack_require__(30507);
;// CONCATENATED MODULE: ./build/catalog/catalog.js







/**
 * The action's own catalog, with the rows of a user's lock file added; where both have a version, the user's
 * row counts.
 *
 * @throws {InputError} for a lock file that cannot be read, is not JSON or does not fit the schema: names each row
 */
async function loadCatalog(userLockFile) {
    const given = own('runtimes.json', () => parseRuntimes(runtimes_namespaceObject));
    const sources = own('sources.lock.json', () => parseLock(sources_lock_namespaceObject));
    if (userLockFile === undefined)
        return { ...given, sources };
    const added = await readLockFile(userLockFile);
    const replaced = new Set(added.map(nameOf));
    return { ...given, sources: [...sources.filter((row) => !replaced.has(nameOf(row))), ...added] };
}
/** All versions of a project, oldest first. */
function versionsOf(catalog, project) {
    return catalog.sources
        .filter((source) => source.project === project)
        .sort((a, b) => (0,versions/* compareVersions */.Z)(a.version, b.version));
}
/** The day it is, as the catalog writes days. */
function today() {
    return new Date().toISOString().slice(0, 10);
}
/** Whether AWS still patches this runtime on the day given (`YYYY-MM-DD`). Previews do not count. */
function isSupported(runtime, today) {
    return !runtime.preview && (runtime.deprecated === null || today < runtime.deprecated);
}
function nameOf(source) {
    return `${source.project} ${source.version}`;
}
async function readLockFile(path) {
    const hint = 'Give the path of a JSON file of the form {"sources": [...]}; src/catalog/sources.lock.json is an example.';
    let bytes;
    try {
        // Some devices never end; a pipe, as the shell's <(…) makes one, does.
        if ((await (0,promises_.stat)(path)).isCharacterDevice())
            throw new Error('it is a device');
        bytes = await (0,promises_.readFile)(path);
    }
    catch (error) {
        throw new errors/* InputError */.dz('lock-file', `cannot read ${path}: ${(0,errors/* messageOf */.bD)(error)}`, hint);
    }
    try {
        return parseLock(JSON.parse(decode(bytes)));
    }
    catch (error) {
        const problem = error instanceof SchemaError ? error.problems.join('\n') : (0,errors/* messageOf */.bD)(error);
        throw new errors/* InputError */.dz('lock-file', `${path}: ${problem}`, hint);
    }
}
/** The text of a file that an editor wrote: a byte order mark at its beginning is read over. @throws {Error} */
function decode(bytes) {
    const text = new TextDecoder().decode(bytes);
    // What is UTF-16 without a mark has zeros in every other place.
    if ((0,external_node_buffer_.isUtf8)(bytes) && !text.includes('\0'))
        return text;
    throw new Error('the file is not UTF-8 (UTF-16, perhaps): save it as UTF-8');
}
function own(file, parse) {
    try {
        return parse();
    }
    catch (error) {
        throw new errors/* BuildError */.zS(`The action's own ${file} is broken: ${(0,errors/* messageOf */.bD)(error)}`, 'Use a released version of the action; if this is one, report it.');
    }
}


/***/ }),

/***/ 93370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ KNOWN_WORDS),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   pe: () => (/* binding */ pythonsOf)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9408);

/** The words that stand for several Pythons, and which. */
const WORDS = {
    all: ({ released }) => released !== null,
    supported: _catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .isSupported */ .TT,
};
/** For errors and hints: `all or supported`. */
const KNOWN_WORDS = Object.keys(WORDS).join(' or ');
/** Whether it stands for several Pythons. */
function isWord(python) {
    return Object.hasOwn(WORDS, python);
}
/** The Pythons that versions and words stand for, each once, in the order given; a word's in that of the catalog. */
function pythonsOf(pythons, { runtimes }, today) {
    const meantBy = (python) => isWord(python)
        ? runtimes.filter((runtime) => WORDS[python]?.(runtime, today)).map((row) => row.python)
        : [python];
    return [...new Set(pythons.flatMap(meantBy))];
}
/**
 * What is to be built, each Python on all architectures before the next. A word does not stand for what Lambda never
 * had; who names a version means every architecture, and hears from the plan when there is none.
 */
function targetsOf({ pythons, architectures, leftOut = [] }, catalog, today) {
    const wanted = pythonsOf(pythons, catalog, today)
        .flatMap((python) => architectures.map((architecture) => ({ python, architecture })))
        .filter((target) => !leftOut.some((other) => isSame(target, other)));
    const isNever = ({ python, architecture }) => !pythons.includes(python) &&
        catalog.runtimes.find((row) => row.python === python)?.architectures.includes(architecture) !== true;
    return { targets: wanted.filter((target) => !isNever(target)), never: wanted.filter(isNever) };
}
/** Whether two are one Python on one architecture. */
function isSame(one, other) {
    return one.python === other.python && one.architecture === other.architecture;
}


/***/ }),

/***/ 60605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YM: () => (/* binding */ LOCK),
/* harmony export */   aC: () => (/* binding */ RUNTIMES),
/* harmony export */   g9: () => (/* binding */ TOOLCHAIN),
/* harmony export */   jA: () => (/* binding */ PROJECTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);


// The catalog's values end up in shell environments, file names and command lines; the patterns are
// therefore as narrow as the real values are, so that a lock file of a user's cannot smuggle anything in.
const version = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d+(\.\d+){1,3}$/, 'expected digits and dots, like 18.6');
const python = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[23]\.\d+$/, 'expected major.minor, like 3.13');
const date = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, like 2027-03-03');
const sha256 = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');
const name = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, 'expected letters, digits, dots, dashes');
const image = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9][A-Za-z0-9._:/@{}-]*$/, 'expected an image reference');
const path = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._+~/-]*$/, 'expected a path below a mirror');
const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1);
/** What can be chosen by version; the order is that of the build. */
const PROJECTS = ['openssl', 'postgresql', 'psycopg2'];
/** The project of the pinned compiler. */
const TOOLCHAIN = 'zig';
const sourceFile = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The upstream address. */
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5({ protocol: /^https?$/ }).optional(),
    /** The project of the Python index that has it, under the file's name. */
    index: name.optional(),
    /** Its path below a mirror of Debian or Ubuntu, which keep upstream's bytes under names of their own. */
    pool: path.optional(),
    /** The file's name, where `root` and the ending of the address do not make it. */
    name: name.optional(),
    /** For the toolchain only: the machine that it runs on. */
    host: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .Xe).optional(),
    /** For the toolchain only: content hash of what is unpacked of it. */
    unpacked: sha256.optional(),
    /** The directory inside the tarball that holds everything. */
    root: name,
    /** In bytes. */
    size: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    /** Lower-case hex. */
    sha256,
    /** How the sum was confirmed, for reviewers of the lock. */
    checked: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default('by the owner of this lock file'),
})
    .refine(({ url, index, pool }) => url !== undefined || index !== undefined || pool !== undefined, {
    message: 'expected url, index or pool: where the file can be had',
});
const source = zod__WEBPACK_IMPORTED_MODULE_1__/* .preprocess */ .vkY(withFiles, zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    project: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n([...PROJECTS, TOOLCHAIN]),
    version,
    /** For the toolchain only, of which nothing but what it compiles is passed on: an SPDX expression. */
    licence: text.optional(),
    /** For psycopg2 only: the Pythons this version serves, as catalog versions (`3.13`). */
    pythons: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(python).nonempty().optional(),
    /** For OpenSSL only: whether this series has long-term support; the default is the newest that has. */
    lts: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    /** Each will do: whatever differs between them is neither compiled nor packed. */
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([sourceFile], sourceFile),
})
    .refine((row) => (row.project === 'psycopg2') === (row.pythons !== undefined), {
    message: 'expected for psycopg2, and only there: the Pythons this version serves',
    path: ['pythons'],
})
    .refine(({ project, files }) => files.every(({ host, unpacked }) => {
    const given = [host, unpacked].filter((value) => value !== undefined).length;
    return given === (project === TOOLCHAIN ? 2 : 0);
}), {
    message: 'expected for the toolchain, and only there: the host that each file runs on, and what it unpacks to',
    path: ['files'],
}));
/** A row of one file may say in itself what is known of the file. */
function withFiles(row) {
    if (typeof row !== 'object' || row === null || 'files' in row)
        return row;
    const { project, version, licence, pythons, lts, ...file } = row;
    const facts = { project, version, licence, pythons, lts };
    const known = Object.entries(facts).filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(known), files: [file] };
}
const base = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** For people, for example `Amazon Linux 2023`. */
    title: text,
    /** Highest `GLIBC_x.y` symbol version its C library has. */
    glibc: version,
    source: text,
});
const runtime = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** `major.minor`. */
    python,
    base: name,
    architectures: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .Xe)).nonempty(),
    /** Image to build in; `{arch}` stands for the architecture where the tag names one. */
    buildImage: image,
    /** The bare image the zip is tried in. */
    runtimeImage: image,
    /** Python's prefix in those images. */
    prefix: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\/[A-Za-z0-9._/-]+$/, 'expected an absolute path'),
    /** When AWS released it, or null while it is a preview. */
    released: date.nullable(),
    /** From this day on AWS no longer patches it; null when not announced. */
    deprecated: date.nullable(),
    /** From this day on functions can no longer be updated; null when not announced. */
    updateBlocked: date.nullable(),
    /** AWS may still change it: built on request only, never in the default matrix. */
    preview: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    source: text,
});
/** `sources.lock.json`, and a lock file of a user's. */
const LOCK = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ sources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(source) });
/** `runtimes.json`. */
const RUNTIMES = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    /** The PostgreSQL that `verify: connect` connects to; from the registry of Lambda's own images: Docker Hub limits pulls. */
    serverImage: image,
    bases: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(name, base),
    /** In the order of their versions. */
    runtimes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(runtime).nonempty(),
})
    .superRefine(({ bases, runtimes }, context) => {
    for (const [index, { base }] of runtimes.entries()) {
        if (base in bases)
            continue;
        context.addIssue({
            code: 'custom',
            message: `no such base: ${base}`,
            path: ['runtimes', index, 'base'],
        });
    }
});


/***/ })

};
