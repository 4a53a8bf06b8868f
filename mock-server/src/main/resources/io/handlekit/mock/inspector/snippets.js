/** Javac refuses longer constants; what is that long is left out. */
const MOST_IN_JAVA = 20_000;
const VERSION = /^\/v1(beta)?(?=\/)/;

/** Returns a curl line that sends the same request. With an account of its own, a login has names to fill in. */
export function curl(exchange, { authorization, hasAccount }) {
  const query = exchange.query ? `?${exchange.query}` : "";
  const url = location.origin + exchange.path + query;
  const words = ["curl"];
  if (location.protocol === "https:") {
    words.push("-k");
  }
  if (/[[\]{}]/.test(url)) {
    words.push("--globoff");
  }
  words.push("-X", exchange.method, quoted(url));
  if (authorization !== undefined) {
    words.push("-H", quoted(`Authorization: ${authorization}`));
  }
  if (isLogin(exchange)) {
    words.push("-H", quoted("Content-Type: application/json"), "--data-raw", quoted(hasAccount ? '{"username":"USER","password":"PASSWORD"}' : '{"username":"any","password":"any"}'));
  } else if (exchange.request_body !== "") {
    words.push("-H", quoted("Content-Type: application/json"), "--data-raw", quoted(exchange.request_body));
  }
  return words.join(" ");
}

/** Returns the Java code that verifies that the mock received this call; empty if nothing of the service matches it. */
export function java(exchange) {
  if (!VERSION.test(exchange.path) || exchange.status === 404 || exchange.status === 405) {
    return "";
  }
  const path = exchange.path.replace(VERSION, "");
  const lines = [`mock.verify(ExpectedCalls.of(${literal(exchange.method)}, ${literal(path)})`];
  const seen = new Set();
  for (const [name, value] of new URLSearchParams(exchange.query)) {
    if (!seen.has(name)) {
      seen.add(name);
      lines.push(`.withQuery(${literal(name)}, ${literal(value)})`);
    }
  }
  for (const { path: at, value } of leaves(json(exchange.request_body)).filter((leaf) => String(leaf.value).length <= MOST_IN_JAVA)) {
    lines.push(typeof value === "string" ? `.with(${literal(at)}, ${literal(value)})` : `.withJson(${literal(at)}, ${literal(JSON.stringify(value))})`);
  }
  return `${lines.join("\n        ")});`;
}

/** Returns the expectation of the control API that this call meets. */
export function expectation(exchange) {
  const members = leaves(json(exchange.request_body));
  return {
    method: exchange.method,
    path: exchange.path.replace(VERSION, ""),
    query: Object.fromEntries([...new URLSearchParams(exchange.query)].reverse()),
    ...(members.length > 0 ? { json: Object.fromEntries(members.map(({ path, value }) => [path, value])) } : {}),
  };
}

/** Returns the JSON value of a text; undefined if it is not JSON. */
export function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isLogin(exchange) {
  return exchange.path.endsWith("/auth/login");
}

/** Returns the values in a JSON value that have no members, with their paths. */
function leaves(value, path = "$") {
  if (value === undefined) {
    return [];
  }
  if (value !== null && typeof value === "object" && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([name, member]) => {
      const step = Array.isArray(value) ? `[${name}]` : segment(name);
      return step === undefined ? [] : leaves(member, path + step);
    });
  }
  return path === "$" ? [] : [{ path, value }];
}

/** Returns a member's step in a path; undefined if no path can name it. */
function segment(name) {
  if (/^[A-Za-z_]\w*$/.test(name)) {
    return `.${name}`;
  }
  return name.includes("'") ? (name.includes('"') ? undefined : `["${name}"]`) : `['${name}']`;
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Returns a Java string literal. Java 17 and JSON have the same escapes, except for what JSON writes as \u00XX. */
function literal(text) {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
