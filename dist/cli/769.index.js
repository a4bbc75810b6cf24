export const id = 769;
export const ids = [769];
export const modules = {

/***/ 6568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ isTaken),
/* harmony export */   GV: () => (/* binding */ untagged),
/* harmony export */   HA: () => (/* binding */ immutable),
/* harmony export */   KF: () => (/* binding */ deleted),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   x3: () => (/* binding */ deleteCommand),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);

/** `https://github.com/o/r` is for people; messages name a repository as GitHub does. */
function repositoryOf(target) {
    return `${target.owner}/${target.repo}`;
}
/** The command that deletes a release or asset; a person has to decide that. */
function deleteCommand(target, what, id) {
    return `gh api -X DELETE repos/${repositoryOf(target)}/${what}/${id}`;
}
const PERMISSIONS = 'permissions:\n  contents: write';
/** GitHub refuses a tag or a commit that changes workflows with the words of an unknown repository. */
const WORKFLOWS = 'A GITHUB_TOKEN may not make a release whose new tag would point at a commit that changes .github/workflows ' +
    'relative to the default branch: push the tag yourself first, or give a token with the workflows permission.';
/**
 * What a refusal means and what to do about it.
 *
 * @param doing what was being done, as a noun phrase: `creating a draft for 2.9.13-1`
 */
function refusal(target, doing, trouble) {
    const { status, message, request, headers } = trouble;
    const accepted = status === 403 ? headers['x-accepted-github-permissions'] : undefined;
    const needs = accepted === undefined ? '' : ` (x-accepted-github-permissions: ${accepted})`;
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${doing} failed: GitHub answered ${status} to ${request}: ${message}${needs}`, adviceOn(trouble, repositoryOf(target)));
}
function adviceOn(trouble, repository) {
    const { status, request } = trouble;
    if (status >= 300 && status < 400) {
        return `${repository} has been renamed or moved. Give its current name: \`repository: OWNER/NAME\`.`;
    }
    if (status === 401) {
        return 'The token is wrong or has expired: renew it, or leave `token` out. A build then uses the workflow’s own, and what is public is installed without one.';
    }
    if (status === 403) {
        const workflows = request.startsWith('GET') ? '' : `\n${WORKFLOWS}`;
        return (`The token may not write to ${repository}. Add to the job that uses this action:\n${PERMISSIONS}\n` +
            'Pull requests from forks get a read-only token whatever the workflow says; a token given as `token` needs ' +
            `"Contents: write" for this repository.${workflows}`);
    }
    if (status === 404) {
        return (`Either ${repository} is not the right repository, or the token cannot see it or may not write there ` +
            `(GitHub does not say which). In the job that uploads:\n${PERMISSIONS}\n${WORKFLOWS}`);
    }
    if (status === 422)
        return adviceOnInvalid(trouble, repository);
    return 'GitHub will not accept this, and repeating it would not help. Its own words are above.';
}
function adviceOnInvalid(trouble, repository) {
    if (/immutable/i.test(trouble.message)) {
        return ('A published immutable release and its tag can never be changed again. Use a new tag, with the next ' +
            'rebuild counter (2.9.13-2 after 2.9.13-1), upload to its draft, and publish last.');
    }
    if (isTaken(trouble, 'tag_name')) {
        return ('Another release of this tag was published in the meantime. Nothing was lost: compare the two, and delete the ' +
            'draft, or give it a new tag.');
    }
    if (trouble.details.some(({ field }) => field === 'pre_receive')) {
        return (`A tag ruleset of ${repository} does not let this token create the tag: push the tag yourself ` +
            'first, or add the token’s app to the ruleset’s bypass list.');
    }
    return 'GitHub’s own words are above; repeating the request would not help.';
}
/** Whether GitHub refused because another asset has the name, or another published release the tag. */
function isTaken({ status, details }, field) {
    return (status === 422 && details.some((detail) => detail.code === 'already_exists' && detail.field === field));
}
/** The release that was worked on is gone; it is never made again behind the back of whoever deleted it. */
function deleted(target, release) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`the release ${release.tag} (id ${release.id}) of ${repositoryOf(target)} was deleted in the meantime`, 'Nothing was created in its place. If that was a mistake, run the whole workflow again; another job or person ' +
        'may have removed it on purpose.');
}
/** A published immutable release can take no asset. */
function immutable(target, release) {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`the release ${release.tag} of ${repositoryOf(target)} is published and immutable: it can take no more assets`, 'Use a new tag, with the next rebuild counter (2.9.13-2 after 2.9.13-1): `release-tag: NEW`. Assets go to the ' +
        'draft first; the publish action publishes it last.');
}
/** A draft whose tag GitHub has replaced, as it does when a change leaves the tag out (jdx/communique#241). */
function untagged(target, release, wanted = 'TAG') {
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`the release ${release.id} of ${repositoryOf(target)} carries the tag ${release.tag}: its own was lost`, 'GitHub renames a draft’s tag when a change leaves it out. Restore it: gh api -X PATCH ' +
        `repos/${repositoryOf(target)}/releases/${release.id} -f tag_name=${wanted}`);
}


