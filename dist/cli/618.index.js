export const id = 618;
export const ids = [618];
export const modules = {

/***/ 31736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ assertWritable),
/* harmony export */   GL: () => (/* binding */ explainUnwritten),
/* harmony export */   My: () => (/* binding */ hiddenPath),
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   S2: () => (/* binding */ removeQuietly),
/* harmony export */   eX: () => (/* binding */ replaceWhole),
/* harmony export */   f8: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73976);




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
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(probe);
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
    const isThere = () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((found) => found.isDirectory(), () => false);
    if (await isThere())
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (parent !== path)
        await makeDirectory(parent);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(path);
    }
    catch (error) {
        // Another process may have made it meanwhile.
        if (!(await isThere()))
            throw error;
    }
}
/** A name beside the one a file is to get, for as long as it is not complete. */
function hiddenPath(directory, path, suffix) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path)}.${suffix}.tmp`);
}
/** Never follows or overwrites what is there, and is on the disk when done: a full one may say so only then. */
async function writeWhole(path, data) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'wx');
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
    const hidden = hiddenPath((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), path, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex'));
    try {
        await writeWhole(hidden, data);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(hidden, path);
    }
    catch (error) {
        await removeQuietly(hidden);
        throw error;
    }
}
/** For leftovers of a failure, whose own error is the one to report. */
async function removeQuietly(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true }).catch(() => undefined);
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
        return new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .BuildError */ .zS(`${directory.name}: cannot write to ${directory.path}: ${full}${where}`, 'Free some space there, or name a directory elsewhere. Nothing was left behind.');
    }
    const [what, hint] = UNWRITABLE[code] ?? [(0,_report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error), 'Name a writable directory.'];
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(directory.name, `cannot write to ${directory.path}: ${what}${where}`, hint);
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
        const { statusCode, body, ...answer } = await unlessAborted(answering, either);
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
/** While a proxy has not opened its tunnel, undici's request does not feel the signal. */
async function unlessAborted(work, signal) {
    const aborted = new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    // Whichever loses the race must not be reported as unhandled.
    for (const each of [work, aborted])
        each.catch(() => undefined);
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
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

/***/ 20341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ MANIFEST_SCHEMA),
/* harmony export */   rc: () => (/* binding */ manifestSchema),
/* harmony export */   tp: () => (/* binding */ factsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38816);
/* harmony import */ var _catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28165);


/** The version of the manifest's schema. It grows only when what is there changes its meaning; more may be added. */
const MANIFEST_SCHEMA = 1;
const sha256 = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits');
/** A file of a release: `size` in bytes, `url` where anybody downloads it. */
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(),
    size: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    sha256,
});
/** What is known of a zip, and holds for its other forms. */
const factsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    /** `major.minor`. */
    python: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\d+\.\d+$/, 'expected a version such as 3.13'),
    architecture: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_catalog_architecture_js__WEBPACK_IMPORTED_MODULE_0__/* .ARCHITECTURES */ .Xe),
    versions: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ psycopg2: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), postgresql: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), openssl: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    /** The newest glibc that the module needs; null where it needs none by version. */
    glibc: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    toolchain: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
/** A zip and its other forms. */
const artefactSchema = fileSchema.extend({
    md5: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    ...factsSchema.shape,
    /** The same bytes under a wheel's name. */
    wheel: fileSchema.optional(),
    /** The same tree below `python/`, or in a layer that several Pythons share. */
    layer: fileSchema.optional(),
    /** The record of what was verified, and which stages of it ran; null where nothing was tried. */
    verified: fileSchema.extend({ stages: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) }).nullable(),
});
/** Where an earlier release's manifest is, and its sum. */
const earlierSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ tag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1), url: zod__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ5(), sha256 });
/** A manifest, as `manifest.json` on a release has it. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(MANIFEST_SCHEMA),
    /** OWNER/NAME. */
    repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[\w.-]+\/[\w.-]+$/, 'expected OWNER/NAME'),
    tag: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    /** What the tag stands at. */
    commit: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(artefactSchema),
    /** Earlier releases, the newest first: where their manifests are, and the manifests' sums. */
    earlier: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(earlierSchema),
});


/***/ })

};
