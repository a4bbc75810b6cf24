export const id = 288;
export const ids = [288];
export const modules = {

/***/ 21288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildVerb: () => (/* binding */ buildVerb)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __webpack_require__(11457);
// EXTERNAL MODULE: ./build/catalog/file-names.js
var file_names = __webpack_require__(15297);
// EXTERNAL MODULE: ./build/catalog/plan.js
var catalog_plan = __webpack_require__(20093);
;// CONCATENATED MODULE: ./build/jobs/outputs.js


/** The outputs of a build, by name, as in `action.yml`. */
function outputsOf(built, release) {
    const [{ artefact, plan, wheel, layer }] = built;
    return {
        zip: artefact.path,
        sha256: artefact.sha256,
        md5: artefact.md5,
        wheel: wheel?.path ?? '',
        layer: layer?.path ?? '',
        files: artefactsOf(built)
            .flatMap(({ files }) => files)
            .join('\n'),
        artifacts: JSON.stringify(built.map(artifactOf)),
        'psycopg2-version': plan.psycopg2.version,
        'postgresql-version': plan.postgresql.version,
        'openssl-version': plan.openssl.version,
        'cache-hit': String(built.every((one) => one.cacheHit)),
        'dependencies-sha256': [...new Set(built.map((one) => one.dependenciesSha256))].join('\n'),
        ...(release === undefined ? {} : { 'release-id': String(release.id), 'release-url': release.url }),
    };
}
/** What the `artifacts` output says of one zip; other jobs (publish) and scripts rely on these names. */
function artifactOf({ artefact, wheel, layer, plan, audit, verify, toolchain }) {
    return {
        ...fileOf(artefact),
        python: plan.python,
        architecture: plan.architecture,
        versions: (0,catalog_plan/* versionsIn */.bS)(plan),
        /** The highest `GLIBC_x.y` the module needs. */
        glibc: audit.highestGlibc,
        /** The compiler, for people: `zig 0.17.1, glibc 2.17`. */
        toolchain,
        ...(wheel === undefined ? {} : { wheel: fileOf(wheel) }),
        ...(layer === undefined ? {} : { layer: fileOf(layer) }),
        /** The name of the record that a release must have beside the zip; null where nothing was to be tried. */
        verified: verify === 'none' ? null : (0,file_names/* recordName */.xD)(artefact.name),
    };
}
function fileOf({ name, path, size, sha256, md5 }) {
    return { name, path, size, sha256, md5 };
}
/** Everything that was written, in all forms; a layer that several zips share once. */
function artefactsOf(built) {
    const all = built.flatMap(({ artefact, wheel, layer }) => [artefact, wheel, layer]);
    return [...new Set(all)].filter((one) => one !== undefined);
}
/** One zip's row of the summary. */
function summaryRow(built) {
    const { artefact, wheel, layer, plan, audit, stages, toolchain, seconds } = built;
    return {
        name: artefact.name,
        size: artefact.size,
        sha256: artefact.sha256,
        forms: [wheel, layer].filter((form) => form !== undefined),
        psycopg2: plan.psycopg2.version,
        libpq: plan.postgresql.version,
        openssl: plan.openssl.version,
        toolchain,
        highestGlibc: audit.highestGlibc,
        glibcCeiling: plan.base.glibc,
        checks: stages.flatMap((stage) => stage.checks).filter(({ result }) => result === 'passed').length,
        seconds,
    };
}

;// CONCATENATED MODULE: ./build/report/summary.js
/** The columns of the table in Markdown: what each is called, and has of a file. */
const OF_ANY = {
    File: ({ name }) => `\`${name}\``,
    Size: ({ size }) => kilobytes(size),
    'SHA-256': ({ sha256 }) => `\`${sha256}\``,
};
/** What only a zip's row has. */
const OF_ZIP = {
    psycopg2: ({ psycopg2 }) => psycopg2,
    libpq: ({ libpq }) => libpq,
    OpenSSL: ({ openssl }) => openssl,
    Toolchain: ({ toolchain }) => toolchain,
    'GLIBC (highest ≤ limit)': ({ highestGlibc, glibcCeiling }) => `${highestGlibc ?? 'none'} ≤ ${glibcCeiling}`,
    Checks: ({ checks }) => String(checks),
    Seconds: ({ seconds }) => seconds.toFixed(1),
};
/** The table as Markdown, and the line that checks the files, for the job summary. */
function summaryMarkdown(rows) {
    const titles = [...Object.keys(OF_ANY), ...Object.keys(OF_ZIP)];
    const ofAny = (file) => Object.values(OF_ANY).map((cell) => cell(file));
    const zips = rows.map((row) => [...ofAny(row), ...Object.values(OF_ZIP).map((cell) => cell(row))]);
    const forms = formsOf(rows).map((file) => [...ofAny(file), ...Object.keys(OF_ZIP).map(() => '')]);
    const table = [titles, titles.map(() => '---'), ...zips, ...forms].map((line) => `| ${line.join(' | ')} |`);
    return [`### psycopg2 for AWS Lambda`, '', ...table, '', '```sh', checkCommand(rows), '```', ''].join('\n');
}
/** The table as aligned text, for a terminal. */
function summaryText(rows) {
    const ofAny = ({ name, size, sha256 }) => [
        `${name}  ${kilobytes(size)}`,
        `  sha256    ${sha256}`,
    ];
    const zips = rows.flatMap((row) => [
        ...ofAny(row),
        `  contains  psycopg2 ${row.psycopg2}, libpq ${row.libpq}, OpenSSL ${row.openssl}`,
        `  made by   ${row.toolchain}`,
        `  needs     GLIBC ${row.highestGlibc ?? 'none'} (the runtime has ${row.glibcCeiling})`,
        `  passed    ${row.checks} checks in ${row.seconds.toFixed(1)} s`,
    ]);
    const lines = [...zips, ...formsOf(rows).flatMap(ofAny), `Check with: ${checkCommand(rows)}`];
    return `${lines.join('\n')}\n`;
}
function checkCommand(rows) {
    return `sha256sum -c ${[...rows, ...formsOf(rows)].map(({ name }) => `${name}.sha256`).join(' ')}`;
}
/** The wheels and layers of all zips, each once. */
function formsOf(rows) {
    return [...new Set(rows.flatMap(({ forms }) => forms))];
}
function kilobytes(bytes) {
    return `${(bytes / 1000).toFixed(0)} kB`;
}

// EXTERNAL MODULE: ./build/inputs/build-inputs.js + 1 modules
var build_inputs = __webpack_require__(32808);
// EXTERNAL MODULE: ./build/inputs/release-inputs.js + 1 modules
var release_inputs = __webpack_require__(39904);
// EXTERNAL MODULE: ./build/catalog/catalog.js + 3 modules
var catalog_catalog = __webpack_require__(9408);
// EXTERNAL MODULE: ./build/github/api.js + 2 modules
var api = __webpack_require__(6769);
// EXTERNAL MODULE: ./build/machine/process.js
var machine_process = __webpack_require__(40575);
;// CONCATENATED MODULE: ./build/machine/pip.js

const COMMANDS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];
/**
 * What this machine's pip prints when it is run with these arguments; undefined where there is no pip that answers. It
 * is asked about itself only, and never for a package.
 */