/***/ }),

/***/ 6769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/network/clock.js
var network_clock = __webpack_require__(31607);
// EXTERNAL MODULE: ./build/report/errors.js
var errors = __webpack_require__(73976);
// EXTERNAL MODULE: ./build/github/limits.js
var github_limits = __webpack_require__(4472);
;// CONCATENATED MODULE: ./build/github/schemas.js

/** A release as GitHub answers it, down to what is used. `immutable` is missing on older GitHub Enterprise hosts. */
const releaseSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    tag_name: schemas/* string */.YjP(),
    draft: schemas/* boolean */.zMY(),
    prerelease: schemas/* boolean */.zMY(),
    published_at: schemas/* string */.YjP().nullish(),
    immutable: schemas/* boolean */.zMY().default(false),
    html_url: schemas/* string */.YjP(),
    upload_url: schemas/* string */.YjP(),
    target_commitish: schemas/* string */.YjP(),
})
    .transform(({ tag_name, published_at, html_url, upload_url, target_commitish, ...same }) => ({
    ...same,
    tag: tag_name,
    publishedAt: published_at ? Date.parse(published_at) : 0,
    url: html_url,
    uploadUrl: upload_url,
    commitish: target_commitish,
}));
/** An asset, likewise; `digest` is missing on older hosts. */
const assetSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    size: schemas/* int */.Whr(),
    digest: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    browser_download_url: schemas/* string */.YjP(),
})
    .transform(({ digest, created_at, browser_download_url, ...same }) => ({
    ...same,
    digest: digest ?? null,
    createdAt: Date.parse(created_at),
    url: browser_download_url,
}));
/** What a reference or an annotated tag points at. */
const objectSchema = schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ type: schemas/* string */.YjP(), sha: schemas/* string */.YjP() }) })
    .transform(({ object }) => object);

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./build/network/route.js
var route = __webpack_require__(18124);
// EXTERNAL MODULE: ./build/network/trouble.js
var trouble = __webpack_require__(55974);
;// CONCATENATED MODULE: ./build/github/transport.js





/**
 * The real Octokit, without its retry and throttling plugins: those repeat creations and uploads blindly,
 * which makes second drafts and turns stored uploads into 422 (octokit/plugin-retry.js takes a lost answer for a status 500).
 *
 * @throws {InputError} for an empty token, or one with white space in it
 */
