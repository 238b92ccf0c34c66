"""Wrong, torn and hostile requests: each must get a 4xx or a closed connection; never a 5xx, never a hang, never much memory."""
import random
import re

from visitor import GOOD, Site, arguments, ended, status

H = b"Host: localhost\r\nConnection: close\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def get(target=b"/", lines=b"", version=b"HTTP/1.1", host=H):
    return b"GET " + target + b" " + version + b"\r\n" + host + lines + b"\r\n"


def post(lines=b"", body=b"", kind=FORM, target=b"/form"):
    return b"POST " + target + b" HTTP/1.1\r\n" + H + kind + lines + b"\r\n" + body


def length(n):
    return b"Content-Length: " + str(n).encode() + b"\r\n"


def refused():
    yield from ((f"line end {i}", raw) for i, raw in enumerate([
        GOOD.replace(b"\r\n", b"\n"), GOOD.replace(b"\r\n", b"\r"), GOOD.replace(b"\r\n", b"\n", 1), GOOD[:-2] + b"\n",
        b"\r\n" + GOOD, b"\n" + GOOD, b"GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", get(lines=b"X: a\nY: b\r\n"), get(lines=b"X: a\rY: b\r\n"),
        get(lines=b"X: a\r\n folded\r\n"), get(lines=b"X: a\r\n\tfolded\r\n"), b"GET / HTTP/1.1\r\n " + H + b"\r\n"]))
    for name in (b"X Y", b"X\t", b"", b"X ", b" X", b"X(", b"X\"", b"\xc3\xa5", b"X[", b"X@Y", b"X/Y", b"X{", b"X=", b"X,", b"X;"):
        yield f"header name {name!r}", get(lines=name + b": 1\r\n")
    yield "header without colon", get(lines=b"justtext\r\n")
    for byte in (0, 1, 7, 8, 11, 12, 27, 127):
        yield f"control {byte} in value", get(lines=b"X: a" + bytes([byte]) + b"b\r\n")
        yield f"control {byte} in target", get(b"/a" + bytes([byte]))
        yield f"control {byte} encoded", get(b"/a%%%02x" % byte)
    for target in (b"//", b"//x", b"/a//b", b"/../x", b"/a/../../etc/passwd", b"/a/..", b"/.", b"/./a", b"/%2e%2e/x", b"/a/%2E%2e/b", b"/a%2fb",
                   b"/a%2F..%2Fb", b"/static/../app.css", b"/static/%2e%2e/%2e%2e/etc/passwd", b"/static/..%2f..%2fetc", b"\\a", b"/a\\b", b"/a%5cb",
                   b"/..%5c..%5c", b"/%", b"/%2", b"/%zz", b"/%g0", b"/% 1", b"/a%", b"/%c3", b"/%c3%28", b"/%ff", b"/%ed%a0%80", b"/%f4%90%80%80",
                   b"/%c0%ae%c0%ae/", b"/%00", b"/a%00b", b"/?q=%", b"/?q=%zz", b"/?q=%ff", b"/?q=%00", b"/?%ff=1", b"/?a#b", b"/#b", b"/\"", b"/<x>",
                   b"/\xc3\xa5", b"/\xff", b"http://localhost/", b"https://x/", b"localhost:80", b"*", b"x", b"?q=1", b"", b"mailto:x"):
        yield f"target {target!r}", get(target)
    for line in (b"GET", b"GET /", b"GET  / HTTP/1.1", b"GET / HTTP/1.1 ", b"GET / HTTP/1.1 x", b" GET / HTTP/1.1", b"GET\t/\tHTTP/1.1", b"/ HTTP/1.1",
                 b"GET / HTTP/0.9", b"GET / HTTP/1.2", b"GET / HTTP/2.0", b"GET / HTTP/3", b"GET / http/1.1", b"GET / HTTP/1.1.1", b"GET / HTTP/01.1",
                 b"GET / HTTP /1.1", b"GET / FTP/1.1", b"G(T / HTTP/1.1", b"G\x00T / HTTP/1.1", b"PRI * HTTP/2.0", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
                 b"A" * 40 + b" / HTTP/1.1", b"CONNECT localhost:80 HTTP/1.1", b"OPTIONS * HTTP/1.1"):
        yield f"request line {line[:24]!r}", line + b"\r\n" + H + b"\r\n"
    for method in (b"PUT", b"DELETE", b"PATCH", b"TRACE", b"OPTIONS", b"BREW", b"get", b"Get", b"X"):
        yield f"method {method!r}", method + b" / HTTP/1.1\r\n" + H + b"\r\n"
    for host in (b"", b"Host:\r\n", b"Host: a\r\nHost: a\r\n", b"Host: a\r\nHost: b\r\n", b"Host: a b\r\n", b"Host: a/b\r\n", b"Host: a@b\r\n", b"Host: a:b\r\n",
                 b"Host: a:123456\r\n", b"Host: a:\r\n", b"Host: [::1\r\n", b"Host: a,b\r\n", b"Host: \"a\"\r\n", b"Host: \xc3\xa5\r\n", b"Host: <x>\r\n", b"Host: [x]\r\n"):
        yield f"host {host!r}", get(host=host)
    for n in (b"-1", b"+4", b"4 4", b"4,4", b"0x4", b"4a", b"", b"99999999999999999999", b"4.0", b"\"4\"", b"1e1"):
        yield f"length {n!r}", post(b"Content-Length: " + n + b"\r\n", b"q=ab")
    yield "two lengths same", post(length(4) + length(4), b"q=ab")
    yield "two lengths", post(length(4) + length(9), b"q=ab")
    for coding in (b"chunked", b"Chunked", b"chunked, identity", b"identity", b"gzip, chunked", b"xchunked", b"chunked;q=1", b"\x0bchunked", b"", b"chunked,chunked"):
        yield f"both lengths {coding!r}", post(length(4) + b"Transfer-Encoding: " + coding + b"\r\n", b"0\r\n\r\n")
    for coding in (b"identity", b"gzip, chunked", b"chunked, gzip", b"xchunked", b"chunked;q=1", b"", b"chunked,chunked", b"cow"):
        yield f"coding {coding!r}", post(b"Transfer-Encoding: " + coding + b"\r\n", b"0\r\n\r\n")
    yield "two codings", post(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n")
    yield "coding name with blank", post(b"Transfer-Encoding : chunked\r\n", b"0\r\n\r\n")
    for body in (b"g\r\n", b"-1\r\n", b"+4\r\nq=ab\r\n0\r\n\r\n", b"0x4\r\nq=ab\r\n0\r\n\r\n", b" 4\r\nq=ab\r\n0\r\n\r\n", b"4 \r\nq=ab\r\n0\r\n\r\n", b"4;x=y\r\nq=ab\r\n0\r\n\r\n",
                 b"4\nq=ab\n0\n\n", b"4\r\nq=abc\r\n0\r\n\r\n", b"5\r\nq=ab\r\n0\r\n\r\n", b"\r\n", b"ffffffffffffffff\r\nq", b"123456789\r\n", b"4\rq=ab\r\n0\r\n\r\n",
                 b"4\r\nq=ab0\r\n\r\n", b"4\r\nq=ab\r\n0\r\nX: y\r\n\r\n", b"fffffff\r\nabc", b"4\r\nq=ab\r\n0\r\nx"):
        yield f"chunk {body[:16]!r}", post(b"Transfer-Encoding: chunked\r\n", body)
    yield "chunks in 1.0", post(b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n").replace(b"HTTP/1.1", b"HTTP/1.0")
    yield "GET with body", get(lines=length(4)) + b"q=ab"
    yield "GET with chunks", get(lines=b"Transfer-Encoding: chunked\r\n") + b"4\r\nq=ab\r\n0\r\n\r\n"
    yield "expect other", post(length(4) + b"Expect: 200-maybe\r\n", b"q=ab")
    for body in (b"q=%", b"q=%zz", b"q=%ff", b"q=\xff", b"q=%00", b"%00=1", b"&".join(b"a=1" for _ in range(201)), b"stamp=wrong", b"", b"stamp=" + b"A" * 70, b"stamp=%41"):
        yield f"form {body[:16]!r}", post(length(len(body)), body)
    for kind in (b"multipart/form-data; boundary=x", b"application/json", b"text/plain", b"application/x-www-form-urlencoded; charset=latin1", b"x", b""):
        yield f"type {kind!r}", post(length(4), b"q=ab", b"Content-Type: " + kind + b"\r\n" if kind else b"")
    yield "two types", post(length(4) + FORM, b"q=ab")
    yield "huge target", get(b"/" + b"a" * 9000)
    yield "huge query", get(b"/?q=" + b"a" * 9000)
    yield "huge line without end", b"GET /" + b"a" * 200_000
    yield "huge header", get(lines=b"X: " + b"a" * 20_000 + b"\r\n")
    yield "huge name", get(lines=b"X" * 20_000 + b": a\r\n")
    yield "header without end", b"GET / HTTP/1.1\r\n" + H + b"X: " + b"a" * 200_000
    yield "many headers", get(lines=b"".join(b"X%d: a\r\n" % i for i in range(101)))
    yield "huge length", post(length(10_000_000), b"q=ab")
    yield "huge body", post(length(1_000_000), b"q=" + b"a" * 999_998)
    yield "huge chunks", post(b"Transfer-Encoding: chunked\r\n", b"8000\r\n" + b"a" * 0x8000 + b"\r\n" + b"8000\r\n" + b"a" * 0x8000 + b"\r\n" + b"8000\r\n" + b"a" * 0x8000)
    yield "many query fields", get(b"/?" + b"&".join(b"a=1" for _ in range(201)))


def accepted():
    yield "plain", GOOD, {200}
    yield "HEAD", GOOD.replace(b"GET", b"HEAD"), {200}
    yield "HTTP/1.0", b"GET / HTTP/1.0\r\n\r\n", {200}
    yield "IPv6 host", get(host=b"Host: [::1]:80\r\nConnection: close\r\n"), {200}
    yield "odd browser", get(lines=b"User-Agent: \xff\xfe\r\n"), {200}
    yield "broken cookie", get(lines=b"Cookie: a; =b; c=\xff; d=\"e\"; ;;\r\n"), {200}
    yield "100 headers", get(lines=b"".join(b"X%d: a\r\n" % i for i in range(98))), {200}
    yield "encoded letters", get(b"/item/%C3%A5ngest"), {200}
    yield "double encoded", get(b"/%252e%252e/x"), {404}
    yield "trailing slash", get(b"/stored/?a=%C3%A5"), {308}
    yield "language", get(b"/en/item/x"), {200}
    yield "wrong language", get(b"/de/item/x"), {404}
    yield "no such page", get(b"/finns-inte"), {404}
    yield "page that fails", get(b"/fails"), {500}
    yield "post without origin", post(length(4), b"q=ab"), {403}
    yield "post in chunks", post(b"Transfer-Encoding: chunked\r\n", b"4\r\nq=ab\r\n0\r\n\r\n"), {403}
    yield "method of other page", b"POST / HTTP/1.1\r\n" + H + length(0) + b"\r\n", {405}


def mutated(random_source, raw):
    out = bytearray(raw)
    for _ in range(random_source.randint(1, 6)):
        at = random_source.randrange(len(out))
        kind = random_source.randrange(5)
        if kind == 0:
            out[at] = random_source.randrange(256)
        elif kind == 1:
            del out[at:at + random_source.randint(1, 8)]
        elif kind == 2:
            out[at:at] = bytes(random_source.randrange(256) for _ in range(random_source.randint(1, 8)))
        elif kind == 3:
            out[at:at] = out[at:at + 40]
        else:
            out[at:at] = random_source.choice([b"\r\n", b"\n", b"\x00", b": ", b"%", b"\r\n\r\n", b" "])
        out = out or bytearray(b"x")
    return bytes(out)


def own_post(site):
    """A post as a browser sends it, with a stamp of the form's page."""
    page = site.ask(get(b"/form"))
    stamp = re.search(rb'name="stamp" value="([^"]+)"', page).group(1)
    body = b"stamp=" + stamp + b"&q=hej"
    return post(b"Sec-Fetch-Site: same-origin\r\n" + length(len(body)), body)


def main():
    options = arguments(seed=(7, "of the mutations"), mutations=(150, "how many"))
    bad = []
    with Site(options.program) as site:
        before = site.memory()
        count = 0

        def check(name, answer, good):
            nonlocal count
            count += 1
            code = status(answer)
            if answer is None:
                bad.append(f"{name}: hangs")
            elif not good(code, answer):
                bad.append(f"{name}: {code} {answer[:40]!r}")
            if not site.alive():
                ended(bad + [f"{name}: the program ended"], f"cases={count}")

        for name, raw in refused():
            check(name, site.ask(raw), lambda code, answer: 400 <= code < 500 or answer == b"")
        for name, raw, codes in accepted():
            check(name, site.ask(raw), lambda code, answer: code in codes)
        check("own post", site.ask(own_post(site)), lambda code, answer: code == 200)
        check("foreign post", site.ask(own_post(site).replace(b"same-origin", b"cross-site")), lambda code, answer: code == 403)
        check("origin", site.ask(own_post(site).replace(b"Sec-Fetch-Site: same-origin", b"Origin: http://localhost")), lambda code, answer: code == 200)
        check("other origin", site.ask(own_post(site).replace(b"Sec-Fetch-Site: same-origin", b"Origin: http://elsewhere")), lambda code, answer: code == 403)
        check("null origin", site.ask(own_post(site).replace(b"Sec-Fetch-Site: same-origin", b"Origin: null")), lambda code, answer: code == 403)
        check("fault is silent", site.ask(get(b"/fails")), lambda code, answer: code == 500 and b"secret" not in answer)
        check("pipelined", site.ask(GOOD.replace(b"Connection: close\r\n", b"") + GOOD), lambda code, answer: answer.count(b"HTTP/1.1 200") == 2)
        check("smuggled", site.ask(GOOD.replace(b"Connection: close\r\n", b"") + b"G\x00T"), lambda code, answer: answer.count(b"HTTP/1.1 400") == 1)
        source = random.Random(options.seed)
        seeds = [GOOD, get(b"/item/x?q=%C3%A5", b"Cookie: a=b\r\nAccept-Encoding: gzip\r\n"), post(length(4), b"q=ab"), post(b"Transfer-Encoding: chunked\r\n", b"4\r\nq=ab\r\n0\r\n\r\n")]
        for i in range(options.mutations):
            raw = mutated(source, source.choice(seeds))
            check(f"mutation {i} {raw[:60]!r}", site.ask(raw, half_close=True), lambda code, answer: 200 <= code < 500 or answer == b"")
        check("still serves", site.ask(GOOD), lambda code, answer: code == 200)
        growth = site.memory() - before
        if growth > 128:
            bad.append(f"memory grew {growth:.0f} MiB")
        with open(site.log) as log:
            lines = log.read()
        for word in ("127.0.0.1", "q=", "passwd", "User-Agent"):
            if word in lines:
                bad.append(f"the log tells {word}")
    ended(bad, f"cases={count} growth={growth:.1f}MiB")


main()