async function askPip(...argv) {
    for (const [program, ...before] of COMMANDS) {
        // Not in the working directory, where a pip.py of somebody else's would be run in its place.
        const command = [...before, '--disable-pip-version-check', ...argv];
        const outcome = await (0,machine_process/* execute */.g7)(program, command, { cwd: '/' });
        if (outcome.exitCode === 0)
            return outcome.stdout;
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/catalog/toolchain.js
var catalog_toolchain = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/report/log.js
var report_log = __webpack_require__(16945);
;// CONCATENATED MODULE: ./build/report/ordered-logs.js

/**
 * Logs for things that go on side by side, which read as if they had been done one after the other: the first that
 * is still open writes to `log` at once, the later ones' lines wait for their turn. What only replaces itself
 * (progress) is dropped meanwhile. Groups never interleave, which neither a runner's log nor a terminal could show.
 */
function orderedLogs(log, count) {
    const waiting = Array.from({ length: count }, () => []);
    const closed = new Set();
    let turn = 0;
    const close = (index) => {
        closed.add(index);
        while (turn < count && closed.has(turn)) {
            turn++;
            for (const write of waiting[turn]?.splice(0) ?? [])
                write();
        }
    };
    return waiting.map((lines, index) => {
        const later = (write) => {
            if (index <= turn)
                write();
            else
                lines.push(write);
        };
        const own = {
            info: (message) => later(() => log.info(message)),
            notice: (message) => later(() => log.notice(message)),
            warning: (message) => later(() => log.warning(message)),
            debug: (message) => later(() => log.debug(message)),
            progress: (message) => {
                if (index === turn)
                    log.progress(message);
            },
            begin: (title) => later(() => log.begin(title)),
            end: (title, milliseconds) => later(() => log.end(title, milliseconds)),
        };
        return { ...(0,report_log/* logTo */.kX)(own), close: () => close(index) };
    });
}

// EXTERNAL MODULE: ./build/verify/verify.js + 5 modules
var verify = __webpack_require__(17456);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/audit/audit.js + 16 modules
var audit = __webpack_require__(24879);
// EXTERNAL MODULE: ./build/audit/audit-target.js
var audit_target = __webpack_require__(91893);
// EXTERNAL MODULE: ./build/catalog/zip-record.js
var zip_record = __webpack_require__(8085);
// EXTERNAL MODULE: ./build/package/checksums.js
var checksums = __webpack_require__(46667);
// EXTERNAL MODULE: ./build/package/lint.js
var lint = __webpack_require__(36314);
// EXTERNAL MODULE: ./build/package/package-names.js
var package_names = __webpack_require__(48050);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/package/dist-info.js + 1 modules
var dist_info = __webpack_require__(45234);
// EXTERNAL MODULE: ./build/package/zip-paths.js
var zip_paths = __webpack_require__(3001);
;// CONCATENATED MODULE: ./build/package/tree.js




/**
 * Every file of the zip by its path: the built package and, beside it, its dist-info, so that pip, SAM and
 * OpenTelemetry see a distribution and not just a folder (aws-sam-cli#2043, opentelemetry-python-contrib#610).
 *
 * @throws BuildError when a built file is not below `psycopg2/`, or the package or its shared object is missing
 */
function packageTree(contents) {
    for (const path of contents.files.keys()) {
        const problem = (0,zip_paths/* pathProblem */.z9)(path) ?? (/^psycopg2\/./.test(path) ? undefined : 'is not below psycopg2/');
        if (problem !== undefined) {
            throw new errors/* BuildError */.zS(`built file ${JSON.stringify(path)}: the path ${problem}`, 'The zip holds the package psycopg2 and nothing else: look at what the build script put beside it.');
        }
    }
    for (const needed of ['psycopg2/__init__.py', (0,package_names/* sharedObjectPath */.wz)(contents)]) {
        if (!contents.files.has(needed)) {
            throw new errors/* BuildError */.zS(`the build gave no ${needed}; it gave ${[...contents.files.keys()].sort().join(', ') || 'no file at all'}`, `Check that the build ran with Python ${contents.python} on ${contents.architecture}: the interpreter names the file.`);
        }
    }
    return (0,dist_info/* addDistInfo */.Oi)(contents);
}

// EXTERNAL MODULE: ./build/machine/writable.js
var writable = __webpack_require__(31736);
;// CONCATENATED MODULE: ./build/package/write.js





/**
 * Writes a zip and, beside it, its `.sha256` and `.md5` and what else belongs to it, replacing files of the same names.
 *
 * Everything is first written, in full and down to the disk, under hidden names in the same directory. Then
 * the old sidecars go, the zip gets its name, and last the sidecars theirs: whoever looks in between, or
 * after a crash, may find a zip without checksum, but never half a file nor a checksum of another zip. When
 * it fails, nothing that it wrote is left.
 *
 * @param outputDir made when it is not there
 * @param zip its file name without any directory, and its bytes with their SHA-256 in lower-case hex
 * @param companions further files beside it: name to text
 * @throws InputError (`output-dir`) when the directory cannot be written; BuildError when the disk is full
 */
async function writeArtefact(outputDir, { name, bytes, sha256 }, companions = new Map()) {
    if ((0,external_node_path_.basename)(name) !== name || name.startsWith('.'))
        throw new TypeError(`not a plain file name: ${name}`);
    const sums = { sha256, md5: (0,checksums/* md5 */.Fx)(bytes) };
    const texts = new Map([
        ...Object.entries(sums).map(([kind, hex]) => [`${name}.${kind}`, (0,checksums/* sidecarLine */.Q_)(hex, name)]),
        ...companions,
    ]);
    const suffix = (0,external_node_crypto_.randomBytes)(6).toString('hex');
    const fileOf = (file, data) => {
        const path = (0,external_node_path_.join)(outputDir, file);
        return { path, hidden: (0,writable/* hiddenPath */.My)(outputDir, path, suffix), data };
    };
    const sidecars = Array.from(texts, ([file, text]) => fileOf(file, new TextEncoder().encode(text)));
    const files = [fileOf(name, bytes), ...sidecars];
    const leftovers = new Set();
    try {
        await (0,writable/* makeDirectory */.Oh)(outputDir);
        for (const { hidden, data } of files) {
            leftovers.add(hidden);
            await (0,writable/* writeWhole */.f8)(hidden, data);
        }
        for (const sidecar of sidecars)
            await (0,promises_.rm)(sidecar.path, { force: true });
        for (const { path, hidden } of files) {
            await (0,promises_.rename)(hidden, path);
            leftovers.delete(hidden);
            leftovers.add(path);
        }
    }
    catch (error) {
        for (const leftover of leftovers)
            await (0,writable/* removeQuietly */.S2)(leftover);
        throw (0,writable/* explainUnwritten */.GL)(error, { path: outputDir, name: 'output-dir' });
    }
    return {
        name,
        path: (0,external_node_path_.join)(outputDir, name),
        size: bytes.length,
        ...sums,
        files: files.map(({ path }) => path),
    };
}

;// CONCATENATED MODULE: ./build/package/deflate/bits.js
/** Bytes that grow bit by bit, each from its lowest bit on. */
class BitWriter {
    #bytes = new Uint8Array(1 << 16);
    #length = 0;
    #pending = 0;
    #count = 0;
    /** Adds up to 16 bits. */
    add(bits, count) {
        this.#pending |= bits << this.#count;
        this.#count += count;
        while (this.#count >= 8) {
            this.#push(this.#pending & 255);
            this.#pending >>>= 8;
            this.#count -= 8;
        }
    }
    /** Fills the last byte up with zeros. */
    align() {
        if (this.#count > 0)
            this.add(0, 8 - this.#count);
    }
    /** Adds whole bytes, when the last one is full. */
    append(bytes) {
        for (const byte of bytes)
            this.#push(byte);
    }
    /** All bytes so far, the last one filled up. */
    finish() {
        this.align();
        return this.#bytes.slice(0, this.#length);
    }
    #push(byte) {
        if (this.#length === this.#bytes.length) {
            const larger = new Uint8Array(2 * this.#length);
            larger.set(this.#bytes);
            this.#bytes = larger;
        }
        this.#bytes[this.#length++] = byte;
    }
}

;// CONCATENATED MODULE: ./build/package/deflate/format.js
/** RFC 1951, 3.2.5, as tables: which symbol says a length or a distance, and how many extra bits follow it. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 258;
/** How far back a match may reach. */
const WINDOW = 32768;
/** Symbols for literals, the end of a block (256) and lengths. */
const LITERALS = 286;
const DISTANCES = 30;
const END_OF_BLOCK = 256;
const lengthBands = bandsOf({ symbols: [257, LITERALS], values: [MIN_LENGTH, MAX_LENGTH], group: 4 });
// The longest has a symbol of its own, although the one before could say it, too.
lengthBands.symbol[MAX_LENGTH] = LITERALS - 1;
lengthBands.base[LITERALS - 1] = MAX_LENGTH;
lengthBands.extra[LITERALS - 1] = 0;
const distanceBands = bandsOf({ symbols: [0, DISTANCES], values: [1, WINDOW], group: 2 });
/** `symbols` up to but not including the second, `values` both included; each `group` of symbols has a bit more. */
function bandsOf(kind) {
    const [first, end] = kind.symbols;
    const [lowest, highest] = kind.values;
    const bands = {
        symbol: new Uint16Array(highest + 1),
        base: new Uint16Array(end),
        extra: new Uint8Array(end),
    };
    let value = lowest;
    for (let symbol = first; symbol < end; symbol++) {
        const extra = Math.max(0, Math.floor((symbol - first) / kind.group) - 1);
        bands.symbol.fill(symbol, value, value + 2 ** extra);
        bands.base[symbol] = value;
        bands.extra[symbol] = extra;
        value += 2 ** extra;
    }
    return bands;
}
/** A match as one number, never 0. */
function packMatch(length, distance) {
    return (distance << 9) | length;
}
/** How many bytes a match has. */
function lengthOf(match) {
    return match & 511;
}
/** How far back a match is, in bytes. */
function distanceOf(match) {
    return match >> 9;
}

;// CONCATENATED MODULE: ./build/package/deflate/huffman.js
/**
 * The best code for symbols that occur so often with no more than `limit` bits each, by package-merge: Larmore and
 * Hirschberg, "A fast algorithm for optimal length-limited Huffman codes", 1990.
 *
 * At least two symbols get bits, needed or not: some unpackers refuse a code that has only one.
 */
function codeFor(counts, limit) {
    const symbols = [...counts.keys()].filter((symbol) => counts[symbol] !== 0);
    for (let spare = 0; symbols.length < 2; spare++)
        if (!symbols.includes(spare))
            symbols.push(spare);
    const weight = (symbol) => counts[symbol] || 1;
    symbols.sort((a, b) => weight(a) - weight(b) || a - b);
    const rounds = mergeRounds(symbols.map(weight), limit);
    const lengths = new Uint8Array(counts.length);
    let taken = 2 * symbols.length - 2;
    for (const isLeaf of rounds.reverse()) {
        const leaves = isLeaf.slice(0, taken).filter(Boolean).length;
        // Each time that a symbol is taken, alone or in a package, its code is a bit longer.
        for (const symbol of symbols.slice(0, leaves))
            lengths[symbol] = (lengths[symbol] ?? 0) + 1;
        taken = 2 * (taken - leaves);
    }
    return codeWith(lengths);
}
/**
 * What each round has, lightest first: whether it is a symbol itself (a leaf) or a package of two neighbours of the
 * round before.
 */
function mergeRounds(leaves, limit) {
    const rounds = [];
    let packages = [];
    for (let round = 0; round < limit; round++) {
        const weights = [];
        const isLeaf = [];
        let leaf = 0;
        let pack = 0;
        while (leaf < leaves.length || pack < packages.length) {
            const takesLeaf = (leaves[leaf] ?? Infinity) <= (packages[pack] ?? Infinity);
            weights.push((takesLeaf ? leaves[leaf++] : packages[pack++]) ?? 0);
            isLeaf.push(takesLeaf);
        }
        rounds.push(isLeaf);
        packages = [];
        for (let index = 1; index < weights.length; index += 2) {
            packages.push((weights[index - 1] ?? 0) + (weights[index] ?? 0));
        }
    }
    return rounds;
}
/** The code that symbols with so many bits have: RFC 1951, 3.2.2. */
function codeWith(lengths) {
    const bits = new Uint16Array(lengths.length);
    let next = 0;
    for (let length = 1; length <= 15; length++) {
        next <<= 1;
        lengths.forEach((has, symbol) => {
            if (has === length)
                bits[symbol] = reversed(next++, length);
        });
    }
    return { lengths, bits };
}
function reversed(bits, count) {
    let result = 0;
    for (let bit = 0; bit < count; bit++)
        result |= ((bits >> bit) & 1) << (count - 1 - bit);
    return result;
}

;// CONCATENATED MODULE: ./build/package/deflate/header.js


/** The order in which the lengths of the header's own code are given. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const FEWEST_LITERALS = 257;
const FEWEST_DISTANCES = 1;
const FEWEST_IN_ORDER = 4;
/** What says these codes at the beginning of a block. */
function headerFor(codes) {
    const literals = withoutEnd(codes.literals.lengths.subarray(0, LITERALS), FEWEST_LITERALS);
    const distances = withoutEnd(codes.distances.lengths, FEWEST_DISTANCES);
    const runs = runsOf([...literals, ...distances]);
    const counts = new Uint32Array(ORDER.length);
    for (const { symbol } of runs)
        counts[symbol] = (counts[symbol] ?? 0) + 1;
    const code = codeFor(counts, 7);
    const lengthOf = (symbol) => code.lengths[symbol] ?? 0;
    const order = withoutEnd(Uint8Array.from(ORDER, lengthOf), FEWEST_IN_ORDER);
    return {
        size: runs.reduce((sum, { symbol, bits }) => sum + lengthOf(symbol) + bits, 14 + 3 * order.length),
        write(out) {
            out.add(literals.length - FEWEST_LITERALS, 5);
            out.add(distances.length - FEWEST_DISTANCES, 5);
            out.add(order.length - FEWEST_IN_ORDER, 4);
            for (const length of order)
                out.add(length, 3);
            for (const { symbol, extra, bits } of runs) {
                out.add(code.bits[symbol] ?? 0, lengthOf(symbol));
                out.add(extra, bits);
            }
        },
    };
}
/** Zeros at the end are not written, as far as that may be. */
function withoutEnd(lengths, fewest) {
    let end = lengths.length;
    while (end > fewest && lengths[end - 1] === 0)
        end--;
    return lengths.subarray(0, end);
}
function runsOf(lengths) {
    const runs = [];
    for (let index = 0; index < lengths.length;) {
        const value = lengths[index] ?? 0;
        let end = index;
        while (lengths[end] === value)
            end++;
        const plain = { symbol: value, extra: 0, bits: 0 };
        // What is repeated is the length before; zeros are counted from the first one on.
        if (value !== 0)
            runs.push(plain);
        let left = end - index - (value === 0 ? 0 : 1);
        while (left >= 3) {
            const run = Math.min(left, value === 0 ? 138 : 6);
            if (value !== 0)
                runs.push({ symbol: 16, extra: run - 3, bits: 2 });
            else if (run <= 10)
                runs.push({ symbol: 17, extra: run - 3, bits: 3 });
            else
                runs.push({ symbol: 18, extra: run - 11, bits: 7 });
            left -= run;
        }
        for (; left > 0; left--)
            runs.push(plain);
        index = end;
    }
    return runs;
}

;// CONCATENATED MODULE: ./build/package/deflate/block.js



/** The three ways to write a block. */
const STORED = 0;
const FIXED = 1;
const DYNAMIC = 2;
const MOST_STORED = 65535;
const MOST_BITS = 15;
/** RFC 1951, 3.2.6. */
const FIXED_CODES = {
    literals: codeWith(new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280)),
    distances: codeWith(new Uint8Array(DISTANCES).fill(5)),
};
/** Writes a block, in whichever way takes the fewest bits; the last one of all says so. */
function writeBlock(out, stretch, block, last) {
    const { counts, from, to } = block;
    const codes = {
        literals: codeFor(counts.literals, MOST_BITS),
        distances: codeFor(counts.distances, MOST_BITS),
    };
    const header = headerFor(codes);
    const dynamic = header.size + sizeWith(codes, counts);
    const fixed = sizeWith(FIXED_CODES, counts);
    const bytes = stretch.data.subarray(from, to);
    if (storedSize(bytes.length) <= Math.min(dynamic, fixed)) {
        store(out, bytes, last);
    }
    else if (fixed <= dynamic) {
        begin(out, FIXED, last);
        writeSymbols(out, stretch, block, FIXED_CODES);
    }
    else {
        begin(out, DYNAMIC, last);
        header.write(out);
        writeSymbols(out, stretch, block, codes);
    }
}
function begin(out, type, last) {
    out.add(last ? 1 : 0, 1);
    out.add(type, 2);
}
/** In bits, without the header. */
function sizeWith({ literals, distances }, counts) {
    const size = (occur, { lengths }, { extra }) => occur.reduce((sum, count, symbol) => sum + count * ((lengths[symbol] ?? 0) + (extra[symbol] ?? 0)), 0);
    return size(counts.literals, literals, lengthBands) + size(counts.distances, distances, distanceBands);
}
/** In bits, at most; what comes first depends on where the block begins. */
function storedSize(length) {
    return 8 * length + 40 * Math.max(1, Math.ceil(length / MOST_STORED));
}
function store(out, bytes, last) {
    for (let from = 0; from < bytes.length; from += MOST_STORED) {
        const piece = bytes.subarray(from, from + MOST_STORED);
        begin(out, STORED, last && from + piece.length === bytes.length);
        out.align();
        out.add(piece.length, 16);
        out.add(piece.length ^ 0xffff, 16);
        out.append(piece);
    }
}
function writeSymbols(out, { data, start, choices }, { from, to }, { literals, distances }) {
    for (let position = from; position < to;) {
        const choice = choices[position - start] ?? 0;
        if (choice === 0) {
            writeSymbol(out, literals, data[position++] ?? 0);
            continue;
        }
        writeValue(out, literals, lengthBands, lengthOf(choice));
        writeValue(out, distances, distanceBands, distanceOf(choice));
        position += lengthOf(choice);
    }
    writeSymbol(out, literals, END_OF_BLOCK);
}
function writeValue(out, code, bands, value) {
    const symbol = bands.symbol[value] ?? 0;
    writeSymbol(out, code, symbol);
    out.add(value - (bands.base[symbol] ?? 0), bands.extra[symbol] ?? 0);
}
function writeSymbol(out, { bits, lengths }, symbol) {
    out.add(bits[symbol] ?? 0, lengths[symbol] ?? 0);
}

;// CONCATENATED MODULE: ./build/package/deflate/costs.js

/** A bit, in the unit of all costs: integers, so that sums are exact. */
const BIT = 64;
/**
 * Binary logarithms in units of 1/BIT. `Math.log2` may be rounded differently by another version of Node, and every zip
 * would differ; multiplications are rounded alike everywhere.
 */
const LOGARITHMS = Int32Array.from({ length: 4096 }, (_, number) => {
    if (number === 0)
        return 0;
    let result = 31 - Math.clz32(number);
    let rest = number / 2 ** result;
    for (let bit = 0.5; bit > 2 ** -12; bit /= 2) {
        rest *= rest;
        if (rest < 2)
            continue;
        rest /= 2;
        result += bit;
    }
    return Math.round(result * BIT);
});
/** The binary logarithm of a positive integer, in units of 1/BIT. */
function log2(number) {
    const shift = Math.max(0, 20 - Math.clz32(number));
    return (LOGARITHMS[number >> shift] ?? 0) + shift * BIT;
}
/** What the first parse takes for granted, before anything has been counted. */
function firstGuess() {
    const literals = new Uint32Array(LITERALS).fill(1, 0, END_OF_BLOCK).fill(4, END_OF_BLOCK);
    return { literals, distances: new Uint32Array(DISTANCES).fill(1) };
}
/** Counts the symbols that a parsed range takes as a block: its choices' and the end. */
function countSymbols({ data, start, choices }, { from, to }) {
    const literals = new Uint32Array(LITERALS);
    const distances = new Uint32Array(DISTANCES);
    literals[END_OF_BLOCK] = 1;
    for (let position = from; position < to;) {
        const choice = choices[position - start] ?? 0;
        const length = lengthOf(choice);
        count(literals, choice === 0 ? data[position] : lengthBands.symbol[length]);
        if (choice !== 0)
            count(distances, distanceBands.symbol[distanceOf(choice)]);
        position += length || 1;
    }
    return { literals, distances };
}
function count(counts, symbol = 0) {
    counts[symbol] = (counts[symbol] ?? 0) + 1;
}
/** The costs in a block where symbols occur so often: what an ideal code would give them. */
function costsOf(counts) {
    const literals = ideal(counts.literals);
    const lengths = new Int32Array(MAX_LENGTH + 1);
    for (let length = MIN_LENGTH; length <= MAX_LENGTH; length++) {
        const symbol = lengthBands.symbol[length] ?? 0;
        lengths[length] = (literals[symbol] ?? 0) + BIT * (lengthBands.extra[symbol] ?? 0);
    }
    const { extra } = distanceBands;
    const distances = ideal(counts.distances).map((cost, symbol) => cost + BIT * (extra[symbol] ?? 0));
    return { literals, lengths, distances };
}
function ideal(counts) {
    const total = log2(counts.reduce((sum, count) => sum + count, 0) || 1);
    // A symbol that has not been needed so far costs more than one that occurs once: the header must name it, too.
    return Int32Array.from(counts, (count) => count === 0 ? total + 2 * BIT : Math.max(BIT, total - log2(count)));
}

;// CONCATENATED MODULE: ./build/package/deflate/matches.js

/** A match of this length is taken: no longer one is looked for, and none that starts inside it. */
const LONG = 130;
/** How many candidates are compared at each position. */
const CANDIDATES = 100;
const NONE = -1;
const HASH_BITS = 16;
const SLOTS = WINDOW - 1;
/**
 * Finds earlier occurrences of the bytes at each position. For four bytes and more there is a binary search tree for
 * each hash of four bytes: it has the window's positions in the order of the bytes that follow them, and never an older
 * one above a newer one, so that on the way down matches get longer and farther. For three bytes only the latest
 * occurrence is known.
 */
class MatchFinder {
    data;
    #latest = new Int32Array(1 << HASH_BITS).fill(NONE);
    #roots = new Int32Array(1 << HASH_BITS).fill(NONE);
    /** The two children of each position in the window: what sorts before it and what sorts after it. */
    #children = new Int32Array(2 * WINDOW);
    #packed = new Int32Array(1 << 16);
    #count = 0;
    /** Where the last long match ends. */
    #longUntil = 0;
    constructor(data) {
        this.data = data;
    }
    /** Finds what one stretch has; the stretches must come in their order. The result is overwritten by the next call. */
    find(start, end) {
        const first = new Int32Array(end - start + 1);
        this.#count = 0;
        for (let position = start; position < end; position++) {
            first[position - start] = this.#count;
            if (this.#packed.length < this.#count + CANDIDATES + 1) {
                const larger = new Int32Array(2 * this.#packed.length);
                larger.set(this.#packed);
                this.#packed = larger;
            }
            this.#visit(position);
        }
        first[end - start] = this.#count;
        return { first, packed: this.#packed };
    }
    #visit(position) {
        const { data } = this;
        const limit = Math.min(MAX_LENGTH, data.length - position);
        if (limit < 4)
            return;
        const three = threeAt(data, position);
        const four = hash(three | ((data[position + 3] ?? 0) << 24));
        const near = this.#latest[hash(three)] ?? NONE;
        this.#latest[hash(three)] = position;
        if (position < this.#longUntil) {
            // Inside a long match: later positions have to find this one, but nothing will be written here.
            this.#insert(position, four, limit, MAX_LENGTH);
            return;
        }
        let longest = 2;
        if (near !== NONE && position - near < WINDOW && threeAt(data, near) === three) {
            longest = 3;
            this.#packed[this.#count++] = packMatch(3, position - near);
        }
        longest = this.#insert(position, four, limit, longest);
        if (longest >= LONG)
            this.#longUntil = position + longest;
    }
    /**
     * Makes the position the root of its tree, which divides the tree in what sorts before and after it, and notes the
     * matches that are met on the way down.
     *
     * @param longest only longer matches are noted
     * @returns the length of the longest match that is known now
     */
    #insert(position, tree, limit, longest) {
        const { data } = this;
        const children = this.#children;
        const enough = Math.min(LONG, limit);
        let node = this.#roots[tree] ?? NONE;
        this.#roots[tree] = position;
        // Where the next node that sorts before, or after, the position is hung in, and how many bytes everything that is
        // left on that side is known to have in common with the position.
        let before = 2 * (position & SLOTS);
        let after = before + 1;
        let commonBefore = 0;
        let commonAfter = 0;
        for (let left = CANDIDATES; left > 0 && node !== NONE && position - node < WINDOW; left--) {
            const pair = 2 * (node & SLOTS);
            let length = commonBefore < commonAfter ? commonBefore : commonAfter;
            while (length < limit && data[node + length] === data[position + length])
                length++;
            if (length > longest) {
                longest = length;
                this.#packed[this.#count++] = packMatch(length, position - node);
            }
            if (length >= enough) {
                // As good as equal: the position takes the node's place.
                children[before] = children[pair] ?? NONE;
                children[after] = children[pair + 1] ?? NONE;
                return longest;
            }
            if ((data[node + length] ?? 0) < (data[position + length] ?? 0)) {
                children[before] = node;
                before = pair + 1;
                commonBefore = length;
                node = children[before] ?? NONE;
            }
            else {
                children[after] = node;
                after = pair;
                commonAfter = length;
                node = children[after] ?? NONE;
            }
        }
        children[before] = NONE;
        children[after] = NONE;
        return longest;
    }
}
function threeAt(data, at) {
    return (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
}
function hash(bytes) {
    return Math.imul(bytes, 0x9e3779b1) >>> (32 - HASH_BITS);
}

;// CONCATENATED MODULE: ./build/package/deflate/parse.js

/**
 * Finds the cheapest way to write a range and notes it in the stretch's choices. It goes from the end to the start,
 * because what the rest costs does not depend on how it was reached.
 *
 * No match goes beyond the range, so that a block ends where its range does.
 *
 * @param rest scratch, one longer than the stretch: the cost from each position to the end of the range
 */
function parse({ data, start, choices, matches: { first, packed } }, { from, to }, { literals, lengths, distances }, rest) {
    rest[to - start] = 0;
    for (let position = to - 1; position >= from; position--) {
        const here = position - start;
        let best = (literals[data[position] ?? 0] ?? 0) + (rest[here + 1] ?? 0);
        let choice = 0;
        let length = MIN_LENGTH;
        const end = first[here + 1] ?? 0;
        for (let index = first[here] ?? 0; index < end; index++) {
            const match = packed[index] ?? 0;
            const distance = distanceOf(match);
            const distanceCost = distances[distanceBands.symbol[distance] ?? 0] ?? 0;
            const longest = Math.min(lengthOf(match), to - position);
            for (; length <= longest; length++) {
                const cost = distanceCost + (lengths[length] ?? 0) + (rest[here + length] ?? 0);
                if (cost < best) {
                    best = cost;
                    choice = packMatch(length, distance);
                }
            }
        }
        rest[here] = best;
        choices[here] = choice;
    }
}

;// CONCATENATED MODULE: ./build/package/deflate/split.js


/** Symbols of the smallest block. */
const CELL = 512;
/** What a block's header costs, roughly: so much, and so much for each symbol that occurs. */
const HEADER = 80 * BIT;
const HEADER_SYMBOL = 4 * BIT;
/**
 * Divides a parsed stretch into blocks, each with the codes that suit it. It starts with many small ones and joins the
 * two neighbours that gain most by it, for as long as anything is gained.
 */
function split(stretch) {
    const blocks = smallest(stretch);
    blocks.forEach((block, index) => {
        block.gain = gainOf(block, blocks[index + 1]);
    });
    for (let index = best(blocks); index !== -1; index = best(blocks)) {
        const [block, next] = blocks.slice(index, index + 2);
        if (block === undefined || next === undefined)
            break;
        const joined = blockOf({ from: block.from, to: next.to }, sum(block.counts, next.counts));
        blocks.splice(index, 2, joined);
        joined.gain = gainOf(joined, blocks[index + 1]);
        const previous = blocks[index - 1];
        if (previous !== undefined)
            previous.gain = gainOf(previous, joined);
    }
    return blocks;
}
/** Index of the block whose joining gains most; -1: no gain anywhere. */
function best(blocks) {
    let found = -1;
    let most = 0;
    blocks.forEach(({ gain }, index) => {
        if (gain <= most)
            return;
        most = gain;
        found = index;
    });
    return found;
}
function gainOf(block, next) {
    return next === undefined ? 0 : block.cost + next.cost - costOf(sum(block.counts, next.counts));
}
function smallest(stretch) {
    const { start, end, choices } = stretch;
    const blocks = [];
    for (let from = start; from < end || blocks.length === 0;) {
        let to = from;
        for (let symbols = 0; symbols < CELL && to < end; symbols++)
            to += lengthOf(choices[to - start] ?? 0) || 1;
        blocks.push(blockOf({ from, to }, countSymbols(stretch, { from, to })));
        from = to;
    }
    return blocks;
}
function blockOf(range, counts) {
    return { ...range, counts, cost: costOf(counts), gain: 0 };
}
/** Roughly what a block costs, without extra bits: they are the same however a stretch is divided. */
function costOf({ literals, distances }) {
    return HEADER + codeCost(literals) + codeCost(distances);
}
function codeCost(counts) {
    let total = 0;
    let cost = 0;
    for (const count of counts) {
        if (count === 0)
            continue;
        total += count;
        cost += HEADER_SYMBOL - count * log2(count);
    }
    return total === 0 ? 0 : cost + total * log2(total);
}
function sum(one, other) {
    return {
        literals: one.literals.map((count, symbol) => count + (other.literals[symbol] ?? 0)),
        distances: one.distances.map((count, symbol) => count + (other.distances[symbol] ?? 0)),
    };
}

;// CONCATENATED MODULE: ./build/package/deflate/deflate.js






/** How much is worked on at a time: the memory that is needed grows with it, and blocks end with it. */
const STRETCH = 512 * 1024;
/**
 * Deflates (RFC 1951, without a zlib or gzip header) as small as can be had in a second for a module of ours: the
 * cheapest parse, repeated as its costs become known, in blocks that are cut where codes should change.
 *
 * The bytes depend on the data alone: there are only integers and what IEEE 754 rounds alike everywhere, so every
 * version of Node and every processor gives the same.
 */
function deflate(data) {
    const out = new BitWriter();
    const finder = new MatchFinder(data);
    const choices = new Int32Array(Math.min(STRETCH, data.length));
    const rest = new Int32Array(choices.length + 1);
    let costs = costsOf(firstGuess());
    let start = 0;
    do {
        const end = Math.min(start + STRETCH, data.length);
        const stretch = { data, start, end, choices, matches: finder.find(start, end) };
        const whole = { from: start, to: end };
        parse(stretch, whole, costs, rest);
        costs = costsOf(countSymbols(stretch, whole));
        for (const block of split(stretch)) {
            // Parsed once more, with the costs that the first parse led to; a third time gains 0.06 %, a fourth 0.02 %.
            parse(stretch, block, costsOf(block.counts), rest);
            block.counts = countSymbols(stretch, block);
            writeBlock(out, stretch, block, block.to === data.length);
        }
        start = end;
    } while (start < data.length);
    return out.finish();
}

// EXTERNAL MODULE: ./build/package/zip-format.js
var zip_format = __webpack_require__(46706);
;// CONCATENATED MODULE: ./build/package/zip.js




/** Where a zip of ours may have files: the package and the dist-info beside it, in a layer where Lambda looks for them. */
const ROOTS = /^(?:python\/(?:lib\/python\d\.\d+\/site-packages\/)?)?psycopg2(-[0-9][0-9A-Za-z.+]*\.dist-info)?\/./;
const VERSION = 20;
const NO_FLAGS = 0;
const NO_DATA = new Uint8Array(0);
/**
 * A zip of the files, whose bytes depend on paths and contents alone: entries in the order of their paths'
 * bytes with each directory before what is in it, modes 0644 (directories and shared objects 0755, what AWS
 * asks for), every time 1980-01-01 00:00, no extra fields, no comments.
 *
 * What deflates is ours, because Node's zlib gives 5 % more, and other bytes from one version to the next; the container
 * around it is, because libraries for zips put times, modes or fields of their own into it.
 *
 * @param files path and contents of each; directories are added
 * @throws BuildError on a path that is given twice, is unsafe, is not plain ASCII, or is neither in
 *   `psycopg2/` nor in its dist-info; and when the whole is over 64 MiB
 */
function writeZip(files) {
    const local = [];
    const central = [];
    let offset = 0;
    const entries = entriesOf(files);
    for (const [path, data] of entries) {
        const name = new TextEncoder().encode(path);
        const packed = pack(data);
        const method = packed === data ? zip_format/* STORED */.SD : zip_format/* DEFLATED */.aE;
        const facts = sharedFields(method, data, packed, name);
        local.push(fields([zip_format/* LOCAL */.G8, 4]), facts, name, packed);
        central.push(...centralHeader(facts, (0,zip_format/* modeOf */.VV)(path), offset), name);
        offset += zip_format/* LOCAL_SIZE */.a_ + name.length + packed.length;
    }
    const size = central.reduce((sum, part) => sum + part.length, 0);
    return Buffer.concat([...local, ...central, endOfCentralDirectory(entries.length, size, offset)]);
}
function entriesOf(files) {
    const known = new Map();
    let total = 0;
    for (const [path, data] of files) {
        const problem = writeProblem(path) ?? (known.has(path) ? 'is there twice' : undefined);
        if (problem !== undefined)
            throw refused(path, problem);
        known.set(path, data);
        total += data.length;
    }
    if (total > zip_format/* MAX_UNPACKED */.FK) {
        throw new errors/* BuildError */.zS(`the package is ${total} bytes, more than the ${zip_format/* MAX_UNPACKED */.FK} that a zip may unpack to`, 'A stripped psycopg2 is some 5 MB: check that the shared object was stripped and nothing else got in.');
    }
    for (const directory of (0,zip_paths/* parentsOf */.fY)(known.keys())) {
        if (known.has(directory.slice(0, -1)))
            throw refused(directory, 'is a file and a directory');
        known.set(directory, NO_DATA);
    }
    return [...known].sort(([a], [b]) => (0,zip_paths/* byBytes */.bg)(a, b));
}
function writeProblem(path) {
    if (path.endsWith('/'))
        return 'is a directory';
    // Names beyond ASCII would need a flag that not every unpacker knows; psycopg2 has none.
    if (!/^[ -~]*$/.test(path))
        return 'is not plain ASCII';
    return (0,zip_paths/* pathProblem */.z9)(path) ?? (ROOTS.test(path) ? undefined : 'is outside psycopg2/ and its dist-info');
}
function refused(path, problem) {
    return new errors/* BuildError */.zS(`${JSON.stringify(path)} cannot go into the zip: the path ${problem}`, 'The zip holds psycopg2/ and its dist-info only: look at what the build put beside them.');
}
/** The deflated bytes, or the very same bytes where deflating gains nothing. */
function pack(data) {
    const packed = data.length === 0 ? data : deflate(data);
    return packed.length < data.length ? packed : data;
}
/** The 26 bytes that an entry's two headers share, from "version needed" to "extra field length". */
function sharedFields(method, data, packed, name) {
    return fields([VERSION, 2], [NO_FLAGS, 2], [method, 2], [zip_format/* TIME */.E9, 2], [zip_format/* DATE */.vH, 2], [(0,zip_format/* crc32 */.QR)(data), 4], [packed.length, 4], [data.length, 4], [name.length, 2], [0, 2]);
}
function centralHeader(shared, mode, offset) {
    // The low half of the attributes is MS-DOS's, of which 0x10 says "directory" to Windows.
    const attributes = [
        [mode === zip_format/* DIRECTORY */.Md ? 0x10 : 0, 2],
        [mode, 2],
    ];
    return [
        fields([zip_format/* CENTRAL */.w8, 4], [(zip_format/* UNIX */.px << 8) | VERSION, 2]),
        shared,
        fields([0, 6], ...attributes, [offset, 4]),
    ];
}
function endOfCentralDirectory(count, size, offset) {
    return fields([zip_format/* END */.Kp, 4], [0, 4], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
}
/** Numbers one after the other, each from its lowest byte on. */
function fields(...all) {
    const bytes = Buffer.alloc(all.reduce((sum, [, size]) => sum + size, 0));
    let at = 0;
    for (const [value, size] of all)
        at = bytes.writeUIntLE(value, at, size);
    return bytes;
}

// EXTERNAL MODULE: ./build/verify/audit-stage.js
var audit_stage = __webpack_require__(79308);
// EXTERNAL MODULE: ./build/verify/record.js
var verify_record = __webpack_require__(24895);
// EXTERNAL MODULE: ./build/machine/scratch.js
var scratch = __webpack_require__(95212);
// EXTERNAL MODULE: ./build/cache/file-list.js
var file_list = __webpack_require__(81132);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
;// CONCATENATED MODULE: ./build/cache/parcel.js





/*
 * A directory as one sequence of bytes: a line of JSON that lists path, SHA-256 and size of every file, then the
 * files' bytes in that order. It can hold nothing but files, so whoever made it cannot place links or modes, and
 * everything is checked before anything is written. An archive that tar unpacks has none of these properties.
 */
const listSchema = schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP(), schemas/* string */.YjP(), schemas/* number */.aig().int().nonnegative()])).nonempty();
/** Puts a directory's files into a parcel. @throws {Error} for a link, and for what cannot be read */
async function parcel_pack(directory) {
    const list = [];
    const contents = [];
    for (const [path, sum] of await (0,file_list/* listFiles */.CS)(directory)) {
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(directory, path));
        list.push([path, sum, bytes.length]);
        contents.push(bytes);
    }
    return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...contents]);
}
/**
 * The files of a parcel.
 *
 * @throws {Error} that names what is wrong: cut short, changed, too long, a path that is not one below a directory
 */
function parcel_open(parcel) {
    const end = parcel.indexOf('\n'.charCodeAt(0));
    const files = [];
    let offset = end + 1;
    for (const [path, sum, size] of parseList(Buffer.from(parcel.subarray(0, Math.max(end, 0))).toString())) {
        const before = files.at(-1)?.path;
        if (!isBelow(path))
            throw new Error(`${JSON.stringify(path)} is not the path of a file in it`);
        if (before !== undefined && before >= path)
            throw new Error(`${path} is out of order`);
        const bytes = parcel.subarray(offset, offset + size);
        if (bytes.length < size)
            throw new Error(`${path} is cut short or missing`);
        if ((0,checksums/* sha256 */.sc)(bytes) !== sum)
            throw new Error(`${path} was changed`);
        files.push({ path, sha256: sum, bytes });
        offset += size;
    }
    if (offset < parcel.length)
        throw new Error(`${parcel.length - offset} bytes were added`);
    return files;
}
/** What `listFiles` will say of the directory that the files are written to. */
function fileListOf(files) {
    return files.map(({ path, sha256 }) => [path, sha256]);
}
/** Writes the files into a new directory. @throws {Error} when one is where another needs a directory */
async function unpack(files, directory) {
    for (const { path, bytes } of files) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(directory, path)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, path), bytes, { flag: 'wx' });
    }
}
function parseList(text) {
    try {
        return listSchema.parse(JSON.parse(text));
    }
    catch {
        throw new Error('its list of files cannot be read');
    }
}
function isBelow(path) {
    const steps = path.split('/');
    return path !== file_list/* FILE_LIST */.eW && !/[\\\0]/.test(path) && steps.every((step) => !['', '.', '..'].includes(step));
}

