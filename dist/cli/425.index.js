export const id = 425;
export const ids = [425];
export const modules = {

/***/ 20770:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__(20218);


/***/ }),

/***/ 20218:
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {



var net = __webpack_require__(69278);
var tls = __webpack_require__(64756);
var http = __webpack_require__(58611);
var https = __webpack_require__(65692);
var events = __webpack_require__(24434);
var assert = __webpack_require__(42613);
var util = __webpack_require__(39023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


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


/***/ })

};