function createTransport(setting) {
    const { target, log, clock, limits } = setting;
    const { owner, repo, token, apiUrl } = target;
    if (!/^\S+$/.test(token)) {
        throw new errors/* InputError */.dz('token', 'is empty or has white space in it', 'Leave it out to use the workflow’s own, or check how the secret was stored.');
    }
    // Imported when it is first needed, because at import it reads GITHUB_API_URL and throws where that is not an address;
    // eagerly for the bundler, whose list of licences would otherwise be that of one piece.
    const opening = async () => (await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 50157))).getOctokit(token, {
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'psycopg2-lambda',
        request: { fetch: routedFetch },
        log: { debug: () => { }, info: () => { }, warn: log.debug, error: log.debug },
    });
    const clean = (text) => shorten(text.replaceAll(token, '***'));
    let octokit;
    let ahead = 0;
    let nextChange = 0;
    return {
        serverNow: () => clock.now() + ahead,
        async send(call) {
            const request = clean(pathOf(call));
            const early = nextChange - clock.now();
            if (!isGet(call) && early > 0)
                await clock.sleep(early);
            const answer = await once(call, request);
            if (!isGet(call))
                nextChange = clock.now() + limits.gap;
            log.debug(`${request} → ${answer.kind === 'lost' ? answer.why : answer.status}`);
            if (answer.kind !== 'ok')
                return answer;
            const { success, data } = call.schema.safeParse(answer.data);
            if (success)
                return { kind: 'ok', data, headers: answer.headers };
            const what = typeof answer.data === 'string' ? clean(answer.data) : 'other JSON';
            const why = `status ${answer.status} with something that GitHub does not answer here: ${what}`;
            return { kind: 'lost', request, why, late: false };
        },
    };
    /** Method and path, without the query of a whole URL. */
    function pathOf({ route, parameters }) {
        const values = { owner, repo, ...parameters };
        return route
            .replace(/https?:\S+/, (url) => new URL(url).pathname)
            .replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
    }
    async function once(call, request) {
        const timeout = call.timeout ?? limits.requestTimeout;
        const { proxy } = (0,route/* routeTo */.B)(new URL(call.route.slice(call.route.indexOf(' ') + 1), apiUrl));
        const signal = AbortSignal.timeout(timeout);
        try {
            octokit ??= await opening();
            const response = await octokit.request(call.route, {
                ...(call.body === undefined ? { owner, repo, ...call.parameters } : { data: call.body }),
                headers: { 'x-github-api-version': '2022-11-28', ...call.headers },
                request: {
                    signal,
                    // A repeated body at another address is not ours to decide; GitHub redirects after a rename.
                    redirect: isGet(call) ? 'follow' : 'manual',
                    parseSuccessResponseBody: call.stream !== true,
                },
            });
            return heard(request, responseSchema.parse(response));
        }
        catch (error) {
            const failed = failureSchema.safeParse(error);
            if (failed.success)
                return heard(request, failed.data.response);
            const late = signal.aborted;
            const { why, ...lost } = (0,trouble/* lostBy */.q)(error, request, timeout, proxy);
            return {
                ...lost,
                why: late ? `no answer within ${Math.round(timeout / 100) / 10} s` : clean(why),
                late,
            };
        }
    }
    function heard(request, response) {
        const { status, headers, data } = response;
        const time = Date.parse(headers.date ?? '');
        if (!Number.isNaN(time))
            ahead = time - clock.now();
        if (status < 300)
            return { kind: 'ok', status, headers, data };
        const refused = { kind: 'refused', request, status, headers };
        if (status < 400) {
            return { ...refused, message: clean(`redirects to ${headers.location ?? 'nowhere'}`), details: [] };
        }
        const { message, errors } = errorSchema.safeParse(data).data ?? { message: String(data), errors: [] };
        const said = [message, ...errors.map(describeDetail)].filter(Boolean).join('; ');
        return { ...refused, message: clean(said), details: errors };
    }
}
function isGet({ route }) {
    return route.startsWith('GET ');
}
const responseSchema = schemas/* object */.Ikc({
    status: schemas/* int */.Whr(),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .transform((headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))),
    data: schemas/* unknown */.L5J(),
});
/** What Octokit throws for an answer that is not a yes. */
const failureSchema = schemas/* object */.Ikc({ response: responseSchema });
const detailSchema = schemas/* object */.Ikc({
    code: schemas/* string */.YjP().optional(),
    field: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP().optional(),
});
const errorSchema = schemas/* object */.Ikc({
    message: schemas/* string */.YjP(),
    errors: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP().transform((message) => ({ message })), detailSchema]))
        .catch([]),
});
/**
 * undici's own fetch by the way that leads to each address. The fetch that getOctokit brings asks for a proxy once, at
 * import and for GITHUB_API_URL only; Node's built-in fetch is of another undici than our dispatchers.
 */