// EXTERNAL MODULE: ./node_modules/@actions/tool-cache/lib/tool-cache.js + 2 modules
var tool_cache = __webpack_require__(59805);
;// CONCATENATED MODULE: ./build/cache/tool-cache.js





/** Of how an entry is laid out: entries of an older layout are not found, and compiled anew without a word. */
const tool_cache_VERSION = '2.0.0';
/**
 * Keeps compiled dependencies in the runner's tool cache under their key, with the sums of their files. What is kept
 * is for later runs: another job on this machine may be replacing it at any time. Never throws: a failure costs the next
 * run time, and nothing else.
 */
async function keepInToolCache(origin, directory, { key, architecture, log }) {
    try {
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, file_list/* FILE_LIST */.eW), (0,file_list/* textOf */.b6)(await (0,file_list/* listFiles */.CS)(directory)));
        await (0,tool_cache/* cacheDir */.e8)(directory, toolName(origin, key), tool_cache_VERSION, architecture);
    }
    catch (error) {
        log.warning(`The compiled OpenSSL and libpq could not be kept for the next run: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
/**
 * What was kept under a key, if every file of it is as it was and its content is accepted; what is not is reported
 * and not used.
 */
async function findInToolCache(origin, { key, architecture, accepted, log }) {
    const directory = (0,tool_cache/* find */.I6)(toolName(origin, key), tool_cache_VERSION, architecture);
    if (directory === '')
        return undefined;
    const kept = `The OpenSSL and libpq kept in ${directory}`;
    try {
        const expected = (0,file_list/* parseFileList */.i$)(await (0,promises_.readFile)((0,external_node_path_.join)(directory, file_list/* FILE_LIST */.eW), 'utf8'));
        const actual = await (0,file_list/* listFiles */.CS)(directory);
        const found = { directory, contentHash: (0,file_list/* contentHash */.Ae)(actual) };
        const [difference, ...more] = (0,file_list/* differences */.tX)(expected, actual);
        if (difference !== undefined) {
            const all = more.length === 0 ? difference : `${difference}, and ${more.length} more`;
            log.warning(`${kept} have been changed since (${all}); compiling anew`);
        }
        else if (!(0,file_list/* isAccepted */.oB)(found.contentHash, accepted)) {
            log.warning(`${kept} are not used; compiling anew: ${(0,file_list/* notListed */.NL)(found.contentHash)}`);
        }
        else
            return found;
    }
    catch (error) {
        log.warning(`${kept} cannot be read; compiling anew: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return undefined;
}
// The tool cache finds directories by tool, version and architecture; the key is part of the tool's name, because
// only exact versions are found without a search. `shared-` marks what another job compiled.
function toolName(origin, key) {
    return `psycopg2-lambda-${origin === 'here' ? '' : 'shared-'}dependencies-${key.slice(0, 32)}`;
}

;// CONCATENATED MODULE: ./build/cache/dependencies-cache.js





/**
 * What was compiled for a key: what this machine compiled, else what it once took from GitHub's cache, else what is
 * there now. Every byte is checked. Undefined when there is nothing, or nothing that can be used; the log says why.
 * Never throws: the other way is to compile.
 */
async function findDependencies(request) {
    const own = await findInToolCache('here', request);
    const { githubCache, forRelease, accepted, log } = request;
    if (own !== undefined || githubCache === undefined)
        return own;
    if (forRelease && accepted.length === 0) {
        log.info("For a release, nothing is taken from GitHub's cache unless dependencies-sha256 lists its content hash");
        return undefined;
    }
    const kept = await findInToolCache('elsewhere', request);
    if (kept !== undefined)
        return kept;
    const fetched = await fetchFrom(githubCache, request);
    if (fetched !== undefined)
        await keepInToolCache('elsewhere', fetched.directory, request);
    return fetched;
}
/** Keeps what was compiled here, for later runs and other jobs. Never throws: a failure costs them time, and nothing else. */
async function keepDependencies(compiled, request) {
    const { githubCache, key, log } = request;
    try {
        if (await githubCache?.save(key, compiled.contentHash, await parcel_pack(compiled.directory))) {
            log.info(`The compiled OpenSSL and libpq are in GitHub's cache, with the content hash ${compiled.contentHash}`);
        }
    }
    catch (error) {
        log.warning(`The compiled OpenSSL and libpq could not be shared with other jobs: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    await keepInToolCache('here', compiled.directory, request);
}
async function fetchFrom(cache, { key, accepted, runId, log }) {
    try {
        const parcel = await cache.restore(key, accepted);
        if (parcel === undefined)
            return undefined;
        const files = parcel_open(parcel);
        const content = (0,file_list/* contentHash */.Ae)(fileListOf(files));
        if (!(0,file_list/* isAccepted */.oB)(content, accepted))
            throw new Error((0,file_list/* notListed */.NL)(content));
        const directory = await (0,scratch/* makeScratch */.lP)(runId, 'dependencies');
        await unpack(files, directory);
        return { directory, contentHash: content };
    }
    catch (error) {
        log.warning(`The OpenSSL and libpq in GitHub's cache are not used; compiling anew: ${(0,errors/* messageOf */.bD)(error)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/machine/scripts.js
var scripts = __webpack_require__(90630);
;// CONCATENATED MODULE: ./build/cache/key.js


/**
 * What identifies a compiled OpenSSL and libpq: everything that shapes the bytes. The fingerprint stands for the
 * compiler: the pinned one's files, whichever machine it runs on, or what `fingerprint.sh` prints first: an image's
 * compiler, assembler, linker and system headers byte for byte, so that images which differ in other things only (each
 * Python has an image of its own) share one result.
 *
 * @param fingerprint of a workshop
 * @returns SHA-256 in lower-case hex
 */
async function dependencyKey(fingerprint, plan) {
    const parts = {
        fingerprint,
        architecture: plan.architecture,
        openssl: identityOf(plan.openssl),
        postgresql: identityOf(plan.postgresql),
        scripts: await (0,scripts/* hashScripts */.Z)('environment.sh', 'hardening.sh', 'dependencies.sh', 'toolchain.sh', 'sysroot.sh', 'openssl.sh', 'openssl-edits.sh', 'libpq.sh', 'libpq-edits.sh', 'replace.sh'),
    };
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/** Which of its files is compiled makes no difference, so it makes none to what may be reused. */
function identityOf({ version, files }) {
    return [version, ...files.map(({ sha256 }) => sha256)];
}

// EXTERNAL MODULE: ./build/recipe/script.js
var recipe_script = __webpack_require__(24560);
;// CONCATENATED MODULE: ./build/recipe/dependencies.js






/** The dependencies of the workshop's plan; the first Python of a run that needs them provides them, the others wait. */
async function dependenciesFor(workshop, setup) {
    const { plan, log } = workshop;
    const key = await dependencyKey(workshop.fingerprint, plan);
    const known = setup.provided.get(key);
    if (known !== undefined) {
        log.info('OpenSSL and libpq come from another Python of this run');
        return known;
    }
    const title = `OpenSSL ${plan.openssl.version} and libpq ${plan.postgresql.version}`;
    const providing = log.group(title, async () => {
        const provided = await provide(workshop, key, setup);
        if (provided.cached)
            log.info(`Compiled by an earlier run: ${provided.directory}`);
        return provided;
    });
    setup.provided.set(key, providing);
    return providing;
}
/** From a cache, or compiled in the workshop and then kept. */
async function provide(workshop, key, setup) {
    const { plan, runId, log } = workshop;
    const { cache, dependenciesSha256: accepted } = setup.request;
    const { githubCache, forRelease } = setup;
    const { architecture } = plan;
    const cached = { key, architecture, accepted, githubCache, forRelease, runId, log };
    const found = cache ? await findDependencies(cached) : undefined;
    if (found !== undefined)
        return { ...found, cached: true };
    const directory = await (0,scratch/* makeScratch */.lP)(runId, 'dependencies');
    await compile(workshop, setup, directory);
    const compiled = { directory, contentHash: (0,file_list/* contentHash */.Ae)(await (0,file_list/* listFiles */.CS)(directory)) };
    warnIfNotListed(compiled.contentHash, accepted, log);
    if (cache)
        await keepDependencies(compiled, cached);
    return { ...compiled, cached: false };
}
// Not an error: this machine's own compiler made it, from checked sources, as it would have without the list.
function warnIfNotListed(content, accepted, log) {
    if ((0,file_list/* isAccepted */.oB)(content, accepted))
        return;
    log.warning(`OpenSSL and libpq were compiled, but ${(0,file_list/* notListed */.NL)(content)}: the compiler or image here differs from the one ` +
        'that the list comes from. Make the list with the same versions, toolchain and architecture, or add this hash to it');
}
async function compile(workshop, { tarballs }, directory) {
    const { sandbox, workDir, plan, log } = workshop;
    const [openssl, postgresql] = await tarballs.fetch([plan.openssl, plan.postgresql], (0,report_log/* ungrouped */.gP)(log));
    const env = {
        ...workshop.env,
        OPENSSL_TARBALL: await sandbox.copyIn(openssl.path, 'openssl.tarball'),
        OPENSSL_ROOT: openssl.file.root,
        POSTGRESQL_TARBALL: await sandbox.copyIn(postgresql.path, 'postgresql.tarball'),
        POSTGRESQL_ROOT: postgresql.file.root,
        ARCHITECTURE: plan.architecture,
        WORK_DIR: workDir,
        DEPS_DIR: `${workDir}/dependencies`,
    };
    await makeReadable(workshop);
    await (0,recipe_script/* runScript */.j3)(sandbox, { name: 'dependencies.sh', env, log });
    await sandbox.copyOut('work/dependencies', directory);
}
/** Files keep our umask's mode on their way in; the compiler's user must be able to read them. */
async function makeReadable({ sandbox }) {
    const argv = ['/bin/sh', '-c', 'find "$0" -path "$0/work" -prune -o -exec chmod a+rX {} +', sandbox.root];
    await sandbox.execute({ argv, root: true });
}

// EXTERNAL MODULE: ./build/catalog/architecture.js
var catalog_architecture = __webpack_require__(28165);
// EXTERNAL MODULE: ./build/machine/interpreters.js + 1 modules
var interpreters = __webpack_require__(60539);
// EXTERNAL MODULE: ./build/sandbox/container.js
var sandbox_container = __webpack_require__(34971);
// EXTERNAL MODULE: ./build/sandbox/find-python.js
var find_python = __webpack_require__(97320);
// EXTERNAL MODULE: ./build/sandbox/images.js
var sandbox_images = __webpack_require__(62724);
;// CONCATENATED MODULE: ./build/recipe/find-headers.js











/**
 * The interpreter of a workshop's plan. Compiling needs no privileges, but where only root can run Python, everything
 * is run as root from now on.
 *
 * @throws {BuildError} when there is none, or one that nothing can be built with: another version, free-threaded,
 *   without headers
 */
async function findPython({ sandbox, plan, log }) {
    if (!(sandbox instanceof sandbox_container/* Container */.mc))
        return (0,interpreters/* findPythonHere */.ij)(plan.python);
    const { name } = sandbox.image;
    const python = await (0,find_python/* findPythonInside */.k)(sandbox, { ...plan, buildImage: name }, 'build-image');
    const look = () => sandbox.execute({ argv: [python, '-c', LOOK, plan.python] });
    let seen = await look();
    if (seen.exitCode !== 0 && seen.exitCode !== UNFIT) {
        sandbox.becomeRoot();
        seen = await look();
        if (seen.exitCode === 0)
            log.notice(`In ${name} only root can run ${python}: compiling as root`);
    }
    if (seen.exitCode === 0)
        return python;
    const why = (0,machine_process/* tail */.RT)(seen, 1).join('');
    throw new errors/* BuildError */.zS(`build-image: Python ${plan.python} of ${name} ${seen.exitCode === UNFIT ? why : `does not run: ${why}`}`, 'Use the default image, or one whose Python was installed with its headers.');
}
const UNFIT = 4;
const LOOK = `import os, sys, sysconfig
version = "%d.%d" % sys.version_info[:2]
path = os.path.join(sysconfig.get_path("include"), "Python.h")
problem = (
    "is Python " + version if version != sys.argv[1]
    else "is free-threaded, as no Python of Lambda is" if sysconfig.get_config_var("Py_GIL_DISABLED")
    else "has no headers: %s does not exist" % path if not os.path.exists(path)
    else None
)
if problem:
    print(problem)
    sys.exit(${UNFIT})`;
/**
 * The headers of a plan's Python for the plan's own architecture, inside its workshop; undefined where they are those of
 * the interpreter. They are taken out of the build image of that architecture, of which nothing is run. On this machine
 * itself there are none but the interpreter's: see psycopg2.sh.
 *
 * @throws {BuildError} when the image has none where Lambda's have them, or Debian's
 */
async function targetHeaders({ sandbox, plan, runId, log }) {
    if (!(sandbox instanceof sandbox_container/* Container */.mc) || sandbox.architecture === plan.architecture)
        return undefined;
    const { engine } = sandbox;
    const { architecture, buildImage: name, runtime, python } = plan;
    const image = await (0,sandbox_images/* ensureImage */.Yt)({ engine, name, architecture, input: 'build-image', log });
    const local = await (0,scratch/* makeScratch */.lP)(runId, 'headers');
    const headers = `python${python}`;
    const debian = `${catalog_architecture/* MACHINES */.PY[architecture]}-linux-gnu`;
    const places = [
        [`${runtime.prefix}/include/${headers}`],
        [`/usr/include/${headers}`, `/usr/include/${debian}/${headers}`],
    ];
    for (const paths of places) {
        const wanted = paths.map((path) => ({ path, local: (0,external_node_path_.join)(local, path.slice(path.indexOf('/include/'))) }));
        await (0,sandbox_container/* copyFromImage */.n1)({ engine, image, architecture, runId }, wanted);
        if (!wanted.every((one) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(one.local, 'pyconfig.h'))))
            continue;
        await assertHeaders((0,external_node_path_.join)(local, 'include', headers), python, name);
        return `${await sandbox.copyIn((0,external_node_path_.join)(local, 'include'), 'headers')}/${headers}`;
    }
    throw new errors/* BuildError */.zS(`build-image: ${name} has no headers of Python ${python} in ${runtime.prefix}/include or /usr/include`, 'Use the default image, or one whose Python was installed with its headers there.');
}
/** @throws {BuildError} when they are not those of a CPython of that version, or of a free-threaded one */
async function assertHeaders(directory, python, image) {
    const read = (name) => (0,promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8').catch(() => '');
    const text = (await read('patchlevel.h')) + (await read('pyconfig.h'));
    const [major, minor] = ['MAJOR', 'MINOR'].map((part) => new RegExp(`PY_${part}_VERSION\\s+(\\d+)`).exec(text)?.[1]);
    const freeThreaded = /^#define Py_GIL_DISABLED 1/m.test(text);
    if (`${major}.${minor}` === python && !freeThreaded)
        return;
    throw new errors/* BuildError */.zS(`build-image: the headers of Python ${python} in ${image} are ` +
        (freeThreaded ? 'of a free-threaded one, as no Python of Lambda is' : `of Python ${major}.${minor}`), 'Use the default image, or one that is made for that Python.');
}

// EXTERNAL MODULE: ./build/package/unzip.js
var unzip = __webpack_require__(65057);
;// CONCATENATED MODULE: ./build/package/layer.js



/**
 * The zip's tree as a Lambda layer: below `python/`, which AWS puts on the path of every Python.
 *
 * @throws {BuildError} for bytes that are no zip of ours
 */
function layerOf(zip) {
    return writeZip(below('python', zip));
}
/**
 * The trees of several Pythons as one layer, each below `python/lib/pythonX.Y/site-packages`, which only that Python has on
 * its path: the packages differ in their dist-info, at times in their modules.
 *
 * @throws {BuildError} for bytes that are no zip of ours, a Python that is there twice, and a layer of over 64 MiB unpacked
 */
function sharedLayerOf(parts) {
    const pythons = parts.map(({ python }) => python);
    try {
        return writeZip(parts.flatMap(({ python, zip }) => [...below(`python/lib/python${python}/site-packages`, zip)]));
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS))
            throw error;
        throw new errors/* BuildError */.zS(`one layer for Python ${pythons.join(', ')} cannot be made: ${error.message}`, `Name fewer Pythons in a call, or leave combine-layers out: each then has a layer of its own. ${error.hint}`);
    }
}
function* below(directory, zip) {
    for (const entry of (0,unzip/* readZip */.ue)(zip)) {
        if (!entry.directory)
            yield [`${directory}/${entry.path}`, entry.data];
    }
}

;// CONCATENATED MODULE: ./build/recipe/forms.js






/**
 * Writes the forms that one zip gives by itself, each with its sums beside it.
 *
 * @throws {BuildError} when the directory cannot be written, or the disk is full
 */
async function writeForms(zip, request) {
    const { plan, name, bytes, glibc } = zip;
    const { formats, combineLayers, buildNumber, outputDir } = request;
    const forms = {};
    if (formats.includes('wheel')) {
        const { python, architecture, psycopg2 } = plan;
        const wheel = (0,package_names/* wheelName */.nK)({ python, architecture, glibc, psycopg2: psycopg2.version, buildNumber });
        forms.wheel = await writeArtefact(outputDir, { name: wheel, bytes, sha256: zip.sha256 });
    }
    if (formats.includes('layer') && !combineLayers) {
        const layer = layerOf(bytes);
        forms.layer = await writeArtefact(outputDir, {
            ...{ name: (0,file_names/* layerName */.Hn)(name), bytes: layer, sha256: (0,checksums/* sha256 */.sc)(layer) },
        });
    }
    return forms;
}
/**
 * Where layers are combined, writes one for each psycopg2 and architecture from the zips that were made.
 *
 * @returns the same, each with its layer
 * @throws {BuildError} for a layer that is too large, or cannot be written
 */
async function shareLayers(built, request) {
    if (!request.combineLayers || !request.formats.includes('layer'))
        return [...built];
    const layers = new Map();
    for (const name of new Set(built.map(layerFor))) {
        const parts = await Promise.all(built
            .filter((one) => layerFor(one) === name)
            .map(async ({ plan, artefact }) => ({ python: plan.python, zip: await (0,promises_.readFile)(artefact.path) })));
        const bytes = sharedLayerOf(parts);
        layers.set(name, await writeArtefact(request.outputDir, { name, bytes, sha256: (0,checksums/* sha256 */.sc)(bytes) }));
    }
    return built.map((one) => ({ ...one, layer: layers.get(layerFor(one)) }));
}
function layerFor({ plan: { psycopg2, architecture } }) {
    return (0,file_names/* sharedLayerName */.OH)({ psycopg2: psycopg2.version, architecture });
}

;// CONCATENATED MODULE: ./build/recipe/psycopg2.js





/**
 * Compiles psycopg2 for a workshop's Python and brings the package out.
 */
async function compilePsycopg2(workshop, materials) {
    const { sandbox, workDir, plan, runId, log } = workshop;
    const { python, headers, tarball, dependencies } = materials;
    const inside = await sandbox.copyIn(tarball, `psycopg2-${plan.psycopg2.version}.tar.gz`);
    const deps = await sandbox.copyIn(dependencies, 'dependencies');
    await makeReadable(workshop);
    const out = `out-${plan.python}`;
    const env = {
        ...workshop.env,
        PSYCOPG2_TARBALL: inside,
        PSYCOPG2_VERSION: plan.psycopg2.version,
        PYTHON: python,
        PYTHON_VERSION: plan.python,
        ARCHITECTURE: plan.architecture,
        ...(headers === undefined ? {} : { PYTHON_INCLUDE: headers }),
        WORK_DIR: workDir,
        DEPS_DIR: deps,
        OUT_DIR: `${workDir}/${out}`,
    };
    await (0,recipe_script/* runScript */.j3)(sandbox, { name: 'psycopg2.sh', env, log });
    const local = await (0,scratch/* makeScratch */.lP)(runId, 'out');
    await sandbox.copyOut(`work/${out}`, local);
    return collect(plan, local, dependencies);
}
async function collect(plan, out, dependencies) {
    const read = (...path) => (0,promises_.readFile)((0,external_node_path_.join)(...path));
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(out, 'psycopg2'), { recursive: true, withFileTypes: true });
    const files = new Map();
    for (const entry of names.filter((name) => name.isFile())) {
        const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
        files.set(path.slice(out.length + 1), await read(path));
    }
    const module = [...files].find(([path]) => path.endsWith('.so'));
    if (module === undefined)
        throw new Error('psycopg2.sh succeeded without making a shared object');
    const infos = await Promise.all([
        read(dependencies, 'openssl', 'build-info'),
        read(dependencies, 'libpq', 'build-info'),
        read(out, 'build-info'),
    ]);
    const { python, architecture, psycopg2, postgresql, openssl, toolchain } = plan;
    return {
        contents: {
            ...{ python, architecture, psycopg2, postgresql, openssl, toolchain, files },
            licenses: {
                psycopg2: await read(out, 'LICENSE'),
                lgpl: await read(out, 'COPYING.LESSER'),
                postgresql: await read(dependencies, 'libpq', 'COPYRIGHT'),
                openssl: await read(dependencies, 'openssl', 'LICENSE.txt'),
            },
            buildInfo: parseBuildInfo(infos.map(String).join('')),
        },
        module: { path: module[0], bytes: module[1] },
    };
}
/** What the scripts say of themselves, as `key=value` lines; `flags` and `edit` may come more than once. */
function parseBuildInfo(text) {
    const values = (key) => text
        .split('\n')
        .filter((line) => line.startsWith(`${key}=`))
        .map((line) => line.slice(key.length + 1));
    return { compiler: values('compiler').join('; '), flags: values('flags'), edits: values('edit') };
}

// EXTERNAL MODULE: ./build/sandbox/host.js
var host = __webpack_require__(58896);
// EXTERNAL MODULE: ./build/sandbox/under-way.js
var under_way = __webpack_require__(35040);
// EXTERNAL MODULE: ./build/sources/tarball-names.js
var tarball_names = __webpack_require__(5838);
// EXTERNAL MODULE: ./build/recipe/choose-engine.js
var choose_engine = __webpack_require__(47137);
// EXTERNAL MODULE: ./build/recipe/toolchains.js + 1 modules
var recipe_toolchains = __webpack_require__(36116);
;// CONCATENATED MODULE: ./build/recipe/workshop.js












/** The proxies' names, which the package manager gets to see where tools are installed; nothing else does. */
const PROXIES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'];
/**
 * Opens the place where a plan is compiled. Missing tools are installed in a container that has a network, whose
 * result is kept as a local image; compiling happens in one that has none. This machine is never changed.
 *
 * @throws {BuildError} when tools are missing and cannot be installed
 */
async function openWorkshop(wanted) {
    const { engine, plan, runId, log } = wanted;
    const { sandbox, directory } = await (engine === 'none'
        ? openHost(wanted)
        : openContainer({ ...wanted, engine }));
    const where = sandbox instanceof sandbox_container/* Container */.mc
        ? { image: sandbox.image.name, id: sandbox.image.id }
        : { machine: 'this machine' };
    const workDir = `${sandbox.root}/work`;
    const opened = { plan, runId, log, sandbox, workDir, where };
    return orRemove(sandbox, async () => ({ ...opened, ...(await compilerOf(opened, directory)) }));
}
/** The compiler's commands, and what it is. @param directory where the pinned one lies inside, if it is used */
async function compilerOf({ sandbox, workDir, plan, log }, directory) {
    const { toolchain, architecture } = plan;
    if (toolchain === undefined || directory === undefined) {
        const { stdout } = await (0,recipe_script/* runScript */.j3)(sandbox, { name: 'fingerprint.sh', env: {}, log, onLine: log.debug });
        const [fingerprint = '', ...people] = stdout.trim().split('\n');
        return { env: {}, fingerprint, toolchain: people.join(' ') };
    }
    const env = { TOOLCHAIN_DIR: directory, TOOLCHAIN_BIN: `${workDir}/bin` };
    const script = {
        name: 'toolchain.sh',
        env: { ...env, ARCHITECTURE: architecture, BIN_DIR: env.TOOLCHAIN_BIN },
    };
    await (0,recipe_script/* runScript */.j3)(sandbox, { ...script, log, onLine: log.debug });
    return {
        env,
        // Every file of the row: the compiler of each host gives the same bytes.
        fingerprint: [toolchain.project, toolchain.version, ...toolchain.files.map(({ sha256 }) => sha256)].join(' '),
        toolchain: `${(0,tarball_names/* titleOf */.Gg)(toolchain)}, glibc 2.17`,
    };
}
/** What the work gives; when it fails, the sandbox is removed. */
async function orRemove(sandbox, work) {
    try {
        return await work();
    }
    catch (error) {
        await sandbox.remove();
        throw error;
    }
}
async function openHost({ plan, toolchains, runId, log }) {
    const { toolchain } = plan;
    // Beside what follows: of a compiler that stands there, every file is compared with its sum.
    const providing = toolchain && toolchains.provide(toolchain, (0,recipe_toolchains/* hostOf */.w)(plan, 'none'), log);
    // Awaited below; until then a failure is not an unhandled one.
    providing?.catch(() => undefined);
    const sandbox = await host/* HostSandbox */.y.start(runId);
    return orRemove(sandbox, async () => {
        await prepare(sandbox);
        const check = await (0,recipe_script/* tryScript */.P1)(sandbox, tools('check', plan, log));
        if (check.exitCode === MISSING) {
            throw new errors/* BuildError */.zS(`This machine lacks what the build needs: ${(0,machine_process/* tail */.RT)(check, TAIL_OF_CHECK).join(', ')}`, `Install it: on Debian and Ubuntu \`apt-get install ${PACKAGES[(0,catalog_toolchain/* choiceOf */.FH)(plan)]}\`, on Amazon Linux ` +
                `\`TOOLS=install TOOLCHAIN=${(0,catalog_toolchain/* choiceOf */.FH)(plan)} scripts/tools.sh\` as root installs just that; or use a ` +
                'container engine.');
        }
        if (check.exitCode !== 0)
            throw (0,recipe_script/* scriptError */.mm)(sandbox, 'tools.sh', check);
        const provided = await providing;
        return provided === undefined ? { sandbox } : { sandbox, directory: provided.directory };
    });
}
const PACKAGES = {
    pinned: 'make perl bzip2',
    image: 'gcc make perl binutils bzip2',
};
const TAIL_OF_CHECK = 40;
/** What tools.sh ends with when installing packages may help. */
const MISSING = 3;
function tools(what, plan, log) {
    const env = { TOOLS: what, TOOLCHAIN: (0,catalog_toolchain/* choiceOf */.FH)(plan), ARCHITECTURE: plan.architecture };
    return { name: 'tools.sh', env, log };
}
async function openContainer(wanted) {
    const { engine, plan, toolchains, runId, log } = wanted;
    const { toolchain } = plan;
    const host = (0,recipe_toolchains/* hostOf */.w)(plan, engine);
    const name = (0,choose_engine/* buildImageOn */.h6)(host, plan);
    const image = await (0,sandbox_images/* ensureImage */.Yt)({ engine, name, architecture: host, input: 'build-image', log });
    const mounted = toolchain && (await toolchains.mount(toolchain, host, { engine, image, runId, log }));
    const start = (of) => sandbox_container/* Container */.mc.start({
        ...{ engine, image: of, architecture: host, runId },
        volumes: mounted === undefined ? [] : [mounted.volume],
    });
    const opened = (sandbox) => mounted === undefined ? { sandbox } : { sandbox, directory: mounted.directory };
    const imageName = `psycopg2-lambda-tools:${await tagFor(image, plan)}`;
    const ready = (await (0,sandbox_images/* findImage */.F1)(engine, imageName)) ?? image;
    const container = await start(ready);
    const complete = await orRemove(container, async () => {
        await prepare(container);
        const check = await (0,recipe_script/* tryScript */.P1)(container, tools('check', plan, log));
        if (check.exitCode !== 0 && check.exitCode !== MISSING)
            throw (0,recipe_script/* scriptError */.mm)(container, 'tools.sh', check);
        return check.exitCode === 0;
    });
    if (complete)
        return opened(container);
    await container.remove();
    const completed = await installing.join(imageName, () => installTools(image, imageName, wanted));
    const again = await start(completed);
    return orRemove(again, async () => {
        await prepare(again);
        return opened(again);
    });
}
async function tagFor(image, plan) {
    const id = image.id.replace(/^sha256:/, '').slice(0, 16);
    return `${id}-${(0,catalog_toolchain/* choiceOf */.FH)(plan)}-${(await (0,scripts/* hashScripts */.Z)('tools.sh')).slice(0, 16)}`;
}
/** Tools being installed, by what the image with them is kept as: several Pythons may be for one image. */
const installing = new under_way/* UnderWay */.o();
async function installTools(image, imageName, { engine, plan, runId, log }) {
    log.info(`${image.name} lacks tools; installing them in a container with a network`);
    const architecture = (0,recipe_toolchains/* hostOf */.w)(plan, engine);
    const confinement = { network: 'default', confined: false };
    const container = await sandbox_container/* Container */.mc.start({ engine, image, architecture, runId, ...confinement });
    try {
        await prepare(container);
        const passEnv = PROXIES.filter((name) => process.env[name] !== undefined);
        await (0,recipe_script/* runScript */.j3)(container, { ...tools('install', plan, log), root: true, passEnv });
        await container.commit(imageName);
    }
    finally {
        await container.remove();
    }
    const completed = await (0,sandbox_images/* findImage */.F1)(engine, imageName);
    if (completed === undefined)
        throw new Error(`${engine} has just committed ${imageName} but does not know it`);
    return { name: image.name, id: completed.id };
}
/** Puts the scripts inside, readable by everyone whatever our own umask was, and makes the scratch directory. */
async function prepare(sandbox) {
    await sandbox.copyIn(scripts/* SCRIPTS */.d, 'scripts');
    const outcome = await sandbox.execute({
        argv: ['/bin/sh', '-c', 'chmod -R a+rX "$0" && mkdir -p "$0/work" && chmod 1777 "$0/work"', sandbox.root],
        root: true,
    });
    if (outcome.exitCode !== 0)
        throw (0,recipe_script/* scriptError */.mm)(sandbox, 'prepare', outcome);
}

;// CONCATENATED MODULE: ./build/recipe/build-one.js




















/** Builds one plan, from its container to its files. @throws {BuildError} */
async function buildOne(setup, plan, log) {
    const { engine, request, runId, tarballs, toolchains } = setup;
    const started = performance.now();
    warnIfDeprecated(plan, log);
    const title = `Python ${plan.python} ${plan.architecture}`;
    const workshop = await log.group(`${title}: prepare`, () => openWorkshop({ engine, plan, toolchains, runId, log }));
    try {
        log.info(`Compiling: ${workshop.sandbox.title}, ${workshop.toolchain}`);
        // Before minutes are spent: an image without Python fails here.
        const python = await findPython(workshop);
        const headers = await targetHeaders(workshop);
        const dependencies = await dependenciesFor(workshop, setup);
        const [tarball] = await tarballs.fetch([plan.psycopg2], log);
        const compiled = await log.group(`${title}: psycopg2 ${plan.psycopg2.version}`, () => compilePsycopg2(workshop, {
            ...{ python, headers, tarball: tarball.path, dependencies: dependencies.directory },
        }));
        const audit = auditModule(plan, compiled.module, workshop.workDir, log);
        const name = (0,file_names/* zipName */.XA)({ ...plan, psycopg2: plan.psycopg2.version });
        const glibc = (0,package_names/* taggedGlibc */.CZ)(audit.highestGlibc);
        const zip = packZip({ ...compiled.contents, glibc, buildNumber: request.buildNumber });
        const { verify } = request;
        const tryIt = () => setup.verifier.verify(plan, zip, log);
        const tried = verify === 'none' ? await tryIt() : await log.group(`${title}: ${verify} check`, tryIt);
        const stages = [(0,audit_stage/* auditStage */.y)(audit, plan.base.glibc, workshop.where), ...tried.stages];
        const facts = { name, size: zip.length, sha256: (0,checksums/* sha256 */.sc)(zip) };
        const { where, toolchain } = workshop;
        const built = { ...where, toolchain };
        const needs = { glibc: audit.highestGlibc };
        const record = (0,verify_record/* recordOf */.zv)({ of: plan, zip: facts, ...needs, built, verify, ...tried, stages });
        const text = await fullerRecord((0,external_node_path_.join)(request.outputDir, (0,file_names/* recordName */.xD)(name)), (0,verify_record/* recordText */.Pe)(record), facts, log);
        const companions = new Map([[(0,file_names/* recordName */.xD)(name), text]]);
        const artefact = await writeArtefact(request.outputDir, { ...facts, bytes: zip }, companions);
        const forms = await writeForms({ plan, ...facts, bytes: zip, glibc }, request);
        const seconds = (performance.now() - started) / 1000;
        const { cached: cacheHit, contentHash: dependenciesSha256 } = dependencies;
        const checked = { audit, stages, verify };
        return { plan, artefact, ...forms, ...checked, toolchain, cacheHit, dependenciesSha256, seconds };
    }
    finally {
        await workshop.sandbox.remove();
    }
}
/** The text of the record that is there, where it is of the same bytes and says of more stages that they ran; else this one. */
async function fullerRecord(path, text, zip, log) {
    const earlier = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    if (!(0,zip_record/* isBetter */.L)(earlier, text, zip.sha256))
        return text;
    log.notice(`${path} stays: it is of the same bytes, and says of more stages that they ran`);
    return earlier;
}
/** The zip's bytes, read back and checked: what a reader would trip over is found here. */
function packZip(contents) {
    const zip = writeZip(packageTree(contents));
    const { python } = contents;
    const problems = (0,lint/* lintZip */.R)(zip, { ...contents, psycopg2: contents.psycopg2.version }).map(({ message }) => message);
    if (problems.length === 0)
        return zip;
    throw new errors/* BuildError */.zS(`The zip for Python ${python} is not as it should be: ${problems.join('; ')}`, 'No zip was written. Check what the scripts made of the package; with the scripts as released, this is a defect.');
}
function auditModule(plan, module, work, log) {
    const report = (0,audit/* auditSharedObject */.EO)(module.bytes, {
        ...(0,audit_target/* auditTarget */.p)(plan, module.path),
        openssl: plan.openssl.version,
        hardened: plan.toolchain !== undefined,
        forbiddenPaths: [work],
    });
    if (!report.passed)
        throw (0,audit/* auditFailure */.OP)(report, module.path);
    log.info(`Audit passed: ${report.checked.length} rules; highest GLIBC ${report.highestGlibc ?? 'none'} of at most ${plan.base.glibc}`);
    return report;
}
function warnIfDeprecated(plan, log) {
    const today = new Date().toISOString().slice(0, 10);
    const { deprecated, updateBlocked, preview } = plan.runtime;
    if (preview)
        log.warning(`Python ${plan.python} is a preview on AWS Lambda: it may still change under this zip`);
    if (deprecated === null || today < deprecated)
        return;
    const until = updateBlocked === null
        ? 'AWS has not said until when functions can be updated'
        : today < updateBlocked
            ? `functions can be updated until ${updateBlocked}`
            : `functions can no longer be updated since ${updateBlocked}`;
    log.warning(`Python ${plan.python} is deprecated on AWS Lambda since ${deprecated}; ${until}`);
}

// EXTERNAL MODULE: ./build/recipe/cleanup.js
var cleanup = __webpack_require__(87243);
;// CONCATENATED MODULE: ./build/recipe/image-pip.js



/**
 * Asks the pip of a plan's build image about itself, in a container without a network, once the engine is known; it has
 * no answer where there is no container.
 */
function imagePip(engine, { plan, runId, log }) {
    return async (...argv) => {
        const chosen = await engine;
        if (chosen === 'none')
            return undefined;
        const { architecture, buildImage } = plan;
        const image = await (0,sandbox_images/* ensureImage */.Yt)({
            engine: chosen,
            name: buildImage,
            architecture,
            input: 'build-image',
            log,
        });
        const container = await sandbox_container/* Container */.mc.start({ engine: chosen, image, architecture, runId });
        try {
            const python = await (0,find_python/* findPythonInside */.k)(container, plan, 'build-image');
            const command = [python, '-m', 'pip', '--disable-pip-version-check', ...argv];
            const outcome = await container.execute({ argv: command });
            return outcome.exitCode === 0 ? outcome.stdout : undefined;
        }
        finally {
            await container.remove();
        }
    };
}

;// CONCATENATED MODULE: ./build/recipe/tarballs.js
/** The tarballs of a run: each is obtained when it is first asked for, so that what a cache has is not fetched. */
class Tarballs {
    obtain;
    #asked = new Map();
    /** @param obtain gives the checked tarballs, or throws for the first that cannot be had */
    constructor(obtain) {
        this.obtain = obtain;
    }
    /** Obtains what nobody has asked for yet, and gives a tarball of each, in their order. */
    async fetch(sources, log) {
        const missing = [...new Set(sources)].filter((source) => !this.#asked.has(keyOf(source)));
        if (missing.length > 0) {
            const all = this.obtain(missing, log);
            for (const source of missing) {
                this.#asked.set(keyOf(source), all.then((obtained) => tarballOf(obtained, source)));
            }
        }
        const obtained = sources.map((source) => this.#asked.get(keyOf(source)));
        return (await Promise.all(obtained));
    }
}
function tarballOf(obtained, source) {
    const tarball = obtained.get(source);
    if (tarball === undefined)
        throw new Error(`${source.project} ${source.version} was not obtained`);
    return tarball;
}
/** Two rows with the same files are the same. */
function keyOf({ files }) {
    return files.map(({ sha256 }) => sha256).join(' ');
}

;// CONCATENATED MODULE: ./build/recipe/team.js
/** How often what is still under way is ended anew, in milliseconds: a container may just have been made. */
const PAUSE = 500;
/** How long ending is waited for after the first failure, in milliseconds: a pull, say, cannot be ended from here. */
const PATIENCE = 15_000;
/** Work that goes on side by side and stands or falls together. */
class Team {
    endWork;
    patience;
    #abort = new AbortController();
    #members = [];
    #deadline;
    /** @param endWork makes the members' work fail soon, whatever it is doing; called until all have ended */
    constructor(endWork, patience = PATIENCE) {
        this.endWork = endWork;
        this.patience = patience;
    }
    /** Aborted by the first failure, whose error is its reason. */
    get signal() {
        return this.#abort.signal;
    }
    /** Makes work part of the team: when it fails, all the others are ended, and their failures are only echoes. */
    add(work) {
        this.#members.push(work);
        work.catch((error) => this.#abort.abort(error));
        return work;
    }
    /**
     * Waits until every member has ended, also those that were added meanwhile.
     *
     * @throws the first failure, a while after it at the latest: who still works then, works for nobody
     */
    async finish() {
        for (const member of this.#members)
            await this.#ended(member);
        this.signal.throwIfAborted();
    }
    async #ended(member) {
        let ended = false;
        const settled = member.then(() => (ended = true), () => (ended = true));
        const aborted = new Promise((resolve) => this.signal.addEventListener('abort', resolve, { once: true }));
        if (!this.signal.aborted)
            await Promise.race([settled, aborted]);
        this.#deadline ??= this.signal.aborted ? performance.now() + this.patience : undefined;
        while (!ended && performance.now() < (this.#deadline ?? 0)) {
            await this.endWork();
            await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, PAUSE))]);
        }
    }
}

// EXTERNAL MODULE: ./build/recipe/unpack-toolchain.js
var unpack_toolchain = __webpack_require__(80287);
;// CONCATENATED MODULE: ./build/recipe/build-all.js















/**
 * Builds every plan: sources, compile, audit, zip, checks, files. What the audit or a check refuses is never written.
 * Several Pythons are built side by side, while images are still on their way; what they have in common is compiled
 * once. The first failure ends everything that is under way.
 *
 * @throws {BuildError} the first failure
 */
async function buildAll(work) {
    const { plans, request, sources, runId, log } = work;
    const team = new Team(() => (0,cleanup/* endWork */.d)(runId));
    const { signal } = team;
    const [engineLog, sourceLog, ...planLogs] = orderedLogs(log, 2 + plans.length);
    const choice = (0,choose_engine/* chooseBuildEngine */.kk)({ ...work, log: engineLog }).finally(engineLog.close);
    const [first] = plans;
    const askPip = first && imagePip(choice, { plan: first, runId, log: (0,report_log/* ungrouped */.gP)(log) });
    const tarballs = new Tarballs((wanted, theLog) => theLog.group('Sources', () => sources.obtain(wanted, theLog, { signal, askPip })));
    const toolchains = new recipe_toolchains/* Toolchains */.j(tarballs);
    const built = [];
    const buildEach = async () => {
        const engine = await choice;
        signal.throwIfAborted();
        const asked = { plans, verify: request.verify, serverImage: work.serverImage };
        const verifier = (0,verify/* openVerifier */.b)({ engine, runId, signal, log: (0,report_log/* ungrouped */.gP)(log), ...asked });
        try {
            team.add(verifier.ready);
            team.add((0,choose_engine/* pullImages */.Ks)({ engine, request, plans, log: (0,report_log/* ungrouped */.gP)(log) }, signal));
            const setup = { ...work, engine, verifier, tarballs, toolchains, provided: new Map() };
            const waiting = plans.entries();
            const lane = async () => {
                for (const [index, plan] of waiting) {
                    signal.throwIfAborted();
                    built[index] = await buildOne(setup, plan, planLogs[index] ?? log).finally(planLogs[index]?.close);
                }
            };
            // One more than there are processors, because each now and then waits for the container engine.
            await Promise.all(Array.from({ length: (0,external_node_os_.availableParallelism)() + 1 }, () => team.add(lane())));
        }
        finally {
            await verifier.close();
        }
    };
    // What may be in the cache is fetched when it turns out not to be.
    const wanted = plans.flatMap((plan) => {
        const { psycopg2, openssl, postgresql, toolchain } = plan;
        const compiler = toolchain && (0,catalog_toolchain/* forHost */.cE)(toolchain, (0,recipe_toolchains/* hostOf */.w)(plan, work.engine));
        return [
            ...(request.cache ? [psycopg2] : [psycopg2, openssl, postgresql]),
            ...(compiler === undefined || (0,external_node_fs_.existsSync)((0,unpack_toolchain/* toolchainDirectory */.L)(compiler)) ? [] : [compiler]),
        ];
    });
    const fetched = tarballs.fetch(wanted, sourceLog);
    // Unpacked while images are still on their way.
    const unpacked = fetched.then(() => provideToolchains(toolchains, { plans, choice, log: sourceLog }));
    team.add(unpacked.finally(sourceLog.close));
    team.add(buildEach());
    await team.finish();
    return shareLayers(built, request);
}
/** Every compiler that the plans take. */
async function provideToolchains(toolchains, { plans, choice, log }) {
    const engine = await choice;
    return Promise.all(plans.flatMap((plan) => plan.toolchain === undefined ? [] : [toolchains.provide(plan.toolchain, (0,recipe_toolchains/* hostOf */.w)(plan, engine), log)]));
}

// EXTERNAL MODULE: ./build/release/files.js
var files = __webpack_require__(36997);
// EXTERNAL MODULE: ./build/github/advice.js
var advice = __webpack_require__(6568);
// EXTERNAL MODULE: ./build/github/waiting.js
var waiting = __webpack_require__(15349);
// EXTERNAL MODULE: ./build/network/patience.js
var network_patience = __webpack_require__(86450);
// EXTERNAL MODULE: ./build/release/find.js
var find = __webpack_require__(9455);
// EXTERNAL MODULE: ./build/release/tag.js
var release_tag = __webpack_require__(35146);
;// CONCATENATED MODULE: ./build/release/preflight.js





/**
 * Everything that would make the upload fail and can be known in seconds, before minutes are spent: the token's
 * right to write, the release's state, the tag. Three requests with a prepared draft (by id), four otherwise.
 *
 * @throws {BuildError} with the YAML line or the command that cures it
 */
async function preflight(connection) {
    const { target } = connection;
    const given = target.releaseId === undefined ? undefined : await (0,find/* releaseById */.u$)(connection, target.releaseId);
    const tag = given?.tag ?? (0,find/* tagOf */.cO)(connection);
    // GitHub shows drafts only to those who may write (its reference on listing releases); a second one is refused.
    if (given?.draft)
        await (0,find/* releasesOf */.w0)(connection, tag);
    else
        await mayWrite(connection, tag);
    const release = given ?? (await (0,find/* releaseByTag */.$d)(connection, tag));
    if (release?.immutable)
        throw (0,advice/* immutable */.HA)(target, release);
    await (0,release_tag/* checkTag */.B)(connection, tag, release);
}
/**
 * Only a 401, a 403 or a redirect proves anything here; whatever else stands in the way of this request, those
 * after it will say it better.
 */
async function mayWrite(connection, tag) {
    const { target, api, log } = connection;
    const doing = `asking whether the token may write releases of ${(0,advice/* repositoryOf */._M)(target)}`;
    const patience = (0,waiting/* patienceFor */.R)(connection, doing);
    for (;;) {
        const reply = await api.probeWrite(tag);
        if (reply.kind === 'ok')
            return;
        if ((0,network_patience/* judge */.S4)(reply, connection, 0).kind === 'wait') {
            await patience.face(reply);
        }
        else if (reply.kind === 'refused' && (reply.status < 404 || reply.status === 451)) {
            throw (0,advice/* refusal */.x5)(target, doing, reply);
        }
        else {
            log.debug(`${doing}: no answer to be had`);
            return;
        }
    }
}

// EXTERNAL MODULE: ./build/release/assets.js
var assets = __webpack_require__(52269);
// EXTERNAL MODULE: ./build/release/records.js
var records = __webpack_require__(10464);
;// CONCATENATED MODULE: ./build/release/upload.js



/**
 * Puts files on the target's release, which is made when there is none; a record of what did not run stays away.
 * Whoever made a draft looks again when the list shows what others made at the same time: each job of a matrix without
 * a prepared draft may have made its own.
 *
 * @throws {BuildError} when GitHub refuses, another file has the name, or the tag has several drafts by then
 */
async function uploadFiles(connection, files) {
    const { clock, limits, log } = connection;
    const { files: whole } = await (0,records/* withoutUnfinished */.w4)(files, log);
    const found = await (0,find/* findRelease */.dv)(connection);
    const release = found ?? (await (0,find/* createDraft */.mq)(connection));
    for (const { outcome, name, size } of await (0,assets/* ensureAssets */.M)(connection, release, whole)) {
        log.info(`${outcome}: ${name} (${size} bytes)`);
    }
    if (found === undefined) {
        await clock.sleep(limits.listLag);
        await (0,find/* releasesOf */.w0)(connection, release.tag);
    }
    return release;
}

// EXTERNAL MODULE: ./build/network/address.js
var network_address = __webpack_require__(58865);
// EXTERNAL MODULE: ./build/network/conditions.js
var conditions = __webpack_require__(96919);
// EXTERNAL MODULE: ./build/network/get.js
var get = __webpack_require__(57725);
// EXTERNAL MODULE: ./build/sources/cache.js
var cache = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/machine/measure.js
var measure = __webpack_require__(29338);
// EXTERNAL MODULE: ./build/sources/check.js
var check = __webpack_require__(65901);
;// CONCATENATED MODULE: ./build/sources/directory.js






/**
 * Lists `source-dir`, top level only; links to files count as files.
 *
 * Sizes are read at once, sums only of files that have the size of a wanted tarball, and each at most once.
 *
 * @throws {InputError} when it does not exist, is not a directory or cannot be read
 */
async function openSourceDirectory(path, log) {
    const sizes = await list(path);
    const measured = new Map();
    const look = (name) => {
        const known = measured.get(name);
        if (known !== undefined)
            return known;
        const found = (0,measure/* measure */.x)((0,external_node_path_.join)(path, name)).catch((error) => {
            log.warning(`source-dir: ${(0,external_node_path_.join)(path, name)} cannot be read and is passed over: ${(0,errors/* messageOf */.bD)(error)}`);
            return undefined;
        });
        measured.set(name, found);
        return found;
    };
    return {
        path,
        files: sizes.size,
        async find({ files }) {
            const names = files.flatMap(tarball_names/* fileNames */.jx);
            const candidates = [...sizes]
                .filter(([, size]) => files.some((file) => file.size === size))
                .map(([name]) => name);
            // A file of the right name is looked at first: in the usual case it is the only one that is read.
            candidates.sort((a, b) => Number(names.includes(b)) - Number(names.includes(a)));
            for (const name of candidates) {
                const found = await look(name);
                const file = found && (0,check/* matching */.wC)(files, found);
                if (file !== undefined)
                    return { path: (0,external_node_path_.join)(path, name), file };
            }
            for (const name of names) {
                const found = sizes.has(name) ? await look(name) : undefined;
                if (found !== undefined)
                    throw wrongFile(files, (0,external_node_path_.join)(path, name), found);
            }
            return undefined;
        },
    };
}
function wrongFile(files, path, found) {
    const url = files.find((file) => file.url !== undefined)?.url;
    const again = url === undefined ? 'fetch it again' : `fetch it again from ${url}`;
    return (0,check/* mismatch */.J4)(files, path, found, `The file in source-dir is truncated or altered, or another file of the same name: ${again}, or remove it so that it is looked for elsewhere.`);
}
async function list(path) {
    const sizes = new Map();
    try {
        for (const name of (await (0,promises_.readdir)(path)).sort()) {
            // A dangling link or a file that vanishes meanwhile is as good as not there.
            const entry = await (0,promises_.stat)((0,external_node_path_.join)(path, name)).catch(() => undefined);
            if (entry?.isFile())
                sizes.set(name, entry.size);
        }
    }
    catch (error) {
        throw new errors/* InputError */.dz('source-dir', `${path} cannot be read: ${(0,errors/* messageOf */.bD)(error)}`, 'Name an existing directory that holds the tarballs, or leave source-dir out.');
    }
    return sizes;
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/network/trouble.js
var trouble = __webpack_require__(55974);
;// CONCATENATED MODULE: ./build/sources/unavailable.js

/** One place did not give the file. Not fatal: the next place is asked. */
class Unavailable extends Error {
    says;
    name = 'Unavailable';
    constructor(message, 
    /**
     * What that says: the place answered and has no such file; it is a no for whoever asks now; or nothing, because it
     * may have been a passing fault.
     */
    says) {
        super(message);
        this.says = says;
    }
}
/**
 * What a request in vain says of the file.
 *
 * @param tries how often it was made
 * @param asked how long the server asks to wait, in milliseconds, where that is too long
 */
function unavailable(trouble, tries = 1, asked) {
    const wait = asked === undefined ? '' : `; it asks to wait for ${(0,network_patience/* duration */.p0)(asked)}`;
    const times = wait + (tries > 1 ? ` (tried ${tries} times)` : '');
    if (trouble.kind === 'lost') {
        const text = `${trouble.request}: ${trouble.why}${times}`;
        return new Unavailable(text, trouble.lasting === true ? 'no' : 'nothing');
    }
    const { request, status, message } = trouble;
    const text = `${request}: HTTP ${status} ${message}${times}`;
    if (status === 404 || status === 410)
        return new Unavailable(text, 'missing');
    return new Unavailable(text, status === 408 || status === 429 || status >= 500 ? 'nothing' : 'no');
}

;// CONCATENATED MODULE: ./build/sources/download.js










/**
 * Downloads a tarball from one address, checking size and SHA-256 as the bytes pass, again where that can help.
 *
 * @returns which of the files it accepts it is
 * @throws {Unavailable} when the address did not give it, however often it was tried
 * @throws {BuildError} when the bytes are not those of the lock, or the disk did not take them
 */
async function download(it, conditions) {
    const { signal, times } = conditions;
    let wrongBytes;
    const patience = new network_patience/* Patience */.i3(conditions, (reason) => wrongBytes ?? givenUp(reason));
    for (;;) {
        wrongBytes = undefined;
        const answer = await (0,get/* get */.J)({ url: it.url, times, signal, ...(it.trust && { trust: it.trust }) });
        if (answer.kind !== 'ok') {
            await patience.face(answer);
            continue;
        }
        try {
            const found = await save(answer, it, signal);
            const file = (0,check/* matching */.wC)(it.accept, found);
            if (file !== undefined)
                return file;
            const page = /^text\/html\b/i.test(answer.headers['content-type'] ?? '');
            wrongBytes = wrong(it, page ? { ...found, remark: 'a web page' } : found);
            // Without a length announced, a body that broke off looks like a whole one; with one, a cache on the way may
            // have kept a broken one. Both can be better the next time, and if not, the file is the wrong one.
            if (page || found.size >= Math.min(...it.accept.map(({ size }) => size)))
                throw wrongBytes;
            await patience.again(`${(0,network_address/* shown */.SP)(it.url)}: the body ended after ${found.size} bytes`);
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* BuildError */.zS || error instanceof Unavailable)
                throw error;
            const disk = (0,check/* diskError */.wO)(error, it.partial);
            if (disk !== undefined)
                throw disk;
            await patience.face((0,trouble/* lostBy */.q)(error, (0,network_address/* shown */.SP)(it.url), times.stallMs));
        }
    }
}
function givenUp({ what, trouble, failures, asked }) {
    if (trouble !== undefined)
        return unavailable(trouble, failures, asked);
    return new Unavailable(what, 'nothing');
}
async function save(answer, it, signal) {
    const most = Math.max(...it.accept.map(({ size }) => size));
    const announced = Number(answer.headers['content-length'] ?? Number.NaN);
    if (announced > most) {
        answer.body.on('error', () => undefined).destroy();
        throw wrong(it, { size: announced, remark: 'as announced; nothing was read' });
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    await (0,external_node_stream_promises_.pipeline)(answer.body, async function* (chunks) {
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > most)
                throw wrong(it, { size, remark: 'and more; reading stopped there' });
            hash.update(chunk);
            it.onBytes(size);
            yield chunk;
        }
    }, (0,external_node_fs_.createWriteStream)(it.partial), ...(signal === undefined ? [] : [{ signal }]));
    return { size, sha256: hash.digest('hex') };
}
function wrong({ accept, url }, found) {
    return (0,check/* mismatch */.J4)(accept, (0,network_address/* shown */.SP)(url), found, 'Nothing of it was kept. A proxy or mirror on the way may have altered it; where the file was replaced on purpose, check the new one and give its size and SHA-256 in a lock-file of yours.');
}

;// CONCATENATED MODULE: ./build/sources/progress.js
/** How often the line is renewed, in milliseconds; a log that keeps every line should not drown in them. */
const INTERVAL = 500;
/**
 * The progress of all downloads on the one line that `Log.progress` has.
 *
 * Downloads run at the same time; a line of its own from each would make them overwrite one another.
 *
 * @returns a function that adds a download of `total` bytes and gives its gauge
 */
function createProgress(log, now = Date.now) {
    const active = new Map();
    let last = Number.NEGATIVE_INFINITY;
    return (name, total) => {
        const key = Symbol(name);
        const note = (bytes) => {
            const percent = Math.floor((100 * bytes) / total);
            active.set(key, `${name} ${percent} % (${(bytes / 1e6).toFixed(1)} of ${megabytes(total)})`);
        };
        note(0);
        return {
            set(bytes) {
                note(bytes);
                if (now() - last < INTERVAL)
                    return;
                last = now();
                log.progress([...active.values()].join(' · '));
            },
            end() {
                active.delete(key);
            },
        };
    };
}
/** Bytes as people write sizes: `53.1 MB`, with MB for 1,000,000 bytes. */
function megabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}

