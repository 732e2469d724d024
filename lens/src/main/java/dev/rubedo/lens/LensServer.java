package dev.rubedo.lens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The server of the page. It listens on the loopback interface, refuses requests for other hosts, so that no foreign
 * page can reach it under another host name, and returns data only if the token is correct. Thread-safe.
 */
final class LensServer implements AutoCloseable {

    private static final Pattern UNIT = Pattern.compile("/api/units/(\\d{1,18})");
    private static final Pattern PLAN = Pattern.compile("/api/units/(\\d{1,18})/statements/(\\d{1,9})/plan");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Engine engine;
    private final LensRecorder recorder;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String token;

    private LensServer(Engine engine, LensRecorder recorder, HttpServer http) {
        this.engine = engine;
        this.recorder = recorder;
        this.http = http;
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    static LensServer start(Engine engine, LensRecorder recorder, int port) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var server = new LensServer(engine, recorder, http);
        http.createContext("/", server::handle);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    URI url() {
        return URI.create("http://" + host() + "/#" + token);
    }

    private String host() {
        return host(http.getAddress());
    }

    /**
     * Returns the address as written in URLs and in the {@code Host} header; the loopback address may be an IPv6
     * address.
     */
    static String host(InetSocketAddress bound) {
        boolean isSix = bound.getAddress() instanceof Inet6Address;
        return (isSix ? "[::1]" : "127.0.0.1") + ":" + bound.getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !host.equals(host()) && !host.equals("localhost:" + http.getAddress().getPort())) {
                answer(exchange, 403, "text/plain", "This server accepts only requests for " + host() + ".");
            } else if (path.startsWith("/api/")) {
                api(exchange, path);
            } else {
                page(exchange, path);
            }
        }
    }

    private static void page(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/" -> resource(exchange, "lens.html", "text/html");
            case "/lens.css" -> resource(exchange, "lens.css", "text/css");
            case "/lens.js" -> resource(exchange, "lens.js", "text/javascript");
            default -> answer(exchange, 404, "text/plain", "There is no such page.");
        }
    }

    private static void resource(HttpExchange exchange, String name, String type) throws IOException {
        try (var in = LensServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The resource \"" + name + "\" is missing.");
            }
            answer(exchange, 200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("X-Lens-Token");
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8))) {
            answer(exchange, 403, "text/plain", "The token is missing or wrong. Open the address from the log.");
            return;
        }
        var unit = UNIT.matcher(path);
        var plan = PLAN.matcher(path);
        boolean isPost = exchange.getRequestMethod().equals("POST");
        if (path.equals("/api/units")) {
            json(exchange, overview());
        } else if (path.equals("/api/clear") && isPost) {
            recorder.clear();
            json(exchange, overview());
        } else if (unit.matches()) {
            var found = recorder.find(Long.parseLong(unit.group(1)));
            if (found.isEmpty()) {
                answer(exchange, 404, "text/plain", "This unit of work is no longer kept.");
            } else {
                var out = new LensJson();
                found.get().write(out);
                json(exchange, out);
            }
        } else if (plan.matches() && isPost) {
            json(exchange, plan(Long.parseLong(plan.group(1)), Integer.parseInt(plan.group(2))));
        } else {
            answer(exchange, 404, "text/plain", "There is no such page.");
        }
    }

    private LensJson overview() {
        var pool = engine.poolStatus();
        var statistics = engine.statistics();
        var out = new LensJson();
        out.object(() -> {
            out.field("database", engine.url().place());
            out.field("used", pool.checkedOut());
            out.field("idle", pool.idle());
            out.field("limit", pool.limit() == Integer.MAX_VALUE ? 0 : pool.limit());
            out.field("waiting", pool.waiting());
            out.field("executed", statistics.executed());
            out.field("roundTrips", statistics.roundTrips());
            out.field("hitRatio", statistics.compiled().hitRatio());
            out.name("units");
            out.array(recorder.newestFirst(), unit -> unit.writeHead(out));
        });
        return out;
    }

    private LensJson plan(long number, int index) {
        var lines = explained(number, index);
        var out = new LensJson();
        out.object(() -> {
            out.name("lines");
            out.array(lines, out::value);
        });
        return out;
    }

    private List<String> explained(long number, int index) {
        try {
            var statement = recorder.find(number).orElseThrow(IndexOutOfBoundsException::new).statement(index);
            var values = statement.explainable;
            if (values == null && engine.hidesParameters()) {
                return List.of("The engine hides values (hideParameters(true)), and a plan would show them.");
            }
            if (values == null) {
                return List.of("This statement cannot be explained: it is not a query, or it is too long.");
            }
            return engine.explain(statement.sql, values);
        } catch (IndexOutOfBoundsException e) {
            return List.of("This statement is no longer kept.");
        } catch (RubedoException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static void json(HttpExchange exchange, LensJson text) throws IOException {
        answer(exchange, 200, "application/json", text.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