function routedFetch(url, init) {
    return (0,undici.fetch)(url, { ...init, dispatcher: route/* routes */.J });
}
function describeDetail(detail) {
    return detail.message ?? [detail.field, detail.code].filter(Boolean).join(' ');
}
/** One line of at most 300 characters; a page for people is not printed at all. */
function shorten(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line === '')
        return 'nothing at all';
    if (/^<(!doctype|html)/i.test(line))
        return 'an HTML page';
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

// EXTERNAL MODULE: ./build/github/waiting.js
var waiting = __webpack_require__(15349);
;// CONCATENATED MODULE: ./build/github/api.js







/**
 * Opens nothing yet: the first request is sent by whoever uses the connection. One connection serves a whole job.
 *
 * @param time for tests: another clock, shorter limits
 */
function connect(target, log, time = {}) {
    const { clock = network_clock/* systemClock */.m } = time;
    const own = { target, log, clock, limits: { ...github_limits/* defaultLimits */.MK, ...time.limits } };
    const transport = createTransport(own);
    const setting = { ...own, serverNow: transport.serverNow, limited: waiting/* limitOf */.L };
    return { ...setting, api: createApi(setting, transport) };
}
const anything = schemas/* unknown */.L5J();
const RELEASES = '/repos/{owner}/{repo}/releases';
const ASSETS = `${RELEASES}/assets`;
function createApi(setting, transport) {
    const { target, limits } = setting;
    /** For requests that can be repeated without harm; undefined: 404. */
    async function persist(patience, call) {
        for (;;) {
            const answer = await transport.send(call);
            if (answer.kind === 'ok')
                return answer;
            if (answer.kind === 'refused' && answer.status === 404)
                return undefined;
            await patience.face(answer);
        }
    }
    async function one(doing, call) {
        return (await persist((0,waiting/* patienceFor */.R)(setting, doing), call))?.data;
    }
    /** All pages; undefined: 404. A row that moved to the next page while reading is not counted twice. */
    async function all(doing, call) {
        const rows = new Map();
        const patience = (0,waiting/* patienceFor */.R)(setting, doing);
        for (let page = 1;; page += 1) {
            const parameters = { ...call.parameters, per_page: 100, page };
            const answer = await persist(patience, { ...call, parameters });
            if (answer === undefined)
                return undefined;
            for (const row of answer.data)
                rows.set(row.id, row);
            const { link } = answer.headers;
            const more = link === undefined ? answer.data.length === 100 : link.includes('rel="next"');
            if (!more)
                return [...rows.values()];
            patience.progress();
        }
    }
    return {
        release: (id) => one(`reading the release ${id}`, { route: `GET ${RELEASES}/${id}`, schema: releaseSchema }),
        /** Never finds a draft. */
        publishedRelease: (tag) => one(`looking for the release ${tag}`, {
            route: `GET ${RELEASES}/tags/{tag}`,
            parameters: { tag },
            schema: releaseSchema,
        }),
        /** What GitHub shows as the latest; undefined: there is none, or no such repository. */
        latestRelease: () => one('looking for the latest release', { route: `GET ${RELEASES}/latest`, schema: releaseSchema }),
        /** Every release the token may see, drafts only with the right to write; undefined: no such repository. */
        releases: () => all('listing the releases', { route: `GET ${RELEASES}`, schema: schemas/* array */.YOg(releaseSchema) }),
        createDraft: (tag, commitish) => transport.send({
            route: `POST ${RELEASES}`,
            parameters: {
                tag_name: tag,
                name: tag,
                draft: true,
                ...(commitish === undefined ? {} : { target_commitish: commitish }),
            },
            schema: releaseSchema,
        }),
        publish: (release, { commitish, makeLatest }) => transport.send({
            route: `PATCH ${RELEASES}/${release.id}`,
            // Without tag_name GitHub may rename the tag to untagged-… (jdx/communique#241, release-drafter#204).
            parameters: {
                tag_name: release.tag,
                target_commitish: commitish,
                draft: false,
                make_latest: makeLatest,
            },
            schema: releaseSchema,
        }),
        /** Undefined: the release is gone. */
        assets: (releaseId) => all('listing the assets', {
            route: `GET ${RELEASES}/${releaseId}/assets`,
            schema: schemas/* array */.YOg(assetSchema),
        }),
        upload: (release, name, upload) => transport.send({
            route: `POST ${uploadUrl(target, release, name)}`,
            headers: { 'content-type': contentTypeOf(name) },
            body: upload.body,
            timeout: (0,github_limits/* uploadTime */.HX)(limits, upload.size),
            schema: assetSchema,
        }),
        rename: (assetId, name) => transport.send({ route: `PATCH ${ASSETS}/${assetId}`, parameters: { name }, schema: assetSchema }),
        /** Where another job was faster (404), the asset is as gone as it should be. */
        deleteAsset: (id) => one(`deleting the asset ${id}`, { route: `DELETE ${ASSETS}/${id}`, schema: anything }),
        /** Downloads the asset and gives what is read of its bytes, anew where the download breaks off; undefined: it is gone. */
        async download({ id, size }, read) {
            const doing = `downloading the asset ${id}`;
            const patience = (0,waiting/* patienceFor */.R)(setting, doing);
            for (;;) {
                const answer = await persist(patience, {
                    route: `GET ${ASSETS}/${id}`,
                    headers: { accept: 'application/octet-stream' },
                    timeout: (0,github_limits/* uploadTime */.HX)(limits, size),
                    schema: schemas/* custom */.IeY((body) => body instanceof ReadableStream),
                    stream: true,
                });
                if (answer === undefined)
                    return undefined;
                try {
                    return await read(answer.data);
                }
                catch (error) {
                    await patience.again(`${doing} broke off: ${(0,errors/* messageOf */.bD)(error)}`);
                }
            }
        },
        /** What a tag points at. */
        tagRef: (tag) => one(`looking for the tag ${tag}`, {
            route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
            parameters: { ref: `tags/${tag}` },
            schema: objectSchema,
        }),
        /** What an annotated tag's object points at. */
        tagObject: (sha) => one(`reading the annotated tag ${sha}`, {
            route: 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}',
            parameters: { tag_sha: sha },
            schema: objectSchema,
        }),
        /**
         * Asks for something that needs `contents: write` (403 without: web-infra-dev/midscene#2827) and saves nothing
         * (GitHub's reference).
         */
        probeWrite: (tag) => transport.send({
            route: `POST ${RELEASES}/generate-notes`,
            parameters: { tag_name: tag },
            schema: anything,
        }),
    };
}
/**
 * Where an asset is posted: the release's own template, whatever its host (uploads.github.com, or
 * `https://HOST/api/uploads` on GitHub Enterprise). URLSearchParams writes `+` as `%2B`; a bare one would be
 * read as a blank and stored as a dot.
 */