;// CONCATENATED MODULE: ./build/sources/obtain.js







/**
 * Obtains several versions at the same time.
 *
 * @param search stops when `cancel` is aborted, which the first failure does
 * @throws {BuildError} the first failure
 */
async function obtainAll(sources, search, cancel) {
    // Builds for several Pythons name the same version several times.
    const begun = new Map();
    const pairs = sources.map(async (source) => {
        const key = source.files.map(({ sha256 }) => sha256).join();
        const one = begun.get(key) ?? obtain(source, search);
        begun.set(key, one);
        // The first failure stops the others; theirs are then only echoes of the abort, whose reason is the first.
        one.catch((error) => cancel.abort(error));
        return [source, await one];
    });
    await Promise.allSettled(pairs);
    search.conditions.signal?.throwIfAborted();
    return new Map(await Promise.all(pairs));
}
async function obtain(source, search) {
    const { log, signal } = search.conditions;
    const name = (0,tarball_names/* fileName */.Md)(source.files[0]);
    const given = await search.directory?.find(source);
    if (given !== undefined) {
        log.info(`${name}: found in source-dir as ${given.path}`);
        return given;
    }
    const kept = await (0,cache/* findCached */.aY)(source, log);
    if (kept !== undefined) {
        log.info(`${name}: found in the tool cache`);
        return kept;
    }
    signal?.throwIfAborted();
    return (0,cache/* store */.M_)(source, (partial) => fetch(source, partial, search));
}
/** Fills `partial` from the first place that has a file of the version, and says which. */
async function fetch(source, partial, search) {
    const { conditions, directory, gauge, places } = search;
    const started = performance.now();
    const failures = directory === undefined ? [] : [`source-dir ${directory.path}: ${noneOf(directory.files)}`];
    for await (const place of places(source)) {
        /** Notes why the place did not give the file; what is no such reason is thrown. */
        const note = (error) => {
            if (!(error instanceof Unavailable))
                throw error;
            failures.push(`${place.title}: ${error.message}`);
            tell(place, source, error, search);
            return error;
        };
        const addresses = await place.addresses(source).catch((error) => {
            note(error);
            return [];
        });
        for (const address of addresses) {
            const progress = gauge((0,tarball_names/* fileName */.Md)(address.accept[0]), address.accept[0].size);
            try {
                const onBytes = (received) => progress.set(received);
                const file = await download({ ...address, partial, onBytes }, conditions);
                const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
                const name = (0,tarball_names/* fileName */.Md)(source.files[0]);
                conditions.log.info(`${name}: ${megabytes(file.size)} in ${took} from ${(0,network_address/* shown */.SP)(address.url)}`);
                return file;
            }
            catch (error) {
                // Only a server that answered may have the file under its other name.
                if (note(error).says !== 'missing')
                    break;
            }
            finally {
                progress.end();
            }
        }
    }
    throw nowhere(source, failures);
}
function tell({ title, named }, source, { message, says }, { conditions: { log }, told }) {
    log.debug(`${(0,tarball_names/* titleOf */.Gg)(source)}: ${title}: ${message}`);
    if (named !== true)
        return;
    // A mirror that lacks files says so for each; one that refuses does so for a reason that all have in common.
    const key = says === 'missing' ? `${title} ${(0,tarball_names/* titleOf */.Gg)(source)}` : title;
    if (told.has(key))
        return;
    told.add(key);
    log.warning(`${title} did not give ${(0,tarball_names/* titleOf */.Gg)(source)}, which is looked for elsewhere: ${message}`);
}
function noneOf(files) {
    return files === 0 ? 'no files in it' : `none of its ${files} files has this SHA-256`;
}
function nowhere(source, failures) {
    const url = source.files.find((file) => file.url !== undefined)?.url;
    const what = (0,tarball_names/* fileName */.Md)(source.files[0]) + (url === undefined ? '' : ` from ${url}`);
    return new errors/* BuildError */.zS(`${(0,tarball_names/* titleOf */.Gg)(source)} could not be had from anywhere. ${failures.map((it, nth) => `(${nth + 1}) ${it}`).join('; ')}`, `Fetch ${what} on a machine that can, and name its directory as source-dir; or name a mirror that can be reached as source-mirror. Behind a proxy, set https_proxy.`);
}

