export const id = 139;
export const ids = [139];
export const modules = {

/***/ 48139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchFile: () => (/* binding */ fetchFile)
/* harmony export */ });
/* harmony import */ var _network_address_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58865);
/* harmony import */ var _network_get_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57725);
/* harmony import */ var _network_patience_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86450);
/* harmony import */ var _network_read_body_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(97834);
/* harmony import */ var _network_trouble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55974);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73976);
/* harmony import */ var _not_the_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63902);







/**
 * Gets a small file whole into memory, again where that can help, for a minute at most.
 *
 * @param most in bytes; what is larger is not read to its end
 * @returns undefined where the server says that there is no such file
 * @throws {BuildError} when it cannot be had; the signal's reason once it is aborted
 */
async function fetchFile(url, { most, conditions }) {
    const { times, signal, clock } = conditions;
    const began = clock.now();
    let skew = 0;
    // A date in Retry-After is by the server's clock, which this machine's need not agree with.
    const setting = { ...conditions, serverNow: () => clock.now() + skew };
    const patience = new _network_patience_js__WEBPACK_IMPORTED_MODULE_4__/* .Patience */ .i3(setting, (reason) => givenUp(reason, url));
    for (;;) {
        const answer = await (0,_network_get_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .J)({ url, times, signal });
        if (answer.kind === 'ok') {
            try {
                const bytes = await (0,_network_read_body_js__WEBPACK_IMPORTED_MODULE_5__/* .readBody */ .x)(answer, most, () => tooLarge(url, most));
                return { bytes, page: /^text\/html\b/i.test(answer.headers['content-type'] ?? '') };
            }
            catch (error) {
                signal?.throwIfAborted();
                if (error instanceof _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS)
                    throw error;
                await patience.face((0,_network_trouble_js__WEBPACK_IMPORTED_MODULE_1__/* .lostBy */ .q)(error, (0,_network_address_js__WEBPACK_IMPORTED_MODULE_6__/* .shown */ .SP)(url), times.stallMs));
            }
        }
        else {
            if (answer.kind === 'refused' && (answer.status === 404 || answer.status === 410))
                return undefined;
            const date = answer.kind === 'refused' ? Date.parse(answer.headers.date ?? '') : Number.NaN;
            if (!Number.isNaN(date))
                skew = date - clock.now();
            await patience.face(answer);
        }
        if (clock.now() - began > conditions.limits.longestWait)
            throw new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${(0,_network_address_js__WEBPACK_IMPORTED_MODULE_6__/* .shown */ .SP)(url)} could not be fetched within a minute`, AGAIN);
    }
}
const AGAIN = 'Run it again later, give a mirror or a directory with the release in base-url, or use a proxy (https_proxy).';
function tooLarge(url, most) {
    return new _not_the_file_js__WEBPACK_IMPORTED_MODULE_3__/* .NotTheFile */ .b(`${(0,_network_address_js__WEBPACK_IMPORTED_MODULE_6__/* .shown */ .SP)(url)} has more than the ${most} bytes that were to come; reading stopped there`, 'A proxy or mirror on the way may have replaced it. Nothing was changed.');
}
function givenUp({ what, why, trouble, failures, asked }, url) {
    if (why === 'limited')
        return new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${what}, and the server asks to wait for ${(0,_network_patience_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(asked ?? 0)}, more than the minute that this waits`, AGAIN);
    const tried = failures > 1 ? ` (tried ${failures} times)` : '';
    const denied = trouble?.kind === 'refused' && (trouble.status === 401 || trouble.status === 403);
    // Where a redirect led, it is another address.
    const happened = what.replace(`${(0,_network_address_js__WEBPACK_IMPORTED_MODULE_6__/* .shown */ .SP)(url)}: `, '');
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS(`${(0,_network_address_js__WEBPACK_IMPORTED_MODULE_6__/* .shown */ .SP)(url)} cannot be had: ${happened}${tried}`, denied
        ? 'For a repository, give a token that may read it; for a base-url, a login in it: https://USER:PASSWORD@HOST/….'
        : AGAIN);
}


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


/***/ })

};