function uploadUrl(target, release, name) {
    const url = new URL(release.uploadUrl.replace(/\{.*$/, ''));
    if (new URL(target.apiUrl).protocol === 'https:' && url.protocol !== 'https:') {
        throw new errors/* BuildError */.zS(`the server wants uploads at ${url.origin}, without encryption`, 'The token would be readable on the way. Ask the administrator of this GitHub server to give upload_url as https.');
    }
    url.searchParams.set('name', name);
    return url.href;
}
function contentTypeOf(name) {
    if (/\.(zip|whl)$/.test(name))
        return 'application/zip';
    if (/\.(sha256|md5)$|SUMS$/.test(name))
        return 'text/plain';
    return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}


/***/ }),

/***/ 4472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ uploadTime),
/* harmony export */   MK: () => (/* binding */ defaultLimits),
/* harmony export */   w: () => (/* binding */ graceTime)
/* harmony export */ });
/** What a job goes by. */
const defaultLimits = {
    // GitHub itself gives up after 10 s.
    requestTimeout: 15_000,
    uploadTimeout: 60_000,
    starterGrace: 300_000,
    attempts: 6,
    backoff: 1_000,
    // A GITHUB_TOKEN's hour begins anew at the reset; a job that slept through most of one only costs money.
    longestWait: 15 * 60_000,
    // For a limit without a time GitHub asks for a minute at least, and for more each time (REST best practices).
    unsaidWait: 60_000,
    // GitHub asks for one second between requests that change something (REST best practices).
    gap: 1_000,
    // Reports speak of seconds (cli/cli#6599, onyx-dot-app/onyx#12471).
    listLag: 10_000,
};
/** How long an upload may take, in milliseconds: a line of 100 kB/s must suffice. @param size in bytes */
function uploadTime(limits, size) {
    return limits.uploadTimeout + Math.ceil(size / 100);
}
/**
 * The age from which a half-uploaded asset is nobody's, in milliseconds: whoever is still uploading it with this
 * code has given up by then. @param size of the asset that it should become, in bytes
 */