;// CONCATENATED MODULE: ./build/sources/pip-settings.js
/**
 * What pip is configured for, by its own account: files, variables and its built-in default together, of which this
 * project names none. Where it is not this machine's pip, this machine's variables count all the same, and more; the
 * files that its settings name are elsewhere, and are left out.
 *
 * @param elsewhere whether this pip is not this machine's
 * @returns undefined when neither knows an index; no indexes when pip is told to use none
 */
async function readPip(ask, env, elsewhere = false) {
    const own = fromVariables(env);
    const told = fromList((await ask?.('config', 'list')) ?? '');
    const value = (name) => own(name) ?? told(name);
    const file = elsewhere ? own : value;
    const trust = {
        ca: file('cert'),
        client: file('client-cert'),
        proxy: value('proxy'),
        hosts: words(value('trusted-host')),
    };
    if (/^(1|true|yes|on|y|t)$/i.test(value('no-index') ?? ''))
        return { indexes: [], trust };
    const named = value('index-url');
    const first = named ?? defaultOf(await ask?.('download', '--help'));
    if (first === undefined)
        return undefined;
    const more = words(value('extra-index-url')).map((address) => ({ address, named: true }));
    return { indexes: [{ address: first, named: named !== undefined }, ...more], trust };
}
function fromVariables(env) {
    return (name) => env[`PIP_${name.replaceAll('-', '_').toUpperCase()}`] || undefined;
}
/** `pip config list`: `global.index-url='https://…'`, a line a setting; what is said nearer to the command counts more. */
function fromList(text) {
    const settings = new Map();
    for (const line of text.split('\n')) {
        const [, key, value] = /^([\w.:-]+)=(.*)$/.exec(line.trim()) ?? [];
        if (key !== undefined && value !== undefined)
            settings.set(key, unquoted(value));
    }
    return (name) => [':env:', 'download', 'global']
        .map((section) => settings.get(`${section}.${name}`))
        .find((value) => value !== undefined && value !== '');
}
/** Python's `repr` of a text, as pip prints values. */
function unquoted(value) {
    const [, , text = value] = /^(['"])(.*)\1$/.exec(value) ?? [];
    return text.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character));
}
/** pip's own index, from its help, which may break the line anywhere. */
function defaultOf(help) {
    return /--index-url\b[\s\S]*?\(default:?\s+(https?:\/\/[^\s)]+)\)/.exec(help ?? '')?.[1];
}
function words(text) {
    return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

// EXTERNAL MODULE: ./build/sources/mirror.js
var sources_mirror = __webpack_require__(42718);
;// CONCATENATED MODULE: ./build/sources/pool.js


/** Where apt's configuration lies on Debian, Ubuntu and what is made from them. */
const APT_DIRECTORY = '/etc/apt';
/** What a mirror of Debian's or Ubuntu's archive, or of their security archive, is called by convention. */
const ARCHIVE = /\/(debian|debian-security|ubuntu|ubuntu-ports)\/?$/;
/**
 * The mirrors of Debian's or Ubuntu's archive that apt is configured for on this machine, each once, in their order;
 * none where there is no apt. Read as data: sources.list(5) in either format, lines and entries that are switched off
 * left out, and the lists behind `mirror+file:`, as GitHub's runners have them. What is fetched from there has its
 * SHA-256 in the lock, so neither suites nor keys matter.
 */
async function poolMirrors(aptDirectory = APT_DIRECTORY) {
    const parts = (0,external_node_path_.join)(aptDirectory, 'sources.list.d');
    const names = (await (0,promises_.readdir)(parts).catch(() => [])).sort();
    const mirrors = new Map();
    for (const file of [(0,external_node_path_.join)(aptDirectory, 'sources.list'), ...names.map((name) => (0,external_node_path_.join)(parts, name))]) {
        const text = await (0,promises_.readFile)(file, 'utf8').catch(() => '');
        const found = (0,external_node_path_.extname)(file) === '.sources' ? inStanzas(text) : (0,external_node_path_.extname)(file) === '.list' ? inLines(text) : [];
        for (const address of (await Promise.all(found.map(behind))).flat()) {
            if (!URL.canParse(address))
                continue;
            const url = new URL(address);
            if (!/^https?:$/.test(url.protocol) || !ARCHIVE.test(url.pathname))
                continue;
            url.pathname = url.pathname.replace(/\/?$/, '/');
            mirrors.set(url.href, url);
        }
    }
    return [...mirrors.values()];
}
/** Where a file of the pool lies on a mirror; the security archives have a pool of their own layout. */
function inPool(mirror, path) {
    const url = new URL(mirror);
    url.pathname += /-security\/$/.test(url.pathname) ? path.replace(/^pool\//, 'pool/updates/') : path;
    return url;
}
/** The addresses of a `sources.list` in the one-line format. */
function inLines(text) {
    const lines = text.matchAll(/^[ \t]*deb(?:-src)?[ \t]+(?:\[[^\]\n]*\][ \t]*)?([^\s#]+)/gm);
    return Array.from(lines, ([, address = '']) => address);
}
/** The addresses of a `.sources` file in the deb822 format. */
function inStanzas(text) {
    const lines = text.split('\n').filter((line) => !line.startsWith('#'));
    return lines
        .join('\n')
        .split(/\n(?:[ \t]*\n)+/)
        .filter((stanza) => !/^Enabled:\s*(no|false|without|off|disable|0)\s*$/im.test(stanza))
        .flatMap((stanza) => /^URIs:((?:.*(?:\n[ \t]+\S.*)*))/im.exec(stanza)?.[1]?.trim().split(/\s+/) ?? []);
}
/** The mirrors that a list of mirrors has, the list being a file of this machine. */
async function behind(address) {
    const path = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(address)?.[1];
    if (path === undefined)
        return [address];
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return Array.from(text.matchAll(/^[ \t]*([^\s#]+)/gm), ([, first = '']) => first);
}

;// CONCATENATED MODULE: ./build/sources/places.js



/** The directory that `source-mirror` names, by the files' upstream names; two files of a version may have one name. */
function sourceMirror(mirror) {
    return {
        title: 'source-mirror',
        named: true,
        addresses: async ({ files }) => {
            const byName = new Map();
            for (const file of files) {
                for (const name of (0,tarball_names/* fileNames */.jx)(file)) {
                    const known = byName.get(name);
                    byName.set(name, known === undefined ? [file] : [...known, file]);
                }
            }
            return [...byName].map(([name, accept]) => ({ url: (0,sources_mirror/* mirrored */.V)(mirror, name), accept }));
        },
    };
}
/** Where the projects themselves publish. */
const upstream = {
    title: 'upstream',
    addresses: async ({ files }) => files.flatMap((file) => (file.url === undefined ? [] : [{ url: new URL(file.url), accept: [file] }])),
};
/** A mirror of Debian's or Ubuntu's archive. */
function pool(mirror) {
    return {
        title: "the distribution's pool",
        addresses: async ({ files }) => files.flatMap((file) => file.pool === undefined ? [] : [{ url: inPool(mirror, file.pool), accept: [file] }]),
    };
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(38321);
// EXTERNAL MODULE: ./node_modules/htmlparser2/dist/esm/index.js + 26 modules
var esm = __webpack_require__(93553);
;// CONCATENATED MODULE: ./build/sources/python-index.js








// PEP 691; an index that knows only PEP 503's HTML gives that.
const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';
const page = schemas/* object */.Ikc({
    files: schemas/* array */.YOg(schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), url: schemas/* string */.YjP(), hashes: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional() })),
});
/**
 * The Python indexes that pip is configured for, each of which is asked for the files of a project by the protocol of
 * PEP 503 and PEP 691. pip itself fetches nothing: it would run a source distribution's setup.py.
 *
 * @param pip what pip says; undefined where nobody knows an index
 * @param unknown what that means for whether a file can be had
 * @param pages what the indexes have said so far
 */
function pythonIndexes(pip, unknown, pages, conditions) {
    const title = 'the Python index';
    const silent = (message, says) => [
        { title, addresses: () => Promise.reject(new Unavailable(message, says)) },
    ];
    if (pip === undefined) {
        return silent('there is no pip to say which it is: set PIP_INDEX_URL to its address', unknown);
    }
    if (pip.indexes.length === 0)
        return silent('pip is told to use none (no-index)', 'no');
    return pip.indexes.map(({ address, named }) => ({
        title,
        named,
        async addresses(source) {
            const found = [];
            for (const file of source.files) {
                if (file.index === undefined)
                    continue;
                const page = projectPage(address, file.index);
                const listed = pages.get(page.href) ?? (await listFiles(page, pip, conditions));
                pages.set(page.href, listed);
                found.push({ url: choose(listed, file, page), accept: [file], trust: pip.trust });
            }
            return found;
        },
    }));
}
function projectPage(index, project) {
    const url = URL.canParse(index) ? new URL(`${project}/`, index.replace(/\/*$/, '/')) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol))
        return url;
    throw new Unavailable('pip is configured for one whose address is neither http nor https', 'no');
}
async function listFiles(url, { trust }, conditions) {
    const { signal, times } = conditions;
    const patience = new network_patience/* Patience */.i3(conditions, ({ what, trouble, failures }) => trouble === undefined ? new Unavailable(what, 'nothing') : unavailable(trouble, failures));
    for (;;) {
        const answer = await (0,get/* get */.J)({ url, headers: { accept: ACCEPT }, times, signal, trust });
        if (answer.kind !== 'ok') {
            await patience.face(answer);
            continue;
        }
        let body;
        try {
            body = await (0,consumers_.text)(answer.body);
        }
        catch (error) {
            signal?.throwIfAborted();
            await patience.again(`${(0,network_address/* shown */.SP)(url)} broke off: ${error instanceof Error ? error.message : error}`);
            continue;
        }
        const listed = /\bjson\b/.test(answer.headers['content-type'] ?? '')
            ? fromJson(body, answer.url)
            : fromHtml(body, answer.url);
        // An address on the index's own host is behind the same login.
        for (const file of listed) {
            if (file.url.origin === url.origin)
                Object.assign(file.url, { username: url.username, password: url.password });
        }
        return listed;
    }
}
function fromJson(body, base) {
    let files;
    try {
        files = page.parse(JSON.parse(body)).files;
    }
    catch {
        throw new Unavailable(`${(0,network_address/* shown */.SP)(base)} is not a page as PEP 691 has it`, 'no');
    }
    return files.flatMap(({ filename: name, url, hashes }) => URL.canParse(url, base.href) ? [{ name, url: new URL(url, base), sha256: hashes?.sha256 }] : []);
}
/** The anchors of a PEP 503 page: the text is the file's name, the fragment its sum. */
function fromHtml(body, page) {
    const listed = [];
    let base = page;
    let href;
    let name = '';
    const parser = new esm/* Parser */.iX({
        onopentag(tag, attributes) {
            if (tag === 'base' && URL.canParse(attributes.href ?? '', base.href))
                base = new URL(attributes.href ?? '', base);
            if (tag === 'a')
                [href, name] = [attributes.href, ''];
        },
        ontext(text) {
            name += text;
        },
        onclosetag(tag) {
            if (tag !== 'a' || href === undefined || !URL.canParse(href, base.href))
                return;
            const url = new URL(href, base);
            listed.push({ name: name.trim(), url, sha256: /^#sha256=([0-9a-f]{64})$/.exec(url.hash)?.[1] });
            href = undefined;
        },
    });
    parser.end(body);
    return listed;
}
function choose(listed, file, url) {
    const found = listed.filter(({ name }) => name === (0,tarball_names/* fileName */.Md)(file));
    if (found.length === 0)
        throw new Unavailable(`no ${(0,tarball_names/* fileName */.Md)(file)} at ${(0,network_address/* shown */.SP)(url)}`, 'missing');
    const right = found.find(({ sha256 }) => sha256 === undefined || sha256 === file.sha256);
    if (right !== undefined)
        return right.url;
    throw new Unavailable(`${(0,tarball_names/* fileName */.Md)(file)} at ${(0,network_address/* shown */.SP)(url)} has another SHA-256 than the lock`, 'no');
}

;// CONCATENATED MODULE: ./build/sources/sources.js













/**
 * The places in their order: `source-dir`, the tool cache (RUNNER_TOOL_CACHE), `source-mirror`, the Python index that
 * pip is configured for (psycopg2), upstream, and the distribution's pool on the mirrors that apt is configured for.
 *
 * @throws {InputError} for a `source-dir` that cannot be read
 */
async function openSources(options, log, real = conditions/* REAL */.B) {
    const directory = options.sourceDir ? await openSourceDirectory(options.sourceDir, log) : undefined;
    const mirrors = await poolMirrors(options.aptDirectory);
    const told = new Set();
    const pages = new Map();
    const asked = new Map();
    /** Asks each pip once. */
    const settings = (where, ask) => {
        const known = asked.get(where) ?? readPip(ask, process.env, where === 'elsewhere');
        asked.set(where, known);
        return known;
    };
    const search = (theLog, { signal, askPip }, how = real) => {
        const conditions = { ...how, log: theLog, signal, elsewhere: true };
        async function* places({ files }) {
            if (options.sourceMirror !== undefined)
                yield sourceMirror(options.sourceMirror);
            if (files.some(({ index }) => index !== undefined)) {
                const here = await settings('here', options.askPip);
                const pip = here ?? (askPip && (await settings('elsewhere', askPip)));
                const unknown = options.pipElsewhere === true && askPip === undefined ? 'nothing' : 'no';
                yield* pythonIndexes(pip, unknown, pages, conditions);
            }
            yield upstream;
            yield* mirrors.map(pool);
        }
        return { conditions, directory, places, told, gauge: createProgress(theLog) };
    };
    return {
        obtain: (sources, theLog, more = {}) => {
            const cancel = new AbortController();
            const { signal } = more;
            const either = signal === undefined ? cancel.signal : AbortSignal.any([signal, cancel.signal]);
            return obtainAll(sources, search(theLog, { ...more, signal: either }), cancel);
        },
        canBeHad: (source, theLog) => canBeHad(source, search(theLog, {}, briefly(real))),
    };
}
/** For a question that somebody waits for: once, and whoever takes long has not answered. */
function briefly({ clock, limits, times }) {
    const answerMs = Math.min(times.answerMs, 10_000);
    return { clock, limits: { ...limits, attempts: 1, longestWait: 0 }, times: { ...times, answerMs } };
}
async function canBeHad(source, search) {
    const { conditions, directory } = search;
    const { log, times, signal } = conditions;
    if ((await directory?.find(source)) ?? (await (0,cache/* findCached */.aY)(source, log)))
        return 'yes';
    let answer = 'no';
    for await (const place of search.places(source)) {
        const note = (error) => {
            if (!(error instanceof Unavailable))
                throw error;
            log.debug(`${(0,tarball_names/* titleOf */.Gg)(source)}: ${place.title}: ${error.message}`);
            if (error.says === 'nothing')
                answer = 'unknown';
        };
        try {
            for (const { url, accept, trust } of await place.addresses(source)) {
                // Not HEAD, which some mirrors refuse; the body is not read.
                const got = await (0,get/* get */.J)({ url, times, signal, ...(trust && { trust }) });
                if (got.kind !== 'ok') {
                    note(unavailable(got));
                    continue;
                }
                got.body.on('error', () => undefined).destroy();
                if (mayBe(accept, got))
                    return 'yes';
                note(new Unavailable(`${(0,network_address/* shown */.SP)(url)}: another file`, 'nothing'));
            }
        }
        catch (error) {
            note(error);
        }
    }
    return answer;
}
/** Whether an answer may be one of these files: a portal that wants a login answers everything with a page. */
function mayBe(accept, { headers }) {
    const length = headers['content-length'];
    const page = /^text\/html\b/i.test(headers['content-type'] ?? '');
    return !page && (length === undefined || accept.some(({ size }) => size === Number(length)));
}

// EXTERNAL MODULE: ./build/jobs/choose-python.js
var choose_python = __webpack_require__(66791);
// EXTERNAL MODULE: ./build/jobs/left-out.js
var left_out = __webpack_require__(1009);
// EXTERNAL MODULE: ./build/catalog/targets.js
var targets = __webpack_require__(93370);
// EXTERNAL MODULE: ./build/catalog/types.js
var types = __webpack_require__(60605);
;// CONCATENATED MODULE: ./build/jobs/obtainable.js




/**
 * Plans with the newest versions that can be had, where the user named none: for whoever tries this on the command line
 * behind a firewall. A version that every place says it does not have is left out, with a warning. What is
 * named stays, and where nothing can be had, so does everything: the search for it then says best what is missing.
 *
 * @param canBeHad asks the places of a version
 * @throws {InputError} as `planBuilds`
 */
async function planObtainable(request, catalog, canBeHad, log) {
    const wanted = (0,catalog_plan/* planBuilds */.zu)(request, catalog);
    const open = types/* PROJECTS */.jA.filter((project) => request[`${project}Version`] === 'default');
    const answers = new Map();
    const isGone = (source) => answers.get(source) === 'no';
    for (;;) {
        const plans = planned(request, {
            ...catalog,
            sources: catalog.sources.filter((source) => !isGone(source)),
        });
        if (plans === undefined)
            return wanted;
        const chosen = [...new Set(plans.flatMap((plan) => open.map((project) => plan[project])))];
        const unasked = chosen.filter((source) => !answers.has(source));
        await Promise.all(unasked.map(async (source) => answers.set(source, await canBeHad(source))));
        if (!chosen.some(isGone)) {
            for (const line of changes(wanted, plans))
                log.warning(line);
            return plans;
        }
    }
}
function planned(request, catalog) {
    try {
        return (0,catalog_plan/* planBuilds */.zu)(request, catalog);
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return undefined;
        throw error;
    }
}
/** One line for each version that another stands in for. */
function changes(wanted, plans) {
    const lines = plans.flatMap((plan) => {
        const before = wanted.find((other) => (0,targets/* isSame */.Ft)(other, plan)) ?? plan;
        return types/* PROJECTS */.jA.filter((project) => plan[project].version !== before[project].version).map((project) => `${project} ${before[project].version} cannot be had from here, so ${plan[project].version} is used, the newest ` +
            'that can. Nothing older than the newest belongs in a release');
    });
    return new Set(lines);
}

;// CONCATENATED MODULE: ./build/jobs/writable-places.js



/**
 * Makes sure, before anything is fetched, that the build can write where it will have to.
 *
 * @throws {BuildError} for the first place that cannot be used, naming the input or variable that names it
 */
async function assertPlaces({ outputDir, sourceDir, toolchain }, engine) {
    await (0,writable/* assertWritable */.Bz)({ path: outputDir, name: 'output-dir' });
    await (0,writable/* assertWritable */.Bz)((0,scratch/* temporary */.q_)());
    if (engine === 'none')
        await (0,writable/* assertWritable */.Bz)((0,scratch/* temporaryToCompileIn */.f1)());
    const tools = (0,cache/* toolCache */.XW)();
    // The pinned compiler is unpacked there. Otherwise a directory with all tarballs needs no place for them, and a cache that
    // cannot be written costs time only.
    if (toolchain === 'pinned' || sourceDir === undefined)
        await (0,writable/* assertWritable */.Bz)({ path: tools, name: 'RUNNER_TOOL_CACHE' });
}

;// CONCATENATED MODULE: ./build/jobs/build-job.js















/**
 * The whole job: plan, build, and where a release is named, its checks first and the upload last.
 *
 * @throws {BuildError} for whatever stands in the way; what can be known in seconds is found before minutes are spent
 */
async function buildAndUpload(job) {
    const { target, runId, fallBack, log } = job;
    const catalog = await (0,catalog_catalog/* loadCatalog */.ak)(job.request.lockFile);
    // A version that does not exist is said before anything else is looked at.
    (0,catalog_plan/* planBuilds */.zu)(job.request, catalog);
    (0,left_out/* tellNever */.i)(job.request, catalog, log);
    const found = await (0,choose_engine/* findEngine */.GO)(job.request, log);
    const sources = await openSources({ ...job.request, askPip: askPip, pipElsewhere: found !== 'none' }, log);
    await assertPlaces(job.request, found);
    // What a release holds is never left to what one machine happens to have.
    const mayDiffer = fallBack && target === undefined;
    const chosen = await (0,choose_python/* choosePython */.Ik)({ request: job.request, engine: found, catalog, log });
    const { request, engine } = await (0,left_out/* leaveOutMissing */.q)({ ...chosen, catalog, fallBack: mayDiffer, log });
    const plans = mayDiffer
        ? await planObtainable(request, catalog, (source) => sources.canBeHad(source, log), log)
        : (0,catalog_plan/* planBuilds */.zu)(request, catalog);
    const connection = target === undefined ? undefined : (0,api.connect)(target, log);
    if (connection !== undefined)
        await log.group('Release: checks', () => preflight(connection));
    // A run that uploads to a release makes one, even if it was started from a branch.
    const forRelease = job.forRelease || target !== undefined;
    const serverImage = request.serverImage ?? catalog.serverImage;
    const caching = { githubCache: job.githubCache, forRelease };
    const work = { plans, request, serverImage, engine, sources, runId, fallBack, ...caching, log };
    const [first, ...others] = await buildAll(work);
    if (first === undefined)
        throw new Error('a request without Pythons was let through');
    const built = [first, ...others];
    if (connection === undefined)
        return { built, release: undefined };
    const files = await Promise.all(artefactsOf(built).flatMap(filesOf));
    return { built, release: await log.group('Release: upload', () => uploadFiles(connection, files)) };
}
/** The files of an artefact: itself as it was hashed when it was made, and what is beside it as it is now. */
function filesOf(artefact) {
    return artefact.files.map(async (file) => (file === artefact.path ? artefact : (0,files/* localFile */.C1)(file)));
}

// EXTERNAL MODULE: ./build/entries/cancel.js
var cancel = __webpack_require__(23681);
;// CONCATENATED MODULE: ./build/entries/build-run.js




/**
 * One run of a build: reads what is asked for, does the job, tells the result, and removes what it left, however it ends.
 *
 * @throws {BuildError} for whatever stands in the way
 */
function runBuild({ get, mask, say, tell, ...way }) {
    return (0,cancel/* withCleanUp */.p)(way.runId, say, async () => {
        const target = (0,release_inputs/* readReleaseTarget */.TW)({ get, env: process.env, mask });
        const python = way.fallBack && target === undefined ? 'optional' : 'required';
        const request = (0,build_inputs/* readBuildRequest */.o)(get, { python });
        await tell(await buildAndUpload({ ...way, request, target }));
    });
}

;// CONCATENATED MODULE: ./build/entries/cli/build-verb.js






/** `build`: makes zips. */
const buildVerb = {
    flags: input_names/* BUILD_INPUTS */.$9,
    switches: { json: 'print the artifacts output as JSON' },
    async run({ get, print, log }) {
        await runBuild({
            ...{ get, log, runId: (0,external_node_crypto_.randomUUID)(), fallBack: true, forRelease: false },
            say: log.notice,
            tell({ built, release }) {
                const directory = (0,external_node_path_.relative)('', (0,external_node_path_.dirname)(built[0].artefact.path)) || '.';
                const text = `In ${directory}:\n${summaryText(built.map(summaryRow))}`;
                print({ json: built.map(artifactOf), text });
                if (release !== undefined)
                    log.notice(`uploaded to ${release.url}`);
            },
        });
        return 0;
    },
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

/***/ 36314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ lintZip)
/* harmony export */ });
/* harmony import */ var _catalog_python_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21636);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73976);
/* harmony import */ var _dist_info_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45234);
/* harmony import */ var _package_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48050);
/* harmony import */ var _unzip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65057);
/* harmony import */ var _zip_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46706);
/* harmony import */ var _zip_paths_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3001);







/**
 * Everything that is wrong with a zip of ours: what is in it, under which names and modes, in which order,
 * and whether RECORD agrees. Empty when all is well. What is inside the shared object is the audit's matter.
 *
 * @param expected what the zip should be
 */
function lintZip(bytes, expected) {
    let entries;
    try {
        entries = (0,_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .readZip */ .ue)(bytes);
    }
    catch (error) {
        if (!(error instanceof _report_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .BuildError */ .zS))
            throw error;
        return [{ rule: 'zip', message: error.message }];
    }
    const files = new Map(entries.filter((entry) => !entry.directory).map(({ path, data }) => [path, data]));
    const facts = { bytes, entries, files, distInfo: (0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .distInfoName */ .YQ)(expected.psycopg2), expected };
    return Object.entries(RULES).flatMap(([rule, check]) => check(facts).map((message) => ({ rule, message })));
}
const RULES = {
    structure({ bytes, entries }) {
        const problems = entries
            .filter((entry) => entry.extra)
            .map(({ path }) => `${path} has an extra field or comment`);
        // readZip found an end record; without a comment it is the last thing in the file.
        const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .END_SIZE */ .ix, _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .END_SIZE */ .ix);
        if (view.getUint32(0, true) !== _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .END */ .Kp)
            return [...problems, 'the zip has a comment'];
        let end = 0;
        for (const entry of entries) {
            if (entry.offset !== end)
                problems.push(`there are bytes that belong to no entry before ${entry.path}`);
            end = entry.end;
        }
        if (view.getUint32(16, true) !== end)
            problems.push('there are bytes that belong to no entry before the directory');
        return problems;
    },
    order({ entries }) {
        return entries
            .slice(1)
            .filter((entry, index) => (0,_zip_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .byBytes */ .bg)(entries[index]?.path ?? '', entry.path) > 0)
            .map(({ path }) => `${path} is not in byte order`);
    },
    directories({ entries, files }) {
        const given = new Set(entries.filter((entry) => entry.directory).map(({ path }) => path));
        const needed = (0,_zip_paths_js__WEBPACK_IMPORTED_MODULE_6__/* .parentsOf */ .fY)(files.keys());
        return [
            ...without(needed, given).map((path) => `${path} has no entry of its own`),
            ...without(given, needed).map((path) => `${path} is empty`),
        ];
    },
    modes({ entries }) {
        return entries
            .filter(({ path, mode }) => mode !== (0,_zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .modeOf */ .VV)(path))
            .map(({ path, mode }) => `${path} has mode ${octal(mode)} instead of ${octal((0,_zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .modeOf */ .VV)(path))}`);
    },
    times({ entries }) {
        return entries
            .filter(({ date, time }) => date !== _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .DATE */ .vH || time !== _zip_format_js__WEBPACK_IMPORTED_MODULE_5__/* .TIME */ .E9)
            .map(({ path }) => `${path} has a time other than 1980-01-01 00:00:00`);
    },
    names({ files, distInfo, expected }) {
        const { python } = expected;
        const allowed = [/^psycopg2\/[A-Za-z_][A-Za-z0-9_]*\.py$/];
        // Python 2.7 writes byte code beside the source and its zips have none.
        if (!python.startsWith('2')) {
            allowed.push(new RegExp(`^psycopg2/__pycache__/[A-Za-z0-9_]+\\.cpython-${(0,_catalog_python_js__WEBPACK_IMPORTED_MODULE_0__/* .digitsOf */ .C3)(python)}\\.pyc$`));
        }
        return without(files.keys(), [(0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedObjectPath */ .wz)(expected), ...distInfoPaths(distInfo)])
            .filter((path) => !allowed.some((pattern) => pattern.test(path)))
            .map((path) => `${path} does not belong in the zip`);
    },
    'shared object'({ files, expected }) {
        const path = (0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .sharedObjectPath */ .wz)(expected);
        const data = files.get(path);
        if (data === undefined) {
            const others = [...files.keys()].filter((file) => file.includes('.so'));
            return [`${path} is missing${others.length > 0 ? `; there is ${others.join(', ')}` : ''}`];
        }
        const magic = Buffer.from(data.subarray(0, 4)).toString('latin1');
        return magic === '\x7fELF' ? [] : [`${path} is not an ELF file`];
    },
    package({ files }) {
        if (!files.has('psycopg2/__init__.py'))
            return ['psycopg2/__init__.py is missing'];
        const bare = (path) => path.replace(/^.*\//, '').replace(/\..*$/, '');
        const sources = [...files.keys()].filter((path) => /^psycopg2\/[^/]+\.py$/.test(path)).map(bare);
        const compiled = [...files.keys()].filter((path) => path.endsWith('.pyc')).map(bare);
        if (compiled.length === 0)
            return [];
        return [
            ...without(sources, compiled).map((name) => `${name}.py has no byte code`),
            ...without(compiled, sources).map((name) => `${name}.pyc has no source`),
        ];
    },
    'dist-info'({ files, distInfo }) {
        return distInfoPaths(distInfo)
            .filter((path) => !path.endsWith(_dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .LICENSE_PATHS */ .vY.lgpl))
            .filter((path) => (files.get(path)?.length ?? 0) === 0)
            .map((path) => `${path} is ${files.has(path) ? 'empty' : 'missing'}`);
    },
    metadata(facts) {
        return linesMissing(facts, 'METADATA', ['Name: psycopg2', `Version: ${facts.expected.psycopg2}`]);
    },
    wheel(facts) {
        const { buildNumber } = facts.expected;
        return linesMissing(facts, 'WHEEL', [
            'Root-Is-Purelib: false',
            ...(buildNumber === undefined ? [] : [`Build: ${buildNumber}`]),
            ...(0,_package_names_js__WEBPACK_IMPORTED_MODULE_3__/* .wheelTags */ .Dl)(facts.expected).map((tag) => `Tag: ${tag}`),
        ]);
    },
    RECORD({ files, distInfo }) {
        const text = files.get(`${distInfo}/RECORD`);
        if (text === undefined)
            return [];
        const given = decode(text);
        const correct = (0,_dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .recordFile */ .mR)(files, distInfo);
        if (given === correct)
            return [];
        const [givenLines, correctLines] = [given.split('\n'), correct.split('\n')];
        const problems = [
            ...without(correctLines, givenLines).map((line) => `RECORD lacks the line ${line}`),
            ...without(givenLines, correctLines).map((line) => `RECORD has the wrong line ${line}`),
        ];
        return problems.length > 0 ? problems : ['RECORD is not in order, or has a line twice'];
    },
};
function distInfoPaths(distInfo) {
    const licenses = Object.values(_dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .LICENSE_PATHS */ .vY).map((path) => `licenses/${path}`);
    return ['METADATA', 'RECORD', 'WHEEL', 'top_level.txt', _dist_info_js__WEBPACK_IMPORTED_MODULE_2__/* .SBOM_PATH */ .yR, ...licenses].map((path) => `${distInfo}/${path}`);
}
function linesMissing({ files, distInfo }, name, lines) {
    const data = files.get(`${distInfo}/${name}`);
    if (data === undefined)
        return [];
    return without(lines, decode(data).split('\n')).map((line) => `${name} lacks the line ${line}`);
}
/** Those that are not among the others, each once. */
function without(texts, others) {
    const left = new Set(texts);
    for (const other of others)
        left.delete(other);
    return [...left];
}
function decode(data) {
    return new TextDecoder().decode(data);
}
function octal(mode) {
    return mode === undefined ? 'of another system' : mode.toString(8);
}


/***/ })

};