function graceTime(limits, size) {
    return Math.max(limits.starterGrace, 2 * uploadTime(limits, size));
}


/***/ }),

/***/ 15349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ limitOf),
/* harmony export */   R: () => (/* binding */ patienceFor)
/* harmony export */ });
/* harmony import */ var _network_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86450);
/* harmony import */ var _report_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73976);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6568);



/**
 * The patience for one operation on GitHub.
 *
 * @param doing what is being done, as a noun phrase: `uploading psycopg2.9.13-3.13.zip`
 */
function patienceFor(setting, doing) {
    return new _network_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .Patience */ .i3(setting, (reason) => failure(setting, doing, reason));
}
/** GitHub's own signs of a limit (REST API: rate limits); the reset is by its clock. */
function limitOf({ status, headers, message }) {
    const none = headers['x-ratelimit-remaining'] === '0';
    const reset = Number(headers['x-ratelimit-reset']);
    const until = none && reset > 0 ? { until: reset * 1000 } : {};
    if (status === 429)
        return until;
    const limited = 'retry-after' in headers || none || /rate limit|abuse detection/i.test(message);
    return status === 403 && limited ? until : undefined;
}
function failure({ target, limits }, doing, reason) {
    const { why, what, trouble, failures, asked = 0 } = reason;
    if (why === 'limited') {
        return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${doing} failed: ${what}; GitHub asks to wait for ${(0,_network_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(asked)}`, `That is longer than this action waits (${(0,_network_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(limits.longestWait)} in all). Run the job again after ` +
            'that; what is uploaded is kept and will be reused. Fewer jobs at once, or the way with one writer, ' +
            'need fewer requests.');
    }
    if (why === 'final' && trouble?.kind === 'refused')
        return (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)(target, doing, trouble);
    return new _report_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS(`${doing} failed ${failures} times; the last time: ${what}`, 'GitHub, a proxy or the network is in trouble (https://www.githubstatus.com). Run the job again later: what ' +
        'is uploaded is kept and will be reused.');
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
